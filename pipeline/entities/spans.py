"""What the entity rules hand to each other, and the bookkeeping of which words are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.entities.words import Line


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` up to ``last`` (exclusive) of a line, read as one name.

    ``entity`` is None for a name that is certainly one but whose bearer is not known.
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    kind: str
    entity: str | None
    method: str
    score: float
    inside: bool = False


@dataclass(slots=True)
class Taken:
    """Which words already belong to a name, so that no word is read twice."""

    _words: set[tuple[int, int]] = field(default_factory=set)

    def add(self, hits: Iterable[Hit]) -> None:
        """Mark the words of the given names."""
        for hit in hits:
            self._words.update((hit.line, index) for index in range(hit.first, hit.last))

    def free(self, line: int, first: int, last: int) -> bool:
        """Whether none of the words belongs to a name yet."""
        return not any((line, index) in self._words for index in range(first, last))


def by_word(hits: Iterable[Hit]) -> dict[tuple[int, int], Hit]:
    """The name that each word belongs to, by line and place in it; not names within others."""
    return {
        (hit.line, index): hit
        for hit in hits
        if not hit.inside
        for index in range(hit.first, hit.last)
    }


def hit_at(
    line: Line,
    first: int,
    last: int,
    *,
    kind: str,
    entity: str | None,
    method: str,
    score: float,
) -> Hit:
    """Make the hit for some words of a line."""
    start, end = line.words[first].start, line.words[last - 1].end
    return Hit(line.number, first, last, start, end, kind, entity, method, score)


def surface(line: Line, first: int, last: int) -> str:
    """Return the words ``first`` up to ``last`` as they stand in the text."""
    offset = line.start
    text = line.text
    return text[line.words[first].start - offset : line.words[last - 1].end - offset]
