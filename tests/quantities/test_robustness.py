"""Offsets are exact on any text, and hostile input costs no more than its length."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.quantities import find

PIECES = [
    "1", "2,5", "1.600", "€", "%", "procent", "ruim", "bijna", "van", "tot", "naar", "en", "een",
    "twaalf", "miljoen", "jaar", "mei", "2019", "op de", "per", "tussen", "-", "(", ")", "\t", "|",
    "\n", ".", ",", "jongeren", "meer", "dan", "steeg", "met", "half", "kwart", "½", "é", "e\u0308",
    "𝟙", "\u00a0", "İ", "ﬁ", "12-jarige", "65+", "de helft", "keer", "zo", "hoog", "maar", "geen",
]  # fmt: skip


def consistent(text: str) -> None:
    found = find(text)
    for item in (*found.quantities, *found.others):
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.surface
    for quantity in found.quantities:
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
    starts = [(quantity.start, quantity.end) for quantity in found.quantities]
    assert starts == sorted(starts)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", "", "  "]))
def test_any_order_of_words(words: list[str], joiner: str) -> None:
    consistent(joiner.join(words))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
@example("1/¹")  # a digit to Python that is none to read
def test_any_text(text: str) -> None:
    consistent(text)


HOSTILE = {
    "digits": "1" * 100_000,
    "points": "1." * 50_000,
    "commas": "1," * 50_000,
    "dashes": "1-" * 50_000,
    "slashes": "1/" * 50_000,
    "letters": "a" * 100_000,
    "marks": "e\u0308" * 50_000,
    "hedges": "ruim " * 20_000,
    "articles": "een " * 25_000,
    "brackets": "(" * 100_000,
    "blanks": " " * 100_000,
    "lines": "\n" * 100_000,
    "groups": "123 " * 25_000,
    "links": "http://" * 14_000,
    "word": "twintigen" * 11_000,
    "sums": "1 ton 1 mln " * 5_000,
    "listed": "1, " * 20_000,
    "changes": "nam met 1% " * 8_000,
    "surveys": "onder de 1 " * 10_000,
    "answers": "dan de 5% " * 10_000,
    "crowns": "5 kroon " * 12_500,
}

# A number every other character: the time goes into 50,000 quantities, not into looking around.
DENSE = {"ones": "1 " * 50_000, "cells": "1\t2\n" * 25_000}

# What people write; held against it, a slow machine or a busy one says nothing.
PROSE = (
    "In 2019 kregen ruim 1.600 van de 12.400 jongeren in Emmen hulp, 3 procent meer dan een jaar "
    "eerder. Dat kostte de gemeente € 4,2 miljoen.\n"
)


def seconds(text: str) -> float:
    """The processor time that reading a text takes."""
    find("12 procent")  # the word lists are read once, and not on this clock
    began = time.process_time()
    find(text)
    return time.process_time() - began


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text(name: str) -> None:
    text = HOSTILE[name]
    prose = (PROSE * (len(text) // len(PROSE) + 1))[: len(text)]
    assert seconds(text) < 10 * seconds(prose)  # with the square of its length it is hundreds


@pytest.mark.parametrize("name", sorted(DENSE))
def test_dense_text(name: str) -> None:
    text = DENSE[name]
    assert len(find(text).quantities) == 50_000
    prose = (PROSE * (len(text) // len(PROSE) + 1))[: len(text)]
    assert seconds(text) < 20 * seconds(prose)


def test_time_grows_with_length_only() -> None:
    generator = random.Random(7)
    words = [generator.choice(PIECES) for _ in range(24_000)]
    find(" ".join(words[:3000]))
    began = time.process_time()
    find(" ".join(words[:6000]))
    middle = time.process_time()
    find(" ".join(words))
    assert time.process_time() - middle < 12 * (middle - began) + 0.5


def test_result_does_not_depend_on_what_was_read_before() -> None:
    text = "Ruim 1.600 jongeren, 3 procent meer dan op 1 mei 2019."
    first = find(text)
    find("Twee ton CO2 en één van de drie.")
    assert find(text) == first
