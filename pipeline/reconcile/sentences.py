"""The words of the sentence of a figure, and where its number stands among them."""

from __future__ import annotations

import re

from pipeline.reconcile.records import Stated


def flat(text: str) -> str:
    """Return a text with its white space made single."""
    return " ".join(text.split())


def sentence(figure: Stated) -> str:
    """Return the sentence of a figure in small letters, white space made single."""
    return flat(figure.sentence).lower()


def place_in_sentence(figure: Stated) -> tuple[int, int] | None:
    """Where the words of a figure stand in its sentence, white space made single."""
    words = re.escape(flat(figure.surface))
    found = [
        match.span() for match in re.finditer(rf"(?<![\w.,]){words}(?!\w)", flat(figure.sentence))
    ]
    return min(found, key=lambda span: abs(span[0] - figure.offset)) if found else None


def before(figure: Stated) -> str:
    """Return the words before a number, in small letters; none where it is not found.

    >>> # 'In Assen houdt de raad het op ' of 'In Assen houdt de raad het op 40 dassen'
    """
    place = place_in_sentence(figure)
    return sentence(figure)[: place[0]] if place else ""


def has(text: str, *phrases: str) -> bool:
    """Whether one of these phrases stands in a text, as whole words.

    >>> has("4,6 miljoen euro excl. btw", "incl.", "excl."), has("inclusiefprijs", "inclusief")
    (True, False)
    """
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) for phrase in phrases)
