"""What is said relative to the date of the text: vorig jaar, tien jaar geleden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.periods.absolute import clock, month_word
from pipeline.periods.amounts import amount, counted, lowest, whole
from pipeline.periods.calendar import LAST_YEAR, add_days
from pipeline.periods.context import Context
from pipeline.periods.parts import school_year
from pipeline.periods.values import (
    Match,
    Value,
    containing,
    day,
    months,
    move,
    precision_of,
    span,
)

_CLOCK_UNITS = frozenset(("second", "minute", "hour"))
# 'na vier jaar terug in Zwolle'
_NOT_BEFORE_BACK = frozenset(("na", "in", "voor", "over", "binnen"))
_NO_DAYS = _CLOCK_UNITS | {"loose", "day_part"}
_MIDWEEK = 4
_WORKING_DAYS = 5
_DIRECTION = {"before": -1, "this": 0, "after": 1, "past": -1, "coming": 1}
# Months of the year in which 'het afgelopen jaar' is still the calendar year before.
_NEW_YEAR = 5


def article(c: Context, i: int, *words: str) -> int:
    """Return the index behind an article, or ``i``."""
    return i + 1 if c.scan.word(i) in (words or ("de", "het")) else i


# ── vorig, dit, volgend, afgelopen, komend ────────────────────────────────────────────────────


def shifted(c: Context, i: int) -> Match | None:
    """Read ``vorig jaar``, ``deze week``, ``de afgelopen vier jaar``, ``komende dinsdag``."""
    scan = c.scan
    k = article(c, i)
    shift = c.words.shifts.get(scan.word(k))
    if shift is None:
        return _counted_before(c, k)
    if shift == "preceding":
        return _preceding(c, k)
    sized = _stretch(c, k + 1, shift)
    if sized:
        return sized
    word = scan.word(k + 1)
    found = _one(c, k + 1, shift, word, with_article=k > i)
    if found is None or found.value is None:
        return None
    return _refined(c, found)


def _counted_before(c: Context, i: int) -> Match | None:
    """Read 'de twee afgelopen jaren', where the number comes first."""
    read = counted(c.scan, i)
    if read is None:
        return None
    end, number = read
    shift = c.words.shifts.get(c.scan.word(end))
    unit = c.words.units.get(c.scan.word(end + 1))
    if shift not in ("past", "coming") or unit is None or unit in _NO_DAYS:
        return None
    small = whole(number, unit)
    if small is None or c.scan.word(end + 1) not in c.words.plurals:
        return None
    count, unit = small
    return Match(end + 2, _between(c, -count if shift == "past" else count, unit))


def _one(c: Context, i: int, shift: str, word: str, *, with_article: bool) -> Match | None:
    """Read the singular noun behind vorig, dit, afgelopen …"""
    unit = c.words.units.get(word)
    if unit and c.scan.word(i + 1) == "-" and c.scan.glued(i + 1):
        return None
    if unit is None:
        if shift == "past" and c.scan.word(i - 1) == "laatste":
            return None
        return _named(c, i, shift, word)
    if unit in _CLOCK_UNITS:
        return None
    end = i + 1
    if word in c.words.plurals:
        return Match(end, vague(c, shift)) if shift in ("past", "coming", "after") else None
    if unit == "loose":
        return Match(end, vague(c, shift)) if shift in ("past", "coming") else None
    if unit == "day_part":
        return Match(end, c.shifted("day", 0 if shift != "after" else 1))
    if shift in ("past", "coming"):
        value = _stretch_of_one(c, unit, shift, with_article=with_article)
        if value:
            return Match(end, value)
    if unit == "day":
        return None
    if unit == "weekend" and shift == "this" and _just_over(c, i):
        return Match(end, c.shifted(unit, -1))
    return Match(end, c.shifted(unit, _DIRECTION[shift]))


def _just_over(c: Context, i: int) -> bool:
    """Whether 'dit weekend' is the one that ended: told of in the past, early in the week."""
    return c.first.isoweekday() < _MIDWEEK and c.tense(i) < 0


def _stretch_of_one(c: Context, unit: str, shift: str, *, with_article: bool) -> Value | None:
    """Return what 'het afgelopen jaar' and its like cover, which is no calendar unit.

    In the first months of a year it is the year before; later it may be the year before or the
    last twelve months, and the value covers both. 'Komend jaar' is next year, 'het komende jaar'
    begins now.
    """
    if unit == "year":
        if shift == "coming":
            return c.shifted("year", 1, back=1 if with_article else 0)
        early = c.last.month <= _NEW_YEAR and c.first.year == c.last.year
        return c.shifted("year", -1) if early else c.shifted("year", 0, back=1)
    if unit == "month" and shift == "past" and not with_article:
        return c.shifted("month", -1)
    if unit == "week" and shift == "coming" and c.first.isoweekday() > _WORKING_DAYS:
        return c.shifted("week", 1)
    if unit in ("week", "month", "decade"):
        count = 1 if shift == "coming" else -1
        return _between(c, count, unit)
    if unit == "weekend" and shift == "past":
        weekend = containing("weekend", c.first)
        if weekend.last and weekend.last < c.first:
            return c.shifted("weekend", 0)
        return c.shifted("weekend", -1)
    if unit == "weekend":
        return c.shifted("weekend", 0 if c.first.isoweekday() < 6 else 1)
    return None


def _between(c: Context, count: int, unit: str) -> Value:
    """Return the stretch of ``count`` units that ends (or begins) at the date of the text."""
    first, last = c.first, c.last
    if count < 0:
        first = move(first, unit, count)
    else:
        last = move(last, unit, count)
    precision = precision_of(unit)
    if precision != "day":
        first = containing(precision, first).first or first
        last = containing(precision, last).last or last
    return replace(span(first, last, precision=precision), anchored="publication")


def _stretch(c: Context, i: int, shift: str) -> Match | None:
    """Read what follows 'de afgelopen …': vier jaar, twee maanden, paar weken."""
    if shift not in ("past", "coming", "this"):
        return None
    read = amount(c, i)
    if read is None or c.scan.word(i) in c.words.plurals:
        return None
    end, number, unit = read
    if unit in _CLOCK_UNITS:
        return None
    if number is None or unit == "loose":
        return Match(end, vague(c, shift)) if shift != "this" else None
    small = whole(number, "day" if unit == "day_part" else unit)
    if small is None or shift == "this":
        return None
    count, unit = small
    return Match(end, _between(c, -count if shift == "past" else count, unit))


def _named(c: Context, i: int, shift: str, word: str) -> Match | None:
    """Read a weekday, month, season or school year behind vorig, dit, afgelopen …"""
    end = i + 1
    direction = _DIRECTION[shift]
    weekday = c.words.weekdays.get(word)
    broken = c.words.broken_years.get(word)
    borders = c.words.seasons.get(word)
    month = month_word(c, i, short=False)
    if weekday is None and broken is None and borders is None and month is None:
        return None
    if weekday is not None:
        if c.first != c.last:
            return Match(end, c.shifted("day", 0))
        ahead = (weekday - c.first.isoweekday()) % 7
        if direction > 0:
            ahead = ahead or 7
        elif direction < 0:
            ahead = ahead - 7
        match = Match(end, c.shifted("day", ahead))
        told = clock(c.scan, end)
        if told and match.value:
            return Match(told[0], replace(match.value, time=told[1]))
        return match
    if broken is not None:
        number = c.last.year - (c.last.month < broken)
        if shift == "past":
            # 'het afgelopen seizoen' in May or June is the one that has nearly ended
            closing = (c.last.month - broken) % 12 >= 9
            number -= 0 if closing else 1
        else:
            number += direction
        return Match(end, replace(school_year(number, broken), anchored="publication"))
    assert borders or month
    if month:
        start, count, unit = month[1], 1, "month"
    else:
        assert borders
        start, count, unit = borders[0], (borders[1] - borders[0]) % 12 + 1, "quarter"
    options = [
        months(n, start, count, unit=unit)
        for n in range(c.last.year - 2, c.last.year + 3)
        if 1 <= n <= LAST_YEAR
    ]
    chosen = _choose(c, options, shift)
    kind = "point" if month else "part"
    return Match(end, replace(chosen, anchored="publication", kind=kind)) if chosen else None


def _choose(c: Context, options: list[Value], shift: str) -> Value | None:
    """Pick the last one that has begun, the one nearest by, or the first that is to begin."""
    begun = [o for o in options if o.first and o.last and o.first <= c.last]
    ahead = [o for o in options if o.first and o.first > c.last]
    over = [o for o in begun if o.last and o.last < c.first]
    if shift == "this":
        running = [o for o in begun if o not in over]
        if running:
            return running[-1]
        if over and over[-1].first and over[-1].first.year == c.last.year:
            return over[-1]  # 'dit voorjaar', in October: that of this year
        gap_back = (c.first - over[-1].last).days if over and over[-1].last else 9999
        gap_ahead = (ahead[0].first - c.last).days if ahead and ahead[0].first else 9999
        return over[-1] if gap_back < gap_ahead else ahead[0]
    if shift in ("after", "coming"):
        return ahead[0] if ahead else None
    if shift == "past":
        # 'afgelopen zomer' at the end of August is the one that is ending
        closing = [o for o in begun if o.last and (o.last - c.last).days < 14]
        return closing[-1] if closing else None
    return over[-1] if over else None


def vague(c: Context, shift: str) -> Value:
    """Return the open past or future of 'de afgelopen jaren' and 'de komende jaren'."""
    past = shift in ("past", "before", "preceding")
    first = None if past else c.first
    last = c.last if past else None
    return Value(first, last, "vague", "vague", c.anchor.precision, "publication")


def _refined(c: Context, match: Match) -> Match:
    """Narrow 'vorig jaar' and 'vorige week' by what may follow: zomer, mei, dinsdag."""
    scan = c.scan
    value, end = match.value, match.end
    if value is None or value.first is None or value.last is None:
        return match
    word = scan.word(end)
    if value.unit == "year":
        named = month_word(c, end, short=False)
        borders = c.words.seasons.get(word)
        if named:
            found = months(value.first.year, named[1], 1, unit="month")
            return Match(named[0], replace(found, kind="point", anchored="publication"))
        if borders:
            found = months(
                value.first.year, borders[0], (borders[1] - borders[0]) % 12 + 1, unit="quarter"
            )
            return Match(end + 1, replace(found, anchored="publication"))
    weekday = c.words.weekdays.get(word)
    if weekday and (value.last - value.first).days == 6 and value.first.isoweekday() == 1:
        moment = add_days(value.first, weekday - 1)
        return Match(end + 1, replace(day(moment), anchored="publication"))
    return match


def _preceding(c: Context, k: int) -> Match | None:
    """Read ``voorgaande jaren``, ``het voorgaande jaar`` and ``eerder dit jaar``."""
    scan = c.scan
    word = scan.word(k + 1)
    inner = c.words.shifts.get(word)
    if scan.word(k) == "eerder" and (inner == "this" or word in c.words.days):
        return _within_this(c, k + 1, before=True)
    unit = c.words.units.get(word)
    if unit is None or unit in _CLOCK_UNITS or unit in ("day_part", "loose"):
        return None
    if word in c.words.plurals:
        if unit == "day":
            return Match(k + 2, vague(c, "past"))
        before = c.shifted(unit, -1)
        return Match(k + 2, replace(before, first=None, unit="vague", kind="vague"))
    if scan.word(k) in ("eerder", "eerdere", "vroegere"):
        return None
    recent = c.recent(k)
    if recent and recent.first:
        value = containing(unit, move(recent.first, unit, -1))
        return Match(k + 2, replace(value, anchored="previous"))
    return Match(k + 2, c.shifted(unit, -1))


def rest_of(c: Context, i: int) -> Match | None:
    """Read ``later dit jaar``, ``later deze week``: from the date of the text to its end."""
    return _within_this(c, i + 1, before=False) if c.scan.word(i) == "later" else None


def _within_this(c: Context, i: int, *, before: bool) -> Match | None:
    scan = c.scan
    if scan.word(i) in c.words.days:
        return Match(i + 1, c.shifted("day", c.words.days[scan.word(i)]))
    if c.words.shifts.get(scan.word(i)) != "this":
        return None
    unit = c.words.units.get(scan.word(i + 1))
    if unit not in ("year", "month", "week", "quarter") or scan.word(i + 1) in c.words.plurals:
        return None
    whole = c.shifted(unit, 0)
    if whole.first is None or whole.last is None:
        return None
    first = whole.first if before else c.first
    last = c.last if before else whole.last
    stretch = span(first, last, precision=c.anchor.precision)
    return Match(i + 2, replace(stretch, anchored="publication"))


# ── geleden, over, binnen ─────────────────────────────────────────────────────────────────────


def distance(c: Context, i: int) -> Match | None:
    """Read ``tien jaar geleden``, ``enkele jaren geleden``."""
    read = amount(c, i)
    if read is None or c.scan.word(read[0]) not in c.words.ago:
        return None
    end, number, unit = read
    if c.scan.word(end) == "terug" and c.scan.word(i - 1) in _NOT_BEFORE_BACK:
        return None
    if unit in _CLOCK_UNITS:
        return Match(end + 1, c.shifted("day", 0))
    if number is None or unit in ("loose", "day_part"):
        return Match(end + 1, vague(c, "past"))
    small = whole(number, unit)
    return _moved(c, end + 1, -small[0], small[1], low=lowest(c, i, unit)) if small else None


def since(c: Context, i: int) -> Match | None:
    """Read ``sinds een jaar``, ``sinds drie maanden``: from that long ago on."""
    read = amount(c, i + 1)
    if read is None or read[1] is None or read[2] in _NO_DAYS:
        return None
    small = whole(read[1], read[2])
    moved = _moved(c, read[0], -small[0], small[1]) if small else None
    if moved is None or moved.value is None:
        return None
    value = moved.value
    opened = Value(value.first, None, "open", "span", value.precision, "publication")
    return Match(moved.end, opened)


def ahead(c: Context, i: int) -> Match | None:
    """Read ``over elf jaar``: a moment; ``binnen elf jaar`` is only a length of time."""
    scan = c.scan
    if scan.word(i) not in c.words.ahead:
        return None
    read = amount(c, i + 1)
    if read is None or scan.word(i + 1) in c.words.plurals:
        return None
    end, number, unit = read
    if unit in _CLOCK_UNITS or unit == "day_part":
        return None
    around = [scan.word(k) for k in (i - 2, i - 1, end)]
    if any(near in c.words.spread for near in around) or scan.word(i - 1) == "periode":
        return None
    if number is None or unit == "loose":
        return Match(end, vague(c, "coming"))
    small = whole(number, unit)
    if small is None:
        return None
    return _moved(c, end, *small, low=lowest(c, i + 1, unit))


def _moved(c: Context, end: int, count: int, unit: str, *, low: int | None = None) -> Match | None:
    """Shift by units; with ``low`` ('over vier tot zes weken') from the nearer to the farther."""
    try:
        value = c.shifted(unit, count)
        nearer = c.shifted(unit, low if count > 0 else -low) if low else value
    except OverflowError:
        return None
    if nearer == value or value.first is None or nearer.first is None:
        return Match(end, value)
    first, last = sorted((nearer, value), key=lambda one: one.first or date.min)
    if first.first is None or last.last is None:
        return Match(end, value)
    stretch = span(first.first, last.last, precision=value.precision)
    return Match(end, replace(stretch, anchored=value.anchored))


def named_day(c: Context, i: int) -> Match | None:
    """Read gisteren, vandaag, morgen, vanavond, with a time of day behind it."""
    scan = c.scan
    count = c.words.days.get(scan.word(i))
    if count is None:
        return None
    if scan.word(i) == "morgen" and scan.word(i - 1) in (
        "de",
        "deze",
        "goede",
        "elke",
        "s",
        "een",
        "iedere",
        "tot",
    ):
        return None
    told = clock(scan, i + 1)
    value = c.shifted("day", count)
    if told and value.first and value.first == value.last:
        return Match(told[0], replace(value, time=told[1]))
    return Match(i + 1, value)


def the_weekend(c: Context, i: int) -> Match | None:
    """Read ``in het weekend`` of something that happened; else it is any weekend."""
    scan = c.scan
    if scan.word(i) != "het" or c.words.units.get(scan.word(i + 1)) != "weekend":
        return None
    if scan.word(i + 1) in c.words.plurals or scan.word(i + 2) in ("van", "voor", "na", "-", "."):
        return None
    if scan.word(i - 1) not in ("in", "tijdens"):
        return None
    if not c.told_in_past(i):
        return None
    value = _stretch_of_one(c, "weekend", "past", with_article=True)
    return Match(i + 2, value or c.shifted("weekend", -1))


def this_period(c: Context, i: int) -> Match | None:
    """Read ``het jaar`` or ``de maand`` of 'het eind van het jaar': the current one."""
    scan = c.scan
    if scan.word(i) not in ("het", "de"):
        return None
    unit = c.words.units.get(scan.word(i + 1))
    if unit not in ("year", "month", "week", "century", "decade", "quarter"):
        return None
    if scan.word(i + 1) in c.words.plurals or (len(scan.word(i + 2)) == 4 and scan.number(i + 2)):
        return None
    return Match(i + 2, c.shifted(unit, 0))
