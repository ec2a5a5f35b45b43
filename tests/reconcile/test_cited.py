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


@pytest.mark.parametrize(("stance", "how"), [("asks", "asked"), ("denies", "denied")])
def test_who_asks_about_a_number_or_denies_it_takes_it_up(stance: str, how: str) -> None:
    """'Klopt het dat het wachten 14 weken duurt? Nee, dat zijn er 9', weeks after the paper."""

    def wait(value: float, day: str, **given: Any) -> Stated:
        made = {"span": (day, day), "period_method": "publication", "kind": "duration"}
        return weight(value, "wachttijd", day, **made | {"unit": "week", "year": None} | given)

    paper = wait(14, "2024-01-20", document="d1")
    town = [
        wait(14, "2024-03-05", document="d2", stance=stance, source="Stad", position=1),
        wait(9, "2024-03-05", document="d2", source="Stad", position=2),
        wait(20, "2024-03-05", document="d2", source="Stad", position=9),
    ]
    found = met([paper], town)
    assert {m.kin for m in found if m.clashes} == {how}
    (told,) = telling([m for m in found if m.kin == how])
    assert "‘9’" in told.explanation_nl
    assert "Bij Stad staat ook ‘14’" in told.explanation_nl
    assert "‘20’" not in told.explanation_nl
    unrelated = list(meetings([paper], town, (matter(), matter())))
    assert {m.kin for m in unrelated} == {how}, "the question itself tells what it is about"
    assert "om wat de teksten gemeen hebben" not in next(telling(unrelated)).explanation_nl
    before = wait(9, "2024-03-05", document="d2", source="Stad", position=0, start=1)
    assert how not in {m.kin for m in met([paper], [town[0], before])}


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
