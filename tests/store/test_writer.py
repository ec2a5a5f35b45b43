from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES, analyse, found

from pipeline.records import DocumentRejectedError, Entity, Indicator, Mention
from pipeline.store.connect import open_to_read
from pipeline.store.writer import Writer

FACTS = ("sentences", "mentions", "roles", "quantities", "figures", "time_expressions")


def count(writer: Writer, table: str, where: str = "1") -> int:
    return int(
        writer.connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]
    )


def snapshot(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is exported, which must not depend on order or on the clock."""
    from pipeline.store.catalogue import TABLES

    db = sqlite3.connect(path)
    rows = {}
    for table in TABLES:
        if table.exported:
            names = ", ".join(f'"{c.name}"' for c in table.columns if c.exported)
            rows[table.name] = sorted(db.execute(f"SELECT {names} FROM {table.name}"), key=repr)
    db.close()
    return rows


def test_offsets_lead_to_the_original_words(writer: Writer) -> None:
    analysis = analyse()
    writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
    for table in ("mentions", "roles", "quantities", "non_quantities", "time_expressions"):
        rows = writer.connection.execute(
            f'SELECT substr(d.text, t.start + 1, t."end" - t.start), t.surface '
            f"FROM {table} t JOIN documents d ON d.id = t.document"
        ).fetchall()
        assert rows
        for original, surface in rows:
            assert original == surface
    (noun,) = writer.connection.execute("SELECT noun FROM quantities").fetchone()
    assert noun == "jon-\ngeren"
    (text,) = writer.connection.execute("SELECT text FROM sentences WHERE position = 1").fetchone()
    assert "van de jongeren in Assen" in text


def test_facts_know_their_sentence(writer: Writer) -> None:
    analysis = analyse()
    writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
    rows = writer.connection.execute(
        "SELECT m.surface, s.position FROM mentions m JOIN sentences s ON s.id = m.sentence"
    ).fetchall()
    assert set(rows) == {("Roos Akkerman", 1), ("D66", 1), ("Assen", 1)}


def test_writing_again_changes_nothing(writer: Writer) -> None:
    analysis = analyse()
    run = writer.start_run()
    assert writer.write(analysis, found(analysis), fingerprint="a", run=run) == "new"
    before = writer.connection.execute("SELECT * FROM figures").fetchall()
    assert writer.write(analysis, found(analysis), fingerprint="a", run=run) == "unchanged"
    assert writer.touch(found(analysis), fingerprint="a", run=run) == "unchanged"
    assert writer.touch(found(analysis), fingerprint="b", run=run) is None
    assert writer.write(analysis, found(analysis), fingerprint="b", run=run) == "changed"
    assert writer.connection.execute("SELECT * FROM figures").fetchall() == before


def test_edited_file_supersedes_and_keeps_the_old_text(writer: Writer) -> None:
    old, new = analyse(), analyse("ruim 14 procent", 14.0)
    run = writer.start_run()
    writer.write(old, found(old), fingerprint="a", run=run)
    assert writer.write(new, found(new), fingerprint="a", run=run) == "changed"
    rows = dict(writer.connection.execute("SELECT id, superseded_by FROM documents"))
    first, second = "d" + old.loaded.sha256[:16], "d" + new.loaded.sha256[:16]
    assert rows == {first: second, second: None}
    for table in FACTS:
        assert count(writer, table, f"document = '{first}'") == 0, table
        assert count(writer, table, f"document = '{second}'") > 0, table
    assert count(writer, "zones", f"document = '{first}'") == 3
    assert count(writer, "documents", f"id = '{first}' AND text <> ''") == 1


def test_file_edited_back_revives_the_old_document(writer: Writer) -> None:
    old, new = analyse(), analyse("ruim 14 procent", 14.0)
    run = writer.start_run()
    for each in (old, new, old):
        writer.write(each, found(each), fingerprint="a", run=run)
    rows = dict(writer.connection.execute("SELECT id, superseded_by FROM documents"))
    first, second = "d" + old.loaded.sha256[:16], "d" + new.loaded.sha256[:16]
    assert rows == {first: None, second: first}
    assert count(writer, "figures", f"document = '{first}'") == 1
    assert count(writer, "figures", f"document = '{second}'") == 0


def test_document_in_two_files_survives_the_edit_of_one(writer: Writer) -> None:
    old, new = analyse(), analyse("ruim 14 procent", 14.0)
    run = writer.start_run()
    writer.write(old, found(old), fingerprint="a", run=run)
    assert writer.write(old, found(old, path="b.txt"), fingerprint="a", run=run) == "duplicate"
    writer.write(new, found(new), fingerprint="a", run=run)
    assert count(writer, "documents", "superseded_by IS NULL") == 2
    path = "SELECT path FROM documents WHERE sha256 = ?"
    assert writer.connection.execute(path, (old.loaded.sha256,)).fetchone() == ("b.txt",)


def test_file_with_metadata_decides_whatever_comes_first(tmp_path: Path) -> None:
    plain = analyse(published=None)
    dated = analyse(published="2021-03-04")
    first = found(plain, tmp_path, "a.txt")
    second = found(dated, tmp_path, "b.txt")._replace(metadata_sha256="ff")
    first.location.touch()
    second.location.touch()
    seen = []
    for order in (
        [(plain, first, "p"), (dated, second, "d")] * 2,
        [(dated, second, "d"), (plain, first, "p")],
    ):
        base = tmp_path / f"{len(seen)}.db"
        with Writer(base) as writer:
            writer.seed_knowledge(KNOWN, KNOWN_ALIASES, fingerprint="k")
            for analysis, file, fingerprint in order:
                writer.write(analysis, file, fingerprint=fingerprint, run=writer.start_run())
        seen.append(snapshot(base)["documents"])
    assert seen[0] == seen[1]
    assert "2021-03-04" in seen[0][0]


def test_file_that_was_moved_away_decides_nothing(writer: Writer, tmp_path: Path) -> None:
    analysis = analyse()
    gone, here = found(analysis, tmp_path, "a.txt"), found(analysis, tmp_path, "b.txt")
    here.location.touch()
    run = writer.start_run()
    writer.write(analysis, gone, fingerprint="old", run=run)
    writer.write(analysis, here, fingerprint="old", run=run)
    assert writer.touch(here, fingerprint="new", run=run) is None


def test_order_of_documents_leaves_no_trace(tmp_path: Path) -> None:
    documents = [
        analyse(path="a.txt"),
        analyse("bijna 14 procent", 14.0, path="b.txt", published="2020-01-01"),
        analyse("9 procent", 9.0, path="c.txt", place="GM0114", published=None),
    ]
    snapshots = []
    for order in (documents, documents[::-1]):
        base = tmp_path / f"{len(snapshots)}.db"
        with Writer(base) as writer:
            writer.seed_knowledge(KNOWN, KNOWN_ALIASES, fingerprint="k")
            run = writer.start_run()
            for each in order:
                writer.write(each, found(each), fingerprint="a", run=run)
            writer.mark_duplicates()
        snapshots.append(snapshot(base))
    assert snapshots[0] == snapshots[1]


def test_names_from_texts_go_with_their_last_mention(writer: Writer) -> None:
    with_person = analyse()
    without = replace(
        analyse("ruim 14 procent", 14.0),
        entities=replace(with_person.entities, mentions=(), roles=(), found=(), aliases=()),
        figures=(),
        indicators=(),
    )
    run = writer.start_run()
    writer.write(with_person, found(with_person), fingerprint="a", run=run)
    assert count(writer, "entities", "origin = 'text'") == 1
    writer.write(without, found(without), fingerprint="a", run=run)
    assert count(writer, "entities", "origin = 'text'") == 0
    assert count(writer, "aliases", "document IS NOT NULL") == 0
    assert count(writer, "entities", "id = 'GM0106'") == 1


def test_derived_indicator_goes_with_its_last_figure(writer: Writer) -> None:
    analysis = analyse()
    derived = Indicator("fietsers", "fietsers", "fietsers", unit="percent")
    figure = replace(analysis.figures[0], indicator="fietsers")
    first = replace(analysis, indicators=(derived,), figures=(figure,))
    run = writer.start_run()
    writer.write(first, found(first), fingerprint="a", run=run)
    assert count(writer, "indicators", "id = 'fietsers'") == 1
    writer.write(analysis, found(analysis), fingerprint="b", run=run)
    assert count(writer, "indicators", "id = 'fietsers'") == 0
    assert count(writer, "indicators", "id = 'jeugdhulp'") == 1


def test_touched_groups_are_queued_old_and_new(writer: Writer) -> None:
    old, new = analyse(), analyse("ruim 14 procent", 14.0, place="GM0114")
    run = writer.start_run()
    writer.write(old, found(old), fingerprint="a", run=run)
    queue = "SELECT topic, place, unit FROM stale_groups ORDER BY place"
    assert writer.connection.execute(queue).fetchall() == [("jeugdzorg", "GM0106", "percent")]
    writer.connection.execute("DELETE FROM stale_groups")
    writer.write(new, found(new), fingerprint="a", run=run)
    assert writer.connection.execute(queue).fetchall() == [
        ("jeugdzorg", "GM0106", "percent"),
        ("jeugdzorg", "GM0114", "percent"),
    ]


def test_verdicts_go_with_the_figures_they_were_about(writer: Writer) -> None:
    old, new = analyse(), analyse("ruim 14 procent", 14.0)
    run = writer.start_run()
    writer.write(old, found(old), fingerprint="a", run=run)
    (figure,) = writer.connection.execute("SELECT id FROM figures").fetchone()
    writer.connection.execute(
        "INSERT INTO reconciliations (id, topic, place, unit, verdict, explanation_nl, "
        "explanation_en) VALUES ('R1', 'zorg-oud', 'GM0106', 'percent', 'single_source', 'x', 'x')"
    )
    writer.connection.execute(
        "INSERT INTO reconciliation_members VALUES ('R1', ?, 'preferred', NULL)", (figure,)
    )
    writer.write(new, found(new), fingerprint="a", run=run)
    assert count(writer, "reconciliations") == 0
    assert count(writer, "stale_groups", "topic = 'zorg-oud'") == 1


def test_rejected_file_has_an_issue_until_it_is_accepted(writer: Writer) -> None:
    analysis = analyse()
    file = found(analysis)
    run = writer.start_run()
    error = DocumentRejectedError("empty", "het bestand is leeg")
    writer.reject(file, error, stage="load", run=run)
    writer.reject(file, error, stage="load", run=run)
    assert count(writer, "issues", "code = 'empty' AND document IS NULL") == 1
    assert count(writer, "documents") == 0
    writer.write(analysis, file, fingerprint="a", run=run)
    assert count(writer, "issues", "code = 'empty'") == 0


def test_entity_that_does_not_exist_leaves_the_base_as_it_was(writer: Writer) -> None:
    analysis = analyse()
    stray = Mention(0, 4, "Wach", "municipality", "GM9999", "exact", 1.0)
    broken = replace(analysis, entities=replace(analysis.entities, mentions=(stray,)))
    run = writer.start_run()
    with pytest.raises(ValueError, match="mentions → entities"):
        writer.write(broken, found(broken), fingerprint="a", run=run)
    assert count(writer, "documents") == 0
    assert writer.write(analysis, found(analysis), fingerprint="a", run=run) == "new"


def test_killed_in_the_middle_of_a_document(base: Path, writer: Writer, monkeypatch) -> None:
    analysis = analyse()
    monkeypatch.setattr(Writer, "_prune", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
    assert count(writer, "documents") == count(writer, "sentences") == 0
    assert count(writer, "stale_groups") == 0


def test_run_keeps_its_counts(writer: Writer) -> None:
    run = writer.start_run()
    assert count(writer, "runs", "finished IS NULL") == 1
    writer.finish_run(run, {"new": 2, "rejected": 1})
    counts, finished = writer.connection.execute("SELECT counts, finished FROM runs").fetchone()
    assert json.loads(counts) == {"new": 2, "rejected": 1}
    assert finished.endswith("Z")


def test_closed_base_is_one_file_that_can_be_read(base: Path, writer: Writer) -> None:
    analysis = analyse()
    writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
    writer.close()
    assert not base.with_name(base.name + "-wal").exists()
    assert open_to_read(base).execute("SELECT count(*) FROM figures").fetchone()[0] == 1
    writer.connection = sqlite3.connect(base)  # for the fixture to close


class TestKnowledge:
    def test_is_written_once_for_a_fingerprint(self, writer: Writer) -> None:
        assert not writer.seed_knowledge(KNOWN, (), fingerprint="kennis-1")
        assert count(writer, "aliases") == 1
        assert writer.seed_knowledge(KNOWN, (), fingerprint="kennis-2")
        assert count(writer, "aliases") == 0

    def test_change_keeps_what_documents_refer_to(self, writer: Writer) -> None:
        analysis = analyse()
        writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
        fewer = (KNOWN[0], KNOWN[1])
        writer.seed_knowledge(fewer, (), fingerprint="kennis-2")
        origins = dict(writer.connection.execute("SELECT id, origin FROM entities"))
        assert origins["GM0106"] == "text"
        assert "GM0114" not in origins
        assert origins["PV22"] == "knowledge"

    def test_renames(self, writer: Writer) -> None:
        renamed = tuple(replace(e, name="Groot-Assen") if e.id == "GM0106" else e for e in KNOWN)
        writer.seed_knowledge(renamed, (), (JEUGDHULP,), fingerprint="kennis-2")
        assert count(writer, "entities", "name = 'Groot-Assen'") == 1

    def test_wins_from_what_a_document_says(self, writer: Writer) -> None:
        analysis = analyse()
        claim = Entity("GM0106", "organisation", "Assen BV")
        other = replace(
            analysis,
            entities=replace(analysis.entities, found=(*analysis.entities.found, claim)),
        )
        writer.write(other, found(other), fingerprint="a", run=writer.start_run())
        assert count(writer, "entities", "id = 'GM0106' AND kind = 'municipality'") == 1

    @pytest.mark.parametrize(
        ("entities", "aliases", "message"),
        [
            ((replace(KNOWN[1], parent="EU"),), (), "PV22 refers to EU"),
            ((KNOWN[0],), (replace(KNOWN_ALIASES[0], entity="GM1"),), "is of GM1"),
        ],
    )
    def test_that_refers_to_nothing_is_refused(
        self, writer: Writer, entities, aliases, message: str
    ) -> None:
        with pytest.raises(ValueError, match=message):
            writer.seed_knowledge(entities, aliases, fingerprint="fout")
