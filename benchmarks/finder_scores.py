"""Counting what a finder got right, whichever finder it is.

The criteria for one value and one period are those of ``quantities_news.py`` and
``periods_news.py``: what a tool found is written as a record first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from finds import Number, Time
from news import Label, overlaps, pair
from periods_news import same
from quantities_news import right_fields

from pipeline.records import Quantity, TimeExpression

_UNMEASURED = ("count", "ratio")  # their unit is a noun of the text, or none
_DATED = ("date", "datetime", "present")


def score_quantities(labels: Sequence[Label], found: Sequence[Number]) -> Counter[str]:
    """Count ``wanted``, ``found``, ``value``, ``measured``, ``unit``, ``given`` and ``extra``.

    ``measured`` are the labels with a unit of measurement, of which ``unit`` are right. What
    overlaps a label without being its pair counts neither for nor against: a tool that reads a
    range as two numbers has its value wrong and is not punished again.
    """
    counts: Counter[str] = Counter()
    pairs = pair(labels, found)
    for n, label in enumerate(labels):
        if label.get("optional"):
            continue
        number = found[pairs[n]] if n in pairs else None
        right = right_fields(label, _as_quantity(number)) if number else set()
        measured = label["kind"] not in _UNMEASURED and label["unit"] is not None
        counts["wanted"] += 1
        counts["found"] += number is not None
        counts["value"] += "value" in right
        counts["measured"] += measured
        counts["unit"] += measured and "unit" in right
    counts["extra"] = sum(not any(overlaps(label, one) for label in labels) for one in found)
    counts["given"] = counts["found"] + counts["extra"]
    return counts


def score_times(labels: Sequence[Label], found: Sequence[Time]) -> Counter[str]:
    """Count ``wanted``, ``found``, ``right``, ``dated``, ``dated_right``, ``given``, ``extra``.

    ``dated`` are the labels that are dates, no open or vague periods, durations or repetitions.
    """
    counts: Counter[str] = Counter()
    pairs = pair(labels, found)
    for n, label in enumerate(labels):
        if label.get("optional"):
            continue
        right = n in pairs and same(label, _as_expression(found[pairs[n]]))
        dated = label["type"] in _DATED
        counts["wanted"] += 1
        counts["found"] += n in pairs
        counts["right"] += right
        counts["dated"] += dated
        counts["dated_right"] += dated and right
    counts["extra"] = sum(not any(overlaps(label, one) for label in labels) for one in found)
    counts["given"] = counts["found"] + counts["extra"]
    return counts


def _as_quantity(said: Number) -> Quantity:
    """Write a number as a record, so that the criterion is the one of ``quantities_news.py``."""
    value = None if said.value is None else abs(said.value)
    bounds = (said.low, said.high, False, False, None, None)
    return Quantity(said.start, said.end, "", "", said.unit, value, *bounds, "none")


def _as_expression(said: Time) -> TimeExpression:
    """Write a time as a record, so that the criterion is the one of ``periods_news.py``."""
    edtf = f"{said.earliest or '..'}/{said.latest or '..'}" if said.resolved else None
    return TimeExpression(
        said.start, said.end, "", said.kind, edtf, said.iso8601, said.earliest, said.latest
    )
