"""Sums that a text does, done again: what fits, what does not, and what slips.

Recomputed with the intervals of the figures, so that rounding is never taken for an error; an
error is only reported where the words claim the sum ('samen', 'oftewel', 'tekort'), in the manner
of statcheck (Nuijten et al. 2016). Works on the figures of one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.knowledge import read_toml
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.populations import FILE
from pipeline.reconcile.records import PERCENT, Finding, Stated
from pipeline.reconcile.relations import core, outer
from pipeline.reconcile.wording import amount, between, said

_NEAR = 4  # sentences


def document_findings(figures: Sequence[Stated]) -> tuple[Finding, ...]:
    """Return the findings on the figures of one document, given in the order of the text."""
    vouched = [figure for figure in figures if figure.copy_of is None and figure.stance != "denies"]
    return (
        *_differences(vouched),
        *_shares(vouched),
        *_sums(vouched),
        *_growth(vouched),
        *_slips(vouched),
    )


def _differences(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Spent minus received is the shortage: 24,1 − 19,7 = 4,4 miljoen."""
    flows = _flows()
    money = [f for f in figures if f.kind == "money" and f.statement in {"level", "forecast"}]
    for result in money:
        if not _names(result, flows["difference"]):
            continue
        near = [f for f in money if _close(f, result) and f.id != result.id]
        spent = [f for f in near if _names(f, flows["out"])]
        received = [
            f for f in near if _names(f, flows["in"]) and not _names(f, flows["difference"])
        ]
        if not spent or not received:
            continue
        out, income = (min(side, key=lambda f: _distance(f, result)) for side in (spent, received))
        computed = core(out).minus(core(income))
        if computed.high < 0:
            computed = Interval(-computed.high, -computed.low)
        yield _sum_finding(
            computed,
            result,
            [(out, "total"), (income, "term")],
            nl=f"{said(out)} min {said(income)}",
            en=f"{said(out)} minus {said(income)}",
        )


