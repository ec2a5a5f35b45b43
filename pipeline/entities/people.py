"""Telling persons apart: one entity for each, whichever way a document names them.

A full name makes the person; initials, a role with a surname, and later the surname alone refer to
it. Names merge within a document only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.entities.gazetteer import PLACES
from pipeline.entities.matcher import Match
from pipeline.entities.persons import PersonName, read_names
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, hit_at, surface
from pipeline.entities.words import Line, plain, slug
from pipeline.records import Alias, Entity

_CALLED = re.compile(r"^[^()]*\((\w+)\)\s*")  # 'S.M. (Sanne) van Ginneken' is Sanne van Ginneken


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a document: their mentions, entities and the surnames learnt from it."""

    hits: tuple[Hit, ...]
    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]


def find_people(
    lines: Sequence[Line],
    matches: Sequence[Match],
    rules: Rules,
    not_names: Collection[str] = (),
) -> People:
    """Find all persons of a document and link surnames to full names.

    What is one of ``not_names`` is no person, and gives no surname to look for.
    """

    def is_name(name: PersonName) -> bool:
        return plain(surface(lines[name.line], name.first, name.last)) not in not_names

    names = tuple(filter(is_name, read_names(lines, matches, rules)))
    names = tuple(filter(is_name, _completed(lines, names, matches, rules)))
    register = _Register(lines)
    for name in names:
        if name.full:
            register.full(name)
    hits = [register.hit(name) for name in names]
    hits.extend(_later(lines, names, matches, register))
    return People(tuple(hits), tuple(register.entities.values()), tuple(register.aliases()))


@dataclass(slots=True)
class _Register:
    """The persons of one document, by id and by surname (latest last)."""

    lines: Sequence[Line]
    entities: dict[str, Entity] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    spelling: dict[str, str] = field(default_factory=dict)

    def full(self, name: PersonName) -> str:
        """Return the person of a full name; 'J. Kramer' and 'Jan Kramer' are one."""
        line = self.lines[name.line]
        text = _CALLED.sub(r"\1 ", surface(line, name.first, name.last))
        last = surface(line, name.surname, name.last)
        known = self.by_surname.setdefault(slug(last), [])
        self.spelling.setdefault(slug(last), last)
        for other in known:
            known_as = self.entities[other].name
            alike = slug(known_as)[:1] == slug(text)[:1]
            if alike and ("." in text or "." in known_as):
                if "." in known_as and "." not in text:
                    self.entities[other] = Entity(other, "person", text)
                return other
        identifier = f"person:{slug(text)}"
        if identifier not in self.entities:
            self.entities[identifier] = Entity(identifier, "person", text)
        if identifier not in known:
            known.append(identifier)
        return identifier

    def surname(self, name: PersonName) -> tuple[str, bool]:
        """Return the person of a lone surname, and whether a fuller name was known."""
        text = surface(self.lines[name.line], name.first, name.last)
        known = self.by_surname.get(slug(text))
        if known:
            return known[-1], True
        identifier = f"person:{slug(text)}"
        self.entities[identifier] = Entity(identifier, "person", text[:1].upper() + text[1:])
        self.by_surname[slug(text)] = [identifier]
        self.spelling[slug(text)] = text
        return identifier, False

    def hit(self, name: PersonName) -> Hit:
        """Return the mention that a name is."""
        if name.full:
            entity, method = self.full(name), name.method
        else:
            entity, known = self.surname(name)
            method = "coreference" if known else name.method
        line = self.lines[name.line]
        return hit_at(
            line,
            name.first,
            name.last,
            kind="person",
            entity=entity,
            method=method,
            score=name.score,
        )

    def aliases(self) -> Iterator[Alias]:
        """Yield the surnames by which persons with a full name are also known."""
        for surname, known in self.by_surname.items():
            for identifier in known:
                if slug(self.entities[identifier].name) != surname:
                    yield Alias(identifier, self.spelling[surname], "surname", "document")


