"""The figures of the base as reconciliation sees them, each with the names that it needs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from pipeline.reconcile.records import Stated

_SELECT = """
SELECT f.id, f.document, s.position, q.start, q.start - s.start AS offset,
       s.text AS sentence, s.kind AS zone, q.surface, q.kind,
       q.unit AS said_unit, q.per, q.comparative, q.part, q.said_together AS together,
       f.indicator, i.label, i.topic, i.parent, i.known,
       f.place, e.name AS place_name, f.population,
       iif(i.known, i.population, NULL) AS usual_population, f.period,
       f.period_earliest AS earliest, f.period_latest AS latest, f.period_kind,
       (SELECT v.method FROM figure_evidence v WHERE v.figure = f.id AND v.dimension = 'period'
        ORDER BY v.position LIMIT 1) AS period_method,
       (SELECT substr(d.text, v.start + 1, v."end" - v.start) FROM figure_evidence v
        WHERE v.figure = f.id AND v.dimension = 'period'
        ORDER BY v.position LIMIT 1) AS period_said,
       (SELECT v.method FROM figure_evidence v WHERE v.figure = f.id AND v.dimension = 'indicator'
        ORDER BY v.position LIMIT 1) AS indicator_method,
       (SELECT v.method FROM figure_evidence v WHERE v.figure = f.id AND v.dimension = 'place'
        ORDER BY v.position LIMIT 1) AS place_method,
       f.value, f.low, f.high, f.low_open, f.high_open, f.outer_low, f.outer_high,
       f.unit, f.hedge, f.statement, f.direction, f.base_figure AS base,
       b.period_earliest AS base_earliest, b.period_latest AS base_latest, f.confidence,
       f.status, f.stance,
       f.speaker, p.name AS speaker_name, f.derived_from,
       o.name AS derived_name, d.source, d.title, d.path,
       d.published_earliest, d.published_latest, d.duplicate_of AS copy_of
FROM figures f
JOIN quantities q ON q.id = f.quantity
JOIN sentences s ON s.id = f.sentence
JOIN indicators i ON i.id = f.indicator
JOIN documents d ON d.id = f.document
LEFT JOIN figures b ON b.id = f.base_figure
LEFT JOIN entities e ON e.id = f.place
LEFT JOIN entities p ON p.id = f.speaker
LEFT JOIN entities o ON o.id = f.derived_from
WHERE d.superseded_by IS NULL AND {where}
ORDER BY f.id
"""


def figures_of_group(db: sqlite3.Connection, topic: str, place: str) -> tuple[Stated, ...]:
    """Return the figures about a topic in a place, by id."""
    rows = db.execute(_SELECT.format(where="i.topic = ? AND f.place = ?"), (topic, place))
    return tuple(_stated(rows))


def figures_of_document(db: sqlite3.Connection, document: str) -> tuple[Stated, ...]:
    """Return the figures of one document in the order of its text."""
    rows = db.execute(_SELECT.format(where="f.document = ?"), (document,))
    return tuple(sorted(_stated(rows), key=lambda figure: (figure.start, figure.id)))


def changed_documents(db: sqlite3.Connection, figures: Sequence[Stated]) -> set[str]:
    """Return the documents whose findings may be out of date, by what the last run left of them.

    A figure that is in no group was written since; one that is a member as a copy, or is not, may
    have become the opposite.
    """
    left = {
        str(figure): reason == "copy"
        for topic, place in {(f.topic, f.place) for f in figures}
        for figure, reason in db.execute(
            "SELECT m.figure, m.reason FROM reconciliation_members m "
            "JOIN reconciliations r ON r.id = m.reconciliation WHERE r.topic = ? AND r.place = ?",
            (topic, place),
        )
    }
    return {f.document for f in figures if left.get(f.id) is not (f.copy_of is not None)}


def placeless_documents(db: sqlite3.Connection, topic: str) -> set[str]:
    """Return the documents with figures about a topic that have no place: these are in no group."""
    return {
        str(row[0])
        for row in db.execute(
            "SELECT DISTINCT f.document FROM figures f JOIN indicators i ON i.id = f.indicator "
            "WHERE i.topic = ? AND f.place IS NULL",
            (topic,),
        )
    }


def _stated(cursor: sqlite3.Cursor) -> Iterator[Stated]:
    names = [column[0] for column in cursor.description]
    rows: Iterable[tuple[object, ...]] = cursor
    for row in rows:
        cells = dict(zip(names, row, strict=True))
        cells["status"] = tuple(json.loads(str(cells["status"])))
        for flag in ("comparative", "known", "low_open", "high_open"):
            cells[flag] = bool(cells[flag])
        yield Stated(**cells)
