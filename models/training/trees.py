"""The best dependency tree of a sentence (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

IMPOSSIBLE = -1e9
_RIVALS = 3  # roots that are tried where the best tree has several

Matrix = np.ndarray[Any, Any]


def best_tree(scores: Matrix) -> list[int]:
    """Heads by word, exactly one of them the word itself: the root.

    `scores[word, head]` is the higher the better; `scores[word, word]` says how good a root.

    >>> best_tree(np.array([[0.0, 5.0], [1.0, 3.0]]))
    [1, 1]
    """
    size = len(scores)
    full = np.full((size + 1, size + 1), IMPOSSIBLE)
    full[1:, 1:] = scores
    full[1:, 0] = np.diag(scores)
    np.fill_diagonal(full, IMPOSSIBLE)
    heads = _arborescence(full)
    roots = [word for word in range(1, size + 1) if heads[word] == 0]
    if len(roots) > 1:
        rivals = sorted(roots, key=lambda word: -full[word, 0])[:_RIVALS]
        heads = max((_with_root(full, root) for root in rivals), key=lambda h: _total(full, h))
    return [word - 1 if heads[word] == 0 else int(heads[word]) - 1 for word in range(1, size + 1)]


def _with_root(full: Matrix, root: int) -> Matrix:
    only = full.copy()
    only[:, 0] = IMPOSSIBLE / 10
    only[root, 0] = full[root, 0]
    return _arborescence(only)


def _total(full: Matrix, heads: Matrix) -> float:
    return float(sum(full[word, heads[word]] for word in range(1, len(heads))))


def _arborescence(scores: Matrix) -> Matrix:
    """Heads by node; node 0 is above all others."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    last = len(rest)  # the cycle as one node
    smaller = np.full((last + 1, last + 1), IMPOSSIBLE)
    weight = sum(scores[node, heads[node]] for node in cycle)
    leaves, enters = {}, {}
    for a, node in enumerate(rest):
        for b, other in enumerate(rest):
            smaller[a, b] = scores[node, other]
        if node:
            leaves[a] = max(cycle, key=lambda inside: scores[node, inside])
            smaller[a, last] = scores[node, leaves[a]]
        enters[a] = max(
            cycle, key=lambda inside: scores[inside, node] - scores[inside, heads[inside]]
        )
        gained = scores[enters[a], node] - scores[enters[a], heads[enters[a]]]
        smaller[last, a] = weight + gained
    found = _arborescence(smaller)
    for a, node in enumerate(rest):
        if node:
            heads[node] = leaves[a] if found[a] == last else rest[found[a]]
    heads[enters[int(found[last])]] = rest[found[last]]
    return heads


def _cycle(heads: Sequence[int] | Matrix) -> list[int]:
    """Nodes that hang from each other in a circle; none in a tree."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node and seen[node] == start:
            return path[path.index(node) :]
    return []
