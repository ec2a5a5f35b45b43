"""``feitenbank search``: full text over sentences, by Dutch stems."""

from __future__ import annotations

import sqlite3

import click

from pipeline.cli.options import limit_option, output_options, reading_verb
from pipeline.cli.output import Output, Row, console, short, visible
from pipeline.store import queries

_FIELDS = ("sentence", "text", "kind", "title", "source", "published", "path", "document")


@click.command()
@reading_verb
@click.argument("query", nargs=-1, required=True)
@click.option("--place", metavar="NAME", help="In documents that name this place.")
@click.option("--source", metavar="TEXT", help="From publishers with this in their name.")
@click.option("--document", metavar="ID|NAME", help="In this document.")
@limit_option
@output_options
def search(
    db: sqlite3.Connection,
    query: tuple[str, ...],
    place: str | None,
    source: str | None,
    document: str | None,
    limit: int | None,
    output: Output,
) -> None:
    """Sentences with all words of QUERY, in any of their forms, best first.

    \b
    jongere            finds jongeren too
    '"lange wachtlijst"'   these words in a row
    'jeugd*'           words that begin so
    'cijfers -CBS'     without a word (put -- before a query that begins with -)
    'huur OR koop'     either word
    """
    found = queries.search(
        db, " ".join(query), place=place, source=source, document=document, limit=limit
    )
    if output.format == "table" and found:
        for row in found:
            _print(row)
        return
    output.rows(found, (), fields=_FIELDS, empty="No sentence has that.")


def _print(row: Row) -> None:
    from rich.text import Text

    terminal = console()
    text = Text(visible(row["text"]))
    for start, end in row["marks"]:
        text.stylize("bold reverse", start, end)
    origin = [row["source"], row["published"], row["title"] or row["path"], short(row["document"])]
    terminal.print(text)
    terminal.print(Text(visible("  " + ", ".join(part for part in origin if part)), style="dim"))
