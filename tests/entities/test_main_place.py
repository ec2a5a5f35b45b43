"""The place that a document is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.entities import find_entities, load_gazetteer, main_place
from pipeline.records import Clean, Sentence

Build = Callable[..., tuple[list[Sentence], Clean]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Assen telt meer banen.\nAnders dan in Meppel groeit het in Assen.", "GM0106"),
        ("De gemeenten Assen, Meppel en Emmen werken samen.", "PV22"),
        ("De gemeenten Assen, Breda en Gouda werken samen.", None),
        ("Er zijn meer banen.", None),
        ("GGZ Drenthe groeit.", None),
        (
            "In Kampen bouwt men. In IJsselmuiden groeit het, en in IJsselmuiden daalt het.",
            "GM0166",
        ),
        ("De Hattemse scholen groeien.", "GM0244"),
        # a province and its examples
        ("Meer banen in Drenthe.\nDrenthe groeit.\nIn Assen ging het goed.", "PV22"),
        ("Friese havens.\nFryslân groeit.\nIn Harlingen en in Leeuwarden ook.", "PV21"),
        ("Zeeuws toerisme.\nZeeland groeit.\nGoes trok gasten. Goes wil meer.", "PV29"),
        ("Meer banen in Assen.\nIn Drenthe en in Assen groeit het. Drenthe juicht.", "GM0106"),
        ("Meer banen.\nDe wethouder van Assen kijkt naar Drenthe. Drenthe is groot.", "GM0106"),
        # what the whole is of which the text has told a part
        ("Een man kwam vanuit Breda.\nHet is druk in Emmen.\nIn heel Emmen is dat zo.", "GM0114"),
        ("Zij kwam uit Breda.\nHeel Goes wist het.\nHet is druk in Goes.", "GM0664"),
    ],
)
def test_main_place(build: Build, text: str, place: str | None) -> None:
    sentences, clean = build(text)
    gazetteer = load_gazetteer()
    facts = find_entities(sentences, clean, gazetteer)
    assert main_place(facts.mentions, clean, gazetteer) == place
