"""Two numbers that are held against each other, each of its own group, with the model."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

DEBT = (
    "De schuld van mannen groeit. Mannen komen uit op een schuld van 14.200 euro, tegen 9.300 euro "
    "per persoon voor vrouwen."
)
SICK = "Het verzuim is 8 procent bij de bakkers, tegenover 5 procent bij de slagers."
BOAT = "Een huis kost gemiddeld 420.000 euro, tegenover 90.000 euro voor een boot in de haven."


@pytest.mark.parametrize(
    ("text", "said", "indicator", "population"),
    [
        (DEBT, "14.200 euro", "schuld", "mannen"),
        (DEBT, "9.300 euro", "schuld", "vrouwen"),
        (SICK, "8 procent", "ziekteverzuim", "bakkers"),
        (SICK, "5 procent", "ziekteverzuim", "slagers"),
        # not people: then it is part of the name
        (BOAT, "90.000 euro", "kosten-boot-in-haven", None),
        # behind it stands when, and not of whom
        (
            "De winst was 4 miljoen euro, tegen 3 miljoen euro voor heel 2018.",
            "3 miljoen euro",
            "winst",
            None,
        ),
    ],
)
def test_of_whom(
    tools: Tools, text: str, said: str, indicator: str, population: str | None
) -> None:
    found = figure(tools, text, said)[1]
    assert (found.indicator, found.population) == (indicator, population)
