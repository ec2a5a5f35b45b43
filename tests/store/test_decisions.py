from __future__ import annotations

from pathlib import Path

import pytest
from handmade import Found

from pipeline.store.decisions import (
    DecisionsError,
    all_decisions,
    decide,
    decisions_file,
    decisions_for,
    save_decisions,
    undo,
)
from pipeline.store.writer import Writer

SHA = "ab" * 32


def take(writer: Writer, value: str = "2020-11", at: str = "2024-01-01T00:00:00Z", **more: str):
    given = {"kind": "published", "subject": "published", "document_sha256": SHA} | more
    return decide(writer.connection, value=value, note="colofon", by="an", at=at, **given)


def file(sha256: str) -> Found:
    return Found(Path("/nieuws/een.txt"), Path("/nieuws"), "een.txt", sha256)


def test_hold_for_their_document_and_for_all(writer: Writer) -> None:
    date = take(writer)
    alias = take(writer, "GM0106", kind="alias", subject="Asn", document_sha256=None)
    take(writer, "bekeken", kind="verdict", subject="R1", document_sha256=None)
    assert set(decisions_for(writer.connection, SHA)) == {date, alias}
    assert decisions_for(writer.connection, "cd" * 32) == (alias,)
    assert writer.decisions_for(file(SHA)) == decisions_for(writer.connection, SHA)


def test_one_about_this_document_weighs_more_than_one_about_all(writer: Writer) -> None:
    mine = take(writer, "GM0106", kind="alias", subject="Best")
    everywhere = take(
        *(writer, ""),
        at="2024-01-02T00:00:00Z",
        kind="alias",
        subject="Best",
        document_sha256=None,
    )
    assert decisions_for(writer.connection, SHA) == (everywhere, mine)


def test_later_one_replaces_the_earlier(writer: Writer) -> None:
    first = take(writer)
    second = take(writer, "2020-12", at="2024-01-02T00:00:00Z")
    assert decisions_for(writer.connection, SHA) == (second,)
    stored = {each.id: each.undone_at for each in all_decisions(writer.connection)}
    assert stored == {first.id: "2024-01-02T00:00:00Z", second.id: None}


def test_undone_stays_readable(writer: Writer) -> None:
    decision = take(writer)
    undo(writer.connection, decision.id, at="2024-02-01T00:00:00Z")
    assert decisions_for(writer.connection, SHA) == ()
    (stored,) = all_decisions(writer.connection)
    assert stored.undone_at == "2024-02-01T00:00:00Z"


def test_survive_a_base_that_is_thrown_away(base: Path) -> None:
    with Writer(base) as writer:
        take(writer)
        undo(writer.connection, take(writer, "x", kind="alias", subject="Asn").id, at="2025-01-01")
        before = all_decisions(writer.connection)
        save_decisions(writer.connection, base)
    base.unlink()
    with Writer(base) as writer:
        assert all_decisions(writer.connection) == before
        assert len(writer.decisions_for(file(SHA))) == 1


def test_a_kind_that_is_unknown_is_told(base: Path) -> None:
    with Writer(base) as writer:
        take(writer)
        save_decisions(writer.connection, base)
    base.unlink()
    file = decisions_file(base)
    file.write_text(file.read_text(encoding="utf-8").replace('"kind": "published"', '"kind": "x"'))
    with pytest.raises(DecisionsError, match="no decision that this version knows"):
        Writer(base)


@pytest.mark.parametrize("name", ["figures", "basis"])
def test_what_is_no_object_is_told(base: Path, name: str) -> None:
    with Writer(base) as writer:
        take(writer)
        save_decisions(writer.connection, base)
    file = decisions_file(base)
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{name}": null', f'"{name}": [1]'))
    with pytest.raises(DecisionsError, match="figures or basis is no object"):
        Writer(base)


def test_taken_again_within_a_second(writer: Writer) -> None:
    undo(writer.connection, take(writer).id, at="2024-01-01T00:00:00Z")
    again = take(writer)
    assert decisions_for(writer.connection, SHA) == (again,)


def test_broken_file_names_its_line(base: Path) -> None:
    decisions_file(base).write_text('\n{"id": "D1"}\n', encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.jsonl, line 2 is no decision"):
        Writer(base)
