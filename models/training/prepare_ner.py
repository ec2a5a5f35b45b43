"""Training documents for the name recogniser, from labels made by reading.

Stand-off labels (`standoff.py`) are put back on the articles; a second, older source (historical
newspapers, optically read) can be added, of which only sentences are kept whose words today's
papers use too. Some documents are varied: place lines and headings in capitals, other quotes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
import standoff
import variations
from assemble import mend_tokenizer
from spacy.language import Language
from spacy.tokens import Doc, DocBin

SUFFIXES = ("'s", "’s", "s", "'", "’", ".")
QUOTES = str.maketrans({"„": '"', "“": '"', "”": '"', "‘": "'", "’": "'"})
TITLES = (
    "dhr. ", "mw. ", "mevr. ", "de heer ", "mevrouw ", "drs. ", "mr. ", "dr. ", "ir. ", "prof. ",
    "wethouder ", "burgemeester ", "raadslid ", "voorzitter ",
)  # fmt: skip
OLD_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z„“])|\n+")


def to_doc(labelled: standoff.Labelled, nlp: Language) -> Doc:
    """A tokenised document with its names; a genitive ('Nouri's') counts as the name."""
    doc = nlp.make_doc(labelled.text)
    spans = []
    for start, end, label in labelled.entities:
        span = doc.char_span(start, end, label=label)
        if span is None:
            wider = doc.char_span(start, end, label=label, alignment_mode="expand")
            surface = labelled.text[start:end]
            if wider is not None and wider.text.removeprefix(surface) in SUFFIXES:
                span = wider
        if span is not None:
            spans.append(span)
    doc.set_ents(spacy.util.filter_spans(spans))
    return doc


def in_capitals(labelled: standoff.Labelled) -> standoff.Labelled:
    """'ZUTPHEN – De raad …': the first words up to a dash or line end, as papers print them."""
    head = SENTENCE_END.split(labelled.text, maxsplit=1)[0]
    capitals = head.upper()
    if len(capitals) != len(head):
        return labelled
    return replace(labelled, text=capitals + labelled.text[len(head) :])


def with_place_line(
    labelled: standoff.Labelled, places: Sequence[str], rng: random.Random
) -> standoff.Labelled:
    """The document behind a place line, as in 'HATTEM – …'."""
    place = rng.choice(places)
    place = rng.choice((place, place.upper(), place.upper()))
    prefix = place + rng.choice((" – ", " - ", " — ", " | ", ", "))
    shifted = tuple((a + len(prefix), b + len(prefix), c) for a, b, c in labelled.entities)
    return standoff.Labelled(prefix + labelled.text, ((0, len(place), "LOC"), *shifted))


def full_names(labelled: Iterable[standoff.Labelled]) -> list[str]:
    """The names of persons that have at least two words, each once."""
    found = {
        " ".join(item.text[start:end].split())
        for item in labelled
        for start, end, label in item.entities
        if label == "PERSON"
    }
    return sorted(name for name in found if " " in name)


def swap_names(
    labelled: standoff.Labelled, places: Sequence[str], persons: Sequence[str], rng: random.Random
) -> standoff.Labelled:
    """Other municipalities for the municipalities, other full names for some full names.

    Few of the 342 municipalities occur in the labelled texts; this way the recogniser meets all of
    them where a municipality may stand ('wethouder van Súdwest-Fryslân').
    """
    known_places, known_persons = frozenset(places), frozenset(persons)
    text, entities, at = "", list[tuple[int, int, str]](), 0
    for start, end, label in labelled.entities:
        surface = labelled.text[start:end]
        if label == "LOC" and surface in known_places and rng.random() < 0.7:
            surface = rng.choice(places)
        elif label == "PERSON" and surface in known_persons and rng.random() < 0.3:
            surface = rng.choice(persons)
        text += labelled.text[at:start]
        entities.append((len(text), len(text) + len(surface), label))
        text += surface
        at = end
    return standoff.Labelled(text + labelled.text[at:], tuple(entities))


def formal(
    labelled: standoff.Labelled, rng: random.Random, *, share: float = 0.25
) -> standoff.Labelled:
    """Some full names as minutes and council papers have them: 'dhr. J.P. de Vries'.

    First names become initials; a title may come before them, outside the name.
    """
    text, entities, at = "", list[tuple[int, int, str]](), 0
    for start, end, label in labelled.entities:
        surface = labelled.text[start:end]
        text += labelled.text[at:start]
        if label == "PERSON" and rng.random() < share:
            surface = with_initials(surface)
            if surface[1:2] == "." or rng.random() < 0.3:
                text += rng.choice(TITLES)
        entities.append((len(text), len(text) + len(surface), label))
        text += surface
        at = end
    return standoff.Labelled(text + labelled.text[at:], tuple(entities))


def with_initials(name: str) -> str:
    """The first names of a full name as initials: 'Jan Peter de Vries' is 'J.P. de Vries'."""
    words = name.split()
    first = next((n for n, word in enumerate(words) if not word[:1].isupper()), len(words) - 1)
    plain = all(word.isalpha() and not word.isupper() for word in words[:first])
    if not 0 < first < len(words) or not plain:
        return name
    return " ".join(["".join(f"{word[0]}." for word in words[:first]), *words[first:]])


def in_lines(labelled: standoff.Labelled, rng: random.Random) -> standoff.Labelled:
    """Lines of some ten words, as a PDF has them: breaks in the place of some spaces."""
    width, text = rng.randint(50, 95), labelled.text
    at = width
    while (space := text.rfind(" ", 0, at + 1)) > 0:
        if "\n" not in text[at - width : space]:
            text = f"{text[:space]}\n{text[space + 1 :]}"
        at += width
        if at >= len(text):
            break
    return replace(labelled, text=text)


def misread(
    labelled: standoff.Labelled, rng: random.Random, *, share: float = 0.02
) -> standoff.Labelled:
    """Some letters taken for others, as optical reading does: 'Hoogevcen'."""
    text = variations.misread(labelled.text, rng, share=share)
    return replace(labelled, text=text)


def vary(
    labelled: standoff.Labelled, places: Sequence[str], persons: Sequence[str], rng: random.Random
) -> standoff.Labelled:
    """A varied document: other and more formal names, and in half of them something else."""
    labelled = formal(swap_names(labelled, places, persons, rng), rng)
    draw = rng.random()
    if draw < 0.06:
        return in_capitals(labelled)
    if draw < 0.14 and places:
        return with_place_line(labelled, places, rng)
    if draw < 0.34:
        return replace(labelled, text=labelled.text.translate(QUOTES))
    if draw < 0.38 and len(labelled.text.lower()) == len(labelled.text):
        return replace(labelled, text=labelled.text.lower())
    if draw < 0.44:
        return in_lines(labelled, rng)
    if draw < 0.47:
        return misread(labelled, rng)
    return labelled


def readable(doc: Doc, known: Mapping[str, int], *, least: float) -> bool:
    """Whether nearly all words occur in today's papers (optical reading garbles many)."""
    words = [token.lower_ for token in doc if token.is_alpha and not token.ent_type_]
    return len(words) >= 5 and sum(word in known for word in words) >= least * len(words)


def old_documents(
    path: Path, nlp: Language, known: Mapping[str, int], *, least: float
) -> Iterator[Doc]:
    """Readable sentences of a DocBin whose labels are PER, ORG and LOC."""
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        sentences = list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
        for sentence in sentences:
            piece = sentence.as_doc()
            piece.set_ents(
                [
                    spacy.tokens.Span(piece, e.start, e.end, label=OLD_LABELS[e.label_])
                    for e in piece.ents
                    if e.label_ in OLD_LABELS
                ]
            )
            if readable(piece, known, least=least):
                yield piece


def vocabulary(articles: Iterable[str], *, least: int = 3) -> dict[str, int]:
    """Lower-case words that occur at least `least` times."""
    counts = Counter(word for text in articles for word in re.findall(r"[^\W\d_]+", text.lower()))
    return {word: count for word, count in counts.items() if count >= least}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines: title, text")
    parser.add_argument("--old", type=Path, help="DocBin with PER, ORG, LOC")
    parser.add_argument("--least", type=float, default=0.95, help="share of known words in --old")
    parser.add_argument("--places", type=Path, help="one place name a line, for place lines")
    parser.add_argument("--copies", type=int, default=1, help="varied copies of the labels")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    nlp = spacy.blank("nl")
    mend_tokenizer(nlp)
    articles = standoff.read_articles(options.articles)
    places = options.places.read_text("utf-8").splitlines() if options.places else []
    passages = [passage for path in options.labels for passage in standoff.read(path)]
    labelled = list(standoff.documents(passages, articles))
    docs = DocBin()
    persons = full_names(labelled)
    for copy in range(options.copies):
        for item in labelled:
            docs.add(to_doc(vary(item, places, persons, rng) if copy else item, nlp))
    recent = len(docs)
    if options.old:
        known = vocabulary(articles.values())
        for doc in old_documents(options.old, nlp, known, least=options.least):
            docs.add(doc)
    docs.to_disk(options.output)
    print(f"{recent} recent and {len(docs) - recent} old documents in {options.output}")


if __name__ == "__main__":
    main()
