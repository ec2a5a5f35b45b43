"""The shipped pipeline loads from its folder and reads invented Dutch sensibly."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.analyse.model import ModelError, load_model
from pipeline.borders.features import PAIR, STRETCH
from pipeline.conventions.parts import part_of_speech

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parents[2] / "models" / "nl_feitenbank"
UNIVERSAL_PARTS = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
}  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (MODEL / "meta.json").is_file(), reason="models/nl_feitenbank has no weights here"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    import spacy

    return spacy.load(MODEL)


def test_says_what_it_is() -> None:
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["name"], meta["version"]) == ("nl", "feitenbank", "3.4.0")
    assert meta["license"] == "CC BY-SA 4.0"
    assert any("Lassy" in source["name"] for source in meta["sources"])
    assert (MODEL / "LICENSE").is_file()
    assert (MODEL / "README.md").is_file()


def test_is_small_enough_for_git() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*")) < 60_000_000


def test_has_all_parts_in_order(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "tok2vec", "morphologizer", "tagger", "senter", "parser",
        "ner", "press", "conventions", "settler",
    ]  # fmt: skip


def test_borders_are_weighed(nlp: Language) -> None:
    weights = nlp.get_pipe("senter").weights
    assert set(weights) == {*STRETCH, *PAIR}
    assert weights["odds"] > 0
    assert weights["brackets"] < 0 < weights["same_form"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dat stond gisteren in De Tijd.", ["De Tijd"]),
        ("Dat schrijft De Gentenaar vandaag.", ["De Gentenaar"]),
        ("De tijd begint te dringen.", []),
    ],
)
def test_papers_are_names_where_the_words_have_capitals(
    nlp: Language, text: str, names: list[str]
) -> None:
    assert [name.text for name in nlp(text).ents] == names
    assert all(name.label_ == "ORG" for name in nlp(text).ents)


def test_conventions_are_known(nlp: Language) -> None:
    conventions = nlp.get_pipe("conventions")
    assert part_of_speech(conventions.parts, "SPEC|deeleigen", "flat") == "PROPN"
    assert part_of_speech(conventions.parts, "SPEC|vreemd", "obj") == "SYM"
    assert conventions.features["N|eigen|ev|basis|onz|stan"]["PROPN"] == "Gender=Neut|Number=Sing"


def test_plain_spacy_finds_what_it_needs() -> None:
    code = f"import spacy; print(spacy.load({str(MODEL)!r})('Hij belde haar op.')[1].lemma_)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "opbellen"


@pytest.mark.parametrize(
    "part",
    [
        "vocab/word_vectors.npz",
        "conventions/conventions.msgpack",
        "settler/settled.msgpack",
        "senter/cfg",
    ],
)
def test_a_missing_or_torn_part_is_told_in_one_line(part: str, tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(MODEL, copy)
    (copy / part).write_bytes((copy / part).read_bytes()[:500])
    with pytest.raises(ModelError, match=r"damaged or incomplete .* install it again"):
        load_model(copy)
    (copy / part).unlink()
    with pytest.raises(ModelError, match=r"damaged or incomplete .* install it again"):
        load_model(copy)


def test_labels_are_universal_dependencies(nlp: Language) -> None:
    labels = nlp.get_pipe("parser").labels
    assert {"nsubj", "obj", "obl", "nmod", "amod", "nummod", "ROOT"} <= set(labels)
    parts = {
        feature.removeprefix("POS=")
        for label in nlp.get_pipe("morphologizer").labels
        for feature in label.split("|")
        if feature.startswith("POS=")
    }
    assert parts <= UNIVERSAL_PARTS


def test_reads_a_plain_sentence(nlp: Language) -> None:
    doc = nlp("De wethouder kocht vorig jaar drie huizen in Zwolle.")
    found = {token.text: (token.pos_, token.lemma_) for token in doc}
    assert found["wethouder"] == ("NOUN", "wethouder")
    assert found["kocht"] == ("VERB", "kopen")
    assert found["huizen"] == ("NOUN", "huis")
    assert found["Zwolle"][0] == "PROPN"
    verb = next(token for token in doc if token.text == "kocht")
    assert verb.dep_ == "ROOT"
    assert {token.text: token.dep_ for token in verb.children}["wethouder"] == "nsubj"


def test_binds_number_to_its_noun(nlp: Language) -> None:
    doc = nlp("Volgens de gemeente kregen 1.642 jongeren in 2019 hulp.")
    number = next(token for token in doc if token.text == "1.642")
    assert (number.pos_, number.head.text) == ("NUM", "jongeren")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Het aantal daalde. Dat meldt de raad.", ["Het aantal daalde.", "Dat meldt de raad."]),
        ("„Het is te duur”, zegt zij. Hij zwijgt.", ["„Het is te duur”, zegt zij.", "Hij zwijgt."]),
        ("Wethouder Truus Bakhuizen ging naar Den Haag en sprak er met Kees de Boer.", None),
        ("Het kost 12,5 miljoen euro, aldus dr. Anna Visser van de provincie.", None),
    ],
)
def test_ends_sentences_where_they_end(
    nlp: Language, text: str, sentences: list[str] | None
) -> None:
    assert [span.text for span in nlp(text).sents] == (sentences or [text])


@pytest.mark.parametrize("name", ["VN", "ING", "PvdA", "B&W", "CBS", "FvD", "GroenLinks"])
def test_full_stop_is_no_part_of_a_name(nlp: Language, name: str) -> None:
    doc = nlp(f"Dat zegt {name}. Het kost 3 mln. euro, zegt dr. Smit.")
    assert [token.text for token in doc][2:4] == [name, "."]
    assert {"mln.", "dr."} <= {token.text for token in doc}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Wethouder Marieke van Dijk is er tegen.", "Marieke van Dijk", "PERSON"),
        ("Dat zegt burgemeester Jan Hendriks.", "Jan Hendriks", "PERSON"),
        ("De inwoners van Deventer betalen meer.", "Deventer", "LOC"),
        ("ZUTPHEN – Het zwembad gaat weer open.", "ZUTPHEN", "LOC"),
        ("Het geld komt van het ministerie van Financiën.", "ministerie van Financiën", "ORG"),
        ("Volgens de PvdA is dat te weinig.", "PvdA", "ORG"),
    ],
)
def test_finds_names(nlp: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in {(entity.text, entity.label_) for entity in nlp(text).ents}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "—", "12%", "é" * 2000, "A. B. C. D."])
def test_survives_odd_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.pos_ for token in doc if not token.is_space)
