"""Numbers in tables: what a cell means stands in the head of its column.

A table is a run of lines that are divided by tabs or by ``|``. The head may give a unit (``%``,
``in euro``), a multiplier (``x 1.000``) and a counted noun (``aantal woningen``); a caption above
the table or the label of the row gives what the head leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.quantities import nouns
from pipeline.quantities.build import build
from pipeline.quantities.calendar import year
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import Scale, Unit, lexicon
from pipeline.quantities.nonquantities import find_others
from pipeline.quantities.reading import read_number
from pipeline.quantities.scan import NUMBER, OTHER, WORD, Piece, scan
from pipeline.quantities.terms import complete, read_term
from pipeline.records import NonQuantity, Quantity

_DIVIDER = re.compile(r"[^\S\n]*(?:\t|(?<=\s)\|(?=\s|$)|^\||\|$)[^\S\n]*")
_ANNOUNCED = re.compile(r"\(([^()]{1,80})\):?\s*$")
_FOOTNOTES = frozenset({"*", "**", "¹", "²", "³", "⁴", "⁵", "†"})
_TIMES_SIGNS = frozenset({"x", "×", "*"})
_IN_UNIT = re.compile(
    r"[,(] ?(?:uitgedrukt )?(?P<unit>in (?:hele |duizend |miljoen )?[^ ,.()]{1,20})", re.IGNORECASE
)
_POINTS_AT_TABLE = re.compile(r"\b(?:tabel|onderstaand|overzicht|hieronder)", re.IGNORECASE)
_LONGEST_CAPTION = 150
_MINUS = frozenset({"-", "–", "−"})
_MANY = {"duizenden": "duizend", "miljoenen": "miljoen", "miljarden": "miljard"}
_EMPTY = frozenset({"-", "–", "—", ".", "..", "n.b.", "x", ""})


@dataclass(frozen=True, slots=True)
class Cell:
    """A quantity in a table, with the spans of its row's label and of its column's head."""

    quantity: Quantity
    row: tuple[int, int] | None
    column: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds; ``start`` and ``end`` are its extent in the text."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    others: tuple[NonQuantity, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head of a column says about its numbers."""

    unit: Unit | None = None
    factor: Decimal = Decimal(1)
    noun: str | None = None

    def or_else(self, other: _Head) -> _Head:
        """Return this head, completed with what another one says."""
        factor = self.factor if self.factor != 1 else other.factor
        return _Head(self.unit or other.unit, factor, self.noun or other.noun)


def find_tables(text: str) -> tuple[Table, ...]:
    """Return the tables of ``text`` (at least two lines of at least two cells).

    >>> table = find_tables("Gemeente\\tWoningen (x 1.000)\\nAssen\\t31,2")[0]
    >>> [(cell.quantity.surface, cell.quantity.value) for cell in table.cells]
    [('31,2', 31200.0)]
    """
    return tuple(_read(part, caption) for rows, caption in _tables(text) for part in _parts(rows))


def find_table(text: str) -> Table | None:
    """Return the first table of ``text``, or None."""
    return next(iter(find_tables(text)), None)


# ── where tables are ──────────────────────────────────────────────────────────────────────────


def _tables(text: str) -> Iterator[tuple[list[list[_Span]], str]]:
    rows: list[list[_Span]] = []
    caption, previous, apart = "", "", False  # apart: an empty line stands below ``previous``
    position = 0
    for line in [*text.split("\n"), ""]:
        row = _row(line, position)
        if len(row) >= 2:
            if not rows:
                caption = _announced(previous) if apart else _titled(previous)
            rows.append(row)
        else:
            if len(rows) >= 2:
                yield rows, caption
            rows = []
            apart = not line.strip()
            previous = previous if apart else line
        position += len(line) + 1


def _parts(rows: Sequence[Sequence[_Span]]) -> Iterator[Sequence[Sequence[_Span]]]:
    """Divide rows where a new head begins: tables may follow each other without a line between.

    A head below the numbers of another has words or years in all its columns, and numbers below it.
    """
    begin = 0
    first = _first_data_row(rows)
    for index in range(1, len(rows) - 1):
        if index > first and _is_head(rows[index]) and _has_numbers(rows[index + 1]):
            yield rows[begin:index]
            begin, first = index, index
    yield rows[begin:]


def _is_head(row: Sequence[_Span]) -> bool:
    return len(row) > 1 and all(
        span.text not in _EMPTY
        and (_is_year(span) or not any(piece.kind == NUMBER for piece in scan(span.text)[:1]))
        for span in row[1:]
    )


