"""Where a text says that a number counts something in that another number leaves out.

'Het zwembad trok 251.400 bezoekers; 268.000 is inclusief schoolzwemmen (16.600)': two numbers on
one year that do not contradict each other, because the text says in what they differ.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.sentences import has, sentence
from pipeline.store.stems import stem

_STEM = 5  # letters that two forms of one word share
APART = 2  # sentences between two numbers of which one counts more


def scoped(a: Stated, b: Stated) -> bool:
    """Whether the text of two figures says of one that it counts something in or leaves it out.

    >>> # 'Het waren er 251.400. Inclusief schoolzwemmen zijn het er 268.000.'
    """
    if a.document != b.document or abs(a.position - b.position) > APART:
        return False
    return counts_in(a) or counts_in(b)


def otherwise_scoped(a: Stated, b: Stated) -> bool:
    """Whether of two texts one says what its number counts in or leaves out, and not the other.

    >>> # '4,6 miljoen euro exclusief btw' and '4,2 miljoen euro'
    """
    if a.document == b.document:
        return False
    words = sameness().counted_in
    return _said(a, words) != _said(b, words)


def narrowed(a: Stated, b: Stated) -> bool:
    """Whether of two figures one is of a part only: 'ernstig eenzaam' is less than 'eenzaam'."""
    return _narrowing(a) != _narrowing(b)


def _narrowing(figure: Stated) -> frozenset[str]:
    """The narrowing words of a sentence that stand before what the figure measures."""
    named = [stem(word) for word in re.findall(r"[^\W\d_]+", figure.label.lower())]
    words = re.findall(r"[^\W\d_]+", figure.sentence.lower())
    return frozenset(
        stem(first)
        for first, second in pairwise(words)
        if first in sameness().narrowing and any(_kin(stem(second), name) for name in named)
    )


def _kin(a: str, b: str) -> bool:
    """Whether two stems are forms of one word: 'eenzam' of 'eenzaam' and 'eenzaamheid'."""
    return min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]


def _said(figure: Stated, words: tuple[str, ...]) -> frozenset[str]:
    text = sentence(figure)
    return frozenset(each for each in words if has(text, each))


def counts_in(figure: Stated) -> bool:
    """Whether the sentence of a figure has words such as 'inclusief' or 'meegeteld'."""
    return has(sentence(figure), *sameness().scope)
