"""Which words are about money, and when acht ton is an amount of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.scan import BREAK, Piece, ends_sentence

EURO = Unit("EUR", "money")
_NEAR_TON = 14
_PASSAGE = 60  # pieces around 'ton' that make up its passage


def is_monetary(low: str) -> bool:
    """Tell whether a word is about money: kosten, zorgbudget, uitgegeven."""
    units = lexicon().units
    return (
        low in units.money_context
        or low.endswith(units.money_suffixes)
        or low.startswith(units.money_prefixes)
    )


def ton_is_money(pieces: Sequence[Piece], start: int, ton: int, value: Decimal | None) -> bool:
    """Tell a hundred thousand euros from a thousand kilos.

    ``start`` is the piece where the number begins, ``ton`` the piece of the word itself. What
    stands directly around it decides first, then words about weight in the sentence, then words
    about money in the passage.
    """
    units = lexicon().units
    after = pieces[ton + 1].low if ton + 1 < len(pieces) else ""
    before = pieces[start - 1].low if start else ""
    if after in units.mass:
        return False
    if after in {"euro", "€"} or before == "€":
        return True
    if value is not None and value >= 100:
        return False
    near = _around(pieces, start, ton, _NEAR_TON, sentence=True)
    if any(low in units.weights for low in near):
        return False
    if any(low in units.ton_context or is_monetary(low) for low in near):
        return True
    return any(is_monetary(low) for low in _around(pieces, start, ton, _PASSAGE, sentence=False))


def _around(
    pieces: Sequence[Piece], start: int, end: int, reach: int, *, sentence: bool
) -> list[str]:
    """Return the words around a span of pieces, up to the edge of its passage or sentence."""
    found: list[str] = []
    for position in range(start - 1, max(start - 1 - reach, -1), -1):
        if _closes(pieces, position, sentence=sentence):
            break
        found.append(pieces[position].low)
    for position in range(end + 1, min(end + 1 + reach, len(pieces))):
        if _closes(pieces, position, sentence=sentence):
            break
        found.append(pieces[position].low)
    return found


def _closes(pieces: Sequence[Piece], index: int, *, sentence: bool) -> bool:
    return pieces[index].kind == BREAK or (sentence and ends_sentence(pieces, index))
