"""Sums that a text does, done again: what fits, what does not, and what slips.

Recomputed with the intervals of the figures, so that rounding is never taken for an error, in the
manner of statcheck (Nuijten et al. 2016). A sum that fits is reported wherever it is found; an
error only where the words claim the sum ('samen', 'oftewel', 'een stijging van') and nothing else
explains it. Works on the figures of one document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.reconcile import markers
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.recomputed import Sum, close, finding, nearest
from pipeline.reconcile.records import PERCENT, Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.shares import shares
from pipeline.reconcile.units import compare_counted
from pipeline.reconcile.wording import amount, said

_CLAIMED = 1  # sentences between a total that claims its terms and the first of them
_SLIP = 6  # sentences between a change and the levels that it compares
_MOST_PAIRS = 20


def document_findings(figures: Sequence[Stated]) -> tuple[Finding, ...]:
    """Return the findings on the figures of one document, given in the order of the text."""
    vouched = [figure for figure in figures if figure.copy_of is None and figure.stance != "denies"]
    return (
        *_differences(vouched),
        *shares(vouched),
        *_sums(vouched),
        *_growth(vouched),
        *_slips(vouched),
    )


# ── differences ───────────────────────────────────────────────────────────────────────────────


def _differences(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Spent minus received is the shortage: 24,1 − 19,7 = 4,4 miljoen."""
    flows = markers.flows()
    money = [f for f in figures if f.kind == "money" and f.statement in {"level", "forecast"}]
    for result in money:
        if not markers.names(result, flows["difference"]):
            continue
        near = [f for f in money if f.id != result.id and f.per == result.per and close(f, result)]
        spent = nearest([f for f in near if markers.names(f, flows["out"])], result)
        received = nearest(
            [
                f
                for f in near
                if markers.names(f, flows["in"]) and not markers.names(f, flows["difference"])
            ],
            result,
        )
        sums = [_difference(out, income) for out in spent for income in received]
        fitting = [each for each in sums[:_MOST_PAIRS] if each.fits(result)]
        if fitting:
            yield finding(fitting[0], result)
        elif len(spent) == len(received) == 1 and markers.one_subject(
            result, spent[0], received[0]
        ):
            yield finding(sums[0], result)


def _difference(out: Stated, income: Stated) -> Sum:
    larger, smaller = (out, income) if (out.value or 0) >= (income.value or 0) else (income, out)
    return Sum(
        core(larger).minus(core(smaller)),
        ((larger, "total"), (smaller, "term")),
        f"{said(larger)} min {said(smaller)}",
        f"{said(larger)} minus {said(smaller)}",
    )


# ── sums ──────────────────────────────────────────────────────────────────────────────────────


