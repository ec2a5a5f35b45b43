"""Numbers that are no quantities are named, and nothing disappears."""

from __future__ import annotations

import pytest

from pipeline.quantities import find

ROWS = [
    ("Op 3 mei begint het.", "3 mei", "date"),
    ("Op 3 mei 2019 begint het.", "3 mei 2019", "date"),
    ("Op 03-05-2019 begint het.", "03-05-2019", "date"),
    ("Op 2019-05-03 begint het.", "2019-05-03", "date"),
    ("Op 3.5.2019 begint het.", "3.5.2019", "date"),
    ("Op zes mei begint het.", "zes mei", "date"),
    ("In 2019 begon het.", "2019", "date"),
    ("Sinds 2019 woont zij hier.", "2019", "date"),
    ("In de periode 2015-2019 daalde het.", "2015-2019", "date"),
    ("Het schooljaar 2018/2019 begon.", "2018/2019", "date"),
    ("In de jaren 90 was dat anders.", "90", "date"),
    ("Het stamt uit 1703.", "1703", "date"),
    ("Hij leefde van 1272 tot 1302 in Gent.", "1272 tot 1302", "date"),
    ("Rond 1410 streken de boeren er neer.", "1410", "date"),
    ("Omstreeks 1650 stond er een molen.", "1650", "date"),
    ("In 1921 werken de zusjes samen.", "1921", "date"),
    ("Het is tussen 1250 en 1300 gebouwd.", "1250 en 1300", "date"),
    ("Zij betaalt alles in één keer.", "in één keer", "name"),
    ("Om 12:41 uur ging het mis.", "12:41 uur", "time"),
    ("Om 17.25 uur ging het mis.", "17.25 uur", "time"),
    ("Om half vier ging het mis.", "half vier", "time"),
    ("Om acht uur ging het mis.", "acht uur", "time"),
    ("Om kwart voor drie ging het mis.", "kwart voor drie", "time"),
    ("Om vijf voor twaalf ging het mis.", "vijf voor twaalf", "time"),
    ("Bel 0592 366 911 voor hulp.", "0592 366 911", "phone"),
    ("Bel 06-12345678 voor hulp.", "06-12345678", "phone"),
    ("Bel 0800-1234567 voor hulp.", "0800-1234567", "phone"),
    ("Het pand staat op 9401 HT Assen.", "9401 HT", "postcode"),
    ("Zij woont aan de Dorpsstraat 12a.", "12a", "house_number"),
    ("Zij woont aan de Kerkweg 5.", "5", "house_number"),
    ("Artikel 2.3 van de wet geldt.", "2.3", "law_article"),
    ("Zie artikel 7:658 van de wet.", "7:658", "law_article"),
    ("1. Wat is het tekort?", "1.", "list_marker"),
    ("12) Wat is het tekort?", "12)", "list_marker"),
    ("Zie vraag 3 hierboven.", "3", "question_number"),
    ("Zie pagina 14 van het stuk.", "14", "page_number"),
    ("Zie blz. 14 van het stuk.", "14", "page_number"),
    ("De ploeg won met 2-1 van de buren.", "2-1", "score"),
    ("Op de A28 staat een file.", "A28", "road"),
    ("Op de N34 staat een file.", "N34", "road"),
    ("De fractie van D66 stemt tegen.", "D66", "name"),
    ("De fractie van 50PLUS stemt tegen.", "50PLUS", "name"),
    ("De G40 schreef een brief.", "G40", "name"),
    ("Door Covid-19 sloot de school.", "Covid-19", "name"),
    ("De 4-daagse begint morgen.", "4-daagse", "name"),
    ("Bij nood bel je 112.", "112", "name"),
    ("De meldkamer kreeg via 112 een oproep.", "112", "name"),
    ("Er kwam een 112-melding binnen.", "112-melding", "name"),
    ("Beleggers volgen de CAC 40 met zorg.", "40", "name"),
    ("Ook de S&P 500 sloot lager.", "500", "name"),
    ("De Nikkei 225 sloot lager.", "225", "name"),
    ("De Top 2000 begint weer.", "2000", "name"),
    ("De Agenda 2030 is klaar.", "2030", "name"),
    ("Het begint rond 19.30.", "19.30", "time"),
    ("Het begint om 19.30 uur.", "19.30 uur", "time"),
    ("Het begint rond 19.30 lokale tijd.", "19.30", "time"),
    ("Zie zaaknummer 2023/1234.", "2023/1234", "reference"),
    ("Zie versie 2.3.1 van het plan.", "2.3.1", "reference"),
    ("Hij werd 19e in de uitslag.", "19e", "ordinal"),
    ("De 21ste editie begint.", "21ste", "ordinal"),
    ("Jan de Wit (43) vertrekt.", "43", "age_in_name"),
    ("Eén van de wethouders vertrekt.", "Eén", "article_word"),
    ("De een lacht, de ander huilt.", "een", "article_word"),
    ("De rechtbank acht het bewezen.", "acht", "verb"),
    ("U acht mensen tot veel in staat.", "acht", "verb"),
    ("Neem de regels in acht van de club.", "acht", "verb"),
    ("Hij rijdt in de Formule 1 mee.", "1", "name"),
    ("Zie https://example.org/a/123 voor meer.", "https://example.org/a/123", "reference"),
]


@pytest.mark.parametrize(("text", "surface", "kind"), ROWS, ids=[row[0] for row in ROWS])
def test_other(text: str, surface: str, kind: str) -> None:
    found = find(text)
    assert [q.surface for q in found.quantities] == []
    assert (surface, kind) in [(other.surface, other.kind) for other in found.others]
    assert found.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "Een man liep over straat.",
        "Zij vond een van haar boeken terug.",
        "Het was een dag om nooit te vergeten.",
        "De zaak speelt in de eerste helft van het jaar.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find(text).quantities == ()


def test_unreadable_numbers_are_reported() -> None:
    text = "De code is " + "9" * 40 + "."
    found = find(text)
    assert found.quantities == ()
    assert [text[start:end] for start, end in found.unread] == ["9" * 40]
