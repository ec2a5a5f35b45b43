"""Learn what speaks for and against a stretch of words being a sentence (`pipeline.borders`).

    python fit_borders.py --read half1/model-last halves/read1.spacy \
        --read half2/model-last halves/read2.spacy --output borders.json

A conditional random field over the possible divisions of each doubtful part of a text: the weights
of some forty features under which the right divisions are likeliest, drawn to zero (and that of the
network's odds to one) where the texts say little. So few weights need few texts, but these should
be ones on which the network is as often wrong as it will be, not those that it was trained on: so
two networks each learn one half of the texts and read the other (`halves.py`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from assemble import load_with_borders
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from torch import Tensor

from pipeline.borders.component import Borders
from pipeline.borders.divide import Lattice, lattices
from pipeline.borders.features import PAIR, STRETCH, Text, pair_features

PENALTY = 0.015
ROUNDS = 40


@dataclass(frozen=True)
class Problem:
    """The possible divisions of a part of a text, as numbers, and the right one.

    `joints` has for each beginning the stretches that end there, those that begin there, and the
    features of each pair of them.
    """

    own: Tensor
    joints: tuple[tuple[list[int], list[int], Tensor], ...]
    first: list[int]
    last: list[int]
    right: list[int]


def texts(nlp: Language, docs: Sequence[Doc]) -> Iterator[tuple[Text, frozenset[int]]]:
    """Each document as the network sees it, and where its sentences begin."""
    borders: Any = nlp.get_pipe("senter")
    assert isinstance(borders, Borders)
    needed = [name for name in ("tok2vec", "tagger") if name in nlp.pipe_names]
    for doc in docs:
        read = Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc])
        for name in needed:
            read = nlp.get_pipe(name)(read)
        yield (
            borders.texts([read])[0],
            frozenset(t.i for t in doc if t.is_sent_start or t.i == 0),
        )


def problem(text: Text, lattice: Lattice, starts: frozenset[int]) -> Problem | None:
    """A part of a text as numbers; None where the right division is not among the possible ones."""
    # What is certain and wrong stays, what is impossible and right is left out.
    certain = {
        place
        for place in lattice.beginnings
        if not any(each.start < place < each.end for each in lattice.stretches)
    }
    chosen = [n for n in lattice.beginnings if n in starts or n in certain]
    number = {(each.start, each.end): n for n, each in enumerate(lattice.stretches)}
    try:
        right = [number[span] for span in zip(chosen, [*chosen[1:], lattice.end], strict=True)]
    except KeyError:
        return None
    joints = []
    for start in lattice.beginnings[1:]:
        before, behind = list(lattice.by_end[start]), list(lattice.by_start[start])
        rows = [
            [pair_features(text, lattice.stretches[i], lattice.stretches[j]) for j in behind]
            for i in before
        ]
        joints.append((before, behind, torch.tensor(rows, dtype=torch.float32)))
    own = torch.tensor([each.features for each in lattice.stretches], dtype=torch.float32)
    first, last = list(lattice.by_start[lattice.start]), list(lattice.by_end[lattice.end])
    return Problem(own, tuple(joints), first, last, right)


def surprise(problem: Problem, own: Tensor, joint: Tensor) -> Tensor:
    """Minus the logarithm of the chance of the right division."""
    scores = problem.own @ own
    total: dict[int, Tensor] = {number: scores[number] for number in problem.first}
    right = scores[problem.right].sum()
    pairs = set(zip(problem.right, problem.right[1:], strict=False))
    for before, behind, features in problem.joints:
        joints = features @ joint
        reached = torch.stack([total[number] for number in before])
        sums = scores[behind] + torch.logsumexp(reached[:, None] + joints, dim=0)
        total.update(zip(behind, sums, strict=True))
        for row, i in enumerate(before):
            for column, j in enumerate(behind):
                if (i, j) in pairs:
                    right = right + joints[row, column]
    return torch.logsumexp(torch.stack([total[n] for n in problem.last]), dim=0) - right


def fit(problems: Sequence[Problem]) -> dict[str, float]:
    """The weights of all features."""
    prior = torch.zeros(len(STRETCH))
    prior[STRETCH.index("odds")] = 1.0
    own, joint = prior.clone().requires_grad_(), torch.zeros(len(PAIR), requires_grad=True)
    optimiser = torch.optim.LBFGS([own, joint], max_iter=ROUNDS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        losses = torch.stack([surprise(each, own, joint) for each in problems])
        drawn = PENALTY * (((own - prior) ** 2).sum() + (joint**2).sum())
        loss = losses.mean() + drawn
        loss.backward()
        return loss

    optimiser.step(closure)
    values = [*own.tolist(), *joint.tolist()]
    return {name: round(value, 3) for name, value in zip([*STRETCH, *PAIR], values, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--read", type=Path, nargs="+", action="append", required=True,
        metavar=("PIPELINE", "DOCS"), help="a pipeline, and texts with borders that it never saw",
    )  # fmt: skip
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    problems: list[Problem] = []
    for pipeline, *paths in options.read:
        nlp = load_with_borders(pipeline)
        docs = [doc for path in paths for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
        for text, starts in texts(nlp, docs):
            found = (problem(text, lattice, starts) for lattice in lattices(text))
            problems += [each for each in found if each is not None]
    weights = fit(problems)
    options.output.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")
    print(f"{len(problems)} doubtful parts; {json.dumps(weights)}")


if __name__ == "__main__":
    main()
