"""Figures in tables: the header says what and in which unit, the row says where or when.

A table is a passage whose rows are sentences with cells divided by a bar or a tab. The first row
without numbers of its own is the header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.dimensions import Bound, BoundPeriod
from pipeline.figures.known import find_known
from pipeline.figures.labels import label_of, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.records import PLACE_KINDS, Evidence, Quantity, TimeExpression

_DIVIDER = re.compile(r"\s*\|\s*|\t+")
_ROW_HEADS = frozenset(
    {
        *("jaar", "schooljaar", "periode", "kwartaal", "maand", "week", "halfjaar", "peildatum"),
        *("gemeente", "plaats", "wijk", "buurt", "provincie", "regio", "locatie"),
        *("dorp", "kern", "stadsdeel", "straat", "school", "naam"),
        *("post", "onderdeel", "omschrijving", "indicator", "onderwerp", "categorie", "soort"),
        *("groep", "leeftijd"),
    }
)
_PLACE_HEADS = frozenset(
    {"gemeente", "plaats", "wijk", "buurt", "provincie", "regio", "dorp", "kern", "stadsdeel"}
)
_PLACE_HEAD = re.compile("|".join(sorted(_PLACE_HEADS)), re.IGNORECASE)
_TABLE_NUMBER = re.compile(r"tabel \d+\s*[.:]?", re.IGNORECASE)
_LONGEST = 4  # words of a head that name a column
_MULTIPLE = re.compile(r"x\s*(?:€\s*)?1[.\s]?000\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of the header, the first cell of a row, or the heading above: where words stand."""

    context: Context
    clause: Clause


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


def cell_of(contexts: Sequence[Context], index: int, quantity: Quantity) -> Cell | None:
    """Return the cell of a quantity that stands in a table, None outside tables."""
    context = contexts[index]
    if context.sentence.passage_kind != "table" or not _DIVIDER.search(context.sentence.text):
        return None
    cells = _cells(context)
    column = next(
        (n for n, (start, end) in enumerate(cells) if start <= quantity.start < end), None
    )
    if column is None:
        return None
    label = _part(context, cells[0]) if column > 0 else None
    header = _header(contexts, index, column, len(cells))
    named = _rows_are_places(contexts, index)
    return Cell(header, label, _caption(contexts, index), label_is_name=named)


def name_cell(quantity: Quantity, cell: Cell, lexicon: Lexicon) -> Naming | None:
    """Return the indicator that the header, the row label or the heading above names."""
    for part in cell.heads:
        known = find_known(part.context, quantity, lexicon, part.clause)
        if known is None:
            continue
        if part is cell.caption and cell.header is not None:
            # 'Huishoudens | Waarvan arm' below 'Armoede per wijk': what a column calls itself
            named = _noun_phrase(cell.header, lexicon, is_header=True)
            if named is not None:
                return named
        return _as_head(known)
    for part in cell.heads:
        derived = _noun_phrase(part, lexicon, is_header=part is cell.header)
        if derived is not None:
            return derived
    for head in (cell.header, cell.label):
        worded = _as_worded(head) if head is not None else None
        if worded is not None:
            return worded
    return None


def place_of_cell(cell: Cell) -> Bound | None:
    """Return the place that the row label or the header names."""
    for part in (cell.label, cell.header, cell.caption):
        if part is None or (part is cell.caption and not _is_heading(part)):
            continue
        for mention in part.context.mentions:
            first, _ = part.context.span(mention.start, mention.end)
            if mention.kind in PLACE_KINDS and mention.entity is not None and first in part.clause:
                return Bound(
                    mention.entity, Evidence("place", "table_head", mention.start, mention.end)
                )
    return None


def period_of_cell(cell: Cell) -> BoundPeriod | None:
    """Return the period that the row label, the header or the heading above names."""
    for part in (cell.label, cell.header, cell.caption):
        if part is None:
            continue
        for time in part.context.times:
            _, last = part.context.span(time.start, time.end)  # 'Jaar | 2025' is one expression
            if part is cell.caption and time.granularity == "day" and not _as_of(part, time):
                continue  # 'Vastgesteld op 9 november 2023'
            if time.kind not in {"duration", "set"} and time.edtf and last - 1 in part.clause:
                return BoundPeriod(time, Evidence("period", "table_head", time.start, time.end))
    return None


