"""``feitenbank conflicts``: what asks for attention, worst first."""

from __future__ import annotations

import sqlite3

import click

from pipeline.cli.options import language_option, limit_option, output_options, reading_verb
from pipeline.cli.output import Output, Row, Shown, short
from pipeline.store import queries
from pipeline.store.views import CONFLICT_OVERVIEW
from pipeline.store.words import Lang, word


def kind(row: Row, lang: Lang) -> str:
    """Return what is the matter, in words."""
    family = "verdict" if row["id"].startswith("R") else "finding"
    return word(family, row["kind"], lang)


@click.command()
@reading_verb
@language_option
@limit_option
@output_options
def conflicts(db: sqlite3.Connection, lang: Lang, limit: int | None, output: Output) -> None:
    """The groups and findings that ask for attention, worst first."""
    found = queries.conflicts(db, limit=limit)
    columns = (
        Shown("id", lambda row: short(row["id"]), keep=True),
        Shown("matter", lambda row: kind(row, lang)),
        Shown("place", lambda row: row["place"] or "–", wide=True),
        Shown("topic", lambda row: row["topic"] or "–", wide=True),
        Shown("explanation", lambda row: row[f"explanation_{lang}"]),
    )
    output.rows(
        found, columns, fields=CONFLICT_OVERVIEW.column_names, empty="Nothing asks for attention."
    )
