"""Which format a file has: by its first bytes, then by its name.

The content decides, because archivists' files carry the wrong suffix now and then (a PDF saved as
``.txt``); the name only decides where the content leaves it open (HTML or plain text).
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import Final

from pipeline.records import DocumentRejectedError

TEXT: Final = "text/plain"
MARKDOWN: Final = "text/markdown"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SUFFIXES: Final = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}

# Formats that people do send in, each with what they can do about it.
ADVICE: Final = {
    ".doc": "open it in Word or LibreOffice and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".odt": "open it in LibreOffice and save it as .docx or PDF",
    ".eml": "open the message and save its text as .txt or its attachment as a file of its own",
    ".msg": "open the message and save its text as .txt or its attachment as a file of its own",
    ".mht": "open the page in a browser and save it as HTML",
    ".mhtml": "open the page in a browser and save it as HTML",
    ".epub": "convert it to PDF or HTML first",
    ".xlsx": "spreadsheets are not read; save the text that goes with it as .docx or .txt",
    ".xls": "spreadsheets are not read; save the text that goes with it as .docx or .txt",
    ".ods": "spreadsheets are not read; save the text that goes with it as .docx or .txt",
    ".pptx": "export the slides as PDF",
    ".ppt": "export the slides as PDF",
}

_BINARY_MAGIC: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


def media_type(path: str, data: bytes) -> str:
    """Return the media type of a file.

    Raises:
        DocumentRejectedError: the format is not read (``unsupported``), the bytes are those of an
            image, archive or program (``binary``), or the container is damaged (``damaged``).
    """
    suffix = PurePosixPath(path).suffix.lower()
    # PDF readers accept up to a kilobyte of anything before the header.
    if b"%PDF-" in data[:1024] and (data.startswith(b"%PDF-") or suffix == ".pdf"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_type(path, suffix, data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _reject_unsupported(path, suffix if suffix in ADVICE else ".doc")
    if data.startswith(b"{\\rtf"):
        _reject_unsupported(path, ".rtf")
    for magic, name in _BINARY_MAGIC:
        if data.startswith(magic):
            raise DocumentRejectedError(
                "binary",
                f"{path} is {name}, not a text; add the text itself (.txt, .html, .pdf or .docx)",
            )
    if suffix in (".pdf", ".docx"):
        kind = "PDF" if suffix == ".pdf" else "Word"
        raise DocumentRejectedError(
            "damaged",
            f"{path} is not a {kind} file, whatever its name says; fetch or export it again",
        )
    if suffix in ADVICE:
        _reject_unsupported(path, suffix)
    known = SUFFIXES.get(suffix)
    if known is None:
        raise DocumentRejectedError(
            "unsupported",
            f"{path}: unknown kind of file; .txt, .md, .html, .pdf and .docx are read",
        )
    if known != HTML and _HTML_START.match(data[:4096]):
        return HTML
    return known


def _zip_type(path: str, suffix: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise DocumentRejectedError(
            "damaged", f"{path} is cut off or damaged; fetch or export it again"
        ) from error
    if "word/document.xml" in names:
        return DOCX
    for name, actual in (
        ("content.xml", ".odt"),
        ("xl/workbook.xml", ".xlsx"),
        ("ppt/presentation.xml", ".pptx"),
    ):
        if name in names:
            _reject_unsupported(path, actual)
    if suffix in ADVICE:
        _reject_unsupported(path, suffix)
    raise DocumentRejectedError(
        "binary", f"{path} is an archive, not a text; unpack it and add the files in it"
    )


def _reject_unsupported(path: str, suffix: str) -> None:
    raise DocumentRejectedError(
        "unsupported", f"{path}: {suffix} files are not read; {ADVICE[suffix]}"
    )
