"""The rules of all modules put together, each with the words it can begin with.

A rule reads an expression at a token or returns None. At each place only the rules whose first
word stands there are tried, and the longest reading wins; between equals the first rule does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial

from pipeline.periods import (
    absolute,
    ages,
    fractions,
    parts,
    previous,
    relative,
    sets_durations,
    spans,
    vague,
    years,
)
from pipeline.periods.context import Context
from pipeline.periods.lexicon import lexicon
from pipeline.periods.numbers import RANK_SUFFIXES, cardinals, halves, ranks
from pipeline.periods.values import Match, year

Rule = Callable[[Context, int], "Match | None"]

_DIGITS = "0"  # stands for every number in the index
_ARTICLES = ("de", "het")


class RuleSet:
    """Rules by the first word of what they read."""

    def __init__(self, rules: Iterable[tuple[Rule, Iterable[str]]]) -> None:
        index: dict[str, list[Rule]] = {}
        for rule, starts in rules:
            for word in dict.fromkeys(starts):
                index.setdefault(word, []).append(rule)
        self._index = {word: tuple(found) for word, found in index.items()}
        self.starts = tuple(index)

    def read(self, c: Context, i: int) -> Match | None:
        """Return the longest reading at token ``i``."""
        word = c.scan.word(i)
        rules = self._index.get(_DIGITS if word.isdecimal() else word)
        if rules is None:
            return None
        best: Match | None = None
        for rule in rules:
            try:
                found = rule(c, i)
            except OverflowError:  # 'duizend jaar eerder': a year the calendar does not reach
                continue
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best


# ── a year behind something: 'maart 2019', 'eind maart vorig jaar', '3 mei van dat jaar' ───────


def _tail(c: Context, i: int) -> Match | None:
    """Read the year that completes a day, month, season or feast."""
    scan = c.scan
    k = i + 1 if scan.word(i) in ("van", "in") else i
    found = years.year_number(scan, k)
    if found is None:
        return _relative_year(c, k)
    end, number = found
    following = scan.original(end)
    postcode = len(following) == 2 and following.isupper()
    if postcode or scan.word(end) in c.words.years["counted"]:
        return None
    return Match(end, year(number))


def _relative_year(c: Context, i: int) -> Match | None:
    for rule in (relative.shifted, previous.that_time, previous.earlier_later):
        found = rule(c, i)
        if found and found.value and found.value.unit == "year":
            return found
    return None


def _bare_or_relative_year(c: Context, i: int) -> Match | None:
    return years.bare_year(c, i) or _relative_year(c, i)


def _plain_year(c: Context, i: int) -> Match | None:
    """Read a year where only a year can stand: 'eind 2019', 'de eerste helft van 2020'."""
    found = years.year_number(c.scan, i)
    if found is None or c.scan.word(found[0]) in c.words.years["counted"]:
        return None
    return Match(found[0], year(found[1]))


# ── small additions around a rule ─────────────────────────────────────────────────────────────


def _with_article(rule: Rule) -> Rule:
    """Let an article stand before what a rule reads."""

    def read(c: Context, i: int) -> Match | None:
        return rule(c, i + 1 if c.scan.word(i) in _ARTICLES else i)

    return read


def _with_marker(rule: Rule) -> Rule:
    """Let 'jl.' or 'a.s.' behind a date without a year say on which side of now it lies."""

    def read(c: Context, i: int) -> Match | None:
        found = rule(c, i)
        if found is None or found.value is None:
            return found
        for words, bias in c.words.markers.get(c.scan.word(found.end), ()):
            if c.scan.phrase(found.end, words):
                return c.settle(Match(found.end + len(words), found.value), i, bias=bias)
        return found

    return read


# ── the rules ─────────────────────────────────────────────────────────────────────────────────


def _named() -> list[tuple[Rule, Iterable[str]]]:
    w = lexicon()
    months = (*w.months, *w.month_abbreviations)
    return [
        (_with_marker(partial(absolute.month_name, tail=_tail)), months),
        (_with_article(partial(parts.season, tail=_tail)), (*_ARTICLES, *w.seasons)),
        (_with_article(partial(parts.feast_day, tail=_tail)), (*_ARTICLES, *w.feast_starts)),
        (_with_article(partial(parts.broken_year, tail=_tail)), (*_ARTICLES, *w.broken_years)),
        (_with_article(parts.decade), ("de", "jaren")),
        (_with_article(parts.century), ("de", _DIGITS, *ranks())),
        (partial(fractions.coded_part, tail=_tail), (_DIGITS, "h", "q", "k", "kw")),
        (years.year_words, ("het", *w.whole, *w.calendar_years)),
    ]


@cache
def _after_number() -> frozenset[str]:
    """Return what can follow a number of one or two digits in an expression."""
    w = lexicon()
    joints = (",", ".", "-", "–", "—", "/", "en", "of", "tot", "t", "à", "a", "half", "paar")
    return frozenset((*joints, *RANK_SUFFIXES, *w.month_names, *w.units, *w.durations))


@cache
def _targets() -> RuleSet:
    """Return what a part can be of: a year, a month, a season, vorig jaar, het jaar."""
    w = lexicon()
    return RuleSet(
        [
            (_plain_year, (_DIGITS, *years.QUOTES)),
            *_named(),
            (relative.shifted, (*_ARTICLES, *w.shifts)),
            (previous.that_time, (*w.that, *w.same)),
            (relative.this_period, _ARTICLES),
        ]
    )


def _target(c: Context, i: int) -> Match | None:
    return _targets().read(c, i)


def _period_rules() -> list[tuple[Rule, Iterable[str]]]:
    w = lexicon()
    counted = (_DIGITS, *cardinals(), *halves(), *w.uncounted, *w.plurals)
    same = partial(previous.same_period, tail=_tail, year=_bare_or_relative_year)
    day = partial(absolute.day_of_month, tail=_tail)
    return [
        (absolute.numeric_date, (_DIGITS,)),
        (_with_marker(day), (_DIGITS, *w.weekdays)),
        (years.bare_year, (_DIGITS, *years.QUOTES)),
        *_named(),
        (partial(absolute.numbered_week, tail=_tail), ("week",)),
        (partial(fractions.parted, target=_target), (*_ARTICLES, *w.parts)),
        (partial(fractions.numbered_part, target=_target), (*_ARTICLES, _DIGITS, *ranks())),
        (relative.shifted, (*_ARTICLES, *w.shifts)),
        (relative.named_day, w.days),
        (relative.distance, counted),
        (relative.ahead, w.ahead),
        (previous.earlier_later, (*_ARTICLES, *counted)),
        (previous.that_time, (*w.that, *w.same)),
        (previous.whole_period, ("het", *w.whole)),
        (relative.the_weekend, ("het",)),
        (same, (*_ARTICLES, *w.same)),
        (_with_marker(absolute.weekday_alone), w.weekdays),
    ]


@cache
def _periods() -> RuleSet:
    """Return what can follow 'sinds' or 'tussen'."""
    return RuleSet(_period_rules())


def _period(c: Context, i: int) -> Match | None:
    """Read a period, once a place: spans and their sides ask for the same one again."""
    if i not in c.periods:
        c.periods[i] = _periods().read(c, i)
    return c.periods[i]


@cache
def _expressions() -> RuleSet:
    w = lexicon()
    counted = (_DIGITS, *cardinals(), *halves())
    dates = (
        _DIGITS, *_ARTICLES, *w.months, *w.month_abbreviations, *w.weekdays, *w.seasons, *w.parts,
        *w.shifts, *w.days, *ranks(),
    )  # fmt: skip
    # The order decides between equals: an age before a duration, a carried part before a year.
    return RuleSet(
        [
            (ages.age, counted),
            (spans.for_year, (_DIGITS,)),
            (spans.year_span, (_DIGITS, *years.QUOTES, "de", "jaren")),
            (_between, ("van", "vanaf", "tussen", *dates)),
            (partial(spans.one_sided, period=_period), spans.PREPOSITIONS),
            (_inside, ("in",)),
            (vague.phrase, w.phrases),
            (_period, _periods().starts),
            (relative.rest_of, ("later",)),
            (relative.since, ("sinds", "sedert")),
            (relative.ahead, w.ahead),
            (previous.since_then, w.since_then),
            (previous.then, w.then),
            (sets_durations.repetition, (*w.sets, *w.every, *w.per, "om")),
            (sets_durations.once_in, ("eens",)),
            (sets_durations.duration, (*counted, *w.durations)),
        ]
    )


def _inside(c: Context, i: int) -> Match | None:
    """Read ``in`` before a bare year or month, and before two of them (in januari-maart 2019)."""
    for rule in (_between, partial(fractions.coded_part, tail=_tail)):
        found = rule(c, i + 1)
        if found:
            return found
    return absolute.inside(c, i, tail=_tail)


def _between(c: Context, i: int) -> Match | None:
    return spans.between(c, i, period=_period)


def _with_year_ahead(c: Context, match: Match) -> Match:
    """Take the year of the next date where one stands for both: 'in maart en april 2018'."""
    value = match.value
    if value is None or value.of_year is None or c.scan.word(match.end) not in ("en", "of", ","):
        return match
    k = match.end + 1
    following = _period(c, k + (c.scan.word(k) == "in"))
    stated = following.value if following else None
    if stated is None or stated.first is None or stated.unit != value.unit:
        return match
    known = value.of_year(stated.first.year)
    if known is None or known.first is None or known.first >= stated.first:
        return match
    return Match(match.end, replace(known, anchored=stated.anchored))


def read(c: Context, i: int) -> Match | None:
    """Return the longest time expression that begins at token ``i``."""
    word = c.scan.low[i]
    if len(word) < 3 and word.isdecimal() and c.scan.word(i + 1) not in _after_number():
        return None
    found = _expressions().read(c, i)
    return _with_year_ahead(c, found) if found else None
