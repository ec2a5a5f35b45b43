"""Tables in a PDF: rows and columns rebuilt from where the words stand.

A PDF draws a cell as loose lines of text. Rows whose pieces share a baseline give the columns;
what stands above, between or below them within those columns belongs to a cell of several lines
(``Doorlooptijd / (weken)``) and is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

_SAME_BASELINE: Final = 0.3  # times the font size
_WINDOW: Final = 14  # lines in reading order that may share a row: cells are written one by one
_MAX_STEP: Final = 3.6  # times the font size: the distance between two rows of one table
_HEAD_STEP: Final = 1.9  # the distance between the lines of a header
_INSIDE_STEP: Final = 1.0  # lines nearer than this overlap: one row, cells centred in height
_CELL_STEP: Final = 1.5  # the distance between the lines of one cell
_MIN_GAP: Final = 0.5  # times the font size: between two columns
_EDGE: Final = 4.0  # points: cells that begin, end or are centred within this are aligned
_MAX_WORDS: Final = 5  # on average in a cell; longer ones are columns of prose
_NUMBER = re.compile(r"[-–+±<>€ ]*\d[\d.,:/ -]*(?:%|procent|mln|mld|miljoen)?\W{0,3}|[-–x.*]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line between two wide gaps: its text and where it stands (points)."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page as the file writes it: one or more segments on a baseline."""

    segments: tuple[Segment, ...]
    baseline: float
    size: float

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.segments[0].left

    @property
    def text(self) -> str:
        """The line with a tab for every wide gap."""
        return "\t".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class PdfTable:
    """The lines ``first`` up to ``stop`` of a page are a table with these rows of cells."""

    first: int
    stop: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Row:
    """The segments that share a baseline, and the numbers of the lines that they come from."""

    baseline: float
    size: float
    segments: list[Segment]
    lines: list[int]


Column = tuple[float, float]


def find_tables(lines: Sequence[PdfLine]) -> list[PdfTable]:
    """Return the tables of a page, in reading order."""
    rows = _visual_rows(lines)
    tables: list[PdfTable] = []
    at = 0
    while at < len(rows):
        stop = _core_end(rows, at)
        columns = _columns(rows[at:stop])
        if stop - at < 2 or not columns or not _is_tabular(rows[at:stop], columns):
            at += 1
            continue
        first, last = _extend(rows, at, stop, columns)
        table = _table(rows[first:last], columns)
        if table is not None and (not tables or table.first >= tables[-1].stop):
            tables.append(table)
        at = max(last, stop)
    return tables


def _visual_rows(lines: Sequence[PdfLine]) -> list[_Row]:
    """Return the lines of a page put together by baseline, from top to bottom within a column."""
    rows: list[_Row] = []
    for number, line in enumerate(lines):
        for row in reversed(rows):
            if number - max(row.lines) > _WINDOW:
                continue
            near = abs(row.baseline - line.baseline) < _SAME_BASELINE * max(line.size, row.size)
            if near and not _collides(row, line):
                row.segments.extend(line.segments)
                row.segments.sort(key=lambda segment: segment.left)
                row.lines.append(number)
                break
        else:
            rows.append(_Row(line.baseline, line.size, list(line.segments), [number]))
    return _by_height(rows)


def _collides(row: _Row, line: PdfLine) -> bool:
    return any(
        old.left < new.right - 1 and new.left < old.right - 1
        for old in row.segments
        for new in line.segments
    )


def _by_height(rows: list[_Row]) -> list[_Row]:
    """Put rows that the file writes out of order (a cell's second line before the next cell)."""
    ordered: list[_Row] = []
    for row in rows:
        at = len(ordered)
        while (
            at
            and ordered[at - 1].baseline < row.baseline
            and row.lines[0] - min(ordered[at - 1].lines) <= _WINDOW
            and row.baseline - ordered[at - 1].baseline < _MAX_STEP * row.size
        ):
            at -= 1
        ordered.insert(at, row)
    return ordered


