"""What the heads of a table say of a number in it: the header what and in which unit, the row where
or when.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.dimensions import Bound, BoundPeriod
from pipeline.figures.grid import ROW_HEADS, Cell, Part
from pipeline.figures.known import find_known
from pipeline.figures.labels import label_of, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.records import PLACE_KINDS, Evidence, Quantity, TimeExpression

_LONGEST = 4  # words of a head that name a column


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


def _noun_phrase(part: Part, lexicon: Lexicon, *, is_header: bool) -> Naming | None:
    """The first noun phrase of a part that names a measure; rows are named after places."""
    tokens = part.context.tokens
    for index in range(part.clause.first, part.clause.last):
        # A cell begins with a capital, which taggers take for a name.
        opens = is_header and index == part.clause.first and tokens[index].pos == "PROPN"
        if tokens[index].pos != "NOUN" and not opens:
            continue
        if tokens[index].text.lower() in ROW_HEADS or _follows_per(part, index):
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
    if not words or words[0] in ROW_HEADS:
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
