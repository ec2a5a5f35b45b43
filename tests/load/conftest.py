"""Builders of small files, so that no binary sample needs to lie in the repository."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Line = tuple[float, float, str]  # x and y in points from the lower left corner, text


def build_pdf(pages: list[list[Line]], *, trailer: str = "") -> bytes:
    """Return a PDF with a text layer: Helvetica of 11 points, one text object a line."""
    objects: list[bytes] = [b"", b""]
    kids: list[str] = []
    for lines in pages:
        stream = b"".join(
            b"BT /F1 11 Tf %.1f %.1f Td (%s) Tj ET\n" % (x, y, _escaped(text))
            for x, y, text in lines
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer.encode(), len(out))
    )


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return build_pdf


def build_table_pdf(
    rows: list[list[str]],
    *,
    before: str = "Hieronder staan de aantallen van de afgelopen jaren, zoals de raad ze vroeg.",
    after: str = "",
    aligned: tuple[str, ...] | None = None,
    widths: tuple[int, ...] | None = None,
    borders: bool = True,
    line_height: float = 6,
) -> bytes:
    """Return a PDF with a paragraph, a table (its first row is the header) and another one."""
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 makes the PDFs with tables")

    class Letter(fpdf.FPDF):  # type: ignore[misc]  # FPDF is only known when it is there
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, "Gemeente Coevorden - raadsbrief", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Pagina {self.page_no()} van 2")

    pdf = Letter()
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    pdf.multi_cell(0, 6, before, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    with pdf.table(
        text_align=aligned or "LEFT",
        col_widths=widths,
        line_height=line_height,
        borders_layout="ALL" if borders else "NONE",
        width=160,
    ) as table:
        for row in rows:
            cells = table.row()
            for cell in row:
                cells.cell(cell)
    if after:
        pdf.multi_cell(0, 6, after, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


@pytest.fixture
def make_table_pdf() -> Callable[..., bytes]:
    return build_table_pdf
