"""Relations that follow from the rest of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: How the tags of names begin: of one word, of a part of several.
NAMES: Final = ("N|eigen", "SPEC|deeleigen")
#: The relations of words that belong together: of a name, and of others (*af en toe*).
PHRASE: Final = frozenset({"flat", "fixed"})
_PARTICIPLE: Final = {False: "amod", True: "acl"}


def settled(tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> dict[int, str]:
    """Return the relations that must be others, by the number of the word.

    ``heads`` are numbers of words too, a root being its own head.

    - Words that belong together are ``flat`` when one of them is a name (*Jansen en zonen*), else
      ``fixed`` (*af en toe*).
    - A participle before a noun is an ``acl`` when something depends on it (*de vorig jaar gesloten
      brug*), else an ``amod`` (*de gesloten brug*).

    >>> settled(["VZ|init", "VG|neven", "VZ|fin"], [0, 0, 0], ["advmod", "flat", "flat"])
    {1: 'fixed', 2: 'fixed'}
    """
    named: set[int] = set()
    governing: set[int] = set()
    for place, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if head != place and relation != "punct":
            governing.add(head)
        if relation in PHRASE and (tags[place].startswith(NAMES) or tags[head].startswith(NAMES)):
            named.add(head)
    found: dict[int, str] = {}
    for place, relation in enumerate(relations):
        if relation in PHRASE:
            fitting = "flat" if heads[place] in named else "fixed"
        elif relation in _PARTICIPLE.values() and _is_participle(tags[place]):
            fitting = _PARTICIPLE[place in governing]
        else:
            continue
        if fitting != relation:
            found[place] = fitting
    return found


def _is_participle(tag: str) -> bool:
    """Whether a tag is that of a participle before a noun (``WW|vd|prenom|zonder``)."""
    return tag.startswith("WW") and "|prenom" in tag
