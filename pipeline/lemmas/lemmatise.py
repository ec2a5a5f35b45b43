"""The lemma of a word whose part of speech is known.

A trained lemmatiser guesses well at endings and badly at words: *potten* became *pott*. What is
known goes before what is guessed: first the words of a treebank, then published tables, then the
parts of compounds and of separable verbs, and the guess last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pipeline.lemmas.nouns import noun
from pipeline.lemmas.tables import lookup, tables

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
_SHORTEST_REST: Final = 3
_DIMINUTIVES: Final = (
    ("inkje", "ing"), ("etje", ""), ("tje", ""), ("pje", ""), ("kje", ""), ("je", ""),
)  # fmt: skip
_MARKS: Final = frozenset({"PUNCT", "SYM"})


def lemma(
    form: str,
    pos: str,
    guess: str,
    known: Known,
    *,
    plural: bool = False,
    diminutive: bool = False,
    genitive: bool = False,
    first: bool = False,
) -> str:
    """Return the lemma of ``form``, a word of this part of speech (UD).

    ``guess`` is the last resort; ``first`` says that the word begins a sentence, where a capital
    says nothing.

    >>> lemma("palmtakken", "NOUN", "palmtakk", {}, plural=True)
    'palmtak'
    >>> lemma("Vlaams", "PROPN", "vlaams", {})
    'Vlaams'
    """
    low = form.lower()
    if pos in _MARKS:
        return form
    if pos == "PROPN":
        return _name(form, genitive=genitive)
    listed = known.get(pos, {}).get(low)
    if listed:
        return listed
    if pos == "NOUN":
        if diminutive:
            return guess if guess in tables().nouns and guess != low else _grown(low) or guess
        return _noun(form, low, guess, plural=plural)
    if pos in ("VERB", "AUX"):
        return _infinitive(low, known.get("VERB", {})) or guess
    if pos == "ADJ":
        found = _positive(low) or guess
        of_a_place = form[0].isupper() and not first and low.rstrip("e").endswith(("s", "sch"))
        return _with_capitals(found, form) if of_a_place else found
    return guess


def _with_capitals(low: str, form: str) -> str:
    """The capitals of the form, as far as the lemma goes with it: *Noord-Afrikaans*."""
    pairs = zip(low, form, strict=False)
    return "".join(b if a == b.lower() else a for a, b in pairs) + low[len(form) :]


def _name(form: str, *, genitive: bool) -> str:
    """A name is its own lemma, less the s of *Ensors*."""
    if genitive:
        for ending in ("'s", "’s", "s", "'", "’"):
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return form.removesuffix(ending)
    return form


def _noun(form: str, low: str, guess: str, *, plural: bool) -> str:
    head, _, last = form.rpartition("-")
    if head and last and not head.islower():
        return f"{head}-{_noun(last, last.lower(), guess.rpartition('-')[2], plural=plural)}"
    if not plural and not (form.islower() or form[1:].islower()):
        return form  # F1, CO2
    entry = tables()
    listed = entry.noun_forms.get(low)
    if listed:
        return listed[0]
    stem = lookup().get(low)
    if stem in entry.nouns and plural:
        return stem
    if not plural:
        return low
    found = noun(low, plural=True)
    if found is not None and (found.known or guess in (low, form)):
        return found.lemma
    return guess


def _grown(low: str) -> str | None:
    """The noun without its diminutive ending: *koninkje* → koning, *mannetjes* → man."""
    single = low.removesuffix("s")
    for ending, instead in _DIMINUTIVES:
        stem = single.removesuffix(ending) + instead
        if not single.endswith(ending) or len(stem) < _SHORTEST_REST:
            continue
        for candidate in (stem, stem[:-1] if stem[-1] == stem[-2] else stem):
            found = noun(candidate, plural=False)
            if found is not None and found.known:
                return candidate
    return None


def _infinitive(low: str, known: Mapping[str, str]) -> str | None:
    """The infinitive of a form: *gekruisigde* → kruisigen, *afgesprongen* → afspringen."""
    for form in (low, low.removesuffix("e"), low.removesuffix("n"), low.removesuffix("en")):
        found = _listed_verb(form, known)
        if found:
            return found
    for particle in PARTICLES:
        rest = low.removeprefix(particle)
        if rest != low and len(rest) >= _SHORTEST_REST:
            for form in (rest, rest.removesuffix("e")):
                found = _listed_verb(form, known)
                if found:
                    return particle + found
    return None


def _listed_verb(form: str, known: Mapping[str, str]) -> str | None:
    if form in known:
        return known[form]
    entry = tables()
    if form in entry.verbs:
        return form
    stem = lookup().get(form)
    if stem in entry.verbs:
        return stem
    listed = entry.verb_forms.get(form)
    return listed[0] if listed else None


def _positive(low: str) -> str | None:
    """The adjective without its endings: *grootste* → groot."""
    entry = tables()
    listed = entry.adjective_forms.get(low)
    if listed:
        return listed[0]
    if low in entry.adjectives:
        return low
    stem = lookup().get(low)
    return stem if stem in entry.adjectives else None


def with_particle(verb: str, particles: str) -> str:
    """Join a verb and the particle that stands apart from it, if together they are a known verb.

    >>> with_particle("komen", "terug"), with_particle("laten", "weten")
    ('terugkomen', 'laten')
    """
    joined = particles.lower() + verb
    return joined if joined in tables().verbs else verb
