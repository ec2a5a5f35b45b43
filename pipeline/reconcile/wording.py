"""Words for explanations, in Dutch and in English: numbers, periods, statuses, sources.

Explanations quote what was said rather than what was computed, so that a reader recognises the
sentence; numbers that were computed are written in the notation of the language.
"""

from __future__ import annotations

from typing import Literal

from pipeline.reconcile.records import PERCENT, Stated

Lang = Literal["nl", "en"]

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_STATUS = {
    "nl": {
        "provisional": "voorlopig",
        "definitive": "definitief",
        "revised": "herzien",
        "estimate": "schatting",
    },
    "en": {
        "provisional": "provisional",
        "definitive": "definitive",
        "revised": "revised",
        "estimate": "estimate",
    },
}
_STATEMENT = {
    "nl": {
        "norm": "norm",
        "forecast": "verwachting",
        "target": "doel",
        "change": "verandering",
        "level": "stand",
    },
    "en": {
        "norm": "norm",
        "forecast": "forecast",
        "target": "target",
        "change": "change",
        "level": "level",
    },
}
_STANCE = {
    "nl": {
        "asks": "alleen gevraagd",
        "denies": "ontkend",
        "hypothetical": "verondersteld",
        "endorses": "bevestigd",
    },
    "en": {
        "asks": "only asked",
        "denies": "denied",
        "hypothetical": "supposed",
        "endorses": "confirmed",
    },
}


def number(value: float, lang: Lang) -> str:
    """Write a number as the language does; from a million on with its word.

    >>> number(19_700_000, "nl")
    '19,7 miljoen'
    """
    for size, words in (
        (1_000_000_000, {"nl": "miljard", "en": "billion"}),
        (1_000_000, {"nl": "miljoen", "en": "million"}),
    ):
        if abs(value) >= size:
            return f"{_plain(value / size, lang)} {words[lang]}"
    return _plain(value, lang)


def amount(value: float, family: str, lang: Lang) -> str:
    """Write a number with its unit: '6,4 procent', '€ 4,4 miljoen'."""
    if family == PERCENT:
        return f"{number(value, lang)} {'procent' if lang == 'nl' else 'percent'}"
    if family == "EUR":
        return f"€ {number(value, lang)}" if lang == "nl" else f"€{number(value, lang)}"
    return number(value, lang)


def between(low: float, high: float, family: str, lang: Lang) -> str:
    """Write an interval: 'tussen 6,68 en 6,74 procent'."""
    word, conjunction = ("tussen", "en") if lang == "nl" else ("between", "and")
    return f"{word} {number(low, lang)} {conjunction} {amount(high, family, lang)}"


def said(figure: Stated) -> str:
    """Quote the words of the figure, white space made single."""
    return f"‘{' '.join(figure.surface.split())}’"


def period(figure: Stated, lang: Lang) -> str:
    """Name the period of a figure for a reader.

    EDTF intervals of half a year, a quarter or a school year are named as such.
    """
    if figure.earliest is None and figure.latest is None:
        return "zonder genoemde periode" if lang == "nl" else "no period named"
    if figure.period_kind == "vague":
        return _vague(figure, lang)
    if figure.earliest is None:
        until = _day(figure.latest or "", lang)
        return f"tot en met {until}" if lang == "nl" else f"until {until}"
    if figure.latest is None:
        since = _day(figure.earliest, lang)
        return f"sinds {since}" if lang == "nl" else f"since {since}"
    return _span(figure.earliest, figure.latest, figure.period_kind, lang)


def notes(figure: Stated, lang: Lang) -> str:
    """Say for whom, of what status, and by whom a figure is: '(jongeren; voorlopig; CBS)'."""
    parts = []
    if figure.population:
        parts.append(figure.population)
    parts += [_STATUS[lang][status] for status in figure.status]
    if figure.statement != "level":
        parts.append(_STATEMENT[lang][figure.statement])
    if figure.stance != "asserts":
        parts.append(_STANCE[lang][figure.stance])
    where = figure.source or figure.title
    if where:
        parts.append(where)
    return f" ({'; '.join(parts)})" if parts else ""


def line(figure: Stated, lang: Lang, *, with_label: bool = False) -> str:
    """Word one figure of a list: 'november 2023: ‘ruim twaalf procent’ (jongeren; Omroep)'."""
    label = f"{figure.label}, " if with_label else ""
    return f"{label}{period(figure, lang)}: {said(figure)}{notes(figure, lang)}"


def listing(items: list[str], lang: Lang) -> str:
    """Join words as prose does: 'a, b en c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'en' if lang == 'nl' else 'and'} {items[-1]}"


def _plain(value: float, lang: Lang) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    if lang == "nl":
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return text


def _vague(figure: Stated, lang: Lang) -> str:
    if figure.latest and not figure.earliest:
        day = _day(figure.latest, lang)
        return (
            f"niet nader genoemd, vóór {day}"
            if lang == "nl"
            else f"not named exactly, before {day}"
        )
    if figure.earliest and not figure.latest:
        day = _day(figure.earliest, lang)
        return (
            f"niet nader genoemd, na {day}" if lang == "nl" else f"not named exactly, after {day}"
        )
    return "niet nader genoemd" if lang == "nl" else "not named exactly"


def _day(day: str, lang: Lang) -> str:
    year, month, date = day.split("-")
    return f"{int(date)} {_month(int(month), lang)} {year}"


def _month(month: int, lang: Lang) -> str:
    return _MONTHS[lang].split()[month - 1]


def _span(earliest: str, latest: str, kind: str | None, lang: Lang) -> str:
    if earliest == latest:
        return _day(earliest, lang)
    begin_year, begin = earliest[:4], earliest[5:]
    end_year, end = latest[:4], latest[5:]
    if begin_year == end_year:
        if (begin, end) == ("01-01", "12-31"):
            return begin_year
        halves = {("01-01", "06-30"): 1, ("07-01", "12-31"): 2}
        if (begin, end) in halves:
            return _half(halves[begin, end], begin_year, lang)
        if begin[:2] == end[:2] and begin[3:] == "01" and int(end[3:]) >= 28:
            return f"{_month(int(begin[:2]), lang)} {begin_year}"
    if kind == "school_year":
        word = "schooljaar" if lang == "nl" else "school year"
        return f"{word} {begin_year}/{end_year}"
    if (begin, end) == ("01-01", "12-31"):
        return f"{begin_year}–{end_year}"
    joiner = "tot en met" if lang == "nl" else "to"
    return f"{_day(earliest, lang)} {joiner} {_day(latest, lang)}"


def _half(half: int, year: str, lang: Lang) -> str:
    if lang == "nl":
        return f"{'eerste' if half == 1 else 'tweede'} helft van {year}"
    return f"{'first' if half == 1 else 'second'} half of {year}"
