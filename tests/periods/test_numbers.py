from __future__ import annotations

import pytest

from pipeline.periods.numbers import cardinals, halves, ranks


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("één", 1),
        ("zeventien", 17),
        ("tweeëntwintig", 22),
        ("drieënzestig", 63),
        ("achtenveertig", 48),
        ("honderd", 100),
        ("honderdtwintig", 120),
        ("vijfhonderddrieëndertig", 533),
    ],
)
def test_cardinals(word: str, value: int) -> None:
    assert cardinals()[word] == value


def test_every_number_to_999_has_a_word() -> None:
    assert set(cardinals().values()) == set(range(1, 1000))


@pytest.mark.parametrize(
    ("word", "value"), [("anderhalf", 1.5), ("tweeënhalf", 2.5), ("vierenhalve", 4.5)]
)
def test_halves(word: str, value: float) -> None:
    assert halves()[word] == value


def test_ranks() -> None:
    assert (ranks()["eerste"], ranks()["twaalfde"], ranks()["laatste"]) == (1, 12, -1)
