"""Grades: numbers from 1 to 10 that have no unit behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS = [
    ("Het zwembad krijgt een 7,3.", ["7,3|measure|grade|7.3"]),
    ("De reizigers geven het station gemiddeld een 6,4.", ["6,4|measure|grade|6.4"]),
    ("De bakker blijft met een 8,1 de beste.", ["8,1|measure|grade|8.1"]),
    ("De huurders waarderen de buurt met een 7.", ["7|measure|grade|7"]),
    ("Als rapportcijfer geven zij een acht.", ["acht|measure|grade|8"]),
    (
        "Het rapportcijfer daalde van 7,4 naar 7,1.",
        [
            "van 7,4 naar 7,1|change|grade|0.3|none|direction=down",
            "7,4|measure|grade|7.4|none|part=base",
            "7,1|measure|grade|7.1|none|part=target",
        ],
    ),
    # no grades
    ("Het was een 5,9 op de schaal van Richter.", ["5,9|count|None|5.9"]),
    ("De beving had een kracht van 5,9.", ["5,9|count|None|5.9"]),
    ("Zij woont op een 7.", ["7|count|None|7"]),
    ("De groei was een 7,1 procent.", ["7,1 procent|share|percent|7.1"]),
    ("De raad stemde met een 21 tegen 10.", ["21|count|None|21", "10|count|None|10"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_grade(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
