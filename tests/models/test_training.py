"""The tools that make training documents, on invented sentences."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
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
    from treebank import Sentence

    parts = tuple(words.split())
    unknown = ("",) * len(parts)
    return Sentence(
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
    import variations

    rng = random.Random(1)
    start = sentence('Hij zei " nee " - en kocht op 3 mei bijvoorbeeld twee miljoen appels .')
    start = replace(start, pos=(*start.pos[:14], "NOUN", "PUNCT")[: len(start.words)])
    for _ in range(400):
        varied = variations.vary(start, rng)
        assert len({len(varied.words), len(varied.heads), len(varied.morphs)}) == 1
        assert max(varied.heads) < len(varied.words)
        assert sum(head == place for place, head in enumerate(varied.heads)) == 1
    assert variations.without_full_stop(start).words[-1] == "appels"
    assert sentence("Zie ook").is_fragment


def test_other_quotes_are_their_own_lemmas() -> None:
    import variations

    start = replace(sentence('Hij zei " nee "'), lemmas=("hij", "zeggen", '"', "nee", '"'))
    varied = variations.requote(start, random.Random(5))
    assert varied.words[2] == varied.lemmas[2] != '"'
    assert varied.lemmas[3] == "nee"


def test_abbreviations_hang_where_the_treebank_hangs_them() -> None:
    import variations

    start = replace(sentence("Op 3 mei kwam Ria ."), heads=(2, 2, 3, 3, 3, 3))
    longer = variations.with_word(start, 3, "jl.", 2, "nmod")
    assert longer.words == ("Op", "3", "mei", "jl.", "kwam", "Ria", ".")
    assert longer.heads == (2, 2, 4, 2, 4, 4, 4)
    assert (longer.tags[3], longer.pos[3], longer.deps[3]) == ("SPEC|afk", "X", "nmod")


def test_a_new_word_stands_apart_and_what_was_glued_stays_glued() -> None:
    import variations

    start = replace(sentence("3 mei , zei Ria"), spaces=(True, False, True, True, True))
    longer = variations.with_word(start, 2, "jl.", 1, "nmod")
    text = "".join(
        word + " " * space for word, space in zip(longer.words, longer.spaces, strict=True)
    )
    assert text == "3 mei jl., zei Ria "


def test_abbreviations_of_variations_are_one_word_to_the_tokenizer() -> None:
    import spacy
    import variations
    from assemble import mend_tokenizer

    nlp = spacy.blank("nl")
    mend_tokenizer(nlp)
    short = {each for many in variations.SHORT.values() for each in many}
    short |= {*variations.BEFORE_NOUNS, *variations.BEHIND_DATES, *variations.AT_THE_END}
    assert [each for each in sorted(short) if len(nlp(f"een {each} Dat")) != 3] == []


def test_brackets_and_years_are_no_smileys() -> None:
    import spacy
    from assemble import mend_tokenizer

    nlp = spacy.blank("nl")
    mend_tokenizer(nlp)
    found = [token.text for token in nlp("(groep 8) en Li (27): 6-4 in de jaren '50, ‘ja’")]
    assert found == [
        "(",
        "groep",
        "8",
        ")",
        "en",
        "Li",
        "(",
        "27",
        ")",
        ":",
        "6-4",
        "in",
        "de",
        "jaren",
        "'50",
        ",",
        "‘",
        "ja",
        "’",
    ]


def test_of_a_shortened_word_only_the_relation_is_kept() -> None:
    import variations

    start = replace(sentence("Dat kost een miljoen"), pos=("PRON", "VERB", "NUM", "NUM"))
    short = variations.shortened(start, random.Random(1))
    assert short.words[-1] == "mln."
    assert (short.pos[-1], short.morphs[-1], short.deps[-1]) == ("", None, "dep")
    assert short.pos[:-1] == start.pos[:-1]


def test_order_loses_no_sentence_and_repeats_none() -> None:
    from likeness import Likeness

    loose = [sentence(f"zin {number} .") for number in range(50)] + [sentence("Zie ook")] * 20
    documents = list(Likeness(loose).documents(random.Random(2)))
    assert sorted(number for each in documents for number in each) == list(range(70))
    assert max(map(len, documents)) <= 14


def test_list_items_of_one_form_come_together(monkeypatch: pytest.MonkeyPatch) -> None:
    import likeness
    from likeness import Likeness

    monkeypatch.setattr(likeness, "COMMON", 0.5)  # here three kinds are all there is
    winners = [f"199{n} - Gianni Bugno" for n in range(8)]
    clubs = [f"Ommen {n} : KFC Marle ( {n} )" for n in range(8)]
    prose = [f"De burgemeester opende op dag{n} het gebouw ." for n in range(8)]
    mixed = [text for three in zip(winners, clubs, prose, strict=True) for text in three]
    order = [
        number
        for document in Likeness([sentence(text) for text in mixed]).documents(random.Random(4))
        for number in document
    ]
    alike = sum(a % 3 == b % 3 for a, b in itertools.pairwise(order))
    assert alike > 15  # of 23; at random about 7


def test_means_of_words_are_those_of_all_readings(tmp_path: Path) -> None:
    import word_means

    for number, values in enumerate(([1.0, 3.0], [5.0])):
        means = word_means.Means()
        for value in values:
            means.add(["Assen", f"woord{number}"], np.full((2, 4), value, dtype=np.float32))
        means.save(tmp_path / f"{number}.npz")
    words, vectors, counts = word_means.load(sorted(tmp_path.glob("*.npz")))
    row = words.index("Assen")
    assert (vectors[row].tolist(), counts[row]) == ([3.0] * 4, 3)
    assert vectors[words.index("woord1")].tolist() == [5.0] * 4


def test_pieces_come_near_the_vectors_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    import vectors

    monkeypatch.setattr(vectors, "RIDGE", 0.01)  # six words need less restraint than thousands
    words = [f"{stem}{ending}" for stem in ("fiets", "huis", "boek") for ending in ("je", "en")]
    wanted = np.eye(6, dtype=np.float32)
    matrix = vectors.piece_matrix(words, 500)
    rows = vectors.fit(matrix, wanted, np.ones(6, dtype=np.float32))
    assert vectors.explained(matrix, rows, wanted) > 0.9


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
