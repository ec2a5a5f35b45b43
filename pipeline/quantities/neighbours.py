"""What stands around a number, asked by everything that tells quantities from other numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.quantities import nouns
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.scan import NUMBER, Piece

DASHES = frozenset("-–—‑−")


@dataclass(frozen=True, slots=True)
class Other:
    """A span of pieces that is no quantity, and what it is."""

    start: int
    end: int
    kind: str


Recogniser = Callable[[Sequence[Piece], int], Other | None]


def low_at(pieces: Sequence[Piece], index: int) -> str:
    """Return the folded form of a piece, or '' outside the text."""
    return pieces[index].low if 0 <= index < len(pieces) else ""


def glued_at(pieces: Sequence[Piece], index: int) -> bool:
    return 0 <= index < len(pieces) and pieces[index].glued


def number_at(pieces: Sequence[Piece], index: int) -> bool:
    return 0 <= index < len(pieces) and pieces[index].kind == NUMBER


def glued_number_at(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a number is there without a space before it, as in '12-5'."""
    return number_at(pieces, index) and pieces[index].glued


def measured(pieces: Sequence[Piece], end: int) -> bool:
    """Tell whether a unit, a scale or a counted noun follows: then it is a quantity."""
    if end >= len(pieces):
        return False
    if pieces[end].low in lexicon().numbers.scales and pieces[end].text != "K":
        return True
    if lexicon().units.after.at(pieces, end) is not None:
        return not opens_amount(pieces, end)
    return nouns.counted_noun(pieces, end, plural=True) is not None


def is_sum(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a currency sign stands before the number."""
    return low_at(pieces, index - 1) in {"€", "$", "£", "ƒ", "eur", "usd"}


def opens_amount(pieces: Sequence[Piece], index: int) -> bool:
    """Tell the sign of the next amount: 'bedroeg in 2022 € 1,45 miljoen'."""
    if index >= len(pieces) or pieces[index].text.isalnum() or not is_sum(pieces, index + 1):
        return False
    return low_at(pieces, index + 1)[:1].isdecimal()


def measured_one(pieces: Sequence[Piece], end: int) -> bool:
    """Tell whether a unit or a singular noun follows."""
    if end >= len(pieces):
        return False
    if lexicon().units.after.at(pieces, end) is not None:
        return True
    return nouns.counted_noun(pieces, end, plural=False) is not None
