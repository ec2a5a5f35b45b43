"""What a finder found in a text, in one notation, and the time that it took.

Nothing here needs Feitenbank: the modules of the other tools run in an environment without it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

QUANTITIES, TIMES = "quantities", "times"
_ROUNDS, _ENOUGH = 3, 20.0  # at most so many rounds, and no further one after so many seconds


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a tool found; ``low`` and ``high`` for ranges, ``unit`` where it has one."""

    start: int
    end: int
    value: float | None
    unit: str | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression that a tool found; not ``resolved`` is without days or length."""

    start: int
    end: int
    earliest: str | None = None
    latest: str | None = None
    iso8601: str | None = None
    kind: str = "point"  # point, duration, set
    resolved: bool = True


@dataclass(slots=True)
class Finds:
    """All that a tool found in one text."""

    quantities: Sequence[Number] = ()
    times: Sequence[Time] = ()


Find = Callable[[str, date], Finds]


@dataclass(frozen=True, slots=True)
class Timed:
    """What was found in each text, and the processor time of the fastest round."""

    found: list[Finds]
    seconds: float
    failed: int  # texts on which the tool raised


def measure(find: Find, articles: Sequence[tuple[str, str]]) -> Timed:
    """Run a finder over ``(text, published)``; the first article is read once before, uncounted.

    Processor time, that of child processes included, because the machine may have other work.
    """
    _attempt(find, *articles[0])
    best, spent = float("inf"), 0.0
    for _ in range(_ROUNDS):
        before, began = _processor(), time.perf_counter()
        results = [_attempt(find, text, published) for text, published in articles]
        best = min(best, _processor() - before)
        spent += time.perf_counter() - began
        if spent > _ENOUGH:
            break
    return Timed([found or Finds() for found in results], best, results.count(None))


def _processor() -> float:
    uses = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def _attempt(find: Find, text: str, published: str) -> Finds | None:
    try:
        return find(text, date.fromisoformat(published))
    except Exception as error:  # a crash of a tool on one text is a result, not the end
        print(f"failed on a text: {error!r}", file=sys.stderr)
        return None


def last_day(day: date, grain: str) -> date:
    """Return the last day of the period of which ``day`` is the first."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is not None:
        return last_of_months(day, months)
    return day + timedelta(days=6 if grain == "week" else 0)


def last_of_months(first: date, months: int) -> date:
    """Return the last day of a number of months, of which ``first`` is the first day."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1) - timedelta(days=1)
