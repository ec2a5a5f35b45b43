from __future__ import annotations

from typing import Any

import pytest
from factory import stated
from test_matters import matter

from pipeline.reconcile.meetings import Meeting, meetings, telling
from pipeline.reconcile.records import Stated

POOL = matter(names=frozenset({"De Bries", "Zwemvereniging Orca"}))


def money(label: str, value: float, **given: Any) -> Stated:
    made: dict[str, Any] = {"kind": "money", "known": False, "label": label, "indicator": label}
    published = {"published_earliest": "2023-05-01", "published_latest": "2023-05-01"}
    made |= {"topic": label.split()[0], "half": 500, "year": 2022} | published
    return stated(value, **made | given)


def meet(a: Stated, b: Stated, *about: Any) -> list[Meeting]:
    found = list(meetings([a], [b], about or (POOL, POOL)))
    again = list(meetings([b], [a], about or (POOL, POOL)))
    assert [m.comparison for m in found] == [m.comparison for m in again]
    return found


def test_a_compound_meets_its_head_and_is_no_contradiction() -> None:
    (found,) = meet(money("bijdrage", 2_100_000), money("exploitatiebijdrage", 1_840_000))
    assert found.comparison.relation == "different_definition"
    assert "same_matter" in found.comparison.reasons
    assert found.clashes


def test_equal_numbers_agree() -> None:
    (found,) = meet(money("bijdrage", 1_840_000), money("exploitatiebijdrage", 1_840_000))
    assert found.comparison.relation == "agree"
    assert not list(telling([found]))


def test_a_precise_number_under_quite_another_name_agrees() -> None:
    (found,) = meet(money("aanslag", 412, half=0.5), money("tarief gezin", 412, half=0.5))
    assert found.comparison.reasons[0] == "same_number"
    assert not meet(money("aanslag", 400, half=0.5), money("tarief gezin", 400, half=0.5))


@pytest.mark.parametrize(
    "other",
    [
        money("zorgkosten", 2_300_000),
        money("exploitatiebijdrage", 1_840_000, year=2021),
        money("exploitatiebijdrage", 1_840_000, place="GM0114"),
        money("exploitatiebijdrage", 12_000),
        money("exploitatiebijdrage", 1_840_000, stance="denies"),
        money("exploitatiebijdrage", 1_840_000, copy_of="d1"),
        money("exploitatiebijdrage", 1_840_000, statement="target"),
        money("exploitatiebijdrage", 1_840_000, kind="change", direction="up"),
        money("exploitatiebijdrage", 1_840_000, per="inwoner"),
        money("exploitatiebijdrage", 1_840_000, unit="USD"),
        money("parkeerboete", 2_000_000),
    ],
)
def test_look_alikes_do_not_meet(other: Stated) -> None:
    assert not meet(money("bijdrage", 2_100_000), other)


def test_costs_of_a_ticket_do_not_meet_costs_of_care() -> None:
    assert not meet(money("kosten kaartje", 6.5, half=0), money("kosten zorg", 7.0, half=0))


def test_texts_on_different_matters_do_not_meet() -> None:
    pair = money("bijdrage", 2_100_000), money("exploitatiebijdrage", 1_840_000)
    other = matter(names=frozenset({"Museum Rook"}))
    assert not meet(*pair, POOL, other)
    assert not meet(*pair, POOL, matter("2025-05-01", names=POOL.names))


def test_a_running_count_changes_from_day_to_day() -> None:
    def waiting(value: float, day: str) -> Stated:
        dates = {"published_earliest": day, "published_latest": day, "span": (day, day)}
        return money(
            f"rij {value}", value, kind="count", unit="kind", half=0, topic=f"rij{value}",
            period_method="publication", **dates | {"year": None},
        )  # fmt: skip

    assert not meet(waiting(640, "2023-05-01"), waiting(587, "2023-05-09"))


def test_a_price_moves_within_a_day_and_a_waiting_time_does_not() -> None:
    day = {"year": None, "span": ("2023-04-28", "2023-04-28")}
    assert not meet(money("olieprijs", 60.9, half=0, **day), money("ruweolieprijs", 59, **day))
    wait = {"kind": "duration", "unit": "month", "half": 0.5, **day}
    assert meet(money("wachttijd", 11, **wait), money("wachtlijst", 9, **wait))


