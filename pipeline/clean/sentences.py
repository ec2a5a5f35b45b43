"""Where sentences end.

Rules rather than a model, so that every model sees the same sentences and so that the cleaner can
divide a question from its answer. Abbreviations and sentence openers are data
(``abbreviations.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.knowledge import fail, read_toml

_FILE: Final = "abbreviations.toml"
_CLOSERS: Final = "\"'”’»›“)]"
_OPENERS: Final = "\"'“‘„‚«‹’”(["
_LONGEST: Final = 3000  # characters; what is longer is no sentence
# From the first mark of a run on: each of a hundred thousand dots would look ahead otherwise.
_END = re.compile(rf"(?<![.!?…])[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s|$)")
# 'gedaald.De gemeente': the space behind the full stop is missing.
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})[.!?][”’\"']?(?=([A-ZÀ-Þ][a-zà-ÿ]*)\s)")
_LETTERS_AND_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]", re.I)
_NEXT_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Rules:
    """The word lists of ``abbreviations.toml``, in lower case without the closing stop."""

    never_end: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]


@cache
def sentence_rules() -> Rules:
    """Read and check ``abbreviations.toml``.

    Raises:
        KnowledgeError: a list is missing or holds something else than lower-case words.
    """
    raw = read_toml(_FILE)
    lists: dict[str, frozenset[str]] = {}
    for key in ("never_end", "may_end", "openers"):
        words = raw.get(key)
        if not isinstance(words, list) or not words:
            fail(_FILE, key, f"{key} must be a list of words")
        for word in words:
            if not isinstance(word, str) or word != word.lower() or word.endswith("."):
                fail(_FILE, repr(word)[1:-1], f"{word!r}: write it in lower case, without the stop")
        lists[key] = frozenset(words)
    return Rules(lists["never_end"], lists["may_end"], lists["openers"])


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of a paragraph, without white space around.

    >>> text = "Dhr. J. Smit telde 1.200 woningen. Dat is ca. 3% meer."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Dhr. J. Smit telde 1.200 woningen.', 'Dat is ca. 3% meer.']
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for end in _ends(text):
        if end > start and _is_boundary(text, start, end):
            spans.append((start, end))
            start = _skip_space(text, end)
    stop = len(text.rstrip())
    if stop > start:
        spans.append((start, stop))
    return spans


def cut_overlong(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span as it is, or what is too long to be a sentence in pieces.

    Such a piece ends at a semicolon or else at a space, after 3,000 characters at most: whoever
    weighs every word of a sentence against every other must not meet one without an end.
    """
    while end - start > _LONGEST:
        cut = text.rfind("; ", start, start + _LONGEST) + 1
        if cut <= start:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
        if cut <= start:
            cut = start + _LONGEST
        yield start, cut
        start = _skip_space(text, cut)
    if start < end:
        yield start, end


def _ends(text: str) -> list[int]:
    ends = [match.end() for match in _END.finditer(text)]
    openers = sentence_rules().openers
    for match in _GLUED.finditer(text):
        if match[1].lower() in openers and not _in_address(text, match.start()):
            ends.append(match.end())
    return sorted(set(ends))


def _in_address(text: str, at: int) -> bool:
    """Whether ``at`` lies in a web or mail address."""
    begin = max(text.rfind(" ", 0, at), at - 200)
    token = text[begin + 1 : at]
    return "@" in token or "/" in token or token.startswith("www")


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_boundary(text: str, start: int, end: int) -> bool:
    after = _skip_space(text, end)
    if after >= len(text):
        return False  # the end of the text closes the last sentence anyway
    mark = end
    while text[mark - 1] in _CLOSERS:
        mark -= 1
    quoted = mark < end
    opened = after
    while opened < len(text) and text[opened] in _OPENERS:
        opened += 1
    following = text[opened] if opened < len(text) else ""
    terminator = text[mark - 1]
    if following.islower():
        # 'Wat nu? vroeg zij' runs on; '… gemeten? “doen we dit goed?”' does not.
        return terminator in "?!" and opened > after and not quoted
    if terminator in "?!" or quoted:
        return True
    if text[mark - 2 : mark] == ".." or terminator == "…":
        return following.isupper()
    return _full_stop_ends(text, start, mark - 1, after, following)


def _full_stop_ends(text: str, start: int, stop: int, after: int, following: str) -> bool:
    begin = stop
    while begin > start and not text[begin - 1].isspace():
        begin -= 1
    token = text[begin:stop].lstrip(_OPENERS + "-–—/")
    word = token.lower()
    rules = sentence_rules()
    if word.isdigit():
        return _number_ends(text, start, begin, word, after)
    if word in rules.never_end:
        return False
    if word in rules.may_end or _LETTERS_AND_STOPS.fullmatch(word):
        return _opens(text, after, rules)
    if len(token) == 1 and token.isalpha():
        # An initial (J. Smit), or a list letter (a. Woningen) at the beginning of the sentence.
        return begin > start and _opens(text, after, rules)
    if "-" in word and word.rpartition("-")[2] in rules.never_end:
        return False
    return following.isupper() or following.isdigit() or not following.isalnum()


def _opens(text: str, after: int, rules: Rules) -> bool:
    """Whether the word at ``after`` is one that opens sentences, with a capital."""
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    found = _NEXT_WORD.match(text, after)
    return found is not None and found[0][0].isupper() and found[0].lower() in rules.openers


def _number_ends(text: str, start: int, begin: int, digits: str, after: int) -> bool:
    if begin == start:
        return False  # '1. Wat kost dit?': the number of the question itself
    following = text[after]
    if following.isdigit():
        # '12. 500 euro' is a number with a stray space; '… in 2017. 70% van …' is not.
        run = re.match(r"\d+", text[after : after + 4])
        return not (len(digits) <= 3 and run is not None and len(run[0]) == 3)
    return following.isupper() or not following.isalnum()
