"""Numbers whose noun was said before: 'In 2022 waren dat er 187', '61 op provinciale wegen'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.records import Quantity

_POINTERS = frozenset({"er", "dat", "dit", "die", "het", "nog", "tegen"})
_REACH = 2  # sentences


def fill_nouns(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """Give bare numbers the noun or currency of the number that they continue.

    Within a sentence a second bare number continues the first ('121 gewonden …, 61 op … en 32 op
    …', '31,6 miljoen euro …, twee jaar later 38,4 miljoen'), or is counted out of the next ('7.900
    van de 56.400 huishoudens'); across sentences a word must point back ('dat waren er 187').
    """
    filled: list[Context] = []
    noun: Quantity | None = None
    where = -10
    passage = -1
    kind = ""
    for context in contexts:
        sentence = context.sentence
        answered = sentence.passage_kind == "answer" and kind == "question"
        moved = sentence.passage != passage and not answered
        if moved or sentence.position - where > _REACH:
            noun = None
        passage, kind = sentence.passage, sentence.passage_kind
        here = False
        money: Quantity | None = None
        quantities: list[tuple[int, Quantity]] = []
        for place, (number, quantity) in enumerate(context.quantities):
            whole = _counted_out_of(context, place) if _is_bare(quantity) else None
            if quantity.kind == "money":
                money = quantity
            if quantity.kind == "count" and quantity.unit is not None:
                noun, where, here = quantity, sentence.position, True
            elif whole is not None:
                quantity = replace(quantity, unit=whole.unit)
            elif money is not None and _is_bare(quantity) and _has_scale(quantity):
                quantity = replace(quantity, kind="money", unit=money.unit)
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


def _counted_out_of(context: Context, place: int) -> Quantity | None:
    """The count that follows as 'van de 56.400 huishoudens'."""
    if place + 1 >= len(context.quantities):
        return None
    quantity, following = context.quantities[place][1], context.quantities[place + 1][1]
    if following.kind != "count" or following.unit is None:
        return None
    _, end = context.span(quantity.start, quantity.end)
    start, _ = context.span(following.start, following.end)
    between = [token.text.lower() for token in context.tokens[end:start]]
    return following if between[:1] == ["van"] and len(between) <= 2 else None


def _has_scale(quantity: Quantity) -> bool:
    return any(word in quantity.surface.lower() for word in ("miljoen", "miljard", "mln", "mld"))


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind in {"count", "change"} and quantity.unit is None and quantity.value != 1


def _points_back(context: Context, quantity: Quantity) -> bool:
    clause = context.clause_at(quantity.start)
    return any(
        context.tokens[index].text.lower() in _POINTERS and not _is_article(context, index)
        for index in range(clause.first, clause.last)
    )


def _is_article(context: Context, index: int) -> bool:
    """'het aantal dossiers' points at nothing said before."""
    following = context.tokens[index + 1].pos if index + 1 < len(context.tokens) else ""
    return following in {"NOUN", "ADJ", "PROPN"} and context.tokens[index].pos != "ADV"
