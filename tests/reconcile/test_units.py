from __future__ import annotations

import pytest
from factory import stated

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.sources import voice_name
from pipeline.reconcile.units import compare_counted, compare_per, in_days


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("per maand", "per maand", None),
        ("per jaar", "/jaar", None),
        ("per jaar", "per maand", "per"),
        ("per inwoner", "per bewoner", None),
        ("per inwoner", "per huishouden", "per"),
        ("per jaar", None, "per_unstated"),
        ("per inwoner", None, "per"),
        (None, None, None),
    ],
)
def test_denominators(a: str | None, b: str | None, outcome: str | None) -> None:
    assert compare_per(a, b) == outcome
    assert compare_per(b, a) == outcome


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("woning", "woning", None),
        ("woning", "huis", None),
        ("uitkering", "bijstandsuitkering", None),
        ("huishouden", "inwoner", "counted"),
        ("uitkering", "aanvraag", "counted_unclear"),
        ("inwoner", "melding", "counted_unclear"),
        (None, "woning", None),
    ],
)
def test_what_is_counted(a: str | None, b: str | None, outcome: str | None) -> None:
    assert compare_counted(a, b) == outcome
    assert compare_counted(b, a) == outcome


def test_months_and_years_have_no_fixed_length() -> None:
    assert in_days(Interval(2, 3, high_open=True), "week") == Interval(14, 21, high_open=True)
    assert in_days(Interval(1, 1), "year") == Interval(365, 366)
    assert in_days(Interval(low=2), "month") == Interval(low=56)
    assert in_days(Interval(2, 2), "month").overlaps(in_days(Interval(8.5, 8.5), "week"))


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ({"kind": "share", "unit": "percent"}, "percent"),
        ({"kind": "ratio", "unit": "percent"}, "percent"),
        ({"kind": "ratio", "unit": "times"}, "times"),
        ({"kind": "change", "unit": "percentage_point"}, "percent"),
        ({"kind": "change", "unit": "woning"}, "count"),
        ({"kind": "change", "unit": None}, "count"),
        ({"kind": "change", "unit": "EUR"}, "EUR"),
        ({"kind": "change", "unit": "week"}, "duration"),
        ({"kind": "change", "unit": "kilogram"}, "kilogram"),
        ({"kind": "duration", "unit": "month"}, "duration"),
        ({"kind": "age", "unit": "year"}, "age"),
        ({"kind": "money", "unit": "USD"}, "USD"),
        ({"kind": "rate", "unit": "per_1000"}, "per_1000"),
    ],
)
def test_family(given: dict[str, str | None], family: str) -> None:
    assert stated(5, **given).family == family


def test_one_source_under_several_names_is_one_voice() -> None:
    published = stated(source="Dagblad van het Noorden")
    cited = stated(source="Omroep", derived_from="org:dvhn", derived_name="DvhN")
    quoted = [stated(speaker="person:wil", speaker_name="Wil de Boer") for _ in range(2)]
    assert published.voice == cited.voice == voice_name("het Dagblad van het Noorden")
    assert quoted[0].voice == quoted[1].voice != published.voice

    assert stated().voice != stated().voice


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        ({}, "level"),
        ({"kind": "change"}, "change"),
        ({"comparative": True}, "change"),
        ({"unit": "percentage_point"}, "change"),
        ({"statement": "change"}, "change"),
        ({"statement": "change", "part": "base"}, "level"),
        ({"statement": "norm", "comparative": True}, "norm"),
        ({"year": 2027, "published_latest": "2022-06-01"}, "forecast"),
        ({"year": 2022, "published_latest": "2022-06-01"}, "level"),
        ({"year": 2027, "published_latest": "2022-06-01", "statement": "target"}, "target"),
    ],
)
def test_what_a_figure_claims(given: dict[str, object], claim: str) -> None:
    found = stated(12, **given)
    assert found.claim == claim
    assert found.is_level is (claim == "level")
