"""What verbs share: the option for the base, the options for output, and friendly failures."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, NoReturn, ParamSpec, TypeVar

import click

from pipeline.cli.output import Output
from pipeline.store.connect import BaseError, open_to_read, trouble
from pipeline.store.lookup import LookupFailedError
from pipeline.store.queries import QueryError

P = ParamSpec("P")
R = TypeVar("R")

DEFAULT_BASE = Path("output/feitenbank.db")

PROBLEMS_FOUND = 1
WRONG_USAGE = 2

base_option = click.option(
    "--db",
    "base",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT_BASE,
    show_default=True,
    envvar="FEITENBANK_DB",
    metavar="PATH",
    help="The knowledge base (or set FEITENBANK_DB).",
)

limit_option = click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show no more than N.",
)

language_option = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language of the explanation.",
)


def fail(message: object, code: int = WRONG_USAGE) -> NoReturn:
    """Say what went wrong on stderr, and leave with an exit code."""
    click.echo(f"feitenbank: {message}", err=True)
    raise SystemExit(code)


@contextmanager
def friendly() -> Iterator[None]:
    """Turn the errors that a person can do something about into a message and exit code 2."""
    try:
        yield
    except (BaseError, LookupFailedError, QueryError) as error:
        fail(error)
    except sqlite3.DatabaseError as error:
        fail(f"the knowledge base cannot be used: {trouble(error)}")


@contextmanager
def reading(base: Path) -> Iterator[sqlite3.Connection]:
    """Open the base read-only for a while; what goes wrong is said in a friendly way."""
    with friendly():
        db = open_to_read(base)
        try:
            yield db
        finally:
            db.close()


def reading_verb(
    function: Callable[Concatenate[sqlite3.Connection, P], R],
) -> Callable[..., R]:
    """Add ``--db`` to a command and call it with the base opened read-only."""

    @base_option
    @functools.wraps(function)
    def command(base: Path, *args: P.args, **kwargs: P.kwargs) -> R:
        with reading(base) as db:
            return function(db, *args, **kwargs)
        raise AssertionError("unreachable: friendly() leaves or passes on")

    return command


def output_options(function: Callable[..., R]) -> Callable[..., R]:
    """Add ``--json``, ``--nl`` and ``--csv`` to a command, given to it as ``output``."""

    @click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
    @click.option("--nl", "as_nl", is_flag=True, help="Print newline-delimited JSON.")
    @click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
    @functools.wraps(function)
    def command(*args: Any, as_json: bool, as_nl: bool, as_csv: bool, **kwargs: Any) -> R:
        chosen = [name for name, on in (("json", as_json), ("nl", as_nl), ("csv", as_csv)) if on]
        if len(chosen) > 1:
            raise click.UsageError("give one of --json, --nl and --csv")
        return function(*args, output=Output(chosen[0] if chosen else "table"), **kwargs)

    return command


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
