"""Places that a sentence names in passing: examples, and where somebody or something comes from."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.records import Mention

_EXAMPLES = frozenset({"bijvoorbeeld", "waaronder"})
_AMONG = frozenset({"meer", "andere"})  # 'onder meer', 'onder andere'
_LISTED = frozenset({",", "in", "te", "en", "of"})
_PART_OF = frozenset({"waaronder", "waarvan"})
_COMING = frozenset({"afkomstig", "komt", "kwam", "komen", "kwamen", "mee"})
_BORN = frozenset({"geboren", "opgegroeid", "getogen"})
# What comes from a country may also be what was found out there.
_FINDINGS = frozenset({"cijfer", "gegeven", "onderzoek", "studie", "bericht", "data"})


def is_example(context: Context, index: int) -> bool:
    """Whether the name at a token is one of several: '63 bedrijven, onder meer in Appingedam'."""
    tokens = context.tokens
    place = index - 1
    while place >= 0 and (tokens[place].pos == "PROPN" or tokens[place].text.lower() in _LISTED):
        place -= 1
    if place < 0:
        return False
    word = tokens[place].text.lower()
    among = word in _AMONG and place > 0 and tokens[place - 1].text.lower() == "onder"
    return among or word in _EXAMPLES


def is_among(context: Context, last: int, start: int) -> bool:
    """'63 landen, waaronder Nederland', '80 huizen, waarvan 12 in Loon': of a part alone."""
    return any(token.text.lower() in _PART_OF for token in context.tokens[last:start])


def stands_behind(context: Context, mention: Mention, words: frozenset[str]) -> bool:
    """Whether one of the words stands before a place: 'in 63 landen, waaronder Nederland'."""
    first, _ = context.span(mention.start, mention.end)
    before = context.tokens[max(0, first - 2) : first]
    return any(token.text.lower() in words for token in before)


def is_origin(context: Context, index: int) -> bool:
    """Whether the name at a token is where people or goods are from: 'ontheemden uit Syrië'.

    Also 'Jan de Bruin uit Syrië', 'afkomstig uit Syrië', 'geboren in Syrië'.
    """
    tokens = context.tokens
    if index < 2:
        return False
    before, word = tokens[index - 2], tokens[index - 1].text.lower()
    if word == "in" and before.text.lower() in _BORN:
        return True
    if word != "uit" or not (before.pos in {"NOUN", "PROPN"} or before.text.lower() in _COMING):
        return False
    return not _FINDINGS.intersection(context.forms[index - 2])