def _as_of(part: Part, time: TimeExpression) -> bool:
    """'Ons bezit per 31 december 2023', 'Stand op 1 januari': the day for which it was counted."""
    first, _ = part.context.span(time.start, time.end)
    words = [token.text.lower() for token in part.context.tokens[max(0, first - 2) : first + 1]]
    return "per" in words or "peildatum" in words or words[:2] == ["stand", "op"]


def _is_heading(part: Part) -> bool:
    """A paragraph that happens to stand above a table says nothing about its place."""
    return part.context.sentence.passage_kind in {"heading", "caption", "title"}


def _cells(context: Context) -> list[tuple[int, int]]:
    """The view spans of the cells of a row."""
    base = context.sentence.start
    spans = []
    start = 0
    for divider in _DIVIDER.finditer(context.sentence.text):
        spans.append((base + start, base + divider.start()))
        start = divider.end()
    spans.append((base + start, base + len(context.sentence.text)))
    return spans


def _part(context: Context, span: tuple[int, int]) -> Part | None:
    if span[0] >= span[1]:
        return None
    return Part(context, Clause(*context.span(*span)))


def _header(contexts: Sequence[Context], index: int, column: int, width: int) -> Part | None:
    passage = contexts[index].sentence.passage
    for other in range(index - 1, -1, -1):
        context = contexts[other]
        if context.sentence.passage != passage:
            return None
        cells = _cells(context)
        if _is_data(context, cells):
            continue
        # A header may lack the cell above the row labels.
        offset = width - len(cells)
        if offset == 1 and _heads_rows(context, cells[0]):
            offset = 0
        if offset not in {0, 1} or not 0 <= column - offset < len(cells):
            continue
        part = _part(context, cells[column - offset])
        if part is not None and not _has_number(part):
            return part
    return None


