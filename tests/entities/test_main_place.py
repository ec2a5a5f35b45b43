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
    ],
)
def test_main_place(build: Build, text: str, place: str | None) -> None:
    sentences, clean = build(text)
    gazetteer = load_gazetteer()
    facts = find_entities(sentences, clean, gazetteer)
    assert main_place(facts.mentions, clean, gazetteer) == place
