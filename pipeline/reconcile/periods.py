"""When two figures speak of the same time: the part of comparability that concerns periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.reconcile.records import Stated
from pipeline.reconcile.rules import comparability

Sameness = Literal["same", "same_if_agree", "within", "different", "unknown"]
_PART = 122  # days that a part of a year has at most
_BEGIN, _END = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Periods:
    """How two periods relate, with reason codes.

    ``same_if_agree``: nothing contradicts that it is one moment (two texts that say how it is
    'now'), but figures that clash are rather of different moments than in conflict. ``within``:
    the one is a day of the other ('31 december 2023', 'eind 2023'); figures that clash are then
    of different periods.
    """

    sameness: Sameness
    reasons: tuple[str, ...] = ()


def compare_periods(a: Stated, b: Stated) -> Periods:
    """Compare the periods of two figures.

    Reasons: ``from_to`` (two ends of one movement), ``period_within``, ``period_missing``,
    ``period_vague`` ('de afgelopen jaren'), ``period_open`` ('sinds 2017'),
    ``period_of_publication`` (a text says how it is now), ``period_moment`` (the day of
    publication, in the course of which numbers change),
    ``period_length`` (half a year and a year), ``period``.
    """
    if _from_to(a, b):
        return Periods("different", ("from_to",))
    if not _dated(a) or not _dated(b):
        one_text = a.document == b.document and not _dated(a) and not _dated(b)
        return Periods("same_if_agree" if one_text else "unknown", ("period_missing",))
    if "vague" in {a.period_kind, b.period_kind}:
        return _compare_vague(a, b)
    if _bounds(a) == _bounds(b):
        if a.document != b.document and (_same_day_news(a) or _same_day_news(b)):
            return Periods("same_if_agree", ("period_moment",))
        return Periods("same")
    published = [figure.of_publication for figure in (a, b)]
    days = all(figure.earliest == figure.latest for figure in (a, b))
    moment = comparability().same_moment_days if all(published) or days else 0
    if any(published) and _gap(a, b) <= moment:
        return Periods("same_if_agree", ("period_of_publication",))
    if _within(a, b) or _within(b, a):
        return Periods("within", ("period_within",))
    length = ("period_length",) if _lengths_differ(a, b) else ()
    if _gap(a, b) > 0:
        return Periods("different", ("period", *length))
    if "open" in {a.period_kind, b.period_kind}:
        # One text that names two stretches of time means two; two texts may mean one.
        return Periods("different" if a.document == b.document else "unknown", ("period_open",))
    return Periods("different", length or ("period",))


def _compare_vague(a: Stated, b: Stated) -> Periods:
    if _gap(a, b) > 0 and not (a.is_unnamed_time or b.is_unnamed_time):
        return Periods("different", ("period",))
    if a.document == b.document:
        same = a.period == b.period and _bounds(a) == _bounds(b)
        # One text that names two moments means two moments.
        return Periods("same") if same else Periods("different", ("period_vague",))
    if _gap(a, b) > 0:
        return Periods("different", ("period",))
    return Periods("unknown", ("period_vague",))


def _from_to(a: Stated, b: Stated) -> bool:
    """Whether the figures are the ends of one movement: 'van 2,2 naar 1,9 procent'."""
    if a.base == b.id or b.base == a.id:
        return True
    return (
        a.document == b.document
        and a.together is not None
        and a.together == b.together
        and {a.part, b.part} == {"base", "target"}
    )


def _same_day_news(figure: Stated) -> bool:
    """Whether a text tells of its own day, in the course of which a number may still change."""
    day = figure.earliest
    if day is None or day != figure.latest or figure.published_earliest is None:
        return False
    return figure.published_earliest <= day <= (figure.published_latest or day)


def _dated(figure: Stated) -> bool:
    return figure.earliest is not None or figure.latest is not None


def _bounds(figure: Stated) -> tuple[str, str]:
    return figure.earliest or _BEGIN, figure.latest or _END


def _gap(a: Stated, b: Stated) -> int:
    """The days from the end of the one to the begin of the other; 0 or less when they overlap."""
    (first_begin, first_end), (second_begin, second_end) = _bounds(a), _bounds(b)
    begin, end = max(first_begin, second_begin), min(first_end, second_end)
    if end >= begin:
        return 0
    return (_day(begin) - _day(end)).days


def _day(iso: str) -> date:
    return date.min if iso < "0001" else date.fromisoformat(iso)


def _within(day: Stated, part: Stated) -> bool:
    """Whether a day or month lies in a part of a year that has no sharp edges: 'eind 2023'."""
    if part.period_kind != "span" or day.period_kind not in {"point", "month"}:
        return False
    if not (day.earliest and day.latest and part.earliest and part.latest):
        return False
    inside = part.earliest <= day.earliest and day.latest <= part.latest
    return inside and (_day(part.latest) - _day(part.earliest)).days <= _PART


def _lengths_differ(a: Stated, b: Stated) -> bool:
    """Whether what adds up over time cannot be compared; a moment has no length to speak of."""
    lengths = []
    for figure in (a, b):
        if figure.earliest is None or figure.latest is None or figure.earliest == figure.latest:
            return False
        if figure.period_kind == "point" or figure.of_publication:
            return False
        lengths.append((_day(figure.latest) - _day(figure.earliest)).days + 1)
    return max(lengths) / min(lengths) >= comparability().length_ratio
