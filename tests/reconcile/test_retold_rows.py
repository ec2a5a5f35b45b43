"""Figures that two texts tell, on a real base: their groups know of each other, in any order."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES
from test_meeting_rows import about_pool
from test_run import rows, store

from pipeline.reconcile import reconcile
from pipeline.store.explain import explain
from pipeline.store.writer import Writer


@pytest.fixture(autouse=True)
def _one_person_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles made by hand share a person and nothing else."""
    from pipeline.reconcile import matters, retold
    from pipeline.reconcile.sameness import sameness

    rules = replace(sameness(), least=1, needed=5, common=frozenset())
    for module in (matters, retold):
        monkeypatch.setattr(module, "sameness", lambda: rules)


def verdicts(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT topic, verdict FROM reconciliations"))


def agreed(db: sqlite3.Connection) -> int:
    query = "SELECT count(*) FROM comparisons WHERE relation = 'agree' AND reasons LIKE '%retold%'"
    return int(db.execute(query).fetchone()[0])


def test_two_groups_confirm_each_other_and_say_so(writer: Writer) -> None:
    db = writer.connection
    store(writer, about_pool("krant", "buit", 437.0), about_pool("omroep", "inboedel", 437.0))
    reconcile(db)
    assert agreed(db) == 1
    assert verdicts(db) == {"buit": "consensus", "inboedel": "consensus"}
    (told,) = db.execute("SELECT explanation_nl FROM reconciliations WHERE topic = 'buit'")
    assert "Onder een andere naam geeft Krant omroep hetzelfde" in told[0]


def test_the_explanation_of_a_group_leads_to_what_confirms_it(writer: Writer) -> None:
    db = writer.connection
    store(writer, about_pool("krant", "buit", 437.0), about_pool("omroep", "inboedel", 437.0))
    reconcile(db)
    db.row_factory = sqlite3.Row
    (group,) = db.execute("SELECT id FROM reconciliations WHERE topic = 'buit'").fetchone()
    ((other,),) = db.execute("SELECT figure FROM figure_overview WHERE indicator LIKE 'inboedel%'")
    sections = {section.heading: section.lines for section in explain(db, group).sections}
    assert [line.refers for line in sections["Elders, onder een andere naam"]] == [other]


def test_so_do_figures_on_a_country_in_the_news_of_one_week(writer: Writer) -> None:
    wide: dict[str, Any] = {"place": "NL"}
    store(writer, about_pool("krant", "buit", 437.0, **wide))
    store(writer, about_pool("omroep", "inboedel", 437.0, **wide))
    reconcile(writer.connection)
    assert agreed(writer.connection) == 1


def test_what_is_no_longer_told_confirms_nothing(writer: Writer) -> None:
    db = writer.connection
    store(writer, about_pool("krant", "buit", 437.0), about_pool("omroep", "inboedel", 437.0))
    reconcile(db)
    store(writer, about_pool("omroep", "inboedel", 981.0))  # edited
    reconcile(db)
    assert agreed(db) == 0
    assert verdicts(db)["buit"] == "single_source"


def test_in_any_order_and_one_at_a_time(tmp_path: Path) -> None:
    texts = [
        about_pool("krant", "buit", 437.0),
        about_pool("omroep", "inboedel", 437.0),
        about_pool("gemeente", "sieraad", 437.0),
    ]
    outcomes = []
    for number, order in enumerate(permutations(texts)):
        with Writer(tmp_path / f"{number}.db", now=lambda: "2024-01-01T00:00:00Z") as writer:
            writer.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="k")
            for each in order:
                store(writer, each)
                reconcile(writer.connection)
            outcomes.append(rows(writer.connection))
    assert len(outcomes[0]["comparisons"]) == 3
    assert all(outcome == outcomes[0] for outcome in outcomes)
