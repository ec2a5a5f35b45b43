"""The cells of a table, and which words head each of them.

A table is a passage whose rows are sentences with cells divided by a bar or a tab. The first row
without numbers of its own is the header. A table is read once, however many numbers stand in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.figures.context import Clause, Context
from pipeline.records import Quantity

_DIVIDER = re.compile(r"\s*\|\s*|\t+")
ROW_HEADS = frozenset(
    {
        *("jaar", "schooljaar", "periode", "kwartaal", "maand", "week", "halfjaar", "peildatum"),
        *("gemeente", "plaats", "wijk", "buurt", "provincie", "regio", "locatie"),
        *("dorp", "kern", "stadsdeel", "straat", "school", "naam"),
        *("post", "onderdeel", "omschrijving", "indicator", "onderwerp", "categorie", "soort"),
        *("groep", "leeftijd"),
    }
)
PLACE_HEADS = frozenset(
    {"gemeente", "plaats", "wijk", "buurt", "provincie", "regio", "dorp", "kern", "stadsdeel"}
)
_TABLE_NUMBER = re.compile(r"tabel \d+\s*[.:]?", re.IGNORECASE)
_MULTIPLE = re.compile(r"x\s*(?:€\s*)?1[.\s]?000\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of the header, the first cell of a row, or the heading above: where words stand."""

    context: Context
    clause: Clause

    @property
    def text(self) -> str:
        """The words, a space between them."""
        tokens = self.context.tokens[self.clause.first : self.clause.last]
        return " ".join(token.text for token in tokens)


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell in which a quantity stands, with what heads its column and its row."""

    header: Part | None
    label: Part | None
    caption: Part | None
    label_is_name: bool = False  # 'Wijk | 2022': the row is named after where it holds

    @property
    def heads(self) -> tuple[Part, ...]:
        """The parts that may say what the cell means, nearest first."""
        label = None if self.label_is_name else self.label
        return tuple(part for part in (self.header, label, self.caption) if part is not None)


class Tables:
    """The tables of a document."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self._contexts = contexts
        self._read: dict[int, Table] = {}

    def cell_of(self, index: int, quantity: Quantity) -> Cell | None:
        """Return the cell of a quantity of the sentence at ``index``, None outside tables."""
        sentence = self._contexts[index].sentence
        if sentence.passage_kind != "table" or not _DIVIDER.search(sentence.text):
            return None
        table = self._read.get(sentence.passage)
        if table is None:
            table = self._read[sentence.passage] = Table.at(self._contexts, index)
        return table.cell_of(index, quantity)


@dataclass(frozen=True)
class Row:
    """A line of a table."""

    context: Context
    cells: tuple[tuple[int, int], ...]  # view spans

    @classmethod
    def of(cls, context: Context) -> Row:
        base = context.sentence.start
        spans = []
        start = 0
        for divider in _DIVIDER.finditer(context.sentence.text):
            spans.append((base + start, base + divider.start()))
            start = divider.end()
        return cls(context, (*spans, (base + start, base + len(context.sentence.text))))

    def part(self, column: int) -> Part | None:
        """The words of a cell, None where it is empty."""
        start, end = self.cells[column]
        return Part(self.context, Clause(*self.context.span(start, end))) if start < end else None

    @cached_property
    def parts(self) -> tuple[Part | None, ...]:
        return tuple(self.part(column) for column in range(len(self.cells)))

    @cached_property
    def has_data(self) -> bool:
        """Whether it holds numbers of its own; the head of a second table may follow the first."""
        return any(part is not None and _has_number(part, whole=True) for part in self.parts[1:])

    @cached_property
    def title(self) -> Part | None:
        """'Overslag in ton | | |': a row with words in its first cell alone titles what follows."""
        alone = len(self.parts) > 1 and all(part is None for part in self.parts[1:])
        return self.parts[0] if alone else None

    @cached_property
    def heads_places(self) -> bool:
        """'Wijk | 2018 | 2022': what stands below the first head is the name of a place."""
        first = self.parts[0]
        return first is not None and bool(PLACE_HEADS.intersection(first.text.lower().split()))

    def over(self, column: int, width: int) -> Part | None:
        """The cell of a header over a column of a row of ``width`` cells.

        A header may lack the cell above the row labels.
        """
        offset = width - len(self.cells)
        first = self.parts[0]
        if offset == 1 and first is not None and first.text.lower() in ROW_HEADS:
            offset = 0  # 'Jaar', 'Gemeente'
        if offset not in {0, 1} or not 0 <= column - offset < len(self.cells):
            return None
        part = self.parts[column - offset]
        return None if part is None or _has_number(part) else part


