"""Whole documents, read with the language model that is shipped: what takes its syntax to see."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # a pronoun after what no figure was given for
        (
            "De wethouder wil de reserves niet gebruiken. Die daalden tot 19 miljoen euro.",
            "19 miljoen euro",
            "reserve",
        ),
        (
            "Vooral de bijdrage aan het fonds valt tegen: die komt uit op 207 miljoen euro.",
            "207 miljoen euro",
            "bijdrage-aan-fonds",
        ),
        (
            "De gemeente zag de omzet van de markt, die met 12 procent daalde.",
            "12 procent",
            "omzet-van-markt",
        ),
        # 'het' is not such a pronoun, and a known indicator that was named goes before
        (
            "De jeugdhulp valt de raad niet mee. Die gaat naar 9 procent van de kinderen.",
            "9 procent",
            "jeugdhulp",
        ),
        # what it is compared with says nothing about what is measured
        (
            "In vergelijking met 2017 was de uitstoot van de fabriek 2 procent lager.",
            "2 procent lager",
            "uitstoot-van-fabriek",
        ),
        # a subject that has a share of something else
        (
            "De huurachterstand was 2 procent van de jaarhuur.",
            "2 procent",
            "huurachterstand",
        ),
        # a group, a clause that describes it, and then its share
        (
            "Van de trajecten die in 2021 zijn begonnen, is 17 procent voortijdig beëindigd.",
            "17 procent",
            "traject-beeindigen",
        ),
        # alone in brackets
        (
            "Een meerderheid van de inwoners (68 procent) is tevreden over de winkels.",
            "68 procent",
            "tevreden-over-winkel",
        ),
        (
            "Er is vooral geld nodig voor onderwijs (24 procent) en cultuur (11 procent).",
            "11 procent",
            "cultuur",
        ),
        # the same thing with a noun, with a word for the state, and of a group
        (
            "De bezettingsgraad van de zalen was 78 procent.",
            "78 procent",
            "bezettingsgraad-van-zalen",
        ),
        ("De zalen waren voor 78 procent bezet.", "78 procent", "bezettingsgraad-van-zalen"),
        (
            "Vorig jaar was 94 procent van de bedden bezet.",
            "94 procent",
            "bezettingsgraad-van-bedden",
        ),
        ("Van de kiezers is 46 procent gaan stemmen.", "46 procent", "opkomst"),
        ("In de stad bracht 58 procent een stem uit.", "58 procent", "opkomst"),
        ("Van de jongeren zit 6 procent zonder werk.", "6 procent", "werkloosheid"),
        # costs are a plural; a verb of two words
        ("De energiekosten waren 14.000 euro.", "14.000 euro", "energiekosten"),
        ("De gemeente stelt daarom 300.000 euro beschikbaar.", "300.000 euro", "budget"),
        # behind a preposition stands no subject
        (
            "Bij de zorginstelling Humanitas is het verloop 15 procent.",
            "15 procent",
            "verloop",
        ),
        # with its particle a verb is another one
        (
            "Aan het onderzoek deden 1.480 huishoudens mee.",
            "1.480 huishoudens",
            "huishouden-meedoen",
        ),
    ],
)
def test_indicator(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "indicator", "unit"),
    [
        # 'er' counts what the sentence before speaks of
        (
            "De winkeliers meldden minder diefstallen. Het waren er 418.",
            "418",
            "diefstal",
            "diefstal",
        ),
        (
            "De clubs hebben weer meer leden. Vorig jaar waren het er 28.400.",
            "28.400",
            "lid",
            "lid",
        ),
        # unless it is known what is measured of them
        (
            "Meer kinderen krijgen jeugdhulp. Vorig jaar waren het er 412.",
            "412",
            "jeugdhulp",
            "kind",
        ),
        # 'het aantal' names what its number counts, whatever was counted before
        (
            "Er waren 203 inbraken. Het aantal vernielingen daalde van 81 naar 64.",
            "64",
            "vernieling",
            "vernieling",
        ),
        # what goes on is counted for the same
        (
            "De controleurs schreven 74 boetes uit: 29 in de binnenstad en 45 daarbuiten.",
            "45",
            "boete",
            "boete",
        ),
        # the level that a change led to
        ("Het bezoek steeg met 8 procent tot 92.000.", "92.000", "bezoek", None),
        # a group that is named by its age
        ("De gemeente telt ruim 12.600 65-plussers.", "ruim 12.600", "65-plusser", "65-plusser"),
        # some of those that were counted, and who is left
        (
            "Er gaan 846 kinderen met een busje. Twaalf van hen moeten ver.",
            "Twaalf",
            "kind-bus",
            "kind",
        ),
        ("Er werken 60 agenten. Drie van hen zijn ziek.", "Drie", "agent-ziek", "agent"),
        (
            "Er zijn 33 raadsleden. Twintig waren er voor, twee ontbraken.",
            "twee",
            "raadslid",
            "raadslid",
        ),
        # a second length of time without its unit
        ("De wachttijd is acht maanden, in Assen zes.", "zes", "wachttijd", "month"),
    ],
)
def test_bare_number(tools: Tools, text: str, said: str, indicator: str, unit: str | None) -> None:
    _, found = figure(tools, text, said)
    assert (found.indicator, found.unit) == (indicator, unit)


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        (
            "De wachttijd loopt van twee maanden (Assen) tot drie jaar (Emmen).",
            "twee maanden",
            "GM0106",
        ),
        (
            "De wachttijd loopt van twee maanden (Assen) tot drie jaar (Emmen).",
            "tot drie jaar",
            "GM0114",
        ),
        ("De wachttijd is acht maanden, in Assen zes.", "acht maanden", "GM0119"),
        ("Het tekort is groter dan landelijk (6procent meer).", "6procent meer", "GM0119"),
        ("Het tekort is 12 procent, tegen landelijk 8 procent.", "8 procent", "NL"),
        ("De wachttijd is acht maanden, in Assen zes.", "zes", "GM0106"),
    ],
)
def test_place(tools: Tools, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said)[1].place == place


def test_a_length_of_time_that_places_something_goes_on_in_no_number(tools: Tools) -> None:
    with pytest.raises(AssertionError, match="'zes' is in"):
        figure(tools, "De wachttijd is lang. Binnen twee jaar, denkt de raad, zes.", "zes")
