"""Subword vectors (floret) from plain articles: tokenise, train, write.

Needs `pip install floret`. The vectors know a word by its letters, so that a compound that no
training text holds (`jeugdzorgtekort`) still lies near its parts, and a table of fixed size is
enough. Tokenise with the tokenizer that the pipeline uses, or the two will not meet.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import floret  # type: ignore[import-untyped]  # it has no annotations
import spacy
from spacy.tokens import Doc

SETTINGS = {
    "model": "skipgram",
    "mode": "floret",
    "hashCount": 2,
    "bucket": 30_000,
    "dim": 100,
    "minn": 3,
    "maxn": 5,
    "minCount": 5,
    "ws": 2,
    "neg": 5,
    "epoch": 5,
    "lr": 0.05,
}


def lines(doc: Doc) -> Iterator[str]:
    """The tokens of each paragraph, separated by spaces."""
    words: list[str] = []
    for token in doc:
        if not token.is_space:
            words.append(token.text)
        elif "\n" in token.text and words:
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)


def articles(path: Path) -> Iterable[str]:
    """Title and text of each article of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield f"{row['title']}\n{row['text']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--tokens", type=Path, required=True, help="tokenised text, written first")
    parser.add_argument("--output", type=Path, required=True, help="floret table")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    tokenizer: Any = spacy.blank("nl").tokenizer
    with options.tokens.open("w", encoding="utf-8") as stream:
        for doc in tokenizer.pipe(articles(options.articles)):
            stream.writelines(f"{line}\n" for line in lines(doc))
    model = floret.train_unsupervised(str(options.tokens), thread=options.threads, **SETTINGS)
    model.save_floret_vectors(str(options.output))
    print(f"Next: python -m spacy init vectors nl {options.output} vectors --mode floret")


if __name__ == "__main__":
    main()
