"""Lemmas of words that no treebank holds, shown to the lemmatiser in running text.

A lemmatiser that learned from a small treebank guesses badly at words it never saw (`flarden` →
`flarod`). Published tables know some 200,000 Dutch forms. They cannot be used blindly, for a form
may belong to two words, but together with the part of speech they are right in about 95 of 100
cases (measured on the treebank's development set). So sentences of plain articles with many such
words are tagged by a first model; words that the table knows get the table's lemma, all other
annotation is withheld. The lemmatiser then learns from them beside the treebank.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import spacy
import spacy_lookups_data  # type: ignore[import-untyped]  # it has no annotations
from spacy.tokens import Doc, DocBin, Span, Token

CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
LEAST_WORDS, MOST_WORDS = 5, 40


def lookup_table() -> dict[str, str]:
    """Lower-case form → lemma, from spacy-lookups-data."""
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    with gzip.open(folder / "nl_lemma_lookup.json.gz", "rt", encoding="utf-8") as stream:
        table: dict[str, str] = json.load(stream)
    return table


def table_lemma(token: Token, table: Mapping[str, str]) -> str:
    """The table's lemma, or '' where it has none or its lemma does not suit the word class."""
    lemma = table.get(token.lower_, "")
    if token.pos_ not in CONTENT or not token.is_alpha:
        return ""
    if token.pos_ == "VERB" and not lemma.endswith("n"):
        return ""
    return lemma


def annotate(sentence: Span, table: Mapping[str, str]) -> Doc:
    """The sentence with nothing but lemmas, and of these only the known ones."""
    return Doc(
        sentence.doc.vocab,
        words=[token.text for token in sentence],
        spaces=[bool(token.whitespace_) for token in sentence],
        lemmas=[table_lemma(token, table) for token in sentence],
    )


def useful(
    docs: Iterator[Doc], table: Mapping[str, str], seen: frozenset[str], *, often: int
) -> Iterator[Doc]:
    """Sentences with at least two words that the treebank lacks and that are not yet frequent."""
    shown: Counter[str] = Counter()
    for doc in docs:
        for sentence in doc.sents:
            if not LEAST_WORDS <= len(sentence) <= MOST_WORDS:
                continue
            new = [
                token.lower_
                for token in sentence
                if token.lower_ not in seen
                and shown[token.lower_] < often
                and table_lemma(token, table)
            ]
            if len(new) >= 2:
                shown.update(new)
                yield annotate(sentence, table)


def paragraphs(path: Path, rng: random.Random) -> Iterator[str]:
    """The paragraphs of the articles, in random order of articles."""
    rows = path.read_text(encoding="utf-8").splitlines()
    rng.shuffle(rows)
    for row in rows:
        yield from filter(None, (line.strip() for line in json.loads(row)["text"].split("\n")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="a first pipeline with parts of speech")
    parser.add_argument("treebank", type=Path, help="DocBin whose words are known already")
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--words", type=int, default=120_000, help="how much text to write")
    parser.add_argument("--often", type=int, default=4, help="how often a new word is shown")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    nlp = spacy.load(options.model, exclude=["ner", "trainable_lemmatizer", "tagger", "parser"])
    known = DocBin().from_disk(options.treebank).get_docs(nlp.vocab)
    seen = frozenset(token.lower_ for doc in known for token in doc)
    docs, words = DocBin(), 0
    texts = paragraphs(options.articles, random.Random(options.seed))
    for doc in useful(nlp.pipe(texts), lookup_table(), seen, often=options.often):
        docs.add(doc)
        words += len(doc)
        if words >= options.words:
            break
    docs.to_disk(options.output)
    print(f"{len(docs)} sentences, {words} words in {options.output}")


if __name__ == "__main__":
    main()
