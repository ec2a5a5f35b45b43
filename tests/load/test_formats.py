from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.load import load
from pipeline.records import DocumentRejectedError, SourceFile


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "data", "code", "advice"),
    [
        ("leeg.txt", b"", "empty", "empty"),
        ("wit.txt", b" \r\n \t ", "empty", "empty"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "binary", "PNG image"),
        ("ruis.txt", bytes(range(256)) * 20, "binary", ".docx or PDF"),
        (
            "oud.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60),
            "unsupported",
            "save it as .docx",
        ),
        ("brief.rtf", rb"{\rtf1 Hallo}", "unsupported", "save it as .docx"),
        ("mail.eml", b"Subject: hallo\n\nTekst van de mail.", "unsupported", "save its text"),
        ("brief.odt", archive("content.xml", "mimetype"), "unsupported", "LibreOffice"),
        ("cijfers.xlsx", archive("xl/workbook.xml"), "unsupported", "spreadsheets"),
        ("alles.txt", archive("a.txt"), "binary", "unpack"),
        ("vreemd.xyz", b"tekst", "unsupported", ".html"),
        ("stuk.pdf", b"dit is geen pdf", "damaged", "again"),
        ("stuk.docx", b"dit is geen docx", "damaged", "again"),
        ("half.docx", archive("word/document.xml")[:60], "damaged", "again"),
        ("hol.docx", archive("word/document.xml"), "damaged", "again"),
        ("kort.txt", b"Nee.", "too_little_text", "completely"),
    ],
)
def test_unusable_files_are_rejected_with_advice(
    path: str, data: bytes, code: str, advice: str
) -> None:
    with pytest.raises(DocumentRejectedError) as caught:
        load(SourceFile(path, data))
    assert caught.value.code == code
    assert advice in caught.value.message
    assert path in caught.value.message
    assert "\n" not in caught.value.message


def test_the_content_decides_over_the_name() -> None:
    page = b"<!DOCTYPE html><html><body><p>De raad van Emmen vergadert morgen.</p></body></html>"
    loaded = load(SourceFile("pagina.txt", page))
    assert loaded.media_type == "text/html"
    assert "wrong_suffix" in {issue.code for issue in loaded.issues}
    assert "<p>" not in loaded.text
