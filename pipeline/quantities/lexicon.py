"""The words and factors of the grammar, read from ``models/knowledge`` and checked on the way.

``number_words.toml``, ``hedges.toml``, ``units.toml``, ``changes.toml`` and ``nonquantities.toml``
may be edited by a domain person; a mistake is reported with file and line (``KnowledgeError``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.quantities.phrases import Phrases

HEDGES = ("none", "above", "below", "about", "at_least", "at_most", "range")
KINDS = ("share", "percentage_point", "rate", "money", "duration", "measure", "count")


@dataclass(frozen=True, slots=True)
class Scale:
    """A multiplier: miljoen, or k (after digits only), or ton (an amount of euros)."""

    factor: Decimal
    digits_only: bool = False
    money: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """What tientallen or een paar covers: the core and the outer interval.

    ``figure``: a number only of percents and money (een paar procent, not een paar dagen).
    """

    low: Decimal
    high: Decimal
    outer_low: Decimal
    outer_high: Decimal
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything that can be a number in words."""

    small: Mapping[str, Decimal]  # één to negenennegentig
    words: Mapping[str, Decimal]
    scales: Mapping[str, Scale]
    glued_scales: tuple[tuple[str, int], ...]  # largest first
    denominators: Mapping[str, int]
    fractions: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    manifolds: Mapping[str, Decimal]
    collectives: Mapping[str, Decimal]
    vague: Phrases[Vague]


@dataclass(frozen=True, slots=True)
class HedgeWord:
    """A phrase that hedges (``id``), or, with ``stance``, only colours the number behind it."""

    id: str
    phrase: str
    open: bool = False  # the bound itself is excluded
    aside: bool = False  # not part of the quantity's words
    stance: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """How far an interval reaches below and above the number, in units of precision."""

    core_below: Decimal | None
    core_above: Decimal | None
    outer_below: Decimal | None
    outer_above: Decimal | None
    low_open: bool
    high_open: bool


@dataclass(frozen=True, slots=True)
class Hedges:
    """The words before and after a number, and the interval of each hedge."""

    before: Phrases[HedgeWord]
    after: Phrases[HedgeWord]
    rules: Mapping[str, Rule]
    round_cap: Decimal
    fraction_outer: Decimal
    fractions: tuple[Decimal, ...]  # in percent, rising
    linking: Mapping[str, frozenset[str]]
    prepositions: frozenset[str]
    articled: frozenset[str]
    surveys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement, or the lemma of what is counted."""

    id: str
    kind: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Units:
    """The units, and the words that settle what kind of number stands beside them."""

    after: Phrases[Unit]
    before: Phrases[Unit]
    per: Phrases[str]
    per_nouns: Phrases[str]
    money_context: frozenset[str]
    money_suffixes: tuple[str, ...]
    money_prefixes: tuple[str, ...]
    ton_context: frozenset[str]
    million_context: frozenset[str]
    behind_millions: frozenset[str]
    counting: frozenset[str]
    weights: frozenset[str]
    grades: frozenset[str]  # words that say that a number is a grade
    scales: frozenset[str]  # and that it is a step on another scale
    mass: frozenset[str]
    people: frozenset[str]
    people_suffixes: tuple[str, ...]
    age_words: frozenset[str]
    not_aged: frozenset[str]
    lemmas: Mapping[str, str]
    parts: Mapping[str, tuple[str, int]]  # year → (month, 12)
    sizes: tuple[str, ...]  # hoeveelheid, bedrag: what is said to be so many times as large
    leads: frozenset[str]  # voorsprong, achterstand: a tenth of one is a tenth of a second
    sooner: frozenset[str]  # sneller, later
    # Money of several countries: unit → name of a country → its own unit.
    countries: Mapping[str, Mapping[str, str]]
    one_units: frozenset[str]
    one_before: frozenset[str]
    one_behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class Split:
    """A separable verb: 'nam … toe'."""

    direction: str
    forms: frozenset[str]
    particle: str
    close: bool = False  # the particle must follow the number and close the clause


@dataclass(frozen=True, slots=True)
class Changes:
    """Words that say that something rose or fell."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    comparatives: Mapping[str, str]
    percent_only: Mapping[str, str]
    held: frozenset[str]  # zetel, lid: so many of them lost is a change
    lost: frozenset[str]  # verloor, kwijt
    after: Phrases[str]
    splits: tuple[Split, ...]
    measure: frozenset[str]
    target: frozenset[str]
    source: frozenset[str]
    fillers: frozenset[str]
    circumstances: frozenset[str]  # ondanks, door: a rise behind one is not what is spoken of
    levels: tuple[str, ...]  # aandeel, rente: what a percentage is a level of, compounds too


@dataclass(frozen=True, slots=True)
class Others:
    """Words around numbers that count nothing."""

    labels: Mapping[str, str]
    names: Phrases[str]
    titles: frozenset[str]
    years_before: frozenset[str]
    planned: frozenset[str]  # behind 'voor 2025': what is meant for that year
    history: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    street_endings: tuple[str, ...]
    ordinal_suffixes: frozenset[str]
    pronoun_after_een: frozenset[str]
    pronoun_before_een: frozenset[str]
    emergency: frozenset[str]
    emergency_before: frozenset[str]
    emergency_near: frozenset[str]
    unaged: frozenset[str]  # last words of names of places and parties: 'Syrië (11)' is no age
    given_names: frozenset[str]
    acht_before: frozenset[str]
    acht_after: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists together."""

    numbers: Numbers
    hedges: Hedges
    units: Units
    changes: Changes
    others: Others


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; read once.

    Raises:
        KnowledgeError: a word list breaks its rules; the message names file and line.
    """
    # The readers need the classes above.
    from pipeline.quantities.word_lists import read_lexicon

    return read_lexicon()
