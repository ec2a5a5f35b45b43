"""The organisation that a hyphen joins to a role: 'Apple-topman', 'Beter Bed-directeur'.

Of a party or a place that is known it is read where roles are (SP-wethouder); here it is a name
that no list has, and the compound is all that shows it to be one.
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.entities.rules import Rules
from pipeline.entities.words import Line

# The first word of a sentence has a capital anyhow; one of these may be part of the name.
_NAMING = frozenset({"ADJ", "NOUN", "PROPN"})


def employer_at(line: Line, index: int, rules: Rules, persons: Collection[str]) -> int | None:
    """Return where the name begins whose last word stands at ``index``, or None if it is none.

    ``persons`` are the surnames of the document, folded: 'Bos-woordvoerder' is about a person.
    """
    hyphen, role = index + 1, index + 2
    if line.key(hyphen) != "-" or not (line.glued(hyphen) and line.glued(role)):
        return None
    found = rules.role_of(line.key(role))
    if found is None or found.lemma not in rules.cues["role.employed"]:
        return None
    word = line.words[index]
    never = rules.cues["role.no_employers"] | rules.cues["person.never"]
    if word.key in never or word.key in persons or word.label in {"PERSON", "LOC"}:
        return None
    if not word.capital or (line.opens(index) and not word.acronym):
        return None
    return _first(line, index)


def _first(line: Line, index: int) -> int:
    first = index
    while first > 0:
        before = line.words[first - 1]
        opening = line.opens(first - 1) and before.pos not in _NAMING
        if not (before.letters and before.capital) or opening:
            break
        first -= 1
    return first
