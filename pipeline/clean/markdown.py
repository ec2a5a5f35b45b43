"""The marks of Markdown, which are no part of what is read.

They are masked rather than removed, each by one invisible character, so that every offset stays
what it was.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.records import Block

MASK: Final = "\u2060"  # the word joiner: invisible, and dropped from the view

_LINE_MARK = re.compile(r"^[ \t]{0,3}(?:(#{1,6})[ \t]+|(?:>[ \t]?)+)(?=\S)", re.M)
_EMPHASIS = re.compile(
    r"(?<![*_\w])(\*{1,3}|_{1,3}|`{1,9})(?=[^\s*_`])([^\n*_`]{1,500})(?<=\S)\1(?![*_\w])"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)")


def mask_markdown(text: str) -> tuple[str, tuple[Block, ...]]:
    """Return the text with its marks masked, and its headings as blocks (the first is the title).

    >>> masked, blocks = mask_markdown("## Cijfers\\n\\nRuim **12 procent**.")
    >>> masked.replace(MASK, "").strip()
    'Cijfers\\n\\nRuim 12 procent.'
    >>> blocks
    (Block(kind='heading', start=0, end=10),)
    """
    characters = list(text)
    blocks: list[Block] = []
    for match in _LINE_MARK.finditer(text):
        _mask(characters, match.start(), match.end())
        if match[1]:
            end = text.find("\n", match.end())
            kind = "title" if len(match[1]) == 1 and not blocks else "heading"
            blocks.append(Block(kind, match.start(), end if end >= 0 else len(text)))
    for match in _EMPHASIS.finditer(text):
        _mask(characters, match.start(), match.start(2))
        _mask(characters, match.end(2), match.end())
    for match in _LINK.finditer(text):
        _mask(characters, match.start(), match.start(1))
        _mask(characters, match.end(1), match.end())
    return "".join(characters), tuple(blocks)


def _mask(characters: list[str], start: int, end: int) -> None:
    for at in range(start, end):
        if not characters[at].isspace():
            characters[at] = MASK
