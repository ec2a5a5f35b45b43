"""Growth done again, and changes in percent that are percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from pipeline.reconcile import markers
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.recomputed import Sum, finding, nearest
from pipeline.reconcile.records import PERCENT, Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.wording import amount, said

_SLIP = 6  # sentences between a change and the levels that it compares
_LOOSE = 0.5  # points by which a difference may be rounded
_MOST_PAIRS = 20


def growth(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Recompute growth: 'van 500 naar 550, een stijging van 10 procent' is 550 / 500 − 1."""
    near = Nearby(figures)
    for stated in figures:
        change = _as_change(stated)
        if change.kind != "change" or change.value is None or change.together is not None:
            continue
        if change.unit == "percentage_point" and change.said_unit == PERCENT:
            continue  # a slip, which is told as such
        pair = _pair(change, near)
        found = moved(change, *pair) if pair else None
        if pair is None or found is None:
            continue
        yield from _outcome(found, change, *pair)


def _as_change(stated: Stated) -> Stated:
    """'De toename bedraagt 1,6 procentpunt': points that the sentence says went up, or down."""
    if stated.kind != "percentage_point" or stated.said_unit == PERCENT or stated.part is not None:
        return stated
    told = [way for way in ("up", "down") if markers.speaks_of(stated, way)]
    if stated.direction is None and len(told) != 1:
        return stated
    return replace(stated, kind="change", direction=stated.direction or told[0])


def explained(change: Stated, text: Nearby) -> bool:
    """Whether the text of a change gives levels of its own from which the change comes."""
    pair = _pair(change, text)
    found = moved(change, *pair) if pair else None
    return found is not None and found.fits(change)


