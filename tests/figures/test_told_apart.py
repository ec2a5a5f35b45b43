"""Counts of one noun that measure different things have different names."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

GROUPS = "Chirurgie is met 1.140 wachtenden de grootste, gevolgd door oogheelkunde (905)."
BLANK = "Van de 41.000 stemmen waren er 168 blanco en 121 ongeldig."


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # what did not come about is not what did
        ("Er werden 312 vluchten op het laatste moment geannuleerd.", "312 vluchten", "annuleren"),
        ("We hebben 318 aanvragen afgewezen.", "318 aanvragen", "afwijzen"),
        ("Er werden 312 vluchten uitgevoerd.", "312 vluchten", ""),
        ("De boer liet 40 koeien ruimen.", "40 koeien", "ruimen"),
        ("De gemeente wil 40 bomen kappen.", "40 bomen", "kappen"),
        # what they are for
        ("Er zijn 58 plekken voor monteurs.", "58 plekken", "voor-monteur"),
        # but where they are is told by the place
        ("Er zijn 58 plekken in de hal.", "58 plekken", ""),
        # of which group they are
        (GROUPS, "1.140 wachtenden", "chirurgie"),
        (GROUPS, "905", "oogheelkunde"),
        # what is said of them
        (BLANK, "168", "blanco"),
        (BLANK, "121", "ongeldig"),
        ("Bij 3.740 stemmen ging het om een volmacht.", "3.740 stemmen", "volmacht"),
    ],
)
def test_told_apart(tools: Tools, text: str, said: str, indicator: str) -> None:
    _, found = figure(tools, text, said)
    _, _, more = found.indicator.partition("-")
    assert more == indicator


def test_who_has_a_title_is_not_measured(tools: Tools) -> None:
    text = "Het bestuurslid Klaas de Wit wil 2 miljoen euro uitgeven."
    _, found = figure(tools, text, "2 miljoen euro")
    assert "bestuurslid" not in found.indicator
