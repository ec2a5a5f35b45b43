"""Numbers whose noun was said before: 'In 2022 waren dat er 187', '61 op provinciale wegen'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.records import Quantity

_POINTERS = frozenset({"er", "dat", "dit", "die", "het", "nog", "tegen"})
_REACH = 2  # sentences


def fill_nouns(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """Give bare counts the noun of the count just before, where the sentence points back to it.

    Within a sentence a second bare number continues the first ('121 gewonden …, 61 op … en 32 op
    …'); across sentences a word must point back ('dat waren er 187', 'in het vierde nog maar
    twee').
    """
    filled: list[Context] = []
    noun: Quantity | None = None
    where = -10
    passage = -1
    for context in contexts:
        sentence = context.sentence
        if sentence.passage != passage or sentence.position - where > _REACH:
            noun = None
        passage = sentence.passage
        here = False
        quantities: list[tuple[int, Quantity]] = []
        for number, quantity in context.quantities:
            if quantity.kind == "count" and quantity.unit is not None:
                noun, where, here = quantity, sentence.position, True
            elif (
                noun is not None
                and _is_bare(quantity)
                and (here or _points_back(context, quantity))
            ):
                quantity = replace(quantity, unit=noun.unit)
                where = sentence.position
            quantities.append((number, quantity))
        filled.append(replace(context, quantities=tuple(quantities)))
    return tuple(filled)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind in {"count", "change"} and quantity.unit is None and quantity.value != 1


def _points_back(context: Context, quantity: Quantity) -> bool:
    clause = context.clause_at(quantity.start)
    return any(
        context.tokens[index].text.lower() in _POINTERS
        for index in range(clause.first, clause.last)
    )
