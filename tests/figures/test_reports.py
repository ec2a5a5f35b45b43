"""Texts that report: on a survey, on last year, on a region, in whole articles."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

TODAY = "2024-06-11"  # when the articles were published
ACHTERHOEK, ZEEUWS_VLAANDEREN = "region:achterhoek", "region:zeeuws-vlaanderen"


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # shares in the present tense are those of when people were asked
        (
            "Aan de buurtmonitor deden in 2023 ruim 900 inwoners mee.\n\n"
            "Van de ouderen is 31 procent eenzaam.",
            "31 procent",
            "2023",
        ),
        (
            "Het onderzoek werd gehouden in november 2023 onder huurders.\n\n"
            "Een op de vijf huurders heeft schulden.",
            "Een op de vijf",
            "2023-11",
        ),
        (
            "De vragenlijst is in 2023 ingevuld door 400 scholieren.\n\n"
            "Van de jongens rookt 9 procent.",
            "9 procent",
            "2023",
        ),
        # not what is planned, not what is no outcome, not an old survey, nor a text without one
        (
            "Aan de buurtmonitor deden in 2023 ruim 900 inwoners mee.\n\n"
            "De gemeente heeft 14 consulenten.",
            "14 consulenten",
            TODAY,
        ),
        (
            "Aan de buurtmonitor deden in 2012 ruim 900 inwoners mee.\n\n"
            "Van de ouderen is 31 procent eenzaam.",
            "31 procent",
            TODAY,
        ),
        (
            "In 2023 opende de gemeente een loket.\n\nVan de ouderen is 31 procent eenzaam.",
            "31 procent",
            TODAY,
        ),
    ],
)
def test_outcomes_of_a_survey(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("title", "text", "said", "period"),
    [
        (
            "Dit deden wij in 2023",
            "Dit jaar komen er 90 laadpalen bij.\n\nWij plaatsten 212 hekken.",
            "212 hekken",
            "2023",
        ),
        (
            "Wat de brandweer in 2023 meemaakte",
            "In 2024 zijn er 31 oefeningen.\n\nDe brandweer redde 64 dieren.",
            "64 dieren",
            "2023",
        ),
        # a title that looks ahead dates nothing of the past
        (
            "Meppel wilde in 2030 van het gas af",
            "De politie hield dertien mannen aan.",
            "dertien mannen",
            TODAY,
        ),
    ],
)
def test_a_title_that_looks_back(
    tools: Tools, title: str, text: str, said: str, period: str
) -> None:
    assert figure(tools, text, said, title=title)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        (
            "In de Achterhoek staan veel huizen leeg. Dat blijkt uit een telling.\n\n"
            "In Winterswijk staan 40 huizen leeg. In de hele regio zijn dat er 900.",
            "900",
            ACHTERHOEK,
        ),
        (
            "Boeren in Zeeuws-Vlaanderen klagen over droogte. Zij willen hulp.\n\n"
            "Terneuzen telt 12 bedrijven en Hulst telt er 14. Terneuzen wil water.\n\n"
            "Gemiddeld is de oogst in de streek 8 procent lager.",
            "8 procent lager",
            ZEEUWS_VLAANDEREN,
        ),
        # a region that is only where a town lies
        (
            "Winterswijk ligt in de Achterhoek en bouwt.\n\n"
            "Winterswijk is vol. De regio groeit.\n\nEr komen 300 woningen.",
            "300 woningen",
            "GM0294",
        ),
    ],
)
def test_a_text_about_a_region(tools: Tools, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said, title="Nieuws van vandaag")[1].place == place


@pytest.mark.parametrize(
    "text",
    [
        "De rekenaars van de provincie zijn somber. Er wonen 34.000 mensen.",
        "De provincie waarschuwde al eerder. Het gaat om 34.000 mensen.",
        "Dat vindt de provincie ook. Het aantal groeit tot 34.000 mensen.",
    ],
)
def test_a_province_that_acts_lends_no_place(tools: Tools, text: str) -> None:
    said = "34.000 mensen"
    assert figure(tools, text, said)[1].place == "GM0119"


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        # a passage is set in the place that it opens with
        (
            "In Assen moet het beter. De wachtlijst groeit. Er staan 174 huizen leeg.",
            "174 huizen",
            "GM0106",
        ),
        # and a quote is of who was just said to be somewhere
        (
            "Directeur Vos van de bibliotheek in Zwolle rekent het voor. "
            "“We hebben het over 2.800 mensen.”",
            "2.800 mensen",
            "GM0193",
        ),
        # but not where it names another place, or the text speaks for itself
        (
            "In Assen moet het beter, vindt Meppel. Er staan 174 huizen leeg.",
            "174 huizen",
            "GM0119",
        ),
        (
            "De bibliotheek in Zwolle sluit. Wij hebben 2.800 leden.",
            "2.800 leden",
            "GM0119",
        ),
        # 'landelijk' behind another number is the place of that one
        ("In Meppel rookt 12 procent, tegen 14 procent landelijk.", "12 procent", "GM0119"),
        ("Van de ouderen valt 9 procent, tegen 8% landelijk.", "8%", "NL"),
        # a quarter that is called after somebody of a province
        ("In de Brabander staan 18 huizen leeg.", "18 huizen", "GM0119"),
    ],
)
def test_whose_place_it_is(tools: Tools, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said)[1].place == place


@pytest.mark.parametrize(
    "text",
    [
        "De werkloosheid daalde in twaalf dorpen. In Nijeveen was het percentage 6 procent.",
        "De werkloosheid steeg in drie wijken. In Noord was het percentage 6 procent.",
        "De armoede steeg in drie wijken. In Noord was het percentage met 6 procent het hoogst.",
    ],
)
def test_a_share_is_of_what_was_named_and_not_of_what_was_counted(tools: Tools, text: str) -> None:
    found = figure(tools, text, "6 procent")[1]
    assert found.indicator in {"werkloosheid", "armoede"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Aan het eind van het jaar resteerde 48.500 euro.", "2023-10/2023-12"),
        ("Aan het eind van het jaar bleef er 48.500 euro over.", "2023-10/2023-12"),
        ("Aan het eind van het jaar kost het plan 48.500 euro.", "2024-10/2024-12"),
        ("Aan het eind van dit jaar zou het plan 48.500 euro kosten.", "2024-10/2024-12"),
    ],
)
def test_the_end_of_a_year_that_is_over(tools: Tools, text: str, period: str) -> None:
    assert figure(tools, text, "48.500 euro")[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        ("Van de kinderen is 14 procent te zwaar.", "14 procent", "overgewicht"),
        ("Te zwaar is 51 procent van de inwoners.", "51 procent", "overgewicht"),
        ("Een op de acht ouderen is te zwaar.", "Een op de acht", "overgewicht"),
        ("Een op de zes inwoners zorgt voor een naaste.", "Een op de zes", "mantelzorg"),
        ("Van de vrouwen zorgt 19 procent voor een zieke naaste.", "19 procent", "mantelzorg"),
    ],
)
def test_health_in_other_words(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator


def test_what_is_too_heavy_and_no_person(tools: Tools) -> None:
    text = "Van de vrachtwagens was 14 procent te zwaar."
    assert figure(tools, text, "14 procent")[1].indicator != "overgewicht"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Assen telt 70.000 zielen. Van onze lezers is 61 procent tegen een fusie.", "GM0119"),
        ("In Zwolle staan 300 huizen leeg. Wij zien dat 61 procent klaagt.", "GM0119"),
        # in a quote 'wij' is who speaks
        ("In Zwolle is 8 procent arm. “Dat valt mee. Bij ons klaagt 61 procent.”", "GM0193"),
    ],
)
def test_who_writes_of_themselves(tools: Tools, text: str, place: str) -> None:
    assert figure(tools, text, "61 procent")[1].place == place


def test_an_inhabitant_that_describes_is_a_place(tools: Tools) -> None:
    text = "De huren stijgen. In de Leeuwarder naoorlogse wijken staat 8 procent leeg."
    assert figure(tools, text, "8 procent")[1].place == "GM0080"
