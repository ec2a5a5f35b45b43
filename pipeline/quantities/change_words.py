"""Nouns that say that something rose or fell, compounds included: afname, loonstijging."""

from __future__ import annotations

from functools import lru_cache

from pipeline.quantities.lexicon import lexicon


@lru_cache(maxsize=20_000)
def change_noun(word: str) -> str:
    """Return the noun of change that ``word`` is or ends in, or ''.

    >>> change_noun("loonstijging"), change_noun("loon")
    ('stijging', '')
    """
    nouns = lexicon().changes.nouns
    if word in nouns:
        return word
    for noun in nouns:
        if len(noun) > 4 and word.endswith(noun):
            return noun
    return ""


def is_change_noun(word: str) -> bool:
    """Tell whether a word is a noun of change: afname, loonstijging, koerswinst."""
    return bool(change_noun(word)) or word in lexicon().changes.percent_only
