"""A pipeline that is made deeper at first says what it said before; the mean of several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

TEXTS = ("De raad besluit.", "Het college betaalt vier miljoen euro.")


def small(name: str) -> Language:
    """A pipeline with a shared layer and a tagger, or with a recogniser of names."""
    encode = {"width": 16, "depth": 2, "window_size": 1, "maxout_pieces": 2}
    layer: dict[str, Any] = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 16,
            "attrs": ["NORM"],
            "rows": [100],
            "include_static_vectors": False,
        },
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", **encode},
    }
    nlp = spacy.blank("nl")
    if name == "tok2vec":
        nlp.add_pipe("tok2vec", config={"model": layer})
        listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16}
        model = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
        nlp.add_pipe("tagger", config={"model": model})
    else:
        nlp.add_pipe("ner", config={"model": {"tok2vec": layer}})
    examples = []
    for text in TEXTS:
        doc = nlp.make_doc(text)
        known = {"tags": [token.text[:1] for token in doc], "entities": ["U-ORG"] * len(doc)}
        examples.append(Example.from_dict(doc, known))
    nlp.initialize(lambda: examples)
    return nlp


def said(nlp: Language, name: str) -> list[float]:
    """The numbers of the layer for all words."""
    model: Any = nlp.get_pipe(name).model
    layer = model if name == "tok2vec" else model.get_ref("tok2vec")
    found = layer.predict([nlp.make_doc(text) for text in TEXTS])
    return [float(value) for part in found for value in part.ravel()]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_deeper_says_the_same(name: str, tmp_path: Path) -> None:
    from deepen import convolutions, deepen

    nlp = small(name)
    before = said(nlp, name)
    deepen(nlp, name, 4)
    assert len(convolutions(nlp.get_pipe(name).model).layers) == 4
    assert said(nlp, name) == pytest.approx(before)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert said(again, name) == pytest.approx(before)
    assert len(convolutions(again.get_pipe(name).model).layers) == 4


def test_the_mean_of_two_pipelines() -> None:
    from average import average

    one, two = small("ner"), small("ner")
    for nlp, value in ((one, 1.0), (two, 3.0)):
        model: Any = nlp.get_pipe("ner").model
        for layer in model.walk():
            for name in layer.param_names:
                layer.set_param(name, layer.get_param(name) * 0 + value)
    mean: Any = average([one, two]).get_pipe("ner").model
    assert all((layer.get_param(n) == 2).all() for layer in mean.walk() for n in layer.param_names)


def test_what_has_no_layer_is_told() -> None:
    from deepen import convolutions

    nlp = small("tok2vec")
    with pytest.raises(ValueError, match="no convolutions"):
        convolutions(nlp.get_pipe("tagger").model)
