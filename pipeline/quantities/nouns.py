"""The noun that a number counts: 'vijf grootste zorgaanbieders' counts zorgaanbieders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lemmas import nouns
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.scan import WORD, Piece, ends_sentence
from pipeline.records import Token

_MOST_ADJECTIVES = 3
# Nouns that stay singular behind a number: 'twintig man personeel', 'drie stuks'.
_SINGULAR = {"man": "man", "stuk": "stuk", "stuks": "stuk", "paar": "paar", "x": "keer"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The piece that holds the counted noun, its lemma, and whether the tables know it."""

    index: int
    lemma: str
    known: bool


def counted_noun(
    pieces: Sequence[Piece],
    index: int,
    *,
    plural: bool,
    tokens: Mapping[int, Token] | None = None,
) -> Counted | None:
    """Return the noun that a number before piece ``index`` counts, or None.

    Up to three adjectives are skipped. ``tokens`` (by start offset) decide where they have an
    opinion; without them the noun tables and the shape of the word do.
    """
    position, adjectives, opened = index, 0, False
    while position < len(pieces) and adjectives <= _MOST_ADJECTIVES:
        piece = pieces[position]
        if position > index and ends_sentence(pieces, position - 1):
            return None
        if adjectives and piece.low in {"en", ","}:
            # 'drie lange en dure trajecten': only between two adjectives; in 'vier andere,
            # biologische, kinderen' a second comma closes what the first one opened.
            position += 1
            if position >= len(pieces):
                return None
            closes = piece.low == "," and opened
            opened = piece.low == ","
            if not (closes or nouns.is_adjective(pieces[position].low)):
                return None
            continue
        if piece.kind != WORD or _stops(pieces, position):
            return None
        if piece.opens_line and piece.capital:
            return None
        token = tokens.get(piece.start) if tokens else None
        found = _judge(piece, plural=plural, token=token)
        if found is None and position == index and plural:
            found = _nominalised(pieces, position, tokens)
        if found is not None:
            return Counted(
                position, nouns.with_capitals(found.lemma, piece.text, piece.low), found.known
            )
        if not _skippable(pieces, position, token):
            return None
        position, adjectives = position + 1, adjectives + 1
    return None


def _stops(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the word cannot stand in a noun phrase: a verb, a pronoun, a preposition.

    'Drie overleden er' is a verb, 'drie overleden bewoners' a participle.
    """
    low = pieces[index].low
    if low not in lexicon().others.stops:
        return False
    if not nouns.is_strong_participle(low) or index + 1 >= len(pieces):
        return True
    following = nouns.noun(pieces[index + 1].low, plural=True)
    return following is None or not following.known or not following.plural


def _judge(piece: Piece, *, plural: bool, token: Token | None) -> nouns.Noun | None:
    if piece.low in _SINGULAR:
        return nouns.Noun(_SINGULAR[piece.low], plural, True)
    listed = lexicon().units.lemmas.get(piece.low)
    if listed is not None and plural:
        return nouns.Noun(listed, True, True)
    noun = nouns.noun(piece.low, plural=plural)
    if token is not None and _is_noun(token):
        if noun is not None and noun.known and (noun.plural or not plural):
            return noun
        if plural and not _looks_plural(piece, token):
            return None
        return nouns.Noun(token.lemma.lower(), plural, True)
    if noun is None:
        return None
    if token is not None and token.pos in {"VERB", "AUX", "ADP", "ADV", "PRON", "CCONJ", "SCONJ"}:
        return None
    if token is not None and token.pos == "ADJ" and not _surely_noun(piece, noun):
        return None
    if piece.capital and not (noun.plural and plural):
        return None
    if plural != noun.plural:
        return None
    if not noun.known and (not plural or nouns.is_verb(piece.low)):
        return None
    if not plural and nouns.is_inflected_adjective(piece.low):
        return None
    return noun


def _is_noun(token: Token) -> bool:
    """Tell a noun; the inhabitants of a place are names to a tagger: '600 Almeloërs'."""
    return token.pos == "NOUN" or (token.pos == "PROPN" and "Number=Plur" in token.morph)


def _looks_plural(piece: Piece, token: Token) -> bool:
    """Tell a plural that the tables do not know from what a tagger takes for a noun: '25 best'."""
    if "Number=" in token.morph:
        return "Number=Plur" in token.morph
    return piece.low.endswith(("n", "s", "a", "i"))


def _nominalised(
    pieces: Sequence[Piece], index: int, tokens: Mapping[int, Token] | None
) -> nouns.Noun | None:
    """Return the noun of '121 gewonden' or '33.000 werklozen' that a tagger takes for a verb.

    Right behind a number such a word is a noun unless a noun in the plural follows it.
    """
    noun = nouns.noun(pieces[index].low, plural=True)
    if noun is None or not noun.plural or pieces[index].low != f"{noun.lemma}n":
        return None
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    token = tokens.get(following.start) if tokens and following is not None else None
    if following is not None and token is not None and token.pos == "NOUN":
        # 'kregen 378 duizend jongeren hulp': a number above one counts no singular.
        other = nouns.noun(following.low, plural=True)
        if other is None or other.plural:
            return None
    return noun


def _surely_noun(piece: Piece, noun: nouns.Noun) -> bool:
    return noun.known and noun.plural and not nouns.is_adjective(piece.low)


def _skippable(pieces: Sequence[Piece], index: int, token: Token | None) -> bool:
    """Tell whether the piece can be an adjective in front of the counted noun."""
    piece = pieces[index]
    if token is not None and token.pos in {"ADJ"}:
        return True
    if token is not None and token.pos in {"AUX", "ADP", "PRON", "CCONJ", "SCONJ", "DET"}:
        return False
    return nouns.is_adjective(piece.low)
