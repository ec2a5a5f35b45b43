"""Ways of saying a period, and numbers that only look like one.

Own sentences, expressions in brackets; the date of the text is Monday 8 July 2019.
"""

from __future__ import annotations

import re

import pytest

from pipeline.periods import find
from pipeline.records import Anchor

MONDAY = Anchor("2019-07-08", "2019-07-08")

Case = tuple[str, tuple[str | None, ...]]

ABOUT_OR_BEFORE: list[Case] = [
    (
        "Voor [het vierde kwartaal] verwacht de bank een omzet van 3 miljoen.",
        ("2019-10/2019-12",),
    ),
    ("De cijfers voor [het derde kwartaal] volgen.", ("2019-07/2019-09",)),
    ("Het moet [voor het vierde kwartaal] klaar zijn.", ("../2019-09-30",)),
    ("[Voor de winter] wordt er gebouwd.", ("../2019-11-30",)),
    ("Voor [heel 2019] is er geld.", ("2019",)),
    ("Voor [2020] is er geen geld.", ("2020",)),
    ("[Voor 2030] moeten de daken vol zijn.", ("../2029-12-31",)),
    ("Het besluit volgt [uiterlijk over zes dagen].", ("../2019-07-14",)),
]

NUMBERS: list[Case] = [
    ("Er is 2000 of 3000 duizend kuub gewonnen.", ()),
    ("Er is 1995 of 2010 kuub nodig.", ()),
    ("Het rapport bevat 2018 tot 2500 meldingen.", ()),
    ("Er gaat tussen 1950 en 2100 liter in.", ()),
    ("De prijs van 2019 woningen viel mee.", ()),
    ("[In 2015] of [2016] stopte de bus.", ("2015", "2016")),
    ("[Tussen 2015 en 2019] daalde het.", ("2015/2019",)),
]

GUESSES: list[Case] = [
    ("[Over een week of vijf] is het klaar.", ("2019-08-12/2019-08-18",)),
    ("[Een jaar of tien geleden] was het klaar.", ("2009",)),
    ("Hij fietst al [een jaar of twintig].", ("P20Y",)),
    ("Dat duurt [een week] of [twee weken].", ("P1W", "P2W")),
    ("Een kind van een jaar of vier viel.", ()),
    ("Het duurt [vier tot zes weken].", ("P6W",)),
    ("[Over vier tot zes weken] is het klaar.", ("2019-08-05/2019-08-25",)),
    ("[Twee of drie maanden geleden] was het klaar.", ("2019-04/2019-05",)),
    ("[Een kwart eeuw geleden] was hier een haven.", ("1994",)),
    ("Hij werkte er [een kwart eeuw].", ("P25Y",)),
]

ROWS: list[Case] = [
    ("Op [12] en [14 mei] was de winkel dicht.", ("2019-05-12", "2019-05-14")),
    ("Op [3], [5] en [7 juni 2018] was er markt.", ("2018-06-03", "2018-06-05", "2018-06-07")),
    ("Op [30 en 31 mei] was er markt.", ("2019-05-30/2019-05-31",)),
    ("[Tussen 12 en 14 mei] was er markt.", ("2019-05-12/2019-05-14",)),
    ("In [de jaren vijftig en zestig] groeide het.", ("1950/1969",)),
    ("[De jaren tachtig] en 40 huizen.", ("1980/1989",)),
    ("[De jaren '16-'18] waren slecht.", ("2016/2018",)),
    ("In ['16-'18] en [2012-'14] ook.", ("2016/2018", "2012/2014")),
    ("[Afgelopen maand] was het nat, [de afgelopen maand] ook.", ("2019-06", "2019-06/2019-07")),
]

SETS_AND_AGES: list[Case] = [
    ("[Elke eerste maandag van de maand] is er overleg.", ("R/P1M",)),
    ("[Elke vrije zaterdag] is er overleg.", ("R/P1W",)),
    ("Het dagelijks bestuur zweeg.", ()),
    ("Met haar 41 jaar is zij de oudste.", ()),
    ("De wethouder die inmiddels zestig jaar is, stopt.", ()),
    ("De 150 jaar oude brug is gesloopt.", ()),
    ("Het bestaat inmiddels [zestig jaar].", ("P60Y",)),
    ("Het was een jaar dat tegenviel.", ()),
]


@pytest.mark.parametrize(
    ("marked", "values"), [*ABOUT_OR_BEFORE, *NUMBERS, *GUESSES, *ROWS, *SETS_AND_AGES]
)
def test_form(marked: str, values: tuple[str | None, ...]) -> None:
    found = find(re.sub(r"[\[\]]", "", marked), MONDAY)
    wanted = list(zip(re.findall(r"\[([^]]*)\]", marked), values, strict=True))
    assert [(time.surface, time.edtf or time.iso8601) for time in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "vorige week", "vorige week maandag", "vorig kwartaal", "de tweede helft van vorig jaar",
        "begin dit jaar", "eind maart", "het einde van de zomer", "de laatste week van juni",
        "vorig schooljaar", "het afgelopen jaar", "dit weekend", "over drie weken", "tot dinsdag",
        "over vier tot zes weken", "de afgelopen vijf jaar", "vorige eeuw", "binnenkort", "nu",
        "vorig jaar november", "dinsdag", "op 7 november", "in het derde kwartaal",
        "sinds een jaar",
    ],
)  # fmt: skip
def test_without_a_date_only_the_days_are_open(text: str) -> None:
    (dated,) = find(text, MONDAY)
    (undated,) = find(text)
    assert (undated.edtf, undated.earliest, undated.latest) == (None, None, None)
    assert undated.anchored == "open"
    shared = ("start", "end", "kind", "granularity", "iso8601")
    assert [getattr(undated, name) for name in shared] == [getattr(dated, name) for name in shared]
