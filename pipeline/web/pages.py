"""The pages that Datasette does not have: the front, searching, a figure, a document."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from pipeline.store import queries
from pipeline.store.explain import Explanation, explain
from pipeline.store.lookup import LookupFailedError, find_document
from pipeline.store.lost_files import lost_files
from pipeline.store.queries import QueryError, Row, rows
from pipeline.store.reading import read_document
from pipeline.store.words import changed_since, word
from pipeline.web.cells import address, marked
from pipeline.web.chart import Point, draw, legend, ordinal
from pipeline.web.metadata import CONFLICTS, DATABASE, DECIDED, FIGURES
from pipeline.web.questions import QUESTIONS

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

_SHOWN = 8
_RESULTS = 100


async def front(datasette: Datasette, request: Request) -> Response:
    """Show what this is, what is in it, and what asks for attention."""
    found = await datasette.get_database(DATABASE).execute_fn(_front)
    return await _page(datasette, request, "feitenbank_front.html", found)


def _front(db: sqlite3.Connection) -> dict[str, Any]:
    attention = queries.conflicts(db)
    for row in attention:
        row["words"] = word(
            "verdict" if row["id"].startswith("R") else "finding", row["kind"], "nl"
        )
        row["href"] = address(row["id"])
        row["since"] = changed_since(row, "nl") if row["state"] == "again" else ""
    series = rows(
        db.execute(
            "SELECT r.id, r.topic, r.unit, p.name AS place, count(*) AS figures "
            "FROM reconciliations r JOIN reconciliation_members m ON m.reconciliation = r.id "
            "LEFT JOIN entities p ON p.id = r.place WHERE r.verdict <> 'single_source' "
            "GROUP BY r.id HAVING count(*) > 2 ORDER BY count(*) DESC, r.id LIMIT ?",
            (_SHOWN,),
        )
    )
    return {
        "status": queries.status(db),
        "attention": attention[:_SHOWN],
        "more": max(0, len(attention) - _SHOWN),
        "series": [{**row, "href": address(row["id"])} for row in series],
        "questions": QUESTIONS,
        "figures": FIGURES,
        "conflicts": CONFLICTS,
        "decided": DECIDED,
    }


async def search(datasette: Datasette, request: Request) -> Response:
    """Show the sentences that a search finds, with the words marked."""
    sought = request.args.get("woorden") or ""
    found = await datasette.get_database(DATABASE).execute_fn(lambda db: _search(db, sought))
    return await _page(datasette, request, "feitenbank_search.html", found)


def _search(db: sqlite3.Connection, sought: str) -> dict[str, Any]:
    try:
        found = queries.search(db, sought, limit=_RESULTS + 1) if sought.strip() else []
    except QueryError:
        found = []
    return {
        "sought": sought,
        "found": [
            {**row, "html": marked(row["text"], row["marks"]), "href": address(row["document"])}
            for row in found[:_RESULTS]
        ],
        "more": len(found) > _RESULTS,
    }


async def explained(datasette: Datasette, request: Request) -> Response:
    """Show a figure, reconciliation or finding with its quotation and its verdict."""
    typed = request.url_vars["id"]
    try:
        found = await datasette.get_database(DATABASE).execute_fn(lambda db: _explained(db, typed))
    except LookupFailedError:
        return await _missing(datasette, request, typed)
    return await _page(datasette, request, "feitenbank_explained.html", found)


def _explained(db: sqlite3.Connection, typed: str) -> dict[str, Any]:
    found: Explanation = explain(db, typed)
    points = _points(db, found.id) if found.id.startswith("R") else []
    return {
        "found": found,
        "quotation": marked(found.quote.text, found.quote.marks) if found.quote else None,
        "document": found.quote and address(found.quote.document),
        "address": address,
        "chart": draw(points),
        "legend": legend(points),
    }


def _points(db: sqlite3.Connection, group: str) -> list[Point]:
    found = rows(
        db.execute(
            "SELECT f.*, q.surface, i.label, m.rank FROM reconciliation_members m "
            "JOIN figures f ON f.id = m.figure JOIN quantities q ON q.id = f.quantity "
            "JOIN indicators i ON i.id = f.indicator WHERE m.reconciliation = ? "
            "AND f.statement = 'level' AND f.period_earliest IS NOT NULL "
            "AND f.period_latest IS NOT NULL ORDER BY f.id",
            (group,),
        )
    )
    return [point for point in map(_point, found) if point is not None]


def _point(row: Row) -> Point | None:
    known = [row[key] for key in ("value", "low", "high") if row[key] is not None]
    if not known:
        return None
    low = row["low"] if row["low"] is not None else min(known)
    high = row["high"] if row["high"] is not None else max(known)
    return Point(
        first=ordinal(row["period_earliest"]),
        last=ordinal(row["period_latest"]),
        low=low,
        high=high,
        outer_low=low if row["outer_low"] is None else row["outer_low"],
        outer_high=high if row["outer_high"] is None else row["outer_high"],
        said=f"{' '.join(row['surface'].split())} ({row['label']}, {row['period']})",
        href=address(row["id"]),
        label=row["label"],
        faded=row["rank"] == "deprecated",
    )


async def document(datasette: Datasette, request: Request) -> Response:
    """Show a document with its zones, and its facts marked in the text."""
    typed = request.url_vars["id"]
    try:
        found = await datasette.get_database(DATABASE).execute_fn(lambda db: _document(db, typed))
    except LookupFailedError:
        return await _missing(datasette, request, typed)
    return await _page(datasette, request, "feitenbank_document.html", found)


def _document(db: sqlite3.Connection, typed: str) -> dict[str, Any]:
    reading = read_document(db, find_document(db, typed))
    row = reading.document
    published = row["published"] or " tot ".join(
        each or "…" for each in (row["published_earliest"], row["published_latest"])
    )
    remarks = [(word("issue", each["code"], "nl"), each["message"]) for each in reading.issues]
    return {
        "reading": reading,
        "remarks": remarks,
        "set_aside": lambda reason: word("furniture", reason, "nl"),
        "gone": lost_files(db, document=row["id"]).documents,
        "published": published if published != "… tot …" else "",
        "method": word("published", row["published_method"], "nl"),
        "address": address,
        "style": _style,
    }


def _style(kind: str) -> str:
    """Return the class of a mark: names in one colour, places in another."""
    if kind in ("quantity", "time"):
        return kind
    return "name" if kind in ("person", "party", "organisation", "law") else "place"


async def _missing(datasette: Datasette, request: Request, typed: str) -> Response:
    page = {"title": "Niet gevonden", "status": 404, "error": f"Er is niets met de id {typed}."}
    return await _page(datasette, request, "error.html", page, status=404)


async def _page(
    datasette: Datasette,
    request: Request,
    template: str,
    content: dict[str, Any],
    *,
    status: int = 200,
) -> Response:
    from datasette.utils.asgi import Response

    html = await datasette.render_template(
        template, {**content, "database": DATABASE}, request=request
    )
    return Response.html(html, status=status)
