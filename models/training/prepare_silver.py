"""Articles as the teacher reads them, made into training documents for grammar and for names.

Half of the sentences are varied as those of the treebank are; of the documents with names three in
ten are varied as the annotated ones are. A sentence whose heads lead out of it is left out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import prepare_ner
import spacy
import standoff
import treebank
import variations
from assemble import mend_tokenizer
from spacy.language import Language
from spacy.tokens import Doc, DocBin

GRAMMAR_VARIED, NAMES_VARIED = 0.5, 0.3


def grammar(docs: Iterator[Doc], nlp: Language, rng: random.Random) -> Iterator[Doc]:
    """The documents with tags, lemmas and heads, in their own order."""
    for doc in docs:
        sentences = [
            variations.vary(sentence, rng) if rng.random() < GRAMMAR_VARIED else sentence
            for sentence in treebank.sentences_of(doc)
        ]
        if sentences:
            yield treebank.to_doc(sentences, nlp.vocab)


def names(
    docs: Iterator[Doc],
    nlp: Language,
    places: list[str],
    persons: list[str],
    rng: random.Random,
) -> Iterator[Doc]:
    """The documents with names."""
    for doc in docs:
        found = tuple((name.start_char, name.end_char, name.label_) for name in doc.ents)
        labelled = standoff.Labelled(doc.text, found)
        if rng.random() < NAMES_VARIED:
            labelled = prepare_ner.vary(labelled, places, persons, rng)
        yield prepare_ner.to_doc(labelled, nlp)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("silver", type=Path, help="DocBin of label_articles.py")
    parser.add_argument("--labels", type=Path, nargs="+", required=True, help="for other persons")
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines: title, text")
    parser.add_argument("--places", type=Path, required=True, help="one place name a line")
    parser.add_argument("--grammar", type=Path, help="what to write with tags and heads")
    parser.add_argument("--names", type=Path, help="what to write with names")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    nlp = spacy.blank("nl")
    mend_tokenizer(nlp)
    articles = standoff.read_articles(options.articles)
    passages = [passage for path in options.labels for passage in standoff.read(path)]
    persons = prepare_ner.full_names(standoff.documents(passages, articles))
    places = options.places.read_text("utf-8").splitlines()
    silver = DocBin().from_disk(options.silver)
    if options.grammar:
        DocBin(docs=grammar(silver.get_docs(nlp.vocab), nlp, rng)).to_disk(options.grammar)
    if options.names:
        read = silver.get_docs(nlp.vocab)
        DocBin(docs=names(read, nlp, places, persons, rng)).to_disk(options.names)


if __name__ == "__main__":
    main()
