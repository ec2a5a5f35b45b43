"""Which known organisation a misspelt name of several words must be: Leger des Heil.

The rest of the name shows whose name it is: all words but one or two must be as known, and those
must look alike. A name that differs in a place or a number is somebody else's (GGD Twente).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from pipeline.entities.gazetteer import PLACES, Gazetteer, Key, key_of, load_gazetteer
from pipeline.entities.words import fold

_ALIKE, _SHORT_ALIKE = 80.0, 88.0  # from 0 to 100, rapidfuzz's ratio
_SHORT = 6  # letters; a shorter word must look more alike
_LEAST = 4  # letters; a shorter word is never misspelt
_SOUNDS = (
    *(("eau", "o"), ("y", "j"), ("ij", "ei"), ("ph", "f")),
    *(("c", "k"), ("z", "s"), ("h", "")),
)
_COMMON = 4  # letters; shorter words say nothing of whose name it is


@lru_cache(maxsize=8192)
def sound(text: str) -> str:
    """Return roughly how a name sounds, so that letters that are often confused count as one.

    >>> sound("Yorneo"), sound("Joneho")
    ('jorneo', 'joneo')
    """
    plain = re.sub(r"[^a-z]", "", fold(text))
    for written, said in _SOUNDS:
        plain = plain.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", plain)


@dataclass(frozen=True)
class KnownNames:
    """The names of organisations that have several words, by each of their longer words."""

    by_word: Mapping[str, tuple[tuple[Key, str], ...]]
    places: frozenset[str]  # words that are places' names: never a slip of the pen

    def nearest(self, words: Sequence[str]) -> tuple[str, float] | None:
        """Return the organisation whose name is meant by some folded words, and how alike it is."""
        best: tuple[float, str] | None = None
        seen: set[Key] = set()
        for word in words:
            for key, entity in self.by_word.get(word, ()):
                if len(key) != len(words) or key in seen:
                    continue
                seen.add(key)
                likeness = self._likeness(words, key)
                if likeness and (best is None or likeness > best[0]):
                    best = (likeness, entity)
        return (best[1], best[0]) if best else None

    def _likeness(self, words: Sequence[str], key: Key) -> float:
        unlike = [(said, known) for said, known in zip(words, key, strict=True) if said != known]
        if not unlike or len(unlike) > max(1, len(key) // 3):
            return 0.0
        if any(not self._slip(said, known) for said, known in unlike):
            return 0.0
        return fuzz.ratio(" ".join(words), " ".join(key))

    def _slip(self, said: str, known: str) -> bool:
        """Whether one word may be the other, misspelt."""
        shortest = min(len(said), len(known))
        if shortest < _LEAST or not said.isalpha() or {said, known} & self.places:
            return False
        if sound(said) == sound(known):
            return True
        return fuzz.ratio(said, known) >= (_SHORT_ALIKE if shortest < _SHORT else _ALIKE)


def known_names(gazetteer: Gazetteer) -> KnownNames:
    """Return the names to compare with; built once for the usual gazetteer."""
    return _usual() if gazetteer is load_gazetteer() else _built(gazetteer)


@cache
def _usual() -> KnownNames:
    return _built(load_gazetteer())


def _built(gazetteer: Gazetteer) -> KnownNames:
    by_word: dict[str, list[tuple[Key, str]]] = {}
    places: set[str] = set()
    for key, names in gazetteer.index.items():
        sorts = {name.sort for name in names}
        if sorts & PLACES:
            places.update(key)
        for name in names:
            if name.sort == "organisation" and len(key) > 1:
                for word in _telling(key):
                    by_word.setdefault(word, []).append((key_of(name.text), name.entity))
    return KnownNames({word: tuple(names) for word, names in by_word.items()}, frozenset(places))


def _telling(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) >= _COMMON and word.isalpha()}
