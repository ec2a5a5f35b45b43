"""Parties that no list has, in brackets behind somebody in office: 'wethouder Bos (DUS Weert)'.

What stands there with a capital is the party, unless it is what the office is about ('(Jeugd)'),
a place or a known name. From then on the name is that party wherever the text has it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, by_word, hit_at, surface
from pipeline.entities.words import Line, slug
from pipeline.records import Entity

_LONGEST = 4  # words

Key = tuple[str, ...]


def find_parties(
    lines: Sequence[Line], known: Sequence[Hit], gazetteer: Gazetteer, rules: Rules, taken: Taken
) -> tuple[tuple[Hit, ...], tuple[Entity, ...]]:
    """Return the mentions of such parties and the parties."""
    at = by_word(known)
    entities: dict[Key, Entity] = {}
    for hit in known:
        if hit.kind != "person" or not holds_office(lines[hit.line], hit, rules):
            continue
        span = _in_brackets(lines[hit.line], hit.last, at, rules)
        if span is not None:
            name = surface(lines[hit.line], *span)
            key = tuple(lines[hit.line].key(index) for index in range(*span))
            entities.setdefault(key, Entity(f"party:{slug(name)}", "party", name))
    hits = tuple(
        hit_at(
            line,
            first,
            first + len(key),
            kind="party",
            entity=entities[key].id,
            method="exact",
            score=0.75,
        )
        for line, first, key in _everywhere(lines, entities.keys(), taken)
    )
    new = tuple(e for e in entities.values() if e.id not in gazetteer.by_id)
    return hits, new


def holds_office(line: Line, hit: Hit, rules: Rules) -> bool:
    """Whether the word before a person is an office for which people are elected or chosen."""
    word = line.words[hit.first - 1] if hit.first else None
    role = rules.role_of(word.key) if word is not None and word.letters else None
    return role is not None and role.lemma in rules.cues["party.offices"]


def _in_brackets(
    line: Line, index: int, at: Mapping[tuple[int, int], Hit], rules: Rules
) -> tuple[int, int] | None:
    first = last = index + 1
    if line.key(index) != "(" or first >= len(line.words):
        return None
    while last < len(line.words) and line.key(last) != ")" and last - first <= _LONGEST:
        last += 1
    words = line.words[first:last]
    if line.key(last) != ")" or not 0 < len(words) <= _LONGEST:
        return None
    if not words[0].capital or not all(word.letters or word.text == "-" for word in words):
        return None
    known = all((line.number, n) in at for n in range(first, last))
    word = words[0]
    # 'Jeugd en Zorg' is what the office is about, 'Ons Assen' a party.
    topic = word.key in rules.cues["person.never"] and not word.acronym
    if known or (topic and (len(words) == 1 or words[1].key == "en")):
        return None
    # A word alone may be anything: 'wethouder Bos (Wonen)', but 'wethouder Bos (DUS)'.
    return (first, last) if len(words) > 1 or word.acronym else None


def _everywhere(
    lines: Sequence[Line], named: Collection[Key], taken: Taken
) -> Iterator[tuple[Line, int, Key]]:
    by_first = {key[0]: key for key in named}
    for line in lines:
        for index, word in enumerate(line.words):
            key = by_first.get(word.key, ())
            last = index + len(key)
            if not key or not word.capital or not taken.free(line.number, index, last):
                continue
            if tuple(line.key(n) for n in range(index, last)) == key:
                yield line, index, key
