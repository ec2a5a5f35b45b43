"""The names that are known beforehand: places, parties, organisations and laws.

Read from the TSV files in ``models/knowledge``; every row is checked, so that a code that leads
nowhere is reported with its file and line. Loading takes a fraction of a second and needs no
language model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.entities.words import fold
from pipeline.knowledge import Row, read_tsv
from pipeline.records import PLACE_KINDS, Alias, Entity

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_NEEDS = re.compile(r"(?:|capital|cue|document|after:\w+|NL|(?:PV|GM)\d+)\Z")
PLACES = frozenset(PLACE_KINDS)
"""The kinds of entities that are places."""
ALIAS_KINDS = frozenset(
    {
        "official",
        "usual",
        "short",
        "abbreviation",
        "former",
        "spelling",
        "nickname",
        "adjective",
        "inhabitant",
    }
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write one entity.

    ``kind`` is ``name`` for the usual name, else the alias kind. ``needs`` says what else must be
    seen before the letters count as this name (see ``models/knowledge/README.md``).
    """

    entity: str
    sort: str  # the entity's kind
    text: str
    kind: str
    needs: str = ""

    @property
    def method(self) -> str:
        """The method that a mention by this name has."""
        if self.kind in ("adjective", "inhabitant"):
            return self.kind
        return "exact" if self.kind in ("name", "official") else "alias"


@dataclass(frozen=True)
class Gazetteer:
    """All known entities and the forms in which they are looked up.

    A value object: build it once, share it, pickle it. ``areas`` gives for an entity the places in
    which it lies or works, itself included (GM0106 → GM0106, PV22, NL).
    """

    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]
    by_id: Mapping[str, Entity]
    index: Mapping[Key, tuple[Name, ...]]
    longest: Mapping[str, int]
    areas: Mapping[str, frozenset[str]]
    capitals: Mapping[str, str]

    def lookup(self, name: str) -> tuple[Entity, ...]:
        """Return the entities that a name, adjective or abbreviation may stand for.

        >>> [entity.id for entity in load_gazetteer().lookup("Utrecht")]
        ['GM0344', 'PV26']
        """
        found = dict.fromkeys(entry.entity for entry in self.index.get(key_of(name), ()))
        return tuple(self.by_id[entity] for entity in found)


def key_of(name: str) -> Key:
    """Return the words of a name in the form in which they are looked up."""
    return tuple(fold(piece) for piece in _PIECE.findall(name))


@cache
def load_gazetteer() -> Gazetteer:
    """Read all known names from the knowledge files.

    Raises:
        pipeline.knowledge.KnowledgeError: a row names a place, kind or condition that does not
            exist; the message gives file and line.
    """
    reader = _Reader()
    for row in read_tsv("countries.tsv", columns=("code", "name", "official_name", "origin")):
        reader.add(row, row["code"], "country", code=row["code"])
    for row in read_tsv("provinces.tsv", columns=("code", "name", "capital", "origin")):
        reader.add(row, row["code"], "province", code=row["code"], parent="NL")
        reader.capitals[row["code"]] = row["capital"]
    _read_municipalities(reader)
    for row in read_tsv("regions.tsv", columns=("id", "name", "provinces", "needs", "origin")):
        reader.add(row, row["id"], "region", areas=_split(row["provinces"]))
    for row in read_tsv("parties.tsv", columns=("id", "name", "place", "needs", "origin")):
        reader.add(row, row["id"], "party", areas=_split(row["place"]))
    columns = ("id", "name", "place", "needs", "origin")
    for row in read_tsv("organisations.tsv", columns=columns):
        reader.add(row, row["id"], "organisation", areas=_split(row["place"]))
    for row in read_tsv("laws.tsv", columns=("id", "name", "code", "origin")):
        reader.add(row, row["id"], "law", code=row["code"] or None)
    for row in read_tsv("aliases.tsv", columns=("entity", "alias", "kind", "needs", "origin")):
        reader.alias(row, row["alias"])
    for row in read_tsv("demonyms.tsv", columns=("entity", "form", "kind", "needs", "origin")):
        reader.alias(row, row["form"])
    return reader.finish()


