"""Percentages that answer a rise or fall told before: 'de hoogste huurstijging: 3,1 procent'."""

from __future__ import annotations

from pipeline.quantities.change_words import change_noun
from pipeline.quantities.directions import is_percent, is_verb, word_at
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.scan import BREAK

_INTRODUCING = frozenset({"(", ":", "namelijk", "allebei", "beide"})
_POINTING = frozenset({"dat", "dit"})
_BEING = frozenset({"is", "was"})
# Verbs between a noun of change and its size that tell nothing but how large it is.
_TELLING = frozenset({
    "is", "was", "zijn", "waren", "ligt", "lag", "liggen", "lagen", "blijft", "bleef", "bedraagt",
    "bedroeg", "kwam", "viel", "uitkwam", "gemiddeld",
})  # fmt: skip
_CLOSING = frozenset({")", ".", ";", ",", "", "\n"})
# Behind 'van' these say of when the figure is, not of what it is a share.
_FORMER = frozenset({"vorig", "vorige", "verleden", "toen", "daarvoor", "ervoor"})
_SENTENCE = 30  # pieces in which the noun may stand
_NEXT = 40  # pieces between a change and what points back to it


def answered(scene: Scene, before: Draft | None, draft: Draft) -> str | None:
    """Return the direction of the change that a percentage gives the size of, or None.

    A noun of change earlier in the sentence ('de prijsstijging was hoger, namelijk 8 procent'), or
    the change of the sentence before it ('Dat is minder dan de 9,6 procent van vorig jaar').
    """
    if draft.kind is not None or draft.reading.shape != "number" or not is_percent(draft):
        return None
    if not _closes(scene, draft):
        return None
    link = draft.first - 1
    if _is_that(scene, link):
        return _direction_before(scene, before, draft)
    if scene.low(link) == "de":
        link -= 1
    if scene.low(link) == "dan":
        points = _opening(scene, draft.first) in _POINTING
        return _direction_before(scene, before, draft) if points else _noun_earlier(scene, link)
    return _noun_earlier(scene, link) if scene.low(draft.first - 1) in _INTRODUCING else None


def _closes(scene: Scene, draft: Draft) -> bool:
    """Tell '(2,3 procent)' and '9,6 procent van vorig jaar' from '60 procent van de huurders'."""
    low = scene.low(draft.last)
    return low in _CLOSING or (low == "van" and scene.low(draft.last + 1) in _FORMER)


def _is_that(scene: Scene, link: int) -> bool:
    """Tell 'In Zweden is dat gemiddeld' before a number."""
    while scene.low(link) in lexicon().changes.fillers:
        link -= 1
    words = {scene.low(link), scene.low(link - 1)}
    return bool(words & _POINTING) and bool(words & _BEING)


def _opening(scene: Scene, index: int) -> str:
    """Return the first word of the sentence around a piece, or '' when it lies far back."""
    for position in range(index, max(index - _SENTENCE, -1), -1):
        if position == 0 or scene.ends_sentence(position - 1):
            return scene.low(position)
    return ""


def _noun_earlier(scene: Scene, index: int) -> str | None:
    """Find the noun of change that the sentence is about: '… was de stijging hoger, namelijk'.

    Nothing but being may be told of it ('de groei komt van ouderen (60 procent)' is of ouderen),
    and it may not be a circumstance ('ondanks de groei').
    """
    changes = lexicon().changes
    for position in range(index - 1, max(index - _SENTENCE, -1), -1):
        if scene.ends_sentence(position):
            return None
        word = word_at(scene, position)
        if word.endswith(changes.levels):
            return None
        direction = changes.nouns.get(change_noun(word))
        if direction is not None:
            around = {scene.low(place) for place in range(max(position - 3, 0), position)}
            return direction if around.isdisjoint(changes.circumstances) else None
        if is_verb(word) and word not in _TELLING:
            return None
        if scene.low(index) == "(" and word not in _TELLING and _tells(scene, position):
            return None
    return None


def _tells(scene: Scene, position: int) -> bool:
    """Tell a finite verb by its tag: 'de toename treft vooral ouderen (55 procent)'."""
    token = scene.tokens.get(scene.pieces[position].start) if scene.tokens is not None else None
    return token is not None and token.pos == "VERB" and "VerbForm=Fin" in token.morph


def _of_a_level(scene: Scene, index: int) -> bool:
    """Tell whether a level rose or fell before a piece of its sentence ('de werkloosheid')."""
    for position in range(index - 1, max(index - _SENTENCE, -1), -1):
        if scene.ends_sentence(position):
            return False
        if scene.low(position).endswith(lexicon().changes.levels):
            return True
    return False


def _direction_before(scene: Scene, before: Draft | None, draft: Draft) -> str | None:
    if before is None or before.kind != "change" or before.unit != draft.unit:
        return None
    if _of_a_level(scene, before.first):
        return None
    between = range(before.last, draft.first)
    if len(between) > _NEXT or any(scene.pieces[place].kind == BREAK for place in between):
        return None
    return before.direction
