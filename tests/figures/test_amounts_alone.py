"""What 'het aantal' and 'de hoeveelheid' are of where the clause does not say so."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

FINES = (
    "In acht buurten nam het aantal boetes voor wildplassen toe. "
    "In Zwolle groeide het aantal met een kwart, van 80 naar 100."
)
SMUGGLED = (
    "De hoeveelheid tabak die in de haven wordt gevonden, stijgt snel. Uit het verslag blijkt dat "
    "de gesmokkelde hoeveelheid van 30 ton in 2022 verdubbelde naar 60 ton een jaar later."
)


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # what was counted before, and not where it was
        (FINES, "een kwart", "boete"),
        (FINES, "80", "boete"),
        (FINES, "van 80 naar 100", "boete"),
        (
            "Er kwamen 300 bezwaren binnen. Een jaar eerder was het aantal nog 220.",
            "220",
            "bezwaar",
        ),
        (
            "In drie dorpen leven 40 wolven. Het aantal nam met 10 procent toe.",
            "10 procent",
            "wolf",
        ),
        # an amount of something that was named before, in a unit that names nothing itself
        (SMUGGLED, "30 ton", "gesmokkelde-hoeveelheid-tabak"),
        (SMUGGLED, "60 ton", "gesmokkelde-hoeveelheid-tabak"),
        # what is described between 'het aantal' and its noun
        (
            "Het aantal meewerkende scholen aan de proef is in korte tijd gestegen van 52 naar 90.",
            "90",
            "meewerkende-school-aan-proef",
        ),
        (
            "Het aantal langdurige klanten is met 60 procent gestegen.",
            "60 procent",
            "langdurige-klant",
        ),
    ],
)
def test_of_what(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("title", "text", "said", "indicator"),
    [
        # what the text measures in that unit, and no verb of another clause
        (
            "Nieuwe plannen",
            "De zoutwinning is dit jaar 19 miljoen ton.\n\n"
            "De minister werkt maatregelen uit om straks "
            "onder de 9 miljoen ton te komen.",
            "onder de 9 miljoen ton",
            "zoutwinning",
        ),
        # else what the title is about
        (
            "Zoutwinning daalt",
            "De minister werkt maatregelen uit om onder de 9 miljoen ton te komen.",
            "onder de 9 miljoen ton",
            "zoutwinning",
        ),
        # a verb that says what is measured stays
        (
            "Sport",
            "De route is 12 kilometer lang. Agenten fietsen op een dag 80 kilometer.",
            "80 kilometer",
            "fietsen",
        ),
        # the subject of a clause that another one interrupts
        (
            "Haven",
            "De hoeveelheid coke die gevonden wordt, varieert van 500 kilo tot 1900 kilo.",
            "van 500 kilo tot 1900 kilo",
            "coke",
        ),
    ],
)
def test_levels(tools: Tools, title: str, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said, title=title)[1].indicator == indicator


def test_a_noun_that_else_says_nothing_is_what_the_number_is_of(tools: Tools) -> None:
    text = "De bond telt dit jaar meer deelnemende landen: het aantal steeg. "
    text += "Het aantal deelnemende landen bij de proef is in een maand gegroeid van 41 naar 70."
    assert figure(tools, text, "70")[1].indicator == "deelnemende-land"


def test_an_index_alone_points_back(tools: Tools) -> None:
    text = "Een uur eerder sloot de AEX op 570 punten. Daarna zakte de index tot 560 punten."
    assert figure(tools, text, "560 punten")[1].indicator == "aex"


def test_a_clause_that_stands_first_lends_no_subject(tools: Tools) -> None:
    text = (
        "Van de bewoners is 54 procent voor een kern zonder auto's. "
        "Toen dezelfde kwestie in 2019 werd voorgelegd, was 46 procent voor."
    )
    assert figure(tools, text, "46 procent")[1].indicator == "kern-zonder-auto-s"
