"""The text as a row of tokens: words, numbers and single signs, each with its place."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_ENDS = frozenset(".!?")
# Abbreviations whose full stop ends no sentence, as far as they stand beside dates.
_NO_END = frozenset(
    [
        "jan",
        "feb",
        "febr",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dec",
        "bijv",
        "bv",
        "ca",
        "nr",
        "mr",
        "dr",
        "ir",
        "drs",
        "jl",
        "blz",
    ]
)
_PADDING = 4


class Scan:
    """Tokens of a text in parallel lists, so that a look at a neighbour costs one index.

    ``low`` holds the words in lower case, with empty ones behind the last (and, by Python's
    negative index, before the first), so that rules may look around without checking the edge.
    """

    __slots__ = ("_numbers", "count", "end", "low", "passage", "sentence", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.sentence: list[int] = []
        self.passage: list[int] = []  # a blank line ends one
        number = passage = 0
        previous_end = 0
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            if self.low and self._breaks(previous_end, start):
                number += 1
                passage += self._blank_line(previous_end, start)
            word = found[0]
            self.low.append(word if word.islower() else word.lower())
            self.start.append(start)
            self.end.append(end)
            self.sentence.append(number)
            self.passage.append(passage)
            previous_end = end
        self.count = len(self.low)
        self._numbers = [
            int(word) if len(word) <= 6 and word.isdecimal() and word.isascii() else None
            for word in self.low
        ]
        self.low.extend([""] * _PADDING)

    def _breaks(self, end: int, start: int) -> bool:
        """Whether a sentence ends between a token that ends here and one that starts there."""
        if start == end:
            return False
        if self._blank_line(end, start):
            return True
        last = self.low[-1]
        if last not in _ENDS:
            # a closing quote or bracket after the full stop
            if last in ")”’\"'" and len(self.low) > 1 and self.low[-2] in _ENDS:
                last = self.low[-2]
            else:
                return False
        sign = self.text[start]
        if last == "." and len(self.low) > 1 and self.low[-2] in _NO_END:
            return False
        return sign.isupper() or not sign.isalnum() or sign.isdecimal()

    def _blank_line(self, end: int, start: int) -> bool:
        return self.text.count("\n", end, start) > 1

    def word(self, i: int) -> str:
        """Return the token in lower case, "" outside the text."""
        return self.low[i] if 0 <= i < self.count else ""

    def original(self, i: int) -> str:
        """Return the token as written, "" outside the text."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < self.count else ""

    def glued(self, i: int) -> bool:
        """Whether no white space stands between token ``i`` and the one before it."""
        return 0 < i < self.count and self.start[i] == self.end[i - 1]

    def number(self, i: int) -> int | None:
        """Return the value of a token of at most six digits, else None."""
        return self._numbers[i] if 0 <= i < self.count else None

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether the tokens from ``i`` on are these words."""
        return all(self.word(i + k) == word for k, word in enumerate(words))
