"""Tags of the words inside a name.

The recogniser of names sees that *Piet en Puk* is one and *Vilvoorde* a place where the tagger, in
a heading or a list, saw a conjunction or a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: The tag of each word of a name of several words.
PART: Final = "SPEC|deeleigen"
#: The tags of lone names: neuter for places, common for persons.
_LONE: Final = {"LOC": "N|eigen|ev|basis|onz|stan", "PERSON": "N|eigen|ev|basis|zijd|stan"}
# What a tagger says of a capitalised, and of a small word of a name that it did not recognise.
_CAPITAL: Final = ("N|soort", "ADJ|", "TW|rang", "LID|", "VZ|", "WW|")
_SMALL: Final = ("VG|neven", "VZ|", "LID|")


def settled(words: Sequence[str], tags: Sequence[str], label: str) -> dict[int, str]:
    """Return the tags that must be others, by the number of the word within the name.

    Of organisations only those are settled that begin with an adjective without its *e*: it is *het
    Vlaams Parlement*, but *het Vlaamse dorp*. Whether *Koninklijke* in *Koninklijke Academie* is a
    part of the name annotators themselves do not agree on.

    >>> settled(["Piet", "en", "Puk"], ["SPEC|deeleigen", "VG|neven", "SPEC|deeleigen"], "PERSON")
    {1: 'SPEC|deeleigen'}
    """
    capitals = [word[:1].isupper() for word in words]
    if len(words) == 1:
        lone = label in _LONE and capitals[0] and tags[0].startswith("N|soort")
        return {0: _LONE[label]} if lone else {}
    if label not in _LONE and not (all(capitals) and _is_bare_adjective(tags[0])):
        return {}
    return {
        place: PART
        for place, (capital, tag) in enumerate(zip(capitals, tags, strict=True))
        if tag.startswith(_CAPITAL if capital else _SMALL) and (capital or place)
    }


def _is_bare_adjective(tag: str) -> bool:
    """Whether a tag is that of an adjective without *e* (``ADJ|prenom|basis|zonder``)."""
    return tag.startswith("ADJ|") and tag.endswith("|zonder")
