from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from pipeline import ingest as ingest_module
from pipeline.cli import main
from pipeline.engines.dask import EngineMissingError
from pipeline.ingest import FileOutcome, IngestReport, NoFilesError

REPORT = IngestReport(
    files=(
        FileOutcome("a.txt", "new", None, 3),
        FileOutcome("b.pdf", "rejected", "the PDF has no text: scan it with OCR first"),
        FileOutcome("c.txt", "unchanged"),
    ),
    figures=12,
    attention=2,
    seconds=1.5,
)


def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str, report: object = REPORT
) -> tuple[Result, SimpleNamespace]:
    """Run the verb with what it calls replaced, and return what it was called with."""
    called = SimpleNamespace(paths=None, options={})

    def fake(paths: tuple[Path, ...], base: Path, **options: object) -> object:
        called.paths, called.base, called.options = paths, base, options
        if isinstance(report, Exception):
            raise report
        options["progress"]("documents", 1, 3)
        return report

    monkeypatch.setattr(ingest_module, "ingest", fake)
    given = ["ingest", "corpus", "--db", str(tmp_path / "x.db"), *arguments]
    return CliRunner().invoke(main, given), called


def test_report_tells_what_came_of_every_file(monkeypatch, tmp_path: Path) -> None:
    result, called = run(monkeypatch, tmp_path, "--engine", "processes", "--workers", "2")
    assert result.exit_code == 1
    assert "3 files in 1.5 s: 1 new, 1 unchanged, 1 rejected" in result.stdout
    assert "rejected  b.pdf: the PDF has no text" in result.stdout
    assert "12 figures in" in result.stdout
    assert "2 groups and findings ask for attention" in result.stdout
    assert called.paths == (Path("corpus"),)
    assert (called.options["engine"], called.options["workers"]) == ("processes", 2)
    assert result.stderr == ""


def test_all_well_is_zero(monkeypatch, tmp_path: Path) -> None:
    good = IngestReport(REPORT.files[:1], 3, 0, 0.1)
    result, _ = run(monkeypatch, tmp_path, report=good)
    assert result.exit_code == 0
    assert "attention" not in result.stdout


def test_what_is_asked_again_and_what_is_gone_is_told(monkeypatch, tmp_path: Path) -> None:
    report = IngestReport(REPORT.files[:1], 3, 2, 0.1, again=1, gone=("nieuws/weg.txt",))
    result, _ = run(monkeypatch, tmp_path, report=report)
    assert result.exit_code == 0
    assert "  gone  nieuws/weg.txt: no file is left; what it said stays" in result.stdout
    assert "1 of these decided before, with other figures" in result.stdout


def test_names_from_elsewhere_do_not_steer_the_terminal(monkeypatch, tmp_path: Path) -> None:
    odd = "x\x1b[2J\ny.txt"
    files = (
        *(FileOutcome(f"{n}.jpg", "skipped", "not a document") for n in range(60)),
        FileOutcome(odd, "rejected", f"{odd} is empty; nothing was added"),
        FileOutcome("z.txt", "new", "z.toml, line 1: wrong", mistakes=True),
    )
    result, _ = run(monkeypatch, tmp_path, report=IngestReport(files, 3, 0, 0.1))
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    # what asks something of a person comes first, and its name is said once
    assert lines[1] == "  rejected  x␛[2J\\ny.txt is empty; nothing was added"
    assert lines[2] == "  new  z.txt: z.toml, line 1: wrong"
    assert "\x1b" not in result.stdout


def test_mistakes_in_metadata_alone_are_exit_code_1(monkeypatch, tmp_path: Path) -> None:
    report = IngestReport((FileOutcome("z.txt", "new", "z.toml: wrong", mistakes=True),), 3, 0, 0.1)
    assert run(monkeypatch, tmp_path, report=report)[0].exit_code == 1


def test_json(monkeypatch, tmp_path: Path) -> None:
    result, _ = run(monkeypatch, tmp_path, "--json")
    found = json.loads(result.stdout)
    assert found["counts"] == {"new": 1, "rejected": 1, "unchanged": 1}
    assert found["files"][1]["reason"].startswith("the PDF has no text")
    assert result.exit_code == 1


def test_no_files(monkeypatch, tmp_path: Path) -> None:
    result, _ = run(monkeypatch, tmp_path, report=NoFilesError("no such file or folder: corpus"))
    assert result.exit_code == 2
    assert result.stderr == "feitenbank: no such file or folder: corpus\n"


def test_a_disk_that_refuses_is_told_without_a_traceback(monkeypatch, tmp_path: Path) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    result, _ = run(monkeypatch, tmp_path, report=error)
    assert result.exit_code == 2
    assert "x.db cannot be written: database or disk is full: make room" in result.stderr


def test_missing_extra_is_named(monkeypatch, tmp_path: Path) -> None:
    error = EngineMissingError("the engine 'dask' needs: pip install 'feitenbank[cluster]'")
    result, _ = run(monkeypatch, tmp_path, report=error)
    assert result.exit_code == 2
    assert "feitenbank[cluster]" in result.stderr


def test_nothing_given() -> None:
    assert CliRunner().invoke(main, ["ingest"]).exit_code == 2
