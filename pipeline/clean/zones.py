"""Chunks to zones, passages and the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.clean.lines import Chunk
from pipeline.clean.render import hyphenated_words, render
from pipeline.records import Clean, Issue, Passage, View, Zone

_MIN_DUPLICATE: Final = 60  # characters; shorter paragraphs may be repeated on purpose
_ONCE: Final = ("title", "caption", "byline", "dateline")


def drop_repetitions(chunks: Sequence[Chunk], original: str) -> list[Chunk]:
    """Set aside what stands twice: doubled captions, titles and whole paragraphs."""
    seen: set[str] = set()
    result: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind in ("furniture", "table"):
            result.append(chunk)
            continue
        key = chunk.text(original).lower()
        if key in seen and (chunk.kind in _ONCE or len(key) >= _MIN_DUPLICATE):
            result.append(chunk.as_kind("furniture", "repeated"))
            continue
        seen.add(key)
        result.append(chunk)
    return result


@dataclass(slots=True)
class _Builder:
    """Collects the view while the chunks are laid down one after the other."""

    original: str
    vocabulary: frozenset[str]
    characters: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    passages: list[tuple[str, int, int, Zone]] = field(default_factory=list)

    def add(self, chunk: Chunk) -> None:
        text = ""
        origin: list[int] = []
        if chunk.kind != "furniture":
            text, origin = self._render(chunk)
            if not any(character.isalnum() for character in text):
                chunk = chunk.as_kind("furniture", "no words")
        zones = self._zones(chunk)
        self.zones.extend(zones)
        if chunk.kind == "furniture":
            return
        self._separate(origin[0])
        start = len(self.origin)
        self.characters.append(text)
        self.origin.extend(origin)
        self.passages.append((chunk.kind, start, len(self.origin), zones[0]))

    def _render(self, chunk: Chunk) -> tuple[str, list[int]]:
        spans = list(chunk.spans)
        if chunk.lead_in:
            start, end = spans[0]
            spans[0] = (min(start + chunk.lead_in, end), end)
        rows = chunk.kind == "table"
        if rows:
            spans = [_without_frame(self.original, span) for span in spans]
        return render(self.original, spans, rows=rows, vocabulary=self.vocabulary)

    def _zones(self, chunk: Chunk) -> list[Zone]:
        """Return a zone for each stretch of the chunk that nothing else interrupts."""
        stretches: list[tuple[int, int]] = []
        for start, end in chunk.spans:
            if stretches and not self.original[stretches[-1][1] : start].strip():
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
        return [Zone(chunk.kind, start, end, chunk.reason) for start, end in stretches]

    def _separate(self, following: int) -> None:
        """Put an empty line between two passages, or what there is room for in the original."""
        if not self.origin:
            return
        free = self.origin[-1] + 1
        room = min(2, following - free)
        self.characters.append("\n" * room)
        self.origin.extend(range(free, free + room))


def _without_frame(original: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a row without the bars around it: '| Assen | 12 |' reads 'Assen | 12'."""
    start, end = span
    if end - start > 2 and original[start] == original[end - 1] == "|":
        return start + 1, end - 1
    return span


def assemble(chunks: Sequence[Chunk], original: str, issues: tuple[Issue, ...] = ()) -> Clean:
    """Lay the chunks down as zones, passages and one view."""
    builder = _Builder(original, hyphenated_words(original))
    for chunk in chunks:
        builder.add(chunk)
    zones = sorted(builder.zones, key=lambda zone: zone.start)
    index = {zone.start: number for number, zone in enumerate(zones)}
    passages = tuple(
        Passage(kind, start, end, index[zone.start]) for kind, start, end, zone in builder.passages
    )
    view = View("".join(builder.characters), tuple(builder.origin))
    return Clean(tuple(zones), passages, view, issues)
