"""How two figures relate: comparability first, comparison second.

Two numbers conflict only when they speak of the same thing, the same group and the same period in
the same unit; each of these is checked before any number is, and each failure has a reason code.
"""

from __future__ import annotations

from datetime import date

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Comparison, Stated

_OPEN_KINDS = frozenset({"vague", "open"})
_STATED_METHODS = frozenset({"stated", "table_head", "question", "carried_over"})


def relate(first: Stated, second: Stated) -> Comparison:
    """Compare two figures of one group.

    Relations, in the order in which they are tried: ``different_unit``, ``different_definition``,
    ``different_population``, ``different_period``, ``undetermined`` (a needed dimension is
    missing), ``revised``, ``agree``, ``compatible``, ``conflict``.
    """
    a, b = sorted((first, second), key=lambda figure: figure.id)
    relation, reasons = _relation(a, b)
    return Comparison(a.id, b.id, relation, tuple(dict.fromkeys(reasons)))


def core(figure: Stated) -> Interval:
    """Return the interval in which the figure most likely lies."""
    return Interval.of(
        figure.low, figure.high, low_open=figure.low_open, high_open=figure.high_open
    )


def outer(figure: Stated) -> Interval:
    """Return the interval that loose wording still allows."""
    return Interval.of(
        figure.outer_low,
        figure.outer_high,
        low_open=figure.low_open and figure.outer_low == figure.low,
        high_open=figure.high_open and figure.outer_high == figure.high,
    )


def _relation(a: Stated, b: Stated) -> tuple[str, list[str]]:
    reasons: list[str] = []
    if a.family != b.family or not _same_unit(a, b):
        return "different_unit", ["unit"]
    definition = _definition(a, b)
    if definition:
        reasons += definition
    population = compare_populations(a.population, b.population)
    if population == "population":
        reasons.append(population)
    period = _period(a, b)
    if period and period[0] == "different_period":
        reasons += period[1]
    if definition:
        return "different_definition", reasons
    if population == "population":
        return "different_population", reasons
    if period and period[0] == "different_period":
        return "different_period", reasons
    if _is_revision(a, b):
        return "revised", ["status"]
    overlap = _overlap(a, b)
    if period:
        return period
    notes = [population] if population else []
    if overlap == "conflict" and population:
        return "undetermined", notes
    if a.voice == b.voice:
        notes.append("same_voice")
    return overlap, notes or ["intervals"]


def _same_unit(a: Stated, b: Stated) -> bool:
    if a.family == "count":
        return True
    return (a.unit or "") == (b.unit or "") or a.family == "duration"


def _definition(a: Stated, b: Stated) -> list[str]:
    reasons = []
    if a.indicator != b.indicator:
        related = a.parent == b.indicator or b.parent == a.indicator
        reasons.append("part_of" if related else "indicator")
    if a.statement != b.statement:
        reasons.append(f"{_kind(a)}_versus_{_kind(b)}")
    elif a.is_level != b.is_level:
        reasons.append("level_versus_change")
    elif a.statement == "change" and a.direction != b.direction and a.direction and b.direction:
        # A rise and a fall are comparable only within one period; that is for the period to say.
        reasons += []
    return reasons


def _kind(figure: Stated) -> str:
    return figure.statement


def _period(a: Stated, b: Stated) -> tuple[str, list[str]] | None:
    """Return the relation that the periods impose, or None when they are the same."""
    if a.base == b.id or b.base == a.id:
        return "different_period", ["from_to"]
    if a.earliest is None and a.latest is None and b.earliest is None and b.latest is None:
        same_text = a.document == b.document
        return None if same_text else ("undetermined", ["period_missing"])
    if (a.earliest is None and a.latest is None) or (b.earliest is None and b.latest is None):
        return "undetermined", ["period_missing"]
    if _bounds(a) == _bounds(b):
        return None
    if _apart(a, b):
        return "different_period", ["period"]
    if a.period_kind in _OPEN_KINDS or b.period_kind in _OPEN_KINDS:
        if a.document == b.document and a.period != b.period:
            # One text that names two moments means two moments.
            return "different_period", ["period_vague"]
        return "undetermined", ["period_vague"]
    if "publication" in {a.period_method, b.period_method}:
        return _moment(a, b)
    length = _length_ratio(a, b)
    if length is not None and length >= 1.5:
        return "different_period", ["period_length"]
    return "different_period", ["period"]


def _moment(a: Stated, b: Stated) -> tuple[str, list[str]] | None:
    """A figure 'now' inside the year of another: the same state when they agree, else unknown."""
    if core(a).overlaps(core(b)):
        return None
    return "undetermined", ["period_of_publication"]


def _bounds(figure: Stated) -> tuple[str, str]:
    return figure.earliest or "0000-00-00", figure.latest or "9999-99-99"


def _apart(a: Stated, b: Stated) -> bool:
    (first_begin, first_end), (second_begin, second_end) = _bounds(a), _bounds(b)
    return first_end < second_begin or second_end < first_begin


def _length_ratio(a: Stated, b: Stated) -> float | None:
    lengths = []
    for figure in (a, b):
        if figure.earliest is None or figure.latest is None:
            return None
        days = date.fromisoformat(figure.latest) - date.fromisoformat(figure.earliest)
        lengths.append(days.days + 1)
    return max(lengths) / max(1, min(lengths))


def _is_revision(a: Stated, b: Stated) -> bool:
    final = {"definitive", "revised"}
    statuses = set(a.status), set(b.status)
    return ("provisional" in statuses[0] and bool(final & statuses[1])) or (
        "provisional" in statuses[1] and bool(final & statuses[0])
    )


def _overlap(a: Stated, b: Stated) -> str:
    if a.direction and b.direction and a.direction != b.direction:
        return "conflict"
    if core(a).overlaps(core(b)):
        return "agree"
    if outer(a).overlaps(outer(b)):
        return "compatible"
    return "conflict"
