"""Ages: tot 18 jaar, 12-jarige, 65-plussers, jongeren van 12 tot 18 jaar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.quantities import lemmas
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import Hedge, read_hedges, stronger
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.neighbours import DASHES
from pipeline.quantities.nouns import counted_noun
from pipeline.quantities.number_words import read_word
from pipeline.quantities.numerals import read_digits
from pipeline.quantities.reading import Reading
from pipeline.quantities.scan import NUMBER, WORD

YEAR = Unit("year", "duration")
TURN = Unit("keer", "count")
# 'elf maanden oud': the ages of the very young, of animals and of cheese.
_OF_THE_YOUNG = frozenset(Unit(unit, "duration") for unit in ("day", "week", "month"))
_OLDEST = 125
_COMPARING = frozenset({"ouder", "jonger"})
# 'Hij was nog maar 20 jaar en …': who is so many years, and nothing more, is that old.
_PERSONS = frozenset({"hij", "zij", "ze", "ik", "jij", "je", "u", "wie"})
_BEING = frozenset({"is", "was", "ben", "bent", "wordt", "werd"})
_MERELY = frozenset({"nog", "maar", "pas", "slechts", "net", "al", "amper", "nu", "toen", "dan"})
_CLOSING = frozenset({".", ",", ";", "en", "toen", "geworden", ""})
_AGE_PREPOSITIONS = frozenset({"tot", "van", "vanaf", "onder", "boven"})


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
    if digits is None or digits.value > _OLDEST:
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
    if scene.low(after) == "+" and pieces[after].glued:
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
        if old or scene.low(start - 1) in _AGE_PREPOSITIONS:
            return _draft(scene, start, word + 1, reading, low)
    # 50Plus and 50PLUS are a party; 50plus and 50-plussers are people.
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
        if value is None or value > _OLDEST:
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
    if noun is not None and ending.startswith("jarig"):
        low = scene.pieces[noun.index].low
        not_aged = lexicon().units.not_aged
        if low in not_aged or noun.lemma in not_aged or low.endswith(tuple(not_aged)):
            kind = "duration"
    draft = Draft(start, end, start, reading.end, reading, unit=YEAR, hedge=hedge, kind=kind)
    return draft, end


def mark_age(scene: Scene, draft: Draft) -> Draft:
    """Return the draft as an age where its surroundings show that it is one."""
    if draft.kind is not None or draft.reading.value is None or draft.per is not None:
        return draft
    top = (draft.upper or draft.reading).value
    if top is None or top > _OLDEST:
        return draft
    if draft.unit in _OF_THE_YOUNG and scene.low(draft.last) in {"oud", "oude"}:
        return replace(draft, kind="age")
    in_years = draft.unit is not None and draft.unit.id == "year" and draft.unit.factor == 1
    if in_years and _about_age(scene, draft):
        return replace(draft, kind="age")
    if not draft.reading.whole or draft.unit is not None or not _bare_age(scene, draft):
        return draft
    if draft.noun is None:
        return replace(draft, kind="age", unit=YEAR)
    # 'jongeren van 12 tot 18 reizen gratis': after people the word is the verb.
    if lemmas.is_verb(scene.low(draft.noun.index)) and draft.noun.index == draft.number_last:
        return replace(draft, kind="age", unit=YEAR, noun=None, last=draft.number_last)
    return draft


def share_age(drafts: Sequence[Draft]) -> list[Draft]:
    """Make ages of '15 en 16 jaar oud', of which only the last says so."""
    aged = {draft.group for draft in drafts if draft.kind == "age" and draft.group is not None}
    return [
        replace(draft, kind="age")
        if draft.group in aged and draft.kind is None and draft.unit == YEAR
        else draft
        for draft in drafts
    ]


def _about_age(scene: Scene, draft: Draft) -> bool:
    units = lexicon().units
    after = scene.low(draft.last)
    if after in units.age_words:
        return True
    inside = {scene.low(index) for index in range(draft.number_last, draft.last)}
    if inside & _COMPARING or (after in {"en", "of"} and scene.low(draft.last + 1) in _COMPARING):
        return True
    before = scene.low(draft.first - 1)
    if before == "(" and after == ")" and is_person(scene.low(draft.first - 2)):
        return True  # 'jongeren (18-25 jaar)'
    if after == "geworden" or (after in _CLOSING and _somebody_is(scene, draft.first)):
        return True
    if before == "dan" and _near(scene, draft.first, _COMPARING, 4):
        return True
    first = scene.low(draft.first)
    linked = before in _AGE_PREPOSITIONS or first in {
        *_AGE_PREPOSITIONS,
        "tussen",
    }
    position = draft.first - 1
    while position >= 0 and scene.low(position) in {
        "van",
        "de",
        "tot",
        "in",
        "leeftijd",
        "(",
        "vanaf",
        "onder",
        "boven",
        "en",
        "tussen",
    }:
        if scene.low(position) == "leeftijd":
            return True
        position -= 1
    if position < 0 or scene.ends_sentence(position):
        return False
    if _near(scene, draft.first, units.age_words, 6):
        return True
    return linked and is_person(scene.low(position))


def _somebody_is(scene: Scene, index: int) -> bool:
    """Tell whether 'hij was nog maar' or 'toen was zij pas' stands before the piece."""
    while scene.low(index - 1) in _MERELY:
        index -= 1
    words = {scene.low(index - 1), scene.low(index - 2)}
    return bool(words & _BEING) and bool(words & _PERSONS)


def _bare_age(scene: Scene, draft: Draft) -> bool:
    """Recognise 'jongeren van 12 tot 18', 'onder de 18', 'boven de 65'."""
    before = scene.low(draft.first - 1)
    first = scene.low(draft.first)
    after = scene.low(draft.last)
    if before == "dan" and scene.low(draft.first - 2) in _COMPARING:
        return True
    linked = first in {"tot", "van", "onder", "boven", "tussen", "vanaf"} or before in {
        "van",
        "vanaf",
    }
    if not linked or after in {"%", "op"}:
        return False
    position = draft.first - 1
    while position >= 0 and scene.low(position) in {"van", "vanaf", "tot", "("}:
        position -= 1
    return (
        position >= 0
        and is_person(scene.low(position))
        and (before in {"van", "vanaf"} or first != "van" or draft.upper is not None)
    )


def is_person(low: str) -> bool:
    """Tell whether a word names people, whose years are an age."""
    units = lexicon().units
    return low in units.people or low.endswith(units.people_suffixes)


def _near(scene: Scene, index: int, words: frozenset[str], reach: int) -> bool:
    for position in range(index - 1, max(index - 1 - reach, -1), -1):
        if scene.ends_sentence(position):
            return False
        if scene.low(position) in words and scene.low(position) not in {"oud", "oude"}:
            return True
    return False
