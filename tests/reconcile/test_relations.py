from __future__ import annotations

from typing import Any

import pytest
from factory import about, above, below, stated

from pipeline.reconcile.records import Stated
from pipeline.reconcile.relations import relate, replaced

Y = {"year": 2020, "population": "jongeren"}
FIRST_HALF = {"span": ("2020-01-01", "2020-06-30"), "population": "jongeren"}
NOW = {"period_method": "publication", "period_kind": "point", "population": "jongeren"}
CHANGE = {"kind": "change", "unit": "percent", "statement": "change", "year": 2020}
DAY = ("2020-03-03", "2020-03-03")
NEWS = {"span": DAY, "period_kind": "point"}
NEWS |= {"published_earliest": DAY[0], "published_latest": DAY[1]}
ONE_TEXT = {"document": "d1", "source": "De Bode"}


def weeks(value: float, **given: Any) -> Stated:
    return stated(value, kind="duration", unit="week", indicator="wachttijd", year=2020, **given)


def houses(value: float, noun: str, **given: Any) -> Stated:
    return stated(value, kind="count", unit=noun, indicator="bijstand", year=2020, **given)


def euros(value: float, per: str | None, **given: Any) -> Stated:
    return stated(value, kind="money", indicator="huur", half=5, year=2020, per=per, **given)


