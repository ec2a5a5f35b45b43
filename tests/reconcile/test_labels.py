from __future__ import annotations

import pytest
from factory import stated

from pipeline.reconcile.labels import label_words, one_name, one_spelling
from pipeline.reconcile.records import Stated
from pipeline.reconcile.relations import relate


def named(label: str, value: float = 8, sentence: str | None = None, **given: object) -> Stated:
    return stated(
        value,
        kind="count",
        unit="boom",
        year=2023,
        known=False,
        topic="boom",
        indicator=label,
        label=label,
        sentence=sentence,
        **given,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kap van bomen", "kap boom", True),
        ("kosten van het nieuwe gemaal", "kosten nieuwe gemalen", True),
        ("kosten gemaal", "kosten sluis", False),
        ("kosten gemaal", "kosten", False),
    ],
)
def test_small_words_and_plurals_make_no_other_name(one: str, other: str, same: bool) -> None:
    assert one_spelling(named(one), named(other)) is same
    assert (label_words(one) == label_words(other)) is same


def test_a_known_indicator_has_one_name_only() -> None:
    a, b = (stated(1, indicator=name, topic="jeugdzorg") for name in ("hulp", "hulp aan"))
    assert not one_name(a, b)


def test_a_word_of_one_name_may_stand_in_the_sentence_of_the_other() -> None:
    paper = named("boom in park", 40, "In het park werden 40 bomen gekapt.")
    letter = named("boom", 55, "De gemeente kapte 55 bomen in de parken.")
    elsewhere = named("boom", 55, "De gemeente kapte 55 bomen langs de singel.")
    assert one_name(paper, letter)
    assert not one_name(paper, elsewhere)
    assert relate(paper, letter).relation == "conflict"
    assert relate(paper, elsewhere).reasons == ("indicator",)


def test_numbers_that_are_far_apart_are_of_two_things_then() -> None:
    paper = named("boom in park", 40, "In het park werden 40 bomen gekapt.")
    all_trees = named("boom", 9_300, "De gemeente heeft 9300 bomen, ook in het park.")
    assert relate(paper, all_trees).reasons == ("indicator",)


def test_within_a_text_the_words_that_differ_tell_things_apart() -> None:
    first = named("boom in park", 40, "In het park 40 bomen.", document="d1")
    second = named("boom", 55, "In de stad 55 bomen, het park meegerekend.", document="d1")
    assert not one_name(first, second)


def test_exactly_the_same_number_is_of_one_thing_by_names_that_are_alike() -> None:
    paper = named("aangifte van bomenroof", 1_534, "De politie kreeg 1534 aangiften.")
    letter = named("aangifte", 1_534, "In het bos waren het er 1534.", indicator_method="stated")
    assert relate(paper, letter).relation == "agree"
    assert relate(named("aangifte van bomenroof", 40), named("aangifte", 40)).reasons == (
        "indicator",
    )
