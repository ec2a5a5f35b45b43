"""``feitenbank conflicts``: what asks for attention, worst first."""

from __future__ import annotations

import sqlite3

import click

from pipeline.cli.options import language_option, limit_option, output_options, reading_verb
from pipeline.cli.output import Output, Row, Shown, short
from pipeline.store import queries
from pipeline.store.views import CONFLICT_OVERVIEW
from pipeline.store.words import Lang, changed_since, word


def kind(row: Row, lang: Lang) -> str:
    """Return what is the matter, in words."""
    family = "verdict" if row["id"].startswith("R") else "finding"
    return word(family, row["kind"], lang)


def explanation(row: Row, lang: Lang) -> str:
    """Return the explanation, and before it what a person decided about it, if anything."""
    told = str(row[f"explanation_{lang}"])
    if row["state"] == "open":
        return told
    nl = lang == "nl"
    by = f"{row['decided_by']}, {row['decided_at'][:10]}: ‘{row['decided']}’"
    if row["state"] == "decided":
        return f"{'Beslist door' if nl else 'Decided by'} {by}. {told}"
    again = "Opnieuw gevraagd, want sindsdien" if nl else "Asked again, for since then"
    before = "Eerder beslist door" if nl else "Decided before by"
    return f"{again}: {changed_since(row, lang)}. {before} {by}. {told}"


@click.command()
@reading_verb
@click.option(
    "--decided", is_flag=True, help="Those that a person decided about: what, by whom and when."
)
@language_option
@limit_option
@output_options
def conflicts(
    db: sqlite3.Connection, decided: bool, lang: Lang, limit: int | None, output: Output
) -> None:
    """The groups and findings that ask for attention, worst first.

    What was decided with feitenbank review decide verdict is left out, and comes back marked when
    a figure joins the group, leaves it, or is read otherwise.
    """
    found = queries.conflicts(db, decided=decided, limit=limit)
    columns = (
        Shown("id", lambda row: short(row["id"]), keep=True),
        Shown("matter", lambda row: kind(row, lang)),
        Shown("place", lambda row: row["place"] or "–", wide=True),
        Shown("topic", lambda row: row["topic"] or "–", wide=True),
        Shown("explanation", lambda row: explanation(row, lang)),
    )
    empty = "Nothing was decided." if decided else "Nothing asks for attention."
    output.rows(found, columns, fields=CONFLICT_OVERVIEW.column_names, empty=empty)
