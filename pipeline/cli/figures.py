"""``feitenbank figures``: the figures, with what they measure and whether they hold."""

from __future__ import annotations

import sqlite3

import click

from pipeline.cli.options import limit_option, output_options, reading_verb
from pipeline.cli.output import Output, Row, Shown, short
from pipeline.store import queries
from pipeline.store.nothing_found import why_no_figures
from pipeline.store.queries import FigureFilter
from pipeline.store.schema import VERDICTS
from pipeline.store.views import FIGURE_OVERVIEW
from pipeline.store.words import word


def said(row: Row) -> str:
    """Return the words of a figure on one line."""
    return " ".join((row["said"] or "").split())


def measured(row: Row) -> str:
    """Return what is measured and for whom, without saying it twice."""
    label, population = row["indicator"] or "", row["population"] or ""
    return label if not population or population in label else f"{label} ({population})"


COLUMNS = (
    Shown("id", lambda row: short(row["figure"]), keep=True),
    Shown("place", lambda row: row["place"] or "–"),
    Shown("indicator", measured),
    Shown("period", lambda row: row["period"] or "–", keep=True),
    Shown("said", said),
    Shown("by", lambda row: row["speaker"] or row["derived_from"] or "", wide=True),
    Shown("source", lambda row: row["source"] or row["title"] or row["path"], wide=True),
    Shown("verdict", lambda row: word("verdict", row["verdict"], "en")),
)


@click.command()
@reading_verb
@click.option("--place", metavar="NAME", help="Of this place: Assen, Drenthe, GM0106.")
@click.option("--indicator", metavar="TEXT", help="What is measured, or its topic, has this in it.")
@click.option("--period", metavar="EDTF", help="About 2020, 2020-03 or 2019/2021, or part of it.")
@click.option("--unit", metavar="UNIT", help="In percent, EUR, year, or the counted noun.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="With this verdict on their group.")
@click.option("--document", metavar="ID|NAME", help="From this document.")
@click.option("--copies", is_flag=True, help="Also the figures of near copies.")
@limit_option
@output_options
def figures(
    db: sqlite3.Connection,
    place: str | None,
    indicator: str | None,
    period: str | None,
    unit: str | None,
    verdict: str | None,
    document: str | None,
    copies: bool,
    limit: int | None,
    output: Output,
) -> None:
    """Figures with place, indicator, period, the words they come from, and the verdict."""
    wanted = FigureFilter(place, indicator, period, unit, verdict, document, copies)
    found = queries.figures(db, wanted, limit=limit)
    if not found and limit != 0 and (why := why_no_figures(db, wanted)):
        click.echo(f"feitenbank: {why}", err=True)
    output.rows(
        found, COLUMNS, fields=FIGURE_OVERVIEW.column_names, empty="No figure answers to that."
    )
