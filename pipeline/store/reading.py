"""One document to read: its zones in order, with the facts marked where they stand."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from pipeline.store.queries import Row, rows


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is a fact. ``kind``: figure, quantity, time, or a name's kind."""

    start: int
    end: int
    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the mark that lies on it, if any."""

    text: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class ZoneText:
    """A zone with its text, cut in pieces."""

    kind: str
    reason: str | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its zones and marks; ``document`` has all columns but the text.

    ``published_words`` are the words of the text that tell its date.
    """

    document: Row
    zones: tuple[ZoneText, ...]
    marks: tuple[Mark, ...]
    issues: tuple[Row, ...]


def read_document(db: sqlite3.Connection, document: str) -> Reading:
    """Return the document with this id, to be read."""
    row = rows(db.execute("SELECT * FROM documents WHERE id = ?", (document,)))[0]
    text = row.pop("text")
    row.pop("fingerprint")
    start, end = row["published_start"], row["published_end"]
    row["published_words"] = None if start is None else " ".join(text[start:end].split())
    marks = _marks(db, document)
    zones = tuple(
        ZoneText(kind, reason, start, end, _pieces(text, start, end, marks))
        for kind, reason, start, end in db.execute(
            'SELECT kind, reason, start, "end" FROM zones WHERE document = ? ORDER BY start',
            (document,),
        )
    )
    issues = rows(
        db.execute(
            "SELECT stage, code, severity, message FROM issues WHERE document = ? ORDER BY id",
            (document,),
        )
    )
    return Reading(row, zones, marks, tuple(issues))


def _marks(db: sqlite3.Connection, document: str) -> tuple[Mark, ...]:
    """Return the facts of a document, the most telling first where they meet."""
    found = db.execute(
        """
        SELECT q.start, q."end", 'figure', f.id,
               i.label || coalesce(', ' || p.name, '') || coalesce(', ' || f.period, ''), 1
        FROM figures f JOIN quantities q ON q.id = f.quantity
        JOIN indicators i ON i.id = f.indicator LEFT JOIN entities p ON p.id = f.place
        WHERE f.document = :d
        UNION ALL
        SELECT start, "end", 'quantity', id, kind || coalesce(', ' || unit, ''), 2
        FROM quantities WHERE document = :d
          AND id NOT IN (SELECT quantity FROM figures WHERE document = :d)
        UNION ALL
        SELECT start, "end", 'time', id, coalesce(edtf, iso8601, kind), 3
        FROM time_expressions WHERE document = :d
        UNION ALL
        SELECT m.start, m."end", m.kind, m.id, coalesce(e.name, m.surface), 4
        FROM mentions m LEFT JOIN entities e ON e.id = m.entity WHERE m.document = :d
        ORDER BY 6, 1, 2 DESC, 4
        """,
        {"d": document},
    )
    return tuple(Mark(*row[:5]) for row in map(tuple, found))


def _pieces(text: str, start: int, end: int, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """Cut a zone where marks begin and end; of marks that overlap the first one wins."""
    chosen: list[Mark] = []
    for mark in marks:
        inside = start <= mark.start and mark.end <= end
        if inside and all(mark.end <= other.start or mark.start >= other.end for other in chosen):
            chosen.append(mark)
    pieces: list[Piece] = []
    position = start
    for mark in sorted(chosen, key=lambda each: each.start):
        if mark.start > position:
            pieces.append(Piece(text[position : mark.start], None))
        pieces.append(Piece(text[mark.start : mark.end], mark))
        position = mark.end
    if position < end:
        pieces.append(Piece(text[position:end], None))
    return tuple(pieces)
