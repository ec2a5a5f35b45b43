"""The only writer: one document, one transaction.

Whatever moment the process is killed at, the base holds each document either as it was or as it
is now, and the queue of groups to compare says what still has to be done.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

from pipeline import __version__
from pipeline.records import Alias, DocumentAnalysis, DocumentRejectedError, Entity, Indicator
from pipeline.store import copies, knowledge, refusals
from pipeline.store.connect import open_to_write
from pipeline.store.decisions import Decision, decisions_for, inherit, replay_decisions
from pipeline.store.groups import Group, groups_of, queue_groups
from pipeline.store.ids import document_id
from pipeline.store.locations import on_disk, stored
from pipeline.store.migrations import migrate
from pipeline.store.rows import DocumentRows, Row, document_rows
from pipeline.store.transaction import transaction

Outcome = Literal["new", "changed", "unchanged", "duplicate"]

_FACTS = (
    "figures",
    "mentions",
    "roles",
    "quantities",
    "non_quantities",
    "time_expressions",
    "aliases",
    "sentences",
    "issues",
)


class FileLike(Protocol):
    """A file that was found: where it is, its name in the base, and the hashes of its bytes."""

    @property
    def location(self) -> Path: ...
    @property
    def root(self) -> Path: ...
    @property
    def path(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def metadata_sha256(self) -> str | None: ...


def utc_now() -> str:
    """Return the time as the base stores it: ``2024-05-01T09:30:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writer:
    """Writes documents to the base at ``path``, which is made or brought up to date if needed.

    Use it as a context manager; ``connection`` is the one through which everything is written, for
    :mod:`pipeline.reconcile`.

    Raises:
        BaseError: the base cannot be opened or made.
    """

    def __init__(self, path: Path, *, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self.connection: sqlite3.Connection = open_to_write(path)
        migrate(self.connection)
        replay_decisions(self.connection, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the base as one file, and close it.

        Where that cannot be (the disk is full), what was written stays in the log beside it: that
        is part of the base, and whoever opens it next reads both.
        """
        with suppress(sqlite3.OperationalError):
            self.connection.execute("PRAGMA optimize")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()

    # ── runs ──────────────────────────────────────────────────────────────────────────────────

    def start_run(self) -> int:
        """Begin a run and return its number."""
        cursor = self.connection.execute(
            "INSERT INTO runs (started, version, counts) VALUES (?, ?, '{}')",
            (self._now(), __version__),
        )
        assert cursor.lastrowid is not None  # an INSERT always has one
        return cursor.lastrowid

    def finish_run(self, run: int, counts: Mapping[str, int]) -> None:
        """Close a run with what came of its files (new, changed, unchanged, rejected …)."""
        self.connection.execute(
            "UPDATE runs SET finished = ?, counts = ? WHERE id = ?",
            (self._now(), json.dumps(dict(counts)), run),
        )

    # ── knowledge and decisions ───────────────────────────────────────────────────────────────

    def seed_knowledge(
        self,
        entities: Iterable[Entity],
        aliases: Iterable[Alias],
        indicators: Iterable[Indicator] = (),
        *,
        fingerprint: str,
    ) -> bool:
        """See :func:`pipeline.store.knowledge.seed_knowledge`."""
        return knowledge.seed_knowledge(
            self.connection, entities, aliases, indicators, fingerprint=fingerprint
        )

    def decisions_for(self, found: FileLike) -> tuple[Decision, ...]:
        """Return what people decided about a file: about its bytes, or about those it had before.

        A date that was set for an article is still its date when a typing error was mended.
        """
        before = self._supersedes(found)
        return decisions_for(self.connection, *filter(None, (before, found.sha256)))

    def _supersedes(self, found: FileLike) -> str | None:
        """Return the SHA-256 of the document that a file was, and that is no other file now.

        Only where its bytes are new: the decisions about another document are not for this one.
        """
        if self._is_live(document_id(found.sha256)):
            return None
        row = self.connection.execute(
            "SELECT d.sha256 FROM files f JOIN documents d ON d.id = f.document "
            "WHERE f.location = ?1 AND d.sha256 <> ?2 AND NOT EXISTS "
            "(SELECT 1 FROM files o WHERE o.document = d.id AND o.location <> ?1)",
            (stored(found.location), found.sha256),
        ).fetchone()
        return None if row is None else str(row[0])

    # ── documents ─────────────────────────────────────────────────────────────────────────────

    def touch(self, found: FileLike, *, fingerprint: str, run: int) -> Outcome | None:
        """Record that a file was met, if nothing needs to be analysed for it.

        Returns ``unchanged`` or ``duplicate`` (another file with bytes that the base has), or None
        when the document has to be analysed and written. Of several files with equal bytes the
        one with a metadata file, then the first by name, says what the document is; the others
        never cause work.
        """
        document = document_id(found.sha256)
        row = self.connection.execute(
            "SELECT fingerprint, superseded_by FROM documents WHERE id = ?", (document,)
        ).fetchone()
        if row is None or row[1] is not None or not row[0]:
            return None
        if row[0] != fingerprint and self._leads(found, document):
            return None
        with transaction(self.connection):
            known = self._file_document(found)
            touched = self._record_file(found, document, None, run)
            queue_groups(self.connection, touched)
        if known == document:
            return "unchanged"
        return "duplicate" if known is None else "changed"

    def write(
        self, analysis: DocumentAnalysis, found: FileLike, *, fingerprint: str, run: int
    ) -> Outcome:
        """Write a document with all its facts, replacing what the base has of it.

        An edited file supersedes the document it was before, which keeps its text and zones.

        Raises:
            ValueError: a stage gave an empty span, or a fact names an entity that does not exist.
        """
        rows = document_rows(analysis)
        document = rows.document["id"]
        with transaction(self.connection):
            # Inside the transaction: another that ingests meanwhile may just have written it.
            same = self.touch(found, fingerprint=fingerprint, run=run)
            if same is not None:
                return same
            known = self._file_document(found)
            live = self._is_live(document)
            inherit(self.connection, self._supersedes(found), found.sha256)
            groups = groups_of(self.connection, document)
            doubtful = self._clear_facts(document)
            self._put_document(rows.document, fingerprint)
            groups |= self._record_file(found, document, analysis.loaded.media_type, run)
            self._insert_facts(rows, run)
            copies.store_signature(
                self.connection,
                document,
                analysis.clean.view.text,
                copies.amounts_of(analysis.quantities),
            )
            self._prune(doubtful | {entity.id for entity in rows.entities})
            groups |= groups_of(self.connection, document)
            queue_groups(self.connection, groups)
        if known is not None:
            return "changed"
        return "duplicate" if live else "new"

    def reject(
        self, found: FileLike, error: DocumentRejectedError, *, stage: str, run: int
    ) -> None:
        """Record that a file cannot be used, and why; what was known of it stays."""
        refusals.note(
            self.connection,
            found.location,
            path=found.path,
            stage=stage,
            code=error.code,
            severity="error",
            message=error.message,
            run=run,
        )

    def mark_duplicates(self) -> int:
        """See :func:`pipeline.store.copies.mark_duplicates`."""
        return copies.mark_duplicates(self.connection)

    # ── steps of a write ──────────────────────────────────────────────────────────────────────

    def _file_document(self, found: FileLike) -> str | None:
        """Return the document that this file was when it was last met."""
        row = self.connection.execute(
            "SELECT document FROM files WHERE location = ?", (stored(found.location),)
        ).fetchone()
        return None if row is None else str(row[0])

    def _is_live(self, document: str) -> bool:
        row = self.connection.execute(
            "SELECT 1 FROM documents WHERE id = ? AND superseded_by IS NULL", (document,)
        ).fetchone()
        return row is not None

    def _leads(self, found: FileLike, document: str) -> bool:
        """Say whether this file, of all with the same bytes, is the one that counts."""
        mine = (found.metadata_sha256 is None, found.path, stored(found.location))
        others = self.connection.execute(
            "SELECT metadata_sha256 IS NULL, path, location FROM files "
            "WHERE document = ? AND location <> ?",
            (document, stored(found.location)),
        ).fetchall()
        return all(
            mine < (bool(other[0]), other[1], other[2])
            for other in others
            if on_disk(other[2]).exists()  # a file that was moved away decides nothing any more
        )

    def _record_file(
        self, found: FileLike, document: str, media_type: str | None, run: int
    ) -> set[Group]:
        """Say which document a file is now; return the groups of one that it superseded."""
        before = self._file_document(found)
        if media_type is None:
            (media_type,) = self.connection.execute(
                "SELECT media_type FROM documents WHERE id = ?", (document,)
            ).fetchone()
        now = self._now()
        self.connection.execute(
            "INSERT INTO files (location, root, path, document, sha256, metadata_sha256, "
            "media_type, first_seen, last_seen, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (location) DO UPDATE SET root = excluded.root, path = excluded.path, "
            "document = excluded.document, sha256 = excluded.sha256, "
            "metadata_sha256 = excluded.metadata_sha256, media_type = excluded.media_type, "
            "last_seen = excluded.last_seen, run = excluded.run",
            (
                stored(found.location),
                stored(found.root),
                found.path,
                document,
                found.sha256,
                found.metadata_sha256,
                media_type,
                now,
                now,
                run,
            ),
        )
        refusals.forget(self.connection, found.location)
        self._name_after_first_file(document)
        if before is None or before == document:
            return set()
        return self._leave(before, document)

    def _name_after_first_file(self, document: str) -> None:
        self.connection.execute(
            "UPDATE documents SET path = (SELECT min(path) FROM files WHERE document = :document) "
            "WHERE id = :document AND EXISTS (SELECT 1 FROM files WHERE document = :document)",
            {"document": document},
        )

    def _leave(self, before: str, now: str) -> set[Group]:
        """A file is no longer ``before``: supersede that document if no other file holds it."""
        self._name_after_first_file(before)
        held = self.connection.execute(
            "SELECT 1 FROM files WHERE document = ?", (before,)
        ).fetchone()
        if held:
            return set()
        groups = groups_of(self.connection, before)
        self._prune(self._clear_facts(before))
        self.connection.execute(
            "UPDATE documents SET superseded_by = ?, duplicate_of = NULL, fingerprint = '' "
            "WHERE id = ?",
            (now, before),
        )
        return groups

    def _clear_facts(self, document: str) -> set[str]:
        """Delete the facts of a document; return entities and indicators it may have left idle."""
        db = self.connection
        doubtful = {
            row[0]
            for row in db.execute(
                "SELECT entity FROM mentions WHERE document = :d "
                "UNION SELECT person FROM roles WHERE document = :d "
                "UNION SELECT party FROM roles WHERE document = :d "
                "UNION SELECT place FROM roles WHERE document = :d "
                "UNION SELECT organisation FROM roles WHERE document = :d "
                "UNION SELECT place FROM figures WHERE document = :d "
                "UNION SELECT speaker FROM figures WHERE document = :d "
                "UNION SELECT indicator FROM figures WHERE document = :d "
                "UNION SELECT entity FROM aliases WHERE document = :d",
                {"d": document},
            )
            if row[0] is not None
        }
        # A verdict without one of its figures is no verdict; the queue sees to it being redone.
        for owner, members, column in (
            ("reconciliations", "reconciliation_members", "reconciliation"),
            ("findings", "finding_members", "finding"),
        ):
            db.execute(
                f"DELETE FROM {owner} WHERE id IN (SELECT m.{column} FROM {members} m "
                "JOIN figures f ON f.id = m.figure WHERE f.document = ?)",
                (document,),
            )
        for table in _FACTS:
            db.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
        return doubtful

    def _put_document(self, row: Row, fingerprint: str) -> None:
        values = {**row, "fingerprint": fingerprint}
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "id")
        self.connection.execute(
            f"INSERT INTO documents ({names}) VALUES ({marks}) "
            f"ON CONFLICT (id) DO UPDATE SET {changes}, superseded_by = NULL",
            values,
        )
        self.connection.execute("DELETE FROM zones WHERE document = ?", (row["id"],))

    def _insert_facts(self, rows: DocumentRows, run: int) -> None:
        knowledge.upsert_found_entities(self.connection, rows.entities)
        knowledge.upsert_indicators(self.connection, rows.indicators)
        for table, facts in rows.facts.items():
            if not facts:
                continue
            if table == "issues":
                facts = [{**fact, "run": run} for fact in facts]
            names = ", ".join(f'"{name}"' for name in facts[0])
            marks = ", ".join(f":{name}" for name in facts[0])
            self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", facts)

    def _prune(self, doubtful: set[str]) -> None:
        for each in sorted(doubtful):
            knowledge.prune_entity(self.connection, each)
            knowledge.prune_indicator(self.connection, each)
