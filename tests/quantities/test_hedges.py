"""Words that hedge, the same words where they do not, and hedges around parts and ranges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PREPOSITIONS = [
    ("Dat blijkt uit onderzoek onder 3300 leerlingen.", ["3300 leerlingen|count|leerling|3300"]),
    ("Een peiling onder duizend huurders volgt.", ["duizend huurders|count|huurder|1000"]),
    ("De enquête is gehouden onder de 2.400 leden.", ["2.400 leden|count|lid|2400"]),
    (
        "Een enquête onder ruim 5000 leraren volgt.",
        ["ruim 5000 leraren|count|leraar|5000|above"],
    ),
    ("Een steekproef onder 500 inwoners volgt.", ["500 inwoners|count|inwoner|500"]),
    ("Het bleef onder de 10.000 gasten.", ["onder de 10.000 gasten|count|gast|10000|at_most"]),
    ("Zij stemde tegen de twee.", ["twee|count|None|2"]),
    ("Er komt duidelijkheid over de 737.", ["737|count|None|737"]),
    ("Het verzuim gaat over de 300.", ["over de 300|count|None|300|at_least"]),
    ("Tegen de 40 procent stemt voor.", ["Tegen de 40 procent|share|percent|40|below"]),
    (
        "Olie werd 2 procent duurder tot $62,45.",
        [
            "2 procent duurder|change|percent|2|none|direction=up",
            "$62,45|money|USD|62.45",
        ],
    ),
    ("Er was omzetgroei tot 123,4 miljoen.", ["123,4 miljoen|money|EUR|123400000"]),
    ("De index verloor tot 2976 punten.", ["2976 punten|count|punt|2976"]),
    ("De boete is tot 300 euro.", ["tot 300 euro|money|EUR|300|at_most"]),
    ("De rente komt tot boven de 2%.", ["boven de 2%|share|percent|2|at_least"]),
    (
        "De prijzen variëren van 23,75 tot 97,65.",
        ["van 23,75 tot 97,65|count|None|23.75~97.65|range"],
    ),
]

WORDS = [
    ("Pakweg 2 tot 3 procent klaagt.", ["Pakweg 2 tot 3 procent|share|percent|2~3|range"]),
    ("Ruwweg 300 huizen staan leeg.", ["Ruwweg 300 huizen|count|huis|300|about"]),
    ("Een slordige 300 euro verdween.", ["Een slordige 300 euro|money|EUR|300|about"]),
    ("Min of meer 40 leden kwamen.", ["Min of meer 40 leden|count|lid|40|about"]),
    ("Schaars 40 leden kwamen.", ["Schaars 40 leden|count|lid|40|below"]),
    ("Nipt onder de 3 procent bleef het.", ["Nipt onder de 3 procent|share|percent|3|below"]),
    ("Ruimschoots 50 procent slaagt.", ["Ruimschoots 50 procent|share|percent|50|above"]),
]

PARTS = [
    ("Een dikke tiende van de leden kwam.", ["Een dikke tiende|share|percent|10|above"]),
    ("Een krappe vijfde van de leden kwam.", ["Een krappe vijfde|share|percent|20|below"]),
    (
        "Het scheelt een dikke tiende procentpunt.",
        ["een dikke tiende procentpunt|percentage_point|percentage_point|0.1|above"],
    ),
    (
        "De rente is een half procent per jaar.",
        ["een half procent|share|percent|0.5|none|per=per jaar"],
    ),
    ("Een kwart van hen stopt.", ["Een kwart|share|percent|25"]),
    ("Een op de vijf stopt.", ["Een op de vijf|ratio|percent|20"]),
    ("Nul procent stopt.", ["Nul procent|share|percent|0"]),
    ("De wijk kreeg 1,5 keer zoveel.", ["1,5 keer zoveel|ratio|times|1.5"]),
]

DURATIONS = [
    ("De proef duurt vier tot zes weken.", ["vier tot zes weken|duration|week|4~6|range"]),
    (
        "Er stonden drie huizen en meer dan tien schuren.",
        ["drie huizen|count|huis|3", "meer dan tien schuren|count|schuur|10|at_least"],
    ),
    ("Met vier kamers en meer ruimte.", ["vier kamers|count|kamer|4"]),
    ("Wie tien schapen en meer heeft.", ["tien schapen en meer|count|schaap|10|at_least"]),
    ("Er volgt tien jaar of langer cel.", ["tien jaar of langer|duration|year|10|at_least"]),
    ("Zij wil nog acht, negen jaar werken.", ["acht, negen jaar|duration|year|8~9|range"]),
    (
        "Dat duurt tien, vijftien, twintig jaar.",
        ["tien|duration|year|10", "vijftien|duration|year|15", "twintig jaar|duration|year|20"],
    ),
    ("Ruim acht jaar wachtte zij.", ["Ruim acht jaar|duration|year|8|above"]),
    ("Het duurt een maand of vier.", ["een maand of vier|duration|month|4|about"]),
    ("Het duurt een jaar of tien.", ["een jaar of tien|duration|year|10|about"]),
    ("Het kost een euro of twintig.", ["een euro of twintig|money|EUR|20|about"]),
]

ROWS = [*PREPOSITIONS, *WORDS, *PARTS, *DURATIONS]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_hedge(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
