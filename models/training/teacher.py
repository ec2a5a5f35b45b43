"""The teacher: one network that reads words for everything the pipeline should give.

On top of the encoder stand small heads: tags, features, sentence borders, names, and a
biaffine parser (Dozat and Manning 2017). Each group of heads weighs the last six layers itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encoder import Encoder, Packed, Pieces, packed_file
from prepare_ud import without_doubtful_tags
from torch import Tensor, nn
from torch.nn import functional
from treebank import Sentence
from trees import best_tree
from windows import COLUMNS, IGNORE, NAMES, Labels, Window

MOST_PIECES = 508  # of a window: the positions of the encoder, less beginning and end
LAST_LAYERS = 6
ARC, RELATION = 256, 96  # widths inside the parser
DROPOUT = 0.25
SMOOTHING = {"tag": 0.05, "morph": 0.05, "ner": 0.05, "sent": 0.02}
WEIGHTS = {"tag": 1.0, "morph": 1.0, "sent": 1.0, "ner": 2.0}

Batch = dict[str, Any]
Listener = Callable[[Sequence[Window], Tensor], None]


class Batcher:
    """Windows to tensors."""

    def __init__(self, packed: Packed, pieces: Pieces, kept: np.ndarray[Any, Any]) -> None:
        self._pieces = pieces
        self._place = {int(number): place for place, number in enumerate(kept)}
        self._unknown = self._place[packed.unknown]
        self._begin, self._end = self._place[packed.begin], self._place[packed.end]
        self._pad = self._place[packed.pad]

    def __call__(self, windows: Sequence[Window]) -> Batch:
        """`pool` (texts, words, pieces) averages the pieces of each word."""
        cut = [self._cut(window) for window in windows]
        width = max(sum(map(len, pieces)) for pieces in cut) + 2
        longest = max(len(window.words) for window in windows)
        ids = torch.full((len(windows), width), self._pad)
        mask = torch.zeros(len(windows), width, dtype=torch.bool)
        pool = torch.zeros(len(windows), longest, width)
        gold = {name: torch.full((len(windows), longest), IGNORE) for name in COLUMNS}
        sentence = torch.full((len(windows), longest), -1)
        for row, (window, words) in enumerate(zip(windows, cut, strict=True)):
            at = 1
            ids[row, 0] = self._begin
            for place, pieces in enumerate(words):
                ids[row, at : at + len(pieces)] = torch.tensor(pieces)
                pool[row, place, at : at + len(pieces)] = 1 / len(pieces)
                at += len(pieces)
            ids[row, at] = self._end
            mask[row, : at + 1] = True
            for name, column in window.columns.items():
                gold[name][row, : len(column)] = torch.tensor(column)
            sentence[row, : len(window.words)] = torch.tensor(window.sentence)
        weight = torch.tensor([window.weight for window in windows])
        return {
            "ids": ids, "mask": mask, "pool": pool, "gold": gold, "sentence": sentence,
            "weight": weight,
        }  # fmt: skip

    def _cut(self, window: Window) -> list[list[int]]:
        words, spaced = [], True
        for word, space in zip(window.words, window.spaces, strict=True):
            pieces = self._pieces(word, spaced=spaced)
            words.append([self._place.get(piece, self._unknown) for piece in pieces])
            spaced = space
        total = sum(map(len, words))
        while total > MOST_PIECES:  # the longest words lose their second halves
            longest = max(words, key=len)
            half = max(1, len(longest) // 2)
            total -= len(longest) - half
            del longest[half:]
        return words


class Biaffine(nn.Module):
    """Scores of pairs; `size` is the width of both sides."""

    def __init__(self, size: int, out: int) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.empty(out, size + 1, size + 1))
        nn.init.normal_(self.w, std=0.02)

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """(texts, out, left words, right words)"""
        left, right = (
            functional.pad(left, (0, 1), value=1.0),
            functional.pad(right, (0, 1), value=1.0),
        )
        return torch.einsum("bxi,oij,byj->boxy", left, self.w, right)

    def chosen(self, left: Tensor, right: Tensor) -> Tensor:
        """(texts, words, out): word by word, for a right side that was chosen already."""
        left, right = (
            functional.pad(left, (0, 1), value=1.0),
            functional.pad(right, (0, 1), value=1.0),
        )
        half = torch.einsum("bni,oij->bnoj", left, self.w.to(left.dtype))
        return torch.einsum("bnoj,bnj->bno", half, right)


class Teacher(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.width
        self.mix = nn.ParameterList(nn.Parameter(torch.zeros(LAST_LAYERS)) for _ in range(3))
        self.scale = nn.Parameter(torch.ones(3))

        def head(size: int) -> nn.Module:
            return nn.Sequential(
                nn.Linear(width, width), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(width, size)
            )

        def side(size: int) -> nn.Module:
            return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(DROPOUT))

        self.tag, self.morph = head(len(labels.tags)), head(len(labels.morphs))
        self.sent, self.ner = head(2), head(len(NAMES))
        self.sides = nn.ModuleList(side(size) for size in (ARC, ARC, RELATION, RELATION))
        self.arc, self.relation = Biaffine(ARC, 1), Biaffine(RELATION, len(labels.deps))

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Scores by head; `arc` is (texts, words, heads), a root hanging from itself."""
        layers = torch.stack(self.encoder(batch["ids"], batch["mask"])[-LAST_LAYERS:])
        syntax, borders, names = (self._words(layers, batch["pool"], i) for i in range(3))
        dependent, head, left, right = (side(syntax) for side in self.sides)
        return {
            "tag": self.tag(syntax),
            "morph": self.morph(syntax),
            "sent": self.sent(borders),
            "ner": self.ner(names),
            "arc": self.arc(dependent, head)[:, 0],
            "left": left,
            "right": right,
            "words": torch.cat([syntax, names], -1),
        }

    def _words(self, layers: Tensor, pool: Tensor, group: int) -> Tensor:
        weights = torch.softmax(self.mix[group], 0)[:, None, None, None]
        pieces = (layers * weights).sum(0) * self.scale[group]
        words = torch.bmm(pool.to(pieces.dtype), pieces)
        return functional.dropout(words, DROPOUT, self.training)

    def relations(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """(texts, words, relations) for the given heads."""
        right = scores["right"]
        chosen = torch.gather(right, 1, heads[:, :, None].expand(-1, -1, right.shape[2]))
        return self.relation.chosen(scores["left"], chosen)


def loss(model: Teacher, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch, and its parts by name."""
    scores, gold = model(batch), batch["gold"]
    total, parts = torch.zeros(()), {}
    for name, weight in WEIGHTS.items():
        known = gold[name] != IGNORE
        if known.any():
            each = functional.cross_entropy(
                scores[name].float().transpose(1, 2), gold[name], ignore_index=IGNORE,
                reduction="none", label_smoothing=SMOOTHING[name],
            )  # fmt: skip
            part = (each * batch["weight"][:, None])[known].mean()
            parts[name], total = part.item(), total + weight * part
    known = gold["head"] != IGNORE
    if known.any():
        same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
        arcs = scores["arc"].float().masked_fill(~same, -1e4)
        part = functional.cross_entropy(arcs[known], gold["head"][known])
        parts["arc"], total = part.item(), total + part
        relations = model.relations(scores, gold["head"].clamp(min=0)).float()
        known = known & (gold["dep"] != IGNORE)
        part = functional.cross_entropy(relations[known], gold["dep"][known], label_smoothing=0.05)
        parts["relation"], total = part.item(), total + part
    return total, parts


def load_teacher(path: Path, sentences: list[Sentence]) -> tuple[Teacher, Batcher, Labels]:
    """The teacher, and what makes its input; `sentences` are those it was trained on."""
    labels = Labels.collect(without_doubtful_tags(sentence) for sentence in sentences)
    saved = torch.load(path, weights_only=False)
    packed = Packed(packed_file())
    model = Teacher(Encoder(packed, saved["kept"]), labels)
    model.load_state_dict(saved["state"])
    return model, Batcher(packed, Pieces(packed), saved["kept"]), labels


@dataclass(frozen=True, slots=True)
class Read:
    """What the teacher says of a window: per word label numbers, its head, whether one begins."""

    tag: list[int]
    morph: list[int]
    starts: list[bool]
    heads: list[int]
    deps: list[int]
    ner: list[int]


def read(
    model: Teacher,
    batcher: Batcher,
    windows: Sequence[Window],
    *,
    words: int = 2500,
    listener: Listener | None = None,
) -> list[Read]:
    """Read windows, about `words` words at a time.

    The listener is given the windows of a batch and what the teacher makes of their words: vectors
    for syntax and for names, one behind the other (texts, words, twice the width).
    """
    model.eval()
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].words))
    found: dict[int, Read] = {}
    while order:
        batch = [order.pop()]
        longest = len(windows[batch[0]].words)
        while order and (len(batch) + 1) * longest <= words:
            batch.append(order.pop())
        chosen = [windows[i] for i in batch]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(batcher(chosen))
            found |= zip(batch, _read(model, scores, chosen), strict=True)
            if listener:
                listener(chosen, scores["words"])
    return [found[i] for i in range(len(windows))]


def _read(model: Teacher, scores: dict[str, Tensor], windows: Sequence[Window]) -> list[Read]:
    border = torch.softmax(scores["sent"].float(), -1)[:, :, 1].numpy()
    arcs = torch.log_softmax(scores["arc"].float(), -1).numpy().astype(np.float64)
    names = torch.log_softmax(scores["ner"].float(), -1).numpy()
    starts, heads = [], torch.zeros(arcs.shape[:2], dtype=torch.long)
    for row, window in enumerate(windows):
        size = len(window.words)
        begins = [i for i in range(size) if i == 0 or border[row, i] > 0.5]
        for first, last in zip(begins, [*begins[1:], size], strict=True):
            inside = best_tree(arcs[row, first:last, first:last])
            heads[row, first:last] = torch.tensor([first + head for head in inside])
        starts.append([i in set(begins) for i in range(size)])
    best = {name: scores[name].float().argmax(-1).tolist() for name in ("tag", "morph")}
    relations = model.relations(scores, heads).float().argmax(-1).tolist()
    return [
        Read(
            tag=best["tag"][row][: len(window.words)],
            morph=best["morph"][row][: len(window.words)],
            starts=starts[row],
            heads=heads[row, : len(window.words)].tolist(),
            deps=relations[row][: len(window.words)],
            ner=best_names(names[row, : len(window.words)]),
        )
        for row, window in enumerate(windows)
    ]


def _follows(first: str, second: str) -> bool:
    if first[0] in "BI":
        return second[0] in "IL" and first[2:] == second[2:]
    return second[0] in "OBU"


FORBIDDEN = -1e9
FOLLOWS = np.array([[0.0 if _follows(a, b) else FORBIDDEN for b in NAMES] for a in NAMES])
BEGINS = np.array([0.0 if name[0] in "OBU" else FORBIDDEN for name in NAMES])
ENDS = np.array([0.0 if name[0] in "OLU" else FORBIDDEN for name in NAMES])


def best_names(chances: np.ndarray[Any, Any]) -> list[int]:
    """The likeliest well-formed series of BILUO labels, given log chances (words, labels)."""
    score, back = chances[0] + BEGINS, []
    for row in chances[1:]:
        paths = score[:, None] + FOLLOWS
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    label = int((score + ENDS).argmax())
    series = [label]
    for step in reversed(back):
        label = int(step[label])
        series.append(label)
    return series[::-1]


def name_spans(series: Sequence[int]) -> list[tuple[int, int, str]]:
    """First word, word behind the last, and label of each name."""
    found, start = [], 0
    for i, number in enumerate(series):
        part, _, label = NAMES[number].partition("-")
        if part in ("B", "U"):
            start = i
        if part in ("L", "U"):
            found.append((start, i + 1, label))
    return found
