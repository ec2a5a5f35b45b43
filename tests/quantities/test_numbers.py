"""Numbers in digits and words: every notation is read, and written numbers come back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities import find
from pipeline.quantities.number_words import read_word
from pipeline.quantities.numerals import read_digits, round_step

ONES = ["", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"]
ONES += [
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = [
    "",
    "",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
]


def spell(number: int, *, trema: bool = True, teen_hundreds: bool = False) -> str:
    """Write a number below a million as Dutch writes it, in one word."""
    if number == 0:
        return "nul"
    if teen_hundreds and 1000 < number < 10_000 and number // 100 % 10 != 0:
        return below_hundred(number // 100) + "honderd" + below_hundred(number % 100)
    thousands, rest = divmod(number, 1000)
    words = ""
    if thousands:
        words = ("" if thousands == 1 else below_thousand(thousands)) + "duizend"
    words += below_thousand(rest)
    return words if trema else words.replace("ë", "e")


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = ""
    if hundreds:
        words = ("" if hundreds == 1 else ONES[hundreds]) + "honderd"
    return words + below_hundred(rest)


def below_hundred(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    if not ones:
        return TENS[tens]
    link = "ën" if ONES[ones].endswith("e") else "en"
    return ONES[ones] + link + TENS[tens]


def test_every_number_word_below_ten_thousand() -> None:
    for number in range(10_000):
        assert read_word(spell(number)) == number, spell(number)


def test_number_words_agree_with_text2num() -> None:
    """An independent reader of Dutch number words agrees on all that it can read."""
    text2num = pytest.importorskip("text_to_num")
    for number in [*range(101), *range(101, 10_000, 37), 1000, 10_000]:
        word = spell(number)
        assert read_word(word) == text2num.text2num(word, "nl"), word


@settings(max_examples=400, deadline=None)
@given(st.integers(min_value=0, max_value=999_999), st.booleans(), st.booleans())
def test_number_words_come_back(number: int, trema: bool, teens: bool) -> None:
    assert read_word(spell(number, trema=trema, teen_hundreds=teens)) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=2, max_value=999_999))
def test_number_words_are_found_in_a_sentence(number: int) -> None:
    text = f"Er zijn {spell(number)} woningen gebouwd."
    (quantity,) = find(text).quantities
    assert (quantity.value, quantity.unit) == (number, "woning")


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(min_value=0, max_value=10**9),
    st.sampled_from([".", " ", "\u00a0", "\u202f", ""]),
    st.sampled_from(["", ",5", ",25", ",75"]),
)
def test_dutch_notation_comes_back(number: int, separator: str, fraction: str) -> None:
    if separator == "." and number < 1000 and fraction == "":
        separator = ""
    written = grouped(number, separator) + fraction
    text = f"De kosten zijn € {written} hoog."
    (quantity,) = find(text).quantities
    assert quantity.value == number + float("0" + fraction.replace(",", "."))
    assert quantity.surface == f"€ {written}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.642", "1642"),
        ("19,7", "19.7"),
        ("12.5", "12.5"),
        ("1.5", "1.5"),
        ("1.500", "1500"),
        ("0.500", "0.5"),
        ("29 115", "29115"),
        ("41.250,75", "41250.75"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,500.25", "1500.25"),
        ("007", "7"),
        ("2.3.1", None),
        ("1,2,3", None),
        ("12.34,56.7", None),
        ("1" * 30, None),
    ],
)
def test_digits(text: str, value: str | None) -> None:
    digits = read_digits(text)
    assert (digits.value if digits else None) == (Decimal(value) if value else None)


@pytest.mark.parametrize(
    "word", ["zevenslaper", "honderdhonderd", "eneen", "duizendduizend", "en", "", "twintigtwee"]
)
def test_what_is_no_number_word(word: str) -> None:
    assert read_word(word) is None


@pytest.mark.parametrize(
    ("value", "step"), [(300, 60), (10, 2), (1600, 100), (12, 1), (1, 1), (50, 10), (0, 1)]
)
def test_round_step(value: int, step: int) -> None:
    assert round_step(Decimal(value), Decimal("0.2")) == step
