from __future__ import annotations

import pytest

from pipeline.lemmas.nouns import noun
from pipeline.lemmas.verbs import infinitives
from pipeline.quantities import find


@pytest.mark.parametrize(
    "form",
    [
        *("woonden", "stopten", "werkten", "ontmoetten", "vertelden"),
        *("leefden", "verhuisden", "handelden", "leverden", "wandelden", "verfden", "reisden"),
    ],
)
def test_a_past_tense_is_no_noun(form: str) -> None:
    assert noun(form) is None


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        *(("honden", "hond"), ("velden", "veld"), ("hoofden", "hoofd"), ("behoeften", "behoefte")),
        *(("gitaristen", "gitarist"), ("runden", "rund"), ("scenaristen", "scenarist")),
    ],
)
def test_a_plural_that_looks_like_a_past_tense_is_a_noun(form: str, lemma: str) -> None:
    found = noun(form)
    assert found is not None
    assert (found.lemma, found.plural) == (lemma, True)


def test_what_people_did_is_not_what_is_counted() -> None:
    said = find("Van de 40 leefden er 12 in armoede en 5 handelden in huiden.").quantities
    assert [(each.surface, each.unit) for each in said] == [("40", None), ("12", None), ("5", None)]


@pytest.mark.parametrize(
    ("stem", "soft", "spelled"),
    [
        ("werk", True, ["werken"]),
        ("stop", True, ["stoppen"]),
        ("huis", True, ["huisen", "huizen"]),
        ("verf", True, ["verfen", "verven"]),
        ("leef", True, ["leven", "lefen"]),
        ("blaf", False, ["blaffen"]),
        ("googel", True, ["googelen", "googellen"]),
        ("draai", True, ["draaien"]),
    ],
)
def test_spelling_of_infinitives(stem: str, soft: bool, spelled: list[str]) -> None:
    assert list(infinitives(stem, soft=soft)) == spelled


@pytest.mark.parametrize(
    ("word", "singular"),
    [
        ("factoren", "factor"),
        ("risicofactoren", "risicofactor"),
        ("sectoren", "sector"),
        ("donoren", "donor"),
        ("kansspelen", "kansspel"),
        ("hartslagen", "hartslag"),
        ("kantoren", "kantoor"),
        ("gemeenteraden", "gemeenteraad"),
        ("kerstbomen", "kerstboom"),
    ],
)
def test_a_word_with_en_goes_before_a_compound_of_its_end(word: str, singular: str) -> None:
    found = noun(word)
    assert found is not None
    assert found.lemma == singular
