"""Against ``spans.json``: which quantities, dates and names must be found in the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from pipeline.periods.edtf import EdtfError, bounds
from pipeline.store.evaluation.measures import Measure, documents_by_name, plain

Row = dict[str, Any]
Pair = tuple[Row, Row | None]


def evaluate_spans(db: sqlite3.Connection, gold: dict[str, Any]) -> list[Measure]:
    """Return the measures of a base: recall and precision of spans, and what they stand for.

    Spans in furniture are left out; spans are compared by overlap, or by their words where the
    gold file has no offsets.
    """
    names = documents_by_name(db)
    documents = {each["doc"]: names.get(each["doc"]) for each in _all(gold)}
    measures = [
        Measure(
            "documents",
            sum(each is not None for each in documents.values()),
            len(documents),
            tuple(sorted(name for name, each in documents.items() if each is None)),
        )
    ]
    for kind, table, checks in (
        ("quantities", "quantities", _QUANTITY_CHECKS),
        ("dates", "time_expressions", _DATE_CHECKS),
        ("entities", "mentions", _ENTITY_CHECKS),
    ):
        measures += _measure(db, gold.get(kind, ()), documents, kind, table, checks)
    return measures


def _all(gold: dict[str, Any]) -> list[Row]:
    return [row for kind in ("quantities", "dates", "entities") for row in gold.get(kind, ())]


def _measure(
    db: sqlite3.Connection,
    wanted: list[Row],
    documents: dict[str, str | None],
    kind: str,
    table: str,
    checks: dict[str, Callable[[Row, Row], bool | None]],
) -> list[Measure]:
    pairs: list[Pair] = []
    extra: list[str] = []
    found_count = 0
    for name, document in documents.items():
        listed = [row for row in wanted if row["doc"] == name]
        found = [row for row in _found(db, table, document) if _is_judged(row, wanted)]
        pairs += [
            (row, _counterpart(row, found))
            for row in listed
            if not row.get("furniture") and not row.get("optional") and not row.get("hard")
        ]
        found_count += len(found)
        extra += [
            f"{name}: {plain(row['surface'])}"
            for row in found
            if not any(_meet(each, row) for each in listed)
        ]
    missed = tuple(f"{row['doc']}: {plain(row['surface'])}" for row, hit in pairs if hit is None)
    measures = [
        Measure(f"{kind}.recall", len(pairs) - len(missed), len(pairs), missed),
        Measure(f"{kind}.precision", found_count - len(extra), found_count, tuple(extra)),
    ]
    for name, check in checks.items():
        judged = [(row, hit, check(row, hit)) for row, hit in pairs if hit is not None]
        counted = [each for each in judged if each[2] is not None]
        wrong = tuple(
            f"{row['doc']}: {plain(row['surface'])}" for row, _, right in counted if not right
        )
        measures.append(Measure(f"{kind}.{name}", len(counted) - len(wrong), len(counted), wrong))
    return measures


def _found(db: sqlite3.Connection, table: str, document: str | None) -> list[Row]:
    joined = "LEFT JOIN entities e ON e.id = t.entity" if table == "mentions" else ""
    name = ", e.name, e.official_name, coalesce(e.kind, t.kind) AS kind" if joined else ""
    cursor = db.execute(
        f"SELECT t.*{name} FROM {table} t {joined} WHERE t.document = ? ORDER BY t.start, t.id",
        (document,),
    )
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, tuple(row), strict=True)) for row in cursor]


def _is_judged(found: Row, wanted: list[Row]) -> bool:
    """Neighbourhoods and villages are neither right nor wrong where the annotators mark none."""
    return found["kind"] != "place" or any(row.get("type") == "place" for row in wanted)


def _meet(wanted: Row, found: Row) -> bool:
    if wanted.get("start") is None:
        mine, theirs = plain(wanted["surface"]), plain(found["surface"])
        return mine in theirs or theirs in mine
    return bool(wanted["start"] < found["end"] and found["start"] < wanted["end"])


def _counterpart(wanted: Row, found: list[Row]) -> Row | None:
    """Return the found span that meets the wanted one best: the closest in length."""
    meeting = [row for row in found if _meet(wanted, row)]
    if not meeting:
        return None
    return min(
        meeting,
        key=lambda row: (
            wanted.get("value") is not None and row.get("value") != wanted["value"],
            abs(len(row["surface"]) - len(wanted["surface"])),
        ),
    )


def _value(wanted: Row, found: Row) -> bool | None:
    if wanted.get("value") is None:
        return None
    known = [found[key] for key in ("value", "low", "high") if found[key] is not None]
    return any(abs(each - wanted["value"]) <= 0.011 * abs(wanted["value"]) + 1e-9 for each in known)


def _unit(wanted: Row, found: Row) -> bool | None:
    if wanted.get("unit") is None:
        return None
    return plain(wanted["unit"]) == plain(found["unit"])


def _hedge(wanted: Row, found: Row) -> bool | None:
    if wanted.get("hedge") is None:
        return None
    return bool(wanted["hedge"] == found["hedge"])


def _edtf(wanted: Row, found: Row) -> bool | None:
    if wanted.get("depends_on_unknown_publication_date"):
        return None
    if wanted.get("edtf"):
        return found["edtf"] is not None and _days(wanted["edtf"]) == _days(found["edtf"])
    return bool(wanted["iso8601"] == found["iso8601"]) if wanted.get("iso8601") else None


def _days(edtf: str) -> tuple[str | None, str | None] | str:
    """Return the days of an EDTF value: 2020-01/2020-06 and 2020-01-01/2020-06-30 are the same."""
    try:
        return bounds(edtf)
    except EdtfError:
        return edtf


def _linked(wanted: Row, found: Row) -> bool | None:
    if not wanted.get("canonical"):
        return None
    return plain(wanted["canonical"]) in {
        plain(found["name"]),
        plain(found["official_name"]),
        plain(found["surface"]),
    }


def _kind(wanted: Row, found: Row) -> bool | None:
    return bool(wanted["type"] == found["kind"])


_QUANTITY_CHECKS: dict[str, Callable[[Row, Row], bool | None]] = {
    "value": _value,
    "unit": _unit,
    "hedge": _hedge,
}
_DATE_CHECKS: dict[str, Callable[[Row, Row], bool | None]] = {"edtf": _edtf}
_ENTITY_CHECKS: dict[str, Callable[[Row, Row], bool | None]] = {"kind": _kind, "linked": _linked}
