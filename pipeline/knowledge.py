"""Reading the knowledge files: facts (TSV) and rules (TOML) that a domain person may change.

Every room reads its own files with these helpers and checks them while it does, so that a typing
error is reported with the file and the line it stands on instead of surfacing as a wrong fact.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Never

from pipeline.resources import knowledge_folder


class KnowledgeError(ValueError):
    """A knowledge file breaks its own rules; the message names file, line and remedy."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path.name}, line {line}: {message}")
        self.path = path
        self.line = line
        self.message = message

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[Path, int, str]]:
        # Exceptions with several arguments do not unpickle by themselves; workers send these back.
        return (KnowledgeError, (self.path, self.line, self.message))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a TSV file: its cells by column name, and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fail(self, message: str) -> Never:
        """Raise the error that points at this line."""
        raise KnowledgeError(self.path, self.line, message)


def read_tsv(name: str, *, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of ``models/knowledge/NAME``; lines that start with ``#`` are comments.

    Raises:
        KnowledgeError: the header lacks one of ``columns``, or a row has another number of cells.
    """
    path = knowledge_folder() / name
    header: list[str] | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = raw.split("\t")
        if header is None:
            header = cells
            missing = [column for column in columns if column not in header]
            if missing:
                raise KnowledgeError(path, number, f"column {', '.join(missing)} is missing")
            continue
        if len(cells) != len(header):
            raise KnowledgeError(
                path, number, f"{len(cells)} cells where the header has {len(header)}"
            )
        yield Row(path, number, dict(zip(header, cells, strict=True)))


def read_toml(name: str) -> dict[str, Any]:
    """Return the content of ``models/knowledge/NAME``.

    Raises:
        KnowledgeError: the file is not valid TOML.
    """
    path = knowledge_folder() / name
    text = path.read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(path, int(found[1]) if found else 1, str(error)) from error


def line_of(name: str, needle: str) -> int:
    """Return the first line of a knowledge file in which ``needle`` stands (1 if nowhere).

    TOML values carry no line numbers once parsed; this finds them again for an error message.
    """
    path = knowledge_folder() / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if needle in line:
            return number
    return 1


def fail(name: str, needle: str, message: str) -> Never:
    """Raise the :class:`KnowledgeError` that points at the line in which ``needle`` stands."""
    raise KnowledgeError(knowledge_folder() / name, line_of(name, needle), message)


def fingerprint() -> str:
    """Return a hash of all knowledge files: documents are analysed again when it changes."""
    digest = hashlib.sha256()
    for path in sorted(knowledge_folder().iterdir()):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
