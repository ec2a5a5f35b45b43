"""The tools that make training documents, on invented sentences."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

TRAINING = Path(__file__).parents[2] / "models" / "training"

ARTICLE = "Meer geld voor Ommen\n\nWethouder Ria Kok juicht. Ommen, zegt Kok, heeft\nRia Kok nodig."


def labels(line: str, start: int = 22) -> Any:
    import standoff

    sentence = {"id": 4, "sha256": "x", "start": start, "text": ARTICLE[start:]}
    marked = standoff.parse_lines([line])
    (passage,) = standoff.compile_labels([sentence], marked, {"x": ARTICLE})
    return [(ARTICLE[a:b], label) for a, b, label in passage.entities]


def test_every_whole_occurrence_is_labelled() -> None:
    assert labels("4: P Ria Kok | P Kok | L Ommen") == [
        ("Ria Kok", "PERSON"),
        ("Ommen", "LOC"),
        ("Kok", "PERSON"),
        ("Ria Kok", "PERSON"),
    ]


@pytest.mark.parametrize("line", ["4: P Ria Kol", "4: P Om", "4: X Ria Kok", "vier: P Ria Kok"])
def test_a_slip_of_the_pen_is_refused(line: str) -> None:
    import standoff

    with pytest.raises(standoff.AnnotationError):
        labels(line)


def test_labels_travel_without_the_text(tmp_path: Path) -> None:
    import standoff

    key = standoff.fingerprint(ARTICLE)
    passage = standoff.Passage(key, 22, 47, ((32, 39, "PERSON"),))
    path = tmp_path / "labels.jsonl"
    standoff.write([passage], path)
    assert "Ria" not in path.read_text(encoding="utf-8")
    (labelled,) = standoff.documents(standoff.read(path), {key: ARTICLE})
    ((start, end, label),) = labelled.entities
    assert (labelled.text[start:end], label) == ("Ria Kok", "PERSON")


def test_shipped_labels_hold_no_text() -> None:
    allowed = {"sha256", "start", "end", "entities"}
    paths = sorted((TRAINING / "annotations").glob("*.jsonl"))
    assert paths
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert set(row) == allowed
            for start, end, label in row["entities"]:
                assert row["start"] <= start < end
                assert label in {"PERSON", "ORG", "LOC"}


def test_training_and_test_labels_share_no_article() -> None:
    import standoff

    folder = TRAINING / "annotations"
    train = {passage.sha256 for passage in standoff.read(folder / "train.jsonl")}
    test = {passage.sha256 for passage in standoff.read(folder / "test.jsonl")}
    assert train.isdisjoint(test)


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("Het regent. Dat zegt men.", 2),
        ("„Het regent.” Dat zegt men.", 2),
        ("Dat zegt dr. Smit van de GGD. Hij lacht.", 2),
        ("Het kost 3,5 miljoen. 12 mensen kwamen.", 2),
        ("Wie weet het? Niemand!", 2),
    ],
)
def test_borders_beyond_doubt(paragraph: str, sentences: int) -> None:
    import prepare_sentences

    assert len(prepare_sentences.borders(paragraph)) + 1 == sentences


@pytest.mark.parametrize(
    "paragraph", ["Dat zei Karel B. Gisteren.", "Dat is t.b.v. Assen.", "Zie p. A."]
)
def test_doubtful_borders_are_left_out(paragraph: str) -> None:
    import prepare_sentences

    with pytest.raises(prepare_sentences.DoubtfulError):
        prepare_sentences.borders(paragraph)


def sentence(words: str) -> Any:
    import prepare_ud

    parts = tuple(words.split())
    unknown = ("",) * len(parts)
    return prepare_ud.Sentence(
        words=parts,
        spaces=(True,) * len(parts),
        tags=unknown,
        pos=unknown,
        morphs=(None,) * len(parts),
        lemmas=unknown,
        heads=(0,) * len(parts),
        deps=("ROOT", *("dep",) * (len(parts) - 1)),
    )


def test_variation_keeps_one_label_a_word() -> None:
    import prepare_ud

    rng = random.Random(1)
    start = sentence('Hij zei " nee " - en ging .')
    for _ in range(200):
        varied = prepare_ud.vary(start, rng)
        assert len({len(varied.words), len(varied.heads), len(varied.morphs)}) == 1
        assert max(varied.heads) < len(varied.words)
    assert prepare_ud.without_full_stop(start).words[-1] == "ging"
    assert sentence("Zie ook").is_fragment


@pytest.mark.parametrize(
    ("relation", "pos"), [("cop", "AUX"), ("aux:pass", "AUX"), ("ROOT", "VERB")]
)
def test_a_verb_is_auxiliary_by_its_relation(relation: str, pos: str) -> None:
    import prepare_ud

    assert prepare_ud.pos_of_verb(relation) == pos


def test_grouping_loses_no_sentence() -> None:
    import prepare_ud

    loose = [sentence(f"zin {number} .") for number in range(50)] + [sentence("Zie ook")] * 20
    grouped = [item for run in prepare_ud.group(loose, random.Random(2)) for item in run]
    assert sorted(item.words for item in grouped) == sorted(item.words for item in loose)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Jan Peter de Vries", "J.P. de Vries"),
        ("Ria Kok", "R. Kok"),
        ("Kok", "Kok"),
        ("R. Kok", "R. Kok"),
        ("de Vries", "de Vries"),
        ("FC Kok", "FC Kok"),
    ],
)
def test_first_names_become_initials(name: str, short: str) -> None:
    import prepare_ner

    assert prepare_ner.with_initials(name) == short


def test_formal_names_are_labelled_without_their_titles() -> None:
    import prepare_ner
    import standoff

    text = "Ria Kok vroeg in Ommen naar Jan Bos."
    labels = ((0, 7, "PERSON"), (17, 22, "LOC"), (28, 35, "PERSON"))
    formal = prepare_ner.formal(standoff.Labelled(text, labels), random.Random(1), share=1)
    found = [(formal.text[a:b], label) for a, b, label in formal.entities]
    assert found == [("R. Kok", "PERSON"), ("Ommen", "LOC"), ("J. Bos", "PERSON")]
    assert formal.text.startswith(prepare_ner.TITLES)
    assert formal.text.endswith("J. Bos.")


def test_lines_and_misreadings_move_no_label() -> None:
    import prepare_ner
    import standoff

    text = "Ria Kok vroeg in Ommen naar Jan Bos en naar alle anderen. " * 20
    labelled = standoff.Labelled(text.strip(), ((0, 7, "PERSON"), (17, 22, "LOC")))
    lines = prepare_ner.in_lines(labelled, random.Random(2))
    assert lines.text.replace("\n", " ") == labelled.text
    assert 30 < max(map(len, lines.text.split("\n"))) < 110
    garbled = prepare_ner.misread(labelled, random.Random(2), share=0.1)
    assert len(garbled.text) == len(labelled.text)
    assert garbled.text != labelled.text
    assert lines.entities == garbled.entities == labelled.entities
