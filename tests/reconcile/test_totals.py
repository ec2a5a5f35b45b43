"""Totals before their parts, in lists, tables and over a year; levels held against others."""

from __future__ import annotations

from typing import Any

import pytest
from factory import told

from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.records import Finding, Stated

Given = dict[str, Any]


def count(value: float, **given: Any) -> Given:
    return {"value": value, "kind": "count", "unit": "gewonde", "indicator": "gewonde", **given}


def euros(value: float, **given: Any) -> Given:
    return {"value": value * 1e6, "half": 5e4, "kind": "money", "indicator": "besparing", **given}


def change(value: float, direction: str, **given: Any) -> Given:
    plain = {"kind": "change", "statement": "change", "unit": "percent", "said_unit": "percent"}
    return {"value": value, "direction": direction, "indicator": "gewonde", **plain, **given}


def findings(*sentences: list[Stated]) -> list[Finding]:
    return list(document_findings([figure for sentence in sentences for figure in sentence]))


def kinds(*sentences: list[Stated]) -> list[str]:
    return [finding.kind for finding in findings(*sentences)]


# ── a total before its parts ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er vielen 214 gewonden: 121 in de kom, 61 erbuiten en 32 op de snelweg.", True),
        ("Er vielen 214 gewonden, waarvan 121 in de kom, 61 erbuiten en 32 elders.", True),
        ("Er vielen 215 gewonden: 121 in de kom, 61 erbuiten en 32 op de snelweg.", False),
        ("Er vielen 214 gewonden naast 121 doden, 61 vermisten en 32 agenten.", False),
    ],
)
def test_parts_in_the_sentence_of_the_total(sentence: str, expected: bool) -> None:
    total = sentence.split()[2]
    numbers = [(each, count(float(each))) for each in (total, "121", "61", "32")]
    # What does not come out is no error: the text does not say that these are all the parts.
    assert kinds(told(sentence, *numbers)) == (["arithmetic_ok"] if expected else [])


@pytest.mark.parametrize(
    ("total", "given", "expected"),
    [
        (214, {}, ["arithmetic_ok"]),
        (215, {}, []),
        (214, {"place": "GM0114"}, []),
        (214, {"year": 2019}, []),
        (214, {"hedge": "about"}, []),
    ],
)
def test_three_counts_that_make_up_an_earlier_total(
    total: int, given: Given, expected: list[str]
) -> None:
    first = told(f"Er vielen {total} gewonden.", (str(total), count(total, **given)))
    second = told(
        "Het ging om 121 fietsers, 61 wandelaars en 32 automobilisten.",
        *((str(each), count(each)) for each in (121, 61, 32)),
        position=4,
    )
    assert kinds(first, second) == expected


@pytest.mark.parametrize(
    ("total", "places", "expected"),
    [
        (214, ("GM1", "GM2", "GM3"), ["arithmetic_ok"]),
        (214, ("GM0106", "GM2", "GM3"), ["arithmetic_ok"]),  # the name of the whole and of a part
        (214, ("GM1", "GM2", "GM2"), []),
        (214, ("GM1", "GM2", None), []),
        (215, ("GM1", "GM2", "GM3"), []),
    ],
)
def test_the_places_that_make_up_a_total(
    total: int, places: tuple[str | None, ...], expected: list[str]
) -> None:
    first = told(f"De regio telde {total} gewonden.", (str(total), count(total)))
    second = told(
        "Peel had er 121, Maasdorp 61 en Broek 32.",
        *((str(n), count(n, place=at)) for n, at in zip((121, 61, 32), places, strict=True)),
        position=2,
    )
    assert kinds(first, second) == expected


@pytest.mark.parametrize(
    ("total", "closing", "expected"),
    [
        (5.1, "Voor de overige posten is 1,6 miljoen euro nodig.", ["arithmetic_ok"]),
        (5.1, "Het restant van 1,6 miljoen euro gaat naar de reserve.", ["arithmetic_ok"]),
        (5.1, "Er resteert 1,6 miljoen euro.", ["arithmetic_ok"]),
        (5.1, "Voor wegen is 1,6 miljoen euro nodig.", []),
        (5.3, "Het restant van 1,6 miljoen euro gaat naar de reserve.", []),  # claims nothing
    ],
)
def test_parts_that_end_with_what_is_left(total: float, closing: str, expected: list[str]) -> None:
    said = f"{total:g}".replace(".", ",") + " miljoen euro"
    assert (
        kinds(
            told(f"Het verschil is {said}.", (said, euros(total))),
            told("Zorg kost 2,4 miljoen euro.", ("2,4 miljoen euro", euros(2.4)), position=2),
            told(
                "Groen viel 1,1 miljoen euro hoger uit.",
                ("1,1 miljoen euro", euros(1.1)),
                position=3,
            ),
            told(closing, ("1,6 miljoen euro", euros(1.6)), position=4),
        )
        == expected
    )


def saving(opening: str, *items: float, last: str = ".") -> list[list[Stated]]:
    text = f"Het plan bespaart 2,8 miljoen euro{opening}:"
    sentences = [told(text, ("2,8 miljoen euro", euros(2.8)), position=1)]
    for position, item in enumerate(items, start=2):
        words = f"{item} miljoen euro".replace(".", ",")
        end = last if position == len(items) + 1 else ";"
        text = f"minder van het een of ander: {words}{end}"
        sentences.append(told(text, (words, euros(item)), position=position, zone="list"))
    return sentences


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (saving(", als volgt", 1.3, 0.9, 0.6), ["arithmetic_ok"]),
        (saving(", als volgt", 1.3, 0.9, 0.1), ["arithmetic_error"]),
        (saving(", als volgt", 1.3, 0.9, last=";"), []),
        (saving(" met onder meer", 1.3, 0.9, 0.1), []),
        (saving(" met onder meer", 1.3, 0.9, 0.6), ["arithmetic_ok"]),
    ],
    ids=["fits", "does not fit", "end not read", "not claimed", "not claimed but fits"],
)
def test_a_list_under_a_total(sentences: list[list[Stated]], expected: list[str]) -> None:
    assert kinds(*sentences) == expected