def _is_data(context: Context, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether a row holds numbers of its own; the head of a second table may follow the first."""
    parts = [_part(context, cell) for cell in cells[1:]]
    return any(part is not None and _has_number(part, whole=True) for part in parts)


def _heads_rows(context: Context, span: tuple[int, int]) -> bool:
    """'Jaar', 'Gemeente': the first header cell stands above the row labels."""
    part = _part(context, span)
    return part is not None and _text(part).lower() in _ROW_HEADS


def _has_number(part: Part, *, whole: bool = False) -> bool:
    """Whether a cell holds a number of its own: not 'x 1.000', not the year of its column.

    With a unit a number in a head says what it counts; the ``whole`` cell is no such head.
    """
    first = part.context.tokens[part.clause.first].start
    last = part.context.tokens[part.clause.last - 1].end
    if _MULTIPLE.search(_text(part)):
        return False
    return any(
        first <= q.start < last and (q.unit is None or (whole and q.start - first <= 1))
        for _, q in part.context.quantities
    )


def _rows_are_places(contexts: Sequence[Context], index: int) -> bool:
    """'Wijk | 2018 | 2022': what stands below the first head is the name of a place."""
    passage = contexts[index].sentence.passage
    for other in range(index - 1, -1, -1):
        if contexts[other].sentence.passage != passage:
            return False
        # Rows are many, and cells dear to read.
        if not _PLACE_HEAD.search(contexts[other].sentence.text):
            continue
        first = _part(contexts[other], _cells(contexts[other])[0])
        if first is not None and _PLACE_HEADS.intersection(_text(first).lower().split()):
            return True
    return False


def _caption(contexts: Sequence[Context], index: int) -> Part | None:
    return _caption_below(contexts, index) or _caption_above(contexts, index)


def _caption_below(contexts: Sequence[Context], index: int) -> Part | None:
    """'Tabel 1. Energiearmoede per wijk, 2022. Bron: CBS': what a line below a table calls it.

    Only a line that says that it is of a table and of which number: no paragraph is a caption.
    """
    passage = contexts[index].sentence.passage
    below = next((n for n in range(index + 1, len(contexts)) if not _in(contexts[n], passage)), 0)
    if not below or not _TABLE_NUMBER.match(contexts[below].sentence.text):
        return None
    if _table_of(contexts, below) > passage:
        return None  # it stands above the next table
    if _TABLE_NUMBER.fullmatch(contexts[below].sentence.text.strip()):
        own = contexts[below].sentence.passage
        below += any(_in(context, own) for context in contexts[below + 1 : below + 2])
    return Part(contexts[below], Clause(0, len(contexts[below].tokens)))


def _in(context: Context, passage: int) -> bool:
    return context.sentence.passage == passage


def _table_of(contexts: Sequence[Context], index: int) -> int:
    """The passage of the table right below a line, or -1."""
    own = contexts[index].sentence.passage
    after = next((c for c in contexts[index + 1 :] if not _in(c, own)), None)
    table = after is not None and after.sentence.passage_kind == "table"
    return after.sentence.passage if after is not None and table else -1


def _caption_above(contexts: Sequence[Context], index: int) -> Part | None:
    passage = contexts[index].sentence.passage
    for other in range(index - 1, -1, -1):
        sentence = contexts[other].sentence
        if sentence.passage == passage:
            title = _title_row(contexts[other])
            if title is not None:
                return title
            continue
        if (
            sentence.passage_kind in {"heading", "caption", "title"}
            or passage - sentence.passage == 1
        ):
            return Part(contexts[other], Clause(0, len(contexts[other].tokens)))
        return None
    return None


def _title_row(context: Context) -> Part | None:
    """'Overslag in ton | | |': a row with words in its first cell alone is the table's title."""
    cells = _cells(context)
    parts = [_part(context, cell) for cell in cells]
    alone = len(parts) > 1 and all(part is None for part in parts[1:])
    return parts[0] if alone else None


def _noun_phrase(part: Part, lexicon: Lexicon, *, is_header: bool) -> Naming | None:
    """The first noun phrase of a part that names a measure; rows are named after places."""
    tokens = part.context.tokens
    for index in range(part.clause.first, part.clause.last):
        # A cell begins with a capital, which taggers take for a name.
        opens = is_header and index == part.clause.first and tokens[index].pos == "PROPN"
        if tokens[index].pos != "NOUN" and not opens:
            continue
        if tokens[index].text.lower() in _ROW_HEADS or _follows_per(part, index):
            continue
        phrase = subject_phrase(part.context, index, part.clause)
        label = None if phrase is None else label_of(part.context, phrase, lexicon)
        if phrase is None or label is None:
            continue
        evidence = Evidence(
            "indicator", "table_head", tokens[phrase.first].start, tokens[phrase.last - 1].end
        )
        return Naming(derive(label), evidence, 0.8)
    return None


def _as_worded(part: Part) -> Naming | None:
    """A head without a noun names its column all the same: 'Opgelost', 'Totaal'."""
    start = part.context.tokens[part.clause.first].start
    taken = [(t.start, t.end) for t in part.context.times]
    words = [
        token.text.lower()
        for token in part.context.tokens[part.clause.first : part.clause.last]
        if token.text.isalpha() and not any(a <= token.start < b for a, b in taken)
    ]
    if not words or words[0] in _ROW_HEADS:
        return None
    text = " ".join(words[:_LONGEST])
    end = part.context.tokens[part.clause.last - 1].end
    found = Evidence("indicator", "table_head", start, end)
    return Naming(derive(Label(text, words[0])), found, 0.5)


def _follows_per(part: Part, index: int) -> bool:
    """'Per dorp staat hieronder het aantal laadpalen' is about charging points."""
    return index > part.clause.first and part.context.tokens[index - 1].text.lower() == "per"


def _as_head(naming: Naming) -> Naming:
    return replace(naming, evidence=replace(naming.evidence, method="table_head"))


def _text(part: Part) -> str:
    tokens = part.context.tokens[part.clause.first : part.clause.last]
    return " ".join(token.text for token in tokens)
