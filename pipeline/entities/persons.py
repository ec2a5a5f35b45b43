"""Reading persons' names: after a role or title, after a given name or initials, or by the model.

'wethouder Hans Kramer', 'J.A. de Vries', 'mevrouw Van der Berg', 'zegt Anna Bos', 'Bea Mulder
(D66)'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.entities.gazetteer import PLACES, Name
from pipeline.entities.matcher import Match
from pipeline.entities.rules import Rules
from pipeline.entities.words import Line, Word

_MAX_WORDS = 10
_LONGEST_SYLLABLE = 5  # letters: kyung, xiang
_LOUD = frozenset({"role", "title"})  # what announces even a lone surname


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


def read_names(
    lines: Sequence[Line], matches: Sequence[Match], rules: Rules
) -> tuple[PersonName, ...]:
    """Return the persons' names of a document that show themselves to be ones."""
    labelled = any(word.label for line in lines for word in line.words)
    by_line: dict[int, list[Match]] = {}
    for match in matches:
        if not match.inside:
            by_line.setdefault(match.line, []).append(match)
    return tuple(
        name
        for line in lines
        if not line.shouting
        for name in _Reader(line, by_line.get(line.number, ()), rules, labelled).names()
    )


def _words_of(matches: Iterable[Match], wanted: Callable[[Name], bool]) -> set[int]:
    """Return the words of a line that may belong to a name of some sort."""
    return {
        index
        for match in matches
        if any(map(wanted, match.names))
        for index in range(match.first, match.last)
    }


