"""The intervals of hedged numbers, as the table of meanings has them."""

from __future__ import annotations

import pytest

from pipeline.quantities import find

# words, core low and high, open sides ('(' and ')' exclude the bound), outer low and high
ROWS = [
    ("8,78%", "[8.775,8.785)", "8.775,8.785"),
    ("12 procent", "[11.5,12.5)", "11.5,12.5"),
    ("378 duizend", "[377500,378500)", "377500,378500"),
    ("vijf aanbieders", "[5,5]", "4.5,5.5"),
    ("1.642 jeugdigen", "[1642,1642]", "1641.5,1642.5"),
    ("1.600 jeugdigen", "[1600,1600]", "1550,1650"),
    ("ruim 12 procent", "(12,12.5]", "12,13"),
    ("ruim tien procent", "(10,11]", "10,12"),
    ("ruim 300 miljoen", "(300000000,330000000]", "300000000,360000000"),
    ("iets meer dan 2,2 procent", "(2.2,2.25]", "2.2,2.3"),
    ("bijna vijftien procent", "[14.5,15)", "14,15"),
    ("bijna 424 duizend", "[423500,424000)", "423000,424000"),
    ("bijna een miljoen", "[900000,1000000)", "800000,1000000"),
    ("een kleine 500 leden", "[450,500)", "400,500"),
    ("zo'n 12 procent", "[11.5,12.5]", "11,13"),
    ("zo'n 10 procent", "[9,11]", "8,12"),
    ("circa 1.600 jeugdigen", "[1550,1650]", "1500,1700"),
    ("meer dan 16 procent", "(16,None]", "16,None"),
    ("minstens 16 procent", "[16,None]", "16,None"),
    ("minder dan 16 procent", "[None,16)", "None,16"),
    ("hooguit 16 procent", "[None,16]", "None,16"),
    ("slechts 8 procent", "[7.5,8.5)", "7.5,8.5"),
    ("maar liefst 8 procent", "[7.5,8.5)", "7.5,8.5"),
    ("5 tot 6 procent", "[5,6]", "4.5,6.5"),
    ("tussen de 5 en 7 huizen", "[5,7]", "4.5,7.5"),
    ("driekwart", "[75,75]", "70,80"),
    ("een derde", "[33.3333,33.3333]", "28.3333,38.3333"),
    ("één op de zeven", "[14.2857,14.2857]", "9.2857,19.2857"),
    ("ruim driekwart", "(75,77.5]", "75,80"),
    ("bijna driekwart", "[70.8333,75)", "70,75"),
    ("ruim de helft", "(50,55]", "50,55"),
    ("bijna één op de vijf", "[18.3333,20)", "15,20"),
    ("tientallen huizen", "[20,100)", "10,200"),
]


def numbers(text: str) -> list[float | None]:
    return [None if part == "None" else float(part) for part in text.strip("[]()").split(",")]


def close(found: list[float | None], wanted: list[float | None]) -> bool:
    return all(
        (one is None and two is None)
        or (one is not None and two is not None and one == pytest.approx(two, rel=1e-4))
        for one, two in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize(("words", "core", "outer"), ROWS, ids=[row[0] for row in ROWS])
def test_interval(words: str, core: str, outer: str) -> None:
    (quantity,) = find(f"Het gaat om {words}.").quantities
    assert close([quantity.low, quantity.high], numbers(core))
    assert quantity.low_open == core.startswith("(")
    assert quantity.high_open == core.endswith(")")
    assert close([quantity.outer_low, quantity.outer_high], numbers(outer))


def test_core_lies_within_outer() -> None:
    for words, _, _ in ROWS:
        (quantity,) = find(f"Het gaat om {words}.").quantities
        if quantity.low is not None and quantity.outer_low is not None:
            assert quantity.outer_low <= quantity.low
        if quantity.high is not None and quantity.outer_high is not None:
            assert quantity.high <= quantity.outer_high


def test_change_between_levels_carries_their_imprecision() -> None:
    change = find("Het daalde van 2,2 naar 1,9 procent.").quantities[0]
    assert (change.value, change.low, change.high) == (0.3, 0.2, 0.4)
    assert (change.unit, change.direction) == ("percentage_point", "down")
