"""Parties that no list has, and what party somebody in office is of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import EntityFacts

Find = Callable[..., EntityFacts]
ASSEN = "De gemeente Assen groeit. "


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Wethouder Anna Bos (Ons Assen) is blij.", "party:ons-assen"),
        ("Dat zegt heemraad Anna Bos (Water Voorop).", "party:water-voorop"),
        ("Dat zegt raadslid Anna Bos (DUS Assen).", "party:dus-assen"),
        ("Dat zegt raadslid Anna Bos (GBA).", "party:gba"),
        ("Dat zegt raadslid Anna Bos (VVD).", "party:vvd"),
        # what the office is about, where, how old, or a person without an office
        ("Dat zegt wethouder Anna Bos (Jeugd en Zorg).", None),
        ("Dat zegt wethouder Anna Bos (Wonen).", None),
        ("Dat zegt wethouder Anna Bos (Emmen).", None),
        ("Dat zegt raadslid Anna Bos (46).", None),
        ("Dat zegt directeur Anna Bos (Huis Vooruit).", None),
    ],
)
def test_in_brackets_behind_an_office(find: Find, text: str, party: str | None) -> None:
    (role,) = find(ASSEN + text).roles
    assert role.party == party


def test_its_name_is_the_party_everywhere(find: Find) -> None:
    text = "Ons Assen wil bomen. Dat zegt wethouder Anna Bos (Ons Assen)."
    facts = find(ASSEN + text)
    named = [m.entity for m in facts.mentions if m.kind == "party"]
    assert named == ["party:ons-assen", "party:ons-assen"]
    assert [e.name for e in facts.found if e.kind == "party"] == ["Ons Assen"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("De VVD vindt dat veel. Raadslid Anna Bos vroeg waarom.", "party:vvd"),
        ("De Assense SP wil een fonds. Waarom, vraagt fractievoorzitter Anna Bos.", "party:sp"),
        # her sentence names a party, the one before names two or does not begin with it
        ("De VVD vindt dat veel. Raadslid Anna Bos hielp de SP.", None),
        ("De VVD en de SP vinden dat veel. Raadslid Anna Bos vroeg waarom.", None),
        ("Het geld komt volgens velen van de VVD. Raadslid Anna Bos vroeg waarom.", None),
        # who holds no office for a party, and another paragraph
        ("De VVD vindt dat veel. Onderzoeker Anna Bos vroeg waarom.", None),
        ("De VVD vindt dat veel.\n\nRaadslid Anna Bos vroeg waarom.", None),
    ],
)
def test_the_party_of_the_sentence_before(find: Find, text: str, party: str | None) -> None:
    (role,) = find(ASSEN + text).roles
    assert role.party == party


def test_the_leader_of_a_group_is_of_the_council(find: Find) -> None:
    (role,) = find(ASSEN + "Dat zegt VVD-fractievoorzitter Anna Bos.").roles
    assert (role.party, role.place) == ("party:vvd", "GM0106")


@pytest.mark.parametrize("name", ["Lotte Kerkhof", "Anna Dorpstraat"])
def test_behind_a_role_no_name_is_a_street(find: Find, name: str) -> None:
    facts = find(f"Dat zegt onderzoeker {name}.")
    assert [m.surface for m in facts.mentions if m.kind == "person"] == [name]
