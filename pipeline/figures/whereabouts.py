"""The place that stands for a whole document, where its sentences name none.

A place is the document's only if the document shows that it is about it: in its title, its
publisher or first sentences, or again and again. A town that is named once, in passing, lends
itself to no figure; nor does the town of a dateline to a text whose title is about a region.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.figures.authorities import authority_of
from pipeline.figures.context import Context
from pipeline.figures.countries import country_of
from pipeline.figures.home import NATIONAL, is_abroad, is_somebody
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.nation import (
    HEADS,
    OPENING,
    is_seat_only,
    named,
    of_the_nation,
    opens_with_nation,
    speaks_for_nation,
)
from pipeline.figures.places import is_of_exchange
from pipeline.figures.tenses import has_verb
from pipeline.records import Description, Mention

_REGIONAL = frozenset({"regio", "streek", "werkgebied"})  # what a text about a region calls it
_LINE = 12  # tokens
_OFTEN = 3  # mentions, 'de gemeente' among them
_KEEPS_TO = 5  # passages that name it, of a text that opens with national affairs
_NATIONAL_AFFAIRS = 3  # passages on the kabinet or the Kamer, of a text that names a town in one
_CONTINENT = "region:europa"
_TITLED = frozenset({"province", "region", "municipality"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place of a document, and how it is known: ``title`` (or publisher) or ``document``."""

    place: str
    method: str


def document_place(
    contexts: Sequence[Context],
    main_place: str | None,
    description: Description,
    lexicon: Lexicon,
) -> Whereabouts | None:
    """Return the place that figures without a place belong to, or None.

    ``main_place`` is the municipality or province that the document names most. Where the document
    is not about it, it may be about the region in its title, or about a whole country.

    Example: a text with the title 'Leefbaarheid in Twente' from a newsroom in Almelo is about
    Twente.
    """
    governed = is_seat_only(contexts, lexicon.seat, lexicon)
    if governed and main_place == lexicon.seat:
        main_place = None
    if opens_with_nation(contexts, main_place, description, lexicon):
        return Whereabouts(NATIONAL, "document")
    if main_place is not None and _is_named_above(contexts, main_place, description):
        return Whereabouts(main_place, "title")
    authority = authority_of(contexts, contexts[:OPENING], description, lexicon)
    if authority is not None:
        return Whereabouts(authority, "document")
    titled = _titled(contexts)
    if titled is not None and not (governed and titled == lexicon.seat):
        return Whereabouts(titled, "title")
    region = _region(contexts) if _speaks_of_region(contexts) else None
    if region is not None:
        return Whereabouts(region, "document")
    if main_place is not None and _is_subject(contexts, main_place, lexicon):
        wider = _beyond_dateline(contexts, main_place, lexicon)
        return Whereabouts(wider or main_place, "document")
    if any(m.entity == main_place and is_of_exchange(c, m, lexicon) for c, m in named(contexts)):
        return None  # what is traded there is of the whole world
    region = _region(contexts) if main_place is None else None
    if region is not None and region != _CONTINENT:
        return Whereabouts(region, "document")
    country = country_of(contexts, lexicon, alone=main_place is None, within=region)
    place = country or region or of_the_nation(contexts, lexicon) or _town(contexts)
    return Whereabouts(place, "document") if place is not None else None


def _is_named_above(contexts: Sequence[Context], place: str, description: Description) -> bool:
    """Whether the title or the publisher names the place: 'Raadsbrief afval, gemeente Meppel'."""
    heading = f"{description.title or ''} {description.source or ''}".lower()
    return any(
        mention.entity == place
        and mention.method != "coreference"
        and not is_somebody(context, mention)
        and (
            context.sentence.passage_kind == "title"
            or re.search(rf"\b{re.escape(mention.surface.lower())}\b", heading) is not None
        )
        for context, mention in named(contexts)
    )


def _beyond_dateline(contexts: Sequence[Context], main_place: str, lexicon: Lexicon) -> str | None:
    """The wider area that a text is about, if its town is only where the news was written down.

    'ASSEN - In Drenthe wordt meer gefietst', 'HEERLEN - Volgens het CBS is alles duurder'; but
    'ASSEN - De raad wil meer bomen' is about Assen.
    """
    if not main_place.startswith("GM"):
        return None
    passages = {
        context.sentence.passage_kind
        for context, mention in named(contexts)
        if mention.entity == main_place and not _is_loud(context, mention)
    }
    if passages - {"dateline", "table"}:
        return None
    opening = [c for c in contexts if c.sentence.passage_kind in {"title", "lead"}][:OPENING]
    for kind in ("region", "province", "country"):
        places = {
            mention.entity
            for context, mention in named(opening)
            if mention.kind == kind and mention.entity and mention.method in {"exact", "alias"}
        }
        if len(places) == 1:
            return places.pop()
    local = any(m.kind == "municipality" and m.entity != main_place for _, m in named(opening))
    return None if local else of_the_nation(opening, lexicon)


