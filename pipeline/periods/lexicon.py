"""The words of time, read from ``models/knowledge/periods.toml`` and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.knowledge import fail, read_toml

FILE = "periods.toml"

_DURATION = re.compile(r"P(?:\d+[YMWD]|T\d+[HMS])")

Phrase = tuple[str, ...]

UNITS = (
    "second", "minute", "hour", "day", "week", "month", "quarter", "half_year", "year", "decade",
    "century", "loose", "weekend", "day_part",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """What a loose part covers: months of a year, days of a month (first and last)."""

    name: str
    year: tuple[int, int]
    month: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Feast:
    """How to find the first day of a feast in a year, and how many days it lasts.

    ``rule`` is fixed (month, day), easter (days from Easter Sunday), nth (month, weekday, which)
    or king.
    """

    rule: str
    numbers: tuple[int, ...]
    days: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that the rules look for. Phrases are tuples of words, indexed by their first."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    month_names: frozenset[str]  # both
    weekdays: dict[str, int]
    days: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    broken_years: dict[str, int]
    calendar_years: frozenset[str]
    whole: frozenset[str]
    feasts: dict[Phrase, Feast]
    feast_starts: frozenset[str]
    parts: dict[str, Part]
    some: dict[str, int]
    shifts: dict[str, str]
    units: dict[str, str]
    plurals: frozenset[str]
    same: frozenset[str]
    that: frozenset[str]
    since_then: frozenset[str]
    then: frozenset[str]
    then_before: frozenset[str]
    earlier: frozenset[str]
    comparing: frozenset[str]
    comparing_with_number: frozenset[str]
    again: frozenset[str]
    later: frozenset[str]
    ago: frozenset[str]
    ahead: frozenset[str]
    spread: frozenset[str]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    uncounted: dict[str, tuple[Phrase, ...]]
    sets: dict[str, str]
    every: frozenset[str]
    per_state: frozenset[str]
    per: frozenset[str]
    durations: dict[str, str]
    ages: dict[str, frozenset[str]]
    years: dict[str, frozenset[str]]
    about: frozenset[str]
    before_after: frozenset[str]
    about_before: frozenset[str]
    deadline: frozenset[str]
    markers: dict[str, tuple[tuple[Phrase, int], ...]]
    past: frozenset[str]
    future: frozenset[str]
    present: frozenset[str]
    saying: frozenset[str]
    perfect: dict[str, frozenset[str]]
    clause: frozenset[str]


def _table(data: dict[str, Any], *path: str) -> dict[str, Any]:
    node: Any = data
    for key in path:
        node = node.get(key) if isinstance(node, dict) else None
    if not isinstance(node, dict):
        fail(FILE, f"[{path[0]}", f"table [{'.'.join(path)}] is missing")
    return node


def _words(data: dict[str, Any], *path: str) -> frozenset[str]:
    return frozenset(_list(data, *path))


def _list(data: dict[str, Any], *path: str) -> list[str]:
    values = _table(data, *path[:-1]).get(path[-1])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        fail(FILE, path[-1], f"{'.'.join(path)} must be a list of words")
    for value in values:
        _check_case(value)
    return values


def _check_case(word: str) -> None:
    if word != word.lower() or word != " ".join(word.split()):
        fail(FILE, word, f"{word!r}: write words in lower case with single spaces")


def _numbers(table: dict[str, Any], *, low: int, high: int) -> dict[str, int]:
    for word, value in table.items():
        _check_case(word)
        if not isinstance(value, int) or not low <= value <= high:
            fail(FILE, f"{word} =", f"{word}: {value!r} is not a number from {low} to {high}")
    return dict(table)


def _pair(key: str, value: Any, *, high: int) -> tuple[int, int]:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(isinstance(number, int) and 1 <= number <= high for number in value)
    ):
        fail(FILE, key, f"{key}: {value!r} must be two numbers from 1 to {high}")
    return value[0], value[1]


def _split(phrase: str) -> Phrase:
    """Cut a phrase as the scanner does: a hyphen or an apostrophe is a token of its own."""
    return tuple(phrase.replace("-", " - ").replace("'", " ' ").split())


def _feasts(data: dict[str, Any]) -> dict[Phrase, Feast]:
    feasts: dict[Phrase, Feast] = {}
    for rule, length in (("fixed", 3), ("easter", 2), ("nth", 3)):
        for name, numbers in _table(data, "feasts", rule).items():
            _check_case(name)
            if not isinstance(numbers, list) or len(numbers) != length:
                fail(FILE, name, f"{name}: {numbers!r} must be {length} numbers")
            days = 1 if rule == "nth" else numbers[-1]
            feasts[_split(name)] = Feast(
                rule, tuple(numbers if rule == "nth" else numbers[:-1]), days
            )
    for name in _list(data, "feasts", "king", "words"):
        feasts[_split(name)] = Feast("king", (), 1)
    return feasts


def _durations(data: dict[str, Any], table: str) -> dict[str, str]:
    """Return the words that stand for an ISO 8601 duration."""
    words = _table(data, table, "words")
    for word, iso in words.items():
        _check_case(word)
        if not isinstance(iso, str) or not _DURATION.fullmatch(iso):
            fail(
                FILE,
                f'{word} = "{iso}"',
                f"{word}: {iso!r} is not an ISO 8601 duration (P1Y, PT15M)",
            )
    return dict(words)


def _by_first(phrases: dict[Phrase, str]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Index phrases by their first word, the longest first."""
    index: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, meaning in phrases.items():
        index.setdefault(phrase[0], []).append((phrase, meaning))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in index.items()
    }


