"""Sums that a text does, done again: what fits, what does not, and what slips.

Recomputed with the intervals of the figures, so that rounding is never taken for an error, in the
manner of statcheck (Nuijten et al. 2016). A sum that fits is reported wherever it is found; an
error only where the words claim the sum ('samen', 'oftewel', 'een stijging van') and nothing else
explains it. Works on the figures of one document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from pipeline.reconcile import markers
from pipeline.reconcile.growth import growth, slips
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.recomputed import NEAR, Sum, close, finding, nearest
from pipeline.reconcile.records import Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.scope import APART, counts_in
from pipeline.reconcile.shares import shares
from pipeline.reconcile.totals import sums, totals
from pipeline.reconcile.wording import said

_MOST_PAIRS = 20
_MOST_NEAR = 8


def document_findings(figures: Sequence[Stated]) -> tuple[Finding, ...]:
    """Return the findings on the figures of one document, given in the order of the text."""
    vouched = [figure for figure in figures if figure.copy_of is None and figure.stance != "denies"]
    return (
        *_differences(vouched),
        *shares(vouched),
        *sums(vouched),
        *totals(vouched),
        *growth(vouched),
        *slips(vouched),
        *_counted_in(vouched),
        *_each_year(vouched),
    )


def _differences(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Spent minus received is the shortage: 24,1 − 19,7 = 4,4 miljoen."""
    flows = markers.flows()
    money = [f for f in figures if f.kind == "money" and f.statement in {"level", "forecast"}]
    text = Nearby(money)
    for result in money:
        if not markers.names(result, flows["difference"]):
            continue
        near = [
            f
            for f in text.around(result, NEAR)
            if f.id != result.id and f.per == result.per and close(f, result)
        ]
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
        else:
            yield from _just_before(result, text)


def _counted_in(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Recompute what is counted in: 251.400 and 16.600 make 268.000. Only what fits is told."""
    adding = [
        f
        for f in figures
        if f.kind in {"count", "money"}
        and f.claim in {"level", "forecast"}
        and f.value
        and f.hedge == "none"
    ]
    text = Nearby(adding)
    for part in adding:
        if not counts_in(part):
            continue
        near = [
            f
            for f in text.around(part, APART)
            if f.id != part.id
            and (f.unit, f.per, f.kind) == (part.unit, part.per, part.kind)
            and (f.value or 0) > (part.value or 0)
        ]
        for base, total in permutations(nearest(near, part)[:_MOST_NEAR], 2):
            if part.position not in {base.position, total.position}:
                continue
            if abs((base.value or 0) + (part.value or 0) - (total.value or 0)) < 1e-6:
                yield finding(
                    Sum(
                        core(base).plus(core(part)),
                        ((base, "term"), (part, "term")),
                        f"{said(base)} en {said(part)} samen",
                        f"{said(base)} and {said(part)} together",
                    ),
                    total,
                )
                break


def _each_year(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'In 2025–2027 jaarlijks € 260.000, in totaal € 780.000': only what fits exactly."""
    money = [f for f in figures if f.kind == "money" and f.value and f.hedge == "none"]
    for yearly, total in pairwise(money):
        years = _years(total)
        if years < 2 or not markers.is_yearly(yearly) or markers.is_yearly(total):
            continue
        alike = (yearly.earliest, yearly.latest) == (total.earliest, total.latest)
        exact = abs((yearly.value or 0) * years - (total.value or 0)) < 1e-6 * (total.value or 1)
        if alike and exact and yearly.unit == total.unit and close(yearly, total):
            yield finding(
                Sum(
                    core(yearly).times(years),
                    ((yearly, "term"),),
                    f"{years} keer {said(yearly)}",
                    f"{years} times {said(yearly)}",
                ),
                total,
            )


def _years(figure: Stated) -> int:
    """How many whole years its period has; 0 when it has no such period."""
    first, last = figure.earliest or "", figure.latest or ""
    if not first.endswith("-01-01") or not last.endswith("-12-31"):
        return 0
    return int(last[:4]) - int(first[:4]) + 1


def _just_before(result: Stated, text: Nearby) -> Iterator[Finding]:
    """'21,5 miljoen is nodig, 14 miljoen is er. Het gat is 7,5 miljoen': only what fits exactly."""
    before = [
        f
        for f in text.between(result.position - APART, result.position)
        if f.start < result.start and (f.per, f.unit) == (result.per, result.unit)
    ][-2:]
    if len(before) < 2 or "none" not in {f.hedge for f in before}:
        return
    apart = abs((before[0].value or 0) - (before[1].value or 0))
    if apart and abs(apart - (result.value or 0)) < 1e-6 * apart:
        yield finding(_difference(*before), result)


def _difference(out: Stated, income: Stated) -> Sum:
    larger, smaller = (out, income) if (out.value or 0) >= (income.value or 0) else (income, out)
    return Sum(
        core(larger).minus(core(smaller)),
        ((larger, "total"), (smaller, "term")),
        f"{said(larger)} min {said(smaller)}",
        f"{said(larger)} minus {said(smaller)}",
    )
