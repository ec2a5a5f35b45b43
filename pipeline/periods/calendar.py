"""Arithmetic on days: ends of months, shifts, weeks, Easter and the feasts that follow from it."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta

FIRST_YEAR = 1
LAST_YEAR = 9998


def month_end(year: int, month: int) -> date:
    """Return the last day of a month.

    >>> month_end(2020, 2)
    datetime.date(2020, 2, 29)
    """
    return date(year, month, _calendar.monthrange(year, month)[1])


def safe_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """Shift by whole months; a day that the target month lacks becomes its last day.

    >>> add_months(date(2019, 3, 31), -1)
    datetime.date(2019, 2, 28)

    Raises:
        OverflowError: the result lies outside the years a date can have.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError(f"year {year} out of range")
    month += 1
    return date(year, month, min(day.day, _calendar.monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """Shift by days.

    Raises:
        OverflowError: the result lies outside the years a date can have.
    """
    return day + timedelta(days=days)


def week_start(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def iso_week(year: int, week: int) -> date | None:
    """Return the Monday of an ISO week, or None where the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian), by the rule of Gauss in the form of Meeus.

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday (Monday is 1) of a month.

    >>> nth_weekday(2019, 9, 2, 3)
    datetime.date(2019, 9, 17)
    """
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def kings_day(year: int) -> date:
    """Return King's Day: 27 April, or 26 April in a year in which that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.isoweekday() == 7 else day
