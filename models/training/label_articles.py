"""Articles as the teacher reads them: the silver that the pipeline learns from.

    python label_articles.py teacher.pt ud-train.spacy articles.jsonl --words 1200000 \
        --first first/model-best --leave annotations/test.jsonl --output silver.spacy

A window holds paragraphs of one article, joined by spaces, so that a title without a full stop is
followed by a sentence. A first pipeline (``--first``) reads the same words, and tags and features
on which the two differ are withheld. Lemmas are those that the pipeline will give.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from article_lines import article_windows, articles
from assemble import mend_tokenizer
from doubts import withhold_doubtful
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from teacher import Read, load_teacher, name_spans, read
from treebank import read_sentences
from windows import JOINT, Labels, Window
from word_means import Means

from pipeline.conventions.parts import part_of_verb
from pipeline.lemmas.component import Settler
from pipeline.lemmas.lemmatise import lemma

TOGETHER = 20_000  # words


class Scribe:
    """What the teacher said, written down as spaCy documents."""

    def __init__(self, labels: Labels, treebank: Settler, first: Language | None) -> None:
        self._labels, self._treebank, self._first = labels, treebank, first
        self._vocab = spacy.blank("nl").vocab

    def doc(self, window: Window, said: Read) -> Doc:
        """The document of a window."""
        labels = self._labels
        features = [labels.morphs[number].split(JOINT, 1) for number in said.morph]
        roots = [head == place for place, head in enumerate(said.heads)]
        doc = Doc(
            self._vocab,
            words=window.words,
            spaces=window.spaces,
            tags=[labels.tags[number] for number in said.tag],
            pos=[pos for pos, _ in features],
            morphs=[morph for _, morph in features],
            heads=said.heads,
            deps=[self._relation(n, root) for n, root in zip(said.deps, roots, strict=True)],
        )
        for token in doc:
            if token.tag_.startswith("WW"):
                token.pos_ = part_of_verb(token.dep_)
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in name_spans(said.ner)])
        for token in doc:
            token.lemma_ = lemma(
                token.text,
                token.pos_,
                self._treebank.known,
                features=frozenset(token.tag_.split("|")),
            )
        second = self._second_opinion(doc)
        for token, other in zip(doc, second or (), strict=False):
            withhold_doubtful(token, other)
        return doc

    def _relation(self, number: int, root: bool) -> str:
        if root:
            return "ROOT"
        relation = self._labels.deps[number]
        return "dep" if relation == "ROOT" else relation

    def _second_opinion(self, doc: Doc) -> Doc | None:
        if self._first is None:
            return None
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        return self._first(Doc(self._first.vocab, words, spaces))


def together(windows: Iterator[Window]) -> Iterator[list[Window]]:
    """Windows by the thousands of words, which are read faster when those of a length meet."""
    chunk: list[Window] = []
    for window in windows:
        chunk.append(window)
        if sum(len(each.words) for each in chunk) >= TOGETHER:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def past(windows: Iterator[Window], words: int) -> Iterator[Window]:
    """The windows behind the first so many words."""
    skipped = 0
    for window in windows:
        if skipped >= words:
            yield window
        skipped += len(window.words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("treebank", type=Path, help="that the teacher was trained on")
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--words", type=int, default=1_200_000)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop after so many")
    parser.add_argument("--skip", type=int, default=0, help="so many words first, read before")
    parser.add_argument("--first", type=Path, help="a first pipeline, for a second opinion")
    parser.add_argument("--leave", type=Path, nargs="*", default=[], help="labels of test articles")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--means", type=Path, help="the mean vector of each word, for vectors.py")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = spacy.blank("nl")
    mend_tokenizer(tokenizer)
    sentences = read_sentences([options.treebank], tokenizer.vocab)
    model, batcher, labels = load_teacher(options.teacher, sentences)
    unused = ["ner", "parser", "senter", "settler"]
    first = spacy.load(options.first, exclude=unused) if options.first else None
    treebank = Settler()
    treebank.learn(list(DocBin().from_disk(options.treebank).get_docs(tokenizer.vocab)))
    scribe = Scribe(labels, treebank, first)
    texts = articles(options.articles, options.leave, random.Random(options.seed))
    windows = past(article_windows(texts, tokenizer), options.skip)
    means = Means() if options.means else None
    docs, done, began = DocBin(), 0, time.time()
    for chunk in together(windows):
        for window, said in zip(chunk, read(model, batcher, chunk, listener=means), strict=True):
            docs.add(scribe.doc(window, said))
            done += len(window.words)
        print(f"{done} words, {time.time() - began:.0f} s", flush=True)
        if done >= options.words or time.time() - began > options.minutes * 60:
            break
    docs.to_disk(options.output)
    if means:
        means.save(options.means)


if __name__ == "__main__":
    main()