def _has_numbers(row: Sequence[_Span]) -> bool:
    return any(_is_number(span) and not _is_year(span) for span in row[1:])


def _announced(line: str) -> str:
    """Return what a sentence that announces a table has in brackets: '(x € 1.000):'.

    Or as an addition: 'Tabel 2 geeft de werkloosheid per gemeente, in procenten van …'.
    """
    found = _ANNOUNCED.search(line)
    if found is not None:
        return found[1]
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", line.strip())[-1]
    added = _IN_UNIT.search(last) if _POINTS_AT_TABLE.search(last) else None
    return added["unit"] if added is not None else ""


def _titled(line: str) -> str:
    """Return the title right above a table, and nothing of the last sentence of a paragraph."""
    is_title = len(line) <= _LONGEST_CAPTION and not line.rstrip().endswith((".", "!", "?", ";"))
    return line if is_title else _announced(line)


def _row(line: str, offset: int) -> list[_Span]:
    if "\t" not in line and "|" not in line:
        return []
    spans: list[_Span] = []
    start = 0
    for match in [*_DIVIDER.finditer(line), None]:
        end = len(line) if match is None else match.start()
        cell = line[start:end]
        text = cell.strip()
        left = offset + start + (len(cell) - len(cell.lstrip()))
        spans.append(_Span(left, left + len(text), text))
        start = len(line) if match is None else match.end()
    while spans and not spans[-1].text:
        spans.pop()
    if line.lstrip().startswith("|") and spans and not spans[0].text:
        spans = spans[1:]
    return spans


# ── reading one table ─────────────────────────────────────────────────────────────────────────


def _read(rows: Sequence[Sequence[_Span]], caption: str) -> Table:
    first = _first_data_row(rows)
    heads: dict[int, _Head] = {}
    columns: dict[int, tuple[int, int]] = {}
    for row in rows[:first]:
        for place, span in enumerate(row):
            if span.text:
                heads[place] = _head(span.text).or_else(heads.get(place, _Head()))
                columns[place] = (span.start, span.end)
    signed = {
        place for row in rows[first:] for place, span in enumerate(row) if span.text[:1] == "+"
    }
    general = heads.get(0, _Head()).or_else(_head(caption))
    cells: list[Cell] = []
    others: list[NonQuantity] = []
    for row in rows[:first]:
        for span in row:
            others.extend(_others(span))
    for row in rows[first:]:
        label = row[0]
        labelled = not _is_number(label)
        row_head = _head(label.text, label=True) if labelled else _Head()
        for place, span in enumerate(row):
            if place == 0 and (labelled or _is_year(label)):
                others.extend(_others(span))
                continue
            head = heads.get(place, _Head()) if place else _Head()
            head = head.or_else(row_head).or_else(general)
            quantity = _cell(span, head, signed=place in signed)
            if quantity is None:
                others.extend(_others(span))
                continue
            cells.append(Cell(quantity, (label.start, label.end), columns.get(place)))
    last = rows[-1][-1]
    return Table(rows[0][0].start, last.end, tuple(cells), tuple(others))


def _first_data_row(rows: Sequence[Sequence[_Span]]) -> int:
    for index, row in enumerate(rows):
        filled = [span for span in row[1:] if span.text and span.text not in _EMPTY]
        numbers = [span for span in filled if _is_number(span) and not _is_year(span)]
        if numbers and len(numbers) * 2 >= len(filled):
            return index
    return min(1, len(rows))


def _is_number(span: _Span) -> bool:
    pieces = [piece for piece in scan(span.text) if piece.kind != OTHER]
    return bool(pieces) and pieces[0].kind == NUMBER and len(pieces) <= 3


def _is_year(span: _Span) -> bool:
    pieces = scan(span.text)
    return bool(pieces) and year(pieces, 0) is not None and len(pieces) <= 2


def _head(text: str, *, label: bool = False) -> _Head:
    """Read a head; in the ``label`` of a row 'halfjaar' is a time, and '(weken)' a unit."""
    pieces = scan(text)
    unit: Unit | None = None
    factor = Decimal(1)
    noun: str | None = None
    for index, piece in enumerate(pieces):
        if piece.low in _TIMES_SIGNS and index + 1 < len(pieces):
            factor = _multiplier(pieces, index + 1) or factor
        stated = _is_amount(pieces, index)
        # 'bedragen in miljoenen euro's' counts in millions, as 'in miljoen euro' does.
        many = _MANY.get(piece.low, piece.low)
        scale = None if stated else lexicon().numbers.scales.get(many)
        if scale is not None and factor == 1 and not scale.digits_only and not scale.money:
            factor = scale.factor
        found = None if stated else _unit(pieces, index)
        lasts = found is not None and found.kind == "duration"
        named = index > 0 and pieces[index - 1].low in {"(", "in"}
        if unit is None and found is not None and not (label and lasts and not named):
            unit = found
        if piece.low == "aantal" and noun is None:
            counted = nouns.counted_noun(pieces, index + 1, plural=True)
            noun = counted.lemma if counted is not None else None
    return _Head(unit, factor, noun)


