"""What reconciliation concludes, as rows: replaced as a whole whenever it is drawn anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple

from pipeline.reconcile.records import Comparison, Finding, Verdict
from pipeline.store.ids import finding_id

MET = '%"same_matter"%'
"""What the reasons are like for which figures of two groups were compared: what texts share."""


def forget_conclusions(db: sqlite3.Connection, topic: str, place: str) -> None:
    """Drop what was concluded about a topic in a place.

    Findings of one document are left aside, and so is what came of two documents that met.
    """
    db.execute(
        "DELETE FROM comparisons WHERE figure_a IN (SELECT f.id FROM figures f JOIN indicators i "
        "ON i.id = f.indicator WHERE i.topic = :topic AND f.place = :place) AND figure_b IN "
        "(SELECT f.id FROM figures f JOIN indicators i ON i.id = f.indicator "
        "WHERE i.topic = :topic AND f.place = :place) AND reasons NOT LIKE :met",
        {"topic": topic, "place": place, "met": MET},
    )
    forget_verdicts(db, topic, place)
    db.execute(
        "DELETE FROM findings WHERE kind = 'part_exceeds_whole' AND id IN "
        "(SELECT m.finding FROM finding_members m JOIN figures f ON f.id = m.figure "
        "JOIN indicators i ON i.id = f.indicator WHERE i.topic = ? AND f.place = ?)",
        (topic, place),
    )


def forget_verdicts(db: sqlite3.Connection, topic: str, place: str) -> None:
    """Drop the verdicts on a topic in a place, and leave what they rest on."""
    db.execute("DELETE FROM reconciliations WHERE topic = ? AND place = ?", (topic, place))


def forget_findings(db: sqlite3.Connection, document: str) -> None:
    """Drop the findings that rest on one document alone."""
    db.execute(
        "DELETE FROM findings WHERE kind != 'part_exceeds_whole' AND id IN "
        "(SELECT m.finding FROM finding_members m JOIN figures f ON f.id = m.figure "
        "WHERE f.document = ?)",
        (document,),
    )


def write_comparisons(db: sqlite3.Connection, comparisons: Iterable[Comparison]) -> None:
    """Write how pairs of figures relate, in the place of what was written of the same pair."""
    db.executemany(
        "INSERT OR REPLACE INTO comparisons (figure_a, figure_b, relation, reasons) "
        "VALUES (?, ?, ?, ?)",
        ((c.figure_a, c.figure_b, c.relation, json.dumps(c.reasons)) for c in comparisons),
    )


def write_verdict(db: sqlite3.Connection, verdict: Verdict) -> None:
    """Write the verdict on a group that has none, with its members and its best intervals."""
    db.execute(
        "INSERT INTO reconciliations (id, topic, place, unit, verdict, value, low, high, "
        "period_earliest, period_latest, explanation_nl, explanation_en) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            verdict.id,
            verdict.topic,
            verdict.place,
            verdict.unit,
            verdict.verdict,
            verdict.value,
            verdict.low,
            verdict.high,
            verdict.earliest,
            verdict.latest,
            verdict.explanation_nl,
            verdict.explanation_en,
        ),
    )
    db.executemany(
        "INSERT INTO reconciliation_members (reconciliation, figure, rank, reason) "
        "VALUES (?, ?, ?, ?)",
        ((verdict.id, m.figure, m.rank, m.reason) for m in verdict.members),
    )
    db.executemany(
        "INSERT INTO reconciliation_periods (reconciliation, position, indicator, population, "
        "period, period_earliest, period_latest, value, low, high, voices, figures) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((verdict.id, position, *astuple(each)) for position, each in enumerate(verdict.periods)),
    )


def write_findings(db: sqlite3.Connection, findings: Iterable[Finding]) -> int:
    """Write findings and return how many; two on the same figures are one."""
    written = set()
    for finding in findings:
        id = finding_id(finding.kind, tuple(figure for figure, _ in finding.members))
        db.execute(
            "INSERT OR REPLACE INTO findings (id, kind, severity, place, explanation_nl, "
            "explanation_en) VALUES (?, ?, ?, ?, ?, ?)",
            (
                id,
                finding.kind,
                finding.severity,
                finding.place,
                finding.explanation_nl,
                finding.explanation_en,
            ),
        )
        db.executemany(
            "INSERT OR REPLACE INTO finding_members (finding, figure, part) VALUES (?, ?, ?)",
            ((id, figure, part) for figure, part in finding.members),
        )
        written.add(id)
    return len(written)


def drop_orphans(db: sqlite3.Connection) -> None:
    """Drop groups and findings of which the figures are gone: they say nothing any more."""
    for table, members, column in (
        ("findings", "finding_members", "finding"),
        ("reconciliations", "reconciliation_members", "reconciliation"),
    ):
        db.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT {column} FROM {members})")
