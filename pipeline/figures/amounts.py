"""Millions of which a text has just told the currency: '8 miljoen euro … De bond krijgt 5 miljoen'.

News names the currency once and leaves it out in the sentences that follow. Only numbers with
'miljoen' or 'miljard' and no noun of their own take it over, as long as no other millions (people,
tonnes) were told in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.records import Quantity

_REACH = 3  # sentences
_SCALES = ("miljoen", "miljard", "mln", "mld")


def fill_amounts(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """Give bare millions the currency of the last amount of money, at most three sentences back.

    Example: in 'De stad geeft 9 miljoen euro uit. Voor sport gaat het om 2 miljoen' → EUR.
    """
    filled: list[Context] = []
    told: tuple[int, str] | None = None  # where an amount of money stood last, and its currency
    for context in contexts:
        position = context.sentence.position
        quantities: list[tuple[int, Quantity]] = []
        for number, quantity in context.quantities:
            near = told is not None and position - told[0] <= _REACH
            if told is not None and near and _is_bare_million(quantity):
                kind = quantity.kind if quantity.kind == "change" else "money"
                quantity = replace(quantity, kind=kind, unit=told[1])
            if quantity.kind == "money" and quantity.unit is not None:
                told = (position, quantity.unit)
            elif _has_scale(quantity) and quantity.kind in {"count", "measure"}:
                told = None
            quantities.append((number, quantity))
        filled.append(replace(context, quantities=tuple(quantities)))
    return tuple(filled)


def _is_bare_million(quantity: Quantity) -> bool:
    bare = quantity.unit is None and quantity.noun_start is None
    return bare and quantity.kind in {"count", "change"} and _has_scale(quantity)


def _has_scale(quantity: Quantity) -> bool:
    return any(scale in quantity.surface.lower() for scale in _SCALES)
