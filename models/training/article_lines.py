"""Articles to be read: their lines as words, windows of whole lines, without those of the tests."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import standoff
from spacy.language import Language
from spacy.tokens import Token
from windows import Window

MOST_WORDS = 160  # of a window
LONGEST_LINE = 400


def lines(text: str, tokenizer: Language) -> Iterator[list[Token]]:
    """The words of each line that is neither empty nor very long."""
    for line in filter(None, (" ".join(line.split()) for line in text.split("\n"))):
        tokens = [token for token in tokenizer.make_doc(line) if not token.is_space]
        if tokens and len(tokens) <= LONGEST_LINE:
            yield tokens


def article_windows(texts: Iterator[str], tokenizer: Language) -> Iterator[Window]:
    """Windows of whole lines."""
    for text in texts:
        window = Window.blank([], [])
        for tokens in lines(text, tokenizer):
            if window.words and len(window.words) + len(tokens) > MOST_WORDS:
                yield Window.blank(window.words, window.spaces)
                window = Window.blank([], [])
            window.words += [token.text for token in tokens]
            window.spaces += [*(bool(token.whitespace_) for token in tokens[:-1]), True]
        if window.words:
            yield Window.blank(window.words, window.spaces)


def articles(path: Path, leave: list[Path], rng: random.Random) -> Iterator[str]:
    """The articles in random order, without those that are kept for tests."""
    found = standoff.read_articles(path)
    for labels in leave:
        for passage in standoff.read(labels):
            found.pop(passage.sha256, None)
    keys = sorted(found)
    rng.shuffle(keys)
    return (found[key] for key in keys)
