"""The lists of ``entity_cues.toml`` are what the rules go by: a word more makes a difference."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import pipeline.entities
from pipeline.entities import find_entities, load_gazetteer
from pipeline.entities.rules import Cues, load_rules
from pipeline.knowledge import KnowledgeError
from pipeline.records import EntityFacts


@pytest.mark.parametrize(
    ("text", "name", "word", "mention"),
    [
        ("In Emmen-Haven is het stil.", "place.parts", "haven", ("Emmen", "GM0114")),
        (
            *("Dat zegt Piet Goes. De gemeente Goes wil niet.", "person.surnames_of_places"),
            *("goes", ("Piet Goes", "person:piet-goes")),
        ),
        (
            *("In Assen kent men organisaties inclusief Acare.", "organisation.such_as"),
            *("inclusief", ("Acare", "org:accare")),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value and " " not in value else "",
)
def test_a_word_more(
    build: Callable[..., tuple[list, object]],
    text: str,
    name: str,
    word: str,
    mention: tuple[str, str],
) -> None:
    def found(facts: EntityFacts) -> set[tuple[str, str | None]]:
        return {(mention.surface, mention.entity) for mention in facts.mentions}

    sentences, clean = build(text)
    rules = load_rules()
    more = replace(rules, cues=Cues(rules.cues) | {name: rules.cues[name] | {word}})
    assert mention not in found(find_entities(sentences, clean, load_gazetteer(), rules=rules))
    assert mention in found(find_entities(sentences, clean, load_gazetteer(), rules=more))


def test_every_list_that_is_asked_for_is_there() -> None:
    folder = Path(pipeline.entities.__file__).parent
    asked = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r"cues\[\"([\w.]+)\"\]", path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 20
    assert asked <= set(load_rules().cues)


def test_a_list_that_lacks_is_told_mentions_file() -> None:
    with pytest.raises(KnowledgeError, match=r"entity_cues\.toml, line \d+: \[role\] lacks .*'x'"):
        load_rules().cues["role.x"]
