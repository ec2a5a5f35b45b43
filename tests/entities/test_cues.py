"""The lists of ``entity_cues.toml`` are what the rules go by: a word more makes a difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.entities import find_entities, load_gazetteer
from pipeline.entities.rules import load_rules
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
    more = replace(rules, cues={**rules.cues, name: rules.cues[name] | {word}})
    assert mention not in found(find_entities(sentences, clean, load_gazetteer(), rules=rules))
    assert mention in found(find_entities(sentences, clean, load_gazetteer(), rules=more))
