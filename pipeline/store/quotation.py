"""The sentence to quote for a figure or a group, with the words of the figure in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with the ones around it; ``marks`` are character spans in ``text``."""

    before: str
    text: str
    after: str
    marks: tuple[tuple[int, int], ...]
    source: str
    document: str


def telling(db: sqlite3.Connection, figures: Sequence[str]) -> str:
    """Return the figure to quote for a group: one that clashes with another, else the newest."""
    marks = ", ".join("?" * len(figures))
    row = db.execute(
        f"SELECT figure_a FROM comparisons WHERE relation = 'conflict' AND figure_a IN ({marks}) "
        f"AND figure_b IN ({marks}) ORDER BY figure_a LIMIT 1",
        (*figures, *figures),
    ).fetchone()
    return str(row[0]) if row else figures[-1]


def quote_of(db: sqlite3.Connection, figure: str) -> Quote:
    """Return the sentence of a figure with the ones around it, and its words marked."""
    row = db.execute(
        'SELECT s.document, s.position, s.text, s.start, d.text, q.start, q."end", '
        "d.source, d.published, d.title, d.path FROM figures f "
        "JOIN sentences s ON s.id = f.sentence JOIN quantities q ON q.id = f.quantity "
        "JOIN documents d ON d.id = f.document WHERE f.id = ?",
        (figure,),
    ).fetchone()
    document, position, text, start, original, first, last = tuple(row)[:7]
    around = dict(
        db.execute(
            "SELECT position, text FROM sentences WHERE document = ? AND position IN (?, ?)",
            (document, position - 1, position + 1),
        ).fetchall()
    )
    mark = locate(text, original[start:last], first - start)
    return Quote(
        before=around.get(position - 1, ""),
        text=text,
        after=around.get(position + 1, ""),
        marks=(mark,) if mark else (),
        source=", ".join(part for part in tuple(row)[7:] if part),
        document=document,
    )


def locate(cleaned: str, original: str, offset: int) -> tuple[int, int] | None:
    """Return where the words from ``offset`` to the end of ``original`` stand in ``cleaned``.

    Both begin at the same place; cleaning drops white space, hyphens at line ends and pictures of
    a page, so that the two are walked together, letter by letter.
    """
    begin: int | None = None
    at = 0
    for index, char in enumerate(original):
        if at >= len(cleaned):
            break
        if index >= offset and begin is None and not char.isspace():
            begin = at
        if char == cleaned[at] or (char.isspace() and cleaned[at] == " "):
            at += 1
    return None if begin is None or at <= begin else (begin, at)
