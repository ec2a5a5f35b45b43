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


# ── findings ──────────────────────────────────────────────────────────────────────────────────

SUM = (
    "In Assen steeg het aantal bijstandsuitkeringen van {} huishoudens in 2021 naar {} "
    "huishoudens in 2022, een stijging van 9 procent.\n"
)
FINDINGS = (
    "SELECT state, new_figures, changed_figures, gone_figures FROM conflict_overview "
    "WHERE kind = 'arithmetic_error'"
)


@pytest.fixture
def wrong_sum(tmp_path: Path, blank: str) -> Archive:
    """An article with a sum that is wrong, about which a person decided."""
    made = Archive(tmp_path, blank)
    made.write("som.txt", SUM.format(612, 658))
    made.ingest()
    ((finding,),) = made.rows("SELECT id FROM findings WHERE kind = 'arithmetic_error'")
    made.review("decide", "verdict", str(finding), "9 was over twee jaar", "--by", "an")
    assert made.rows(FINDINGS) == [("decided", 0, 0, 0)]
    return made


@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_finding_stays_decided_when_its_article_is_edited(
    wrong_sum: Archive, rebuilt: bool
) -> None:
    before = wrong_sum.rows("SELECT id FROM findings")
    wrong_sum.write("som.txt", "Bericht uit Assen.\n\n" + SUM.format(612, 658))
    if rebuilt:
        wrong_sum.base.unlink()
    assert wrong_sum.ingest().attention == 0
    assert wrong_sum.rows("SELECT id FROM findings") != before, "it is another finding by its id"
    assert wrong_sum.rows(FINDINGS) == [("decided", 0, 0, 0)]
    # the file beside the base has it too, and so has the next edit
    wrong_sum.write("som.txt", "Nieuws.\n\nBericht uit Assen.\n\n" + SUM.format(612, 658))
    wrong_sum.ingest()
    wrong_sum.base.unlink()
    wrong_sum.ingest()
    assert wrong_sum.rows(FINDINGS) == [("decided", 0, 0, 0)]
    assert wrong_sum.rows("SELECT state, decided_by FROM decision_overview") == [("holds", "an")]


@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_finding_comes_back_marked_when_a_figure_in_it_changed(
    wrong_sum: Archive, rebuilt: bool
) -> None:
    wrong_sum.write("som.txt", "Bericht uit Assen.\n\n" + SUM.format(612, 659))
    if rebuilt:
        wrong_sum.base.unlink()
    report = wrong_sum.ingest()
    assert (report.attention, report.again) == (1, 1)
    ((state, *changed),) = wrong_sum.rows(FINDINGS)
    # 659 stands for 658; what was made of both of them (from … to …) is no figure of the sum
    assert (state, changed) == ("again", [0, 1, 0])
    # put right again, it is what was decided about
    wrong_sum.write("som.txt", "Bericht uit Assen, dus.\n\n" + SUM.format(612, 658))
    wrong_sum.ingest()
    assert wrong_sum.rows(FINDINGS) == [("decided", 0, 0, 0)]


def test_a_sum_that_was_put_right_leaves_its_decision_to_nothing_else(wrong_sum: Archive) -> None:
    other = SUM.replace("bijstandsuitkeringen", "schuldhulptrajecten").format(1200, 1800)
    wrong_sum.write("som.txt", SUM.format(600, 654) + "\n" + other)
    wrong_sum.ingest()
    assert wrong_sum.rows(FINDINGS) == [("open", 0, 0, 0)]
    assert wrong_sum.rows("SELECT state FROM decision_overview") == [("gone",)]


def test_a_copy_that_is_older_takes_the_decision_over(wrong_sum: Archive) -> None:
    body = SUM.format(612, 658)
    wrong_sum.write("eerder.txt", body + "\n")
    wrong_sum.write("eerder.toml", 'published = "2023-01-02"\n')
    wrong_sum.write("som.toml", 'published = "2023-01-03"\n')
    wrong_sum.ingest()
    copies = wrong_sum.rows("SELECT path FROM documents WHERE duplicate_of IS NOT NULL")
    assert copies == [("som.txt",)]
    assert wrong_sum.rows(FINDINGS) == [("decided", 0, 0, 0)]


def test_another_article_with_the_same_sum_is_asked_about(wrong_sum: Archive) -> None:
    wrong_sum.write("ander.txt", "Ook dit staat in de krant van Assen.\n\n" + SUM.format(612, 658))
    (wrong_sum.folder / "som.txt").write_text("De gemeente Assen krijgt een nieuw theater.\n")
    wrong_sum.ingest()
    assert wrong_sum.rows(FINDINGS) == [("open", 0, 0, 0)]


