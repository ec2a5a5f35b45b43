"""Amounts without their currency, and tons that are money or weight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS = [
    # a sign between two numbers is that of the second
    ("De kosten bedroegen in 2022 € 1,45 miljoen.", ["€ 1,45 miljoen|money|EUR|1450000"]),
    ("In 2021 € 300 en in 2022 € 400.", ["€ 300|money|EUR|300", "€ 400|money|EUR|400"]),
    ("Een kaartje kost 12 €.", ["12 €|money|EUR|12"]),
    ("De wethouder wil acht ton bezuinigen.", ["acht ton|money|EUR|800000"]),
    ("Het tekort is groot. De raad zoekt nog acht ton.", ["acht ton|money|EUR|800000"]),
    ("Het budget bleef gelijk. Er is nog acht ton.", ["acht ton|money|EUR|800000"]),
    (
        "De begroting kent een gat van een slordige acht ton.",
        ["een slordige acht ton|money|EUR|800000|about"],
    ),
    ("De verbouwing kostte negentig mille.", ["negentig mille|money|EUR|90000"]),
    ("De klok weegt acht ton.", ["acht ton|measure|tonne|8"]),
    ("De kosten vielen mee. De klok weegt acht ton.", ["acht ton|measure|tonne|8"]),
    ("Er ligt acht ton aardappelen op de kade.", ["acht ton|measure|tonne|8"]),
    ("De provincie staat voor 6 miljoen garant.", ["6 miljoen|money|EUR|6000000"]),
    ("De stichting krijgt 4,4 miljoen subsidie.", ["4,4 miljoen|money|EUR|4400000"]),
    ("De brug kost 10 tot 25 miljoen.", ["10 tot 25 miljoen|money|EUR|10000000~25000000|range"]),
    ("De club mag 12,4 miljoen uitgeven.", ["12,4 miljoen|money|EUR|12400000"]),
    ("Het zorgbudget steeg naar 12,4 miljoen.", ["12,4 miljoen|money|EUR|12400000"]),
    ("Het gezin heeft 2 miljoen schulden.", ["2 miljoen|money|EUR|2000000"]),
    (
        "Eerst was het 1,1 mln, daarna 2 mln euro.",
        ["1,1 mln|money|EUR|1100000", "2 mln euro|money|EUR|2000000"],
    ),
    (
        "De fusie bracht 3 miljoen dollar op. Vorig jaar was dat 4 miljoen.",
        ["3 miljoen dollar|money|USD|3000000", "4 miljoen|money|USD|4000000"],
    ),
    (
        "Het kanaal heeft 6 miljoen leden en is 2 miljoen keer bekeken.",
        ["6 miljoen leden|count|lid|6000000", "2 miljoen keer|count|keer|2000000"],
    ),
    (
        "Eerst keken 3 miljoen mensen, later 4 miljoen.",
        ["3 miljoen mensen|count|mens|3000000", "4 miljoen|count|None|4000000"],
    ),
    (
        "De bouw kostte 3 miljoen euro.\n\nHet dorp ontving er 4 miljoen.",
        ["3 miljoen euro|money|EUR|3000000", "4 miljoen|count|None|4000000"],
    ),
    # nothing is counted, and the words around it are of money
    ("In 2027 dreigt een gat van 5,7 miljoen.", ["5,7 miljoen|money|EUR|5700000"]),
    ("In de reservepot zit nog 3,1 miljoen.", ["3,1 miljoen|money|EUR|3100000"]),
    ("De schouwburg hield 1,2 miljoen over.", ["1,2 miljoen|money|EUR|1200000"]),
    ("Het waterschap komt 4 miljoen tekort.", ["4 miljoen|money|EUR|4000000"]),
    ("De oplage steeg naar 1,2 miljoen.", ["1,2 miljoen|count|None|1200000"]),
    # the text told of millions of money, further up
    (
        "De haven boekt 7 miljoen euro winst.\n\nVoor de kade is 1,3 miljoen bestemd.",
        ["7 miljoen euro|money|EUR|7000000", "1,3 miljoen|money|EUR|1300000"],
    ),
    (
        "De bouw kostte 3 miljoen dollar.\n\nDe eigenaar wil daar 4 miljoen voor terug.",
        ["3 miljoen dollar|money|USD|3000000", "4 miljoen|money|USD|4000000"],
    ),
    (
        "De haven boekt 7 miljoen euro winst.\n\nHet aantal reizigers steeg naar 2 miljoen.",
        ["7 miljoen euro|money|EUR|7000000", "2 miljoen|count|None|2000000"],
    ),
    (
        "De haven boekt 7 miljoen euro winst.\n\nIn Japan waren er dat jaar 2 miljoen.",
        ["7 miljoen euro|money|EUR|7000000", "2 miljoen|count|None|2000000"],
    ),
    (
        "De haven boekt 7 miljoen euro winst.\n\nEr varen 3 miljoen mensen mee.\n\n"
        "Het werden 4 miljoen.",
        [
            "7 miljoen euro|money|EUR|7000000",
            "3 miljoen mensen|count|mens|3000000",
            "4 miljoen|count|None|4000000",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_amount(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
