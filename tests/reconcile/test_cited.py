from __future__ import annotations

from typing import Any

import pytest
from factory import stated
from test_matters import matter

from pipeline.reconcile.meetings import Meeting, meetings, telling
from pipeline.reconcile.records import Stated

ABOUT = (matter(names=frozenset({"De Bries"})),) * 2
IN_THE_PRESS = "Het getal van 141 kilo dat in de pers is genoemd gaat over de laagbouw."


def weight(value: float, label: str, day: str, **given: Any) -> Stated:
    made: dict[str, Any] = {"kind": "measure", "unit": "kilogram", "known": False, "year": 2023}
    made |= {"label": label, "indicator": label, "topic": label, "half": 0.5}
    made |= {"published_earliest": day, "published_latest": day}
    return stated(value, **made | given)


def press(**given: Any) -> Stated:
    return weight(141, "bewoner", "2024-03-16", document="d1", **given)


def letter(sentence: str = IN_THE_PRESS, **given: Any) -> list[Stated]:
    common = {"day": "2024-04-04", "document": "d2"}
    return [
        weight(149, "restafval", **common, **given),
        weight(
            141, "pers", position=2, sentence=sentence, year=None, span=(None, "2024"), **common
        ),
        weight(176, "restafval", position=3, year=2019, **common),
    ]


def met(first: list[Stated], second: list[Stated]) -> list[Meeting]:
    return list(meetings(first, second, ABOUT))


def test_a_number_that_is_cited_meets_what_is_given_instead() -> None:
    found = met([press()], letter())
    assert sorted(m.comparison.relation for m in found) == ["agree", "different_definition"]
    assert {m.comparison.reasons for m in found} == {("cited", "same_matter")}
    (told,) = telling(found)
    assert IN_THE_PRESS in told.explanation_nl
    assert "149" in told.explanation_nl
    assert "176" not in told.explanation_nl
    turned = met(letter(), [press()])
    assert len(turned) == len(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (press(), letter("Het waren 141 kilo in de laagbouw.")),
        (press(), letter(year=2021)),
        (press(), letter(unit="tonne")),
        (press(place="GM0114"), letter()),
        (press(stance="denies"), letter()),
        (press(published_earliest="2024-06-01", published_latest="2024-06-01"), letter()),
    ],
)
def test_look_alikes(first: Stated, second: list[Stated]) -> None:
    assert not met([first], second)
