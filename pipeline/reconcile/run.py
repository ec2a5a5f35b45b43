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
from dataclasses import astuple, dataclass

from pipeline.figures.lexicon import load_lexicon
from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.pairs import pairs_to_compare
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
from pipeline.reconcile.restated import restatements
from pipeline.reconcile.verdicts import judge
from pipeline.store.groups import Group, forget_group, stale_groups
from pipeline.store.ids import finding_id
from pipeline.store.transaction import transaction


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
    renewed: set[str] = set()  # findings of a document rest on that document alone: once is enough
    for done, ((topic, place), groups) in enumerate(sorted(subjects.items()), start=1):
        with transaction(db):
            figures = figures_of_group(db, topic, place) if place else ()
            changed = _changed_documents(db, figures) if place else _placeless(db, topic)
            _forget(db, topic, place)
            written = _reconcile_subject(db, figures)
            found += written.findings + _renew_findings(db, changed - renewed)
            renewed |= changed
            compared += written.comparisons
            for group in groups:
                forget_group(db, group)
        if progress is not None:
            progress(done, len(subjects))
    with transaction(db):
        _drop_orphans(db)
    return Summary(len(subjects), compared, found)


@dataclass(frozen=True, slots=True)
class _Written:
    comparisons: int
    findings: int


def _reconcile_subject(db: sqlite3.Connection, figures: Sequence[Stated]) -> _Written:
    families: dict[str, list[Stated]] = defaultdict(list)
    for figure in restatements(figures):
        families[figure.group].append(figure)
    compared = 0
    for _, members in sorted(families.items()):
        comparisons = [relate(a, b) for a, b in pairs_to_compare(members)]
        _write_comparisons(db, comparisons)
        _write_verdict(db, judge(members, comparisons))
        compared += len(comparisons)
    parents = {
        known.record.id: known.record.parent
        for known in load_lexicon().indicators
        if known.record.parent
    }
    return _Written(compared, _write_findings(db, part_findings(figures, parents)))


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
        count += _write_findings(db, findings)
    return count


def _changed_documents(db: sqlite3.Connection, figures: Sequence[Stated]) -> set[str]:
    """The documents whose findings may be out of date, told by what the last run left of them.

    A figure that is in no group was written since; one that is a member as a copy, or is not, may
    have become the opposite.
    """
    left = {
        str(figure): reason == "copy"
        for topic, place in {(f.topic, f.place) for f in figures}
        for figure, reason in db.execute(
            "SELECT m.figure, m.reason FROM reconciliation_members m "
            "JOIN reconciliations r ON r.id = m.reconciliation WHERE r.topic = ? AND r.place = ?",
            (topic, place),
        )
    }
    return {f.document for f in figures if left.get(f.id) is not (f.copy_of is not None)}


def _placeless(db: sqlite3.Connection, topic: str) -> set[str]:
    """The documents with figures about a topic that have no place: these are in no group."""
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
    db.executemany(
        "INSERT INTO reconciliation_periods (reconciliation, position, indicator, population, "
        "period, period_earliest, period_latest, value, low, high, voices, figures) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((verdict.id, position, *astuple(each)) for position, each in enumerate(verdict.periods)),
    )


def _write_findings(db: sqlite3.Connection, findings: Iterable[Finding]) -> int:
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


def _drop_orphans(db: sqlite3.Connection) -> None:
    """A group or finding of which the figures are gone says nothing any more."""
    for table, members, column in (
        ("findings", "finding_members", "finding"),
        ("reconciliations", "reconciliation_members", "reconciliation"),
    ):
        db.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT {column} FROM {members})")
