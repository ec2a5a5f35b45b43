"""Names of several words are kept whole: beside each other, in capitals, of a company."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # two words for a noun that is still to come
        (
            "De invoer van verse en gedroogde vruchten daalde met 9 procent.",
            "9 procent",
            "invoer-van-verse-en-gedroogde-vruchten",
        ),
        # nouns beside each other under one preposition
        (
            "Er is 600 hectare aan kassen, loodsen en wegen bijgekomen.",
            "600 hectare",
            "kas-loodsen-en-wegen",
        ),
        (
            "De belasting op vlees en suiker stijgt met 4 procent.",
            "4 procent",
            "belasting-op-vlees-en-suiker",
        ),
        # but two subjects are two things
        (
            "De prijs van melk en de vraag naar kaas stegen met 3 procent.",
            "3 procent",
            "prijs-van-melk",
        ),
        # of a list that is too long its first stands for all
        (
            "De kosten van onderhoud aan daken, goten en kades zijn met 12 procent gestegen.",
            "12 procent",
            "kosten-van-onderhoud-aan-daken",
        ),
        # when is not of what
        ("De omzet van de zaak in korte tijd is 8 ton.", "8 ton", "omzet-van-zaak"),
        # phrases in capitals
        (
            "De Rentabiliteit Totaal Vermogen bedroeg 11 procent.",
            "11 procent",
            "rentabiliteit-totaal-vermogen",
        ),
        ("De bond heeft 17 Landelijke Kerndoelen opgesteld.", "17", "landelijke-kerndoel"),
        (
            "Bij de bedrijven stond Bakker Hoeven (min 2,6 procent) onder druk.",
            "min 2,6 procent",
            "bakker-hoeven",
        ),
    ],
)
def test_names(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # a level is of what changed before it
        (
            "Het aandeel Fugro noteerde 0,7 procent hoger op 8,40 euro.",
            "8,40 euro",
            "aandeel-fugro",
        ),
        (
            "De brede index klom 0,6 procent tot 303 punten en de graadmeter Zuid won 0,9 procent "
            "tot 811 punten.",
            "811 punten",
            "graadmeter-zuid",
        ),
        ("De gemiddelde huur steeg 3 procent tot 950 euro.", "950 euro", "gemiddelde-huur"),
        # 'het aandeel' is that of the company that was named
        (
            "Philips kwam met tegenvallende cijfers. Het aandeel verloor 1,7 procent.",
            "1,7 procent",
            "aandeel-philips",
        ),
        # points are of an index, also where the clause before names it
        ("De Midkap-index begint de dag met 412,3 punten.", "412,3 punten", "midkap-index"),
        (
            "De Midkap-index verliest 0,4 procent en noteert 611,2 punten.",
            "611,2 punten",
            "midkap-index",
        ),
    ],
)
def test_markets(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # who sees it is no property of them
        ("Een getuige zag drie jongens wegrennen.", "drie jongens", "jongen-wegrennen"),
        # nor what something else is for them
        ("De sluiting is een klap voor honderden vrouwen.", "honderden vrouwen", "vrouw"),
        # nor how it was held
        ("De peiling is via internet gehouden onder 2500 mensen.", "2500 mensen", "mens"),
        # nor somebody's first name, nor what is true of one of them
        ("Sanne zag hoe 12 kinderen huilden.", "12 kinderen", "kind-huilen"),
        ("Voor Wim, een van de 40 leerlingen, is het lastig.", "40 leerlingen", "leerling"),
        # what they do, undergo or belong to is
        ("In de haven werken 3000 mensen.", "3000 mensen", "mens-haven-werken"),
        ("De pensioenen van 900 mensen worden verlaagd.", "900 mensen", "mens-pensioen-verlagen"),
        ("Het festival trekt 6000 bezoekers.", "6000 bezoekers", "bezoeker-festival"),
    ],
)
def test_said_of_people(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator
