from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from handmade import analyse, found, make_base

from pipeline.store.catalogue import SCHEMA_VERSION, TABLES, VIEWS
from pipeline.store.connect import BaseError, open_to_read, open_to_write
from pipeline.store.migrations import _VERSION_1, migrate, version_1_sql
from pipeline.store.search import match_expression
from pipeline.store.writer import Writer

Shape = dict[str, tuple[list[tuple[object, ...]], list[tuple[object, ...]], set[str]]]


def shape(db: sqlite3.Connection) -> Shape:
    """Columns, foreign keys and indexes of every table."""
    return {
        table.name: (
            [tuple(row[1:6]) for row in db.execute(f"PRAGMA table_info({table.name})")],
            sorted(tuple(row[2:7]) for row in db.execute(f"PRAGMA foreign_key_list({table.name})")),
            {row[1] for row in db.execute(f"PRAGMA index_list({table.name})")},
        )
        for table in TABLES
    }


def version_1(path: Path) -> sqlite3.Connection:
    """Make a base as version 1 left it."""
    from sqlite_utils import Database

    from pipeline.store.migrations import migrations

    db = open_to_write(path)
    migrations.apply(Database(db), stop_before="version_2")
    db.execute("PRAGMA user_version = 1")
    return db


def test_migrations_end_where_the_definitions_are(base: Path) -> None:
    migrated = open_to_write(base)
    migrate(migrated)
    defined = sqlite3.connect(":memory:")
    for table in TABLES:
        for statement in table.create():
            defined.execute(statement)
    assert shape(migrated) == shape(defined)
    views = dict(migrated.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    assert views == {view.name: view.create() for view in VIEWS}


def test_checks_of_version_1_are_those_of_the_definitions() -> None:
    assert _VERSION_1.read_text(encoding="utf-8") == version_1_sql()


def test_version_1_with_sentences_becomes_searchable(base: Path, tmp_path: Path) -> None:
    # A base of today gives the rows; the old one gets them without stems.
    analysis = analyse()
    with Writer(tmp_path / "new.db") as writer:
        writer.connection.execute("PRAGMA foreign_keys = OFF")
        writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
        columns = 'number, id, document, position, kind, start, "end", text'
        sentences = writer.connection.execute(f"SELECT {columns} FROM sentences").fetchall()
    old = version_1(base)
    old.execute("PRAGMA foreign_keys = OFF")
    old.executemany(f"INSERT INTO sentences ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sentences)
    old.close()
    with pytest.raises(BaseError, match="older feitenbank"):
        open_to_read(base)
    db = open_to_write(base)
    migrate(db)
    found_now = db.execute(
        "SELECT text FROM sentences_fts WHERE sentences_fts MATCH ?",
        (match_expression("jongere"),),
    ).fetchall()
    assert len(found_now) == 1
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_decisions_of_version_2_are_about_the_figures_of_then(base: Path) -> None:
    make_base(base)
    db = open_to_write(base)
    (group,) = db.execute("SELECT id FROM reconciliations").fetchone()
    for view in VIEWS:
        db.execute(f"DROP VIEW {view.name}")
    db.execute("ALTER TABLE decisions DROP COLUMN figures")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'version_3'")
    db.execute("PRAGMA user_version = 2")
    db.executemany(
        "INSERT INTO decisions (id, kind, subject, value, decided_by, decided_at) "
        "VALUES (?, ?, ?, ?, 'an', '2024-01-01T00:00:00Z')",
        (
            ("D1", "verdict", group, "gezien"),
            ("D2", "verdict", "Rweg", "weg"),
            ("D3", "alias", "Asn", "GM0106"),
        ),
    )
    migrate(db)
    stored = dict(db.execute("SELECT id, figures FROM decisions").fetchall())
    assert stored["D2"] is stored["D3"] is None
    figures = {row[0] for row in db.execute("SELECT id FROM figures")}
    assert set(json.loads(stored["D1"])) == figures
    states = dict(db.execute("SELECT decision, state FROM decision_overview").fetchall())
    assert states == {"D1": "holds", "D2": "gone", "D3": "holds"}


def test_decisions_of_version_3_get_what_they_rest_on(base: Path) -> None:
    make_base(base)
    db = open_to_write(base)
    for view in VIEWS:
        db.execute(f"DROP VIEW {view.name}")
    db.execute("ALTER TABLE decisions DROP COLUMN basis")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'version_4'")
    db.execute("PRAGMA user_version = 3")
    figure, sha256, path = db.execute(
        "SELECT f.id, d.sha256, d.path FROM figures f JOIN documents d ON d.id = f.document LIMIT 1"
    ).fetchone()
    db.execute(
        "INSERT INTO findings (id, kind, severity, explanation_nl, explanation_en) "
        "VALUES ('N1', 'unit_slip', 'warning', '', '')"
    )
    db.execute("INSERT INTO finding_members VALUES ('N1', ?, 'stated')", (figure,))
    db.executemany(
        "INSERT INTO decisions (id, kind, subject, value, decided_by, decided_at) "
        "VALUES (?, ?, ?, ?, 'an', '2024-01-01T00:00:00Z')",
        (
            ("D1", "verdict", "N1", "gezien"),
            ("D2", "verdict", "Nweg", "weg"),
            ("D3", "alias", "Roos", "person:roos-akkerman"),
            ("D4", "alias", "Asn", "GM0106"),
        ),
    )
    migrate(db)
    stored = dict(db.execute("SELECT id, basis FROM decisions").fetchall())
    assert json.loads(stored["D1"]) == {"finding": "unit_slip", "documents": {sha256: path}}
    assert json.loads(stored["D3"]) == {"kind": "person", "name": "Roos Akkerman"}
    assert stored["D2"] is stored["D4"] is None


def test_findings_of_version_4_are_kept_and_may_be_possible_conflicts(base: Path) -> None:
    make_base(base)
    db = open_to_write(base)
    for view in VIEWS:
        db.execute(f"DROP VIEW {view.name}")
    (figure,) = db.execute("SELECT id FROM figures LIMIT 1").fetchone()
    db.execute("DROP INDEX figures_by_place_period_earliest")
    db.execute("DROP TABLE findings")
    old = _VERSION_1.read_text(encoding="utf-8").split(";\n")
    for statement in old:
        if "CREATE TABLE findings" in statement or "ON findings" in statement:
            db.execute(statement)
    db.execute(
        "INSERT INTO findings (id, kind, severity, explanation_nl, explanation_en) "
        "VALUES ('N1', 'unit_slip', 'warning', 'oud', 'old')"
    )
    db.execute("INSERT INTO finding_members VALUES ('N1', ?, 'stated')", (figure,))
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE findings SET kind = 'possible_conflict'")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'version_5'")
    db.execute("PRAGMA user_version = 4")
    migrate(db)
    assert db.execute("SELECT id, explanation_nl FROM findings").fetchall() == [("N1", "oud")]
    assert db.execute("SELECT finding, figure, part FROM finding_members").fetchall() == [
        ("N1", figure, "stated")
    ]
    db.execute("UPDATE findings SET kind = 'possible_conflict'")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_names_of_version_5_are_kept_and_may_be_places(base: Path) -> None:
    make_base(base)
    db = open_to_write(base)
    old = {
        name: db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        for name in ("entities", "mentions")
    }
    db.execute("PRAGMA writable_schema = ON")
    for name, sql in old.items():
        assert ", 'place'" in sql
        db.execute(
            "UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql.replace(", 'place'", ""), name)
        )
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'version_6'")
    db.execute("PRAGMA user_version = 5")
    db.close()
    db = open_to_write(base)
    kept = {
        name: db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
        for name in ("entities", "mentions")
    }
    assert all(kept.values())
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE entities SET kind = 'place'")
    migrate(db)
    for name, rows in kept.items():
        assert db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() == rows
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.execute("UPDATE entities SET kind = 'place'")


def test_migrating_twice_changes_nothing(base: Path) -> None:
    db = open_to_write(base)
    migrate(db)
    before = db.execute("SELECT name, sql FROM sqlite_master").fetchall()
    migrate(db)
    assert db.execute("SELECT name, sql FROM sqlite_master").fetchall() == before


def test_changed_view_is_made_anew(base: Path) -> None:
    db = open_to_write(base)
    migrate(db)
    db.execute("DROP VIEW figure_overview")
    db.execute("CREATE VIEW figure_overview AS SELECT 1 AS old")
    migrate(db)
    assert "sentence" in {row[1] for row in db.execute("PRAGMA table_info(figure_overview)")}


class TestOpening:
    def test_missing(self, base: Path) -> None:
        with pytest.raises(BaseError, match=r"no knowledge base at .*feitenbank ingest"):
            open_to_read(base)

    def test_not_a_database(self, base: Path) -> None:
        base.write_text("dit is geen database, maar een lange gewone tekst. " * 20)
        for opener in (open_to_read, open_to_write):
            with pytest.raises(BaseError, match="database"):
                opener(base)

    def test_other_database(self, base: Path) -> None:
        sqlite3.connect(base).execute("CREATE TABLE recepten (naam TEXT)")
        with pytest.raises(BaseError, match="lacks the tables"):
            open_to_read(base)

    def test_newer(self, base: Path) -> None:
        db = open_to_write(base)
        migrate(db)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        db.close()
        for opener in (open_to_read, open_to_write):
            with pytest.raises(BaseError, match="newer feitenbank"):
                opener(base)

    def test_reader_cannot_write(self, base: Path) -> None:
        Writer(base).close()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            open_to_read(base).execute("DELETE FROM documents")

    def test_odd_characters_in_the_path(self, tmp_path: Path) -> None:
        base = tmp_path / "map met ?vraag #hekje %25" / "basis é.db"
        Writer(base).close()
        assert open_to_read(base).execute("SELECT count(*) FROM documents").fetchone()[0] == 0


def test_vocabularies_are_closed(writer: Writer) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        writer.connection.execute(
            "INSERT INTO entities (id, kind, name, origin) VALUES ('x', 'planet', 'Mars', 'text')"
        )


def test_everything_is_described_in_two_languages() -> None:
    for table in TABLES:
        assert table.en.endswith(".")
        assert table.nl.endswith(".")
        for column in table.columns:
            assert column.en
            assert column.nl, f"{table.name}.{column.name}"
    for view in VIEWS:
        for name, english, dutch in view.columns:
            assert english, name
            assert dutch, name
