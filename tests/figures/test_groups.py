"""Groups that several nouns or an age name, read with the shipped model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator", "population"),
    [
        # several nouns are one whole, and no part of the name
        (
            "15 procent van de molenaars en bakkers overweegt om over te stappen op bruin meel.",
            "15 procent",
            "overstappen-op-bruin-meel",
            "molenaars en bakkers",
        ),
        (
            "Een kwart van alle ouders en verzorgers maakt zich zorgen over het schermgebruik.",
            "Een kwart",
            "schermgebruik-zorgen",
            "ouders en verzorgers",
        ),
        (
            "Van de kappers, bakkers en slagers denkt 20 procent erover om te stoppen met zegels.",
            "20 procent",
            "stoppen-met-zegels",
            "kappers, bakkers en slagers",
        ),
        (
            "30 procent van de fietsen en brommers werd gestolen.",
            "30 procent",
            "stelen",
            "fietsen en brommers",
        ),
        (
            "12 procent van de ouders en kinderen tot 12 jaar zwemt.",
            "12 procent",
            "zwemmen",
            "ouders en kinderen tot 12 jaar",
        ),
        # an age names a group
        (
            "In 1990 had een derde van de 24-jarigen een eigen auto.",
            "een derde",
            "eigen-auto",
            "24-jarigen",
        ),
        (
            "Vorig jaar woonde 40 procent van de 18- tot 25-jarigen bij de ouders.",
            "40 procent",
            "wonen",
            "18- tot 25-jarigen",
        ),
        (
            "Van de 75-plussers heeft 60 procent een hoorapparaat.",
            "60 procent",
            "hoorapparaat",
            "75-plussers",
        ),
        # of two groups with a number each, the one right before it
        (
            "Van de 18- tot 35-jarigen rookt 30 procent, van de 65-plussers 12 procent.",
            "12 procent",
            "roken",
            "65-plussers",
        ),
        # but one of them is a person
        ("De 24-jarige smid verloor 40.000 euro.", "40.000 euro", "verlies-smid", None),
    ],
)
def test_group(tools: Tools, text: str, said: str, indicator: str, population: str | None) -> None:
    found = figure(tools, text, said)[1]
    assert (found.indicator, found.population) == (indicator, population)


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        ("Het aandeel van treinen en bussen is 10 procent.", "10 procent", "treinen-en-bussen"),
        ("Samen maken treinen en bussen 8 procent uit.", "8 procent", "treinen-en-bussen"),
        # each has a number of its own
        ("Zorg en wegen krijgen respectievelijk 12 en 7 procent.", "7 procent", "weg"),
    ],
)
def test_a_share_of_several_things(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


def test_an_age_behind_an_age_group_counts_nobody(tools: Tools) -> None:
    text = (
        "Van de jongeren is 52 procent eenzaam, van de 65-plussers 44%. Boven de 85 loopt dat op."
    )
    assert said_in(read_article(tools, text)) == ["52 procent", "44%"]
