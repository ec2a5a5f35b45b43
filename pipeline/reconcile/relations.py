"""How two figures relate: comparability first, comparison second.

Two numbers conflict only when they speak of the same thing, the same group and the same period in
the same unit; each of these is checked before any number is, and each failure has a reason code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.reconcile.corrections import corrected, denied
from pipeline.reconcile.doubts import doubts
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.labels import one_name, one_spelling
from pipeline.reconcile.markers import names_group
from pipeline.reconcile.matters import is_telling
from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Comparison, Stated
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.scope import narrowed, scoped
from pipeline.reconcile.units import compare_counted, compare_per, in_days, is_duration

Relations = Mapping[tuple[str, str], Comparison]
"""The comparisons that were made, by the ids of their two figures."""

TOLD_APART = frozenset({"both_given", "narrowed", "scope"})
"""Reasons for which two figures under one name are of two things, as a text itself says."""

_STATEMENTS = ("level", "change", "norm", "target", "forecast")


def relate(first: Stated, second: Stated) -> Comparison:
    """Compare two figures of one group.

    Relations, in the order in which they are tried: ``different_unit``, ``different_definition``,
    ``different_population``, ``different_period``, ``undetermined`` (a needed dimension is
    missing, and the reasons say which), ``revised``, ``agree``, ``compatible``, ``conflict``.
    """
    a, b = sorted((first, second), key=lambda figure: figure.id)
    relation, reasons = _relation(a, b)
    return Comparison(a.id, b.id, relation, tuple(dict.fromkeys(reasons)))


def related(
    figures: Sequence[Stated], relations: Relations
) -> Iterator[tuple[Stated, Stated, Comparison]]:
    """Yield the pairs of these figures that were compared, with the outcome, by their ids."""
    by_id = {figure.id: figure for figure in figures}
    for (a, b), comparison in sorted(relations.items()):
        if a in by_id and b in by_id:
            yield by_id[a], by_id[b], comparison


def core(figure: Stated) -> Interval:
    """Return the interval in which the figure most likely lies, in its own unit."""
    return Interval.of(
        figure.low, figure.high, low_open=figure.low_open, high_open=figure.high_open
    )


def outer(figure: Stated) -> Interval:
    """Return the interval that loose wording still allows, in its own unit."""
    return Interval.of(
        figure.outer_low,
        figure.outer_high,
        low_open=figure.low_open and figure.outer_low == figure.low,
        high_open=figure.high_open and figure.outer_high == figure.high,
    )


def replaced(a: Stated, b: Stated) -> tuple[Stated, str] | None:
    """Return which of two figures of one period the other replaces, and why; None if neither.

    A figure that the text itself corrects is replaced by the right one (``corrected``). A
    definitive or revised figure replaces a provisional one (``status``); so does a figure that
    another text gives later without calling it provisional, when it is another (``later``).
    """
    correction = corrected(a, b) if a.counts and b.counts and a.voice == b.voice else None
    if correction is not None and not core(a).overlaps(core(b)):
        return correction[0], "corrected"
    for old, new in ((a, b), (b, a)):
        if _firmness(old) != 0:
            continue
        if _firmness(new) > 1:
            return old, "status"
        later = (
            _firmness(new) == 1
            and old.published_latest is not None
            and new.published_earliest is not None
            and old.published_latest < new.published_earliest
        )
        if later and not core(old).overlaps(core(new)):
            return old, "later"
    return None


def overlap(a: Stated, b: Stated) -> str:
    """Return ``agree``, ``compatible`` or ``conflict``, by the intervals of two figures alone."""
    if (
        a.is_difference
        and b.is_difference
        and a.direction
        and b.direction
        and a.direction != b.direction
    ):
        return "conflict"
    cores = _common(core(a), a, b), _common(core(b), b, a)
    if cores[0].overlaps(cores[1]):
        # 'Meer dan 100' leaves room for 5,000: that it fits proves nothing.
        bounded = cores[0].is_bounded and cores[1].is_bounded
        return "agree" if bounded or cores[0] == cores[1] else "compatible"
    if _common(outer(a), a, b).overlaps(_common(outer(b), b, a)):
        return "compatible"
    return "conflict"


def unit_doubts(a: Stated, b: Stated) -> list[str] | None:
    """Return what is unclear about the units of two figures, or None where they differ."""
    differ, notes = _unit(a, b)
    return None if differ else notes


def _relation(a: Stated, b: Stated) -> tuple[str, list[str]]:
    unit, notes = _unit(a, b)
    if unit:
        return "different_unit", [unit]
    definition = _definition(a, b)
    population = compare_populations(_group_of(a), _group_of(b))
    periods = compare_periods(a, b)
    reasons = [*definition]
    if population == "population":
        reasons.append(population)
    if periods.sameness == "different":
        reasons += periods.reasons
    if definition:
        return "different_definition", reasons
    if population == "population":
        return "different_population", reasons
    if periods.sameness == "different":
        return "different_period", reasons
    if periods.sameness == "unknown":
        return "undetermined", [*periods.reasons]
    if periods.sameness == "within" and overlap(a, b) == "conflict":
        return "different_period", ["period"]
    if population:
        notes.append(population)
    revision = replaced(a, b) if periods.sameness == "same" and not notes else None
    if revision is not None:
        return "revised", [revision[1]]
    outcome = overlap(a, b)
    if periods.sameness in {"same_if_agree", "within"}:
        notes += periods.reasons
    if outcome == "conflict" and narrowed(a, b):
        return "different_definition", ["narrowed"]
    if outcome == "conflict" and a.document == b.document:
        # A text does not contradict itself unless it says so: what tells the two apart was not
        # understood.
        if not (corrected(a, b) or denied(a, b)):
            if scoped(a, b):
                return "different_definition", ["scope"]
            notes.append("one_text")
        elif denied(a, b):
            # Who says that another has another number says that it is about the same group, and
            # over the same time.
            unstated = {"population_unstated", "per_unstated"}
            notes = [note for note in notes if note not in unstated]
    elif outcome == "conflict":
        notes += doubts(a, b)
    if outcome == "conflict" and notes:
        return "undetermined", notes
    if a.voice == b.voice:
        notes.append("same_voice")
    return outcome, notes or ["intervals"]


def _unit(a: Stated, b: Stated) -> tuple[str | None, list[str]]:
    """Return why the units cannot be compared, and what is unclear about them."""
    if a.family != b.family:
        return "unit", []
    per = compare_per(a.per, b.per)
    if per == "per":
        return per, []
    notes = [per] if per else []
    if a.family == "count":
        counted = compare_counted(a.unit, b.unit)
        if counted == "counted":
            return counted, []
        return None, [*notes, counted] if counted else notes
    convertible = a.family == "duration" and is_duration(a.unit) and is_duration(b.unit)
    return (None, notes) if a.unit == b.unit or convertible else ("unit", [])


def _definition(a: Stated, b: Stated) -> list[str]:
    reasons = []
    if not one_subject(a, b):
        related = a.parent == b.indicator or b.parent == a.indicator
        reasons.append("part_of" if related else "indicator")
    kinds = sorted({a.claim, b.claim}, key=_STATEMENTS.index)
    if len(kinds) > 1:
        reasons.append("_versus_".join(kinds))
    elif a.is_difference != b.is_difference:
        reasons.append("level_versus_change")
    return reasons


def one_subject(a: Stated, b: Stated) -> bool:
    """Whether two figures are about what has one name, and numbers that may then be compared.

    That a word of the one name stands in the sentence of the other tells less than the name
    itself: numbers that are far apart are then of different things. Two texts that give exactly
    the same number, which nobody hits on by chance, mean one thing by names that are alike.
    """
    if one_spelling(a, b):
        return True
    if a.known and b.known:
        return False
    alike = a.value == b.value and is_telling(a.value or 0) and a.topic == b.topic
    if alike and a.document != b.document:
        return True
    return a.is_near(b, sameness().most_apart) and one_name(a, b)


def _group_of(figure: Stated) -> str | None:
    """The group that a figure is about; that of its indicator only where the text names none."""
    if figure.population is not None or figure.usual_population is None:
        return figure.population
    return None if names_group(figure) else figure.usual_population


def _firmness(figure: Stated) -> int:
    """From provisional (0) by unknown (1) and revised (2) to definitive (3)."""
    if "definitive" in figure.status:
        return 3
    if "revised" in figure.status:
        return 2
    return 0 if "provisional" in figure.status else 1


def _common(interval: Interval, figure: Stated, other: Stated) -> Interval:
    """Convert a length of time to days when the other figure is in another unit."""
    if figure.unit == other.unit or figure.unit is None or figure.family != "duration":
        return interval
    return in_days(interval, figure.unit)
