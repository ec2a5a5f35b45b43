"""What Datasette asks of this site: pages, links in cells, and functions for SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from datasette import hookimpl
from markupsafe import Markup

from pipeline.store.search import match_expression
from pipeline.store.stems import fold
from pipeline.web import cells, pages
from pipeline.web.metadata import CONFLICTS, DATABASE, FIGURES

F = TypeVar("F", bound=Callable[..., Any])


def hook(function: F) -> F:
    """Mark a function as a hook (Datasette's own decorator has no types)."""
    marked: F = hookimpl(function)
    return marked


@hook
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Add the front page, searching, and a page for every figure and document."""
    return [
        (r"^/$", pages.front),
        (r"^/zoek$", pages.search),
        (r"^/feit/(?P<id>[^/]+)$", pages.explained),
        (r"^/document/(?P<id>.+)$", pages.document),
    ]


@hook
def render_cell(row: Any, value: object, column: str, table: str | None) -> Markup | None:
    """Show ids as links, numbers and codes as Dutch readers write them."""
    return cells.render(row, value, column, table)


@hook
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQL the functions ``vouw(text)`` and ``zoekvraag(words)``."""
    conn.create_function("vouw", 1, lambda text: None if text is None else fold(str(text)))
    # What matches nothing at all stands for a question without words.
    conn.create_function("zoekvraag", 1, lambda text: match_expression(str(text or "")) or '""')


@hook
def menu_links() -> list[dict[str, str]]:
    """Fill the menu."""
    return [
        {"href": "/", "label": "Voorpagina"},
        {"href": FIGURES, "label": "Cijfers"},
        {"href": CONFLICTS, "label": "Wat aandacht vraagt"},
        {"href": f"/{DATABASE}/document_overview", "label": "Documenten"},
        {"href": f"/{DATABASE}/entity_overview", "label": "Wie en waar"},
        {"href": f"/{DATABASE}/decision_overview", "label": "Beslissingen"},
        {"href": f"/{DATABASE}", "label": "Alle tabellen en vragen"},
    ]
