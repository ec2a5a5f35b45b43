"""The mean of what the teacher makes of each word, over all places where it read the word.

`vectors.py` makes word vectors of the means: what the teacher knows of a word (that *Assen* is a
place, that *fiets* has common gender) then stands in a table that a small network can look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor
from windows import Window

FIRST_ROWS = 65_536
Table = np.ndarray[Any, np.dtype[np.float32]]


class Means:
    """Sums and counts by word; capitals make another word. A listener of `teacher.read`."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._sums: Table | None = None
        self._counts = np.zeros(0, dtype=np.int64)

    def __call__(self, windows: Sequence[Window], words: Tensor) -> None:
        """Add the words of a batch; `words` is (texts, words, size)."""
        for window, vectors in zip(windows, words.float().numpy(), strict=True):
            self.add(window.words, vectors[: len(window.words)])

    def add(self, words: Sequence[str], vectors: Table) -> None:
        """Add some words with their vectors."""
        rows = [self._rows.setdefault(word, len(self._rows)) for word in words]
        if self._sums is None:
            self._sums = np.zeros((FIRST_ROWS, vectors.shape[1]), dtype=np.float32)
        while len(self._rows) > len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
        self._counts = np.concatenate(
            [self._counts, np.zeros(len(self._rows) - len(self._counts), dtype=np.int64)]
        )
        np.add.at(self._sums, rows, vectors)
        np.add.at(self._counts, rows, 1)

    def save(self, path: Path) -> None:
        """Write words, sums and counts."""
        sums = np.zeros((0, 0)) if self._sums is None else self._sums[: len(self._rows)]
        np.savez(path, words=np.array(list(self._rows)), sums=sums, counts=self._counts)


def load(paths: Iterable[Path]) -> tuple[list[str], Table, np.ndarray[Any, Any]]:
    """Words, their mean vectors (words, size) and counts, of several readings together."""
    rows: dict[str, int] = {}
    parts = []
    for path in paths:
        saved = np.load(path)
        at = [rows.setdefault(word, len(rows)) for word in saved["words"].tolist()]
        parts.append((np.array(at), saved["sums"], saved["counts"]))
    sums = np.zeros((len(rows), parts[0][1].shape[1]), dtype=np.float32)
    counts = np.zeros(len(rows), dtype=np.int64)
    for at, some, times in parts:
        sums[at] += some
        counts[at] += times
    return list(rows), sums / counts[:, None], counts
