"""Opening a base: for the one writer, or read-only with errors a person can act on."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from pipeline.store.catalogue import SCHEMA_VERSION

BUSY_MILLISECONDS = 30_000

_LOG_PAGES = (
    4_000  # 16 MB of log: checkpoints are dear, and there is a transaction for every document
)


_WHOLE = "and give the command again: the base is whole, and goes on where it was"
_REMEDIES = {
    sqlite3.SQLITE_FULL: f"make room, {_WHOLE}",
    sqlite3.SQLITE_IOERR: "the disk does not take or give it; look at its room and its health, "
    f"{_WHOLE}",
    sqlite3.SQLITE_READONLY: "it is read-only; get write permission on it and on its folder",
    sqlite3.SQLITE_BUSY: "another program holds it; wait until that is done",
    sqlite3.SQLITE_CANTOPEN: "look at the permissions of it and of its folder",
    sqlite3.SQLITE_NOTADB: "name another file with --db, or put back a copy of the base",
    sqlite3.SQLITE_CORRUPT: "it is damaged; put back a copy, or move it away and ingest again: "
    "what people decided is kept in the file beside it",
}


class BaseError(Exception):
    """The base cannot be opened; the message says why and what to do about it."""


def trouble(error: sqlite3.Error) -> str:
    """Say what SQLite ran into while a base was read or written, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest tells kinds of it apart
    remedy = _REMEDIES.get(code)
    return str(error) if remedy is None else f"{error}: {remedy}"


def _uri(path: Path, options: str) -> str:
    return f"file:{quote(os.fsencode(path.resolve()))}?{options}"


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open or make the base at ``path`` for writing; transactions are begun by hand.

    Raises:
        BaseError: the folder cannot be made or written, or the file is something else.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        problem = (
            _too_new(path, version) if version > SCHEMA_VERSION else _foreign(path, connection)
        )
        if problem is None:
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.DatabaseError as error:
        message = f"{path} cannot be opened as a knowledge base: {trouble(error)}"
        raise BaseError(message) from error
    except OSError as error:
        raise BaseError(f"{path} cannot be made: {error.strerror}") from error
    if problem is not None:
        connection.close()
        raise BaseError(problem)
    return connection


def _foreign(path: Path, connection: sqlite3.Connection) -> str | None:
    """Say so if there is a database of somebody else: nothing may be added to that."""
    tables = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite|_%' "
            "ESCAPE '|' AND name <> '_sqlite_migrations'"
        )
    }
    if not tables or {"figures", "reconciliations"} <= tables:
        return None
    return (
        f"{path} is a database of another program, and nothing was added to it: name another file "
        "with --db"
    )


def _write_ahead(connection: sqlite3.Connection) -> None:
    # The write-ahead log lets people read while documents are added, and keeps the base whole
    # when the process is killed. Two that make one base at the same time get in each other's way
    # here, and SQLite does not wait by itself.
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)


def is_still(path: Path) -> bool:
    """Say whether nobody can be writing to a base, because its folder is read-only.

    A base in the write-ahead mode needs a small file beside it, which cannot be made there. Where
    a killed writer left its log, that file is there too, and the log is part of the base.
    """
    log = path.with_name(path.name + "-wal")
    left = log.exists() and log.stat().st_size > 0
    return not left and not os.access(path.resolve().parent, os.W_OK)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the base at ``path`` read-only, with rows that have column names.

    Raises:
        BaseError: there is no such file, it is no knowledge base, or of another version.
    """
    if not path.is_file():
        raise BaseError(
            f"there is no knowledge base at {path}: make one with `feitenbank ingest PATH`, "
            "or name another with --db"
        )
    options = "mode=ro&immutable=1" if is_still(path) else "mode=ro"
    connection = sqlite3.connect(_uri(path, options), uri=True)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BaseError(f"{path} is not a knowledge base: {trouble(error)}") from error
    problem = _problem(path, version, tables)
    if problem:
        connection.close()
        raise BaseError(problem)
    return connection


def _problem(path: Path, version: int, tables: set[str]) -> str | None:
    if version > SCHEMA_VERSION:
        return _too_new(path, version)
    if "figures" not in tables or version == 0:
        return f"{path} is not a knowledge base made by feitenbank (it lacks the tables)"
    if version < SCHEMA_VERSION:
        return (
            f"{path} was made by an older feitenbank (version {version} of the tables, "
            f"{SCHEMA_VERSION} is needed): run `feitenbank ingest` once to bring it up to date"
        )
    return None


def _too_new(path: Path, version: int) -> str:
    return (
        f"{path} was made by a newer feitenbank (version {version} of the tables, this one knows "
        f"{SCHEMA_VERSION}): install that version"
    )