@dataclass(frozen=True)
class Table:
    """The rows of one passage, with the lines around it that may name it."""

    first: int  # index of its first row among the sentences of the document
    rows: tuple[Row, ...]
    above: Part | None
    below: Part | None

    @classmethod
    def at(cls, contexts: Sequence[Context], index: int) -> Table:
        """The table in which the sentence at ``index`` stands."""
        passage = contexts[index].sentence.passage
        first = last = index
        while first > 0 and _in(contexts[first - 1], passage):
            first -= 1
        while last + 1 < len(contexts) and _in(contexts[last + 1], passage):
            last += 1
        rows = tuple(Row.of(context) for context in contexts[first : last + 1])
        return cls(first, rows, _line_above(contexts, first), _line_below(contexts, last))

    @cached_property
    def headers(self) -> tuple[int, ...]:
        """The numbers of the rows without data."""
        return tuple(number for number, row in enumerate(self.rows) if not row.has_data)

    @cached_property
    def titles(self) -> tuple[int, ...]:
        return tuple(number for number in self.headers if self.rows[number].title is not None)

    @cached_property
    def places_from(self) -> int:
        """The number of the first row whose successors are named after places."""
        found = (number for number, row in enumerate(self.rows) if row.heads_places)
        return next(found, len(self.rows))

    def cell_of(self, index: int, quantity: Quantity) -> Cell | None:
        """The cell of a quantity of the row with that index in the document."""
        number = index - self.first
        row = self.rows[number]
        spans = enumerate(row.cells)
        column = next((n for n, (start, end) in spans if start <= quantity.start < end), None)
        if column is None:
            return None
        return Cell(
            header=self._header(number, column),
            label=row.parts[0] if column > 0 else None,
            caption=self.below or self._title(number) or self.above,
            label_is_name=self.places_from < number,
        )

    def _header(self, number: int, column: int) -> Part | None:
        width = len(self.rows[number].cells)
        above = reversed(self.headers[: bisect_left(self.headers, number)])
        found = (self.rows[each].over(column, width) for each in above)
        return next((part for part in found if part is not None), None)

    def _title(self, number: int) -> Part | None:
        at = bisect_left(self.titles, number)
        return self.rows[self.titles[at - 1]].title if at else None


def _has_number(part: Part, *, whole: bool = False) -> bool:
    """Whether a cell holds a number of its own: not 'x 1.000', not the year of its column.

    With a unit a number in a head says what it counts; the ``whole`` cell is no such head.
    """
    first = part.context.tokens[part.clause.first].start
    last = part.context.tokens[part.clause.last - 1].end
    if _MULTIPLE.search(part.text):
        return False
    return any(
        first <= q.start < last and (q.unit is None or (whole and q.start - first <= 1))
        for _, q in part.context.quantities
    )


def _in(context: Context, passage: int) -> bool:
    return context.sentence.passage == passage


def _whole(context: Context) -> Part:
    return Part(context, Clause(0, len(context.tokens)))


def _line_above(contexts: Sequence[Context], first: int) -> Part | None:
    """The heading over a table, or the paragraph right above it."""
    if first == 0:
        return None
    passage, sentence = contexts[first].sentence.passage, contexts[first - 1].sentence
    heading = sentence.passage_kind in {"heading", "caption", "title"}
    return _whole(contexts[first - 1]) if heading or passage - sentence.passage == 1 else None


def _line_below(contexts: Sequence[Context], last: int) -> Part | None:
    """'Tabel 1. Energiearmoede per wijk, 2022. Bron: CBS': what a line below a table calls it.

    Only a line that says that it is of a table and of which number: no paragraph is a caption.
    """
    below, passage = last + 1, contexts[last].sentence.passage
    if below == len(contexts) or not _TABLE_NUMBER.match(contexts[below].sentence.text):
        return None
    if _table_of(contexts, below) > passage:
        return None  # it stands above the next table
    if _TABLE_NUMBER.fullmatch(contexts[below].sentence.text.strip()):
        own = contexts[below].sentence.passage
        below += any(_in(context, own) for context in contexts[below + 1 : below + 2])
    return _whole(contexts[below])


def _table_of(contexts: Sequence[Context], index: int) -> int:
    """The passage of the table right below a line, or -1."""
    own = contexts[index].sentence.passage
    after = next((c for c in contexts[index + 1 :] if not _in(c, own)), None)
    table = after is not None and after.sentence.passage_kind == "table"
    return after.sentence.passage if after is not None and table else -1
