"""What the reading verbs and the site ask: lists, always as plain rows with names."""

from __future__ import annotations

import calendar
import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pipeline.knowledge import read_toml
from pipeline.store.lookup import find_document
from pipeline.store.search import highlights, match_expression
from pipeline.store.stems import fold

Row = dict[str, Any]

_NO_PERIOD = "{!r} is no period: give 2020, 2020-03, 2020-03-05 or 2019/2021"
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class QueryError(Exception):
    """A filter cannot be understood; the message says what is expected."""


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures to list. Names are matched without regard to case and accents."""

    place: str | None = None
    indicator: str | None = None
    period: str | None = None
    unit: str | None = None
    verdict: str | None = None
    document: str | None = None
    copies: bool = False


def rows(cursor: Iterable[Any]) -> list[Row]:
    """Return what a cursor over named rows gives, as dictionaries."""
    return [dict(row) for row in cursor]


def add_functions(db: sqlite3.Connection) -> None:
    """Give SQL the function ``fold(text)``: lower case, without diacritics."""
    db.create_function("fold", 1, lambda text: None if text is None else fold(str(text)))


def figures(db: sqlite3.Connection, wanted: FigureFilter, *, limit: int | None = None) -> list[Row]:
    """Return rows of figure_overview, by place, indicator and period.

    Raises:
        QueryError: the period is no year, month, day or span of these.
        LookupFailedError: there is no such document.
    """
    add_functions(db)
    where, values = _conditions(db, wanted)
    return rows(
        db.execute(
            f"SELECT * FROM figure_overview v WHERE {' AND '.join(where)} "
            "ORDER BY place IS NULL, place, topic, indicator, period_earliest, published, figure "
            "LIMIT :limit",
            {**values, "limit": -1 if limit is None else limit},
        )
    )


def _conditions(db: sqlite3.Connection, wanted: FigureFilter) -> tuple[list[str], Row]:
    where, values = ["1"], Row()
    if wanted.place:
        where.append(
            "figure IN (SELECT f.id FROM figures f JOIN entities e ON e.id = f.place "
            "WHERE :place IN (fold(e.name), fold(e.official_name), fold(e.id)) "
            "OR e.id IN (SELECT entity FROM aliases WHERE fold(alias) = :place))"
        )
        values["place"] = fold(wanted.place)
    if wanted.indicator:
        where.append("instr(fold(indicator || ' ' || topic), :indicator) > 0")
        values["indicator"] = fold(wanted.indicator)
    if wanted.period:
        where.append(
            "coalesce(period_earliest, period_latest) IS NOT NULL "
            "AND coalesce(period_earliest, '0000') <= :last "
            "AND coalesce(period_latest, '9999') >= :first"
        )
        values["first"], values["last"] = period_bounds(wanted.period)
    if wanted.unit:
        where.append("fold(unit) = :unit")
        values["unit"] = fold(_unit(wanted.unit))
    if wanted.verdict:
        where.append("verdict = :verdict")
        values["verdict"] = wanted.verdict
    if wanted.document:
        where.append("document = :document")
        values["document"] = find_document(db, wanted.document)
    if not wanted.copies:
        where.append("copy_of IS NULL")
    return where, values


@cache
def _units() -> dict[str, str]:
    """The id of each unit by the words for it: procent → percent, dollar → USD."""
    return {
        fold(word): unit["id"]
        for unit in read_toml("units.toml")["unit"]
        if "factor" not in unit  # a cent is no euro
        for word in (*unit.get("after", ()), *unit.get("before", ()))
    }


def _unit(typed: str) -> str:
    return _units().get(fold(typed), typed)


def period_bounds(typed: str) -> tuple[str, str]:
    """Return the first and last day of a year, month, day, or span with a slash.

    >>> period_bounds("2020-02"), period_bounds("2019/2020")
    (('2020-02-01', '2020-02-29'), ('2019-01-01', '2020-12-31'))

    Raises:
        QueryError: it is none of these.
    """
    parts = typed.split("/")
    if len(parts) > 2:
        raise QueryError(_NO_PERIOD.format(typed))
    first, last = _days(parts[0], typed)[0], _days(parts[-1], typed)[1]
    if first > last:
        raise QueryError(f"{typed!r} ends before it begins: give the earlier one first")
    return first.isoformat(), last.isoformat()


def _days(part: str, typed: str) -> tuple[date, date]:
    """Return the first and last day of a year, month or day."""
    match = _DAY.fullmatch(part)
    try:
        if not match:
            raise ValueError(part)
        year, month, day = (None if each is None else int(each) for each in match.groups())
        assert year is not None  # the expression does not match without one
        last_month = month or 12
        last_day = day or calendar.monthrange(year, last_month)[1]
        return date(year, month or 1, day or 1), date(year, last_month, last_day)
    except ValueError as error:  # 2020-13, 2020-02-30
        raise QueryError(_NO_PERIOD.format(typed)) from error


def conflicts(
    db: sqlite3.Connection, *, decided: bool = False, limit: int | None = None
) -> list[Row]:
    """Return what asks for attention, worst first; with ``decided`` what a person settled."""
    return rows(
        db.execute(
            f"SELECT * FROM conflict_overview WHERE state {'=' if decided else '<>'} 'decided' "
            "ORDER BY urgency, place, topic, id LIMIT ?",
            (-1 if limit is None else limit,),
        )
    )


def entities(
    db: sqlite3.Connection,
    *,
    query: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Return who and what is named, most often first; ``query`` is part of a name or alias."""
    add_functions(db)
    where, values = ["1"], list[Any]()
    if kind:
        where.append("kind = ?")
        values.append(kind)
    if query:
        where.append(
            "(instr(fold(name), ?) > 0 OR entity IN "
            "(SELECT entity FROM aliases WHERE instr(fold(alias), ?) > 0) "
            "OR instr(fold(written_as), ?) > 0)"
        )
        values += [fold(query)] * 3
    return rows(
        db.execute(
            f"SELECT * FROM entity_overview WHERE {' AND '.join(where)} "
            "ORDER BY mentions DESC, name, entity LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
    )


def search(
    db: sqlite3.Connection,
    query: str,
    *,
    place: str | None = None,
    source: str | None = None,
    document: str | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Return the sentences that a query finds, best first, with the words to mark in ``marks``.

    Sentences of copies and superseded documents are left out.

    Raises:
        QueryError: there is nothing to look for.
        LookupFailedError: there is no such document.
    """
    expression = match_expression(query)
    if expression is None:
        raise QueryError(f"there is no word to look for in {query!r}")
    add_functions(db)
    where, values = ["sentences_fts MATCH ?", "d.duplicate_of IS NULL"], [expression]
    if place:
        where.append(
            "s.document IN (SELECT m.document FROM mentions m JOIN entities e ON e.id = m.entity "
            "WHERE fold(e.name) = ?)"
        )
        values.append(fold(place))
    if source:
        where.append("instr(fold(coalesce(d.source, '')), ?) > 0")
        values.append(fold(source))
    if document:
        where.append("d.id = ?")
        values.append(find_document(db, document))
    found = rows(
        db.execute(
            "SELECT s.id AS sentence, s.text, s.kind, d.title, d.source, d.published, d.path, "
            'd.id AS document, s.start, s."end" FROM sentences_fts '
            "JOIN sentences s ON s.number = sentences_fts.rowid "
            f"JOIN documents d ON d.id = s.document WHERE {' AND '.join(where)} "
            # The words as they were typed weigh more than their stems.
            "ORDER BY bm25(sentences_fts, 2.0, 1.0), s.id LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
    )
    return [{**row, "marks": highlights(row["text"], query)} for row in found]


def status(db: sqlite3.Connection) -> Row:
    """Return what is in a base, when it was last changed, and what waits for a person."""

    def count(sql: str) -> int:
        return int(db.execute(f"SELECT count(*) FROM {sql}").fetchone()[0])

    states = dict(db.execute("SELECT state, count(*) FROM conflict_overview GROUP BY state"))
    run = db.execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    return {
        "files": count("files"),
        "documents": count("documents WHERE superseded_by IS NULL"),
        "copies": count("documents WHERE duplicate_of IS NOT NULL"),
        "superseded": count("documents WHERE superseded_by IS NOT NULL"),
        "sentences": count("sentences"),
        "entities": count("entity_overview"),
        "quantities": count("quantities"),
        # Every number-like word ends as one of these three; none disappears silently.
        "numbers": {
            "quantities": count("quantities"),
            "other": count("non_quantities"),
            "unread": count("issues WHERE code = 'number_unread'"),
        },
        "figures": count("figures"),
        "groups": count("reconciliations"),
        "findings": count("findings"),
        "decided": states.get("decided", 0),
        "last_run": None if run is None else {**dict(run), "counts": json.loads(run["counts"])},
        "waiting": {
            "conflicts": sum(states.values()) - states.get("decided", 0),
            "asked_again": states.get("again", 0),
            "undated": count(
                "documents WHERE superseded_by IS NULL "
                "AND published_method IN ('unknown', 'inferred')"
            ),
            "rejected": count("issues WHERE document IS NULL AND severity = 'error'"),
            "groups_to_compare": count("stale_groups"),
            "runs_cut_off": count(
                "runs WHERE finished IS NULL AND id > "
                "(SELECT coalesce(max(id), 0) FROM runs WHERE finished IS NOT NULL)"
            ),
        },
    }
