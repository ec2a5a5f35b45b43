"""Files and folders into the base: what is counted, what is kept, and that nothing else matters.

A trained model is used where there is one; a pipeline that only tokenises serves elsewhere, for
what is tested here holds for any.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import pipeline.ingest as ingest_module
from pipeline.ingest import IngestReport, NoFilesError, ingest
from pipeline.load import FoundFile, read_source
from pipeline.records import SourceFile
from pipeline.resources import default_model
from pipeline.store.check import check
from pipeline.store.connect import open_to_read
from pipeline.store.export import export

CORPUS = Path(__file__).parents[1] / "corpus"
COPIES = 40
SPEECH = "Burgemeester Anne Vos zei dat de café's op het plein ook in 2021 géén 45 banen kregen.\n"


def article(number: int, place: str = "Assen") -> str:
    """A text of a few sentences that is like no other."""
    return (
        f"In {place} kregen in 2021 {number} huishoudens een bijstandsuitkering.\n"
        f"Een jaar eerder waren dat er {number + 7}. Het tekort op straat {number} was 2,5 miljoen "
        "euro.\n"
    )


@pytest.fixture(scope="session")
def model(blank: str) -> str:
    """The trained model if there is one."""
    trained = os.environ.get("FEITENBANK_MODEL")
    if trained or (default_model() / "meta.json").is_file():
        return trained or str(default_model())
    return blank


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def outcomes(report: IngestReport) -> dict[str, str]:
    return {file.path: file.outcome for file in report.files}


def exported(base: Path, folder: Path) -> dict[str, bytes]:
    """Every exported file of a base, by name."""
    db = open_to_read(base)
    export(db, folder, ("csv", "jsonl"))
    db.close()
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def rows(base: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    db = open_to_read(base)
    found = [tuple(row) for row in db.execute(query, values)]
    db.close()
    return found


# ── what is counted ───────────────────────────────────────────────────────────────────────────


def test_new_unchanged_changed_and_duplicate(tmp_path: Path, blank: str) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": article(310), "b.txt": article(95, "Zwolle")})
    first = ingest([folder], base, model=blank)
    assert first.counts == {"new": 2}
    assert first.figures == sum(file.figures for file in first.files) > 0

    assert ingest([folder], base, model=blank).counts == {"unchanged": 2}

    write(folder, {"a.txt": article(312), "c.txt": article(95, "Zwolle")})
    third = ingest([folder], base, model=blank)
    assert outcomes(third) == {"a.txt": "changed", "b.txt": "unchanged", "c.txt": "duplicate"}
    assert rows(base, "SELECT count(*) FROM files") == [(3,)]
    assert rows(base, "SELECT count(*) FROM documents WHERE superseded_by IS NULL") == [(2,)]
    db = open_to_read(base)
    assert check(db) == []
    db.close()


def test_an_edited_file_supersedes_what_it_was(tmp_path: Path, blank: str) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": article(310)})
    ingest([folder], base, model=blank)
    write(folder, {"a.txt": article(412)})
    report = ingest([folder], base, model=blank)

    ((old, text, newer),) = rows(
        base, "SELECT id, text, superseded_by FROM documents WHERE superseded_by IS NOT NULL"
    )
    assert text == article(310), "nothing is ever lost"
    assert rows(base, "SELECT id FROM documents WHERE superseded_by IS NULL") == [(newer,)]
    assert rows(base, "SELECT count(*) FROM figures WHERE document = ?", old) == [(0,)]
    assert rows(base, "SELECT count(*) FROM figures WHERE document = ?", newer) == [
        (report.figures,)
    ]
    # put back, it is what it was, and the other is superseded
    write(folder, {"a.txt": article(310)})
    assert ingest([folder], base, model=blank).counts == {"changed": 1}
    assert rows(base, "SELECT id FROM documents WHERE superseded_by IS NULL") == [(old,)]


def test_a_document_that_another_file_still_holds_is_not_superseded(
    tmp_path: Path, blank: str
) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": article(310), "b.txt": article(310)})
    assert ingest([folder], base, model=blank).counts == {"new": 1, "duplicate": 1}
    write(folder, {"a.txt": article(95)})
    assert outcomes(ingest([folder], base, model=blank)) == {
        "a.txt": "changed",
        "b.txt": "unchanged",
    }
    assert rows(base, "SELECT path FROM documents WHERE superseded_by IS NULL ORDER BY path") == [
        ("a.txt",),
        ("b.txt",),
    ]


def test_a_file_that_is_gone_is_told_of_and_stays(tmp_path: Path, blank: str) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": article(310), "map/b.txt": article(95, "Zwolle")})
    assert ingest([folder], base, model=blank).gone == ()
    (folder / "map" / "b.txt").unlink()
    report = ingest([folder], base, model=blank)
    assert (report.gone, report.counts) == (("map/b.txt",), {"unchanged": 1})
    assert rows(base, "SELECT count(*) FROM documents") == [(2,)]
    # elsewhere nothing is looked for, and a file that only moved is not gone
    assert ingest([write(tmp_path / "uit", {"c.txt": article(7)})], base, model=blank).gone == ()
    write(folder, {"verplaatst.txt": article(95, "Zwolle")})
    assert ingest([folder], base, model=blank).gone == ()


def test_metadata_beside_a_file_is_work_when_it_changes(tmp_path: Path, blank: str) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": "Vorig jaar kregen 310 huishoudens in Assen hulp.\n"})
    ingest([folder], base, model=blank)
    write(folder, {"a.toml": 'published = "2021-03-04"\n'})
    report = ingest([folder], base, model=blank)
    assert list(outcomes(report)) == ["a.txt"], "metadata is no document"
    assert rows(base, "SELECT published, published_method FROM documents") == [
        ("2021-03-04", "metadata")
    ]
    assert ingest([folder], base, model=blank).counts == {"unchanged": 1}


# ── a messy folder ────────────────────────────────────────────────────────────────────────────


def test_a_messy_folder(tmp_path: Path, blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    english = (
        "The council said on Monday that 45 new homes will be built near the old station. " * 4
    )
    folder = write(
        tmp_path / "in",
        {
            "goed.txt": article(310),
            "kopie.txt": article(310),
            "noord/bericht.txt": article(21, "Emmen"),
            "zuid/bericht.txt": article(34, "Breda"),
            "latijn.txt": SPEECH.encode("latin-1"),
            "leeg.txt": b"",
            "wit.txt": " \n\t\n",
            "binair.txt": bytes(range(256)) * 40,
            "engels.txt": english,
            "geheim.txt": article(77),
            "vreemd.xyz": "wat is dit",
            "foto.jpg": b"\xff\xd8\xff",
            "README.md": "Over deze map.",
            ".verborgen.txt": article(1),
        },
    )
    (folder / "nergens.txt").symlink_to(folder / "weg.txt")

    def guarded(found: FoundFile) -> SourceFile:
        if found.path == "geheim.txt":  # permissions do not stop the tests of an administrator
            raise PermissionError(13, "Permission denied")
        return read_source(found)

    monkeypatch.setattr(ingest_module, "read_source", guarded)
    base = tmp_path / "base.db"
    report = ingest([folder], base, model=blank)
    assert outcomes(report) == {
        "binair.txt": "rejected",
        "engels.txt": "rejected",
        "foto.jpg": "skipped",
        "geheim.txt": "rejected",
        "goed.txt": "new",
        "kopie.txt": "duplicate",
        "latijn.txt": "new",
        "leeg.txt": "rejected",
        "nergens.txt": "rejected",
        "noord/bericht.txt": "new",
        "vreemd.xyz": "skipped",
        "wit.txt": "rejected",
        "zuid/bericht.txt": "new",
    }
    assert all(file.reason for file in report.files if file.outcome in {"rejected", "skipped"})
    assert rows(base, "SELECT text FROM documents WHERE path = 'latijn.txt'") == [(SPEECH,)]
    noted = {path for (path,) in rows(base, "SELECT path FROM issues WHERE severity = 'error'")}
    assert noted == {
        *("binair.txt", "engels.txt", "geheim.txt", "leeg.txt", "nergens.txt", "wit.txt")
    }
    (why,) = (file.reason for file in report.files if file.path == "geheim.txt")
    assert rows(base, "SELECT message FROM issues WHERE path = 'geheim.txt'") == [(why,)]
    assert why == "cannot be read (Permission denied); check its permissions"
    passed = rows(base, "SELECT path, severity FROM issues WHERE code IN ('unknown_type', 'loop')")
    assert passed == [("vreemd.xyz", "info")]
    db = open_to_read(base)
    assert check(db) == []
    db.close()

    # what was mended is taken in, and its reason forgotten
    monkeypatch.setattr(ingest_module, "read_source", read_source)
    write(folder, {"leeg.txt": article(55, "Leiden")})
    again = outcomes(ingest([folder], base, model=blank))
    assert (again["geheim.txt"], again["leeg.txt"], again["engels.txt"]) == (
        "new",
        "new",
        "rejected",
    )
    noted = {path for (path,) in rows(base, "SELECT path FROM issues WHERE severity = 'error'")}
    assert not {"geheim.txt", "leeg.txt"} & noted

    # and so is the reason of what is there no more; not of what lies elsewhere
    for name in ("engels.txt", "nergens.txt"):
        (folder / name).unlink()
    other = write(tmp_path / "uit", {"c.txt": article(8), "leeg.txt": b""})
    ingest([other], base, model=blank)
    ingest([folder], base, model=blank)
    noted = {path for (path,) in rows(base, "SELECT path FROM issues WHERE severity = 'error'")}
    assert noted == {"binair.txt", "leeg.txt", "wit.txt"}


def test_a_mistake_in_metadata_is_told_until_it_is_mended(tmp_path: Path, blank: str) -> None:
    base = tmp_path / "base.db"
    folder = write(tmp_path / "in", {"a.txt": article(310), "a.toml": 'titel = "Bijstand"\n'})
    for outcome in ("new", "unchanged"):
        report = ingest([folder], base, model=blank)
        assert (outcomes(report), report.wrong) == ({"a.txt": outcome}, 1)
        assert "a.toml, line 1: titel is no known key" in str(report.files[0].reason)
    write(folder, {"a.toml": 'title = "Bijstand"\n'})
    report = ingest([folder], base, model=blank)
    assert (report.wrong, report.files[0].reason) == (0, None)


def test_a_name_that_is_not_utf8_stops_no_other(tmp_path: Path, blank: str) -> None:
    folder = write(tmp_path / "in", {"a.txt": article(310), "z.txt": article(41, "Breda")})
    odd, empty = (folder / os.fsdecode(name) for name in (b"caf\xe9.txt", b"le\xe9g.txt"))
    try:
        odd.write_text(article(77, "Emmen"))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    empty.touch()
    base = tmp_path / "base.db"
    report = ingest([folder], base, model=blank)
    assert outcomes(report) == {
        "a.txt": "new",
        "caf\\xe9.txt": "new",
        "le\\xe9g.txt": "rejected",
        "z.txt": "new",
    }
    assert report.gone == ()
    again = ingest([folder], base, model=blank)
    assert again.counts == {"unchanged": 3, "rejected": 1}
    odd.unlink()
    assert ingest([folder], base, model=blank).gone == ("caf\\xe9.txt",)


def test_a_file_that_may_not_be_read(tmp_path: Path, blank: str) -> None:
    folder = write(tmp_path / "in", {"a.txt": article(310), "geheim.txt": article(77)})
    secret = folder / "geheim.txt"
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("permissions do not hold for this user (an administrator)")
    report = ingest([folder], tmp_path / "base.db", model=blank)
    assert outcomes(report) == {"a.txt": "new", "geheim.txt": "rejected"}


@pytest.mark.parametrize("files", [{}, {"foto.jpg": b"\xff\xd8\xff", "sub/tabel.csv": "a,b"}])
def test_a_folder_without_documents(
    tmp_path: Path, blank: str, files: dict[str, str | bytes]
) -> None:
    folder = write(tmp_path / "in", files)
    folder.mkdir(exist_ok=True)
    with pytest.raises(NoFilesError, match="no document in"):
        ingest([folder], tmp_path / "base.db", model=blank)
    assert not (tmp_path / "base.db").exists(), "nothing is made for nothing"


def test_a_path_that_does_not_exist(tmp_path: Path, blank: str) -> None:
    with pytest.raises(NoFilesError, match=r"no such file or folder: .*weg"):
        ingest([tmp_path / "weg"], tmp_path / "base.db", model=blank)


# ── cut off in the middle ─────────────────────────────────────────────────────────────────────


def test_killed_in_the_middle(tmp_path: Path, blank: str) -> None:
    folder = write(
        tmp_path / "in", {f"map{n % 3}/bericht{n:03}.txt": article(100 + n) for n in range(COPIES)}
    )
    base = tmp_path / "base.db"
    command = [sys.executable, "-m", "pipeline", "ingest", str(folder), "--db", str(base)]
    process = subprocess.Popen(
        [*command, "--model", blank],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=CORPUS.parent,
    )
    deadline = time.monotonic() + 60
    while documents_in(base) < 6:
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < deadline, "no document was written"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()

    written = documents_in(base)
    assert 6 <= written < COPIES
    db = open_to_read(base)
    assert check(db) == []
    db.close()

    report = ingest([folder], base, model=blank)
    assert report.counts == {"unchanged": written, "new": COPIES - written}
    undisturbed = tmp_path / "heel.db"
    ingest([folder], undisturbed, model=blank)
    assert exported(base, tmp_path / "een") == exported(undisturbed, tmp_path / "twee")


def documents_in(base: Path) -> int:
    if not base.exists():
        return 0
    try:
        db = sqlite3.connect(f"file:{base}?mode=ro", uri=True)
        (count,) = db.execute("SELECT count(*) FROM documents").fetchone()
        db.close()
    except sqlite3.OperationalError:  # the tables are not there yet
        return 0
    return int(count)


# ── nothing but the documents matters ─────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def corpus_base(model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base of the example articles, made in a loop."""
    base = tmp_path_factory.mktemp("voorbeelden") / "base.db"
    report = ingest([CORPUS], base, model=model)
    assert set(report.counts) <= {"new", "duplicate"}, report.files
    assert report.counts["new"] >= 15
    return base