def _shares(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'4,4 miljoen oftewel 22 procent van de uitkering': the amount divided by the whole."""
    for share in figures:
        if share.kind != "share" or share.value is None:
            continue
        part = _restated(share, figures)
        whole = _whole(share, part, figures) if part else None
        if part is None or whole is None:
            continue
        quotient = core(part).per(core(whole))
        if quotient is None:
            continue
        yield _sum_finding(
            quotient.times(100),
            share,
            [(part, "part"), (whole, "whole")],
            nl=f"{said(part)} gedeeld door {said(whole)}",
            en=f"{said(part)} divided by {said(whole)}",
        )


def _sums(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'Samen zijn dat 450 woningen': the counts or amounts named just before."""
    for total in figures:
        if total.kind not in {"count", "money"} or not _claims_sum(total):
            continue
        terms = _terms(total, figures)
        if len(terms) < 2:
            continue
        computed = core(terms[0])
        for term in terms[1:]:
            computed = computed.plus(core(term))
        plus_nl, plus_en = (
            f" {word} ".join(said(term) for term in terms) for word in ("plus", "plus")
        )
        yield _sum_finding(
            computed, total, [(term, "term") for term in terms], nl=plus_nl, en=plus_en
        )


def _growth(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'van 500 naar 550, een stijging van 10 procent': target divided by base, less one."""
    for change in figures:
        if change.kind != "change" or change.said_unit != PERCENT or change.unit != PERCENT:
            continue
        if change.value is None or change.part is not None:
            continue
        pair = _levels(change, figures)
        if pair is None:
            continue
        base, target = pair
        if base.family == PERCENT:
            continue  # percent of percent: a slip or points, see _slips
        quotient = core(target).per(core(base))
        if quotient is None:
            continue
        computed = Interval(abs(quotient.low - 1) * 100, abs(quotient.high - 1) * 100)
        if computed.low > computed.high:
            computed = Interval(computed.high, computed.low)
        yield _sum_finding(
            computed,
            change,
            [(base, "base"), (target, "target")],
            nl=f"van {said(base)} naar {said(target)}",
            en=f"from {said(base)} to {said(target)}",
        )


def _slips(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'6 procent meer' where 22 against 16 percent makes six percentage points."""
    for stated in figures:
        if stated.unit != "percentage_point" or stated.said_unit != PERCENT:
            continue
        if stated.value is None:
            continue
        levels = [
            f
            for f in figures
            if f.kind == "share" and f.unit == PERCENT and f.value is not None and f.id != stated.id
        ]
        for a, b in _pairs(levels):
            if a.value is None or b.value is None or a.indicator != b.indicator:
                continue
            low, high = sorted((a, b), key=lambda f: f.value or 0.0)
            points = (high.value or 0.0) - (low.value or 0.0)
            if not low.value or abs(points - stated.value) > 0.5:
                continue
            relative = 100 * points / low.value
            yield Finding(
                kind="unit_slip",
                severity="warning",
                place=stated.place,
                explanation_nl=(
                    f"De tekst zegt {said(stated)}, maar het verschil tussen {said(high)} en "
                    f"{said(low)} is {amount(points, 'points', 'nl')} procentpunt. "
                    f"In procenten is het {amount(relative, PERCENT, 'nl')}."
                ),
                explanation_en=(
                    f"The text says {said(stated)}, but the difference between {said(high)} and "
                    f"{said(low)} is {amount(points, 'points', 'en')} percentage points. "
                    f"In percent it is {amount(relative, PERCENT, 'en')}."
                ),
                members=((stated.id, "stated"), (low.id, "base"), (high.id, "target")),
            )
            break


def _sum_finding(
    computed: Interval,
    stated: Stated,
    parts: Sequence[tuple[Stated, str]],
    *,
    nl: str,
    en: str,
) -> Finding:
    """Word the outcome; an error is graver when even the outer interval misses the sum."""
    fits = computed.overlaps(core(stated)) or computed.overlaps(outer(stated))
    family = PERCENT if stated.family == PERCENT else stated.family
    if computed.high - computed.low < 1e-9:
        outcome = [amount(computed.low, family, lang) for lang in ("nl", "en")]
    else:
        outcome = [between(computed.low, computed.high, family, lang) for lang in ("nl", "en")]
    if fits:
        endings = (
            f"is {outcome[0]}; dat klopt met {said(stated)}.",
            f"is {outcome[1]}; that fits {said(stated)}.",
        )
    else:
        endings = (
            f"is {outcome[0]}, maar de tekst noemt {said(stated)}. Dat klopt niet.",
            f"is {outcome[1]}, but the text says {said(stated)}. That does not add up.",
        )
    return Finding(
        kind="arithmetic_ok" if fits else "arithmetic_error",
        severity="info" if fits else "error",
        place=stated.place,
        explanation_nl=f"Nagerekend: {nl} {endings[0]}",
        explanation_en=f"Recomputed: {en} {endings[1]}",
        members=(*((figure.id, part) for figure, part in parts), (stated.id, "stated")),
    )


def _restated(share: Stated, figures: Sequence[Stated]) -> Stated | None:
    """The amount or count that a share says again: same sentence, same indicator, just before."""
    before = [
        f
        for f in figures
        if f.document == share.document
        and f.position == share.position
        and f.kind in {"money", "count"}
        and f.start < share.start
        and f.indicator == share.indicator
    ]
    return before[-1] if before else None


def _whole(share: Stated, part: Stated | None, figures: Sequence[Stated]) -> Stated | None:
    """The figure for what the share is a share of: named after it, or before the part."""
    if part is None:
        return None
    after = re.search(
        re.escape(share.surface.strip()) + r"\)?\s+van\s+(?:de|het|alle|deze|die)?\s*([\w-]+)",
        share.sentence,
    )
    options = [
        f
        for f in figures
        if f.kind == part.kind
        and f.family == part.family
        and f.id != part.id
        and _close(f, share)
        and (f.value or 0) > (part.value or 0)
        and f.is_level
    ]
    if after:
        stem = _stem(after[1])
        named = [f for f in options if any(_stem(w).startswith(stem) for w in f.label.split())]
        return min(named, key=lambda f: _distance(f, share)) if named else None
    opening = re.match(r"(?:van|onder)\s+(?:de|alle|deze|die)\s", share.sentence, re.IGNORECASE)
    same = [f for f in options if f.position == share.position and f.start < part.start]
    return same[0] if opening and same else None


def _terms(total: Stated, figures: Sequence[Stated]) -> list[Stated]:
    """The figures that a stated total adds up: the run just before it, in the same unit."""
    terms: list[Stated] = []
    for figure in reversed([f for f in figures if f.start < total.start]):
        if total.position - figure.position > 2:
            break
        if figure.kind != total.kind or figure.family != total.family or not figure.is_level:
            continue
        if _claims_sum(figure):
            break
        terms.append(figure)
    return terms[::-1]


def _levels(change: Stated, figures: Sequence[Stated]) -> tuple[Stated, Stated] | None:
    """The base and target that were said together in the sentence of the change."""
    near = [f for f in figures if f.position == change.position]
    base = next((f for f in near if f.part == "base"), None)
    target = next((f for f in near if f.part == "target"), None)
    return (base, target) if base and target else None


def _claims_sum(figure: Stated) -> bool:
    """Whether 'samen' or 'in totaal' stands just before or after the figure in its sentence."""
    place = figure.sentence.lower().find(" ".join(figure.surface.split()).lower())
    if place < 0:
        return False
    window = figure.sentence.lower()[max(0, place - 45) : place + len(figure.surface) + 20]
    return any(re.search(rf"\b{re.escape(marker)}\b", window) for marker in _markers())


def _names(figure: Stated, words: frozenset[str]) -> bool:
    heads = figure.label.lower().split()
    return bool(words.intersection(heads[:2])) or figure.topic.lower() in words


def _close(a: Stated, b: Stated) -> bool:
    return a.document == b.document and a.place == b.place and abs(a.position - b.position) <= _NEAR


def _distance(a: Stated, b: Stated) -> tuple[int, int]:
    return abs(a.position - b.position), abs(a.start - b.start)


def _pairs(figures: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    yield from pairwise(figures)
    for i, a in enumerate(figures):
        for b in figures[i + 2 :]:
            yield a, b


def _stem(word: str) -> str:
    return word.lower().replace("-", "")[:8]


@cache
def _flows() -> dict[str, frozenset[str]]:
    flows = read_toml(FILE)["flows"]
    return {key: frozenset(flows[key]) for key in ("out", "in", "difference")}


@cache
def _markers() -> tuple[str, ...]:
    return tuple(read_toml(FILE)["sums"]["markers"])
