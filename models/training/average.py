"""The mean of the weights of pipelines that went on from the same one.

    python average.py first/model-last second/model-last --output mean

Stages that began from the same weights and learned from other material are each right elsewhere;
their mean is often better than any of them, and is one pipeline of the same size.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Model


def layers(nlp: Language) -> list[Model[Any, Any]]:
    """All layers of all components, in a fixed order."""
    models = (getattr(component, "model", None) for _, component in nlp.pipeline)
    return [layer for model in models if model is not None for layer in model.walk()]


def average(pipelines: Sequence[Language]) -> Language:
    """The first pipeline with the mean of the weights of all."""
    first = pipelines[0]
    for together in zip(*map(layers, pipelines), strict=True):
        for name in together[0].param_names:
            total = sum(layer.get_param(name) for layer in together)
            together[0].set_param(name, total / len(pipelines))
    return first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipelines", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    average([spacy.load(path) for path in options.pipelines]).to_disk(options.output)


if __name__ == "__main__":
    main()
