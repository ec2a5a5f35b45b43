"""A name that rises or falls itself: 'ING kreeg er 2 procent bij', 'Unilever (-1,4%)'.

Who does or says something is not what is measured, and is left out everywhere else; but what rises
or falls on a market is the share of the company that is named, and nothing else in the clause.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.figures.words import has_verb_of, own_tokens, place_tokens
from pipeline.records import Mention, Quantity

_GROWTH = frozenset({"stijging", "daling", "groei", "krimp", "toename", "afname", "verhoging"})
_NAMES = frozenset({"organisation", "party"})


def name_bearer(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return the organisation that a clause says to rise or fall, by its name or its noun.

    Only for a change in percent whose clause has no object: 'De bank verhoogt de rente met 2
    procent' is about the rent.

    Example: in 'De bank won 1,4 procent en de verzekeraar verloor 2,8 procent' → ``bank`` and
    ``verzekeraar``.
    """
    if quantity.kind != "change" or quantity.unit != "percent" or _counts_more(quantity):
        return None
    tokens = context.tokens
    places = range(clause.first, clause.last)
    moves = has_verb_of(context, clause, lexicon.moving_verbs)
    grown = any(_GROWTH.intersection(context.forms[index]) for index in places)
    if not moves or grown:
        return None
    own = own_tokens(context, quantity)
    for index in places:
        token = tokens[index]
        if token.dep.startswith("obj") and token.pos == "NOUN" and index not in own:
            return None
    subject = next((i for i in places if tokens[i].dep.startswith("nsubj")), None)
    if subject is None or subject in place_tokens(context):
        return None
    named = _mention(context, subject)
    if named is not None:
        return _of_mention(context, named)
    word = lemma(tokens[subject])
    if tokens[subject].pos == "NOUN" and word in lexicon.actors and word not in lexicon.population:
        return Naming(derive(Label(word, word)), evidence(context, subject, subject + 1), 0.7)
    return None


def _counts_more(quantity: Quantity) -> bool:
    """'3 procent meer inwoners', not '0,5 procent lager'."""
    return quantity.comparative and not quantity.surface.lower().endswith(("hoger", "lager"))


def name_before_bracket(context: Context, index: int) -> Naming | None:
    """Return the organisation whose name ends before token ``index``, the bracket, or None.

    Example: 'Zwaargewicht Unilever (+1,4%) won terrein' → ``unilever``.
    """
    named = _mention(context, index - 1)
    return None if named is None else _of_mention(context, named)


def _mention(context: Context, index: int) -> Mention | None:
    token = context.tokens[index]
    return next(
        (m for m in context.mentions if m.kind in _NAMES and m.start <= token.start < m.end), None
    )


def _of_mention(context: Context, mention: Mention) -> Naming:
    first, last = context.span(mention.start, mention.end)
    words = " ".join(token.text for token in context.tokens[first:last])
    return Naming(derive(Label(words, words.lower())), evidence(context, first, last), 0.7)