def _core_end(rows: Sequence[_Row], first: int) -> int:
    """Return where the run of rows with several segments ends that begins at ``first``."""
    if len(rows[first].segments) < 2:
        return first
    stop = first + 1
    last = rows[first]
    for number in range(first + 1, len(rows)):
        row = rows[number]
        step = last.baseline - row.baseline
        if not 0 <= step <= _MAX_STEP * max(row.size, last.size):
            break
        if len(row.segments) >= 2:
            stop, last = number + 1, row
    return stop


def _columns(rows: Sequence[_Row]) -> list[Column]:
    """Return the columns that the rows with numbers (or else all rows) have in common."""
    full = [row for row in rows if len(row.segments) >= 2]
    numeric = [row for row in full if any(_is_number(s.text) for s in row.segments[1:])]
    most = max((len(row.segments) for row in numeric or full), default=0)
    widest = [row for row in numeric or full if len(row.segments) * 2 > most]
    spans = sorted((s.left, s.right) for row in widest for s in row.segments)
    columns: list[Column] = []
    gap = _MIN_GAP * median(row.size for row in rows) if rows else 0.0
    for left, right in spans:
        if columns and left < columns[-1][1] + gap:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns if len(columns) >= 2 else []


def _is_tabular(rows: Sequence[_Row], columns: Sequence[Column]) -> bool:
    """Whether the rows fill columns with short cells, rather than being prose in columns."""
    full = [row for row in rows if len(row.segments) >= 2]
    fitting = [row for row in full if len({_place(s, columns) for s in row.segments}) >= 2]
    if len(fitting) < 2 or len(fitting) * 3 < len(full) * 2:
        return False
    if not all(_is_aligned(fitting, columns, place) for place in range(len(columns))):
        return False
    cells = [segment.text for row in fitting for segment in row.segments]
    words = sum(len(cell.split()) for cell in cells) / len(cells)
    return words <= _MAX_WORDS or any(_is_number(cell) for cell in cells)


def _is_aligned(rows: Sequence[_Row], columns: Sequence[Column], place: int) -> bool:
    """Whether most cells of a column begin, end or are centred at one place."""
    cells = [s for row in rows for s in row.segments if _place(s, columns) == place]
    if len(cells) < 2:
        return True
    for edges in (
        [cell.left for cell in cells],
        [cell.right for cell in cells],
        [(cell.left + cell.right) / 2 for cell in cells],
    ):
        middle = median(edges)
        if sum(abs(edge - middle) <= _EDGE for edge in edges) * 5 >= len(edges) * 3:
            return True
    return False


def _place(segment: Segment, columns: Sequence[Column]) -> int:
    """Return the column in which a segment stands: the one it shares most with, or the nearest."""
    shared = [
        min(segment.right, right) - max(segment.left, left) for left, right in columns
    ]  # negative: the distance
    best = max(range(len(columns)), key=lambda number: shared[number])
    if shared[best] <= 0:
        before = [n for n, (left, _) in enumerate(columns) if left <= segment.left]
        return before[-1] if before else best
    return best


def _spans_columns(segment: Segment, columns: Sequence[Column]) -> bool:
    touched = [1 for left, right in columns if segment.left < right and left < segment.right]
    return len(touched) > 1


def _extend(
    rows: Sequence[_Row], first: int, stop: int, columns: Sequence[Column]
) -> tuple[int, int]:
    """Take in the lines of a header above the rows, and of a last cell below them."""
    while first and _belongs(rows[first - 1], rows[first], columns, above=True):
        first -= 1
    while stop < len(rows) and _belongs(rows[stop], rows[stop - 1], columns, above=False):
        stop += 1
    return first, stop


def _belongs(row: _Row, beside: _Row, columns: Sequence[Column], *, above: bool) -> bool:
    size = max(row.size, beside.size)
    step = abs(row.baseline - beside.baseline)
    if step > (_HEAD_STEP if above else _CELL_STEP) * size:
        return False
    if any(_spans_columns(segment, columns) for segment in row.segments):
        return False
    places = {_place(segment, columns) for segment in row.segments}
    if places == {0}:
        return step <= _INSIDE_STEP * size
    # A line of prose or a caption begins at the left margin of the table.
    return row.segments[0].left >= columns[0][0] - 1 and (min(places) > 0 or len(row.segments) > 1)


