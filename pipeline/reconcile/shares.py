"""Shares done again: '4,4 miljoen oftewel 22 procent', '7.900 van de 56.400 huishoudens'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.reconcile import markers
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.recomputed import NEAR, Sum, close, finding, nearest
from pipeline.reconcile.records import Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.sentences import before
from pipeline.reconcile.units import compare_counted
from pipeline.reconcile.wording import said

_TOLD = 6  # sentences between a whole and the share that is taken of it
_THAT_IS = re.compile(
    r"(?:dat|dit) (?:is|zijn|was|waren|komt neer op)\W(?!.*\bdan\b)[^\d.,;:]*", re.IGNORECASE
)
_BESIDE = 2  # sentences between a share and the numbers that it is a share of


def shares(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Yield the shares that come from an amount and a whole of the same text, and fit or not.

    '4,4 miljoen oftewel 22 procent van de uitkering': the amount divided by the whole.
    """
    text = Nearby(figures)
    for share in figures:
        if share.kind != "share" or share.value is None or not share.is_level:
            continue
        part, whole = (
            _counted_of(share, text)
            or _told_after(share, text)
            or _told_before(share, text)
            or (None, None)
        )
        if part is None:
            part = _restated(share, text)
            whole = _whole(share, part, text) if part else None
        called = whole is not None and markers.is_called(whole, markers.share_of(share))
        quotient = core(part).per(core(whole)) if part and whole else None
        if part is None or whole is None or quotient is None:
            continue
        found = Sum(
            quotient.times(100),
            ((part, "part"), (whole, "whole")),
            f"{said(part)} gedeeld door {said(whole)}",
            f"{said(part)} divided by {said(whole)}",
        )
        claimed = (
            (called or not markers.share_of(share))
            and whole.part != "base"
            and markers.says_again(share, part)
        )
        if found.fits(share) or claimed:
            yield finding(found, share)


def _restated(share: Stated, text: Nearby) -> Stated | None:
    """The amount or count that a share says again: same sentence, same indicator, just before."""
    before = [
        f
        for f in text.at(share.position)
        if f.kind in {"money", "count"}
        and f.start < share.start
        and f.is_level
        and (f.indicator == share.indicator or markers.says_again(share, f))
    ]
    return before[-1] if before else None


def _told_after(share: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """Part and whole of 'van de slachtoffers fietste 46 procent: 98', of 214 named before.

    And of 'van de geplande 28 miljoen euro is 61 procent besteed, oftewel 17,1 miljoen'. Only where
    exactly one number before makes the share come out; an amount must stand near, as one text has
    many.
    """
    part = next((f for f in text.at(share.position) if f.start > share.start), None)
    if part is None or part.kind not in {"count", "money"} or not markers.says_again(part, share):
        return None
    told = _TOLD if part.kind == "count" else 1
    fitting = [
        f
        for f in text.between(share.position - told, share.position)
        if f.kind == part.kind
        and f.family == part.family
        and f.start < share.start
        and f.is_level
        and f.place == share.place
        and (f.earliest, f.latest) == (share.earliest, share.latest)
        and (quotient := core(part).per(core(f))) is not None
        and quotient.times(100).overlaps(core(share))
    ]
    return (part, fitting[0]) if len(fitting) == 1 else None


def _told_before(share: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """Part and whole of '143 kregen voorrang. Dat is 35 procent', of 412 named before that.

    The whole may also be named with the share: 'dat is 8 procent van onze 7.650 woningen'. Only
    what makes the share come out.
    """
    if _THAT_IS.fullmatch(before(share)) is None:
        return None
    near = text.between(share.position - _BESIDE, share.position)
    counts = [f for f in near if f.kind == "count" and f.is_level and f.place == share.place]
    parts = [f for f in counts if f.position == share.position - 1]
    if not parts:
        return None
    part = parts[-1]
    wholes = [f for f in counts if f.position == share.position and f.start > share.start] or [
        f
        for f in counts
        if 0 <= share.position - f.position <= _BESIDE and f.id != part.id and f.start < part.start
    ]
    fitting = [
        whole
        for whole in wholes
        if (quotient := core(part).per(core(whole))) is not None
        and quotient.times(100).overlaps(core(share))
        and compare_counted(part.unit, whole.unit) is None
    ]
    return (part, fitting[-1]) if fitting else None


def _counted_of(share: Stated, text: Nearby) -> tuple[Stated, Stated] | None:
    """Part and whole of 'het gaat om 7.900 van de 56.400 huishoudens' beside a share.

    Only such a pair that comes to the share: a text may count 'n van de m' of anything.
    """
    near = [
        f
        for f in text.around(share, _BESIDE)
        if f.kind == "count"
        and (
            f.position == share.position
            or (f.indicator == share.indicator and f.place == share.place)
        )
    ]
    for part, whole in pairwise(near):
        quotient = core(part).per(core(whole))
        if part.position != whole.position or quotient is None or not markers.of(part, whole):
            continue
        if quotient.times(100).overlaps(core(share)):
            return part, whole
    return None


def _whole(share: Stated, part: Stated, text: Nearby) -> Stated | None:
    """The figure for what the share is a share of: named after it, or before the part."""
    options = [
        f
        for f in text.around(share, NEAR)
        if f.kind == part.kind
        and f.family == part.family
        and f.id != part.id
        and close(f, share)
        and (f.value or 0) > (part.value or 0)
        and f.is_level
    ]
    after = markers.share_of(share)
    if after:
        named = [f for f in options if markers.is_called(f, after)]
        flows = [f for f in options if markers.is_same_flow(f, after)]
        return next(iter(nearest(named, share) or nearest(flows, share)), None)
    base = [f for f in options if f.position == share.position and f.part == "base"]
    if base:
        return base[0]  # 'van 231 naar 198 euro, 33 euro oftewel 14 procent'
    opening = re.match(r"(?:van|onder)\s+(?:de|alle|deze|die)\s", share.sentence, re.IGNORECASE)
    same = [f for f in options if f.position == share.position and f.start < part.start]
    return same[0] if opening and same else None
