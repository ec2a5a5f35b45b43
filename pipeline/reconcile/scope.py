"""Where a text says that a number counts something in that another number leaves out.

'Het zwembad trok 251.400 bezoekers; 268.000 is inclusief schoolzwemmen (16.600)': two numbers on
one year that do not contradict each other, because the text says in what they differ.
"""

from __future__ import annotations

import re

from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness

APART = 2  # sentences between two numbers of which one counts more


def scoped(a: Stated, b: Stated) -> bool:
    """Whether the text of two figures says of one that it counts something in or leaves it out.

    >>> # 'Het waren er 251.400. Inclusief schoolzwemmen zijn het er 268.000.'
    """
    if a.document != b.document or abs(a.position - b.position) > APART:
        return False
    return counts_in(a) or counts_in(b)


def counts_in(figure: Stated) -> bool:
    """Whether the sentence of a figure has words such as 'inclusief' or 'meegeteld'."""
    text = " ".join(figure.sentence.split()).lower()
    return any(
        re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
        for words in sameness().scope
    )
