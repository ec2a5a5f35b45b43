"""Days and months as the calendar names them: 2 dec. 2019, maart 2023, 15/3/22, vrijdag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.periods.calendar import LAST_YEAR, iso_week, safe_day
from pipeline.periods.context import Context
from pipeline.periods.dateparsing import read_day
from pipeline.periods.numbers import RANK_SUFFIXES
from pipeline.periods.scan import Scan
from pipeline.periods.values import Match, Value, containing, day, month, span, waiting
from pipeline.periods.years import DASHES, QUOTES, YEARS, bare_year, runs_on

Tail = Callable[[Context, int], "Match | None"]
_EVENT_REACH = 5  # words from 'na' to the weekday of its event
_ARTICLES = frozenset(("de", "het", "een", "zijn", "haar", "hun"))


def inside(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read ``in`` before a bare year or month, which belongs to the expression."""
    if c.scan.word(i) != "in":
        return None
    return bare_year(c, i + 1) or month_name(c, i + 1, tail=tail)


# ── months ────────────────────────────────────────────────────────────────────────────────────


def month_word(c: Context, i: int, *, short: bool) -> tuple[int, int] | None:
    """Read a month's name; return where it ends and its number. ``short`` allows ``dec.``."""
    scan = c.scan
    word = scan.word(i)
    number = c.words.months.get(word)
    known = c.words.month_names
    end = i + 1
    if number is None and short:
        number = c.words.month_abbreviations.get(word)
        if scan.word(end) == "." and scan.glued(end):
            end += 1
    if number is None:
        return None
    # 'mei-opstand', 'juni-editie': a compound, but 'mei-juni' is a span
    if scan.word(end) in DASHES and scan.glued(end) and scan.glued(end + 1):
        following = scan.word(end + 1)
        if following.isalpha() and following not in known:
            return None
    if scan.glued(i) and scan.word(i - 1) in DASHES and scan.glued(i - 1):
        before = scan.word(i - 2)
        if before.isalpha() and before not in known:
            return None
    return end, number


