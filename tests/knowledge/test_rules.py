"""Whatever is wrong with a file of rules is told with the file and the line."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline import knowledge
from pipeline.clean.furniture import furniture_rules
from pipeline.clean.rules import zone_rules
from pipeline.describe.rules import describe_rules
from pipeline.entities.rules import load_rules
from pipeline.knowledge import KnowledgeError, RuleFile, read_toml
from pipeline.reconcile.rules import comparability
from pipeline.reconcile.sameness import sameness

READERS: dict[str, Callable[[], object]] = {
    "comparability.toml": comparability,
    "describe.toml": describe_rules,
    "entity_cues.toml": load_rules,
    "furniture.toml": furniture_rules,
    "roles.toml": load_rules,
    "sameness.toml": sameness,
    "zones.toml": zone_rules,
}
WRONG = -7.5  # neither text nor list, table, or a number that makes sense


def mistakes(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what may go wrong in a file, and its content with that: all sections, all keys."""
    yield "a section too many", {**content, "overbodig": {"woorden": ["en"]}}
    for section, table in content.items():
        yield f"no [{section}]", {key: value for key, value in content.items() if key != section}
        yield f"[{section}] is a number", {**content, section: WRONG}
        entries = table if isinstance(table, list) else [table]
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            for key in entry.keys() - seen:
                seen.add(key)
                changed = copy.deepcopy(content)
                into = changed[section][number] if isinstance(table, list) else changed[section]
                into[key] = WRONG
                yield f"{key} of [{section}] is a number", changed
                if isinstance(entry[key], list):
                    changed = copy.deepcopy(changed)
                    into = changed[section][number] if isinstance(table, list) else changed[section]
                    into[key] = [WRONG]
                    yield f"{key} of [{section}] holds a number", changed


def missing(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the content without one of its keys: all keys of all tables."""
    for section, table in content.items():
        for key in table if isinstance(table, dict) else ():
            without = {name: value for name, value in table.items() if name != key}
            yield f"no {key} in [{section}]", {**content, section: without}


@pytest.mark.parametrize("name", READERS)
def test_a_mistake_is_told_with_file_and_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = read_toml(name)
    read = inspect.unwrap(READERS[name])
    cases = [*mistakes(content), *missing(content)]
    assert len(cases) > 3
    for what, broken in cases:
        if what.endswith("in [days]"):
            continue  # a unit that has no length is no duration: that is allowed
        if what.startswith("no ") and what.endswith("in [ages]"):
            continue  # a word that tells no ages is allowed too
        monkeypatch.setattr(
            knowledge,
            "read_toml",
            lambda wanted, broken=broken: broken if wanted == name else read_toml(wanted),
        )
        with pytest.raises(KnowledgeError) as told:
            pytest.fail(f"{what}: {read()!r:.60}")
        assert told.value.path.name == name, what
        assert told.value.line > 0, what


def test_a_word_stands_in_one_group_of_people(monkeypatch: pytest.MonkeyPatch) -> None:
    content = read_toml("comparability.toml")
    twice = {**content, "population": [*content["population"], {"name": "x", "words": ["gezin"]}]}
    monkeypatch.setattr(knowledge, "read_toml", lambda _: twice)
    with pytest.raises(KnowledgeError, match=r"comparability\.toml, line \d+: 'gezin'"):
        inspect.unwrap(comparability)()


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("(?P<name>", "no valid pattern"), ("uit Emmen", "the group name is missing")],
)
def test_patterns_compile_and_have_their_groups(pattern: str, message: str) -> None:
    rules = RuleFile("describe.toml", {"publisher": {"origin": [pattern]}})
    with pytest.raises(KnowledgeError, match=message):
        rules.patterns("publisher", "origin", groups=("name",))


def test_a_slip_is_told_by_line() -> None:
    with pytest.raises(KnowledgeError, match=r"^zones\.toml, line 29: \[dateline\] needs woorden"):
        RuleFile.read("zones.toml").words("dateline", "woorden")
