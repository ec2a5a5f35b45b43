"""What measures, values, ratios and comparatives are of, read with the model that is shipped."""

from __future__ import annotations

import pytest
from articles import figure, read_article

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # what is behind a unit is measured, whoever does something with it
        ("De douane vond 3 ton cocaïne.", "3 ton", "cocaine"),
        ("De boeren bewerken 40 hectare grond.", "40 hectare", "grond"),
        ("In dorpen werd 41 kilo aan oud papier opgehaald.", "41 kilo", "oud-papier"),
        ("Er moeten vier kilometer oude rioolbuizen weg.", "vier kilometer", "oude-rioolbuis"),
        ("De fabriek stootte 300 ton stikstof uit.", "300 ton stikstof", "stikstof"),
        ("De partij koper van 12 ton is weer terecht.", "12 ton", "koper"),
        # an amount with its unit is no noun that a phrase hangs on
        ("Een verlies van 3 miljoen op een omzet van 40 miljoen euro.", "40 miljoen euro", "omzet"),
        # but not behind a unit in millions, or before 'lange'
        ("De binnenhavens sloegen 31 miljoen ton over.", "31 miljoen ton", "binnenhaven"),
        # what has a value, counted or not
        (
            "De rechter veroordeelde een bende na de roof van 740 laptops ter waarde van 2 ton.",
            "2 ton",
            "waarde-laptop",
        ),
        (
            "De politie vond een lading wijn met een waarde van 40.000 euro.",
            "40.000 euro",
            "waarde-lading-wijn",
        ),
        # what there is more or less of
        (
            "Nachtwerkers hebben de helft minder klachten dan gedacht.",
            "de helft minder",
            "klacht",
        ),
        ("De proef leverde de wijk 5 procent minder afval op.", "5 procent minder", "afval"),
        # a group right behind a ratio
        ("Een op de tien verkochte auto's is elektrisch.", "Een op de tien", "auto-elektrisch"),
        ("Twee op de drie zaken worden geseponeerd.", "Twee op de drie", "zaak-seponeren"),
        (
            "De politie vermoedt dat drie op de tien slachtoffers aangifte doen.",
            "drie op de tien",
            "slachtoffer-aangifte",
        ),
        ("Een op de acht scholieren voelt zich onveilig.", "Een op de acht", "onveilig-voelen"),
        # a rate is of what is counted, and not of what it is held against
        (
            "Het aantal vacatures steeg naar 88 per 100 werklozen.",
            "88 per 100 werklozen",
            "vacature",
        ),
        # an adjective with its preposition
        ("In 2015 was 62 procent tevreden met de bus.", "62 procent", "tevreden-met-bus"),
        (
            "De verkoop van biologisch is met 8 procent gestegen.",
            "8 procent",
            "verkoop-van-biologisch",
        ),
        # a price of what is a group elsewhere
        ("Hier werden huizen voor 302.000 euro verkocht.", "302.000 euro", "huis-verkopen"),
        # of whom it is known is another noun phrase than what they have
        ("Ruim 30 procent heeft volgens de bond een schuld.", "Ruim 30 procent", "schuld"),
        # a verb that opens the sentence is no name
        ("Gaf in 2015 nog 30 procent aan dat het werk zwaar is.", "30 procent", "werk-zwaar"),
        # words that look like a plural, and one that is always one
        ("Van het bier was 81 procent pils.", "81 procent", "bier-pils"),
        ("Een buspas blijft 26 euro per kwartaal.", "26 euro", "buspas"),
        ("Er is voor 3 miljoen euro aan goederen gestolen.", "3 miljoen euro", "goederen"),
        # a sentence before a colon is no label of things that are told apart
        (
            "Er kwamen meer mensen helpen in het dorp: 310 automobilisten en 280 fietsers.",
            "310 automobilisten",
            "automobilist",
        ),
        ("De wachtlijst was nooit zo lang: 95 adressen.", "95 adressen", "wachtlijst"),
    ],
)
def test_indicator(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Een op de vijf (20 procent) heeft meerdere banen.", "baan"),
        ("Een op de vier (26 procent) invalkrachten moet overwerken.", "invalkracht-overwerken"),
    ],
)
def test_a_share_said_again_in_brackets_divides_nothing(
    tools: Tools, text: str, indicator: str
) -> None:
    assert {f.indicator for f in read_article(tools, text).figures} == {indicator}


