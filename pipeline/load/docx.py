"""Word files: paragraphs, headings, list items and tables in document order.

The XML is walked rather than ``Document.paragraphs``, which leaves out inserted text (tracked
changes), content controls, text boxes and footnotes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.load.blocks import BlockWriter, Written
from pipeline.records import DocumentRejectedError, Metadata

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIRST_WORD = 2007  # .docx is no older
_MAX_UNPACKED = 400_000_000  # bytes; a text of this size is no text but a zip bomb
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes, *, path: str) -> tuple[Written, Metadata]:
    """Return the text of a Word file with its blocks, its title, and the day it was made.

    Raises:
        DocumentRejectedError: the file is damaged or encrypted.
    """
    document = _open(data, path)
    styles = _style_names(document)
    writer = BlockWriter()
    for kind, text in _blocks(document.element.body, styles):
        writer.add(kind, text)
    for text in _footnotes(document):
        writer.add("paragraph", text)
    title = " ".join((document.core_properties.title or "").split()) or None
    return writer.finish(), Metadata(title=title, published=_made(document))


def _made(document: Any) -> str | None:
    """Return the day on which the file was made, as a lower bound (``2023-03-12/..``).

    It is no date of publication: the file may come from a template, or wait for weeks.
    """
    try:
        created = document.core_properties.created
    except ValueError:
        return None
    if created is None or created.year < _FIRST_WORD:
        return None
    return f"{created.date().isoformat()}/.."


def _open(data: bytes, path: str) -> Any:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _MAX_UNPACKED:
                raise DocumentRejectedError(
                    "too_large", f"{path} unpacks to more than 400 MB; save it again as .docx"
                )
        return docx.Document(io.BytesIO(data))
    except DocumentRejectedError:
        raise
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own through
        raise DocumentRejectedError(
            "damaged",
            f"{path} cannot be read as a Word file ({type(error).__name__}); "
            "open it in Word or LibreOffice and save it again",
        ) from error


def _style_names(document: Any) -> dict[str, str]:
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def _blocks(container: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    for child in container:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = [_cell(cell) for cell in row.iter(f"{_W}tc")]
                yield "table_row", " | ".join(cells)
        elif child.tag == f"{_W}sdt":
            for content in child.iterchildren(f"{_W}sdtContent"):
                yield from _blocks(content, styles)


def _paragraph(paragraph: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield _kind(paragraph, styles), _text(paragraph)
    for box in _boxes(paragraph):
        yield from _blocks(box, styles)


def _kind(paragraph: Any, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    if name in ("title", "titel"):
        return "title"
    if re.match(r"(heading|kop|subtitle|ondertitel)\b", name):
        return "heading"
    if name in ("caption", "bijschrift"):
        return "caption"
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    if numbered or re.match(r"(list|lijst)\b(?! paragraph)", name):
        return "list_item"
    return "paragraph"


def _text(element: Any) -> str:
    """Return the text of a paragraph, insertions included, deletions and text boxes not."""
    pieces: list[str] = []

    def gather(node: Any) -> None:
        for child in node:
            if child.tag == f"{_W}t":
                pieces.append(child.text or "")
            elif child.tag in _CHARACTERS:
                pieces.append(_CHARACTERS[child.tag])
            elif child.tag in (f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", f"{_W}del", _FALLBACK):
                continue
            else:
                gather(child)

    gather(element)
    return "".join(pieces)


def _cell(cell: Any) -> str:
    paragraphs = (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))
    return " ".join(" ".join(paragraphs).split())


def _boxes(paragraph: Any) -> Iterator[Any]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        # Word writes each text box twice: for new readers and, as a fallback, for old ones.
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield box


def _footnotes(document: Any) -> Iterator[str]:
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            root = etree.fromstring(relation.target_part.blob)
            for note in root:
                if note.get(f"{_W}type") is None:  # separators have a type, notes have none
                    yield "\n".join(_text(paragraph) for paragraph in note.iter(f"{_W}p"))
