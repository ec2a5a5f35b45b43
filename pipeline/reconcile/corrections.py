"""Where a text corrects a number itself: 'niet 19 maar 14 procent', 'eerder … nu', 'klopt niet'.

Nobody contradicts himself within a text unless he says so; without such words, two numbers of one
text that seem to clash differ in something that was not understood.
"""

from __future__ import annotations

import re

from pipeline.reconcile.records import Stated
from pipeline.reconcile.rules import comparability, listed
from pipeline.reconcile.sentences import before as words_before
from pipeline.reconcile.sentences import has, place_in_sentence, sentence

_WITHIN = 90  # characters between two numbers of which one corrects the other
_BEFORE = 60  # characters before a number in which 'eerder meldde …' is looked for
_APART = 3  # sentences between a number and the words by which somebody else denies it
_OTHER = 8  # the same, where it says by itself that somebody has another number
_RIVAL = 2  # the same, where somebody 'houdt het op' a number, which says so only of the one before
_RECTIFIED = 1  # sentences between a number and the words that it was a mistake
_RIGHT = 3  # the same, where it gives 'het juiste aantal'
_NAMED = r"(?: (?!en |of )[\w'’.-]+){0,4}"  # who holds the rival number: 'de gemeente Assen'
_LOOSELY = r"(?: [\w'’]+){0,2}"  # 'ongeveer', 'minder dan', 'nog geen'


def corrected(a: Stated, b: Stated) -> tuple[Stated, Stated] | None:
    """Return (wrong, right) where a text says that one number takes the place of the other.

    >>> # 'De wachtlijst telt geen 200 maar 350 namen': 200 is wrong, 350 is right
    """
    if a.document != b.document:
        return None
    first, second = sorted((a, b), key=lambda figure: (figure.start, figure.id))
    if a.position != b.position:
        return (first, second) if _rectifies(first, second) else None
    spans = place_in_sentence(first), place_in_sentence(second)
    if spans[0] is None or spans[1] is None or spans[1][0] - spans[0][1] > _WITHIN:
        return None
    text = sentence(first)
    before = text[max(0, spans[0][0] - _BEFORE) : spans[0][0]]
    between = text[spans[0][1] : spans[1][0]]
    if re.search(r"\d", between):
        return None
    for opening, closing in comparability().pairs:
        if _last_word(before, opening) and has(between, closing):
            return first, second
    if has(before, *listed("corrections", "earlier")) and has(
        between, *listed("corrections", "now")
    ):
        return first, second
    return (second, first) if has(between, *listed("corrections", "instead")) else None


def denied(a: Stated, b: Stated) -> bool:
    """Whether a text says that somebody denies a number of it, or holds another for it.

    >>> # 'De regio hanteert andere cijfers en houdt het op 37 procent'
    >>> # 'De politie telde 4.000 betogers. De organisatie houdt het op 6.000.'
    """
    if a.document != b.document:
        return False
    first, second = sorted((a, b), key=lambda figure: (figure.start, figure.id))
    apart = second.position - first.position
    if 0 <= apart <= _OTHER and _held_by_another(second):
        return True
    if 0 <= apart <= _RIVAL and _is_rival(second, said=a.voice != b.voice):
        return True
    if not 0 <= apart <= _APART or a.voice == b.voice:
        return False
    if second.speaker is None and second.speaker_name is None:
        return False
    return has(sentence(second), *listed("corrections", "denial"))


def _held_by_another(figure: Stated) -> bool:
    """Whether the words before a number say that somebody comes to another number than the text."""
    before = words_before(figure)
    return re.search(r"\d", before) is None and has(before, *listed("corrections", "other"))


def _is_rival(figure: Stated, *, said: bool) -> bool:
    """Whether the words just before a number hold it against one named before: 'houdt het op 9'.

    ``said``: the number before is somebody else's, so that 'volgens de raad zijn het er 9' does so.
    """
    before = re.sub(r"[‘’“”\"„]", "", words_before(figure)).rstrip(" €")
    rules = comparability()
    return any(
        re.search(rf"\b{re.escape(begin)}{_NAMED} {re.escape(end)}{_LOOSELY}$", before)
        for begin, end in (*rules.rivals, *(rules.said_by_others if said else ()))
    )


def _rectifies(first: Stated, second: Stated) -> bool:
    """Whether the sentence of a number says that the one before it was a mistake."""
    before = words_before(second)
    right = has(before, *listed("corrections", "right"))
    if not 0 < second.position - first.position <= (_RIGHT if right else _RECTIFIED):
        return False
    if right:
        return True
    return re.search(r"\d", before) is None and has(before, *listed("corrections", "rectified"))


def _last_word(text: str, word: str) -> bool:
    """Whether a word stands just before: 'geen 200', 'niet de 200', 'niet zo'n 200'."""
    return re.search(rf"\b{re.escape(word)}(?: [\w'’]+)?[ €]*$", text) is not None