CASES = {
    # relation and reasons, then the two figures
    "same number": ("agree", "intervals", stated(12, **Y), stated(12, **Y)),
    "hedge reaches the number": (
        "agree",
        "intervals",
        above(12, **Y),
        stated(12.4, half=0.05, **Y),
    ),
    "only loosely": ("compatible", "intervals", above(12, **Y), stated(13, half=0.05, **Y)),
    "apart": ("conflict", "intervals", stated(12, **Y), stated(15, **Y)),
    "ruim and bijna never meet": ("conflict", "intervals", above(12, **Y), below(12, **Y)),
    "one voice apart": (
        "conflict",
        "same_voice",
        stated(12, source="CBS", **Y),
        stated(15, source="het CBS", **Y),
    ),
    "one voice twice": (
        "agree",
        "same_voice",
        stated(12, derived_name="CBS", **Y),
        stated(12, source="CBS", **Y),
    ),
    # periods
    "two years": ("different_period", "period", stated(12, year=2019), stated(15, year=2020)),
    "half a year in the year": (
        "different_period",
        "period_length",
        stated(6, **FIRST_HALF),
        stated(8, **Y),
    ),
    "half a year before the year": (
        "different_period",
        "period period_length",
        stated(6, **FIRST_HALF),
        stated(8, year=2021, population="jongeren"),
    ),
    "school year and year": (
        "different_period",
        "period",
        stated(6, span=("2019-08-01", "2020-07-31"), period_kind="school_year"),
        stated(8, year=2020),
    ),
    "two moments in one text": (
        "different_period",
        "period_vague",
        below(15, span=(None, "2023-11-30"), period_kind="vague", **ONE_TEXT),
        above(12, span=("2023-11-01", "2023-11-30"), **ONE_TEXT),
    ),
    "vague in two texts": (
        "undetermined",
        "period_vague",
        below(15, span=(None, "2023-11-30"), period_kind="vague"),
        above(12, span=("2023-11-01", "2023-11-30")),
    ),
    "equally vague in two texts": (
        "undetermined",
        "period_vague",
        stated(15, span=(None, "2023-11-30"), period_kind="vague"),
        stated(12, span=(None, "2023-11-30"), period_kind="vague"),
    ),
    "vague and long before": (
        "different_period",
        "period",
        stated(15, span=("2021-01-01", "2023-11-30"), period_kind="vague"),
        stated(12, year=2015),
    ),
    "two vague but bounded times in one text": (
        "different_period",
        "period",
        stated(9, span=("2019-01-01", "2019-06-30"), period_kind="vague", **ONE_TEXT),
        stated(6, span=("2020-01-01", "2020-06-30"), period_kind="vague", **ONE_TEXT),
    ),
    "from to": (
        "different_period",
        "from_to",
        stated(2.2, half=0.05, together=0, part="base", **Y, **ONE_TEXT),
        stated(1.9, half=0.05, together=0, part="target", **Y, **ONE_TEXT),
    ),
    "since and in": (
        "undetermined",
        "period_open",
        stated(40, span=("2017-01-01", None), period_kind="open"),
        stated(12, year=2020),
    ),
    "since twice": (
        "agree",
        "intervals",
        stated(40, span=("2017-01-01", None), period_kind="open"),
        stated(40, span=("2017-01-01", None), period_kind="open"),
    ),
    "now, a week apart, equal": (
        "agree",
        "period_of_publication",
        stated(12, span=("2023-11-20", "2023-11-20"), **NOW),
        stated(12, span=("2023-11-27", "2023-11-27"), **NOW),
    ),
    "now, a week apart, unequal": (
        "undetermined",
        "period_of_publication",
        stated(12, span=("2023-11-20", "2023-11-20"), **NOW),
        stated(15, span=("2023-11-27", "2023-11-27"), **NOW),
    ),
    "now, a year apart": (
        "different_period",
        "period",
        stated(12, span=("2022-11-20", "2022-11-20"), **NOW),
        stated(15, span=("2023-11-27", "2023-11-27"), **NOW),
    ),
    "now within the year": (
        "undetermined",
        "period_of_publication",
        stated(12, span=("2020-11-20", "2020-11-20"), **NOW),
        stated(15, **Y),
    ),
    "one without a period": (
        "undetermined",
        "period_missing",
        stated(12, year=2020),
        stated(12),
    ),
    "both without, two texts": ("undetermined", "period_missing", stated(12), stated(12)),
    "both without, one text, equal": (
        "agree",
        "period_missing same_voice",
        stated(12, **ONE_TEXT),
        stated(12, **ONE_TEXT),
    ),
    "both without, one text, unequal": (
        "undetermined",
        "period_missing one_text",
        stated(12, **ONE_TEXT),
        stated(15, **ONE_TEXT),
    ),
    # populations
    "18 and 23": (
        "different_population",
        "population",
        stated(12, year=2020, population="jongeren tot 18 jaar"),
        stated(9, year=2020, population="jongeren tot 23 jaar"),
    ),
    "households and people": (
        "different_population",
        "population period",
        stated(12, year=2020, population="huishoudens"),
        stated(9, year=2019, population="inwoners"),
    ),
    "one group unnamed, apart": (
        "undetermined",
        "population_unstated",
        stated(12, year=2020),
        stated(15, **Y),
    ),
    "one group unnamed, equal": (
        "agree",
        "population_unstated",
        stated(12, year=2020),
        stated(12, **Y),
    ),
    # definitions
    "part and whole": (
        "different_definition",
        "part_of",
        stated(12, indicator="jeugdhulp", parent="jeugdzorg", **Y),
        stated(15, indicator="jeugdzorg", **Y),
    ),
    "two things in two years": (
        "different_definition",
        "indicator period",
        stated(12, indicator="pleegzorg", **Y),
        stated(15, indicator="jeugdreclassering", year=2019, population="jongeren"),
    ),
    "level and forecast": (
        "different_definition",
        "level_versus_forecast",
        stated(15, statement="forecast", **Y),
        stated(12, **Y),
    ),
    "level and norm": (
        "different_definition",
        "level_versus_norm",
        weeks(6, half=0.5),
        weeks(4, half=0.5, statement="norm"),
    ),
    "level and difference": (
        "different_definition",
        "level_versus_change",
        stated(6, comparative=True, **Y),
        stated(22, **Y),
    ),
    "forecast of a level and of a rise": (
        "different_definition",
        "level_versus_change",
        stated(15, statement="forecast", **Y),
        stated(2, statement="forecast", comparative=True, **Y),
    ),
    "a level of next year": (
        "different_definition",
        "level_versus_forecast",
        stated(15, published_latest="2019-11-01", **Y),
        stated(12, published_latest="2021-11-01", **Y),
    ),
    "the usual group against that group": (
        "conflict",
        "intervals",
        stated(15, year=2020, usual_population="jongere"),
        stated(12, **Y),
    ),
    "one voice in one text": (
        "undetermined",
        "one_text",
        stated(12, **ONE_TEXT, **Y),
        stated(15, **ONE_TEXT, **Y),
    ),
    "two voices in one text": (
        "undetermined",
        "one_text",
        stated(12, speaker_name="Wil de Boer", **ONE_TEXT, **Y),
        stated(15, speaker_name="Jo Smit", **ONE_TEXT, **Y),
    ),
    "one speaker denies the other": (
        "conflict",
        "intervals",
        stated(12, speaker_name="Wil de Boer", **ONE_TEXT, **Y),
        stated(
            15,
            speaker_name="Jo Smit",
            position=2,
            sentence="Volgens Jo Smit klopt dat niet, het is 15 procent: Wil de Boer verspreekt "
            "zich, haar getal klopt niet.",
            **ONE_TEXT,
            **Y,
        ),
    ),
    # what was not read with certainty
    "indicator carried over": (
        "undetermined",
        "indicator_carried_over",
        stated(12, indicator_method="carried_over", **Y),
        stated(15, **Y),
    ),
    "place of the document": (
        "undetermined",
        "place_of_document",
        stated(12, **Y),
        stated(15, place_method="document", **Y),
    ),
    "carried over, and yet the same": (
        "agree",
        "intervals",
        stated(12, indicator_method="carried_over", **Y),
        stated(12, place_method="document", **Y),
    ),
    "derived and uncertain": (
        "undetermined",
        "uncertain_reading",
        stated(12, known=False, confidence=0.5, **Y),
        stated(15, known=False, **Y),
    ),
    "derived and certain": (
        "conflict",
        "intervals",
        stated(12, known=False, confidence=0.6, **Y),
        stated(15, known=False, **Y),
    ),
    "changes from different years": (
        "undetermined",
        "base_period",
        stated(10, direction="up", base_earliest="2019-01-01", base_latest="2019-12-31", **CHANGE),
        stated(20, direction="up", base_earliest="2015-01-01", base_latest="2015-12-31", **CHANGE),
    ),
    "changes up to one day, from who knows when": (
        "undetermined",
        "base_period",
        stated(10, **(CHANGE | {"year": None, "span": DAY, "period_kind": "point"})),
        stated(20, **(CHANGE | {"year": None, "span": DAY, "period_kind": "point"})),
    ),
    "two texts of one day": (
        "undetermined",
        "period_moment",
        stated(12, **NEWS),
        stated(15, **NEWS),
    ),
    "one day long ago": (
        "conflict",
        "intervals",
        stated(12, **(NEWS | {"published_earliest": "2021-01-01", "published_latest": None})),
        stated(15, **(NEWS | {"published_earliest": "2021-01-01", "published_latest": None})),
    ),
    # half-open bounds
    "more than 100 and 5,000": (
        "compatible",
        "intervals",
        stated(100, hedge="at_least", low=100, high=None, outer_high=None, **Y),
        stated(5000, **Y),
    ),
    "more than 100, twice": (
        "agree",
        "intervals",
        stated(100, hedge="at_least", low=100, high=None, outer_high=None, **Y),
        stated(100, hedge="at_least", low=100, high=None, outer_high=None, **Y),
    ),
    # units
    "percent and number": (
        "different_unit",
        "unit",
        stated(12, **Y),
        stated(12, kind="count", unit="jongere", **Y),
    ),
    "percent and points of change": (
        "different_unit",
        "unit",
        stated(2, **CHANGE),
        stated(2, **CHANGE | {"unit": "percentage_point"}),
    ),
    "month and year": (
        "different_unit",
        "per",
        euros(650, "per maand"),
        euros(7800, "per jaar"),
    ),
    "a year or not": (
        "undetermined",
        "per_unstated",
        euros(650, None),
        euros(7800, "per jaar"),
    ),
    "households and people counted": (
        "different_unit",
        "counted",
        houses(400, "huishouden"),
        houses(600, "inwoner"),
    ),
    "nouns of which little is known": (
        "undetermined",
        "counted_unclear",
        houses(400, "uitkering"),
        houses(600, "aanvraag"),
    ),
    "head and compound": (
        "conflict",
        "intervals",
        houses(400, "uitkering"),
        houses(600, "bijstandsuitkering"),
    ),
    "weeks and months, equal": (
        "agree",
        "intervals",
        weeks(8),
        stated(2, kind="duration", unit="month", indicator="wachttijd", year=2020),
    ),
    "weeks and months, apart": (
        "conflict",
        "intervals",
        weeks(2),
        stated(2, kind="duration", unit="month", indicator="wachttijd", year=2020),
    ),
    # changes
    "rise and fall": (
        "conflict",
        "intervals",
        stated(5, direction="up", **CHANGE),
        stated(5, direction="down", **CHANGE),
    ),
    "rise and fall in two years": (
        "different_period",
        "period",
        stated(5, direction="up", **CHANGE),
        stated(5, direction="down", **CHANGE | {"year": 2021}),
    ),
    "two rises": (
        "agree",
        "intervals",
        stated(5, direction="up", **CHANGE),
        stated(5, direction="up", **CHANGE),
    ),
    # revision
    "provisional and definitive": (
        "revised",
        "status",
        stated(6.4, half=0.05, status=("provisional",), **Y),
        stated(6.7, half=0.05, status=("definitive",), **Y),
    ),
    "provisional and definitive of two years": (
        "different_period",
        "period",
        stated(6.4, status=("provisional",), year=2020),
        stated(6.7, status=("definitive",), year=2019),
    ),
    "provisional and definitive without a period": (
        "undetermined",
        "period_missing",
        stated(6.4, status=("provisional",), year=2020),
        stated(6.7, status=("definitive",)),
    ),
    "provisional and another one later": (
        "revised",
        "later",
        stated(6.4, half=0.05, status=("provisional",), published_latest="2020-11-01", **Y),
        stated(6.7, half=0.05, published_earliest="2021-05-01", **Y),
    ),
    "provisional and the same later": (
        "agree",
        "intervals",
        stated(6.4, half=0.05, status=("provisional",), published_latest="2020-11-01", **Y),
        stated(6.4, half=0.05, published_earliest="2021-05-01", **Y),
    ),
    "provisional and another one earlier": (
        "conflict",
        "intervals",
        stated(6.4, half=0.05, status=("provisional",), published_latest="2021-11-01", **Y),
        stated(6.7, half=0.05, published_earliest="2021-05-01", **Y),
    ),
}


