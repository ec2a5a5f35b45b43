from __future__ import annotations

from typing import Any

import pytest
from factory import told, verdict_on

from pipeline.reconcile.corrections import corrected
from pipeline.reconcile.relations import relate

YEAR: dict[str, Any] = {"year": 2022, "kind": "count", "unit": "naam", "indicator": "wachtlijst"}


@pytest.mark.parametrize(
    ("sentence", "first", "second", "wrong"),
    [
        ("De lijst telt geen 200 maar 350 namen.", "200", "350", "200"),
        ("Niet 200, maar 350 namen staan op de lijst.", "200", "350", "200"),
        ("Het zijn niet de 200 van vroeger, maar 350 namen.", "200", "350", "200"),
        ("Eerder meldde de gemeente 200 namen; nu blijken het er 350.", "200", "350", "200"),
        ("Er staan 350 namen op, in plaats van de eerder genoemde 200.", "350", "200", "200"),
        ("Het zijn er 350, en niet 200.", "350", "200", "200"),
        ("Er staan 200 namen op, en later 350.", "200", "350", None),
        ("Niet iedereen weet dat er 200 of 350 namen op staan.", "200", "350", None),
        ("Niet 200, maar ook geen 12 of 350 namen.", "200", "350", None),
    ],
)
def test_the_wrong_number(sentence: str, first: str, second: str, wrong: str | None) -> None:
    a, b = told(
        sentence,
        (first, {"value": float(first)}),
        (second, {"value": float(second)}),
        **YEAR,
    )
    for pair in ((a, b), (b, a)):
        found = corrected(*pair)
        assert (found and found[0].surface) == wrong
    assert relate(a, b).relation == ("revised" if wrong else "undetermined")


def test_a_corrected_figure_steps_back() -> None:
    figures = told(
        "De lijst telt geen 200 maar 350 namen.",
        ("200", {"value": 200.0}),
        ("350", {"value": 350.0}),
        **YEAR,
    )
    verdict = verdict_on(*figures)
    assert verdict.verdict == "revised"
    assert {m.figure: m.reason for m in verdict.members}[figures[0].id] == "corrected"
    assert verdict.value == 350
    assert "‘200’ is in de tekst zelf verbeterd." in verdict.explanation_nl


@pytest.mark.parametrize(
    ("second", "relation"),
    [
        ("De inspectie hanteert andere cijfers en houdt het op 350 namen.", "conflict"),
        ("Maar de provincie komt op 350.", "conflict"),
        ("De inspectie houdt het bij 350 namen.", "undetermined"),
        ("Met 350 namen heeft de inspectie andere cijfers.", "undetermined"),
        ("Voor 2019 hanteert zij andere cijfers, 350 namen.", "undetermined"),
        ("In 12 dorpen komt een ander beeld naar voren: 350.", "undetermined"),
    ],
)
def test_another_comes_to_another_number(second: str, relation: str) -> None:
    (a,) = told("Er staan 200 namen op de lijst.", ("200", {"value": 200.0}), **YEAR)
    (b,) = told(second, ("350", {"value": 350.0}), position=2, **YEAR)
    assert relate(a, b).relation == relation
    assert relate(b, a).relation == relation


def test_whoever_has_another_number_means_the_same_group_some_sentences_on() -> None:
    second = "De inspectie hanteert andere cijfers en houdt het op 350 namen."
    given = YEAR | {"kind": "share", "unit": "percent"}
    (a,) = told("Er is 200 gemeld.", ("200", {"value": 200.0}), population="kinderen", **given)
    (b,) = told(second, ("350", {"value": 350.0}), position=7, **given)
    (far,) = told(second, ("350", {"value": 350.0}), position=12, **given)
    assert relate(a, b).relation == "conflict"
    assert relate(a, far).relation == "undetermined"


@pytest.mark.parametrize(
    ("second", "relation"),
    [
        ("De organisatie houdt het op 350.", "conflict"),
        ("Zelf houden wij het voorlopig op 350 namen.", "undetermined"),  # order not known
        ("Wij houden het zelf voorlopig op 350 namen.", "conflict"),
        ("De wethouder had het in de raad over ‘350’.", "conflict"),
        ("Volgens de dorpsraad zijn het er hooguit 350.", "undetermined"),  # nobody said 200
        ("Zover wilde zij niet gaan, ze hield het op 350.", "conflict"),
        ("De gemeente gaat uit van 350.", "conflict"),
        ("De gemeente gaat uit van een groei met 350.", "undetermined"),
        ("Op het feest van de 350 namen houdt het op.", "undetermined"),
        ("De raad had het over de begroting en telde 350 namen.", "undetermined"),
        ("Volgens de dorpsraad gaat dat goed bij 350 namen.", "undetermined"),
    ],
)
def test_who_holds_another_number_against_the_one_before(second: str, relation: str) -> None:
    (a,) = told("Er staan 200 namen op de lijst.", ("200", {"value": 200.0}), **YEAR)
    (b,) = told(second, ("350", {"value": 350.0}), position=2, **YEAR)
    assert relate(a, b).relation == relate(b, a).relation == relation
    (far,) = told(second, ("350", {"value": 350.0}), position=5, **YEAR)
    assert relate(a, far).relation == "undetermined"
    (other,) = told(second, ("350", {"value": 350.0}), position=2, **YEAR | {"year": 2019})
    assert relate(a, other).relation == "different_period"


def test_two_who_are_named_have_two_numbers_for_one_thing() -> None:
    said = {"value": 200.0, "speaker_name": "Ada Bos"}
    (a,) = told("Er staan 200 namen op de lijst, zegt Ada Bos.", ("200", said), **YEAR)
    second = "Volgens de gemeente zijn het er hooguit 350."
    (b,) = told(second, ("350", {"value": 350.0}), position=2, **YEAR)
    assert relate(a, b).relation == "conflict"


@pytest.mark.parametrize(
    ("second", "relation"),
    [
        ("De gemeente heeft dat inmiddels gecorrigeerd: het zijn er 350.", "revised"),
        ("Dat bleek een tikfout, want het zijn er 350.", "revised"),
        ("De krant rectificeerde: 350 namen.", "revised"),
        ("Dat cijfer is door de bond inmiddels bijgesteld naar 350.", "revised"),
        ("De verwachting is bijgesteld en er staan 350 namen.", "undetermined"),
        ("Gecorrigeerd voor verhuizingen zijn het er 350.", "undetermined"),
        ("Dat zijn er 350, en dat moet zijn tijd hebben.", "undetermined"),
    ],
)
def test_a_number_that_was_a_mistake_a_sentence_before(second: str, relation: str) -> None:
    (a,) = told("Op de lijst stonden 200 namen.", ("200", {"value": 200.0}), **YEAR)
    (b,) = told(second, ("350", {"value": 350.0}), position=2, **YEAR)
    assert relate(a, b).relation == relation
    (far,) = told(second, ("350", {"value": 350.0}), position=3, **YEAR)
    assert relate(a, far).relation == "undetermined"


def test_the_right_number_some_sentences_on() -> None:
    (a,) = told("Op de lijst stonden 200 namen.", ("200", {"value": 200.0}), **YEAR)
    for position, relation in ((3, "revised"), (6, "undetermined")):
        (b,) = told(
            "Het juiste aantal is 350.", ("350", {"value": 350.0}), position=position, **YEAR
        )
        assert relate(a, b).relation == relation
