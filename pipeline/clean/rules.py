"""How zones are recognised: ``zones.toml``, read and checked once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.knowledge import RuleFile

_FILE: Final = "zones.toml"
_SECTIONS: Final = (
    *("byline", "caption", "dateline", "title", "heading", "question", "list", "wrapping"),
    "hyphen",
)
Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """The content of ``zones.toml``; patterns match from the beginning of a text.

    Exceptions: ``caption_endings`` anywhere, ``dateline_labels`` at the end of what stands before.
    """

    byline: Patterns
    byline_words: int
    caption: Patterns
    caption_endings: Patterns
    caption_words: int
    dateline_labels: Patterns
    dateline_fillers: frozenset[str]
    dateline_linking: frozenset[str]
    dateline_never: frozenset[str]
    dateline_prefixes: Patterns
    dateline_words: int
    title_labels: Patterns
    heading_never: Patterns
    heading_characters: int
    heading_words: int
    question_labels: Patterns
    answer_labels: Patterns
    question_words: frozenset[str]
    bullets: re.Pattern[str]
    numbers: Patterns
    running_on: frozenset[str]
    keep_hyphen_after: frozenset[str]
    hyphen_shared_before: frozenset[str]


@cache
def zone_rules() -> ZoneRules:
    """Read and check ``zones.toml``.

    Raises:
        KnowledgeError: a key is missing, has the wrong type, or a pattern does not compile; or
            nothing reads a section.
    """
    rules = RuleFile.read(_FILE, sections=_SECTIONS)
    return ZoneRules(
        byline=rules.patterns("byline", "patterns") + rules.patterns("byline", "exact", flags=0),
        byline_words=rules.whole("byline", "max_words"),
        caption=rules.patterns("caption", "patterns"),
        caption_endings=rules.patterns("caption", "endings"),
        caption_words=rules.whole("caption", "max_words"),
        dateline_labels=rules.patterns("dateline", "labels")
        + rules.patterns("dateline", "labels_exact", flags=0),
        dateline_fillers=frozenset(rules.words("dateline", "fillers")),
        dateline_linking=frozenset(rules.words("dateline", "linking")),
        dateline_never=frozenset(rules.words("dateline", "never")),
        dateline_prefixes=rules.patterns("dateline", "prefixes", flags=0),
        dateline_words=rules.whole("dateline", "max_words"),
        title_labels=rules.patterns("title", "labels"),
        heading_never=rules.patterns("heading", "never"),
        heading_characters=rules.whole("heading", "max_characters"),
        heading_words=rules.whole("heading", "max_words"),
        question_labels=rules.patterns("question", "labels"),
        answer_labels=rules.patterns("question", "answer_labels"),
        question_words=frozenset(rules.words("question", "words")),
        bullets=_bullet_pattern(rules.words("list", "bullets")),
        numbers=rules.patterns("list", "numbers"),
        running_on=frozenset(rules.words("wrapping", "running_on")),
        keep_hyphen_after=frozenset(rules.words("hyphen", "keep_after")),
        hyphen_shared_before=frozenset(rules.words("hyphen", "shared_before")),
    )


def first_match(patterns: Patterns, text: str) -> re.Match[str] | None:
    """Return the match of the first pattern that matches at the beginning of ``text``."""
    for pattern in patterns:
        if found := pattern.match(text):
            return found
    return None


def _bullet_pattern(bullets: Sequence[str]) -> re.Pattern[str]:
    signs = sorted(bullets, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, signs))})(?:[\s\u00a0]+(?=\S)|$)")
