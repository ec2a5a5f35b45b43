"""What a person said to be no name is none, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.entities import find_entities, load_gazetteer
from pipeline.records import EntityFacts


@pytest.fixture
def without(build: Callable[..., tuple[list, object]]) -> Callable[..., EntityFacts]:
    """Return a function from a text and what is no name in it to its entity facts."""

    def run(text: str, *not_names: str) -> EntityFacts:
        sentences, clean = build(text)
        return find_entities(sentences, clean, load_gazetteer(), not_names=frozenset(not_names))

    return run


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Wethouder Jan Kuub zweeg in Assen.", "Jan Kuub", {"Assen"}),
        # an organisation by its form, and one with an abbreviation
        ("Woningcorporatie Gewoon heeft 30 huizen in Assen.", "Gewoon", {"Assen"}),
        ("Dat zegt Stichting Zomaar (SZ). Stichting Zomaar wil meer.", "Stichting Zomaar", set()),
        # a place that is a word too, and one that is misspelt
        ("In Best en Assen is het stil.", "Best", {"Assen"}),
        ("De gemeente Hoogeveeen telt 30 huizen.", "Hoogeveeen", set()),
        # the name around a place goes, the place itself stays
        ("Dat zegt GGZ Drenthe in Assen.", "GGZ Drenthe", {"Drenthe", "Assen"}),
    ],
)
def test_rejected(
    without: Callable[..., EntityFacts], text: str, name: str, left: set[str]
) -> None:
    found = {mention.surface for mention in without(text).mentions}
    assert name in found
    facts = without(text, name)
    surfaces = {mention.surface for mention in facts.mentions}
    assert name not in surfaces
    assert left & found <= surfaces
    known = {entity.id for entity in facts.found} | load_gazetteer().by_id.keys()
    assert {mention.entity for mention in facts.mentions} <= known
    assert {alias.entity for alias in facts.aliases} <= known
    assert name not in {alias.alias for alias in facts.aliases}
    (issue,) = facts.issues
    assert issue.code == "not_a_name"
    assert (issue.start, issue.end) == (text.index(name), text.index(name) + len(name))


def test_a_person_that_is_none_gives_no_surname(without: Callable[..., EntityFacts]) -> None:
    text = "Wethouder Jan Spoor zweeg. Over Spoor gaat het niet."
    assert {mention.surface for mention in without(text).mentions} == {"Jan Spoor", "Spoor"}
    assert without(text, "Jan Spoor").mentions == ()


def test_role_of_no_person(without: Callable[..., EntityFacts]) -> None:
    text = "Wethouder Jan Kuub (D66) van de gemeente Assen zweeg. Volgens Kuub is alles goed."
    assert without(text).roles
    facts = without(text, "Jan Kuub", "Kuub")
    assert facts.roles == ()
    assert facts.found == ()
    assert {mention.surface for mention in facts.mentions} >= {"D66", "Assen"}


def test_what_the_text_does_not_have_changes_nothing(
    without: Callable[..., EntityFacts],
) -> None:
    text = "Wethouder Jan Kuub van de gemeente Assen zweeg."
    assert without(text, "Kuubs", "Ass") == without(text)
