"""Which quantities are changes: a direction, a comparative, a multiple, or a list that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.quantities.answers import answered
from pipeline.quantities.directions import direction_of, is_percent, is_verb, stops, word_at
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import compares_with_ago, read_hedges
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.reading import Reading, read_number
from pipeline.quantities.scan import WORD
from pipeline.quantities.terms import TIMES

_KINDS = frozenset({"share", "percentage_point", "money", "count", "measure", "rate", "ratio"})


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
        hedge.begins(position),
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


def read_manifold(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    """Read 'ruim het dubbele', 'dubbel zoveel', 'dubbel zo hoog': a ratio."""
    start, hedge = read_hedges(scene.pieces, index)
    articled = scene.low(start) == "het"
    position = start + 1 if articled else start
    factor = lexicon().numbers.manifolds.get(scene.low(position))
    if factor is None:
        return None
    end = position + 1
    if articled:
        # 'het dubbele aantal', 'het dubbele van'; 'het dubbele paspoort' is no ratio.
        if scene.low(end) == "aantal":
            end += 1
        elif scene.low(end) not in {"van", "", ".", ",", ";", ")", "dan"}:
            return None
    elif scene.low(end) == "zoveel":
        end += 1
    elif scene.low(end) == "zo" and scene.low(end + 1):
        end += 2
    else:
        return None
    reading = Reading(position, position + 1, factor, factor / 5, whole=False, in_words=True)
    draft = Draft(
        hedge.begins(start),
        end,
        start,
        end,
        reading,
        unit=TIMES,
        hedge=hedge,
        kind="ratio",
        comparative=True,
    )
    return [draft], end


def mark_changes(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with kind, direction and comparison set where the sentence says so."""
    marked: list[Draft] = []
    for draft in drafts:
        current = _mark(scene, draft)
        before = marked[-1] if marked else None
        if before is not None and (_continues(before, current) or _goes_on(scene, before, current)):
            current = replace(current, kind="change", direction=before.direction)
        direction = answered(scene, before, current)
        if direction is not None:
            current = replace(current, kind="change", direction=direction)
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


def _goes_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Tell whether a change goes on: 'steeg 3 procent in Assen en 5 procent in Emmen'."""
    if before.kind != "change" or before.part is not None or before.comparative:
        return False
    if draft.kind is not None or draft.part is not None or before.unit != draft.unit:
        return False
    if not is_percent(draft) or not 0 < draft.first - before.last < 8:
        return False
    if scene.low(draft.first - 1) not in {"en", ","} or scene.low(draft.last) in {"van", "en"}:
        return False
    return not any(
        stops(scene, place) or is_verb(word_at(scene, place))
        for place in range(before.last, draft.first)
    )


def _mark(scene: Scene, draft: Draft) -> Draft:
    if draft.part is not None or draft.kind == "change" or draft.kind == "age":
        return draft
    if draft.sign is not None and is_percent(draft):
        return replace(draft, kind="change", direction="up" if draft.sign == "plus" else "down")
    compared = _comparative(scene, draft)
    if compared is not None:
        return compared
    if _kind(draft) not in _KINDS:
        return draft
    direction = direction_of(scene, draft)
    if direction is None:
        return draft
    return replace(draft, kind="change", direction=direction)


def _kind(draft: Draft) -> str:
    if draft.reading.shape == "fraction":
        return "share"
    if draft.kind is not None:
        return draft.kind
    return draft.unit.kind if isinstance(draft.unit, Unit) else "count"


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
    if draft.unit is None and compares_with_ago(scene.pieces, draft.last):
        return True  # '900 meer dan twee jaar eerder'
    following = draft.last + 2
    if scene.low(following) in lexicon().numbers.multiples:
        return False
    reading = read_number(scene.pieces, following, scene.blocked)
    return reading is None or reading.article
