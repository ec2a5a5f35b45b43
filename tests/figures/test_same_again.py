"""A figure in other units, numbers without their noun, and 'procent' that means points."""

from __future__ import annotations

import pytest
from tagged_documents import Reader


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "Het tekort op de begroting is 4,4 miljoen euro oftewel 22 procent van het budget.",
            "4,4 miljoen",
            "22 procent",
        ),
        ("De leegstand is 310 panden ofwel 4 procent van de voorraad.", "310 panden", "4 procent"),
        ("In 2022 waren er 1.200 laptops (8 procent) voor leerlingen.", "1.200", "8 procent"),
        ("Het tekort bedraagt 4,4 miljoen euro (22 procent).", "4,4 miljoen", "22 procent"),
        (
            "De opbrengst van parkeren is 3 miljoen euro, omgerekend/ADV 12 procent.",
            "3 miljoen",
            "12 procent",
        ),
    ],
)
def test_said_again_in_another_unit(read: Reader, sentence: str, first: str, second: str) -> None:
    reading = read(sentence)
    assert reading.figure(second).indicator == reading.figure(first).indicator
    assert reading.why(reading.figure(second), "indicator") == reading.why(
        reading.figure(first), "indicator"
    )


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Het tekort is 3 miljoen euro en de leegstand is 4 procent.", "3 miljoen", "4 procent"),
        # too far apart
        (
            "De leegstand is 310 panden, zegt de raad in een nieuwe brief, dus/ADV de werkloosheid "
            "is 4 procent.",
            "310 panden",
            "4 procent",
        ),
        # the same unit is another figure
        ("De leegstand is 4 procent (de werkloosheid 3 procent).", "4 procent", "3 procent"),
    ],
)
def test_not_said_again(read: Reader, sentence: str, first: str, second: str) -> None:
    reading = read(sentence)
    assert reading.figure(second).indicator != reading.figure(first).indicator


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        # within a sentence
        (
            "In 2022 waren er 121 gewonden, 61 op provinciale wegen en 32 in de wijk.",
            "61",
            "gewonde",
        ),
        (
            "In 2022 waren er 121 gewonden, 61 op provinciale wegen en 32 in de wijk.",
            "32",
            "gewonde",
        ),
        # the currency, where a scale shows that it is money
        ("De uitgaven waren in 2021 31,6 miljoen euro, in 2023 38,4 miljoen.", "38,4", "EUR"),
        # counted out of what follows
        ("In Assen zitten 7.900 van de 56.400 huishoudens zonder stroom.", "7.900", "huishouden"),
        ("In Assen zitten 79 van 564 huishoudens zonder stroom.", "79", "huishouden"),
        (
            "In Assen zitten 79 van de ongeveer 564 huishoudens zonder stroom.",
            "79",
            "huishouden",
        ),
        # from the sentence before, with a word that points back
        ("In 2021 waren er 140 inbraken. In 2022 waren dat er 187.", "187", "inbraak"),
        ("In 2021 waren er 140 inbraken. Nu zijn het er 120.", "120", "inbraak"),
    ],
)
def test_numbers_without_their_noun(read: Reader, text: str, said: str, unit: str) -> None:
    reading = read(text)
    assert reading.figure(said).unit == unit
    assert reading.figure(said).indicator == reading.figures[0].indicator


def test_the_whole_that_follows_is_nearer_than_the_noun_before(read: Reader) -> None:
    reading = read(
        "In 2022 waren er 121 gewonden, nu zitten 61 van ongeveer 300 huishoudens zonder stroom."
    )
    assert reading.figure("61").unit == "huishouden"


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 waren er 140 inbraken.\nHet zijn er 60.",  # another passage
        "In 2021 waren er 140 inbraken. In Assen staan 60.",  # no word points back
        "In 2021 waren er 140 inbraken. De raad volgt het. De raad volgt het. De raad volgt het. "
        "Het zijn er 60.",  # too far
    ],
)
def test_nouns_are_not_lent_out_of_reach(read: Reader, text: str) -> None:
    assert read(text).said == ["140 inbraken"]


@pytest.mark.parametrize(
    ("text", "said", "unit", "shown_by"),
    [
        (
            "De leegstand was 6 procent in 2021. In 2022 was de leegstand 9 procent, "
            "een stijging van 3 procent.",
            "3 procent",
            "percentage_point",
            "9 procent",
        ),
        (
            "De leegstand was 6,4 procent in 2021 en 9,1 procent in 2022, 2,7 procent meer.",
            "2,7 procent",
            "percentage_point",
            "9,1 procent",
        ),
        # more exact than the levels that it would be read off
        (
            "De leegstand was 6 procent in 2021. In 2022 was de leegstand 9 procent, "
            "een stijging van 3,6 procent.",
            "3,6 procent",
            "percent",
            None,
        ),
        # half of six is three: percent is meant
        (
            "De leegstand was 6 procent in 2021. In 2022 was de leegstand 9 procent, "
            "een stijging van 50 procent.",
            "50 procent",
            "percent",
            None,
        ),
        # levels of two different things show nothing
        (
            "De leegstand was 6 procent in 2021. De werkloosheid was 9 procent, "
            "een stijging van 3 procent.",
            "3 procent",
            "percent",
            None,
        ),
        # one level shows nothing
        (
            "In 2022 was de leegstand 9 procent, een stijging van 3 procent.",
            "3 procent",
            "percent",
            None,
        ),
        # said in points already
        (
            "De leegstand was 6 procent in 2021. In 2022 was de leegstand 9 procent, "
            "een stijging van 3 procentpunt.",
            "3 procentpunt",
            "percentage_point",
            None,
        ),
    ],
)
def test_percent_that_means_points(
    read: Reader, text: str, said: str, unit: str, shown_by: str | None
) -> None:
    reading = read(text)
    figure = reading.figure(said)
    assert figure.unit == unit
    assert reading.why(figure, "unit") == (shown_by and ("arithmetic", shown_by))
