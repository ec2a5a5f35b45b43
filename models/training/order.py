"""Put the sentences of a shuffled treebank back in the order of their texts.

    python order.py ud-filled.spacy --ids nl_lassysmall-ud-train.conllu --output ordered.spacy

Many treebanks are published as loose, shuffled sentences, but the id of a sentence says where it
stood: `wiki-659.p.13.s.2` is the second of the thirteenth paragraph of article 659. Any release
that has a sentence's id will do, whatever its labels are like; the labels stay those of the DocBin.
An article becomes one document, with gaps where its sentences are in the development or test set; a
sentence of unknown origin is a document by itself.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import DocBin
from treebank import Sentence, read_sentences, to_doc

SENTENCE_ID = re.compile(
    r"# sent_id = (?P<article>.+?)\.p\.(?P<paragraph>\d+)\.s\.(?P<number>[\d._]+)"
)


class Place(NamedTuple):
    """Where a sentence stood."""

    article: str
    paragraph: int
    number: tuple[int, ...]


def numbers(text: str) -> tuple[int, ...]:
    """The number of a sentence; a part of one has two (`12.1`), two joined ones too (`3_4`)."""
    return tuple(int(part) for part in re.findall(r"\d+", text))


def read_places(lines: Iterable[str]) -> dict[tuple[str, ...], list[Place]]:
    """The places of each sentence of a CoNLL-U file, by its words.

    >>> read_places(["# sent_id = wiki-7.p.2.s.1", "1\\tZie\\t_", "2\\took\\t_", ""])
    {('Zie', 'ook'): [Place(article='wiki-7', paragraph=2, number=(1,))]}
    """
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    place: Place | None = None
    words: list[str] = []
    for line in [*lines, ""]:
        if found := SENTENCE_ID.match(line):
            place = Place(found["article"], int(found["paragraph"]), numbers(found["number"]))
        elif line.strip() and not line.startswith("#"):
            number, word, *_ = line.split("\t")
            if number.isdigit():
                words.append(word)
        elif not line.strip() and words:
            if place is not None:
                places[tuple(words)].append(place)
            place, words = None, []
    return dict(places)


def articles(
    sentences: Sequence[Sentence], places: Mapping[tuple[str, ...], Sequence[Place]]
) -> Iterator[list[Sentence]]:
    """The sentences article by article, those without a place one by one.

    What stood in several places (*Zie ook*) stands in all of them again, though the treebank may
    have it once only.
    """
    analyses: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        analyses[sentence.words].append(sentence)
    found: dict[str, list[tuple[Place, Sentence]]] = defaultdict(list)
    for words, known in analyses.items():
        if words not in places:
            yield from ([sentence] for sentence in known)
        for place, sentence in zip(sorted(set(places.get(words, ()))), cycle(known), strict=False):
            found[place.article].append((place, sentence))
    for placed in found.values():
        yield [sentence for _, sentence in sorted(placed, key=lambda each: each[0])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, nargs="+", help="DocBins made by convert_ud.py")
    parser.add_argument("--ids", type=Path, nargs="+", required=True, help="CoNLL-U with sent_id")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    vocab = spacy.blank("nl").vocab
    lines = (line for path in options.ids for line in path.read_text("utf-8").splitlines())
    docs, whole = DocBin(), 0
    for article in articles(read_sentences(options.treebank, vocab), read_places(lines)):
        docs.add(to_doc(article, vocab))
        whole += len(article) if len(article) > 1 else 0
    docs.to_disk(options.output)
    print(f"{whole} sentences in {len(docs)} documents have their place in {options.output}")


if __name__ == "__main__":
    main()
