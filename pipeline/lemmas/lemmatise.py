"""The lemma of a word whose part of speech is known.

First come the words of a treebank, then published tables, then the parts of compounds and of
separable verbs, then the rules of spelling. A trained lemmatiser, which guesses well at endings and
badly at words (*potten* became *pott*), adds nothing to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.lemmas.nouns import close_syllable, noun, with_capitals
from pipeline.lemmas.tables import lookup, tables
from pipeline.lemmas.verbs import regular_infinitive

#: Lemmas of a treebank by part of speech and lower-case form.
Known = Mapping[str, Mapping[str, str]]

# The first parts of separable verbs that are written as one word with the rest ('afgesprongen').
PARTICLES: Final = (
    "achter", "aan", "af", "bij", "binnen", "boven", "buiten", "dicht", "door", "goed", "heen",
    "in", "kennis", "klaar", "langs", "los", "mede", "mee", "mis", "na", "neer", "om", "omver",
    "onder", "open", "op", "over", "plaats", "rond", "samen", "stil", "tegen", "tekort", "terecht",
    "teleur", "terug", "thuis", "toe", "tussen", "uiteen", "uit", "vast", "vol", "voor", "voort",
    "vrij", "weer", "weg",
)  # fmt: skip
# Prefixes that never stand apart ('ontving'); a verb with one must be known as a whole.
PREFIXES: Final = ("be", "er", "ge", "her", "ont", "ver")
_SHORTEST_REST: Final = 3
_DIMINUTIVES: Final = (
    ("inkje", "ing"), ("etje", ""), ("tje", ""), ("pje", ""), ("kje", ""), ("je", ""),
)  # fmt: skip
_GENITIVES: Final = ("'s", "’s", "s", "'", "’")
# Plurals of the inhabitants of a country.
_PEOPLES: Final = (
    ("anen", "aan"), ("enen", "een"), ("ers", "er"), ("ërs", "ër"), ("ezen", "ees"),
)  # fmt: skip
_ORDINAL: Final = re.compile(r"(\d+)(?:ste|de|e)")
_PAST: Final = frozenset({"verl", "vd"})
_MARKS: Final = frozenset({"PUNCT", "SYM"})


def lemma(
    form: str,
    pos: str,
    known: Known,
    *,
    features: frozenset[str] = frozenset(),
    first: bool = False,
) -> str:
    """Return the lemma of ``form``, a word of this part of speech (UD).

    ``known`` are the lemmas of a treebank. ``features`` are the parts of its Lassy tag: ``mv`` a
    plural, ``dim`` a diminutive, ``gen`` a genitive, ``inf`` an infinitive. ``first`` says that the
    word begins a sentence, where a capital says nothing.

    >>> lemma("palmtakken", "NOUN", {}, features=frozenset({"mv"}))
    'palmtak'
    >>> lemma("Vlaams", "PROPN", {})
    'Vlaams'
    """
    low = key(form)
    plural = bool(features & {"mv", "mv-n"})
    if pos in _MARKS:
        return form
    if pos == "PROPN":
        return _name(form, plural=plural, genitive="gen" in features)
    listed = known.get(pos, {}).get(low)
    if listed:
        return listed
    if pos == "NOUN":
        if "dim" in features:
            return _full_size(low)
        return _noun(form, low, known.get("NOUN", {}), plural=plural)
    if pos in ("VERB", "AUX"):
        if "inf" in features or {"tgw", "mv"} <= features:
            return low
        found = _infinitive(low, known.get("VERB", {}), past=not features.isdisjoint(_PAST))
        return found or regular_infinitive(low, features) or low
    if pos == "ADJ":
        return _adjective(form, low, features, first=first)
    return low


def key(form: str) -> str:
    """The form as the tables have it: in small letters, with a straight apostrophe."""
    return form.lower().replace("’", "'")


def _has_inner_capitals(form: str) -> bool:
    """Whether capitals belong to the word: *NGO's*, *F1*; not *Wethouders* or *WETHOUDERS*."""
    return not form.isupper() and not form[1:].islower() and not form.islower()


def _name(form: str, *, plural: bool, genitive: bool) -> str:
    """A name is its own lemma, less the s of *Ensors* and the plural of *Italianen*."""
    if genitive:
        for ending in _GENITIVES:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return form.removesuffix(ending)
    if plural:
        for many, one in _PEOPLES:
            if form.endswith(many):
                return form.removesuffix(many) + one
    return form


def _noun(form: str, low: str, known: Mapping[str, str], *, plural: bool) -> str:
    head, _, last = form.rpartition("-")
    if head and last and not head.islower():
        return f"{head}-{_noun(last, key(last), known, plural=plural)}"
    if not plural:
        return form if _has_inner_capitals(form) or form.isupper() else _single(low)
    found = _singular(low, known)
    return with_capitals(found, form) if _has_inner_capitals(form) else found


