"""Numbers that count nothing: dates, times, telephone numbers, articles of law, names.

They are found before the grammar reads quantities, so that '3 mei' never becomes a count of Mays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.quantities import other_digits, other_words
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.neighbours import Other, measured
from pipeline.quantities.scan import NUMBER, URL, WORD, Piece, percentage_at

_HAS_DIGIT = re.compile(r"[0-9]")


def find_others(pieces: Sequence[Piece]) -> list[Other]:
    """Return the spans that are no quantities, in order and without overlap."""
    found: list[Other] = []
    index = 0
    while index < len(pieces):
        other = _recognise(pieces, index)
        if other is None:
            index += 1
            continue
        found.append(other)
        index = max(other.end, index + 1)
    return found


def _recognise(pieces: Sequence[Piece], index: int) -> Other | None:
    piece = pieces[index]
    if percentage_at(pieces, index):
        return None  # whatever else it looks like, it is a percentage
    named = lexicon().others.names.at(pieces, index)
    if named is not None and not measured(pieces, named[0]):
        return Other(index, named[0], named[1])
    if piece.kind == URL:
        return Other(index, index + 1, "reference") if _HAS_DIGIT.search(piece.text) else None
    if piece.kind == WORD:
        recognisers = other_words.RECOGNISERS
    elif piece.kind == NUMBER:
        recognisers = other_digits.RECOGNISERS
    else:
        return None
    for recogniser in recognisers:
        other = recogniser(pieces, index)
        if other is not None:
            return other
    return None
