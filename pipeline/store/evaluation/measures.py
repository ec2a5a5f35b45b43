"""What comes out of an evaluation: named fractions, and floors that they may not fall below."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol


class GoldError(Exception):
    """A gold or floors file cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Measure:
    """``right`` of ``of`` things were as they should be; ``misses`` says which were not."""

    name: str
    right: int
    of: int
    misses: tuple[str, ...] = ()

    @property
    def score(self) -> float | None:
        """The fraction, or None when there was nothing to measure."""
        return self.right / self.of if self.of else None


class Scored(Protocol):
    """Anything with a name and a score between 0 and 1."""

    @property
    def name(self) -> str: ...

    @property
    def score(self) -> float | None: ...


def plain(text: str | None) -> str:
    """Return ``text`` for comparison: lower case, one kind of apostrophe, single spaces."""
    normal = unicodedata.normalize("NFC", text or "").lower()
    return re.sub(r"\s+", " ", normal.replace("’", "'").replace("‘", "'")).strip()


def documents_by_name(db: sqlite3.Connection) -> dict[str, str]:
    """Return the ids of live documents by file name and by file name without its suffix."""
    names: dict[str, str] = {}
    for path, document in db.execute(
        "SELECT x.path, x.document FROM files x JOIN documents d ON d.id = x.document "
        "WHERE d.superseded_by IS NULL ORDER BY x.path DESC"
    ):
        name = PurePosixPath(path)
        names[name.stem] = document
        names[name.name] = document
    return names


def read_floors(path: Path) -> dict[str, float]:
    """Return the floors in a JSON file: ``{"figures.all": 0.8}``.

    Raises:
        GoldError: the file is something else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        floors = {str(name): float(floor) for name, floor in content.items()}
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise GoldError(f"{path} is no JSON object of names and numbers: {error}") from error
    return floors


def below_floors(measures: Iterable[Scored], floors: dict[str, float]) -> list[str]:
    """Return what fell below its floor, in words.

    Raises:
        GoldError: a floor is for a measure that does not exist.
    """
    scores = {measure.name: measure.score for measure in measures}
    unknown = sorted(floors.keys() - scores.keys())
    if unknown:
        raise GoldError(
            f"there is no measure {', '.join(unknown)}; there are {', '.join(sorted(scores))}"
        )
    return [
        f"{name} is {scores[name]:.3f}, below its floor of {floor:g}"
        for name, floor in sorted(floors.items())
        if (scores[name] or 0.0) < floor
    ]