def _single(low: str) -> str:
    """A singular is its own lemma, unless it is a form of old (*des huizes*)."""
    entry = tables()
    return low if low in entry.nouns else entry.noun_forms.get(low, [low])[0]


def _singular(low: str, known: Mapping[str, str]) -> str:
    entry = tables()
    listed = entry.noun_forms.get(low)
    if listed:
        return listed[0]
    tail = next((low[cut:] for cut in range(3, len(low) - 3) if low[cut:] in known), None)
    compound = noun(low, plural=True)
    if tail and compound is not None and compound.known and low not in lookup():
        return low.removesuffix(tail) + known[tail]
    stem = lookup().get(low)
    if stem in entry.nouns:
        return stem
    return low if compound is None else compound.lemma


def _full_size(low: str) -> str:
    """The noun without its diminutive ending: *koninkje* → koning, *mannetjes* → man.

    Words that are no longer small things stay: *meisje*, *beetje*.
    """
    entry, single = tables(), low.removesuffix("s")
    for form in (low, single):
        found = entry.noun_forms.get(form, [lookup().get(form, form)])[0]
        if found not in (form, single) and found in entry.nouns:
            return found
    if single in entry.nouns:
        return single
    stems = list(_stems(single))
    for stem in stems:
        if stem in entry.nouns:
            return stem
    for stem in stems:
        found_noun = noun(stem, plural=False)
        if found_noun is not None and found_noun.known:
            return stem
    return low


def _stems(single: str) -> Iterator[str]:
    """What a diminutive may be made of; the longest first, since *kaartje* is no *kaar*."""
    for ending, instead in reversed(_DIMINUTIVES):
        stem = single.removesuffix(ending) + instead
        if single.endswith(ending) and len(stem) >= _SHORTEST_REST:
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _infinitive(low: str, known: Mapping[str, str], *, past: bool) -> str | None:
    """The infinitive of a form: *gekruisigde* → kruisigen, *afgesprongen* → afspringen."""
    bare = (low, low.removesuffix("e"), low.removesuffix("n"), low.removesuffix("en"))
    for form in bare:
        if form == low or len(form) >= _SHORTEST_REST:
            found = _listed_verb(form, known, past=past)
            if found:
                return found
    verbs = tables().verbs
    for first in (*PARTICLES, *PREFIXES):
        rest = low.removeprefix(first)
        if rest == low or len(rest) < _SHORTEST_REST:
            continue
        for form in (rest, rest.removesuffix("e")):
            found = _listed_verb(form, known, past=past)
            if found and (first in PARTICLES or first + found in verbs):
                return first + found
    return None


def _listed_verb(form: str, known: Mapping[str, str], *, past: bool) -> str | None:
    """What is listed as past goes first for a past form: *misten* may be fog, too."""
    if form in known:
        return known[form]
    entry = tables()
    if form in entry.verbs and not past:
        return form
    stem = lookup().get(form)
    if stem in entry.verbs and (stem != form or not past):
        return stem
    listed = entry.verb_forms.get(form)
    if listed:
        return listed[0]
    return form if form in entry.verbs else None


def _adjective(form: str, low: str, features: frozenset[str], *, first: bool) -> str:
    ordinal = _ORDINAL.fullmatch(low)
    if ordinal:
        return ordinal.group(1)
    if "mv-n" in features and low.endswith("en"):
        low = low[:-1]  # de groenen
    head, _, last = low.rpartition("-")
    found = _uninflected(last) if head and last else _uninflected(low)
    if found is None:  # bauxietrijke
        return close_syllable(low[:-1]) if "met-e" in features and low.endswith("e") else low
    if head:
        found = f"{head}-{found}"
    means = not first and not form.isupper() and low.rstrip("e").endswith(("s", "sch"))
    if (means and form[:1].isupper()) or (head and not form.islower() and not form.isupper()):
        return with_capitals(found, form)
    return found


def _uninflected(low: str) -> str | None:
    """The adjective without its endings: *grootste* → groot."""
    entry = tables()
    listed = entry.adjective_forms.get(low)
    if listed:
        return listed[0]
    stem = lookup().get(low)
    if stem in entry.adjectives and stem != low:
        return stem
    return low if low in entry.adjectives else None


def with_particle(verb: str, particles: str) -> str:
    """Join a verb and the particle that stands apart from it, if together they are a known verb.

    >>> with_particle("komen", "terug"), with_particle("laten", "weten")
    ('terugkomen', 'laten')
    """
    joined = particles.lower() + verb
    return joined if joined in tables().verbs else verb
