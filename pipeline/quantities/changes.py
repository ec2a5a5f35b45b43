"""Direction: which quantities are changes, and whether they go up or down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.quantities import lemmas
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import read_hedges
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.reading import Reading, read_number
from pipeline.quantities.scan import NUMBER, WORD
from pipeline.quantities.terms import TIMES

_REACH = 12  # pieces between the verb and its number
_KINDS = frozenset({"share", "percentage_point", "money", "count", "measure", "rate", "ratio"})
_CLAUSES = frozenset({"maar", "terwijl", "waar", "omdat", "doordat", "want", "waarbij", "nadat"})
_COPULAS = frozenset({"is", "was", "bedraagt", "bedroeg", "bedroegen", "waren", "zijn"})
_LINKS = frozenset({"dat", "die", "is", "bij", "voor", "aan", "in", "door"})


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
        if before is not None and (
            _continues(before, current) or _goes_on(scene, before, current)
        ):
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


def _goes_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Tell whether a change goes on: 'steeg 3 procent in Assen en 5 procent in Emmen'."""
    if before.kind != "change" or before.part is not None or before.comparative:
        return False
    if draft.kind is not None or draft.part is not None or before.unit != draft.unit:
        return False
    if not _percent(draft) or not 0 < draft.first - before.last < 8:
        return False
    if scene.low(draft.first - 1) not in {"en", ","} or scene.low(draft.last) in {"van", "en"}:
        return False
    return not any(
        _stops(scene, place) or lemmas.is_verb(scene.low(place))
        for place in range(before.last, draft.first)
    )


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
    link = _past_fillers(scene, draft.first - 1)
    low = scene.low(link)
    first = scene.low(draft.first)
    if draft.upper is not None and first in changes.source:
        return changes.nouns.get(_change_noun(low))
    if low in changes.target or first in changes.target:
        return _reduced(scene, draft) if low not in changes.target else None
    if low in changes.source:
        return _noun_of(scene, draft, link)
    if low in changes.measure:
        return _verb_around(scene, draft, link)
    # Without a link: 'daalde 6 procent', 'steeg vorig jaar licht, 2 procent'.
    if not _percent(draft):
        return changes.verbs.get(low) if _finite(low) and draft.unit is not None else None
    if low in _COPULAS:
        return _subject(scene, link)
    for position in range(link, max(link - 6, -1), -1):
        word = _word(scene, position)
        if _stops(scene, position) or word in _CLAUSES or word == "en":
            return None
        if word == "," and position != link:
            return None
        direction = changes.verbs.get(word) or changes.percent_only.get(word)
        if direction is not None:
            return direction
        split = _split(scene, draft, position)
        if split is not None:
            return split
        if word in changes.target or word in changes.source or word in _LINKS:
            return None
    return None


def _past_fillers(scene: Scene, link: int) -> int:
    """Step back over what may stand between a link and its number: 'met op jaarbasis 3,1%'."""
    fillers = lexicon().changes.fillers
    while link > 0:
        reach = next(
            (
                size
                for size in (2, 1)
                if " ".join(scene.low(place) for place in range(link - size + 1, link + 1))
                in fillers
            ),
            0,
        )
        if not reach:
            return link
        link -= reach
    return link


def _reduced(scene: Scene, draft: Draft) -> str | None:
    """Return the direction of 'neemt tot 90 procent af': at most so much, not a target."""
    if not _percent(draft):
        return None
    for position in range(draft.first - 1, max(draft.first - 7, -1), -1):
        if _stops(scene, position) or scene.low(position) == ",":
            return None
        for split in lexicon().changes.splits:
            measured = split.particle in {"af", "toe"} and scene.low(position) in split.forms
            if measured and scene.low(draft.last) == split.particle:
                return split.direction
    return None


def _noun_of(scene: Scene, draft: Draft, link: int) -> str | None:
    """Return the direction of 'een stijging van 3 procent' and 'de stijging van de huren van'."""
    changes = lexicon().changes
    noun = _word(scene, link - 1)
    direction = changes.nouns.get(_change_noun(noun))
    if direction is not None or not _percent(draft):
        return direction
    if noun in changes.percent_only:
        return changes.percent_only[noun]
    for position in range(link - 2, max(link - 7, -1), -1):
        piece = scene.pieces[position]
        if piece.kind != WORD or piece.low in changes.measure or _stops(scene, position):
            return None
        direction = changes.nouns.get(_change_noun(_word(scene, position)))
        if direction is not None:
            return direction if scene.low(position + 1) in {"van", "in"} else None
    return None


def _subject(scene: Scene, verb: int) -> str | None:
    """Return the direction of 'de groei van de economie bedroeg' before its percentage."""
    changes = lexicon().changes
    for position in range(verb - 1, max(verb - 8, -1), -1):
        piece = scene.pieces[position]
        if piece.kind != WORD or piece.low in _CLAUSES or _stops(scene, position):
            return None
        direction = changes.nouns.get(_change_noun(_word(scene, position)))
        if direction is not None:
            near = scene.low(position + 1) in {"van", "in", scene.low(verb)}
            return direction if near and scene.low(position - 1) != "na" else None
    return None


