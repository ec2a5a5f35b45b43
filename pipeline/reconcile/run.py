"""Reconciling the groups that wait in the queue, one transaction each.

The queue is filled by the writer in the transaction that changes figures, so a run that was cut
off leaves its groups waiting and the next run completes them. What a group comes to is replaced
as a whole; the outcome depends on the figures alone, not on the order in which they came.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.figures.lexicon import load_lexicon
from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.meeting_rows import Meetings, drop_lost_meetings
from pipeline.reconcile.pairs import pairs_to_compare
from pipeline.reconcile.parts import part_findings, revision_findings
from pipeline.reconcile.reading import (
    changed_documents,
    figures_of_document,
    figures_of_group,
    placeless_documents,
)
from pipeline.reconcile.records import Comparison, Stated
from pipeline.reconcile.relations import relate
from pipeline.reconcile.restated import restatements
from pipeline.reconcile.told_apart import settled
from pipeline.reconcile.verdicts import judge
from pipeline.reconcile.writing import (
    drop_orphans,
    forget_conclusions,
    forget_findings,
    forget_verdicts,
    write_comparisons,
    write_findings,
    write_verdict,
)
from pipeline.store.groups import Group, forget_group, stale_groups
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
    together = Meetings(db)
    renewed: set[str] = set()  # findings of a document rest on that document alone: once is enough
    for done, ((topic, place), groups) in enumerate(sorted(subjects.items()), start=1):
        with transaction(db):
            figures = figures_of_group(db, topic, place) if place else ()
            changed = changed_documents(db, figures) if place else placeless_documents(db, topic)
            forget_conclusions(db, topic, place)
            written = _reconcile_subject(db, figures, together)
            found += written.findings + _renew_findings(db, changed - renewed, together)
            renewed |= changed
            compared += written.comparisons
            for group in groups:
                forget_group(db, group)
        if progress is not None:
            progress(done, len(subjects))
    for topic, place in sorted(together.changed):
        with transaction(db):
            _judge_again(db, topic, place, together)
    with transaction(db):
        drop_lost_meetings(db)
        drop_orphans(db)
    return Summary(len(subjects), compared, found)


@dataclass(frozen=True, slots=True)
class _Written:
    comparisons: int
    findings: int


def _reconcile_subject(
    db: sqlite3.Connection, figures: Sequence[Stated], together: Meetings
) -> _Written:
    compared = 0
    for members, comparisons in _weighed(figures, together):
        write_comparisons(db, comparisons)
        write_verdict(db, judge(members, comparisons, together.elsewhere(members)))
        compared += len(comparisons)
    parents = {
        known.record.id: known.record.parent
        for known in load_lexicon().indicators
        if known.record.parent
    }
    return _Written(compared, write_findings(db, part_findings(figures, parents)))


def _weighed(
    figures: Sequence[Stated], together: Meetings
) -> Iterator[tuple[list[Stated], tuple[Comparison, ...]]]:
    """Yield the figures of each group of a subject with what comes of comparing them."""
    families: dict[str, list[Stated]] = defaultdict(list)
    for figure in restatements(figures):
        families[figure.group].append(figure)
    for _, members in sorted(families.items()):
        pairs = pairs_to_compare(members)
        comparisons = settled(members, [relate(a, b) for a, b in pairs])
        yield members, together.settled(members, comparisons)


def _judge_again(db: sqlite3.Connection, topic: str, place: str, together: Meetings) -> None:
    """Judge the groups of a subject of which a text is now known to tell what another tells.

    That comes out when documents meet, which is after their groups were judged.
    """
    forget_verdicts(db, topic, place)
    for members, comparisons in _weighed(figures_of_group(db, topic, place), together):
        write_verdict(db, judge(members, comparisons, together.elsewhere(members)))


def _renew_findings(db: sqlite3.Connection, documents: Iterable[str], together: Meetings) -> int:
    """Recompute what depends on the figures of one document, alone or met with another."""
    count = 0
    for document in sorted(documents):
        forget_findings(db, document)
        figures = figures_of_document(db, document)
        findings = (*document_findings(figures), *revision_findings(figures))
        count += write_findings(db, findings) + together.renew(document)
    return count
