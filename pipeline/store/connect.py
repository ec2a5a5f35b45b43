"""Opening a base: for the one writer, or read-only with errors a person can act on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from pipeline.store.catalogue import SCHEMA_VERSION

BUSY_MILLISECONDS = 30_000

_LOG_PAGES = (
    4_000  # 16 MB of log: checkpoints are dear, and there is a transaction for every document
)


class BaseError(Exception):
    """The base cannot be opened; the message says why and what to do about it."""


def _uri(path: Path, options: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{options}"


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open or make the base at ``path`` for writing; transactions are begun by hand.

    Raises:
        BaseError: the folder cannot be made or written, or the file is something else.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        # The write-ahead log lets people read while documents are added, and keeps the base whole
        # when the process is killed.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute("PRAGMA foreign_keys = ON")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise BaseError(f"{path} cannot be opened as a knowledge base: {error}") from error
    except OSError as error:
        raise BaseError(f"{path} cannot be made: {error.strerror}") from error
    if version > SCHEMA_VERSION:
        connection.close()
        raise BaseError(_too_new(path, version))
    return connection


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
    # A base in the write-ahead mode needs a small file beside it; where the folder is read-only
    # that is impossible, and nobody can be writing either.
    options = "mode=ro" if os.access(path.resolve().parent, os.W_OK) else "mode=ro&immutable=1"
    connection = sqlite3.connect(_uri(path, options), uri=True)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BaseError(f"{path} is not a knowledge base: {error}") from error
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
