"""Counts of one noun that measure different things have different names."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

GROUPS = "Chirurgie is met 1.140 wachtenden de grootste, gevolgd door oogheelkunde (905)."
SINKING = "Bij de ramp kwamen 38 matrozen om het leven, en raakten 90 matrozen gewond."
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
        # what became of them, and not where
        ("Bij de aardbeving zijn zeker 300 ruiters gewond geraakt.", "zeker 300 ruiters", "gewond"),
        ("Bij de brand kwamen 14 bewoners om het leven.", "14 bewoners", "omkomen"),
        ("Door de storm zijn 2.000 mensen dakloos geworden.", "2.000 mensen", "dakloos"),
        ("In de rivier verdronken 40 koeien.", "40 koeien", "verdrinken"),
        (SINKING, "38 matrozen", "omkomen"),
        (SINKING, "90 matrozen", "gewond"),
        (
            "Daar kwamen drie ruiters, onder wie twee dames, om het leven.",
            "drie ruiters",
            "omkomen",
        ),
        ("Bij de ramp op drie schepen zijn 38 matrozen om het leven gekomen.", "drie schepen", ""),
        ("De 12 gewonden zijn naar Zwolle gebracht.", "12 gewonden", ""),
        ("In de tent liggen 30 ruiters, van wie vier zwaargewond.", "vier", "zwaargewond"),
        ("Wij hielpen 300 boeren met gewonde dieren.", "300 boeren", "gewonde-dier-helpen"),
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
