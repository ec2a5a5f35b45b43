from __future__ import annotations

import time
import unicodedata

import pytest

from pipeline.clean import clean
from pipeline.load import load
from pipeline.load.decoding import Decoded, normalise_line_ends, repair
from pipeline.records import SourceFile

SENTENCE = "De financiële zorgen in Súdwest-Fryslân kosten € 3 miljoen, aldus ‘één’ raadslid."


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1252", True),
    ],
)
def test_encodings(encoding: str, guessed: bool) -> None:
    loaded = load(SourceFile("a.txt", SENTENCE.encode(encoding)))
    assert loaded.text == SENTENCE
    assert ("encoding_guessed" in {issue.code for issue in loaded.issues}) is guessed


def test_line_ends_and_nul() -> None:
    assert normalise_line_ends("a\r\nb\rc\x00d") == "a\nb\nc\ufffdd"
    loaded = load(SourceFile("a.txt", b"Eerste regel tekst\r\nTweede\x00 regel tekst\r\n"))
    assert loaded.text == "Eerste regel tekst\nTweede\ufffd regel tekst\n"


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("de financiÃ«le zorg", "de financiële zorg"),
        ("zoâ€™n twaalf procent", "zo’n twaalf procent"),
        ("kosten: â‚¬ 12", "kosten: € 12"),
    ],
)
def test_mojibake_is_repaired_and_reported(damaged: str, mended: str) -> None:
    text = "Eerste regel.\n" + damaged
    result = repair(text)
    assert result.text == "Eerste regel.\n" + mended
    (issue,) = result.issues
    assert issue.code == "mojibake_repaired"
    assert issue.start is not None
    assert issue.end is not None
    assert not result.text[issue.start : issue.end].isascii()


@pytest.mark.parametrize(
    "text",
    [
        "‘Eén’ ‚twee’ „drie” “vier” ’vijf’",
        "ﬁets en ½ liter, 3 × 4, 20 °C",
        "a\u00a0b\u2009c",
        "&eacute;n &amp; twee",
    ],
)
def test_what_is_no_mojibake_stays(text: str) -> None:
    assert repair(text).text == text


def test_long_text_is_decoded_in_time() -> None:
    started = time.process_time()
    repair("Ã«" * 20_000 + "\n" + "’é" * 30_000)
    assert time.process_time() - started < 3


def test_loose_accents_are_composed_and_offsets_hold() -> None:
    written = unicodedata.normalize("NFD", "Eén café in Dedemsvaart: financiële zorgen.")
    loaded = load(SourceFile("a.txt", written.encode()))
    assert loaded.text == "Eén café in Dedemsvaart: financiële zorgen."
    assert [issue.code for issue in loaded.issues if issue.code != "language_unsure"] == [
        "accents_composed"
    ]
    cleaned = clean(loaded)
    start = cleaned.view.text.index("café")
    first, last = cleaned.view.to_original(start, start + 4)
    assert loaded.text[first:last] == "café"


@pytest.mark.parametrize("text", ["m² ½ ﬁ", "één „citaat” …"])
def test_what_is_composed_stays_as_it_is(text: str) -> None:
    assert repair(text) == Decoded(text)
