"""What a paragraph is: title, heading, byline, dateline, caption, quote or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.clean.datelines import dateline_prefix, is_dateline
from pipeline.clean.lines import Chunk, cut
from pipeline.clean.paragraphs import ends_sentence
from pipeline.clean.render import render
from pipeline.clean.rules import Patterns, first_match, zone_rules
from pipeline.clean.sentences import split_sentences

_EDGE: Final = 8  # chunks at the top and the bottom in which a bare month may be a dateline
_HEAD: Final = 6  # chunks from the top in which a title is looked for
_LEAD_WORDS: Final = 8
_TITLE_SENTENCES: Final = 3  # 'Crisis? ‘Een probleem is er wel’': only above everything else
_CLITIC = re.compile(r"['’‘][nst]\b")  # ''t Zand', ''s Nachts'
_PAIRS: Final = {'"': '"', "“": "”", "„": "”", "‘": "’", "'": "'", "’": "’", "«": "»"}
_FROM_HINT: Final = {
    "title": "title",
    "heading": "heading",
    "caption": "caption",
    "byline": "byline",
}


def classify(chunks: Sequence[Chunk], original: str) -> list[Chunk]:
    """Give every paragraph its kind; a dateline before a sentence becomes a chunk."""
    content = [number for number, chunk in enumerate(chunks) if chunk.kind != "furniture"]
    edges = {*content[:_EDGE], *content[-_EDGE:]}
    named = [_by_itself(c, original, early=n in edges) for n, c in enumerate(chunks)]
    named = _split_datelines(named, original)
    named = _headings(named, original)
    return _mark_lead(named, original)


def _by_itself(chunk: Chunk, original: str, *, early: bool) -> Chunk:
    """Name what can be told from the chunk and whether it stands at an edge of the document."""
    if chunk.kind != "body":
        return chunk
    if chunk.hint in _FROM_HINT:
        return chunk.as_kind(_FROM_HINT[chunk.hint])
    text = chunk.text(original)
    words = len(text.split())
    rules = zone_rules()
    label = first_match(rules.title_labels, _raw(chunk, original))
    if label and chunk.hint in (None, "paragraph"):
        return replace(chunk.as_kind("title"), lead_in=label.end())
    if words <= rules.byline_words and first_match(rules.byline, text):
        return chunk.as_kind("byline")
    if is_dateline(text, early=early):
        return chunk.as_kind("dateline")
    if words <= rules.caption_words and _is_caption(text, rules.caption, rules.caption_endings):
        return chunk.as_kind("caption")
    if _is_quote(text):
        return chunk.as_kind("quote")
    return chunk


def _raw(chunk: Chunk, original: str) -> str:
    """Return the first line of a chunk as it stands in the original."""
    start, end = chunk.spans[0]
    return original[start:end]


def _is_caption(text: str, starts: Patterns, endings: Patterns) -> bool:
    if first_match(starts, text):
        return True
    tail = text[-120:]
    return any(pattern.search(tail) for pattern in endings)


def _is_quote(text: str) -> bool:
    """Whether one pair of quotation marks embraces the whole paragraph."""
    closing = _PAIRS.get(text[:1])
    if closing is None or len(text.split()) < 5 or not text.endswith(closing):
        return False
    inner = text[1:-1]
    if not ends_sentence(inner):
        return False  # a heading in quotes
    return closing not in inner and text[0] not in inner


def is_heading_like(text: str, *, sentences: int = 1) -> bool:
    """Whether a line could be a heading: short, one sentence at most, without a full stop."""
    rules = zone_rules()
    if len(text) > rules.heading_characters or len(text.split()) > rules.heading_words:
        return False
    bare = text.rstrip("\"'”’»)")
    if not bare or bare.endswith((".", ",", ";", ":", "…")):
        return False
    if first_match(rules.heading_never, text):
        return False
    first = text.lstrip("\"'“‘„‚’(«#€")[:1]
    if not (first.isupper() or first.isdigit() or _CLITIC.match(text)) or not any(
        map(str.isalpha, text)
    ):
        return False
    return 1 <= len(split_sentences(text)) <= sentences


def _headings(chunks: list[Chunk], original: str) -> list[Chunk]:
    """Name titles and headings: short lines above running text."""
    result = list(chunks)
    titled = any(chunk.kind == "title" for chunk in chunks)
    running_before = False
    seen = 0
    for number, chunk in enumerate(chunks):
        if chunk.kind == "furniture":
            continue
        seen += 1
        # Above everything else 'Video: …' is no caption, and a quotation no quote.
        first = seen == 1 and chunk.kind in ("body", "caption", "quote") and chunk.hint is None
        if (chunk.kind == "body" or first) and is_heading_like(
            chunk.text(original), sentences=_TITLE_SENTENCES if first else 1
        ):
            following = _next_content(chunks, number)
            if following is not None and _heads(chunk, following, chunks, number, original):
                is_title = not titled and not running_before and seen <= _HEAD
                result[number] = chunk.as_kind("title" if is_title else "heading")
                titled = titled or is_title
                continue
        if chunk.kind in ("body", "quote", "list", "table", "question", "answer"):
            running_before = running_before or _is_running(chunk, original)
    return _undo_runs(result)


def _is_running(chunk: Chunk, original: str) -> bool:
    """Whether a chunk is running text, rather than a line of a letter head or a menu."""
    text = chunk.text(original)
    if chunk.kind == "body":
        return ends_sentence(text) or len(text.split()) >= 2 * _LEAD_WORDS
    return chunk.kind != "list" or len(text.split()) >= _LEAD_WORDS


def _next_content(chunks: Sequence[Chunk], number: int) -> Chunk | None:
    for chunk in chunks[number + 1 :]:
        if chunk.kind not in ("furniture", "caption", "byline", "dateline"):
            return chunk
    return None


def _heads(
    chunk: Chunk, following: Chunk, chunks: Sequence[Chunk], number: int, original: str
) -> bool:
    """Whether a short line stands above something it can be the heading of."""
    if following.kind in ("list", "table", "quote", "heading", "title"):
        return True
    text = following.text(original)
    if is_heading_like(text) and not ends_sentence(text):
        # Title and first heading may follow each other; three short lines in a row are a list.
        after = chunks[number + 2] if number + 2 < len(chunks) else None
        return after is not None and not is_heading_like(after.text(original))
    return len(text) > len(chunk.text(original)) or ends_sentence(text)


def _undo_runs(chunks: list[Chunk]) -> list[Chunk]:
    """Turn three or more headings in a row, without text between them, into list items."""
    result = list(chunks)
    run: list[int] = []
    for number in range(len(chunks) + 1):
        chunk = chunks[number] if number < len(chunks) else None
        if chunk is not None and chunk.kind == "heading" and chunk.hint is None:
            run.append(number)
            continue
        if len(run) >= 3:
            for inside in run[:-1]:
                result[inside] = chunks[inside].as_kind("list")
        run = []
    return result


def _split_datelines(chunks: list[Chunk], original: str) -> list[Chunk]:
    """Divide 'ZUTPHEN - De gemeente …' in the first paragraphs into dateline and body."""
    result: list[Chunk] = []
    looked = 0
    for chunk in chunks:
        if chunk.kind == "body" and looked < 3:
            looked += 1
            parts = _split_dateline(chunk, original)
            if len(parts) == 2:
                looked = 3
            result.extend(parts)
        else:
            result.append(chunk)
    return result


def _split_dateline(chunk: Chunk, original: str) -> list[Chunk]:
    text, origin = render(original, chunk.spans)
    end = dateline_prefix(text)
    if not end or not text[end:].strip():
        return [chunk]
    parts = cut(chunk, [origin[end]], original)
    return [parts[0].as_kind("dateline"), replace(parts[1], blank_before=True)]


def _mark_lead(chunks: list[Chunk], original: str) -> list[Chunk]:
    """Call the first paragraph below a title or dateline the lead."""
    result = list(chunks)
    opened = False
    for number, chunk in enumerate(chunks):
        if chunk.kind in ("title", "dateline"):
            opened = True
        elif chunk.kind == "body":
            text = chunk.text(original)
            if not ends_sentence(text) and len(text.split()) < _LEAD_WORDS:
                continue  # a line of a letter head
            if opened:
                result[number] = chunk.as_kind("lead")
            break
        elif chunk.kind in ("list", "table", "quote"):
            break
    return result
