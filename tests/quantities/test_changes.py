"""Changes and their direction: the clause of the number decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

UP = "|none|direction=up"
DOWN = "|none|direction=down"

ROWS = [
    ("De winkel meldt 3% groei.", [f"3%|change|percent|3{UP}"]),
    ("De winkel meldt 3% omzetgroei.", [f"3%|change|percent|3{UP}"]),
    ("Er volgde 4 procent koersdaling.", [f"4 procent|change|percent|4{DOWN}"]),
    ("Men verwacht 2 procent economische krimp.", [f"2 procent|change|percent|2{DOWN}"]),
    ("Zij meldt dat de ledengroei 12% was.", [f"12%|change|percent|12{UP}"]),
    ("De ledengroei was 12%.", [f"12%|change|percent|12{UP}"]),
    ("De daling van de rente bedroeg 2 procent.", [f"2 procent|change|percent|2{DOWN}"]),
    ("Er was een stijging van de huren van 3 procent.", [f"3 procent|change|percent|3{UP}"]),
    ("Het fonds kreeg er 1,8% bij.", [f"1,8%|change|percent|1.8{UP}"]),
    ("Zij kreeg 10 procent korting bij de kassa.", ["10 procent|share|percent|10"]),
    ("De huur steeg met op jaarbasis 3,1%.", [f"3,1%|change|percent|3.1{UP}"]),
    (
        "Het geluid neemt tot 90 procent af.",
        ["tot 90 procent|change|percent|90|at_most|direction=down"],
    ),
    ("De groei is met 6 procent afgenomen.", [f"6 procent|change|percent|6{DOWN}"]),
    ("De krimp van de markt nam met 3 procent toe.", [f"3 procent|change|percent|3{UP}"]),
    (
        "De prijs steeg, en het verzuim is met 3 procent gedaald.",
        [f"3 procent|change|percent|3{DOWN}"],
    ),
    ("Terwijl de omzet steeg, bleef 3 procent thuis.", ["3 procent|share|percent|3"]),
    ("Met 3 procent, terwijl de omzet steeg, sloot het jaar.", ["3 procent|share|percent|3"]),
    ("De omzet steeg en 3 procent vertrok.", ["3 procent|share|percent|3"]),
    ("Plus heeft 3 procent van de markt.", ["3 procent|share|percent|3"]),
    ("De winkels van Plus hebben 12 procent van de markt.", ["12 procent|share|percent|12"]),
    ("Een plus van 12 procent volgde.", [f"12 procent|change|percent|12{UP}"]),
    ("De daling bij zaken met 50 mensen viel mee.", ["50 mensen|count|mens|50"]),
    (
        "De lonen stegen met 3 en 4 procent.",
        [f"3|change|percent|3{UP}", f"4 procent|change|percent|4{UP}"],
    ),
    (
        "Het tempo steeg 3 procent in Assen en 5 procent in Emmen.",
        [f"3 procent|change|percent|3{UP}", f"5 procent|change|percent|5{UP}"],
    ),
    (
        "De huur steeg 3 procent en 5 procent van de bewoners verhuist.",
        [f"3 procent|change|percent|3{UP}", "5 procent|share|percent|5"],
    ),
    (
        "Het aantal daalde met 123, ruim 9 procent.",
        [f"123|change|None|123{DOWN}", "ruim 9 procent|change|percent|9|above|direction=down"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_change(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
