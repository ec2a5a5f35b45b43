"""Word vectors in bytes: known words, words made of pieces, and the way to the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from pipeline.analyse.word_vectors import REGISTERED, WordVectors, in_bytes, piece_rows, pieces

WORDS = ["Assen", "fiets", "huis"]


@pytest.fixture
def nlp() -> Language:
    rng = np.random.default_rng(3)
    made = spacy.blank("nl", config={"nlp": {"vectors": {"@vectors": REGISTERED}}})
    known = rng.normal(size=(3, 8)).astype(np.float32)
    rows = rng.normal(size=(50, 8)).astype(np.float32)
    made.vocab.vectors = WordVectors.of(made.vocab.strings, WORDS, known, rows)
    return made


def table(nlp: Language) -> Any:
    return nlp.vocab.vectors


def test_numbers_lose_little_in_a_byte() -> None:
    vectors = np.random.default_rng(1).normal(size=(40, 16)).astype(np.float32)
    small, scales = in_bytes(vectors)
    assert small.dtype == np.int8
    assert np.abs(small * scales[:, None] - vectors).max() < np.abs(vectors).max() / 200


def test_known_words_keep_their_vectors_and_others_are_made_of_pieces(nlp: Language) -> None:
    rng = np.random.default_rng(3)
    known = rng.normal(size=(3, 8)).astype(np.float32)
    rows = rng.normal(size=(50, 8)).astype(np.float32)
    got = table(nlp).get_batch(["huis", "Assen", "Zwaagwesteinde", "huis", ""])
    assert np.allclose(got[0], known[2], atol=0.02)
    assert np.allclose(got[1], known[0], atol=0.02)
    assert np.allclose(got[2], rows[piece_rows("Zwaagwesteinde", 50)].mean(axis=0), atol=0.02)
    assert (got[0] == got[3]).all()
    assert not got[4].any()


def test_pieces_know_beginning_and_end() -> None:
    assert {"<to", "on>", "<ton>"} <= set(pieces("ton"))
    assert len(piece_rows("a" * 10_000, 50)) <= 120


def test_a_pipeline_brings_its_vectors_along(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert isinstance(table(again), WordVectors)
    words = ["huis", "Zwaagwesteinde"]
    assert (table(again).get_batch(words) == table(nlp).get_batch(words)).all()
    assert again("huis")[0].vector.shape == (8,)
    assert again.meta["vectors"]["keys"] == 3
    copied = WordVectors(strings=again.vocab.strings).from_bytes(table(nlp).to_bytes())
    assert (copied.get_batch(words) == table(nlp).get_batch(words)).all()
    assert copied == table(nlp)
    assert copied != WordVectors()


def test_words_themselves_are_not_kept(nlp: Language, tmp_path: Path) -> None:
    table(nlp).to_disk(tmp_path)
    (file,) = tmp_path.iterdir()
    assert b"Assen" not in file.read_bytes()


def test_memory_of_made_words_is_bounded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.analyse.word_vectors._REMEMBERED", 10)
    for number in range(100):
        table(nlp).get_batch([f"woord{number}"])
    assert len(table(nlp)._made) <= 10


def test_an_empty_table_gives_empty_vectors() -> None:
    assert WordVectors().get_batch(["huis"]).shape == (1, 0)
