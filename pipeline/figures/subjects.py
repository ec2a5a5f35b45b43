"""Whether a clause says itself what it is about, or leans on what was said before it."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.labels import content_verb
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.phrases import lemma
from pipeline.figures.pointers import ANAPHORS, is_inverted
from pipeline.records import PLACE_KINDS, Quantity


def speaks_for_itself(context: Context, quantity: Quantity, lexicon: Lexicon) -> bool:
    """A clause with a named subject and a verb of its own is about that, whatever came before.

    'Een half procent van de klanten klaagde' carries nothing over; 'dat is 8 procent', 'goed
    voor 12 procent' and 'het percentage daalde naar 7' do.
    """
    clause = context.clause_at(quantity.start)
    if content_verb(context, lexicon, clause) is None:
        return False
    return any(
        context.tokens[index].dep.startswith("nsubj")
        and context.tokens[index].pos in {"NOUN", "PROPN"}
        and lemma(context.tokens[index]) not in lexicon.generic
        and not lexicon.is_actor(lemma(context.tokens[index]))
        for index in range(clause.first, clause.last)
    )


def place_is_subject(context: Context, quantity: Quantity) -> bool:
    """'Hoorn haalt 22 procent': of what was spoken of, for a place."""
    clause = context.clause_at(quantity.start)
    tokens = context.tokens[clause.first : clause.last]
    if any(
        token.pos == "NOUN"
        and token.dep == "obj"
        and not quantity.start <= token.start < quantity.end
        for token in tokens
    ):
        return False
    return any(
        token.dep.startswith("nsubj") and m.start <= token.start < m.end
        for token in tokens
        for m in context.mentions
        if m.kind in PLACE_KINDS
    )


def has_pronoun_subject(context: Context, quantity: Quantity) -> bool:
    """'Dat is 8 procent': the subject of the clause is a pronoun that points back."""
    clause = context.clause_at(quantity.start)
    tokens = context.tokens
    return any(
        tokens[index].text.lower() in ANAPHORS
        and (
            (tokens[index].pos == "PRON" and tokens[index].dep.startswith("nsubj"))
            or is_inverted(context, index)
        )
        for index in range(clause.first, clause.last)
    )
