"""Write the reference pages from the code: ``python docs/reference.py`` (``--check`` in CI).

``commands.md`` lists every verb with its options, ``tables.md`` every table, view and column.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli import VERBS, main
from pipeline.store.catalogue import SCHEMA_VERSION, TABLES, VIEWS
from pipeline.store.schema import Column, Table, View

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/reference.py from the code; change it there. -->"
WIDTH = 100


def commands() -> str:
    """Return the page of all verbs."""
    lines = [
        "# Commands",
        "",
        MADE,
        "",
        "Exit codes: 0 all well; 1 done, but some documents were rejected, a metadata file has",
        "mistakes, a check failed or a score fell below its floor; 2 wrong usage, no file found,",
        "no such knowledge base, or one that cannot be read or written.",
        "",
        "Verbs that list things print a table, or JSON (`--json`), newline-delimited JSON (`--nl`)",
        "or CSV (`--csv`). Ids may be shortened to a beginning that is unique.",
        "",
    ]
    context = main.make_context("feitenbank", [], resilient_parsing=True)
    for verb in VERBS:
        command = main.get_command(context, verb)
        assert command is not None
        lines += _command(command, click.Context(command, info_name=verb, parent=context), 2)
    return "\n".join(lines).rstrip() + "\n"


def _command(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    context.terminal_width = context.max_content_width = WIDTH
    yield f"{'#' * level} `{context.command_path}`"
    yield ""
    yield "```"
    yield _without_blank_ends(command.get_help(context))
    yield "```"
    yield ""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            inside = click.Context(inner, info_name=name, parent=context)
            yield from _command(inner, inside, level + 1)


def _without_blank_ends(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


def tables() -> str:
    """Return the page of all tables and views."""
    lines = [
        "# Tables and views",
        "",
        MADE,
        "",
        f"Version {SCHEMA_VERSION} of the tables (`PRAGMA user_version`). Tables are strict and",
        "foreign keys are on. Ids follow from content: the same bytes give the same ids in every",
        "base. For every row with `start`, `end` and `surface`:",
        "",
        '    substr(documents.text, start + 1, "end" - start) = surface',
        "",
        "Columns marked * are never exported: they are true of one machine or one run only.",
        "",
        "## Views",
        "",
        "Names instead of ids, and the quoted sentence; one row for each thing.",
        "",
    ]
    for view in VIEWS:
        lines += _view(view)
    lines += ["## Tables", ""]
    for table in TABLES:
        lines += _table(table)
    return "\n".join(lines).rstrip() + "\n"


def _view(view: View) -> Iterator[str]:
    yield from (f"### `{view.name}`", "", view.en, "", "| column | meaning |", "| --- | --- |")
    for name, english, _ in view.columns:
        yield f"| `{name}` | {_cell(english)} |"
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield from (
        f"### `{table.name}`",
        "",
        table.en,
        "",
        "| column | type | meaning |",
        "| --- | --- | --- |",
    )
    for column in table.columns:
        star = "" if column.exported else " *"
        yield f"| `{column.name}`{star} | {_type(column)} | {_cell(_meaning(column))} |"
    yield ""


def _type(column: Column) -> str:
    kind = column.type.split()[0].lower()
    if "REFERENCES" in column.type:
        kind = f"→ {column.type.split('REFERENCES ')[1].split('(')[0]}"
    if "PRIMARY KEY" in column.type:
        return f"{kind}, key"
    return kind if "NOT NULL" in column.type else f"{kind} or null"


def _meaning(column: Column) -> str:
    if not column.values:
        return column.en
    return f"{column.en} One of {', '.join(f'`{value}`' for value in column.values)}."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES = {"commands.md": commands, "tables.md": tables}


def run(*, check: bool) -> int:
    """Write the pages, or with ``check`` say which would change; return the exit code."""
    stale = [
        name
        for name, make in PAGES.items()
        if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != make()
    ]
    if check:
        for name in stale:
            print(f"docs/{name} is not what the code says: run python docs/reference.py")
        return 1 if stale else 0
    for name in stale:
        (HERE / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"docs/{name} written")
    return 0


if __name__ == "__main__":
    raise SystemExit(run(check="--check" in sys.argv[1:]))
