"""Dutch nouns: is a word one, and what is its lemma.

Compounds, of which Dutch makes new ones every day, are judged by their last part: *jeugdhulpen* is
known because *hulpen* is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from pipeline.lemmas.tables import tables as _tables
from pipeline.lemmas.verbs import infinitives

_VOWELS = "aeiouy"
_SHORTEST_TAIL = 4
_LONGEST = 60
_PARTICLES = "aan|af|bij|door|in|mee|na|neer|om|onder|op|over|terug|toe|uit|vast|voor|weg|samen"
# teruggevonden, aangehouden, opgepakt: participles that look like plurals.
_PARTICIPLE = re.compile(rf"(?:{_PARTICLES})ge")
# Participles of strong verbs take no -e: drie gesloten scholen, vijf aangetroffen dieren. Most of
# those with a particle in front are not in the tables.
_STRONG_PARTICIPLE = re.compile(r"ge\w{3,}en")
_SPLIT_PARTICIPLE = re.compile(rf"(?:{_PARTICLES})ge\w{{3,}}en")
_UNPREFIXED = frozenset({"overleden", "verdwenen", "verloren"})


@dataclass(frozen=True, slots=True)
class Noun:
    """The lemma of a word as a noun; ``plural`` and ``known`` say how it was recognised."""

    lemma: str
    plural: bool
    known: bool


@lru_cache(maxsize=20_000)
def noun(word: str, *, plural: bool = True) -> Noun | None:
    """Return ``word`` (lower case) as a noun, or None when nothing speaks for that.

    Where a word is both (*kans* is a chance and the plural of *kan*), ``plural`` chooses.

    >>> noun("jongeren"), noun("basisscholen").lemma
    (Noun(lemma='jongere', plural=True, known=True), 'basisschool')
    """
    if len(word) > _LONGEST:
        return None
    word = word.replace("’", "'")
    head, _, last = word.rpartition("-")
    if head and len(last) >= _SHORTEST_TAIL:  # oud-raadsleden
        found = noun(last, plural=plural)
        return None if found is None else replace(found, lemma=f"{head}-{found.lemma}")
    if plural and word.endswith("lozen") and len(word) > len("blozen") + 1:
        return Noun(word.removesuffix("n"), True, True)  # werklozen, daklozen, thuislozen
    whole = None if plural and _irregular(word) else _known(word, plural=plural)
    if whole is not None:
        return whole
    tables = _tables()
    if word in tables.verbs or word in tables.adjectives or word in tables.verb_forms:
        return None
    if _PARTICIPLE.match(word) or _is_past(word):
        return None
    compound = _compound(word, plural=plural)
    if compound is not None:
        return compound
    guess = _guess(word)
    return None if guess is None else Noun(guess, True, False)


def with_capitals(lemma: str, form: str, low: str | None = None) -> str:
    """Return the lemma with the capitals of its form, as far as the two begin alike.

    ``low`` is what the form is compared as, where that is more than small letters.

    >>> with_capitals("eu-land", "EU-landen"), with_capitals("noord-afrikaans", "Noord-Afrikaanse")
    ('EU-land', 'Noord-Afrikaans')
    """
    low = form.lower() if low is None else low
    if form.islower() or len(low) != len(form):
        return lemma
    pairs = zip(lemma, low, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return form[:same] + lemma[same:]


def _irregular(word: str) -> bool:
    """Tell whether ``word`` is a compound of an irregular plural: raadsleden, voorsteden."""
    forms = _tables().noun_forms
    if word in forms or word.removesuffix("en") in _tables().nouns:
        return False  # 'sectoren' are no ears of a sect
    cuts = range(3, len(word) - _SHORTEST_TAIL + 1)
    return any(word[cut:] in forms and _is_head(word[:cut]) for cut in cuts)


def _compound(word: str, *, plural: bool) -> Noun | None:
    """Return a compound by its last part; a first part that is a noun too decides.

    *parlementsleden* ends in *sleden* and in *leden*: the irregular plural, which is the commoner
    word, wins.
    """
    first: Noun | None = None
    joined: Noun | None = None
    for cut in range(2, len(word) - _SHORTEST_TAIL + 1):
        rest = word[cut:].lstrip("-")
        tail = _known(rest, plural=plural)
        if tail is None or (cut < 3 and not tail.plural):
            continue
        head = word[: len(word) - len(rest)]
        found = Noun(head + tail.lemma, tail.plural, True)
        if not _is_head(head):
            first = first or found
        elif rest in _tables().noun_forms:
            linked = rest.startswith("s") and rest[1:] in _tables().noun_forms
            if not linked:
                return found
        else:
            joined = joined or found
    return joined or first


def _is_head(head: str) -> bool:
    nouns = _tables().nouns
    stem = head.rstrip("-")
    return any(
        stem.removesuffix(link) in nouns for link in ("", "s", "en", "e") if stem.endswith(link)
    )


def is_verb(word: str) -> bool:
    """Tell whether a word is, or can be, a form of a verb."""
    tables = _tables()
    return word in tables.verbs or word in tables.verb_forms


def is_inflected_adjective(word: str) -> bool:
    """Tell whether ``word`` is the inflected form (in -e) of an adjective of the tables."""
    tables = _tables()
    if not word.endswith("e"):
        return False
    stem = word[:-1]
    return (
        word in tables.adjective_forms or {stem, close_syllable(stem)} & tables.adjectives != set()
    )


def is_strong_participle(word: str) -> bool:
    """Tell whether ``word`` is a participle in -en: gesloten, aangetroffen, overleden."""
    if word in _UNPREFIXED or _SPLIT_PARTICIPLE.fullmatch(word):
        return True
    return word in _tables().verb_forms and _STRONG_PARTICIPLE.fullmatch(word) is not None


def is_adjective(word: str) -> bool:
    """Tell whether ``word`` may stand as an adjective between a number and its noun."""
    tables = _tables()
    if word in tables.adjectives or word in tables.adjective_forms or is_strong_participle(word):
        return True
    if not word.endswith("e"):
        return False
    stem = word[:-1]
    if stem in tables.adjectives or close_syllable(stem) in tables.adjectives:
        return True
    return word.endswith(
        (
            "ende",
            "se",
            "sche",
            "ige",
            "elijke",
            "bare",
            "iële",
            "uele",
            "loze",
            "ste",
            "ere",
            "ale",
            "ele",
            "de",
        )
    )


def _known(word: str, *, plural: bool) -> Noun | None:
    tables = _tables()
    if not plural and word in tables.nouns and word not in tables.noun_forms:
        return Noun(word, False, True)
    if word.endswith("jes") and len(word) > 5:
        return Noun(word.removesuffix("s"), True, True)
    found = tables.noun_forms.get(word)
    if found and found[0] == f"{word}n":
        return Noun(word, False, True)  # jongere, of which the tables make jongeren
    if found:
        return Noun(found[0], found[0] != word, True)
    if _is_person(word):
        return Noun(word.removesuffix("n"), True, True)
    if word in tables.verb_forms or _is_past(word):
        return None
    for candidate in _singulars(word):
        if candidate in tables.nouns and len(candidate) > 1:
            return Noun(candidate, True, True)
    if word in tables.nouns or (word.endswith("tje") and len(word) > 5) or word.endswith("kje"):
        return Noun(word, False, True)
    return None


def _is_person(word: str) -> bool:
    """Tell whether ``word`` is an adjective or participle used as a noun: jeugdigen, omwonenden."""
    tables = _tables()
    if word.endswith("igen"):
        return word[:-2] in tables.adjectives
    return word.endswith("enden") and word[:-3] in tables.verbs


def _is_past(word: str) -> bool:
    """Tell whether ``word`` is the plural of a past tense: liepen, werkten, leefden, handelden."""
    tables = _tables()
    if word.endswith("en") and word[:-2] in tables.verb_forms:
        return True
    if not word.endswith(("den", "ten")) or len(word) < 6:
        return False
    if word[:-2] in tables.nouns:
        return False  # gitaristen, runden
    return any(verb in tables.verbs for verb in infinitives(word[:-3], soft=word.endswith("den")))


def _singulars(word: str) -> Iterator[str]:
    """Yield what ``word`` may be the plural of, the likeliest first."""
    if word.endswith("heden"):
        yield word.removesuffix("heden") + "heid"
    if word.endswith("'s"):
        yield word.removesuffix("'s")
        return
    if word.endswith("ën"):
        yield word.removesuffix("ën")
        yield word.removesuffix("n").removesuffix("ë") + "e"
        return
    if word.endswith("en"):
        stem = word.removesuffix("en")
        if word.endswith(("eren", "ieren")) is False or word.endswith("dieren"):
            yield close_syllable(stem)
        if word.endswith(("deren", "geren", "teren", "keren")):
            yield word.removesuffix("n")
        yield close_syllable(stem)
        yield stem
        yield word.removesuffix("n")
    elif word.endswith("s"):
        yield word.removesuffix("s")


def close_syllable(stem: str) -> str:
    """Return a stem as it is spelled without its ending: won → woon, kattn … kat, briev → brief."""
    if len(stem) < 3:
        return stem
    last, before = stem[-1], stem[-2]
    if last == before and last not in _VOWELS:
        return stem[:-1]
    open_syllable = stem[-3] not in _VOWELS or stem[-3:-1] in ("ea", "ia")  # Europeaan, Italiaan
    if before in _VOWELS and last not in _VOWELS and open_syllable and before in "aeou":
        stem = stem[:-1] + before + last
    if stem.endswith("v"):
        return stem[:-1] + "f"
    if stem.endswith("z"):
        return stem[:-1] + "s"
    return stem


def _guess(word: str) -> str | None:
    """Return the singular of an unknown word that looks like a plural."""
    if word.endswith("'s"):
        return word.removesuffix("'s")
    if word.endswith("ezen"):
        return word.removesuffix("ezen") + "ees"
    if word.endswith(("ers", "ërs", "ors", "els", "jes", "aars", "ies", "eurs", "oms", "ums")):
        return word.removesuffix("s")
    if word.endswith("en") and len(word) > 5 and not word.startswith(("ge", "be", "ver", "ont")):
        stem = word.removesuffix("en")
        return (
            stem
            if stem.endswith(("ing", "ist", "ent", "ant", "aat", "iek"))
            else close_syllable(stem)
        )
    return None
