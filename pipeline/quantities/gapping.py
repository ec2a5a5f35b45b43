"""Units that the sentence leaves out: '12 procent in Assen, 9 in Emmen', '4 miljoen subsidie'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.money import EURO, is_monetary
from pipeline.quantities.scan import BREAK, ends_sentence

_MILLION = Decimal(1_000_000)
_BEFORE, _BEHIND = 9, 6  # pieces around an amount in which a word about money is looked for
_NEXT = 60  # pieces between two amounts of one sentence
_THERE = 5  # pieces before a number in which 'er' belongs to it
_LEADING = frozenset({"van", "met", "tot", "op"})
_PLACES = frozenset({"in", "bij", "voor", "onder", "uit", "op"})


def share_gapped(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the unit of the number before to those that leave it out."""
    shared: list[Draft] = []
    for draft in drafts:
        before = shared[-1] if shared else None
        if before is not None and draft.bare and _gapped(scene, before, draft):
            draft = replace(draft, unit=before.unit, noun=before.noun)
        shared.append(draft)
    for place in range(len(shared) - 1):
        draft, following = shared[place], shared[place + 1]
        if draft.bare and _held_against(scene, draft, following):
            shared[place] = replace(draft, unit=following.unit)
    return shared


def _held_against(scene: Scene, draft: Draft, following: Draft) -> bool:
    """'25 tegen 19 procent': the share behind 'tegen' says what the number before it is."""
    return (
        following.unit is not None
        and following.unit.kind == "share"
        and draft.part is None
        and following.first == draft.last + 1
        and scene.low(draft.last) in {"tegen", "tegenover", "versus"}
    )


def _gapped(scene: Scene, before: Draft, draft: Draft) -> bool:
    if before.bare or before.part is not None or draft.part is not None:
        return False
    if before.reading.scale != draft.reading.scale or not 0 < draft.first - before.last < 8:
        return False
    if any(scene.ends_sentence(place) for place in range(before.last, draft.first)):
        return False
    link = scene.low(draft.first - 1)
    if link in {"tegen", "tegenover"}:
        return before.unit is not None and before.unit.kind == "share"
    place = scene.low(draft.last)
    return link in {",", "en"} and place in _PLACES and place == scene.low(before.last)


# ── currency ──────────────────────────────────────────────────────────────────────────────────


def share_currency(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Make money of bare millions in a sentence about money, or after an amount in the text.

    'Het overschot is 7 miljoen euro. … Voor zorg is 2,5 miljoen bestemd.' '6 miljoen mensen' stays
    a count, and so does a bare number behind such a count; in another passage than the amount, so
    does one in a sentence that counts ('er keken 2 miljoen').
    """
    shared: list[Draft] = []
    last: Unit | None = None
    told: Unit | None = None  # the currency of the last millions of the text, unless they counted
    position = 0
    for place, draft in enumerate(drafts):
        if any(scene.pieces[index].kind == BREAK for index in range(position, draft.first)):
            last = None
        position = max(position, draft.first)
        if _millions(draft) and draft.unit is None:
            known = last or _following(scene, drafts, place)
            if known is None and told is not None and not _counts(scene, draft):
                known = told
            draft = _as_money(scene, draft, known)
        if draft.unit is not None and draft.unit.kind == "money":
            last = Unit(draft.unit.id, "money")
            told = last if _millions(draft) else told
        elif _millions(draft):
            last = told = None
        shared.append(draft)
    return shared


def _millions(draft: Draft) -> bool:
    reading = draft.upper or draft.reading
    scale = reading.scale
    return reading.shape == "number" and scale is not None and scale.factor >= _MILLION


def _as_money(scene: Scene, draft: Draft, known: Unit | None) -> Draft:
    if draft.noun is not None:
        # '12 miljoen schulden' is an amount, not a number of debts.
        if not is_monetary(scene.low(draft.noun.index)):
            return draft
        adjacent = draft.noun.index + 1 == draft.last
        last = draft.noun.index if adjacent else draft.last
        return replace(draft, unit=known or EURO, noun=None, last=last)
    if known is None and not _about_money(scene, draft):
        return draft
    return replace(draft, unit=known or EURO)


def _about_money(scene: Scene, draft: Draft) -> bool:
    units = lexicon().units
    millions = units.million_context
    if scene.low(draft.last) in units.behind_millions:
        return True
    return any(is_monetary(low) or low in millions for low in _near(scene, draft))


def _counts(scene: Scene, draft: Draft) -> bool:
    """'Het aantal kijkers steeg naar 2 miljoen', 'er keken 1,3 miljoen': no money."""
    units = lexicon().units
    before = [scene.low(place) for place in range(max(draft.first - _THERE, 0), draft.first)]
    if "er" in before and before[-1] not in _LEADING:  # 'waren er vorig jaar 2 miljoen'
        return True
    return any(low in units.counting or low in units.people for low in _near(scene, draft))


def _near(scene: Scene, draft: Draft) -> Iterator[str]:
    """Yield the words around an amount, as far as its sentence reaches."""
    pieces = scene.pieces
    for position in range(draft.first - 1, max(draft.first - 1 - _BEFORE, -1), -1):
        if ends_sentence(pieces, position):
            break
        yield pieces[position].low
    for position in range(draft.last, min(draft.last + _BEHIND, len(pieces))):
        yield pieces[position].low
        if ends_sentence(pieces, position):
            break


def _following(scene: Scene, drafts: Sequence[Draft], place: int) -> Unit | None:
    """Return the currency of the next amount in the sentence: '1,1 mln … 2 mln euro'."""
    if place + 1 >= len(drafts):
        return None
    draft, following = drafts[place], drafts[place + 1]
    if following.unit is None or following.unit.kind != "money" or not _millions(following):
        return None
    between = range(draft.last, following.first)
    if len(between) > _NEXT or any(scene.ends_sentence(index) for index in between):
        return None
    return Unit(following.unit.id, "money")
