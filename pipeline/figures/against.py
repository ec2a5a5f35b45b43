"""The number that another one is held against: 'zes op de tien …, tegen 48 procent vorig jaar'."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.denominators import SHARES
from pipeline.records import Quantity

_AGAINST = frozenset({"tegen", "tegenover", "versus"})


def held_against(context: Context, quantity: Quantity) -> tuple[int, Quantity] | None:
    """Return the share of the sentence that ``quantity``, another share, is held against.

    With its number in the document. Only right behind 'tegen' or its like: in 'tegen een inflatie
    van 2 procent' the second number is of something else.

    Example: for '48 procent' in 'Zestig procent is tevreden, tegen 48 procent vorig jaar' → sixty.
    """
    if quantity.kind not in SHARES or context.word_before(quantity.start) not in _AGAINST:
        return None
    return next(
        (
            (number, earlier)
            for number, earlier in reversed(context.quantities)
            if earlier.end <= quantity.start and earlier.kind in SHARES
        ),
        None,
    )
