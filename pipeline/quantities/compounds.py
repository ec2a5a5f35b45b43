"""Numbers that are one word with their unit: 12-jarige, 65-plussers, tweedaagse, viermaal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.quantities.ages import OLDEST, PREPOSITIONS, YEAR
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import Hedge, read_hedges, stronger
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.neighbours import DASHES
from pipeline.quantities.nouns import counted_noun
from pipeline.quantities.number_words import read_word
from pipeline.quantities.numerals import read_digits
from pipeline.quantities.reading import Reading
from pipeline.quantities.scan import NUMBER, WORD

_LONGEST = 2000  # years of '-jarig'
TURN = Unit("keer", "count")


def read_compound(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    """Read a number that is one word with its unit: 12-jarige, 65-plussers, tweedaags, 65+."""
    start, hedge = read_hedges(scene.pieces, index)
    if hedge.phrase in lexicon().hedges.prepositions:
        hedge, index = Hedge(), start
    found = _open_compound(scene, start, hedge) or _age_word(scene, start)
    if found is None:
        return None
    draft, end = found
    first = index if hedge.start is not None else start
    return [replace(draft, first=min(first, draft.first), hedge=stronger(hedge, draft.hedge))], end


def _open_compound(scene: Scene, start: int, hedge: Hedge) -> tuple[Draft, int] | None:
    """Read '12- tot 18-jarigen'."""
    pieces = scene.pieces
    if start + 3 >= len(pieces) or pieces[start].kind != NUMBER or scene.blocked[start]:
        return None
    dash, link = start + 1, start + 2
    if scene.low(dash) not in DASHES or not pieces[dash].glued:
        return None
    if scene.low(link) not in {"tot", "en", "à", "of"} or pieces[link].glued:
        return None
    low = _digits(scene, start)
    second = _age_word(scene, start + 3)
    if low is None or second is None:
        return None
    draft, end = second
    if scene.low(link) in {"en", "of"} and (draft.reading.value or 0) > (low.value or 0) + 1:
        return None
    ranged = replace(
        draft,
        first=start,
        number_first=start,
        reading=low,
        upper=draft.reading,
        hedge=Hedge("range", stance=hedge.stance),
    )
    return ranged, end


def _digits(scene: Scene, index: int) -> Reading | None:
    digits = read_digits(scene.pieces[index].text)
    if digits is None or digits.value > _LONGEST:
        return None
    return Reading(index, index + 1, digits.value, digits.step, whole=not digits.decimals)


def _age_word(scene: Scene, start: int) -> tuple[Draft, int] | None:
    pieces = scene.pieces
    if start >= len(pieces) or scene.blocked[start]:
        return None
    piece = pieces[start]
    if piece.kind == WORD:
        return _one_word(scene, start)
    if piece.kind != NUMBER:
        return None
    reading = _digits(scene, start)
    if reading is None:
        return None
    after = start + 1
    aged = (reading.value or 0) <= OLDEST  # '500+ deelnemers' are no years
    if scene.low(after) == "+" and pieces[after].glued and aged:
        end = after + 1
        if scene.low(end) in {"'ers", "ers"}:
            end += 1
        return _draft(scene, start, end, reading, "plus")
    word = after
    if scene.low(after) in DASHES and pieces[after].glued:
        word = after + 1
    if word >= len(pieces) or not pieces[word].glued or pieces[word].kind != WORD:
        return None
    low = scene.low(word)
    if low == "jaar" and word > after:
        # 'tot 35-jaar', 'zijn 13-jaar oude zoon'
        old = scene.low(word + 1) in {"oud", "oude"}
        if old or scene.low(start - 1) in PREPOSITIONS:
            return _draft(scene, start, word + 1, reading, low)
    # 50Plus and 50PLUS are a party; 50plus and 50-plussers are people.
    if low.startswith("plus") and not aged:
        return None
    if low.startswith(("jarig", "plus")) and (word > after or pieces[word].text.islower()):
        return _draft(scene, start, word + 1, reading, low)
    return None


_SPANS = {"daags": "day", "weeks": "week", "maands": "month", "urig": "hour", "uurs": "hour"}


def _lasting(scene: Scene, start: int) -> tuple[Draft, int] | None:
    """Read 'tweedaagse beleidsvergadering', 'zesweekse cursus': a length of time before a noun."""
    low = scene.pieces[start].low
    for marker, unit in _SPANS.items():
        head, found, tail = low.partition(marker)
        value = read_word(head) if found and tail in {"", "e"} else None
        if value is None:
            continue
        if counted_noun(scene.pieces, start + 1, plural=False, tokens=scene.tokens) is None:
            return None
        reading = Reading(start, start + 1, value, Decimal(1), in_words=True)
        part = Unit(unit, "duration")
        draft = Draft(start, start + 1, start, start + 1, reading, unit=part, kind="duration")
        return draft, start + 1
    return None


def _one_word(scene: Scene, start: int) -> tuple[Draft, int] | None:
    lasting = _lasting(scene, start)
    if lasting is not None:
        return lasting
    low = scene.pieces[start].low
    turns = read_word(low.removesuffix("maal")) if low.endswith("maal") else None
    if turns is not None and turns > 1:
        reading = Reading(start, start + 1, turns, Decimal(1), in_words=True)
        return Draft(start, start + 1, start, start + 1, reading, unit=TURN), start + 1  # viermaal
    for marker in ("jarig", "pluss"):
        head, found, tail = low.partition(marker)
        if not found or not head or len(tail) > 12:
            continue
        value = read_word(head.rstrip("-"))
        if value is None or value > (_LONGEST if marker == "jarig" else OLDEST):
            return None
        reading = Reading(start, start + 1, value, Decimal(1), in_words=True)
        return _draft(scene, start, start + 1, reading, marker + tail)
    return None


def _draft(scene: Scene, start: int, end: int, reading: Reading, ending: str) -> tuple[Draft, int]:
    hedge = Hedge("at_least") if ending.startswith("plus") else Hedge()
    noun = counted_noun(scene.pieces, end, plural=False, tokens=scene.tokens) or counted_noun(
        scene.pieces, end, plural=True, tokens=scene.tokens
    )
    kind = "age"
    if (reading.value or 0) > OLDEST:
        kind = "duration"  # 'de 156-jarige geschiedenis'
    elif noun is not None and ending.startswith("jarig"):
        low = scene.pieces[noun.index].low
        not_aged = lexicon().units.not_aged
        if low in not_aged or noun.lemma in not_aged or low.endswith(tuple(not_aged)):
            kind = "duration"
    draft = Draft(start, end, start, reading.end, reading, unit=YEAR, hedge=hedge, kind=kind)
    return draft, end
