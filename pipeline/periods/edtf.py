"""EDTF, as far as this project uses it: writing intervals of days, and reading them back.

Written are days (``2017-04-10``), minutes (``2017-04-10T12:41``), months, years, and intervals of
these, open on either side (``2017/..``). Read is more, since metadata files come from elsewhere:
seasons and quarters (``2018-21``, ``2018-33``), decades (``201X``), the marks of doubt (``~ ? %``)
and, for a date of publication, the timestamps and Dutch dates that web pages carry.

The standard: ISO 8601-2:2019, annex A; https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from pipeline.periods.calendar import month_end, safe_day
from pipeline.periods.lexicon import lexicon

Precision = Literal["year", "month", "day"]

# Seasons and other parts of a year (levels 1 and 2): first month, number of months. The seasons
# are the meteorological ones of the northern hemisphere.
_YEAR_PARTS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip

_SINGLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T[\d:.]+"
    r"(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?[~?%]?",
)
_DUTCH_DAY = re.compile(r"(\d{1,2}) +([a-z]+)\.? +(\d{4})\b")
_NUMERIC_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_DUTCH_MONTH = re.compile(r"([a-z]+)\.? +(\d{4})")


class EdtfError(ValueError):
    """The text is no date that is understood; the message quotes it and says what is."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as metadata states it: EDTF, and the first and last day it may be."""

    edtf: str
    earliest: str | None
    latest: str | None


def _write(day: date, precision: Precision) -> str:
    text = day.isoformat()
    return text[: {"year": 4, "month": 7, "day": 10}[precision]]


def _fits(first: date | None, last: date | None, precision: Precision) -> bool:
    """Whether the bounds are the first and last day of units of this size."""
    if precision == "day":
        return True
    starts = first is None or (first.day == 1 and (precision == "month" or first.month == 1))
    ends = last is None or (
        last == month_end(last.year, last.month) and (precision == "month" or last.month == 12)
    )
    return starts and ends


def render(first: date | None, last: date | None, *, precision: Precision = "year") -> str | None:
    """Write the days from ``first`` to ``last`` as EDTF; None is an open side.

    ``precision`` is the largest unit to write in; a smaller one is taken where the bounds do not
    fall on its borders. Returns None when both sides are open.

    >>> render(date(2020, 1, 1), date(2020, 6, 30))
    '2020-01/2020-06'
    >>> render(date(2021, 1, 1), None, precision="day")
    '2021-01-01/..'
    """
    if first is None and last is None:
        return None
    units: tuple[Precision, ...] = ("year", "month", "day")
    unit = next(u for u in units[units.index(precision) :] if _fits(first, last, u))
    start = ".." if first is None else _write(first, unit)
    end = ".." if last is None else _write(last, unit)
    return start if start == end else f"{start}/{end}"


def _single(text: str) -> tuple[date, date]:
    """Return the first and last day of one EDTF date."""
    found = _SINGLE.fullmatch(text)
    if found is None:
        raise EdtfError(
            f"{text!r} is not an EDTF date; write 2023, 2023-11, 2023-11-07 or an interval of these"
        )
    year, month, day = found["year"], found["month"], found["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        low = 1
    if month in (None, "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    number = int(month)
    if number in _YEAR_PARTS and day is None:
        start, length = _YEAR_PARTS[number]
        end = start + length - 1
        return date(low, start, 1), month_end(high + (end > 12), (end - 1) % 12 + 1)
    if not 1 <= number <= 12:
        raise EdtfError(f"{text!r} has month {month}, which does not exist")
    if day in (None, "XX"):
        return date(low, number, 1), month_end(high, number)
    first, last = safe_day(low, number, int(day)), safe_day(high, number, int(day))
    if first is None or last is None:
        raise EdtfError(f"{text!r} is a day that does not exist")
    return first, last


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """Return the earliest and latest day of an EDTF value as ISO dates, None where it is open.

    >>> bounds("2020-01/2020-06")
    ('2020-01-01', '2020-06-30')
    >>> bounds("2017/..")
    ('2017-01-01', None)

    Raises:
        EdtfError: the value is not EDTF, or is an interval that ends before it begins.
    """
    sides = edtf.split("/")
    if len(sides) > 2:
        raise EdtfError(f"{edtf!r} has more than two sides")
    if len(sides) == 1:
        first, last = _single(edtf)
        return first.isoformat(), last.isoformat()
    start = None if sides[0] in ("", "..") else _single(sides[0])[0]
    end = None if sides[1] in ("", "..") else _single(sides[1])[1]
    if start is not None and end is not None and start > end:
        raise EdtfError(f"{edtf!r} ends before it begins")
    return start.isoformat() if start else None, end.isoformat() if end else None


def _month_number(word: str) -> int | None:
    words = lexicon()
    return words.months.get(word) or words.month_abbreviations.get(word)


def _in_words(text: str) -> str | None:
    """Return the ISO form of a date as a Dutch page writes it, or None."""
    low = text.lower()
    if (found := _DUTCH_DAY.search(low)) and (month := _month_number(found[2])):
        return f"{found[3]}-{month:02}-{int(found[1]):02}"
    if found := _NUMERIC_DAY.match(low):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if (found := _DUTCH_MONTH.fullmatch(low)) and (month := _month_number(found[1])):
        return f"{found[2]}-{month:02}"
    return None


def _timestamp(text: str) -> str | None:
    """Return the day of an ISO or RFC 2822 timestamp, in its own time zone, or None."""
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return None


def parse_published(text: str) -> Dated:
    """Read a date of publication as a metadata file or a web page states it.

    EDTF is kept as it is; a timestamp becomes its day; ``10 april 2017`` and ``15-03-2022`` (day
    first) become ISO dates.

    >>> parse_published("2023-11")
    Dated(edtf='2023-11', earliest='2023-11-01', latest='2023-11-30')
    >>> parse_published("Mon, 08 Jul 2019 15:55:56 +0200").edtf
    '2019-07-08'

    Raises:
        EdtfError: it is none of these.
    """
    stated = " ".join(text.split())
    try:
        earliest, latest = bounds(stated)
    except EdtfError as error:
        other = _timestamp(stated) or _in_words(stated)
        if other is None:
            raise error from None
        stated = other
        earliest, latest = bounds(stated)
    if earliest is None and latest is None:
        raise EdtfError(f"{text!r} is open on both sides and says nothing")
    if "T" in stated and stated[10:11] == "T":
        stated = stated[:16]
    return Dated(stated, earliest, latest)
