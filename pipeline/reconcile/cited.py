"""Where a text takes up the number of another: 'de 141 kilo die in de pers is genoemd'.

Whoever cites a number and gives another beside it tells that both are about one thing, whatever
the two texts call it. So does who asks about the number ('Klopt het dat …?') or denies it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.reconcile.matters import is_telling
from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.sentences import has, sentence

_TAKEN_UP = {"asks": "asked", "denies": "denied"}  # by how it is vouched for
_BESIDE = 1  # sentences between a number that is cited and the one that is given instead
_ANSWERED = 3  # the same, where the number is only asked about, or denied


def cites(figure: Stated, other: Stated) -> str | None:
    """Return how a figure takes up the number of another text, or None where it does not.

    ``cited``: its sentence speaks of a number in the news; ``asked``, ``denied``: it asks about
    the number, or says that it is wrong.

    >>> # 'Het bedrag van 2,1 miljoen dat in de media is genoemd' cites a paper's '2,1 miljoen'
    """
    if figure.value is None or (figure.value, figure.unit) != (other.value, other.unit):
        return None
    if figure.document == other.document or figure.place != other.place:
        return None
    if (figure.published_latest or "") < (other.published_earliest or ""):
        return None
    if figure.stance in _TAKEN_UP and (figure.topic == other.topic or is_telling(figure.value)):
        return _TAKEN_UP[figure.stance]
    return "cited" if speaks_of_news(figure) else None


def speaks_of_news(figure: Stated) -> bool:
    """Whether the sentence of a figure says that the number was in the news: 'in de krant'."""
    return has(sentence(figure), *sameness().cited)


def instead(cited: Stated, other: Stated, figures: Sequence[Stated]) -> Iterator[Stated]:
    """Yield the figures that a text gives beside one that it cites, on the period of the other.

    What is asked about or denied is answered after it, and is of the time of the question.
    """
    answered = cited.stance in _TAKEN_UP
    for figure in figures:
        if not figure.counts or not _beside(figure, cited, answered=answered):
            continue
        if (figure.unit, figure.per) != (other.unit, other.per) or figure.is_difference:
            continue
        apart = abs(figure.value or 0) != abs(other.value or 0)
        near = figure.is_near(other, sameness().most_apart)
        if apart and near and _one_time(figure, cited if answered else other, other):
            yield figure


def _beside(figure: Stated, cited: Stated, *, answered: bool) -> bool:
    if not answered:
        return abs(figure.position - cited.position) <= _BESIDE
    after = (cited.position, cited.start) < (figure.position, figure.start)
    return after and figure.position - cited.position <= _ANSWERED


def _one_time(figure: Stated, taken_up: Stated, other: Stated) -> bool:
    """Whether a figure is of the time of the number that it is given instead of."""
    if compare_periods(figure, taken_up).sameness not in {"same", "same_if_agree"}:
        return False
    if taken_up.of_publication and other.of_publication:
        return True  # 'de wachttijd is 14 weken', and weeks later: 'het zijn er 9'
    return compare_periods(taken_up, other).sameness == "same"
