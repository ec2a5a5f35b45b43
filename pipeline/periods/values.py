"""What a time expression means: a stretch of days, known or still waiting for its year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from pipeline.periods.calendar import (
    LAST_YEAR,
    add_days,
    add_months,
    month_end,
    safe_day,
    week_start,
)
from pipeline.periods.edtf import Precision


@dataclass(frozen=True, slots=True)
class Value:
    """The days from ``first`` to ``last`` (None where open), and how they were said.

    ``unit`` is the granularity and ``kind`` the kind of :class:`pipeline.records.TimeExpression`;
    ``precision`` is the largest unit EDTF may be written in. A value with ``of_year`` lacks its
    year (maart, 7 november): the function gives the value in a year, or None where that year has
    no such day.
    """

    first: date | None
    last: date | None
    unit: str
    kind: str = "point"
    precision: Precision = "year"
    anchored: str = "absolute"
    iso8601: str | None = None
    time: str | None = None
    of_year: Callable[[int], Value | None] | None = None
    loose: bool = False  # begin, medio, eind: the borders are a convention
    compared: bool = False  # een jaar eerder: named to compare with, not to speak of


class Match(NamedTuple):
    """Where an expression ends (a token index), and its value; None is 'no time after all'."""

    end: int
    value: Value | None


def day(moment: date, *, time: str | None = None) -> Value:
    """Return one day, or one minute of it."""
    return Value(moment, moment, "day", precision="day", time=time)


def month(year: int, number: int) -> Value:
    """Return one month."""
    return Value(date(year, number, 1), month_end(year, number), "month", precision="month")


def year(number: int) -> Value:
    """Return one year."""
    return Value(date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int) -> Value:
    """Return whole years, both included."""
    if first == last:
        return year(first)
    return Value(date(first, 1, 1), date(last, 12, 31), "span", "span")


def months(first_year: int, first: int, count: int, *, unit: str = "span") -> Value:
    """Return ``count`` months from a month on, as a part of a year."""
    start = date(first_year, first, 1)
    end = add_months(start, count - 1)
    return Value(start, month_end(end.year, end.month), unit, "part", "month")


def span(first: date, last: date, *, precision: Precision = "day") -> Value:
    """Return the days from first to last, written no larger than ``precision``."""
    return Value(first, last, "span", "span", precision)


def unknown(unit: str, *, kind: str = "point") -> Value:
    """Return a relative expression of a text without a date: never a guess."""
    return Value(None, None, unit, kind, anchored="open")


def waiting(of_year: Callable[[int], Value | None], *, unit: str, kind: str = "point") -> Value:
    """Return a value that lacks its year."""
    return Value(None, None, unit, kind, of_year=of_year)


def lift(change: Callable[[Value], Value | None], value: Value) -> Value | None:
    """Apply ``change`` now, or to the value in each year when it still lacks one."""
    inner = value.of_year
    if inner is None:
        return change(value) if value.first and value.last else unknown(value.unit, kind="part")

    def of_year(number: int) -> Value | None:
        known = inner(number)
        return change(known) if known else None

    return replace(value, of_year=of_year, kind="part")


def containing(unit: str, moment: date) -> Value:
    """Return the calendar unit (day, week, weekend, month …) that a day lies in."""
    number = moment.year
    if unit == "week":
        monday = week_start(moment)
        return span(monday, add_days(monday, 6))
    if unit == "weekend":
        saturday = add_days(week_start(moment), 5)
        return span(saturday, add_days(saturday, 1))
    if unit == "month":
        return month(number, moment.month)
    if unit == "quarter":
        return quarter(number, (moment.month + 2) // 3)
    if unit == "half_year":
        return half(number, 1 if moment.month < 7 else 2)
    if unit == "year":
        return year(number)
    if unit == "decade":
        return years(max(number // 10 * 10, 1), number // 10 * 10 + 9)
    if unit == "century":
        start = (number - 1) // 100 * 100 + 1
        return years(start, min(start + 99, LAST_YEAR))
    return day(moment)


def quarter(number: int, which: int) -> Value:
    """Return a quarter (1–4) of a year."""
    return months(number, which * 3 - 2, 3, unit="quarter")


def half(number: int, which: int) -> Value:
    """Return the first or second half of a year."""
    return months(number, which * 6 - 5, 6, unit="half_year")


def move(moment: date, unit: str, count: int) -> date:
    """Shift a day by units.

    Raises:
        OverflowError: the result lies outside the years a date can have.
    """
    if unit in ("week", "weekend"):
        return add_days(moment, 7 * count)
    in_months = {
        "month": 1,
        "quarter": 3,
        "half_year": 6,
        "year": 12,
        "decade": 120,
        "century": 1200,
    }
    if unit in in_months:
        return add_months(moment, in_months[unit] * count)
    return add_days(moment, count)


def precision_of(unit: str) -> Precision:
    """Return the EDTF precision in which whole units of this size are written."""
    if unit in ("year", "decade", "century"):
        return "year"
    return "month" if unit in ("month", "quarter", "half_year") else "day"


def granularity(unit: str) -> str:
    """Return the granularity that a unit has in a record: weeks and decades are spans."""
    return unit if unit in ("day", "month", "quarter", "half_year", "year") else "span"


def in_year(value: Value, number: int) -> Value | None:
    """Return the same part of another year ('dezelfde periode in 2019').

    >>> in_year(half(2020, 1), 2019) == half(2019, 1)
    True
    """
    if value.first is None or value.last is None:
        return None
    if value.unit == "year":
        return year(number)
    first = safe_day(number, value.first.month, min(value.first.day, 28))
    if first is None:
        return None
    ends_on_border = value.last == month_end(value.last.year, value.last.month)
    last_year = number + value.last.year - value.first.year
    last = (
        month_end(last_year, value.last.month)
        if ends_on_border
        else safe_day(last_year, value.last.month, min(value.last.day, 28))
    )
    first = safe_day(number, value.first.month, value.first.day) or first
    if not ends_on_border:
        last = safe_day(last_year, value.last.month, value.last.day) or last
    return replace(value, first=first, last=last, time=None)
