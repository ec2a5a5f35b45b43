"""``feitenbank status``: what is in the base, and what waits for a person."""

from __future__ import annotations

import sqlite3
from typing import Any

import click

from pipeline.cli.options import json_option, reading_verb
from pipeline.cli.output import to_json
from pipeline.store import queries
from pipeline.store.lost_files import LostFiles, lost_files

_WAITING = {
    "conflicts": ("groups and findings that ask for attention", "feitenbank conflicts"),
    "asked_again": ("of these decided before, with other figures", "feitenbank review list"),
    "undated": ("documents without a certain date", "feitenbank review list --kind published"),
    "gone": ("documents whose file is gone", "what they said stays in the base"),
    "rejected": ("files that were rejected", "feitenbank ingest tells why"),
    "groups_to_compare": ("groups still to be compared", "run feitenbank ingest again"),
    "runs_cut_off": ("runs that were cut off", "what they left, the next one does"),
}

_SHOWN = 10


@click.command()
@reading_verb
@json_option
def status(db: sqlite3.Connection, as_json: bool) -> None:
    """What is in the base, when it was last changed, and what waits for a person."""
    found = queries.status(db)
    lost = lost_files(db)
    found["waiting"]["gone"] = len(lost.documents)
    found |= {"gone": lost.documents, "folders_elsewhere": lost.elsewhere}
    if as_json:
        click.echo(to_json(found))
        return
    click.echo(
        f"{found['documents']} documents in {found['files']} files"
        f" ({found['copies']} near copies, {found['superseded']} superseded)"
    )
    click.echo(
        f"{found['figures']} figures among {found['quantities']} quantities, "
        f"{found['sentences']} sentences, {found['entities']} names"
    )
    numbers = found["numbers"]
    click.echo(
        f"numbers: {numbers['quantities']} as a quantity, {numbers['other']} as a date, "
        f"name or other; {numbers['unread']} could not be read"
    )
    decided = f", {found['decided']} decided by a person" if found["decided"] else ""
    click.echo(f"{found['groups']} groups compared, {found['findings']} findings{decided}")
    click.echo(_last_run(found["last_run"]))
    for name, (words, advice) in _WAITING.items():
        if found["waiting"][name]:
            click.echo(f"! {words}: {found['waiting'][name]} ({advice})")
        if name == "gone":
            _print_gone(lost)


def _print_gone(lost: LostFiles) -> None:
    for row in lost.documents[:_SHOWN]:
        click.echo(f"    {row['path']}, last met {row['last_seen'][:10]}, {row['figures']} figures")
    if len(lost.documents) > _SHOWN:
        click.echo(f"    … and {len(lost.documents) - _SHOWN} more: --json lists them all")
    for folder, files in lost.elsewhere.items():
        click.echo(f"{folder} is not on this machine: its {files} files were not looked for")


def _last_run(run: dict[str, Any] | None) -> str:
    if run is None:
        return "nothing was ingested yet"
    counts = ", ".join(f"{count} {name}" for name, count in run["counts"].items() if count)
    ended = run["finished"] or "cut off"
    return f"last run {run['started']} – {ended}: {counts or 'nothing'}"
