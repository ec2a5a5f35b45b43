from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.analyse import ModelError, analyse, load_model, missing_parts, sentence_spans
from pipeline.clean import clean
from pipeline.records import Clean, Loaded
from pipeline.resources import default_model


def cleaned(text: str) -> Clean:
    return clean(Loaded("a.txt", "", "text/plain", text))


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with names and nothing else: what it lacks must not matter."""
    model = spacy.blank("nl")
    ruler = model.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PER", "pattern": "Anna de Wit"},
            {"label": "GPE", "pattern": "Rolde"},
            {"label": "EVENT", "pattern": "Zuidlaardermarkt"},
            {"label": "PERCENT", "pattern": "12 procent"},
        ]
    )
    return model


TEXT = """Meer bezoek in Rolde

Volgens mevr. Anna de Wit kwamen er ca. 1.200 mensen. Dat is 12 procent meer.

• Zuidlaardermarkt
• kermis

Jaar\tAantal
2019\t1.071
2020\t1.200
"""


def test_sentences_and_their_passages(nlp: Language) -> None:
    sentences = analyse(cleaned(TEXT), nlp)
    assert [(sentence.passage_kind, sentence.text) for sentence in sentences] == [
        ("title", "Meer bezoek in Rolde"),
        ("lead", "Volgens mevr. Anna de Wit kwamen er ca. 1.200 mensen."),
        ("lead", "Dat is 12 procent meer."),
        ("list", "Zuidlaardermarkt"),
        ("list", "kermis"),
        ("table", "Jaar\tAantal"),
        ("table", "2019\t1.071"),
        ("table", "2020\t1.200"),
    ]
    assert [sentence.position for sentence in sentences] == list(range(8))


def test_offsets_hold(nlp: Language) -> None:
    document = cleaned(TEXT)
    view = document.view.text
    for sentence in analyse(document, nlp):
        assert view[sentence.start : sentence.end] == sentence.text
        passage = document.passages[sentence.passage]
        assert passage.start <= sentence.start < sentence.end <= passage.end
        for token in sentence.tokens:
            assert view[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)


def test_labels_are_those_of_the_project(nlp: Language) -> None:
    labels = {
        token.text: token.entity
        for sentence in analyse(cleaned(TEXT), nlp)
        for token in sentence.tokens
        if token.entity
    }
    assert labels == {
        "Anna": "PERSON",
        "de": "PERSON",
        "Wit": "PERSON",
        "Rolde": "LOC",
        "Zuidlaardermarkt": "MISC",
    }


def test_a_curled_apostrophe_is_one_within_a_word(nlp: Language) -> None:
    straight = analyse(cleaned("De foto's van zo'n 40 zzp'ers: 'mooi'."), nlp)
    curled = analyse(cleaned("De foto’s van zo’n 40 zzp’ers: ‘mooi’."), nlp)
    assert [t.start for t in curled[0].tokens] == [t.start for t in straight[0].tokens]
    assert [t.text for t in curled[0].tokens][1] == "foto's"
    assert "foto’s" in curled[0].text


def test_a_poor_model_still_gives_lemmas(nlp: Language) -> None:
    words = [token for sentence in analyse(cleaned(TEXT), nlp) for token in sentence.tokens]
    assert all(token.lemma for token in words)
    assert missing_parts(nlp) == ("part of speech", "lemma", "syntax")


def test_a_sentence_splitter_in_the_model_has_no_say() -> None:
    model = spacy.blank("nl")
    model.add_pipe("sentencizer")
    sentences = analyse(cleaned("Dhr. J. Smit telde ca. 12 ganzen in Wapse."), model)
    assert len(sentences) == 1


def test_no_sentence_is_endless() -> None:
    document = cleaned("woord en nog een woord; " * 2000)
    spans = list(sentence_spans(document))
    assert max(end - start for start, end, _ in spans) <= 3000
    assert sum(end - start for start, end, _ in spans) > len(document.view.text) * 0.99


def test_the_result_does_not_depend_on_what_went_before(nlp: Language) -> None:
    document = cleaned(TEXT)
    first = analyse(document, nlp)
    analyse(cleaned("Een heel andere tekst over Ruinen en Echten."), nlp)
    assert analyse(document, nlp) == first


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="FEITENBANK_MODEL"):
        load_model(tmp_path / "nergens")


def test_a_missing_package() -> None:
    with pytest.raises(ModelError, match="spacy download nl_bestaat_niet"):
        load_model("nl_bestaat_niet")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="damaged"):
        load_model(tmp_path)


@pytest.mark.parametrize("broken", ["config.cfg", "vocab/strings.json", "meta.json"])
def test_a_damaged_model(tmp_path: Path, broken: str) -> None:
    spacy.blank("nl").to_disk(tmp_path)
    (tmp_path / broken).write_bytes(b"\x00{[")
    with pytest.raises(ModelError, match="damaged") as caught:
        load_model(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_model_for_another_spacy(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text())
    meta["spacy_version"] = ">=2.3.0,<3.0.0"
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    with pytest.raises(ModelError, match=r"needs spaCy >=2\.3\.0,<3\.0\.0.*pip install"):
        load_model(tmp_path)


def test_a_model_for_another_language(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(ModelError, match="not for Dutch"):
        load_model(tmp_path)


def test_the_environment_names_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spacy.blank("nl").to_disk(tmp_path)
    monkeypatch.setenv("FEITENBANK_MODEL", str(tmp_path))
    assert load_model().lang == "nl"


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import sys, pipeline.analyse; sys.exit('spacy' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_numpy_multiplies_the_matrices() -> None:
    from thinc.api import NumpyOps, get_current_ops

    load_model(default_model())
    operations = get_current_ops()
    if type(operations) is not NumpyOps:
        pytest.skip(f"this machine has operations of its own: {operations.name}")
    assert not operations.use_blis
