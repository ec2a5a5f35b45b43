"""How sure a figure is, and of what kind its period: what follows from its dimensions."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.naming import Naming
from pipeline.records import Evidence, TimeExpression

_OUTSIDE = frozenset({"carried_over", "document", "publication", "question", "heading"})


def confidence(naming: Naming, evidence: Sequence[Evidence]) -> float:
    """Certainty of the indicator, times 0.9 for each dimension that the sentence does not give."""
    score = naming.certainty
    for item in evidence:
        carried = item.method in _OUTSIDE
        if carried and item.dimension != "stance":
            score *= 0.9
    return round(score, 3)


def period_kind(time: TimeExpression) -> str:
    """Return what kind of period it is: a point, a year, a span of loose ends."""
    if time.kind == "vague":
        return "vague"
    if time.granularity == "vague":  # 'de eerste maanden van 2019': loose, but with both ends
        return "span"
    return "point" if time.granularity == "day" else time.granularity