class _Reader:
    """Reads the names in one line."""

    def __init__(self, line: Line, own: Sequence[Match], rules: Rules, labelled: bool) -> None:
        self.line = line
        self.rules = rules
        self.labelled = labelled
        certain = [
            match
            for match in own
            if match.last - match.first > 1 or any(not name.needs for name in match.names)
        ]
        self.known = _words_of(certain, lambda name: name.sort not in PLACES)
        self.places = _words_of(own, lambda name: name.sort in PLACES)
        self.countries = _words_of(own, lambda name: name.sort == "country")
        self.parties = _words_of(own, lambda name: name.sort == "party")
        self.branches = {match.first for match in certain if match.first - 1 in self.parties} & (
            self.places
        )
        self.never = rules.cues["person.never"]
        self.particles = rules.cues["person.particles"]
        self.parts: dict[tuple[int, bool], bool] = {}

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
        if not word.capital or index in self.known or index in self.branches:
            # 'fractievoorzitter SP Hollands Kroon': a party's branch.
            return None
        called = self._called(index)
        given = self._given(index)
        if not given and self._is_label(index):
            return None
        if called == "role" and not given and self._given_follows(index):
            # 'directeur Publieke Gezondheid Nicole Bos': the name begins later.
            return None
        name = self._read(index, called=called)
        if name is None:
            return None
        first, surname, last = name
        if self.labelled and not called and not given and not self._shown_behind(last):
            return self._by_model(first, surname, last)
        if called == "role":
            return PersonName(self.line.number, first, surname, last, 0.9)
        if given and surname > first:
            return PersonName(self.line.number, first, surname, last, 0.85)
        if called == "title":
            return PersonName(self.line.number, first, surname, last, 0.8)
        if surname > first and (called == "says" or self._shown_behind(last)):
            return PersonName(self.line.number, first, surname, last, 0.65)
        return None

    def _is_label(self, index: int) -> bool:
        """A place or a generic noun before a name is no part of it: 'Italië Anna', 'Bank Chase'."""
        if index + 1 >= len(self.line.words):
            return False
        after = self.line.words[index + 1]
        if not (after.letters and after.capital):
            return False
        word = self.line.words[index]
        if index in self.countries:
            return True
        return self.line.opens(index) and self.rules.heads_organisation(word.key)

    def _by_model(self, first: int, surname: int, last: int) -> PersonName | None:
        """Trust the model's label on a full name, but not in a list of organisations."""
        words = [word for word in self.line.words[first:last] if word.capital]
        if last - first < 2 or any(word.label != "PERSON" for word in words):
            return None
        if self.line.words[first + 1].key in self.rules.given_names:
            # 'Fotograaf Erwin Bos': the name begins a word later.
            return None
        before, after = self.line.key(first - 1), self.line.key(last)
        listed = (before in {",", "en"} and first - 2 in self.known) or (
            after in {",", "en"} and last + 1 in self.known
        )
        return None if listed else PersonName(self.line.number, first, surname, last, 0.6, "model")

    def _shown_behind(self, last: int) -> bool:
        """'Loekie van Maaren (PvdA)', 'Truus Abma (46)'."""
        if self.line.key(last) != "(" or self.line.key(last + 2) != ")":
            return False
        inner = self.line.words[last + 1]
        return last + 1 in self.parties or (
            inner.text.isdigit() and 10 <= int(inner.text[:3]) < 120
        )

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
            if before == index - 1 and (self._role_ends(before) or self._member_ends(before)):
                return "role"
            if before in self.countries and before == index - 1:
                # 'correspondent Italië Anna Bos', 'meldt Italië Anna Bos'
                cues = self.rules.cues
                if self._role_ends(before - 1):
                    return "role"
                if self.line.key(before - 1) in cues["person.says"] | cues["organisation.reports"]:
                    return "says"
            if before == index - 1 and key in self.rules.cues["person.says"]:
                return "says"
        return ""

    def _role_ends(self, index: int) -> bool:
        word = self.line.words[index]
        if word.letters and self.rules.role_of(word.key) is not None:
            return True
        keys = [self.line.key(at) for at in range(index - 3, index + 1)]
        return " ".join(keys) in self.rules.roles or " ".join(keys[1:]) in self.rules.roles

    def _member_ends(self, index: int) -> bool:
        """The party's member before a name: "PvdA'er Ferd Bos"."""
        return (
            self.line.key(index) == "er" and self.line.glued(index) and (index - 2 in self.parties)
        )

    def _given(self, index: int) -> bool:
        word = self.line.words[index]
        if self._initial(index):
            return True
        if word.key not in self.rules.given_names or word.acronym:
            return False
        before = self.line.words[index - 1] if index else None
        if before is not None and (
            (before.key in self.rules.cues["person.not_after"] and not before.capital)
            or before.key in self.rules.cues["place.foreign_beginnings"]
            or before.text.isdigit()
        ):
            # 'de Jan van Galenstraat', 'San Gabriel', '27 Jan'.
            return False
        return not (self.line.opens(index) and index in self.places)

    def _given_follows(self, index: int) -> bool:
        for at in range(index + 1, min(index + 4, len(self.line.words) - 1)):
            word = self.line.words[at]
            if not (word.letters and word.capital):
                return False
            if word.key in self.rules.given_names and self.line.words[at + 1].text[0].isalpha():
                return True
        return False

    def _initial(self, index: int) -> bool:
        if index >= len(self.line.words):
            return False
        word = self.line.words[index]
        short = len(word.text) == 1 or word.text in {"Th", "Chr", "Ph", "Joh", "IJ"}
        return word.letters and word.capital and short and self.line.key(index + 1) == "."

    def _read(self, first: int, *, called: str) -> tuple[int, int, int] | None:
        """Read as many words as belong to the name: (first, begin of the surname, last)."""
        line, index = self.line, first
        while index - first < _MAX_WORDS and self._initial(index) and line.glued(index + 1):
            index += 2
        if index > first and self._called_by(index):
            index += 3  # 'S.M. (Sanne) van Ginneken'
        surname = index
        parts = 0
        while index < len(line.words) and index - first < _MAX_WORDS:
            after = self._particles(index, parts, surname > first, called)
            if after is None:
                break
            if after > index and parts == 0 and surname == first and not called:
                break
            # Given names stand first: 'Jan Peter' in 'Jan Peter van der Berg'.
            second = surname == index - 1 and line.words[surname].key in self.rules.given_names
            if (parts == 1 and surname == first) or (parts > 1 and second):
                surname = index
            index = self._after_part(after)
            parts += 1
        if parts == 0:
            return None
        # A lone name is a surname, and only where a role or title announces it.
        lone = parts == 1 and surname == first
        if lone and (called not in _LOUD or self._is_not_name(first, called)):
            return None
        if called not in _LOUD and self._street(line.words[index - 1]):
            return None
        return first, surname, index

    def _called_by(self, index: int) -> bool:
        """Whether a given name stands in brackets behind initials, as in formal letters."""
        if self.line.key(index) != "(" or self.line.key(index + 2) != ")":
            return False
        name = self.line.words[index + 1]
        return name.letters and name.capital and not name.acronym and index + 1 not in self.known

    def _street(self, word: Word) -> bool:
        """'Jan van Galenstraat' is no person."""
        return any(
            word.key.endswith(ending) and len(word.key) > len(ending) + 2
            for ending in self.rules.cues["place.street_endings"]
        )

    def _particles(self, index: int, parts: int, initials: bool, called: str) -> int | None:
        """Skip 'van der' and return the index of the capital word after it, or None."""
        line = self.line
        at = index
        while at < len(line.words) and at - index < 4 and line.key(at) in self.particles:
            at += 1
        if at == index:
            return at if self._part(at, parts) else None
        if line.key(index) == "in" and line.key(index + 1) != "'":
            # "Anna in 't Veld", but 'Anna in Amsterdam'.
            return None
        if line.words[index].capital and parts == 0 and not initials and called not in _LOUD:
            return None
        if not self._part(at, parts):
            return None
        before = line.key(index - 1)
        if parts > 1 and before not in self.rules.given_names:
            # 'Janet Henderson van de Politie': the name was complete before the particle.
            return None
        if parts == 1 and not initials and at in self.places:
            return at if before in self.rules.given_names else None
        return at

    def _part(self, index: int, parts: int) -> bool:
        """Whether a word may be part of a name, as the first or a later one."""
        key = (index, parts > 0)
        if key not in self.parts:
            self.parts[key] = self._may_be_part(index, parts)
        return self.parts[key]

    def _may_be_part(self, index: int, parts: int) -> bool:
        if index >= len(self.line.words) or index in self.known:
            return False
        word = self.line.words[index]
        if not (word.letters and word.capital) or len(word.text) < 2:
            return False
        if word.acronym or any(mark.isdigit() for mark in word.text) or word.key in self.never:
            return False
        after_particle = self.line.key(index - 1) in self.particles
        if after_particle and (self._branded(index) or self._of_organisation(index)):
            return False
        if self.rules.role_of(word.key) is not None and not after_particle:
            return False
        if word.label in {"ORG", "LOC"} and index in self.places:
            return False
        straight = parts and index in self.places and self.line.key(index - 1) not in self.particles
        return not (straight and not self._surname_like(word))

    def _of_organisation(self, index: int) -> bool:
        """Whether the model knows the word after 'van' as an organisation: 'Bos van Moondocs'."""
        if self.line.words[index].label != "ORG":
            return False
        at = index - 1
        while at > 0 and self.line.key(at) in self.particles:
            at -= 1
        return self.line.key(at) not in self.rules.given_names

    def _branded(self, index: int) -> bool:
        """Whether an abbreviation is glued to the word: 'Fox-IT'."""
        line = self.line
        if line.key(index + 1) != "-" or not (line.glued(index + 1) and line.glued(index + 2)):
            return False
        return index + 2 < len(line.words) and line.words[index + 2].acronym

    def _surname_like(self, word: Word) -> bool:
        surnames = self.rules.cues["person.surnames_of_places"]
        return word.label == "PERSON" or word.key in surnames

    def _after_part(self, index: int) -> int:
        """Step past a word and what is glued to it by hyphens: 'Smit-de Boer', "D'Hondt"."""
        line = self.line
        index += 1
        limit = index + _MAX_WORDS
        while (
            index + 1 < min(len(line.words), limit)
            and line.words[index].text in "-'’"
            and line.glued(index)
            and line.glued(index + 1)
        ):
            at = index + 1
            if line.words[index].text == "-" and self._syllable(at):
                index = at + 1
                continue
            while at < len(line.words) and line.key(at) in self.particles and at < index + 4:
                at += 1
            if at >= len(line.words) or not line.words[at].letters:
                break
            if not line.words[at].capital:
                break
            index = at + 1
        return index

    def _syllable(self, index: int) -> bool:
        """'Moon Jae-in', 'Chan Wai-ming', but not the noun in 'Bos-fan'."""
        word = self.line.words[index]
        noun = word.key in self.rules.cues["person.hyphened"]
        return word.label == "PERSON" and len(word.key) <= _LONGEST_SYLLABLE and not noun

    def _is_not_name(self, first: int, called: str) -> bool:
        """After a role a lone capital may be a portfolio or a place: 'wethouder Jeugd'."""
        index = first
        while self.line.key(index) in self.particles:
            index += 1
        word = self.line.words[index]
        if word.key in self.rules.given_names and called == "role":
            return True
        return (
            (index in self.places and index == first)
            or word.key in self.never
            or word.pos in {"VERB", "AUX", "ADP", "DET"}
            or self.line.opens(first)
            or word.label in {"ORG", "LOC", "MISC"}
        )
