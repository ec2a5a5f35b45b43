"""Changes and their direction: the clause of the number decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

UP = "|none|direction=up"
DOWN = "|none|direction=down"
D = "|direction=down"

ROWS = [
    # two levels, each with the number of people in brackets
    (
        "Het aandeel steeg van 4 procent (292 leden) naar 8 procent (546 leden).",
        [
            f"van 4 procent (292 leden) naar 8 procent|change|percentage_point|4{UP}",
            "4 procent|share|percent|4",
            "292 leden|count|lid|292",
            "8 procent|share|percent|8",
            "546 leden|count|lid|546",
        ],
    ),
    # by how much and to what, or between what and what
    (
        "Het aantal inwoners steeg met 300 tot 47.900.",
        [f"300|change|None|300{UP}", "47.900|count|None|47900|none"],
    ),
    (
        "De schuld daalde met 2 miljoen tot 31 miljoen euro.",
        [f"2 miljoen|change|EUR|2000000{DOWN}", "31 miljoen euro|money|EUR|31000000"],
    ),
    (
        "De huur steeg met 2 tot 10 procent.",
        ["2 tot 10 procent|change|percent|2~10|range|direction=up"],
    ),
    ("De winkel meldt 3% groei.", [f"3%|change|percent|3{UP}"]),
    ("De winkel meldt 3% omzetgroei.", [f"3%|change|percent|3{UP}"]),
    ("Er volgde 4 procent koersdaling.", [f"4 procent|change|percent|4{DOWN}"]),
    ("Men verwacht 2 procent economische krimp.", [f"2 procent|change|percent|2{DOWN}"]),
    ("Zij meldt dat de ledengroei 12% was.", [f"12%|change|percent|12{UP}"]),
    ("De ledengroei was 12%.", [f"12%|change|percent|12{UP}"]),
    ("De daling van de rente bedroeg 2 procent.", [f"2 procent|change|percent|2{DOWN}"]),
    ("Er was een stijging van de huren van 3 procent.", [f"3 procent|change|percent|3{UP}"]),
    ("Het fonds kreeg er 1,8% bij.", [f"1,8%|change|percent|1.8{UP}"]),
    ("Zij kreeg 10 procent korting bij de kassa.", ["10 procent|share|percent|10"]),
    ("De huur steeg met op jaarbasis 3,1%.", [f"3,1%|change|percent|3.1{UP}"]),
    (
        "Het geluid neemt tot 90 procent af.",
        ["tot 90 procent|change|percent|90|at_most|direction=down"],
    ),
    ("De groei is met 6 procent afgenomen.", [f"6 procent|change|percent|6{DOWN}"]),
    ("De krimp van de markt nam met 3 procent toe.", [f"3 procent|change|percent|3{UP}"]),
    (
        "De prijs steeg, en het verzuim is met 3 procent gedaald.",
        [f"3 procent|change|percent|3{DOWN}"],
    ),
    ("Terwijl de omzet steeg, bleef 3 procent thuis.", ["3 procent|share|percent|3"]),
    ("Met 3 procent, terwijl de omzet steeg, sloot het jaar.", ["3 procent|share|percent|3"]),
    ("De omzet steeg en 3 procent vertrok.", ["3 procent|share|percent|3"]),
    ("Plus heeft 3 procent van de markt.", ["3 procent|share|percent|3"]),
    ("De winkels van Plus hebben 12 procent van de markt.", ["12 procent|share|percent|12"]),
    ("Een plus van 12 procent volgde.", [f"12 procent|change|percent|12{UP}"]),
    ("De daling bij zaken met 50 mensen viel mee.", ["50 mensen|count|mens|50"]),
    (
        "De lonen stegen met 3 en 4 procent.",
        [f"3|change|percent|3{UP}", f"4 procent|change|percent|4{UP}"],
    ),
    (
        "Het tempo steeg 3 procent in Assen en 5 procent in Emmen.",
        [f"3 procent|change|percent|3{UP}", f"5 procent|change|percent|5{UP}"],
    ),
    (
        "De huur steeg 3 procent en 5 procent van de bewoners verhuist.",
        [f"3 procent|change|percent|3{UP}", "5 procent|share|percent|5"],
    ),
    # the verb behind it says more than a noun that may be the level itself
    ("De zaak zag de winst 5 procent dalen.", [f"5 procent|change|percent|5{DOWN}"]),
    ("Zij zag de koerswinst 2 procent slinken.", [f"2 procent|change|percent|2{DOWN}"]),
    ("Men boekte een winst van 4 procent.", [f"4 procent|change|percent|4{UP}"]),
    # what comes on top
    ("Daarbovenop komt nog 40 euro.", [f"40 euro|change|EUR|40{UP}"]),
    ("Daarbovenop kwamen 20 donateurs.", [f"20 donateurs|change|donateur|20{UP}"]),
    ("Daarbovenop ligt 40 meter zand.", ["40 meter|measure|metre|40"]),
    ("De daling is te zien van 20%.", ["20%|share|percent|20"]),
    ("Er was een daling te zien van 20%.", [f"20%|change|percent|20{DOWN}"]),
    ("De beurs ging van winst naar 0,2% verlies.", [f"0,2%|change|percent|0.2{DOWN}"]),
    ("Terwijl het fonds 0,4% verloor.", [f"0,4%|change|percent|0.4{DOWN}"]),
    ("Het fonds raakte 1,6 procent kwijt.", [f"1,6 procent|change|percent|1.6{DOWN}"]),
    ("Beide winnen 1%.", [f"1%|change|percent|1{UP}"]),
    # what answers a rise or fall told before
    ("De laagste huurstijging was in Drenthe: 1,9%.", [f"1,9%|change|percent|1.9{UP}"]),
    ("De groei was hoger; allebei 3,3 procent.", [f"3,3 procent|change|percent|3.3{UP}"]),
    (
        "De groei was 2,5% en dus hoger dan vorig jaar (2,3%).",
        [f"2,5%|change|percent|2.5{UP}", f"2,3%|change|percent|2.3{UP}"],
    ),
    (
        "De prijs steeg met 8,2%. Dat is minder dan de 9,6% van vorig jaar.",
        [f"8,2%|change|percent|8.2{UP}", f"9,6%|change|percent|9.6{UP}"],
    ),
    (
        "Huizen zijn 4% duurder dan toen. In Gent is dat gemiddeld 12%.",
        ["4% duurder|change|percent|4|direction=up", f"12%|change|percent|12{UP}"],
    ),
    ("Na de groei is het marktaandeel nu hoger (12%).", ["12%|share|percent|12"]),
    ("Ondanks de groei is de werkloosheid laag: 3%.", ["3%|share|percent|3"]),
    ("Bij de daling was de kans groter: 60% van hen.", ["60%|share|percent|60"]),
    ("Bijna iedereen is tegen de verlaging: 64%.", ["64%|share|percent|64"]),
    ("De stijging komt vooral uit de wijk (60%).", ["60%|share|percent|60"]),
    ("Ondanks de groei is de bezetting lager dan 50%.", ["50%|share|percent|50|at_most"]),
    (
        "De werkloosheid daalde met 2%. In Gent is dat 12%.",
        [f"2%|change|percent|2{DOWN}", "12%|share|percent|12"],
    ),
    ("Ruim 30% verloor zijn baan.", ["Ruim 30%|share|percent|30|above"]),
    ("De partij die met 52% won, juicht.", ["52%|share|percent|52"]),
    ("De groei viel tegen. In Gent is dat 12%.", ["12%|share|percent|12"]),
    # to lose so many of what one has
    ("De lijst verloor in mei bijna tien zetels.", [f"bijna tien zetels|change|zetel|10|below{D}"]),
    ("Hij raakte 300 klanten kwijt.", [f"300 klanten|change|klant|300{DOWN}"]),
    ("Zij leverde drie zetels in.", [f"drie zetels|change|zetel|3{DOWN}"]),
    ("De bond is 4000 leden kwijtgeraakt.", [f"4000 leden|change|lid|4000{DOWN}"]),
    ("Er gaan 60 banen verloren.", [f"60 banen|change|baan|60{DOWN}"]),
    ("De bond kreeg er vorig jaar 300 leden bij.", [f"300 leden|change|lid|300{UP}"]),
    ("De bond won 300 leden.", ["300 leden|count|lid|300"]),
    ("De ploeg verloor drie wedstrijden.", ["drie wedstrijden|count|wedstrijd|3"]),
    ("Ruim 20 leden verloren hun baan.", ["Ruim 20 leden|count|lid|20|above"]),
    ("De lijst met 20 zetels verloor veel.", ["20 zetels|count|zetel|20"]),
    # the way that a leap went
    ("Het fonds deed een sprong voorwaarts van 6 procent.", [f"6 procent|change|percent|6{UP}"]),
    ("De beurs sloot met een min van 0,7 procent.", [f"0,7 procent|change|percent|0.7{DOWN}"]),
    ("De koers zakte na een plus tot 31 euro.", ["31 euro|money|EUR|31"]),
    (
        "Het aantal daalde met 123, ruim 9 procent.",
        [f"123|change|None|123{DOWN}", "ruim 9 procent|change|percent|9|above|direction=down"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_change(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
