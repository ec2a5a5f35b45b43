"""The finder: reads a text from left to right and takes the longest expression at each place.

What belongs to an expression: the preposition that makes a span of it (sinds 2017, voor 2015, met
ingang van 2020, tussen 2015 en 2019), ``in`` directly before a bare year or month (in 2017), and
the article of a phrase that has one (het afgelopen jaar, de eerste helft van 2020). Other
prepositions (over 2020, op 3 mei) stay outside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from pipeline.periods import absolute, ages, parts, previous, relative, sets_durations, spans, vague
from pipeline.periods.context import Context
from pipeline.periods.edtf import render
from pipeline.periods.lexicon import lexicon
from pipeline.periods.numbers import cardinals, halves, ranks
from pipeline.periods.scan import Scan
from pipeline.periods.values import Match, year
from pipeline.records import Anchor, TimeExpression, Token

Rule = Callable[[Context, int], "Match | None"]


# ── a year behind something: 'maart 2019', 'eind maart vorig jaar', '3 mei van dat jaar' ───────


def _tail(c: Context, i: int) -> Match | None:
    """Read the year that completes a day, month, season or feast."""
    scan = c.scan
    k = i + 1 if scan.word(i) in ("van", "in", ",") else i
    found = absolute.year_number(scan, k)
    if found is not None:
        number_at = found[0] - 1
        if scan.word(found[0]) in c.words.years["counted"] or (scan.word(i) == "," and k > i):
            return None
        if scan.original(number_at + 1).isupper() and len(scan.word(number_at + 1)) == 2:
            return None
        return Match(found[0], year(found[1]))
    if scan.word(i) == ",":
        return None
    return _relative_year(c, k)


def _relative_year(c: Context, i: int) -> Match | None:
    for rule in (relative.shifted, previous.that_time, previous.earlier_later):
        found = rule(c, i)
        if found and found.value and found.value.unit == "year":
            return found
    return None


def _year_or_tail(c: Context, i: int) -> Match | None:
    return absolute.bare_year(c, i) or _relative_year(c, i)


# ── periods: what can follow 'begin', 'sinds' or 'tussen' ─────────────────────────────────────


def _first(rules: Sequence[Rule], c: Context, i: int) -> Match | None:
    """Return the longest match of the rules; the first of equals."""
    best: Match | None = None
    for rule in rules:
        try:
            found = rule(c, i)
        except OverflowError:  # 'duizend jaar later', said of a year the calendar does not reach
            continue
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _plain_year(c: Context, i: int) -> Match | None:
    """Read a year where only a year can stand: 'eind 2019', 'de eerste helft van 2020'."""
    found = absolute.year_number(c.scan, i)
    if found is None or c.scan.word(found[0]) in c.words.years["counted"]:
        return None
    return Match(found[0], year(found[1]))


_SEASON: Rule = partial(parts.season, tail=_tail)
_FEAST: Rule = partial(parts.feast_day, tail=_tail)
_BROKEN: Rule = partial(parts.broken_year, tail=_tail)
_MONTH: Rule = partial(absolute.month_name, tail=_tail)
_DAY: Rule = partial(absolute.day_of_month, tail=_tail)
_WEEK: Rule = partial(absolute.numbered_week, tail=_tail)
_CODED: Rule = partial(parts.coded_part, tail=_tail)
_SAME: Rule = partial(previous.same_period, tail=_tail, year=_year_or_tail)


def _article(rule: Rule) -> Rule:
    """Let an article stand before what a rule reads."""

    def with_article(c: Context, i: int) -> Match | None:
        return rule(c, i + 1) if c.scan.word(i) in ("de", "het") else rule(c, i)

    return with_article


_NAMED: tuple[Rule, ...] = (
    _MONTH, _article(_SEASON), _article(_FEAST), _article(_BROKEN), _article(parts.decade),
    _article(parts.century), _CODED, absolute.year_words,
)  # fmt: skip


def _target(c: Context, i: int) -> Match | None:
    """Read what a part can be of: a year, a month, a season, vorig jaar, het jaar."""
    rules = (_plain_year, *_NAMED, relative.shifted, previous.that_time, relative.this_period)
    return _first(rules, c, i)


_PARTED: Rule = partial(parts.parted, target=_target)
_NUMBERED: Rule = partial(parts.numbered_part, target=_target)

_PERIODS: tuple[Rule, ...] = (
    absolute.numeric_date, _DAY, absolute.bare_year, *_NAMED, _WEEK, _PARTED, _NUMBERED,
    relative.shifted, relative.named_day, relative.distance, previous.earlier_later,
    previous.that_time, _SAME, absolute.weekday_alone,
)  # fmt: skip


def _period(c: Context, i: int) -> Match | None:
    return _first(_PERIODS, c, i)


_BETWEEN: Rule = partial(spans.between, period=_period)
_ONE_SIDED: Rule = partial(spans.one_sided, period=_period)
_INSIDE: Rule = partial(absolute.inside, tail=_tail)

# The order decides between equals: an age before a duration, a carried part before a year.
_RULES: tuple[Rule, ...] = (
    ages.age, spans.for_year, spans.year_span, _BETWEEN, _ONE_SIDED, _INSIDE, vague.phrase,
    *_PERIODS, relative.rest_of, relative.ahead, previous.since_then, previous.then,
    sets_durations.repetition, sets_durations.once_in, sets_durations.duration,
)  # fmt: skip


def _expression(c: Context, i: int, match: Match) -> TimeExpression | None:
    """Turn a match into the record; None for what is no time after all."""
    value = match.value
    if value is None:
        return None
    scan = c.scan
    start, end = scan.start[i], scan.end[match.end - 1]
    first, last = value.first, value.last
    edtf = None if value.iso8601 else render(first, last, precision=value.precision)
    if edtf and value.time:
        edtf = f"{edtf}T{value.time}"
    return TimeExpression(
        start=start,
        end=end,
        surface=scan.text[start:end],
        kind=value.kind,
        edtf=edtf,
        iso8601=value.iso8601,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        anchored=value.anchored,
        granularity=value.unit,
    )


_FUNCTION_WORDS = [
    "de",
    "het",
    "een",
    "in",
    "van",
    "vanaf",
    "tussen",
    "sinds",
    "sedert",
    "met",
    "ingaande",
    "per",
    "tot",
    "t",
    "uiterlijk",
    "vóór",
    "voor",
    "na",
    "rond",
    "omstreeks",
    "tegen",
    "om",
    "eens",
    "later",
    "heel",
    "week",
    "jaren",
    "'",
    "’",
    "‘",
    "`",
    "´",
]


@cache
def _starts() -> frozenset[str]:
    """Return every word that an expression can begin with, so that others cost one look-up."""
    w = lexicon()
    words: set[str] = set(_FUNCTION_WORDS)
    for group in (
        w.months, w.month_abbreviations, w.weekdays, w.days, w.seasons, w.broken_years,
        w.calendar_years, w.feast_starts, w.parts, w.shifts, w.same, w.that, w.since_then, w.then,
        w.ahead, w.within, w.phrases, w.uncounted, w.sets, w.every, w.per, w.durations,
        w.plurals, cardinals(), halves(), ranks(), ("h", "q", "k", "kw"),
    ):  # fmt: skip
        words.update(group)
    return frozenset(words)


def find(
    text: str, anchor: Anchor | None = None, *, tokens: Sequence[Token] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a Dutch text, in order, without overlap.

    ``anchor`` is the day (or the first and last possible day) the text was published; without it
    relative expressions are found but keep ``edtf`` None and ``anchored`` open. ``tokens`` may
    give the words' analysis; then the tense of verbs helps to place a date without a year.

    >>> [(t.surface, t.edtf) for t in find("Sinds 2017 daalt het, in maart 2019 met 3 procent.")]
    [('Sinds 2017', '2017/..'), ('in maart 2019', '2019-03')]

    Raises:
        ValueError: the anchor is no pair of ISO dates in order.
    """
    scan = Scan(text)
    c = Context(scan, anchor, tokens)
    starts = _starts()
    found: list[TimeExpression] = []
    i = 0
    while i < scan.count:
        word = scan.low[i]
        if word not in starts and not word[0].isdigit():
            i += 1
            continue
        match = _first(_RULES, c, i)
        if match is None:
            i += 1
            continue
        match = c.settle(match, i)
        expression = _expression(c, i, match)
        if expression:
            found.append(expression)
            assert match.value
            c.remember(match.value, i)
        i = max(match.end, i + 1)
    return tuple(found)
