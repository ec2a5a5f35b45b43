"""The infinitive of a regular verb that no table has: *appte* → appen, *gestreamd* → streamen."""

from __future__ import annotations

from typing import Final

_VOWELS: Final = "aeiouy"
_UNSTRESSED: Final = ("el", "er", "en", "em")
_SHORTEST: Final = 2


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
    return None if stem is None or len(stem) < _SHORTEST else _with_ending(stem)


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


def _with_ending(stem: str) -> str:
    """A stem with the ending of the infinitive, spelled as it is then: maak → maken, stop …"""
    last, before, third = stem[-1], stem[-2], stem[-3:-2]
    if last in _VOWELS or before not in _VOWELS:
        return f"{stem}en"  # app, ink
    if before == third:  # a long vowel: maak, geef, lees
        softer = {"f": "v", "s": "z"}.get(last, last)
        return f"{stem[:-2]}{softer}en" if before in "aeou" else f"{stem}en"
    if third and third in _VOWELS:
        return f"{stem}en"  # stream, duik
    if stem.endswith(_UNSTRESSED) and any(letter in _VOWELS for letter in stem[:-2]):
        return f"{stem}en"  # googel
    return f"{stem}{last}en"  # stop