def _word(scene: Scene, position: int) -> str:
    """Return a word that may tell a direction; a name (supermarkt Plus) is none."""
    if not 0 <= position < len(scene.pieces):
        return ""
    piece = scene.pieces[position]
    if not piece.capital:
        return piece.low
    opens = position == 0 or piece.opens_line or scene.ends_sentence(position - 1)
    if not opens or (piece.low in lexicon().changes.percent_only and not _is_linked(scene, position)):
        return ""
    return piece.low


def _is_linked(scene: Scene, position: int) -> bool:
    following = position + 1
    if following >= len(scene.pieces):
        return False
    return scene.low(following) in {"van", "met"} or scene.pieces[following].kind == NUMBER


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
    """Find the verb of 'met 6 procent': in its clause, before it or at the end of the clause.

    A verb wins from a noun ('de groei is met 6 procent afgenomen'), the own clause from the one
    before a comma.
    """
    edge = _clause_start(scene, link)
    verb = _verb_before(scene, draft, link, edge) or _verb_behind(scene, draft)
    if verb is not None:
        return verb
    noun = _noun_before(scene, link, edge)
    if noun is not None or scene.low(edge) != ",":
        return noun
    earlier = max(link - 1 - _REACH, -1)
    for position in range(edge, earlier, -1):
        if _stops(scene, position) or _word(scene, position) in _CLAUSES:
            earlier = position
            break
    return _verb_before(scene, draft, edge, earlier) or _noun_before(scene, edge, earlier)


def _clause_start(scene: Scene, link: int) -> int:
    """Return the piece before which the clause of ``link`` does not reach."""
    last = max(link - 1 - _REACH, -1)
    for position in range(link - 1, last, -1):
        if _stops(scene, position) or scene.low(position) in _CLAUSES | {","}:
            return position
    return last


def _verb_before(scene: Scene, draft: Draft, link: int, edge: int) -> str | None:
    changes = lexicon().changes
    for position in range(link - 1, edge, -1):
        direction = _split(scene, draft, position) or changes.verbs.get(_word(scene, position))
        if direction is not None:
            return direction
    return None


def _noun_before(scene: Scene, link: int, edge: int) -> str | None:
    changes = lexicon().changes
    for position in range(link - 1, edge, -1):
        direction = changes.nouns.get(_change_noun(_word(scene, position)))
        if direction is not None:
            # 'de daling bij bedrijven met 50 mensen': only what rose or fell by it.
            preposition = any(scene.low(p) in {"bij", "voor", "onder"} for p in range(position, link))
            return None if preposition else direction
    return None


def _verb_behind(scene: Scene, draft: Draft) -> str | None:
    # 'een huis met drie slaapkamers kan oplopen tot': the verb of a bare count stands close.
    reach = _REACH if draft.unit is not None else 2
    for position in range(draft.last, min(draft.last + reach, len(scene.pieces))):
        direction = lexicon().changes.verbs.get(_word(scene, position))
        if direction is not None:
            return direction
        if _stops(scene, position) or scene.low(position) in _CLAUSES | {","}:
            return None
    return None


def _split(scene: Scene, draft: Draft, position: int) -> str | None:
    """Return the direction of 'nam … toe' when its particle stands near the number."""
    word = scene.low(position)
    for split in lexicon().changes.splits:
        if word not in split.forms:
            continue
        if split.close:
            if _closes_clause(scene, draft.last, split.particle):
                return split.direction
            continue
        low, high = position + 1, min(draft.last + 5, len(scene.pieces))
        for other in range(low, high):
            if scene.low(other) == split.particle:
                return split.direction
            if _stops(scene, other):
                break
    return None


def _noun_behind(scene: Scene, draft: Draft) -> str | None:
    """Return the direction of '3% groei', '4 procent economische krimp'."""
    position = draft.last
    if lemmas.is_inflected_adjective(scene.low(position)):
        position += 1
    piece = scene.pieces[position] if position < len(scene.pieces) else None
    if piece is None or piece.capital or piece.opens_line:
        return None
    return lexicon().changes.nouns.get(_change_noun(piece.low))


def _closes_clause(scene: Scene, index: int, particle: str) -> bool:
    """Tell the particle of 'kreeg er 3 procent bij' from a preposition with a noun behind it."""
    if scene.low(index) != particle:
        return False
    following = scene.pieces[index + 1] if index + 1 < len(scene.pieces) else None
    return following is None or following.kind != WORD or following.low in {"en", "op", "of"}


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
    noun = _noun_behind(scene, draft) if _percent(draft) else None
    if noun is not None:
        return noun
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
