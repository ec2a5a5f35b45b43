"""A decision about a finding goes along when the article of the finding is edited.

The id of a group follows from its topic, place and unit, which an edit leaves; that of a finding
follows from its figures, which have other ids in another version of their text. What the decision
was about is therefore kept with it, as its *basis*: the kind of the finding and its documents. When
the finding is gone, the one that asks the same thing in the newer version of those documents takes
its place. Whether the decision still holds is then told by the figures, as for a group.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.store.basis import Basis, of_finding
from pipeline.store.readings import readings
from pipeline.store.transaction import transaction


def follow(db: sqlite3.Connection) -> int:
    """Let decisions go along with findings whose documents were edited; return how many did."""
    waiting = db.execute(
        "SELECT id, basis, figures FROM decisions WHERE kind = 'verdict' AND undone_at IS NULL "
        "AND basis IS NOT NULL AND figures IS NOT NULL "
        "AND subject NOT IN (SELECT id FROM findings) "
        "ORDER BY decided_at DESC, id DESC"
    ).fetchall()
    count = 0
    with transaction(db):
        for decision, basis, figures in waiting:
            decided = json.loads(figures)
            found = _successor(db, json.loads(basis), decided)
            if found is None:
                continue
            db.execute(
                "UPDATE decisions SET subject = ?, basis = ?, figures = ? WHERE id = ?",
                (
                    found.id,
                    json.dumps(of_finding(db, found.id), ensure_ascii=False),
                    json.dumps(_renamed(decided, found.readings), ensure_ascii=False),
                    decision,
                ),
            )
            count += 1
    return count


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: str
    readings: dict[str, str]

    def likeness(self, decided: Mapping[str, str]) -> tuple[int, int]:
        """How many figures say the same, and how many are about the same thing."""
        return (
            (Counter(self.readings.values()) & Counter(decided.values())).total(),
            (
                Counter(map(_about, self.readings.values()))
                & Counter(map(_about, decided.values()))
            ).total(),
        )

    def asks_the_same(self, decided: Mapping[str, str]) -> bool:
        """Whether it is about the same things, or for the greater part about the same figures."""
        same, alike = self.likeness(decided)
        return alike == len(decided) == len(self.readings) or 2 * same > len(decided)


def _successor(
    db: sqlite3.Connection, basis: Basis, decided: Mapping[str, str]
) -> _Candidate | None:
    """Return the finding that asks in the newer texts what was decided about in the older ones."""
    now = {
        document
        for sha, path in basis["documents"].items()
        for document in _versions(db, sha, path)
    }
    marks = ", ".join("?" * len(now))
    candidates = [
        _Candidate(str(row[0]), readings(db, str(row[0])))
        for row in db.execute(
            "SELECT n.id FROM findings n WHERE n.kind = ? AND NOT EXISTS "
            "(SELECT 1 FROM decisions x WHERE x.subject = n.id AND x.undone_at IS NULL) "
            "AND NOT EXISTS (SELECT 1 FROM finding_members m JOIN figures f ON f.id = m.figure "
            f"WHERE m.finding = n.id AND f.document NOT IN ({marks})) ORDER BY n.id",
            (basis["finding"], *sorted(now)),
        )
    ]
    fitting = [each for each in candidates if each.asks_the_same(decided)]
    return max(fitting, key=lambda each: each.likeness(decided), default=None)


def _versions(db: sqlite3.Connection, sha256: str, path: str) -> list[str]:
    """Return the document that bytes are now: its newest version, and of a copy the original.

    A base that was built anew does not know older versions: there the file of that name will do.
    """
    newest = (
        db.execute(
            """
        WITH RECURSIVE version (id, next) AS (
          SELECT id, coalesce(superseded_by, duplicate_of) FROM documents WHERE sha256 = :sha
          UNION
          SELECT d.id, coalesce(d.superseded_by, d.duplicate_of)
          FROM documents d JOIN version v ON d.id = v.next
        )
        SELECT id FROM version WHERE next IS NULL
        """,
            {"sha": sha256},
        ).fetchall()
        or db.execute(
            "SELECT DISTINCT coalesce(duplicate_of, id) FROM documents "
            "WHERE path = ? AND superseded_by IS NULL ORDER BY 1",
            (path,),
        ).fetchall()
    )
    return [str(row[0]) for row in newest]


def _about(reading: str) -> str:
    """What a reading is about: all of it but value, low and high."""
    return reading.rsplit("|", 3)[0]


def _renamed(decided: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Return what was decided about under the ids of today's figures.

    A figure that says the same is the same; of what is left, one about the same thing was read
    otherwise. The others keep their ids, and are gone.

    >>> _renamed({"f1": "a|1|1|1", "f2": "a|2|2|2"}, {"f8": "a|3|3|3", "f9": "a|1|1|1"})
    {'f9': 'a|1|1|1', 'f8': 'a|2|2|2'}
    """
    left, named = dict(now), {}
    for alike in (str, _about):
        for figure, reading in decided.items():
            fitting = [each for each, other in left.items() if alike(other) == alike(reading)]
            if figure not in named and fitting:
                named[figure] = fitting[0]
                del left[fitting[0]]
    return {named.get(figure, figure): reading for figure, reading in decided.items()}
