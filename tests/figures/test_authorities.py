"""Texts by and about authorities with an area of their own, read with the language model."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

VECHTSTROMEN, AARDE = "org:ws-vechtstromen", "org:aardervaart"
MEPPEL = "GM0119"


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        # the title names it
        (
            "Waterschap Vechtstromen verhoogt belasting",
            "Het bestuur kwam in Meppel bijeen. Het duurde lang.\n\nEr zijn 300 bussen.",
            VECHTSTROMEN,
        ),
        # the opening names it, and the text goes on about it
        (
            "Tarieven bekend",
            "Het bestuur van waterschap Aardervaart heeft in Meppel de begroting vastgesteld.\n\n"
            "Er zijn 300 bussen. Het waterschap heeft plannen.",
            AARDE,
        ),
        (
            "Tarieven bekend",
            "Het bestuur van waterschap Aardervaart vergaderde in Meppel. Er zijn 300 bussen.\n\n"
            "Het waterschap heeft plannen.",
            AARDE,
        ),
        # who is only written to
        (
            "Brief over de tarieven",
            "Aan: het bestuur van waterschap Aardervaart\n\nWij wonen in Meppel. Onze boeren in "
            "Meppel klagen.\n\nEr zijn 300 bussen.",
            MEPPEL,
        ),
        # a text about a municipality
        (
            "Meppel wil droge kelders",
            "Meppel praat met waterschap Aardervaart. Er zijn 300 bussen.\n\nHet waterschap wil "
            "meer.",
            MEPPEL,
        ),
        # of two it is neither
        (
            "Tarieven bekend",
            "Waterschap Vechtstromen en waterschap Aardervaart zijn klaar. Het is tijd.\n\n"
            "Er zijn 300 bussen. Het waterschap heeft plannen.",
            None,
        ),
    ],
    ids=["title", "opening", "carried", "addressee", "municipality", "two"],
)
def test_where(tools: Tools, title: str, text: str, place: str | None) -> None:
    assert figure(tools, text, "300 bussen", title=title)[1].place == place


def test_a_place_that_its_text_speaks_of_keeps_its_figures(tools: Tools) -> None:
    text = (
        "Het waterschap wil meer. In Meppel staan 300 bussen.\n\nWaterschap Vechtstromen heeft "
        "plannen."
    )
    title = "Waterschap Vechtstromen bouwt"
    assert figure(tools, text, "300 bussen", title=title)[1].place == MEPPEL


def test_the_national_average_in_brackets(tools: Tools) -> None:
    text = (
        "In Meppel is 9 procent van de mensen eenzaam. Wij zitten daarmee boven het landelijk "
        "gemiddelde (7,4%) en boven dat van Drenthe (6,6%)."
    )
    assert figure(tools, text, "7,4%")[1].place == "NL"
