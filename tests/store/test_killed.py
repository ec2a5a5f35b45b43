from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from handmade import analyse, found

from pipeline.store.check import check
from pipeline.store.connect import open_to_read, open_to_write
from pipeline.store.writer import Writer

COUNT = 300

_PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES, analyse, found
from pipeline.store.writer import Writer
writer = Writer(Path(sys.argv[2]))
writer.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="k")
run = writer.start_run()
for number in range(int(sys.argv[3])):
    each = analyse(f"{number},5 procent", number + 0.5, path=f"{number}.txt")
    writer.write(each, found(each), fingerprint="a", run=run)
    print(number, flush=True)
"""


def test_killed_at_any_moment_the_base_is_whole_and_the_next_run_completes_it(base: Path) -> None:
    handmade = str(Path(__file__).parent)
    command = [sys.executable, "-c", _PROGRAM, handmade, str(base), str(COUNT)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) == 5:
            break
    time.sleep(0.03)  # into the middle of a document
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()

    db = open_to_read(base)
    written = db.execute("SELECT count(*) FROM documents").fetchone()[0]
    assert 6 <= written < COUNT
    assert check(db) == []
    assert db.execute("SELECT count(*) FROM figures").fetchone()[0] == written
    assert db.execute("SELECT count(*) FROM stale_groups").fetchone()[0] == 1
    assert db.execute("SELECT count(*) FROM runs WHERE finished IS NULL").fetchone()[0] == 1
    db.close()

    with Writer(base) as writer:
        run = writer.start_run()
        outcomes = []
        for number in range(written + 3):
            each = analyse(f"{number},5 procent", number + 0.5, path=f"{number}.txt")
            outcomes.append(writer.write(each, found(each), fingerprint="a", run=run))
        assert outcomes == ["unchanged"] * written + ["new"] * 3
        assert check(writer.connection) == []


def test_people_read_while_documents_are_written(base: Path, writer: Writer) -> None:
    first, second = analyse(), analyse("9 procent", 9.0, path="b.txt")
    writer.write(first, found(first), fingerprint="a", run=writer.start_run())
    reader = open_to_read(base)
    writer.connection.execute("BEGIN IMMEDIATE")
    writer.write(second, found(second), fingerprint="a", run=1)
    assert reader.execute("SELECT count(*) FROM figures").fetchone()[0] == 1
    writer.connection.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM figures").fetchone()[0] == 2
    reader.close()


def test_second_writer_waits_for_the_first(base: Path, writer: Writer) -> None:
    other = open_to_write(base)
    other.execute("PRAGMA busy_timeout = 10")
    writer.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    writer.connection.execute("ROLLBACK")
    other.execute("BEGIN IMMEDIATE")
    other.close()