def test_a_group_with_a_number_of_its_own_is_not_that_of_another(tools: Tools) -> None:
    text = "In de monitor noemt de helft (52 procent) zich eenzaam, van de ouderen 44 procent."
    groups = {f.value: f.population for f in read_article(tools, text).figures}
    assert (groups[52], groups[44]) == (None, "ouderen")


def test_what_a_share_thinks_is_not_what_rises(tools: Tools) -> None:
    text = (
        "Van de leden is 40 procent ontevreden over de premie.\n\nDe premie stijgt met 3 procent."
    )
    assert [f.indicator for f in read_article(tools, text).figures][-1] == "premie"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # numbers told in turn
        (
            "Het ging bij de brand en de explosie om respectievelijk 12 en 40 gewonden.",
            ["gewonde-brand", "gewonde-explosie"],
        ),
        (
            "De verkoop van kaas, boter en melk steeg met respectievelijk 2, 4 en 6 procent.",
            ["verkoop-van-kaas", "verkoop-van-boter", "verkoop-van-melk"],
        ),
        (
            "Vleeskuikens en leghennen stoten respectievelijk 12 en 7 procent uit.",
            ["vleeskuiken", "leghen"],
        ),
        # but not of groups of people, nor of places
        ("Meppel en Assen kregen respectievelijk 12 en 7 procent.", ["krijgen", "krijgen"]),
        # a verb that is left out
        (
            "Een kaartje kost 4 euro, een dagkaart 9 euro en een abonnement 80 euro.",
            ["kosten-kaartje", "kosten-dagkaart", "kosten-abonnement"],
        ),
        ("De winst steeg met 4 procent, de omzet met 5 procent.", ["winst", "omzet"]),
        (
            "De premie steeg met 4 procent, terwijl zorg en wonen 5 procent duurder werden.",
            ["premie", "zorg"],
        ),
        ("De leegstand was vorig jaar 4 procent, dit jaar 6 procent.", ["leegstand", "leegstand"]),
        # what the phrase at the front sets apart
        (
            "Aan wegen gaf de gemeente 4 miljoen euro uit, aan bruggen was dat 3 miljoen euro.",
            ["uitgave-weg", "uitgave-brug"],
        ),
        (
            "Voor een kamer betaal je 500 euro. Voor een appartement is dat 900 euro.",
            ["betaling-kamer", "betaling-appartement"],
        ),
        # also where a relative clause stands between
        (
            "Aan wegen werd 4 miljoen euro besteed. Aan bruggen, die oud zijn, was dat 9 miljoen.",
            ["uitgave-weg", "uitgave-brug"],
        ),
        ("Aan de haven, die verzandt, werd 4 miljoen euro besteed.", ["uitgave-haven"]),
        # a compound that is taken up by its head
        (
            "Er waren 31 verkeersincidenten, vorig jaar steeg dat naar 52 incidenten.",
            ["verkeersincident", "verkeersincident"],
        ),
        # what 'ervan' and 'daarvan' stand for
        ("Ook thee bleef populair, de consumptie ervan steeg 10 procent.", ["consumptie-thee"]),
        (
            "De uitbreiding van het museum is uitgesteld. De kosten daarvan zijn 4 miljoen euro.",
            ["kosten-uitbreiding-van-museum"],
        ),
        # a noun that says nothing gives way
        ("Vorig jaar werden 325 gevallen van griep gemeld.", ["griep"]),
        # when and why are not what
        (
            "De huur daalt met 3 procent. Na de brand was een daling te zien van 20 procent.",
            ["huur", "huur"],
        ),
        # 'het aantal' in the clause before
        ("Het aantal inbraken is gedaald; in Assen waren dat er 79.", ["inbraak"]),
    ],
)
def test_indicators(tools: Tools, text: str, indicators: list[str]) -> None:
    assert [f.indicator for f in read_article(tools, text).figures] == indicators
