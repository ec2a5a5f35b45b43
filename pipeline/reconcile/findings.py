"""Sums that a text does, done again: what fits, what does not, and what slips.

Recomputed with the intervals of the figures, so that rounding is never taken for an error, in the
manner of statcheck (Nuijten et al. 2016). A sum that fits is reported wherever it is found; an
error only where the words claim the sum ('samen', 'oftewel', 'een stijging van') and nothing else
explains it. Works on the figures of one document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.reconcile import markers
from pipeline.reconcile.growth import growth, slips
from pipeline.reconcile.recomputed import Sum, close, finding, nearest
from pipeline.reconcile.records import Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.shares import shares
from pipeline.reconcile.totals import sums, totals
from pipeline.reconcile.wording import said

_MOST_PAIRS = 20


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
    )


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
