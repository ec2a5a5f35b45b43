"""When two figures are about the same thing: ``comparability.toml``, read and checked once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.knowledge import RuleFile, fail, is_words

_FILE: Final = "comparability.toml"
_LISTS: Final = {
    "flows": ("out", "in", "difference"),
    "sums": ("strong", "weak", "not"),
    "totals": ("parts", "list", "rest", "row", "against"),
    "directions": ("up", "down"),
    "revisions": ("up", "down"),
    "restated": ("markers",),
    "per": ("times",),
    "corrections": ("earlier", "now", "instead", "denial", "other", "rectified", "right"),
}
_OTHERS: Final = ("population", "ages", "days", "periods", "conflict")


@dataclass(frozen=True, slots=True)
class ComparabilityRules:
    """The content of ``comparability.toml``.

    ``classes`` gives for a word the name of its group of people or things, ``by_age`` names the
    groups that ages define. ``ages`` has for a word the ages that it means (None where it has
    no bound), the second not included. ``days`` are the least and the greatest number of days in
    a unit of time. ``pairs`` are the words before and between two numbers of which the first is
    wrong, ``rivals`` those before a number that is held against another, ``said_by_others`` the
    same where somebody said the other. ``words`` holds the lists by section and name.
    """

    classes: Mapping[str, str]
    by_age: frozenset[str]
    ages: Mapping[str, tuple[int | None, int | None]]
    days: Mapping[str, tuple[float, float]]
    same_moment_days: int
    length_ratio: float
    least_confidence: float  # 0 to 1, as figures.confidence
    pairs: tuple[tuple[str, str], ...]
    rivals: tuple[tuple[str, str], ...]
    said_by_others: tuple[tuple[str, str], ...]
    words: Mapping[tuple[str, str], tuple[str, ...]]


@cache
def comparability() -> ComparabilityRules:
    """Read and check ``comparability.toml``.

    Raises:
        KnowledgeError: something is missing, of the wrong type, or read by nothing; or a word
            stands in two groups.
    """
    rules = RuleFile.read(_FILE, sections=(*_LISTS, *_OTHERS))
    groups = rules.entries("population")
    return ComparabilityRules(
        classes=_classes(groups),
        by_age=frozenset(group["name"] for group in groups if group.get("by_age", False)),
        ages=_ages(rules),
        days=_days(rules),
        same_moment_days=rules.whole("periods", "same_moment_days"),
        length_ratio=rules.number("periods", "length_ratio"),
        least_confidence=rules.number("conflict", "least_confidence"),
        pairs=_pairs(rules, "pairs"),
        rivals=_pairs(rules, "rivals"),
        said_by_others=_pairs(rules, "said_by_others"),
        words={
            (section, key): rules.words(section, key)
            for section, keys in _LISTS.items()
            for key in keys
        },
    )


def listed(section: str, key: str) -> tuple[str, ...]:
    """Return a list of words of ``comparability.toml``.

    >>> listed("sums", "weak")
    ('in totaal', 'totaal')
    """
    return comparability().words[section, key]


def _classes(groups: list[dict[str, Any]]) -> dict[str, str]:
    classes: dict[str, str] = {}
    for group in groups:
        name, words = group.get("name"), group.get("words")
        if not isinstance(name, str) or not is_words(words):
            fail(_FILE, f'name = "{name}"', "a [[population]] needs a name and words")
        if not isinstance(group.get("by_age", False), bool):
            fail(_FILE, f'name = "{name}"', f"'{name}': by_age is true or false")
        for word in words:
            if word in classes:
                fail(_FILE, f'"{word}"', f"'{word}' stands in two classes")
            classes[word] = name
    return classes


def _ages(rules: RuleFile) -> dict[str, tuple[int | None, int | None]]:
    ages = {}
    for word, bounds in rules.section("ages").items():
        whole = isinstance(bounds, list) and all(isinstance(bound, int) for bound in bounds)
        if not whole or len(bounds) != 2 or min(bounds) < 0 or max(bounds) == 0:
            fail(_FILE, f"{word} =", f"'{word}' needs its youngest age and the first one too old")
        ages[word] = (bounds[0] or None, bounds[1] or None)
    return ages


def _days(rules: RuleFile) -> dict[str, tuple[float, float]]:
    lengths = {}
    for unit, bounds in rules.section("days").items():
        ordered = isinstance(bounds, list) and len(bounds) == 2 and 0 < bounds[0] <= bounds[1]
        if not ordered:
            fail(_FILE, f"{unit} =", f"'{unit}' needs its least and greatest number of days")
        lengths[unit] = (float(bounds[0]), float(bounds[1]))
    return lengths


def _pairs(rules: RuleFile, key: str) -> tuple[tuple[str, str], ...]:
    pairs = rules.section("corrections").get(key)
    if not isinstance(pairs, list) or not all(is_words(p) and len(p) == 2 for p in pairs):
        rules.fail("corrections", f"needs {key}: a list of two pieces of text each")
    return tuple((first, second) for first, second in pairs)
