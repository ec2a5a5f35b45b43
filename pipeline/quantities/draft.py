"""What the grammar passes on: a quantity in the making, in pieces rather than characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.quantities.hedging import NO_HEDGE, Hedge
from pipeline.quantities.lexicon import Unit
from pipeline.quantities.nouns import Counted
from pipeline.quantities.reading import Reading
from pipeline.quantities.scan import Piece, ends_sentence
from pipeline.records import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """The text as the grammar sees it.

    ``blocked`` marks pieces that are known to be no quantity; ``tokens`` are by start offset.
    """

    text: str
    pieces: Sequence[Piece]
    blocked: Sequence[bool]
    tokens: Mapping[int, Token] | None = None

    def low(self, index: int) -> str:
        """Return the folded form of a piece, or '' outside the text."""
        if index < 0:
            return ""
        try:
            return self.pieces[index].low
        except IndexError:
            return ""

    def ends_sentence(self, index: int) -> bool:
        """Tell whether the sentence ends after the piece."""
        return ends_sentence(self.pieces, index)


@dataclass(frozen=True, slots=True)
class Per:
    """The denominator of a rate: as said, and its size ('per 1.000 inwoners' has 1000)."""

    text: str
    size: int | None
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making; all positions are indexes of pieces, half-open."""

    first: int
    last: int
    number_first: int
    number_last: int
    reading: Reading
    upper: Reading | None = None  # the other bound of a range
    unit: Unit | None = None
    hedge: Hedge = NO_HEDGE
    noun: Counted | None = None
    per: Per | None = None
    kind: str | None = None  # settled otherwise than by the unit
    group: int | None = None
    part: str | None = None
    direction: str | None = None
    comparative: bool = False
    negated: bool = False
    sign: str | None = None  # plus, minus: '+1,6%', 'min 5 graden'

    @property
    def bare(self) -> bool:
        """Whether neither a unit nor a noun stands with the number."""
        return self.unit is None and self.noun is None and self.reading.shape == "number"
