from __future__ import annotations

import pytest

from pipeline.entities import renamed
from pipeline.records import Alias, Entity, EntityFacts, Mention, Role

JAN = Entity("person:jan-kuub", "person", "Jan Kuub")
JOHN = Entity("person:johannes-kuub", "person", "Johannes Kuub")
ASSEN = Entity("GM0106", "municipality", "Assen")
ZORG = Entity("org:zorgpunt", "organisation", "Zorgpunt")
KNOWN = {"GM0106"}


def mention(surface: str, entity: Entity, method: str = "exact", start: int = 0) -> Mention:
    return Mention(start, start + len(surface), surface, entity.kind, entity.id, method, 0.9)


FACTS = EntityFacts(
    mentions=(
        mention("Johannes\n  Kuub", JOHN),
        mention("Assen", ASSEN, start=40),
        mention("Kuub", JOHN, "coreference", 60),
        mention("Zorgpunt", ZORG, start=80),
    ),
    roles=(Role(JOHN.id, "bestuurder", None, ASSEN.id, ZORG.id, 0, 9),),
    found=(JOHN, ZORG),
    aliases=(Alias(JOHN.id, "Kuub", "surname", "document"),),
)


def linked(facts: EntityFacts) -> list[str | None]:
    return [each.entity for each in facts.mentions]


def test_what_the_document_took_for_the_same_goes_along() -> None:
    facts = renamed(FACTS, {"Johannes Kuub": JAN}, known=KNOWN)
    assert linked(facts) == [JAN.id, ASSEN.id, JAN.id, ZORG.id]
    assert [each.method for each in facts.mentions][::2] == ["person", "coreference"]
    assert facts.roles[0].person == JAN.id
    assert facts.found == (JAN, ZORG), "nobody is called Johannes Kuub any more"
    assert facts.aliases == (Alias(JAN.id, "Kuub", "surname", "document"),)


def test_a_surname_alone_takes_nobody_along() -> None:
    facts = renamed(FACTS, {"Kuub": JAN}, known=KNOWN)
    assert linked(facts) == [JOHN.id, ASSEN.id, JAN.id, ZORG.id]
    assert facts.roles[0].person == JOHN.id
    assert set(facts.found) == {JAN, JOHN, ZORG}


def test_a_surname_that_was_decided_about_too_stays_that() -> None:
    facts = renamed(FACTS, {"Johannes Kuub": ASSEN, "Kuub": JAN}, known=KNOWN)
    assert linked(facts)[::2] == [ASSEN.id, JAN.id]


def test_an_organisation_of_a_role_goes_along() -> None:
    other = Entity("org:zorgplein", "organisation", "Zorgplein")
    facts = renamed(FACTS, {"Zorgpunt": other}, known=KNOWN)
    assert facts.roles[0].organisation == other.id
    assert other in facts.found


def test_a_place_has_no_role() -> None:
    facts = renamed(FACTS, {"Johannes Kuub": ASSEN}, known=KNOWN)
    assert facts.roles == ()
    assert facts.found == (ZORG,), "what the knowledge files have is not found in a text"


@pytest.mark.parametrize("names", [{}, {"Klaas": JAN}])
def test_a_name_that_is_not_there_changes_nothing(names: dict[str, Entity]) -> None:
    assert renamed(FACTS, names, known=KNOWN) == FACTS
