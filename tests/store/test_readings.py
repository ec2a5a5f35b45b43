from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import BODY, analyse, found, make_base

from pipeline.store import queries
from pipeline.store.decisions import decide, undo
from pipeline.store.explain import explain
from pipeline.store.readings import adopt, changes, readings
from pipeline.store.uncertain import decided, uncertain
from pipeline.store.writer import Writer


@pytest.fixture
def opened(base: Path) -> Iterator[Writer]:
    """A writer on a base with one contested group of two figures."""
    make_base(base)
    with Writer(base, now=lambda: "2024-02-01T00:00:00Z") as writer:
        writer.connection.row_factory = sqlite3.Row  # as those who read have it
        yield writer


def group(db: sqlite3.Connection) -> str:
    return str(db.execute("SELECT id FROM reconciliations").fetchone()[0])


def settle(db: sqlite3.Connection, text: str = "het rapport heeft gelijk") -> str:
    subject = group(db)
    return decide(
        db,
        kind="verdict",
        subject=subject,
        value=text,
        document_sha256=None,
        note=None,
        by="an",
        at="2024-01-02T00:00:00Z",
        figures=readings(db, subject),
    ).id


def state(db: sqlite3.Connection) -> str:
    return str(db.execute("SELECT state FROM conflict_overview").fetchone()[0])


def add(writer: Writer, said: str, value: float, **more: str) -> str:
    """Write one more document, let its figure join the group, and return the figure."""
    given = {"body": BODY.replace("Bel 0592", "Nog een ander bericht.\nBel 0592")} | more
    analysis = analyse(said, value, path="derde.txt", **given)
    subject = group(writer.connection)
    writer.write(analysis, found(analysis), fingerprint="a", run=1)
    figure = str(
        writer.connection.execute(
            "SELECT f.id FROM figures f JOIN documents d ON d.id = f.document "
            "WHERE d.path = 'derde.txt' AND d.superseded_by IS NULL"
        ).fetchone()[0]
    )
    writer.connection.execute(
        "INSERT INTO reconciliation_members VALUES (?, ?, 'normal', NULL)", (subject, figure)
    )
    return figure


def test_a_decided_group_is_no_open_conflict(opened: Writer) -> None:
    db = opened.connection
    assert state(db) == "open"
    settle(db)
    assert state(db) == "decided"
    assert queries.conflicts(db) == []
    (row,) = queries.conflicts(db, decided=True)
    assert (row["decided"], row["decided_by"]) == ("het rapport heeft gelijk", "an")
    assert queries.status(db)["waiting"]["conflicts"] == 0
    assert queries.status(db)["decided"] == 1
    assert uncertain(db, kind="verdict") == []
    decisions = {row[0] for row in db.execute("SELECT decided FROM figure_overview")}
    assert decisions == {"het rapport heeft gelijk"}


def test_a_new_figure_brings_it_back(opened: Writer) -> None:
    db = opened.connection
    settle(db)
    figure = add(opened, "16 procent", 16.0)
    assert state(db) == "again"
    (row,) = queries.conflicts(db)
    assert (row["new_figures"], row["changed_figures"], row["gone_figures"]) == (1, 0, 0)
    assert queries.conflicts(db, decided=True) == []
    (asked,) = uncertain(db, kind="verdict")
    assert "1 new" in asked["why"]
    found = explain(db, group(db))
    marked = [
        line.refers
        for section in found.sections
        for line in section.lines
        if "nieuw sinds de beslissing" in line.label
    ]
    assert marked == [figure]
    assert "1 nieuw cijfer" in found.sections[-1].lines[0].text
    assert {row[0] for row in db.execute("SELECT decided FROM figure_overview")} == {None}
    settle(db, "16 telt niet")
    assert state(db) == "decided"


