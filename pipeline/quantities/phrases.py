"""Finding phrases of a word list in a sequence of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from pipeline.quantities.scan import BREAK, Piece, scan

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases by their first word, the longest first; each stands for a value.

    >>> Phrases([("meer dan", "at_least"), ("meer", "up")]).at(scan("meer dan 5"), 0)
    (2, 'at_least')
    """

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(piece.low for piece in scan(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, pieces: Sequence[Piece], index: int) -> tuple[int, T] | None:
        """Return where the longest phrase that begins at ``index`` ends, and its value."""
        if index >= len(pieces):
            return None
        for words, value in self._by_first.get(pieces[index].low, ()):
            end = index + len(words)
            if end > len(pieces):
                continue
            if all(
                pieces[index + offset].low == word and pieces[index + offset].kind != BREAK
                for offset, word in enumerate(words)
            ):
                return end, value
        return None
