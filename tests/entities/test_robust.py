"""Whatever the text: no crash, sound offsets, and time that grows with the text."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.entities import find_entities, load_gazetteer
from pipeline.records import Clean, EntityFacts, Sentence

Build = Callable[..., tuple[list[Sentence], Clean]]

_PIECES = st.sampled_from(
    [
        "Assen",
        "van",
        "der",
        "Jan",
        "J.",
        "wethouder",
        "(",
        ")",
        ",",
        "SP",
        "-",
        "'",
        "’t",
        "zegt",
        "Berg",
        "de",
        "gemeente",
        "Stichting",
        "en",
        "Yorneo",
        "NVB",
        "12",
        "…",
        "\u00ad",
        "É",
        "ß",
        "\n",
        "Utrecht",
        "provincie",
        "Best",
        ".",
        "„",
        "”",
        "CU",
        "/",
        "&",
        "İ",
    ]
)


@settings(
    max_examples=150,
    deadline=None,
    # The fixture is a plain function: it holds nothing from one example to the next.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pieces=st.lists(_PIECES, max_size=30))
def test_any_order_of_words(build: Build, pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences, clean = build(text)
    facts = find_entities(sentences, clean, load_gazetteer())
    for mention in facts.mentions:
        assert text[mention.start : mention.end] == mention.surface != ""
        assert 0 < mention.score <= 1
    known = set(load_gazetteer().by_id) | {entity.id for entity in facts.found}
    assert {m.entity for m in facts.mentions if m.entity} <= known
    assert {r.person for r in facts.roles} <= known
    spans = [(m.start, m.end) for m in facts.mentions]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    "piece",
    [
        *("Jan van ", "A. ", "Assen, ", "( ", "Stichting van ", "Ab-", "Best ", "Nederlandse "),
        *("Assen groeit.\\n", "Stichting Centraal ", "meldt De Krant Abc ", "A B-"),
    ],
)
def test_long_repetitions_take_little_time(find: Callable[..., EntityFacts], piece: str) -> None:
    text = piece * (50_000 // len(piece))
    began = time.process_time()
    find(text)
    assert time.process_time() - began < 3


def test_gazetteer_travels_to_workers() -> None:
    gazetteer = load_gazetteer()
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.lookup("Assen") == gazetteer.lookup("Assen")
    assert copy.entities == gazetteer.entities


def test_sentence_split_in_a_name(build: Build) -> None:
    text = "Dat zegt wethouder Wieke Hofstra tegen ons."
    sentences, clean = build(text)
    cut = text.index("Hofstra")
    whole = sentences[0]
    parts = [
        type(whole)(0, 0, cut - 1, text[: cut - 1], 0, "body", whole.tokens),
        type(whole)(1, cut, len(text), text[cut:], 0, "body", whole.tokens),
    ]
    facts = find_entities(parts, clean, load_gazetteer())
    assert [m.surface for m in facts.mentions] == ["Wieke Hofstra"]
