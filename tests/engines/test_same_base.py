"""The same documents give the same base, whichever engine ran and however often."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from pipeline.ingest import ingest
from pipeline.store.connect import open_to_read
from pipeline.store.export import export


def exported(base: Path, folder: Path) -> dict[str, bytes]:
    """Every exported file of a base, by name."""
    db = open_to_read(base)
    export(db, folder, ("csv", "jsonl"))
    db.close()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(articles: Path, model: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of a base that was made in a loop."""
    folder = tmp_path_factory.mktemp("lus")
    report = ingest([articles], folder / "base.db", model=model)
    assert report.counts == {"new": 3, "rejected": 1}
    return exported(folder / "base.db", folder / "export")


def test_the_base_holds_figures_and_judgements(first: dict[str, bytes]) -> None:
    assert first["csv/figures.csv"].count(b"\n") > 3
    assert first["csv/reconciliations.csv"].count(b"\n") > 1


def test_processes_make_the_same_base(
    first: dict[str, bytes], articles: Path, model: str, tmp_path: Path
) -> None:
    base = tmp_path / "base.db"
    ingest([articles], base, engine="processes", workers=2, model=model)
    assert exported(base, tmp_path / "export") == first


def test_document_by_document_in_another_order_makes_the_same_base(
    first: dict[str, bytes], articles: Path, model: str, tmp_path: Path
) -> None:
    base, folder = tmp_path / "base.db", tmp_path / "artikelen"
    folder.mkdir()
    for path in sorted(articles.iterdir(), reverse=True):
        shutil.copy(path, folder / path.name)
        ingest([folder], base, model=model)
    assert exported(base, tmp_path / "export") == first


def test_again_changes_nothing(
    first: dict[str, bytes], articles: Path, model: str, tmp_path: Path
) -> None:
    base = tmp_path / "base.db"
    ingest([articles], base, model=model)
    again = ingest([articles], base, model=model)
    assert again.counts == {"unchanged": 3, "rejected": 1}
    assert exported(base, tmp_path / "export") == first
    db = sqlite3.connect(base)
    assert db.execute("SELECT count(*) FROM stale_groups").fetchone() == (0,)
    db.close()
