"""What was met and not taken in, and why: rows of ``issues`` that belong to no document.

A row stays until its file is taken in, or is there no more. What a document said before its file
became unusable is another matter, and stays.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path

from pipeline.store.locations import on_disk, stored
from pipeline.store.transaction import transaction


def note(
    db: sqlite3.Connection,
    location: Path,
    *,
    path: str,
    stage: str,
    code: str,
    severity: str,
    message: str,
    run: int,
) -> None:
    """Record why a file was not taken in; an earlier reason is replaced."""
    with transaction(db):
        forget(db, location)
        db.execute(
            "INSERT INTO issues (path, location, stage, code, severity, message, run) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (path, stored(location), stage, code, severity, message, run),
        )


def forget(db: sqlite3.Connection, location: Path) -> None:
    """Forget why a file was not taken in: it is now."""
    db.execute("DELETE FROM issues WHERE document IS NULL AND location = ?", (stored(location),))


def forget_absent(
    db: sqlite3.Connection, folders: Iterable[Path], present: Collection[Path]
) -> None:
    """Forget the reasons of files in ``folders`` that are not among those ``present`` there."""
    around = tuple(map(Path.absolute, folders))
    noted = {
        on_disk(row[0])
        for row in db.execute(
            "SELECT location FROM issues WHERE document IS NULL AND location IS NOT NULL"
        )
    }
    with transaction(db):
        for location in noted.difference(present):
            if any(location.is_relative_to(folder) for folder in around):
                forget(db, location)
