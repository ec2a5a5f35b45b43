from __future__ import annotations

from typing import Any

import pytest
from factory import compare, stated, verdict_on

from pipeline.reconcile.records import Stated

YEAR: dict[str, Any] = {"kind": "count", "unit": "brand", "year": 2023}


def broadcaster(**given: Any) -> list[Stated]:
    """'Vorig jaar waren er 212 branden, 150 binnen en 62 buiten.'"""
    text = {"document": "d1", "source": "Omroep"} | YEAR
    sentence = given.pop("sentence", "Het waren er 150 binnen en 62 buiten.")
    return [
        stated(212, **text),
        stated(150, **text | {"sentence": sentence} | given),
        stated(62, **text),
    ]


def letter() -> Stated:
    """'In 2023 waren er 150 binnenbranden.'"""
    return stated(150, document="d2", source="Regio", **YEAR)


def relations(figures: list[Stated]) -> dict[tuple[float, float], tuple[str, tuple[str, ...]]]:
    values = {figure.id: figure.value or 0 for figure in figures}
    return {
        (max(pair), min(pair)): (each.relation, each.reasons)
        for each in compare(figures)
        for pair in [(values[each.figure_a], values[each.figure_b])]
    }


def test_a_text_that_gives_both_numbers_contradicts_neither() -> None:
    figures = [*broadcaster(), letter()]
    assert relations(figures)[212, 150] == ("different_definition", ("both_given",))
    assert verdict_on(*figures).verdict != "contested"


def test_what_is_told_apart_has_no_one_answer() -> None:
    assert verdict_on(*broadcaster(), letter()).value is None


def test_two_texts_that_each_give_one_number_contradict_each_other() -> None:
    assert verdict_on(broadcaster()[0], letter()).verdict == "contested"


@pytest.mark.parametrize(
    "given",
    [
        {"sentence": "In de krant stond dat het er 150 waren."},
        {"derived_name": "Regio"},
        {"stance": "denies"},
    ],
)
def test_who_only_cites_the_number_of_the_other_still_contradicts_it(given: Any) -> None:
    figures = [*broadcaster(**given)[:2], letter()]
    assert verdict_on(*figures).verdict == "contested"
