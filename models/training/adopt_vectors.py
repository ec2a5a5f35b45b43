"""Give a trained pipeline other word vectors, and go on from what it has learned.

    python adopt_vectors.py first/model-best vectors --means means1.npz --output adopted

What the pipeline learned to make of the old vectors is carried over: the new ones are turned so
that they come nearest to the old ones for the words that were read. Training goes on from there.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import word_means
from spacy.language import Language


def turned(new: Any, old: Any, weights: Any) -> Any:
    """The matrix (new size, old size) that turns new vectors into old ones, least squares."""
    scale = np.sqrt(weights)[:, None]
    matrix, *_ = np.linalg.lstsq(new * scale, old * scale, rcond=None)
    left = ((new @ matrix - old) ** 2 * weights[:, None]).sum()
    whole = (old**2 * weights[:, None]).sum()
    print(f"{1 - left / whole:.3f} of the old vectors is in the new ones")
    return matrix


def adopt(nlp: Language, matrix: Any) -> None:
    """Let every layer that reads vectors read the new ones, turned."""
    for name, component in nlp.components:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            if node.name == "static_vectors":
                weights = node.get_param("W") @ matrix.T
                node._dims["nM"] = matrix.shape[0]  # thinc forbids it to layers that have weights
                node.set_param("W", np.ascontiguousarray(weights, dtype=np.float32))
                print(f"{name}: {weights.shape}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("vectors", type=Path, help="of vectors.py")
    parser.add_argument("--means", type=Path, nargs="+", required=True, help="whose words to use")
    parser.add_argument("--keep", nargs="*", default=[], help="components; without it, all")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    words, _, counts = word_means.load(options.means)
    nlp: Any = spacy.load(options.pipeline)
    source: Any = spacy.load(options.vectors)
    new = source.vocab.vectors
    old = nlp.vocab.vectors.get_batch(words)
    adopt(nlp, turned(new.get_batch(words), old, np.sqrt(counts)))
    for name in list(nlp.pipe_names):
        if options.keep and name not in options.keep:
            nlp.remove_pipe(name)
    nlp.vocab.vectors = new
    nlp.config["nlp"]["vectors"] = source.config["nlp"]["vectors"]
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()
