"""Divide texts in two halves, for two readers that are each asked about what they have not learned.

    python halves.py ordered.spacy --output halves

makes for each reader what it learns (`halves/learn1.spacy`: every other article, and the lone
sentences that are not in the others) and what it reads (`halves/read1.spacy`: the other articles,
in documents of ten sentences).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from treebank import Sentence, sentences_of, to_doc

TOGETHER = 10

Texts = list[list[Sentence]]


class Half(NamedTuple):
    """What one reader learns and reads."""

    learned: Texts
    read: Texts


def halves(documents: Sequence[list[Sentence]], rng: random.Random) -> Iterator[Half]:
    """The two halves; documents of one sentence are no texts, and only learned."""
    articles = [sentences for sentences in documents if len(sentences) > 1]
    rng.shuffle(articles)
    parts = articles[::2], articles[1::2]
    for learned, read in (parts, parts[::-1]):
        seen = {sentence.words for article in read for sentence in article}
        lone = [each for each in documents if len(each) == 1 and each[0].words not in seen]
        yield Half([*learned, *lone], [*in_tens(read)])


def in_tens(articles: Sequence[list[Sentence]]) -> Iterator[list[Sentence]]:
    """The articles in documents of at most ten sentences."""
    for article in articles:
        for start in range(0, len(article), TOGETHER):
            yield article[start : start + TOGETHER]


def save(documents: Texts, path: Path, vocab: Vocab) -> None:
    """The documents as a DocBin."""
    DocBin(docs=[to_doc(each, vocab) for each in documents]).to_disk(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ordered", type=Path, help="articles in one document each: order.py")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("nl").vocab
    docs = DocBin().from_disk(options.ordered).get_docs(vocab)
    documents = [sentences for doc in docs if (sentences := list(sentences_of(doc)))]
    for number, half in enumerate(halves(documents, random.Random(options.seed)), start=1):
        save(half.learned, options.output / f"learn{number}.spacy", vocab)
        save(half.read, options.output / f"read{number}.spacy", vocab)
        print(f"reader {number}: {sum(map(len, half.read))} sentences to read")


if __name__ == "__main__":
    main()
