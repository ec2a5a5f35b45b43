"""Articles as a trained pipeline reads them, line by line.

    python reread.py ../nl_feitenbank articles.jsonl --trusted ud-train-gold.spacy \\
        --leave annotations/dev.jsonl annotations/test.jsonl --output reread.spacy

A stage that learns from a treebank alone forgets what articles are like. Their own lines teach what
a shuffled treebank cannot: where a heading or a list item without a full stop ends, in its true
place among the others. So each line is read by itself and the lines are put behind one another.
Articles with such lines come first. What is read is made even (`release.py`); tags of capitalised
words beside others, which may or may not be parts of names, are left to the treebank.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from article_lines import MOST_WORDS, articles, lines
from release import Usage, even, features, with_features
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from treebank import FINAL_MARKS, Sentence, read_sentences, sentences_of, to_doc

from pipeline.conventions.relations import NAMES

FRAGMENTS = 2  # lines without a final mark that make an article come first


def withheld(sentence: Sentence) -> Sentence:
    """The sentence without the tags of capitalised words that may be parts of names.

    In *het Vlaams Parlement* whether *Vlaams* is one is a question of convention.
    """
    words, tags = sentence.words, sentence.tags
    capital = [word[:1].isupper() for word in words]
    doubtful = [
        capital[place]
        and not tags[place].startswith(NAMES)
        and (capital[place - 1 : place] == [True] or capital[place + 1 : place + 2] == [True])
        for place in range(len(words))
    ]
    return replace(
        sentence,
        tags=tuple("" if doubt else tag for tag, doubt in zip(tags, doubtful, strict=True)),
        pos=tuple("" if doubt else pos for pos, doubt in zip(sentence.pos, doubtful, strict=True)),
        morphs=tuple(
            None if doubt else morph for morph, doubt in zip(sentence.morphs, doubtful, strict=True)
        ),
    )


def has_fragments(text: str) -> bool:
    """Whether lines below the title are headings or list items."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][1:]
    return sum(line[-1] not in FINAL_MARKS for line in lines) >= FRAGMENTS


def article_lines(texts: Iterable[str], nlp: Language) -> Iterator[tuple[Doc, int]]:
    """The lines of the articles as documents to be read, each with its number in the article."""
    for text in texts:
        for number, tokens in enumerate(lines(text, nlp)):
            spaces = [bool(token.whitespace_) for token in tokens]
            yield Doc(nlp.vocab, [token.text for token in tokens], spaces), number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--trusted", type=Path, required=True, help="whose verbs are counted")
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--leave", type=Path, nargs="*", default=[], help="labels of test articles")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    nlp = spacy.load(options.pipeline)
    trusted = read_sentences([options.trusted], nlp.vocab)
    usage, known = Usage.count(trusted), features(trusted)
    texts = list(articles(options.articles, options.leave, random.Random(options.seed)))
    texts.sort(key=has_fragments, reverse=True)  # otherwise in their random order
    docs, vocab = DocBin(), spacy.blank("nl").vocab
    read, window, words = 0, list[Sentence](), 0
    for doc, number in nlp.pipe(article_lines(texts, nlp), as_tuples=True, batch_size=256):
        if window and (number == 0 or words + len(doc) > MOST_WORDS):
            docs.add(to_doc(window, vocab))
            window, words = [], 0
        if read >= options.words:
            break
        window += [
            withheld(with_features(even(sentence, usage), sentence, known))
            for sentence in sentences_of(doc)
        ]
        words += len(doc)
        read += len(doc)
    docs.to_disk(options.output)
    print(f"{len(docs)} windows in {options.output}")


if __name__ == "__main__":
    main()