# ── who a name is ─────────────────────────────────────────────────────────────────────────────

ALDERMAN = (
    "Volgens wethouder Johannes Kuub kregen in 2020 in Assen 290 huishoudens een "
    "bijstandsuitkering. Kuub vindt dat genoeg.\n"
)
LINKED = (
    "SELECT m.surface, m.entity FROM mentions m JOIN documents d ON d.id = m.document "
    "WHERE d.path = 'drie.txt' AND m.kind = 'person' ORDER BY m.start"
)


def test_a_name_is_that_of_somebody_known_only_from_texts(archive: Archive) -> None:
    archive.write("drie.txt", ALDERMAN)
    archive.ingest()
    john = "person:johannes-kuub"
    assert archive.rows(LINKED) == [("Johannes Kuub", john), ("Kuub", john)]
    archive.review("decide", "alias", "Johannes Kuub", "person:jan-kuub")
    archive.ingest()
    jan = "person:jan-kuub"
    for _ in range(2):
        assert archive.rows(LINKED) == [("Johannes Kuub", jan), ("Kuub", jan)]
        assert archive.rows("SELECT DISTINCT person FROM roles") == [(jan,)]
        assert archive.rows("SELECT DISTINCT speaker FROM figures WHERE speaker <> ''") == [(jan,)]
        persons = archive.rows("SELECT id, name FROM entities WHERE kind = 'person'")
        assert persons == [(jan, "Jan Kuub")]
        # It does not depend on the text that named him, nor on the base.
        (archive.folder / "twee.txt").unlink(missing_ok=True)
        archive.base.unlink()
        archive.ingest()
    ((decision,),) = archive.rows("SELECT id FROM decisions")
    archive.review("undo", str(decision))
    archive.ingest()
    assert archive.rows(LINKED) == [("Johannes Kuub", john), ("Kuub", john)]


def test_a_surname_alone_takes_no_full_name_with_it(archive: Archive) -> None:
    archive.write("drie.txt", ALDERMAN)
    archive.ingest()
    archive.review("decide", "alias", "Kuub", "person:jan-kuub", "--document", "drie.txt")
    archive.ingest()
    assert archive.rows(LINKED) == [
        ("Johannes Kuub", "person:johannes-kuub"),
        ("Kuub", "person:jan-kuub"),
    ]


# ── what was decided about one document ───────────────────────────────────────────────────────

DATES = (
    "SELECT published, published_method FROM documents WHERE path = 'een.txt' "
    "AND superseded_by IS NULL"
)
BY_PERSON = "SELECT path FROM documents WHERE published_method = 'person' AND superseded_by IS NULL"


def test_a_date_and_a_name_stay_when_the_article_is_edited(archive: Archive) -> None:
    archive.review("decide", "published", "een.txt", "2022-03-04")
    archive.review("decide", "not-a-name", "Jan Kuub", "--document", "twee.txt")
    archive.ingest()
    for edit in ("Bericht.\n\n", "Nieuws. Bericht.\n\n", "Bericht.\n\n"):
        archive.write("een.txt", edit + ONE.format(310))
        archive.write("twee.txt", edit + OTHER.format(480))
        assert archive.ingest().counts == {"changed": 2}
        assert archive.rows(DATES) == [("2022-03-04", "person")]
        assert archive.rows("SELECT count(*) FROM mentions WHERE surface = 'Jan Kuub'") == [(0,)]
        assert archive.ingest().counts == {"unchanged": 2}
    states = archive.rows("SELECT kind, state, about FROM decision_overview ORDER BY kind")
    assert states == [("alias", "holds", None), ("published", "holds", "een.txt")]
    archive.base.unlink()
    archive.ingest()
    assert archive.rows(DATES) == [("2022-03-04", "person")]
    archive.review("decide", "published", "een.txt", "2022-03-05")
    archive.ingest()
    assert archive.rows(DATES) == [("2022-03-05", "person")]


def test_a_decision_stays_with_the_file_that_was_not_edited(archive: Archive) -> None:
    archive.write("kopie.txt", ONE.format(310))
    archive.ingest()
    archive.review("decide", "published", "een.txt", "2022-03-04")
    archive.write("een.txt", "Bericht.\n\n" + ONE.format(310))
    archive.ingest()
    assert archive.rows(BY_PERSON) == [("kopie.txt",)]


def test_a_file_that_becomes_another_document_takes_no_decision_there(archive: Archive) -> None:
    archive.review("decide", "published", "een.txt", "2022-03-04")
    archive.ingest()
    archive.write("een.txt", OTHER.format(480))
    archive.ingest()
    archive.ingest()
    assert archive.rows(BY_PERSON) == []