@pytest.fixture(scope="module")
def corpus_export(corpus_base: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of that base."""
    files = exported(corpus_base, tmp_path_factory.mktemp("export"))
    assert files["csv/figures.csv"].count(b"\n") > 80
    assert files["csv/reconciliations.csv"].count(b"\n") > 20
    return files


def test_every_surface_of_the_base_is_what_stands_there(corpus_base: Path) -> None:
    db = open_to_read(corpus_base)
    assert check(db) == []
    for table in ("mentions", "quantities", "time_expressions"):
        count, wrong = db.execute(
            f"SELECT count(*), sum(substr(d.text, t.start + 1, t.end - t.start) <> t.surface) "
            f"FROM {table} t JOIN documents d ON d.id = t.document"
        ).fetchone()
        assert count > 100, table
        assert wrong == 0, table
    (outside,) = db.execute(
        "SELECT count(*) FROM figure_evidence e JOIN figures f ON f.id = e.figure "
        "JOIN documents d ON d.id = f.document "
        "WHERE e.start IS NOT NULL "
        "AND NOT (0 <= e.start AND e.start < e.end AND e.end <= length(d.text))"
    ).fetchone()
    assert outside == 0
    (in_furniture,) = db.execute(
        "SELECT count(*) FROM quantities q JOIN zones z ON z.document = q.document "
        "AND z.kind = 'furniture' AND q.start < z.end AND z.start < q.end"
    ).fetchone()
    assert in_furniture == 0
    db.close()


def test_the_order_of_the_files_does_not_matter(
    corpus_export: dict[str, bytes], model: str, tmp_path: Path
) -> None:
    folder, base = tmp_path / "in", tmp_path / "base.db"
    folder.mkdir()
    files = sorted(CORPUS.iterdir(), reverse=True)
    names = sorted({path.stem for path in files}, reverse=True)
    for part in (names[:5], names[5:]):
        for path in files:
            if path.stem in part:
                shutil.copy(path, folder)
        ingest([folder], base, model=model)
    assert exported(base, tmp_path / "export") == corpus_export


def test_the_engine_does_not_matter(
    corpus_export: dict[str, bytes], model: str, tmp_path: Path
) -> None:
    base = tmp_path / "base.db"
    ingest([CORPUS], base, engine="processes", workers=2, model=model)
    assert exported(base, tmp_path / "export") == corpus_export


def test_a_second_time_changes_nothing(
    corpus_export: dict[str, bytes], corpus_base: Path, model: str, tmp_path: Path
) -> None:
    base = tmp_path / "base.db"
    source = sqlite3.connect(corpus_base)
    copy = sqlite3.connect(base)
    source.backup(copy)
    source.close()
    copy.close()
    assert set(ingest([CORPUS], base, model=model).counts) == {"unchanged"}
    assert exported(base, tmp_path / "export") == corpus_export
