"""Word vectors in bytes: known words have one each, other words are made of their letters.

spaCy keeps vectors in four bytes a number, either for a list of words or (floret) for pieces of
words. These take one byte a number, and do both: what a large network knows of a frequent word is
kept whole, and *Zwaagwesteinde*, which is not in the list, gets the mean of its pieces. The list
holds fingerprints of words, not the words.

spaCy finds the class by the name in a pipeline's configuration: by an entry point where Feitenbank
is installed, or once this module is imported.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
from murmurhash.mrmr import hash as murmur
from spacy.attrs import ORTH
from spacy.strings import StringStore, get_string_id
from spacy.util import registry
from spacy.vectors import BaseVectors
from spacy.vocab import Vocab

REGISTERED: Final = "feitenbank.WordVectors.v1"
SHORTEST: Final = 3  # letters of a piece, with the marks of beginning and end
LONGEST: Final = 5
_MOST_PIECES: Final = 120  # of a word; a longer one is no word
_REMEMBERED: Final = 20_000  # words made of pieces, so that memory does not grow with the corpus
_FILE: Final = "word_vectors.npz"
_PARTS: Final = ("keys", "known", "scales", "pieces", "piece_scales")

Floats = np.ndarray[Any, np.dtype[np.float32]]


def pieces(word: str) -> Iterator[str]:
    """Yield the pieces of a word that its vector is made of.

    >>> list(pieces("ton"))
    ['<to', 'ton', 'on>', '<ton', 'ton>', '<ton>']
    """
    marked = f"<{word}>"
    for size in range(SHORTEST, LONGEST + 1):
        for start in range(len(marked) - size + 1):
            yield marked[start : start + size]


def piece_rows(word: str, count: int) -> list[int]:
    """Return which of ``count`` rows the pieces of a word have; several pieces may share one."""
    return [murmur(piece, 0) % count for piece in islice(pieces(word), _MOST_PIECES)]


def in_bytes(vectors: Floats) -> tuple[np.ndarray[Any, np.dtype[np.int8]], Floats]:
    """Return vectors as whole numbers from -127 to 127, and what each row is multiplied by."""
    scales = np.maximum(np.abs(vectors).max(axis=1, initial=0), 1e-8) / 127
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float32)


class WordVectors(BaseVectors):  # type: ignore[misc]  # spaCy's class has no annotations
    """The table; ``get_batch`` is what a pipeline's layers call."""

    name = "feitenbank.vectors"
    mode = "words and pieces"
    attr = ORTH

    def __init__(self, *, strings: StringStore | None = None) -> None:
        self.strings = StringStore() if strings is None else strings
        nothing = in_bytes(np.zeros((0, 0), dtype=np.float32))
        self._fill(np.zeros(0, dtype=np.uint64), *nothing, *nothing)

    @classmethod
    def of(
        cls, strings: StringStore, words: list[str], vectors: Floats, piece_vectors: Floats
    ) -> WordVectors:
        """Return a table of words, each once, with their vectors (words, size), and of pieces."""
        table = cls(strings=strings)
        keys = np.array([strings.add(word) for word in words], dtype=np.uint64)
        order = np.argsort(keys)
        known, scales = in_bytes(vectors[order])
        made, made_scales = in_bytes(piece_vectors)
        table._fill(keys[order], known, scales, made, made_scales)
        return table

    def _fill(self, keys: Any, known: Any, scales: Any, made: Any, made_scales: Any) -> None:
        self._keys, self._known, self._scales = keys, known, scales
        self._packed = made, made_scales
        self._pieces: Floats = made.astype(np.float32) * made_scales[:, None]
        self._made: dict[int, Floats] = {}
        self._last: tuple[Any, Floats] = (np.full(1, np.nan), np.zeros((0, 0), dtype=np.float32))
        self.key2row: dict[int, int] = {int(key): row for row, key in enumerate(keys)}

    @property
    def data(self) -> Floats:
        """The rows of pieces; spaCy looks here for the kind of array."""
        return self._pieces

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows (words and pieces) and the size of a vector."""
        return len(self._keys) + len(self._pieces), self._pieces.shape[1]

    @property
    def size(self) -> int:
        """How many numbers the table has."""
        return self.shape[0] * self.shape[1]

    @property
    def vectors_length(self) -> int:
        """The size of a vector."""
        return self.shape[1]

    @property
    def n_keys(self) -> int:
        """How many words are known."""
        return len(self._keys)

    @property
    def is_full(self) -> bool:
        """Nothing can be added."""
        return True

    def keys(self) -> Iterable[int]:
        """Return the fingerprints of the known words."""
        return self.key2row.keys()

    def __eq__(self, other: object) -> bool:
        """Whether the other table says the same; spaCy asks when it joins pipelines."""
        return isinstance(other, WordVectors) and all(
            np.array_equal(mine, its) for mine, its in zip(self._all(), other._all(), strict=True)
        )

    __hash__ = object.__hash__

    def _all(self) -> tuple[Any, ...]:
        return (self._keys, self._known, self._scales, *self._packed)

    def __len__(self) -> int:
        return self.shape[0]

    def __contains__(self, key: int | str) -> bool:
        return len(self._pieces) > 0

    def __getitem__(self, key: int | str) -> Floats:
        vector: Floats = self.get_batch([key])[0]
        return vector

    def get_batch(self, keys: Iterable[int | str]) -> Floats:
        """Return the vectors of words, given as text or spaCy's fingerprints: (words, size)."""
        if isinstance(keys, np.ndarray):  # what spaCy's layers ask with
            asked: Any = keys
            wanted = keys.astype(np.uint64)
            if np.array_equal(wanted, self._last[0]):  # the next layer, the same documents
                return self._last[1]
        else:
            asked = list(keys)
            wanted = np.array([get_string_id(key) for key in asked], dtype=np.uint64)
        found = np.zeros((len(wanted), self.vectors_length), dtype=np.float32)
        if not self.shape[0]:
            return found
        at = np.searchsorted(self._keys, wanted)
        at[at == len(self._keys)] = 0
        known = self._keys[at] == wanted if len(self._keys) else np.zeros(len(wanted), dtype=bool)
        rows = at[known]
        found[known] = self._known[rows] * self._scales[rows, None]
        for place in np.flatnonzero(~known):
            found[place] = self._make(int(wanted[place]), asked[place])
        self._last = wanted, found
        return found

    def _make(self, key: int, word: int | str) -> Floats:
        vector = self._made.get(key)
        if vector is None:
            text = word if isinstance(word, str) else self.strings[int(word)] if key else ""
            rows = piece_rows(text, len(self._pieces)) if text and len(self._pieces) else []
            vector = (
                self._pieces[rows].mean(axis=0)
                if rows
                else np.zeros(self.vectors_length, dtype=np.float32)
            )
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            self._made[key] = vector
        return vector

    def to_ops(self, ops: Any) -> None:
        """The table stays with numpy: the shipped pipeline is for ordinary processors."""

    def _save(self, target: Any) -> None:
        np.savez(target, **dict(zip(_PARTS, self._all(), strict=True)))

    def _load(self, source: Any) -> WordVectors:
        with np.load(source) as saved:
            self._fill(*(saved[part] for part in _PARTS))
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the table into the folder of a vocabulary."""
        self._save(Path(path) / _FILE)

    def from_disk(self, path: str | Path, **_: Any) -> WordVectors:
        """Read what :meth:`to_disk` wrote.

        Raises:
            OSError: it is not there.
        """
        return self._load(Path(path) / _FILE)

    def to_bytes(self, **_: Any) -> bytes:
        """Return the table as bytes."""
        stream = io.BytesIO()
        self._save(stream)
        return stream.getvalue()

    def from_bytes(self, data: bytes, **_: Any) -> WordVectors:
        """Read what :meth:`to_bytes` returned."""
        return self._load(io.BytesIO(data))


@registry.vectors(REGISTERED)  # type: ignore[untyped-decorator]  # as above
def make_vectors() -> Callable[[Vocab], WordVectors]:
    """Return what spaCy calls for the vectors of a vocabulary."""
    return lambda vocab: WordVectors(strings=vocab.strings)
