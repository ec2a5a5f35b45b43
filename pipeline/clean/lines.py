"""The lines of a text, and the chunks that the cleaner makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.clean.markdown import MASK

PAGE_BREAK: Final = "\f"
_LINE_END = re.compile(r"[\n\f]|\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it (original offsets); ``text`` is what one sees."""

    number: int
    start: int
    end: int
    text: str
    page: int

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of text that belongs together: a paragraph, a list item, a table.

    ``spans`` are the original spans of its lines, in order; between two of them there is white
    space, or furniture (a page number in the middle of a sentence). ``hint`` is what the format
    said it is; ``lead_in`` is the length of a bullet, which is no part of what is read.
    """

    kind: str
    spans: tuple[tuple[int, int], ...]
    reason: str | None = None
    hint: str | None = None
    lead_in: int = 0
    blank_before: bool = True

    @property
    def start(self) -> int:
        """The original offset at which the chunk begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The original offset behind the chunk."""
        return self.spans[-1][1]

    def text(self, original: str) -> str:
        """Return the chunk's text with its lines joined by single spaces, bullets left out."""
        joined = " ".join(original[start:end] for start, end in self.spans)
        return " ".join(joined[self.lead_in :].replace(MASK, "").split())

    def as_kind(self, kind: str, reason: str | None = None) -> Chunk:
        """Return the same chunk as another kind."""
        return replace(self, kind=kind, reason=reason)


def split_lines(text: str) -> list[Line]:
    """Divide a text at line feeds and form feeds; a form feed begins a new page."""
    lines: list[Line] = []
    page = 0
    at = 0
    for match in _LINE_END.finditer(text):
        raw = text[at : match.start()]
        stripped = raw.strip()
        start = at + (len(raw) - len(raw.lstrip())) if stripped else at
        seen = stripped.replace(MASK, "").strip()
        lines.append(Line(len(lines), start, start + len(stripped), seen, page))
        page += match[0] == PAGE_BREAK
        at = match.end()
    return lines


def cut(chunk: Chunk, offsets: list[int], original: str) -> list[Chunk]:
    """Divide a chunk at original offsets (each the first character of a new part)."""
    parts: list[Chunk] = []
    spans: list[tuple[int, int]] = []
    wanted = sorted(offset for offset in set(offsets) if chunk.start < offset < chunk.end)
    for start, end in chunk.spans:
        while wanted and wanted[0] < end:
            offset = wanted.pop(0)
            _append(spans, original, start, offset)
            if spans:
                parts.append(_part(chunk, spans, first=not parts))
                spans = []
            start = max(start, offset)
        _append(spans, original, start, end)
    if spans:
        parts.append(_part(chunk, spans, first=not parts))
    return parts


def _append(spans: list[tuple[int, int]], original: str, start: int, end: int) -> None:
    while start < end and original[end - 1].isspace():
        end -= 1
    while start < end and original[start].isspace():
        start += 1
    if start < end:
        spans.append((start, end))


def _part(chunk: Chunk, spans: list[tuple[int, int]], *, first: bool) -> Chunk:
    lead_in = chunk.lead_in if first else 0
    return replace(
        chunk, spans=tuple(spans), lead_in=lead_in, blank_before=first and chunk.blank_before
    )
