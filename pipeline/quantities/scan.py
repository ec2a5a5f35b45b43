"""Dividing a text into the small pieces that the grammar of quantities reads.

A number in running Dutch text is glued to its unit (``6procent``), split by a space (``29 115``) or
written with a comma that a general tokeniser takes for punctuation. The scanner therefore knows
only what numbers need: runs of digits with their separators, words, and single other characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PATTERN = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"]{1,2000})"
    # 29 115 and its kin with no-break and thin spaces: groups of exactly three digits.
    r"|(?P<spaced>[1-9][0-9]{0,2}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:,[0-9]+)?"
    r"(?![0-9])(?![.:/-][0-9]))"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>(?:['’‘][st](?=\s))|[^\W\d_](?:[\w\u0300-\u036f]|[-‑'’](?=[^\W_]))*)"
    r"|(?P<blank>\n[^\S\n]*\n\s*)"
    r"|(?P<line>\n)"
    r"|(?P<other>\S)"
)

NUMBER, WORD, OTHER, BREAK, URL = "number", "word", "other", "break", "url"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of digits, a word or a single other character.

    ``low`` is the normalised lower-case form (NFC, straight apostrophe). ``glued`` says that no
    white space stands before it, ``opens_line`` that it is the first piece of its line. The kind
    ``break`` stands for an empty line, which no quantity crosses.
    """

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool
    opens_line: bool

    @property
    def capital(self) -> bool:
        """Whether the first character is a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the form in which words are compared: lower case, NFC, straight apostrophe.

    >>> fold("Zo’n")
    "zo'n"
    """
    if text.isascii():
        return text.lower()
    low = unicodedata.normalize("NFC", text.lower())
    return low.replace("’", "'").replace("‘", "'").replace("‑", "-")


def scan(text: str) -> tuple[Piece, ...]:
    """Divide ``text`` into pieces, in order; their offsets are those of ``text`` itself.

    >>> [piece.text for piece in scan("Zo’n 6procent (€ 1.500)")]
    ['Zo’n', '6', 'procent', '(', '€', '1.500', ')']
    """
    pieces: list[Piece] = []
    opens_line = True
    previous_end = -1
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "line":
            opens_line = True
            continue
        start, end = match.span()
        surface = match.group()
        if kind == "blank":
            pieces.append(Piece(BREAK, surface, "\n", start, end, False, False))
            opens_line, previous_end = True, end
            continue
        low = fold(surface) if len(surface) < 100 else surface
        name = NUMBER if kind == "spaced" else kind
        pieces.append(Piece(name, surface, low, start, end, start == previous_end, opens_line))
        opens_line, previous_end = False, end
    return tuple(pieces)


def percentage_at(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a piece is a number before a percent sign, which can be nothing else.

    >>> percentage_at(scan("12%"), 0)
    True
    """
    following = index + 1
    return following < len(pieces) and pieces[following].low == "%" and pieces[index].kind == NUMBER


def ends_sentence(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the sentence ends after piece ``index``.

    Deliberately simple: a full stop inside an abbreviation counts only when a capital or nothing
    follows, which is enough to keep a verb from reaching into the next sentence.
    """
    piece = pieces[index]
    if piece.kind == BREAK:
        return True
    if index + 1 >= len(pieces):
        return True
    following = pieces[index + 1]
    if piece.low in {"!", "?"}:
        return not following.glued or following.kind == OTHER
    if piece.low != ".":
        return False
    previous = pieces[index - 1] if index else piece
    if previous.kind == WORD and len(previous.text) == 1 and piece.glued:
        return False
    return not following.glued and (following.capital or following.kind != WORD)
