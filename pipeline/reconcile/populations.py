"""When two populations are the same: 'jongeren tot 18 jaar' and 'kinderen tot 23 jaar'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.reconcile.rules import comparability

_PLUS = re.compile(r"(?P<low>\d+)[ -]?plus(?:sers?)?\b")
_YEARS = re.compile(r"(?:(?P<low>\d+)-? (?P<to>tot|tot en met|t/m|en) )?(?P<high>\d+)-jarigen\b")
_JOINED = re.compile(r"[\w'-]+(?:, [\w'-]+)* (?:en|of) [a-z][\w'-]+")
_AGED = "inwoners"  # whom '65-plussers' are
_AGE = re.compile(
    r"(?:(?:van )?(?P<low>\d+) )?(?:tot|jonger dan|onder de) (?P<high>\d+)(?: jaar)?"
    r"|(?:vanaf|van) (?P<from>\d+) jaar(?P<older> en ouder)?|(?P<over>\d+) jaar en ouder"
)


@dataclass(frozen=True, slots=True)
class Population:
    """A group of people or things: its class and ages in years (None where not said).

    ``low`` is included and ``high`` is not; nobody is younger than 0, so that is no bound.
    """

    group: str
    low: int | None
    high: int | None


def parse_population(words: str) -> Population:
    """Read a population as the figures have it.

    >>> parse_population("kinderen tot 18 jaar")
    Population(group='jongeren', low=None, high=18)
    >>> parse_population("65-plussers"), parse_population("volwassenen").low
    (Population(group='inwoners', low=65, high=None), 18)
    """
    lowered = words.lower()
    head = lowered.split()[0] if lowered.split() else ""
    plus = _PLUS.match(lowered)
    if plus:
        return Population(_AGED, int(plus["low"]), None)
    years = _YEARS.match(lowered)
    if years:
        oldest = int(years["high"])  # 'tot 25' leaves out who is 25
        return Population(
            _AGED, int(years["low"] or oldest), oldest + (0 if years["to"] == "tot" else 1)
        )
    together = _JOINED.match(lowered)
    if together and not _AGE.match(lowered):
        heads = re.split(r", | en | of ", together[0])
        classes = {comparability().classes.get(word, word) for word in heads}
        return Population(" ".join(sorted(classes)), None, None)
    found = _AGE.search(lowered)
    low, high = comparability().ages.get(head, (None, None))
    if found:
        youngest = found["low"] or found["from"] or found["over"]
        low = int(youngest) or None if youngest else None
        high = int(found["high"]) if found["high"] else None
        if found["from"] and not found["older"] and "vanaf" not in found[0]:
            high = int(found["from"]) + 1  # 'van 15 jaar': that age alone
    return Population(comparability().classes.get(head, head), low, high)


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
    ages = (first.low, first.high), (second.low, second.high)
    aged = [any(bound is not None for bound in pair) for pair in ages]
    by_age = all(aged) and {first.group, second.group} <= comparability().by_age
    if first.group != second.group and not by_age:
        return "population"
    if ages[0] == ages[1]:
        return None
    return "population" if all(aged) else "population_unstated"
