"""Direction: which quantities are changes, and whether they go up or down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import read_hedges
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.reading import Reading, read_number
from pipeline.quantities.scan import NUMBER, WORD
from pipeline.quantities.terms import TIMES

_REACH = 12  # pieces between the verb and its number
_KINDS = frozenset({"share", "percentage_point", "money", "count", "measure", "rate", "ratio"})
_CLAUSES = frozenset({"maar", "terwijl", "waar", "omdat", "doordat", "want", "waarbij"})


def read_multiple(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    """Read verdubbeld, verdrievoudigde, gehalveerd: a change to so many times the old size."""
    multiples = lexicon().numbers.multiples
    position, hedge = read_hedges(scene.pieces, index)
    end = position + 1
    if position >= len(scene.pieces) or scene.pieces[position].kind != WORD:
        return None
    factor = multiples.get(scene.low(position))
    if factor is None:
        return None
    reading = Reading(
        position, position + 1, factor, factor / 5, "multiple", whole=False, in_words=True
    )
    direction = "up" if factor > 1 else "down"
    behind = scene.low(end) in {"bijna", "ruim"} and scene.low(end + 1) in {",", ".", ""}
    if behind and hedge.id == "none":
        # 'halveerde bijna': a finite verb has its hedge behind it.
        hedge = replace(read_hedges(scene.pieces, end)[1], start=position)
        end += 1
    draft = Draft(
        hedge.start if hedge.start is not None else position,
        end,
        position,
        position + 1,
        reading,
        unit=TIMES,
        hedge=hedge,
        kind="change",
        direction=direction,
    )
    return [draft], end


def mark_changes(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with kind, direction and comparison set where the sentence says so."""
    marked: list[Draft] = []
    for draft in drafts:
        current = _mark(scene, draft)
        before = marked[-1] if marked else None
        if before is not None and _continues(before, current):
            current = replace(current, kind="change", direction=before.direction)
        marked.append(current)
    for place in range(len(marked) - 2, -1, -1):
        # Also backwards: 'respectievelijk 10 en 5 procent gestegen'.
        if _continues(marked[place + 1], marked[place]):
            direction = marked[place + 1].direction
            marked[place] = replace(marked[place], kind="change", direction=direction)
    return marked


def _continues(before: Draft, draft: Draft) -> bool:
    """Tell whether a list goes on: 'verliezen van 2,1 en 1,8 procent'."""
    listed = before.group is not None and before.group == draft.group
    if not listed or before.part is not None or draft.part is not None or before.comparative:
        return False
    return before.kind == "change" and draft.kind is None and before.unit == draft.unit


def _mark(scene: Scene, draft: Draft) -> Draft:
    if draft.part is not None or draft.kind == "change" or draft.kind == "age":
        return draft
    if draft.sign is not None and _percent(draft):
        return replace(draft, kind="change", direction="up" if draft.sign == "plus" else "down")
    compared = _comparative(scene, draft)
    if compared is not None:
        return compared
    if _kind(draft) not in _KINDS:
        return draft
    direction = _before(scene, draft) or _after(scene, draft)
    if direction is None:
        return draft
    return replace(draft, kind="change", direction=direction)


def _kind(draft: Draft) -> str:
    if draft.reading.shape == "fraction":
        return "share"
    if draft.kind is not None:
        return draft.kind
    return draft.unit.kind if isinstance(draft.unit, Unit) else "count"


