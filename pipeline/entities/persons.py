"""Finding persons' names: after a role or title, after a given name or initials, or by the model.

'wethouder Jan Broekema', 'J.A. de Vries', 'mevrouw Van der Berg', 'zegt Anna Bos'. Later mentions
by surname alone are coreferences to the fullest name in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.entities.matcher import PLACES, Match
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, hit_at, surface
from pipeline.entities.words import Line, Word, slug
from pipeline.records import Alias, Entity

_MAX_WORDS = 10


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in a line; ``surname`` is the index at which the surname begins."""

    line: int
    first: int
    surname: int
    last: int
    score: float
    method: str = "exact"

    @property
    def full(self) -> bool:
        """Whether a given name or initials stand before the surname."""
        return self.surname > self.first


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a document: their mentions, entities and the surnames learnt from it."""

    hits: tuple[Hit, ...]
    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]


def find_people(lines: Sequence[Line], matches: Sequence[Match], rules: Rules) -> People:
    """Find all persons of a document and link surnames to full names."""
    labelled = any(word.label for line in lines for word in line.words)
    names: list[PersonName] = []
    for line in lines:
        if not line.shouting:
            reader = _Reader(line, matches, rules, labelled)
            names.extend(reader.names())
    return _link(lines, names, matches)


class _Reader:
    """Reads the names in one line."""

    def __init__(self, line: Line, matches: Sequence[Match], rules: Rules, labelled: bool) -> None:
        self.line = line
        self.rules = rules
        self.labelled = labelled
        own = [match for match in matches if match.line == line.number and not match.inside]
        self.known = {
            index
            for match in own
            if any(name.sort not in PLACES for name in match.names)
            and (match.last - match.first > 1 or any(not name.needs for name in match.names))
            for index in range(match.first, match.last)
        }
        self.places = {
            index
            for match in own
            if any(name.sort in PLACES for name in match.names)
            for index in range(match.first, match.last)
        }
        self.never = rules.cues["person.never"]
        self.particles = rules.cues["person.particles"]

    def names(self) -> Iterator[PersonName]:
        index = 0
        while index < len(self.line.words):
            name = self._at(index)
            if name is None:
                index += 1
            else:
                yield name
                index = name.last

    def _at(self, index: int) -> PersonName | None:
        word = self.line.words[index]
        if not word.capital or index in self.known:
            return None
        called = self._called(index)
        given = self._given(index)
        name = self._read(index, called=called, given=given)
        if name is None:
            return None
        first, surname, last = name
        if self.labelled and not called and not given:
            by_model = all(
                part.label == "PERSON" for part in self.line.words[first:last] if part.capital
            )
            if by_model and last - first > 1:
                return PersonName(self.line.number, first, surname, last, 0.85, "model")
            return None
        if called == "role":
            return PersonName(self.line.number, first, surname, last, 0.9)
        if given and surname > first:
            return PersonName(self.line.number, first, surname, last, 0.85)
        if called == "title":
            return PersonName(self.line.number, first, surname, last, 0.8)
        if called == "says" and surname > first:
            return PersonName(self.line.number, first, surname, last, 0.65)
        return None

    def _called(self, index: int) -> str:
        """What stands before a word and announces a person: a role, a title, a verb of saying."""
        before = index - 1
        while before >= 0 and self.line.key(before) in {".", ",", "-"}:
            before -= 1
        key = self.line.key(before)
        if key in self.rules.cues["person.titles"]:
            return "title"
        if before == index - 1 or self.line.key(index - 1) == ",":
            two = f"{self.line.key(before - 1)} {key}"
            if two in self.rules.cues["person.titles"]:
                return "title"
            if before == index - 1 and self._role_ends(before):
                return "role"
            if before == index - 1 and key in self.rules.cues["person.says"]:
                return "says"
        return ""

    def _role_ends(self, index: int) -> bool:
        word = self.line.words[index]
        if word.letters and self.rules.role_of(word.key) is not None:
            return True
        keys = [self.line.key(at) for at in range(index - 3, index + 1)]
        return " ".join(keys) in self.rules.roles or " ".join(keys[1:]) in self.rules.roles

    def _given(self, index: int) -> bool:
        word = self.line.words[index]
        if self._initial(index):
            return True
        if word.key not in self.rules.given_names or word.acronym:
            return False
        return not (self.line.opens(index) and index in self.places)

    def _initial(self, index: int) -> bool:
        word = self.line.words[index]
        short = len(word.text) == 1 or word.text in {"Th", "Chr", "Ph", "Joh", "IJ"}
        return word.letters and word.capital and short and self.line.key(index + 1) == "."

    def _read(self, first: int, *, called: str, given: bool) -> tuple[int, int, int] | None:
        """Read as many words as belong to the name: (first, begin of the surname, last)."""
        line, index = self.line, first
        while self._initial(index) and line.glued(index + 1):
            index += 2
        surname = index
        parts = 0
        while index < len(line.words) and index - first < _MAX_WORDS:
            after = self._particles(index, parts, surname > first, called)
            if after is None:
                break
            if after > index and parts == 0 and surname == first and not called:
                break
            if parts == 1 and surname == first:
                # The first word was the given name: 'Jan' in 'Jan van der Berg'.
                surname = index
            elif parts > 1 and after == index and not self._surname_goes_on(index):
                surname = index
            index = self._after_part(after)
            parts += 1
        if parts == 0:
            return None
        if parts == 1 and surname == first and not (called in {"role", "title"}):
            return None
        if parts == 1 and not given and called == "role" and self._is_not_name(first):
            return None
        return first, surname, index

    def _surname_goes_on(self, index: int) -> bool:
        # After a particle everything belongs to the surname: 'van der Berg Jansen'.
        return self.line.words[index - 2].key in self.particles if index >= 2 else False

    def _particles(self, index: int, parts: int, initials: bool, called: str) -> int | None:
        """Skip 'van der' and return the index of the capital word after it, or None."""
        line = self.line
        at = index
        while at < len(line.words) and at - index < 4 and line.key(at) in self.particles:
            at += 1
        if at == index:
            return at if self._part(at, parts) else None
        begins_as_particle = line.words[index].capital and parts == 0 and not initials
        if begins_as_particle and called not in {"role", "title"}:
            return None
        if not self._part(at, parts):
            # A particle may be a given name or surname itself ('Van', 'Ten') only with a name.
            return None
        if at in self.places and (parts > 1 or (parts == 1 and not initials)):
            lone = self.line.words[index - 1].key if index else ""
            if parts > 1 or lone not in self.rules.given_names:
                return None
        return at

    def _part(self, index: int, parts: int) -> bool:
        if index >= len(self.line.words) or index in self.known:
            return False
        word = self.line.words[index]
        if not (word.letters and word.capital) or len(word.text) < 2:
            return False
        if word.acronym or any(mark.isdigit() for mark in word.text) or word.key in self.never:
            return False
        if parts and self.rules.role_of(word.key) is not None:
            return False
        if word.label in {"ORG", "LOC"} and index in self.places:
            return False
        straight = parts and index in self.places and self.line.key(index - 1) not in self.particles
        return not (straight and not self._surname_like(word))

    def _surname_like(self, word: Word) -> bool:
        return word.label == "PERSON" or word.key in {"best", "hulst", "stein", "beek", "vries"}

    def _after_part(self, index: int) -> int:
        """Step past a word and what is glued to it by hyphens: 'Smit-de Boer', "D'Hondt"."""
        line = self.line
        index += 1
        while (
            index + 1 < len(line.words)
            and line.words[index].text in "-'’"
            and line.glued(index)
            and line.glued(index + 1)
        ):
            at = index + 1
            while at < len(line.words) and line.key(at) in self.particles and at < index + 4:
                at += 1
            if at >= len(line.words) or not line.words[at].letters:
                break
            if not line.words[at].capital:
                break
            index = at + 1
        return index

    def _is_not_name(self, index: int) -> bool:
        """After a role a lone capital may be a portfolio or a place: 'wethouder Jeugd'."""
        word = self.line.words[index]
        return (
            index in self.places
            or word.key in self.never
            or word.pos in {"VERB", "AUX", "ADP", "DET"}
            or self.line.opens(index)
            or word.label in {"ORG", "LOC", "MISC"}
        )


def _link(lines: Sequence[Line], names: Sequence[PersonName], matches: Sequence[Match]) -> People:
    """Merge names of one person: full names by spelling, surnames with the last full name."""
    entities: dict[str, Entity] = {}
    by_surname: dict[str, list[str]] = {}
    for name in names:
        if name.full:
            _register(lines, name, entities, by_surname)
    hits: list[Hit] = []
    for name in names:
        hits.append(_hit(lines, name, entities, by_surname))
    hits.extend(_later(lines, hits, matches, by_surname))
    aliases = [
        Alias(known[-1], _spelling(lines, surname, names), "surname", "document")
        for surname, known in by_surname.items()
        if known and slug(entities[known[-1]].name) != surname
    ]
    return People(tuple(hits), tuple(entities.values()), tuple(aliases))


def _spelling(lines: Sequence[Line], surname: str, names: Sequence[PersonName]) -> str:
    for name in names:
        text = surface(lines[name.line], name.surname, name.last)
        if slug(text) == surname:
            return text
    raise KeyError(surname)


def _register(
    lines: Sequence[Line],
    name: PersonName,
    entities: dict[str, Entity],
    by_surname: dict[str, list[str]],
) -> str:
    line = lines[name.line]
    full = surface(line, name.first, name.last)
    surname = slug(surface(line, name.surname, name.last))
    initial = slug(full)[:1]
    known = by_surname.setdefault(surname, [])
    for other in known:
        same_initial = entities[other].name[:1].casefold() == initial
        either_short = "." in full or "." in entities[other].name
        if same_initial and either_short:
            if "." in entities[other].name and "." not in full:
                entities[other] = Entity(other, "person", full)
            return other
    identifier = f"person:{slug(full)}"
    if identifier not in entities:
        entities[identifier] = Entity(identifier, "person", full)
        known.append(identifier)
    return identifier


def _hit(
    lines: Sequence[Line],
    name: PersonName,
    entities: dict[str, Entity],
    by_surname: dict[str, list[str]],
) -> Hit:
    line = lines[name.line]
    method = name.method
    if name.full:
        identifier = _register(lines, name, entities, by_surname)
    else:
        key = slug(surface(line, name.surname, name.last))
        known = by_surname.get(key)
        if known:
            identifier, method = known[-1], "coreference"
        else:
            text = surface(line, name.first, name.last)
            identifier = f"person:{slug(text)}"
            entities[identifier] = Entity(identifier, "person", text[:1].upper() + text[1:])
            by_surname[key] = [identifier]
    return hit_at(
        line,
        name.first,
        name.last,
        kind="person",
        entity=identifier,
        method=method,
        score=name.score,
    )


def _later(
    lines: Sequence[Line],
    hits: Iterable[Hit],
    matches: Sequence[Match],
    by_surname: dict[str, list[str]],
) -> Iterator[Hit]:
    """Yield the mentions by surname alone: 'Toch is Broekema blij'."""
    taken = {(hit.line, index) for hit in hits for index in range(hit.first, hit.last)}
    taken |= {
        (match.line, index)
        for match in matches
        if any(name.sort not in PLACES for name in match.names)
        for index in range(match.first, match.last)
    }
    lengths = {surname: surname.count("-") + 1 for surname in by_surname if len(surname) > 2}
    starts = {surname.split("-")[0] for surname in lengths}
    for line in lines:
        index = 0
        while index < len(line.words):
            step = 1
            if line.words[index].capital and slug(line.words[index].text) in starts:
                for surname, length in lengths.items():
                    last = _end_of(line, index, surname, length)
                    if last and not any((line.number, at) in taken for at in range(index, last)):
                        yield hit_at(
                            line,
                            index,
                            last,
                            kind="person",
                            entity=by_surname[surname][-1],
                            method="coreference",
                            score=0.8,
                        )
                        step = last - index
                        break
            index += step


def _end_of(line: Line, first: int, surname: str, length: int) -> int | None:
    """Return where a surname of so many words ends when it begins at ``first``."""
    for last in range(first + length, min(first + length * 2, len(line.words)) + 1):
        if line.words[last - 1].capital and slug(surface(line, first, last)) == surname:
            whole = last == len(line.words) or not (
                line.key(last) == "-" and line.glued(last) and line.glued(last + 1)
            )
            return last if whole else None
    return None