def test_a_near_copy_asks_nothing_anew(opened: Writer) -> None:
    db = opened.connection
    settle(db)
    add(opened, "ruim 12 procent", 12.0)
    assert state(db) == "again"
    db.execute(
        "UPDATE documents SET duplicate_of = (SELECT id FROM documents WHERE path <> 'derde.txt') "
        "WHERE path = 'derde.txt'"
    )
    assert state(db) == "decided"


def test_a_figure_that_is_read_otherwise_brings_it_back(opened: Writer) -> None:
    db = opened.connection
    settle(db)
    db.execute("UPDATE figures SET value = 19, low = 19 WHERE value = 12")
    (row,) = queries.conflicts(db)
    assert row["state"] == "again"
    assert (row["new_figures"], row["changed_figures"], row["gone_figures"]) == (0, 1, 0)


def test_a_figure_that_left_brings_it_back(opened: Writer) -> None:
    db = opened.connection
    settle(db)
    db.execute("DELETE FROM reconciliation_members WHERE rowid = 1")
    (row,) = queries.conflicts(db)
    assert (row["state"], row["gone_figures"]) == ("again", 1)


def test_the_same_figures_in_an_edited_article_are_the_same(opened: Writer) -> None:
    db = opened.connection
    add(opened, "16 procent", 16.0)
    settle(db)
    before = set(readings(db, group(db)))
    subject = group(db)
    (row,) = db.execute("SELECT topic, place, unit FROM reconciliations").fetchall()
    edited = BODY.replace("Bel 0592", "Nog een ander berichtje.\nBel 0592")
    members = [
        each[0]
        for each in db.execute(
            "SELECT figure FROM reconciliation_members JOIN figures f ON f.id = figure "
            "JOIN documents d ON d.id = f.document WHERE d.path <> 'derde.txt'"
        )
    ]
    analysis = analyse("16 procent", 16.0, path="derde.txt", body=edited)
    opened.write(analysis, found(analysis), fingerprint="a", run=1)
    # The edit took the verdict away; comparing again makes the same group of the figures.
    assert decided(db)[0]["state"] == "gone"
    db.execute(
        "INSERT INTO reconciliations (id, topic, place, unit, verdict, explanation_nl, "
        "explanation_en) VALUES (?, ?, ?, ?, 'contested', '', '')",
        (subject, *row),
    )
    new = db.execute(
        "SELECT f.id FROM figures f JOIN documents d ON d.id = f.document "
        "WHERE d.path = 'derde.txt'"
    ).fetchone()[0]
    for figure in (*members, new):
        db.execute(
            "INSERT INTO reconciliation_members VALUES (?, ?, 'normal', NULL)", (subject, figure)
        )
    assert set(readings(db, subject)) != before
    assert state(db) == "decided"


def test_undone_is_open_again(opened: Writer) -> None:
    db = opened.connection
    undo(db, settle(db), at="2024-03-01T00:00:00Z")
    assert state(db) == "open"
    assert decided(db)[0]["state"] == "undone"


def test_a_decision_without_figures_is_tied_to_those_of_now(opened: Writer) -> None:
    db = opened.connection
    settle(db)
    db.execute("UPDATE decisions SET figures = NULL")
    assert state(db) == "decided"
    assert adopt(db) == 1
    assert adopt(db) == 0
    add(opened, "16 procent", 16.0)
    assert state(db) == "again"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"f1": "12"}, {"f1": "12"}, {}),
        ({"f1": "12"}, {"f9": "12"}, {}),
        ({"f1": "12"}, {"f1": "12", "f2": "12"}, {"f2": "new"}),
        ({"f2": "12"}, {"f1": "12", "f2": "12"}, {"f1": "new"}),
        ({"f1": "12"}, {"f1": "13"}, {"f1": "changed"}),
        ({"f1": "12", "f2": "13"}, {"f1": "13", "f2": "12"}, {}),
        ({}, {"f1": "12"}, {"f1": "new"}),
    ],
)
def test_changes(then: dict[str, str], now: dict[str, str], expected: dict[str, str]) -> None:
    assert changes(then, now) == expected
