"""How zones are recognised: ``zones.toml``, read and checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.knowledge import fail, read_toml

_FILE: Final = "zones.toml"
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
        KnowledgeError: a key is missing, has the wrong type, or a pattern does not compile.
    """
    raw = read_toml(_FILE)
    return ZoneRules(
        byline=_patterns(raw, "byline", "patterns") + _patterns(raw, "byline", "exact", flags=0),
        byline_words=_number(raw, "byline", "max_words"),
        caption=_patterns(raw, "caption", "patterns"),
        caption_endings=_patterns(raw, "caption", "endings"),
        caption_words=_number(raw, "caption", "max_words"),
        dateline_labels=_patterns(raw, "dateline", "labels")
        + _patterns(raw, "dateline", "labels_exact", flags=0),
        dateline_fillers=frozenset(_strings(raw, "dateline", "fillers")),
        dateline_linking=frozenset(_strings(raw, "dateline", "linking")),
        dateline_never=frozenset(_strings(raw, "dateline", "never")),
        dateline_prefixes=_patterns(raw, "dateline", "prefixes", flags=0),
        dateline_words=_number(raw, "dateline", "max_words"),
        title_labels=_patterns(raw, "title", "labels"),
        heading_never=_patterns(raw, "heading", "never"),
        heading_characters=_number(raw, "heading", "max_characters"),
        heading_words=_number(raw, "heading", "max_words"),
        question_labels=_patterns(raw, "question", "labels"),
        answer_labels=_patterns(raw, "question", "answer_labels"),
        question_words=frozenset(_strings(raw, "question", "words")),
        bullets=_bullet_pattern(_strings(raw, "list", "bullets")),
        numbers=_patterns(raw, "list", "numbers"),
        running_on=frozenset(_strings(raw, "wrapping", "running_on")),
        keep_hyphen_after=frozenset(_strings(raw, "hyphen", "keep_after")),
        hyphen_shared_before=frozenset(_strings(raw, "hyphen", "shared_before")),
    )


def first_match(patterns: Patterns, text: str) -> re.Match[str] | None:
    """Return the match of the first pattern that matches at the beginning of ``text``."""
    for pattern in patterns:
        if found := pattern.match(text):
            return found
    return None


def _section(raw: dict[str, Any], section: str) -> dict[str, Any]:
    table = raw.get(section)
    if not isinstance(table, dict):
        fail(_FILE, section, f"the section [{section}] is missing")
    return table


def _strings(raw: dict[str, Any], section: str, key: str) -> list[str]:
    values = _section(raw, section).get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        fail(_FILE, f"[{section}]", f"[{section}] needs {key}: a list of texts")
    return values


def _number(raw: dict[str, Any], section: str, key: str) -> int:
    value = _section(raw, section).get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        fail(_FILE, f"[{section}]", f"[{section}] needs {key}: a whole number above zero")
    return value


def _patterns(raw: dict[str, Any], section: str, key: str, *, flags: int = re.I) -> Patterns:
    return tuple(
        compile_pattern(_FILE, pattern, flags=flags) for pattern in _strings(raw, section, key)
    )


def compile_pattern(file: str, pattern: str, *, flags: int = re.I) -> re.Pattern[str]:
    """Compile a pattern from a knowledge file; the error names file and line."""
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        fail(file, pattern[:20], f"'{pattern}' is no valid pattern: {error}")


def _bullet_pattern(bullets: list[str]) -> re.Pattern[str]:
    signs = sorted(bullets, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, signs))})(?:[\s\u00a0]+(?=\S)|$)")
