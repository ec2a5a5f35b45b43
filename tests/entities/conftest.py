"""Sentences without a language model: the entity rules must stand on text alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import pytest

from pipeline.entities import find_entities, load_gazetteer
from pipeline.records import Clean, EntityFacts, Passage, Sentence, Token, View, Zone

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’']*(?=\s+[A-Z„“\"‘'])|$)")


def build(
    text: str, labels: dict[str, str] | None = None, nouns: Collection[str] = ()
) -> tuple[list[Sentence], Clean]:
    """Cut a text into paragraphs, sentences and words.

    ``labels`` gives words a model's label; ``nouns`` are what it sees as nouns.
    """
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        number = len(passages)
        passages.append(Passage("body", paragraph.start(), paragraph.end(), number))
        for part in _SENTENCE.finditer(paragraph[0]):
            start = paragraph.start() + part.start()
            end = paragraph.start() + part.end()
            tokens = tuple(
                Token(
                    text=word[0],
                    start=start + word.start(),
                    end=start + word.end(),
                    lemma=word[0],
                    pos="NOUN" if word[0] in nouns else "",
                    dep="",
                    head=0,
                    entity=(labels or {}).get(word[0], ""),
                )
                for word in _TOKEN.finditer(part[0])
            )
            sentences.append(
                Sentence(len(sentences), start, end, text[start:end], number, "body", tokens)
            )
    zones = tuple(Zone("body", passage.start, passage.end) for passage in passages)
    return sentences, Clean(zones, tuple(passages), View(text, range(len(text))))


Build = Callable[..., tuple[list[Sentence], Clean]]


@pytest.fixture(name="build")
def build_fixture() -> Build:
    """Return the function that cuts a text into sentences and a view."""
    return build


@pytest.fixture
def find() -> Callable[..., EntityFacts]:
    """Return a function from text to its entity facts."""

    def run(
        text: str, labels: dict[str, str] | None = None, nouns: Collection[str] = ()
    ) -> EntityFacts:
        sentences, clean = build(text, labels, nouns)
        return find_entities(sentences, clean, load_gazetteer())

    return run


@pytest.fixture
def linked(find: Callable[..., EntityFacts]) -> Callable[..., list[tuple[str, str | None]]]:
    """Return a function from text to (surface, entity) of its mentions, nominals left out."""

    def run(text: str, labels: dict[str, str] | None = None) -> list[tuple[str, str | None]]:
        facts = find(text, labels)
        return [
            (mention.surface, mention.entity)
            for mention in facts.mentions
            if not (mention.method == "coreference" and mention.surface[0].islower())
        ]

    return run
