from __future__ import annotations

from typing import Any

import pytest
from factory import stated, verdict_on

from pipeline.reconcile.records import Stated
from pipeline.reconcile.restated import restatements

TEXT: dict[str, Any] = {"document": "d1", "source": "De Bode"}
PUBLISHED: dict[str, Any] = {
    "span": ("2023-03-30", "2023-03-30"),
    "period_kind": "point",
    "period_method": "publication",
}


def again(first: Stated, *others: Stated) -> list[Stated]:
    return list(restatements((first, *others)))


def test_a_headline_takes_the_period_of_the_sentence_that_names_it() -> None:
    headline = stated(8.3, start=0, **TEXT, **PUBLISHED)
    below = stated(8.3, start=400, year=2022, **TEXT)
    dated, same = again(headline, below)
    assert (dated.earliest, dated.latest, dated.period_method) == (
        "2022-01-01",
        "2022-12-31",
        "stated",
    )
    assert same == below
    assert dated.voice == below.voice


def test_two_speakers_of_one_text_who_say_the_same_are_one_voice() -> None:
    first = stated(12, speaker_name="Jo Smit", year=2020, **TEXT)
    second = stated(12, speaker_name="Wil de Boer", year=2020, **TEXT)
    assert {figure.voice for figure in again(first, second)} == {"jo smit"}
    assert verdict_on(*again(first, second)).verdict == "single_source"


@pytest.mark.parametrize(
    "other",
    [
        {"value": 9.0},
        {"document": "d2"},
        {"indicator": "pleegzorg"},
        {"place": "GM0114"},
        {"population": "ouderen"},
        {"statement": "norm"},
        {"stance": "denies"},
        {"kind": "money"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_is_no_restatement(other: dict[str, Any]) -> None:
    first = stated(8.3, population="jongeren", year=2022, **TEXT)
    plain = TEXT | PUBLISHED | {"population": "jongeren"} | other
    second = stated(plain.pop("value", 8.3), **plain)
    assert again(first, second) == [first, second]


def test_a_number_that_holds_for_two_years_dates_nothing() -> None:
    undated = stated(8.3, **TEXT, **PUBLISHED)
    found = again(stated(8.3, year=2021, **TEXT), stated(8.3, year=2022, **TEXT), undated)
    assert found[2].earliest == "2023-03-30"
    assert [figure.earliest for figure in found[:2]] == ["2021-01-01", "2022-01-01"]


def test_a_headline_that_rounds_a_number_of_its_text_takes_its_period() -> None:
    headline = stated(13, zone="title", start=0, **TEXT, **PUBLISHED)
    below = stated(12.8, half=0.05, start=400, year=2022, **TEXT)
    dated, same = again(headline, below)
    assert (dated.earliest, dated.repeats) == ("2022-01-01", below.voice)
    assert same == below


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ({"zone": "body"}, {}),
        ({}, {"value": 13.8, "half": 0.05}),
        ({}, {"indicator": "pleegzorg"}),
        ({"population": "jongeren"}, {"population": "ouderen"}),
        ({}, PUBLISHED),
    ],
)
def test_a_headline_about_something_else_keeps_its_own(headline: Any, below: Any) -> None:
    first = stated(13, **{"zone": "title", "start": 0} | TEXT | PUBLISHED | headline)
    made = {"value": 12.8, "half": 0.05, "start": 400, "year": 2022} | TEXT | below
    if "span" in made:
        made.pop("year")
    assert again(first, stated(made.pop("value"), **made))[0].repeats is None
