"""``feitenbank explain``: where a figure comes from and whether it holds."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import json_option, language_option, reading_verb
from pipeline.cli.output import console, short, to_json, visible
from pipeline.store.words import Lang

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.store.explain import Explanation, Quote


@click.command()
@reading_verb
@click.argument("identifier", metavar="ID")
@language_option
@json_option
def explain(db: sqlite3.Connection, identifier: str, lang: Lang, as_json: bool) -> None:
    """Explain a figure (f…), a reconciliation (R…) or a finding (N…).

    The quotation, the interval and why, what it was compared with, and the verdict in words. The
    beginning of an ID will do.
    """
    from pipeline.store.explain import explain as look_up

    found = look_up(db, identifier, lang=lang)
    if as_json:
        click.echo(to_json({"id": found.id, "title": found.title, **found.data}))
    else:
        _print(found)


def _print(found: Explanation) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    terminal = console()
    terminal.print(Text(visible(found.title), style="bold"), Text(found.id, style="dim"), sep="\n")
    if found.quote:
        terminal.print()
        quotation = _quotation(found.quote, marked=terminal.is_terminal)
        terminal.print(Padding(quotation, (0, 0, 0, 2)))
        terminal.print(Padding(Text(visible(found.quote.source), style="dim"), (0, 0, 0, 2)))
    for section in found.sections:
        terminal.print()
        terminal.print(Text(section.heading, style="bold"))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", max_width=28)
        table.add_column(overflow="fold")
        for line in section.lines:
            text = Text(visible(line.text))
            if line.refers:
                text.append(f"  {short(line.refers)}", style="dim")
            table.add_row(Text(line.label), text)
        terminal.print(Padding(table, (0, 0, 0, 2)))


def _quotation(quote: Quote, *, marked: bool) -> Text:
    """Return the sentences with the words of the figure marked, in [brackets] without colours."""
    from rich.text import Text

    text, whole = Text(), visible(quote.text)
    if quote.before:
        text.append(visible(quote.before) + " ", style="dim")
    position = 0
    for start, end in quote.marks:
        text.append(whole[position:start])
        words = whole[start:end]
        text.append(words if marked else f"[{words}]", style="bold reverse")
        position = end
    text.append(whole[position:])
    if quote.after:
        text.append(" " + visible(quote.after), style="dim")
    return text
