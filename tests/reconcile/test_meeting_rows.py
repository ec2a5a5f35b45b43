"""Documents that meet, on a real base: found again whatever the order, gone when they change."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES
from test_run import article, store

from pipeline.reconcile import reconcile
from pipeline.reconcile.meeting_rows import Meetings
from pipeline.records import DocumentAnalysis, Indicator
from pipeline.store.writer import Writer


def about_pool(name: str, label: str, value: float, **given: Any) -> DocumentAnalysis:
    """An article that names the same person and thing as the others of this module."""
    made = article(name, f"{value:g} euro", value, indicator=label, **given)
    indicator = Indicator(label, label, label)
    return replace(
        made,
        indicators=(indicator,),
        quantities=(replace(made.quantities[0], kind="money", unit="EUR"),),
        figures=(replace(made.figures[0], unit="EUR", population=None),),
    )


def pair() -> list[DocumentAnalysis]:
    return [
        about_pool("krant", "bijdrage", 2100.0),
        about_pool("gemeente", "exploitatiebijdrage", 1840.0),
    ]


def met(db: sqlite3.Connection) -> tuple[list[Any], list[Any]]:
    return (
        db.execute(
            "SELECT * FROM comparisons WHERE reasons LIKE '%same_matter%' ORDER BY figure_a"
        ).fetchall(),
        db.execute(
            "SELECT id, explanation_nl FROM findings WHERE kind = 'possible_conflict' ORDER BY id"
        ).fetchall(),
    )


@pytest.fixture(autouse=True)
def _one_person_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles made by hand share a person and nothing else."""
    from pipeline.reconcile import matters, meetings
    from pipeline.reconcile.sameness import sameness

    rules = replace(sameness(), least=1, common=frozenset())
    for module in (matters, meetings):
        monkeypatch.setattr(module, "sameness", lambda: rules)


def test_they_meet_across_topics(writer: Writer) -> None:
    store(writer, *pair())
    reconcile(writer.connection)
    comparisons, findings = met(writer.connection)
    assert [row[2] for row in comparisons] == ["different_definition"]
    ((_, told),) = findings
    assert "Roos Akkerman" in told
    (kind, sources) = writer.connection.execute(
        "SELECT kind, sources FROM conflict_overview"
    ).fetchone()
    assert (kind, sources) == ("possible_conflict", 2)


def test_in_any_order_and_one_at_a_time(tmp_path: Path) -> None:
    outcomes = []
    third = about_pool("omroep", "gemeentebijdrage", 1500.0)
    for number, order in enumerate(permutations([*pair(), third])):
        with Writer(tmp_path / f"{number}.db", now=lambda: "2024-01-01T00:00:00Z") as writer:
            writer.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="k")
            for each in order:
                store(writer, each)
                reconcile(writer.connection)
            outcomes.append(met(writer.connection))
    assert len(outcomes[0][1]) == 2  # gemeentebijdrage is no form of exploitatiebijdrage
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_what_was_concluded_goes_with_the_document(writer: Writer) -> None:
    store(writer, *pair())
    reconcile(writer.connection)
    store(writer, about_pool("krant", "bijdrage", 2200.0, place="GM0114"))  # edited
    reconcile(writer.connection)
    assert met(writer.connection) == ([], [])


def test_a_second_run_keeps_it(writer: Writer) -> None:
    store(writer, *pair())
    reconcile(writer.connection)
    before = met(writer.connection)
    store(writer, about_pool("elders", "parkeerplaats", 77.0))
    reconcile(writer.connection)
    assert met(writer.connection) == before


def test_figures_on_a_whole_country_do_not_meet(writer: Writer) -> None:
    store(
        writer,
        about_pool("krant", "bijdrage", 2100.0, place="NL"),
        about_pool("gemeente", "exploitatiebijdrage", 1840.0, place="NL"),
    )
    reconcile(writer.connection)
    assert met(writer.connection) == ([], [])


def test_a_question_about_a_number_is_found_weeks_after_it_was_in_the_news(
    writer: Writer,
) -> None:
    def on(made: DocumentAnalysis, day: str, **given: Any) -> DocumentAnalysis:
        period = {"period": day, "period_earliest": day, "period_latest": day}
        figures = tuple(replace(each, **period | given) for each in made.figures)
        return replace(made, figures=figures)

    paper = on(about_pool("krant", "bijdrage", 2100.0), "2023-01-10")
    asking = on(about_pool("vragen", "bijdrage", 2100.0), "2023-03-20", stance="asks")
    other = on(about_pool("elders", "bijdrage", 2100.0), "2023-03-20")
    store(writer, paper, asking, other)
    near = Meetings(writer.connection)._nearby
    ids = {row[1]: row[0] for row in writer.connection.execute("SELECT id, path FROM documents")}
    krant, vragen, elders = (ids[f"{name}.txt"] for name in ("krant", "vragen", "elders"))
    assert near(krant, "GM0106") == [vragen]
    assert set(near(vragen, "GM0106")) == {krant, elders}
