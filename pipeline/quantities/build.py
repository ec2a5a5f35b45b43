"""From a draft to the record: kind, unit, value and intervals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import (
    Hedge,
    Interval,
    around,
    fraction_interval,
    range_interval,
    vague_interval,
)
from pipeline.quantities.reading import Reading
from pipeline.records import Quantity

_PERCENT = "percent"
_MIRRORED = {"above": "below", "below": "above", "at_least": "at_most", "at_most": "at_least"}


def build(scene: Scene, draft: Draft) -> Quantity:
    """Return the record that a draft describes."""
    start = scene.pieces[draft.first].start
    end = scene.pieces[draft.last - 1].end
    kind, unit = _kind(draft)
    value, interval = _measure(draft, kind)
    between_levels = draft.kind == "change" and draft.part is None and draft.upper is not None
    if between_levels and draft.hedge.id != "range" and unit == _PERCENT:
        unit = "percentage_point"
    noun = scene.pieces[draft.noun.index] if draft.noun is not None else None
    return Quantity(
        start=start,
        end=end,
        surface=scene.text[start:end],
        kind=kind,
        unit=unit,
        value=_float(value),
        low=_float(interval.low),
        high=_float(interval.high),
        low_open=interval.low_open,
        high_open=interval.high_open,
        outer_low=_float(interval.outer_low),
        outer_high=_float(interval.outer_high),
        hedge=_hedge_name(draft),
        direction=draft.direction,
        stance=draft.hedge.stance,
        part=draft.part,
        group=draft.group,
        noun_start=noun.start if noun is not None else None,
        noun_end=noun.end if noun is not None else None,
        per=draft.per.text if draft.per is not None else None,
        negated=draft.negated,
        comparative=draft.comparative,
        number_start=scene.pieces[draft.number_first].start,
        number_end=scene.pieces[draft.number_last - 1].end,
    )


def _float(value: Decimal | None) -> float | None:
    """Return a float; ten decimals hide what a division of decimals leaves behind."""
    return None if value is None else round(float(value), 10)


def _hedge_name(draft: Draft) -> str:
    if draft.hedge.id == "none" and draft.reading.shape in {"vague", "collective"}:
        return "about"
    return draft.hedge.id


def _kind(draft: Draft) -> tuple[str, str | None]:
    reading = draft.reading
    shape = reading.shape
    if shape == "fraction":
        return draft.kind or "share", _PERCENT
    if shape == "ratio":
        return draft.kind or "ratio", _PERCENT
    if shape == "rate":
        return "rate", f"per_{reading.denominator}"
    counts = draft.unit is None or draft.unit.kind == "count"
    if draft.per is not None and draft.per.size is not None and counts:
        return "rate", f"per_{draft.per.size}"
    if draft.unit is not None:
        return draft.kind or draft.unit.kind, draft.unit.id
    return draft.kind or "count", draft.noun.lemma if draft.noun is not None else None


def _measure(draft: Draft, kind: str) -> tuple[Decimal | None, Interval]:
    factor = draft.unit.factor if draft.unit is not None else Decimal(1)
    if draft.reading.vague is not None:
        return None, vague_interval(draft.reading.vague, factor)
    if draft.upper is not None:
        if draft.hedge.id == "range":
            return None, _range(draft.reading, draft.upper, factor)
        return _difference(draft, draft.reading, draft.upper, factor)
    value = (draft.reading.value or Decimal(0)) * factor
    return value, _single(draft.reading, draft.hedge, factor, exact=_exact(draft, kind))


def _exact(draft: Draft, kind: str) -> bool:
    if not draft.reading.whole or draft.reading.scale is not None:
        return False
    counts = draft.unit is None or draft.unit.kind in {"count", "ratio"}
    return kind in {"age", "rate"} or counts


def _single(reading: Reading, hedge: Hedge, factor: Decimal, *, exact: bool) -> Interval:
    value = (reading.value or Decimal(0)) * factor
    if reading.shape in {"fraction", "ratio"}:
        return fraction_interval(value, hedge, unit_fraction=reading.denominator)
    if reading.shape == "collective" and hedge.id == "none":
        hedge = Hedge("about")
    if reading.shape == "multiple" and value < 1:
        # 'Bijna gehalveerd': what is left is a little more than half.
        hedge = replace(hedge, id=_MIRRORED.get(hedge.id, hedge.id))
    interval = around(value, reading.step * factor, hedge, exact=exact)
    return _not_negative(interval) if value >= 0 else interval


def _not_negative(interval: Interval) -> Interval:
    """Keep what counts or measures from reaching below nothing."""
    zero = Decimal(0)
    low, outer = interval.low, interval.outer_low
    if (low is None or low >= zero) and (outer is None or outer >= zero):
        return interval
    return Interval(
        None if low is None else max(low, zero),
        interval.high,
        interval.low_open,
        interval.high_open,
        None if outer is None else max(outer, zero),
        interval.outer_high,
    )


def _range(low: Reading, high: Reading, factor: Decimal) -> Interval:
    bounds = ((low.value or Decimal(0)) * factor, (high.value or Decimal(0)) * factor)
    if "fraction" in {low.shape, high.shape}:
        first = fraction_interval(bounds[0], Hedge(), unit_fraction=None)
        second = fraction_interval(bounds[1], Hedge(), unit_fraction=None)
        return Interval(*bounds, False, False, first.outer_low, second.outer_high)
    steps = (low.step * factor, high.step * factor)
    # A round bound is no rougher than its partner: in '10 tot 15 procent' both are to the unit.
    smallest = min(steps)
    return _not_negative(range_interval(bounds, (smallest, smallest)))


def _difference(
    draft: Draft, source: Reading, target: Reading, factor: Decimal
) -> tuple[Decimal | None, Interval]:
    """Return the size of the change between two levels, with its bounds."""
    before, after = source.value or Decimal(0), target.value or Decimal(0)
    size = abs(after - before) * factor
    exact = _exact(draft, "count")
    step = min(source.step, target.step)
    levels = [around(value, step, Hedge(), exact=exact) for value in (before, after)]
    core = _gap(size, [(level.low, level.high) for level in levels], factor)
    outer = _gap(size, [(level.outer_low, level.outer_high) for level in levels], factor)
    return size, Interval(core[0], core[1], False, False, outer[0], outer[1])


def _gap(
    size: Decimal, bounds: list[tuple[Decimal | None, Decimal | None]], factor: Decimal
) -> tuple[Decimal, Decimal]:
    width = sum(
        (((high or Decimal(0)) - (low or Decimal(0))) / 2 * factor for low, high in bounds),
        Decimal(0),
    )
    return max(size - width, Decimal(0)), size + width
