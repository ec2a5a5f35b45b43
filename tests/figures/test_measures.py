"""Tables, times and measures without a name, in whole articles read with the shipped model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools

TABLES = (
    "Jaar | Cliënten | Kosten (x € 1.000)\n2020 | 612 | 4.310\n2021 | 655 | 4.720\n\n"
    "Soort | 2021 | 2022\nVerblijf | 38 | 31\nPleegzorg | 77 | 84\n\n"
    "Periode | Meldingen | Opgelost\n1e halfjaar 2022 | 148 | 61%\n2e halfjaar 2022 | 131 | 58%\n"
)


@pytest.mark.parametrize(
    ("said", "indicator", "unit", "period"),
    [
        ("4.310", "kosten", "EUR", "2020"),
        # the head of a second table is not the first one's
        ("38", "verblijf", None, "2021"),
        ("31", "verblijf", None, "2022"),
        ("84", "pleegzorg", None, "2022"),
        # half a year in the label of a row is a time, and a head need not be a noun
        ("148", "melding", None, "2022-01/2022-06"),
        ("131", "melding", None, "2022-07/2022-12"),
        ("61%", "opgelost", "percent", "2022-01/2022-06"),
    ],
)
def test_tables_below_each_other(
    tools: Tools, said: str, indicator: str, unit: str | None, period: str
) -> None:
    _, found = figure(tools, f"De cijfers.\n\n{TABLES}", said)
    assert (found.indicator, found.unit, found.period) == (indicator, unit, period)


@pytest.mark.parametrize("said", ["4.980", "+4,6%", "-4,1%"])
def test_a_row_with_words_alone_is_the_title_of_a_table(tools: Tools, said: str) -> None:
    head = "Uitleen in stuks | | |\nBalie | 2020 | Mutatie\n"
    table = f"{head}Noord | 4.980 | +4,6%\nZuid | 310 | -4,1%\n"
    text = f"De zeven grootste balies staan hieronder.\n\n{table}"
    assert figure(tools, text, said)[1].indicator == "uitleen-in-stuks"


def test_the_day_above_a_table_is_not_its_period(tools: Tools) -> None:
    table = "Post | Lasten\nBestuur | 8.420\nWegen | 310\n"
    text = f"De raad stemde in.\n\nVastgesteld op 9 november 2023\n\n{table}"
    title = "Begroting 2025 gemeente Meppel"
    assert figure(tools, text, "8.420", title=title)[1].period == "2025"


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # how often what happened
        ("Vorig jaar is 214 keer ingebroken in een woning.", "214 keer", "woninginbraken"),
        ("In de wijk werd 61 keer aangifte gedaan.", "61 keer", "aangifte"),
        ("De raad maakte 14 keer een uitzondering.", "14 keer", "uitzondering"),
        # a verb of its own
        ("De zaak zoekt 120 mensen. In mei vertrokken er 64.", "64", "mens-vertrekken"),
        ("Er wonen 300 gezinnen. Dit jaar verhuisden er 12.", "12", "gezin-verhuizen"),
        ("De club wierf 80 leden. Later vertrokken er 9.", "9", "lid-vertrekken"),
        # a verb with its particle at the end
        ("De gemeente trekt er 85.000 euro voor uit.", "85.000 euro", "budget"),
        ("Het rijk legt er 3 miljoen euro bij.", "3 miljoen euro", "bijdrage"),
        ("De zaak legt er 40.000 euro voor opzij.", "40.000 euro", "reserve-zaak"),
        # what somebody is
        ("Van de medewerkers zit 8 procent ziek thuis.", "8 procent", "ziek"),
        ("Van de paren is 9 procent gelukkig.", "9 procent", "paar-gelukkig"),
        ("Van de agenten is 70 procent tevreden.", "70 procent", "tevreden"),
    ],
)
def test_named(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("Van de agenten is 8 procent ziek; in Assen is dat 7.", "7", "percent"),
        ("Een uur kost 9,12 euro. In mei was dat 8,46.", "8,46", "EUR"),
        ("De leegstand was 4 procent. Nu is het 3,2.", "3,2", "percent"),
        ("Er zijn 40 cafés. Ooit waren dat er 55.", "55", "café"),
    ],
)
def test_the_unit_of_what_is_pointed_at(tools: Tools, text: str, said: str, unit: str) -> None:
    assert figure(tools, text, said)[1].unit == unit


def test_a_length_of_time_behind_its_label(tools: Tools) -> None:
    text = "De cijfers van het team:\n\n- Gemiddelde wachttijd: 6 weken\n- Tevreden: 81%\n"
    assert "6 weken" in said_in(read_article(tools, text))


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # a target never was
        (
            "Het verzuim lag in 2022 op 7 procent. Wij streven naar 5 procent.",
            "5 procent",
            "2024-06-11",
        ),
        ("In 2021 was 9 procent werkloos. Het doel is 4 procent.", "4 procent", "2024-06-11"),
        # the past of a later passage is that of the year that was told of
        (
            "Vorig jaar waren er 214 branden.\n\nEen sirene kost 90 euro.\n\n"
            "Landelijk daalde het aantal doden tot 23.",
            "23",
            "2023",
        ),
    ],
)
def test_period(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # an answer without a subject is about what was asked
        ("Wat kost het opruimen? Per inwoner 11 euro.", "11 euro", "kosten"),
        ("Hoeveel kost een kaart? Zo'n 9 euro.", "Zo'n 9 euro", "kosten"),
        # 'dat' between the verb and a number, in the answer of the council
        (
            "Vraag 1\n\nKlopt het dat 35 procent van de boetes niet wordt geïnd?\n\n"
            "Antwoord:\n\nJa. Bij ons is dat 28 procent.",
            "28 procent",
            "boete-innen",
        ),
        # a place as the subject
        (
            "De provincie wil dat 40 procent van de nieuwbouw groen wordt. Assen haalt 22 procent.",
            "22 procent",
            "nieuwbouw",
        ),
        (
            "In Drenthe leest 30 procent van de kinderen. Assen scoort 22 procent.",
            "22 procent",
            "lezen",
        ),
        # people are not what else was counted
        (
            "Er kwamen 143 nieuwbouwwoningen bij. Er staan 2.600 mensen op de lijst.",
            "2.600 mensen",
            "mens",
        ),
    ],
)
def test_leans_on_what_was_said(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert indicator in figure(tools, text, said)[1].indicator


@pytest.mark.parametrize(
    ("title", "text", "said", "place"),
    [
        # held against the country, and back again
        (
            "Nieuws uit de gemeente Meppel",
            "Het landelijk gemiddelde is 13 euro. De kosten bedroegen 768.000 euro.",
            "768.000 euro",
            "GM0119",
        ),
        (
            "Nieuws uit de gemeente Meppel",
            "Landelijk is 8 procent ziek. Het verloop is 3 procent.",
            "3 procent",
            "GM0119",
        ),
        (
            "Nieuws uit de gemeente Meppel",
            "Landelijk is 8 procent ziek. Dat is 3 procent meer.",
            "3 procent meer",
            "NL",
        ),
        # a region in the opening
        (
            "Minder leerlingen",
            "De scholen in de Achterhoek lopen leeg.\n\nEr werken 1.910 leraren.",
            "1.910 leraren",
            "region:achterhoek",
        ),
    ],
)
def test_place(tools: Tools, title: str, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said, title=title)[1].place == place


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # 'dan' and 'toen' stand for the time that was named before
        (
            "Vanaf 2025 is er meer geld. Wij verwachten dan 120 trajecten.",
            "120 trajecten",
            "2025/..",
        ),
        ("In 2026 opent de hal. Er komen dan 300 gasten.", "300 gasten", "2026"),
        ("De brand was in 2015. Toen telde het dorp 60 huizen.", "60 huizen", "2015"),
        # but not where it compares
        (
            "In 2026 opent de hal. Er zijn nu meer dan 300 leden.",
            "meer dan 300 leden",
            "2024-06-11",
        ),
    ],
)
def test_then(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # what a share does that is the subject itself
        ("De doorlooptijd is 28 maanden. Elf procent stopt voortijdig.", "Elf procent", "stoppen"),
        ("Het verloop is 7 procent. 30 procent begint opnieuw.", "30 procent", "beginnen"),
        ("De leegstand is 4 procent. Een op de tien vertrekt vroeg.", "Een op de tien", "vertrek"),
        # a part of what was just measured
        ("De clubs liepen 240.000 euro mis; de helft daarvan is vergoed.", "de helft", "gemiste"),
        ("De kosten waren 3 miljoen euro, een kwart daarvan voor loon.", "een kwart", "kosten"),
        ("Er vielen 80 bomen om. Een derde daarvan was ziek.", "Een derde", "boom"),
        # what stands before the colon
        ("De cijfers:\n\n- Aantal verenigingen: 53\n- Aantal zalen: 12", "53", "vereniging"),
        ("De cijfers:\n\n- Aantal fracties: 9\n- Aantal zetels: 31", "9", "fractie"),
    ],
)
def test_parts_and_labels(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert indicator in figure(tools, text, said)[1].indicator


def test_an_age_without_its_unit_is_no_figure(tools: Tools) -> None:
    text = "Er wonen 320 mensen, van wie bijna de helft ouder is dan 65."
    assert "65" not in said_in(read_article(tools, text))
