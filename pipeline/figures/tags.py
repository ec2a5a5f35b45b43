"""Tags of words that a tagger takes for something else, put right by what the words are.

Words for groups of people are nouns: 'jongeren' and 'ouderen' are comparatives by form, and taggers
follow the form. A verb that opens a sentence is no name for its capital, and a name no mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.lexicon import Lexicon
from pipeline.lemmas.tables import lookup, tables
from pipeline.records import Mention, Token


def put_right(
    tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[Token, ...]:
    """Return the tokens of a sentence, of which ``mentions`` are the names, with better tags."""
    right = tuple(
        token if _in_name(token, mentions) else _as_noun(token, lexicon) for token in tokens
    )
    return _with_opening_verb(tuple(_as_name(token) for token in right), mentions)


def _in_name(token: Token, mentions: Sequence[Mention]) -> bool:
    """'Truus de Boer' is no farmer."""
    return any(m.kind == "person" and m.start <= token.start < m.end for m in mentions)


def _as_name(token: Token) -> Token:
    """'Bakker Hoeven': a word with a capital is no mark, which unknown names may be tagged as."""
    capital = token.text[:1].isupper() and token.text.isalpha() and len(token.text) > 1
    return replace(token, pos="PROPN") if capital and token.pos == "PUNCT" else token


def _as_noun(token: Token, lexicon: Lexicon) -> Token:
    lemma = lexicon.population_forms.get(token.text.lower())
    if lemma is None or token.pos in {"VERB", "AUX"}:
        return token
    if token.text.lower() == "ouder" and token.pos == "ADJ":
        return token  # 'wie ouder is dan 65' is no parent
    return replace(token, pos="NOUN", lemma=lemma)


def _with_opening_verb(tokens: tuple[Token, ...], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """'Vond in 2015 nog 30 procent dat …': no name, but the verb of a clause that sets off."""
    opening = tokens[0] if len(tokens) > 1 else None
    if opening is None or opening.pos != "PROPN" or tokens[1].pos == "PROPN":
        return tokens
    word = opening.text.lower()
    verb = lookup().get(word, "")
    named = any(m.start <= opening.start < m.end for m in mentions)
    if named or verb not in tables().verbs or word in tables().nouns:
        return tokens
    first = replace(opening, pos="VERB", lemma=verb, dep="ROOT", morph="VerbForm=Fin")
    return first, *tokens[1:]
