"""Where a text takes up the number of another: 'de 141 kilo die in de pers is genoemd'.

Whoever cites a number and gives another beside it tells that both are about one thing, whatever
the two texts call it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness

_BESIDE = 1  # sentences between a number that is cited and the one that is given instead


def cites(figure: Stated, other: Stated) -> bool:
    """Whether the sentence of a figure speaks of a number in the news, and it is the other's.

    >>> # 'Het bedrag van 2,1 miljoen dat in de media is genoemd' cites a paper's '2,1 miljoen'
    """
    if figure.value is None or (figure.value, figure.unit) != (other.value, other.unit):
        return False
    if figure.document == other.document or figure.place != other.place:
        return False
    if (figure.published_latest or "") < (other.published_earliest or ""):
        return False
    text = " ".join(figure.sentence.split()).lower()
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) for words in sameness().cited)


def instead(cited: Stated, other: Stated, figures: Sequence[Stated]) -> Iterator[Stated]:
    """Yield the figures that a text gives beside one that it cites, on the period of the other."""
    for figure in figures:
        if abs(figure.position - cited.position) > _BESIDE or not figure.counts:
            continue
        if (figure.unit, figure.per) != (other.unit, other.per) or figure.is_difference:
            continue
        low, high = sorted((abs(figure.value or 0), abs(other.value or 0)))
        near = 0 < low < high <= low * sameness().most_apart
        if near and compare_periods(figure, other).sameness == "same":
            yield figure
