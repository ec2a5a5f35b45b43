"""Which pairs of a group are worth a comparison: their number must not grow with the square.

In a small group all of them. In a large one (a country, twenty years of news) only figures of one
indicator and one kind of statement whose periods meet, or nearly: of the others it is plain why
they differ. Where even those are too many, each figure is held against its neighbours in value,
which shows what it agrees with, and against the extremes of its period, which shows what clashes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.reconcile.records import Stated

ALL_PAIRS = 60  # figures in a group of which all pairs are compared
MOST_PAIRS = 20_000  # in one subject; beyond it only neighbours and extremes
NEIGHBOURS = 5  # on each side


def pairs_to_compare(figures: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Yield the pairs of one group that are compared, each once, whatever the order given."""
    ordered = sorted(figures, key=lambda f: (f.earliest or "", f.latest or "", f.id))
    if len(ordered) <= ALL_PAIRS:
        yield from combinations(ordered, 2)
        return
    subjects: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for figure in ordered:
        if figure.counts and figure.earliest and figure.latest:
            subjects[figure.indicator, figure.claim].append(figure)
    for group in subjects.values():
        begins = [figure.earliest or "" for figure in group]
        # Up to where in the list the periods begin that meet that of each figure, or nearly.
        reach = [bisect_right(begins, _months_later(figure.latest or "")) for figure in group]
        if sum(end - i - 1 for i, end in enumerate(reach)) <= MOST_PAIRS:
            for i, end in enumerate(reach):
                for b in group[i + 1 : end]:
                    yield group[i], b
        else:
            yield from _nearest(group, reach)


def _nearest(group: Sequence[Stated], reach: Sequence[int]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs of neighbours in value, over all periods and in each, and with its extremes."""
    periods: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for i, figure in enumerate(group):
        periods[figure.earliest, figure.latest].append(i)
    found: set[tuple[int, int]] = set()
    for places in (range(len(group)), *periods.values()):
        by_value = sorted(places, key=lambda i: (_middle(group[i]), group[i].id))
        for rank, i in enumerate(by_value):
            near = by_value[rank + 1 : rank + 1 + NEIGHBOURS]
            found.update((min(i, j), max(i, j)) for j in near)
    for places in periods.values():
        extremes = {pick(places, key=lambda i: (_middle(group[i]), i)) for pick in (min, max)}
        found.update((min(i, j), max(i, j)) for i in places for j in extremes if i != j)
    for i, j in sorted(found):
        if j < reach[i]:
            yield group[i], group[j]


def _middle(figure: Stated) -> float:
    known = [bound for bound in (figure.low, figure.high, figure.value) if bound is not None]
    return sum(known) / len(known) if known else 0.0


def _months_later(day: str) -> str:
    """Two months on: beyond what :mod:`~pipeline.reconcile.periods` takes for one moment."""
    year, month = int(day[:4]), int(day[5:7]) + 2
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}-{day[8:]}"
