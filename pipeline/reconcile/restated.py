"""The same number said again in one text: one voice, and one period where one is named.

A headline and the paragraph under it, a summary and its table: 'ruim 8 procent' above, 'in 2022
was dat 8 procent' below. The second mention confirms nothing, and tells when the first one held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Stated
from pipeline.reconcile.relations import core

# Ways of knowing a period by which the text itself dates the figure.
_NAMED = frozenset({"stated", "table_head", "question"})
_HEADINGS = frozenset({"title", "heading"})
_ASSUMED = frozenset({"publication", None})


def restatements(figures: Sequence[Stated]) -> tuple[Stated, ...]:
    """Return the figures, in their order, with those that say another again marked and dated.

    Two figures of one document are the same statement when indicator, place, value, unit, kind
    and direction are equal and their groups do not differ. A period is taken over only where the
    text names one for that number, and only one. A heading says a number of its text again when
    it rounds it: '13 procent meer' above '12,8 procent meer'.
    """
    figures = _headings(figures)
    alike: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None:
            alike[_key(figure)].append(figure)
    changed: dict[str, Stated] = {}
    for group in alike.values():
        changed |= {figure.id: figure for figure in _restated(group)}
    return tuple(changed.get(figure.id, figure) for figure in figures)


def _headings(figures: Sequence[Stated]) -> tuple[Stated, ...]:
    """Return the figures, those of a heading dated and marked that round one of their text."""
    below: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and figure.zone not in _HEADINGS:
            below[_kind(figure)].append(figure)
    return tuple(
        _rounded(figure, below.get(_kind(figure), ()))
        if figure.zone in _HEADINGS and figure.of_publication and figure.value is not None
        else figure
        for figure in figures
    )


def _rounded(heading: Stated, below: Sequence[Stated]) -> Stated:
    fine = [
        f
        for f in below
        if f.value != heading.value
        and f.period_method in _NAMED
        and _one_group(heading, f)
        and core(f).intersect(core(heading)) == core(f)
    ]
    return _dated_as(heading, fine[0]) if len({f.value for f in fine}) == 1 else heading


def _dated_as(figure: Stated, source: Stated) -> Stated:
    """Return a figure as saying again what another says, of the period of that one."""
    return replace(
        figure,
        repeats=source.voice,
        period=source.period,
        earliest=source.earliest,
        latest=source.latest,
        period_kind=source.period_kind,
        period_method=source.period_method,
        period_said=source.period_said,
    )


def _kind(figure: Stated) -> tuple[object, ...]:
    """What two figures of one statement have in common, however the number is rounded."""
    key = _key(figure)
    return (*key[:3], *key[4:])


def _key(figure: Stated) -> tuple[object, ...]:
    return (
        figure.document,
        figure.indicator,
        figure.place,
        figure.value,
        figure.family,
        figure.per,
        figure.statement,
        figure.is_difference,
        figure.direction,
        figure.stance,
    )


def _restated(group: Sequence[Stated]) -> list[Stated]:
    """The figures of a group of equals that differ from what they were before."""
    ordered = sorted(group, key=lambda figure: (figure.start, figure.id))
    dated = [f for f in ordered if f.period_method in _NAMED and (f.earliest or f.latest)]
    periods = {(f.earliest, f.latest) for f in dated}
    found = []
    for figure in ordered:
        # What the text dates comes first, so that a headline follows the sentence under it.
        first = next(
            (f for f in (*dated, *ordered) if _one_group(figure, f) and _one_time(figure, f)),
            figure,
        )
        if first.id == figure.id:
            continue
        source = first if len(periods) == 1 and figure.period_method in _ASSUMED else None
        if source is not None and source.period_method in _NAMED:
            found.append(replace(_dated_as(figure, source), repeats=first.voice))
        else:
            found.append(replace(figure, repeats=first.voice))
    return found


def _one_group(a: Stated, b: Stated) -> bool:
    return compare_populations(a.population, b.population) != "population"


def _one_time(a: Stated, b: Stated) -> bool:
    """Whether the text does not date the two differently."""
    named = a.period_method in _NAMED and b.period_method in _NAMED
    return not named or (a.earliest, a.latest) == (b.earliest, b.latest)
