"""Where a figure holds, in whole articles read with the language model that is shipped."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

MEPPEL, ASSEN, ZWOLLE = "GM0119", "GM0106", "GM0193"


@pytest.mark.parametrize(
    ("title", "text", "said", "place"),
    [
        # the title names a region, the dateline a town of it
        (
            "Leefbaarheid in Twente",
            "ALMELO De helft van de dorpen heeft geen winkel. Er zijn 90 buurthuizen.",
            "90 buurthuizen",
            "region:twente",
        ),
        (
            "Zeeland telt meer gasten",
            "Veere trok de meeste gasten. Dat deed het vaker.\n\nVeere is vol. Het is zomer.\n\n"
            "Er staan 300 hotels.",
            "300 hotels",
            "PV29",
        ),
        (
            "Subsidie voor Drenthe",
            "Emmen bouwt het meest. Het geld is op.\n\nEmmen wil meer. Dat kan.\n\n"
            "Er komen 40 bussen.",
            "40 bussen",
            "PV22",
        ),
        # a country that is named again and again, with towns as examples or without any
        (
            "Trouwen kost toch geld",
            "In Nederland is trouwen niet gratis. In Assen kost het 20 euro, in Zwolle 30 euro.\n\n"
            "Nederlandse paren weten dat niet. Er zijn 300 klachten.",
            "300 klachten",
            "NL",
        ),
        # national affairs, without another country
        (
            "Studeren duurder",
            "Het kabinet grijpt in. Het collegegeld wordt 2.143 euro.",
            "2.143 euro",
            "NL",
        ),
        (
            "Meer autobranden",
            "Het Centraal Bureau voor de Statistiek telde meer branden. Er waren 4.359 claims.",
            "4.359 claims",
            "NL",
        ),
        (
            "Plan voor wonen",
            "De Tweede Kamer stemde in met het plan. Er komen 900 huizen.",
            "900 huizen",
            "NL",
        ),
        (
            "Begroting afgekeurd",
            "De Franse regering zoekt geld.\n\nFrankrijk wil minder uitgeven. "
            "Het tekort is 3 procent.",
            "3 procent",
            "FR",
        ),
        (
            "Grens dicht",
            "De Duitse politie controleert meer. \n\nIn Duitsland zijn 40 posten ingericht. "
            "\n\nEr werken 900 agenten.",
            "900 agenten",
            "DE",
        ),
    ],
)
def test_of_the_document(tools: Tools, title: str, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said, title=title)[1].place == place


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        # 'daar' is the place that was named last
        ("Meppel telt 9 musea. In Assen is het druk. Daar gaan 30 cafés dicht.", "30 cafés", ASSEN),
        (
            "Meppel telt 9 agenten. In Zwolle is ruzie. Zijn er daar 16 mensen opgepakt?",
            "16 mensen",
            ZWOLLE,
        ),
        (
            "Meppel telt 9 wijken. Ze gaan naar Assen. Er wonen daar 70 gezinnen.",
            "70 gezinnen",
            ASSEN,
        ),
        # unless it belongs to a preposition
        (
            "Meppel gaf 5 miljoen euro uit. Zwolle vond dat veel. "
            "Daar staat 3 miljoen euro aan inkomsten tegenover.",
            "3 miljoen euro",
            MEPPEL,
        ),
        # all together is the document's own
        (
            "In Assen werden 40 boeken geleend. In totaal waren er 900 boeken uit.",
            "900 boeken",
            MEPPEL,
        ),
        ("In Zwolle vielen 4 bomen om. In totaal stierven 60 bomen.", "60 bomen", MEPPEL),
        ("Assen kreeg 40 euro. Totaal kost het 900 euro.", "900 euro", MEPPEL),
        # whose share it is, not of what
        ("Assen is goed voor een derde van alle Drentse banen.", "een derde", ASSEN),
        ("In Zwolle staat 20 procent van de Overijsselse bedden.", "20 procent", ZWOLLE),
        ("Van alle Nederlandse musea staat 2 procent in Assen.", "2 procent", ASSEN),
        # behind several places it is about none of them
        (
            "In Assen sloten 4 cafés en in Zwolle 6 cafés. Van de winkels staat 8 procent leeg.",
            "8 procent",
            MEPPEL,
        ),
        (
            "Assen kreeg 4 euro, Zwolle 6 euro. De rente is 3 procent.",
            "3 procent",
            MEPPEL,
        ),
        (
            "In Assen is de huur 700 euro, in Zwolle 800 euro. Een kamer kost 400 euro.",
            "400 euro",
            MEPPEL,
        ),
        # people from abroad are a group here
        ("Er werken 400 Belgen in de kassen.", "400 Belgen", MEPPEL),
        ("Van de Duitsers was 43 procent tevreden.", "43 procent", MEPPEL),
        ("De club telt 187 Fransen onder haar leden.", "187 Fransen", MEPPEL),
    ],
)
def test_of_the_sentence(tools: Tools, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said)[1].place == place


def test_the_municipalities_of_a_region(tools: Tools) -> None:
    text = "De gemeenten hebben samen 2 miljoen euro beschikbaar."
    title = "Preventie in Twente"
    assert figure(tools, text, "2 miljoen euro", title=title)[1].place == "region:twente"
    assert figure(tools, text, "2 miljoen euro")[1].place == "NL"


def test_a_minister_of_another_country_makes_no_text_dutch(tools: Tools) -> None:
    text = "De minister van Noorwegen vertrekt. Er komen 900 huizen."
    assert figure(tools, text, "900 huizen", title="Plan voor wonen")[1].place != "NL"


@pytest.mark.parametrize(
    ("title", "text", "said", "place"),
    [
        # where shares are traded is no place of figures
        (
            "Koersen dalen",
            "De aandelenbeurs in Amsterdam sloot lager. De AEX verloor 3 procent.",
            "3 procent",
            None,
        ),
        (
            "Winst voor bierbrouwer",
            "Het in Amsterdam genoteerde bedrijf maakte 40 miljoen euro winst.",
            "40 miljoen euro",
            None,
        ),
        (
            "Handel in aandelen",
            "Op de Amsterdamse beurs wisselden 300 aandelen van eigenaar.",
            "300 aandelen",
            None,
        ),
        (
            "Huren in Amsterdam",
            "De huren in Amsterdam stegen. Er kwamen 300 woningen bij.",
            "300 woningen",
            "GM0363",
        ),
        (
            "Koersen in Amerika dalen",
            "De beurs in Amsterdam wacht af. De Amerikaanse beurzen sloten 3 procent lager.",
            "3 procent lager",
            "US",
        ),
        # another country further down is a cause
        (
            "Brood wordt duurder",
            "De landelijke prijs van brood stijgt. Bakkers klagen. De oogst is klein.\n\n"
            "Dat komt door de droogte in Oekraïne. Een brood kost 3 euro.",
            "3 euro",
            "NL",
        ),
        (
            "Minimumloon omhoog",
            "Het minimumloon stijgt. Dat raakt 4000 mensen.",
            "4000 mensen",
            "NL",
        ),
        (
            "Brood wordt duurder",
            "In Oekraïne is brood duur. De landelijke prijs stijgt er. Een brood kost 3 euro.",
            "3 euro",
            "UA",
        ),
        # a part of a country lies in it, and another country does not
        ("Beving", "In Zuid-China raakten 40 mensen gewond.", "40 mensen", "CN"),
        ("Sneeuw", "In Noord-Italië bleven 300 bussen staan.", "300 bussen", "IT"),
        ("Regen", "In Oost-Duitsland liepen 12 kelders vol.", "12 kelders", "DE"),
        ("Stemmen", "In Noord-Ierland telde men 40 stemmen.", "40 stemmen", "area:noord-ierland"),
    ],
)
def test_abroad_and_at_home(
    tools: Tools, title: str, text: str, said: str, place: str | None
) -> None:
    assert figure(tools, text, said, title=title)[1].place == place
