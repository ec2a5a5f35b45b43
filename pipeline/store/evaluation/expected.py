"""Against ``expected.json``: which figures, names, roles and verdicts a base must contain."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from pipeline.store.evaluation.measures import Measure, documents_by_name, plain

Row = dict[str, Any]

_MEASURES = ("percent", "percentage_point", "EUR", "per_1000", "week", "month", "year", "day")
_SHARES = ("percent", "share", "ratio")
_AS_WRITTEN = {"factor": "times"}  # units that the gold files give another name


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A figure that the gold file lists."""

    place: str
    indicator: str
    unit: str
    low: float
    high: float
    period: str | None

    def __str__(self) -> str:
        return (
            f"{self.place}, {self.indicator}, {self.low:g}–{self.high:g} {self.unit}, {self.period}"
        )


@dataclass(frozen=True, slots=True)
class _Hit:
    """How well a figure of the base answers to a wanted one."""

    place: bool
    period: bool
    indicator: bool

    @property
    def points(self) -> int:
        return self.place + self.period + self.indicator


class _Tally:
    """Counts for each measure, with what was missed."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._misses: dict[str, list[str]] = {}

    def add(self, name: str, right: bool, what: str) -> None:
        count = self._counts.setdefault(name, [0, 0])
        count[0] += right
        count[1] += 1
        if not right:
            self._misses.setdefault(name, []).append(what)

    def measures(self) -> list[Measure]:
        return [
            Measure(name, right, of, tuple(self._misses.get(name, ())))
            for name, (right, of) in self._counts.items()
        ]


def evaluate_expected(db: sqlite3.Connection, gold: dict[str, Any]) -> list[Measure]:
    """Return the measures of a base: recall by dimension, precision of figures, verdicts."""
    names = documents_by_name(db)
    tally = _Tally()
    for name, wanted in gold.items():
        if name == "verdicts":
            continue
        document = names.get(name)
        tally.add("documents", document is not None, name)
        _published(db, tally, name, document, wanted)
        _figures(db, tally, name, document, wanted)
        _names(db, tally, name, document, wanted)
    for verdict in gold.get("verdicts", ()):
        _verdict(db, tally, verdict)
    return tally.measures()


def _rows(db: sqlite3.Connection, sql: str, *values: object) -> list[Row]:
    cursor = db.execute(sql, values)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, tuple(row), strict=True)) for row in cursor]


# ── documents ─────────────────────────────────────────────────────────────────────────────────


def _published(
    db: sqlite3.Connection, tally: _Tally, name: str, document: str | None, wanted: Row
) -> None:
    if not wanted.get("published"):
        return
    rows = _rows(db, "SELECT published FROM documents WHERE id = ?", document)
    found = rows[0]["published"] if rows else None
    right = str(found or "").startswith(wanted["published"])
    tally.add("published", right, f"{name}: {found} for {wanted['published']}")


# ── figures ───────────────────────────────────────────────────────────────────────────────────


def _figures(
    db: sqlite3.Connection, tally: _Tally, name: str, document: str | None, wanted: Row
) -> None:
    found = _rows(
        db,
        "SELECT v.figure, v.place, v.place_kind, v.indicator, v.population, v.period, "
        "v.period_earliest, v.period_latest, v.value, v.low, v.high, v.unit, v.said, f.indicator "
        "AS slug FROM figure_overview v JOIN figures f ON f.id = v.figure WHERE v.document = ?",
        document,
    )
    free = list(found)
    for listed in wanted.get("figures", ()):
        figure = _Wanted(*listed[:6])
        best = _best(figure, free)
        hit = None
        if best is not None:
            row, hit = best
            free.remove(row)
        what = f"{name}: {figure}"
        tally.add("figures.value", hit is not None, what)
        tally.add("figures.place", hit is not None and hit.place, what)
        tally.add("figures.period", hit is not None and hit.period, what)
        tally.add("figures.indicator", hit is not None and hit.indicator, what)
        tally.add("figures.all", hit is not None and hit.points == 3, what)
    unlisted = {row["figure"] for row in free}
    for row in found:
        extra = f"{name}: {plain(row['said'])} ({row['indicator']}, {row['place']})"
        tally.add("figures.precision", row["figure"] not in unlisted, extra)
    for never in (*wanted.get("never", ()), *wanted.get("furniture_never", ())):
        bad = any(plain(never) in plain(row["said"]) for row in found)
        tally.add("figures.never", not bad, f"{name}: {never}")


def _best(wanted: _Wanted, rows: Iterable[Row]) -> tuple[Row, _Hit] | None:
    hits = [(row, _hit(wanted, row)) for row in rows if _has_value(wanted, row)]
    return max(hits, key=lambda each: each[1].points, default=None)


def _has_value(wanted: _Wanted, row: Row) -> bool:
    value = row["value"]
    if value is None:
        bounds = [each for each in (row["low"], row["high"]) if each is not None]
        if not bounds:
            return False
        value = sum(bounds) / len(bounds)
    slack = 1e-6 + 0.002 * abs(wanted.high)
    if not wanted.low - slack <= value <= wanted.high + slack:
        return False
    unit = row["unit"] or ""
    if wanted.unit == "count":
        return unit not in _MEASURES
    if wanted.unit == "percent":
        return unit in _SHARES
    return bool(unit == _AS_WRITTEN.get(wanted.unit, wanted.unit.replace("meter", "metre")))


def _hit(wanted: _Wanted, row: Row) -> _Hit:
    text = plain(" ".join(row[key] or "" for key in ("indicator", "slug", "population")))
    return _Hit(
        place=any(_same_place(each, row) for each in wanted.place.split("|")),
        period=_same_period(wanted.period, row),
        indicator=re.search(plain(wanted.indicator), text) is not None,
    )


def _same_place(wanted: str, row: Row) -> bool:
    name = plain(wanted.replace("(provincie)", ""))
    if name != plain(row["place"]):
        return False
    # Groningen and Utrecht are a province and a municipality.
    twins = ("groningen", "utrecht")
    return "(provincie)" in wanted or name not in twins or row["place_kind"] != "province"


def _same_period(wanted: str | None, row: Row) -> bool:
    if wanted is None:
        return True
    mine = _years(wanted)
    if mine is None:
        return True
    theirs = _years(row["period"]) or _years(
        f"{row['period_earliest'] or '..'}/{row['period_latest'] or '..'}"
    )
    if theirs is None:
        return False
    overlap = mine[0] <= theirs[1] and theirs[0] <= mine[1]
    wide = theirs[1] - theirs[0] > max(2, mine[1] - mine[0] + 1)
    return overlap and (not wide or theirs[1] == _OPEN)


_OPEN = 9999


def _years(edtf: str | None) -> tuple[int, int] | None:
    if not edtf:
        return None
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", edtf)]
    if not years:
        return None
    if edtf.startswith(".."):
        return 0, years[0]
    if edtf.endswith(".."):
        return years[0], _OPEN
    return years[0], years[-1]


# ── names, roles, verdicts ────────────────────────────────────────────────────────────────────


def _names(
    db: sqlite3.Connection, tally: _Tally, name: str, document: str | None, wanted: Row
) -> None:
    mentions = _rows(
        db,
        "SELECT DISTINCT coalesce(e.kind, m.kind) AS kind, m.surface, e.name FROM mentions m "
        "LEFT JOIN entities e ON e.id = m.entity WHERE m.document = ?",
        document,
    )
    for kind, written in wanted.get("entities", ()):
        accepted = {plain(each) for each in written.split("|")}
        right = any(
            row["kind"] == kind and accepted & {plain(row["name"]), plain(row["surface"])}
            for row in mentions
        )
        tally.add("entities", right, f"{name}: {kind} {written}")
    roles = _rows(
        db,
        "SELECT p.name AS person, r.role, pa.name AS party, pl.name AS place FROM roles r "
        "JOIN entities p ON p.id = r.person LEFT JOIN entities pa ON pa.id = r.party "
        "LEFT JOIN entities pl ON pl.id = r.place WHERE r.document = ?",
        document,
    )
    for person, role, party, place in wanted.get("roles", ()):
        right = any(
            any(plain(each) in plain(row["person"]) for each in person.split("|"))
            and any(plain(each) in plain(row["role"]) for each in role.split("|"))
            and (not party or plain(row["party"]) in map(plain, party.split("|")))
            and (not place or plain(row["place"]) in map(plain, place.split("|")))
            for row in roles
        )
        tally.add("roles", right, f"{name}: {person}, {role}, {party}, {place}")


def _verdict(db: sqlite3.Connection, tally: _Tally, wanted: list[Any]) -> None:
    place, subject, unit, period, accepted, why = wanted
    found: set[str] = set()
    for name, about in product(place.split("|"), subject.split("|")):
        found |= _conclusions(db, name, about)
    right = bool(found & set(accepted.split("|")))
    what = f"{place}, {subject}, {unit}, {period}: {accepted} ({why}); found {sorted(found)}"
    tally.add("verdicts", right, what)


def _conclusions(db: sqlite3.Connection, place: str, subject: str) -> set[str]:
    """The verdicts, relations and kinds of findings about a subject in a place.

    A subject is looked for in all names of what was weighed: either figure of a comparison (which
    of the two comes first says nothing) and every figure of a group, with the group of people.
    """
    rows = _rows(
        db,
        "WITH about AS (SELECT f.id, i.topic, f.place FROM figures f "
        "JOIN entities e ON e.id = f.place JOIN indicators i ON i.id = f.indicator "
        "WHERE e.name = ?1 AND lower(i.label || ' ' || i.id || ' ' || i.topic || ' ' || "
        "ifnull(f.population, '')) LIKE ?2) "
        "SELECT r.verdict AS kind FROM reconciliations r JOIN reconciliation_members m "
        "ON m.reconciliation = r.id JOIN about a ON a.id = m.figure "
        "UNION SELECT r.verdict FROM reconciliations r JOIN entities e ON e.id = r.place "
        "WHERE e.name = ?1 AND lower(r.topic) LIKE ?2 "
        "UNION SELECT c.relation FROM comparisons c JOIN about a ON a.id = c.figure_a "
        "UNION SELECT c.relation FROM comparisons c JOIN about a ON a.id = c.figure_b "
        "UNION SELECT n.kind FROM findings n JOIN finding_members m ON m.finding = n.id "
        "JOIN figures f ON f.id = m.figure JOIN entities e ON e.id = f.place "
        "WHERE e.name = ?1",
        place.replace("(provincie)", "").strip(),
        f"%{plain(subject)[:5]}%",
    )
    return {row["kind"] for row in rows}
