"""From spans of the original to clean text, every character with the offset it stands for.

White space becomes one space, a line-end hyphen is joined where the joined word is plausible,
soft hyphens and other invisible characters go. Nothing is added: a character of the result is the
original one, or a space, tab or line feed that stands for white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.clean.rules import zone_rules

_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\u0002")
_SOFT_HYPHEN: Final = "\u00ad"
_HYPHENS: Final = "-\u2010\u2011"
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_AFTER = re.compile(r"[^\W_]+(?:/[^\W_]+)?\.?")
_COLUMN_GAP: Final = 2  # spaces
_PRIVATE_USE: Final = ("\ue000", "\uf8ff")

Span = tuple[int, int]


def render(
    original: str,
    spans: Sequence[Span],
    *,
    rows: bool = False,
    vocabulary: frozenset[str] = frozenset(),
) -> tuple[str, list[int]]:
    """Return the clean text of ``spans`` and the original offset of each of its characters.

    ``rows`` keeps line ends and columns (tables). ``vocabulary`` holds the hyphenated words that
    the document writes within a line: it decides how the same word at a line end is read.

    >>> render("schuld-\\nhulp  in Emmen", [(0, 22)])[0]
    'schuldhulp in Emmen'
    """
    writer = _Writer(original, spans, rows, vocabulary)
    for number, (start, end) in enumerate(spans):
        at = start
        while at < end:
            at += writer.write(number, at, end)
        writer.end_span(end)
    return "".join(writer.characters), writer.origin


@dataclass(slots=True)
class _Writer:
    """Writes character by character, and remembers what stands between the last and the next.

    ``gap`` holds the offsets of the white space since the last character, ``join`` says that a
    hyphen ended the line and what follows belongs to the same word, ``new_row`` that a row ended.
    """

    original: str
    spans: Sequence[Span]
    rows: bool
    vocabulary: frozenset[str]
    characters: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    gap: list[int] = field(default_factory=list)
    join: bool = False
    new_row: bool = False

    def write(self, number: int, at: int, end: int) -> int:
        """Take in what stands at an offset of a span, and return how many characters that is."""
        original, character = self.original, self.original[at]
        if character == _SOFT_HYPHEN and (at + 1 >= end or original[at + 1] == "\n"):
            self.join = True
        if character in _INVISIBLE or (character < " " and not character.isspace()):
            return 1
        if character.isspace() or _PRIVATE_USE[0] <= character <= _PRIVATE_USE[1]:
            if not self.join:
                self.gap.append(at)
            return 1
        self._close_gap()
        self.join = self.new_row = False
        if character in _HYPHENS and not self.rows:
            verdict = _hyphen(original, self.spans, number, at, self.vocabulary)
            self.join = verdict in ("join", "keep")
            if verdict == "join":
                return 1
        composed, width = _compose(original, at, end)
        self.characters.append(composed)
        self.origin.append(at)
        return width

    def end_span(self, end: int) -> None:
        """Note that a line, or what stood before furniture, is over."""
        if not self.join:
            self.gap.append(end)
            self.new_row = self.rows

    def _close_gap(self) -> None:
        if self.gap and self.characters:
            sign = "\n" if self.new_row else _separator(self.original, self.gap, rows=self.rows)
            self.characters.append(sign)
            self.origin.append(self.gap[0])
        self.gap = []


def hyphenated_words(original: str) -> frozenset[str]:
    """Return the words that the text writes with a hyphen within a line, in lower case."""
    found = re.findall(r"(?<!\w)[^\W_]{2,40}(?:-[^\W_]{2,40}){1,3}(?![\w-])", original)
    return frozenset(word.lower() for word in found)


def _separator(original: str, gap: list[int], *, rows: bool) -> str:
    if rows:
        if any(original[at] in "\n\f" for at in gap):
            return "\n"
        bars = (original[gap[0] - 1 : gap[0]], original[gap[-1] + 1 : gap[-1] + 2])
        if "|" in bars:
            return " "
        if len(gap) >= _COLUMN_GAP or any(original[at] == "\t" for at in gap):
            return "\t"
    return " "


def _compose(original: str, at: int, end: int) -> tuple[str, int]:
    """Return the character at ``at``, composed with an accent that follows it, and their width."""
    character = original[at]
    if at + 1 < end and original[at + 1] > "\u02ff" and unicodedata.combining(original[at + 1]):
        composed = unicodedata.normalize("NFC", original[at : at + 2])
        if len(composed) == 1:
            return composed, 2
    return character, 1


def _hyphen(
    original: str, spans: Sequence[Span], number: int, at: int, vocabulary: frozenset[str]
) -> str:
    """Judge the hyphen at ``at``: ``plain`` (no line end), ``join``, ``keep``, ``space``.

    'schuld-/hulp' joins, 'Noord-/Holland' and 'CDA-/fractie' keep the hyphen, and 'in-/en
    uitstroom' keeps hyphen and space.
    """
    after = _next_line(original, spans, number, at)
    if after is None:
        return "plain"
    before = _WORD_BEFORE.search(original[max(0, at - 40) : at])
    following = _WORD_AFTER.match(original[after : after + 60])
    if before is None or following is None:
        return "plain"
    left, right = before[0], following[0].rstrip(".")
    rules = zone_rules()
    if (
        right.lower() in rules.hyphen_shared_before
        or following[0].lower() in rules.hyphen_shared_before
    ):
        return "space"
    if right[0].isupper() or right[0].isdigit() or left[-1].isdigit() or left.isupper():
        return "keep"
    if left.lower() in rules.keep_hyphen_after or f"{left}-{right}".lower() in vocabulary:
        return "keep"
    return "join"


def _next_line(original: str, spans: Sequence[Span], number: int, at: int) -> int | None:
    """Return where the text goes on when a line ends right behind ``at``, else None."""
    end = spans[number][1]
    after = at + 1
    while after < end and original[after].isspace():
        after += 1
    if after == end:
        if number + 1 == len(spans):
            return None
        after = spans[number + 1][0]
        while after < spans[number + 1][1] and original[after].isspace():
            after += 1
        return after
    return after if "\n" in original[at + 1 : after] else None
