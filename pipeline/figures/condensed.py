"""A clause in the words that carry it: 'dat de school het pesten goed aanpakt' → four of them."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label
from pipeline.figures.phrases import lemma
from pipeline.figures.words import place_tokens, taken_tokens

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"DET", "ADJ", "PRON", "NUM", "ADV"})  # between a preposition and its noun
_NOT = frozenset({"niet", "geen", "nooit"})
_MOST_WORDS = 7


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


def _carries(
    context: Context, index: int, clause: Clause, skip: frozenset[int], lexicon: Lexicon
) -> bool:
    token = context.tokens[index]
    if _is_not(context, index):
        return True
    if token.pos in _NOMINAL:
        return lemma(token).lower() not in lexicon.generic
    if token.pos == "ADJ":
        return token.text[:1].isalpha()
    if token.pos == "ADP":
        return token.dep != "compound:prt" and _leads_to_noun(context, index + 1, clause, skip)
    if token.pos != "VERB":
        return False
    light = any(form in lexicon.light_verbs for form in context.forms[index])
    return not light or bool(lexicon.moving_verbs.intersection(context.forms[index]))


def _leads_to_noun(context: Context, index: int, clause: Clause, skip: frozenset[int]) -> bool:
    while index < clause.last and index not in skip and context.tokens[index].pos in _BETWEEN:
        index += 1
    return index < clause.last and index not in skip and context.tokens[index].pos in _NOMINAL


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