def month_name(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read a month with or without its year: maart 2023, maart van vorig jaar, dec. 2019, mei."""
    named = month_word(c, i, short=True)
    if named is None:
        return None
    end, number = named
    value = waiting(lambda n: month(n, number), unit="month")
    dated = tail(c, end)
    if dated is not None:
        return with_years(value, dated)
    return Match(end, value) if c.scan.word(i) in c.words.months else None


def short_month(c: Context, i: int) -> Match | None:
    """Read ``jan.`` without a year, for the first side of 'jan.-mrt. 2019' alone."""
    named = month_word(c, i, short=True)
    if named is None:
        return None
    end, number = named
    return Match(end, waiting(lambda n: month(n, number), unit="month"))


def with_years(value: Value, dated: Match) -> Match | None:
    """Put a value that lacks its year in the year, or the years, that follow it."""
    stated = dated.value
    assert value.of_year is not None
    assert stated is not None
    if stated.first is None or stated.last is None:
        return Match(dated.end, replace(stated, unit=value.unit, kind=value.kind))
    first, last = value.of_year(stated.first.year), value.of_year(stated.last.year)
    if first is None or last is None or first.first is None or last.last is None:
        return None
    if first == last:
        return Match(dated.end, replace(first, anchored=stated.anchored))
    merged = span(first.first, last.last, precision=first.precision)
    return Match(dated.end, replace(merged, anchored=stated.anchored))


# ── days ──────────────────────────────────────────────────────────────────────────────────────


def clock(scan: Scan, i: int) -> tuple[int, str] | None:
    """Read a time of day that follows a day: ``om 12:41``, ``17.25 uur``, ``, om 9 uur``."""
    k = i + 1 if scan.word(i) == "," else i
    told = scan.word(k) in ("om", "rond", "vanaf", "tot")
    k += told
    hour, minute = scan.number(k), None
    if hour is None or hour > 24 or len(scan.word(k)) > 2:
        return None
    end = k + 1
    colon = scan.word(end)
    if colon in (":", ".") and scan.glued(end) and scan.glued(end + 1):
        minute = scan.number(end + 1)
        if minute is None or minute > 59 or len(scan.word(end + 1)) != 2:
            return None
        end += 2
        if scan.word(end) == ":" and scan.glued(end) and scan.number(end + 1) is not None:
            end += 2  # seconds
    hours = scan.word(end) in ("uur", "u")
    if minute is None and not hours:
        return None
    if not (told or hours or colon == ":"):
        return None
    return end + hours, f"{hour % 24:02}:{minute or 0:02}"


def _day_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read the number of a day (7, 15e, 1ste); return where it ends and the number."""
    number = scan.number(i)
    if number is None or not 1 <= number <= 31 or len(scan.word(i)) > 2:
        return None
    if scan.glued(i) and scan.word(i - 1) in ".,:/" and scan.word(i - 2).isdecimal():
        return None
    end = i + 1
    if scan.glued(end) and scan.word(end) in RANK_SUFFIXES:
        end += 1
    return end, number


def _same_weekday(moment: date | None, weekday: int | None) -> bool:
    return moment is not None and (weekday is None or moment.isoweekday() == weekday)


def _with_clock(c: Context, match: Match) -> Match:
    """Add the time of day that follows a single day."""
    value = match.value
    told = clock(c.scan, match.end)
    if value is None or told is None or value.unit != "day":
        return match
    end, time = told
    inner = value.of_year
    if inner is None:
        return Match(end, replace(value, time=time) if value.first else value)

    def of_year(number: int) -> Value | None:
        known = inner(number)
        return replace(known, time=time) if known else None

    return Match(end, replace(value, of_year=of_year))


def day_of_month(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read a day or a row of days and their month: 7 november, 12, 13 en 14 mei 2019, 3-5 mei.

    A row of days that follow each other is the stretch from the first to the last; of a row with
    gaps (12 en 14 mei) the first day is read here, and the next from its own place. A weekday may
    stand before it; without a year it then decides which years are possible.
    """
    scan = c.scan
    weekday = c.words.weekdays.get(scan.word(i))
    k = i
    if weekday is not None:
        k += 1
        k += scan.word(k) == ","
        k += scan.word(k) == "de"
    first = _day_number(scan, k)
    if first is None:
        return None
    end, low = first
    high = low
    alone = end
    gaps = False
    for _ in range(8):
        separator = _separator(scan, end)
        following = _day_number(scan, separator) if separator is not None else None
        if following is None:
            break
        gaps = gaps or (scan.word(end) in (",", "en", "of") and following[1] > high + 1)
        end, high = following
    named = month_word(c, end, short=True)
    if named is None or high < low:
        return None
    end, number = named
    if gaps and scan.word(k - 1) not in ("tussen", "van"):
        high = low
    else:
        alone = 0

    def of_year(n: int) -> Value | None:
        start, finish = safe_day(n, number, low), safe_day(n, number, high)
        if start is None or finish is None or not _same_weekday(start, weekday):
            return None
        return day(start) if start == finish else span(start, finish)

    def of_any_weekday(n: int) -> Value | None:
        start, finish = safe_day(n, number, low), safe_day(n, number, high)
        if start is None or finish is None:
            return None
        return day(start) if start == finish else span(start, finish)

    dated = tail(c, end)
    if dated is not None:
        # a weekday that does not fit a stated year is a slip of the pen; the date goes first
        known = with_years(waiting(of_any_weekday, unit="day"), dated)
        if alone:
            return Match(alone, known.value) if known else None
        return _parsed(c, i, _with_clock(c, known)) if known else None
    unit, kind = ("day", "point") if low == high else ("span", "span")
    if alone:
        return Match(alone, waiting(of_year, unit=unit, kind=kind))
    return _with_clock(c, Match(end, waiting(of_year, unit=unit, kind=kind)))


def _separator(scan: Scan, i: int) -> int | None:
    """Return where a day after ``,``, ``en``, ``of``, a dash or ``tot (en met)`` would begin."""
    word = scan.word(i)
    if word in (",", "en", "of", "/") or word in DASHES:
        return i + 1
    if word == "tot":
        return i + 3 if scan.phrase(i + 1, ("en", "met")) else i + 1
    if scan.phrase(i, ("t", "/", "m")):
        return i + 3
    return None


def _parsed(c: Context, i: int, match: Match) -> Match:
    """Let dateparser read a whole day expression; the grammar's reading stands where it cannot.

    The century of '15/3/62' stays the grammar's: for dateparser all such years up to 68 lie ahead.
    """
    value = match.value
    if value is None or value.unit != "day" or value.anchored != "absolute" or not value.first:
        return match
    scan = c.scan
    words = " ".join(
        scan.low[k] for k in range(i, match.end) if scan.low[k] not in c.words.weekdays
    )
    moment = read_day(" ".join(words.replace(" . ", " ").replace(" : ", ":").split()))
    read = safe_day(value.first.year, moment.month, moment.day) if moment else None
    if moment is None or read is None:
        return match
    return Match(match.end, day(read, time=value.time and moment.strftime("%H:%M")))


def numeric_date(c: Context, i: int) -> Match | None:
    """Read 15-03-2022, 15/3/22, 15.03.2022, 2022-03-15, 2022-03-15T10:00 and 2023-11."""
    scan = c.scan
    if scan.number(i) is None or not scan.glued(i + 1) or not scan.glued(i + 2):
        return None
    if scan.glued(i) and (scan.word(i - 1) in ".,:/-–_" or scan.word(i - 1).isalnum()):
        return None
    separator = scan.word(i + 1)
    if separator not in ("-", "/", ".", "–"):
        return None
    second = scan.number(i + 2)
    if second is None or len(scan.word(i + 2)) > 2:
        return None
    whole = scan.word(i + 3) == separator and scan.glued(i + 3) and scan.glued(i + 4)
    if len(scan.word(i)) == 4:
        return _iso(scan, i, second, whole=whole)
    third_at = i + 4 + (whole and scan.word(i + 4) in QUOTES)
    third = scan.number(third_at) if whole else None
    length = len(scan.word(third_at))
    if third is None or length not in (2, 4) or runs_on(scan, third_at + 1):
        return None
    if length == 2 and separator in ".–":
        return None
    following = scan.word(third_at + 1)
    if following in DASHES | {"/"} and scan.glued(third_at + 1) and scan.glued(third_at + 2):
        return None
    number = third if length == 4 else third + (2000 if third < 50 else 1900)
    if number not in YEARS:
        return None
    moment = safe_day(number, second, scan.number(i) or 0)
    if moment is None:
        return None
    return _parsed(c, i, _with_clock(c, Match(third_at + 1, day(moment))))


def _iso(scan: Scan, i: int, second: int, *, whole: bool) -> Match | None:
    number = scan.number(i)
    if (
        number is None
        or number not in YEARS
        or scan.word(i + 1) != "-"
        or len(scan.word(i + 2)) != 2
    ):
        return None
    third = scan.number(i + 4) if whole else None
    if third is not None and len(scan.word(i + 4)) == 2:
        moment = safe_day(number, second, third)
        if moment is None:
            return None
        end = i + 5
        if scan.word(end) == "t" and scan.glued(end):
            told = clock(scan, end + 1)
            if told:
                return Match(told[0], day(moment, time=told[1]))
        return None if runs_on(scan, end) else Match(end, day(moment))
    if runs_on(scan, i + 3) or whole or not 1 <= second <= 12:
        return None
    return Match(i + 3, month(number, second))


# ── weekdays and weeks ────────────────────────────────────────────────────────────────────────


def weekday_alone(c: Context, i: int) -> Match | None:
    """Read a weekday as the one nearest to the date of the text, by the tense of the verb.

    After ``sinds`` it has been, whatever the verb says.
    """
    number = c.words.weekdays.get(c.scan.word(i))
    if number is None or c.scan.word(i - 1) in ("een", "geen"):
        return None
    if c.first != c.last:
        return Match(i + 1, c.shifted("day", 0))
    ahead = (number - c.first.isoweekday()) % 7
    until = _follows_event(c, i)
    if until is not None:
        back = (until.isoweekday() - number) % 7
        shifted = c.shifted("day", (until - c.first).days - back)
        return _with_clock(c, Match(i + 1, shifted))
    direction = -1 if c.scan.word(i - 1) in ("sinds", "sedert") else c.tense(i)
    if direction == 0 and c.told_in_past(i):
        direction = -1
    elif direction == 0 and c.told_in_present(i):
        direction = 1
    back = ahead - 7 if ahead else 0
    if direction < 0 or (direction == 0 and -back < ahead):
        ahead = back
    match = Match(i + 1, c.shifted("day", ahead))
    return _with_clock(c, match)


def _follows_event(c: Context, i: int) -> date | None:
    """Return the day of what follows on the event of a weekday: 'houdt dinsdag, na de brand …'.

    The event behind 'na' or 'naar aanleiding van' is over by then, whatever tense tells of it.
    """
    scan = c.scan
    for k in range(i - 2, max(i - 2 - _EVENT_REACH, -1), -1):
        if scan.sentence[k] != scan.sentence[i] or not scan.word(k + 1).isalpha():
            return None
        incited = scan.word(k) == "van" and scan.word(k - 1) == "aanleiding"
        if scan.word(k) != "na" and not incited:
            continue
        if scan.word(k + 1) not in _ARTICLES or k + 2 == i:
            return None
        told = c.here(i)
        if told is not None and told.unit == "day" and told.first is not None:
            return told.first
        return c.first if incited else None
    return None


def numbered_week(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read ``week 23`` and ``week 23 van 2019`` (ISO weeks)."""
    scan = c.scan
    number = scan.number(i + 1)
    if scan.word(i) != "week" or number is None or not 1 <= number <= 53 or runs_on(scan, i + 2):
        return None

    def of_year(n: int) -> Value | None:
        monday = iso_week(n, number)
        return containing("week", monday) if monday and n < LAST_YEAR else None

    value = waiting(of_year, unit="span", kind="span")
    dated = tail(c, i + 2)
    return with_years(value, dated) if dated else Match(i + 2, value)
