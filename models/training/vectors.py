"""Word vectors from what the teacher makes of words (`label_articles.py --means`).

A word that was read often has a vector of its own: the mean of the teacher's vectors for it, cut
down to the directions that matter. Any other word gets the mean of its pieces, and the pieces are
chosen so that this comes as near as it can for the words that were read (ridge regression). Words
read seldom go without a vector of their own, so that training meets words made of pieces, as
reading will.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import word_means
from scipy.sparse import csr_matrix
from word_means import Table

from pipeline.analyse.word_vectors import REGISTERED, WordVectors, piece_rows

KEPT_ASIDE = 20  # one word in so many says how well pieces do for words that were never read
RIDGE = 0.3
ROUNDS = 25


def balanced(means: Table, weights: Any) -> Table:
    """Both halves (syntax, names) with the same variance, so that neither drowns the other."""
    centred = means - np.average(means, axis=0, weights=weights).astype(np.float32)
    halves = np.split(centred, 2, axis=1)
    spreads = [np.average((half**2).sum(axis=1), weights=weights) for half in halves]
    return np.concatenate(
        [half / np.float32(np.sqrt(spread)) for half, spread in zip(halves, spreads, strict=True)],
        axis=1,
    )


def principal(means: Table, weights: Any, size: int) -> Table:
    """Centred means in the `size` directions in which the words differ most.

    Later directions are stretched a little: small differences tell words apart too.
    """
    spread = (means * (weights / weights.sum())[:, None]).T @ means
    values, directions = np.linalg.eigh(spread)
    chosen = np.argsort(values)[::-1][:size]
    print(f"{values[chosen].sum() / values.sum():.3f} of the variance in {size} directions")
    cut = means @ directions[:, chosen] / values[chosen] ** 0.25
    scaled: Table = (cut / np.sqrt((cut**2).mean())).astype(np.float32)
    return scaled


def piece_matrix(words: list[str], rows: int) -> csr_matrix:
    """Which rows make up each word: (words, rows), every line a mean."""
    lists = [piece_rows(word, rows) for word in words]
    lengths = np.array([len(each) for each in lists])
    at = np.repeat(np.arange(len(words)), lengths)
    columns = np.concatenate([np.array(each, dtype=np.int64) for each in lists])
    shares = np.repeat(1 / np.maximum(lengths, 1), lengths).astype(np.float32)
    return csr_matrix((shares, (at, columns)), (len(words), rows))


def fit(matrix: csr_matrix, wanted: Table, weights: Any) -> Table:
    """Rows whose means come nearest to the wanted vectors (conjugate gradients)."""
    weighted = matrix.multiply(weights[:, None]).tocsr()
    across = weighted.T.tocsr()
    found = np.zeros((matrix.shape[1], wanted.shape[1]), dtype=np.float32)
    left = across @ wanted
    step, length = left.copy(), (left**2).sum(axis=0)
    for _ in range(ROUNDS):
        moved = across @ (matrix @ step) + RIDGE * step
        far = length / np.maximum((step * moved).sum(axis=0), 1e-12)
        found += far * step
        left -= far * moved
        newer = (left**2).sum(axis=0)
        step = left + newer / np.maximum(length, 1e-12) * step
        length = newer
    return found


def explained(matrix: csr_matrix, rows: Table, wanted: Table) -> float:
    """How much of the variance of the wanted vectors the pieces explain."""
    return float(1 - ((matrix @ rows - wanted) ** 2).sum() / (wanted**2).sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("means", type=Path, nargs="+", help="of label_articles.py")
    parser.add_argument("--size", type=int, default=128, help="of a vector")
    parser.add_argument("--beside", type=Path, help="a pipeline whose vectors are kept too")
    parser.add_argument("--least", type=int, default=3, help="times read, for a vector of its own")
    parser.add_argument("--rows", type=int, default=40_000, help="of pieces")
    parser.add_argument("--output", type=Path, required=True, help="a pipeline with the vectors")
    options = parser.parse_args()
    words, means, counts = word_means.load(options.means)
    shares = np.sqrt(counts)
    vectors = principal(balanced(means, shares), shares, options.size)
    if options.beside:
        old = spacy.load(options.beside).vocab.vectors.get_batch(words)
        scaled = old / np.sqrt((old**2).mean())
        vectors = np.concatenate([vectors, scaled], axis=1).astype(np.float32)
    matrix = piece_matrix(words, options.rows)
    weights = np.minimum(counts, 3).astype(np.float32)
    aside = np.arange(len(words)) % KEPT_ASIDE == 0
    tried = fit(matrix, vectors, np.where(aside, 0, weights).astype(np.float32))
    print(f"{explained(matrix[aside], tried, vectors[aside]):.3f} of the variance of other words")
    pieces = fit(matrix, vectors, weights)
    often = np.flatnonzero(counts >= options.least)
    nlp: Any = spacy.blank("nl", config={"nlp": {"vectors": {"@vectors": REGISTERED}}})
    known = [words[row] for row in often]
    nlp.vocab.vectors = WordVectors.of(nlp.vocab.strings, known, vectors[often], pieces)
    nlp.to_disk(options.output)
    print(f"{len(known)} of {len(words)} words have vectors of their own")


if __name__ == "__main__":
    main()
