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