def _is_loud(context: Context, mention: Mention) -> bool:
    """'HOORN Eerlijk is eerlijk': a dateline that is run together with its lead."""
    return mention.surface.isupper() and mention.start == context.sentence.start


def _titled(contexts: Sequence[Context]) -> str | None:
    """The only place that the title names as such; in 'Drentse Emmen' that is Emmen."""
    places = {
        mention.entity
        for context, mention in named(contexts)
        if context.sentence.passage_kind == "title"
        and mention.kind in _TITLED
        and mention.method in {"exact", "alias"}
        and mention.entity is not None
        and not is_abroad(mention.entity)
    }
    return places.pop() if len(places) == 1 else None


def _is_subject(contexts: Sequence[Context], place: str, lexicon: Lexicon) -> bool:
    """Whether the opening names the place, or the signature, or the text does again and again.

    A heading further down speaks of its own section.
    """
    opening = {id(context) for context in contexts[:OPENING]}
    signature = {id(context) for context in contexts[-OPENING:] if _is_signature(context)}
    count = 0
    shown = False
    passages: set[int] = set()
    own: set[int] = set()
    for context, mention in named(contexts):
        if mention.entity != place or is_of_exchange(context, mention, lexicon):
            continue
        if is_somebody(context, mention):
            continue
        count += 1
        own.add(context.sentence.passage)
        if mention.method == "coreference":
            continue
        kind = context.sentence.passage_kind
        if kind in {"title", "dateline"} or id(context) in signature:
            return True
        shown = shown or id(context) in opening or kind in HEADS
        if kind != "heading":
            passages.add(context.sentence.passage)
    if shown:
        # 'Hij komt uit een Friese familie. …' in a text about a party in the Tweede Kamer.
        return len(own) > 1 or _nation_passages(contexts, lexicon) < _NATIONAL_AFFAIRS
    if speaks_for_nation(contexts[:OPENING], lexicon):
        return len(passages) >= _KEEPS_TO  # else it is an example, further down
    return len(passages) > 1 or count >= _OFTEN


def _nation_passages(contexts: Sequence[Context], lexicon: Lexicon) -> int:
    national = (context for context in contexts if context.has(lexicon.national) is not None)
    return len({context.sentence.passage for context in national})


def _town(contexts: Sequence[Context]) -> str | None:
    """The town that no list has and that a text names in its opening and most, again and again.

    Example: 'Brand in Lissabon' above three passages that speak of Lissabon.
    """
    passages: defaultdict[str, set[int]] = defaultdict(set)
    early: set[str] = set()
    opening = {id(context) for context in contexts[:OPENING]}
    for context, mention in named(contexts):
        if mention.kind != "place" or mention.entity is None:
            continue
        passages[mention.entity].add(context.sentence.passage)
        if id(context) in opening or context.sentence.passage_kind in HEADS:
            early.add(mention.entity)
    most = max(map(len, passages.values()), default=0)
    leading = [place for place, named_in in passages.items() if len(named_in) == most]
    return leading[0] if len(leading) == 1 and most >= _OFTEN and leading[0] in early else None


def _is_signature(context: Context) -> bool:
    """'Jo Bos, raadslid CDA Emmen', 'burgemeester en wethouders van Emmen': who wrote the text."""
    heads = context.sentence.passage_kind in {"heading", "title", "caption", "table"}
    return not heads and len(context.tokens) <= _LINE and not has_verb(context)


def _region(contexts: Sequence[Context]) -> str | None:
    """The only region that the opening names, where no municipality or province leads."""
    places = {
        mention.entity
        for context, mention in named(_top(contexts))
        if mention.kind == "region" and mention.entity and not is_abroad(mention.entity)
    }
    return places.pop() if len(places) == 1 else None


def _speaks_of_region(contexts: Sequence[Context]) -> bool:
    """Whether a text calls what it is about 'de regio', and opens with no municipality.

    'In de Achterhoek zit 18 procent krap. In de hele regio …' is about the Achterhoek, whatever
    towns it names further down.
    """
    opening = _until_region(_top(contexts))
    local = any(m.kind in {"municipality", "province"} for _, m in named(opening))
    return not local and any(calls_region(context) for context in contexts)


def calls_region(context: Context) -> bool:
    """Whether a sentence speaks of 'de regio', 'het werkgebied'."""
    return any(token.text.lower() in _REGIONAL for token in context.tokens)


def _until_region(top: Sequence[Context]) -> list[Context]:
    """The opening as far as the sentence that names the region, and the whole lead."""
    named = next((n for n, c in enumerate(top) if any(m.kind == "region" for m in c.mentions)), 0)
    return [c for n, c in enumerate(top) if n <= named or c.sentence.passage_kind in HEADS]


def _top(contexts: Sequence[Context]) -> list[Context]:
    """The opening, and its first sentences that tell something below a letterhead or a byline."""
    telling = (place for place, context in enumerate(contexts) if has_verb(context))
    below = [contexts[place] for place in islice(telling, OPENING) if place >= OPENING]
    return [*contexts[:OPENING], *below]
