"""Borders of sentences that only whole stretches of words tell."""

from __future__ import annotations

import random
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.borders.component import FACTORY, Borders
from pipeline.borders.divide import NEVER, SURE, best, divide, lattices
from pipeline.borders.features import (
    PAIR,
    STRETCH,
    Text,
    collapsed,
    is_closed,
    pair_features,
    stretch,
)

NO = NEVER - 1
YES = SURE + 1


def text(marked: str, **odds: float) -> Text:
    """Words with their tags (`kent/WW|pv`); a `|` or the odds before a word say it may begin."""
    words, tags, chances = [], [], []
    chance = NO
    for piece in marked.split():
        if piece in odds:
            chance = odds[piece]
        elif piece == "|":
            chance = YES
        else:
            word, slash, tag = piece.partition("/")
            words.append(word)
            tags.append(tag if slash else "N|soort")
            chances.append(chance)
            chance = NO
    return Text(words, tags, chances)


def features(words: str) -> dict[str, float]:
    """The features of a whole text."""
    whole = text(words)
    found = stretch(whole, 0, len(whole.words)).features
    return dict(zip(STRETCH, found, strict=True))


def neighbours(one: str, two: str) -> dict[str, float]:
    """The features of two neighbours."""
    both = text(f"{one} | {two}")
    border = len(one.split())
    found = pair_features(both, stretch(both, 0, border), stretch(both, border, len(both.words)))
    return dict(zip(PAIR, found, strict=True))


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("Het is klaar .", True),
        ("Het is klaar . ”", True),
        ("Is het klaar ? )", True),
        ("Zie ook", False),
        ("Begroting ( concept )", False),
        ('"', False),
    ],
)
def test_end_of_a_sentence(words: str, closed: bool) -> None:
    pieces = words.split()
    assert is_closed(pieces, 0, len(pieces)) is closed


def test_form() -> None:
    assert collapsed(["Els", "Bos", ":", "lid", "sinds", "1994"]) == ("X", ":", "x", "Y")
    assert collapsed(["Els", ":", "12", "000"]) == ("X", ":", "d")


def test_stretch() -> None:
    assert features("de voorzitter (")["brackets"]
    assert features("« Het huis")["quotes"]
    assert not features("« Het huis »")["quotes"]
    assert features('zei " ja')["quotes"]
    assert features("( bron : gemeente )")["in_brackets"]
    assert features("Jan : lid Els : lid")["separators"] == 1
    assert features("Jan : lid .")["separators"] == 0
    assert features("de/LID")["ends_with_article"]
    assert features("Hij ging/WW|pv|verl|ev weg .")["closed_with_verb"]
    assert features("Hij ging/WW|pv|verl|ev weg")["open_with_verb"]
    assert features("voor de burgers")["open_and_small"]


def test_neighbours() -> None:
    assert neighbours("Jan Smit : voorzitter", "Els Bos : lid")["same_form"]
    assert not neighbours("Jan Smit : voorzitter .", "Els Bos : lid .")["same_form"]
    assert neighbours("Rita Smit", "Rita Smit is wethouder .")["title"]
    assert neighbours("Rita Smit", "Els Bos is wethouder .")["open_then_closed"]
    assert neighbours("Leden :", "Els Bos")["behind_colon"]
    assert neighbours("1994 : brug", "1995 : tunnel")["same_form"]


def test_without_weights_the_odds_decide() -> None:
    doubtful = text("Zie ook L Lijst van gemeenten", L=-0.5)
    assert divide(doubtful, {}) == [0]
    assert divide(text("Zie ook L Lijst van gemeenten", L=0.5), {}) == [0, 2]


def test_brackets_stay_together() -> None:
    weights = {"odds": 1.0, "brackets": -1.0}
    party = text("Jan ( sinds 2004 L Leefbaar Hilversum ) | Externe link", L=1.5)
    assert divide(party, {"odds": 1.0}) == [0, 4, 7]
    assert divide(party, weights) == [0, 7]


