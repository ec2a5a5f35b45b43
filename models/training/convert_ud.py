"""CoNLL-U treebanks (Universal Dependencies) → spaCy DocBins.

Every head is filled: a token without one would hang from itself and look like a sentence of its
own, which ruins sentence splitting. Dutch treebanks join the parts of a compound's lemma with an
underscore (`volks_vertegenwoordiger`); the joint is removed. Sentences of one document (by
`# newdoc` or by the stem of `# sent_id`) stay together, so that a test is on running text.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

LEMMA_JOINT = re.compile(r"(?<=\w)_(?=\w)")
SENTENCE_NUMBER = re.compile(r"[-.\\]?(?:p|s)?[.\-\d]+$")


class TreebankError(ValueError):
    """A line that is not CoNLL-U; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is 0 for the root, else the 1-based number of its head."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space_after: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence and the document that it belongs to."""

    document: str
    words: tuple[Word, ...]


def read_conllu(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file.

    Raises:
        TreebankError: a token line has not ten columns, or a head that is no number.
    """
    document, words = "", list[Word]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# newdoc"):
            document = line
        elif line.startswith("# sent_id"):
            document = SENTENCE_NUMBER.sub("", line.partition("=")[2].strip())
        elif line.startswith("#"):
            continue
        elif not line.strip():
            if words:
                yield Tree(document, tuple(words))
            words = []
        else:
            word = _read_word(line, f"{path}:{number}")
            if word is not None:
                words.append(word)
    if words:
        yield Tree(document, tuple(words))


def _read_word(line: str, where: str) -> Word | None:
    columns = line.split("\t")
    if len(columns) != 10:
        raise TreebankError(f"{where}: {len(columns)} columns instead of 10")
    if "-" in columns[0] or "." in columns[0]:
        return None
    if not columns[6].isdigit():
        raise TreebankError(f"{where}: head {columns[6]!r} is no number")
    return Word(
        form=columns[1],
        lemma=LEMMA_JOINT.sub("", columns[2]),
        upos=columns[3],
        xpos="" if columns[4] == "_" else columns[4],
        feats="" if columns[5] == "_" else columns[5],
        head=int(columns[6]),
        relation=columns[7],
        space_after="SpaceAfter=No" not in columns[9],
    )


def to_doc(trees: Iterable[Tree], vocab: Vocab) -> Doc:
    """One document of several sentences, a space after each."""
    words: list[Word] = []
    spaces: list[bool] = []
    heads: list[int] = []
    for tree in trees:
        offset = len(words)
        for position, word in enumerate(tree.words):
            words.append(word)
            heads.append(offset + (word.head - 1 if word.head else position))
            spaces.append(word.space_after or position == len(tree.words) - 1)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.relation for word in words],
    )


def documents(trees: Iterable[Tree], *, most: int) -> Iterator[list[Tree]]:
    """Runs of sentences of the same document, at most `most` together."""
    run: list[Tree] = []
    for tree in trees:
        if run and (tree.document != run[-1].document or len(run) >= most):
            yield run
            run = []
        run.append(tree)
    if run:
        yield run


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
