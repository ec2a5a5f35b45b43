"""The name of what a quantity measures, and how a name for it is made from words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pipeline.records import Evidence, Indicator

_MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """An indicator for a quantity, the words it rests on, and how sure that is (0–1)."""

    indicator: Indicator
    evidence: Evidence
    certainty: float


def derive(words: tuple[str, ...], *, base: str | None = None) -> Indicator:
    """Make the indicator for a noun phrase: its head and at most four words that qualify it.

    >>> derive(("tekort", "grondexploitatie")).id
    'tekort-grondexploitatie'
    """
    unique = tuple(dict.fromkeys(word for word in words if word))[:_MAX_WORDS]
    label = " ".join(unique)
    return Indicator(
        id=slug(label),
        label=label,
        topic=unique[0].lower(),
        definition=f"deel van: {base}" if base else None,
    )


def slug(label: str) -> str:
    """Return ``label`` in ASCII lower case with hyphens, for use as an id."""
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "onbekend"
