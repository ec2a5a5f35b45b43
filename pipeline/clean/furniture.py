"""What stands around an article without being part of it, by the rules of ``furniture.toml``.

Rules work on lines, for furniture is line-shaped in every format. Each marked line carries the
reason for which it was set aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from pipeline.clean.dateforms import find_dates
from pipeline.clean.datelines import is_dateline
from pipeline.clean.lines import Line
from pipeline.knowledge import RuleFile, compile_pattern, fail, is_words

_FILE: Final = "furniture.toml"
_SCOPES: Final = ("line", "paragraph", "teasers", "end")
_KEYS: Final = frozenset(
    ("id", "reason", "scope", "lines", "starts", "patterns", "max_words", "guard")
)
_MOST_WORDS: Final = 40  # of a line of furniture, unless its rule says otherwise
_MAX_CHARACTERS: Final = 600  # longer lines are never furniture by a rule
_BAR = re.compile(r"[|•·»›]")
_LINKS: Final = 3  # the least number of links in a row of them
_HEAD_LINES: Final = 10  # lines from the top in which such a row is looked for
_MENU_WORDS: Final = (
    "weak_headings"  # the rule whose words are headings in one page, menu in another
)
_PROSE_WORDS: Final = 12
_MIN_PROSE_BEFORE: Final = 25  # words of running text before a rule may close a document
_EDGE: Final = 3  # lines at the top and the bottom of a page in which running heads are looked for
_MAX_HEAD: Final = 150  # characters of a running head
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " "})
_TRIM: Final = " \t•●▪·*»›→►▸>|#_\"':.!…-–—\uf0b7"


@dataclass(frozen=True, slots=True)
class Rule:
    """One ``[[rule]]`` of ``furniture.toml``."""

    id: str
    reason: str
    scope: str
    lines: frozenset[str]
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    max_words: int
    guard: bool

    def matches(self, line: str) -> bool:
        """Whether a normalised line is furniture by this rule."""
        if line in self.lines:
            return True
        if len(line.split()) > self.max_words:
            return False
        return line.startswith(self.starts) or any(p.fullmatch(line) for p in self.patterns)


@cache
def furniture_rules() -> tuple[Rule, ...]:
    """Read and check ``furniture.toml``.

    Raises:
        KnowledgeError: an unknown key or scope, a missing reason, a pattern that does not compile.
    """
    file = RuleFile.read(_FILE, sections=("rule",))
    return tuple(_rule(entry) for entry in file.entries("rule"))


def mark_furniture(lines: Sequence[Line]) -> list[str | None]:
    """Return for each line the reason why it is furniture, or None."""
    reasons: list[str | None] = [None] * len(lines)
    _mark_running_heads(lines, reasons)
    _mark_link_bars(lines, reasons)
    prose = [_prose_words(line.text) for line in lines]
    before, after = 0, sum(prose)
    closed: tuple[Rule, int] | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        rule = None if line.blank or reasons[number] else _matching_rule(line.text)
        if rule is not None:
            if rule.scope == "end" and _may_close(rule, before, after - prose[number]):
                closed = (rule, number)
                break
            stop = _scope_end(rule, lines, number)
            if rule.id == _MENU_WORDS and not before:
                stop = _before_dateline(lines, number, stop)
            for inside in range(number, stop):
                if not lines[inside].blank:
                    reasons[inside] = reasons[inside] or rule.reason
            before += sum(prose[number:stop])
            after -= sum(prose[number:stop])
            number = stop
            continue
        before += prose[number]
        after -= prose[number]
        number += 1
    if closed:
        rule, first = closed
        for inside in range(first, len(lines)):
            if not lines[inside].blank:
                reasons[inside] = reasons[inside] or rule.reason
    return reasons


def _before_dateline(lines: Sequence[Line], number: int, stop: int) -> int:
    """Let a menu above the article end at the article's own dateline."""
    for inside in range(number + 1, stop):
        if _is_dated_head(lines[inside].text):
            return inside
    return stop


def _may_close(rule: Rule, before: int, after: int) -> bool:
    """Whether a rule may close the document, given the words of running text on either side."""
    return before >= _MIN_PROSE_BEFORE and not (rule.guard and after > before)


def normalise_line(text: str) -> str:
    """Return a line as the rules see it.

    >>> normalise_line("  »  Lees ook: ")
    'lees ook'
    """
    flat = " ".join(text.translate(_QUOTES).split()).lower()
    return flat.strip(_TRIM) or flat


@lru_cache(maxsize=4096)
def _matching_rule(text: str) -> Rule | None:
    if len(text) > _MAX_CHARACTERS:
        return None
    # Two forms: bare for phrases, with its punctuation for patterns and beginnings that need it.
    bare = normalise_line(text)
    full = " ".join(text.translate(_QUOTES).split()).lower()
    if not _screen(bare) and not _screen(full):
        return None
    for rule in furniture_rules():
        if rule.matches(bare) or rule.matches(full):
            return None if rule.scope == "line" and _is_dated_head(text) else rule
    return None


def _is_dated_head(text: str) -> bool:
    """Whether a line that looks like a menu is the head of an article ('Nieuws | 12-03-2023')."""
    return any(form.kind == "day" for form in find_dates(text)) and is_dateline(text, early=False)


def _screen(line: str) -> bool:
    """Whether any rule could match: all rules at once, for nearly every line is innocent."""
    phrases, starts, pattern = _all_rules()
    return line in phrases or line.startswith(starts) or pattern.fullmatch(line) is not None


