"""Authorities with an area of their own: a water board's area is no municipality's or province's.

A text by or about one is about that area, as a text by or about a municipality is about that,
whatever town its board met in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Description, Mention


def authority_of(
    contexts: Sequence[Context],
    opening: Sequence[Context],
    description: Description,
    lexicon: Lexicon,
) -> str | None:
    """Return the only authority that a text is of, or about.

    The title or the publisher names it; or the opening does, and other passages speak of it too.
    Who is only written to, or named in passing, is not what a text is about.

    Example: 'Waterschap Vechtstromen verhoogt de belasting' is about ``org:ws-vechtstromen``.
    """
    named = [(context, m) for context in contexts for m in _authorities(context, lexicon)]
    heading = f"{description.title or ''} {description.source or ''}".lower()
    above = {
        mention.entity
        for context, mention in named
        if context.sentence.passage_kind == "title"
        or re.search(rf"\b{re.escape(mention.surface.lower())}\b", heading)
    }
    if not above:
        shown = {id(context) for context in opening}
        above = {mention.entity for context, mention in named if id(context) in shown}
        if len(_passages(contexts, lexicon)) <= 1 or len({m.entity for _, m in named}) > 1:
            return None
    return above.pop() if len(above) == 1 else None


def _authorities(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """'Waterschap Vechtstromen', and the name alone in 'het waterschap Vechtstromen'."""
    for mention in context.mentions:
        if mention.kind != "organisation" or mention.entity is None:
            continue
        first, _ = context.span(mention.start, mention.end)
        words = {token.text.lower() for token in context.tokens[max(0, first - 1) : first + 1]}
        if words & lexicon.authority and not context.inside_name(mention.start, mention.end):
            yield mention


def _passages(contexts: Sequence[Context], lexicon: Lexicon) -> frozenset[int]:
    """The passages that speak of an authority, by name or as 'het waterschap'."""
    return frozenset(
        context.sentence.passage
        for context in contexts
        if any(token.text.lower() in lexicon.authority for token in context.tokens)
    )
