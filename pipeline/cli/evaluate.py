"""``feitenbank evaluate``: precision and recall of a base against a gold file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from pipeline.cli.options import PROBLEMS_FOUND, fail, json_option, reading_verb
from pipeline.cli.output import to_json


@click.command()
@reading_verb
@click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--floors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="JSON with the lowest score that each measure may have.",
)
@click.option("--misses", is_flag=True, help="Also list what was missed.")
@json_option
def evaluate(
    db: sqlite3.Connection, gold: Path, floors: Path | None, misses: bool, as_json: bool
) -> None:
    """Hold the base against GOLD, a file in one of the formats of tests/gold/README.md.

    Exit code 1 says that a measure fell below its floor.
    """
    from pipeline.store.evaluation import GoldError, below_floors, read_floors
    from pipeline.store.evaluation import evaluate as measure

    try:
        measures = measure(db, gold)
        fallen = below_floors(measures, read_floors(floors)) if floors else []
    except GoldError as error:
        fail(error)
    if as_json:
        scores = {
            each.name: {"right": each.right, "of": each.of, "score": each.score}
            | ({"misses": list(each.misses)} if misses else {})
            for each in measures
        }
        click.echo(to_json({"measures": scores, "below_floors": fallen}))
    else:
        for each in measures:
            score = "–" if each.score is None else f"{each.score:.3f}"
            click.echo(f"{each.name:<24} {score:>6}  {each.right} of {each.of}")
            for miss in each.misses if misses else ():
                click.echo(f"    {miss}")
        for line in fallen:
            click.echo(line, err=True)
    if fallen:
        raise SystemExit(PROBLEMS_FOUND)