def test_the_same_count_of_one_year_is_looked_at_only_when_near() -> None:
    def visits(label: str, value: float) -> Stated:
        return money(label, value, kind="count", unit="bezoeker", half=0)

    (found,) = meet(visits("hek", 268_000), visits("kassa", 251_400))
    assert found.kin == "other_words" or found.kin == "same_counted"
    assert found.comparison.relation == "different_definition"
    assert not meet(visits("hek", 268_000), visits("kassa", 16_600))


def test_a_share_meets_its_opposite() -> None:
    late = money(
        "ambulance", 41, kind="share", half=0.5, sentence="Bij 41 procent kwam die te laat."
    )
    timely = money("norm", 63, kind="share", half=0.5, sentence="63 procent is binnen de norm.")
    (found,) = meet(late, timely)
    assert (found.kin, found.comparison.relation) == ("opposite", "different_definition")
    fitting = money("norm", 59, kind="share", half=0.5, sentence="59 procent is binnen de norm.")
    assert meet(late, fitting)[0].comparison.relation == "agree"


def test_a_finding_quotes_the_sentence_that_takes_up_the_number() -> None:
    press = money("bijdrage", 2_100_000, surface="2,1 miljoen", document="d1")
    town = [
        money("exploitatiebijdrage", 1_840_000, surface="€ 1.840.000", document="d2"),
        money(
            "exploitatiebijdrage",
            2_100_000,
            surface="€ 2,1 miljoen",
            document="d2",
            sentence="In de € 2,1 miljoen uit de krant zit een nieuw filter.",
        ),
    ]
    (found,) = telling(list(meetings([press], town, (POOL, POOL))))
    assert found.kind == "possible_conflict"
    assert len(found.members) == 3
    for text in (found.explanation_nl, found.explanation_en):
        assert "In de € 2,1 miljoen uit de krant zit een nieuw filter." in text
        assert "De Bries" in text
        assert "‘€ 1.840.000’" in text


def test_texts_that_both_give_both_numbers_say_the_same() -> None:
    press, town = (
        [
            money("bijdrage", 2_100_000, document=document),
            money("exploitatiebijdrage", 1_840_000, document=document),
        ]
        for document in ("d1", "d2")
    )
    found = list(meetings(press, town, (POOL, POOL)))
    assert any(each.clashes for each in found)
    assert not list(telling(found))


def test_a_clash_under_one_name_that_was_read_with_doubt_is_looked_at() -> None:
    a, b = (money("bijdrage", value, place_method="document") for value in (2_100_000, 1_840_000))
    (found,) = meet(a, b)
    assert (found.kin, found.comparison.relation) == ("one_name", "undetermined")
    assert next(telling([found])).kind == "possible_conflict"


def test_a_text_that_has_both_numbers_under_one_name_tells_two_things_apart() -> None:
    doubted = {"place_method": "document", "half": 0, "kind": "count", "unit": "bezoeker"}
    paper = money("bezoeker", 206_000, document="d1", **doubted)
    town = [money("bezoeker", value, document="d2", **doubted) for value in (288_500, 206_000)]
    found = list(meetings([paper], town, (POOL, POOL)))
    assert any(each.clashes for each in found)
    assert not list(telling(found))


def test_what_a_plan_costs_on_two_days_that_lie_apart_is_looked_at() -> None:
    def cost(value: float, day: str, **given: Any) -> Stated:
        made = {"year": None, "span": (day, day), "period_method": "publication"}
        dates = {"published_earliest": day, "published_latest": day}
        return money("verbouwing gemaal", value, **made | dates | given)

    early, late = cost(4_200_000, "2023-05-01"), cost(4_600_000, "2023-06-20")
    (found,) = meet(early, late)
    assert (found.kin, found.comparison.reasons) == ("other_day", ("period_of_publication",))
    assert next(telling([found])).kind == "possible_conflict"
    assert not meet(cost(4.2, "2023-05-01", half=0), cost(4.6, "2023-06-20", half=0))
    assert not meet(early, cost(9_600_000, "2023-06-20"))
    assert not meet(early, late, POOL, matter(words=frozenset({"gemaal"})))


def test_a_clash_says_that_one_text_leaves_something_out() -> None:
    a = money("bouwkosten", 4_200_000, sentence="De bouw kost 4,2 miljoen.")
    b = money("bouwkosten", 4_600_000, sentence="De bouw kost 4,6 miljoen, inclusief btw.")
    (found,) = meet(a, b)
    assert found.kin == "scope_unstated"
    assert "wat er wel of niet is meegeteld" in next(telling([found])).explanation_nl
