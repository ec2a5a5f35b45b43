from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.clean import clean
from pipeline.load import load
from pipeline.load.pdf_tables import PdfLine, Segment, find_tables
from pipeline.records import SourceFile

MakePdf = Callable[..., bytes]


def tables(data: bytes) -> list[list[str]]:
    """Return the rows of each table zone of a PDF."""
    loaded = load(SourceFile("brief.pdf", data))
    return [
        loaded.text[zone.start : zone.end].split("\n")
        for zone in clean(loaded).zones
        if zone.kind == "table"
    ]


HEADER = ["Gemeente", "Aantal aanvragen van inwoners", "Gemiddelde wachttijd (weken)", "Toegekend"]
ROWS = [
    ["Coevorden", "412", "6,8", "61%"],
    ["Borger-Odoorn", "1.131", "7,1", "63%"],
    ["Aa en Hunze", "166", "11,4", "58%"],
]


@pytest.mark.parametrize("borders", [True, False])
@pytest.mark.parametrize("aligned", [("LEFT",) * 4, ("LEFT", "RIGHT", "RIGHT", "RIGHT")])
def test_a_header_over_several_lines(
    make_table_pdf: MakePdf, aligned: tuple[str, ...], borders: bool
) -> None:
    data = make_table_pdf([HEADER, *ROWS], aligned=aligned, borders=borders)
    assert tables(data) == [["\t".join(row) for row in (HEADER, *ROWS)]]


def test_a_footnote_under_the_table_stays_out_of_it(make_table_pdf: MakePdf) -> None:
    rows = [["Jaar", "Woningen", "Huur"], ["2021", "214", "612"], ["2022 *", "85", "640"]]
    note = "* voorlopig cijfer\nBron: gemeente Coevorden. In 2023 volgen de definitieve cijfers."
    data = make_table_pdf(rows, after=note)
    assert tables(data) == [["\t".join(row) for row in rows]]
    text = load(SourceFile("b.pdf", data)).text
    assert "85\t640\n\n* voorlopig cijfer" in text


def test_a_label_over_several_lines(make_table_pdf: MakePdf) -> None:
    rows = [
        ["Voorziening", "2021", "2022"],
        ["Hulp in het huishouden voor inwoners boven de tachtig", "214", "231"],
        ["Vervoer", "85", "91"],
    ]
    data = make_table_pdf(rows, widths=(40, 60, 60))
    assert tables(data) == [["\t".join(row) for row in rows]]


def test_empty_cells_keep_their_column(make_table_pdf: MakePdf) -> None:
    rows = [["", "2021", "2022"], ["Vervoer", "85", "91"], ["Begeleiding", "", "12"]]
    data = make_table_pdf(rows)
    assert tables(data) == [["| 2021 | 2022", "Vervoer | 85 | 91", "Begeleiding |  | 12"]]


def test_a_table_on_two_pages(make_table_pdf: MakePdf) -> None:
    rows = [
        ["Kern", "Woningen", "Leeg (%)"],
        *(
            [f"Kern {letter}", str(100 + n), f"{n},5"]
            for n, letter in enumerate("ABCDEFGHIJKLMNOP")
        ),
    ]
    data = make_table_pdf(rows, line_height=18)
    found = tables(data)
    joined = [row for table in found for row in table]
    for row in rows:
        assert "\t".join(row) in joined
    assert not [row for row in joined if "Gemeente" in row and "\t" in row]


def line(y: float, *cells: tuple[float, str]) -> PdfLine:
    return PdfLine(tuple(Segment(text, x, x + 5.0 * len(text)) for x, text in cells), y, 10.0)


def test_cells_that_the_file_writes_column_by_column() -> None:
    lines = [
        line(700, (60, "Aantal"), (200, "Huur")),
        line(688, (60, "2021")),
        line(676, (60, "2022")),
        line(688, (200, "612")),
        line(676, (200, "640")),
    ]
    (table,) = find_tables(lines)
    assert table.rows == (("Aantal", "Huur"), ("2021", "612"), ("2022", "640"))


def test_prose_in_two_columns_is_no_table() -> None:
    words = "de raad sprak lang over het plan en"
    lines = [line(700 - 12 * n, (60, words), (320, words)) for n in range(8)]
    assert find_tables(lines) == []


def test_justified_lines_are_no_table() -> None:
    lines = [
        line(700, (60, "De raad"), (140, "sprak lang over"), (300, "het plan")),
        line(688, (60, "van de gemeente"), (170, "om de huur"), (260, "in 2021 te")),
        line(676, (60, "verhogen, en besloot"), (200, "daar nog"), (280, "niet over.")),
    ]
    assert find_tables(lines) == []


def test_a_heading_above_the_table_is_no_cell() -> None:
    lines = [
        line(720, (60, "Tabel 2. Huren in Coevorden en omgeving")),
        line(700, (60, "Jaar"), (200, "Huur")),
        line(688, (60, "2021"), (200, "612")),
        line(676, (60, "2022"), (200, "640")),
        line(664, (60, "Bron: gemeente")),
    ]
    (table,) = find_tables(lines)
    assert (table.first, table.stop) == (1, 4)
