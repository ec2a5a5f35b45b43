"""What refers to a period mentioned before: een jaar eerder, dat jaar, dezelfde periode in 2019."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.periods.absolute import Tail
from pipeline.periods.amounts import amount, whole
from pipeline.periods.context import Context
from pipeline.periods.values import (
    Match,
    Value,
    containing,
    granularity,
    in_year,
    move,
    precision_of,
    unknown,
)

_CLOCK_UNITS = frozenset(("second", "minute", "hour", "day_part", "loose"))
# How long a unit is (days), and how many of it a period may be long to be shifted by it.
_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half_year": 184, "year": 366}
_LONGER = 3
# Years a chain of 'een jaar eerder' may reach.
_REACH = range(500, 3500)
_SIZE = {"day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "half_year": 4, "year": 5}


def moved(value: Value, unit: str, count: int) -> Value | None:
    """Shift a period by units: a quarter a year earlier is a quarter, a day is a day.

    Returns None where the period is much longer than the unit: what is 'a day later' than a
    quarter cannot be told.
    """
    if value.first is None or value.last is None or value.first.year not in _REACH:
        return None
    if (value.last - value.first).days + 1 > _LONGER * _DAYS.get(unit, _DAYS["year"]):
        return None
    size = _SIZE.get(unit, 6)
    own = _SIZE.get(value.unit)
    if own == 0 and size >= _SIZE["month"]:
        # a day is when it was said or happened: 'een kwartaal eerder' is a quarter
        return containing(unit, move(value.first, unit, count))
    if own is not None and own <= size:
        return containing(value.unit, move(value.first, unit, count))
    first, last = move(value.first, unit, count), _end(value.last, unit, count)
    return replace(value, first=first, last=last, time=None)


def _end(last: date, unit: str, count: int) -> date:
    """Shift a last day, so that the last of a month stays the last of a month."""
    end = containing("month", last).last
    shifted = move(last, unit, count)
    return (containing("month", shifted).last or shifted) if last == end else shifted


def earlier_later(c: Context, i: int) -> Match | None:
    """Read ``een jaar eerder``, ``drie maanden later``, ``het jaar daarvoor``."""
    read = _step(c, i)
    if read is None:
        return None
    end, number, unit = read
    word = c.scan.word(end)
    back = word in c.words.earlier
    if not back and word not in c.words.later:
        return None
    if unit in _CLOCK_UNITS or (number is not None and number > 1000):
        return None
    chained = c.scan.word(i - 1) in c.words.again or _of_the_last(c, i, word)
    recent = c.recent(i) if chained else c.subject(i)
    if not back and recent == c.anchor:
        return None  # 'nu, 58 jaar later': how long it took
    value = _stepped(c, recent, number, unit, back=back)
    return Match(end + 1, replace(value, compared=back))


def _of_the_last(c: Context, i: int, word: str) -> bool:
    """Whether it counts from what the sentence named just before.

    '40 op 1 mei, tegen 30 een jaar eerder'; '17 in 2022 en 16 in het jaar daarvoor'.
    """
    scan = c.scan
    if c.previous_at != scan.sentence[i]:
        return False
    held = "tegen" in (scan.word(i - 2), scan.word(i - 3))
    return held or (scan.word(i - 1) == "in" and word in ("daarvoor", "ervoor"))


def _step(c: Context, i: int) -> tuple[int, float | None, str] | None:
    """Read the step of 'een jaar eerder' and 'de jaren daarvoor'; None for its number is open."""
    scan = c.scan
    many = scan.word(i + 1) in c.words.plurals
    if scan.word(i) in ("het", "de"):
        unit = c.words.units.get(scan.word(i + 1))
        if unit is None or scan.word(i + 2) == "later":
            return None
        return i + 2, None if many else 1.0, unit
    return amount(c, i)


def _stepped(
    c: Context, recent: Value | None, number: float | None, unit: str, *, back: bool
) -> Value:
    """Return the period that lies a step from the one mentioned last, or from the text's date."""
    if recent is None and back and unit == "year" and number == int(number or 0):
        return c.shifted("year", -int(number or 0))
    anchored = "previous" if recent else "publication"
    origin = recent or (c.anchor if back else None)
    if origin is None or origin.first is None:
        return unknown("vague", kind="vague") if number is None else unknown(granularity(unit))
    if number is None:
        return _open_side(origin, unit, anchored, back=back)
    if origin.last is None:  # 'sinds 2017 … een jaar later'
        origin = containing(origin.precision, origin.first)
    small = whole(number, unit)
    value = moved(origin, small[1], -small[0] if back else small[0]) if small else None
    return replace(value, anchored=anchored) if value else unknown(granularity(unit))


def _open_side(recent: Value, unit: str, anchored: str, *, back: bool) -> Value:
    """Return the open stretch of 'de jaren daarvoor' or 'de jaren daarna'."""
    assert recent.first
    precision = precision_of(unit)
    if back:
        last = containing(unit, move(recent.first, unit, -1)).last
        return Value(None, last, "vague", "vague", precision, anchored)
    first = containing(unit, move(recent.last or recent.first, unit, 1)).first
    return Value(first, None, "vague", "vague", precision, anchored)


