"""Parts of a year or a month: begin maart, de eerste helft van 2020, derde kwartaal, Q3 2023."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.periods.absolute import Tail
from pipeline.periods.calendar import LAST_YEAR, add_days, add_months, month_end
from pipeline.periods.context import Context
from pipeline.periods.lexicon import Part
from pipeline.periods.numbers import cardinals
from pipeline.periods.parts import rank
from pipeline.periods.values import Match, Value, day, lift, month, months, span, waiting, years
from pipeline.periods.years import year_number

Target = Callable[[Context, int], "Match | None"]


_OF = frozenset(("van", "in", "uit", "der"))
_HALVES = frozenset(("helft", "halfjaar", "jaarhelft", "hj"))
_QUARTERS = frozenset(("kwartaal", "kw"))
_CODES = {"h": 2, "q": 4, "k": 4, "kw": 4}


# ── begin, medio, eind ────────────────────────────────────────────────────────────────────────


def loose_part(part: Part, whole: Value) -> Value | None:
    """Return what begin, medio or eind of a value covers, by the table ``parts``."""
    first, last = whole.first, whole.last
    if first is None or last is None:
        return None
    if part.name == "last":
        return replace(day(last), anchored=whole.anchored)
    if whole.unit == "year":
        start = date(first.year, part.year[0], 1)
        value = span(start, month_end(first.year, part.year[1]), precision="month")
    elif whole.unit == "month":
        ends = month_end(first.year, first.month)
        value = span(
            first.replace(day=part.month[0]), first.replace(day=min(part.month[1], ends.day))
        )
    else:
        value = _third(part, first, last)
    return replace(value, kind="part", anchored=whole.anchored, loose=True)


def _third(part: Part, first: date, last: date) -> Value:
    """Cut a stretch in three: in years when it is long, in months or days when it is short."""
    place = ("begin", "middle", "end").index(part.name)
    count = last.year - first.year + 1
    if count >= 9:
        size = count * 3 // 10 if count < 50 else count // 5
        start = (first.year, first.year + (count - size) // 2, last.year - size + 1)[place]
        return span(date(start, 1, 1), date(start + size - 1, 12, 31), precision="year")
    length = (last - first).days + 1
    if length > 80 and first.day == 1:
        size = round(length / 30.4) // 3 or 1
        begin = add_months(first, place * size)
        final = last if place == 2 else add_days(add_months(begin, size), -1)
        return span(begin, final, precision="month")
    size = max(length // 3, 1)
    begin = (first, add_days(first, (length - size) // 2), add_days(last, 1 - size))[place]
    return span(begin, add_days(begin, size - 1))


def parted(c: Context, i: int, *, target: Target) -> Match | None:
    """Read ``begin maart``, ``eind vorig jaar``, ``het begin van de zomer``, ``medio 2019``."""
    scan = c.scan
    k = i + 1 if scan.word(i) in ("het", "de") else i
    part = c.words.parts.get(scan.word(k))
    if part is None:
        return None
    k += 1
    if scan.word(k) in ("van", "der"):
        k += 1
    found = target(c, k)
    if found is None or found.value is None:
        return None
    value = lift(lambda whole: loose_part(part, whole), found.value)
    return Match(found.end, replace(value, loose=True)) if value else None


# ── helft, kwartaal, eerste maanden ───────────────────────────────────────────────────────────


def _nth(
    whole: Value, unit: str, which: int, count: int | None, some: dict[str, int]
) -> Value | None:
    """Return the nth half, quarter, month … of a value, or its first (last) ``count`` of them."""
    first, last = whole.first, whole.last
    if first is None or last is None or last.year > LAST_YEAR:
        return None
    value = _nth_of(whole, first, last, unit, which, count, some)
    return replace(value, anchored=whole.anchored) if value else None


def _nth_of(
    whole: Value,
    first: date,
    last: date,
    unit: str,
    which: int,
    count: int | None,
    some: dict[str, int],
) -> Value | None:
    if unit == "half":
        return _half_of(whole, first, last, which)
    if unit == "quarter" and whole.unit == "year":
        which = 4 if which == -1 else which
        return months(first.year, which * 3 - 2, 3, unit="quarter") if 1 <= which <= 4 else None
    if unit == "quarters" and count:
        unit, count = "months", 3 * count
    if unit == "months":
        size = count or some["months"]
        total = (last.year - first.year) * 12 + last.month - first.month + 1
        if size > total or abs(which) != 1:
            return None
        start = first if which == 1 else add_months(date(last.year, last.month, 1), 1 - size)
        names = {3: "quarter", 6: "half_year"}
        granularity = "vague" if count is None else names.get(size, "span")
        return months(start.year, start.month, size, unit=granularity)
    if unit == "month":
        if which == -1:
            return month(last.year, last.month)
        start = add_months(first, which - 1)
        return month(start.year, start.month) if start <= last else None
    if unit in ("weeks", "days", "week"):
        size = (count or some["days"]) if unit == "days" else 7 * (count or some["weeks"])
        size = 7 if unit == "week" else size
        start = add_days(last, 1 - size) if which == -1 else add_days(first, size * (which - 1))
        end = add_days(start, size - 1)
        if start < first or end > last:
            return None
        return replace(
            span(start, end), kind="part", unit="span" if count or unit == "week" else "vague"
        )
    if unit == "weekend":
        saturday = add_days(first, (5 - first.weekday()) % 7 + 7 * (max(which, 1) - 1))
        if which == -1:
            saturday = add_days(last, -((last.weekday() - 5) % 7))
        return (
            replace(span(saturday, add_days(saturday, 1)), kind="part")
            if saturday <= last
            else None
        )
    if unit == "years":
        size = count or some["years"]
        begin = last.year - size + 1 if which == -1 else first.year
        return replace(years(begin, begin + size - 1), kind="part")
    return None


def _half_of(whole: Value, first: date, last: date, which: int) -> Value | None:
    which = 2 if which == -1 else which
    if which not in (1, 2):
        return None
    total = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole.unit == "month":
        middle = 15
        return replace(
            span(first, first.replace(day=middle))
            if which == 1
            else span(first.replace(day=middle + 1), last),
            kind="part",
        )
    if total % 2 or first.day != 1 or total < 2:
        return None
    size = total // 2
    if size % 12 == 0 and first.month == 1:
        begin = first.year + (0 if which == 1 else size // 12)
        return replace(years(begin, begin + size // 12 - 1), kind="part")
    start = first if which == 1 else add_months(first, size)
    return months(start.year, start.month, size, unit="half_year" if size == 6 else "span")


def _piece(c: Context, i: int, which: int) -> tuple[int, str, int | None] | None:
    """Read what is counted: helft, kwartaal, negen maanden, weken; return end, unit and number."""
    scan = c.scan
    count: int | None = None
    k = i
    number = cardinals().get(scan.word(k)) or scan.number(k)
    if number is not None:
        count, k = number, k + 1
    if scan.word(k) == "paar" and count is None:
        k += 1
    word = scan.word(k)
    if count is None:
        if word in _HALVES:
            return k + 1, "half", None
        if word == "half" and scan.word(k + 1) == "jaar":
            return k + 2, "half", None
        if word in _QUARTERS:
            return k + 1 + (scan.word(k + 1) == "." and word == "kw"), "quarter", None
    unit = c.words.units.get(word)
    if unit is None or (unit == "year" and which not in (1, -1)):
        return None
    many = word in c.words.plurals
    if unit == "month":
        return k + 1, "months" if many else "month", count
    if unit == "quarter" and many and count and count < 4:
        return k + 1, "quarters", count
    if unit in ("week", "day") and many:
        return k + 1, unit + "s", count
    if unit in ("week", "weekend"):
        return k + 1, unit, None
    if unit == "year" and (many or count):
        return k + 1, "years", count
    return None


def numbered_part(c: Context, i: int, *, target: Target) -> Match | None:
    """Read ``eerste helft van 2020``, ``derde kwartaal``, ``eerste negen maanden van 2021``."""
    scan = c.scan
    k = i + 1 if scan.word(i) in ("de", "het") else i
    ranked = rank(scan, k)
    if ranked is None:
        return None
    after, which = ranked
    other = rank(scan, after + 1) if scan.word(after) == "en" else None
    if other is not None:  # 'het eerste en tweede kwartaal'
        after, which = other
    first = which if other is None else ranked[1]
    piece = _piece(c, after, which)
    if piece is None or first > which:
        return None
    end, unit, count = piece
    k = end + 1 if scan.word(end) in _OF else end
    found = target(c, k)
    if found is not None and found.value is not None:
        some = c.words.some

        def pieces(whole: Value) -> Value | None:
            last = _nth(whole, unit, which, count, some)
            start = last if first == which else _nth(whole, unit, first, count, some)
            if start is None or last is None or start == last:
                return last
            return replace(last, first=start.first, unit="span")

        value = lift(pieces, found.value)
        if value is not None:
            return Match(found.end, value)
    if first != which:
        return None
    if unit == "quarters" and count and which == 1 and scan.word(end) not in _OF:
        size = 3 * count  # 'de eerste drie kwartalen'
        return Match(end, waiting(lambda n: months(n, 1, size), unit="span", kind="part"))
    if unit == "quarter" or (unit == "half" and scan.word(end - 1) != "helft"):
        return Match(end, _yearly(unit, which)) if _yearly(unit, which) else None
    return None


def _yearly(unit: str, which: int) -> Value | None:
    size = 3 if unit == "quarter" else 6
    if not 1 <= which <= 12 // size:
        return None
    granularity = "quarter" if unit == "quarter" else "half_year"
    start = (which - 1) * size + 1
    return waiting(
        lambda n: months(n, start, size, unit=granularity), unit=granularity, kind="part"
    )


def coded_part(c: Context, i: int, *, tail: Tail) -> Match | None:
    """Read Q3, H1, kw4, with the year before or behind: Q3 2023, 2023 Q3, Q3-2023."""
    scan = c.scan
    start = i
    before = year_number(scan, i)
    if before:
        i = before[0]
        i += scan.word(i) == "-"
    size = _CODES.get(scan.word(i))
    which = scan.number(i + 1)
    if size is None or which is None or not scan.glued(i + 1) or not 1 <= which <= size:
        return None
    if scan.glued(i + 2) and scan.word(i + 2).isalnum():
        return None
    if scan.word(i + 2) == "." and scan.glued(i + 3) and scan.word(i + 3).isdecimal():
        return None
    if not scan.original(i)[0].isupper() and scan.word(i) != "kw":
        return None
    value = _yearly("quarter" if size == 4 else "half", which)
    assert value is not None
    assert value.of_year is not None
    if before:
        return Match(i + 2, value.of_year(before[1]))
    k = i + 2
    if scan.word(k) in ("-", "/") and scan.glued(k) and scan.glued(k + 1):
        k += 1
    dated = tail(c, k)
    if dated and dated.value and dated.value.first:
        known = value.of_year(dated.value.first.year)
        return Match(dated.end, replace(known, anchored=dated.value.anchored)) if known else None
    # 'K1' and 'H2' alone are names of things; Q1 and kw1 are quarters
    return Match(i + 2, value) if scan.word(start) in ("q", "kw") else None
