"""What a decision rests on that may not be there any more when it has to hold again.

A finding is gone when its article is edited, and a person known only from texts is unknown in a
base that is built anew: what must be known of them is kept with the decision.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from pipeline.store.transaction import transaction

Basis = dict[str, Any]


def of_finding(db: sqlite3.Connection, finding: str) -> Basis | None:
    """Return the kind and the documents (SHA-256, path) of a finding; None if there is none.

    Near copies are left out, as they are of the figures that are decided about.
    """
    kind = db.execute("SELECT kind FROM findings WHERE id = ?", (finding,)).fetchone()
    if kind is None:
        return None
    documents = db.execute(
        "SELECT DISTINCT d.sha256, d.path FROM finding_members m JOIN figures f ON f.id = m.figure "
        "JOIN documents d ON d.id = f.document AND d.duplicate_of IS NULL "
        "WHERE m.finding = ? ORDER BY 1",
        (finding,),
    )
    return {"finding": str(kind[0]), "documents": {str(sha): str(path) for sha, path in documents}}


def of_entity(db: sqlite3.Connection, entity: str) -> Basis | None:
    """Return the kind and name of an entity known only from texts; None for all others."""
    row = db.execute(
        "SELECT kind, name FROM entities WHERE id = ? AND origin = 'text'", (entity,)
    ).fetchone()
    return None if row is None else {"kind": str(row[0]), "name": str(row[1])}


def ground(db: sqlite3.Connection) -> None:
    """Give decisions a basis that were taken before version 4, from what stands there now."""
    waiting = db.execute(
        "SELECT id, kind, iif(kind = 'verdict', subject, value) FROM decisions WHERE basis IS NULL "
        "AND (kind = 'verdict' AND subject IN (SELECT id FROM findings) OR kind = 'alias' "
        "AND value IN (SELECT id FROM entities WHERE origin = 'text'))"
    ).fetchall()
    with transaction(db):
        for decision, kind, thing in waiting:
            basis = of_finding(db, thing) if kind == "verdict" else of_entity(db, thing)
            db.execute(
                "UPDATE decisions SET basis = ? WHERE id = ?",
                (json.dumps(basis, ensure_ascii=False), decision),
            )
