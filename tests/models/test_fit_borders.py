"""What is learned of borders from texts in which they are known."""

from __future__ import annotations

import random

import pytest

from pipeline.borders.divide import NEVER, SURE, divide, lattices
from pipeline.borders.features import PAIR, STRETCH, Text

pytest.importorskip("torch", reason="the weights of borders are learned with torch")

NO, YES = NEVER - 1, SURE + 1


def members(rng: random.Random) -> tuple[Text, frozenset[int]]:
    """A list of names with a function; the network doubts where the next one begins."""
    words, odds, starts = ["Bestuur"], [YES], {0}
    for item in range(rng.randint(2, 5)):
        starts.add(len(words))
        words += [rng.choice(["Jan", "Els"]), rng.choice(["Bos", "Vos"]), ":", "lid"]
        odds += [YES if item == 0 else rng.uniform(-4, 0), rng.uniform(-4, 0), NO, NO]
    return Text(words, ["N|soort"] * len(words), odds), frozenset(starts)


def test_learns_that_items_look_alike() -> None:
    from fit_borders import fit, problem

    rng = random.Random(3)
    texts = [members(rng) for _ in range(30)]
    problems = [problem(text, part, starts) for text, starts in texts for part in lattices(text)]
    assert all(problems)
    weights = fit([each for each in problems if each is not None])
    assert set(weights) == {*STRETCH, *PAIR}
    assert weights["same_form"] > 0 > weights["separators"]
    text, starts = members(rng)
    assert set(divide(text, {})) != starts
    assert set(divide(text, weights)) == starts


def test_a_border_that_cannot_be_found_is_left_out() -> None:
    from fit_borders import problem

    text = Text(["Zie", "ook", "Externe", "link"], ["N"] * 4, [YES, NO, 0.5, NO])
    (part,) = lattices(text)
    found = problem(text, part, frozenset({0, 3}))
    assert found is not None
    assert [part.stretches[number].end for number in found.right] == [4]
