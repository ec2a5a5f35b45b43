"""Stretches with a name: zomer, kerst, schooljaar 2018/2019, de jaren negentig, de 19e eeuw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.periods.absolute import Tail
from pipeline.periods.calendar import (
    add_days,
    easter,
    kings_day,
    nth_weekday,
)
from pipeline.periods.context import Context
from pipeline.periods.lexicon import Feast
from pipeline.periods.numbers import RANK_SUFFIXES, ranks
from pipeline.periods.scan import Scan
from pipeline.periods.values import (
    Match,
    Value,
    day,
    months,
    span,
    waiting,
    years,
)
from pipeline.periods.years import QUOTES, before_christ

_DASHES = frozenset("-–—/")
_BEFORE_SEASON = frozenset(
    (
        "de", "het", "van", "in", "tot", "na", "voor", "vóór", "sinds", "vanaf", "begin", "eind",
        "einde", "medio", "halverwege", "en", "of", "tussen", "deze", "met", "naar", "tegen",
        "rond",
    )
)  # fmt: skip
_DECADES = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90, "nul": 0, "tien": 10,
}  # fmt: skip


# ── seasons, feasts, school years ─────────────────────────────────────────────────────────────


def _season_of(first: int, last: int) -> Callable[[int], Value | None]:
    def of_year(number: int) -> Value:
        return months(number, first, (last - first) % 12 + 1, unit="quarter")

    return of_year


def season(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read a season with or without its year; a winter is named after the year it begins in."""
    borders = c.words.seasons.get(c.scan.word(i))
    if borders is None or _in_compound(c.scan, i):
        return None
    value = waiting(_season_of(*borders), unit="quarter", kind="part")
    dated = _year_after(c, i + 1, tail)
    if dated is None:
        # 'een strenge winter' is any winter
        return Match(i + 1, value) if c.scan.word(i - 1) in _BEFORE_SEASON else None
    stated = dated.value
    if stated is None or stated.first is None:
        return Match(dated.end, replace(value, of_year=None, anchored="open"))
    known = _season_of(*borders)(stated.first.year)
    return Match(dated.end, replace(known, anchored=stated.anchored)) if known else None


def _in_compound(scan: Scan, i: int) -> bool:
    """Whether a hyphen glues the word to another one (winter-editie)."""
    after = scan.word(i + 1) == "-" and scan.glued(i + 1) and scan.glued(i + 2)
    before = scan.word(i - 1) == "-" and scan.glued(i) and scan.glued(i - 1)
    return after or before


def _year_after(c: Context, i: int, tail: Tail) -> Match | None:
    """Read the year, or the pair of years (2018/2019), of a season or a school year."""
    scan = c.scan
    k = i + 1 if scan.word(i) == "van" else i
    pair = year_pair(scan, k)
    return Match(pair[0], years(pair[1], pair[1])) if pair else tail(c, i)


def year_pair(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read 2018/2019, 2018-'19, 2018-19: two years in a row; return the end and the first."""
    number = scan.number(i)
    if number is None or len(scan.word(i)) != 4 or scan.word(i + 1) not in _DASHES:
        return None
    k = i + 2
    if scan.word(k) in QUOTES:
        k += 1
    second = scan.number(k)
    if second is None or len(scan.word(k)) not in (2, 4):
        return None
    if scan.glued(k + 1) and (scan.word(k + 1).isalnum() or scan.word(k + 1) in _DASHES):
        return None
    following = number + 1
    return (k + 1, number) if second in (following, following % 100) else None


def broken_year(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read ``schooljaar 2018/2019`` (August to July) and its like.

    A school year said with one year is the one that begins in it.
    """
    first = c.words.broken_years.get(c.scan.word(i))
    if first is None:
        return None
    dated = _year_after(c, i + 1, tail)
    if dated is None or dated.value is None:
        return None
    if dated.value.first is None:
        return Match(dated.end, Value(None, None, "school_year", "part", anchored="open"))
    value = school_year(dated.value.first.year, first)
    return Match(dated.end, replace(value, anchored=dated.value.anchored))


def school_year(number: int, first: int) -> Value:
    """Return the twelve months from month ``first`` of a year."""
    return months(number, first, 12, unit="school_year")


def _feast_in(feast: Feast, number: int) -> date:
    if feast.rule == "easter":
        return add_days(easter(number), feast.numbers[0])
    if feast.rule == "nth":
        return nth_weekday(number, *feast.numbers)
    if feast.rule == "king":
        return kings_day(number)
    return date(number, feast.numbers[0], feast.numbers[1])


def feast_day(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read a feast with or without its year: kerst 2019, Pasen, Tweede Pinksterdag."""
    scan = c.scan
    if scan.word(i) not in c.words.feast_starts:
        return None
    for length in (3, 2, 1):
        feast = c.words.feasts.get(tuple(scan.word(i + k) for k in range(length)))
        if feast:
            break
    else:
        return None
    end = i + length
    if _in_compound(scan, end - 1):
        return None
    found = feast

    def of_year(number: int) -> Value:
        first = _feast_in(found, number)
        return day(first) if found.days == 1 else span(first, add_days(first, found.days - 1))

    unit, kind = ("day", "point") if feast.days == 1 else ("span", "span")
    dated = tail(c, end)
    if dated and dated.value and dated.value.first:
        return Match(
            dated.end, replace(of_year(dated.value.first.year), anchored=dated.value.anchored)
        )
    return Match(end, waiting(of_year, unit=unit, kind=kind))


# ── decades and centuries ─────────────────────────────────────────────────────────────────────


def decade(c: Context, i: int) -> Match | None:
    """Read ``jaren negentig``, ``jaren '80``, ``jaren 60``, ``jaren vijftig en zestig``."""
    first = _one_decade(c.scan, i + 1) if c.scan.word(i) == "jaren" else None
    if first is None:
        return None
    end, start = first
    other = _one_decade(c.scan, end + 1) if c.scan.word(end) == "en" else None
    if other and start < other[1] < start + 100:
        return Match(other[0], years(start, other[1] + 9))
    return Match(end, years(start, start + 9))


def _one_decade(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read what follows 'jaren'; return where it ends and the first year."""
    tens = _DECADES.get(scan.word(k))
    if tens is None:
        k += scan.word(k) in QUOTES
        number = scan.number(k)
        if (
            number is None
            or number % 10
            or len(scan.word(k)) not in (2, 4)
            or (scan.glued(k + 1) and scan.word(k + 1).isalnum())
        ):
            return None
        if len(scan.word(k)) == 4:
            return (k + 1, number) if 1500 <= number <= 2100 else None
        tens = number
    return k + 1, (2000 if tens < 20 else 1900) + tens


def century(c: Context, i: int) -> Match | None:
    """Read ``negentiende eeuw``, ``19e eeuw``."""
    ranked = rank(c.scan, i)
    if ranked is None or c.scan.word(ranked[0]) != "eeuw" or not 1 <= ranked[1] <= 30:
        return None
    if before_christ(c.scan, ranked[0] + 1):
        return None
    first = (ranked[1] - 1) * 100 + 1
    return Match(ranked[0] + 1, years(first, first + 99))


def rank(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a rank (eerste, 2e, 3de, laatste = -1); return where it ends and its value."""
    value = ranks().get(scan.word(i))
    if value is not None:
        return i + 1, value
    number = scan.number(i)
    if number is not None and scan.glued(i + 1) and scan.word(i + 1) in RANK_SUFFIXES:
        return i + 2, number
    return None