@pytest.mark.parametrize(
    ("relation", "reasons", "a", "b"),
    CASES.values(),
    ids=[name.replace(" ", "-") for name in CASES],
)
def test_relation(relation: str, reasons: str, a: Stated, b: Stated) -> None:
    found = relate(a, b)
    assert (found.relation, " ".join(found.reasons)) == (relation, reasons)
    assert relate(b, a) == found
    assert found.figure_a < found.figure_b


def test_a_base_figure_and_its_target_are_two_moments() -> None:
    base = about(2, **Y)
    target = stated(5, base=base.id, **Y)
    assert relate(base, target).reasons == ("from_to",)


def test_the_provisional_figure_is_the_one_replaced() -> None:
    old = stated(6.4, status=("provisional",), **Y)
    both = stated(6.6, status=("provisional", "revised"), **Y)
    new = stated(6.7, status=("definitive",), **Y)
    assert replaced(new, old) == replaced(old, new) == (old, "status")
    assert replaced(old, both) == (old, "status")
    assert replaced(both, new) is None
    assert replaced(old, stated(6.4, status=("provisional",), **Y)) is None


def test_every_relation_of_the_schema_has_a_case() -> None:
    from pipeline.store.schema import RELATIONS

    assert {case[0] for case in CASES.values()} == set(RELATIONS)