def _table(rows: Sequence[_Row], columns: Sequence[Column]) -> PdfTable | None:
    numbers = sorted(number for row in rows for number in row.lines)
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        return None  # something else is written between: better two lines than a wrong table
    cells: list[tuple[str, ...]] = []
    for group in _groups(rows, columns):
        texts = [""] * len(columns)
        for row in group:
            for segment in row.segments:
                place = _place(segment, columns)
                texts[place] = _joined(texts[place], segment.text)
        cells.append(tuple(texts))
    if len(cells) < 2:
        return None
    return PdfTable(numbers[0], numbers[-1] + 1, tuple(cells))


def _groups(rows: Sequence[_Row], columns: Sequence[Column]) -> list[list[_Row]]:
    """Divide the lines of a table into rows: which lines are cells of several lines."""
    steps = [
        (above.baseline - below.baseline) / max(above.size, below.size)
        for above, below in pairwise(rows)
    ]
    outer = [step for step in steps if step > _INSIDE_STEP]
    usual = median(outer) if outer else _CELL_STEP
    together = _written_together(rows, columns)
    groups: list[list[_Row]] = [[rows[0]]]
    for number, row in enumerate(rows[1:], start=1):
        step = steps[number - 1]
        following = steps[number] if number < len(steps) else _MAX_STEP
        above = groups[-1][-1]
        nearer = step <= following + 0.05 or not _is_loose(rows[number + 1], columns)
        if (
            step <= _INSIDE_STEP
            or number in together
            or (step <= _CELL_STEP and step < 0.8 * usual)
            or (step <= _CELL_STEP and _is_loose(row, columns) and nearer)
            or (step <= _CELL_STEP and len(groups[-1]) == number and _opens(above, row, columns))
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _written_together(rows: Sequence[_Row], columns: Sequence[Column]) -> set[int]:
    """Return the lines that belong to the row above them, by the order in which they are written.

    A file that writes cell by cell goes back up for the next cell of the same row. A file that
    writes column by column does so for every column: then its order says nothing.
    """
    together: set[int] = set()
    for upper in range(len(rows)):
        for lower in range(upper + 1, len(rows)):
            if max(rows[upper].lines) > min(rows[lower].lines):
                together.update(range(_cell_start(rows, upper) + 1, lower + 1))
    for number in together:
        above, below = rows[number - 1], rows[number]
        if _numeric_places(above, columns) & _numeric_places(below, columns):
            return set()
    return together


def _cell_start(rows: Sequence[_Row], number: int) -> int:
    """Return the first of the lines, written one after the other, that lead to a row's cell."""
    first = number
    while (
        first
        and len(rows[first - 1].segments) == 1
        and rows[first - 1].lines == [min(rows[first].lines) - 1]
        and abs(rows[first - 1].segments[0].left - rows[first].segments[0].left) < _EDGE
    ):
        first -= 1
    return first


def _numeric_places(row: _Row, columns: Sequence[Column]) -> set[int]:
    return {_place(s, columns) for s in row.segments if _is_number(s.text)}


def _is_loose(row: _Row, columns: Sequence[Column]) -> bool:
    """Whether a line cannot be a row: it has no label and no number."""
    places = {_place(segment, columns) for segment in row.segments}
    return 0 not in places and not any(_is_number(segment.text) for segment in row.segments)


def _opens(above: _Row, row: _Row, columns: Sequence[Column]) -> bool:
    """Whether the table's first lines form one header: no label yet, then no numbers yet."""
    return _is_loose(above, columns) and not any(_is_number(s.text) for s in row.segments[1:])


def _joined(above: str, below: str) -> str:
    if above.endswith("-") and below[:1].islower() and below.split()[0] not in ("en", "of", "tot"):
        return above[:-1] + below
    return f"{above} {below}".strip()


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None
