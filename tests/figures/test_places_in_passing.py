"""Places that a text names without being about them: a seat of government, one among many."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("title", "text", "said", "place"),
    [
        (
            "Boeren naar Den Haag",
            "De boeren gaan naar Den Haag. De staatssecretaris wil minder stikstof. Er staan 4000 "
            "koeien op stal.",
            "4000 koeien",
            "NL",
        ),
        (
            "Drukte in Den Haag",
            "De wethouder van Den Haag praat met de minister. Er rijden 4000 auto's te veel.",
            "4000 auto's",
            "GM0518",
        ),
        (
            "Vestiging geopend",
            "De keten is actief in 63 landen, waaronder Nederland. De omzet was 8 miljoen dollar.",
            "63 landen",
            None,
        ),
        (
            "Vestiging geopend",
            "De keten is actief in 63 landen, waaronder Nederland. De omzet was 8 miljoen dollar.",
            "8 miljoen dollar",
            None,
        ),
    ],
)
def test_place(tools: Tools, title: str, text: str, said: str, place: str | None) -> None:
    assert figure(tools, text, said, title=title)[1].place == place
