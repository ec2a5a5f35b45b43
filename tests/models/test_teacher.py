"""What the teacher is made of that needs no encoder: trees, windows, and the silver's lemmas."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word leads to it."""
    if sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while heads[word] != word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


@pytest.mark.parametrize("seed", range(60))
def test_best_tree_is_the_best_of_all(seed: int) -> None:
    from trees import best_tree

    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 5))
    scores = rng.normal(size=(size, size)) * 3
    every = itertools.product(range(size), repeat=size)
    trees = [heads for heads in every if is_tree(heads)]
    best = max(trees, key=lambda heads: sum(scores[w, h] for w, h in enumerate(heads)))
    assert tuple(best_tree(scores)) == best


def sentence(words: str, heads: tuple[int, ...]) -> Any:
    from treebank import Sentence

    forms = tuple(words.split())
    size = len(forms)
    return Sentence(
        words=forms,
        spaces=(True,) * size,
        tags=("N",) * (size - 1) + ("",),
        pos=("NOUN",) * size,
        morphs=("Number=Sing",) * (size - 1) + (None,),
        lemmas=tuple(form.lower() for form in forms),
        heads=heads,
        deps=("ROOT",) * size,
    )


def test_treebank_windows_know_what_the_treebank_says() -> None:
    from windows import IGNORE, Labels, TreebankWindows

    first, second = sentence("De raad zwijgt", (1, 2, 2)), sentence("Zie ook", (0, 0))
    labels = Labels.collect([first, second, first])
    window = TreebankWindows(labels).window([first, second])
    assert window.words == ["De", "raad", "zwijgt", "Zie", "ook"]
    assert window.columns["head"] == [1, 2, 2, 3, 3]
    assert window.columns["sent"] == [IGNORE, 0, 0, 1, 0]
    assert window.sentence == [0, 0, 0, 1, 1]
    assert window.columns["tag"][2] == IGNORE  # the treebank does not say
    assert window.columns["morph"][2] == IGNORE
    assert set(window.columns["ner"]) == {IGNORE}


def test_windows_are_short_and_lose_nothing() -> None:
    from windows import MOST_WORDS, Labels, TreebankWindows

    sentences = [sentence(f"woord{n} a b c d e f g", tuple(range(8))) for n in range(90)]
    windows = list(TreebankWindows(Labels.collect(sentences)).runs(sentences))
    assert max(len(window.words) for window in windows) <= MOST_WORDS
    words = [word for window in windows for word in window.words if word.startswith("woord")]
    assert words == [f"woord{n}" for n in range(90)]


def test_name_windows_leave_white_space_out() -> None:
    from windows import NAMES, name_windows

    doc = Doc(
        spacy.blank("nl").vocab, ["Ria", "\n", "Kok", "uit", "Ommen"], [False, False, *[True] * 3]
    )
    doc.set_ents([Span(doc, 0, 3, "PERSON"), Span(doc, 4, 5, "LOC")])
    (window,) = name_windows(doc)
    assert window.words == ["Ria", "Kok", "uit", "Ommen"]
    assert window.spaces[0]
    assert [NAMES[number] for number in window.columns["ner"]] == [
        "B-PERSON", "L-PERSON", "O", "U-LOC",
    ]  # fmt: skip


def test_reading_and_names_of_the_network() -> None:
    pytest.importorskip("torch", reason="the teacher is trained with torch, which is not installed")
    pytest.importorskip("tokenizers", reason="the teacher needs tokenizers")
    from teacher import NAMES, best_names, name_spans

    chances = np.full((3, len(NAMES)), -9.0)
    chances[0, NAMES.index("B-LOC")] = -1
    chances[1, NAMES.index("I-LOC")] = -1  # cannot be the last word of a name
    chances[1, NAMES.index("L-LOC")] = -2
    chances[2, NAMES.index("O")] = -1
    assert name_spans(best_names(chances)) == [(0, 2, "LOC")]


def read_aloud(tags: list[str], parts: list[str]) -> Doc:
    """De raad is klein, with these tags and parts of speech."""
    return Doc(
        spacy.blank("nl").vocab,
        words=["De", "raad", "is", "klein"],
        tags=tags,
        pos=parts,
        heads=[1, 3, 3, 3],
        deps=["det", "nsubj", "cop", "ROOT"],
    )


def test_what_two_readers_differ_about_is_withheld() -> None:
    from doubts import withhold_doubtful

    one = read_aloud(["LID", "N|soort", "WW", "ADJ"], ["DET", "NOUN", "AUX", "ADJ"])
    two = read_aloud(["LID", "N|eigen", "WW", "ADJ"], ["DET", "PROPN", "VERB", "ADJ"])
    for token, other in zip(one, two, strict=True):
        withhold_doubtful(token, other)
    assert [token.tag_ for token in one] == ["LID", "", "WW", "ADJ"]
    assert [token.pos_ for token in one] == ["DET", "", "AUX", "ADJ"]


def test_only_unknown_words_are_filled_in() -> None:
    from types import SimpleNamespace

    from doubts import fill
    from windows import JOINT, Labels

    first = sentence("De raad zwijgt", (1, 2, 2))
    labels = Labels.collect([first, first])
    assert labels.tags == ("N",)
    assert labels.morphs == (f"NOUN{JOINT}Number=Sing",)
    doc = read_aloud(["LID", "", "", "ADJ"], ["DET", "", "AUX", "ADJ"])
    said: Any = SimpleNamespace(tag=[0] * 4, morph=[0] * 4)
    assert fill(doc, said, labels) == 1
    assert [token.tag_ for token in doc] == ["LID", "N", "", "ADJ"]
    assert (doc[1].pos_, str(doc[1].morph)) == ("NOUN", "Number=Sing")
