"""``feitenbank check``: is the base sound?"""

from __future__ import annotations

import sqlite3
from dataclasses import asdict

import click

from pipeline.cli.options import PROBLEMS_FOUND, output_options, reading_verb
from pipeline.cli.output import Output, Shown

_COLUMNS = (
    Shown("problem", lambda row: row["code"], keep=True),
    Shown("where", lambda row: row["where"]),
    Shown("what", lambda row: row["message"]),
)


@click.command()
@reading_verb
@output_options
def check(db: sqlite3.Connection, output: Output) -> None:
    """Verify offsets, references, intervals, dates, the search index and the counts.

    Exit code 1 says that something is wrong.
    """
    from pipeline.store.check import check as verify

    problems = [asdict(problem) for problem in verify(db)]
    output.rows(problems, _COLUMNS, fields=("code", "where", "message"), empty="All is well.")
    if problems:
        raise SystemExit(PROBLEMS_FOUND)
