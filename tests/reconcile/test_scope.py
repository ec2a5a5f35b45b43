from __future__ import annotations

from typing import Any

import pytest
from factory import stated, told

from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.records import Stated
from pipeline.reconcile.relations import relate

COUNT: dict[str, Any] = {"kind": "count", "unit": "bezoeker", "year": 2022, "half": 0}
MONEY: dict[str, Any] = {"kind": "money", "year": 2022, "half": 50_000}


def visits(second: str) -> list[Stated]:
    first = told("Het museum trok 50.300 gasten.", ("50.300", {"value": 50_300}), **COUNT)
    numbers = [(words, {"value": float(words.replace(".", ""))}) for words in ("54.000", "3.700")]
    return first + told(second, *(n for n in numbers if n[0] in second), position=2, **COUNT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Inclusief de scholen waren het er 54.000.",
        "In de 54.000 uit het jaarboek zijn ook scholen meegeteld.",
        "Het getal van 54.000 omvat ook de schoolreizen.",
    ],
)
def test_what_a_text_counts_in_is_another_definition(sentence: str) -> None:
    first, second = visits(sentence)[:2]
    found = relate(first, second)
    assert (found.relation, found.reasons) == ("different_definition", ("scope",))


def test_without_such_words_it_is_not_known_what_tells_them_apart() -> None:
    first, second = visits("Volgens het jaarboek waren het er 54.000.")
    assert relate(first, second).reasons == ("one_text",)


def test_words_far_away_or_in_another_text_tell_nothing() -> None:
    sentence = "Inclusief scholen waren het er 54.000."
    near = visits(sentence)[0]
    (far,) = told(sentence, ("54.000", {"value": 54_000}), position=20, **COUNT)
    (other,) = told(sentence, ("54.000", {"value": 54_000}), document="d2", source="B", **COUNT)
    assert relate(near, far).reasons == ("one_text",)
    found = relate(near, other)
    assert (found.relation, found.reasons) == ("undetermined", ("scope_unstated",))


def test_what_is_counted_in_is_recomputed() -> None:
    (found,) = document_findings(visits("De 54.000 is inclusief de scholen (3.700)."))
    assert found.kind == "arithmetic_ok"
    assert "‘50.300’ en ‘3.700’ samen is 54.000" in found.explanation_nl


def test_a_sum_that_does_not_fit_is_no_error() -> None:
    figures = visits("De 54.000 is inclusief de scholen (3.700).")
    assert not document_findings([stated(50_000, document="d1", **COUNT), *figures[1:]])


def gap(value: float, label: str = "gat") -> list[Stated]:
    return [
        *told("Nodig is 21,5 miljoen.", ("21,5 miljoen", {"value": 21.5e6}), label="dijk", **MONEY),
        *told("Er is 14 miljoen.", ("14 miljoen", {"value": 14e6}), position=2, **MONEY),
        *told(
            f"Het gat is {value:g}.", (f"{value:g}", {"value": value}), position=3,
            label=label, topic=label, **MONEY,
        ),
    ]  # fmt: skip


def test_a_gap_is_the_difference_of_the_amounts_just_before() -> None:
    (found,) = document_findings(gap(7.5e6))
    assert found.kind == "arithmetic_ok"
    assert not document_findings(gap(7.4e6))
    assert not document_findings(gap(7.5e6, label="dijk"))


def test_growth_towards_a_forecast() -> None:
    levels = told("Dit jaar 1,64.", ("1,64", {"value": 1.64e6, "year": 2021}), kind="money", half=0)
    levels += told(
        "In 2024 is het 1,4, een daling van bijna 15 procent.",
        ("1,4", {"value": 1.4e6, "year": 2024, "kind": "money", "statement": "forecast"}),
        (
            "bijna 15 procent",
            {"value": 15.0, "low": 14.5, "high": 15.0, "kind": "change", "unit": "percent"}
            | {"statement": "change", "direction": "down", "year": 2024},
        ),
        position=2, half=0,
    )  # fmt: skip
    (found,) = document_findings(levels)
    assert found.kind == "arithmetic_ok"


@pytest.mark.parametrize(
    ("total", "sentence", "fits"),
    [
        (780_000.0, "Er is jaarlijks 260.000 euro, in totaal 780.000.", True),
        (780_000.0, "Er is nu 260.000 euro, in totaal 780.000.", False),
        (790_000.0, "Er is jaarlijks 260.000 euro, in totaal 790.000.", False),
    ],
)
def test_an_amount_each_year(total: float, sentence: str, fits: bool) -> None:
    span = {"span": ("2025-01-01", "2027-12-31"), "kind": "money", "half": 500, "label": "dijk"}
    numbers = [("260.000", {"value": 260_000.0}), (sentence[-8:-1], {"value": total})]
    found = document_findings(told(sentence, *numbers, **span))
    assert [f.kind for f in found] == ["arithmetic_ok"] * fits


def ill(sentence: str, value: float, **given: Any) -> Stated:
    made: dict[str, Any] = {"label": "vermoeidheid", "indicator": "vermoeidheid", "year": 2022}
    return stated(value, sentence=sentence, **made | given)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("14 procent is ernstig vermoeid.", "38 procent is vermoeid.", "different_definition"),
        ("14 procent is ernstig vermoeid.", "38 procent is ernstig vermoeid.", "conflict"),
        ("14 procent is vermoeid, een ernstig probleem.", "38 procent is vermoeid.", "conflict"),
    ],
)
def test_a_narrower_word_makes_another_definition(one: str, other: str, relation: str) -> None:
    found = relate(ill(one, 14), ill(other, 38))
    assert found.relation == relation
    assert (found.reasons == ("narrowed",)) is (relation == "different_definition")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Het dak kost 3 ton exclusief btw.", "Het dak kost 4 ton.", "undetermined"),
        ("Het dak kost 3 ton inclusief btw.", "Het dak kost 4 ton exclusief btw.", "undetermined"),
        ("Het dak kost 3 ton exclusief btw.", "Exclusief btw is het 4 ton.", "conflict"),
    ],
)
def test_of_two_texts_one_says_what_it_leaves_out(one: str, other: str, relation: str) -> None:
    first, second = (
        stated(value, kind="money", half=0, year=2022, sentence=sentence)
        for value, sentence in ((300_000, one), (400_000, other))
    )
    assert relate(first, second).relation == relation
