"""A clash with a text that gives both numbers is none: that text tells them apart.

'318 ongevallen' in one text and '251' in another seem to contradict each other, until the first is
seen to say '251 op gemeentelijke wegen, 67 op provinciale': it knows both numbers, for two things.
Unless it gives the number of the other only to say that it is wrong, or who says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reconcile.cited import speaks_of_news
from pipeline.reconcile.corrections import corrected, denied
from pipeline.reconcile.records import Comparison, Stated

_ALIKE = frozenset({"agree", "compatible"})
_REASON = "both_given"


def settled(figures: Sequence[Stated], comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Return the comparisons of a group, clashes with a text that gives both numbers settled.

    >>> # A: 318 accidents, 251 of them on local roads; B: 251 accidents. 318 and 251 do not clash
    """
    by_id = {figure.id: figure for figure in figures}
    echoes: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for each in comparisons:
        a, b = by_id[each.figure_a], by_id[each.figure_b]
        if each.relation in _ALIKE and a.counts and b.counts and a.voice != b.voice:
            echoes[a.id, b.document].append(b)
            echoes[b.id, a.document].append(a)
    return tuple(
        replace(each, relation="different_definition", reasons=(_REASON,))
        if each.relation == "conflict" and _both(by_id[each.figure_a], by_id[each.figure_b], echoes)
        else each
        for each in comparisons
    )


def gives_both(own: Stated, echo: Stated) -> bool:
    """Whether a text that has the number of another beside its own means two things by them."""
    if own.voice != echo.voice or speaks_of_news(echo):
        return False
    return not (corrected(own, echo) or denied(own, echo))


def _both(a: Stated, b: Stated, echoes: dict[tuple[str, str], list[Stated]]) -> bool:
    if a.document == b.document:
        return False
    return any(
        gives_both(own, echo)
        for own, other in ((a, b), (b, a))
        for echo in echoes.get((other.id, own.document), ())
        if echo.id != own.id
    )
