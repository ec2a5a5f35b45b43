"""Tables in plain text: rows with tabs, bars, wide gaps, or a label and at least two numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.clean.lines import Line

_NUMBER: Final = r"(?:[-–+±]\s?)?(?:€\s?)?\d[\d.,]*(?:\s?%|\s?(?:mln|mld)\.?)?|[-–x.]"
_BETWEEN_CELLS = re.compile(r"[\t|]| {3,}")
_NUMBERS_AT_END = re.compile(rf"(?:(?<=\s)|^)(?:{_NUMBER})(?:\s+(?:{_NUMBER}))+$")
_DIGIT = re.compile(r"\d")
_MIN_NUMERIC_ROWS: Final = 3
_MAX_CELL: Final = 200  # characters; longer 'cells' are sentences with a stray tab
_MAX_LABEL_WORDS: Final = 9


def table_lines(lines: Sequence[Line], usable: Sequence[bool]) -> dict[int, int]:
    """Return for each line number that is a table row the number of its table (0, 1 …)."""
    tables: dict[int, int] = {}
    count = 0
    for shape, least in ((_is_cell_row, 2), (_is_numeric_row, _MIN_NUMERIC_ROWS)):
        run: list[int] = []
        for line in [*lines, None]:
            if line is not None and run and _passes(lines, usable, run[-1], line):
                continue
            fits = line is not None and usable[line.number] and line.number not in tables
            if line is not None and fits and shape(line.text):
                run.append(line.number)
                continue
            if len(run) >= least:
                tables.update(dict.fromkeys(run, count))
                count += 1
            run = []
    return tables


def _passes(lines: Sequence[Line], usable: Sequence[bool], row: int, line: Line) -> bool:
    """Whether a line within a table may be passed over: one empty line, or a dividing rule."""
    if line.blank:
        return line.number - row == 1 or not lines[line.number - 1].blank
    return not usable[line.number]


def _is_cell_row(text: str) -> bool:
    if "\t" not in text and "|" not in text and "   " not in text:
        return False
    cells = [cell for part in _BETWEEN_CELLS.split(text.strip("| ")) if (cell := part.strip())]
    if any(cell.startswith(":") for cell in cells):
        return False  # the head of a letter: 'Datum      : 3 mei 2021'
    return len(cells) >= 2 and all(len(cell) <= _MAX_CELL for cell in cells)


def _is_numeric_row(text: str) -> bool:
    if len(text) > _MAX_CELL:
        return False
    found = _NUMBERS_AT_END.search(text)
    if not found or len(_DIGIT.findall(found[0])) < 2:
        return False
    return len(text[: found.start()].split()) <= _MAX_LABEL_WORDS
