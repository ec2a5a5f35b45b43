"""From what a person types to what the search index understands.

Words match by their Dutch stem (jongere finds jongeren), "quoted words" as a phrase, ``jeugd*`` by
how a word begins, ``-woord`` leaves sentences out, and ``OR`` between words accepts either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.store.stems import fold, stem, words

_PART = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase of a query. ``prefix``: the last word may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False

    def expression(self) -> str:
        plain = " ".join(fold(word) for word in self.words)
        if self.prefix:
            return f'text : "{plain}" *'
        stems = " ".join(stem(word) for word in self.words)
        # The words as typed are also looked for, so that they can weigh more than their stems.
        return f'(stems : "{stems}" OR text : "{plain}")'


def _terms(query: str) -> list[_Term | str]:
    terms: list[_Term | str] = []
    for part in _PART.finditer(query):
        minus, phrase, star, word = part.groups()
        if word == "OR":
            terms.append("OR")
            continue
        if word is not None:
            minus = "-" if word.startswith("-") and len(word) > 1 else ""
            star = "*" if word.endswith("*") else ""
            phrase = word
        found = tuple(words(phrase))
        if found:
            terms.append(_Term(found, bool(star), bool(minus)))
    return terms


def match_expression(query: str) -> str | None:
    """Return the FTS5 expression for a query, or None when there is nothing to look for.

    Nothing that a person types is an error: signs that mean nothing here are passed over.

    >>> match_expression('jongere')
    '(stems : "jonger" OR text : "jongere")'
    """
    terms = _terms(query)
    wanted: list[list[str]] = []
    join_next = False
    for term in terms:
        if isinstance(term, str):
            join_next = bool(wanted)
        elif not term.excluded:
            if join_next:
                wanted[-1].append(term.expression())
            else:
                wanted.append([term.expression()])
            join_next = False
    if not wanted:
        return None
    expression = " AND ".join(
        group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in wanted
    )
    excluded = [term.expression() for term in terms if isinstance(term, _Term) and term.excluded]
    if excluded:
        return f"({expression}) NOT ({' OR '.join(excluded)})"
    return expression


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """Return where in ``text`` the words of ``query`` stand, in any of their forms."""
    stems: set[str] = set()
    prefixes: list[str] = []
    for term in _terms(query):
        if isinstance(term, str) or term.excluded:
            continue
        whole = term.words[:-1] if term.prefix else term.words
        stems |= {stem(word) for word in whole}
        if term.prefix:
            prefixes.append(fold(term.words[-1]))
    return [
        match.span()
        for match in re.finditer(r"[^\W_]+", text)
        if stem(match[0]) in stems or any(fold(match[0]).startswith(each) for each in prefixes)
    ]
