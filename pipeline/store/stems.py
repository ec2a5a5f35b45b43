"""Dutch stems for the search index: ``jongere`` finds ``jongeren``, ``cafe`` finds ``café``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")  # the same words that SQLite's unicode61 tokenizer sees


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


@cache
def _stemmer() -> _Stemmer:
    stemmer: _Stemmer = snowballstemmer.stemmer("dutch")
    return stemmer


def fold(text: str) -> str:
    """Return ``text`` in lower case and without diacritics.

    >>> fold("Eén CAFÉ")
    'een cafe'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Dutch stem of one word, folded first so that accents make no difference.

    >>> stem("jongeren") == stem("jongere")
    True
    """
    return fold(_stemmer().stemWord(fold(word)))


def words(text: str) -> list[str]:
    """Return the words of ``text`` as the search index sees them: letters and digits only."""
    return _WORD.findall(text)


def stem_text(text: str) -> str:
    """Return the stems of all words of ``text``, in order, with a space between.

    Order and number of the words stay, so that phrases can be searched too.
    """
    return " ".join(stem(word) for word in words(text))
