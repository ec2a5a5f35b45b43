"""Files and folders into the knowledge base: discover, analyse, write, reconcile, report."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import knowledge
from pipeline.engines import ENGINES, Result, Task
from pipeline.entities import load_gazetteer
from pipeline.figures import load_lexicon
from pipeline.fingerprints import document_fingerprint, sha256, tools_fingerprint
from pipeline.load import FoundFile, Skipped, discover, printable, read_source
from pipeline.reconcile import reconcile
from pipeline.reconcile.rules import comparability
from pipeline.records import DocumentRejectedError
from pipeline.resources import MODEL_VARIABLE
from pipeline.store.basis import ground
from pipeline.store.decisions import save_decisions
from pipeline.store.followed import follow
from pipeline.store.ids import document_id
from pipeline.store.lost_files import lost_files
from pipeline.store.readings import adopt
from pipeline.store.refusals import forget_absent, note
from pipeline.store.writer import Writer

Progress = Callable[[str, int, int], None]  # phase (documents, groups), done, of how many


class NoFilesError(ValueError):
    """There is nothing to ingest; the message says what was looked at."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What came of a file: new, changed, unchanged, duplicate, rejected or skipped, and why.

    ``mistakes`` says that the metadata file beside it has some; ``reason`` tells them.
    """

    path: str
    outcome: str
    reason: str | None = None
    figures: int = 0
    mistakes: bool = False


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did.

    ``attention`` counts the groups and findings that ask for a look, ``again`` those of them that
    a person decided about when they had other figures. ``gone`` are the paths of documents that lay
    in the folders given and of which no file is left; the base keeps them.
    """

    files: tuple[FileOutcome, ...]
    figures: int
    attention: int
    seconds: float
    again: int = 0
    gone: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many files had each outcome."""
        return dict(Counter(outcome.outcome for outcome in self.files))

    @property
    def wrong(self) -> int:
        """How many files a person has to do something about."""
        return sum(file.mistakes or file.outcome == "rejected" for file in self.files)


@dataclass(frozen=True, slots=True)
class _Met:
    """A found file with the hashes that the writer needs."""

    location: Path
    root: Path
    path: str
    sha256: str
    metadata_sha256: str | None


@dataclass(slots=True)
class _Run:
    """The state of one run: what is under way and what came of each file."""

    writer: Writer
    number: int
    tools: str
    waiting: dict[int, tuple[_Met, str]] = field(default_factory=dict)
    outcomes: list[FileOutcome] = field(default_factory=list)


def ingest(
    paths: Iterable[str | Path],
    db_path: Path,
    *,
    engine: str = "inline",
    workers: int | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Bring the documents in ``paths`` into the base at ``db_path``, and compare their figures.

    Each document is written in a transaction of its own; a run that is cut off is completed by
    the next. A file that cannot be used is rejected with the reason and stops no other.

    Raises:
        NoFilesError: there is no document in ``paths``.
        BaseError: the base cannot be opened or made.
        ModelError: the model cannot be loaded.
        KnowledgeError: a knowledge file breaks its own rules.
    """
    began = time.monotonic()
    given = [Path(path) for path in paths]
    found, skipped = discover(given)
    _require(found, skipped, given)
    comparability()  # a slip in what is needed last is told first
    chosen = model or os.environ.get(MODEL_VARIABLE)
    with Writer(db_path) as writer:
        _seed(writer)
        run = _Run(writer, writer.start_run(), tools_fingerprint(chosen))
        present = {file.location for file in found} | {item.location for item in skipped}
        forget_absent(writer.connection, given, present)
        for item in skipped:
            _pass_over(item, run)
        tasks = _tasks(found, run, progress)
        for result in ENGINES[engine](tasks, model=chosen, workers=workers):
            _store(result, run)
        writer.mark_duplicates()
        reconcile(
            writer.connection,
            progress=None if progress is None else lambda done, of: progress("groups", done, of),
        )
        adopt(writer.connection)
        ground(writer.connection)
        follow(writer.connection)
        save_decisions(writer.connection, db_path)
        report = _report(run, began, given)
        writer.finish_run(run.number, report.counts)
    return report


def _tasks(found: list[FoundFile], run: _Run, progress: Progress | None) -> Iterator[Task]:
    """Read the files one by one and give those that need work to the engine."""
    for number, file in enumerate(found):
        if progress is not None:
            progress("documents", number, len(found))
        try:
            source = read_source(file)
        except OSError as error:
            _reject_unread(file, error, run)
            continue
        met = _Met(
            file.location,
            file.root,
            file.path,
            sha256(source.data),
            sha256(source.metadata) if source.metadata is not None else None,
        )
        decisions = run.writer.decisions_for(met)
        fingerprint = document_fingerprint(
            met.sha256, met.metadata_sha256, decisions, tools=run.tools
        )
        outcome = run.writer.touch(met, fingerprint=fingerprint, run=run.number)
        if outcome is not None:
            run.outcomes.append(_known(met, outcome, run))
            continue
        run.waiting[number] = (met, fingerprint)
        yield Task(number, source, decisions)
    if progress is not None:
        progress("documents", len(found), len(found))


