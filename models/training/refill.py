"""Headings and list items with other words in them.

A treebank has few thousand headings and list items, and a network soon knows them by heart: *Zie
ook* ends, whatever follows. Here their words are exchanged for others of the same tag, so that the
form is learned and not the words: *1993 - Gilbert Duclos-Lassalle* becomes *2004 - Marieke Jansen*.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treebank import Sentence

# Tags whose words can be exchanged without changing what the sentence is.
OPEN_TAGS = ("N|", "SPEC|deeleigen", "ADJ|", "WW|vd", "WW|od")
SHARE = 0.7  # of the words with such a tag
REPEATED = 0.3  # of the fragments, as lists repeat an item's form
MOST_ITEMS = 6

Words = dict[str, list[tuple[str, str, str | None, str]]]


def words_by_tag(sentences: Iterable[Sentence]) -> Words:
    """Word, part of speech, features and lemma by tag; each as often as it occurs."""
    found: Words = defaultdict(list)
    for sentence in sentences:
        rows = zip(
            sentence.words, sentence.pos, sentence.morphs, sentence.lemmas, sentence.tags,
            strict=True,
        )  # fmt: skip
        for word, pos, morph, lemma, tag in rows:
            if tag.startswith(OPEN_TAGS) and pos and morph is not None and lemma:
                found[tag].append((word, pos, morph, lemma))
    return found


def other_number(word: str, rng: random.Random) -> str:
    """Other digits; a year stays one."""
    if re.fullmatch(r"(?:19|20)\d\d", word):
        return str(rng.randint(1900, 2025))
    return "".join(rng.choice("123456789") if letter.isdigit() else letter for letter in word)


def refill(sentence: Sentence, words: Words, rng: random.Random) -> Sentence:
    """The sentence with other words of the same tags; the first keeps its capital."""
    columns = [
        list(each) for each in (sentence.words, sentence.pos, sentence.morphs, sentence.lemmas)
    ]
    for place, tag in enumerate(sentence.tags):
        old = sentence.words[place]
        if any(letter.isdigit() for letter in old) and sentence.lemmas[place] == old:
            columns[0][place] = columns[3][place] = other_number(old, rng)
        elif tag.startswith(OPEN_TAGS) and words.get(tag) and rng.random() < SHARE:
            chosen = rng.choice(words[tag])
            if chosen[1] != sentence.pos[place]:
                continue
            for column, value in zip(columns, chosen, strict=True):
                column[place] = value
            word = str(chosen[0])
            columns[0][place] = word[:1].upper() + word[1:] if old[:1].isupper() else word
    return replace(
        sentence,
        words=tuple(map(str, columns[0])),
        pos=tuple(map(str, columns[1])),
        morphs=tuple(columns[2]),
        lemmas=tuple(map(str, columns[3])),
    )


def refilled(document: Sequence[Sentence], words: Words, rng: random.Random) -> Iterator[Sentence]:
    """The document with its fragments refilled, some of them several times, as lists are."""
    for sentence in document:
        if not sentence.is_fragment:
            yield sentence
            continue
        items = rng.randint(2, MOST_ITEMS) if rng.random() < REPEATED else 1
        for _ in range(items):
            yield refill(sentence, words, rng)
