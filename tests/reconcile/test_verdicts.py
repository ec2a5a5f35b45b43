from __future__ import annotations

import random
from typing import Any

import pytest
from factory import about, above, below, compare, stated, told, verdict_on
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reconcile.pairs import pairs_to_compare
from pipeline.reconcile.records import Stated, Verdict
from pipeline.reconcile.verdicts import judge

Y = {"year": 2020, "population": "jongeren"}
CHANGE = {"kind": "change", "unit": "percent", "statement": "change", "year": 2020}


def ranks(verdict: Verdict) -> dict[str, tuple[str, str]]:
    return {member.figure: (member.rank, member.reason) for member in verdict.members}


def test_consensus_needs_two_voices() -> None:
    found = verdict_on(stated(12, **Y), above(12, **Y))
    assert (found.verdict, found.low, found.high) == ("consensus", 12, 12.5)
    repeated = verdict_on(stated(12, derived_name="CBS", **Y), stated(12, source="CBS", **Y))
    assert repeated.verdict == "single_source"
    quoted = [stated(12, speaker_name="Wil de Boer", **Y) for _ in range(3)]
    assert verdict_on(*quoted).verdict == "single_source"


def test_a_copy_is_no_second_voice() -> None:
    original, copy = stated(12, **Y), stated(12, copy_of="d1", **Y)
    found = verdict_on(original, copy)
    assert found.verdict == "single_source"
    assert ranks(found) == {
        original.id: ("preferred", "latest"),
        copy.id: ("normal", "copy"),
    }


def test_series_has_no_average() -> None:
    old, new = stated(8.78, half=0.005, year=2019), stated(6.36, half=0.005, year=2020)
    found = verdict_on(old, new)
    assert (found.verdict, found.value) == ("series", 6.36)
    assert (found.earliest, found.latest) == ("2019-01-01", "2020-12-31")
    assert ranks(found) == {old.id: ("normal", "earlier"), new.id: ("preferred", "latest")}


def test_range() -> None:
    found = verdict_on(above(12, **Y), stated(13, half=0.05, **Y))
    assert found.verdict == "range"
    assert found.value == 13
    assert (found.low, found.high) == (12.95, 13)


def test_revised() -> None:
    old = stated(6.36, half=0.005, status=("provisional",), **Y)
    new = stated(6.7, half=0.05, status=("definitive",), **Y)
    found = verdict_on(old, new)
    assert (found.verdict, found.value) == ("revised", 6.7)
    assert ranks(found) == {
        old.id: ("deprecated", "revised"),
        new.id: ("preferred", "definitive"),
    }
    later = stated(6.6, half=0.05, published_earliest="2022-01-01", **Y)
    first = stated(6.36, half=0.005, status=("provisional",), published_latest="2020-11-01", **Y)
    assert ranks(verdict_on(first, later))[first.id] == ("deprecated", "replaced_later")


def test_contested_gives_no_answer_and_no_older_one() -> None:
    a, b, older = stated(12, **Y), stated(15, **Y), stated(11, year=2018, population="jongeren")
    found = verdict_on(a, b, older)
    assert found.verdict == "contested"
    assert (found.value, found.low, found.high) == (None, None, None)
    assert ranks(found) == {
        a.id: ("normal", "contested"),
        b.id: ("normal", "contested"),
        older.id: ("normal", "earlier"),
    }


def test_a_conflict_about_an_older_year_leaves_the_latest_figure() -> None:
    found = verdict_on(stated(12, year=2018), stated(15, year=2018), stated(11, year=2020))
    assert (found.verdict, found.value) == ("contested", 11)


@pytest.mark.parametrize(
    ("stance", "rank"), [("denies", "deprecated"), ("asks", "normal"), ("hypothetical", "normal")]
)
def test_what_nobody_vouches_for_contests_nothing(stance: str, rank: str) -> None:
    said, other = stated(12, **Y), stated(20, stance=stance, **Y)
    found = verdict_on(said, other)
    assert (found.verdict, found.value) == ("single_source", 12)
    reason = "denied" if stance == "denies" else stance
    assert ranks(found)[other.id] == (rank, reason)


