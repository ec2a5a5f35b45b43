"""Who and where: entities, their names, mentions and roles."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.issues import Issue

PLACE_KINDS = ("place", "municipality", "province", "region", "country")
"""The kinds of entities that are places, the narrowest first."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A place, party, organisation, person or law.

    ``id`` is stable: ``GM0106``, ``PV22``, ``NL``, ``party:sp``, ``org:accare``, ``law:jeugdwet``,
    ``person:jan-broekema``, ``region:…``, ``place:lariks-gm0106``.
    """

    id: str
    kind: str  # municipality province country region place party organisation person law
    name: str
    official_name: str | None = None
    code: str | None = None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another way to write an entity's name, and where that is known from."""

    entity: str
    alias: str
    kind: str  # official abbreviation former adjective inhabitant misspelling …
    origin: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text (view offsets; the name alone: 'Assen' in 'gemeente Assen')."""

    start: int
    end: int
    surface: str
    kind: str
    entity: str | None
    method: str  # exact alias adjective inhabitant fuzzy model coreference person
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is: 'wethouder Jan Broekema (SP) van de gemeente Assen' (view offsets)."""

    person: str
    role: str
    party: str | None
    place: str | None
    organisation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """All that the entity stage finds in one document.

    ``found`` holds the entities that no knowledge file has (persons, new organisations) and
    ``aliases`` the forms learnt from this text (a misspelling, a surname).
    """

    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    found: tuple[Entity, ...]
    aliases: tuple[Alias, ...] = ()
    issues: tuple[Issue, ...] = ()
