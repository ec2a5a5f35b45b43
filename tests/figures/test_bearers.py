"""Who rises or falls, and labels that say what is measured, read with the shipped model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "label"),
    [
        # a company that rises or falls itself
        ("Philips stond op een plus van 1,2 procent.", "1,2 procent", "Philips"),
        ("De bank won 1,4 procent en de verzekeraar verloor 2,8 procent.", "1,4 procent", "bank"),
        (
            "De bank won 1,4 procent en de verzekeraar verloor 2,8 procent.",
            "2,8 procent",
            "verzekeraar",
        ),
        ("ING noteerde 0,5 procent lager.", "0,5 procent lager", "ING"),
        ("Zwaargewicht Unilever (+1,4%) won terrein.", "+1,4%", "Unilever"),
        # what the company does something with
        ("De bank verhoogt de rente met 2 procent.", "2 procent", "rente"),
        ("De verzekeraar zag de winst 5 procent dalen.", "5 procent", "winst"),
        ("De bank zag de kosten 3 procent stijgen.", "3 procent", "kosten"),
        # what a group thinks of something
        ("Van de omwonenden vindt 27 procent een lift nodig.", "27 procent", "lift nodig vinden"),
        (
            "Van de buurtbewoners vindt 31 procent een hek onnodig.",
            "31 procent",
            "hek onnodig vinden",
        ),
        ("Van de leden heeft 12 procent een lift.", "12 procent", "lift"),
        # adjectives and verbs that say what money is
        ("De school is 340.000 euro kwijt aan de lift.", "340.000 euro", "kosten lift"),
        ("Voor het dak is 3 miljoen euro nodig.", "3 miljoen euro", "kosten dak"),
        ("Sluiten van de balie scheelt 40.000 euro.", "40.000 euro", "besparing sluiten van balie"),
        ("De nodige subsidie bedraagt 9.000 euro.", "9.000 euro", "nodige subsidie"),
        # how long one waits for it
        ("Het duurt elf maanden voor een kind op zwemles mag.", "elf maanden", "wachttijd zwemles"),
        ("Het duurde drie weken voordat het lek dicht was.", "drie weken", "wachttijd"),
        ("De cursus duurt drie weken voor beginners.", "drie weken", "duur cursus"),
        # what draws people is no verb of theirs
        ("De loop trekt 1.900 deelnemers.", "1.900 deelnemers", "deelnemer loop"),
        # the way that people go says nothing of what they are counted for
        ("Er kwamen 4.800 bezoekers door de draaihekjes.", "4.800 bezoekers", "bezoeker"),
        ("Er gingen 900 fietsers over de brug.", "900 fietsers", "fietser"),
        ("Vorig jaar kwamen 70 reizigers via de achterdeur.", "70 reizigers", "reiziger"),
        ("Er klaagden 90 klanten over de kassa.", "90 klanten", "klant kassa klagen"),
        ("Er zijn 300 leden met een abonnement.", "300 leden", "lid abonnement"),
    ],
)
def test_labels(tools: Tools, text: str, said: str, label: str) -> None:
    analysis, found = figure(tools, text, said)
    labels = {indicator.id: indicator.label for indicator in analysis.indicators}
    assert labels[found.indicator] == label


@pytest.mark.parametrize(
    "text",
    [
        "De hoogte wordt voor de helft bepaald door het inkomen.",
        "Het verschil werd voor een kwart verklaard door de leeftijd.",
        "De uitkomst hangt voor de helft af van het weer.",
    ],
)
def test_how_much_something_matters_is_no_figure(tools: Tools, text: str) -> None:
    assert not said_in(read_article(tools, text))


def test_how_far_something_is_filled_is_a_figure(tools: Tools) -> None:
    assert said_in(read_article(tools, "De zalen zijn voor de helft gevuld.")) == ["de helft"]


@pytest.mark.parametrize(
    ("text", "said", "statement"),
    [
        ("De bouw kost 9 miljoen. Daarbovenop komt nog eens 3 miljoen.", "3 miljoen", "change"),
        ("De huur is 600 euro. Daarbovenop kwam 40 euro.", "40 euro", "change"),
        ("De club telt 80 leden. Daarbovenop komen 20 donateurs.", "20 donateurs", "change"),
        ("De bouw kost 9 miljoen. De weg komt op 3 miljoen.", "3 miljoen", "level"),
    ],
)
def test_what_comes_on_top_is_a_change(tools: Tools, text: str, said: str, statement: str) -> None:
    assert figure(tools, text, said)[1].statement == statement
