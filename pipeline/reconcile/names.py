"""When the names of two figures may stand for the same thing: 'bijdrage', 'exploitatiebijdrage'.

Only that it may be so is concluded here, and only from words; whether two texts are about the same
matter is asked in :mod:`~pipeline.reconcile.matters`. A head that says nothing by itself ('kosten')
makes no kinship, and neither do names whose other words contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from pipeline.reconcile.records import PERCENT, Stated
from pipeline.reconcile.sameness import sameness

_SHORTEST = 4  # letters of a head that compounds are made with
_PREFIX = 3  # letters that make a compound of it


def kinship(a: Stated, b: Stated, *, shared: Set[str] = frozenset()) -> str | None:
    """Return why two names may stand for the same thing, or None where nothing says so.

    ``narrower_name`` (the one is a narrower form of the other), ``shared_head`` (the same noun, the
    rest does not contradict), ``other_words`` (``sameness.toml`` has both for one thing),
    ``same_counted`` (they count the same thing), ``shared_topic`` (the same noun, but the rest is
    another; the last two say little by themselves). ``shared`` are words of both texts: what
    both are about makes no difference between their figures.

    >>> # 'exploitatiebijdrage' and 'bijdrage': 'narrower_name'; 'kosten' and 'zorgkosten': None
    """
    if a.known and b.known:
        return None  # their definitions say how they relate
    rules = sameness()
    names = [_words(figure) - shared for figure in (a, b)]
    heads = a.topic.lower(), b.topic.lower()
    for family, words in rules.called:
        own = [(_words(figure) | {(figure.unit or "").lower()}) & words for figure in (a, b)]
        if a.family == family and all(own) and _agree(names[0] - words, names[1] - words):
            return "other_words"
    if not rules.empty.intersection(heads) and _agree(names[0] - {heads[0]}, names[1] - {heads[1]}):
        if heads[0] == heads[1]:
            return "shared_head"
        if is_compound(*heads) or is_compound(*reversed(heads)):
            return "narrower_name"
    counted = a.family == "count" and a.unit == b.unit and a.unit not in (None, "count")
    if counted and a.unit not in rules.counted:
        return "same_counted"
    return "shared_topic" if heads[0] == heads[1] and heads[0] not in rules.empty else None


def is_compound(word: str, head: str) -> bool:
    """Whether a word is a compound with this head.

    >>> is_compound("exploitatiebijdrage", "bijdrage"), is_compound("uitlening", "lening")
    (True, False)
    """
    first = word.removesuffix(head)
    long_enough = len(head) >= _SHORTEST and _PREFIX <= len(first) < len(word)
    return long_enough and first not in sameness().prefixes


def turned(a: Stated, b: Stated) -> Stated | None:
    """Return the second figure as its opposite where the two shares add up to a hundred percent.

    41 percent 'te laat' is to be held against 37, where another text has 63 'binnen de norm'.
    None where the names are no opposites.
    """
    if a.family != PERCENT or b.family != PERCENT or a.is_difference or b.is_difference:
        return None
    said = [f"{figure.label} {figure.sentence}".lower() for figure in (a, b)]
    for one, other in sameness().opposite:
        for first, second in ((one, other), (other, one)):
            if _side(said[0], first, second) and _side(said[1], second, first):
                return _rest(b)
    return None


def _side(text: str, own: tuple[str, ...], opposite: tuple[str, ...]) -> bool:
    """Whether a text has words of the one side and, these left out, none of the other."""
    found = False
    for phrase in sorted((*own, *opposite), key=len, reverse=True):
        pattern = rf"\b{re.escape(phrase)}\b"
        if re.search(pattern, text):
            if phrase not in own:
                return False
            found, text = True, re.sub(pattern, " ", text)
    return found


def _rest(figure: Stated) -> Stated:
    def left(value: float | None) -> float | None:
        return None if value is None else 100 - value

    return replace(
        figure,
        value=left(figure.value),
        low=left(figure.high),
        high=left(figure.low),
        low_open=figure.high_open,
        high_open=figure.low_open,
        outer_low=left(figure.outer_high),
        outer_high=left(figure.outer_low),
    )


def _words(figure: Stated) -> set[str]:
    words = set(re.findall(r"[\w'’-]+", figure.label.lower()))
    return words - sameness().small


def _agree(first: Set[str], second: Set[str]) -> bool:
    """Whether the words beside the heads do not contradict: one has none, or they share one."""
    empty = sameness().empty
    ones, others = first - empty, second - empty
    if not ones or not others:
        return True
    return any(a == b or is_compound(a, b) or is_compound(b, a) for a in ones for b in others)
