"""What Datasette shows with the tables, views and questions, taken from their definitions."""

from __future__ import annotations

from typing import Any, Final

from pipeline.store.catalogue import TABLES, VIEWS
from pipeline.store.schema import Table
from pipeline.web.questions import QUESTIONS

DATABASE: Final = "feitenbank"
"""The name of the base in every address, whatever its file is called."""


def _page(view: str, *columns: str) -> str:
    return f"/{DATABASE}/{view}?" + "&".join(f"_col={name}" for name in columns)


FIGURES: Final = _page(
    "figure_overview",
    *("figure", "place", "indicator", "population", "period", "said", "verdict", "speaker"),
    *("status", "sentence", "source", "published", "document"),
)
"""The figures with the columns that people read; all columns are a click away."""

_ATTENTION: Final = _page(
    "conflict_overview",
    *("id", "kind", "state", "place", "topic", "said", "explanation_nl", "sources", "decided"),
    *("decided_by", "decided_at"),
)

CONFLICTS: Final = f"{_ATTENTION}&state__not=decided"
"""What asks for attention, with the columns that people read."""

DECIDED: Final = f"{_ATTENTION}&state=decided"
"""What a person decided about and asks no attention any more."""

_DESCRIPTION: Final = (
    "Cijfers uit Nederlandse artikelen en raadsstukken, elk met de woorden waar het vandaan komt."
)
_FACETS: Final = {
    "figure_overview": ["place", "topic", "unit", "verdict", "statement"],
    "conflict_overview": ["state", "kind", "place"],
    "decision_overview": ["kind", "state", "decided_by"],
    "entity_overview": ["kind"],
    "document_overview": ["source", "published_method"],
    "issues": ["stage", "code", "severity"],
    "mentions": ["kind", "method"],
    "quantities": ["kind", "unit", "hedge"],
    "zones": ["kind"],
    "comparisons": ["relation"],
    "reconciliations": ["verdict"],
    "findings": ["kind"],
}
_SORT_DESCENDING: Final = {"entity_overview": "mentions", "decision_overview": "decided_at"}
_SORT: Final = {"conflict_overview": "urgency", "document_overview": "path"}
_LABELS: Final = {
    "documents": "title",
    "entities": "name",
    "indicators": "label",
    "sentences": "text",
    "quantities": "surface",
}


def metadata() -> dict[str, Any]:
    """Return the metadata of the site."""
    tables: dict[str, Any] = {table.name: _table(table) for table in TABLES}
    for view in VIEWS:
        tables[view.name] = {
            "title": view.title,
            "description": view.nl,
            "columns": {name: dutch for name, _, dutch in view.columns},
            **_listing(view.name),
        }
    return {
        "title": "Feitenbank",
        "description": _DESCRIPTION,
        "extra_css_urls": ["/opmaak/feitenbank.css"],
        "databases": {
            DATABASE: {
                "title": "Feitenbank",
                "description": _DESCRIPTION,
                "tables": tables,
                "queries": {
                    each.name: {
                        "title": each.title,
                        "description": each.description,
                        "sql": each.sql.strip(),
                        "hide_sql": True,
                    }
                    for each in QUESTIONS
                },
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": table.title,
        "description": table.nl,
        "columns": {column.name: column.nl for column in table.columns},
        **_listing(table.name),
    }
    if table.hidden:
        described["hidden"] = True
    if table.name in _LABELS:
        described["label_column"] = _LABELS[table.name]
    return described


def _listing(name: str) -> dict[str, Any]:
    listing: dict[str, Any] = {}
    if name in _FACETS:
        listing["facets"] = _FACETS[name]
    if name in _SORT:
        listing["sort"] = _SORT[name]
    if name in _SORT_DESCENDING:
        listing["sort_desc"] = _SORT_DESCENDING[name]
    return listing
