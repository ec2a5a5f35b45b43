"""Finding a thing by what a person types: a whole id, its beginning, or a file name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from pipeline.store.stems import fold

_TABLES: Final = {
    "f": "figures",
    "d": "documents",
    "R": "reconciliations",
    "N": "findings",
    "D": "decisions",
}
_SHOWN = 5


class LookupFailedError(Exception):
    """Nothing, or more than one thing, answers to what was typed; the message says which."""


class AmbiguousError(LookupFailedError):
    """More than one thing answers to what was typed."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A row by its table and id."""

    table: str
    id: str


def find_thing(db: sqlite3.Connection, typed: str, tables: tuple[str, ...]) -> Thing:
    """Return the one row of ``tables`` whose id is, or begins with, what was typed.

    Raises:
        LookupFailedError: there is none, or there are several.
    """
    table = _TABLES.get(typed[:1])
    if table is None or table not in tables:
        letters = " or ".join(f"{letter}…" for letter, name in _TABLES.items() if name in tables)
        raise LookupFailedError(f"{typed!r} is no id: give one that looks like {letters}")
    ids = [
        row[0]
        for row in db.execute(
            f"SELECT id FROM {table} WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?",
            (len(typed), typed, _SHOWN + 1),
        )
    ]
    if not ids:
        raise LookupFailedError(f"there is nothing in {table} with an id that begins with {typed}")
    if len(ids) > 1 and typed not in ids:
        raise AmbiguousError(f"{typed} may be {', '.join(ids[:_SHOWN])}: give more of the id")
    return Thing(table, typed if typed in ids else ids[0])


def find_document(db: sqlite3.Connection, typed: str) -> str:
    """Return the id of the document with this id, beginning of an id, path or file name.

    Documents that are not superseded go first.

    Raises:
        LookupFailedError: there is none, or there are several.
    """
    rows = db.execute(
        "SELECT DISTINCT d.id, d.superseded_by IS NOT NULL FROM documents d "
        "LEFT JOIN files x ON x.document = d.id "
        "WHERE ? IN (d.path, x.path) OR x.path LIKE ? ESCAPE '\\' OR d.path LIKE ? ESCAPE '\\' "
        "ORDER BY 2, 1",
        (typed, _ending(typed), _ending(typed)),
    ).fetchall()
    live = [row[0] for row in rows if not row[1]] or [row[0] for row in rows]
    if len(live) == 1:
        return str(live[0])
    if len(live) > 1:
        shown = ", ".join(live[:_SHOWN])
        raise LookupFailedError(f"several documents are called {typed}: {shown}; give an id")
    try:
        return find_thing(db, typed, ("documents",)).id
    except LookupFailedError as error:
        if isinstance(error, AmbiguousError):
            raise
        raise LookupFailedError(f"there is no document with id, path or name {typed!r}") from error


def find_surface(db: sqlite3.Connection, typed: str, document: str | None = None) -> str:
    """Return a name as the texts write it, if one of them has it, with single spaces.

    Raises:
        LookupFailedError: no name is written so; the message says what is written nearly so.
    """
    wanted = " ".join(typed.split())
    # What was decided to be no name is found nowhere any more, and may be decided about again.
    written = {
        form
        for row in db.execute(
            "SELECT surface FROM mentions WHERE ?1 IS NULL OR document = ?1 UNION SELECT subject "
            "FROM decisions WHERE kind = 'alias' AND undone_at IS NULL",
            (document,),
        )
        for form in _forms(str(row[0]))
    }
    if wanted in written:
        return wanted
    alike = {each for each in written if fold(each) == fold(wanted)}
    alike |= {
        _forms(str(row[0]))[-1]
        for row in db.execute(
            "SELECT m.surface FROM mentions m JOIN entities e ON e.id = m.entity "
            "WHERE ? IN (e.id, e.name) AND (? IS NULL OR m.document = ?)",
            (typed, document, document),
        )
    }
    where = "in that document" if document else "in the base"
    hint = (
        f"give one of {', '.join(f'‘{each}’' for each in sorted(alike)[:_SHOWN])}"
        if alike
        else "feitenbank entities --json lists them under written_as"
    )
    raise LookupFailedError(f"no name {where} is written {typed!r}: {hint}")


def _forms(surface: str) -> tuple[str, str]:
    """A name with single spaces; then also without the hyphens at line ends."""
    return " ".join(surface.split()), " ".join(surface.replace("-\n", "").split())


def _ending(typed: str) -> str:
    escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%/{escaped}"
