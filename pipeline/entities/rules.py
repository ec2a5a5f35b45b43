"""The words by which the entity rules tell names apart, read from the knowledge files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.entities.words import fold
from pipeline.knowledge import RuleFile, fail, is_words, read_tsv

_CUES: Final = "entity_cues.toml"
_ROLES: Final = "roles.toml"
_LEVELS: Final = ("municipality", "province", "country", "")
_LISTS: Final = {
    "place": (
        *(
            "before",
            "direct",
            "governing",
            "parts",
            "not_in_part",
            "not_before",
            "not_after_opening",
            "articled",
        ),
        *("street_endings", "foreign_beginnings", "clubs"),
    ),
    "locality": ("heads", "head_endings", "before", "common", "never", "not_rows"),
    "municipality": ("before", "near"),
    "province": ("before", "near"),
    "organisation": (
        *("heads", "head_endings", "part_of_name", "openers", "links", "stops", "bodies"),
        *("reports", "paper_endings", "lists", "such_as", "not_endings", "not_abbreviations"),
    ),
    "demonym": ("not_before", "subjects"),
    "party": ("prefixes", "near", "offices"),
    "person": (
        *("titles", "surnames_of_places", "particles", "not_after", "says", "never"),
        "hyphened",
    ),
    "role": ("links", "offices", "ministers", "employed", "no_employers"),
    "nominal": ("municipality", "province", "determiners"),
}
_METONYM: Final = "metonym"
_SHORTEST_TAIL: Final = 5  # letters of a role that ends a compound


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


@dataclass(frozen=True, slots=True)
class Rules:
    """All cue words, folded. Built once by :func:`load_rules`."""

    roles: Mapping[str, RoleWord]  # folded form → role; several words are joined by a space
    given_names: frozenset[str]
    cues: Mapping[str, frozenset[str]]  # 'place.before', 'person.never' …
    metonym: Metonym

    def role_of(self, word: str) -> RoleWord | None:
        """Return the role that a folded word names, compounds included.

        A compound of an office is that office; one of a profession is a profession of its own.

        >>> load_rules().role_of("zorgwethouder").lemma, load_rules().role_of("hoofdeconoom").lemma
        ('wethouder', 'hoofdeconoom')
        """
        if word in self.roles:
            return self.roles[word]
        for cut in range(3, len(word) - _SHORTEST_TAIL + 1):
            found = self.roles.get(word[cut:])
            if found is not None:
                own = f"{word[:cut]}{found.lemma}"
                return found if self.is_office(found) else RoleWord(own, found.level)
        return None

    def is_office(self, role: RoleWord) -> bool:
        """Whether a role is an office, which is the same whatever it is about: zorgminister."""
        return bool(role.level) or role.lemma in self.cues["role.offices"]

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
    file = RuleFile.read(_CUES, sections=(*_LISTS, _METONYM))
    return Rules(
        roles=_roles(),
        given_names=frozenset(
            fold(row["name"]) for row in read_tsv("given_names.tsv", columns=("name",))
        ),
        cues={
            f"{group}.{name}": _folded(file, group, name)
            for group in _LISTS
            for name in file.keys(group, known=_LISTS[group])
        },
        metonym=_metonym(file),
    )


def _folded(file: RuleFile, group: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, file.words(group, name)))


def _roles() -> dict[str, RoleWord]:
    found: dict[str, RoleWord] = {}
    for entry in RuleFile.read(_ROLES, sections=("role",)).entries("role"):
        word, plural = entry.get("word"), entry.get("plural", [])
        needle = f'word = "{word}"'
        if not isinstance(word, str) or not word or entry.get("level") not in _LEVELS:
            fail(_ROLES, needle, f"a role needs a word and a level of {_LEVELS}")
        if not is_words(plural):
            fail(_ROLES, needle, f"role '{word}': plural must be a list of texts")
        for form in (word, *plural):
            found[fold(form)] = RoleWord(word, entry["level"])
    return found


def _metonym(file: RuleFile) -> Metonym:
    table = file.section(_METONYM)
    for key in ("place", "entity"):
        if not isinstance(table.get(key), str):
            file.fail(_METONYM, f"lacks '{key}', the id of an entity")
    return Metonym(
        place=table["place"],
        entity=table["entity"],
        after=_folded(file, _METONYM, "after"),
        before=_folded(file, _METONYM, "before"),
        adjectives=_folded(file, _METONYM, "adjectives"),
    )
