from __future__ import annotations

import builtins
import csv
import json
from pathlib import Path

import pytest
from handmade import analyse, found

from pipeline.store.catalogue import TABLES, VIEWS
from pipeline.store.check import check
from pipeline.store.export import ExportError, export
from pipeline.store.writer import Writer


@pytest.fixture
def filled(writer: Writer) -> Writer:
    run = writer.start_run()
    for analysis in (analyse(), analyse("bijna 9 procent", 9.0, path="b.txt", place="GM0114")):
        writer.write(analysis, found(analysis), fingerprint="a", run=run)
    writer.finish_run(run, {"new": 2})
    return writer


def test_sound_base_has_no_problems(filled: Writer) -> None:
    assert check(filled.connection) == []


def test_empty_base_has_no_problems(writer: Writer) -> None:
    assert check(writer.connection) == []


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE mentions SET start = start + 1", "surface"),
        ("UPDATE quantities SET surface = 'iets anders'", "surface"),
        ("UPDATE figure_evidence SET surface = NULL", "surface"),
        ('UPDATE mentions SET "end" = 99999', "surface"),
        ("UPDATE zones SET \"end\" = 99999 WHERE kind = 'furniture'", "span"),
        ("UPDATE zones SET \"end\" = 60 WHERE kind = 'title'", "overlap"),
        ("DELETE FROM entities WHERE id = 'party:d66'", "foreign_key"),
        ("UPDATE figures SET status = '[\"misschien\"]'", "vocabulary"),
        ("UPDATE figures SET period_earliest = '2022-01-01'", "dates"),
        ("UPDATE figures SET period = '2019'", "dates"),
        ("UPDATE figures SET period_latest = 'eind 2020'", "dates"),
        ("UPDATE figures SET outer_low = low + 0.1", "interval"),
        ("UPDATE quantities SET low = high + 1", "interval"),
        ("UPDATE documents SET superseded_by = id", "superseded"),
        ("UPDATE documents SET duplicate_of = id", "duplicate"),
        ("INSERT INTO sentences_fts (sentences_fts) VALUES ('delete-all')", "search"),
        ("UPDATE runs SET counts = '{\"new\": -1}'", "counts"),
        ("DELETE FROM files", "counts"),
    ],
)
def test_damage_is_noticed(filled: Writer, damage: str, code: str) -> None:
    filled.connection.execute("PRAGMA foreign_keys = OFF")
    filled.connection.execute(damage)
    assert code in {problem.code for problem in check(filled.connection)}


def test_many_problems_are_summed_up(filled: Writer) -> None:
    filled.connection.execute("UPDATE sentences SET start = -1")
    problems = [each for each in check(filled.connection) if each.code == "span"]
    messages = [each.message for each in problems]
    assert len(messages) <= 12
    filled.connection.execute("UPDATE mentions SET start = start + 1")
    surfaces = [each for each in check(filled.connection) if each.code == "surface"]
    assert surfaces[5].message == "and 1 more of these"


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_base_gives_the_same_bytes(filled: Writer, tmp_path: Path) -> None:
    counts = export(filled.connection, tmp_path / "een")
    export(filled.connection, tmp_path / "twee")
    assert files(tmp_path / "een") == files(tmp_path / "twee")
    assert counts["figures"] == counts["figure_overview"] == 2


def test_order_of_ingestion_does_not_show(tmp_path: Path) -> None:
    documents = [analyse(), analyse("bijna 9 procent", 9.0, path="b.txt")]
    for name, order in (("een", documents), ("twee", documents[::-1])):
        with Writer(tmp_path / f"{name}.db") as writer:
            from handmade import KNOWN, KNOWN_ALIASES

            writer.seed_knowledge(KNOWN, KNOWN_ALIASES, fingerprint="k")
            for each in order:
                run = writer.start_run()
                writer.write(each, found(each), fingerprint=name, run=run)
            export(writer.connection, tmp_path / name)
    assert files(tmp_path / "een") == files(tmp_path / "twee")


def test_nothing_of_this_machine_is_exported(filled: Writer, tmp_path: Path) -> None:
    export(filled.connection, tmp_path / "uit", ["csv", "jsonl"])
    everything = b"".join(files(tmp_path / "uit").values())
    assert b"/archief" not in everything
    assert b"2024-01-01T" not in everything


def test_descriptor_describes_every_file_and_column(filled: Writer, tmp_path: Path) -> None:
    export(filled.connection, tmp_path, ["csv"])
    package = json.loads((tmp_path / "csv" / "datapackage.json").read_text(encoding="utf-8"))
    assert {each["path"] for each in package["resources"]} == {
        path.name for path in (tmp_path / "csv").glob("*.csv")
    }
    assert len(package["resources"]) == len([t for t in TABLES if t.exported]) + len(VIEWS)
    for resource in package["resources"]:
        with (tmp_path / "csv" / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
        assert len(rows) - 1 == resource["rows"]
        for position, field in enumerate(resource["schema"]["fields"]):
            values = [row[position] for row in rows[1:]]
            if field["type"] != "string":
                assert all(value == "" or float(value) is not None for value in values)
            if field.get("constraints", {}).get("required"):
                assert "" not in values, (resource["name"], field["name"])


def test_formats_hold_the_same(filled: Writer, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(filled.connection, tmp_path)
    lines = (tmp_path / "jsonl" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    table = parquet.read_table(tmp_path / "parquet" / "figures.parquet").to_pylist()
    assert [json.loads(line) for line in lines] == table
    assert table[0]["value"] in (9.0, 12.0)


def test_without_pyarrow_it_says_what_to_install(
    filled: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: object, **more: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ExportError, match=r"feitenbank\[parquet\]"):
        export(filled.connection, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_unknown_format(filled: Writer, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format 'xls'"):
        export(filled.connection, tmp_path, ["xls"])


def test_folder_that_is_a_file(filled: Writer, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("x")
    with pytest.raises(ExportError, match="bezet"):
        export(filled.connection, tmp_path / "bezet", ["csv"])
