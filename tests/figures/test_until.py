"""Times without a beginning, and times that date what was said or written."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # as many were counted when that day came
        ("Tot 1 mei kwamen er 40 aanvragen binnen.", "40 aanvragen", "2024-04-30"),
        ("Tot nu toe kwamen er 40 aanvragen binnen.", "40 aanvragen", "2024-06-11"),
        # what goes on until then, from now on
        (
            "De gemeente trekt tot en met 2027 jaarlijks 75.000 euro uit voor sport.",
            "75.000 euro",
            "2024-06-11/2027",
        ),
        # what is to be so by then is so then
        ("Afgesproken is dat uiterlijk eind 2027 64 huizen klaar zijn.", "64 huizen", "2027-12"),
        # the day of a letter or a decision is not that of the figure
        (
            "Namens 43 ouders reageren wij op uw besluit van 23 november 2023.",
            "43 ouders",
            "2024-06-11",
        ),
        # when it was said, and when it was so
        (
            "De gemeente sprak in mei nog van 2.980 arme gezinnen in 2022.",
            "2.980",
            "2022",
        ),
        ("In mei kregen 2.980 gezinnen een brief.", "2.980 gezinnen", "2024-05"),
        # a change that says 'dat is' is of the same time as what was told just before
        (
            "Er zijn 40 bomen. Vorig jaar werden 312 ritten afgezegd. Dat is een derde meer.",
            "een derde meer",
            "2023",
        ),
        # the lead tells of the time of the numbers that it rests on
        (
            "Wie wil trouwen, wacht 27 weken. Dat blijkt uit cijfers over december 2023.",
            "27 weken",
            "2023-12",
        ),
        ("Wie wil trouwen, wacht 27 weken. Dat blijkt uit een rondgang.", "27 weken", "2024-06-11"),
        # a whole text rests on them, wherever its opening says so
        (
            "Een derde van de boeren stopt. De conclusies zijn gebaseerd op cijfers uit 2021.\n\n"
            "De bond schrikt.\n\nIn Meppel zijn 300 boeren.",
            "300 boeren",
            "2021",
        ),
        (
            "Een derde van de boeren stopt. De bond heeft cijfers uit 2021.\n\nIn Meppel zijn 300 "
            "boeren.",
            "300 boeren",
            "2024-06-11",
        ),
    ],
)
def test_until(tools: Tools, text: str, said: str, period: str) -> None:
    _, found = figure(tools, text, said)
    assert found.period == period
