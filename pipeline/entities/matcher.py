"""Finding known names in a line: longest first, with the rules for capitals and hyphens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.entities.gazetteer import PLACES, Gazetteer, Name
from pipeline.entities.rules import Rules
from pipeline.entities.words import Line, fold


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` up to ``last`` (exclusive) of a line that read like known names.

    ``inside`` is true for a place within the name of something else (Drenthe in GGZ Drenthe).
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    names: tuple[Name, ...]
    inside: bool = False


def find_matches(line: Line, gazetteer: Gazetteer, rules: Rules) -> Iterator[Match]:
    """Yield the known names of a line, from left to right; each may still be something else."""
    index, size = 0, len(line.words)
    while index < size:
        match = _longest(line, index, gazetteer, rules)
        if match is None:
            index += 1
            continue
        yield match
        if not any(name.sort in PLACES for name in match.names):
            yield from _within(line, match, gazetteer, rules)
        index = match.last


def _longest(
    line: Line, first: int, gazetteer: Gazetteer, rules: Rules, limit: int = 99
) -> Match | None:
    words = line.words
    reach = min(gazetteer.longest.get(words[first].key, 0), len(words) - first, limit)
    for length in range(reach, 0, -1):
        key = tuple(word.key for word in words[first : first + length])
        names = gazetteer.index.get(key)
        if names is None:
            continue
        start, end = words[first].start, words[first + length - 1].end
        offset = line.start
        surface = line.text[start - offset : end - offset]
        fitting = tuple(name for name in names if spelled_like(name, surface))
        fitting = tuple(
            name
            for name in fitting
            if _free_of_hyphens(line, first, first + length, name, gazetteer, rules)
        )
        if fitting:
            return Match(line.number, first, first + length, start, end, fitting)
    return None


def _within(line: Line, outer: Match, gazetteer: Gazetteer, rules: Rules) -> Iterator[Match]:
    for first in range(outer.first, outer.last):
        match = _longest(line, first, gazetteer, rules, outer.last - first)
        if match is None or (match.first == outer.first and match.last == outer.last):
            continue
        names = tuple(name for name in match.names if name.sort in PLACES)
        if names:
            yield Match(match.line, match.first, match.last, match.start, match.end, names, True)


def spelled_like(name: Name, surface: str) -> bool:
    """Say whether capitals stand where the name has them.

    Capitals must stay, for 'nam' is not the NAM. Others may be added where a word begins, in an
    abbreviation (NJi as NJI) and in a line of capitals. Laws are often written small (jeugdwet).
    """
    if name.sort == "law" and name.kind != "abbreviation":
        return True
    given = [letter for letter in name.text if letter.isalnum()]
    seen = [
        (letter, place == 0 or not surface[place - 1].isalnum())
        for place, letter in enumerate(surface)
        if letter.isalnum()
    ]
    abbreviation = sum(letter.isupper() for letter in given) > 1 and " " not in name.text
    for wanted, (letter, begins) in zip(given, seen, strict=False):
        if wanted.isupper() and not letter.isupper():
            return False
        added = letter.isupper() and not wanted.isupper()
        if added and not (begins or abbreviation or surface.isupper()):
            return False
    return True


def _free_of_hyphens(
    line: Line, first: int, last: int, name: Name, gazetteer: Gazetteer, rules: Rules
) -> bool:
    """Refuse 'Amsterdam' in 'Nieuw-Amsterdam' and 'Bergen' in 'Bergen-Belsen'.

    A road between two known places (Breda-Tilburg) and a part of a place (Assen-Oost) pass.
    """
    if name.sort not in PLACES:
        return True
    words = line.words
    parts = rules.cues["place.parts"]
    if first >= 2 and line.key(first - 1) == "-" and line.glued(first) and line.glued(first - 1):
        left = words[first - 2]
        if left.key in parts:
            # 'Zuid-Amerikaans' is not American; 'Zuid-Limburg' lies in Limburg, 'Zuid-China' in
            # China, but 'Noord-Ierland' is no part of Ireland.
            part = name.sort == "country" and name.kind not in {"adjective", "inhabitant"}
            apart = fold(name.text) in rules.cues["place.not_in_part"]
            return name.sort in {"province", "region"} or (part and not apart)
        if left.capital and (left.key,) not in gazetteer.index:
            return False
    if last + 1 < len(words) and line.key(last) == "-" and line.glued(last):
        right = words[last + 1]
        if line.glued(last + 1) and right.capital and right.key not in parts:
            return right.acronym or (right.key,) in gazetteer.index
    return True
