"""The unit as meant: 'procent' that means percentage points.

'Het tekort is 22 procent, 6 procent meer dan het landelijke tekort van 16 procent' speaks of six
percentage points: the difference of the two levels is six, whereas a relative difference of six
percent would have given 17. Only such arithmetic decides; without both levels the unit stays as
said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records import Evidence, Figure, Quantity

_WINDOW = 6  # sentences between a change and the levels that it compares
_EXACT = 0.051  # what rounding in the arithmetic may add


def mend_units(
    figures: Sequence[Figure], quantities: Sequence[Quantity], topics: Mapping[str, str]
) -> tuple[Figure, ...]:
    """Return the figures with ``unit`` set to percentage_point where the levels show it.

    ``topics`` gives the topic of each indicator: levels of one topic are compared.
    """
    return tuple(
        _mended(figure, figures, quantities, topics) if _may_slip(figure, quantities) else figure
        for figure in figures
    )


def _may_slip(figure: Figure, quantities: Sequence[Quantity]) -> bool:
    quantity = quantities[figure.quantity]
    return (
        quantity.unit == "percent" and quantity.value is not None and figure.statement == "change"
    )


def _mended(
    figure: Figure,
    figures: Sequence[Figure],
    quantities: Sequence[Quantity],
    topics: Mapping[str, str],
) -> Figure:
    size = quantities[figure.quantity].value
    assert size is not None
    levels = [
        other
        for other in figures
        if other is not figure
        and other.unit == "percent"
        and other.value is not None
        and quantities[other.quantity].kind in {"share", "ratio"}
        and abs(other.sentence - figure.sentence) <= _WINDOW
        and other.sentence <= figure.sentence
    ]
    for position, first in enumerate(levels):
        for second in levels[position + 1 :]:
            assert first.value is not None
            assert second.value is not None
            lower, upper = sorted((first.value, second.value))
            if lower <= 0 or topics[first.indicator] != topics[second.indicator]:
                continue
            points = upper - lower
            relative = 100 * points / lower
            tolerance = _tolerance(figure, first, second)
            if abs(points - size) <= tolerance < abs(relative - size):
                quantity = quantities[second.quantity]
                evidence = Evidence("unit", "arithmetic", quantity.start, quantity.end)
                return replace(
                    figure, unit="percentage_point", evidence=(*figure.evidence, evidence)
                )
    return figure


def _tolerance(change: Figure, *levels: Figure) -> float:
    """How far the difference of two levels may lie from a change that is read off them.

    Half a unit of the last digit of each level; but a change that is said more exactly than its
    levels ('2,8 procent' below 5 and 3 procent) must be their very difference.
    """
    if _width(change) < max(map(_width, levels)) - _EXACT:
        return _EXACT
    return max(sum(_width(level) / 2 for level in levels), _EXACT)


def _width(figure: Figure) -> float:
    """One unit of the last digit that is said."""
    return figure.high - figure.low if figure.low is not None and figure.high is not None else 0.0
