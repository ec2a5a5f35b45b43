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
from pipeline.records import Evidence, Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"DET", "ADJ", "ADV", "NUM", "PRON"})
_QUALIFIERS = frozenset({"op", "voor", "aan", "in", "bij", "met", "zonder", "van", "naar", "over"})
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
    while place < clause.last and (tokens[place].pos in _BEFORE or _is_participle(context, place)):
        place += 1
        planned = _past_time(context, place)
        if planned is not None and tokens[place - 1].pos == "DET":
            place = planned
    head = None
    places = place_tokens(context)
    while place < clause.last and tokens[place].pos in _NOMINAL:
        # 'uitgaven jeugd': of two nouns next to each other the first is the head; 'Leeuwarder
        # huishoudens': a place before a noun is an adjective.
        if head is None or (head in places and place == head + 1):
            head = place
        place += 1
    if head is None:
        return None
    return NounPhrase(index, place, head)


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


def _is_participle(context: Context, index: int) -> bool:
    """'de verkochte auto's', 'de regerende partij': a verb by form that describes a noun."""
    token = context.tokens[index]
    following = context.tokens[index + 1 : index + 2]
    if token.pos != "VERB" or "VerbForm=Fin" in token.morph:
        return False
    inflected = token.text.lower().endswith(("de", "te", "ene"))
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
        if inner is None or _holds_quantity(context, inner):
            break
        last = inner.last
    return NounPhrase(phrase.first, last, phrase.head)


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
