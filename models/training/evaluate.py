"""Scores of a pipeline on annotated DocBins, also on disturbed copies of them.

    python evaluate.py ../nl_feitenbank test.spacy --disturb

The disturbances are what untidy articles do to text: no capitals, nothing but capitals,
typographic quotes. A score on one of them is measured on the whole set, disturbed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from treebank import Sentence, read_sentences, to_doc
from variations import lower, requote, upper

from pipeline.analyse.scores import score


def in_tens(sentences: Sequence[Sentence], nlp: Language) -> list[Doc]:
    """Documents of ten sentences."""
    return [to_doc(sentences[i : i + 10], nlp.vocab) for i in range(0, len(sentences), 10)]


def disturbed(path: Path, nlp: Language) -> Iterator[tuple[str, list[Doc]]]:
    """Name of the disturbance, disturbed documents."""
    sentences = read_sentences([path], nlp.vocab)
    rng = random.Random(3)
    kinds: dict[str, Callable[[Sentence], Sentence]] = {
        "lower case": lower,
        "capitals": upper,
        "quotes": lambda sentence: requote(sentence, rng),
    }
    for name, disturb in kinds.items():
        yield name, in_tens([disturb(sentence) for sentence in sentences], nlp)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("docbin", type=Path, nargs="+")
    parser.add_argument("--disturb", action="store_true", help="treebanks only")
    options = parser.parse_args()
    nlp = spacy.load(options.model)
    for path in options.docbin:
        sets = [(path.stem, list(DocBin().from_disk(path).get_docs(nlp.vocab)))]
        if options.disturb:
            sets += [(f"{path.stem}, {kind}", docs) for kind, docs in disturbed(path, nlp)]
        for name, docs in sets:
            rounded = {key: round(value, 3) for key, value in score(nlp, docs).items()}
            print(json.dumps({"set": name, **rounded}, ensure_ascii=False))


if __name__ == "__main__":
    main()