@cache
def _all_rules() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    rules = furniture_rules()
    patterns = [pattern.pattern for rule in rules for pattern in rule.patterns]
    return (
        frozenset(phrase for rule in rules for phrase in rule.lines),
        tuple(start for rule in rules for start in rule.starts),
        re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.I),
    )


def _scope_end(rule: Rule, lines: Sequence[Line], number: int) -> int:
    """Return the number of the first line behind the reach of ``rule``."""
    stop = number + 1
    if rule.scope == "line":
        return stop
    if rule.scope == "paragraph":
        while (
            stop < len(lines) and not lines[stop].blank and lines[stop].page == lines[number].page
        ):
            stop += 1
        return stop
    first = stop  # the line below the label is what it announces, with or without a gap
    while first < len(lines) and lines[first].blank:
        first += 1
    while stop < len(lines) and not _prose_words(lines[stop].text):
        stop += 1
    if stop == len(lines):
        return stop
    last = stop - 1
    while last > number and lines[last].blank:
        last -= 1
    # A line that stands apart above running text is the heading of that text.
    is_heading = last > first and lines[last - 1].blank
    return last if is_heading else stop


def _prose_words(text: str) -> int:
    """Return the number of words of a line of running text, else 0."""
    words = text.split()
    if len(words) < _PROSE_WORDS:
        return 0
    joined = text.rstrip("\"'”’») ")
    return len(words) if joined.endswith((".", "!", "?", "…")) or len(words) >= 25 else 0


def _mark_running_heads(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Mark what stands at the top or the bottom of several pages, and bare page numbers there."""
    if not lines or lines[-1].page == 0:
        return
    edges = _page_edges(lines)
    seen = Counter(key for page in edges for key in {_head_key(lines[n].text) for n in page})
    wanted = max(2, (len(edges) + 1) // 2) if len(edges) > 2 else 2
    for page in edges:
        for number in page:
            text = lines[number].text
            if text.isdigit() and len(text) <= 4:
                reasons[number] = "page number"
            elif (key := _head_key(text)) and seen[key] >= wanted:
                reasons[number] = "page header or footer"


def _mark_link_bars(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Mark 'Actueel | Podcast | Over ons' above the article: a row of links, but no table."""
    content = [line for line in lines if not line.blank]
    for number, line in enumerate(content[:_HEAD_LINES]):
        if _prose_words(line.text):
            return
        beside = content[max(0, number - 1) : number] + content[number + 1 : number + 2]
        if _is_link_bar(line.text) and not any(_BAR.search(other.text) for other in beside):
            reasons[line.number] = reasons[line.number] or "menu"


def _is_link_bar(text: str) -> bool:
    parts = [part.strip() for part in _BAR.split(text.strip(" |•·»›>"))]
    if len(parts) < _LINKS or any(character.isdigit() for character in text):
        return False
    return all(0 < len(part.split()) <= 3 and not part.endswith((".", "?")) for part in parts)


def _page_edges(lines: Sequence[Line]) -> list[list[int]]:
    """Return for each page the numbers of its first and last lines."""
    pages: dict[int, list[int]] = {}
    for line in lines:
        if not line.blank:
            pages.setdefault(line.page, []).append(line.number)
    # On a short page every line would lie at an edge; its middle must stay out of it.
    edges: list[list[int]] = []
    for numbers in pages.values():
        reach = min(_EDGE, max(1, len(numbers) // 4))
        edges.append(sorted(set(numbers[:reach] + numbers[-reach:])))
    return edges


def _head_key(text: str) -> str:
    """Return what a running head has in common on all pages; nothing for rows and sentences."""
    if "\t" in text or len(text) > _MAX_HEAD or _prose_words(text):
        return ""
    key = re.sub(r"\d+", "#", " ".join(text.lower().split()))
    return key if key.count("#") <= 3 else ""


def _rule(entry: dict[str, Any]) -> Rule:
    name = str(entry.get("id", ""))
    needle = f'id = "{name}"'
    for key in entry.keys() - _KEYS:
        fail(_FILE, needle, f"rule '{name}': unknown key '{key}'")
    for key in ("id", "reason", "scope"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            fail(_FILE, needle, f"rule '{name}': {key} is missing")
    if entry["scope"] not in _SCOPES:
        fail(_FILE, needle, f"rule '{name}': scope must be one of {', '.join(_SCOPES)}")
    if not any(entry.get(key) for key in ("lines", "starts", "patterns")):
        fail(_FILE, needle, f"rule '{name}': give lines, starts or patterns")
    for key in ("lines", "starts", "patterns"):
        if not is_words(entry.get(key, [])):
            fail(_FILE, needle, f"rule '{name}': {key} must be a list of texts")
    for key in ("lines", "starts"):
        for phrase in entry.get(key, []):
            if phrase != phrase.lower():
                fail(_FILE, phrase, f"rule '{name}': write '{phrase}' in lower case")
    most, guard = entry.get("max_words", _MOST_WORDS), entry.get("guard", False)
    if not isinstance(most, int) or not isinstance(guard, bool):
        fail(_FILE, needle, f"rule '{name}': max_words must be a number, guard true or false")
    return Rule(
        id=name,
        reason=entry["reason"],
        scope=entry["scope"],
        lines=frozenset(entry.get("lines", ())),
        starts=tuple(entry.get("starts", ())),
        patterns=tuple(compile_pattern(_FILE, p) for p in entry.get("patterns", ())),
        max_words=most,
        guard=guard,
    )