def _store(result: Result, run: _Run) -> None:
    met, fingerprint = run.waiting.pop(result.number)
    if result.analysis is None:
        error = result.error or DocumentRejectedError("unknown", "no analysis came back")
        run.writer.reject(met, error, stage=result.stage, run=run.number)
        run.outcomes.append(FileOutcome(met.path, "rejected", error.message))
        return
    outcome = run.writer.write(result.analysis, met, fingerprint=fingerprint, run=run.number)
    known = _known(met, outcome, run)
    run.outcomes.append(replace(known, figures=len(result.analysis.figures)))


def _known(met: _Met, outcome: str, run: _Run) -> FileOutcome:
    """What is to be told of a file that the base has: of what it is a copy, or what is wrong.

    A mistake is told until it is mended, whether or not the document was read anew.
    """
    copy = _copy_of(met, outcome, run)
    if copy:
        return FileOutcome(met.path, outcome, copy)
    told = run.writer.connection.execute(
        "SELECT message, code FROM issues WHERE document = ? AND stage = 'load' "
        "AND severity <> 'info' ORDER BY id",
        (document_id(met.sha256),),
    ).fetchall()
    return FileOutcome(
        met.path,
        outcome,
        "; ".join(message for message, _ in told) or None,
        mistakes=any(code.startswith("metadata_") for _, code in told),
    )


def _copy_of(met: _Met, outcome: str, run: _Run) -> str | None:
    """Of which file a duplicate has the bytes."""
    if outcome != "duplicate":
        return None
    row = run.writer.connection.execute(
        "SELECT path FROM documents WHERE id = ?", (document_id(met.sha256),)
    ).fetchone()
    return f"the same bytes as {row[0]}" if row and row[0] != met.path else "met before"


def _reject_unread(file: FoundFile, error: OSError, run: _Run) -> None:
    met = _Met(file.location, file.root, file.path, "", None)
    reason = DocumentRejectedError(
        "unreadable", f"cannot be read ({error.strerror}); check its permissions"
    )
    run.writer.reject(met, reason, stage="load", run=run.number)
    run.outcomes.append(FileOutcome(file.path, "rejected", reason.message))


def _pass_over(item: Skipped, run: _Run) -> None:
    """Tell of something that is no document, and keep that with the reasons of other files."""
    outcome = "rejected" if item.code in {"not_found", "unreadable"} else "skipped"
    run.outcomes.append(FileOutcome(item.path, outcome, item.message))
    if item.code != "not_found":  # a typing error in a command is no file
        note(
            run.writer.connection,
            item.location,
            path=item.path,
            stage="load",
            code=item.code,
            severity="error" if outcome == "rejected" else "info",
            message=item.message,
            run=run.number,
        )


def _seed(writer: Writer) -> None:
    gazetteer = load_gazetteer()
    writer.seed_knowledge(
        gazetteer.entities,
        gazetteer.aliases,
        (known.record for known in load_lexicon().indicators),
        fingerprint=knowledge.fingerprint(),
    )


def _require(found: list[FoundFile], skipped: list[Skipped], given: list[Path]) -> None:
    if found:
        return
    missing = [item.path for item in skipped if item.code == "not_found"]
    if missing:
        raise NoFilesError(f"no such file or folder: {', '.join(missing)}")
    names = ", ".join(printable(str(path)) for path in given)
    raise NoFilesError(
        f"no document in {names}: feitenbank reads .txt, .md, .html, .pdf and .docx files"
    )


def _report(run: _Run, began: float, given: list[Path]) -> IngestReport:
    db = run.writer.connection
    attention, again = db.execute(
        "SELECT count(*), coalesce(sum(state = 'again'), 0) FROM conflict_overview "
        "WHERE state <> 'decided'"
    ).fetchone()
    (figures,) = db.execute(
        "SELECT count(*) FROM figures f JOIN documents d ON d.id = f.document "
        "WHERE d.superseded_by IS NULL"
    ).fetchone()
    return IngestReport(
        files=tuple(sorted(run.outcomes, key=lambda outcome: outcome.path)),
        figures=figures,
        attention=attention,
        again=again,
        gone=tuple(str(row["path"]) for row in lost_files(db, below=given).documents),
        seconds=time.monotonic() - began,
    )
