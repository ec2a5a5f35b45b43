from __future__ import annotations

from typing import Any

import pytest
from factory import about, stated

from pipeline.reconcile.matters import Matter, near_in_time, shared, telling_numbers


def matter(day: str | None = "2023-05-01", **given: Any) -> Matter:
    empty: dict[str, Any] = {
        name: frozenset() for name in ("names", "persons", "words", "numbers", "text")
    }
    return Matter(**{"document": "d", "earliest": day, "latest": day} | empty | given)


def test_a_name_weighs_more_than_a_person_or_a_word() -> None:
    name = shared(matter(names=frozenset({"De Bries"})), matter(names=frozenset({"De Bries"})))
    person = shared(*[matter(persons=frozenset({"Ada Bos"}))] * 2)
    word = shared(matter(words=frozenset({"zwembad"})), matter(text=frozenset({"zwembad"})))
    assert name.points > person.points
    assert name.points > word.points > 0
    assert shared(matter(names=frozenset({"De Bries"})), matter()).points == 0


def test_long_texts_share_words_without_being_about_one_matter() -> None:
    many = frozenset(
        {"zwembad", "parkeergarage", "bibliotheek", "sporthal", "speeltuin", "theater"}
    )
    few = frozenset({"zwembad", "parkeergarage", "bibliotheek"})
    points = [shared(matter(words=words), matter(text=many)).points for words in (few, many)]
    assert points[0] < points[1] < len(many)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("2023-05-01", "2023-05-14", True),
        ("2023-01-01", "2023-12-31", False),
        ("2023-12-31", "2023-01-01", False),
        ("2023-05-01", None, True),  # then only the periods of its figures can tell
    ],
)
def test_matters_pass(one: str, other: str | None, near: bool) -> None:
    assert near_in_time(matter(one), matter(other)) is near


@pytest.mark.parametrize(
    ("value", "telling"),
    [(268_000, True), (5.75, True), (412, True), (2_100_000, False), (40, False), (100 / 3, False)],
)
def test_numbers_that_nobody_hits_on_by_chance(value: float, telling: bool) -> None:
    assert bool(telling_numbers([stated(value)])) is telling
    assert not telling_numbers([about(value)])
