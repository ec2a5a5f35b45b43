from __future__ import annotations

from typing import Any

import pytest
from factory import stated

from pipeline.reconcile.parts import REVISION, part_findings, revision_findings
from pipeline.reconcile.records import Stated

PARENTS = {"huisarts": "andere verwijzer", "andere verwijzer": "verwijzing"}
Y = {"year": 2018, "population": "jongeren"}


def part(value: float = 75, **given: Any) -> Stated:
    return stated(value, **{"indicator": "huisarts", "surface": "driekwart"} | Y | given)


def whole(value: float = 70, **given: Any) -> Stated:
    said = {"indicator": "andere verwijzer", "surface": f"{value:g} procent"}
    return stated(value, **said | Y | given)


def severities(*figures: Stated) -> list[str]:
    return [finding.severity for finding in part_findings(figures, PARENTS)]


def test_a_part_larger_than_its_whole() -> None:
    a, b = part(), whole()
    (finding,) = part_findings([b, a], PARENTS)
    assert (finding.kind, finding.severity) == ("part_exceeds_whole", "error")
    assert finding.members == ((a.id, "part"), (b.id, "whole"))
    assert finding.explanation_nl.startswith(
        "‘huisarts’ is een deel van ‘andere verwijzer’, maar het deel is groter dan het geheel: "
        "‘driekwart’ (2018)"
    )
    assert finding.explanation_nl.endswith("Een van de twee klopt niet, of ze zijn anders geteld.")
    assert finding.explanation_en.endswith("or they were counted differently.")


@pytest.mark.parametrize(
    ("a", "b", "severity"),
    [
        (part(), whole(year=None), "warning"),
        (part(), whole(span=("2018-01-01", "2018-12-31"), period_kind="vague"), "warning"),
        (part(), whole(span=("2018-01-01", "2018-06-30")), "warning"),
        (part(population=None), whole(population=None), "warning"),
        (part(), whole(population=None), "warning"),
        (part(), whole(outer_high=80), "warning"),
        (part(), whole(indicator="verwijzing"), "error"),
    ],
    ids=["undated", "vague", "half a year", "no group", "one group", "loosely", "grandparent"],
)
def test_how_certain_it_is(a: Stated, b: Stated, severity: str) -> None:
    assert severities(a, b) == [severity]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (part(), whole(year=2017)),
        (part(60), whole(70)),
        (part(), whole(population="huishoudens")),
        (part(), whole(kind="count", unit="jongere")),
        (part(), whole(stance="denies")),
        (part(), whole(copy_of="d1")),
        (part(statement="target"), whole()),
        (part(indicator="iets anders"), whole()),
        (part(), whole(per="per maand")),
        (
            part(kind="count", unit="huishouden", population=None),
            whole(kind="count", unit="inwoner", population=None),
        ),
    ],
    ids=str.split("year smaller group unit denied copy target other per counted"),
)
def test_what_cannot_be_held_against_each_other(a: Stated, b: Stated) -> None:
    assert severities(a, b) == []


def test_circular_parents_end() -> None:
    circle = {"huisarts": "andere verwijzer", "andere verwijzer": "huisarts"}
    assert len(list(part_findings([part(), whole()], circle))) == 1


# ── revision ──────────────────────────────────────────────────────────────────────────────────

TEXT = {"document": "d1", "indicator": "jeugdzorg", "place_name": "Hattem"}


def fell(now: float = 6.36, before: float = 8.78, **given: Any) -> list[Stated]:
    return [
        stated(before, half=0.005, year=2019, surface=f"{before} procent", **TEXT),
        stated(
            now, half=0.005, year=2020, status=("provisional",), surface=f"{now} procent", **TEXT
        ),
        stated(
            **{
                "value": None,
                "document": "d1",
                "indicator": REVISION,
                "kind": "change",
                "unit": "percent",
            }
            | {"hedge": "range", "low": 5, "high": 6, "outer_low": 4.5, "outer_high": 6.5}
            | {"statement": "change", "direction": "up", "surface": "5 tot 6 procent hoger"}
            | given,
        ),
    ]


def test_what_a_stated_revision_would_make_of_a_provisional_figure() -> None:
    before, now, factor = figures = fell()
    (finding,) = revision_findings(figures)
    assert (finding.kind, finding.severity) == ("revision", "info")
    assert finding.members == (
        (factor.id, "factor"),
        (now.id, "provisional"),
        (before.id, "base"),
    )
    assert finding.explanation_nl == (
        "‘6.36 procent’ (jeugdzorg, 2020) is een voorlopig cijfer. Volgens de tekst vielen "
        "definitieve cijfers hoger uit dan voorlopige (‘5 tot 6 procent hoger’). Geldt dat hier "
        "ook, dan wordt het tussen 6,68 en 6,74 procent. Vergeleken met ‘8.78 procent’ (2019) "
        "blijft het ook dan een daling."
    )
    assert "between 6.68 and 6.74 percent" in finding.explanation_en
    assert finding.explanation_en.endswith("it is still a fall.")


def test_a_fall_that_does_not_survive() -> None:
    (finding,) = revision_findings(fell(now=8.5))
    assert "is het dan niet meer zeker een daling" in finding.explanation_nl


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"hedge": "none", "value": 5.0, "low": 4.5, "high": 5.5}, "wordt het 6,68 procent"),
        ({"direction": "down"}, "tussen 5,98 en 6,04 procent"),
        ({"direction": None, "sentence": "Ze waren 5 tot 6 procent lager."}, "tussen 5,98 en 6,04"),
    ],
)
def test_other_factors(given: dict[str, Any], words: str) -> None:
    (finding,) = revision_findings(fell(**given))
    assert words in finding.explanation_nl


@pytest.mark.parametrize(
    "given",
    [
        {"direction": None, "sentence": "Ze weken 5 tot 6 procent af."},
        {"direction": None, "sentence": "Soms hoger, soms lager, 5 tot 6 procent."},
        {"direction": None, "sentence": "De gemeenteraad wil 5 tot 6 procent."},
        {"hedge": "at_least", "value": None},
        {"document": "d2"},
    ],
)
def test_no_factor_no_finding(given: dict[str, Any]) -> None:
    assert list(revision_findings(fell(**given))) == []


def test_a_provisional_count_becomes_a_whole_number() -> None:
    count = stated(
        1000, kind="count", unit="jongere", year=2020, status=("provisional",), document="d1"
    )
    (finding,) = revision_findings([count, fell()[2]])
    assert "wordt het tussen 1.050 en 1.060." in finding.explanation_nl
