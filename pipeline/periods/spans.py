"""Spans: 2015–2019, van maart tot en met juni 2021, sinds 2017, met ingang van 2020, voor 2015."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.periods.absolute import short_month
from pipeline.periods.calendar import add_days
from pipeline.periods.context import Context
from pipeline.periods.parts import year_pair
from pipeline.periods.previous import for_year_like_part
from pipeline.periods.scan import Scan
from pipeline.periods.values import Match, Value, span, unknown, year, years
from pipeline.periods.years import DASHES, QUOTES, bare_year, year_number

Period = Callable[[Context, int], "Match | None"]

_FINE = ("day", "month", "year")
_DEADLINE_REACH = 6  # words between 'voor het vierde kwartaal' and 'klaar'
_LONGEST = 400  # years: '1200-2019' is more often a telephone number than a span


def year_span(c: Context, i: int) -> Match | None:
    """Read 2015–2019, 2015 t/m 2019, 2018/2019, 2018-'19, de jaren 2015-2019."""
    scan = c.scan
    k = i
    if scan.word(k) == "de" and scan.word(k + 1) == "jaren":
        k += 2
    elif scan.word(k) == "jaren":
        k += 1
    if scan.glued(k) and scan.word(k - 1) in "/-–—.,:" and scan.word(k - 2).isalnum():
        return None
    pair = year_pair(scan, k)
    if pair and 1500 <= pair[1] <= 2100:
        return Match(pair[0], years(pair[1], pair[1] + 1))
    opening = year_number(scan, k)
    if opening is None:
        return None
    after_first, first = opening
    quoted = scan.word(k) in QUOTES
    slash = quoted and scan.word(after_first) == "/" and scan.word(after_first + 1) in QUOTES
    second = after_first + 1 if slash else _joint(scan, after_first, dashes=True)
    if quoted and (second is None or scan.word(second) not in QUOTES):
        return None
    found = year_number(scan, second) if second is not None else None
    if found is None or not first < found[1] <= first + _LONGEST:
        return None
    after = scan.word(found[0])
    if after in c.words.years["counted"] or (
        after in DASHES and scan.glued(found[0]) and scan.word(found[0] + 1).isdecimal()
    ):
        return None
    return Match(found[0], years(first, found[1]))


def _joint(scan: Scan, i: int, *, dashes: bool) -> int | None:
    """Return the index behind a dash, ``tot``, ``tot en met`` or ``t/m``."""
    word = scan.word(i)
    if dashes and word in DASHES:
        return i + 1
    if word == "tot":
        if scan.phrase(i + 1, ("en", "met")):
            return i + 3
        return i + 2 if scan.word(i + 1) == "aan" else i + 1
    if scan.phrase(i, ("t", "/", "m")):
        return i + 3
    if word == "tm":
        return i + 1
    return None


def between(c: Context, i: int, *, period: Period) -> Match | None:
    """Read ``van A tot (en met) B``, ``tussen A en B``, ``A tot en met B``, ``A – B``.

    The year of the one is the year of the other where only one is told.
    """
    scan = c.scan
    word = scan.word(i)
    opened = word in ("van", "vanaf", "tussen")
    k = i + opened
    first = _endpoint(c, k, period) or short_month(c, k)
    if first is None or first.value is None:
        return None
    if word == "tussen":
        joint = first.end + 1 if scan.word(first.end) == "en" else None
    elif word == "van" and first.value.unit == "year" and scan.word(first.end) == "op":
        # 'van 2021 op 2022', of what changed from the one year to the other
        joint = first.end + 1
    else:
        joint = _joint(scan, first.end, dashes=True)
    if joint is None:
        # 'van 12 tot 14 mei', 'tussen 3 en 5 juni': a row of days is a span already
        row = first.value.kind == "span" and c.scan.word(k).isdecimal()
        joint_words = [scan.word(n) for n in range(k, first.end)]
        wanted = {"van": ("tot", "t", *DASHES), "tussen": ("en",)}.get(word, ())
        return first if row and any(joint in joint_words for joint in wanted) else None
    second = _endpoint(c, joint, period)
    if second is None or second.value is None:
        return None
    if scan.word(joint - 1) == "op" and second.value.unit != "year":
        return None
    value = _joined(c, i, first.value, second.value)
    return Match(second.end, value) if value else None


