"""A day without its year ('vrijdag 19 januari, 06:30'), completed where the text allows one year.

The year comes from the bounds that the text gives, narrowed by the weekday. Where more than one
year is left the result is bounds again, tighter ones: the first and the last day that fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pipeline.clean.dateforms import DateForm
from pipeline.periods.edtf import render
from pipeline.records import Published

_HORIZON: Final = (
    12  # years within which any weekday falls on any day of the year (but 29 February)
)


def complete_year(
    yearless: Sequence[tuple[DateForm, Published]], known: Published | None
) -> Published | None:
    """Return the date, or tighter bounds, of the first day without a year; else None.

    ``known`` holds the bounds that the text gives; without a lower bound nothing is concluded.
    """
    if not yearless or known is None or known.earliest is None:
        return None
    form, place = yearless[0]
    days = _days(form, date.fromisoformat(known.earliest), _day(known.latest))
    if not days:
        return None
    if known.latest is not None and len(days) == 1:
        day = days[0].isoformat()
        reason = f"the day {place.reason}, its year is the only one that fits: {known.reason}"
        return replace(place, edtf=day, earliest=day, latest=day, reason=reason)
    first, last = days[0], days[-1] if known.latest is not None else None
    return Published(
        edtf=render(first, last, precision="day"),
        earliest=first.isoformat(),
        latest=last.isoformat() if last else None,
        method="inferred",
        start=place.start,
        end=place.end,
        reason=f"the day without a year is {place.reason}; {known.reason}",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(form: DateForm, first: date, last: date | None) -> list[date]:
    """Return the days between two bounds on which the day of the year and the weekday agree."""
    found: list[date] = []
    until = last.year if last else first.year + _HORIZON
    for year in range(first.year, until + 1):
        try:
            day = date(year, form.month or 0, form.day or 0)
        except ValueError:
            continue
        if day < first or (last is not None and day > last):
            continue
        if form.weekday is None or day.weekday() == form.weekday:
            found.append(day)
    return found
