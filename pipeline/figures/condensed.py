"""A clause in the words that carry it: 'dat de school het pesten goed aanpakt' → four of them."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label
from pipeline.figures.phrases import lemma
from pipeline.figures.words import is_area, is_source, place_tokens, taken_tokens

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"DET", "ADJ", "PRON", "NUM", "ADV"})  # between a preposition and its noun
_NOT = frozenset({"niet", "geen", "nooit"})
_MOST_WORDS = 7
_SHORT = 4
_ENDING = frozenset({"stoppen", "beginnen", "starten"})  # what people may want to do, and no more


def bare_words(
    context: Context, clause: Clause, lexicon: Lexicon, outside: frozenset[int]
) -> Label | None:
    """Return the last resort: what a clause names besides ``outside``, if only another group.

    Who speaks or acts, and the area where it is so, are no answer.

    Example: in 'In 2020 ging 30 procent van de huizen naar starters' → 'starter'.
    """
    nobody = frozenset(
        index
        for index in range(clause.first, clause.last)
        if context.tokens[index].pos in _NOMINAL
        and (
            lexicon.is_actor(lemma(context.tokens[index]))
            or is_area(context, index)
            or is_source(context, index)
        )
    )
    label = condensed(context, clause, lexicon, outside | nobody)
    named = any(
        context.tokens[index].pos in _NOMINAL and not _is_empty(context, index, lexicon)
        for index in range(clause.first, clause.last)
        if index not in outside | nobody
    )
    return label if named else None


def condensed(
    context: Context, clause: Clause, lexicon: Lexicon, outside: frozenset[int] = frozenset()
) -> Label | None:
    """Return the nouns, adjectives and full verbs of a clause in their order, or None without any.

    Articles, pronouns, adverbs, auxiliaries, numbers, times and places fall away; 'niet' and
    'geen' stay, because they turn the meaning round. Of many words the last seven remain: the verb
    closes a Dutch subordinate clause. Tokens ``outside`` say something else.

    Example: 'dat vuurwerk in woonwijken verboden moet worden' → 'vuurwerk in woonwijken verbieden'.
    """
    skip = taken_tokens(context) | place_tokens(context) | outside
    kept = [index for index in range(clause.first, clause.last) if index not in skip]
    chosen = [index for index in kept if _carries(context, index, clause, skip, lexicon)]
    if not outside:
        chosen = _with_light_verb(context, kept, chosen)
    if len(chosen) > _MOST_WORDS:
        chosen = [i for i in chosen if context.tokens[i].dep != "advmod" or _is_not(context, i)]
    chosen = chosen[-_MOST_WORDS:]
    while chosen and context.tokens[chosen[-1]].pos == "ADP":
        chosen.pop()
    while chosen and outside and context.tokens[chosen[0]].pos == "ADP":
        chosen.pop(0)
    head = _head(context, chosen)
    if head is None:
        return None
    if len(chosen) == 1:
        return Label(head, head)
    return Label(" ".join(_word(context, index) for index in chosen), head)


def _with_light_verb(context: Context, kept: list[int], chosen: list[int]) -> list[int]:
    """'te stoppen met bier', 'aan judo te gaan doen': a light verb, where nothing else leads."""
    tokens = context.tokens
    if (chosen and tokens[chosen[0]].pos != "ADP") or any(tokens[i].pos == "VERB" for i in chosen):
        return chosen
    light = [i for i in kept if tokens[i].pos == "VERB" and "VerbForm=Fin" not in tokens[i].morph]
    if len(chosen) > _SHORT or not light:
        return chosen
    alone = not chosen and _ENDING.isdisjoint(context.forms[light[-1]])
    return chosen if alone else sorted([*chosen, light[-1]])


def _carries(
    context: Context, index: int, clause: Clause, skip: frozenset[int], lexicon: Lexicon
) -> bool:
    token = context.tokens[index]
    if _is_not(context, index):
        return True
    if token.pos in _NOMINAL:
        return not _is_empty(context, index, lexicon)
    if token.pos == "ADJ":
        described = token.dep == "amod" and index + 1 < clause.last
        return token.text[:1].isalpha() and not (
            described and _is_empty(context, index + 1, lexicon)
        )
    if token.pos == "ADP":
        noun = _noun_behind(context, index + 1, clause, skip)
        led = noun is not None and not _is_empty(context, noun, lexicon)
        return led and token.dep != "compound:prt"
    if token.pos != "VERB":
        return False
    light = any(form in lexicon.light_verbs for form in context.forms[index])
    return not light or bool(lexicon.moving_verbs.intersection(context.forms[index]))


def _noun_behind(context: Context, index: int, clause: Clause, skip: frozenset[int]) -> int | None:
    """The noun that a preposition leads to, unless it falls away."""
    while index < clause.last and index not in skip and context.tokens[index].pos in _BETWEEN:
        index += 1
    found = index < clause.last and index not in skip and context.tokens[index].pos in _NOMINAL
    return index if found else None


def _is_empty(context: Context, index: int, lexicon: Lexicon) -> bool:
    """A noun that measures nothing by itself: 'deel', 'doel'."""
    token = context.tokens[index]
    return token.pos in _NOMINAL and lemma(token).lower() in lexicon.generic


def _is_not(context: Context, index: int) -> bool:
    return context.tokens[index].text.lower() in _NOT


def _word(context: Context, index: int) -> str:
    token = context.tokens[index]
    if token.pos == "VERB" and token.dep not in {"amod", "acl"}:
        return token.lemma.lower()
    return token.text if token.pos == "PROPN" else token.text.lower()


def _head(context: Context, chosen: list[int]) -> str | None:
    """The object, else the subject, else the first noun, else the last word that carries."""
    nouns = [index for index in chosen if context.tokens[index].pos in _NOMINAL]
    for dep in ("obj", "nsubj"):
        found = next((i for i in nouns if context.tokens[i].dep.startswith(dep)), None)
        if found is not None:
            return lemma(context.tokens[found]).lower()
    if nouns:
        return lemma(context.tokens[nouns[0]]).lower()
    words = [i for i in chosen if context.tokens[i].pos in {"VERB", "ADJ"}]
    return lemma(context.tokens[words[-1]]).lower() if words else None
