"""The figures of one document by sentence: what stands near a figure, without reading them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.reconcile.records import Stated


class Nearby:
    """Figures of one text, of which those of a few sentences are given in the order they came.

    >>> # Nearby(figures).between(3, 5): those of the sentences 3 to 5
    """

    def __init__(self, figures: Iterable[Stated]) -> None:
        self._sentences: dict[int, list[tuple[int, Stated]]] = defaultdict(list)
        for place, figure in enumerate(figures):
            self._sentences[figure.position].append((place, figure))
        self._positions = sorted(self._sentences)

    def at(self, position: int) -> Sequence[Stated]:
        """Return the figures of one sentence."""
        return [figure for _, figure in self._sentences.get(position, ())]

    def between(self, first: int, last: int) -> Sequence[Stated]:
        """Return the figures of a stretch of sentences, both ends included."""
        begin, end = bisect_left(self._positions, first), bisect_right(self._positions, last)
        found = [each for at in self._positions[begin:end] for each in self._sentences[at]]
        return [figure for _, figure in sorted(found, key=lambda each: each[0])]

    def around(self, figure: Stated, reach: int) -> Sequence[Stated]:
        """Return the figures of the sentences at most ``reach`` away, its own included."""
        return self.between(figure.position - reach, figure.position + reach)
