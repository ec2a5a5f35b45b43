"""All tables and views, in an order in which each refers only to earlier ones (or itself)."""

from __future__ import annotations

from pipeline.store.schema import Table, View
from pipeline.store.tables_facts import FACT_TABLES
from pipeline.store.tables_judgement import JUDGEMENT_TABLES
from pipeline.store.tables_names import NAME_TABLES
from pipeline.store.tables_text import TEXT_TABLES
from pipeline.store.tables_work import RUNS, WORK_TABLES
from pipeline.store.views import VIEWS

__all__ = ["SCHEMA_VERSION", "TABLES", "VIEWS", "find"]

SCHEMA_VERSION = 6
"""The version that this code writes; ``PRAGMA user_version`` of a base says which it has."""

TABLES: tuple[Table, ...] = (
    RUNS,
    *TEXT_TABLES,
    *NAME_TABLES,
    *FACT_TABLES,
    *JUDGEMENT_TABLES,
    *(table for table in WORK_TABLES if table is not RUNS),
)


def find(name: str) -> Table | View:
    """Return the table or view called ``name``.

    Raises:
        KeyError: there is none.
    """
    things: tuple[Table | View, ...] = (*TABLES, *VIEWS)
    for thing in things:
        if thing.name == name:
            return thing
    raise KeyError(name)
