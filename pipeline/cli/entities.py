"""``feitenbank entities``: who and where."""

from __future__ import annotations

import sqlite3

import click

from pipeline.cli.options import limit_option, output_options, reading_verb
from pipeline.cli.output import Output, Shown
from pipeline.store import queries
from pipeline.store.schema import ENTITY_KINDS
from pipeline.store.views import ENTITY_OVERVIEW

_COLUMNS = (
    Shown("name", lambda row: row["name"]),
    Shown("kind", lambda row: row["kind"], keep=True),
    Shown("part of", lambda row: row["part_of"] or "", wide=True),
    Shown("roles", lambda row: row["roles"] or ""),
    Shown("mentions", lambda row: str(row["mentions"]), right=True, keep=True),
    Shown("documents", lambda row: str(row["documents"]), right=True, keep=True),
    Shown("figures", lambda row: str(row["figures"]), right=True, keep=True),
    Shown("id", lambda row: row["entity"], wide=True),
)


@click.command()
@reading_verb
@click.argument("query", required=False)
@click.option("--kind", type=click.Choice(ENTITY_KINDS), help="Only these.")
@limit_option
@output_options
def entities(
    db: sqlite3.Connection, query: str | None, kind: str | None, limit: int | None, output: Output
) -> None:
    """Places, parties, organisations, persons and laws that are named, most often first.

    QUERY is part of a name or of another way to write it.
    """
    found = queries.entities(db, query=query, kind=kind, limit=limit)
    output.rows(found, _COLUMNS, fields=ENTITY_OVERVIEW.column_names, empty="Nobody by that name.")