def test_norms_and_forecasts_stand_beside_levels() -> None:
    level, norm = stated(12, **Y), stated(5, statement="norm", **Y)
    forecast = stated(20, statement="forecast", **Y)
    found = verdict_on(level, norm, forecast)
    assert (found.verdict, found.value) == ("single_source", 12)
    assert ranks(found)[norm.id] == ("normal", "norm")
    assert ranks(found)[forecast.id] == ("normal", "forecast")


def test_changes_alone_have_a_verdict_but_no_value() -> None:
    up, down = stated(5, direction="up", **CHANGE), stated(5, direction="down", **CHANGE)
    also_up = stated(5, direction="up", **CHANGE)
    assert verdict_on(up).verdict == "single_source"
    assert verdict_on(up, also_up).verdict == "consensus"
    found = verdict_on(up, down)
    assert (found.verdict, found.value, found.low) == ("contested", None, None)


def test_changes_that_clash_contest_a_group_with_levels() -> None:
    up, down = stated(5, direction="up", **CHANGE), stated(5, direction="down", **CHANGE)
    assert verdict_on(stated(12, **Y), up, down).verdict == "contested"


def test_several_sources_that_cannot_be_compared_do_not_answer() -> None:
    found = verdict_on(stated(12), stated(15))
    assert (found.verdict, found.value) == ("single_source", None)
    ages = [
        stated(v, year=2020, population=f"jongeren tot {a} jaar") for v, a in ((12, 18), (9, 23))
    ]
    assert verdict_on(*ages).value is None


def test_the_whole_answers_before_its_parts() -> None:
    whole = stated(12, indicator="jeugdzorg", year=2019)
    part = stated(1, indicator="pleegzorg", parent="jeugdzorg", year=2021)
    assert verdict_on(whole, part).value == 12
    more = stated(1, indicator="pleegzorg", parent="jeugdzorg", year=2020)
    assert verdict_on(whole, part, more).value == 1


def test_a_named_period_goes_before_a_vague_one() -> None:
    vague = stated(15, span=(None, "2023-11-30"), period_kind="vague")
    undated, dated = stated(14), stated(12, year=2022)
    found = verdict_on(vague, undated, dated)
    assert found.value == 12
    assert ranks(found) == {
        vague.id: ("normal", "period_vague"),
        undated.id: ("normal", "period_missing"),
        dated.id: ("preferred", "latest"),
    }


def test_a_vague_period_with_both_bounds_is_a_date() -> None:
    around = {"period_kind": "vague", "document": "d1"}
    older = stated(9, span=("2019-01-01", "2019-06-30"), **around)
    newer = stated(6, span=("2020-01-01", "2020-06-30"), **around)
    found = verdict_on(older, newer)
    assert (found.verdict, found.value) == ("series", 6)
    assert "niet gezegd over welk jaar" not in found.explanation_nl


def test_since_reaches_to_the_day_of_publication() -> None:
    since = stated(15, span=("2017-01-01", None), period_kind="open", published_latest="2023-11-30")
    assert verdict_on(since, stated(12, year=2022)).value == 15


def test_weeks_and_months_keep_the_unit_in_which_they_were_said() -> None:
    weeks = stated(8, kind="duration", unit="week", year=2020)
    months = stated(2, kind="duration", unit="month", year=2020)
    found = verdict_on(weeks, months)
    assert (found.verdict, found.value, found.unit) == ("consensus", 8, "week")


def test_unbounded_ends_are_empty() -> None:
    least = stated(
        12, hedge="at_least", low=12, high=None, outer_low=12, outer_high=None, year=2020
    )
    found = verdict_on(least)
    assert (found.value, found.low, found.high) == (12, 12, None)


def assen() -> list[Stated]:
    """Three figures on one subject: 2017, an unnamed time, and November 2023."""
    recent = {"document": "dnieuws", "source": "Omroep Noord", "population": "jongeren"}
    return [
        about(
            12,
            span=("2017-04-01", "2017-04-30"),
            period_method="publication",
            population="kinderen tot 18 jaar",
            source="Zorgblad",
        ),
        below(15, span=(None, "2023-11-30"), period_kind="vague", **recent),
        above(12, span=("2023-11-01", "2023-11-30"), period_method="publication", **recent),
    ]