def _sums(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'Samen zijn dat 450 woningen': the counts or amounts named just before."""
    for total in figures:
        if total.kind not in {"count", "money"} or not total.is_level:
            continue
        claim = markers.sum_claim(total)
        terms = _terms(total, figures) if claim else []
        if len(terms) < 2:
            continue
        sums = [_total(terms[first:]) for first in range(len(terms) - 1)]
        fitting = [each for each in sums if each.fits(total)]
        if fitting:
            yield finding(fitting[0], total)
            continue
        claimed = [
            term
            for term in terms
            if total.position - term.position <= _CLAIMED and markers.one_time(total, term)
        ]
        largest = max((core(term).low for term in claimed), default=0.0)
        # A total below one of its terms adds up something else than what stands before it.
        if claim == "strong" and len(claimed) >= 2 and core(total).high > largest:
            yield finding(_total(claimed), total)


def _total(terms: Sequence[Stated]) -> Sum:
    computed = core(terms[0])
    for term in terms[1:]:
        computed = computed.plus(core(term))
    words = " plus ".join(said(term) for term in terms)
    return Sum(computed, tuple((term, "term") for term in terms), words, words)


def _terms(total: Stated, figures: Sequence[Stated]) -> list[Stated]:
    """The figures that a stated total may add up: those before it that count the same."""
    terms: list[Stated] = []
    for figure in reversed([f for f in figures if f.start < total.start]):
        if total.position - figure.position > 2:
            break
        if figure.kind != total.kind or figure.family != total.family or not figure.is_level:
            continue
        if figure.kind == "count" and compare_counted(figure.unit, total.unit) is not None:
            continue
        if figure.per != total.per or figure.part == "base":
            continue
        if markers.sum_claim(figure):
            break
        terms.append(figure)
    return terms[::-1]


# ── growth ────────────────────────────────────────────────────────────────────────────────────


def _growth(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'van 500 naar 550, een stijging van 10 procent': target divided by base, less one."""
    for change in figures:
        if change.kind != "change" or change.value is None or change.together is not None:
            continue
        pair = _levels(change, figures) or _told_apart(change, figures)
        found = _moved(change, *pair) if pair else None
        if pair is None or found is None:
            continue
        fits = found.fits(change)
        rising = core(pair[0]).below(core(pair[1]))
        falling = core(pair[1]).below(core(pair[0]))
        wrong_way = (change.direction == "down" and rising) or (
            change.direction == "up" and falling
        )
        yield finding(found, change, wrong_way=fits and wrong_way)


def _moved(change: Stated, base: Stated, target: Stated) -> Sum | None:
    """The size of a movement in the unit of the stated change; None when that makes no sense."""
    parts = ((base, "base"), (target, "target"))
    nl, en = f"van {said(base)} naar {said(target)}", f"from {said(base)} to {said(target)}"
    if change.unit == PERCENT:
        if base.family == PERCENT:
            return None  # percent of percent: a slip or points, see _slips
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


def _levels(change: Stated, figures: Sequence[Stated]) -> tuple[Stated, Stated] | None:
    """The two levels said together in the sentence of a change, nearest to it.

    None when the sentence has more such movements: which of them the change sizes is then a guess.
    """
    near = [f for f in figures if f.position == change.position and f.together is not None]
    bases = [f for f in near if f.part == "base"]
    targets = [f for f in near if f.part == "target"]
    if len(bases) != 1 or len(targets) != 1 or bases[0].together != targets[0].together:
        return None
    same = bases[0].family == targets[0].family
    return (bases[0], targets[0]) if same and bases[0].kind != "change" else None


def _told_apart(change: Stated, figures: Sequence[Stated]) -> tuple[Stated, Stated] | None:
    """Two levels of the sentences just before that the change fits: 187 in 2022, 214 in 2023.

    Only levels that fit: without 'van … naar' the text does not say which ones it compares.
    """
    near = [
        f
        for f in figures
        if f.is_level
        and f.together is None
        and f.indicator == change.indicator
        and f.place == change.place
        and f.earliest is not None
        and 0 <= change.position - f.position <= 2
    ]
    for a, b in combinations(nearest(near, change)[:_MOST_PAIRS], 2):
        base, target = sorted((a, b), key=lambda f: (f.earliest or "", f.id))
        if a.earliest == b.earliest or a.family != b.family or a.unit != b.unit:
            continue
        found = _moved(change, base, target)
        rising = core(base).below(core(target))
        if found is not None and found.fits(change) and change.direction == "up" and rising:
            return base, target
        falling = core(target).below(core(base))
        if found is not None and found.fits(change) and change.direction == "down" and falling:
            return base, target
    return None


# ── slips ─────────────────────────────────────────────────────────────────────────────────────


def _slips(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'6 procent meer' where 22 against 16 percent makes six percentage points."""
    for stated in figures:
        if stated.unit != "percentage_point" or stated.said_unit != PERCENT or not stated.value:
            continue
        levels = [
            f
            for f in figures
            if f.family == PERCENT
            and f.is_level
            and f.value is not None
            and 0 <= stated.position - f.position <= _SLIP
        ]
        candidates = nearest(levels, stated)[:_MOST_PAIRS]
        for a, b in combinations(candidates, 2):
            low, high = sorted((a, b), key=lambda f: f.value or 0.0)
            points = (high.value or 0.0) - (low.value or 0.0)
            if a.indicator != b.indicator or not low.value or abs(points - stated.value) > 0.5:
                continue
            yield _slip(stated, low, high, points)
            break


def _slip(stated: Stated, low: Stated, high: Stated, points: float) -> Finding:
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
