"""``feitenbank export``: the base as files for other programs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from pipeline.cli.options import fail, json_option, reading_verb
from pipeline.cli.output import to_json
from pipeline.store.export import FORMATS, ExportError
from pipeline.store.export import export as write


@click.command()
@reading_verb
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="May be given more than once; all that can be written unless given.",
)
@json_option
def export(db: sqlite3.Connection, folder: Path, formats: tuple[str, ...], as_json: bool) -> None:
    """Write every table and view to DIR: CSV with descriptors, JSON Lines and Parquet.

    The same base gives the same bytes.
    """
    try:
        counts = write(db, folder, formats or _possible())
    except ExportError as error:
        fail(error)
    if as_json:
        click.echo(to_json({"folder": str(folder), "rows": counts}))
    else:
        click.echo(f"{sum(counts.values())} rows of {len(counts)} tables and views in {folder}")


def _possible() -> tuple[str, ...]:
    """Return all formats, without Parquet where pyarrow is not installed (and say so)."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is not None:
        return FORMATS
    click.echo(
        "feitenbank: no Parquet without pyarrow (pip install 'feitenbank[parquet]')", err=True
    )
    return tuple(name for name in FORMATS if name != "parquet")
