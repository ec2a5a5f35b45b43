"""Texts about the whole country, whatever towns they name as examples.

News about the Netherlands seldom says so in every sentence: it opens with the country, or with an
institution of it ('het kabinet', 'het CBS'), and turns to towns and provinces further down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.figures.context import Context
from pipeline.figures.home import NATIONAL
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.tenses import has_verb
from pipeline.records import Description, Mention

OPENING = 3  # sentences
HEADS = frozenset({"title", "dateline", "lead"})  # the passages that open a text
_TELLS = frozenset({"lead", "body", "quote"})
_LOCAL = frozenset({"municipality", "province"})
_WRITTEN = frozenset({"exact", "alias"})
_IN = frozenset({"in", "heel", "binnen"})


def named(contexts: Sequence[Context]) -> Iterator[tuple[Context, Mention]]:
    """Yield the names in a text, but for those that are part of a longer one."""
    for context in contexts:
        for mention in context.mentions:
            if not context.inside_name(mention.start, mention.end):
                yield context, mention


def opens_with_nation(
    contexts: Sequence[Context], place: str | None, description: Description, lexicon: Lexicon
) -> bool:
    """Whether a text opens with the country, and with no town or province beside it.

    Its first sentence says that something is so 'in Nederland'. A ``place`` that the title names
    keeps the text if the opening names it too, and so does one that publishes it.

    Example: below the title 'Emmen koploper in diefstal' the sentence 'In Nederland wordt minder
    gestolen' opens a text about the country, in which Emmen stands out.
    """
    told = [c for c in contexts if c.sentence.passage_kind in _TELLS and has_verb(c)][:OPENING]
    if not told or not _is_set_in_nation(told[0], lexicon):
        return False
    if any(mention.kind in _LOCAL for _, mention in named(told[:1])):
        return False
    title, source = (description.title or "").lower(), (description.source or "").lower()
    own = [(context, m) for context, m in named(contexts) if m.entity == place]
    if any(mention.surface.lower() in source for _, mention in own):
        return False
    titled = any(
        context.sentence.passage_kind == "title" or mention.surface.lower() in title
        for context, mention in own
    )
    return not (titled and any(c in told and m.method in _WRITTEN for c, m in own))


def speaks_for_nation(contexts: Sequence[Context], lexicon: Lexicon) -> bool:
    """Whether sentences speak for the country: of it by name, or through one of its institutions.

    Example: 'In Nederland stijgen de huren', 'De huren stijgen, meldt het CBS'.
    """
    return cites_nation(contexts, lexicon) or any(_is_set_in_nation(c, lexicon) for c in contexts)


def cites_nation(
    contexts: Sequence[Context], lexicon: Lexicon, less: frozenset[str] = frozenset()
) -> bool:
    """Whether sentences name an institution or matter of the whole country.

    Institutions of which the id is in ``less`` do not count.

    Example: 'Het kabinet verhoogt het collegegeld', 'De huren stijgen, meldt het CBS'.
    """
    return any(
        context.has(lexicon.national) is not None
        or any(
            m.entity in lexicon.national_organisations and m.entity not in less
            for m in context.mentions
        )
        for context in contexts
    )


def of_the_nation(contexts: Sequence[Context], lexicon: Lexicon) -> str | None:
    """Return the Netherlands for a text that is about national affairs, and no other country.

    What is named once further down may be a cause ('door de onrust in Libië').

    Example: 'Het kabinet verhoogt het collegegeld', 'het CBS telde 45 claims'.
    """
    opening = contexts[:OPENING]
    abroad = [
        (context.sentence.passage, context in opening)
        for context, m in named(contexts)
        if m.kind == "country" and m.entity != NATIONAL
    ]
    if any(early for _, early in abroad) or len({passage for passage, _ in abroad}) > 1:
        return None
    local = any(m.kind == "municipality" for _, m in named(contexts))
    national = any(
        # Beside municipalities 'landelijk' is what they are held against.
        (context.has(lexicon.national) is not None and (not local or context in opening))
        or any(m.entity in lexicon.national_organisations for m in context.mentions)
        for context in contexts
    )
    return NATIONAL if national else None


def is_seat_only(contexts: Sequence[Context], place: str, lexicon: Lexicon) -> bool:
    """Whether Den Haag is only where the country is governed: 'de boeren gaan naar Den Haag'.

    In a text about national affairs, where no sentence that names it speaks of a town.
    """
    naming = [context for context, mention in named(contexts) if mention.entity == place]
    if not naming or any(context.has(lexicon.of_town) is not None for context in naming):
        return False
    return any(context.has(lexicon.national) is not None for context in contexts)


def _is_set_in_nation(context: Context, lexicon: Lexicon) -> bool:
    """'in Nederland', 'in heel Nederland', 'in ons land'; not 'de oudste stad van Nederland'."""
    by_name = any(
        mention.entity == NATIONAL and context.word_before(mention.start) in _IN
        for mention in context.mentions
        if mention.method in _WRITTEN
    )
    return by_name or any(
        context.tokens[first].text.lower() in _IN
        for phrase, place in lexicon.scope
        if place == NATIONAL
        for match in context.find(phrase)
        for first in (match.tokens[0] - 1, match.tokens[0])
        if first >= 0
    )
