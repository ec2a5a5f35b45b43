"""Millions whose currency was told just before."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("De stad geeft 9 miljoen euro uit. Voor sport gaat het om 2 miljoen.", "2 miljoen", "EUR"),
        (
            "De bond haalde 8,4 miljoen dollar op. De jeugd krijgt het grootste deel, 5,8 miljoen.",
            "5,8 miljoen",
            "USD",
        ),
        # other millions were told in between
        (
            "Het kost 9 miljoen euro. Er wonen 3 miljoen mensen. Daarvan zijn er 2 miljoen oud.",
            "2 miljoen",
            "mens",
        ),
    ],
)
def test_unit(tools: Tools, text: str, said: str, unit: str) -> None:
    assert figure(tools, text, said)[1].unit == unit
