"""A year in brackets with its number is never that of the number before it."""

from __future__ import annotations

import pytest
from articles import figure, read_article

from pipeline.document import Tools

LIST = "Uitgaven\n\n- Energie: € 412 (2023: € 398)\n- Lonen: € 66\n"


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # the year of the other number and the one after it
        ("Een dagkaart kost € 96 (2023: € 79).", "€ 96", "2024"),
        ("Een dagkaart kost € 96 (2023: € 79).", "€ 79", "2023"),
        # also where that one is still to come
        ("Een gezin betaalt: € 96 (2024: € 79).", "€ 96", "2025"),
        # what the sentence says itself goes before
        ("In 2021 kwamen er 340 gasten (2022: 355).", "340 gasten", "2021"),
        # a number for a year far ahead says nothing of the one before it
        ("Nu is 12 procent groen (2030: 20 procent).", "12 procent", "2024-06-11"),
        # what follows is not about the year in the brackets
        (LIST, "€ 66", "2024"),
    ],
)
def test_year_beside(tools: Tools, text: str, said: str, period: str) -> None:
    _, found = figure(tools, text, said)
    assert found.period == period


def test_what_stands_beside_counts_the_same(tools: Tools) -> None:
    text = "Bij de receptie meldden zich 340 gasten (2022: 355)."
    assert {f.indicator for f in read_article(tools, text).figures} == {"gast"}
