"""Numbers that somebody gives for what was spoken of, and money that only a verb speaks of."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

BRIDGE = "De bouw van de brug kost 64 miljoen euro. "
ACTIONS = "Over de opbrengst van de acties lopen de meningen uiteen. "


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        (
            BRIDGE + "De raad noemde een bedrag van 71 miljoen.",
            "71 miljoen",
            "kosten-bouw-van-brug",
        ),
        (BRIDGE + "De raad gaat uit van 80 miljoen.", "80 miljoen", "kosten-bouw-van-brug"),
        (BRIDGE + "Jansen houdt het op 90 miljoen.", "90 miljoen", "kosten-bouw-van-brug"),
        # the sentence before may say what it is about without a number
        (ACTIONS + "Jansen houdt het op 320 euro.", "320 euro", "opbrengst-van-acties"),
        # or a heading
        ("De haven\n\nIn mei sprak hij nog van 58 miljoen euro.", "58 miljoen euro", "haven"),
        # what names itself needs nothing else
        (BRIDGE + "De raad gaat uit van 80 miljoen aan subsidie.", "80 miljoen", "subsidie"),
        # the verb alone goes on about what was told
        (
            "Het tarief voor grond is 94 euro. In 2020 betaalden wij nog 71 euro.",
            "71 euro",
            "tarief-voor-grond",
        ),
        ("De subsidie is 9 ton. Daarvan is 7 ton besteed.", "7 ton", "uitgave-subsidie"),
        (
            "De grootste post is energie. Wij hadden 6 miljoen euro begroot.",
            "6 miljoen euro",
            "begroting-energie",
        ),
        # but what was left over is no price
        (
            "Er gaapt een gat van 5 miljoen. Vorig jaar bleef er nog 9 miljoen euro over.",
            "9 miljoen euro",
            "overschot",
        ),
        # a share that opens a clause does what the clause says
        (
            "Ik schat dat een op de vijf zich elders heeft ingeschreven.",
            "een op de vijf",
            "inschrijven",
        ),
    ],
)
def test_estimates(tools: Tools, text: str, said: str, indicator: str) -> None:
    _, found = figure(tools, text, said)
    assert found.indicator == indicator


def test_an_item_of_a_list_names_its_number(tools: Tools) -> None:
    text = "Kosten\n\n- Huis met tuin: € 40\n- Bakkersbedrijf met 50 meter: € 4.730\n"
    _, found = figure(tools, text, "€ 4.730")
    assert found.indicator == "bakkersbedrijf"


def test_how_long_somebody_stays(tools: Tools) -> None:
    _, found = figure(tools, "Een gast verblijft hier gemiddeld 31 dagen.", "31 dagen")
    assert found.indicator.startswith("verblijfsduur")


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # a clause that another one interrupts goes on with its number
        ("Het aantal gezinnen dat slecht slaapt, is in 2023 gedaald tot 1.990.", "1.990", "gezin"),
        (
            "Wij meldden 312 storingen. Dat klopt niet: er zaten 44 proeven bij. "
            "Het juiste aantal is 268.",
            "268",
            "storing",
        ),
        # and a number that is put right is of what it puts right
        (
            "In 2022 waren er 2.980 regenten. Dat cijfer is inmiddels bijgesteld naar 2.880.",
            "2.880",
            "regent",
        ),
    ],
)
def test_bare_numbers(tools: Tools, text: str, said: str, indicator: str) -> None:
    _, found = figure(tools, text, said)
    assert found.indicator == indicator
