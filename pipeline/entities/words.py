"""Words of a sentence as the entity rules see them.

The rules must not depend on how a model happens to cut 'GGZ-Drenthe', "D66'er" or "'s-Gravenhage",
so they look at letters and marks of their own cut, and borrow part of speech and name label from
the model's token that covers each of them. Nor may a name be lost because a sentence was split in
its midst ('wethouder Sharon | Dijksma'): a sentence that does not end is read on into the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.records import Sentence

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-"})
_ENDS = frozenset(".!?:;…\"'“”’)»")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form in which names are compared: no case, no accents, plain quotes.

    >>> fold("Súdwest-Fryslân")
    'sudwest-fryslan'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()


def slug(text: str) -> str:
    """Return the part of an id that a name gives.

    >>> slug("Ouder & Kind café")
    'ouder-kind-cafe'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def plain(surface: str) -> str:
    """Return a name as a person types it: with one space where the text has any white space.

    >>> plain("Grote\\n  Markt")
    'Grote Markt'
    """
    return " ".join(surface.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits, or one mark (view offsets).

    ``capital``: it begins as a name does; ``letters``: it is a word, not a mark or a number. Both
    are asked for so often that they are kept rather than computed.
    """

    text: str
    key: str
    start: int
    end: int
    pos: str
    label: str
    capital: bool
    letters: bool

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals: WPDA, D66."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True)
class Line:
    """One or more sentences with their words; ``text`` begins at view offset ``start``.

    ``number`` is its place among the lines; ``openings`` are the words that begin a sentence.
    """

    number: int
    start: int
    text: str
    words: tuple[Word, ...]
    openings: frozenset[int]

    @cached_property
    def first(self) -> int:
        """The index of the first real word, past quotes, bullets and '1.'."""
        for index, word in enumerate(self.words):
            if word.letters:
                return index
        return 0

    @cached_property
    def shouting(self) -> bool:
        """Whether the line is set in capitals, so that capitals prove nothing."""
        letters = [word for word in self.words if word.letters and len(word.text) > 1]
        loud = sum(word.text.isupper() for word in letters)
        return len(letters) >= 3 and loud * 10 >= len(letters) * 7

    @cached_property
    def alone(self) -> bool:
        """Whether the line has one word beside marks and numbers: a heading, a row of a table."""
        return sum(word.letters for word in self.words) == 1

    def key(self, index: int) -> str:
        """The folded word at an index, or '' where there is none."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether the word at ``index`` stands against the one before it ('-' in 'Oud-Assen')."""
        return 0 < index < len(self.words) and (
            self.words[index - 1].end == self.words[index].start
        )

    def opens(self, index: int) -> bool:
        """Whether a word begins a sentence, a quotation or a list item: its capital says little."""
        if index <= self.first or index in self.openings:
            return True
        before = self.words[index - 1].text
        if before in {":", "!", "?"} or before in {"“", "„", "‘", "«", "•"}:
            return True
        return before in {'"', "'"} and not self.glued(index - 1)


def read_lines(sentences: Sequence[Sentence], text: str) -> tuple[Line, ...]:
    """Cut sentences of a view into words, with the labels of the tokens that cover them."""
    lines: list[Line] = []
    for group in _whole(sentences):
        words: list[Word] = []
        openings = []
        for sentence in group:
            openings.append(len(words))
            words.extend(_words(sentence))
        start = group[0].start
        lines.append(
            Line(len(lines), start, text[start : group[-1].end], tuple(words), frozenset(openings))
        )
    return tuple(lines)


def _whole(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Put sentences together that were split where no sentence ends."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.passage == sentence.passage
            and last.text.rstrip()[-1:] not in _ENDS
            and len(groups[-1]) < 4
        ):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return groups


def _words(sentence: Sentence) -> tuple[Word, ...]:
    tokens = sentence.tokens
    found: list[Word] = []
    at = 0
    for piece in _PIECE.finditer(sentence.text):
        start, end = sentence.start + piece.start(), sentence.start + piece.end()
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        covered = at < len(tokens) and tokens[at].start < end
        found.append(
            Word(
                text=piece[0],
                key=fold(piece[0]),
                start=start,
                end=end,
                pos=tokens[at].pos if covered else "",
                label=tokens[at].entity if covered else "",
                capital=piece[0][0].isupper(),
                letters=piece[0][0].isalpha(),
            )
        )
    return tuple(found)
