"""Making a base, and bringing an older one up to date, with the migrations of sqlite-utils.

Version 1 is the frozen text of ``version_1.sql``; what was added since is a function each, so that
a base made by any earlier version can be opened. Views hold no data and are made anew each time.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database, Migrations

from pipeline.store.basis import ground
from pipeline.store.catalogue import SCHEMA_VERSION, TABLES, VIEWS
from pipeline.store.readings import adopt
from pipeline.store.stems import stem_text
from pipeline.store.tables_facts import FIGURES
from pipeline.store.tables_judgement import FINDING_MEMBERS, FINDINGS
from pipeline.store.tables_names import ENTITIES, MENTIONS
from pipeline.store.transaction import transaction

migrations = Migrations("feitenbank")

_VERSION_1 = Path(__file__).with_name("version_1.sql")

SEARCH_INDEX = (
    """CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, stems, content='sentences', content_rowid='number',
  tokenize='unicode61 remove_diacritics 2'
)""",
    """CREATE TRIGGER sentences_fts_insert AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts (rowid, text, stems) VALUES (new.number, new.text, new.stems);
END""",
    """CREATE TRIGGER sentences_fts_delete AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text, stems)
  VALUES ('delete', old.number, old.text, old.stems);
END""",
)


@migrations()
def version_1(db: Database) -> None:
    """Make the tables as the first version had them."""
    for statement in _VERSION_1.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def version_2(db: Database) -> None:
    """Add the search index on Dutch stems, and fill it from the sentences that are there."""
    db.execute("ALTER TABLE sentences ADD COLUMN stems TEXT NOT NULL DEFAULT ''")
    for statement in SEARCH_INDEX:
        db.execute(statement)
    for number, text in db.execute("SELECT number, text FROM sentences").fetchall():
        db.execute("UPDATE sentences SET stems = ? WHERE number = ?", (stem_text(text), number))
    db.execute("INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild')")


@migrations()
def version_3(db: Database) -> None:
    """Add the figures that a verdict was decided about: those that stand there now."""
    db.execute(
        'ALTER TABLE decisions ADD COLUMN "figures" TEXT '
        'CHECK ("figures" IS NULL OR json_valid("figures"))'
    )
    adopt(db.conn)


@migrations()
def version_4(db: Database) -> None:
    """Add what decisions rest on: findings and names as they stand there now."""
    db.execute(
        'ALTER TABLE decisions ADD COLUMN "basis" TEXT '
        'CHECK ("basis" IS NULL OR json_valid("basis"))'
    )
    ground(db.conn)


@migrations()
def version_5(db: Database) -> None:
    """Let findings be of the kind possible_conflict: the table is made anew, with what it held.

    Figures get an index by place and time, by which reconciliation finds those that may meet.
    """
    db.execute(FIGURES.create()[-1])
    db.execute("CREATE TEMP TABLE kept AS SELECT * FROM findings")
    db.execute("CREATE TEMP TABLE kept_members AS SELECT * FROM finding_members")
    for view in VIEWS:
        db.execute(f'DROP VIEW IF EXISTS "{view.name}"')
    db.execute("DROP TABLE finding_members")
    db.execute("DROP TABLE findings")
    for table in (FINDINGS, FINDING_MEMBERS):
        for statement in table.create():
            db.execute(statement)
    db.execute("INSERT INTO findings SELECT * FROM kept")
    db.execute("INSERT INTO finding_members SELECT * FROM kept_members")
    db.execute("DROP TABLE kept_members")
    db.execute("DROP TABLE kept")


@migrations()
def version_6(db: Database) -> None:
    """Let entities and mentions be of the kind place: both tables are made anew, as they were.

    What refers to them is checked when all is done, for they are empty for a moment.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")
    for view in VIEWS:
        db.execute(f'DROP VIEW IF EXISTS "{view.name}"')
    for table in (ENTITIES, MENTIONS):
        db.execute(f'CREATE TEMP TABLE kept AS SELECT * FROM "{table.name}"')
        db.execute(f'DROP TABLE "{table.name}"')
        for statement in table.create():
            db.execute(statement)
        db.execute(f'INSERT INTO "{table.name}" SELECT * FROM kept')
        db.execute("DROP TABLE kept")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the base behind ``connection`` to :data:`SCHEMA_VERSION`; nothing happens if it is.

    Raises:
        sqlite3.DatabaseError: the file is no SQLite database.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == SCHEMA_VERSION and not _views_differ(connection):
        return
    # One transaction: another that opens the base meanwhile waits, and finds it done.
    with transaction(connection):
        migrations.apply(Database(connection))
        _make_views(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _views_differ(connection: sqlite3.Connection) -> bool:
    stored = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    return stored != {view.name: view.create() for view in VIEWS}


def _make_views(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view'"
    ).fetchall():
        connection.execute(f'DROP VIEW "{name}"')
    for view in VIEWS:
        connection.execute(view.create())


def version_1_sql() -> str:
    """Return the statements of all tables, without what later versions added."""
    statements: list[str] = []
    for table in TABLES:
        first = tuple(
            replace(column, values=tuple(v for v in column.values if v not in column.later))
            for column in table.columns
            if column.since == 1
        )
        statements += replace(table, columns=first, later_indexes=()).create()
    return ";\n".join(statements) + ";\n"
