"""The tables of the knowledge base: how a table, a column and a view are described.

Every definition carries its meaning in English (for ``docs/tables.md``) and in Dutch (for the
site), beside the SQL that it becomes, so that the three cannot drift apart. The definitions
themselves are in :mod:`tables_text <pipeline.store.tables_text>`, :mod:`tables_names
<pipeline.store.tables_names>`, :mod:`tables_facts <pipeline.store.tables_facts>`,
:mod:`tables_judgement <pipeline.store.tables_judgement>`, :mod:`tables_work
<pipeline.store.tables_work>` and :mod:`views <pipeline.store.views>`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its SQL type with constraints, and what it means.

    ``values`` closes the vocabulary (a CHECK); ``later`` are those of them that version 1 did not
    have. ``exported`` is False for what is true of one
    machine or one run only (absolute paths, clocks, run numbers). ``since`` is the schema version
    that introduced the column.
    """

    name: str
    type: str
    en: str
    nl: str
    values: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    json: bool = False
    exported: bool = True
    since: int = 1

    def sql(self) -> str:
        """Return the column definition as it stands in CREATE TABLE."""
        parts = [f'"{self.name}"', self.type]
        if self.values:
            quoted = ", ".join(f"'{value}'" for value in self.values)
            parts.append(f'CHECK ("{self.name}" IN ({quoted}))')
        if self.json:
            # json_valid(NULL) is 0 in older versions of SQLite, and NULL in newer ones.
            empty = "" if "NOT NULL" in self.type else f'"{self.name}" IS NULL OR '
            parts.append(f'CHECK ({empty}json_valid("{self.name}"))')
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: columns, table constraints, indexes (each a tuple of columns), and its meaning.

    ``later_indexes`` are those that version 1 did not have.
    """

    name: str
    title: str  # Dutch, for the site
    en: str
    nl: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    later_indexes: tuple[tuple[str, ...], ...] = ()
    hidden: bool = False  # on the site
    exported: bool = True
    order: tuple[str, ...] = ("id",)  # of exported rows

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    def create(self) -> tuple[str, ...]:
        """Return the statements that make this table and its indexes."""
        lines = [column.sql() for column in self.columns] + list(self.constraints)
        body = ",\n  ".join(lines)
        statements = [f"CREATE TABLE {self.name} (\n  {body}\n) STRICT"]
        for index in (*self.indexes, *self.later_indexes):
            names = "_".join(index)
            quoted = ", ".join(f'"{name}"' for name in index)
            statements.append(f"CREATE INDEX {self.name}_by_{names} ON {self.name} ({quoted})")
        return tuple(statements)


@dataclass(frozen=True, slots=True)
class View:
    """A view for people who do not want to join: its columns have a meaning but no type."""

    name: str
    title: str
    en: str
    nl: str
    columns: tuple[tuple[str, str, str], ...]  # name, English, Dutch
    select: str
    order: tuple[str, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return tuple(name for name, _, _ in self.columns)

    def create(self) -> str:
        """Return the statement that makes this view."""
        names = ", ".join(self.column_names)
        return f"CREATE VIEW {self.name} ({names}) AS\n{self.select.strip()}"


# ── vocabularies ──────────────────────────────────────────────────────────────────────────────

ZONE_KINDS = (
    "title",
    "heading",
    "byline",
    "dateline",
    "lead",
    "body",
    "question",
    "answer",
    "quote",
    "caption",
    "list",
    "table",
    "furniture",
)
PUBLISHED_METHODS = ("stated", "metadata", "inferred", "person", "unknown")
ENTITY_KINDS = (
    "municipality",
    "province",
    "country",
    "region",
    "party",
    "organisation",
    "person",
    "law",
    "place",
)
LATER_KINDS = ("place",)
MENTION_METHODS = (
    "exact",
    "alias",
    "adjective",
    "inhabitant",
    "fuzzy",
    "model",
    "coreference",
    "person",
)
HEDGES = ("none", "above", "below", "about", "at_least", "at_most", "range")
DIRECTIONS = ("up", "down")
TIME_KINDS = ("point", "span", "part", "duration", "set", "vague")
ANCHORED = ("absolute", "publication", "previous", "open")
PERIOD_KINDS = (
    "point",
    "month",
    "quarter",
    "half_year",
    "year",
    "school_year",
    "span",
    "open",
    "vague",
)
STATEMENTS = ("level", "change", "norm", "forecast", "target")
STANCES = ("asserts", "endorses", "asks", "denies", "hypothetical")
STATUSES = ("provisional", "revised", "definitive", "estimate")
RELATIONS = (
    "agree",
    "compatible",
    "revised",
    "different_period",
    "different_population",
    "different_definition",
    "different_unit",
    "conflict",
    "undetermined",
)
VERDICTS = ("consensus", "series", "range", "revised", "contested", "single_source")
RANKS = ("preferred", "normal", "deprecated")
FINDING_KINDS = (
    "arithmetic_ok",
    "arithmetic_error",
    "part_exceeds_whole",
    "unit_slip",
    "revision",
    "possible_conflict",
)
SEVERITIES = ("info", "warning", "error")
DECISION_KINDS = ("published", "alias", "verdict")


# ── what many tables share ────────────────────────────────────────────────────────────────────

NOT_EMPTY = 'CHECK ("end" > start)'
"""The constraint on every table with :func:`bounds`: a span has at least one character."""


def key(en: str, nl: str) -> Column:
    """Return the column ``id``: derived from content, so stable from run to run."""
    return Column("id", "TEXT NOT NULL PRIMARY KEY", en, nl)


def document(*, primary: bool = False) -> Column:
    """Return the column that names the document a row was found in."""
    suffix = " PRIMARY KEY" if primary else ""
    return Column(
        "document",
        f"TEXT NOT NULL{suffix} REFERENCES documents(id)",
        "The document it stands in.",
        "Het document waarin het staat.",
    )


def sentence(*, required: bool = False) -> Column:
    """Return the column that names the sentence a row was found in."""
    null = " NOT NULL" if required else ""
    return Column(
        "sentence",
        f"TEXT{null} REFERENCES sentences(id)",
        "The sentence it stands in.",
        "De zin waarin het staat.",
    )


def bounds(*, required: bool = True) -> tuple[Column, Column]:
    """Return ``start`` and ``end``, offsets in the original text of the document."""
    null = " NOT NULL" if required else ""
    return (
        Column(
            "start",
            f"INTEGER{null}",
            "First character in documents.text, counted from 0.",
            "Eerste teken in documents.text, geteld vanaf 0.",
        ),
        Column(
            "end",
            f"INTEGER{null}",
            "Character after the last one.",
            "Het teken na het laatste.",
        ),
    )


def span(*, required: bool = True) -> tuple[Column, ...]:
    """Return ``start``, ``end`` and ``surface``, which obey the invariant of the whole base."""
    null = " NOT NULL" if required else ""
    return (
        *bounds(required=required),
        Column(
            "surface",
            f"TEXT{null}",
            "The words themselves: substr(documents.text, start + 1, end - start).",
            "De woorden zelf: substr(documents.text, start + 1, end - start).",
        ),
    )


def interval() -> tuple[Column, ...]:
    """Return the value and the core and outer interval that its wording stands for."""
    return (
        Column(
            "value",
            "REAL",
            "The number as said, scaled (19,7 miljoen is 19700000); shares on 0 to 100.",
            "Het getal zoals gezegd, voluit (19,7 miljoen is 19700000); aandelen van 0 tot 100.",
        ),
        Column(
            "low",
            "REAL",
            "Lower bound of the core interval; null is unbounded.",
            "Ondergrens van het kerninterval; leeg is onbegrensd.",
        ),
        Column(
            "high",
            "REAL",
            "Upper bound of the core interval; null is unbounded.",
            "Bovengrens van het kerninterval; leeg is onbegrensd.",
        ),
        Column(
            "low_open",
            "INTEGER NOT NULL CHECK (low_open IN (0, 1))",
            "1 when the lower bound itself is excluded.",
            "1 als de ondergrens zelf niet meedoet.",
        ),
        Column(
            "high_open",
            "INTEGER NOT NULL CHECK (high_open IN (0, 1))",
            "1 when the upper bound itself is excluded.",
            "1 als de bovengrens zelf niet meedoet.",
        ),
        Column(
            "outer_low",
            "REAL",
            "Lower bound of the outer interval, for loose usage of the wording.",
            "Ondergrens van het ruime interval, voor los woordgebruik.",
        ),
        Column(
            "outer_high",
            "REAL",
            "Upper bound of the outer interval.",
            "Bovengrens van het ruime interval.",
        ),
    )
