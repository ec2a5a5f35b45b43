"""Words for explanations, in Dutch and in English: numbers, periods, statuses, sources.

Explanations quote what was said rather than what was computed, so that a reader recognises the
sentence; numbers that were computed are written in the notation of the language.
"""

from __future__ import annotations

import math
from calendar import monthrange
from typing import Literal

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.records import PERCENT, Stated

Lang = Literal["nl", "en"]
_TITLE_WORDS = 8

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_PARTS = {
    "nl": {
        (1, 6): "eerste helft",
        (7, 12): "tweede helft",
        (1, 3): "eerste kwartaal",
        (4, 6): "tweede kwartaal",
        (7, 9): "derde kwartaal",
        (10, 12): "vierde kwartaal",
    },
    "en": {
        (1, 6): "first half",
        (7, 12): "second half",
        (1, 3): "first quarter",
        (4, 6): "second quarter",
        (7, 9): "third quarter",
        (10, 12): "fourth quarter",
    },
}
_LOOSE = {
    "nl": {
        **dict.fromkeys(("begin", "aanvang"), "begin"),
        **dict.fromkeys(("medio", "halverwege", "half", "midden"), "medio"),
        **dict.fromkeys(("eind", "einde"), "eind"),
        **{season: season for season in ("lente", "voorjaar", "zomer", "herfst", "najaar")},
    },
    "en": {
        **dict.fromkeys(("begin", "aanvang"), "early"),
        **dict.fromkeys(("medio", "halverwege", "half", "midden"), "mid"),
        **dict.fromkeys(("eind", "einde"), "late"),
        **dict.fromkeys(("lente", "voorjaar"), "spring"),
        "zomer": "summer",
        **dict.fromkeys(("herfst", "najaar"), "autumn"),
    },
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
_MOVE = {"nl": {"up": "stijging", "down": "daling"}, "en": {"up": "rise", "down": "fall"}}
_UNITS = {
    "nl": {
        PERCENT: ("procent", "procent"),
        "percentage_point": ("procentpunt", "procentpunt"),
        "second": ("seconde", "seconden"),
        "minute": ("minuut", "minuten"),
        "hour": ("uur", "uur"),
        "day": ("dag", "dagen"),
        "week": ("week", "weken"),
        "month": ("maand", "maanden"),
        "quarter": ("kwartaal", "kwartalen"),
        "year": ("jaar", "jaar"),
        "USD": ("dollar", "dollar"),
        "GBP": ("pond", "pond"),
    },
    "en": {
        PERCENT: ("percent", "percent"),
        "percentage_point": ("percentage point", "percentage points"),
        "second": ("second", "seconds"),
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
        "quarter": ("quarter", "quarters"),
        "year": ("year", "years"),
        "USD": ("dollars", "dollars"),
        "GBP": ("pounds", "pounds"),
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


def amount(value: float, unit: str, lang: Lang) -> str:
    """Write a number with its unit: '6,4 procent', '€ 4,4 miljoen', '8 weken'."""
    text = number(value, lang)
    if unit == "EUR":
        return f"€ {text}" if lang == "nl" else f"€{text}"
    words = _UNITS[lang].get(unit)
    if words is None:
        return text
    return f"{text} {words[0] if abs(value) == 1 else words[1]}"


def between(low: float, high: float, unit: str, lang: Lang) -> str:
    """Write an interval: 'tussen 6,68 en 6,74 procent'."""
    word, conjunction = ("tussen", "en") if lang == "nl" else ("between", "and")
    first = amount(low, unit, lang) if unit == "EUR" else number(low, lang)
    return f"{word} {first} {conjunction} {amount(high, unit, lang)}"


def interval(found: Interval, unit: str, lang: Lang) -> str:
    """Write an interval with its open ends: 'meer dan 12 en hooguit 12,5 procent'.

    An open upper end is not worded: 'tussen 11,5 en 12,5' says enough.
    """
    over, least, under, most = {
        "nl": ("meer dan", "minstens", "minder dan", "hooguit"),
        "en": ("more than", "at least", "less than", "at most"),
    }[lang]
    low = f"{over if found.low_open else least}"
    high = f"{under if found.high_open else most}"
    if not math.isfinite(found.low) and not math.isfinite(found.high):
        return "onbepaald" if lang == "nl" else "not determined"
    if not math.isfinite(found.high):
        return f"{low} {amount(found.low, unit, lang)}"
    if not math.isfinite(found.low):
        return f"{high} {amount(found.high, unit, lang)}"
    if math.isclose(found.low, found.high):
        return amount(found.low, unit, lang)
    if found.low_open:
        first = amount(found.low, unit, lang) if unit == "EUR" else number(found.low, lang)
        joiner = "en" if lang == "nl" else "and"
        return f"{low} {first} {joiner} {high} {amount(found.high, unit, lang)}"
    return between(found.low, found.high, unit, lang)


def unit_of(figure: Stated) -> str:
    """Return what :func:`amount` needs to write numbers like this figure's."""
    if figure.family in {PERCENT, "count"}:
        return figure.family
    return figure.unit or figure.family


def said(figure: Stated) -> str:
    """Quote the words of the figure, white space made single."""
    return f"‘{' '.join(figure.surface.split())}’"


def period(figure: Stated, lang: Lang) -> str:
    """Name the period of a figure for a reader.

    A year, half a year, a quarter, a month and a school year are named as such. A date that is
    only that of the publication is said to be so: 'bericht van 12 april 2019'.
    """
    if figure.of_publication and figure.earliest and figure.latest:
        return _published(figure.earliest, figure.latest, lang)
    if figure.earliest is None and figure.latest is None:
        return "geen periode genoemd" if lang == "nl" else "no period named"
    if figure.period_kind == "vague":
        return _vague(figure, lang)
    if figure.earliest is None:
        until = _last(figure.latest or "", lang)
        return f"tot en met {until}" if lang == "nl" else f"up to and including {until}"
    if figure.latest is None:
        since = _first(figure.earliest, lang)
        return f"sinds {since}" if lang == "nl" else f"since {since}"
    loose = _loose(figure, lang) if figure.period_kind == "span" else None
    return loose or _span(figure.earliest, figure.latest, figure.period_kind, lang)


def remarks(figure: Stated, lang: Lang) -> list[str]:
    """Say for whom, of what status and of what kind a figure is: jongeren, voorlopig, doel."""
    parts = []
    if figure.population:
        parts.append(figure.population)
    parts += [_STATUS[lang][status] for status in figure.status]
    if figure.claim != "level":
        move = _MOVE[lang].get(figure.direction or "") if figure.claim == "change" else None
        parts.append(move or _STATEMENT[lang][figure.claim])
    if figure.stance != "asserts":
        parts.append(_STANCE[lang][figure.stance])
    return parts


def notes(figure: Stated, lang: Lang, *, with_source: bool = True) -> str:
    """Put the remarks in brackets, with who said it: ' (jongeren; voorlopig; CBS)'."""
    parts = remarks(figure, lang)
    if with_source and (figure.source or figure.title):
        parts.append(figure.source or figure.title or "")
    return f" ({'; '.join(parts)})" if parts else ""


def line(figure: Stated, lang: Lang, *, with_label: bool = False) -> str:
    """Word one figure of a list: '‘ruim twaalf procent’ (november 2023; jongeren)'.

    ``with_label`` says what is measured: '‘8 procent’ (pleegzorg; 2020)'.
    """
    label = [figure.label] if with_label else []
    return f"{said(figure)} ({'; '.join([*label, period(figure, lang), *remarks(figure, lang)])})"


def source(figure: Stated, lang: Lang) -> str:
    """Introduce who said it: 'Volgens De Bode', else the text by its title or file name."""
    if figure.source:
        return f"{'Volgens' if lang == 'nl' else 'According to'} {figure.source}"
    if figure.title:
        return f"{'In het bericht' if lang == 'nl' else 'In the article'} {byline(figure)}"
    return f"In het bestand {figure.path}" if lang == "nl" else f"In the file {figure.path}"


def byline(figure: Stated) -> str:
    """Name the text of a figure: De Bode, else its title or file name."""
    if figure.source or not figure.title:
        return figure.source or figure.path
    words = figure.title.split()
    return f"‘{' '.join(words[:_TITLE_WORDS]) + (' …' if len(words) > _TITLE_WORDS else '')}’"


def listing(items: list[str], lang: Lang) -> str:
    """Join words as prose does: 'a, b en c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'en' if lang == 'nl' else 'and'} {items[-1]}"


def _plain(value: float, lang: Lang) -> str:
    # Two decimals, and for what is smaller than a tenth two digits that say something.
    small = 0 < abs(value) < 0.1
    decimals = 1 - math.floor(math.log10(abs(value))) if small else 2
    text = f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    if lang == "nl":
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return text


def _published(earliest: str, latest: str, lang: Lang) -> str:
    if earliest == latest:
        day = _day(earliest, lang)
        return f"bericht van {day}" if lang == "nl" else f"article of {day}"
    span = _span(earliest, latest, None, lang)
    return f"bericht uit {span}" if lang == "nl" else f"article from {span}"


def _vague(figure: Stated, lang: Lang) -> str:
    """Word a period that the text does not name: 'de afgelopen jaren', 'onlangs'."""
    if figure.latest and not figure.earliest:
        until = _last(figure.latest, lang)
        return (
            f"een niet genoemd moment, uiterlijk {until}"
            if lang == "nl"
            else f"an unnamed time, {until} at the latest"
        )
    if figure.earliest and not figure.latest:
        since = _first(figure.earliest, lang)
        return (
            f"een niet genoemd moment, op zijn vroegst {since}"
            if lang == "nl"
            else f"an unnamed time, {since} at the earliest"
        )
    span = _span(figure.earliest or "", figure.latest or "", None, lang)
    if lang == "nl":
        article = "de " if "helft" in span else "het " if "kwartaal" in span else ""
        return f"rond {article}{span}"
    article = "the " if " of " in span else ""
    return f"around {article}{span}"


def _loose(figure: Stated, lang: Lang) -> str | None:
    """Word a period as the text does where that has no sharp edges: 'eind 2023', 'half maart'."""
    words = (figure.period_said or "").lower().split()
    named = [_LOOSE[lang][word] for word in words if word in _LOOSE[lang]]
    first, last = figure.earliest or "", figure.latest or ""
    if not named or first[:4] != last[:4]:
        return None
    if first[:7] == last[:7]:
        return f"{named[0]} {_month(int(first[5:7]), lang)} {first[:4]}"
    return f"{named[0]} {first[:4]}"


def _day(day: str, lang: Lang) -> str:
    year, month, date = day.split("-")
    return f"{int(date)} {_month(int(month), lang)} {year}"


def _month(month: int, lang: Lang) -> str:
    return _MONTHS[lang].split()[month - 1]


def _first(day: str, lang: Lang) -> str:
    """Name the begin of a period by its year or month where it begins there."""
    if day.endswith("-01-01"):
        return day[:4]
    if day.endswith("-01"):
        return f"{_month(int(day[5:7]), lang)} {day[:4]}"
    return _day(day, lang)


def _last(day: str, lang: Lang) -> str:
    """Name the end of a period by its year or month where it ends there."""
    if day.endswith("-12-31"):
        return day[:4]
    if _ends_month(day):
        return f"{_month(int(day[5:7]), lang)} {day[:4]}"
    return _day(day, lang)


def _ends_month(day: str) -> bool:
    return int(day[8:]) == monthrange(int(day[:4]), int(day[5:7]))[1]


def _span(earliest: str, latest: str, kind: str | None, lang: Lang) -> str:
    if earliest == latest:
        return _day(earliest, lang)
    begin_year, end_year = earliest[:4], latest[:4]
    whole_months = earliest.endswith("-01") and _ends_month(latest)
    if kind == "school_year" and whole_months:
        word = "schooljaar" if lang == "nl" else "school year"
        return f"{word} {begin_year}/{end_year}"
    if earliest.endswith("-01-01") and latest.endswith("-12-31"):
        return begin_year if begin_year == end_year else f"{begin_year}–{end_year}"
    if whole_months and begin_year == end_year:
        first, last = int(earliest[5:7]), int(latest[5:7])
        if first == last:
            return f"{_month(first, lang)} {begin_year}"
        part = _PARTS[lang].get((first, last))
        if part:
            joiner = "van" if lang == "nl" else "of"
            return f"{part} {joiner} {begin_year}"
    joiner = "tot en met" if lang == "nl" else "to"
    if whole_months:
        return f"{_first(earliest, lang)} {joiner} {_last(latest, lang)}"
    return f"{_day(earliest, lang)} {joiner} {_day(latest, lang)}"