def _markers(data: dict[str, Any]) -> dict[str, tuple[tuple[Phrase, int], ...]]:
    """Index the words behind a date that say whether it is past (-1) or to come (1)."""
    index: dict[str, list[tuple[Phrase, int]]] = {}
    for key, side in (("past", -1), ("future", 1)):
        for phrase in _list(data, "markers", key):
            words = tuple(phrase.replace(".", " . ").split())
            index.setdefault(words[0], []).append((words, side))
    return {
        first: tuple(sorted(group, key=lambda entry: -len(entry[0])))
        for first, group in index.items()
    }


_PHRASES = (
    ("present", "phrases", "present"), ("present", "until", "present_until"),
    ("present", "from", "present_from"), ("present", "never", "nothing"),
    ("vague", "past", "vague_past"), ("vague", "future", "vague_future"),
    ("previous", "phrases", "previous"),
)  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """Return the words of time.

    Raises:
        KnowledgeError: ``periods.toml`` lacks a table or holds an impossible value.
    """
    data = read_toml(FILE)
    months = _numbers(_table(data, "months"), low=1, high=12)
    abbreviations = _numbers(_table(data, "month_abbreviations"), low=1, high=12)
    weekdays = _numbers(_table(data, "weekdays"), low=1, high=7)
    for suffix in _list(data, "day_parts", "suffixes"):
        weekdays |= {day + suffix: number for day, number in list(weekdays.items()) if number}
    parts: dict[str, Part] = {}
    for name in ("begin", "middle", "end", "last"):
        table = _table(data, "parts", name)
        part = Part(
            name,
            _pair("year", table.get("year"), high=12),
            _pair("month", table.get("month"), high=31),
        )
        parts |= dict.fromkeys(_list(data, "parts", name, "words"), part)
    units: dict[str, str] = {}
    plurals: set[str] = set()
    for unit in UNITS:
        many = _list(data, "units_many", unit)
        units |= dict.fromkeys(_list(data, "units", unit) + many, unit)
        plurals |= set(many)
    phrases = {
        _split(phrase): meaning
        for table_name, key, meaning in _PHRASES
        for phrase in _list(data, table_name, key)
    }
    uncounted: dict[str, list[Phrase]] = {}
    for phrase in _list(data, "vague", "some"):
        uncounted.setdefault(_split(phrase)[0], []).append(_split(phrase))
    feasts = _feasts(data)
    return Lexicon(
        months=months,
        month_abbreviations=abbreviations,
        month_names=frozenset(months) | frozenset(abbreviations),
        weekdays=weekdays,
        days=_numbers(_table(data, "days"), low=-7, high=7),
        seasons={
            word: _pair(word, months, high=12) for word, months in _table(data, "seasons").items()
        },
        broken_years=_numbers(_table(data, "broken_years"), low=1, high=12),
        calendar_years=_words(data, "calendar_years", "words"),
        whole=_words(data, "calendar_years", "whole"),
        feasts=feasts,
        feast_starts=frozenset(phrase[0] for phrase in feasts),
        parts=parts,
        some=_numbers(_table(data, "parts", "some"), low=1, high=31),
        shifts={
            word: shift
            for shift in ("before", "this", "after", "past", "coming", "preceding")
            for word in _list(data, "shifts", shift)
        },
        units=units,
        plurals=frozenset(plurals),
        same=_words(data, "previous", "same"),
        that=_words(data, "previous", "that"),
        since_then=_words(data, "previous", "since"),
        then=_words(data, "previous", "then"),
        then_before=_words(data, "previous", "then_before"),
        earlier=_words(data, "previous", "earlier"),
        comparing=_words(data, "comparison", "words"),
        comparing_with_number=_words(data, "comparison", "with_number"),
        again=_words(data, "comparison", "again"),
        later=_words(data, "previous", "later"),
        ago=_words(data, "ago", "words"),
        ahead=_words(data, "ago", "ahead"),
        spread=_words(data, "ago", "spread"),
        phrases=_by_first(phrases),
        uncounted={
            first: tuple(sorted(group, key=len, reverse=True)) for first, group in uncounted.items()
        },
        sets=_durations(data, "sets"),
        every=_words(data, "sets", "every"),
        per_state=_words(data, "per_state", "words"),
        per=_words(data, "sets", "per"),
        durations=_durations(data, "durations"),
        ages={key: _words(data, "ages", key) for key in _table(data, "ages")},
        years={key: _words(data, "years", key) for key in _table(data, "years")},
        before_after=_words(data, "before_or_for", "before_after"),
        about=_words(data, "before_or_for", "about"),
        about_before=_words(data, "before_or_for", "about_before"),
        deadline=_words(data, "before_or_for", "deadline"),
        markers=_markers(data),
        past=_words(data, "tense", "past"),
        future=_words(data, "tense", "future"),
        present=_words(data, "tense", "present"),
        saying=_words(data, "tense", "saying"),
        perfect={key: _words(data, "perfect", key) for key in _table(data, "perfect")},
        clause=_words(data, "tense", "clause"),
    )
