"""Recognising a misspelt organisation or municipality: Accara for Accare, Hogeveen for Hoogeveen.

Only where the text announces such a name: in an enumeration with known organisations, after
'organisaties zoals', after 'stichting', after 'gemeente'. Ordinary words and persons never turn
into organisations. A weaker likeness passes only for an organisation that works where the document
is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, hit_at, surface
from pipeline.entities.words import Line, fold
from pipeline.records import Alias

_STRICT, _NEARBY = 86.0, 78.0
_SHORTEST = 5
_JOINERS = frozenset({",", "en", "of", "&"})
_SOUNDS = (("y", "j"), ("ij", "ei"), ("ph", "f"), ("c", "k"), ("z", "s"), ("h", ""))


@lru_cache(maxsize=8192)
def sound(text: str) -> str:
    """Return roughly how a name sounds, so that letters that are often confused count as one.

    >>> sound("Yorneo"), sound("Joneho")
    ('jorneo', 'joneo')
    """
    plain = re.sub(r"[^a-z]", "", fold(text))
    for written, said in _SOUNDS:
        plain = plain.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", plain)


def find_misspelt(
    lines: Sequence[Line],
    known: Sequence[Hit],
    gazetteer: Gazetteer,
    rules: Rules,
    taken: Taken,
) -> tuple[tuple[Hit, ...], tuple[Alias, ...]]:
    """Return the misspelt names and, for each, the alias that was learnt."""
    here = {
        area
        for hit in known
        if hit.entity and hit.kind in {"municipality", "province"}
        for area in gazetteer.areas.get(hit.entity, ())
    } - {"NL"}
    candidates = _Candidates(gazetteer, here)
    hits: list[Hit] = []
    aliases: dict[tuple[str, str], Alias] = {}
    for line in lines:
        if line.shouting:
            continue
        for first, last, sort in _suspects(line, known, rules, taken):
            text = surface(line, first, last)
            found = candidates.nearest(text, sort)
            if found is None:
                continue
            entity, likeness = found
            hits.append(
                hit_at(
                    line,
                    first,
                    last,
                    kind=sort,
                    entity=entity,
                    method="fuzzy",
                    score=round(likeness / 100 * 0.85, 2),
                )
            )
            aliases[entity, text] = Alias(entity, text, "misspelling", "document")
    return tuple(hits), tuple(aliases.values())


class _Candidates:
    """The names that a misspelt one is compared with."""

    def __init__(self, gazetteer: Gazetteer, here: set[str]) -> None:
        self.entities: dict[str, list[str]] = {"organisation": [], "municipality": []}
        self.sounds: dict[str, list[str]] = {"organisation": [], "municipality": []}
        for entity in gazetteer.entities:
            if entity.kind in self.sounds and len(entity.name) >= _SHORTEST:
                self.entities[entity.kind].append(entity.id)
                self.sounds[entity.kind].append(sound(entity.name))
        self.local = {
            entity.id for entity in gazetteer.entities if gazetteer.areas[entity.id] & here
        }

    def nearest(self, text: str, sort: str) -> tuple[str, float] | None:
        """Return the entity whose name sounds most alike, or None where none is near enough."""
        said = sound(text)
        if len(said) < _SHORTEST - 1:
            return None
        best = process.extract(said, self.sounds[sort], scorer=fuzz.ratio, limit=3)
        for _, likeness, place in best:
            entity = self.entities[sort][place]
            bar = _NEARBY if sort == "organisation" and entity in self.local else _STRICT
            if likeness >= bar:
                return entity, likeness
        return None


def _suspects(
    line: Line, known: Iterable[Hit], rules: Rules, taken: Taken
) -> Iterator[tuple[int, int, str]]:
    """Yield the unknown capital names that stand where a known sort of name is expected."""
    mine = [hit for hit in known if hit.line == line.number and not hit.inside]
    organisations = {hit.first for hit in mine if hit.kind == "organisation"}
    ends = {hit.last for hit in mine if hit.kind == "organisation"}
    index = 0
    while index < len(line.words):
        last = _run(line, index, rules, taken)
        if not last:
            index += 1
            continue
        if line.key(index - 1) == "gemeente":
            yield index, last, "municipality"
        elif _announced(line, index, rules) or _listed(line, index, last, organisations, ends):
            yield index, last, "organisation"
        index = last


def _run(line: Line, first: int, rules: Rules, taken: Taken) -> int:
    last = first
    while (
        last < len(line.words)
        and last - first < 4
        and line.words[last].letters
        and line.words[last].capital
        and taken.free(line.number, last, last + 1)
    ):
        last += 1
    if last == first or (line.opens(first) and last - first == 1):
        return 0
    words = line.words[first:last]
    if words[0].key in rules.given_names or words[0].key in rules.cues["person.never"]:
        return 0
    return last


def _announced(line: Line, first: int, rules: Rules) -> bool:
    """'organisaties zoals X', 'stichting X', and the later items of such a list."""
    heads = rules.cues["organisation.heads"]
    lists = rules.cues["organisation.lists"]
    at = first - 1
    if line.key(at) in heads | lists:
        return True
    steps = 0
    while at >= 0 and steps < 16:
        key, word = line.key(at), line.words[at]
        if key in {"zoals", "als", "waaronder", ":"}:
            return line.key(at - 1) in lists | heads
        if not (key in _JOINERS or word.capital):
            return False
        at -= 1
        steps += 1
    return False


def _listed(
    line: Line,
    first: int,
    last: int,
    starts: set[int],
    ends: set[int],
) -> bool:
    """Whether a known organisation stands beside the words in an enumeration."""
    return (line.key(first - 1) in _JOINERS and first - 1 in ends) or (
        line.key(last) in _JOINERS and last + 1 in starts
    )