def _completed(
    lines: Sequence[Line], names: Sequence[PersonName], matches: Sequence[Match], rules: Rules
) -> Iterator[PersonName]:
    """Yield the names, and those that known surnames complete: 'Sybolt Kramer' for 'Kramer'.

    A capital word before a surname of the document is a given name that no list has; and what
    looks like a full name is a surname of two words where a fuller name shows it to be one.
    """
    taken = _words_of(names, matches)
    surnames = {slug(surface(lines[name.line], name.surname, name.last)) for name in names}
    # 'de Canadees Kramer' has no given name Canadees.
    known = taken | {
        (match.line, match.last - 1)
        for match in matches
        if any(name.sort == "country" for name in match.names)
        and lines[match.line].key(match.last - 1) not in rules.given_names
    }
    for name in names:
        whole = slug(surface(lines[name.line], name.first, name.last))
        yield replace(name, surname=name.first) if name.full and whole in surnames else name
    for line, first, last, _ in _surnames_in(lines, surnames, taken):
        if _is_given(line, first - 1, known, rules):
            yield PersonName(line.number, first - 1, first, last, 0.7)


def _later(
    lines: Sequence[Line],
    names: Sequence[PersonName],
    matches: Sequence[Match],
    register: _Register,
) -> Iterator[Hit]:
    """Yield the mentions by surname alone: 'Toch is Kramer blij'."""
    taken = _words_of(names, matches)
    for line, first, last, surname in _surnames_in(lines, set(register.by_surname), taken):
        yield hit_at(
            line,
            first,
            last,
            kind="person",
            entity=register.by_surname[surname][-1],
            method="coreference",
            score=0.8,
        )


def _words_of(names: Iterable[PersonName], matches: Iterable[Match]) -> set[tuple[int, int]]:
    """The words that are read already: persons, and known names other than places."""
    taken = {(name.line, index) for name in names for index in range(name.first, name.last)}
    return taken | {
        (match.line, index)
        for match in matches
        if any(name.sort not in PLACES for name in match.names)
        for index in range(match.first, match.last)
    }


def _surnames_in(
    lines: Sequence[Line], surnames: set[str], taken: set[tuple[int, int]]
) -> Iterator[tuple[Line, int, int, str]]:
    """Yield line, first, last and surname of each place where one of the surnames stands."""
    lengths = {surname: surname.count("-") + 1 for surname in sorted(surnames) if len(surname) > 2}
    starts = {surname.split("-")[0] for surname in lengths}
    for line in lines:
        index = 0
        while index < len(line.words):
            found = None
            if line.words[index].capital and slug(line.words[index].text) in starts:
                found = _surname_at(line, index, lengths, taken)
            if found is None:
                index += 1
                continue
            surname, last = found
            yield line, index, last, surname
            index = last


def _surname_at(
    line: Line, first: int, lengths: dict[str, int], taken: set[tuple[int, int]]
) -> tuple[str, int] | None:
    for surname, length in lengths.items():
        last = _end_of(line, first, surname, length)
        if last and not any((line.number, at) in taken for at in range(first, last)):
            return surname, last
    return None


def _is_given(line: Line, index: int, taken: set[tuple[int, int]], rules: Rules) -> bool:
    if index < 0 or (line.number, index) in taken:
        return False
    word = line.words[index]
    known = word.key in rules.cues["person.never"] or rules.role_of(word.key) is not None
    titles = word.key in rules.cues["person.titles"] | rules.cues["person.particles"]
    if known or titles or not word.letters or not word.capital or word.acronym:
        return False
    return not line.opens(index) or word.pos == "PROPN"


def _end_of(line: Line, first: int, surname: str, length: int) -> int | None:
    """Return where a surname of so many words ends when it begins at ``first``."""
    for last in range(first + length, min(first + length * 2, len(line.words)) + 1):
        if line.words[last - 1].capital and slug(surface(line, first, last)) == surname:
            whole = last == len(line.words) or not (
                line.key(last) == "-" and line.glued(last) and line.glued(last + 1)
            )
            return last if whole else None
    return None