def since_then(c: Context, i: int) -> Match | None:
    """Read ``sindsdien``: from the period mentioned last on."""
    if c.scan.word(i) not in c.words.since_then:
        return None
    recent = c.recent(i)
    if recent is None or recent.first is None:
        return Match(i + 1, unknown("open", kind="span"))
    value = Value(recent.first, None, "open", "span", recent.precision, "previous")
    return Match(i + 1, value)


def then(c: Context, i: int) -> Match | None:
    """Read ``toen`` where it is an adverb and something was mentioned: 'toen waren er 40'."""
    scan = c.scan
    if scan.word(i) not in c.words.then or scan.word(i + 1) not in c.words.then_before:
        return None
    recent = c.back_then(i)
    return Match(i + 1, recent) if recent else None


def whole_period(c: Context, i: int) -> Match | None:
    """Read ``het hele jaar``: told in the past that of the period spoken of, else the current one.

    'Het hele jaar door' is all the time.
    """
    scan = c.scan
    k = i + 1 if scan.word(i) in ("het", "de") else i
    k += scan.word(k) in c.words.whole
    unit = c.words.units.get(scan.word(k))
    if not any(scan.word(n) in c.words.whole for n in range(i, k)):
        return None
    if unit not in ("year", "quarter") or scan.word(k) in c.words.plurals:
        return None
    if scan.word(k + 1) in ("door", "rond", "lang"):
        return None
    # 'is al het hele jaar ziek' and 'de verwachting voor het hele jaar' are about the current one
    spoken_of = c.subject(i) if c.told_in_past(i) else None
    if spoken_of and spoken_of.first and _SIZE.get(spoken_of.unit, 0) >= _SIZE["month"]:
        value = containing(unit, spoken_of.first)
        return Match(k + 1, replace(value, anchored="previous"))
    return Match(k + 1, c.shifted(unit, 0))


def that_time(c: Context, i: int) -> Match | None:
    """Read ``dat jaar``, ``die maand``, ``in die periode``: the one mentioned last."""
    scan = c.scan
    word = scan.word(i)
    same = word in c.words.same
    if not same and word not in c.words.that:
        return None
    unit = c.words.units.get(scan.word(i + 1))
    if unit is None or unit in ("second", "minute", "hour", "day_part", "decade"):
        return None
    if scan.word(i + 1) in c.words.plurals or scan.word(i + 1) == "tijd":
        return None
    recent = c.recent(i)
    if recent is None or recent.first is None:
        if unit == "year" and not same:
            return Match(i + 2, unknown("year"))
        return None
    if unit == "loose":
        if same and recent.unit == "day":
            return None  # 'dezelfde periode' is longer than the day of the news
        value: Value | None = recent
    else:
        value = containing(unit, recent.first)
        own, size = _SIZE.get(recent.unit, 6), _SIZE.get(unit, 6)
        if own > size:
            value = None
    return Match(i + 2, replace(value, anchored="previous")) if value else None


def same_period(c: Context, i: int, *, tail: Tail, year: Tail) -> Match | None:
    """Read ``dezelfde periode in 2019``, ``hetzelfde kwartaal vorig jaar``.

    The part of the year that was mentioned last is taken over into the year that is named.
    """
    scan = c.scan
    k = i + 1 if scan.word(i) in ("de", "het") else i
    if scan.word(k) not in c.words.same:
        return None
    unit = c.words.units.get(scan.word(k + 1))
    if unit is None or scan.word(k + 1) in c.words.plurals:
        return None
    j = k + 2
    j += scan.word(j) in ("in", "van", "als", "uit")
    j += scan.word(j) == "in"
    found = _other_year(c, j, tail, year)
    if found is None or found.value is None:
        return None
    recent = c.recent_part(i)
    if recent is None or recent.first is None or recent.last is None or found.value.first is None:
        return None
    value = in_year(recent, found.value.first.year)
    if value is None:
        return None
    if value.kind == "point" and value.unit == "day" and unit in ("month", "quarter"):
        value = containing(unit, value.first) if value.first else value
    return Match(found.end, replace(value, anchored="previous", compared=True))


def _other_year(c: Context, i: int, *tails: Callable[[Context, int], Match | None]) -> Match | None:
    scan = c.scan
    # 'een jaar eerder' and 'het jaar daarvoor' count from the year of the part itself
    for tail in (*tails, earlier_later):
        found = tail(c, i)
        if found is not None and found.value is not None and found.value.first is not None:
            return found
    part = c.recent_part(i)
    if scan.word(i) == "het" and scan.word(i + 1) == "jaar" and part and part.first:
        return None
    return None


def for_year_like_part(c: Context, i: int, end: int, value: Value) -> Value:
    """Return what 'voor 2020 is dit 6 procent' covers after 'in de eerste helft van 2019'.

    'Dit' and 'dat' repeat the measure, and with it the part of the year it was measured in.
    """
    scan = c.scan
    part = c.part
    repeats = scan.word(end + 1) in ("dit", "dat") and scan.word(end) in (
        "is", "was", "bedraagt", "bedroeg", "wordt", "werd", "ligt", "lag",
    )  # fmt: skip
    if not repeats or part is None or c.part_at != scan.sentence[i] or value.first is None:
        return value
    if part.unit == "day" or part.kind != "part":
        return value
    carried = in_year(part, value.first.year)
    return replace(carried, anchored="previous") if carried else value
