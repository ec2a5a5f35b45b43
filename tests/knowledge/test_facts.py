"""The facts in models/knowledge agree with each other and with what is known for certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import knowledge
from pipeline.entities import load_gazetteer
from pipeline.entities.rules import load_rules
from pipeline.knowledge import KnowledgeError, read_tsv
from pipeline.resources import knowledge_folder

TABLES = (
    *("municipalities", "provinces", "countries", "regions", "parties", "organisations"),
    *("laws", "aliases", "demonyms", "given_names"),
)


def test_number_of_municipalities() -> None:
    municipalities = [e for e in load_gazetteer().entities if e.kind == "municipality"]
    assert sum(e.valid_to is None for e in municipalities) == 342
    assert len({e.id for e in municipalities}) == len(municipalities)


def test_provinces() -> None:
    provinces = {e.name: e.id for e in load_gazetteer().entities if e.kind == "province"}
    assert len(provinces) == 12
    assert provinces["Drenthe"] == "PV22"


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Assen", "GM0106"),
        ("Den Haag", "GM0518"),
        ("Hattem", "GM0244"),
        ("SP", "party:sp"),
        ("CU", "party:cu"),
        ("NJi", "org:nji"),
        ("CBS", "org:cbs"),
        ("Wmo", "law:wmo-2015"),
        ("Nederland", "NL"),
        ("Zeeland", "PV29"),
    ],
)
def test_lookup(name: str, identifier: str) -> None:
    assert load_gazetteer().lookup(name)[0].id == identifier


@pytest.mark.parametrize(
    ("name", "ended", "successor"),
    [
        ("Beilen", "1998-01-01", "GM1697"),
        ("Haren", "2019-01-01", "GM0014"),
        ("Haaren", "2021-01-01", None),  # divided among four
    ],
)
def test_former_municipalities(name: str, ended: str, successor: str | None) -> None:
    (entity,) = load_gazetteer().lookup(name)
    assert (entity.valid_to, entity.successor) == (ended, successor)


def test_successors_never_run_in_a_circle() -> None:
    gazetteer = load_gazetteer()
    for entity in gazetteer.entities:
        seen = {entity.id}
        while entity.successor:
            entity = gazetteer.by_id[entity.successor]
            assert entity.id not in seen
            seen.add(entity.id)


def test_every_row_says_where_it_comes_from() -> None:
    for table in TABLES:
        rows = list(read_tsv(f"{table}.tsv", columns=("origin",)))
        assert rows
        assert all(row["origin"].strip() for row in rows), table


def test_every_table_is_described_and_every_file_of_rules_says_what_it_is_for() -> None:
    described = (knowledge_folder() / "README.md").read_text(encoding="utf-8")
    tables = [path.name for path in knowledge_folder().glob("*.tsv")]
    assert {f"{table}.tsv" for table in TABLES} < set(tables)
    assert [name for name in tables if f"`{name}`" not in described] == []
    rules = list(knowledge_folder().glob("*.toml"))
    assert len(rules) > 10
    assert [p.name for p in rules if not p.read_text(encoding="utf-8").startswith("# ")] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("aliases.tsv", "org:cbs\tCBS", "org:cbz\tCBS", "no entity org:cbz"),
        ("municipalities.tsv", "GM0106\tAssen\t\tPV22", "GM0106\tAssen\t\tPV99", "no place PV99"),
        ("organisations.tsv", "\tPV22\tPV22\t", "\tPV22\tsometimes\t", "'sometimes' is unknown"),
        ("demonyms.tsv", "\tadjective\t", "\tadverb\t", "'adverb'"),
        ("parties.tsv", "party:vvd\tVVD", "party:cda\tVVD", "a second time"),
        ("roles.toml", 'level = "municipality"', 'level = "town"', "needs a word and a level"),
        ("entity_cues.toml", 'place = "GM0518"', 'plaats = "GM0518"', "lacks 'place'"),
    ],
)
def test_mistakes_are_reported_with_file_and_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    old: str,
    new: str,
    message: str,
) -> None:
    for source in knowledge_folder().iterdir():
        if source.suffix in {".tsv", ".toml"}:
            (tmp_path / source.name).write_bytes(source.read_bytes())
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(knowledge, "knowledge_folder", lambda: tmp_path)
    read = load_gazetteer if file.endswith(".tsv") else load_rules
    with pytest.raises(KnowledgeError, match=message) as caught:
        read.__wrapped__()
    assert caught.value.path.name == file
    assert caught.value.line > 0
