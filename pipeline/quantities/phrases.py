"""Finding phrases of a word list in a sequence of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from pipeline.quantities.scan import Piece, scan

T = TypeVar("T")


class _Node(Generic[T]):
    """A place in the tree of phrases: what may follow, and what a phrase that ends here means."""

    __slots__ = ("children", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.value: T | None = None


class Phrases(Generic[T]):
    """Phrases as a tree of words; each stands for a value. The longest one that fits is found.

    >>> Phrases([("meer dan", "at_least"), ("meer", "up")]).at(scan("meer dan 5"), 0)
    (2, 'at_least')
    """

    __slots__ = ("_root",)

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            node = self._root
            for piece in scan(phrase):
                node = node.children.setdefault(piece.low, _Node())
            # The first of two equal phrases wins, as a reader of the list would expect.
            if node.value is None:
                node.value = value

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._root.children)

    def at(self, pieces: Sequence[Piece], index: int) -> tuple[int, T] | None:
        """Return where the longest phrase that begins at ``index`` ends, and its value."""
        node = self._root
        found: tuple[int, T] | None = None
        total = len(pieces)
        while index < total:
            following = node.children.get(pieces[index].low)
            if following is None:
                return found
            node = following
            index += 1
            if node.value is not None:
                found = index, node.value
        return found
