"""When the names that two texts give a subject are one name: 'kosten vernieling', 'kosten van …'.

Such a name is made from the words of one sentence, so that the same thing is called a little
differently each time. Small words and plurals make no difference; a word that the one name has
and the other lacks makes none where the other sentence has it too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness
from pipeline.store.stems import stem

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT = 20_000  # labels and sentences of which the words are remembered


def one_name(a: Stated, b: Stated) -> bool:
    """Whether two figures are about what has one name, though not letter by letter.

    Known indicators have a definition, so that their names are never one. Within a text the
    words that differ are there to tell things apart.

    >>> # 'camera in centrum' and 'camera', in 'acht camera's geplaatst in het centrum': one name
    """
    if a.indicator == b.indicator:
        return True
    if a.known or b.known or a.topic != b.topic:
        return False
    first, second = label_words(a.label), label_words(b.label)
    if first == second:
        return True
    if a.document == b.document or not first & second:
        return False
    return first - second <= sentence_words(b.sentence) and second - first <= sentence_words(
        a.sentence
    )


def one_spelling(a: Stated, b: Stated) -> bool:
    """Whether two names differ in nothing but small words and plurals.

    >>> # 'kosten vernieling' and 'kosten van vernielingen'
    """
    return a.indicator == b.indicator or (
        not a.known and not b.known and label_words(a.label) == label_words(b.label)
    )


@lru_cache(maxsize=_KEPT)
def label_words(label: str) -> frozenset[str]:
    """Return the stems of the words of a name that say something.

    >>> label_words("kosten van vernielingen") == label_words("kosten vernieling")
    True
    """
    joining = sameness().joining
    return frozenset(stem(word) for word in _WORD.findall(label.lower()) if word not in joining)


@lru_cache(maxsize=_KEPT)
def sentence_words(sentence: str) -> frozenset[str]:
    """Return the stems of all words of a sentence."""
    return frozenset(stem(word) for word in _WORD.findall(sentence.lower()))
