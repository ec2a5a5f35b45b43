"""Lines to chunks: which lines belong to one paragraph.

Texts come in two kinds: one line a paragraph (web pages, Word), or broken after so many
characters (PDF, mail). Which one a document is shows in the lengths of its lines; only in the
second kind are full lines joined, also across the empty lines that page breaks leave behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.clean.lines import Chunk, Line
from pipeline.clean.rules import first_match, zone_rules
from pipeline.clean.tables import table_lines
from pipeline.records import Block

_TERMINAL: Final = ".!?:;…"
_CLOSERS: Final = "\"'”’»›)]"
_OPENERS: Final = "\"'“‘„‚«‹’”(["
_KEY_VALUE: Final = re.compile(r"[A-Z][^\W\d_]+(?: [^\W\d_]+){0,2}\s*:(?:\s|$)")
_LONG: Final = 30  # characters; shorter lines say nothing about wrapping
_MAX_WIDTH: Final = 200  # characters; longer lines are paragraphs
_WINDOW: Final = 12  # lines: the local width is that of a window and its two neighbours


@dataclass(frozen=True, slots=True)
class Layout:
    """Whether a document is hard-wrapped, and about how wide it is at each line (characters)."""

    wrapped: bool
    widths: tuple[int, ...]


def group(
    lines: Sequence[Line], reasons: Sequence[str | None], blocks: Sequence[Block]
) -> list[Chunk]:
    """Divide a document into chunks: furniture, table rows, list items, paragraphs."""
    usable = [
        not line.blank and reason is None for line, reason in zip(lines, reasons, strict=True)
    ]
    hints = _hints(lines, blocks)
    # Where the format itself says what a line is, its shape has no say.
    tables = table_lines(lines, [free and n not in hints for n, free in enumerate(usable)])
    layout = measure(lines, usable)
    chunks: list[_Open] = []
    current: _Open | None = None  # the paragraph that may go on, also behind furniture
    blank = True
    for line in lines:
        if line.blank:
            blank = True
            continue
        reason = reasons[line.number]
        if reason is not None:
            if chunks and chunks[-1].reason == reason:
                chunks[-1].lines.append(line)
            else:
                chunks.append(_Open([line], None, None, reason, blank))
        else:
            hint, table = hints.get(line.number), tables.get(line.number)
            if current is not None and _continues(current, line, hint, table, layout, blank):
                current.lines.append(line)
            else:
                current = _Open([line], hint, table, None, blank)
                chunks.append(current)
        blank = False
    return [_close(chunk) for chunk in chunks]


def measure(lines: Sequence[Line], usable: Sequence[bool]) -> Layout:
    """Decide from the lengths of the lines whether a document is hard-wrapped."""
    running = [line for line in lines if usable[line.number]]
    long = [line for line in running if len(line.text) >= _LONG]
    widths = _widths(lines, usable)
    if len(long) < 2 or sorted(len(line.text) for line in long)[len(long) * 9 // 10] > _MAX_WIDTH:
        return Layout(False, widths)
    broken = sum(
        len(line.text) >= _LONG and not ends_sentence(line.text) and _starts_lower(following.text)
        for line, following in pairwise(running)
    )
    paged = running[-1].page > 0
    return Layout(broken >= 2 and (paged or broken / len(long) >= 0.2), widths)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence (or its introduction) does."""
    return text.rstrip(_CLOSERS + " ").endswith(tuple(_TERMINAL))


@dataclass(slots=True)
class _Open:
    """A chunk that may still grow."""

    lines: list[Line]
    hint: tuple[int, str] | None
    table: int | None
    reason: str | None
    blank_before: bool


def _hints(lines: Sequence[Line], blocks: Sequence[Block]) -> dict[int, tuple[int, str]]:
    """Return for each line the block in which it begins: its number and kind."""
    hints: dict[int, tuple[int, str]] = {}
    number = 0
    for line in lines:
        while number < len(blocks) and blocks[number].end <= line.start:
            number += 1
        if number < len(blocks) and not line.blank and blocks[number].start <= line.start:
            hints[line.number] = (number, blocks[number].kind)
    return hints


