"""CoNLL-U treebanks (Universal Dependencies) → spaCy DocBins.

Sentences of one document (by `# newdoc` or by the stem of `# sent_id`) stay together, so that a
test is on running text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from pipeline.analyse.treebank import documents, read_conllu, to_doc


def main() -> None:
    parser = argparse.ArgumentParser(description="CoNLL-U treebanks to a spaCy DocBin.")
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=10, help="at most, in a document")
    options = parser.parse_args()
    vocab = spacy.blank("nl").vocab
    docs = DocBin()
    for path in options.treebank:
        for run in documents(read_conllu(path), most=options.sentences):
            docs.add(to_doc(run, vocab))
    docs.to_disk(options.output)
    print(f"{len(docs)} documents in {options.output}")


if __name__ == "__main__":
    main()
