"""When other words may stand for the same: ``sameness.toml``, read and checked once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.knowledge import RuleFile, fail, is_words
from pipeline.store.stems import stem

_FILE: Final = "sameness.toml"
_SECTIONS: Final = ("heads", "called", "opposite", "matter", "apart", "scope", "cited", "retold")


@dataclass(frozen=True, slots=True)
class SamenessRules:
    """The content of ``sameness.toml``.

    ``called`` holds the families of units with the words that stand for one thing, ``opposite``
    the pairs of lists of which shares add up to a hundred. The points and ``least``, ``strong``
    are those of :mod:`~pipeline.reconcile.matters`; ``most_apart`` and ``most_counted`` quotients
    of two values. From ``news_days`` on the rules are those of
    :mod:`~pipeline.reconcile.retold`.
    """

    empty: frozenset[str]
    small: frozenset[str]
    joining: frozenset[str]
    prefixes: frozenset[str]
    counted: frozenset[str]
    called: tuple[tuple[str, frozenset[str]], ...]
    opposite: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    days: int
    points: dict[str, int]
    least: int
    strong: int
    letters: int
    most_words: int
    common: frozenset[str]
    most_apart: float
    most_counted: float
    scope: tuple[str, ...]
    counted_in: tuple[str, ...]
    narrowing: frozenset[str]
    cited: tuple[str, ...]
    news_days: int
    needed: int
    beside: int
    matter_weight: int
    most_matter: int
    most_echoed: int
    just_over: float
    least_letters: int
    everywhere: frozenset[str]


@cache
def sameness() -> SamenessRules:
    """Read and check ``sameness.toml``.

    >>> sameness().days
    180

    Raises:
        KnowledgeError: something is missing, of the wrong type, or read by nothing.
    """
    rules = RuleFile.read(_FILE, sections=_SECTIONS)
    return SamenessRules(
        empty=frozenset(rules.words("heads", "empty")),
        small=frozenset(rules.words("heads", "small")),
        joining=frozenset(rules.words("heads", "joining")),
        prefixes=frozenset(rules.words("heads", "prefixes")),
        counted=frozenset(rules.words("heads", "counted")),
        called=tuple(_called(group) for group in rules.entries("called")),
        opposite=tuple(_opposite(pair) for pair in rules.entries("opposite")),
        days=rules.whole("matter", "days"),
        points={key: rules.whole("matter", key) for key in ("name", "number", "person", "word")},
        least=rules.whole("matter", "least"),
        strong=rules.whole("matter", "strong"),
        letters=rules.whole("matter", "letters"),
        most_words=rules.whole("matter", "most_words"),
        common=frozenset(rules.words("matter", "common")),
        most_apart=rules.number("apart", "most"),
        most_counted=rules.number("apart", "counted"),
        scope=rules.words("scope", "words"),
        counted_in=rules.words("scope", "counted_in"),
        narrowing=frozenset(rules.words("scope", "narrowing")),
        cited=rules.words("cited", "words"),
        news_days=rules.whole("retold", "days"),
        needed=rules.whole("retold", "needed"),
        beside=rules.whole("retold", "beside"),
        matter_weight=rules.whole("retold", "matter"),
        most_matter=rules.whole("retold", "most_matter"),
        most_echoed=rules.whole("retold", "most_words"),
        just_over=rules.number("retold", "just_over"),
        least_letters=rules.whole("retold", "letters"),
        everywhere=frozenset(stem(word) for word in rules.words("retold", "everywhere")),
    )


def _called(group: dict[str, Any]) -> tuple[str, frozenset[str]]:
    family, words = group.get("family"), group.get("words")
    if not isinstance(family, str) or not is_words(words):
        fail(_FILE, f'family = "{family}"', "a [[called]] needs a family of units and words")
    return family, frozenset(words)


def _opposite(pair: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, other = pair.get("one"), pair.get("other")
    if not is_words(one) or not is_words(other):
        fail(_FILE, "[[opposite]]", "an [[opposite]] needs the lists one and other")
    return tuple(one), tuple(other)
