"""The answer to "where does this come from, and does it hold?" for one figure, group or finding.

An explanation is a quotation and sections of lines, in words; the command line prints it and the
site shows it, so that both tell the same story.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.store.lookup import find_thing
from pipeline.store.queries import Row, rows
from pipeline.store.quotation import Quote, locate, quote_of, telling
from pipeline.store.readings import Change, changes, readings
from pipeline.store.words import Lang, amount, changed_since, span, word

__all__ = ["EXPLAINED", "Explanation", "Line", "Quote", "Section", "explain", "locate"]

EXPLAINED = ("figures", "reconciliations", "findings")
_RETOLD = "retold"  # the reason of a comparison with what another text tells under its own name


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an explanation; ``refers`` is the id of another figure, group or finding."""

    label: str
    text: str
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about one thing. ``data`` holds the same for programs."""

    id: str
    title: str
    quote: Quote | None
    sections: tuple[Section, ...]
    data: Row


def explain(db: sqlite3.Connection, typed: str, *, lang: Lang = "nl") -> Explanation:
    """Explain the figure, reconciliation or finding with this id, or beginning of an id.

    Raises:
        LookupFailedError: there is none, or there are several.
    """
    thing = find_thing(db, typed, EXPLAINED)
    if thing.table == "figures":
        return _figure(db, thing.id, lang)
    return _group(db, thing.table, thing.id, lang)


def _pick(lang: Lang, dutch: str, english: str) -> str:
    return dutch if lang == "nl" else english


# ── a figure ──────────────────────────────────────────────────────────────────────────────────


def _figure(db: sqlite3.Connection, figure: str, lang: Lang) -> Explanation:
    overview = _overview(db, figure)
    stored = rows(db.execute("SELECT * FROM figures WHERE id = ?", (figure,)))[0]
    evidence = rows(
        db.execute(
            'SELECT dimension, method, start, "end", surface FROM figure_evidence '
            "WHERE figure = ? ORDER BY position",
            (figure,),
        )
    )
    compared = _comparisons(db, [figure])
    judged = _judgements(db, figure)
    decided = [row for each in judged for row in _decisions(db, each["id"])]
    sections = (
        Section(_pick(lang, "Wat er gezegd is", "What was said"), _said(overview, stored, lang)),
        Section(
            _pick(lang, "Waarop het berust", "What it rests on"),
            _evidence(overview, evidence, lang),
        ),
        Section(
            _pick(lang, "Waarmee het is vergeleken", "What it was compared with"),
            tuple(_compared(row, lang) for row in compared),
        ),
        Section(_pick(lang, "Oordeel", "Verdict"), tuple(_judgement(row, lang) for row in judged)),
        Section(
            _pick(lang, "Wat een mens erover besliste", "What a person decided about it"),
            tuple(_decision(row, lang) for row in decided),
        ),
    )
    return Explanation(
        id=figure,
        title=_title(overview, lang),
        quote=quote_of(db, figure),
        sections=tuple(section for section in sections if section.lines),
        data={
            "figure": {**overview, **stored},
            "evidence": evidence,
            "comparisons": compared,
            "judgements": judged,
            "notes": decided,
        },
    )


def _overview(db: sqlite3.Connection, figure: str) -> Row:
    return rows(db.execute("SELECT * FROM figure_overview WHERE figure = ?", (figure,)))[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _title(row: Row, lang: Lang) -> str:
    parts = [row["indicator"], row["place"], row["period"] or _no_period(lang)]
    return f"{_one_line(row['said'])}: {', '.join(part for part in parts if part)}"


def _no_period(lang: Lang) -> str:
    return _pick(lang, "zonder periode", "no period")


def _said(overview: Row, stored: Row, lang: Lang) -> tuple[Line, ...]:
    unit = stored["unit"]
    lines = [
        Line(
            _pick(lang, "woorden", "words"),
            f"‘{_one_line(overview['said'])}’: {word('hedge', stored['hedge'], lang)}",
        ),
        Line(_pick(lang, "waarde", "value"), amount(stored["value"], unit, lang)),
        Line(_pick(lang, "dus", "so"), _interval(stored, lang)),
    ]
    outer = (stored["outer_low"], stored["outer_high"])
    if outer != (stored["low"], stored["high"]):
        lines.append(Line(_pick(lang, "ruim genomen", "taken loosely"), span(*outer, unit, lang)))
    kind = word("statement", stored["statement"], lang)
    direction = word("direction", stored["direction"], lang)
    lines.append(
        Line(_pick(lang, "soort", "kind"), ", ".join(part for part in (kind, direction) if part))
    )
    for status in json.loads(stored["status"]):
        lines.append(Line("status", word("status", status, lang)))
    if stored["stance"] != "asserts":
        lines.append(Line(_pick(lang, "houding", "stance"), word("stance", stored["stance"], lang)))
    return tuple(line for line in lines if line.text)


def _interval(stored: Row, lang: Lang) -> str:
    text = span(stored["low"], stored["high"], stored["unit"], lang)
    if stored["low"] == stored["high"]:
        return text
    excluded = [
        words
        for bound, is_open, words in (
            ("low", "low_open", _pick(lang, "de ondergrens", "the lower bound")),
            ("high", "high_open", _pick(lang, "de bovengrens", "the upper bound")),
        )
        if stored[bound] is not None and stored[is_open]
    ]
    if not excluded:
        return text
    joined = _pick(lang, " en ", " and ").join(excluded)
    return f"{text} ({_pick(lang, f'{joined} zelf niet', f'{joined} itself excluded')})"


def _evidence(overview: Row, evidence: list[Row], lang: Lang) -> tuple[Line, ...]:
    shown = {
        "indicator": overview["indicator"],
        "population": overview["population"],
        "place": overview["place"],
        "period": overview["period"],
        "speaker": overview["speaker"],
        "derived_from": overview["derived_from"],
    }
    lines = []
    for row in evidence:
        value = shown.pop(row["dimension"], None)
        how = word("method", row["method"], lang)
        if row["surface"]:
            how += f": ‘{_one_line(row['surface'])}’"
        lines.append(
            Line(word("dimension", row["dimension"], lang), f"{value} ({how})" if value else how)
        )
    lines += [
        Line(word("dimension", dimension, lang), value)
        for dimension, value in shown.items()
        if value
    ]
    missing = [word("dimension", name, lang) for name in ("place", "period") if not overview[name]]
    if missing:
        lines.append(Line(_pick(lang, "niet gegeven", "not given"), ", ".join(missing)))
    return tuple(lines)


def _comparisons(db: sqlite3.Connection, figures: Iterable[str]) -> list[Row]:
    """What figures were compared with, those of the first figure first."""
    found = rows(
        db.execute(
            "WITH own AS (SELECT value AS id FROM json_each(?)), met AS ("
            "SELECT own.id AS own, c.figure_b AS other, c.relation, c.reasons "
            "FROM own JOIN comparisons c ON c.figure_a = own.id UNION ALL "
            "SELECT own.id, c.figure_a, c.relation, c.reasons "
            "FROM own JOIN comparisons c ON c.figure_b = own.id) "
            "SELECT met.relation, met.reasons, v.figure, v.said, v.indicator, v.place, "
            "v.population, v.period, v.source, v.title, v.document, v.sentence "
            "FROM met JOIN figure_overview v ON v.figure = met.other "
            "ORDER BY met.own, v.period_earliest, v.figure",
            (json.dumps(sorted(figures)),),
        )
    )
    return [{**row, "reasons": json.loads(row["reasons"])} for row in found]


def _compared(row: Row, lang: Lang) -> Line:
    reasons = "; ".join(word("reason", reason, lang) for reason in row["reasons"])
    relation = word("relation", row["relation"], lang)
    text = f"{_cited(row, lang)}{f' ({reasons})' if reasons else ''}"
    # What goes by another name is recognised by its sentence, which a reader must be able to judge.
    if _RETOLD in row["reasons"]:
        text += f": ‘{_one_line(row['sentence'])}’"
    return Line(relation, text, row["figure"])


def _cited(row: Row, lang: Lang) -> str:
    """A figure in one line: its words, what it is about, when, and who says so."""
    parts = [
        f"‘{_one_line(row['said'])}’",
        row["indicator"],
        row["period"] or _no_period(lang),
        row["source"] or row["title"],
    ]
    return ", ".join(part for part in parts if part)


def _judgements(db: sqlite3.Connection, figure: str) -> list[Row]:
    return rows(
        db.execute(
            "SELECT r.id, 'verdict' AS family, r.verdict AS kind, m.rank, m.reason, "
            "r.explanation_nl, r.explanation_en FROM reconciliation_members m "
            "JOIN reconciliations r ON r.id = m.reconciliation WHERE m.figure = :f "
            "UNION ALL SELECT n.id, 'finding', n.kind, NULL, m.part, n.explanation_nl, "
            "n.explanation_en FROM finding_members m JOIN findings n ON n.id = m.finding "
            "WHERE m.figure = :f ORDER BY 2 DESC, 1",
            {"f": figure},
        )
    )


def _judgement(row: Row, lang: Lang) -> Line:
    head = word(row["family"], row["kind"], lang)
    if row["rank"] and row["rank"] != "normal":
        head += f" ({word('rank', row['rank'], lang)})"
    return Line(head, row[f"explanation_{lang}"], row["id"])


# ── a group or finding ────────────────────────────────────────────────────────────────────────


def _group(db: sqlite3.Connection, table: str, group: str, lang: Lang) -> Explanation:
    stored = rows(db.execute(f"SELECT * FROM {table} WHERE id = ?", (group,)))[0]
    if table == "reconciliations":
        members, column, note = "reconciliation_members", "reconciliation", "rank"
        kind = word("verdict", stored["verdict"], lang)
    else:
        members, column, note = "finding_members", "finding", "part"
        kind = word("finding", stored["kind"], lang)
    figures = rows(
        db.execute(
            f"SELECT m.{note} AS note, v.* FROM {members} m JOIN figure_overview v "
            f"ON v.figure = m.figure WHERE m.{column} = ? "
            "ORDER BY v.period_earliest, v.published, v.figure",
            (group,),
        )
    )
    periods = _periods(db, group)
    notes = _decisions(db, group)
    since = _changes(db, group, notes)
    elsewhere = _elsewhere(db, {row["figure"] for row in figures})
    sections = (
        Section(_pick(lang, "Oordeel", "Verdict"), (Line(kind, stored[f"explanation_{lang}"]),)),
        Section(
            _pick(lang, "Per periode", "Per period"),
            tuple(_outcome(row, stored, lang) for row in periods),
        ),
        Section(
            _pick(lang, "De cijfers", "The figures"),
            tuple(_member(row, table, since.get(row["figure"]), lang) for row in figures),
        ),
        Section(
            _pick(lang, "Elders, onder een andere naam", "Elsewhere, under another name"),
            tuple(_compared(row, lang) for row in elsewhere),
        ),
        Section(
            _pick(lang, "Wat een mens erover besliste", "What a person decided about it"),
            tuple(_decision(row, lang) for row in notes),
        ),
    )
    place = db.execute("SELECT name FROM entities WHERE id = ?", (stored["place"],)).fetchone()
    about = [stored.get("topic"), place and place[0]]
    return Explanation(
        id=group,
        title=": ".join([kind, ", ".join(str(part) for part in about if part)]).rstrip(": "),
        quote=quote_of(db, telling(db, [row["figure"] for row in figures])) if figures else None,
        sections=tuple(section for section in sections if section.lines),
        data={
            table.removesuffix("s"): stored,
            "figures": figures,
            "periods": periods,
            "elsewhere": elsewhere,
            "notes": notes,
        },
    )


def _elsewhere(db: sqlite3.Connection, group: set[str]) -> list[Row]:
    """The figures of other groups by which other texts tell what figures of this one tell."""
    found = {
        row["figure"]: row
        for row in _comparisons(db, group)
        if _RETOLD in row["reasons"] and row["figure"] not in group
    }
    return list(found.values())


def _periods(db: sqlite3.Connection, group: str) -> list[Row]:
    """What a group comes to in each period; findings have none."""
    return rows(
        db.execute(
            "SELECT p.*, i.label FROM reconciliation_periods p "
            "JOIN indicators i ON i.id = p.indicator WHERE p.reconciliation = ? ORDER BY position",
            (group,),
        )
    )


def _outcome(row: Row, group: Row, lang: Lang) -> Line:
    unit = group["unit"]
    found = span(row["low"], row["high"], unit, lang)
    if row["value"] is not None:
        found = amount(row["value"], unit, lang)
    voices = _pick(lang, "{} bronnen", "{} sources").format(row["voices"])
    about = [row["label"], row["population"], voices if row["voices"] > 1 else None]
    return Line(
        row["period"] or _no_period(lang),
        f"{found} ({', '.join(part for part in about if part)})",
    )


def _member(row: Row, table: str, change: Change | None, lang: Lang) -> Line:
    family = "rank" if table == "reconciliations" else "part"
    label = word(family, row["note"], lang)
    if change is not None:
        label = f"{label}, {word('change', change, lang)}"
    return Line(label, _cited(row, lang), row["figure"])


# ── what a person decided ─────────────────────────────────────────────────────────────────────


def _decisions(db: sqlite3.Connection, group: str) -> list[Row]:
    return rows(
        db.execute(
            "SELECT value, decided_by, decided_at, state, subject, new_figures, changed_figures, "
            "gone_figures FROM decision_overview WHERE kind = 'verdict' AND subject = ? "
            "AND undone_at IS NULL ORDER BY decided_at, decision",
            (group,),
        )
    )


def _changes(db: sqlite3.Connection, group: str, decided: list[Row]) -> dict[str, Change]:
    """The figures of a group that the last decision about it was not about."""
    if not decided or decided[-1]["state"] != "again":
        return {}
    (stored,) = db.execute(
        "SELECT figures FROM decisions WHERE kind = 'verdict' AND subject = ? "
        "AND undone_at IS NULL ORDER BY decided_at DESC, id DESC LIMIT 1",
        (group,),
    ).fetchone()
    return changes(json.loads(stored), readings(db, group))


def _decision(row: Row, lang: Lang) -> Line:
    text = str(row["value"])
    if row["state"] == "again":
        asked = _pick(lang, "opnieuw gevraagd, want sindsdien", "asked again, for since then")
        text += f" ({asked}: {changed_since(row, lang)})"
    return Line(f"{row['decided_by']}, {row['decided_at'][:10]}", text)
