"""The knowledge of the figure stage: known indicators, populations, and words that bind.

Read from ``indicators.toml``, ``figures.toml`` and ``statements.toml`` and checked while
reading; the units of what is measured come from ``units.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from pipeline.knowledge import fail, read_toml, read_tsv
from pipeline.records import Indicator

INDICATORS = "indicators.toml"
FIGURES = "figures.toml"
UNITS = "units.toml"
STATEMENTS = "statements.toml"
_ORGANISATION = ("id", "name", "official_name", "sort", "place", "needs", "origin")

KINDS = frozenset(
    {
        "share",
        "count",
        "ratio",
        "rate",
        "change",
        "money",
        "duration",
        "measure",
        "percentage_point",
    }
)
_INDICATOR_KEYS = frozenset(
    {"id", "label", "topic", "kinds", "population", "parent", "counted", "synonyms", "definition"}
)

_STEMMER = snowballstemmer.stemmer("dutch")
_OLDEST = 110
_STEMMED = 6  # letters from which on words are also known by their stem

Word = tuple[str, ...]  # alternatives: 'word', 'prefix*', '~stem'
Phrase = tuple[Word, ...]  # words that stand next to each other


@dataclass(frozen=True, slots=True)
class Pattern:
    """A synonym: one or more phrases that must all stand in the clause, in any order."""

    phrases: tuple[Phrase, ...]

    @property
    def weight(self) -> int:
        """How specific the pattern is: its number of words."""
        return sum(len(phrase) for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator of the knowledge files with the patterns that name it."""

    record: Indicator
    kinds: frozenset[str]
    counted: frozenset[str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words and indicators that the figure stage uses."""

    indicators: tuple[KnownIndicator, ...]
    population: frozenset[str]
    population_forms: dict[str, str]  # every form, to its lemma
    actors: frozenset[str]
    persons: tuple[str, ...]
    actor_endings: tuple[str, ...]
    uncounted: frozenset[str]
    light_verbs: frozenset[str]
    generic: frozenset[str]
    measures: frozenset[str]  # units of what is measured, and not counted: tonne, litre
    turns: tuple[Phrase, ...]
    plural_only: tuple[str, ...]
    change_nouns: frozenset[str]
    change_after: frozenset[str]
    compared_levels: frozenset[str]
    restatement: tuple[Phrase, ...]
    verb_nouns: dict[str, str]
    level_verbs: tuple[Word, ...]
    standing_verbs: frozenset[str]
    moving_verbs: frozenset[str]
    degree_verbs: frozenset[str]
    undone: dict[str, str]  # forms of verbs by which something does not come about, to the verb
    fates: dict[str, str]  # forms of words for what becomes of people or things, to the name
    claims: frozenset[str]
    states: dict[str, str]
    duration_nouns: frozenset[str]
    duration_endings: tuple[str, ...]
    not_lasting: frozenset[str]
    duration_verbs: tuple[tuple[Phrase, str], ...]
    scope: tuple[tuple[Phrase, str], ...]
    national: tuple[Phrase, ...]
    national_organisations: frozenset[str]
    seat: str  # the town from which the country is governed
    of_town: tuple[Phrase, ...]
    exchange: frozenset[str]
    authority: frozenset[str]
    reports: tuple[str, ...]
    surveys: tuple[str, ...]  # how the nouns for asking many people end
    asking: frozenset[str]  # verbs for being asked, and for answering
    comparison: tuple[Phrase, ...]
    contrast: frozenset[str]
    statement: dict[str, tuple[Phrase, ...]]
    status: dict[str, tuple[Phrase, ...]]
    stance: dict[str, tuple[Phrase, ...]]
    speech_verbs: frozenset[str]
    according_to: tuple[Phrase, ...]
    derived: tuple[Phrase, ...]

    def is_actor(self, lemma: str) -> bool:
        """Whether somebody is meant who does or says something: 'raad', 'bouwbedrijf'."""
        word = lemma.lower()
        return word in self.actors or (
            word.endswith(self.actor_endings) and word not in self.actor_endings
        )

    def lasts(self, lemma: str) -> bool:
        """Whether a noun names how long something takes: 'wachttijd', 'leveringstermijn'."""
        word = lemma.lower().removeprefix("~")
        compound = word.endswith(self.duration_endings) and word not in self.duration_endings
        return word in self.duration_nouns or (compound and word not in self.not_lasting)


def phrase(text: str) -> Phrase:
    """Parse 'uit huis' or 'tekort|gat' into words with their alternatives.

    >>> phrase("tekort|gat")
    (('tekort', '~tekort', 'gat'),)
    """
    return tuple(
        tuple(form for alternative in word.split("|") for form in with_stem(alternative))
        for word in text.lower().split()
    )


@lru_cache(maxsize=65536)
def with_stem(word: str) -> tuple[str, ...]:
    """Return a word and, for longer words, its stem marked with '~'.

    Stems keep a match when the lemmatiser fails on a rare compound ('woninginbraken'); short words
    have none, because their stems meet by chance.
    """
    if len(word) < _STEMMED or word.endswith("*") or not word.isalpha():
        return (word,)
    return word, f"~{_STEMMER.stemWord(word)}"


def pattern(text: str) -> Pattern:
    """Parse a synonym of ``indicators.toml``; '&' divides phrases that stand apart."""
    return Pattern(tuple(phrase(part) for part in text.split("&")))


def word_matches(word: Word, forms: tuple[str, ...]) -> bool:
    """Whether one of a token's forms (lower-case text, lemma) is one of the word's alternatives."""
    for alternative in word:
        if alternative.endswith("*"):
            stem = alternative[:-1]
            if any(form.startswith(stem) for form in forms):
                return True
        elif alternative in forms:
            return True
    return False


@cache
def load_lexicon() -> Lexicon:
    """Read and check the three knowledge files.

    Raises:
        KnowledgeError: a key is unknown or missing, an id stands twice, a parent does not exist.
    """
    figures = read_toml(FIGURES)
    statements = read_toml(STATEMENTS)
    return Lexicon(
        indicators=_read_indicators(),
        population=frozenset(
            word.lower()
            for word in (*_words(FIGURES, figures, "population", "words"), *_aged(figures))
        ),
        population_forms=_population_forms(figures),
        light_verbs=frozenset(_words(FIGURES, figures, "light_verbs", "words")),
        actors=frozenset(_words(FIGURES, figures, "actors", "words")),
        persons=tuple(_words(FIGURES, figures, "persons", "words")),
        uncounted=frozenset(_words(FIGURES, figures, "uncounted", "words")),
        actor_endings=tuple(_words(FIGURES, figures, "actors", "endings")),
        generic=frozenset(_words(FIGURES, figures, "generic", "words")),
        measures=frozenset(
            unit["id"] for unit in read_toml(UNITS)["unit"] if unit["kind"] == "measure"
        ),
        turns=_phrases(FIGURES, figures, "turns", "phrases"),
        plural_only=tuple(_words(FIGURES, figures, "plural_only", "endings")),
        change_nouns=frozenset(_words(FIGURES, figures, "changes", "nouns")),
        change_after=frozenset(_words(FIGURES, figures, "changes", "after")),
        compared_levels=frozenset(_words(FIGURES, figures, "changes", "levels")),
        restatement=_phrases(FIGURES, figures, "arithmetic", "restatement"),
        verb_nouns=dict(_table(FIGURES, figures, "verb_nouns")),
        level_verbs=tuple((verb,) for verb in _words(FIGURES, figures, "level_verbs", "words")),
        standing_verbs=frozenset(_words(FIGURES, figures, "standing_verbs", "words")),
        moving_verbs=frozenset(_words(FIGURES, figures, "moving_verbs", "words")),
        degree_verbs=frozenset(_words(FIGURES, figures, "degree_verbs", "words")),
        undone=dict(_table(FIGURES, figures, "undone")),
        fates=dict(_table(FIGURES, figures, "fates")),
        claims=frozenset(_words(FIGURES, figures, "claims", "words")),
        states=dict(_table(FIGURES, figures, "states")),
        duration_nouns=frozenset(_words(FIGURES, figures, "duration_nouns", "words")),
        duration_endings=tuple(_words(FIGURES, figures, "duration_nouns", "endings")),
        not_lasting=frozenset(_words(FIGURES, figures, "duration_nouns", "except")),
        duration_verbs=tuple(
            (phrase(words), noun)
            for words, noun in _table(FIGURES, figures, "duration_verbs").items()
        ),
        national=tuple(phrase(text) for text in _words(FIGURES, figures, "national", "words")),
        national_organisations=frozenset(
            row["id"]
            for row in read_tsv("organisations.tsv", columns=_ORGANISATION)
            if row["place"] == "NL"
        ),
        seat=str(_table(FIGURES, figures, "seat").get("place", "")),
        of_town=_phrases(FIGURES, figures, "seat", "town"),
        exchange=frozenset(_words(FIGURES, figures, "exchange", "words")),
        authority=frozenset(_words(FIGURES, figures, "authority", "words")),
        reports=tuple(_words(FIGURES, figures, "reports", "words")),
        surveys=tuple(_words(FIGURES, figures, "surveys", "nouns")),
        asking=frozenset(_words(FIGURES, figures, "surveys", "verbs")),
        scope=tuple(
            (phrase(words), place) for words, place in _table(FIGURES, figures, "scope").items()
        ),
        comparison=_phrases(FIGURES, figures, "comparison", "markers"),
        contrast=frozenset(_words(FIGURES, figures, "contrast", "words")),
        statement=_groups(statements, "statement", ("norm", "target", "forecast")),
        status=_groups(
            statements, "status", ("provisional", "definitive", "revised", "estimate", "abandoned")
        ),
        stance=_groups(statements, "stance", ("hypothetical", "denies", "endorses")),
        speech_verbs=frozenset(_words(STATEMENTS, statements, "speech", "verbs")),
        according_to=_phrases(STATEMENTS, statements, "speech", "according_to"),
        derived=_phrases(STATEMENTS, statements, "derived", "patterns"),
    )


def _population_forms(figures: dict[str, Any]) -> dict[str, str]:
    """Map each population word and its plural to the word: 'jongeren' → 'jongere'."""
    forms: dict[str, str] = {}
    for word in _words(FIGURES, figures, "population", "words"):
        lowered = word.lower()
        for ending in ("", "n", "en", "s", "'s"):
            forms.setdefault(lowered + ending, lowered)
    # Only in the plural: 'de 24-jarige schaatser' is one of them, and no noun.
    forms.update({word + ("n" if word.endswith("e") else "s"): word for word in _aged(figures)})
    forms.update(_table(FIGURES, figures, "population").get("forms", {}))
    return forms


def _aged(figures: dict[str, Any]) -> list[str]:
    """'24-jarige', '65-plusser': whom an age names, of every age."""
    endings = _words(FIGURES, figures, "population", "ages")
    return [f"{age}-{ending}" for age in range(1, _OLDEST) for ending in endings]


def _read_indicators() -> tuple[KnownIndicator, ...]:
    entries = read_toml(INDICATORS).get("indicator", [])
    seen: dict[str, KnownIndicator] = {}
    for entry in entries:
        known = _read_indicator(entry)
        if known.record.id in seen:
            fail(INDICATORS, f'id = "{known.record.id}"', f"the id {known.record.id} stands twice")
        seen[known.record.id] = known
    for known in seen.values():
        parent = known.record.parent
        if parent is not None and parent not in seen:
            fail(INDICATORS, f'parent = "{parent}"', f"there is no indicator {parent}")
    return tuple(seen.values())


def _read_indicator(entry: dict[str, Any]) -> KnownIndicator:
    where = f'id = "{entry.get("id", "")}"'
    for key in ("id", "label", "topic", "kinds", "synonyms", "definition"):
        if not entry.get(key):
            fail(INDICATORS, where, f"an indicator needs '{key}'")
    unknown = set(entry) - _INDICATOR_KEYS
    if unknown:
        fail(INDICATORS, where, f"unknown key {', '.join(sorted(unknown))}")
    kinds = frozenset(entry["kinds"])
    if not kinds <= KINDS:
        fail(INDICATORS, where, f"unknown kind {', '.join(sorted(kinds - KINDS))}")
    return KnownIndicator(
        record=Indicator(
            id=entry["id"],
            label=entry["label"],
            topic=entry["topic"],
            population=entry.get("population"),
            parent=entry.get("parent"),
            definition=entry["definition"],
            known=True,
        ),
        kinds=kinds,
        counted=frozenset(word.lower() for word in entry.get("counted", ())),
        patterns=tuple(pattern(text) for text in entry["synonyms"]),
    )


def _table(name: str, data: dict[str, Any], table: str) -> dict[str, Any]:
    found = data.get(table)
    if not isinstance(found, dict):
        fail(name, "", f"the table [{table}] is missing")
    return found


def _words(name: str, data: dict[str, Any], table: str, key: str) -> list[str]:
    found = _table(name, data, table).get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        fail(name, f"[{table}]", f"'{key}' must be a list of words")
    return [str(word) for word in found]


def _phrases(name: str, data: dict[str, Any], table: str, key: str) -> tuple[Phrase, ...]:
    return tuple(phrase(words) for words in _words(name, data, table, key))


def _groups(
    data: dict[str, Any], table: str, keys: tuple[str, ...]
) -> dict[str, tuple[Phrase, ...]]:
    return {key: _phrases(STATEMENTS, data, table, key) for key in keys}
