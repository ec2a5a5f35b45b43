"""Is a base sound? Everything that outsiders rely on is verified, row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.store.catalogue import TABLES
from pipeline.store.schema import STATUSES
from pipeline.store.search import match_expression

_SPANNED = tuple(
    table.name
    for table in TABLES
    if {"document", "start", "end", "surface"} <= set(table.column_names)
)
_DATED = (
    ("documents", "published_earliest", "published_latest"),
    ("time_expressions", "earliest", "latest"),
    ("figures", "period_earliest", "period_latest"),
    ("reconciliations", "period_earliest", "period_latest"),
)
_INTERVALS = ("quantities", "figures")
_FACTS = ("sentences", "mentions", "roles", "quantities", "time_expressions", "figures")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a base. ``where`` names table and row."""

    code: str
    where: str
    message: str


def check(db: sqlite3.Connection) -> list[Problem]:
    """Return all that is wrong with a base; nothing if it is sound.

    Of every kind of problem in a table the first five rows are named, then how many more there
    are.
    """
    rules: tuple[Callable[[sqlite3.Connection], Iterator[Problem]], ...] = (
        _integrity,
        _foreign_keys,
        _surfaces,
        _zones_and_sentences,
        _vocabularies,
        _dates,
        _intervals,
        _superseded,
        _search_index,
        _runs,
    )
    found = [problem for rule in rules for problem in rule(db)]
    return [problem for group in _grouped(found) for problem in _shortened(group)]


def _grouped(problems: list[Problem]) -> list[list[Problem]]:
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.code, problem.where.split(" ")[0]), []).append(problem)
    return list(groups.values())


def _shortened(group: list[Problem]) -> list[Problem]:
    more = len(group) - _SHOWN
    if more <= 0:
        return group
    first = group[0]
    table = first.where.split(" ")[0]
    return [*group[:_SHOWN], Problem(first.code, table, f"and {more} more of these")]


