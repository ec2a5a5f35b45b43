"""The queue of groups whose figures changed and that are still to be compared again.

It is filled in the same transaction as the figures, so that a run that was cut off is completed by
the next one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class Group(NamedTuple):
    """What figures are compared by. Place and unit are empty where figures have none."""

    topic: str
    place: str
    unit: str


def groups_of(db: sqlite3.Connection, document: str) -> set[Group]:
    """Return the groups in which figures of ``document`` are, or were when last compared.

    With them come those of figures that share a finding with one of them, or that tell the same.
    """
    rows = db.execute(
        """
        SELECT i.topic, coalesce(f.place, ''), coalesce(f.unit, '')
        FROM figures f JOIN indicators i ON i.id = f.indicator WHERE f.document = :document
        UNION
        SELECT r.topic, coalesce(r.place, ''), coalesce(r.unit, '')
        FROM figures f JOIN reconciliation_members m ON m.figure = f.id
        JOIN reconciliations r ON r.id = m.reconciliation WHERE f.document = :document
        UNION
        SELECT i.topic, coalesce(o.place, ''), coalesce(o.unit, '')
        FROM figures f JOIN finding_members a ON a.figure = f.id
        JOIN finding_members b ON b.finding = a.finding
        JOIN figures o ON o.id = b.figure JOIN indicators i ON i.id = o.indicator
        WHERE f.document = :document
        UNION
        SELECT i.topic, coalesce(o.place, ''), coalesce(o.unit, '')
        FROM figures f JOIN comparisons c ON c.figure_a = f.id AND c.reasons LIKE :retold
        JOIN figures o ON o.id = c.figure_b JOIN indicators i ON i.id = o.indicator
        WHERE f.document = :document
        UNION
        SELECT i.topic, coalesce(o.place, ''), coalesce(o.unit, '')
        FROM figures f JOIN comparisons c ON c.figure_b = f.id AND c.reasons LIKE :retold
        JOIN figures o ON o.id = c.figure_a JOIN indicators i ON i.id = o.indicator
        WHERE f.document = :document
        """,
        {"document": document, "retold": '%"retold"%'},
    )
    return {Group(*row) for row in rows}


def queue_groups(db: sqlite3.Connection, groups: Iterable[Group]) -> None:
    """Put groups in the queue; those that are in it stay once."""
    db.executemany("INSERT OR IGNORE INTO stale_groups VALUES (?, ?, ?)", groups)


def stale_groups(db: sqlite3.Connection) -> list[Group]:
    """Return the groups that wait, in a fixed order."""
    return [
        Group(*row)
        for row in db.execute(
            "SELECT topic, place, unit FROM stale_groups ORDER BY topic, place, unit"
        )
    ]


def forget_group(db: sqlite3.Connection, group: Group) -> None:
    """Take a group out of the queue: it has been compared."""
    db.execute("DELETE FROM stale_groups WHERE topic = ? AND place = ? AND unit = ?", group)
