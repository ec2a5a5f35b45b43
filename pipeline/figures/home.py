"""Which country a text is at home in, and the people in it that are from elsewhere.

In a text about Sri Lanka the Netherlands are abroad. And what a person is called after is no place
where anything happens: 'de Ierse middenvelder tekent', 'een Turkse Nederlander'.
"""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.phrases import lemma
from pipeline.records import Mention

NATIONAL = "NL"
DEMONYMS = frozenset({"adjective", "inhabitant"})  # how a mention names a place by them
_CODE = 2  # letters of the id of a country
_DUTCH = "-nederlands"
_QUOTES = frozenset({'"', "“", "„", "‘", "’", "'"})
_CLOCK = frozenset({"tijd"})  # '10.30 uur Nederlandse tijd'


def is_country(place: str) -> bool:
    """Whether an id is that of a country, or of a part of the world: ``LK``, ``area:afrika``."""
    return place.startswith("area:") or len(place) == _CODE


def home_of(place: str | None) -> str:
    """Return the country in which a text about a place is at home.

    Example: ``LK`` for a text about Sri Lanka, ``NL`` for one about Emmen or about no one place.
    """
    return place if place is not None and is_country(place) else NATIONAL


def is_abroad(place: str, home: str = NATIONAL) -> bool:
    """Another country, or a part of the world, holds for no passage but its own."""
    return is_country(place) and place != home


def is_of_people(context: Context, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the name of a country says what people are, be they one or many."""
    return _is_of_country(mention) and (
        mention.method == "inhabitant" or _person(context, mention, lexicon) is not None
    )


def is_of_person(context: Context, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the name of a country says what one person is, or what the clock said there.

    Of more than one it may tell a place: 'Britse automobilisten', 'Britten'.

    Example: 'Britse' in 'de Britse Mercedes-coureur', 'Brit' in 'de Brit', 'Nederlandse tijd'.
    """
    if not _is_of_country(mention):
        return False
    first, last = context.span(mention.start, mention.end)
    if mention.entity != NATIONAL and _DUTCH in context.tokens[first].text.lower():
        return True  # 'Turks-Nederlandse jongeren'
    if is_somebody(context, mention):
        return True
    if last < len(context.tokens) and context.tokens[last].text.lower() in _CLOCK:
        return True
    person = _person(context, mention, lexicon)
    return person is not None and "Number=Plur" not in context.tokens[person].morph


def is_somebody(context: Context, mention: Mention) -> bool:
    """Whether a name is that of one inhabitant: 'de Limburger', not 'de Leeuwarder wijken'.

    Or an adjective that stands for one: 'een onbekende Fries', 'de Portugees'.
    """
    if mention.method not in DEMONYMS:
        return False
    _, last = context.span(mention.start, mention.end)
    described = {"ADJ", "NOUN"} | ({"PROPN"} if mention.method == "adjective" else set())
    describes = last < len(context.tokens) and context.tokens[last].pos in described
    return not describes and "Number=Sing" in context.tokens[last - 1].morph


def _person(context: Context, mention: Mention, lexicon: Lexicon) -> int | None:
    """The noun or name of a person behind an adjective: 'de jonge Britse zanger', 'Turkse Jan'."""
    if mention.method != "adjective":
        return None
    _, index = context.span(mention.start, mention.end)
    tokens = context.tokens
    while index < len(tokens) and (tokens[index].pos == "ADJ" or tokens[index].text in _QUOTES):
        index += 1
    if index >= len(tokens):
        return None
    if any(m.kind == "person" and m.start == tokens[index].start for m in context.mentions):
        return index
    words = (tokens[index].text.lower(), lemma(tokens[index]))
    return index if any(word.endswith(lexicon.persons) for word in words) else None


def _is_of_country(mention: Mention) -> bool:
    return mention.method in DEMONYMS and mention.entity is not None and is_country(mention.entity)
