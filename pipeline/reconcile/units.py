"""Units that can be compared: lengths of time in days, denominators, and what a count counts."""

from __future__ import annotations

import re
from functools import cache

from pipeline.knowledge import read_toml
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.rules import comparability, listed

_COUNTLESS = frozenset({None, "count"})


@cache
def unit_kinds() -> dict[str, str]:
    """Return for each unit of ``units.toml`` what it measures: money, duration, measure …"""
    return {entry["id"]: entry["kind"] for entry in read_toml("units.toml")["unit"]}


def is_duration(unit: str | None) -> bool:
    """Whether a unit is a length of time that :func:`in_days` can convert."""
    return unit in comparability().days


def in_days(interval: Interval, unit: str) -> Interval:
    """Return a length of time in days, widened where months and years differ in length.

    >>> in_days(Interval(2, 2), "month")
    Interval(low=56.0, high=62.0, low_open=False, high_open=False)
    """
    least, most = comparability().days[unit]
    low = interval.low * (least if interval.low >= 0 else most)
    high = interval.high * (most if interval.high >= 0 else least)
    return Interval(low, high, interval.low_open, interval.high_open)


def compare_per(a: str | None, b: str | None) -> str | None:
    """Return why two denominators ('per maand') differ, or None when they are the same.

    ``per``: they differ; ``per_unstated``: one figure has 'per jaar' and the other nothing, which
    may mean the same.
    """
    first, second = _denominator(a), _denominator(b)
    if first == second:
        return None
    if first is not None and second is not None:
        return "per"
    given = first or second
    return "per_unstated" if given in listed("per", "times") else "per"


def _denominator(words: str | None) -> str | None:
    """Reduce 'per 1.000 inwoners' to the class of what is counted; the size is in the unit."""
    found = re.findall(r"[^\W\d_]+", words.lower()) if words else []
    if not found:
        return None
    head: str = found[-1]
    return comparability().classes.get(head, head)


def compare_counted(a: str | None, b: str | None) -> str | None:
    """Return why two counts do not count the same, or None when they do.

    ``counted``: two classes of people or things (huishoudens and inwoners); ``counted_unclear``:
    two nouns of which that is not known. A compound and its head are taken as the same: an
    'uitkering' in a text about bijstand is a 'bijstandsuitkering'.
    """
    if a == b or a in _COUNTLESS or b in _COUNTLESS or a is None or b is None:
        return None
    first, second = a.lower(), b.lower()
    if first.endswith(second) or second.endswith(first):
        return None
    classes = comparability().classes.get(first), comparability().classes.get(second)
    if classes[0] is not None and classes[0] == classes[1]:
        return None
    return "counted_unclear" if None in classes else "counted"
