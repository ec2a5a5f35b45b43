"""Cells: the header and the row say what, where, when and in which unit."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

from pipeline.figures.context import Context

BY_PLACE = """
[caption] Bijstand in Drenthe
[table] Gemeente | 2021 | 2022
[table] Emmen | 2.310 | 2.250
[table] Assen | 1.480 | 1.520
"""
BY_YEAR = """
[heading] Schuldhulpverlening
[table] Jaar | Aanvragen | Aandeel (%) | Doorlooptijd (weken)
[table] 2021 | 310 | 61 | 7,4
[table] 2022 | 352 | 58 | 6,9
"""
IN_THOUSANDS = """
[caption] Uitgaven in 2023
[table] Post/NOUN | Kosten (x/NOUN 1.000 euro)
[table] Onderhoud | 4.123
[table] Huisvesting | 987
"""
WITHOUT_CORNER = """
[heading] Leegstand
[table] 2021 | 2022
[table] Emmen | 12% | 9%
"""
WITH_REMARKS = """
[table] Jaar | Leegstand
[table] 2021 | 12% | voorlopig
[table] 2022 | 9% | definitief
"""
PLACES_ABOVE = """
[heading] Leegstand
[table] Jaar | Zwolle | Assen
[table] 2021 | 12% | 9%
"""


COUNTED_ON = """
[heading] Woningen/NOUN per/ADP 31 december/NOUN 2022
[table] Gemeente | Woningen/NOUN
[table] Emmen | 2.310
"""
FIXED_ON = """
[heading] Tarieven/NOUN vastgesteld/VERB op/ADP 9 november/NOUN 2022
[table] Gemeente | Woningen/NOUN
[table] Emmen | 2.310
"""


@pytest.mark.parametrize(
    ("table", "said", "dimension", "bound"),
    [
        (BY_PLACE, "2.250", "indicator", ("bijstand", "table_head", "Bijstand")),
        (BY_PLACE, "2.250", "place", ("GM0114", "table_head", "Emmen")),
        (BY_PLACE, "1.480", "place", ("GM0106", "table_head", "Assen")),
        (BY_PLACE, "2.250", "period", ("2022", "table_head", "2022")),
        (BY_PLACE, "1.480", "period", ("2021", "table_head", "2021")),
        # what no cell gives is the document's
        (BY_YEAR, "352", "place", ("GM0114", "document", "")),
        (BY_YEAR, "352", "period", ("2022", "table_head", "2022")),
        (BY_YEAR, "61", "period", ("2021", "table_head", "2021")),
        # the column names it, else the heading above the table
        (BY_YEAR, "7,4", "indicator", ("doorlooptijd", "table_head", "Doorlooptijd")),
        (BY_YEAR, "61", "indicator", ("schuldhulp", "table_head", "Schuldhulpverlening")),
        (IN_THOUSANDS, "4.123", "period", ("2023", "table_head", "in 2023")),
        # a header may lack the cell above the row labels
        (WITHOUT_CORNER, "12%", "period", ("2021", "table_head", "2021")),
        (WITHOUT_CORNER, "9%", "period", ("2022", "table_head", "2022")),
        (WITHOUT_CORNER, "9%", "place", ("GM0114", "table_head", "Emmen")),
        # or the one above what rows add at their end; its first cell tells
        (WITH_REMARKS, "12%", "indicator", ("leegstand", "table_head", "Leegstand")),
        (WITH_REMARKS, "9%", "period", ("2022", "table_head", "2022")),
        (PLACES_ABOVE, "12%", "place", ("GM0193", "table_head", "Zwolle")),
        (PLACES_ABOVE, "9%", "place", ("GM0106", "table_head", "Assen")),
        (PLACES_ABOVE, "9%", "period", ("2021", "table_head", "2021")),
    ],
)
def test_heads(
    read: Reader, table: str, said: str, dimension: str, bound: tuple[str, str, str]
) -> None:
    assert read(table).bound_to(said, dimension) == bound


@pytest.mark.parametrize(
    ("table", "said", "value", "unit", "interval"),
    [
        (BY_YEAR, "310", 310.0, None, None),
        (BY_YEAR, "61", 61.0, "percent", None),
        (BY_YEAR, "6,9", 6.9, "week", None),
        # a number in thousands is rounded to thousands
        (IN_THOUSANDS, "4.123", 4_123_000.0, "EUR", (4_122_500.0, 4_123_500.0)),
        (IN_THOUSANDS, "987", 987_000.0, "EUR", (986_500.0, 987_500.0)),
        (WITHOUT_CORNER, "12%", 12.0, "percent", (11.5, 12.5)),
    ],
)
def test_units_of_the_header(
    read: Reader,
    table: str,
    said: str,
    value: float,
    unit: str | None,
    interval: tuple[float, float] | None,
) -> None:
    figure = read(table).figure(said)
    assert (figure.value, figure.unit) == (value, unit)
    assert interval is None or (figure.low, figure.high) == interval


def test_a_day_above_a_table_dates_what_was_counted_on_it(read: Reader) -> None:
    assert read(COUNTED_ON).figure("2.310").period == "2022-12-31"
    assert read(FIXED_ON).figure("2.310").period != "2022-11-09"


def test_years_in_a_table_are_no_figures(read: Reader) -> None:
    assert read(BY_PLACE).said == ["2.310", "2.250", "1.480", "1.520"]
    assert read(BY_YEAR).said == ["310", "61", "7,4", "352", "58", "6,9"]


def test_bars_outside_tables_are_no_cells(read: Reader) -> None:
    reading = read("[heading] Werkloosheid | in 2022\nDe leegstand | in Assen | is 4 procent.")
    assert reading.bound_to("4 procent", "indicator") == ("leegstand", "stated", "leegstand")


def test_rows_of_villages_under_years(read: Reader) -> None:
    """Neither the village nor 'dorp' is what is counted; the caption says it."""
    text = (
        "[heading] Aantal winkels per/ADP dorp/NOUN\n"
        "[table] Dorp/NOUN | 2022 | 2023\n[table] Pesse | 21 | 25\n[table] Totaal/ADJ | 38 | 84"
    )
    figures = read(text).figures
    assert {figure.indicator for figure in figures} == {"winkel"}
    assert [figure.period for figure in figures] == ["2022", "2023", "2022", "2023"]


CAPTION_BELOW = """
Tussen/ADP de wijken/NOUN zijn/VERB verschillen/NOUN .
[table] Wijk/NOUN | Huishoudens/NOUN | Aandeel/NOUN
[table] Noordkant/PROPN | 2.700 | 17%
[table] Zuidkant/PROPN | 3.150 | 12%
[caption] Tabel/NOUN 1 . Leegstand/NOUN per/ADP wijk/NOUN , 2021 .
"""


def test_a_caption_below_a_table_says_what_and_when(read: Reader) -> None:
    """A head of its own goes before; the name of a neighbourhood is not what is measured."""
    reading = read(CAPTION_BELOW)
    assert reading.figure("17%").indicator == "leegstand"
    assert reading.figure("2.700").indicator == "huishouden"
    assert {figure.period for figure in reading.figures} == {"2021"}


def test_a_table_is_read_once(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times as many rows cost four times as much, not sixteen times."""
    located = 0
    span = Context.span

    def counted(self: Context, start: int, end: int) -> tuple[int, int]:
        nonlocal located
        located += 1
        return span(self, start, end)

    monkeypatch.setattr(Context, "span", counted)
    costs = []
    for rows in (25, 100):
        located = 0
        lines = (f"[table] Soort {n} | {100 + n} | {200 + n}" for n in range(rows))
        reading = read("\n".join(("[table] Soort | Verkoop/NOUN | Verhuur/NOUN", *lines)))
        assert len(reading.said) == 2 * rows
        costs.append(located)
    assert costs[1] < 5 * costs[0]
