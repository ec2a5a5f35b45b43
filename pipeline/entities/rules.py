"""The words by which the entity rules tell names apart, read from the knowledge files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.entities.words import fold
from pipeline.knowledge import fail, read_toml, read_tsv

_LEVELS = ("municipality", "province", "country", "")


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role as it is stored (``lemma``) and where it is held when the text does not say."""

    lemma: str
    level: str


@dataclass(frozen=True, slots=True)
class Metonym:
    """A place that often stands for someone else: Den Haag for the national government."""

    place: str
    entity: str
    after: frozenset[str]
    before: frozenset[str]
    adjectives: frozenset[str]


class Cues(dict[str, frozenset[str]]):
    """The lists of cue words by group and name; one that is asked for and lacks is told."""

    def __missing__(self, key: str) -> frozenset[str]:
        group, name = key.split(".", 1)
        fail("entity_cues.toml", f"[{group}]", f"[{group}] lacks the list '{name}'")


@dataclass(frozen=True, slots=True)
class Rules:
    """All cue words, folded. Built once by :func:`load_rules`."""

    roles: Mapping[str, RoleWord]  # folded form → role; several words are joined by a space
    given_names: frozenset[str]
    cues: Mapping[str, frozenset[str]]  # 'place.before', 'person.never' …
    metonym: Metonym

    def role_of(self, word: str) -> RoleWord | None:
        """Return the role that a folded word names, compounds included.

        >>> load_rules().role_of("zorgwethouder").lemma
        'wethouder'
        """
        if word in self.roles:
            return self.roles[word]
        for cut in range(3, len(word) - 5):
            if word[cut:] in self.roles:
                return self.roles[word[cut:]]
        return None

    def governs_place(self, word: str) -> bool:
        """Whether 'WORD van X' makes X a place, compounds included.

        >>> load_rules().governs_place("huurwoningen")
        True
        """
        return _ends_in(word, self.cues["place.governing"])

    def heads_organisation(self, word: str) -> bool:
        """Whether the name after a word is an organisation's, compounds included.

        >>> load_rules().heads_organisation("huurdersbelangenvereniging")
        True
        """
        heads = self.cues["organisation.heads"]
        return word in heads or _ends_in(word, self.cues["organisation.head_endings"])


def _ends_in(word: str, endings: frozenset[str]) -> bool:
    return word in endings or any(word[cut:] in endings for cut in range(2, len(word) - 2))


@cache
def load_rules() -> Rules:
    """Read ``roles.toml``, ``entity_cues.toml`` and ``given_names.tsv``.

    Raises:
        pipeline.knowledge.KnowledgeError: a role or a group of cues is malformed.
    """
    cues = read_toml("entity_cues.toml")
    words = Cues()
    for group, table in cues.items():
        for name, value in table.items():
            if isinstance(value, list):
                if not all(isinstance(word, str) for word in value):
                    fail("entity_cues.toml", f"{name} =", f"{group}.{name} must be a list of words")
                words[f"{group}.{name}"] = frozenset(fold(word) for word in value)
    return Rules(
        roles=_roles(),
        given_names=frozenset(
            fold(row["name"]) for row in read_tsv("given_names.tsv", columns=("name",))
        ),
        cues=words,
        metonym=_metonym(cues),
    )


def _roles() -> dict[str, RoleWord]:
    found: dict[str, RoleWord] = {}
    for entry in read_toml("roles.toml").get("role", []):
        word = entry.get("word", "")
        if not word or entry.get("level") not in _LEVELS:
            fail("roles.toml", f'word = "{word}"', f"a role needs a word and a level of {_LEVELS}")
        for form in (word, *entry.get("plural", [])):
            found[fold(form)] = RoleWord(word, entry["level"])
    return found


def _metonym(cues: Mapping[str, Any]) -> Metonym:
    table = cues.get("metonym", {})
    try:
        return Metonym(
            place=table["place"],
            entity=table["entity"],
            after=frozenset(map(fold, table["after"])),
            before=frozenset(map(fold, table["before"])),
            adjectives=frozenset(map(fold, table["adjectives"])),
        )
    except KeyError as missing:
        fail("entity_cues.toml", "[metonym]", f"[metonym] lacks {missing}")
