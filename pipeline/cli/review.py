"""``feitenbank review``: what is uncertain, and what a person decides about it."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.options import base_option, fail, friendly, output_options, reading_verb
from pipeline.cli.output import Output, Row, Shown, short
from pipeline.store import uncertain
from pipeline.store.connect import open_to_read
from pipeline.store.lookup import (
    LookupFailedError,
    find_document,
    find_surface,
    find_thing,
)
from pipeline.store.queries import add_functions
from pipeline.store.stems import fold

if TYPE_CHECKING:
    from pipeline.store.writer import Writer

_DECIDED_FIELDS = (
    *("id", "kind", "document_sha256", "subject", "value", "note", "decided_by", "decided_at"),
    *("undone_at", "state", "about", "new_figures", "changed_figures", "gone_figures"),
)
_FIELDS = ("kind", "subject", "what", "now", "why", "path", "document")
_AGAIN = "Run feitenbank ingest again to let it work."

_note_option = click.option("--note", metavar="TEXT", help="Why, in words.")
_by_option = click.option("--by", metavar="NAME", help="Who decides; your login name unless given.")


def _decided_subject(row: Row) -> str:
    return str(short(row["subject"]) if row["kind"] == "verdict" else row["subject"])


def _subject(row: Row) -> str:
    return str(row["subject"] if row["kind"] == "alias" else short(row["subject"]))


_COLUMNS = (
    Shown("kind", lambda row: row["kind"], keep=True),
    Shown("subject", _subject),
    Shown("now", lambda row: row["now"] or "–"),
    Shown("why", lambda row: row["why"]),
    Shown("what", lambda row: row["what"] or "", wide=True),
)
_DECIDED = (
    Shown("id", lambda row: short(row["id"]), keep=True),
    Shown("kind", lambda row: row["kind"], keep=True),
    Shown("subject", _decided_subject),
    Shown("about", lambda row: row["about"] or "–", wide=True),
    Shown("value", lambda row: row["value"] or "(no name)"),
    Shown("state", lambda row: row["state"], keep=True),
    Shown("by", lambda row: row["decided_by"]),
    Shown("when", lambda row: row["decided_at"][:10], keep=True),
    Shown("note", lambda row: row["note"] or "", wide=True),
    Shown("undone", lambda row: (row["undone_at"] or "")[:10], wide=True),
)


@click.group()
def review() -> None:
    """List what is uncertain, and decide about it.

    Decisions are kept in the base and in a file beside it, and hold in a base that is built anew.
    """


@review.command("list")
@reading_verb
@click.option("--kind", type=click.Choice(uncertain.KINDS), help="Only dates, names or verdicts.")
@output_options
def list_uncertain(db: sqlite3.Connection, kind: str | None, output: Output) -> None:
    """Dates, names and verdicts that the machine is unsure of."""
    found = uncertain.uncertain(db, kind=kind)
    output.rows(found, _COLUMNS, fields=_FIELDS, empty="Nothing waits for a decision.")


@review.command("decided")
@reading_verb
@output_options
def list_decided(db: sqlite3.Connection, output: Output) -> None:
    """What people decided, undone decisions too.

    A decision on a verdict holds as long as its figures are the same; after that its state is
    'again', or 'gone' when there is no such group any more.
    """
    output.rows(
        uncertain.decided(db), _DECIDED, fields=_DECIDED_FIELDS, empty="Nothing was decided yet."
    )


@review.group("decide")
def decide() -> None:
    """Decide about a date, a name or a verdict."""


@decide.command("published")
@click.argument("document", metavar="DOCUMENT")
@click.argument("date", metavar="DATE")
@base_option
@_note_option
@_by_option
def decide_published(
    document: str, date: str, base: Path, note: str | None, by: str | None
) -> None:
    """Say when DOCUMENT (an id, path or file name) was published: 2020, 2020-11, 2020-11-23."""
    from pipeline.periods.edtf import bounds

    try:
        bounds(date)
    except ValueError:
        fail(f"{date!r} is no date: give 2020, 2020-11, 2020-11-23, or 2019/2020")
    with _writing(base) as writer:
        sha256 = _sha256(writer.connection, find_document(writer.connection, document))
        _decide(writer, "published", "published", date, sha256, note, by)
    click.echo(f"{document} was published {date}. {_AGAIN}")


@decide.command("alias")
@click.argument("surface", metavar="NAME")
@click.argument("entity", metavar="ENTITY")
@click.option("--document", metavar="ID|NAME", help="In this document only.")
@base_option
@_note_option
@_by_option
def decide_alias(
    surface: str,
    entity: str,
    document: str | None,
    base: Path,
    note: str | None,
    by: str | None,
) -> None:
    """Say who NAME, as it is written in the texts, is: an id of an entity, or its usual name."""
    from pipeline.store.basis import of_entity

    with _writing(base) as writer:
        db = writer.connection
        chosen = _entity(db, entity)
        where = find_document(db, document) if document else None
        written = find_surface(db, surface, where)
        sha256 = _sha256(db, where) if where else None
        basis = of_entity(db, chosen)
        _decide(writer, "alias", written, chosen, sha256, note, by, basis=basis)
    click.echo(f"{written} is {chosen}. {_AGAIN}")


@decide.command("not-a-name")
@click.argument("surface", metavar="NAME")
@click.option("--document", metavar="ID|NAME", help="In this document only.")
@base_option
@_note_option
@_by_option
def decide_not_a_name(
    surface: str, document: str | None, base: Path, note: str | None, by: str | None
) -> None:
    """Say that NAME, as it is written in the texts, is no name of anybody or anything."""
    with _writing(base) as writer:
        db = writer.connection
        chosen = find_document(db, document) if document else None
        written = find_surface(db, surface, chosen)
        _decide(writer, "alias", written, "", _sha256(db, chosen) if chosen else None, note, by)
    click.echo(f"{written} is no name. {_AGAIN}")


@decide.command("verdict")
@click.argument("identifier", metavar="ID")
@click.argument("text", metavar="TEXT")
@base_option
@_by_option
def decide_verdict(identifier: str, text: str, base: Path, by: str | None) -> None:
    """Say in TEXT what holds of a reconciliation (R…) or finding (N…).

    It leaves feitenbank conflicts (--decided shows it), and comes back when its figures change.
    """
    from pipeline.store.basis import of_finding
    from pipeline.store.readings import readings

    if not text.strip():
        fail("say in words what you decided: feitenbank review decide verdict ID TEXT")
    with _writing(base) as writer:
        thing = find_thing(writer.connection, identifier, ("reconciliations", "findings"))
        figures = readings(writer.connection, thing.id)
        basis = of_finding(writer.connection, thing.id)
        _decide(writer, "verdict", thing.id, text, None, None, by, figures, basis)
    click.echo(f"Noted with {thing.id}; it comes back when its figures change.")


@review.command("undo")
@click.argument("identifier", metavar="ID")
@base_option
def undo(identifier: str, base: Path) -> None:
    """Undo the decision with this ID (D…); it stays readable."""
    from pipeline.store.decisions import undo as undo_decision
    from pipeline.store.writer import utc_now

    with _writing(base) as writer:
        thing = find_thing(writer.connection, identifier, ("decisions",))
        undo_decision(writer.connection, thing.id, at=utc_now())
    click.echo(f"{thing.id} is undone. {_AGAIN}")


@contextmanager
def _writing(base: Path) -> Iterator[Writer]:
    """Open an existing base to write a decision, and keep the file beside it the same."""
    from pipeline.store.decisions import save_decisions
    from pipeline.store.writer import Writer

    with friendly():
        open_to_read(base).close()  # decisions are about documents: there must be a base
        with Writer(base) as writer:
            yield writer
            save_decisions(writer.connection, base)


def _decide(
    writer: Writer,
    kind: str,
    subject: str,
    value: str,
    sha256: str | None,
    note: str | None,
    by: str | None,
    figures: Mapping[str, str] | None = None,
    basis: Mapping[str, Any] | None = None,
) -> None:
    from pipeline.store.decisions import decide as store
    from pipeline.store.writer import utc_now

    store(
        writer.connection,
        kind=kind,
        subject=subject,
        value=value,
        document_sha256=sha256,
        note=note,
        by=by or _login(),
        at=utc_now(),
        figures=figures,
        basis=basis,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user name
        return "unknown"


def _sha256(db: sqlite3.Connection, document: str) -> str:
    row = db.execute("SELECT sha256 FROM documents WHERE id = ?", (document,)).fetchone()
    return str(row[0])


def _entity(db: sqlite3.Connection, typed: str) -> str:
    add_functions(db)
    ids = [
        row[0]
        for row in db.execute(
            "SELECT id FROM entities WHERE id = ? OR fold(name) = ? ORDER BY id = ? DESC, id",
            (typed, fold(typed), typed),
        )
    ]
    if not ids:
        raise LookupFailedError(f"there is no entity {typed!r}: feitenbank entities lists them")
    if len(ids) > 1 and ids[0] != typed:
        raise LookupFailedError(f"{typed} may be {', '.join(ids)}: give the id")
    return str(ids[0])
