"""Articles as the teacher reads them: the silver that the pipeline learns from.

    python label_articles.py teacher.pt ud-train.spacy articles.jsonl --words 1200000 \
        --lemmas first/model-best --leave annotations/test.jsonl --output silver.spacy

A window holds paragraphs of one article, joined by spaces, so that a title without a full stop is
followed by a sentence. Lemmas are those of the treebank for words that it has with that part of
speech, those of a published table for other nouns and verbs, and else what the teacher and a first
pipeline agree on; the rest is withheld.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import spacy
import spacy_lookups_data  # type: ignore[import-untyped]  # it has no annotations
import standoff
import torch
from assemble import mend_tokenizer
from encoder import Encoder, Packed, Pieces, packed_file
from prepare_ud import pos_of_verb, without_doubtful_tags
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from teacher import Batcher, Read, Teacher, name_spans, read
from treebank import Sentence, read_sentences
from windows import JOINT, Labels, Window
from word_means import Means

MOST_WORDS = 160
LONGEST_LINE = 400
TOGETHER = 20_000  # words
CONTENT = frozenset({"NOUN", "VERB"})


def lookup_table() -> dict[str, str]:
    """Lower-case form → lemma, from spacy-lookups-data.

    A form may belong to two words; for nouns and verbs it is right in about 95 of 100 cases
    (measured on the treebank's development set).
    """
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    with gzip.open(folder / "nl_lemma_lookup.json.gz", "rt", encoding="utf-8") as stream:
        table: dict[str, str] = json.load(stream)
    return table


def article_windows(texts: Iterator[str], tokenizer: Language) -> Iterator[Window]:
    """Windows of whole lines."""
    for text in texts:
        window = Window.blank([], [])
        for line in filter(None, (" ".join(line.split()) for line in text.split("\n"))):
            tokens = [token for token in tokenizer.make_doc(line) if not token.is_space]
            if not tokens or len(tokens) > LONGEST_LINE:
                continue
            if window.words and len(window.words) + len(tokens) > MOST_WORDS:
                yield Window.blank(window.words, window.spaces)
                window = Window.blank([], [])
            window.words += [token.text for token in tokens]
            window.spaces += [*(bool(token.whitespace_) for token in tokens[:-1]), True]
        if window.words:
            yield Window.blank(window.words, window.spaces)


def treebank_lemmas(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """Lower-case form and part of speech → its commonest lemma; names are left out."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, pos, lemma in zip(sentence.words, sentence.pos, sentence.lemmas, strict=True):
            if lemma and pos and pos != "PROPN":
                counts[word.lower(), pos][lemma] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


class Scribe:
    """What the teacher said, written down as spaCy documents."""

    def __init__(
        self, labels: Labels, lemmas: Mapping[tuple[str, str], str], first: Language | None
    ) -> None:
        self._labels, self._lemmas, self._first = labels, lemmas, first
        self._table: Mapping[str, str] = lookup_table()
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
                token.pos_ = pos_of_verb(token.dep_)
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in name_spans(said.ner)])
        other = self._other_lemmas(doc)
        for token, edits, second in zip(doc, said.lemmas, other, strict=True):
            token.lemma_ = self._lemma(token.text, token.pos_, edits, second)
        return doc

    def _relation(self, number: int, root: bool) -> str:
        if root:
            return "ROOT"
        relation = self._labels.deps[number]
        return "dep" if relation == "ROOT" else relation

    def _other_lemmas(self, doc: Doc) -> list[str]:
        if self._first is None:
            return [""] * len(doc)
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        return [token.lemma_ for token in self._first(Doc(self._first.vocab, words, spaces))]

    def _lemma(self, form: str, pos: str, edits: list[int], second: str) -> str:
        low = form.lower()
        known = self._lemmas.get((low, pos))
        if known:
            return known
        if pos in CONTENT and form.isalpha():
            listed = self._table.get(low, "")
            if listed and (pos == "NOUN" or listed.endswith("n")):
                return listed
        trees, ids = self._labels.trees, self._labels.tree_ids
        fitting = (trees.apply(ids[edit], form) for edit in edits)
        lemma: str = next((text for text in fitting if text is not None), form)
        return lemma if lemma == second else ""


def articles(path: Path, leave: list[Path], rng: random.Random) -> Iterator[str]:
    """The articles in random order, without those that are kept for tests."""
    found = standoff.read_articles(path)
    for labels in leave:
        for passage in standoff.read(labels):
            found.pop(passage.sha256, None)
    keys = sorted(found)
    rng.shuffle(keys)
    return (found[key] for key in keys)


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
    parser.add_argument("--skip", type=int, default=0, help="so many words first, read before")
    parser.add_argument("--lemmas", type=Path, help="a first pipeline, for a second opinion")
    parser.add_argument("--leave", type=Path, nargs="*", default=[], help="labels of test articles")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--means", type=Path, help="the mean vector of each word, for vectors.py")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = spacy.blank("nl")
    mend_tokenizer(tokenizer)
    sentences = read_sentences([options.treebank], tokenizer.vocab)
    labels = Labels.collect(without_doubtful_tags(sentence) for sentence in sentences)
    saved = torch.load(options.teacher, weights_only=False)
    packed = Packed(packed_file())
    model = Teacher(Encoder(packed, saved["kept"]), labels)
    model.load_state_dict(saved["state"])
    batcher = Batcher(packed, Pieces(packed), saved["kept"])
    first = (
        spacy.load(options.lemmas, exclude=["ner", "parser", "senter"]) if options.lemmas else None
    )
    scribe = Scribe(labels, treebank_lemmas(sentences), first)
    texts = articles(options.articles, options.leave, random.Random(options.seed))
    windows = past(article_windows(texts, tokenizer), options.skip)
    means = Means() if options.means else None
    docs, done, began = DocBin(), 0, time.time()
    for chunk in together(windows):
        for window, said in zip(chunk, read(model, batcher, chunk, listener=means), strict=True):
            docs.add(scribe.doc(window, said))
            done += len(window.words)
        print(f"{done} words, {time.time() - began:.0f} s", flush=True)
        if done >= options.words:
            break
    docs.to_disk(options.output)
    if means:
        means.save(options.means)


if __name__ == "__main__":
    main()
