"""A person's word on who a name is wins over the finders, in all that a document says of that name.

Where ‘Johannes Kuub’ is decided to be Jan Kuub, so is the ‘Kuub’ of the next sentence, and the
alderman that Johannes Kuub is said to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.entities.words import plain
from pipeline.records import Alias, Entity, EntityFacts, Mention, Role


def renamed(
    facts: EntityFacts, names: Mapping[str, Entity], *, known: Collection[str]
) -> EntityFacts:
    """Link the names that a person decided about, as they are written, to who they are.

    What the document itself took to be the same (a surname after a full name, a role) goes along,
    unless the surname alone was decided about. ``known`` are the ids in the knowledge files.
    """
    if not names:
        return facts
    moved = _moved(facts, names)
    mentions = tuple(_mention(mention, names, moved) for mention in facts.mentions)
    roles = tuple(role for each in facts.roles if (role := _role(each, moved)) is not None)
    used = {mention.entity for mention in mentions}
    used |= {end for role in roles for end in (role.person, role.organisation)}
    new = {entity.id: entity for entity in names.values() if entity.id not in known}
    found = {entity.id: entity for entity in facts.found}
    return replace(
        facts,
        mentions=mentions,
        roles=roles,
        found=tuple(each for each in (new | found).values() if each.id in used),
        aliases=tuple(_aliases(facts.aliases, moved)),
    )


def _moved(facts: EntityFacts, names: Mapping[str, Entity]) -> dict[str, Entity]:
    """Return who the entities that were found in this document are, by the names they go by."""
    found = {entity.id for entity in facts.found}
    said: dict[str, dict[str, Entity]] = {}
    for mention in facts.mentions:
        chosen = names.get(plain(mention.surface))
        if chosen is None or mention.entity not in found or mention.method == "coreference":
            continue
        said.setdefault(str(mention.entity), {})[chosen.id] = chosen
    # Of one whose names were decided to be two, neither is the other's surname.
    return {old: next(iter(new.values())) for old, new in said.items() if len(new) == 1}


def _mention(mention: Mention, names: Mapping[str, Entity], moved: Mapping[str, Entity]) -> Mention:
    chosen = names.get(plain(mention.surface))
    if chosen is not None:
        return replace(mention, entity=chosen.id, kind=chosen.kind, method="person", score=1.0)
    chosen = moved.get(mention.entity or "")
    return mention if chosen is None else replace(mention, entity=chosen.id, kind=chosen.kind)


def _role(role: Role, moved: Mapping[str, Entity]) -> Role | None:
    person = moved.get(role.person)
    if person is not None and person.kind != "person":
        return None  # only a person is an alderman
    organisation = moved.get(role.organisation or "")
    return replace(
        role,
        person=role.person if person is None else person.id,
        organisation=role.organisation if organisation is None else organisation.id,
    )


def _aliases(aliases: Sequence[Alias], moved: Mapping[str, Entity]) -> Iterator[Alias]:
    for alias in aliases:
        chosen = moved.get(alias.entity)
        yield alias if chosen is None else replace(alias, entity=chosen.id)
