"""What a person should look at: dates, names and verdicts that the machine is unsure of."""

from __future__ import annotations

import sqlite3
from typing import Final

from pipeline.store.queries import Row, rows

KINDS: Final = ("published", "alias", "verdict")

UNSURE: Final = 0.8
"""Links of names with a lower score than this are shown."""


def uncertain(db: sqlite3.Connection, *, kind: str | None = None) -> list[Row]:
    """Return what waits for a decision: kind, subject, what is known now, and why it is unsure.

    What a person decided already is left out, unless it was about other figures than there are.
    """
    found: list[Row] = []
    for name, query in (("published", _UNDATED), ("alias", _UNSURE_NAMES), ("verdict", _CONTESTED)):
        if kind in (None, name):
            found += rows(db.execute(query, {"unsure": UNSURE}))
    return found


def decided(db: sqlite3.Connection) -> list[Row]:
    """Return every decision with what it is about and whether it holds, the first one first."""
    return rows(
        db.execute(
            "SELECT d.id, d.kind, d.document_sha256, d.subject, d.value, d.note, d.decided_by, "
            "d.decided_at, d.undone_at, o.state, o.about, o.new_figures, o.changed_figures, "
            "o.gone_figures FROM decisions d JOIN decision_overview o ON o.decision = d.id "
            "ORDER BY d.decided_at, d.id"
        )
    )


_DECIDED = (
    "NOT EXISTS (SELECT 1 FROM decisions x WHERE x.undone_at IS NULL AND x.kind = '{kind}' "
    "AND x.subject IN ({subject}) AND (x.document_sha256 IS NULL OR x.document_sha256 = {sha}))"
)

# A name that is broken over two lines is decided about as if it stood on one.
_WRITTEN = "m.surface, replace(m.surface, char(10), ' '), replace(m.surface, '-' || char(10), '')"

_UNDATED = f"""
SELECT 'published' AS kind, d.id AS subject, coalesce(d.title, d.path) AS what,
       coalesce(d.published, d.published_earliest || ' … ' || d.published_latest) AS now,
       coalesce(d.published_reason, 'no date was found') AS why, d.path, d.id AS document
FROM documents d
WHERE d.superseded_by IS NULL AND d.published_method IN ('unknown', 'inferred')
  AND {_DECIDED.format(kind="published", subject="'published'", sha="d.sha256")}
ORDER BY d.path, d.id
"""

_UNSURE_NAMES = f"""
SELECT 'alias' AS kind, m.surface AS subject, min(s.text) AS what, e.name AS now,
       printf('%s, score %.2f, %d times', m.method, min(m.score), count(*)) AS why,
       min(d.path) AS path, min(d.id) AS document
FROM mentions m JOIN documents d ON d.id = m.document
LEFT JOIN entities e ON e.id = m.entity LEFT JOIN sentences s ON s.id = m.sentence
WHERE (m.method = 'fuzzy' OR m.score < :unsure) AND m.entity IS NOT NULL
  AND {_DECIDED.format(kind="alias", subject=_WRITTEN, sha="d.sha256")}
GROUP BY m.surface, m.entity, m.method
ORDER BY min(m.score), m.surface
"""

_CONTESTED = """
SELECT 'verdict' AS kind, v.id AS subject, v.explanation_en AS what, v.kind AS now,
       v.figures || ' figures from ' || v.sources || ' documents' || iif(v.state = 'again',
         printf('; decided before (%s by %s), with other figures: %d new, %d read otherwise, '
                || '%d gone', substr(v.decided_at, 1, 10), v.decided_by, v.new_figures,
                v.changed_figures, v.gone_figures), '') AS why,
       NULL AS path, NULL AS document
FROM conflict_overview v
WHERE v.urgency < 5 AND v.state <> 'decided'
ORDER BY v.urgency, v.place, v.id
"""
