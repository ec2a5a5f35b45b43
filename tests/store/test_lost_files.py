from __future__ import annotations

from pathlib import Path

import pytest
from handmade import BODY, analyse, found

from pipeline.store.lost_files import lost_files
from pipeline.store.writer import Writer


def put(writer: Writer, root: Path, name: str, extra: str = "") -> str:
    """Write a file and its document, and return the id of the document."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    analysis = analyse(path=name, body=BODY.replace("Bel 0592", f"{extra}\nBel 0592"))
    writer.write(analysis, found(analysis, root), fingerprint="a", run=1)
    row = writer.connection.execute(
        "SELECT document FROM files WHERE location = ?", (str(path),)
    ).fetchone()
    return str(row[0])


@pytest.fixture
def root(tmp_path: Path, writer: Writer) -> Path:
    writer.start_run()
    return tmp_path / "archief"


def test_all_there(writer: Writer, root: Path) -> None:
    put(writer, root, "a.txt")
    assert lost_files(writer.connection).documents == ()


def test_a_file_that_is_gone_and_put_back(writer: Writer, root: Path) -> None:
    document = put(writer, root, "map/a.txt")
    put(writer, root, "b.txt", "Nog een bericht.")
    (root / "map" / "a.txt").unlink()
    (row,) = lost_files(writer.connection).documents
    assert (row["document"], row["path"], row["figures"]) == (document, "map/a.txt", 1)
    assert row["last_seen"].startswith("2024-01-01")
    assert lost_files(writer.connection, document=document).documents == (row,)
    (root / "map").rmdir()
    assert lost_files(writer.connection, below=[root]).documents == (row,)
    assert lost_files(writer.connection, below=[root / "map"]).documents == (row,)
    assert lost_files(writer.connection, below=[root / "elders"]).documents == ()
    (root / "map").mkdir()
    (root / "map" / "a.txt").write_text("x")
    assert lost_files(writer.connection).documents == ()


def test_one_of_two_files_is_enough(writer: Writer, root: Path) -> None:
    assert put(writer, root, "a.txt") == put(writer, root, "b.txt")
    for name in ("a.txt", "b.txt"):
        (root / name).unlink()
        assert len(lost_files(writer.connection).documents) == (name == "b.txt")


def test_a_folder_that_is_not_here_says_nothing(writer: Writer, root: Path) -> None:
    put(writer, root, "a.txt")
    root.rename(root.with_name("elders"))
    lost = lost_files(writer.connection)
    assert lost.documents == ()
    assert lost.elsewhere == {str(root): 1}


def test_a_version_that_was_superseded_has_lost_nothing(writer: Writer, root: Path) -> None:
    old = put(writer, root, "a.txt")
    new = put(writer, root, "a.txt", "Verbeterd bericht.")
    assert old != new
    assert lost_files(writer.connection).documents == ()


def test_a_file_that_may_not_be_looked_at_is_not_gone(
    writer: Writer, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(writer, root, "a.txt")

    def refuse(_: Path) -> None:
        raise PermissionError

    (root / "a.txt").unlink()
    monkeypatch.setattr(Path, "stat", refuse)
    assert lost_files(writer.connection).documents == ()
