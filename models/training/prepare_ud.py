"""Turn treebank sentences into training documents that look like the texts to be parsed.

Treebanks come as loose sentences with straight quotes. Articles do not: a document holds several
sentences, headings without a full stop stand in a row, quotes are typographic and place lines are
in capitals. Each *copy* of the treebank made here groups the sentences anew and varies some of
them, so that the sentence recogniser sees many different borders.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from likeness import Likeness
from refill import refilled, words_by_tag
from spacy.tokens import DocBin
from treebank import Sentence, read_sentences, to_doc
from variations import vary

from pipeline.conventions.relations import PHRASE


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


def prepare(
    paths: Sequence[Path], *, copies: int, seed: int, fillers: Sequence[Path] = ()
) -> DocBin:
    """`copies` differently grouped and varied copies of the treebank, in one DocBin.

    With `fillers` (the treebank, articles that were read) the words of headings and list items are
    exchanged for words of theirs.
    """
    rng = random.Random(seed)
    vocab = spacy.blank("nl").vocab
    sentences = [without_doubtful_tags(sentence) for sentence in read_sentences(paths, vocab)]
    words = words_by_tag(read_sentences(fillers, vocab))
    likeness, docs = Likeness(sentences), DocBin()
    for _ in range(copies):
        varied = [vary(sentence, rng) for sentence in sentences]
        for document in likeness.documents(rng):
            chosen = [varied[number] for number in document]
            docs.add(to_doc(list(refilled(chosen, words, rng)) if words else chosen, vocab))
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
