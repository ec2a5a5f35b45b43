"""Units that can be compared: lengths of time in days, denominators, and what a count counts."""

from __future__ import annotations

import re
from functools import cache

from pipeline.knowledge import fail, read_toml
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.populations import FILE, population_classes

_COUNTLESS = frozenset({None, "count"})


@cache
def unit_kinds() -> dict[str, str]:
    """Return for each unit of ``units.toml`` what it measures: money, duration, measure …"""
    return {entry["id"]: entry["kind"] for entry in read_toml("units.toml")["unit"]}


@cache
def _days() -> dict[str, tuple[float, float]]:
    lengths = {}
    for unit, bounds in read_toml(FILE)["days"].items():
        if len(bounds) != 2 or not 0 < bounds[0] <= bounds[1]:
            fail(FILE, f"{unit} =", f"'{unit}' needs its least and greatest number of days")
        lengths[unit] = (float(bounds[0]), float(bounds[1]))
    return lengths


def is_duration(unit: str | None) -> bool:
    """Whether a unit is a length of time that :func:`in_days` can convert."""
    return unit in _days()


def in_days(interval: Interval, unit: str) -> Interval:
    """Return a length of time in days, widened where months and years differ in length.

    >>> in_days(Interval(2, 2), "month")
    Interval(low=56.0, high=62.0, low_open=False, high_open=False)
    """
    least, most = _days()[unit]
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
    return "per_unstated" if given in _times() else "per"


@cache
def _times() -> frozenset[str]:
    return frozenset(read_toml(FILE)["per"]["times"])


def _denominator(words: str | None) -> str | None:
    """Reduce 'per 1.000 inwoners' to the class of what is counted; the size is in the unit."""
    found = re.findall(r"[^\W\d_]+", words.lower()) if words else []
    if not found:
        return None
    head: str = found[-1]
    return population_classes().get(head, head)


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
    classes = population_classes().get(first), population_classes().get(second)
    if classes[0] is not None and classes[0] == classes[1]:
        return None
    return "counted_unclear" if None in classes else "counted"