def test_a_level_of_next_year_is_a_forecast() -> None:
    ahead = stated(9, year=2027, published_latest="2022-06-01", hedge="at_most")
    found = verdict_on(stated(12, year=2021), ahead)
    assert found.value == 12
    assert ranks(found)[ahead.id] == ("normal", "forecast")
    assert "; verwachting)" in found.explanation_nl


def test_one_text_does_not_contradict_itself() -> None:
    one = {"document": "d1", "source": "Bode"} | Y
    found = verdict_on(stated(12, **one), stated(15, **one), stated(30, **one))
    assert (found.verdict, found.value) == ("single_source", None)
    assert "waarin die verschillen is niet herkend" in found.explanation_nl


def test_three_moments_are_a_series_without_an_average() -> None:
    first, unnamed, last = figures = assen()
    found = verdict_on(*figures)
    assert found.verdict == "series"
    assert (found.value, found.low, found.high) == (12, 12, 12.5)
    assert ranks(found) == {
        first.id: ("normal", "earlier"),
        unnamed.id: ("normal", "period_vague"),
        last.id: ("preferred", "latest"),
    }
    for text in (found.explanation_nl, found.explanation_en):
        assert "13 " not in text


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(shuffle: random.Random) -> None:
    figures = [
        *assen(),
        stated(12, **Y),
        stated(15, **Y),
        stated(6.4, status=("provisional",), half=0.05, **Y),
        stated(6.7, status=("definitive",), half=0.05, **Y),
        stated(3, indicator="pleegzorg", parent="jeugdhulp", year=2019),
        stated(5, direction="up", **CHANGE),
        stated(14, copy_of="d9", **Y),
        stated(30, stance="denies", **Y),
    ]
    first = judge(figures, compare(figures))
    mixed = figures[:]
    shuffle.shuffle(mixed)
    assert judge(mixed, compare(mixed)) == first


def test_a_large_group_compares_only_what_may_meet() -> None:
    figures = [stated(10 + i % 3, year=1950 + i) for i in range(70)]
    twice = stated(30, year=1960)
    pairs = list(pairs_to_compare([*figures, twice]))
    assert 1 <= len(pairs) < 200
    assert any({a.id, b.id} == {figures[10].id, twice.id} for a, b in pairs)
    assert judge([*figures, twice], compare([*figures, twice])).verdict == "contested"
    assert judge(figures, compare(figures)).verdict == "series"


def test_no_figures_or_no_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="a place"):
        judge([], [])
    with pytest.raises(ValueError, match="a place"):
        judge([stated(place=None, place_name=None)], [])


def test_told_finds_each_number_in_its_sentence() -> None:
    first, second = told("Van 5 naar 15.", ("5", {"value": 5}), ("15", {"value": 15}))
    assert (first.offset, second.offset) == (4, 11)


def test_what_one_text_rounds_and_the_other_does_not_comes_to_the_exact_number() -> None:
    count = {"kind": "count", "unit": "bezoeker", "year": 2023}
    rounded = stated(206_000, outer_low=205_500, outer_high=206_500, **count)
    exact = stated(205_780, outer_low=205_775, outer_high=205_785, **count)
    found = verdict_on(rounded, exact)
    assert (found.value, found.low, found.high) == (205_780, 205_780, 205_780)


def test_what_plans_cost_on_two_days_is_not_called_a_series_without_contradiction() -> None:
    def cost(value: float, day: str) -> Stated:
        return stated(value, kind="money", span=(day, day), period_method="publication")

    found = verdict_on(cost(4_200_000, "2024-03-02"), cost(4_600_000, "2024-04-09"))
    assert "een tegenspraak is niet vastgesteld" in found.explanation_nl
    assert "spreken elkaar niet tegen" not in found.explanation_nl


def test_a_count_without_a_noun_is_of_the_group_of_its_topic() -> None:
    def count(unit: str | None, **more: Any) -> str:
        made: dict[str, Any] = {"known": False, "topic": "afzegging", "kind": "count"}
        return stated(268, **made | {"unit": unit} | more).group

    assert count(None) == count("afzegging") != count("maatregel")
    assert count(None, known=True) == "count"
