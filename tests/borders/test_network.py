"""Two networks, the second of which is asked where the first one doubts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from pipeline.borders.divide import NEVER, SURE
from pipeline.borders.network import ARCHITECTURE, two_readers

NO, YES = NEVER - 1, SURE + 1
VOCAB = Vocab()


def text(count: int) -> Doc:
    """A text of so many words: *w0 w1 …*"""
    return Doc(VOCAB, [f"w{number}" for number in range(count)])


def reader(odds: dict[str, float], seen: list[list[str]] | None = None) -> Any:
    """A network that has fixed odds for some words, and knows that the others begin nothing."""

    def forward(model: Any, docs: list[Doc], is_train: bool) -> Any:
        if seen is not None:
            seen.extend([token.text for token in doc] for doc in docs)
        rows = [[[1.0, 1.0 + odds.get(token.text, NO)] for token in doc] for doc in docs]
        return [np.asarray(each).reshape(-1, 2) for each in rows], lambda gradients: gradients

    return Model("reader", forward)


def odds(network: Any, *docs: Doc) -> list[list[float]]:
    """What the network says of each word."""
    return [(each[:, 1] - each[:, 0]).tolist() for each in network.predict(list(docs))]


def test_where_the_first_doubts_the_mean_of_both_counts() -> None:
    both = two_readers(reader({"w1": 4, "w2": -2}), reader({"w1": 2, "w2": -4}), 2)
    assert odds(both, text(4)) == [[NO, 3, -3, NO]]


def test_what_the_first_is_sure_of_is_not_asked() -> None:
    seen: list[list[str]] = []
    both = two_readers(reader({"w1": YES}), reader({"w1": NO, "w2": YES}, seen), 2)
    assert odds(both, text(3)) == [[NO, YES, NO]]
    assert seen == []


def test_the_second_is_given_no_more_than_it_needs() -> None:
    seen: list[list[str]] = []
    doubts = dict.fromkeys(("w5", "w7", "w20"), 1.0)
    both = two_readers(reader(doubts), reader({}, seen), 2)
    odds(both, text(21), text(2))
    assert seen == [[f"w{n}" for n in range(3, 10)], ["w18", "w19", "w20"]]


@pytest.mark.parametrize(("around", "count"), [(1, 4), (3, 4), (50, 9)])
def test_answers_come_to_their_words(around: int, count: int) -> None:
    doubts = {f"w{n}": float(n) for n in range(0, count, 2)}
    answers = {f"w{n}": -float(n) for n in range(count)}
    (found,) = odds(two_readers(reader(doubts), reader(answers), around), text(count))
    assert found == [
        0 if n % 2 == 0 and n < SURE else (n if n % 2 == 0 else NO) for n in range(count)
    ]


def test_one_that_is_too_sure_does_not_decide_alone() -> None:
    both = two_readers(reader({"w1": 4}), reader({"w1": -90}), 2)
    assert odds(both, text(2)) == [[NO, -2]]


def test_both_learn_from_a_mistake() -> None:
    learned: list[Any] = []

    def learner(chance: float) -> Any:
        def forward(model: Any, docs: list[Doc], is_train: bool) -> Any:
            return [np.full((len(doc), 2), chance) for doc in docs], learned.append

        return Model("learner", forward)

    (chances,), backprop = two_readers(learner(0.2), learner(0.6), 2).begin_update([text(3)])
    assert chances == pytest.approx(np.full((3, 2), 0.4))
    backprop([np.ones((3, 2))])
    assert [each[0].tolist() for each in learned] == [[[0.5, 0.5]] * 3] * 2


def test_a_text_without_words_has_no_odds() -> None:
    both = two_readers(reader({}), reader({}), 2)
    assert [each.shape for each in both.predict([text(0)])] == [(0, 2)]
    assert both.predict([]) == []


def test_its_parts_are_made_ready_together() -> None:
    made: list[str] = []

    def ready(name: str) -> Any:
        return Model(name, lambda *_: None, init=lambda model, **_: made.append(model.name))

    two_readers(ready("first"), ready("second"), 2).initialize()
    assert made == ["first", "second"]


def test_spacy_finds_it_by_name() -> None:
    from spacy.util import registry

    assert registry.architectures.get(ARCHITECTURE) is two_readers
