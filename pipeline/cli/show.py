"""``feitenbank show``: one document with its zones and facts marked."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import json_option, reading_verb
from pipeline.cli.output import console, to_json, visible
from pipeline.store.lookup import find_document
from pipeline.store.lost_files import lost_files
from pipeline.store.reading import Mark, Reading, ZoneText, read_document

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {
    "figure": "bold reverse green",
    "quantity": "green",
    "time": "cyan",
    "person": "magenta",
    "party": "magenta",
    "organisation": "magenta",
    "law": "magenta",
}
_PLACE = "blue"


@click.command()
@reading_verb
@click.argument("document", metavar="DOCUMENT")
@json_option
def show(db: sqlite3.Connection, document: str, as_json: bool) -> None:
    """A document with its zones, and its facts marked in the text.

    DOCUMENT is an id, the beginning of one, a path or a file name. On a terminal figures are
    green on their head, other quantities green, times cyan, places blue, names magenta, and what
    was set aside dim; elsewhere figures stand in [brackets].
    """
    reading = read_document(db, find_document(db, document))
    gone = bool(lost_files(db, document=reading.document["id"]).documents)
    if as_json:
        click.echo(to_json({**_plain(reading), "gone": gone}))
    else:
        _print(reading, gone=gone)


def _plain(reading: Reading) -> dict[str, object]:
    zones = [
        {
            "kind": zone.kind,
            "reason": zone.reason,
            "start": zone.start,
            "end": zone.end,
            "text": "".join(piece.text for piece in zone.pieces),
        }
        for zone in reading.zones
    ]
    marks = [asdict(mark) for mark in reading.marks]
    return {**reading.document, "zones": zones, "marks": marks, "issues": list(reading.issues)}


def _print(reading: Reading, *, gone: bool) -> None:
    from rich.text import Text

    terminal = console()
    document = reading.document
    terminal.print(Text(visible(document["title"] or document["path"]), style="bold"))
    about = [document["source"], _published(reading), document["path"], document["id"]]
    terminal.print(Text(visible(", ".join(part for part in about if part)), style="dim"))
    for key, words in (("duplicate_of", "a near copy of"), ("superseded_by", "superseded by")):
        if document[key]:
            terminal.print(Text(f"This is {words} {document[key]}.", style="yellow"))
    if gone:
        terminal.print(Text("Its file is gone; this is what was read of it.", style="yellow"))
    for zone in reading.zones:
        terminal.print()
        reason = f": {zone.reason}" if zone.reason else ""
        terminal.print(Text(f"── {zone.kind}{reason}", style="dim"))
        terminal.print(_text(zone, marked=terminal.is_terminal))
    if reading.issues:
        terminal.print()
        for issue in reading.issues:
            terminal.print(
                Text(visible(f"{issue['severity']}: {issue['message']}"), style="yellow")
            )


def _published(reading: Reading) -> str:
    document = reading.document
    if document["published"]:
        return f"{document['published']} ({document['published_method']})"
    bounds = [document["published_earliest"], document["published_latest"]]
    if any(bounds):
        return f"{bounds[0] or '…'} to {bounds[1] or '…'} ({document['published_method']})"
    return "undated"


def _text(zone: ZoneText, *, marked: bool) -> Text:
    from rich.text import Text

    text = Text(style="dim" if zone.kind == "furniture" else "")
    for piece in zone.pieces:
        figure = piece.mark is not None and piece.mark.kind == "figure"
        words = visible(piece.text)
        if figure and not marked:
            text.append(f"[{words}]")
        else:
            text.append(words, style=_style(piece.mark))
    text.rstrip()
    return text


def _style(mark: Mark | None) -> str:
    return "" if mark is None else _STYLES.get(mark.kind, _PLACE)
