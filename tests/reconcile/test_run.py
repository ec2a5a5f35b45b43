"""From the queue to rows, on a real base."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from handmade import BODY, JEUGDHULP, KNOWN, KNOWN_ALIASES, analyse, found

from pipeline.reconcile import Summary, reconcile, run
from pipeline.records import DocumentAnalysis, Evidence, Indicator
from pipeline.store.explain import explain
from pipeline.store.groups import groups_of, queue_groups, stale_groups
from pipeline.store.writer import Writer

TABLES = (
    "comparisons",
    "reconciliations",
    "reconciliation_members",
    "reconciliation_periods",
    "findings",
    "finding_members",
)


def article(
    name: str, said: str = "12 procent", value: float = 12.0, source: str = "", **given: Any
) -> DocumentAnalysis:
    """An article of its own with one figure on youth care: ``value`` ± a half, in 2020."""
    made = analyse(said, value, path=f"{name}.txt", body=f"{name}: {BODY}", published="2024-05-01")
    plain = {
        "low": value - 0.5,
        "high": value + 0.5,
        "outer_low": value - 0.5,
        "outer_high": value + 0.5,
        "low_open": False,
        "high_open": True,
        "hedge": "none",
        "status": (),
        "speaker": None,
    }
    method = given.pop("method", "stated")
    figure = replace(made.figures[0], **plain | given, evidence=(Evidence("period", method),))
    described = replace(made.description, source=source or f"Krant {name}", title=name)
    return replace(made, figures=(figure,), description=described)


def months(first: str, last: str) -> dict[str, str]:
    return {"period": first[:7], "period_earliest": first, "period_latest": last}


def store(writer: Writer, *articles: DocumentAnalysis) -> None:
    number = writer.start_run()
    for each in articles:
        writer.write(each, found(each), fingerprint="a", run=number)


def rows(db: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES
    }


def verdicts(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT place, verdict FROM reconciliations"))


def test_from_queue_to_rows(writer: Writer) -> None:
    db = writer.connection
    store(writer, article("a"), article("b", "15 procent", 15.0))
    assert [group.topic for group in stale_groups(db)] == ["jeugdzorg"]
    seen: list[tuple[int, int]] = []
    assert reconcile(db, progress=lambda done, of: seen.append((done, of))) == Summary(1, 1, 0)
    assert seen == [(1, 1)]
    assert stale_groups(db) == []
    assert verdicts(db) == {"GM0106": "contested"}
    (relation,) = db.execute("SELECT relation, reasons FROM comparisons").fetchall()
    assert relation == ("conflict", '["intervals"]')
    ranks = db.execute("SELECT rank, reason FROM reconciliation_members").fetchall()
    assert ranks == [("normal", "contested")] * 2
    (kind, said) = db.execute("SELECT kind, explanation_nl FROM conflict_overview").fetchone()
    assert kind == "contested"
    assert "‘12 procent’" in said
    assert "‘15 procent’" in said


def test_a_second_run_does_nothing(writer: Writer) -> None:
    store(writer, article("a"), article("b", "15 procent", 15.0))
    reconcile(writer.connection)
    before = rows(writer.connection)
    assert reconcile(writer.connection) == Summary(0, 0, 0)
    assert rows(writer.connection) == before


def test_one_document_at_a_time_or_all_at_once(writer: Writer, tmp_path: Path) -> None:
    articles = [
        article("a"),
        article("b", "15 procent", 15.0),
        article("c", "9 procent", 9.0, place="GM0114"),
        article("d", "8 procent", 8.0, **months("2019-01-01", "2019-12-31")),
    ]
    store(writer, *articles)
    reconcile(writer.connection)
    expected = rows(writer.connection)
    for number, order in enumerate(list(permutations(articles))[::7]):
        with Writer(tmp_path / f"{number}.db", now=lambda: "2024-01-01T00:00:00Z") as other:
            other.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="kennis-1")
            for each in order:
                store(other, each)
                reconcile(other.connection)
            assert rows(other.connection) == expected


class KilledError(Exception):
    """The moment at which a run is cut off."""


def test_a_run_that_is_cut_off_is_completed_by_the_next(writer: Writer, tmp_path: Path) -> None:
    articles = [
        article("a"),
        article("b", "15 procent", 15.0),
        article("c", "9 procent", 9.0, place="GM0114"),
    ]
    store(writer, *articles)

    def stop(done: int, of: int) -> None:
        assert (done, of) == (1, 2)
        raise KilledError

    with pytest.raises(KilledError):
        reconcile(writer.connection, progress=stop)
    assert verdicts(writer.connection) == {"GM0106": "contested"}
    assert len({group.place for group in stale_groups(writer.connection)}) == 1
    assert reconcile(writer.connection).groups == 1
    with Writer(tmp_path / "whole.db", now=lambda: "2024-01-01T00:00:00Z") as whole:
        whole.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="kennis-1")
        store(whole, *articles)
        reconcile(whole.connection)
        assert rows(writer.connection) == rows(whole.connection)


def test_killed_inside_a_group_leaves_the_group_as_it_was(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(writer, article("a"), article("b", "15 procent", 15.0))
    reconcile(writer.connection)
    before = rows(writer.connection)
    store(writer, article("c", "20 procent", 20.0))

    def fail(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr("pipeline.reconcile.run.write_verdict", fail)
        with pytest.raises(KilledError):
            reconcile(writer.connection)
    assert rows(writer.connection) == before
    assert len(stale_groups(writer.connection)) == 1
    reconcile(writer.connection)
    assert len(rows(writer.connection)["comparisons"]) == 3


def test_the_group_of_a_document_that_is_gone_disappears(writer: Writer) -> None:
    store(writer, article("a"))
    reconcile(writer.connection)
    assert verdicts(writer.connection) == {"GM0106": "single_source"}
    moved = article("a", "11 procent", 11.0, place="GM0114")
    store(writer, moved)  # the file was edited: it is another document now
    reconcile(writer.connection)
    assert verdicts(writer.connection) == {"GM0114": "single_source"}
    assert rows(writer.connection)["comparisons"] == []


def test_the_rest_of_a_group_is_judged_again(writer: Writer) -> None:
    store(writer, article("a"), article("b", "15 procent", 15.0))
    reconcile(writer.connection)
    store(writer, article("b", "12,2 procent", 12.2))
    reconcile(writer.connection)
    assert verdicts(writer.connection) == {"GM0106": "consensus"}


def test_three_moments_in_one_place_are_a_series(writer: Writer) -> None:
    about = {"hedge": "about", "high_open": False, "outer_low": 11.0, "outer_high": 13.0}
    above = {"hedge": "above", "low": 12.0, "low_open": True, "high_open": False}
    recent = months("2023-11-01", "2023-11-30") | {"period_kind": "month"}
    unnamed = recent | {"period": "../2023", "period_earliest": None, "period_kind": "vague"}
    below = {"hedge": "below", "high": 15.0, "outer_low": 14.0, "outer_high": 15.0}
    first = article(
        "vakblad",
        "zo'n twaalf procent",
        population="kinderen tot 18 jaar",
        method="publication",
        **months("2017-04-01", "2017-04-30") | {"period_kind": "month"} | about,
    )
    second = article("omroep", "bijna vijftien procent", 15.0, **unnamed | below)
    third = article("krant", "ruim twaalf procent", method="publication", **recent | above)
    store(writer, first, second, third)
    reconcile(writer.connection)
    (verdict, value, low, high, nl, en) = writer.connection.execute(
        "SELECT verdict, value, low, high, explanation_nl, explanation_en FROM reconciliations"
    ).fetchone()
    assert (verdict, value, low, high) == ("series", 12, 12, 12.5)
    assert "geen gemiddelde" in nl
    assert "No average was made." in en
    assert "13" not in nl.replace("2013", "")
    relations = {row[0] for row in writer.connection.execute("SELECT relation FROM comparisons")}
    assert relations <= {"different_period", "undetermined"}
    ranks = writer.connection.execute("SELECT DISTINCT rank FROM reconciliation_members")
    assert sorted(ranks) == [("normal",), ("preferred",)]


def test_each_period_has_its_best_interval(writer: Writer) -> None:
    store(
        writer,
        article("a"),
        article("b", "12 procent", 12.0),
        article("c", "9 procent", 9.0, **months("2019-01-01", "2019-12-31")),
    )
    reconcile(writer.connection)
    found = writer.connection.execute(
        "SELECT position, indicator, period, value, low, high, voices, figures "
        "FROM reconciliation_periods ORDER BY position"
    ).fetchall()
    assert [tuple(row) for row in found] == [
        (0, "jeugdhulp", "2019-01", 9.0, 8.5, 9.5, 1, 1),
        (1, "jeugdhulp", found[1][2], 12.0, 11.5, 12.5, 2, 2),
    ]


def test_explaining_a_group_tells_the_interval_of_each_period(writer: Writer) -> None:
    db = writer.connection
    store(writer, article("a"), article("b", "ruim 12", 12.2))
    reconcile(db)
    db.row_factory = sqlite3.Row
    (group,) = db.execute("SELECT id FROM reconciliations").fetchone()
    told = {section.heading: section.lines for section in explain(db, group).sections}
    (line,) = told["Per periode"]
    assert line.text.startswith("11,7 tot 12,5%")
    assert "2 bronnen" in line.text
    assert "Per period" in {section.heading for section in explain(db, group, lang="en").sections}


def test_counts_of_what_only_the_text_names_are_grouped_by_what_they_count(writer: Writer) -> None:
    derived = Indicator("verkeer", "verkeer", "verkeer")
    made = [
        article(name, f"{value} {noun}s", value, unit=noun, indicator="verkeer")
        for name, value, noun in (("a", 214.0, "gewonde"), ("b", 12.0, "maatregel"))
    ]
    store(
        writer,
        *(
            replace(
                each,
                indicators=(derived,),
                quantities=(replace(each.quantities[0], kind="count"),),
                figures=(each.figures[0],),
            )
            for each in made
        ),
    )
    reconcile(writer.connection)
    units = writer.connection.execute("SELECT unit FROM reconciliations ORDER BY unit").fetchall()
    assert [row[0] for row in units] == ["gewonde", "maatregel"]


def test_one_source_behind_two_papers_is_one_voice(writer: Writer) -> None:
    store(writer, article("a", derived_from="party:d66"), article("b", source="D66", said="12%"))
    reconcile(writer.connection)
    assert verdicts(writer.connection) == {"GM0106": "single_source"}
    (reasons,) = writer.connection.execute("SELECT reasons FROM comparisons").fetchone()
    assert "same_voice" in reasons


def test_a_figure_without_a_place_is_in_no_group(writer: Writer) -> None:
    store(writer, article("a", place=None))
    assert reconcile(writer.connection).groups == 1
    assert verdicts(writer.connection) == {}
    assert stale_groups(writer.connection) == []


def with_sum(name: str, stated: float) -> DocumentAnalysis:
    """An article in which 200 and 250 homes come to ``stated`` together."""
    text = f"Er komen 200 en 250 woningen. Samen zijn dat {stated:g} woningen."
    made = article(name, said=text)
    view = made.clean.view.text
    sentence = made.sentences[1]

    def count(words: str, value: float, number: int) -> tuple[Any, Any]:
        start = view.index(words)
        quantity = replace(
            made.quantities[0],
            start=start,
            end=start + len(words),
            surface=words,
            kind="count",
            unit="woning",
            value=value,
            noun_start=None,
            noun_end=None,
        )
        figure = replace(
            made.figures[0],
            quantity=number,
            sentence=sentence.position,
            unit="woning",
            population=None,
            value=value,
            low=value,
            high=value,
            high_open=False,
            outer_low=value,
            outer_high=value,
        )
        return quantity, figure

    pairs = [
        count("200", 200, 0),
        count("250 woningen", 250, 1),
        count(f"{stated:g} woningen.", stated, 2),
    ]
    return replace(made, quantities=tuple(q for q, _ in pairs), figures=tuple(f for _, f in pairs))


def test_findings_follow_their_document(writer: Writer) -> None:
    db = writer.connection
    store(writer, with_sum("fout", 460), with_sum("goed", 450))
    assert reconcile(db).findings == 2
    kinds = db.execute("SELECT kind, count(*) FROM findings GROUP BY kind").fetchall()
    assert sorted(kinds) == [("arithmetic_error", 1), ("arithmetic_ok", 1)]
    parts = db.execute("SELECT part, count(*) FROM finding_members GROUP BY part").fetchall()
    assert sorted(parts) == [("stated", 2), ("term", 4)]
    store(writer, with_sum("fout", 450))  # the paper corrects itself
    reconcile(db)
    assert {row[0] for row in db.execute("SELECT kind FROM findings")} == {"arithmetic_ok"}


def test_findings_of_documents_that_did_not_change_are_not_made_again(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(writer, with_sum("fout", 460))
    reconcile(writer.connection)
    before = rows(writer.connection)["findings"]
    read: list[str] = []
    original = run.figures_of_document

    def spy(db: sqlite3.Connection, document: str) -> Any:
        read.append(document)
        return original(db, document)

    monkeypatch.setattr(run, "figures_of_document", spy)
    newcomer = article("nieuw", "9 procent", 9.0)
    store(writer, newcomer)
    reconcile(writer.connection)
    assert read == ["d" + newcomer.loaded.sha256[:16]]
    assert rows(writer.connection)["findings"] == before


def test_a_document_that_turns_out_a_copy_loses_its_findings(writer: Writer) -> None:
    db = writer.connection
    store(writer, with_sum("een", 460), with_sum("twee", 460))
    assert reconcile(db).findings == 2
    (first, second) = (row[0] for row in db.execute("SELECT id FROM documents ORDER BY id"))
    db.execute("UPDATE documents SET duplicate_of = ? WHERE id = ?", (first, second))
    queue_groups(db, groups_of(db, second))
    reconcile(db)
    assert db.execute("SELECT count(*) FROM findings").fetchone() == (1,)
    members = "SELECT count(*) FROM reconciliation_members WHERE reason = 'copy'"
    assert db.execute(members).fetchone() == (3,)
    db.execute("UPDATE documents SET duplicate_of = NULL")
    queue_groups(db, groups_of(db, second))
    reconcile(db)
    assert db.execute("SELECT count(*) FROM findings").fetchone() == (2,)
