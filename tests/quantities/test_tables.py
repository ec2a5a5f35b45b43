"""Cells take unit, multiplier and noun from the head of their column."""

from __future__ import annotations

import pytest

from pipeline.quantities import find, find_table, find_tables


def test_head_gives_unit_and_multiplier() -> None:
    text = "Gemeente\t2021\t2022*\tBanen (x 1.000)\nAssen\t12,3%\t11,9%*\t31,2\n"
    table = find_table(text)
    assert table is not None
    assert [(c.quantity.value, c.quantity.unit) for c in table.cells] == [
        (12.3, "percent"),
        (11.9, "percent"),
        (31200.0, None),
    ]
    assert [other.surface for other in table.others] == ["2021", "2022*", "1.000"]
    cell = table.cells[2]
    assert cell.row is not None
    assert cell.column is not None
    assert text[slice(*cell.row)] == "Assen"
    assert text[slice(*cell.column)] == "Banen (x 1.000)"


def test_caption_gives_what_the_head_leaves_out() -> None:
    text = "Uitgaven (bedragen in euro)\nPost | Begroot | Besteed\nWmo | 1.250.000 | -15.000"
    found = find(text)
    assert [(q.value, q.unit) for q in found.quantities] == [(1250000, "EUR"), (-15000, "EUR")]


def test_signs_in_a_column_tell_directions() -> None:
    text = "Wijk | 2021 | Mutatie\nNoord | 4.980 | +4,6%\nZuid | 4.290 | -4,1%\nOost | 310 | +12\n"
    found = [(q.kind, q.value, q.direction) for q in find(text).quantities]
    assert [row for row in found if row[0] == "change"] == [
        ("change", 4.6, "up"),
        ("change", 4.1, "down"),
        ("change", 12, "up"),
    ]
    # without a plus in the column a minus is a level below zero
    below = find("Post | Saldo\nWmo | -15.000\nWegen | 9.000\n").quantities
    assert [(q.kind, q.value) for q in below] == [("count", -15000), ("count", 9000)]


def test_noun_of_the_head_is_the_unit_of_counts() -> None:
    text = "| Jaar | Aantal leerlingen | % |\n| 2019 | 1.204 | 12,4 |"
    found = find(text)
    assert [(q.value, q.unit) for q in found.quantities] == [(1204, "leerling"), (12.4, "percent")]
    assert [(o.surface, o.kind) for o in found.others] == [("2019", "date")]


def test_text_around_a_table_is_read_as_text() -> None:
    text = "Er zijn 12 scholen.\nA\tx 1.000\nB\t5\nEr zijn 13 scholen."
    found = find(text)
    assert [q.value for q in found.quantities] == [12, 5000, 13]
    for quantity in found.quantities:
        assert text[quantity.start : quantity.end] == quantity.surface


def test_a_list_of_places_is_no_table() -> None:
    text = "Assen: 10,4 procent\nHattem: 8,8 procent"
    assert find_tables(text) == ()
    assert [q.value for q in find(text).quantities] == [10.4, 8.8]


def test_a_table_takes_no_unit_from_the_paragraph_above() -> None:
    text = (
        "Het aandeel was 41 procent; een groei van 5 procent.\n\n"
        "Kwartaal | Bijstand | WW\nQ3 2022 | 798 | 604\n\nDaarna bleven er 12 over."
    )
    cells = find(text).quantities[2:]
    assert [(q.value, q.kind, q.unit) for q in cells] == [
        (798, "count", None),
        (604, "count", None),
        (12, "count", None),
    ]


def test_an_amount_in_the_line_above_is_no_caption() -> None:
    text = "Zij kregen samen 5 miljoen euro\nDorp | Leden\nElp | 31"
    assert [(q.value, q.unit) for q in find(text).quantities][1:] == [(31, None)]


def test_thousands_of_euros_and_school_years() -> None:
    found = find("Schooljaar\tLeerlingen\tKosten (x € 1.000)\n2019/2020\t731\t3.120").quantities
    assert [(q.surface, q.kind, q.unit, q.value) for q in found] == [
        ("731", "count", None, 731.0),
        ("3.120", "money", "EUR", 3_120_000.0),
    ]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Tabel 2 geeft het verzuim per wijk, in procenten van de leerlingen.", "percent"),
        (
            "Het verzuim daalde. Tabel 2 geeft het per wijk (in procenten van het totaal).",
            "percent",
        ),
        ("Hieronder staat wat elke wijk kreeg, in euro's per jaar.", "EUR"),
        ("In onderstaand overzicht staan de kosten, uitgedrukt in euro.", "EUR"),
        # what a sentence tells, and does not say of the table
        ("Tabel 2 geeft het verzuim per wijk, in 2021 was dat 5 procent.", None),
        ("De wijken zijn tevreden, in procenten dan.", None),
    ],
)
def test_unit_in_the_sentence_that_announces_the_table(line: str, unit: str | None) -> None:
    rows = "Wijk | 2021 | 2022\nNoord | 10,4 | 8,9\nZuid | 7,1 | 5,8"
    for apart in ("\n", "\n\n"):
        (table,) = find_tables(f"{line}{apart}{rows}")
        assert {cell.quantity.unit for cell in table.cells} == {unit}


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("Cijfers (bedragen in miljoenen euro's)", 8_300_000),
        ("Bedragen in duizenden euro's", 8_300),
        ("Bedragen in euro's", 8.3),
    ],
)
def test_amounts_in_millions(caption: str, value: float) -> None:
    found = find(f"{caption}\nPost | Rijk\nLoon | 8,3\nHuur | 2,1\n").quantities
    amounts = [q for q in found if q.surface == "8,3"]
    assert [(q.value, q.unit) for q in amounts] == [(value, "EUR")]
