"""Numbers and dates by pattern: what a programmer without a Dutch finder would write first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from finds import Find, Finds, Number, Time, last_day

_DIGITS = re.compile(r"(?<![\w.,])\d+(?:\.\d{3})*(?:,\d+)?(?!\w)")
_SCALES = {"duizend": 1e3, "miljoen": 1e6, "miljard": 1e9}
_SCALE = re.compile(rf"\s({'|'.join(_SCALES)})\b")
_UNITS = {
    "%": "percent",
    "procent": "percent",
    "euro": "EUR",
    "dollar": "USD",
    "jaar": "year",
    "maanden": "month",
    "weken": "week",
    "dagen": "day",
    "uur": "hour",
    "minuten": "minute",
    "kilometer": "kilometre",
    "meter": "metre",
    "kilo": "kilogram",
}
_ORDINAL = re.compile(r"(?:de|ste)$")
_SIGNS = {"€": "EUR", "$": "USD"}
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})\b(?: (?P<year>\d{{4}})\b)?"
    r"|(?<![\w.,])(?P<only>(?:19|20)\d\d)(?![\w.,]\d|\w)"
)


def digits(text: str) -> Iterator[Number]:
    """Yield the numbers in digits, with *duizend*, *miljoen* or *miljard* behind them."""
    for match in _DIGITS.finditer(text):
        value = float(match[0].replace(".", "").replace(",", "."))
        scale = _SCALE.match(text, match.end())
        if scale:
            yield Number(match.start(), scale.end(), value * _SCALES[scale[1]])
        else:
            yield Number(match.start(), match.end(), value)


def baseline() -> Find:
    """What an hour of work gives: spaCy's tokens and ``like_num``, word lists, one date pattern."""
    import spacy

    tokenise = spacy.blank("nl")

    def find(text: str, published: date) -> Finds:
        times = list(_dates(text, published))
        dated = {place for found in times for place in range(found.start, found.end)}
        doc = tokenise(text)
        tokens = [
            (token.text, token.idx, token.like_num and not _ORDINAL.search(token.text))
            for token in doc
        ]
        return Finds(list(_numbers(text, tokens, dated)), times)

    return find


def _numbers(
    text: str, tokens: Sequence[tuple[str, int, bool]], dated: set[int]
) -> Iterator[Number]:
    """Yield digits with their value, and words that ``like_num`` knows without one."""
    found = list(digits(text))
    taken = {place for number in found for place in range(number.start, number.end)}
    found += [
        Number(start, start + len(word), None)
        for word, start, numeric in tokens
        if numeric and start not in taken
    ]
    words = {start: word for word, start, _ in tokens}
    for number in found:
        if number.start in dated:
            continue
        behind = words.get(number.end + 1) or words.get(number.end) or ""
        unit = _SIGNS.get(text[: number.start].rstrip()[-1:]) or _UNITS.get(behind)
        yield replace(number, unit=unit)


def _dates(text: str, published: date) -> Iterator[Time]:
    for match in _DATE.finditer(text):
        year = int(match["year"] or match["only"] or published.year)
        month = _MONTHS.index(match["month"]) + 1 if match["month"] else 1
        try:
            first = date(year, month, int(match["day"] or 1))
        except ValueError:
            continue
        grain = "day" if match["day"] else "month" if match["month"] else "year"
        yield Time(
            match.start(), match.end(), first.isoformat(), last_day(first, grain).isoformat()
        )