def _endpoint(c: Context, i: int, period: Period) -> Match | None:
    """Read one side of a span; between two sides a number of four digits is a year."""
    found = period(c, i)
    if found is not None:
        return found
    plain = year_number(c.scan, i)
    before = c.scan.word(i - 1)
    if plain is None or (before not in ("tussen", "en", "van", "vanaf", "met", "m", "tot", "op")):
        return None
    if c.scan.word(plain[0]) in c.words.years["counted"]:
        return None
    return Match(plain[0], year(plain[1])) if 1000 <= plain[1] <= 2100 else None


def _joined(c: Context, i: int, first: Value, last: Value) -> Value | None:
    """Make one value of two sides, each completed by the year of the other."""
    if first.of_year and last.of_year:
        settled = c.settle(Match(i, first), i).value
        assert settled
        first = settled
        if first.first is None:
            return unknown("span", kind="span")
    if first.of_year and last.first:
        options = [first.of_year(n) for n in (last.first.year, last.first.year - 1)]
        found = next((o for o in options if o and o.first and o.first <= last.first), None)
        if found is None:
            return None
        first = replace(found, anchored=last.anchored)
    elif last.of_year and first.last and first.unit == "year" and first.anchored == "publication":
        # 'dit jaar tot en met mei': the part of that year
        found = last.of_year(first.last.year)
        if found is None:
            return None
        last = replace(found, anchored=first.anchored)
    elif last.of_year and first.last:
        options = [last.of_year(n) for n in (first.last.year, first.last.year + 1)]
        found = next((o for o in options if o and o.last and o.last >= first.last), None)
        if found is None:
            return None
        last = replace(found, anchored=first.anchored)
    if first.first is None or last.last is None:
        return unknown("span", kind="span") if "open" in (first.anchored, last.anchored) else None
    end = last.last
    if first.first > end:
        # 'maandag tot en met vrijdag', each read as the nearest one
        week = add_days(end, 7)
        weekdays = (
            first.unit == last.unit == "day" and first.anchored == last.anchored != "absolute"
        )
        if not weekdays or first.first > week:
            return None
        end = week
    precision = min(first.precision, last.precision, key=_FINE.index)
    anchored = first.anchored if first.anchored != "absolute" else last.anchored
    return replace(span(first.first, end, precision=precision), anchored=anchored)


# ── open on one side ──────────────────────────────────────────────────────────────────────────


_SIMPLE = {
    "sinds": "since", "sedert": "since", "vanaf": "from", "ingaande": "from", "per": "per",
    "vóór": "before", "voor": "for", "na": "after", "rond": "around", "omstreeks": "around",
    "tegen": "towards",
}  # fmt: skip
PREPOSITIONS = (*_SIMPLE, "met", "tot", "t", "uiterlijk")


def _preposition(c: Context, i: int) -> tuple[int, str] | None:
    """Read a preposition that opens a span; return where it ends and what it means."""
    scan = c.scan
    word = scan.word(i)
    if scan.phrase(i, ("met", "ingang", "van")):
        return i + 3, "from"
    if word == "tot":
        if scan.phrase(i + 1, ("en", "met")):
            return i + 3, "through"
        return i + 1, "until"
    if scan.phrase(i, ("t", "/", "m")):
        return i + 3, "through"
    if word == "uiterlijk":
        return i + 1 + (scan.word(i + 1) in ("in", "op", "per", "tot")), "through"
    return (i + 1, _SIMPLE[word]) if word in _SIMPLE else None


def one_sided(c: Context, i: int, *, period: Period) -> Match | None:
    """Read a preposition and a period: sinds 2017, per 1 januari 2021, tot 2030, na de zomer.

    ``voor 2015`` may be before it or about it; where it is about it, nothing is read here, and
    the year is found by itself.
    """
    opening = _preposition(c, i)
    if opening is None:
        return None
    k, meaning = opening
    if meaning == "per" and c.scan.word(k) in c.words.weekdays:
        return None
    found = period(c, k)
    if meaning == "per" and found and _is_state(c, i, found):
        return None
    if found is None and meaning in ("through", "from", "since"):
        found = bare_year(c, k)
    if found is None or found.value is None or found.value.kind in ("vague", "duration", "set"):
        return None
    if meaning == "for":
        if not _before(c, i, found):
            return None
        meaning = "before"
    if meaning == "until" and _ends_in_day_part(c, found.end - 1):
        meaning = "through"
    bias = -1 if meaning == "since" else 0
    soft = 1 if meaning in ("through", "until") else 0
    settled = c.settle(found, i, bias=bias, soft=soft)
    value = settled.value
    if value is None:
        return None
    if value.anchored == "open" and value.first is None:
        return Match(found.end, unknown("open", kind="span"))
    if value.first is None or value.last is None:
        return None
    opened = _opened(c, value, meaning)
    return Match(found.end, opened) if opened else None


