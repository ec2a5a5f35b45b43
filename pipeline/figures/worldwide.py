"""Numbers of the whole world, which has no place of its own: 'wereldwijd', 'ter wereld'."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Quantity


def is_worldwide(context: Context, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the clause of a number says that it holds for the world.

    Example: 'Wereldwijd gaan 60 miljoen kinderen niet naar school' in a text about Nederland.
    """
    clause = context.clause_at(quantity.start)
    return context.has(lexicon.worldwide, clause) is not None


def is_of_world(context: Context, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether it says so right before the number or behind it, whatever place is named besides.

    Example: '6 procent' in 'In Nederland is dat 11 procent, tegenover 6 procent wereldwijd'.
    """
    first, last = context.span(quantity.start, quantity.end)
    clause = context.clause_at(quantity.start)
    others = [
        context.span(q.start, q.end)[0]
        for _, q in context.quantities
        if q.start != quantity.start and q.kind not in {"age", "duration"}
    ]
    end = min([*(other for other in others if other >= last), clause.last])
    found = [m.tokens for words in lexicon.worldwide for m in context.find(words, clause)]
    closed = end == clause.last  # no number behind it, which the word could be of
    return bool(others) and any(
        match[-1] + 1 == first or (last <= match[0] and match[-1] + 1 < end + closed)
        for match in found
    )
