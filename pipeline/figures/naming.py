"""The name of what a quantity measures, and how a name for it is made from words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pipeline.records import Evidence, Indicator


@dataclass(frozen=True, slots=True)
class Naming:
    """An indicator for a quantity, the words it rests on, and how sure that is (0–1)."""

    indicator: Indicator
    evidence: Evidence
    certainty: float


@dataclass(frozen=True, slots=True)
class Label:
    """The words for an indicator that the text names, and the lemma of their head."""

    text: str
    head: str


def derive(label: Label, *, base: str | None = None) -> Indicator:
    """Make the indicator for a label; its topic is the head.

    >>> derive(Label("tekort op grondexploitatie", "tekort")).id
    'tekort-op-grondexploitatie'
    """
    return Indicator(
        id=slug(label.text),
        label=label.text,
        topic=label.head,
        definition=f"deel van: {base}" if base else None,
    )


def slug(label: str) -> str:
    """Return ``label`` in ASCII lower case with hyphens, for use as an id."""
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "onbekend"
