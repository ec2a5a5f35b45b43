"""Put the sentences of a shuffled treebank in an order that resembles the texts they came from.

A recogniser of sentence borders learns from what stands on both sides of one. In an encyclopaedia
the neighbours of a sentence are of its own subject, and list items come in runs that look alike
('1993 - Gilbert Duclos-Lassalle', '1994 - Gianni Bugno'). Treebanks as they are mixed and shuffled
have lost that; here sentences that share words, and fragments of the same form, are put side by
side again.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags
from treebank import Sentence

from pipeline.borders.features import collapsed

# What weighs how a fragment looks against what it is about.
FORM_WEIGHT = 0.8
# How often the next sentence is the likest one; otherwise the text changes its subject.
FOLLOWS = 0.85
NEW_DOCUMENT_FOLLOWS = 0.7
NOISE = 0.04  # so that no two orders are the same
LARGEST = 14  # sentences of a document
COMMON = 0.05  # what so many sentences share says nothing of their subject
USED = -9.0

Cosines = np.ndarray[Any, np.dtype[np.float32]]


def form_features(sentence: Sentence) -> list[str]:
    """How a fragment looks: its beginning, its end and the pairs of its kinds of words.

    Full sentences have none: they are like each other by their words only.
    """
    if not sentence.is_fragment:
        return []
    forms = collapsed(sentence.words)
    pairs = [" ".join(forms[i : i + 2]) for i in range(len(forms) - 1)]
    beginnings = [f"^{' '.join(forms[:size])}" for size in (1, 2, 3)]
    whole = [f"={' '.join(forms)}", f"${' '.join(forms[-2:])}"]
    return [*pairs, *beginnings, *whole, f"first {sentence.words[0].lower()}"]


def subject_features(sentence: Sentence) -> list[str]:
    """The words that a subject may be known by; those with a capital count twice."""
    words = [word for word in sentence.words if word[0].isalpha()]
    return [word.lower() for word in words if len(word) > 3] + [
        word for word in words if word[0].isupper()
    ]


class Features:
    """Rows of features, each weighed by its rarity and every row of length 1.

    The likeness of two rows is their cosine. Only the rows are kept, a few dozen numbers each: the
    cosines of all pairs of a treebank's sentences would take a third of a gigabyte.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        spread = Counter(feature for row in rows for feature in set(row))
        useful = [f for f, count in spread.items() if 1 < count < max(3, len(rows) * COMMON)]
        place = {feature: number for number, feature in enumerate(useful)}
        cells: list[tuple[int, int, float]] = []
        for number, row in enumerate(rows):
            for feature, count in Counter(row).items():
                if feature in place:
                    rarity = math.log(len(rows) / spread[feature])
                    cells.append((number, place[feature], (1 + math.log(count)) * rarity))
        at, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
        table = csr_matrix((values, (at, columns)), (len(rows), len(useful)), dtype=np.float32)
        lengths = np.sqrt(np.asarray(table.multiply(table).sum(1)).ravel())
        self._rows = diags((1 / np.maximum(lengths, 1e-6)).astype(np.float32)) @ table
        self._columns = self._rows.T.tocsr()

    def cosines(self, number: int) -> Cosines:
        """How like a row all rows are, itself included."""
        cosines: Cosines = (self._rows[number] @ self._columns).toarray()[0]
        return cosines


class Likeness:
    """How like each other the sentences of a treebank are."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._count = len(sentences)
        self._subjects = Features([subject_features(each) for each in sentences])
        self._forms = Features([form_features(each) for each in sentences])

    def alike(self, number: int) -> Cosines:
        """How like a sentence all sentences are, by subject and by form."""
        return self._subjects.cosines(number) + FORM_WEIGHT * self._forms.cosines(number)

    def documents(self, rng: random.Random) -> Iterator[list[int]]:
        """The numbers of all sentences, each once, in documents of 1 to 14.

        A document goes on where the last one ended more often than not, as pages are cut.
        """
        count = self._count
        noise = np.random.default_rng(rng.randrange(2**32))
        used = np.zeros(count, dtype=bool)
        fresh = list(range(count))
        rng.shuffle(fresh)
        document: list[int] = []
        size, last = rng.randint(1, LARGEST), None
        for _ in range(count):
            following = None
            if last is not None and rng.random() < FOLLOWS:
                scores = self.alike(last) + NOISE * noise.gumbel(size=count)
                following = int(np.where(used, USED, scores).argmax())
            if following is None:
                while used[fresh[-1]]:
                    fresh.pop()
                following = fresh.pop()
            used[following] = True
            document.append(following)
            last = following
            if len(document) == size:
                yield document
                document, size = [], rng.randint(1, LARGEST)
                if rng.random() > NEW_DOCUMENT_FOLLOWS:
                    last = None
        if document:
            yield document
