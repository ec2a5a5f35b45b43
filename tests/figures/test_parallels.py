"""Bare numbers that go on with the measure before them, in articles read with the shipped model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator", "unit"),
    [
        # a verb that says where it stands
        ("De huur was 640 euro. Inmiddels zitten we op 710.", "710", "huur", "EUR"),
        ("De wachttijd is zes weken. De kliniek in Emmen zit op 9.", "9", "wachttijd", "week"),
        ("De opkomst was 54 procent. In Assen bleef die op 49.", "49", "opkomst", "percent"),
        # the same preposition before both
        ("In 18 procent van de ritten was de bus te laat, in Emmen in 7.", "7", "bus", "percent"),
        ("De omzet steeg met 4 procent en de winst met 12.", "12", "winst", "percent"),
        ("De heffing werd met 6 euro verhoogd, in Assen met 9.", "9", "heffing", "EUR"),
        # kilos and tons go on as euros do
        (
            "Elke bewoner gooide in 2021 nog 170 kilo weg, vorig jaar was dat 139.",
            "139",
            "weggooien",
            "kilogram",
        ),
        (
            "In 2018 werd nog 2,1 miljoen ton gelost, vorig jaar 0,8 miljoen.",
            "0,8 miljoen",
            "lossen",
            "tonne",
        ),
        # out of what was counted, and in brackets behind a place
        ("Er zijn 90 dorpshuizen. In 14 daarvan lekt het dak.", "14", "dorpshuis", "dorpshuis"),
        (
            "Er kwamen 900 gasten naar Emmen. Daarna volgen Assen (640) en Hoogeveen.",
            "640",
            "gast",
            "gast",
        ),
        # a change of kilos or tons, and a rate, of what was just measured
        (
            "Er werd 40 ton papier opgehaald. Dat is 5 procent meer dan in 2020.",
            "5 procent meer",
            "papier",
            "percent",
        ),
        (
            "Er zijn 26 artsen. Dat komt neer op 4,1 per 10.000 inwoners.",
            "4,1 per 10.000 inwoners",
            "arts",
            "per_10000",
        ),
    ],
)
def test_goes_on(tools: Tools, text: str, said: str, indicator: str, unit: str) -> None:
    _, found = figure(tools, text, said)
    assert (found.indicator, found.unit) == (indicator, unit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De huur was 640 euro. De raad komt op 12 juni bijeen.", "12"),  # a day
        ("De huur was 640 euro. De club staat op 3.", "3"),  # far too small to be the same
        ("De omzet steeg met 4 procent, vertelt hij in groep 7.", "7"),  # another preposition
    ],
)
def test_does_not_go_on(tools: Tools, text: str, said: str) -> None:
    assert said not in said_in(read_article(tools, text))


def test_what_a_question_asked_for_is_counted_in_the_answer(tools: Tools) -> None:
    text = (
        "Hoeveel leden heeft u?\n„Te weinig. Ingeschreven staan er nu 240.”\n\n"
        "Komen er nog leden bij?\n„Zelden. De jeugd blijft liever thuis.”\n\n"
        "Wat zou helpen?\n„Een nieuwe kantine.”\n"
    )
    assert figure(tools, text, "240")[1].unit == "lid"


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("Gemiddeld was de ambulance na 9,2 minuten ter plaatse.", "9,2 minuten", "minute"),
        ("Een chauffeur rijdt gemiddeld 41 uur in de week.", "41 uur", "hour"),
        ("Je mag je huis hooguit dertig dagen per jaar verhuren.", "hooguit dertig dagen", "day"),
    ],
)
def test_lengths_of_time_that_were_measured(tools: Tools, text: str, said: str, unit: str) -> None:
    assert figure(tools, text, said)[1].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Hij kwam na 9 minuten weer naar buiten.",
        "De gemiddelde huur stijgt over twee jaar.",
        "Bezwaar maken kan tot uiterlijk zes weken na de beslissing.",
    ],
)
def test_lengths_of_time_that_only_place_something(tools: Tools, text: str) -> None:
    assert not said_in(read_article(tools, text))
