"""What a treebank leaves unknown, as the teacher reads it.

    python fill_unknown.py teacher.pt ud-filled.spacy --output ud-full.spacy

Mixing releases left lone names (*Edelareberg*) without tag and part of speech, so that a model
meets the names it knows and hardly any others. The teacher, which learned nothing from them, tells
a name from another word well enough. What is known is not touched.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from doubts import fill
from spacy.tokens import DocBin
from teacher import load_teacher, read
from treebank import read_sentences, sentences_of, to_doc
from windows import TreebankWindows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("treebank", type=Path, help="that the teacher was trained on")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    vocab = spacy.blank("nl").vocab
    model, batcher, labels = load_teacher(
        options.teacher, read_sentences([options.treebank], vocab)
    )
    windows = TreebankWindows(labels)
    treebank = list(DocBin().from_disk(options.treebank).get_docs(vocab))
    sentences = [list(sentences_of(doc)) for doc in treebank]
    loose = [windows.window([sentence]) for each in sentences for sentence in each]
    told = iter(read(model, batcher, loose))
    docs, filled = DocBin(), 0
    for each in sentences:
        for sentence in each:
            whole = to_doc([sentence], vocab)
            filled += fill(whole, next(told), labels)
            docs.add(whole)
    left_out = sum(len(list(doc.sents)) for doc in treebank) - len(loose)
    docs.to_disk(options.output)
    print(f"{filled} words filled in, {left_out} sentences left out: their heads are outside them")


if __name__ == "__main__":
    main()