def test_items_that_look_alike_are_divided() -> None:
    weights = {"odds": 1.0, "same_form": 1.5, "separators": -1.0}
    board = text("Jan Smit : voorzitter L Els Bos : lid L Ans Vos : lid", L=-2.0)
    assert divide(board, {"odds": 1.0}) == [0]
    assert divide(board, weights) == [0, 4, 8]


def test_what_is_certain_is_not_weighed() -> None:
    weights = {"odds": -9.0, "length": -9.0}
    assert list(lattices(text("Zie ook | Lijst van gemeenten | Externe link"))) == []
    assert divide(text("Zie ook | Lijst van gemeenten | Externe link"), weights) == [0, 2, 5]
    assert divide(Text([], [], []), weights) == []


def score(whole: Text, starts: list[int], weights: dict[str, float]) -> float:
    """The score of one division of a text, added up from its parts."""
    bounds = [*starts, len(whole.words)]
    parts = [stretch(whole, a, b) for a, b in pairwise(bounds)]
    own = sum(
        weights[name] * value
        for part in parts
        for name, value in zip(STRETCH, part.features, strict=True)
    )
    joint = sum(
        weights[name] * value
        for one, two in pairwise(parts)
        for name, value in zip(PAIR, pair_features(whole, one, two), strict=True)
    )
    return own + joint


@pytest.mark.parametrize("seed", range(25))
def test_the_best_of_all_divisions(seed: int) -> None:
    rng = random.Random(seed)
    words = rng.choices(["Jan", "lid", ":", "(", ")", ".", "1994", '"', "Els", "is/WW|pv"], k=9)
    whole = text(" ".join(words))
    odds = [NO, *(rng.choice([NO, -1.0, 0.5, 2.0, YES]) for _ in words[1:])]
    whole = Text(whole.words, whole.tags, odds)
    weights = {name: rng.uniform(-2, 2) for name in (*STRETCH, *PAIR)}
    certain = {0, *(n for n, each in enumerate(odds) if each >= SURE)}
    possible = [n for n, each in enumerate(odds) if NEVER < each < SURE]
    divisions = [
        sorted(certain | set(some))
        for size in range(len(possible) + 1)
        for some in combinations(possible, size)
    ]
    best_score = max(score(whole, starts, weights) for starts in divisions)
    assert score(whole, divide(whole, weights), weights) == pytest.approx(best_score)


def test_parts_of_a_text_do_not_overlap() -> None:
    whole = text(
        "Een L twee | Drie . | Vier . | Vijf . | Zes L zeven | Acht . | Negen L tien", L=0.0
    )
    parts = list(lattices(whole))
    assert [(part.start, part.end) for part in parts] == [(0, 4), (6, 14)]
    for part in parts:
        found = best(whole, part, {"odds": 1.0})
        assert found[0] == part.start
        assert found == sorted(set(found))


@pytest.fixture
def component() -> Borders:
    """A recogniser whose network knows nothing yet."""
    nlp = spacy.blank("nl")
    added = nlp.add_pipe(FACTORY)
    assert isinstance(added, Borders)
    nlp.initialize()
    return added


def test_component_keeps_its_weights(component: Borders, tmp_path: Path) -> None:
    assert component.weights == {}
    component.weights = {"odds": 0.5}
    component.to_disk(tmp_path / "senter")
    again = spacy.blank("nl").add_pipe(FACTORY)
    assert isinstance(again, Borders)
    again.from_disk(tmp_path / "senter")
    assert again.weights == {"odds": 0.5}


def test_component_keeps_borders_that_are_known(component: Borders) -> None:
    doc = Doc(component.vocab, ["Zie", "ook", "Externe", "link"])
    for token in doc:
        token.is_sent_start = token.i in (0, 2)
    component.weights = {"odds": 1.0}
    assert [token.is_sent_start for token in component(doc)] == [True, False, True, False]


def test_component_begins_every_document(component: Borders) -> None:
    component.weights = {"odds": 1.0}
    doc = component(Doc(component.vocab, ["Zie", "ook"]))
    assert doc[0].is_sent_start
    assert len(component(Doc(component.vocab, []))) == 0
