"""One transaction: all of it, or none of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class DanglingReferenceError(ValueError):
    """Rows refer to rows that do not exist; the message names the tables."""


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Run the block in a write transaction; joins the one that is open, if there is one.

    Raises:
        DanglingReferenceError: at the end, a row refers to a row that does not exist.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # Rows of one document refer to each other; only the whole has to be sound.
        db.execute("PRAGMA defer_foreign_keys = ON")
        yield
        _commit(db)
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _commit(db: sqlite3.Connection) -> None:
    try:
        db.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        broken = sorted(
            {f"{row[0]} → {row[2]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()}
        )
        raise DanglingReferenceError(
            f"rows refer to rows that do not exist: {', '.join(broken)}"
        ) from error
