from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.reconcile.intervals import Interval

_ENDS = st.integers(-50, 50).map(float)


@st.composite
def intervals(draw: st.DrawFn, *, bounded: bool = False) -> Interval:
    """Intervals that hold at least one value, with open, closed and (maybe) unbounded ends."""
    low, high = sorted((draw(_ENDS), draw(_ENDS)))
    if not bounded:
        low = -math.inf if draw(st.booleans()) and draw(st.booleans()) else low
        high = math.inf if draw(st.booleans()) and draw(st.booleans()) else high
    point = low == high
    return Interval(
        low,
        high,
        low_open=not point and draw(st.booleans()),
        high_open=not point and draw(st.booleans()),
    )


def holds(interval: Interval, value: float) -> bool:
    above = value > interval.low if interval.low_open else value >= interval.low
    return above and (value < interval.high if interval.high_open else value <= interval.high)


_VALUES = st.integers(-100, 100).map(lambda half: half / 2)


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (Interval(1, 2), Interval(2, 3), True),
        (Interval(1, 2, high_open=True), Interval(2, 3), False),
        (Interval(1, 2), Interval(2, 3, low_open=True), False),
        (Interval(1, 2), Interval(3, 4), False),
        (Interval(low=5), Interval(high=5), True),
        (Interval(low=5, low_open=True), Interval(high=5), False),
        (Interval(), Interval(3, 3), True),
        (Interval(0.1 + 0.2, 1), Interval(0, 0.3), True),
        (Interval(12, 12.5, low_open=True), Interval(11.5, 12, high_open=True), False),
    ],
)
def test_overlap(a: Interval, b: Interval, overlap: bool) -> None:
    assert a.overlaps(b) is overlap
    assert (a.intersect(b) is not None) is overlap


@given(intervals(), intervals())
def test_overlap_is_symmetric(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert a.intersect(b) == b.intersect(a)


@given(intervals(), intervals(), _VALUES)
def test_intersection_is_what_lies_in_both(a: Interval, b: Interval, value: float) -> None:
    both = a.intersect(b)
    in_both = both is not None and holds(both, value)
    assert in_both == (holds(a, value) and holds(b, value))


@given(intervals(), intervals(), _VALUES, _VALUES)
def test_sums_and_differences_hold_those_of_their_values(
    a: Interval, b: Interval, x: float, y: float
) -> None:
    assume(holds(a, x) and holds(b, y))
    assert holds(a.plus(b), x + y)
    assert holds(a.minus(b), x - y)
    assert holds(a.minus(b).size(), abs(x - y))


@given(intervals(bounded=True), intervals(bounded=True), _VALUES, _VALUES)
def test_quotients_hold_those_of_their_values(a: Interval, b: Interval, x: float, y: float) -> None:
    assume(holds(a, x) and holds(b, y))
    quotient = a.per(b)
    if b.low <= 0:
        assert quotient is None
    else:
        assert quotient is not None
        assert quotient.low - 1e-9 <= x / y <= quotient.high + 1e-9


@given(intervals(), intervals())
def test_below_is_one_way(a: Interval, b: Interval) -> None:
    assert not (a.below(b) and b.below(a))
    assert a.below(b) or b.below(a) or a.overlaps(b)


def test_columns_without_a_bound_are_unbounded() -> None:
    found = Interval.of(None, 5.0, high_open=True)
    assert (found.low, found.high, found.high_open) == (-math.inf, 5.0, True)
    assert not found.is_bounded
    assert found.per(Interval(1, 2)) is None
