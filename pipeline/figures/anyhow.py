"""Names for what nothing better names: the counted noun, the verb, an adjective."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.labels import adjective, predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence
from pipeline.figures.words import taken_tokens
from pipeline.records import Quantity


def name_people(context: Context, quantity: Quantity) -> Naming | None:
    """Return the counted noun itself as indicator, when nothing else says what is counted."""
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    return Naming(derive(Label(quantity.unit, quantity.unit)), evidence(context, first, last), 0.5)


def name_anyhow(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return the verb or adjective of the clause, so that no share or amount is lost."""
    clause = context.clause_at(quantity.start)
    own = frozenset(range(*context.span(quantity.start, quantity.end))) | blocked
    label = predicate(context, lexicon, clause, own, with_verb=True)
    if label is None:
        return None
    return Naming(derive(label), evidence(context, clause.first, clause.last), 0.4)


def name_vaguely(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return an adjective that says little ('is 12 procent hoger'), where there is nothing else."""
    clause = context.clause_at(quantity.start)
    taken = (
        frozenset(range(*context.span(quantity.start, quantity.end)))
        | blocked
        | taken_tokens(context)
    )
    word = adjective(context, lexicon, clause, taken, generic=True)
    if word is None:
        return None
    return Naming(derive(Label(word, word)), evidence(context, clause.first, clause.last), 0.4)
