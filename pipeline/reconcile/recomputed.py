"""A sum done again: the outcome as an interval, how to say it, and whether it fits the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.records import Finding, Stated
from pipeline.reconcile.relations import core, outer
from pipeline.reconcile.wording import Lang, amount, between, said, unit_of

NEAR = 4  # sentences between the figures of a sum that is reported when it fits


@dataclass(frozen=True, slots=True)
class Sum:
    """A computation: the outcome, the figures with the part of each, and how to say it."""

    computed: Interval
    parts: tuple[tuple[Stated, str], ...]
    nl: str
    en: str

    def fits(self, stated: Stated) -> bool:
        """Whether the stated figure, taken loosely, may be the outcome."""
        return self.computed.overlaps(core(stated)) or self.computed.overlaps(outer(stated))


def finding(found: Sum, stated: Stated, *, wrong_way: bool = False) -> Finding:
    """Word the outcome of a sum that fits, or of one that does not."""
    unit = unit_of(stated)
    nl, en = (outcome(found.computed, unit, lang) for lang in ("nl", "en"))
    fits = found.fits(stated) and not wrong_way
    if fits:
        endings = (f"{nl}; dat klopt met {said(stated)}.", f"{en}; that fits {said(stated)}.")
    elif wrong_way:
        endings = (
            f"{nl}, maar de andere kant op dan {said(stated)}. Dat klopt niet.",
            f"{en}, but the other way than {said(stated)}. That is not right.",
        )
    else:
        endings = (
            f"{nl}, maar de tekst noemt {said(stated)}. Dat klopt niet.",
            f"{en}, but the text says {said(stated)}. That is not right.",
        )
    return Finding(
        kind="arithmetic_ok" if fits else "arithmetic_error",
        severity="info" if fits else "error",
        place=stated.place,
        explanation_nl=f"Nagerekend: {found.nl} is {endings[0]}",
        explanation_en=f"Recomputed: {found.en} is {endings[1]}",
        members=(*((figure.id, part) for figure, part in found.parts), (stated.id, "stated")),
    )


def outcome(computed: Interval, unit: str, lang: Lang) -> str:
    """Write what a sum comes to: '22,34 procent', 'tussen 4,3 en 4,5 procent'."""
    if computed.high - computed.low < 1e-9:
        return amount(computed.low, unit, lang)
    return between(computed.low, computed.high, unit, lang)


def close(a: Stated, b: Stated) -> bool:
    """Whether two figures stand near each other in one text, about one place."""
    return a.document == b.document and a.place == b.place and abs(a.position - b.position) <= NEAR


def nearest(figures: Sequence[Stated], to: Stated) -> list[Stated]:
    """Sort by distance in the text, what stands nearest first."""
    return sorted(
        figures, key=lambda f: (abs(f.position - to.position), abs(f.start - to.start), f.id)
    )
