"""Why two figures that are apart need not contradict each other.

A contradiction is a heavy word: it is used only where both texts were read with certainty. What
was carried over from another sentence, or follows from what a document is about as a whole, may
have been read wrongly, and then the clash is ours and not that of the sources.
"""

from __future__ import annotations

from pipeline.reconcile.records import STRETCHES, Stated
from pipeline.reconcile.rules import comparability
from pipeline.reconcile.scope import otherwise_scoped


def doubts(a: Stated, b: Stated) -> list[str]:
    """Return the reason codes for which a clash between two documents is not certain.

    ``indicator_carried_over`` (what it measures was taken from the text before),
    ``place_of_document`` (where it holds is where the document as a whole is about),
    ``scope_unstated`` (one text says what it counts in or leaves out, and the other does not),
    ``base_period`` (two changes that need not start at the same time), ``uncertain_reading`` (what
    it measures is known from this text alone, and was read with little confidence).
    """
    found = []
    if "carried_over" in (a.indicator_method, b.indicator_method):
        found.append("indicator_carried_over")
    if "document" in (a.place_method, b.place_method):
        found.append("place_of_document")
    if otherwise_scoped(a, b):
        found.append("scope_unstated")
    if a.is_difference and b.is_difference and not _one_base(a, b):
        found.append("base_period")
    if any(not f.known and f.confidence < comparability().least_confidence for f in (a, b)):
        found.append("uncertain_reading")
    return found


def _one_base(a: Stated, b: Stated) -> bool:
    """Whether two changes start from the same time, as far as that can be known."""
    bases = [(figure.base_earliest, figure.base_latest) for figure in (a, b)]
    if bases[0] != bases[1]:
        return False
    if any(bases[0]):
        return True
    return a.period_kind == b.period_kind and a.period_kind in STRETCHES
