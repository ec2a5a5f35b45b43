"""Give a layer of a trained pipeline more depth, and go on from what it has learned.

    python deepen.py first/model-best tok2vec --depth 6 --output deeper
    python deepen.py names/model-best ner --depth 6 --output deeper-names

Each further convolution lets a word see one word more on both sides. It begins as nothing (its gain
is zero, and what went in is added to what comes out), so the deeper pipeline at first says what the
other one said. Components named with ``--drop`` are left out.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model

RESIDUAL = re.compile(r"residual\((?:(?!>>residual).)*\)")


def convolutions(model: Model[Any, Any]) -> Model[Any, Any]:
    """The chain of convolutions inside a model, each of which adds to what goes in."""
    for node in model.walk():
        if node.layers and all(RESIDUAL.fullmatch(layer.name) for layer in node.layers):
            return node
    raise ValueError("this component has no convolutions of its own")


def deepen(nlp: Language, name: str, depth: int) -> None:
    """Put `depth` convolutions into a component where there were fewer."""
    config = nlp.get_pipe_config(name)
    layer = config["model"] if name == "tok2vec" else config["model"]["tok2vec"]
    encode = layer["encode"]
    further = depth - encode["depth"]
    added = MaxoutWindowEncoder(
        encode["width"], encode["window_size"], encode["maxout_pieces"], further
    )
    added.initialize(X=[np.zeros((1, encode["width"]), dtype=np.float32)])
    for node in added.walk():
        if node.has_param("G"):
            node.set_param("G", node.get_param("G") * 0)
    component: Any = nlp.get_pipe(name)
    convolutions(component.model).layers.extend(convolutions(added).layers)
    encode["depth"] = depth
    nlp._pipe_configs[name] = config


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("component", help="tok2vec, or one with a layer of its own")
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--drop", nargs="*", default=[], help="components to leave out")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    nlp = spacy.load(options.pipeline, exclude=options.drop)
    for name in options.drop:
        nlp.config["components"].pop(name, None)
    deepen(nlp, options.component, options.depth)
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()
