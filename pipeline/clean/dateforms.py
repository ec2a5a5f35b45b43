"""Dates as the heads of articles and letters write them.

The finder of time expressions reads sentences; heads are terser ('zo 12-03-23 | 08:15', 'week 12,
2023', 'jaargang 14, nummer 3, maart 2023') and need dates that are complete. Both the cleaner
(which lines are datelines) and the description (which date it is) read them here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from pipeline.periods.lexicon import lexicon

_CENTURY_PIVOT: Final = 68  # '68' is 2068, '69' is 1969, as POSIX reads two digits
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_YEAR: Final = r"(?:19|20)\d\d"
_SEASONS: Final = {"voorjaar": 21, "lente": 21, "zomer": 22, "najaar": 23, "herfst": 23}
# Monday is 0, as in ``date.weekday``.
_WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
WEEKDAY: Final = (
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:ma|di|wo|do|vr|za|zo)\b\.?)"
)


@dataclass(frozen=True, slots=True)
class DateForm:
    """A date in a short text (offsets in that text).

    ``kind``: day, month, season, week, year, or partial (a day and month without a year, then
    ``edtf`` is None). ``weekday`` is the one that is written in front, Monday being 0.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def find_dates(text: str) -> list[DateForm]:
    """Return the dates of a short text, in order and without overlap.

    >>> [form.edtf for form in find_dates("Nieuwsbrief 3, zo 12.03.23 (maart 2023)")]
    ['2023-03-12', '2023-03']
    """
    found: list[DateForm] = []
    for pattern, read in _forms():
        for match in pattern.finditer(text):
            if any(match.start() < old.end and old.start < match.end() for old in found):
                continue
            if form := read(match):
                found.append(form)
    return sorted(found, key=lambda form: form.start)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateForm | None]], ...]:
    """Return the patterns, the most complete first, and what reads each."""
    names = "|".join(sorted(map(re.escape, lexicon().month_names), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    weekday = rf"(?:\b(?P<weekday>{WEEKDAY}),?[ ]+)?"
    short_year = r"(?:[’'‘`]\d\d)"
    forms: tuple[tuple[str, Callable[[re.Match[str]], DateForm | None]], ...] = (
        (
            rf"{weekday}(?<![\d./-])(?P<year>{_YEAR})(?P<sep>[-/.])(?P<month>{_MONTH})(?P=sep)"
            rf"(?P<day>{_DAY})(?=T\d|[^\d/-]|-\D|$)",
            _numeric,
        ),
        (
            rf"{weekday}(?<![\d./-])(?P<day>{_DAY}) ?(?P<sep>[-–/.]) ?"
            rf"(?P<month>{_MONTH}) ?(?P=sep) ?(?P<year>{_YEAR}|[’']?\d\d)(?![\d%]|[-/.,:]\d)",
            _numeric,
        ),
        (
            rf"{weekday}(?<![\w.,/-])(?P<day>{_DAY})(?:e|ste|de)?[ .-]{{0,2}}{month},?[ -]{{0,2}}"
            rf"(?P<year>{_YEAR}|{short_year})(?!\d)",
            _worded,
        ),
        (rf"\b{month} ?[-/–] ?(?P<until>{names})\b\.?,?[ ]+(?P<year>{_YEAR})(?!\d)", _months),
        (rf"\b{month},?[ ]+(?P<year>{_YEAR})(?!\d)", _month),
        (
            rf"\b(?P<label>date|datum)[ ]*:?[ ]*(?P<year>{_YEAR})-"
            r"(?P<number>0[1-9]|1[0-2])(?![\d-])",
            _month,
        ),
        (rf"\b(?P<label>date|datum)[ ]*:?[ ]*(?P<year>{_YEAR})(?![\d.,:/-])", _year),
        (rf"\b(?:week|wk\.?)[ ]*(?P<week>\d{{1,2}})[ ,/–|-]{{1,3}}(?P<year>{_YEAR})(?!\d)", _week),
        (rf"(?<!\d)(?P<year>{_YEAR})[ ,/–|-]{{1,3}}week[ ]*(?P<week>\d{{1,2}})(?!\d)", _week),
        (rf"\b(?P<season>{'|'.join(_SEASONS)})[ ]+(?P<year>{_YEAR})(?!\d)", _season),
        (
            rf"\b(?:nummer|nr\.?|editie|uitgave)[ ]*\d{{1,3}}[ ,/–|-]{{1,3}}"
            rf"(?P<year>{_YEAR})(?!\d)",
            _year,
        ),
        (
            rf"{weekday}(?<![\w.,/-])(?P<day>{_DAY})[ .-]{{1,2}}{month}(?![ ]*{_YEAR})(?!\w)",
            _partial,
        ),
    )
    return tuple((re.compile(pattern, re.I), read) for pattern, read in forms)


def full_year(digits: str) -> int:
    """Return the year for four digits, or for two with or without an apostrophe."""
    digits = digits.lstrip("’'‘`")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _CENTURY_PIVOT else 1900)


def month_number(word: str) -> int:
    """Return 1 … 12 for the name of a month or its abbreviation.

    Raises:
        KeyError: no month has that name.
    """
    words = lexicon()
    low = word.lower().rstrip(".")
    return words.months[low] if low in words.months else words.month_abbreviations[low]


def _weekday(match: re.Match[str]) -> int | None:
    word = match["weekday"]
    return _WEEKDAYS.index(word[:2].lower()) if word else None


def _form(
    match: re.Match[str],
    kind: str,
    edtf: str | None,
    *,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> DateForm:
    start = match.start("year") if "label" in match.re.groupindex else match.start()
    return DateForm(start, match.end(), kind, edtf, month, day, weekday)


def _on(match: re.Match[str], year: int, month: int, day: int) -> DateForm | None:
    try:
        edtf = date(year, month, day).isoformat()
    except ValueError:
        return None
    weekday = _weekday(match)
    return _form(match, "day", edtf, month=month, day=day, weekday=weekday)


def _numeric(match: re.Match[str]) -> DateForm | None:
    return _on(match, full_year(match["year"]), int(match["month"]), int(match["day"]))


def _worded(match: re.Match[str]) -> DateForm | None:
    return _on(match, full_year(match["year"]), month_number(match["month"]), int(match["day"]))


def _month(match: re.Match[str]) -> DateForm | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else month_number(groups["month"])
    return _form(match, "month", f"{match['year']}-{month:02}", month=month)


def _months(match: re.Match[str]) -> DateForm | None:
    first, last = month_number(match["month"]), month_number(match["until"])
    if first >= last:
        return None
    return _form(match, "month", f"{match['year']}-{first:02}/{match['year']}-{last:02}")


def _season(match: re.Match[str]) -> DateForm | None:
    return _form(match, "season", f"{match['year']}-{_SEASONS[match['season'].lower()]}")


def _week(match: re.Match[str]) -> DateForm | None:
    try:
        first = date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    except ValueError:
        return None
    last = date.fromisocalendar(int(match["year"]), int(match["week"]), 7)
    return _form(match, "week", f"{first.isoformat()}/{last.isoformat()}")


def _year(match: re.Match[str]) -> DateForm | None:
    return _form(match, "year", match["year"])


def _partial(match: re.Match[str]) -> DateForm | None:
    month, day = month_number(match["month"]), int(match["day"])
    try:
        date(2000, month, day)  # a leap year: 29 February exists in some years
    except ValueError:
        return None
    return _form(match, "partial", None, month=month, day=day, weekday=_weekday(match))
