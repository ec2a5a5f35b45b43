"""Units, currencies with an adjective, and numbers that take no unit or noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.quantities import find
from pipeline.records import Token

ROWS = [
    ("Haar bovendruk was 14 mmHg lager.", ["14 mmHg lager|change|mmHg|14|direction=down"]),
    ("Langs de ring hing 31 µg/m3 roet.", ["31 µg/m3|measure|microgram_per_cubic_metre|31"]),
    # the symbol of a unit that is not in the list
    ("De staaf gaf 60 kGy af.", ["60 kGy|measure|kGy|60"]),
    ("De school kocht 30 iPads.", ["30 iPads|count|iPad|30"]),
    # parts of a second, as races are told
    (
        "De roeister was zes honderdste trager.",
        ["zes honderdste trager|change|second|0.06|direction=down"],
    ),
    ("De sleeër kwam twee tiende later beneden.", ["twee tiende|duration|second|0.2"]),
    ("Hij leidt met een voorsprong van drie tienden.", ["drie tienden|duration|second|0.3"]),
    (
        "Het scheelde zeven duizendsten van een seconde.",
        ["zeven duizendsten van een seconde|duration|second|0.007"],
    ),
    ("Zes honderdste van de opbrengst is voor hem.", ["Zes honderdste|share|percent|6"]),
    ("Het park levert 40 MW.", ["40 MW|measure|megawatt|40"]),
    ("Het park levert 12 MWatt.", ["12 MWatt|measure|megawatt|12"]),
    ("Het land bouwt 3 GW bij.", ["3 GW|measure|gigawatt|3"]),
    ("De ster staat op 4 lichtjaar.", ["4 lichtjaar|measure|light_year|4"]),
    ("Een kaartje kost 200 kroon.", ["200 kroon|money|kroon|200"]),
    ("Een kaartje kost 200 Deense kronen.", ["200 Deense kronen|money|DKK|200"]),
    ("In Zweden kost een kaartje 200 kroon.", ["200 kroon|money|SEK|200"]),
    (
        "De Noor betaalde 20 kroon, in Kopenhagen kostte het bij een Deen 30 kroon.",
        ["20 kroon|money|NOK|20", "30 kroon|money|DKK|30"],
    ),
    ("Het kost 5 miljoen kroon, zegt de Tsjech.", ["5 miljoen kroon|money|CZK|5000000"]),
    ("Zij kocht 204 in plaats van 231 euro.", ["204|money|EUR|204", "231 euro|money|EUR|231"]),
    (
        "Het doek meet 81 bij 38 centimeter.",
        ["81|measure|centimetre|81", "38 centimeter|measure|centimetre|38"],
    ),
    ("Van de 20 bij elkaar.", ["20|count|None|20"]),
    (
        "Hij had twintig keer de toegestane hoeveelheid op.",
        ["twintig keer|ratio|times|20"],
    ),
    ("Zij overschreed vijf keer de norm.", ["vijf keer|count|keer|5"]),
    ("De heer Noordhoek betaalde 300 kroon.", ["300 kroon|money|kroon|300"]),
    ("Er kwamen er 20 bij 30 graden.", ["20|count|None|20", "30 graden|measure|degree|30"]),
    (
        "Er ligt tussen 1500 en 1800 ton puin.",
        ["tussen 1500 en 1800 ton|measure|tonne|1500~1800|range"],
    ),
    ("De huur varieert van 1100 tot 1400.", ["van 1100 tot 1400|count|None|1100~1400|range"]),
    ("Zij won twee keer de etappe.", ["twee keer|count|keer|2"]),
    ("Zij betaalde 30 Taiwanese dollar.", ["30 Taiwanese dollar|money|TWD|30"]),
    ("De kaas weegt 12 pond.", ["12 pond|measure|pond|12"]),
    ("De boete was 12 pond.", ["12 pond|money|GBP|12"]),
    ("De ploeg heeft 3 miljoen pond.", ["3 miljoen pond|money|GBP|3000000"]),
    (
        "Het ging van bijna 2500 boeken naar 25 procent.",
        ["bijna 2500 boeken|count|boek|2500|below", "25 procent|share|percent|25"],
    ),
    ("De bond telt 12.500 duizend leden.", ["12.500 duizend leden|count|lid|12500"]),
    ("De bond telt 378 duizend leden.", ["378 duizend leden|count|lid|378000"]),
    ("De zaak telde er 112 in maart.", ["112|count|None|112"]),
    ("Er staan 112 woningen leeg.", ["112 woningen|count|woning|112"]),
    ("De zaal telt er 650 paraat.", ["650|count|None|650"]),
    ("Het aantal van 200.000 kromp.", ["200.000|count|None|200000"]),
    (
        "Het gaat om 12, 13 en 15 procent.",
        ["12|share|percent|12", "13|share|percent|13", "15 procent|share|percent|15"],
    ),
    ("Er waren 123, 9 procent kwam.", ["123|count|None|123", "9 procent|share|percent|9"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_unit(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)


def test_a_repeated_thousand_stays_visible() -> None:
    found = find("De bond telt 12.500 duizend leden.")
    assert [(o.surface, o.kind) for o in found.others] == [("duizend", "repeated_scale")]


@pytest.mark.parametrize("word", ["best", "paraat", "kromp"])
def test_a_tagger_makes_no_noun_of_what_cannot_be_counted(word: str) -> None:
    text = f"Er waren 25 {word}."
    start = text.index(word)
    token = Token(word, start, start + len(word), word, "NOUN", "obj", 0, morph="Number=Sing")
    (quantity,) = find(text, tokens=[token]).quantities
    assert (quantity.unit, quantity.surface) == (None, "25")


def test_inhabitants_are_counted_though_a_tagger_takes_them_for_names() -> None:
    text = "Er waren 600 Almeloërs."
    start = text.index("Almeloërs")
    token = Token("Almeloërs", start, start + 9, "Almeloër", "PROPN", "obj", 0, morph="Number=Plur")
    (quantity,) = find(text, tokens=[token]).quantities
    assert (quantity.unit, quantity.surface) == ("Almeloër", "600 Almeloërs")