def _widths(lines: Sequence[Line], usable: Sequence[bool]) -> tuple[int, ...]:
    """Return the local text width at each line: nearly the longest line in its neighbourhood."""
    lengths = [len(line.text) if usable[line.number] else 0 for line in lines]
    widths: list[int] = []
    for first in range(0, len(lines), _WINDOW):
        near = sorted(lengths[max(0, first - _WINDOW) : first + 2 * _WINDOW])
        filled = [length for length in near if length]
        width = filled[max(0, len(filled) * 9 // 10 - 1)] if filled else 0
        widths.extend([width] * min(_WINDOW, len(lines) - first))
    return tuple(widths)


def _close(chunk: _Open) -> Chunk:
    spans = tuple((line.start, line.end) for line in chunk.lines)
    if chunk.reason is not None:
        return Chunk("furniture", spans, chunk.reason, blank_before=chunk.blank_before)
    hint = chunk.hint[1] if chunk.hint else None
    if chunk.table is not None or hint == "table_row":
        return Chunk("table", spans, hint=hint, blank_before=chunk.blank_before)
    bullet = zone_rules().bullets.match(chunk.lines[0].text)
    lead_in = bullet.end() if bullet else 0
    listed = bool(bullet) or hint == "list_item"
    kind = "list" if listed else "body"
    return Chunk(kind, spans, hint=hint, lead_in=lead_in, blank_before=chunk.blank_before)


def _continues(
    current: _Open,
    line: Line,
    hint: tuple[int, str] | None,
    table: int | None,
    layout: Layout,
    blank: bool,
) -> bool:
    """Whether ``line`` belongs to the chunk ``current``."""
    if table is not None or current.table is not None:
        return table == current.table
    above = current.lines[-1]
    if hint is not None or current.hint is not None:
        return _continues_block(current.hint, hint, above, line, blank=blank)
    if starts_item(line.text) and (blank or ends_sentence(above.text) or not layout.wrapped):
        return False
    if zone_rules().bullets.match(line.text) or _is_label(line.text):
        return False
    if _KEY_VALUE.match(line.text) and _KEY_VALUE.match(above.text):
        return False  # the head of a letter
    apart = blank or line.number - above.number > 1
    if not layout.wrapped:
        return not apart and len(above.text) >= _LONG and _runs_on(above.text, line.text)
    if _runs_on(above.text, line.text):
        width = layout.widths[above.number]
        return not apart or len(above.text) >= 0.55 * width or line.page != above.page
    return not apart and _is_full(above, line, layout)


def _continues_block(
    old: tuple[int, str] | None,
    new: tuple[int, str] | None,
    above: Line,
    line: Line,
    *,
    blank: bool,
) -> bool:
    if old is None or new is None:
        return False
    if old[0] != new[0]:
        return old[1] == new[1] == "table_row" and not blank
    return old[1] == "list_item" or (not blank and _runs_on(above.text, line.text))


def starts_item(text: str) -> bool:
    """Whether a line begins with a number or letter that counts items."""
    return first_match(zone_rules().numbers, text) is not None


def _is_label(text: str) -> bool:
    rules = zone_rules()
    return bool(first_match(rules.question_labels, text) or first_match(rules.answer_labels, text))


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence plainly goes on in the next line."""
    if ends_sentence(above) or "\t" in above or "\t" in below:
        return False
    last = above.rsplit(None, 1)[-1].lower()
    opened = above.rfind("(") > above.rfind(")")
    return (
        _starts_lower(below)
        or last in zone_rules().running_on
        or above.endswith((",", "-"))
        or (opened and len(above) - above.rfind("(") < 60)
    )


def _is_full(above: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would not have fitted behind ``above``."""
    first = line.text.split(None, 1)[0]
    return len(above.text) + 1 + len(first) > layout.widths[above.number] - 1


def _starts_lower(text: str) -> bool:
    return text.lstrip(_OPENERS)[:1].islower()