def _read_municipalities(reader: _Reader) -> None:
    columns = ("code", "name", "official_name", "province", "valid_from", "valid_to", "successor")
    for row in read_tsv("municipalities.tsv", columns=(*columns, "needs", "origin")):
        successors = _split(row["successor"])
        reader.add(
            row,
            row["code"],
            "municipality",
            code=row["code"],
            parent=row["province"],
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
            # A municipality that was divided has no single successor.
            successor=successors[0] if len(successors) == 1 else None,
        )
        reader.links.extend((row, code) for code in successors)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


class _Reader:
    """Collects the rows of all files, then checks what they say about each other."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.aliases: list[Alias] = []
        self.names: dict[Key, list[Name]] = {}
        self.areas: dict[str, tuple[str, ...]] = {}
        self.capitals: dict[str, str] = {}
        self.links: list[tuple[Row, str]] = []

    def add(
        self,
        row: Row,
        identifier: str,
        kind: str,
        *,
        code: str | None = None,
        parent: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        successor: str | None = None,
        areas: tuple[str, ...] = (),
    ) -> None:
        if identifier in self.entities:
            row.fail(f"{identifier} stands here a second time")
        if not row["name"] or not row["origin"]:
            row.fail("a name and its origin are both needed")
        self.entities[identifier] = Entity(
            id=identifier,
            kind=kind,
            name=row["name"],
            official_name=row.cells.get("official_name") or None,
            code=code,
            parent=parent,
            valid_from=valid_from,
            valid_to=valid_to,
            successor=successor,
        )
        around = (*areas, *((parent,) if parent else ()))
        self.areas[identifier] = around
        self.links.extend((row, code) for code in around)
        self._index(row, Name(identifier, kind, row["name"], "name", row.cells.get("needs", "")))

    def alias(self, row: Row, text: str) -> None:
        entity = self.entities.get(row["entity"])
        if entity is None:
            row.fail(f"there is no entity {row['entity']}")
        if row["kind"] not in ALIAS_KINDS:
            row.fail(f"alias kind {row['kind']!r} is none of {', '.join(sorted(ALIAS_KINDS))}")
        self.aliases.append(Alias(entity.id, text, row["kind"], row["origin"]))
        self._index(row, Name(entity.id, entity.kind, text, row["kind"], row["needs"]))

    def _index(self, row: Row, name: Name) -> None:
        if not _NEEDS.match(name.needs):
            row.fail(f"condition {name.needs!r} is unknown")
        known = self.names.setdefault(key_of(name.text), [])
        if not any(other.entity == name.entity and other.text == name.text for other in known):
            known.append(name)

    def finish(self) -> Gazetteer:
        for row, code in self.links:
            if code not in self.entities:
                row.fail(f"there is no place {code}")
        longest: dict[str, int] = {}
        for key in self.names:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        return Gazetteer(
            entities=tuple(self.entities.values()),
            aliases=tuple(self.aliases),
            by_id=self.entities,
            index={key: tuple(self._current_first(names)) for key, names in self.names.items()},
            longest=longest,
            areas={identifier: frozenset(self._around(identifier)) for identifier in self.entities},
            capitals=self.capitals,
        )

    def _current_first(self, names: list[Name]) -> Iterator[Name]:
        """A municipality that exists hides a former one that is written the same way.

        Municipalities come first: without further evidence, Utrecht is the city.
        """
        current = any(name.sort == "municipality" and not self._former(name) for name in names)
        for name in sorted(
            names, key=lambda name: (self._former(name), name.sort != "municipality")
        ):
            if not (self._former(name) and current):
                yield name

    def _former(self, name: Name) -> bool:
        return self.entities[name.entity].valid_to is not None

    def _around(self, identifier: str) -> Iterator[str]:
        yield identifier
        for area in self.areas.get(identifier, ()):
            yield from self._around(area)
