"""Noun phrases by part of speech: the head, what qualifies it, and where it stands.

Chunks are read from the part-of-speech tags alone, left to right: tags are right far more often
than dependency arcs, and every model has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import load_lexicon
from pipeline.figures.words import place_tokens
from pipeline.lemmas.nouns import noun
from pipeline.lemmas.tables import tables
from pipeline.records import Evidence, Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"DET", "ADJ", "ADV", "NUM", "PRON"})
_QUALIFIERS = frozenset({"op", "voor", "aan", "in", "bij", "met", "zonder", "van", "naar", "over"})
_DESCRIBING = frozenset({"amod", "conj"})
_AND = frozenset({"en", "of"})
_JOINED = 3  # nouns that are added to one: more make no name
_TIMES = frozenset({"tijd", "begin", "eind", "einde", "moment", "periode", "tempo"})
_AMOUNTS = frozenset({"aantal", "hoeveelheid"})
# 'een verlies van 3 miljoen bij een omzet van 11 miljoen', 'een gezin met een inkomen van 40.000'
_OUTSIDE = frozenset({"met", "bij", "zonder"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase: its token span (half-open) and its head."""

    first: int
    last: int
    head: int


def evidence(context: Context, first: int, last: int, method: str = "stated") -> Evidence:
    """Return the evidence for an indicator that the tokens ``first``-``last`` (half-open) give."""
    tokens = context.tokens
    end = max(first + 1, min(last, len(tokens)))
    return Evidence("indicator", method, tokens[first].start, tokens[end - 1].end)


