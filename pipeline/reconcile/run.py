"""Reconciling the groups that wait in the queue, one transaction each.

The queue is filled by the writer in the transaction that changes figures, so a run that was cut
off leaves its groups waiting and the next run completes them. What a group comes to is replaced
as a whole; the outcome depends on the figures alone, not on the order in which they came.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.figures.lexicon import load_lexicon
from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.parts import part_findings, revision_findings
from pipeline.reconcile.records import (
    Comparison,
    Finding,
    Stated,
    Verdict,
    figures_of_document,
    figures_of_group,
)
from pipeline.reconcile.relations import relate
from pipeline.reconcile.verdicts import judge
from pipeline.store.groups import Group, forget_group, stale_groups
from pipeline.store.ids import finding_id
from pipeline.store.transaction import transaction

# Above this many figures only pairs of one indicator are kept: the others differ by definition.
_ALL_PAIRS = 60


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of reconciliation did."""

    groups: int
    comparisons: int
    findings: int


def reconcile(
    db: sqlite3.Connection, *, progress: Callable[[int, int], None] | None = None
) -> Summary:
    """Compare the figures of all groups that wait, and write verdicts and findings.

    ``progress`` is called with the number of groups done and to do.
    """
    waiting = stale_groups(db)
    subjects: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in waiting:
        subjects[group.topic, group.place].append(group)
    compared = found = 0
    for done, ((topic, place), groups) in enumerate(sorted(subjects.items()), start=1):
        with transaction(db):
            figures = figures_of_group(db, topic, place) if place else ()
            _forget(db, topic, place)
            comparisons = _reconcile_subject(db, figures)
            documents = {figure.document for figure in figures}
            if not place:
                documents = _placeless_documents(db, topic)
            found += _renew_findings(db, documents)
            compared += len(comparisons)
            for group in groups:
                forget_group(db, group)
        if progress is not None:
            progress(done, len(subjects))
    with transaction(db):
        _drop_orphans(db)
    return Summary(len(subjects), compared, found)


def _reconcile_subject(db: sqlite3.Connection, figures: Sequence[Stated]) -> list[Comparison]:
    families: dict[str, list[Stated]] = defaultdict(list)
    for figure in figures:
        families[figure.family].append(figure)
    written: list[Comparison] = []
    for _, members in sorted(families.items()):
        comparisons = _compare(members)
        _write_comparisons(db, comparisons)
        _write_verdict(db, judge(members, comparisons))
        written += comparisons
    parents = {
        known.record.id: known.record.parent
        for known in load_lexicon().indicators
        if known.record.parent
    }
    _write_findings(db, part_findings(figures, parents))
    return written


def _compare(figures: Sequence[Stated]) -> list[Comparison]:
    ordered = sorted(figures, key=lambda figure: figure.id)
    few = len(ordered) <= _ALL_PAIRS
    comparisons = []
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            if few or a.indicator == b.indicator:
                comparisons.append(relate(a, b))
    return comparisons


def _forget(db: sqlite3.Connection, topic: str, place: str) -> None:
    db.execute(
        "DELETE FROM comparisons WHERE figure_a IN (SELECT f.id FROM figures f JOIN indicators i "
        "ON i.id = f.indicator WHERE i.topic = :topic AND f.place = :place) AND figure_b IN "
        "(SELECT f.id FROM figures f JOIN indicators i ON i.id = f.indicator "
        "WHERE i.topic = :topic AND f.place = :place)",
        {"topic": topic, "place": place},
    )
    db.execute("DELETE FROM reconciliations WHERE topic = ? AND place = ?", (topic, place))
    db.execute(
        "DELETE FROM findings WHERE kind = 'part_exceeds_whole' AND id IN "
        "(SELECT m.finding FROM finding_members m JOIN figures f ON f.id = m.figure "
        "JOIN indicators i ON i.id = f.indicator WHERE i.topic = ? AND f.place = ?)",
        (topic, place),
    )


def _renew_findings(db: sqlite3.Connection, documents: Iterable[str]) -> int:
    """Recompute the findings that depend on the figures of one document alone."""
    count = 0
    for document in sorted(documents):
        db.execute(
            "DELETE FROM findings WHERE kind != 'part_exceeds_whole' AND id IN "
            "(SELECT m.finding FROM finding_members m JOIN figures f ON f.id = m.figure "
            "WHERE f.document = ?)",
            (document,),
        )
        figures = figures_of_document(db, document)
        findings = (*document_findings(figures), *revision_findings(figures))
        _write_findings(db, findings)
        count += len(findings)
    return count


def _placeless_documents(db: sqlite3.Connection, topic: str) -> set[str]:
    return {
        str(row[0])
        for row in db.execute(
            "SELECT DISTINCT f.document FROM figures f JOIN indicators i ON i.id = f.indicator "
            "WHERE i.topic = ? AND f.place IS NULL",
            (topic,),
        )
    }


def _write_comparisons(db: sqlite3.Connection, comparisons: Iterable[Comparison]) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO comparisons (figure_a, figure_b, relation, reasons) "
        "VALUES (?, ?, ?, ?)",
        ((c.figure_a, c.figure_b, c.relation, json.dumps(c.reasons)) for c in comparisons),
    )


def _write_verdict(db: sqlite3.Connection, verdict: Verdict) -> None:
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


def _write_findings(db: sqlite3.Connection, findings: Iterable[Finding]) -> None:
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


def _drop_orphans(db: sqlite3.Connection) -> None:
    """A group or finding of which the figures are gone says nothing any more."""
    for table, members, column in (
        ("findings", "finding_members", "finding"),
        ("reconciliations", "reconciliation_members", "reconciliation"),
    ):
        db.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT {column} FROM {members})")
