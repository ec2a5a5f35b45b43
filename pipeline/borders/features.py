"""What speaks for and against a stretch of words being one sentence, heading or list item.

A feature is a number; the weights of the features are learned from texts whose borders are known
(``models/training/fit_borders.py``). They are few and speak for themselves: *Jan Smit: voorzitter*
followed by *Els Bos: penningmeester* has the same form as what precedes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.conventions.relations import NAMES

#: Marks that end a sentence, also before a closing quote or bracket.
FINAL: Final = frozenset({".", "?", "!", "…", "..."})
CLOSING: Final = frozenset({")", "]", "»", "”", "’", '"', "'"})
OPENING_QUOTES: Final = frozenset({"«", "“", "„", '"', "'", "‘"})
_BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}
# Marks that come once in an item of a list: twice says that two items were taken together.
_SEPARATORS: Final = (":", "«", "-", "–", "(")
_FORM_WORDS: Final = 14
_MOST_ODDS: Final = 6.0
_LONGEST: Final = 30  # words; what is longer is as unlikely as that
_TWO, _THREE = 2, 3

#: The features of one stretch, in the order of :func:`stretch_features`.
STRETCH: Final = (
    "odds",  # that a sentence begins here, by the network: the logarithm, at most 6
    "doubted",  # the network thinks rather not
    "closed",  # ends with . ? !
    "closed_with_verb",
    "open_with_verb",  # a finite verb, and no . ? ! at the end
    "open_with_verbs",  # several
    "open_and_small",  # no . ? ! at the end, and no capital at the beginning
    "one_word",
    "two_words",
    "three_words",
    "length",  # of what has no . ? ! at the end, in tens of words
    "brackets",  # one that opens and does not close, or the other way round
    "quotes",
    "begins_with_digit",
    "begins_with_bracket",
    "begins_with_quote",
    "in_brackets",  # begins with one and ends with its like
    "in_brackets_behind_end",  # and what stands before it ends a sentence
    "ends_with_comma",
    "ends_with_colon",
    "ends_with_dash",
    "ends_with_quote",  # that opens one
    "ends_with_number",
    "ends_with_article",
    "ends_with_preposition",
    "ends_with_conjunction",
    "cuts_name",  # the words on both sides of its beginning are names
    "separators",  # more colons, brackets … than one
    "years",  # more years than one
)
#: The features of two neighbours, in the order of :func:`pair_features`.
PAIR: Final = (
    "same_form",
    "same_beginning",
    "same_end",
    "same_length",  # both without . ? !, and at most a word longer or shorter
    "same_first_word",
    "title",  # the second begins with the words of the first, as a text with its title
    "behind_colon",  # the first ends with a colon, the second has no . ? ! at the end
    "open_then_closed",
    "closed_then_open",
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words, their tags (those of the Lassy treebank) and the odds that a sentence begins there.

    Odds are natural logarithms: 0 is as likely as not.
    """

    words: Sequence[str]
    tags: Sequence[str]
    odds: Sequence[float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from ``start`` up to ``end`` and what its neighbours need to know of it."""

    start: int
    end: int
    closed: bool
    form: tuple[str, ...]
    features: tuple[float, ...]


def form(word: str) -> str:
    """Return the kind of word: Y for a year, d for another number, X with a capital, x without.

    >>> [form(word) for word in ("Jan", ":", "lid", "1994", "12")]
    ['X', ':', 'x', 'Y', 'd']
    """
    first = word[0]
    if first.isdigit():
        return "Y" if len(word) == 4 and word.isdigit() and first in "12" else "d"
    if first.isalpha():
        return "X" if first.isupper() else "x"
    return word


def collapsed(words: Sequence[str]) -> tuple[str, ...]:
    """Return the forms of some words, each run of one form once.

    >>> collapsed("Mark De Smet : algemeen secretaris".split())
    ('X', ':', 'x')
    """
    forms: list[str] = []
    for word in words[:_FORM_WORDS]:
        kind = form(word)
        if not forms or forms[-1] != kind:
            forms.append(kind)
    return tuple(forms)


def is_closed(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the words end as a sentence does: *klaar.* and *klaar.”*, not *klaar (2)*."""
    last = end - 1
    if words[last] in FINAL:
        return True
    while last > start and words[last] in CLOSING:
        last -= 1
    return words[last] in FINAL


def stretch(text: Text, start: int, end: int) -> Stretch:
    """Return the words from ``start`` up to ``end`` with their features."""
    words, tags = text.words[start:end], text.tags[start:end]
    closed = is_closed(text.words, start, end)
    return Stretch(
        start, end, closed, collapsed(words), stretch_features(text, start, words, tags, closed)
    )


def stretch_features(
    text: Text, start: int, words: Sequence[str], tags: Sequence[str], closed: bool
) -> tuple[float, ...]:
    """Return the values of :data:`STRETCH`."""
    first, last, last_tag, size = words[0], words[-1], tags[-1], len(words)
    odds = max(-_MOST_ODDS, min(_MOST_ODDS, text.odds[start])) if start else 0.0
    verbs = sum(tag.startswith("WW|pv") for tag in tags)
    before = text.words[start - 1] if start else ""
    in_brackets = first == "(" and last == ")"
    separators = max(words.count(mark) for mark in _SEPARATORS)
    years = sum(form(word) == "Y" for word in words)
    return (
        odds,
        odds < 0,
        closed,
        closed and verbs > 0,
        not closed and verbs > 0,
        not closed and verbs > 1,
        not closed and first[0].islower(),
        size == 1,
        size == _TWO,
        size == _THREE,
        0 if closed else min(size, _LONGEST) / 10,
        sum(_BRACKETS.get(word, 0) for word in words) != 0,
        words.count('"') % 2 == 1 or _open_quotes(words) != 0,
        first[0].isdigit(),
        first in "([",
        first in OPENING_QUOTES,
        in_brackets,
        in_brackets and (before in FINAL or before in CLOSING),
        last in ",;",
        last == ":",
        last in "-–—/=",
        last in "«“„(",
        last_tag.startswith("TW"),
        last_tag.startswith("LID"),
        last_tag.startswith("VZ"),
        last_tag.startswith("VG"),
        start > 0 and _is_name(text.tags[start - 1]) and _is_name(tags[0]),
        0 if closed else min(3, max(0, separators - 1)),
        0 if closed else min(2, max(0, years - 1)),
    )


def pair_features(text: Text, one: Stretch, two: Stretch) -> tuple[float, ...]:
    """Return the values of :data:`PAIR` for two neighbours."""
    words = text.words
    both_open = not one.closed and not two.closed
    formed = both_open and len(one.form) > 1 and len(two.form) > 1
    same = formed and one.form == two.form
    size, other = one.end - one.start, two.end - two.start
    return (
        same,
        formed and not same and one.form[:2] == two.form[:2],
        formed and not same and one.form[-2:] == two.form[-2:],
        both_open and abs(size - other) <= 1,
        words[one.start] == words[two.start],
        not one.closed
        and other > size
        and words[two.start : two.start + size] == words[one.start : one.end],
        words[one.end - 1] == ":" and not two.closed,
        not one.closed and two.closed,
        one.closed and not two.closed,
    )


def _open_quotes(words: Sequence[str]) -> int:
    return sum(word in "«“„" for word in words) - sum(word in "»”" for word in words)


def _is_name(tag: str) -> bool:
    return tag.startswith(NAMES)
