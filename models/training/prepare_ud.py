"""Turn treebank sentences into training documents that look like the texts to be parsed.

Treebanks come as loose sentences with straight quotes. Articles do not: a document holds several
sentences, headings without a full stop stand in a row, quotes are typographic and place lines are
in capitals. Each *copy* of the treebank made here groups the sentences anew and varies some of
them, so that the sentence recogniser sees many different borders.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from likeness import LARGEST, Likeness
from refill import refilled, words_by_tag
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from treebank import Sentence, read_sentences, sentences_of, to_doc
from variations import vary

from pipeline.conventions.relations import PHRASE

REFILLED_TEXTS = 0.5  # of the documents of running text get other words in headings and items


def without_doubtful_tags(sentence: Sentence) -> Sentence:
    """The sentence with the tag of a lone name withheld where it says 'part of a name'.

    `SPEC|deeleigen` is for words of a name of several words. Where releases of a treebank were
    mixed it also marks lone names, which the newest release calls `N|eigen`.
    """
    tags = list(sentence.tags)
    for position, (tag, pos) in enumerate(zip(sentence.tags, sentence.pos, strict=True)):
        if tag != "SPEC|deeleigen" or pos != "PROPN":
            continue
        around = {*sentence.pos[max(0, position - 1) : position], *sentence.pos[position + 1 :][:1]}
        related = sentence.deps[position] in PHRASE or any(
            head == position and dep in PHRASE
            for head, dep in zip(sentence.heads, sentence.deps, strict=True)
        )
        if "PROPN" not in around and not related:
            tags[position] = ""
    return replace(sentence, tags=tuple(tags))


def cut(article: Sequence[Sentence], rng: random.Random) -> Iterator[Sequence[Sentence]]:
    """An article in documents of up to 14 sentences, as pages are cut."""
    start = 0
    while start < len(article):
        size = rng.randint(1, LARGEST)
        yield article[start : start + size]
        start += size


def read_documents(paths: Sequence[Path], vocab: Vocab) -> list[list[Sentence]]:
    """The sentences of each document of the DocBins."""
    return [
        [without_doubtful_tags(sentence) for sentence in sentences_of(doc)]
        for path in paths
        for doc in DocBin().from_disk(path).get_docs(vocab)
    ]


def prepare(
    paths: Sequence[Path], *, copies: int, seed: int, fillers: Sequence[Path] = ()
) -> DocBin:
    """`copies` differently grouped and varied copies of the treebank, in one DocBin.

    Documents of several sentences are texts and keep their order; sentences that stand alone are
    put beside others like them. With `fillers` (the treebank, articles that were read) the words of
    headings and list items are exchanged for words of theirs, in texts half the time: there the
    items of a list have their own words in common.
    """
    rng = random.Random(seed)
    vocab = spacy.blank("nl").vocab
    documents = read_documents(paths, vocab)
    texts = [sentences for sentences in documents if len(sentences) > 1]
    loose = [sentence for sentences in documents if len(sentences) == 1 for sentence in sentences]
    words = words_by_tag(read_sentences(fillers, vocab))
    likeness, docs = Likeness(loose), DocBin()

    def add(sentences: Sequence[Sentence], *, refill: bool) -> None:
        chosen = [vary(sentence, rng) for sentence in sentences]
        docs.add(to_doc(list(refilled(chosen, words, rng)) if refill else chosen, vocab))

    for _ in range(copies):
        for text in texts:
            for document in cut(text, rng):
                add(document, refill=bool(words) and rng.random() < REFILLED_TEXTS)
        for numbers in likeness.documents(rng):
            add([loose[number] for number in numbers], refill=bool(words))
    return docs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, nargs="+", help="DocBins made by convert_ud.py")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--fillers", type=Path, nargs="*", default=[], help="other words, DocBins")
    options = parser.parse_args()
    docs = prepare(
        options.treebank, copies=options.copies, seed=options.seed, fillers=options.fillers
    )
    docs.to_disk(options.output)
    print(f"{len(docs)} documents in {options.output}")


if __name__ == "__main__":
    main()
