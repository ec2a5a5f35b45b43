from __future__ import annotations

import pytest

from pipeline.store.ids import FactIds, document_id, finding_id, reconciliation_id

DOCUMENT = document_id("0f" * 32)


def test_follow_from_place_and_kind_not_from_order() -> None:
    one, two = FactIds(DOCUMENT), FactIds(DOCUMENT)
    first = [one.next("q", 3, 9, "count"), one.next("q", 20, 29, "share")]
    second = [two.next("q", 20, 29, "share"), two.next("q", 3, 9, "count")]
    assert first == second[::-1]


@pytest.mark.parametrize(
    "other", [("q", 3, 9, "share"), ("q", 3, 8, "count"), ("f", 3, 9, "count")]
)
def test_differ_where_the_facts_differ(other: tuple[str, int, int, str]) -> None:
    assert FactIds(DOCUMENT).next("q", 3, 9, "count") != FactIds(DOCUMENT).next(*other)


def test_same_place_and_kind_get_an_ordinal() -> None:
    ids = FactIds(DOCUMENT)
    assert ids.next("f", 3, 9, "level") != ids.next("f", 3, 9, "level")


def test_groups_and_findings() -> None:
    assert reconciliation_id("zorg", None, "percent") != reconciliation_id("zorg", "percent", None)
    assert finding_id("revision", ("f1", "f2")) == finding_id("revision", ("f2", "f1"))
    assert reconciliation_id("zorg", None, None)[0] == "R"