def _pair(change: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    return _levels(change, text) or _against(change, text) or _told_apart(change, text)


def _outcome(found: Sum, change: Stated, base: Stated, target: Stated) -> Iterator[Finding]:
    """The finding on a movement; a size that fits the other way is told only when that is sure."""
    opposite = {"up": "down", "down": "up"}.get(change.direction or "")
    back = opposite is not None and goes(replace(change, direction=opposite), base, target)
    if not (found.fits(change) and back):
        yield finding(found, change)
    elif not markers.speaks_of(change, opposite or ""):
        yield finding(found, change, wrong_way=True)


def moved(change: Stated, base: Stated, target: Stated) -> Sum | None:
    """The size of a movement in the unit of the stated change; None when that makes no sense."""
    parts = ((base, "base"), (target, "target"))
    nl, en = f"van {said(base)} naar {said(target)}", f"from {said(base)} to {said(target)}"
    if change.unit == PERCENT:
        if base.family == PERCENT:
            return None  # percent of percent: a slip or points, see slips
        quotient = core(target).per(core(base))
        if quotient is None:
            return None
        relative = Interval(quotient.low - 1, quotient.high - 1).size().times(100)
        return Sum(relative, parts, nl, en)
    in_points = change.unit == "percentage_point" and base.family == PERCENT
    alike = change.family == base.family and change.unit in {base.unit, None}
    if not in_points and not alike:
        return None
    return Sum(core(target).minus(core(base)).size(), parts, nl, en)


def _levels(change: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """The two levels said together in the sentence of a change, nearest to it.

    None when the sentence has more such movements: which of them the change sizes is then a guess.
    """
    near = [f for f in text.at(change.position) if f.together is not None]
    bases = [f for f in near if f.part == "base"]
    targets = [f for f in near if f.part == "target"]
    if len(bases) != 1 or len(targets) != 1 or bases[0].together != targets[0].together:
        return None
    same = bases[0].family == targets[0].family
    return (bases[0], targets[0]) if same and bases[0].kind != "change" else None


def _against(change: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """Two levels of which one is held 'tegen' the other, here or in the sentence beside it.

    '5.392 tegen 4.889, 10 procent meer'. Only levels that fit: the change may be one since
    another year than the one it stands beside.
    """
    near = [
        f
        for f in text.around(change, 1)
        if f.is_level
        and f.together is None
        and f.kind in {"count", "money", "share"}
        and f.place == change.place
    ]
    for target, base in pairwise(near):
        if target.position != base.position or not markers.against(target, base):
            continue
        if target.family != base.family or target.unit != base.unit:
            continue
        found = moved(change, base, target)
        if found is not None and found.fits(change) and goes(change, base, target):
            return base, target
    return None


def goes(change: Stated, base: Stated, target: Stated) -> bool:
    """Whether two levels move in the direction that a change says."""
    if change.direction == "up":
        return core(base).below(core(target))
    return change.direction == "down" and core(target).below(core(base))


def _told_apart(change: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """Two levels of the sentences just before that the change fits: 187 in 2022, 214 in 2023.

    Only levels that fit: without 'van … naar' the text does not say which ones it compares.
    """
    near = [
        f
        for f in text.between(change.position - 2, change.position)
        if f.claim in {"level", "forecast"}
        and f.together is None
        and f.indicator == change.indicator
        and f.place == change.place
        and f.earliest is not None
    ]
    for a, b in combinations(nearest(near, change)[:_MOST_PAIRS], 2):
        base, target = sorted((a, b), key=lambda f: (f.earliest or "", f.id))
        if a.earliest == b.earliest or a.family != b.family or a.unit != b.unit:
            continue
        found = moved(change, base, target)
        if found is not None and found.fits(change) and goes(change, base, target):
            return base, target
    return None


def slips(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'6 procent meer' where 22 against 16 percent makes six percentage points."""
    text = Nearby(figures)
    for stated in figures:
        if stated.unit != "percentage_point" or stated.said_unit != PERCENT or not stated.value:
            continue
        own = _levels(stated, text)
        pairs = [own] if own else list(_shares_nearby(stated, text))
        fitting = {
            (low.value, high.value): (low, high)
            for base, target in reversed(pairs)
            if stated.direction is None or goes(stated, base, target)
            for low, high in [sorted((base, target), key=lambda f: f.value or 0.0)]
            if _is_slip(stated, low, high)
        }
        # Two pairs that lie equally far apart: there is no knowing which the text compares.
        if len(fitting) == 1:
            yield _slip(stated, *next(iter(fitting.values())))


def _is_slip(stated: Stated, low: Stated, high: Stated) -> bool:
    """Whether a change is the points between two shares, and not their growth in percent."""
    if not low.value or not high.value or not stated.value:
        return False
    points = high.value - low.value
    in_percent = 100 * points / low.value
    return abs(points - stated.value) <= _LOOSE and abs(in_percent - stated.value) > _LOOSE


def _shares_nearby(stated: Stated, text: Nearby) -> Iterator[tuple[Stated, Stated]]:
    """Pairs of shares of one topic that stand before a change, in the order of its direction."""
    levels = [
        f
        for f in text.between(stated.position - _SLIP, stated.position)
        if f.family == PERCENT and f.is_level and f.value is not None
    ]
    for a, b in combinations(nearest(levels, stated)[:_MOST_PAIRS], 2):
        if a.topic != b.topic and a.indicator != b.indicator:
            continue
        low, high = sorted((a, b), key=lambda f: f.value or 0.0)
        yield (high, low) if stated.direction == "down" else (low, high)


def _slip(stated: Stated, low: Stated, high: Stated) -> Finding:
    points = (high.value or 0.0) - (low.value or 0.0)
    relative = 100 * points / (low.value or 1.0)
    size = [amount(points, "percentage_point", lang) for lang in ("nl", "en")]
    in_percent = [amount(round(relative, 1), PERCENT, lang) for lang in ("nl", "en")]
    return Finding(
        kind="unit_slip",
        severity="warning",
        place=stated.place,
        explanation_nl=(
            f"De tekst zegt {said(stated)}, maar bedoelt procentpunten: tussen {said(low)} en "
            f"{said(high)} zit {size[0]}. Als percentage van {said(low)} zou het verschil "
            f"{in_percent[0]} zijn."
        ),
        explanation_en=(
            f"The text says {said(stated)} but means percentage points: between {said(low)} and "
            f"{said(high)} lie {size[1]}. As a percentage of {said(low)} the difference would be "
            f"{in_percent[1]}."
        ),
        members=((stated.id, "stated"), (low.id, "base"), (high.id, "target")),
    )
