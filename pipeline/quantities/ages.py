"""Which quantities are ages: tot 18 jaar, jongeren van 12 tot 18, zij was nog maar 12 jaar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.lemmas import nouns
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import Unit, lexicon

YEAR = Unit("year", "duration")
# 'elf maanden oud': the ages of the very young, of animals and of cheese.
_OF_THE_YOUNG = frozenset(Unit(unit, "duration") for unit in ("day", "week", "month"))
OLDEST = 125
_COMPARING = frozenset({"ouder", "jonger"})
# 'Hij was nog maar 20 jaar en …': who is so many years, and nothing more, is that old.
_PERSONS = frozenset({"hij", "zij", "ze", "ik", "jij", "je", "u", "wie"})
_BEING = frozenset({"is", "was", "ben", "bent", "wordt", "werd"})
_MERELY = frozenset({"nog", "maar", "pas", "slechts", "net", "al", "amper", "nu", "toen", "dan"})
_CLOSING = frozenset({".", ",", ";", "en", "toen", "geworden", ""})
PREPOSITIONS = frozenset({"tot", "van", "vanaf", "onder", "boven"})
# What may stand between the people and their years: 'jongeren in de leeftijd van 12 tot 18 jaar'.
_TOWARDS = PREPOSITIONS | {"de", "in", "leeftijd", "(", "en", "tussen"}
_LINKS = PREPOSITIONS | {"tussen"}


def mark_age(scene: Scene, draft: Draft) -> Draft:
    """Return the draft as an age where its surroundings show that it is one."""
    if draft.kind is not None or draft.reading.value is None or draft.per is not None:
        return draft
    top = (draft.upper or draft.reading).value
    if top is None or top > OLDEST:
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
    if nouns.is_verb(scene.low(draft.noun.index)) and draft.noun.index == draft.number_last:
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
    linked = before in PREPOSITIONS or first in _LINKS
    position = draft.first - 1
    if first == "van" and draft.upper is not None and scene.low(position) == ",":
        position -= 1  # 'tienermeisjes, van twaalf tot zestien jaar'
    while position >= 0 and scene.low(position) in _TOWARDS:
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
    linked = first in _LINKS or before in {"van", "vanaf"}
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
