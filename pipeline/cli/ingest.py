"""``feitenbank ingest``: files and folders into the knowledge base."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import PROBLEMS_FOUND, base_option, fail, json_option
from pipeline.cli.output import console, to_json, visible
from pipeline.store.connect import BaseError, trouble

if TYPE_CHECKING:
    from pipeline.ingest import FileOutcome, IngestReport

_MOST_LINES = 40  # of remarks about files
_OUTCOMES = ("new", "changed", "unchanged", "duplicate", "rejected", "skipped")
# What asks most of a person first: many lines are cut off.
_TOLD = ("rejected", "new", "changed", "unchanged", "duplicate", "skipped")
_PHASES = {"documents": "reading", "groups": "comparing"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@base_option
@click.option(
    "--engine",
    type=click.Choice(["inline", "processes", "dask"]),
    default="inline",
    show_default=True,
    help="Spread documents over this process, the cores of this machine, or a Dask cluster.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many workers; as many as there are cores unless given.",
)
@click.option(
    "--model", metavar="PATH", help="A spaCy pipeline instead of the one that is shipped."
)
@json_option
def ingest(
    paths: tuple[Path, ...],
    base: Path,
    engine: str,
    workers: int | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Add files or folders (.txt, .md, .html, .pdf, .docx) to the knowledge base.

    What was read before and has not changed costs nothing. Exit code 1 says that some files were
    rejected, or that a metadata file has mistakes; the others are in the base.
    """
    from pipeline.analyse import ModelError
    from pipeline.engines.dask import EngineMissingError
    from pipeline.ingest import NoFilesError
    from pipeline.ingest import ingest as run
    from pipeline.knowledge import KnowledgeError

    try:
        with _progress() as progress:
            report = run(
                paths, base, engine=engine, workers=workers, model=model, progress=progress
            )
    except (NoFilesError, BaseError, ModelError, KnowledgeError, EngineMissingError) as error:
        fail(error)
    except sqlite3.DatabaseError as error:
        fail(f"{base} cannot be written: {trouble(error)}")
    if as_json:
        click.echo(to_json({**asdict(report), "counts": report.counts}))
    else:
        _print(report, base)
    if report.wrong:
        raise SystemExit(PROBLEMS_FOUND)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar on stderr while documents are read; nothing where stderr is no terminal."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield lambda *_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=terminal, transient=True) as bar:
        tasks = {}

        def update(phase: str, done: int, total: int) -> None:
            if phase not in tasks:
                tasks[phase] = bar.add_task(_PHASES.get(phase, phase), total=total)
            bar.update(tasks[phase], completed=done, total=total)

        yield update


def _told(file: FileOutcome) -> str:
    reason = file.reason or ""
    return _line(reason if reason.startswith(file.path) else f"{file.path}: {reason}")


def _line(text: str) -> str:
    return visible(text).replace("\n", "\\n")


def _print(report: IngestReport, base: Path) -> None:
    counts = report.counts
    told = [f"{counts[name]} {name}" for name in _OUTCOMES if counts.get(name)]
    files = "1 file" if len(report.files) == 1 else f"{len(report.files)} files"
    click.echo(f"{files} in {report.seconds:.1f} s: {', '.join(told)}")
    told_of = [outcome for outcome in report.files if outcome.reason]
    told_of.sort(key=lambda outcome: _TOLD.index(outcome.outcome))
    for outcome in told_of[:_MOST_LINES]:
        click.echo(f"  {outcome.outcome}  {_told(outcome)}")
    if len(told_of) > _MOST_LINES:
        click.echo(f"  … and {len(told_of) - _MOST_LINES} more: --json lists them all")
    for path in report.gone[:_MOST_LINES]:
        click.echo(f"  gone  {_line(path)}: no file is left; what it said stays in the base")
    if len(report.gone) > _MOST_LINES:
        click.echo(f"  … and {len(report.gone) - _MOST_LINES} more: feitenbank status --json")
    click.echo(f"{report.figures} figures in {base}")
    if report.attention:
        what = "group or finding asks" if report.attention == 1 else "groups and findings ask"
        click.echo(f"{report.attention} {what} for attention: feitenbank conflicts")
    if report.again:
        click.echo(
            f"{report.again} of these decided before, with other figures: feitenbank review list"
        )
