"""Names and subjects that are known beforehand, and those that documents add to them.

Both are upserts that do not depend on the order of documents: what the knowledge files say wins,
and where two documents describe the same name differently, the smaller text is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from pipeline.records import Alias, Entity, Indicator
from pipeline.store.transaction import transaction

_ENTITY_COLUMNS = (
    "kind",
    "name",
    "official_name",
    "code",
    "parent",
    "valid_from",
    "valid_to",
    "successor",
)
_INDICATOR_COLUMNS = ("label", "topic", "unit", "population", "parent", "definition")

_REFERENCES = (
    ("mentions", "entity"),
    ("roles", "person"),
    ("roles", "party"),
    ("roles", "place"),
    ("roles", "organisation"),
    ("figures", "place"),
    ("figures", "speaker"),
    ("entities", "parent"),
    ("entities", "successor"),
    ("reconciliations", "place"),
    ("findings", "place"),
)


def seed_knowledge(
    db: sqlite3.Connection,
    entities: Iterable[Entity],
    aliases: Iterable[Alias],
    indicators: Iterable[Indicator] = (),
    *,
    fingerprint: str,
) -> bool:
    """Write the known names and subjects, unless those of this fingerprint are there already.

    Returns True when something was written. One transaction: a base never holds half of them.

    Raises:
        ValueError: an entity or alias refers to an entity that is not among them.
    """
    stored = db.execute("SELECT value FROM settings WHERE name = 'knowledge'").fetchone()
    if stored and stored[0] == fingerprint:
        return False
    entities, aliases, indicators = tuple(entities), tuple(aliases), tuple(indicators)
    _check_references(entities, aliases)
    with transaction(db):
        # What left the files stays only while documents refer to it.
        db.execute("UPDATE entities SET origin = 'text' WHERE origin = 'knowledge'")
        db.execute("DELETE FROM aliases WHERE document IS NULL")
        _upsert_known_entities(db, entities)
        for entity in _with_origin_text(db):
            prune_entity(db, entity)
        db.executemany(
            "INSERT INTO aliases (entity, alias, kind, origin) VALUES (?, ?, ?, ?)",
            ((a.entity, a.alias, a.kind, a.origin) for a in aliases),
        )
        upsert_indicators(db, indicators)
        db.execute("INSERT OR REPLACE INTO settings VALUES ('knowledge', ?)", (fingerprint,))
    return True


def _check_references(entities: tuple[Entity, ...], aliases: tuple[Alias, ...]) -> None:
    known = {entity.id for entity in entities}
    for entity in entities:
        for other in (entity.parent, entity.successor):
            if other is not None and other not in known:
                raise ValueError(f"entity {entity.id} refers to {other}, which does not exist")
    for alias in aliases:
        if alias.entity not in known:
            raise ValueError(f"alias {alias.alias!r} is of {alias.entity}, which does not exist")


def _with_origin_text(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT id FROM entities WHERE origin = 'text'")]


def _entity_values(entity: Entity, origin: str) -> tuple[str | None, ...]:
    return (entity.id, *(getattr(entity, name) for name in _ENTITY_COLUMNS), origin)


def _upsert_known_entities(db: sqlite3.Connection, entities: tuple[Entity, ...]) -> None:
    names = ", ".join(_ENTITY_COLUMNS)
    marks = ", ".join("?" * (len(_ENTITY_COLUMNS) + 2))
    changes = ", ".join(f"{name} = excluded.{name}" for name in (*_ENTITY_COLUMNS, "origin"))
    db.executemany(
        f"INSERT INTO entities (id, {names}, origin) VALUES ({marks}) "
        f"ON CONFLICT (id) DO UPDATE SET {changes}",
        (_entity_values(entity, "knowledge") for entity in entities),
    )


def _smaller(table: str, name: str) -> str:
    return (
        f"{name} = min(coalesce({table}.{name}, excluded.{name}), "
        f"coalesce(excluded.{name}, {table}.{name}))"
    )


def upsert_found_entities(db: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Add the entities that a document named and no knowledge file has."""
    names = ", ".join(_ENTITY_COLUMNS)
    marks = ", ".join("?" * (len(_ENTITY_COLUMNS) + 2))
    changes = ", ".join(_smaller("entities", name) for name in _ENTITY_COLUMNS)
    db.executemany(
        f"INSERT INTO entities (id, {names}, origin) VALUES ({marks}) "
        f"ON CONFLICT (id) DO UPDATE SET {changes} WHERE entities.origin = 'text'",
        (_entity_values(entity, "text") for entity in entities),
    )


def prune_entity(db: sqlite3.Connection, entity: str) -> None:
    """Delete an entity found in texts to which nothing refers any more, with its aliases."""
    unused = " AND ".join(
        f'NOT EXISTS (SELECT 1 FROM {table} WHERE "{column}" = :entity)'
        for table, column in _REFERENCES
    )
    deleted = db.execute(
        f"DELETE FROM entities WHERE id = :entity AND origin = 'text' AND {unused}",
        {"entity": entity},
    )
    if deleted.rowcount:
        db.execute("DELETE FROM aliases WHERE entity = ?", (entity,))


def upsert_indicators(db: sqlite3.Connection, indicators: Iterable[Indicator]) -> None:
    """Add indicators; a known one replaces what was there, a derived one completes it."""
    names = ", ".join(_INDICATOR_COLUMNS)
    marks = ", ".join("?" * (len(_INDICATOR_COLUMNS) + 2))
    known = ", ".join(f"{name} = excluded.{name}" for name in (*_INDICATOR_COLUMNS, "known"))
    derived = ", ".join(_smaller("indicators", name) for name in _INDICATOR_COLUMNS)
    insert = f"INSERT INTO indicators (id, {names}, known) VALUES ({marks}) ON CONFLICT (id) "
    for indicator in indicators:
        values = (
            indicator.id,
            *(getattr(indicator, name) for name in _INDICATOR_COLUMNS),
            int(indicator.known),
        )
        if indicator.known:
            db.execute(f"{insert} DO UPDATE SET {known}", values)
        else:
            db.execute(f"{insert} DO UPDATE SET {derived} WHERE indicators.known = 0", values)


def prune_indicator(db: sqlite3.Connection, indicator: str) -> None:
    """Delete an indicator derived from texts that no figure has any more."""
    db.execute(
        "DELETE FROM indicators WHERE id = ? AND known = 0 "
        "AND NOT EXISTS (SELECT 1 FROM figures WHERE indicator = indicators.id)",
        (indicator,),
    )
