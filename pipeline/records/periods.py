"""Expressions of time, and the day that relative ones are relative to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day, or the first and last possible day, that relative expressions are relative to."""

    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A point, span or duration in time (view offsets).

    ``edtf`` is None for durations and sets, which have ``iso8601`` instead. ``earliest`` and
    ``latest`` are None where the side is open. ``anchored``: absolute, publication (relative to
    the document's date), previous (to a period named before), open (relative, but no anchor).
    """

    start: int
    end: int
    surface: str
    kind: str  # point span part duration set vague
    edtf: str | None
    iso8601: str | None
    earliest: str | None
    latest: str | None
    anchored: str = "absolute"
    granularity: str = "day"  # day month quarter half_year year school_year span open vague