def _ends_in_day_part(c: Context, i: int) -> bool:
    """Whether a token is, or ends in, a part of a day: what lasts 'tot donderdagavond' lasts that
    day too.
    """
    word, units = c.scan.word(i), c.words.units
    return any(unit == "day_part" and word.endswith(part) for part, unit in units.items())


def _is_state(c: Context, i: int, found: Match) -> bool:
    """Whether ``per`` names the day of a count: stand per 31-12-2018, per 1 januari telde …

    Nothing takes effect on the last day of a month; what is said of that day is a state.
    """
    value, words = found.value, c.words.per_state
    if value is None or value.unit != "day":
        return False
    known = value.first or (value.of_year(2001) if value.of_year else None)
    moment = known.first if isinstance(known, Value) else known
    last_of_month = moment is not None and add_days(moment, 1).day == 1
    return last_of_month or c.scan.word(i - 1) in words or c.scan.word(found.end) in words


def _opened(c: Context, value: Value, meaning: str) -> Value | None:
    """Return the span that a preposition makes of a period."""
    assert value.first
    assert value.last
    base = Value(None, None, "open", "span", value.precision, value.anchored)
    if meaning in ("since", "from", "per"):
        return replace(base, first=value.first)
    # 'tot vorig jaar', 'tot dinsdag 19.00 uur', 'voor het eind van het jaar': some time in it
    some_time = (
        value.loose or value.time or (value.anchored == "publication" and value.unit == "year")
    )
    if meaning == "through" or (meaning in ("until", "before") and some_time):
        return replace(base, last=value.last)
    if meaning in ("until", "before"):
        return replace(base, last=add_days(value.first, -1), precision="day")
    if meaning == "after":
        return replace(base, first=add_days(value.last, 1))
    later = not c.dated or value.first > c.last
    if meaning == "towards":
        return replace(base, last=value.last) if later and value.unit != "day" else None
    return value if meaning == "around" else None


def _before(c: Context, i: int, found: Match) -> bool:
    """Whether ``voor`` is before: in time, or about a year ('de begroting voor 2020')."""
    scan, value = c.scan, found.value
    assert value is not None
    previous = scan.word(i - 1)
    if c.words.whole & {scan.word(i + 1), scan.word(i + 2)}:
        return False  # 'voor heel 2019'
    if value.anchored == "publication" and not value.loose:
        return value.unit == "day"
    if value.unit in ("span", "school_year", "half_year") or (
        value.unit == "quarter" and value.first
    ):
        return value.unit == "span" and value.loose
    if previous in c.words.before_after:
        return True
    about = tuple(word for word in c.words.about if len(word) > 3)
    if previous in c.words.about or previous.endswith(about):
        return False
    if value.kind == "part" and value.unit in ("quarter", "half_year"):
        season = value.unit == "quarter" and not _numbered(c, i, found)
        return season or _is_deadline(c, i, found)
    if value.unit not in ("year", "month"):
        return True
    if scan.word(found.end) in c.words.about_before or value.unit == "month":
        return False
    if value.first:
        return not c.first.year <= value.first.year <= c.last.year + 1
    return True


def _numbered(c: Context, i: int, found: Match) -> bool:
    """Whether a quarter was said as one, and not as a season (voor de zomer)."""
    names = range(i + 1, found.end)
    return not any(c.scan.word(k) in c.words.seasons for k in names)


def _is_deadline(c: Context, i: int, found: Match) -> bool:
    """Whether something is to be ready: 'moet voor het vierde kwartaal klaar zijn'."""
    near = range(max(i - _DEADLINE_REACH, 0), min(found.end + _DEADLINE_REACH, c.scan.count))
    return any(
        c.scan.low[k] in c.words.deadline for k in near if c.scan.sentence[k] == c.scan.sentence[i]
    )


def for_year(c: Context, i: int) -> Match | None:
    """Read a year after ``voor`` that repeats the part said before: 'voor 2020 is dit 6%'."""
    if c.scan.word(i - 1) != "voor":
        return None
    found = bare_year(c, i)
    if found is None or found.value is None:
        return None
    carried = for_year_like_part(c, i, found.end, found.value)
    return Match(found.end, carried)
