"""What a figure measures, in whole articles read with the language model that is shipped."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # how a group is described is not what it does
        ("31 procent van de stemmen haalde de regerende partij.", "31 procent", "stem-halen"),
        ("De leden van de vernieuwde club kregen 40 euro korting.", "40 euro", "korting"),
        (
            "Van de huurders vindt 64 procent de afgelopen jaren zwaar.",
            "64 procent",
            "zwaar",
        ),
        # who says or asks it is not what it is about
        (
            "Volgens de officier van justitie kocht hij voor 9.000 euro telefoons.",
            "9.000 euro",
            "telefoon",
        ),
        ("Het bureau sprak met 1.300 mensen die werken.", "1.300 mensen", "mens-werken"),
        (
            "Het bureau sprak in opdracht van de bond met 1.300 mensen die roken.",
            "1.300 mensen",
            "mens-roken",
        ),
        (
            "De heer Tuitert (VVD) vindt de bibliotheek duur: 145 euro per lid.",
            "145 euro",
            "bibliotheek",
        ),
        # a compound of somebody who does something is somebody too
        ("Het bouwbedrijf legde een boete neer van 3.000 euro.", "3.000 euro", "boete"),
        (
            "Het persbureau schat zijn vermogen op 100 miljoen euro.",
            "100 miljoen euro",
            "vermogen",
        ),
        # the object goes before what else is named
        (
            "In de hele buurt heeft 22 procent van de jongeren een vuurwapen gezien.",
            "22 procent",
            "vuurwapen",
        ),
        (
            "Van de kopers met een partner regelt 80 procent een testament.",
            "80 procent",
            "testament-regelen",
        ),
        # by how much the number beside it changed
        (
            "De jeugdhulp groeit. Er kwamen 223.000 gasten, ruim 5 procent meer.",
            "ruim 5 procent meer",
            "gast",
        ),
        (
            "De jeugdhulp groeit. Er waren 310 branden, een daling van 8 procent.",
            "8 procent",
            "brand",
        ),
        (
            "De jeugdhulp groeit. De club heeft 400 leden, 12 procent meer.",
            "12 procent meer",
            "lid",
        ),
        # the same together, in euros
        (
            "Er kwamen 63 aanvragen binnen, samen goed voor 402.000 euro.",
            "402.000 euro",
            "aanvraag",
        ),
        ("De raad kocht twaalf bussen, samen 3 miljoen euro.", "3 miljoen euro", "bus"),
        ("Ze diende 40 claims in, samen goed voor 9 miljoen euro.", "9 miljoen euro", "claim"),
        # a share of a group that does something, or of things
        (
            "Het aandeel jongeren dat ooit alcohol dronk, daalt: van 51% in 2015 naar 39% nu.",
            "39%",
            "alcohol-drinken",
        ),
        ("Het aandeel Duitsers zakte naar 43 procent.", "43 procent", "duitser"),
        ("Het percentage flexwoningen steeg tot 12 procent.", "12 procent", "flexwoning"),
        # the subject of the clause before
        (
            "De stijging van de lonen zwakt af, en zal uitkomen op 6 procent.",
            "6 procent",
            "loon",
        ),
        ("De opkomst viel tegen en was 37 procent.", "37 procent", "opkomst"),
        ("Het verzuim daalde vorig jaar en was 4 procent.", "4 procent", "verzuim"),
        # a number in brackets behind a group
        (
            "Een reden is dat mensen (44%) het product graag zien.",
            "44%",
            "product",
        ),
        (
            "Een deel van de klanten (30%) vindt de kassa traag.",
            "30%",
            "kassa",
        ),
        ("Ook wil een deel van de leden (40%) een nieuw veld.", "40%", "veld"),
        # the subject of a question that is answered without one
        ("Gaat de huur omhoog? Ja, met 3 procent.", "3 procent", "huur"),
        ("Wat is de leegstand? Nu nog 7 procent.", "7 procent", "leegstand"),
        (
            "Stijgt het tarief? Nee, dat niet. Gaat de toeslag omlaag? Ja, tot 40 euro.",
            "tot 40 euro",
            "toeslag",
        ),
        # what was measured last, where nothing else names it
        (
            "In Nederland leest 22 procent van de jongeren kranten.\n\n"
            "Meppel zit met 20 procent onder het gemiddelde.",
            "20 procent",
            "lezen",
        ),
    ],
)
def test_named(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert indicator in figure(tools, text, said)[1].indicator


def test_another_count_lends_no_name(tools: Tools) -> None:
    text = "In tien van de twaalf provincies won zij. Zij werd de grootste in 57 gemeenten."
    assert "provincie" not in figure(tools, text, "57 gemeenten")[1].indicator


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        # counted out of the group of a share
        (
            "Een derde van alle nachten is in Veere. Daarna volgt Sluis met 4,1 miljoen.",
            "4,1 miljoen",
            "nacht",
        ),
        (
            "De helft van de boeken is weg. Nog 300 volgen.",
            "300",
            "boek",
        ),
        # percentages that are called so
        (
            "Voor sigaretten is dat 9 procent. Eerder lagen die percentages op 17 en 12.",
            "17",
            "percent",
        ),
        ("Van de huizen is 9 procent leeg. Het percentage daalt naar 7.", "7", "percent"),
        # a second amount without its currency
        ("In Assen betaal je 5,50 euro en in Emmen nog geen vijf.", "nog geen vijf", "EUR"),
        ("Een kaart kost 8 euro, voor leden in de winter 6.", "6", "EUR"),
        # the share behind 'tegen'
        ("Meisjes roken vaker dan jongens: 25 tegen 19 procent.", "25", "percent"),
        # a level that a verb leads to
        ("De bank schat het woningtekort op 294.000.", "294.000", None),
        ("Het tekort aan huizen stijgt naar 585.000 in 2030.", "585.000", None),
        ("De kring wil het ledental verhogen tot 900.", "900", None),
    ],
)
def test_unit_left_out(tools: Tools, text: str, said: str, unit: str | None) -> None:
    assert figure(tools, text, said)[1].unit == unit


@pytest.mark.parametrize(
    ("text", "said", "population"),
    [
        (
            "Het aantal klachten steeg. Twee op de drie gaan over te laat komen.",
            "Twee op de drie",
            "klachten",
        ),
        (
            "De leerlingen kregen een toets. Ruim 40 procent haalde die niet.",
            "Ruim 40 procent",
            "leerlingen",
        ),
        ("Winkels hebben het zwaar. Een op de tien sluit dit jaar.", "Een op de tien", "winkels"),
        # with a group of its own it needs no other
        ("De winkels bloeien. 30 procent van de cafés sluit.", "30 procent", "cafés"),
    ],
)
def test_group_of_the_sentence_before(tools: Tools, text: str, said: str, population: str) -> None:
    assert figure(tools, text, said)[1].population == population


@pytest.mark.parametrize(
    "text",
    [
        "De raad bespreekt drie scenario's.",
        "Het bedrag gaat in twee stappen omlaag.",
        "Er gelden vier voorwaarden.",
    ],
)
def test_how_something_goes_is_no_figure(tools: Tools, text: str) -> None:
    assert said_in(read_article(tools, text)) == []


def test_many_of_them_are_a_figure(tools: Tools) -> None:
    assert said_in(read_article(tools, "De raad bespreekt 340 maatregelen.")) == ["340 maatregelen"]
