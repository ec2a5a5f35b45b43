"""What a share of people thinks or says, and what is said of a group past what describes it."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator", "population"),
    [
        (
            "Vier op de tien inwoners vindt dat vuurwerk in woonwijken verboden moet worden.",
            "Vier op de tien",
            "vuurwerk-in-woonwijken-verbieden",
            "inwoners",
        ),
        (
            "Bijna de helft van de huurders geeft aan dat schimmel hun gezondheid schaadt.",
            "Bijna de helft",
            "schimmel-gezondheid-schaden",
            "huurders",
        ),
        # with 'te' and an infinitive; 'geen' turns the meaning round
        (
            "30 procent zegt achter het stuur wel eens berichten te lezen.",
            "30 procent",
            "achter-stuur-berichten-lezen",
            None,
        ),
        (
            "Van de studenten geeft 17 procent aan soms geen boeken te kunnen betalen.",
            "17 procent",
            "geen-boeken-betalen",
            "studenten",
        ),
        # what is thought of it
        (
            "85 procent van de lezers vindt het terecht dat de wethouder is opgestapt.",
            "85 procent",
            "wethouder-opstappen-terecht-vinden",
            "lezers",
        ),
        ("Vorig jaar vond 68 procent de buurt veilig.", "68 procent", "buurt-veilig-vinden", None),
        # what they think stands before it
        (
            "De brug moet open blijven, vindt 60 procent van de bewoners.",
            "60 procent",
            "brug-open",
            "bewoners",
        ),
        # the group behind its number, and a number behind a colon
        (
            "Twee op de drie klanten verwachten dat meer automobilisten de fiets pakken.",
            "Twee op de drie",
            "automobilisten-fiets-pakken",
            "klanten",
        ),
        (
            "De steun is groot: slechts een op de tien wil dat het dorp een eigen raad krijgt.",
            "slechts een op de tien",
            "dorp-eigen-raad-krijgen",
            None,
        ),
        # somebody else thinks, or nobody does
        (
            "De bond denkt dat in 60 procent van de gevallen de regels worden overtreden.",
            "60 procent",
            "regel-overtreden",
            None,
        ),
        # what it is held against is of the same
        (
            "62 procent van de ouders denkt dat de school het pesten goed aanpakt, tegen 48 "
            "procent vorig jaar.",
            "48 procent",
            "school-pesten-goed-aanpakken",
            "ouders",
        ),
        # a clause that describes the group says nothing of the share
        (
            "Een derde van de dossiers waarin een boete is opgelegd, wordt later vernietigd.",
            "Een derde",
            "dossier-vernietigen",
            "dossiers",
        ),
        (
            "Zo'n 40 procent van de gezinnen die hulp vragen heeft betalingsachterstanden.",
            "Zo'n 40 procent",
            "betalingsachterstand",
            "gezinnen",
        ),
        (
            "Van de 4000 arbeiders die in 2015 kwamen, was bijna 60% in 2018 weer vertrokken.",
            "bijna 60%",
            "vertrekken",
            "arbeiders",
        ),
        (
            "Vorig jaar had 61 procent van de middeninkomens een eigen huis.",
            "61 procent",
            "middeninkomen-eigen-huis",
            "middeninkomens",
        ),
        # a participle describes the group
        (
            "Vorig jaar was een kwart van de verkochte auto's nog een diesel.",
            "een kwart",
            "auto-diesel",
            "auto's",
        ),
        # where only another group is named, that is what is told
        (
            "In 2020 ging 30 procent van alle huizen naar starters.",
            "30 procent",
            "starter",
            "huizen",
        ),
    ],
)
def test_what_is_measured(
    tools: Tools, text: str, said: str, indicator: str, population: str | None
) -> None:
    found = figure(tools, text, said)[1]
    assert (found.indicator, found.population) == (indicator, population)


@pytest.mark.parametrize(
    ("text", "said", "statement"),
    [
        ("Een kwart van de kiezers verwacht geen huis te kunnen kopen.", "Een kwart", "level"),
        ("Meer dan de helft van de leden wil dat de prijs daalt.", "Meer dan de helft", "level"),
        ("De wethouder verwacht dat 30 procent van de jongeren meedoet.", "30 procent", "forecast"),
        ("De stad bouwt en wil dat een derde van de woningen goedkoop is.", "een derde", "target"),
    ],
)
def test_what_people_expect_is_so_now(tools: Tools, text: str, said: str, statement: str) -> None:
    assert figure(tools, text, said)[1].statement == statement


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("Wereldwijd gaan 60 miljoen kinderen naar school.", "60 miljoen kinderen", "area:wereld"),
        ("Er zijn in Meppel 300 dragers en wereldwijd 30 miljoen.", "300 dragers", "GM0119"),
        ("Er zijn in Meppel 300 dragers en wereldwijd 30 miljoen.", "30 miljoen", "area:wereld"),
        (
            "In Meppel fietst 40 procent van de scholieren, tegenover 28 procent van de Zwolse "
            "scholieren.",
            "28 procent",
            "GM0193",
        ),
        ("De school telt 900 leerlingen.", "900 leerlingen", "GM0119"),
        ("In Zuidoost-Azië zijn 300 fabrieken.", "300 fabrieken", "area:zuidoost-azie"),
        ("In de Europese Unie zijn 300 fabrieken.", "300 fabrieken", "org:europese-unie"),
        ("De Europese Unie heeft 300 vrachtwagens gekocht.", "300 vrachtwagens", "GM0119"),
        ("In de eurozone is de inflatie 2 procent.", "2 procent", "area:eurozone"),
    ],
)
def test_place(tools: Tools, text: str, said: str, place: str | None) -> None:
    assert figure(tools, text, said)[1].place == place


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # spelt out behind a colon
        (
            "De energierekening valt hoger uit: gemiddeld 334 euro per huishouden.",
            "334 euro",
            "energierekening",
        ),
        # the noun that governs the number, and not what it stands with
        (
            "Het verlies was 3 miljoen euro bij een omzet van 9 miljoen euro.",
            "9 miljoen euro",
            "omzet",
        ),
        (
            "Zij leed een verlies van 2 miljard op een omzet van 9 miljard euro.",
            "2 miljard",
            "verlies",
        ),
        ("Gezinnen met een inkomen van 40.000 euro krijgen niets.", "40.000 euro", "inkomen"),
        # people with debts are no debts
        (
            "Er meldden zich 86 mensen met schulden. Zij hadden gemiddeld 43.300 euro schuld.",
            "43.300 euro",
            "schuld",
        ),
        # verbs that say what the money is
        ("De stichting deelde 3 miljoen euro uit aan goede doelen.", "3 miljoen euro", "gift"),
        ("De koper heeft 20.000 euro gespaard.", "20.000 euro", "spaargeld"),
    ],
)
def test_money(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


def test_charities_are_no_target(tools: Tools) -> None:
    text = "Bijna 90 procent van de gezinnen geeft geld aan goede doelen."
    assert figure(tools, text, "Bijna 90 procent")[1].statement == "level"
