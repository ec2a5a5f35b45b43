from __future__ import annotations

import random

from factory import stated, verdict_on

from pipeline.reconcile.pairs import ALL_PAIRS, pairs_to_compare
from pipeline.reconcile.records import Stated
from pipeline.reconcile.relations import relate


def many(number: int) -> list[Stated]:
    made = random.Random(4)
    return [
        stated(round(made.uniform(5, 20), 1), half=0.05, year=2020 + i % 2) for i in range(number)
    ]


def test_small_groups_are_compared_in_full() -> None:
    figures = many(ALL_PAIRS)
    assert len(list(pairs_to_compare(figures))) == ALL_PAIRS * (ALL_PAIRS - 1) // 2


def test_the_work_does_not_grow_with_the_square() -> None:
    pairs = [len(list(pairs_to_compare(many(number)))) for number in (1000, 4000)]
    assert pairs[1] < 5 * pairs[0]


def test_each_pair_comes_once_and_the_order_given_does_not_matter() -> None:
    figures = many(600)
    pairs = {frozenset((a.id, b.id)) for a, b in pairs_to_compare(figures)}
    assert len(pairs) == len(list(pairs_to_compare(figures)))
    random.Random(1).shuffle(figures)
    assert {frozenset((a.id, b.id)) for a, b in pairs_to_compare(figures)} == pairs


def test_a_large_group_still_shows_what_agrees_and_what_clashes() -> None:
    figures = many(600)
    found = {relate(a, b).relation for a, b in pairs_to_compare(figures)}
    assert {"agree", "conflict"} <= found
    assert verdict_on(*figures).verdict == "contested"
