"""Parts of speech and features that go with a tag and a relation.

In Universal Dependencies both follow from the tag and, for some tags, from the relation: *meer* is
an adverb in *meer bepaald*, a determiner in *meer stemmen*. A network that guesses them apart
sometimes contradicts itself; what a treebank shows to be certain settles that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Token

# What so many words of a tag and relation have is what such words have,
_CERTAIN: Final = 0.9
# if there are so many of them.
_ENOUGH: Final = 4

#: The relations of auxiliary verbs.
AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
# The verbs that may be auxiliaries in LassySmall 2.8; one alone is a copula. *gaan*, *willen*,
# *laten* and *blijven* are verbs of their own there.
_AUXILIARIES: Final = frozenset({"hebben", "kunnen", "moeten", "mogen", "worden", "zijn", "zullen"})
_COPULA: Final = "zijn"
#: By tag: the part of speech by relation; "" stands for any other relation.
ByRelation = dict[str, dict[str, str]]
#: By tag: the features by part of speech, as UD writes them (``Gender=Com|Number=Sing``).
ByPart = dict[str, dict[str, str]]


@dataclass
class Counts:
    """How often annotated words of a tag have which part of speech and which features.

    ``parts`` counts by tag and relation ("" stands for any relation), ``features`` by tag and part
    of speech.
    """

    parts: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    features: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def add(self, token: Token) -> None:
        """Count a word; one of which tag, part of speech or features are unknown is passed over."""
        tag, pos = token.tag_, token.pos_
        if not tag or not pos:
            return
        for relation in {token.dep_, ""}:
            self.parts[tag, relation][pos] += 1
        if token.has_morph():
            self.features[tag, pos][str(token.morph)] += 1


def learn(tokens: Iterable[Token]) -> tuple[ByRelation, ByPart]:
    """Return the certain parts of speech and features of annotated words."""
    counts = Counts()
    for token in tokens:
        counts.add(token)
    return _certain(counts.parts), _certain(counts.features)


def part_of_speech(parts: Mapping[str, Mapping[str, str]], tag: str, relation: str) -> str | None:
    """Return the part of speech of a word with that tag and relation, where it is certain.

    A verb is an AUX or a VERB by its relation alone, known or not.

    >>> part_of_speech({"LET": {"": "PUNCT", "flat": "SYM"}}, "LET", "flat")
    'SYM'
    """
    if tag.startswith("WW"):
        return part_of_verb(relation)
    known = parts.get(tag, {})
    return known.get(relation, known.get(""))


def part_of_verb(relation: str) -> str:
    """Return the part of speech of a verb with that relation.

    >>> part_of_verb("aux:pass"), part_of_verb("conj")
    ('AUX', 'VERB')
    """
    return "AUX" if relation in AUXILIARY else "VERB"


def may_be_auxiliary(lemma: str, relation: str) -> bool:
    """Return whether a verb may be an AUX in that relation; a parser does not know its lemma.

    >>> may_be_auxiliary("worden", "aux:pass"), may_be_auxiliary("worden", "cop")
    (True, False)
    """
    return lemma == _COPULA if relation == "cop" else lemma in _AUXILIARIES


def _certain(counts: Mapping[tuple[str, str], Counter[str]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for (tag, other), values in sorted(counts.items()):
        value, most = max(sorted(values.items()), key=lambda item: item[1])
        if values.total() >= _ENOUGH and most >= _CERTAIN * values.total():
            found.setdefault(tag, {})[other] = value
    return found
