"""Two readers of one text: where the first one doubts, the second is asked too.

The architecture is ``feitenbank.TwoReaders.v1``. A reader that shares its layers with the tagger
and the parser knows much of words; one that learned nothing but borders, in texts as they run,
knows more of how headings and items follow each other. They err at different places, so the mean of
both is right more often than either. With Feitenbank installed spaCy finds the architecture by
itself (an entry point).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model

from pipeline.borders.divide import NEVER, SURE

ARCHITECTURE: Final = "feitenbank.TwoReaders.v1"
#: Odds (natural logarithms) beyond which a reader is not listened to: one that is too sure of
#: itself would decide alone.
_MOST: Final = 8.0

Reader = Model[list[Doc], list[Any]]
Odds = NDArray[np.float32]


class Passage(NamedTuple):
    """Words of a document around some that are doubtful."""

    doc: int
    start: int
    end: int


@registry.architectures(ARCHITECTURE)  # type: ignore[untyped-decorator]  # spaCy has no stub
def two_readers(first: Reader, second: Reader, around: int) -> Reader:
    """Return the network of a recogniser of borders from two such networks.

    Each takes documents and gives two numbers for each word: for *no sentence begins here* and for
    *one does* (spaCy's ``Tagger.v2``). So does the result: 0 and the odds. ``around`` is how many
    words the second reader sees on both sides of one; it is given no more of a text than it needs.
    """
    layers: list[Model[Any, Any]] = [first, second]
    return Model("two_readers", _forward, init=_initialize, layers=layers, attrs={"around": around})


def _forward(
    model: Reader, docs: list[Doc], is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    if is_train:
        return _forward_training(model, docs)
    first, second = model.layers
    odds = [_odds(each) for each in first.predict(docs)]
    doubtful = [np.flatnonzero((each > NEVER) & (each < SURE)) for each in odds]
    passages = [*_passages(docs, doubtful, model.attrs["around"])]
    asked = [_apart(docs[each.doc], each.start, each.end) for each in passages]
    # Not all networks can do without a single word.
    heard = second.predict(asked) if asked else []
    for passage, answer in zip(passages, heard, strict=True):
        places = doubtful[passage.doc]
        places = places[(places >= passage.start) & (places < passage.end)]
        one, two = odds[passage.doc][places], _odds(answer)[places - passage.start]
        odds[passage.doc][places] = (one.clip(-_MOST, _MOST) + two.clip(-_MOST, _MOST)) / 2
    return [np.stack([np.zeros_like(each), each], axis=1) for each in odds], lambda _: docs


def _apart(doc: Doc, start: int, end: int) -> Doc:
    """The words alone: ``Span.as_doc`` copies all that is known of them, ten times as slowly."""
    words = list(doc[start:end])
    return Doc(
        doc.vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) for token in words],
    )


def _odds(scores: Any) -> Odds:
    odds: Odds = scores[:, 1] - scores[:, 0]
    return odds


def _passages(docs: list[Doc], doubtful: list[NDArray[np.intp]], around: int) -> Iterator[Passage]:
    """What the second reader is given; what overlaps is one passage."""
    for number, (doc, places) in enumerate(zip(docs, doubtful, strict=True)):
        open_passage: Passage | None = None
        for place in places.tolist():
            start, end = max(0, place - around), min(len(doc), place + around + 1)
            if open_passage and start <= open_passage.end:
                start = open_passage.start
            elif open_passage:
                yield open_passage
            open_passage = Passage(number, start, end)
        if open_passage:
            yield open_passage


def _forward_training(
    model: Reader, docs: list[Doc]
) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    """In training readers give chances, whose mean is taken; both learn from it alike."""
    chances, backprops = zip(*(reader.begin_update(docs) for reader in model.layers), strict=True)

    def backprop(gradients: list[Any]) -> list[Doc]:
        for each in backprops:
            each([gradient / 2 for gradient in gradients])
        return docs

    return [(one + two) / 2 for one, two in zip(*chances, strict=True)], backprop


def _initialize(model: Reader, X: Any = None, Y: Any = None) -> None:  # noqa: N803  # thinc's names
    for reader in model.layers:
        reader.initialize(X, Y)
