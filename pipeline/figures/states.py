"""A share that says how far something is in a state: 'voor 91 procent bezet' is a rate.

So that it has the name that a noun would give it, and can be compared with what is named so.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.figures.words import place_tokens, taken_tokens
from pipeline.records import Quantity


def name_state(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return the noun for the state that a clause tells of, with what is in that state.

    Example: in 'De zalen waren voor 78 procent bezet' → ``bezettingsgraad-van-zalen``, as in 'De
    bezettingsgraad van de zalen was 78 procent'.
    """
    if quantity.kind not in SHARES:
        return None
    state = next(
        (i for i in range(clause.first, clause.last) if _word(context, i) in lexicon.states), None
    )
    if state is None:
        return None
    noun = lexicon.states[_word(context, state)]
    holder = _holder(context, quantity, clause, lexicon)
    text = noun if holder is None else f"{noun} van {_word(context, holder)}"
    return Naming(derive(Label(text, noun)), evidence(context, state, state + 1), 0.85)


def _holder(context: Context, quantity: Quantity, clause: Clause, lexicon: Lexicon) -> int | None:
    """What is in the state: the group of the share, or the subject of the clause."""
    group = denominator_phrase(context, quantity, clause)
    if group is not None:
        return group.head
    skip = taken_tokens(context) | place_tokens(context)
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        subject = token.pos == "NOUN" and token.dep.startswith("nsubj") and index not in skip
        if subject and lemma(token) not in lexicon.generic:
            return index
    return None


def _word(context: Context, index: int) -> str:
    return context.tokens[index].text.lower()