def _integrity(db: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("integrity", "file", message)


def _foreign_keys(db: sqlite3.Connection) -> Iterator[Problem]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Problem("foreign_key", f"{table} row {row}", f"refers to nothing in {parent}")


def _surfaces(db: sqlite3.Connection) -> Iterator[Problem]:
    sources = [(name, "t.document") for name in _SPANNED]
    for table, document in sources:
        yield from _surface_rows(db, table, f"JOIN documents d ON d.id = {document}")
    yield from _surface_rows(
        db,
        "figure_evidence",
        "JOIN figures f ON f.id = t.figure JOIN documents d ON d.id = f.document",
    )


def _surface_rows(db: sqlite3.Connection, table: str, join: str) -> Iterator[Problem]:
    rows = db.execute(
        f'SELECT t.rowid, t.start, t."end" FROM {table} t {join} '
        'WHERE t.start IS NOT NULL AND (t.start < 0 OR t."end" > length(d.text) '
        'OR substr(d.text, t.start + 1, t."end" - t.start) IS NOT t.surface)'
    )
    for row, start, end in rows:
        yield Problem("surface", f"{table} row {row}", f"offsets {start}-{end} give other words")


def _zones_and_sentences(db: sqlite3.Connection) -> Iterator[Problem]:
    for table in ("zones", "sentences"):
        for document, start, end in db.execute(
            f'SELECT t.document, t.start, t."end" FROM {table} t '
            "JOIN documents d ON d.id = t.document "
            'WHERE t.start < 0 OR t."end" > length(d.text) OR t."end" <= t.start'
        ):
            yield Problem(
                "span", f"{table} of {document}", f"offsets {start}-{end} lie outside the text"
            )
    for document, start in db.execute(
        "SELECT a.document, b.start FROM zones a JOIN zones b ON b.document = a.document "
        'AND b.start > a.start AND b.start < a."end"'
    ):
        yield Problem("overlap", f"zones of {document}", f"two zones meet at {start}")


def _vocabularies(db: sqlite3.Connection) -> Iterator[Problem]:
    for table in TABLES:
        for column in table.columns:
            if not column.values:
                continue
            marks = ", ".join("?" * len(column.values))
            for (value,) in db.execute(
                f'SELECT DISTINCT "{column.name}" FROM {table.name} '
                f'WHERE "{column.name}" NOT IN ({marks})',
                column.values,
            ):
                yield Problem("vocabulary", f"{table.name}.{column.name}", f"{value!r} is unknown")
    marks = ", ".join("?" * len(STATUSES))
    for figure, value in db.execute(
        "SELECT f.id, s.value FROM figures f, json_each(f.status) s "
        f"WHERE s.value NOT IN ({marks})",
        STATUSES,
    ):
        yield Problem("vocabulary", f"figures {figure}", f"status {value!r} is unknown")


def _dates(db: sqlite3.Connection) -> Iterator[Problem]:
    day = "'____-__-__'"
    for table, earliest, latest in _DATED:
        for (row,) in db.execute(
            f"SELECT id FROM {table} WHERE {earliest} > {latest} "
            f"OR {earliest} NOT LIKE {day} OR {latest} NOT LIKE {day}"
        ):
            yield Problem(
                "dates", f"{table} {row}", f"{earliest} and {latest} are no first and last day"
            )
    # A plain EDTF year, month or day must begin where its first day begins.
    for table, edtf, earliest in (
        ("documents", "published", "published_earliest"),
        ("time_expressions", "edtf", "earliest"),
        ("figures", "period", "period_earliest"),
    ):
        for row, value, first in db.execute(
            f"SELECT id, {edtf}, {earliest} FROM {table} WHERE {edtf} GLOB '[12][0-9][0-9][0-9]' "
            f"OR {edtf} GLOB '[12][0-9][0-9][0-9]-[01][0-9]*'"
        ):
            # Months from 21 are seasons and quarters.
            month = value[5:7]
            shown = value[:4] if month > "12" else value[:10].split("/")[0]
            if first is not None and not first.startswith(shown):
                yield Problem("dates", f"{table} {row}", f"{value} does not begin on {first}")


def _intervals(db: sqlite3.Connection) -> Iterator[Problem]:
    for table in _INTERVALS:
        for (row,) in db.execute(
            f"SELECT id FROM {table} WHERE low > high OR outer_low > outer_high "
            "OR outer_low > low OR outer_high < high"
        ):
            yield Problem("interval", f"{table} {row}", "the outer interval must hold the core")


def _superseded(db: sqlite3.Connection) -> Iterator[Problem]:
    for table in _FACTS:
        for (document,) in db.execute(
            f"SELECT DISTINCT t.document FROM {table} t JOIN documents d ON d.id = t.document "
            "WHERE d.superseded_by IS NOT NULL"
        ):
            yield Problem("superseded", f"{table} of {document}", "a superseded document has facts")
    for (document,) in db.execute(
        "SELECT d.id FROM documents d JOIN documents o ON o.id = d.duplicate_of "
        "WHERE o.duplicate_of IS NOT NULL OR o.superseded_by IS NOT NULL"
    ):
        yield Problem("duplicate", f"documents {document}", "its original is no original")


def _search_index(db: sqlite3.Connection) -> Iterator[Problem]:
    (rows,) = db.execute("SELECT count(*) FROM sentences").fetchone()
    (indexed,) = db.execute("SELECT count(*) FROM sentences_fts_docsize").fetchone()
    if rows != indexed:
        yield Problem("search", "sentences_fts", f"{indexed} of {rows} sentences are indexed")
        return
    # The sentence in the middle must be found by its own longest word.
    sample = db.execute(
        "SELECT number, text FROM sentences ORDER BY number LIMIT 1 OFFSET ?", (rows // 2,)
    ).fetchone()
    if sample is None:
        return
    number, text = sample
    expression = match_expression(max(text.split(), key=len))
    if expression is None:
        return
    hit = db.execute(
        "SELECT 1 FROM sentences_fts WHERE sentences_fts MATCH ? AND rowid = ?",
        (expression, number),
    ).fetchone()
    if hit is None:
        yield Problem("search", f"sentences row {number}", "cannot be found by its own words")


def _runs(db: sqlite3.Connection) -> Iterator[Problem]:
    for run, counts in db.execute("SELECT id, counts FROM runs WHERE finished IS NOT NULL"):
        for name, value in db.execute("SELECT key, value FROM json_each(?)", (counts,)):
            if not isinstance(value, int) or value < 0:
                yield Problem("counts", f"runs {run}", f"{name} is {value!r}, not a number")
    (files,) = db.execute("SELECT count(*) FROM files").fetchone()
    (held,) = db.execute(
        "SELECT count(*) FROM documents d WHERE superseded_by IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM files WHERE document = d.id)"
    ).fetchone()
    if held:
        yield Problem("counts", "documents", f"{held} documents lie in none of the {files} files")
