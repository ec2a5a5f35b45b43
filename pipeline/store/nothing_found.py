"""Why nothing answers to a filter: which part of it is about nothing, and what is nearly that.

An analyst who types *Amsterdm* must not conclude that nobody wrote about Amsterdam.
"""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace

from rapidfuzz import fuzz, process

from pipeline.store.queries import FigureFilter, figures
from pipeline.store.stems import fold

_SHOWN = 3
_ALIKE = 70  # of a hundred; below this it is another word
_CHOICES = {
    "place": "SELECT DISTINCT e.name FROM figures f JOIN entities e ON e.id = f.place",
    "indicator": "SELECT DISTINCT i.label FROM figures f JOIN indicators i ON i.id = f.indicator "
    "UNION SELECT DISTINCT i.topic FROM figures f JOIN indicators i ON i.id = f.indicator",
    "unit": "SELECT DISTINCT unit FROM figures WHERE unit IS NOT NULL",
}
_ANY = FigureFilter(copies=True)


def why_no_figures(db: sqlite3.Connection, wanted: FigureFilter) -> str | None:
    """Return which filter answers to nothing by itself, in words; None when nothing was asked.

    Each filter is tried alone: where all give figures, they give none together.
    """
    asked = [
        (field.name, getattr(wanted, field.name))
        for field in fields(wanted)
        if field.name != "copies" and getattr(wanted, field.name)
    ]
    for name, value in asked:
        if figures(db, replace(_ANY, **{name: value}), limit=1):
            continue
        near = _near(db, name, str(value))
        hint = f"; near it: {', '.join(near)}" if near else ""
        return f"no figure at all has --{name} {value!r}{hint}"
    if not wanted.copies and figures(db, replace(wanted, copies=True), limit=1):
        return "only near copies of articles have that: add --copies"
    if len(asked) > 1:
        names = " and ".join(f"--{name}" for name, _ in asked)
        return f"{names} each give figures, but none together"
    return None


def _near(db: sqlite3.Connection, name: str, value: str) -> list[str]:
    if name not in _CHOICES:
        return []
    choices = sorted(str(row[0]) for row in db.execute(_CHOICES[name]))
    # An indicator is found by a part of its name, all others by the whole of it.
    alike = fuzz.partial_ratio if name == "indicator" else fuzz.ratio
    found = process.extract(
        value, choices, scorer=alike, processor=fold, limit=_SHOWN, score_cutoff=_ALIKE
    )
    return [choice for choice, *_ in found]
