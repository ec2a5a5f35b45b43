"""Writing a text together with the blocks that its format says it consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.load.decoding import normalise_line_ends, repair
from pipeline.records import Block, Issue


@dataclass(frozen=True, slots=True)
class Written:
    """A text, its blocks (offsets in it) and the repairs made on the way."""

    text: str
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...]


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows of a table as lines: tabs between the cells, or bars where some are empty.

    >>> table_text([["Jaar", "Aantal"], ["2021", "12"]])
    'Jaar\\tAantal\\n2021\\t12'
    """
    if all(cell for row in rows for cell in row):
        return "\n".join("\t".join(row) for row in rows)
    return "\n".join(" | ".join(row).strip() for row in rows)


class BlockWriter:
    """Collects blocks; rows of one table and items of one list stand on consecutive lines."""

    def __init__(self) -> None:
        self._items: list[tuple[str, str]] = []

    @property
    def empty(self) -> bool:
        """Whether nothing but white space was added."""
        return not self._items

    def add(self, kind: str, text: str) -> None:
        """Add a block; white space around it and empty blocks are dropped."""
        text = normalise_line_ends(text).strip()
        if text:
            self._items.append((kind, text))

    def lengths(self) -> list[int]:
        """Return the length of every block so far."""
        return [len(text) for _, text in self._items]

    def insert_first(self, kind: str, text: str) -> None:
        """Add a block in front of all others."""
        self._items.insert(0, (kind, text))

    def has(self, kind: str) -> bool:
        """Whether there is a block of this kind."""
        return any(item == kind for item, _ in self._items)

    def starts_with(self, text: str) -> bool:
        """Whether ``text`` is one of the first three blocks."""
        return any(" ".join(block.split()) == text for _, block in self._items[:3])

    def finish(self) -> Written:
        """Return the text (blocks divided by an empty line), the blocks and the repairs."""
        pieces: list[str] = []
        blocks: list[Block] = []
        issues: list[Issue] = []
        at = 0
        previous = ""
        for kind, raw in self._items:
            if pieces:
                gap = "\n" if kind == previous and kind in ("table_row", "list_item") else "\n\n"
                pieces.append(gap)
                at += len(gap)
            decoded = repair(raw, offset=at)
            issues.extend(decoded.issues)
            pieces.append(decoded.text)
            blocks.append(Block(kind, at, at + len(decoded.text)))
            at += len(decoded.text)
            previous = kind
        return Written("".join(pieces), tuple(blocks), tuple(issues))
