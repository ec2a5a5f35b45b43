"""Identifiers that follow from content: the same words get the same id in every base."""

from __future__ import annotations

import hashlib
from collections import Counter

_DIGITS = 16


def _digest(*parts: object) -> str:
    joined = "|".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:_DIGITS]


def document_id(sha256: str) -> str:
    """Return the id of the document with these bytes: ``d`` and the first 16 digits.

    >>> document_id("ab" * 32)
    'dabababababababab'
    """
    return "d" + sha256[:_DIGITS]


def reconciliation_id(topic: str, place: str | None, unit: str | None, *more: str | None) -> str:
    """Return the id of a group of figures: ``R`` and 16 digits; ``more`` tells subgroups apart."""
    return "R" + _digest(topic, place, unit, *more)


def finding_id(kind: str, figures: tuple[str, ...]) -> str:
    """Return the id of a finding about these figures, in any order: ``N`` and 16 digits."""
    return "N" + _digest(kind, *sorted(figures))


def decision_id(kind: str, document_sha256: str | None, subject: str, value: str, at: str) -> str:
    """Return the id of a decision: ``D`` and 16 digits."""
    return "D" + _digest(kind, document_sha256, subject, value, at)


class FactIds:
    """Gives ids to the facts of one document: from where they stand, never from a counter.

    Facts that cannot be told apart by place and kind (two figures made of one number) get an
    ordinal, counted in the order in which they are given.

    >>> ids = FactIds("d0123456789abcdef")
    >>> first = ids.next("f", 10, 14, "level")
    >>> first[0], len(first), first == ids.next("f", 10, 14, "level")
    ('f', 17, False)
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._seen: Counter[tuple[str, int, int, str]] = Counter()

    def next(self, prefix: str, start: int, end: int, kind: str) -> str:
        """Return the id of the next fact of this kind at original offsets ``start``-``end``."""
        same = (prefix, start, end, kind)
        ordinal = self._seen[same]
        self._seen[same] += 1
        return prefix + _digest(self._document, start, end, kind, ordinal)
