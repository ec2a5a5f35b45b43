"""Printing rows: a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

Row = dict[str, Any]

_WIDE = 110
"""From this many characters on, a terminal also shows the columns that are marked wide."""

_LONG_WORD = 20
_NARROW = 7  # below this many characters a column is no help any more
_GAP = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a table for people: its heading, its cell, and whether it may not wrap."""

    heading: str
    cell: Callable[[Row], str]
    right: bool = False
    keep: bool = False
    wide: bool = False


def console(*, stderr: bool = False) -> Console:
    """Return the terminal; rich is imported only where something is drawn."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


_PICTURES = {code: 0x2400 + code for code in (*range(9), *range(11, 32))}
_PICTURES |= {0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


def visible(text: str) -> str:
    """Return text with a picture for each control character but tabs and line ends.

    A title or the name of a file comes from elsewhere, and must not colour, clear or lead astray
    the terminal of whoever reads it. The length stays the same.

    >>> visible("rood\x1b[31m.txt")
    'rood␛[31m.txt'
    """
    return text.translate(_PICTURES)


def short(identifier: str | None) -> str:
    """Return the beginning of an id, enough for ``explain`` and ``show``."""
    return (identifier or "")[:9]


def to_json(value: object) -> str:
    """Return ``value`` as JSON for reading: indented, with Dutch letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


@dataclass(frozen=True, slots=True)
class Output:
    """How a verb prints its rows: as ``table``, ``json``, ``nl`` or ``csv``."""

    format: str

    def rows(
        self,
        found: Sequence[Row],
        columns: Sequence[Shown],
        *,
        fields: Sequence[str] = (),
        empty: str = "Nothing found.",
    ) -> None:
        """Print rows; ``fields`` names the columns of CSV when there are no rows."""
        if self.format == "json":
            click.echo(to_json(list(found)))
        elif self.format == "nl":
            for row in found:
                click.echo(json.dumps(row, ensure_ascii=False))
        elif self.format == "csv":
            click.echo(_csv(found, fields), nl=False)
        elif not found:
            click.echo(empty)
        else:
            _table(found, columns)


def _csv(found: Sequence[Row], fields: Sequence[str]) -> str:
    names = list(found[0]) if found else list(fields)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    for row in found:
        writer.writerow([_cell(row[name]) for name in names])
    return buffer.getvalue()


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _widths(columns: Sequence[Shown], lines: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return how wide each column is, so that nothing falls off; none where there is no room.

    Words are kept whole while that is possible. What room is left goes first to the columns that
    need least of it to stand on one line: long texts are read in lines anyway.
    """
    room -= _GAP * (len(columns) - 1)
    whole = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for longest in (_LONG_WORD, _NARROW):
        widths = [
            full if column.keep else min(longest, _longest_word(line[place] for line in lines))
            for place, (column, full) in enumerate(zip(columns, whole, strict=True))
        ]
        if sum(widths) > room:
            continue
        for place in sorted(range(len(columns)), key=lambda place: whole[place] - widths[place]):
            widths[place] += min(whole[place] - widths[place], room - sum(widths))
        return widths
    return []


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _table(found: Sequence[Row], columns: Sequence[Shown]) -> None:
    from rich.table import Table
    from rich.text import Text

    terminal = console()
    shown = [column for column in columns if not column.wide or terminal.width >= _WIDE]
    headings = [column.heading for column in shown]
    lines = [[visible(column.cell(row)) for column in shown] for row in found]
    widths = _widths(shown, [headings, *lines], terminal.width)
    if not widths:  # too narrow for columns: one thing after the other
        for line in lines:
            for heading, cell in zip(headings, line, strict=True):
                terminal.print(Text(f"{heading}: ", style="bold").append(cell, style="not bold"))
            terminal.print()
        return
    table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="bold", pad_edge=False)
    for column, width in zip(shown, widths, strict=True):
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            overflow="fold",
            width=width,
        )
    for line in lines:
        table.add_row(*map(Text, line))
    terminal.print(table)
