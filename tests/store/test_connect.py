from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from pipeline.store.connect import BaseError, is_still, open_to_read, open_to_write, trouble
from pipeline.store.writer import Writer


def test_a_database_of_another_program_stays_as_it_is(base: Path) -> None:
    other = sqlite3.connect(base)
    other.execute("CREATE TABLE bladwijzers (adres TEXT)")
    other.commit()
    other.close()
    before = base.read_bytes()
    with pytest.raises(BaseError, match=r"another program, and nothing was added.*--db"):
        Writer(base)
    assert base.read_bytes() == before


def _open(base: Path, together: object, told: object) -> None:
    together.wait()  # type: ignore[attr-defined]
    try:
        with Writer(base) as writer:
            writer.start_run()
        told.put("")  # type: ignore[attr-defined]
    except Exception as error:
        told.put(f"{type(error).__name__}: {error}")  # type: ignore[attr-defined]


def test_four_that_make_one_base_at_the_same_time(base: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    together, told = spawn.Barrier(4), spawn.Queue()
    workers = [spawn.Process(target=_open, args=(base, together, told)) for _ in range(4)]
    for worker in workers:
        worker.start()
    assert [told.get(timeout=60) for _ in workers] == [""] * 4
    for worker in workers:
        worker.join()
    db = open_to_read(base)
    assert db.execute("SELECT count(*) FROM runs").fetchone()[0] == 4
    db.close()


def test_a_full_disk_is_told_and_loses_nothing(base: Path) -> None:
    with Writer(base) as writer:
        (pages,) = writer.connection.execute("PRAGMA page_count").fetchone()
        writer.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(sqlite3.OperationalError) as caught:
            writer.connection.execute(
                "INSERT INTO runs (started, version, counts) VALUES (?, '', '{}')", ("x" * 99_000,)
            )
        assert "make room, and give the command again: the base is whole" in trouble(caught.value)
    db = open_to_read(base)
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    db.close()


def test_what_is_read_only_says_so(base: Path) -> None:
    Writer(base).close()
    db = open_to_read(base)
    with pytest.raises(sqlite3.OperationalError) as caught:
        db.execute("DELETE FROM runs")
    assert "write permission" in trouble(caught.value)
    db.close()


def test_what_a_killed_writer_left_is_part_of_the_base(base: Path, monkeypatch) -> None:
    Writer(base).close()
    monkeypatch.setattr("pipeline.store.connect.os.access", lambda *_: False)
    assert is_still(base)
    writer = open_to_write(base)
    writer.execute("INSERT INTO runs (started, version, counts) VALUES ('', '', '{}')")
    assert not is_still(base), "there is a log beside it"
    db = open_to_read(base)
    assert db.execute("SELECT count(*) FROM runs").fetchone()[0] == 1
    db.close()


def test_a_file_that_is_something_else_says_so(base: Path) -> None:
    base.write_text("Beste collega,\n" * 400, encoding="utf-8")
    for opener in (open_to_read, open_to_write):
        with pytest.raises(BaseError, match=r"feitenbank\.db .*not a database: name another file"):
            opener(base)


def test_a_damaged_base_says_what_to_do() -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    assert "put back a copy, or move it away and ingest again" in trouble(error)
    assert trouble(sqlite3.OperationalError("no such table: x")) == "no such table: x"
