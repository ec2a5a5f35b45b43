"""How the figures of a group or finding are read, to tell whether they are those of a decision.

A person decides about the figures that stand in a group at that moment. What each of them says is
kept with the decision as a *reading*: a line of text made by SQL, so that the views can compare it
with what stands there now. The words around a figure and the id of its document are no part of it:
a typing error that is mended elsewhere in an article leaves the decision as it is.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import Final, Literal

from pipeline.store.transaction import transaction

Change = Literal["new", "changed"]


def _number(column: str) -> str:
    # Twelve digits: what differs by more was said differently, what differs by less was not.
    return f"iif({column} IS NULL, '', printf('%.12g', {column}))"


READING: Final = " || '|' || ".join(
    (
        "f.indicator",
        "coalesce(f.population, '')",
        "coalesce(f.period, '')",
        "f.statement",
        "coalesce(f.direction, '')",
        "f.stance",
        *(_number(f"f.{name}") for name in ("value", "low", "high")),
    )
)
"""SQL for the reading of the figure ``f``: jeugdhulp|jongeren|2022|level||asserts|12|12|12.5."""


def figures_of(subject: str) -> str:
    """Return SQL for ``figure`` and ``reading`` of what stands in the group or finding ``subject``.

    Near copies are left out: one source that is repeated is one voice, and asks nothing anew.
    """
    return (
        f"SELECT f.id AS figure, {READING} AS reading FROM figures f "
        "JOIN documents d ON d.id = f.document AND d.duplicate_of IS NULL WHERE f.id IN "
        f"(SELECT figure FROM reconciliation_members WHERE reconciliation = {subject} "
        f"UNION SELECT figure FROM finding_members WHERE finding = {subject})"
    )


def readings(db: sqlite3.Connection, subject: str) -> dict[str, str]:
    """Return the readings of the figures in a reconciliation or finding, by the figures' ids."""
    return {
        str(figure): str(reading)
        for figure, reading in db.execute(f"{figures_of(':s')} ORDER BY 1", {"s": subject})
    }


def changes(decided: Mapping[str, str], now: Mapping[str, str]) -> dict[str, Change]:
    """Return which figures of ``now`` were not decided about, and whether they are new.

    A figure with another id and the same reading, which an edited article has, is the same.

    >>> changes({"f1": "12", "f2": "14"}, {"f3": "12", "f2": "15", "f4": "16"})
    {'f2': 'changed', 'f4': 'new'}
    """
    left = Counter(decided.values())
    same = {figure for figure, reading in now.items() if decided.get(figure) == reading}
    found: dict[str, Change] = {}
    for figure in sorted(now, key=lambda each: (each not in same, each)):
        if left[now[figure]] > 0:
            left[now[figure]] -= 1
        else:
            found[figure] = "changed" if figure in decided else "new"
    return found


def adopt(db: sqlite3.Connection) -> int:
    """Tie decisions that do not say which figures they are about to those that stand there now.

    Such decisions were taken before version 3 of the tables, and held whatever came; return how
    many were tied.
    """
    waiting = db.execute(
        "SELECT id, subject FROM decisions WHERE kind = 'verdict' AND figures IS NULL"
    ).fetchall()
    count = 0
    with transaction(db):
        for decision, subject in waiting:
            found = readings(db, subject)
            if found:
                db.execute(
                    "UPDATE decisions SET figures = ? WHERE id = ?", (json.dumps(found), decision)
                )
                count += 1
    return count