def phrase_at(context: Context, index: int, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that begins at token ``index``, or None if none begins there.

    A time may stand in it: 'de voor 2023 geplande investeringen'.
    """
    tokens = context.tokens
    place = index
    while place < clause.last and (
        tokens[place].pos in _BEFORE or is_participle(context, place) or _pairs(context, place)
    ):
        place += 1
        place = _past_lower_age(context, place)
        planned = _past_time(context, place)
        if planned is not None and tokens[place - 1].pos == "DET":
            place = planned
    head = None
    places = place_tokens(context)
    while place < clause.last and (
        tokens[place].pos in _NOMINAL or (head is not None and _goes_on(context, place))
    ):
        # 'uitgaven jeugd': of two nouns next to each other the first is the head; 'Leeuwarder
        # huishoudens': a place before a noun is an adjective.
        if head is None or (head in places and place == head + 1):
            head = place
        place += 1
        place = _past_description(context, place, clause)
    if head is None:
        return None
    return NounPhrase(index, place, head)


def _goes_on(context: Context, index: int) -> bool:
    """'de Rentabiliteit Eigen Vermogen': an adjective within a name in capitals."""
    words = context.tokens[index - 1 : index + 2]
    named = len(words) == 3 and all(word.text[:1].isupper() for word in words)
    return named and words[1].pos == "ADJ" and words[2].pos in _NOMINAL


def _past_description(context: Context, place: int, clause: Clause) -> int:
    """Where the noun of 'het aantal nieuwe leden', 'de hoeveelheid gestolen koper' stands."""
    if context.tokens[place - 1].text.lower() not in _AMOUNTS:
        return place
    noun = place
    while noun < clause.last and is_descriptive(context, noun):
        noun += 1
    named = noun < clause.last and context.tokens[noun].pos in _NOMINAL
    return noun if named else place


def _pairs(context: Context, index: int) -> bool:
    """'verse en gedroogde vruchten': 'en' between two words for one noun that is still to come."""
    tokens = context.tokens
    if tokens[index].text.lower() not in _AND or not 0 < index < len(tokens) - 2:
        return False
    before = is_descriptive(context, index - 1)
    described = tokens[index + 1].pos == "ADJ" and tokens[index + 2].pos in {"ADJ", *_NOMINAL}
    return before and (described or is_participle(context, index + 1))


def is_paired(context: Context, index: int, last: int) -> bool:
    """Whether a token is 'en' between two words of a phrase that ends at ``last``, or such a word.

    Of the words only what is no noun or adjective anyway: 'gedroogde' in 'verse en gedroogde
    vruchten'.
    """
    tokens = context.tokens
    if tokens[index].text.lower() in _AND:
        nouns_beside = tokens[index - 1].pos in _NOMINAL and index + 1 < last
        return nouns_beside or _pairs(context, index)
    beside = (tokens[i].text.lower() for i in (index - 1, index + 1) if 0 <= i < last)
    return is_participle(context, index) and any(word in _AND for word in beside)


def first_joint(context: Context, first: int, last: int) -> int | None:
    """Return the token of the first comma or 'en' behind a noun in a stretch, or None."""
    tokens = context.tokens
    places = range(first, last)
    marks = _AND | {","}
    found = (i for i in places if tokens[i].text.lower() in marks and tokens[i - 1].pos in _NOMINAL)
    return next(found, None)


def join(context: Context, phrase: NounPhrase, clause: Clause) -> NounPhrase:
    """Add the nouns that stand beside the last one of a phrase: 'huizen, bruggen en wegen'.

    Only bare ones of a closed list: 'melk en de vraag naar kaas' are two phrases.
    """
    tokens = context.tokens
    last, closed = phrase.last, phrase.last
    for _ in range(_JOINED):
        mark = tokens[last].text.lower() if last + 1 < clause.last else ""
        if mark not in _AND and mark != ",":
            break
        other = phrase_at(context, last + 1, clause)
        if other is None or tokens[last + 1].pos in {"DET", "PRON", "NUM", "ADV"}:
            break
        beside = tokens[other.head].dep == "conj" and phrase.first <= tokens[other.head].head < last
        if not beside or other.head in place_tokens(context) or _holds_quantity(context, other):
            break
        last = other.last
        if mark in _AND:
            closed = last
            break
    return NounPhrase(phrase.first, closed, phrase.head)


def _past_lower_age(context: Context, index: int) -> int:
    """Where 'jarigen' stands of '18- tot 25-jarigen', else ``index`` itself."""
    tokens = context.tokens
    if not tokens[index - 1].text.endswith("-") or not tokens[index - 1].text[0].isdigit():
        return index
    ends = (i for i in range(index, min(index + 4, len(tokens))) if "-" in tokens[i].text)
    return next(ends, index)


def _past_time(context: Context, index: int) -> int | None:
    """Where a time with its preposition and the participle behind it end: 'voor 2023 geplande'."""
    tokens = context.tokens
    if index + 2 >= len(tokens) or tokens[index].pos != "ADP":
        return None
    for time in context.times:
        first, last = context.span(time.start, time.end)
        if first in (index, index + 1) and last < len(tokens):
            return last + (tokens[last].pos == "VERB")
    return None


def is_descriptive(context: Context, index: int) -> bool:
    """'nieuwe leden', 'gestolen koper': an adjective, or a participle that is used as one."""
    return context.tokens[index].pos == "ADJ" or is_participle(context, index)


def is_participle(context: Context, index: int) -> bool:
    """'de verkochte auto's', 'de regerende partij': a verb by form that describes a noun."""
    token = context.tokens[index]
    following = context.tokens[index + 1 : index + 2]
    if token.pos != "VERB" or "VerbForm=Fin" in token.morph:
        return False
    word = token.text.lower()
    strong = word.endswith("en") and token.dep in _DESCRIBING and token.lemma in tables().verbs
    inflected = strong or word.endswith(("de", "te", "ene"))
    return inflected and any(t.pos in {"NOUN", "PROPN", "ADJ"} for t in following)


def phrase_ending(context: Context, last: int, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase whose final token is ``last - 1``, with the phrases it hangs on.

    In 'een tekort op jeugd van' the phrase that ends before 'van' is 'een tekort op jeugd', whose
    head is 'tekort'.
    """
    tokens = context.tokens
    place = last - 1
    if place < clause.first or tokens[place].pos not in _NOMINAL:
        return None
    head = place
    while place - 1 >= clause.first and tokens[place - 1].pos in _NOMINAL:
        place -= 1
        head = place
    while place - 1 >= clause.first and tokens[place - 1].pos in {"ADJ", "NUM", "DET"}:
        place -= 1
    before = place - 1
    if (
        before > clause.first
        and tokens[before].pos == "ADP"
        and tokens[before].text.lower() in _QUALIFIERS - _OUTSIDE
        and tokens[before - 1].pos == "NOUN"
        and not _in_quantity(context, before - 1)  # '3 miljoen euro op een omzet van'
    ):
        outer = phrase_ending(context, before, clause)
        if outer is not None:
            return NounPhrase(outer.first, last, outer.head)
    return NounPhrase(place, last, head)


def extend(context: Context, phrase: NounPhrase, clause: Clause, *, limit: int = 2) -> NounPhrase:
    """Add the prepositional phrases that follow a noun phrase directly, at most ``limit``."""
    last = phrase.last
    for _ in range(limit):
        if last >= clause.last:
            break
        token = context.tokens[last]
        if token.pos != "ADP" or token.text.lower() not in _QUALIFIERS:
            break
        inner = phrase_at(context, last + 1, clause)
        if inner is None and _is_nominal_adjective(context, last + 1):
            last += 2
            break
        if inner is None or _holds_quantity(context, inner) or _is_time(context, inner):
            break
        last = join(context, inner, clause).last
    return NounPhrase(phrase.first, last, phrase.head)


def _is_time(context: Context, phrase: NounPhrase) -> bool:
    """'de proef in korte tijd', 'de omzet in het begin': when, and not of what."""
    alone = phrase.last == phrase.head + 1
    return alone and lemma(context.tokens[phrase.head]).lower() in _TIMES


def lemma(token: Token) -> str:
    """Return the lemma in lower case, except for names, which keep their spelling.

    For nouns the word tables go before the model's lemma, which may be no word at all for a rare
    compound; what the model sees as a singular is none of their plurals ('pils', 'kans').
    'Energiekosten' and its like have no singular (``figures.toml``, ``plural_only``).
    """
    if token.pos == "PROPN":
        return token.lemma or token.text
    if token.pos == "NOUN":
        if token.text.lower().endswith(load_lexicon().plural_only):
            return token.text.lower()
        single = "Number=Sing" in token.morph
        known = noun(token.text.lower(), plural=not single)
        if known is not None and not (single and known.plural):
            return known.lemma
    return (token.lemma or token.text).lower()


def _is_nominal_adjective(context: Context, index: int) -> bool:
    """'de verkoop van biologisch', 'de vraag naar elektrisch': an adjective for what is so."""
    behind = context.tokens[index : index + 2]
    return (
        bool(behind)
        and behind[0].pos == "ADJ"
        and behind[0].dep == "nmod"
        and (behind[-1] is behind[0] or behind[1].pos not in _NOMINAL | _BEFORE)
    )


def nouns(context: Context, first: int, last: int) -> Sequence[int]:
    """Return the indexes of the common nouns in a token span."""
    return [i for i in range(first, last) if context.tokens[i].pos == "NOUN"]


def _in_quantity(context: Context, index: int) -> bool:
    start = context.tokens[index].start
    return any(q.start <= start < q.end and q.noun_start is None for _, q in context.quantities)


def _holds_quantity(context: Context, phrase: NounPhrase) -> bool:
    start = context.tokens[phrase.first].start
    end = context.tokens[phrase.last - 1].end
    return any(q.start < end and q.end > start for _, q in context.quantities)
