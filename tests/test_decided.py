"""What a person decided, through ingesting again, a base that is built anew, and a new article."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.ingest import IngestReport, ingest
from pipeline.store.connect import open_to_read

ONE = "In Assen kregen in 2021 {} huishoudens een bijstandsuitkering.\n"
OTHER = (
    "Volgens wethouder Jan Kuub kregen in 2021 in Assen {} huishoudens een bijstandsuitkering.\n"
)


class Archive:
    """A folder of articles and the base that is made of it."""

    def __init__(self, folder: Path, model: str) -> None:
        self.folder, self.base, self.model = folder / "in", folder / "feitenbank.db", model
        self.folder.mkdir()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def ingest(self) -> IngestReport:
        return ingest([self.folder], self.base, model=self.model)

    def review(self, *arguments: str) -> None:
        given = ["review", *arguments, "--db", str(self.base)]
        result = CliRunner().invoke(main, given)
        assert result.exit_code == 0, result.output

    def rows(self, query: str) -> list[tuple[object, ...]]:
        db = open_to_read(self.base)
        found = [tuple(row) for row in db.execute(query)]
        db.close()
        return found


@pytest.fixture
def archive(tmp_path: Path, blank: str) -> Archive:
    """Two articles that contradict each other."""
    made = Archive(tmp_path, blank)
    made.write("een.txt", ONE.format(310))
    made.write("twee.txt", OTHER.format(480))
    assert made.ingest().attention == 1
    return made


STATE = "SELECT kind, state, new_figures, gone_figures FROM conflict_overview"


def decide(archive: Archive) -> None:
    ((group,),) = archive.rows("SELECT id FROM conflict_overview")
    archive.review("decide", "verdict", str(group), "310 klopt", "--by", "an")
    assert archive.rows(STATE) == [("contested", "decided", 0, 0)]


def test_a_verdict_stays_decided(archive: Archive) -> None:
    decide(archive)
    assert archive.ingest().attention == 0
    # a typing error mended elsewhere in an article, and a copy, ask nothing anew
    archive.write("een.txt", "Bericht.\n" + ONE.format(310))
    report = archive.ingest()
    assert (report.counts, report.attention) == ({"changed": 1, "unchanged": 1}, 0)
    archive.write("kopie.txt", OTHER.format(480))
    assert archive.ingest().attention == 0
    archive.base.unlink()
    report = archive.ingest()
    assert (report.attention, report.again) == (0, 0)
    assert archive.rows(STATE) == [("contested", "decided", 0, 0)]


def test_a_new_figure_asks_again(archive: Archive) -> None:
    decide(archive)
    archive.write("drie.txt", "De gemeente meldt: " + ONE.format(650))
    report = archive.ingest()
    assert (report.attention, report.again) == (1, 1)
    assert archive.rows(STATE) == [("contested", "again", 1, 0)]


def test_what_is_no_name_stays_none(archive: Archive) -> None:
    named = "SELECT count(*) FROM mentions WHERE surface = 'Jan Kuub'"
    known = "SELECT count(*) FROM entities WHERE id = 'person:jan-kuub'"
    assert archive.rows(named) == archive.rows(known) == [(1,)]
    archive.review("decide", "not-a-name", "Jan Kuub")
    archive.ingest()
    assert archive.rows(named) == archive.rows(known) == [(0,)]
    archive.write("twee.txt", OTHER.format(481))
    archive.ingest()
    assert archive.rows(named) == [(0,)]
    archive.base.unlink()
    archive.ingest()
    assert archive.rows(named) == archive.rows(known) == [(0,)]
    ((decision,),) = archive.rows("SELECT id FROM decisions")
    archive.review("undo", str(decision))
    archive.ingest()
    assert archive.rows(named) == archive.rows(known) == [(1,)]
