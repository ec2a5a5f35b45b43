"""Text that no person writes, 100,000 characters of it, takes no longer than text."""

from __future__ import annotations

import time

import pytest

from pipeline.clean import clean
from pipeline.describe import describe
from pipeline.load import load
from pipeline.records import SourceFile

SIZE = 100_000
SECONDS = 30.0  # of a slow machine; where time grows with the square it is minutes
PROSE = (
    "De gemeente Emmen meldt dat het aantal jongeren met jeugdhulp in 2020 is gestegen naar ruim "
    "12 procent van alle jongeren in de gemeente.\n\n"
)


@pytest.mark.parametrize(
    "unit",
    [
        *("a", "A", "1", ".", "…", " ", "\u00a0", "\t", "\n", "\f", "-", "|", "(", "“", "\u2060"),
        *(
            "`",
            "`a",
            "a ",
            "A ",
            "A. ",
            "1 ",
            "a\t",
            "a | b\n",
            "- ",
            "a-\n",
            "[a](",
            "**a",
            "> ",
            "Ã©",
        ),
        *("www.", "a@", "in 2020 ", "in 2020; ", "volgend jaar (2025) ", "12-12-2023 | 08:15 "),
        *("? ", '"', "• ", "| ", "-\n", "\f1\n", "\t1", "AB CD ", "\u00ad", "e\u0301"),
        *("gepubliceerd op ", "Dit is een regel tekst\n"),
        *("Foto: ", "Door: Jan\n\n", "1. Wat is dit? ", "Vraag 1\n", "EMMEN - ", "Lees ook: "),
    ],
    ids=ascii,
)
def test_time_does_not_grow_with_the_square(unit: str) -> None:
    filler = (unit * (SIZE // len(unit) + 1))[:SIZE]
    for text in (f"{PROSE}b{filler}x\n", f"Nieuws uit de regio\n\na\t{filler}b\n\n{PROSE}"):
        source = SourceFile("a.md", text.encode(), b'language = "nl"\n')
        began = time.process_time()
        loaded = load(source)
        describe(loaded, clean(loaded))
        assert time.process_time() - began < SECONDS
