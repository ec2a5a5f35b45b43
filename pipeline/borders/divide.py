"""Find the best division of a text into stretches (a semi-Markov model, decoded by Viterbi).

Where the network is sure a sentence begins, one begins; where it is sure that none does, none does.
Only what lies between is weighed, so ordinary text costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.borders.features import (
    PAIR,
    STRETCH,
    Stretch,
    Text,
    pair_features,
    stretch,
)

#: Odds (natural logarithms) from which on a beginning is certain, and below which there is none.
SURE: Final = 5.0
NEVER: Final = -6.0
#: So many possible beginnings may be passed over by one stretch.
_MOST_PASSED: Final = 8

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lattice:
    """All stretches that a part of a text may be divided into.

    ``by_start`` and ``by_end`` give their numbers by the word where they begin and end.
    """

    start: int
    end: int
    stretches: tuple[Stretch, ...]
    by_start: Mapping[int, Sequence[int]]
    by_end: Mapping[int, Sequence[int]]

    @property
    def beginnings(self) -> tuple[int, ...]:
        """The words where a stretch may begin, in order."""
        return tuple(sorted(self.by_start))


def divide(text: Text, weights: Weights) -> list[int]:
    """Return the words where a sentence begins, the first word always among them.

    Without weights the network's opinion of each word decides by itself.
    """
    count = len(text.words)
    if not count:
        return []
    if not weights:
        return [0, *(n for n in range(1, count) if text.odds[n] > 0)]
    starts = set(_certain(text))
    for lattice in lattices(text):
        starts.update(best(text, lattice, weights))
    return sorted(starts)


def lattices(text: Text) -> Iterator[Lattice]:
    """Yield the parts of a text that may be divided in several ways.

    A certain sentence on either side belongs to them, since neighbours are compared.
    """
    bounds = [*_certain(text), len(text.words)]
    doubtful = [
        any(NEVER < text.odds[n] < SURE for n in range(start + 1, end))
        for start, end in pairwise(bounds)
    ]
    part = 0
    while part < len(doubtful):
        if not doubtful[part]:
            part += 1
            continue
        first = max(0, part - 1)
        # One certain sentence between two doubtful ones joins them.
        while part < len(doubtful) and any(doubtful[part : part + 2]):
            part += 1
        last = min(part + 1, len(doubtful))
        yield _lattice(text, bounds[first : last + 1])
        part += 1


def _certain(text: Text) -> list[int]:
    """The words where a sentence begins for certain: the first, and what the network is sure of."""
    return [0, *(n for n in range(1, len(text.words)) if text.odds[n] >= SURE)]


def _lattice(text: Text, bounds: Sequence[int]) -> Lattice:
    stretches: list[Stretch] = []
    by_start: dict[int, list[int]] = {}
    by_end: dict[int, list[int]] = {}
    for low, high in pairwise(bounds):
        possible = [low, *(n for n in range(low + 1, high) if text.odds[n] > NEVER), high]
        for place, start in enumerate(possible[:-1]):
            for end in possible[place + 1 : place + 2 + _MOST_PASSED]:
                by_start.setdefault(start, []).append(len(stretches))
                by_end.setdefault(end, []).append(len(stretches))
                stretches.append(stretch(text, start, end))
    return Lattice(bounds[0], bounds[-1], tuple(stretches), by_start, by_end)


def best(text: Text, lattice: Lattice, weights: Weights) -> list[int]:
    """Return where the stretches of the best division begin."""
    own = [weights.get(name, 0.0) for name in STRETCH]
    joint = [weights.get(name, 0.0) for name in PAIR]
    scores: dict[int, float] = {}
    before: dict[int, int] = {}
    for start in lattice.beginnings:
        for number in lattice.by_start[start]:
            two = lattice.stretches[number]
            score = _dot(own, two.features)
            if start > lattice.start:
                score_before, before[number] = max(
                    (
                        scores[other]
                        + _dot(joint, pair_features(text, lattice.stretches[other], two)),
                        other,
                    )
                    for other in lattice.by_end[start]
                )
                score += score_before
            scores[number] = score
    number = max(lattice.by_end[lattice.end], key=scores.__getitem__)
    starts = [lattice.stretches[number].start]
    while number in before:
        number = before[number]
        starts.append(lattice.stretches[number].start)
    return starts[::-1]


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True) if value)