# ── tables and years ──────────────────────────────────────────────────────────────────────────


def table(*rows: tuple[str, int, int]) -> list[list[Stated]]:
    made = []
    for position, (name, first, second) in enumerate(rows):
        cells = (str(first), count(first)), (str(second), count(second))
        text = f"{name} | {first} | {second}"
        made.append(told(text, *cells, position=position, zone="table"))
    return made


def test_the_columns_of_a_table_with_a_total() -> None:
    found = findings(*table(("Noord", 120, 14), ("Zuid", 95, 23), ("Totaal", 215, 37)))
    assert [each.kind for each in found] == ["arithmetic_ok"] * 2
    assert "‘120’ plus ‘95’ is 215" in found[0].explanation_nl
    assert "‘14’ plus ‘23’ is 37" in found[1].explanation_nl


def test_a_table_without_a_row_of_totals_is_no_sum() -> None:
    assert kinds(*table(("Noord", 120, 14), ("Zuid", 95, 23), ("West", 215, 37))) == []


def test_one_row_above_its_total_is_no_sum() -> None:
    assert kinds(*table(("Noord", 120, 14), ("Totaal", 120, 14))) == []


def test_a_row_that_was_not_read_makes_no_error() -> None:
    assert kinds(*table(("Zuid", 95, 23), ("Oost", 5, 2), ("Totaal", 215, 37))) == []


def year(first: int, second: int, whole: int, gap: str = "2022-07-01") -> list[Stated]:
    return told(
        f"Van januari tot juli {first}, daarna {second}; over heel 2022 {whole}.",
        (str(first), count(first, span=("2022-01-01", "2022-06-30"))),
        (str(second), count(second, span=(gap, "2022-12-31"))),
        (str(whole), count(whole, span=("2022-01-01", "2022-12-31"))),
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (year(166, 189, 355), ["arithmetic_ok"]),
        (year(166, 189, 360), []),
        (year(166, 189, 355, gap="2022-08-01"), []),
    ],
    ids=["halves of a year", "people counted twice", "a month missing"],
)
def test_periods_that_make_up_a_longer_one(figures: list[Stated], expected: list[str]) -> None:
    assert kinds(figures) == expected


# ── shares and growth ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "share", "expected"),
    [
        ("Van de aanvragen zijn 189 van de 260 (73 procent) toegekend.", 73, ["arithmetic_ok"]),
        ("Toegekend: 73 procent, ofwel 189 van in totaal 260 aanvragen.", 73, ["arithmetic_ok"]),
        ("Van de aanvragen zijn 189 van de 260 (12 procent) toegekend.", 12, []),
    ],
)
def test_shares_beside_part_and_whole(sentence: str, share: int, expected: list[str]) -> None:
    numbers = [
        ("189", count(189, indicator="aanvraag")),
        ("260", count(260, indicator="toekenning")),
        (f"{share} procent", {"value": share, "indicator": "toekenning"}),
    ]
    numbers.sort(key=lambda each: sentence.index(each[0]))
    assert kinds(told(sentence, *numbers)) == expected


@pytest.mark.parametrize(
    ("sentence", "direction", "expected"),
    [
        ("Er kwamen 5.392 klachten tegen 4.889 in mei, 10 procent meer.", "up", ["arithmetic_ok"]),
        ("Er kwamen 5.392 klachten tegen 4.889 in mei, 10 procent minder.", "down", []),
        ("Er kwamen 5.392 klachten en 4.889 vragen, 10 procent meer.", "up", []),
    ],
    ids=["fits", "the other way", "not held against each other"],
)
def test_a_level_held_against_another(sentence: str, direction: str, expected: list[str]) -> None:
    figures = told(
        sentence,
        ("5.392", count(5392)),
        ("4.889", count(4889)),
        ("10 procent", change(10, direction)),
    )
    assert kinds(figures) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tegenover gestegen kosten staat een daling met 0,9, van 5,2 naar 4,3 miljoen.", []),
        ("De kosten stegen met 0,9, van 5,2 naar 4,3 miljoen.", ["arithmetic_error"]),
    ],
)
def test_a_movement_named_beside_another_is_not_the_wrong_way(
    sentence: str, expected: list[str]
) -> None:
    figures = told(
        sentence,
        ("0,9", euros(0.9, kind="change", statement="change", unit="EUR", direction="up")),
        ("5,2", euros(5.2, part="base", together=1)),
        ("4,3 miljoen", euros(4.3, part="target", together=1)),
    )
    assert kinds(figures) == expected


def slip(sentence: str, *levels: float) -> list[str]:
    shares = [(f"{each}%", {"value": each, "indicator": "tarief"}) for each in levels]
    said = change(5, "up", unit="percentage_point", indicator="tarief")
    return kinds(told(sentence, *shares, ("5 procent", said)))


def test_a_slip_needs_one_pair_that_it_can_be_about() -> None:
    assert slip("Het tarief was 41% en is nu 46%, 5 procent meer.", 41, 46) == ["unit_slip"]
    assert slip("Het is 41%, 46% of 51%, voor velen 5 procent meer.", 41, 46, 51) == []
    assert slip("Het tarief was 100% en is nu 105%, 5 procent meer.", 100, 105) == []
