"""The mean of what the teacher makes of each word, over all places where it read the word.

`vectors.py` makes word vectors of the means: what the teacher knows of a word (that *Assen* is a
place, that *fiets* has common gender) then stands in a table that a small network can look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
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
            self._counts = np.zeros(FIRST_ROWS, dtype=np.int64)
        while len(self._rows) > len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        np.add.at(self._sums, rows, vectors)
        np.add.at(self._counts, rows, 1)

    def save(self, path: Path) -> None:
        """Write words, sums and counts."""
        sums = np.zeros((0, 0), np.float32) if self._sums is None else self._sums
        words = np.frombuffer("\n".join(self._rows).encode(), dtype=np.uint8)
        size = len(self._rows)
        np.savez(path, words=words, sums=sums[:size], counts=self._counts[:size])


def load(paths: Iterable[Path]) -> tuple[list[str], Table, np.ndarray[Any, Any]]:
    """Words, their mean vectors (words, size) and counts, of several readings together."""
    rows: dict[str, int] = {}
    parts = []
    for path in paths:
        with np.load(path) as saved:
            words = saved["words"].tobytes().decode().split("\n")
            at = [rows.setdefault(word, len(rows)) for word in words]
            parts.append((np.array(at), saved["sums"], saved["counts"]))
    sums = np.zeros((len(rows), parts[0][1].shape[1]), dtype=np.float32)
    counts = np.zeros(len(rows), dtype=np.int64)
    for places, some, times in parts:
        sums[places] += some
        counts[places] += times
    return list(rows), sums / counts[:, None].astype(np.float32), counts