def test_a_day_within_a_loose_period_confirms_it_or_is_another() -> None:
    loose = {"span": ("2023-10-01", "2023-12-31"), "period_kind": "span"}
    day = {"span": ("2023-12-31", "2023-12-31"), "period_kind": "point"}
    alike = relate(stated(12, **loose), stated(12, **day))
    assert (alike.relation, alike.reasons) == ("agree", ("period_within",))
    assert relate(stated(12, **loose), stated(19, **day)).relation == "different_period"
    quarter = {"span": ("2023-10-01", "2023-12-31"), "period_kind": "quarter"}
    assert relate(stated(12, **quarter), stated(12, **day)).relation == "different_period"


def test_how_it_is_now_and_how_it_was_a_month_ago_may_be_one_moment() -> None:
    now = {"span": ("2025-02-01", "2025-02-01"), "period_method": "publication"}
    day = {"span": ("2025-01-04", "2025-01-04"), "period_kind": "point"}
    found = relate(stated(24, **now), stated(26, **day))
    assert (found.relation, found.reasons) == ("undetermined", ("period_of_publication",))
    assert relate(stated(24, **now), stated(24, **day)).relation == "agree"


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Van de nachtwerkers slaapt 55 procent slecht.", "undetermined"),
        ("Onder nachtwerkers slaapt 55 procent slecht.", "undetermined"),
        ("55 procent van de nachtwerkers slaapt slecht.", "undetermined"),
        ("In Assen slaapt 55 procent slecht.", "conflict"),
    ],
)
def test_the_usual_group_is_not_meant_where_the_text_has_another(
    sentence: str, relation: str
) -> None:
    usual = {"usual_population": "volwassenen", "year": 2022, "indicator": "slecht slapen"}
    told_so = stated(55, sentence=sentence, surface="55 procent", **usual)
    other = stated(30, population="volwassenen", **usual)
    assert relate(told_so, other).relation == relation
