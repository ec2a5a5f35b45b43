"""When two populations are the same: 'jongeren tot 18 jaar' and 'kinderen tot 23 jaar'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.knowledge import fail, read_toml

FILE = "comparability.toml"
_AGE = re.compile(r"(?:van (?P<low>\d+) )?tot (?P<high>\d+) jaar|vanaf (?P<from>\d+) jaar")


@dataclass(frozen=True, slots=True)
class Population:
    """A group of people or things: its class and ages in years (None where not said)."""

    group: str
    low: int | None
    high: int | None


@cache
def population_classes() -> dict[str, str]:
    """Return for each word the name of its class.

    Raises:
        KnowledgeError: a word stands in two classes.
    """
    classes: dict[str, str] = {}
    for entry in read_toml(FILE).get("population", []):
        for word in entry["words"]:
            if word in classes:
                fail(FILE, f'"{word}"', f"'{word}' stands in two classes")
            classes[word] = entry["name"]
    return classes


def parse_population(words: str) -> Population:
    """Read a population as the figures have it.

    >>> parse_population("kinderen tot 18 jaar")
    Population(group='jongeren', low=None, high=18)
    """
    lowered = words.lower()
    head = lowered.split()[0] if lowered.split() else ""
    found = _AGE.search(lowered)
    low = high = None
    if found:
        low = int(found["low"] or found["from"]) if found["low"] or found["from"] else None
        high = int(found["high"]) if found["high"] else None
    return Population(population_classes().get(head, head), low, high)


def compare_populations(a: str | None, b: str | None) -> str | None:
    """Return why two populations are not the same, or None when they are.

    ``population``: they are different groups or ages; ``population_unstated``: one of the two is
    not given, or only one of them has ages, so that it is not known.
    """
    if a == b:
        return None
    if a is None or b is None:
        return "population_unstated"
    first, second = parse_population(a), parse_population(b)
    if first.group != second.group:
        return "population"
    if (first.low, first.high) == (second.low, second.high):
        return None
    ages = [first.low, first.high], [second.low, second.high]
    if all(bound is None for bound in ages[0]) or all(bound is None for bound in ages[1]):
        return "population_unstated"
    return "population"
