"""The infinitive of a regular verb that no table has: *appte* → appen, *gestreamd* → streamen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_VOWELS: Final = "aeiouy"
_UNSTRESSED: Final = ("el", "er", "en", "em")
_SHORTEST: Final = 2
_SOFTER: Final = {"f": "v", "s": "z"}


def regular_infinitive(form: str, features: frozenset[str]) -> str | None:
    """Return the infinitive of a form in small letters, or none where its tag tells no ending.

    ``features`` are the parts of its Lassy tag: ``verl`` a past tense, ``met-t`` and ``ev`` a
    present one, ``vd`` and ``od`` participles.

    >>> regular_infinitive("appte", frozenset({"pv", "verl", "ev"}))
    'appen'
    >>> regular_infinitive("gegoogeld", frozenset({"vd", "vrij"}))
    'googelen'
    """
    stem = _stem(form, features)
    return None if stem is None or len(stem) < _SHORTEST else next(infinitives(stem))


def _stem(form: str, features: frozenset[str]) -> str | None:
    if "verl" in features:
        return _without(form, ("den", "ten", "de", "te"))
    if "met-t" in features:
        return form.removesuffix("t")
    if "vd" in features:
        bare = form.removesuffix("e")
        return _without(bare.removeprefix("ge"), ("d", "t")) if bare[-1:] in ("d", "t") else None
    if "od" in features:
        return _without(form.removesuffix("e"), ("end",))
    return form if {"tgw", "ev"} <= features else None


def _without(form: str, endings: tuple[str, ...]) -> str | None:
    return next((form.removesuffix(each) for each in endings if form.endswith(each)), None)


def infinitives(stem: str, *, soft: bool = True) -> Iterator[str]:
    """Yield how the infinitive of a stem (two letters or more) may be spelled, the likeliest first.

    ``soft`` says that the f or s of the stem may be a v or z of the verb, as it is where the past
    ends in *-de*: *leefde*, but *blafte*.

    >>> list(infinitives("maak")), list(infinitives("leef")), list(infinitives("vertel"))
    (['maken'], ['leven', 'lefen'], ['vertelen', 'vertellen'])
    """
    last, before, third = stem[-1], stem[-2], stem[-3:-2]
    softer = _SOFTER.get(last) if soft else None
    two_vowels = bool(third) and third in _VOWELS and third != before
    if last in _VOWELS or before not in _VOWELS or two_vowels:
        yield f"{stem}en"  # app, ink, stream, duik
        if softer:
            yield f"{stem[:-1]}{softer}en"  # verf, huis
    elif before == third:  # a long vowel: maak, geef, lees
        short = stem[:-2] if before in "aeou" else stem[:-1]
        if softer and before in "aeou":
            yield f"{short}{softer}en"
        yield f"{short}{last}en"
    else:
        if stem.endswith(_UNSTRESSED) and any(letter in _VOWELS for letter in stem[:-2]):
            yield f"{stem}en"  # googel
        yield f"{stem}{last}en"  # stop