def _percent(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.id in {"percent", "percentage_point", "promille"}


# ── comparatives ──────────────────────────────────────────────────────────────────────────────


def _comparative(scene: Scene, draft: Draft) -> Draft | None:
    """Mark '5 tot 6 procent hoger', '3 procent minder', '400 meer dan'."""
    changes = lexicon().changes
    if draft.kind == "ratio":
        direction = changes.comparatives.get(scene.low(draft.last - 1), None)
        return replace(draft, direction=direction) if direction else None
    position = draft.last
    low = scene.low(position)
    if not compares(scene, draft) or draft.per is not None:
        return None
    if draft.reading.shape == "rate" or scene.pieces[position].opens_line:
        return None
    lasts = draft.unit is not None and draft.unit.kind == "duration"
    if low in {"ouder", "jonger"} and not lasts:
        return None
    direction = changes.comparatives[low]
    return replace(draft, kind="change", direction=direction, comparative=True, last=position + 1)


# ── verbs and nouns of change ─────────────────────────────────────────────────────────────────


def _before(scene: Scene, draft: Draft) -> str | None:
    """Look to the left: 'daalde met 6 procent', 'een stijging van 12 procent', 'zakte 3%'."""
    changes = lexicon().changes
    link = draft.first - 1
    while scene.low(link) in {"dan", "ook", "nog", "al", "zo", "zelfs", "gemiddeld"} and link > 0:
        link -= 1
    low = scene.low(link)
    if draft.upper is not None and scene.low(draft.first) in changes.source:
        return changes.nouns.get(_change_noun(low))
    if low in changes.target or scene.low(draft.first) in changes.target:
        return None
    if low in changes.source:
        noun = scene.low(link - 1)
        direction = changes.nouns.get(_change_noun(noun))
        if direction is None and _percent(draft):
            direction = changes.percent_only.get(noun)
        return direction
    if low in changes.measure:
        return _verb_around(scene, draft, link)
    # Without a link: 'daalde 6 procent', 'steeg vorig jaar licht, 2 procent'.
    if not _percent(draft):
        return changes.verbs.get(low) if _finite(low) and draft.unit is not None else None
    for position in range(link, max(link - 6, -1), -1):
        if _stops(scene, position):
            return None
        word = scene.low(position)
        direction = changes.verbs.get(word) or changes.percent_only.get(word)
        if direction is not None:
            return direction
        split = _split(scene, draft, position)
        if split is not None:
            return split
        if (
            word in changes.target
            or word in changes.source
            or word in {"dat", "die", "is", "bij", "voor", "aan", "in", "door"}
        ):
            return None
    return None


def _finite(word: str) -> bool:
    return not word.startswith("ge") and not word.endswith("end")


def _stops(scene: Scene, position: int) -> bool:
    return scene.ends_sentence(position) or scene.low(position) in {";", ":"}


def is_change_noun(word: str) -> bool:
    """Tell whether a word is a noun of change: afname, loonstijging."""
    return bool(_change_noun(word)) or word in lexicon().changes.percent_only


def compares(scene: Scene, draft: Draft) -> bool:
    """Tell whether a comparative stands behind the quantity ('3 procent minder').

    In 'de komende tien jaar meer dan honderd huisartsen' it hedges the number that follows.
    """
    low = scene.low(draft.last)
    if low not in lexicon().changes.comparatives:
        return False
    lasting = draft.unit is None or draft.unit.kind == "duration"
    if not (lasting and low in {"meer", "minder"} and scene.low(draft.last + 1) == "dan"):
        return True
    following = draft.last + 2
    if scene.low(following) in lexicon().numbers.multiples:
        return False
    reading = read_number(scene.pieces, following, scene.blocked)
    return reading is None or reading.article


def _change_noun(word: str) -> str:
    """Return the noun of change that a compound ends in: loonstijging → stijging."""
    nouns = lexicon().changes.nouns
    if word in nouns:
        return word
    for noun in nouns:
        if len(noun) > 4 and word.endswith(noun):
            return noun
    return ""


def _verb_around(scene: Scene, draft: Draft, link: int) -> str | None:
    """Find the verb of 'met 6 procent': before it, or at the end of the clause."""
    changes = lexicon().changes
    for position in range(link - 1, max(link - 1 - _REACH, -1), -1):
        word = scene.low(position)
        if _stops(scene, position) or word in _CLAUSES:
            break
        split = _split(scene, draft, position)
        if split is not None:
            return split
        direction = changes.verbs.get(word) or changes.nouns.get(_change_noun(word))
        if direction is not None:
            return direction
    # 'een huis met drie slaapkamers kan oplopen tot': the verb of a bare count stands close.
    reach = _REACH if draft.unit is not None else 2
    for position in range(draft.last, min(draft.last + reach, len(scene.pieces))):
        direction = changes.verbs.get(scene.low(position))
        if direction is not None:
            return direction
        if _stops(scene, position):
            break
    return None


def _split(scene: Scene, draft: Draft, position: int) -> str | None:
    """Return the direction of 'nam … toe' when its particle stands near the number."""
    word = scene.low(position)
    for split in lexicon().changes.splits:
        if word not in split.forms:
            continue
        low, high = position + 1, min(draft.last + 5, len(scene.pieces))
        for other in range(low, high):
            if scene.low(other) == split.particle:
                return split.direction
            if _stops(scene, other):
                break
    return None


def _after(scene: Scene, draft: Draft) -> str | None:
    """Look to the right: 'is 6 procent gestegen', '3 procent in de plus', '2 procent omhoog'."""
    changes = lexicon().changes
    before = scene.low(draft.first - 1)
    if before in changes.target | changes.source | {"boven", "onder", "dan"}:
        return None
    if scene.low(draft.first) in changes.target:
        return None
    phrase = changes.after.at(scene.pieces, draft.last) if _percent(draft) else None
    if phrase is not None:
        return phrase[1]
    limit = 3 if _percent(draft) else 1
    position = draft.last
    for _ in range(limit):
        if position >= len(scene.pieces) or scene.pieces[position].kind == NUMBER:
            return None
        low = scene.low(position)
        direction = changes.verbs.get(low)
        participle = "ge" in low[:6]
        if direction is not None and not low.endswith("ende") and (_percent(draft) or participle):
            return direction
        if scene.pieces[position].kind != WORD or low in {"van", "die", "dat"}:
            return None
        position += 1
    return None
