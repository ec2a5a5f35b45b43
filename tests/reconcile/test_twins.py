"""Numbers of two texts that look like one: beside an equal number, or with digits that swapped."""

from __future__ import annotations

from typing import Any

import pytest
from factory import stated
from test_matters import matter

from pipeline.reconcile.meetings import meetings, telling
from pipeline.reconcile.records import Stated
from pipeline.reconcile.twins import transposed, twins

Given = dict[str, Any]


@pytest.mark.parametrize(
    ("a", "b", "swapped"),
    [
        (412, 421, True),
        (1_960, 1_690, True),
        (31.5e6, 35.1e6, True),
        (10.47, 10.74, True),
        (412, 412, False),
        (412, 241, False),
        (412, 431, False),
        (14, 41, False),
        (1_400, 4_100, False),
        (412, 4_210, False),
        (100, 10, False),
    ],
)
def test_digits_that_changed_places(a: float, b: float, swapped: bool) -> None:
    assert transposed(a, b) is transposed(b, a) is swapped


def count(value: float, name: str, year: int, **given: Any) -> Stated:
    published = {"published_earliest": "2024-02-01", "published_latest": "2024-02-01"}
    made: Given = {"kind": "count", "unit": "klacht", "known": False, "indicator": name}
    return stated(value, year=year, **made | {"topic": name.split()[0]} | published | given)


def text(document: str, name: str, *numbers: tuple[float, int], **given: Any) -> list[Stated]:
    return [count(value, name, year, document=document, **given) for value, year in numbers]


def found(ones: list[Stated], twos: list[Stated]) -> list[tuple[float | None, float | None, str]]:
    there = [(a.value, b.value, how) for a, b, how in twins(ones, twos)]
    back = [(b.value, a.value, how) for a, b, how in twins(twos, ones)]
    assert there == back
    return there


PAPER = text("d1", "klacht buur", (274, 2021), (355, 2022))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (text("d2", "melding overlast", (274, 2021), (318, 2022)), [(355, 318, "same_series")]),
        (text("d2", "melding overlast", (274, 2021), (355, 2022)), []),
        (text("d2", "melding overlast", (275, 2021), (318, 2022)), []),  # nothing in common
        (text("d2", "melding overlast", (274, 2020), (318, 2022)), []),
        (text("d2", "melding overlast", (274, 2021), (318, 2023)), []),
        (text("d2", "melding overlast", (274, 2021), (31, 2022)), []),  # too far apart
        (text("d2", "melding overlast", (274, 2021), (318, 2022), (290, 2022)), []),  # which?
        (text("d2", "melding overlast", (274, 2021), (318, 2022), place="GM0114"), []),
        (text("d2", "melding overlast", (274, 2021), (318, 2022), stance="asks"), []),
        (text("d2", "melding overlast", (274, 2021), (318, 2022), kind="money"), []),
        (
            text("d2", "melding overlast", (274, 2021), (318, 2022), published_latest="2022-11-01"),
            [],  # the year was not over
        ),
        (
            [
                *text("d2", "geluid", (274, 2021), position=4),
                *text("d2", "melding overlast", (318, 2022), position=5),
            ],
            [(355, 318, "same_series")],
        ),
        (
            [
                *text("d2", "geluid", (274, 2021), position=4),
                *text("d2", "melding overlast", (318, 2022), position=9),
            ],
            [],
        ),
        (text("d2", "melding overlast", (535, 2022)), [(355, 535, "transposed")]),
        (text("d2", "melding overlast", (535, 2021), (274, 2020)), []),
    ],
)
def test_what_stands_beside_an_equal_number(other: list[Stated], expected: list[Any]) -> None:
    assert found(PAPER, other) == expected


def test_of_the_numbers_beside_it_those_that_agree_are_explained() -> None:
    ones = text("d1", "cursist", (274, 2021), (355, 2022), (96, 2022))
    twos = text("d2", "leerling les", (274, 2021), (318, 2022), (96, 2022))
    assert found(ones, twos) == [(355, 318, "same_series")]


def test_swapped_digits_that_make_a_number_many_times_larger_are_no_slip() -> None:
    assert not found([count(192, "a", 2022, document="d1")], [count(912, "b", 2022)])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, True),
        ({"unit": "melding"}, True),
        ({"year": 2020}, False),
        ({"hedge": "about"}, False),
        ({"place": "GM0114"}, False),
        ({"kind": "money"}, False),
        ({"statement": "target"}, False),
        ({"document": "d1"}, False),
        ({"known": True}, True),  # the other name is not
        ({"population": "huishoudens"}, False),
    ],
)
def test_swapped_digits_on_one_place_and_period(given: Given, expected: bool) -> None:
    one = count(1_672, "signaal", 2022, document="d1", population="inwoners")
    other = count(1_762, "tip", **{"year": 2022, "document": "d2"} | given)
    assert found([one], [other]) == ([(1_672, 1_762, "transposed")] if expected else [])


def test_known_indicators_are_two_by_definition() -> None:
    one = count(412, "baan", 2022, known=True)
    other = count(421, "vacature", 2022, known=True)
    assert not found([one], [other])


def test_a_person_is_told_where_the_texts_are_on_one_matter() -> None:
    about = matter(names=frozenset({"De Bries"}))
    ones, twos = [count(1_672, "signaal", 2022)], [count(1_762, "tip", 2022)]
    (each,) = meetings(ones, twos, (about, about))
    assert each.comparison.relation == "different_definition"
    (finding,) = telling([each])
    assert "twee cijfers van plaats" in finding.explanation_nl
    assert not list(meetings(ones, twos, (about, matter())))


def test_what_a_group_calls_a_contradiction_is_told_there() -> None:
    about = matter(names=frozenset({"De Bries"}))
    ones, twos = [count(1_672, "signaal", 2022)], [count(1_762, "signaal", 2022)]
    assert not list(meetings(ones, twos, (about, about)))