def _is_amount(pieces: Sequence[Piece], index: int) -> bool:
    """Tell '5 procent' in a head or caption from the unit of its cells ('x 1.000 euro')."""
    position = index - 1
    while position >= 0 and pieces[position].low in lexicon().numbers.scales:
        position -= 1
    if position < 0 or pieces[position].kind != NUMBER:
        return False
    return position == 0 or pieces[position - 1].low not in _TIMES_SIGNS


def _multiplier(pieces: Sequence[Piece], index: int) -> Decimal | None:
    if lexicon().units.before.at(pieces, index) is not None and index + 1 < len(pieces):
        index += 1  # 'x € 1.000'
    reading = read_number(pieces, index, [False] * len(pieces))
    return reading.value if reading is not None and reading.value else None


def _unit(pieces: Sequence[Piece], index: int) -> Unit | None:
    low = pieces[index].low
    plural = {"procenten": "procent", "percentage": "procent", "percentages": "procent"}.get(low)
    if plural is not None or low == "%":
        found = lexicon().units.after.at(scan(plural or "%"), 0)
        return found[1] if found is not None else None
    if len(low) == 1 and low.isalpha():
        return None
    sign = lexicon().units.before.at(pieces, index)
    found = lexicon().units.after.at(pieces, index) or sign
    if found is None or (found[1].kind == "duration" and index == 0):
        return None
    return found[1]


def _cell(span: _Span, head: _Head, *, signed: bool) -> Quantity | None:
    """Return the quantity that fills a cell, or None where there is something else.

    In a ``signed`` column some cell has a plus: then a minus is a fall, and no level below zero.
    """
    if not span.text or span.text in _EMPTY:
        return None
    pieces = scan(span.text)
    scene = Scene(span.text, pieces, [False] * len(pieces))
    draft = _term(scene, signed=signed)
    if draft is None:
        return None
    draft = complete(scene, draft)
    rest = [piece.text for piece in pieces[draft.last :]]
    if any(text not in _FOOTNOTES and text not in {"(", ")"} and len(text) > 1 for text in rest):
        return None
    reading = draft.reading
    if reading.value is None:
        return None
    if draft.unit is None and draft.noun is None:
        draft = replace(draft, unit=head.unit)
        if head.factor != 1 and (head.unit is None or head.unit.id != "percent"):
            reading = replace(
                reading,
                value=reading.value * head.factor,
                step=reading.step * head.factor,
                whole=False,
                scale=Scale(head.factor),
            )
            draft = replace(draft, reading=reading)
    quantity = build(scene, draft)
    unit = quantity.unit
    if unit is None and head.noun is not None:
        unit = head.noun
    return replace(
        quantity,
        unit=unit,
        start=quantity.start + span.start,
        end=quantity.end + span.start,
        noun_start=None if quantity.noun_start is None else quantity.noun_start + span.start,
        noun_end=None if quantity.noun_end is None else quantity.noun_end + span.start,
        number_start=quantity.number_start + span.start,
        number_end=quantity.number_end + span.start,
    )


def _term(scene: Scene, *, signed: bool) -> Draft | None:
    pieces = scene.pieces
    opens = len(pieces) > 1 and pieces[1].kind == NUMBER
    if opens and (pieces[0].low == "+" or (signed and pieces[0].low in _MINUS)):
        draft = read_term(scene, 1)
        direction = "up" if pieces[0].low == "+" else "down"
        return (
            None if draft is None else replace(draft, first=0, kind="change", direction=direction)
        )
    if opens and pieces[0].low in _MINUS:
        draft = read_term(scene, 1)
        if draft is None or draft.reading.value is None:
            return None
        return replace(draft, first=0, reading=replace(draft.reading, value=-draft.reading.value))
    if pieces[0].kind == WORD and len(pieces) > 6:
        return None
    return read_term(scene, 0)


def _others(span: _Span) -> Iterator[NonQuantity]:
    pieces = scan(span.text)
    for other in find_others(pieces):
        start, end = pieces[other.start].start, pieces[other.end - 1].end
        yield NonQuantity(span.start + start, span.start + end, span.text[start:end], other.kind)
