"""The best interval per period: what all figures of one subject and period leave possible.

Figures are brought together only when they were found to say the same (``agree``) or nearly the
same (``compatible``); nothing is averaged.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.records import Outcome, Stated
from pipeline.reconcile.relations import Relations, core, outer

_JOINING = frozenset({"agree", "compatible"})


@dataclass(frozen=True, slots=True)
class Best:
    """What the figures of one subject and one period come to.

    ``figure`` is the most precise of them, and names subject and period. ``exact`` says that a
    figure without a hedge stands for the whole, so that its own number may be quoted.
    """

    figure: Stated
    interval: Interval
    voices: int
    exact: bool
    members: frozenset[str]

    @property
    def outcome(self) -> Outcome:
        """What is stored of it; the number itself only where it stands for all figures."""
        figure, found = self.figure, self.interval
        return Outcome(
            figure.indicator,
            figure.population,
            figure.period,
            figure.earliest,
            figure.latest,
            figure.value if self.exact else None,
            found.low if math.isfinite(found.low) else None,
            found.high if math.isfinite(found.high) else None,
            self.voices,
            len(self.members),
        )


def best_per_period(
    figures: Sequence[Stated], relations: Relations, left_out: frozenset[str]
) -> tuple[Best, ...]:
    """Return the best intervals, by subject and period.

    ``left_out`` are the ids of figures that were replaced or that are in conflict: no interval
    does justice to both sides of a conflict.
    """
    groups = _together([f for f in figures if f.id not in left_out], relations)
    found = [best for group in groups if (best := _best(group)) is not None]
    return tuple(sorted(found, key=_order))


def _together(figures: Sequence[Stated], relations: Relations) -> list[list[Stated]]:
    """Divide figures into those that (nearly) agree, directly or through another."""
    leader = {figure.id: figure.id for figure in figures}

    def find(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    for (a, b), comparison in relations.items():
        if comparison.relation in _JOINING and a in leader and b in leader:
            leader[find(a)] = find(b)
    groups: dict[str, list[Stated]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: f.id):
        groups[find(figure.id)].append(figure)
    return list(groups.values())


def _best(group: Sequence[Stated]) -> Best | None:
    units = {figure.unit for figure in group}
    if len(units) > 1 and group[0].family == "duration":
        # Weeks and months agree, but have no interval in one unit: the most precise one speaks.
        group = [min(group, key=_precision)]
    # Where some were rounded and one was not, that one speaks for all.
    fine = [f for f in group if all(_allows(other, core(f)) for other in group)]
    figure = min(fine or group, key=_precision)
    interval = _meet([core(figure) for figure in group])
    if interval is None and fine:
        interval = core(figure)
    interval = interval or _meet([outer(f) for f in group])
    if interval is None:
        return None  # a agrees with b and b with c, but a not with c
    return Best(
        figure,
        interval,
        len({figure.voice for figure in group}),
        figure.hedge == "none" and figure.value is not None and core(figure) == interval,
        frozenset(each.id for each in group),
    )


def _allows(figure: Stated, interval: Interval) -> bool:
    """Whether the loosest reading of a figure has room for all of an interval."""
    return outer(figure).intersect(interval) == interval


def _meet(intervals: Sequence[Interval]) -> Interval | None:
    met: Interval | None = intervals[0]
    for interval in intervals[1:]:
        met = met.intersect(interval) if met is not None else None
    return met


def _precision(figure: Stated) -> tuple[float, bool, str]:
    """Narrowest first; a period that the text names goes before the date of publication."""
    interval = core(figure)
    return interval.high - interval.low, figure.period_method == "publication", figure.id


def _order(best: Best) -> tuple[str, str, str, str]:
    figure = best.figure
    return figure.label, figure.earliest or figure.latest or "", figure.latest or "", figure.id
