"""What a sentence says about the one before it: turns of speech, 'dan', 'daarvan', 'nog'."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # a turn of speech names nothing
        (
            "De peiling ging over het vuurwerk. Om precies te zijn is 62 procent voor een verbod.",
            "62 procent",
            "verbod",
        ),
        ("Het bestuur hield rekening met een strop van 2 miljoen euro.", "2 miljoen euro", "strop"),
        # how long something takes
        ("De levertijd van de bussen is 14 maanden.", "14 maanden", "levertijd"),
        ("Leveringstermijn: 9 weken.", "9 weken", "leveringstermijn"),
        (
            "De wachttijd was in mei zes weken. Nu is dat een week korter.",
            "een week korter",
            "wachttijd",
        ),
        # a part of what was just counted
        (
            "De winkels meldden 240 diefstallen. Bij een kwart daarvan gaat het om drank.",
            "een kwart",
            "diefstal",
        ),
        # what came about so often
        ("Drie keer kwam het dit jaar tot een botsing.", "Drie keer", "botsing"),
        ("De sirene ging 12 keer af.", "12 keer", "sirene-afgaan"),
        # what was promised, behind the amount
        (
            "De raad wil weten of de 180.000 euro die voor extra trainers was beloofd, nog komt.",
            "180.000 euro",
            "extra-trainer",
        ),
        # what is new in the sentence before
        (
            "De bond wil een noodfonds oprichten. Zij denkt aan een bedrag van 300.000 euro.",
            "300.000 euro",
            "noodfonds",
        ),
        # an amount that spells out what stands before the colon
        ("De club houdt geld over: over 2023 bijna 7 ton.", "bijna 7 ton", "overschot"),
        # the group, with a time or with brackets in or behind it
        (
            "Van de voor 2024 geplande projecten (84) is 40 procent afgerond.",
            "40 procent",
            "project-afronden",
        ),
        # what each number of an enumeration has for itself
        (
            "Voor de haven is 1,3 miljoen euro bestemd en voor wegen 2,5 miljoen.",
            "2,5 miljoen",
            "weg",
        ),
        ("Van hen komt 40 procent met de fiets, 30 procent met de auto.", "30 procent", "auto"),
        # what is kept in it, and what is summed up
        (
            "De rest gaat naar de spaarpot. Daar zat vorig jaar 35 miljoen euro in.",
            "35 miljoen euro",
            "spaarpot",
        ),
        ("Er is een totaal aan subsidies van 14 miljoen euro.", "14 miljoen euro", "subsidie"),
        # people who come along with an amount are no part of it
        (
            "Zij trekt 2 ton uit, zodat het van zeven naar negen monteurs gaat.",
            "negen monteurs",
            "monteur",
        ),
        # a change that only says that it is large is of what was told
        (
            "Vorig jaar vroegen 300 mensen om hulp. Daarmee is de toename met 20 procent groot.",
            "20 procent",
            "mens-hulp-vragen",
        ),
    ],
)
def test_indicator(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        (
            "In 2027 wordt het krap. Dan sluit het zwembad en gaapt er een gat van 2 miljoen euro.",
            "2 miljoen euro",
            "2027",
        ),
        (
            "Vorig jaar vroegen 300 mensen hulp. In 2021 ging het nog om 250 inwoners.\n\n"
            "Daarmee is de toename met 20 procent groter dan verwacht.",
            "20 procent groter",
            "2023",
        ),
        # what is needed for a plan
        (
            "Zij wil volgend jaar een proef houden. Daarvoor is 145.000 euro nodig.",
            "145.000 euro",
            "2025",
        ),
        # what must be done later with what is counted
        (
            "In 2016 telde de stad 40 bruggen, die voor 2031 vervangen moeten zijn.",
            "40 bruggen",
            "2016",
        ),
        # how long ago is the time of both numbers
        (
            "Twee gewonden en meer dan 40 aanhoudingen waren er dertig jaar geleden bij de rellen.",
            "Twee gewonden",
            "1994",
        ),
        # a day still to come, of what was done already
        (
            "Maria de Wit, die vrijdag meedoet, heeft al 5.000 euro opgehaald.",
            "5.000 euro",
            "2024-06-11",
        ),
        # a date of its own goes before
        (
            "In 2027 wordt het krap. Dan sluit het bad, maar in 2029 kost dat 3 miljoen euro.",
            "3 miljoen euro",
            "2029",
        ),
    ],
)
def test_period(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "unit", "value"),
    [
        ("Vorig jaar kwamen er 1.400 van zulke klachten binnen.", "1.400", "klacht", 1400),
        ("De stad telt acht van die bruggen.", "acht", "brug", 8),
        # 'het aantal' of what it was said before, whatever was counted since
        (
            "Het aantal inbraken nam in acht wijken toe. In Hoogeveen steeg het aantal van 27 naar "
            "36.",
            "27",
            "inbraak",
            27,
        ),
        ("Het aantal klachten nam af. In Hoogeveen zakte het aantal naar 36.", "36", "klacht", 36),
        ("Er kwamen 40 klachten. Dat aantal was gestegen van 30.", "30", "klacht", 30),
        # two levels in brackets
        (
            "Groen werd de grootste (van 9 naar 14 zetels). Verder won Lokaal (van 4 naar 11).",
            "11",
            "zetel",
            11,
        ),
        (
            "Van de 1.700 woningen staat 8,8 procent leeg; de buren doen het met 9,3 slechter.",
            "9,3",
            "percent",
            9.3,
        ),
    ],
)
def test_what_is_counted(tools: Tools, text: str, said: str, unit: str, value: float) -> None:
    found = figure(tools, text, said)[1]
    assert (found.unit, found.value) == (unit, value)


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        # the whole country, right beside the number or before it
        (
            "De uitval is hier lager dan het landelijk gemiddelde van 8,8 procent.",
            "8,8 procent",
            "NL",
        ),
        ("Dat is beter dan landelijk, waar de uitval op 11 procent ligt.", "11 procent", "NL"),
        # examples
        (
            "Er wachten 63 bedrijven op stroom, onder meer in Assen en Emmen.",
            "63 bedrijven",
            "GM0119",
        ),
        ("In Assen wachten 63 bedrijven op stroom.", "63 bedrijven", "GM0106"),
        # where somebody is from, and where something was found out
        (
            "De opvang van ontheemden uit Oekraïne kostte 3 miljoen euro.",
            "3 miljoen euro",
            "GM0119",
        ),
        ("In Duitsland kostte de opvang 3 miljoen euro.", "3 miljoen euro", "DE"),
    ],
)
def test_place(tools: Tools, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said)[1].place == place


def test_a_sentence_announces_a_table_with_its_unit_in_brackets(tools: Tools) -> None:
    text = (
        "De raming laat het volgende verloop zien (x € 1.000):\n\n"
        "Jaar     2025     2026     2027\nSaldo     700   -5.100   -4.800"
    )
    found = figure(tools, text, "700")[1]
    assert (found.unit, found.value, found.period) == ("EUR", 700_000, "2025")
