"""Which lengths of time are figures, in whole articles read with the shipped model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # the answer to a question, in a sentence without a verb or with a pronoun
        ("Hoe lang duurt de procedure? Gemiddeld drie weken.", "drie weken", "duur"),
        ("Hoe lang wacht een gezin op een huis? Zo'n zes jaar.", "Zo'n zes jaar", "wachttijd"),
        (
            "Hoe lang moeten ouders wachten op een plek? Dat is gemiddeld acht weken.",
            "acht weken",
            "wachttijd",
        ),
        # what a pronoun points at
        (
            "Ook de looptijd wordt ingekort. Die gaat van tien jaar naar vijf.",
            "tien jaar",
            "looptijd",
        ),
        (
            "Inwoners moeten lang wachten op hulp. Naar verluidt gaat het om een half jaar.",
            "een half jaar",
            "wachttijd",
        ),
        (
            "De rechter legde een celstraf op. Het is er een van acht maanden.",
            "acht maanden",
            "celstraf",
        ),
        # a clause without a subject of its own
        (
            "De wachttijd verschilt per wijk en loopt uiteen van twee maanden tot drie jaar.",
            "twee maanden",
            "wachttijd",
        ),
        (
            "De aanrijtijd daalde vorig jaar en kwam uit op negen minuten.",
            "negen minuten",
            "aanrijtijd",
        ),
        (
            "De termijn is verlengd en bedraagt nu twaalf weken.",
            "twaalf weken",
            "termijn",
        ),
    ],
)
def test_measured(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert indicator in figure(tools, text, said)[1].indicator


@pytest.mark.parametrize(
    "text",
    [
        "Hij wacht op een huis. Na twee jaar kreeg hij er een.",
        "De behandeling kost veel geld. Dat gaat al drie jaar zo.",
        "Ze woonde tien jaar in Assen.",
        "Hoe duur is de cursus? Binnen drie weken weet de school meer.",
    ],
)
def test_only_placing_something(tools: Tools, text: str) -> None:
    assert said_in(read_article(tools, text)) == []


def test_a_plan_in_the_answer_of_the_council(tools: Tools) -> None:
    text = (
        "Vraag 1\n\nWil het college de wachttijd terugbrengen tot vier weken?\n\n"
        "Antwoord:\n\nDat is niet haalbaar.\n\nOns streven is zeven weken.\n"
    )
    assert "zeven weken" in said_in(read_article(tools, text))
