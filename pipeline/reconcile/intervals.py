"""Intervals with open and unbounded ends: what a hedged number leaves possible."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from ``low`` to ``high``; an infinite end is unbounded.

    >>> Interval(12, 12.5, low_open=True).overlaps(Interval(11.5, 12, high_open=True))
    False
    """

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(
        cls,
        low: float | None,
        high: float | None,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> Interval:
        """Make an interval from database columns, where None is unbounded."""
        return cls(
            -math.inf if low is None else low,
            math.inf if high is None else high,
            low_open,
            high_open,
        )

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both.

        Rounding makes exact bounds fuzzy in the last binary digit; a relative tolerance of 1e-9
        keeps 0.1 + 0.2 and 0.3 together.
        """
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        if math.isfinite(low) and math.isfinite(high):
            if math.isclose(low, high, rel_tol=1e-9, abs_tol=1e-12):
                return high_closed and not low_open
            return low < high
        return low <= high

    def intersect(self, other: Interval) -> Interval | None:
        """Return the values that lie in both, or None."""
        if not self.overlaps(other):
            return None
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, max(low, high), low_open, not closed)

    def plus(self, other: Interval) -> Interval:
        """Return the sums of a value of each; open ends become closed, so nothing is lost."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Return the differences of a value of each, with closed ends like :meth:`plus`."""
        return Interval(self.low - other.high, self.high - other.low)

    def per(self, other: Interval) -> Interval | None:
        """Return the quotients of a value of each; None when the divisor may be zero or less."""
        if other.low <= 0 or not other.is_bounded or not self.is_bounded:
            return None
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def size(self) -> Interval:
        """Return the absolute values: -3 to 2 becomes 0 to 3."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return Interval(-self.high, -self.low, self.high_open, self.low_open)
        return Interval(0, max(-self.low, self.high))

    def times(self, factor: float) -> Interval:
        """Return the values multiplied by a positive factor."""
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def below(self, other: Interval) -> bool:
        """Whether every value is smaller than every value of ``other``."""
        return not self.overlaps(other) and (self.low, self.high) < (other.low, other.high)
