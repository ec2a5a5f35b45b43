"""PDF files: the text layer, with the line, paragraph, column and page breaks it implies.

A PDF knows characters and places, not paragraphs. The places tell where a blank line stood (a gap
wider than the line spacing) and where a column of a table begins (a gap wider than a word space);
:mod:`pipeline.load.pdf_tables` makes rows and cells of the latter.
Pages are divided by a form feed, so that later stages can recognise running headers.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any, Final

from pipeline.load.blocks import table_text
from pipeline.load.pdf_tables import PdfLine, Segment, find_tables
from pipeline.records import DocumentRejectedError, Issue

PAGE_BREAK: Final = "\n\f\n"
_LINE_HYPHEN: Final = "\x02"  # how PDFium shows a hyphen at a line end
_PARAGRAPH_GAP: Final = 1.35  # times the usual distance between two lines
_COLUMN_GAP: Final = 1.4  # times the font size; a justified word space stays below one
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_PASSWORD: Final = "password"


def read_pdf(data: bytes, *, path: str) -> tuple[str, tuple[Issue, ...]]:
    """Return the text of a PDF and the pages that have none.

    Raises:
        DocumentRejectedError: damaged, protected by a password, or scanned without a text layer.
    """
    pages = _pages(data, path)
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) == len(pages):
        raise DocumentRejectedError(
            "no_text",
            f"{path} is a scan without a text layer; make one first, for example with "
            "'ocrmypdf -l nld IN.pdf OUT.pdf', and add the result",
        )
    spacing = _line_spacing(pages)
    text = PAGE_BREAK.join(_page_text(lines, spacing) for lines in pages)
    return text, tuple(_empty_page(number) for number in empty)


def _empty_page(number: int) -> Issue:
    message = f"page {number} has no text layer (a picture or a scan); nothing was read from it"
    return Issue("load", "page_without_text", message)


def _pages(data: bytes, path: str) -> list[list[PdfLine]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise DocumentRejectedError(
                "encrypted", f"{path} is protected by a password; save a copy without one"
            ) from error
        raise DocumentRejectedError(
            "damaged", f"{path} is cut off or damaged; fetch or export it again"
        ) from error
    try:
        return [_page_lines(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise DocumentRejectedError(
            "damaged", f"{path} has a page that cannot be read; fetch or export it again"
        ) from error
    finally:
        document.close()


def _page_lines(document: Any, number: int) -> list[PdfLine]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        return _merge_cells(_read_lines(textpage))
    finally:
        textpage.close()
        page.close()


def _read_lines(textpage: Any) -> list[PdfLine]:
    """Return the lines of a page in the order of the file, divided at wide gaps."""
    from pypdfium2 import raw

    lines: list[PdfLine] = []
    segments: list[Segment] = []
    characters: list[str] = []
    first = begin = last = -1  # indexes of visible characters: of the line, the segment, the last

    def close_segment() -> None:
        if begin >= 0:
            text = letters("".join(characters).strip())
            left, right = _box(textpage, begin)[2], _box(textpage, last)[3]
            segments.append(Segment(text, left, right))
        characters.clear()

    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        character = _LINE_HYPHEN if code == 0xFFFE else chr(code)
        if character in "\r\n" or character == _LINE_HYPHEN:
            if character == _LINE_HYPHEN:
                characters.append("-")
            close_segment()
            if segments:
                lines.append(_line(textpage, segments, first))
            segments, first, begin, last = [], -1, -1, -1
            continue
        if character == "\x00":
            continue
        if not character.isspace():
            if last >= 0 and last < index - 1 and _is_column_gap(textpage, last, index):
                close_segment()
                begin = -1
            last = index
            first = index if first < 0 else first
            begin = index if begin < 0 else begin
        characters.append(character)
    close_segment()
    if segments:
        lines.append(_line(textpage, segments, first))
    return lines


def letters(text: str) -> str:
    """Return a line with ligatures and loose accents as the letters that they stand for.

    A PDF says how a word was drawn, not how it was written.

    >>> letters("oﬃcieel")
    'officieel'
    """
    unfolded = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", unfolded)


def _line(textpage: Any, segments: list[Segment], first: int) -> PdfLine:
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, first, x, y)
    size = raw.FPDFText_GetFontSize(textpage, first) or 10.0
    return PdfLine(tuple(segments), y.value, _visible_size(textpage, first, size))


def _visible_size(textpage: Any, index: int, size: float) -> float:
    """Return the height of a character box where a scaled text matrix hides the font size."""
    box = _box(textpage, index)
    height = box[1] - box[0]
    return height if height > size * 1.5 or (0 < height < size * 0.4) else size


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """Return bottom, top, left and right of the loose box of a character."""
    from pypdfium2 import raw

    rectangle = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, rectangle)
    return rectangle.bottom, rectangle.top, rectangle.left, rectangle.right


def _is_column_gap(textpage: Any, before: int, after: int) -> bool:
    bottom, top, _, right = _box(textpage, before)
    _, _, left, _ = _box(textpage, after)
    return left - right > _COLUMN_GAP * max(top - bottom, 1.0)


def _merge_cells(lines: list[PdfLine]) -> list[PdfLine]:
    """Join lines that stand on one baseline: cells that the file writes one by one."""
    merged: list[PdfLine] = []
    for line in lines:
        above = merged[-1] if merged else None
        if (
            above is not None
            and abs(above.baseline - line.baseline) < 0.2 * above.size
            and line.left > above.left
            and not above.text.endswith("-")
        ):
            merged[-1] = replace(above, segments=above.segments + line.segments)
        else:
            merged.append(line)
    return merged


def _line_spacing(pages: list[list[PdfLine]]) -> float:
    """Return the usual distance between two lines of the document, relative to the font size."""
    steps = [
        (above.baseline - line.baseline) / above.size
        for lines in pages
        for above, line in pairwise(lines)
        if above.baseline > line.baseline and above.size
    ]
    return median(steps) if steps else 1.2


def _page_text(lines: list[PdfLine], spacing: float) -> str:
    tables = {table.first: table for table in find_tables(lines)}
    pieces: list[str] = []
    behind_table = False
    number = 0
    while number < len(lines):
        line = lines[number]
        table = tables.get(number)
        if table is not None:
            pieces.append("\n\n" if pieces else "")
            pieces.append(table_text(table.rows))
            number = table.stop
            behind_table = True
            continue
        if behind_table:
            pieces.append("\n\n")
        elif number:
            above = lines[number - 1]
            step = above.baseline - line.baseline
            usual = spacing * max(above.size, line.size) * _PARAGRAPH_GAP
            pieces.append("\n" if 0 <= step <= usual else "\n\n")
        pieces.append(line.text)
        behind_table = False
        number += 1
    return "".join(pieces)
