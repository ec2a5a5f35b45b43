"""How a value of a row is shown: ids as links, numbers and codes as Dutch readers write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from markupsafe import Markup

from pipeline.store.words import number, word
from pipeline.web.metadata import DATABASE

_EXPLAINED: Final = {
    *("id", "figure", "figure_a", "figure_b", "base_figure"),
    *("reconciliation", "finding", "subject"),
}
_DOCUMENTS: Final = {"document", "copy_of", "duplicate_of", "superseded_by"}
_NUMBERS: Final = {"value", "low", "high", "outer_low", "outer_high"}
_WORDS: Final = {
    "verdict": "verdict",
    "relation": "relation",
    "rank": "rank",
    "hedge": "hedge",
    "statement": "statement",
    "stance": "stance",
    "direction": "direction",
    "published_method": "published",
    "state": "state",
}
_ID: Final = re.compile(r"[fdRN][0-9a-f]{16}")


def render(row: Mapping[str, Any], value: object, column: str, table: str | None) -> Markup | None:
    """Return how a cell is shown, or None to leave it to Datasette."""
    if column == "value" and value == "" and table == "decision_overview":
        return Markup('<span class="code">geen naam</span>')
    if column == "sentence" and isinstance(value, dict):
        return _sentence(str(value["value"]))
    if value is None or value == "":
        return None
    if isinstance(value, (int, float)):
        return Markup(number(value)) if column in _NUMBERS else None
    if not isinstance(value, str):
        return None
    if _is_id(column, value, table):
        return link(value)
    if column in _WORDS:
        return _coded(_WORDS[column], value)
    if column == "kind" and table == "conflict_overview":
        return _coded("verdict" if row["id"].startswith("R") else "finding", value)
    if column == "kind" and table == "decision_overview":
        return _coded("decision", value)
    if column == "reasons":
        return _reasons(value)
    if column == "sentence" and "said" in row.keys() and row["said"]:  # noqa: SIM118 (sqlite3.Row)
        return mark_words(value, row["said"])
    return None


def _is_id(column: str, value: str, table: str | None) -> bool:
    if not _ID.fullmatch(value):
        return False
    return column in _EXPLAINED | _DOCUMENTS or table is None


def address(identifier: str) -> str:
    """Return the page of a figure, reconciliation, finding or document."""
    return f"/document/{identifier}" if identifier.startswith("d") else f"/feit/{identifier}"


def link(identifier: str) -> Markup:
    """Return a link to the page of an id."""
    return Markup('<a class="id" href="{}">{}</a>').format(address(identifier), identifier[:9])


def _sentence(identifier: str) -> Markup:
    """Return a link to a sentence: its id is no row of its own page, for rows have numbers."""
    target = Markup('<a class="id" href="/{}/sentences?id={}">{}</a>')
    return target.format(DATABASE, identifier, identifier[:9])


def _coded(family: str, value: str) -> Markup:
    return Markup('<span class="code {0}-{1}" title="{1}">{2}</span>').format(
        family, value, word(family, value, "nl")
    )


def _reasons(value: str) -> Markup | None:
    try:
        reasons = json.loads(value)
    except ValueError:
        return None
    return Markup("{}").format("; ".join(word("reason", reason, "nl") for reason in reasons))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    """Return ``text`` with these spans marked; they lie in order and do not overlap."""
    parts, position = [], 0
    for start, end in spans:
        parts.append(Markup("{}<mark>{}</mark>").format(text[position:start], text[start:end]))
        position = end
    return Markup("").join([*parts, Markup("{}").format(text[position:])])


def mark_words(sentence: str, said: str) -> Markup:
    """Return a sentence with the words of a figure marked, hard line breaks or not."""
    words = [re.escape(each) for each in said.replace("-\n", "").split()]
    found = re.search(r"\s+".join(words), sentence) if words else None
    return marked(sentence, [found.span()] if found else [])
