"""The place that stands for a whole document, where its sentences name none.

A place is the document's only if the document shows that it is about it: in its title, its
publisher or first sentences, or again and again. A town that is named once, in passing, lends
itself to no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.figures.context import Context
from pipeline.records import Description

_OPENING = 3  # sentences
_OFTEN = 3  # mentions, 'de gemeente' among them
_HEADS = frozenset({"title", "heading", "dateline", "lead"})
_NATIONAL = "NL"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place of a document, and how it is known: ``title`` (or publisher) or ``document``."""

    place: str
    method: str


def document_place(
    contexts: Sequence[Context], main_place: str | None, description: Description
) -> Whereabouts | None:
    """Return the place that figures without a place belong to, or None.

    ``main_place`` is the municipality or province that the document names most. Without one, a
    text that speaks of the Netherlands, and of no municipality, is about the Netherlands.
    """
    if main_place is not None and _is_named_above(contexts, main_place, description):
        return Whereabouts(main_place, "title")
    if main_place is not None and _is_subject(contexts, main_place):
        return Whereabouts(main_place, "document")
    if main_place is None and _is_national(contexts):
        return Whereabouts(_NATIONAL, "document")
    return None


def _is_named_above(contexts: Sequence[Context], place: str, description: Description) -> bool:
    """Whether the title or the publisher names the place: 'Raadsbrief afval, gemeente Meppel'."""
    heading = f"{description.title or ''} {description.source or ''}".lower()
    return any(
        mention.entity == place
        and mention.method != "coreference"
        and (
            context.sentence.passage_kind == "title"
            or re.search(rf"\b{re.escape(mention.surface.lower())}\b", heading) is not None
        )
        for context in contexts
        for mention in context.mentions
        if not context.inside_name(mention.start, mention.end)
    )


def _is_subject(contexts: Sequence[Context], place: str) -> bool:
    """Whether the opening names the place, or the text does again and again."""
    count = 0
    passages: set[int] = set()
    for number, context in enumerate(contexts):
        for mention in context.mentions:
            if mention.entity != place or context.inside_name(mention.start, mention.end):
                continue
            count += 1
            if mention.method == "coreference":
                continue
            if number < _OPENING or context.sentence.passage_kind in _HEADS:
                return True
            passages.add(context.sentence.passage)
    return len(passages) > 1 or count >= _OFTEN


def _is_national(contexts: Sequence[Context]) -> bool:
    named = [m for context in contexts for m in context.mentions]
    if any(m.kind in {"municipality", "province"} for m in named):
        return False
    abroad = {m.entity for m in named if m.kind == "country" and m.entity != _NATIONAL}
    return not abroad and any(m.entity == _NATIONAL for m in named)
