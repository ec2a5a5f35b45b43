from __future__ import annotations

from typing import Any

import pytest
from factory import stated

from pipeline.reconcile.names import kinship, turned


def named(label: str, topic: str = "", **given: Any) -> Any:
    kind = given.pop("kind", "money")
    return stated(
        100, **{"kind": kind, "known": False, "label": label, "indicator": label} | given,
        topic=topic or label.split()[0],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("exploitatiebijdrage", "bijdrage", "other_words"),
        ("gebiedsvisie", "visie", "narrower_name"),
        ("onderhoud brug", "onderhoud", "shared_head"),
        ("onderhoud brug", "onderhoud hefbrug", "shared_head"),
        ("entreeprijs", "kosten los kaartje", "other_words"),
        ("onderhoud brug", "onderhoud riool", "shared_topic"),
    ],
)
def test_names_that_may_stand_for_one_thing(one: str, other: str, kin: str) -> None:
    assert kinship(named(one), named(other)) == kin
    assert kinship(named(other), named(one)) == kin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kosten kaartje", "zorgkosten"),
        ("kosten", "zorgkosten"),
        ("uitgave sport", "uitgave cultuur"),
        ("ouderbijdrage", "rijksbijdrage"),
        ("visie", "televisie"),
        ("huur", "verhuur"),
        ("lening", "uitlening"),
        ("tarief", "stad"),
    ],
)
def test_names_that_do_not(one: str, other: str) -> None:
    assert kinship(named(one), named(other)) is None
    assert kinship(named(other), named(one)) is None


def test_what_both_texts_are_about_tells_no_names_apart() -> None:
    a, b = named("onderhoud brug"), named("onderhoud hefbrug sluis")
    c = named("onderhoud sluisdeur")
    assert kinship(a, b) == "shared_head"
    assert kinship(a, c) == "shared_topic"
    assert kinship(a, c, shared=frozenset({"brug"})) == "shared_head"


def test_known_indicators_are_related_by_their_definitions() -> None:
    assert kinship(named("jeugdzorg", known=True), named("zorg", known=True)) is None


def test_what_is_counted_makes_kin_but_times_and_cases_do_not() -> None:
    def counted(label: str, unit: str) -> Any:
        return named(label, kind="count", unit=unit)

    assert kinship(counted("strandbad", "zwemmer"), counted("deur", "zwemmer")) == "same_counted"
    assert kinship(counted("strandbad", "keer"), counted("deur", "keer")) is None
    assert kinship(counted("strandbad", "zwemmer"), counted("deur", "koper")) is None


def test_a_share_and_its_opposite() -> None:
    late = stated(41, sentence="Bij 41 procent van de ritten kwam de ambulance te laat.")
    timely = stated(63, sentence="63 procent bleef binnen de norm.")
    found = turned(late, timely)
    assert found is not None
    assert (found.value, found.low, found.high, found.low_open) == (37, 36.5, 37.5, True)
    assert turned(late, late) is None
    assert turned(late, stated(63, sentence="63 procent is vrouw.")) is None
    both = stated(63, sentence="63 procent was op tijd, de rest te laat.")
    assert turned(late, both) is None


def test_not_satisfied_is_no_satisfied() -> None:
    happy = stated(70, sentence="70 procent is tevreden.")
    unhappy = stated(25, sentence="25 procent is niet tevreden.")
    assert turned(happy, unhappy) is not None
    assert turned(happy, happy) is None
    assert turned(unhappy, unhappy) is None
