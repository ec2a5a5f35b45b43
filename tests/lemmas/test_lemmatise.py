"""Lemmas of words whose part of speech is known, and the component that finds them."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.lemmas.component import FACTORY, Settler
from pipeline.lemmas.lemmatise import lemma, with_particle
from pipeline.lemmas.verbs import regular_infinitive

MANY = frozenset({"mv"})


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("potten", "pot"),
        ("palmtakken", "palmtak"),
        ("raadsleden", "raadslid"),
        ("huisartsen", "huisarts"),
        ("Wethouders", "wethouder"),
        ("jeugdzorgaanbieders", "jeugdzorgaanbieder"),
        ("VN-soldaten", "VN-soldaat"),
        ("EU-burgers", "EU-burger"),
        ("vergaderstukken", "vergaderstuk"),
        ("oud-raadsleden", "oud-raadslid"),
        ("uitgaven", "uitgave"),
        ("Overheidsuitgaven", "overheidsuitgave"),
        ("zorguitgaven", "zorguitgave"),
        ("opgaven", "opgave"),
        ("jaaropgaven", "jaaropgave"),
        ("omstandigheden", "omstandigheid"),
        ("auto’s", "auto"),
        ("pgb's", "pgb"),
        ("NGO's", "NGO"),
        ("sloten", "slot"),
    ],
)
def test_plural_nouns(form: str, found: str) -> None:
    assert lemma(form, "NOUN", {}, features=MANY) == found


@pytest.mark.parametrize("form", ["wethouder", "kans", "ton", "woonzorgcentrum", "jongere"])
def test_singular_nouns_stay(form: str) -> None:
    assert lemma(form, "NOUN", {}) == form
    assert lemma(form.capitalize(), "NOUN", {}) == form


def test_capitals_that_mean_something_stay() -> None:
    assert lemma("F1", "NOUN", {}) == "F1"
    assert lemma("CO2", "NOUN", {}) == "CO2"


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("koninkje", "koning"),
        ("mannetjes", "man"),
        ("huisje", "huis"),
        ("kaartje", "kaart"),
        ("bankje", "bank"),
        ("scheepje", "schip"),
        ("appartementje", "appartement"),
        ("meisje", "meisje"),
        ("beetje", "beetje"),
    ],
)
def test_diminutives(form: str, found: str) -> None:
    assert lemma(form, "NOUN", {}, features=frozenset({"dim"})) == found


@pytest.mark.parametrize(
    ("form", "features", "found"),
    [
        ("stijgt", "", "stijgen"),
        ("daalde", "verl", "dalen"),
        ("bleek", "verl", "blijken"),
        ("misten", "verl mv", "missen"),
        ("gekruisigde", "vd", "kruisigen"),
        ("uitgenodigden", "vd", "uitnodigen"),
        ("afgesprongen", "vd", "afspringen"),
        ("opgericht", "vd", "oprichten"),
        ("geplaatste", "vd", "plaatsen"),
        ("onderzoekt", "", "onderzoeken"),
        ("roken", "inf", "roken"),
        ("staken", "tgw mv", "staken"),
    ],
)
def test_verbs(form: str, features: str, found: str) -> None:
    assert lemma(form, "VERB", {}, features=frozenset(features.split())) == found


@pytest.mark.parametrize(
    ("form", "first", "found"),
    [
        ("grootste", False, "groot"),
        ("duurdere", False, "duur"),
        ("Groningse", False, "Gronings"),
        ("Noord-Afrikaanse", False, "Noord-Afrikaans"),
        ("Grijze", True, "grijs"),
        ("pro-Europese", False, "pro-Europees"),
        ("16-jarige", False, "16-jarig"),
        ("20ste", False, "20"),
        ("DRENTSE", False, "drents"),
    ],
)
def test_adjectives(form: str, first: bool, found: str) -> None:
    assert lemma(form, "ADJ", {}, first=first) == found


def test_adjectives_that_stand_for_people() -> None:
    assert lemma("groenen", "ADJ", {}, features=frozenset({"mv-n"})) == "groen"


@pytest.mark.parametrize(
    ("form", "features", "found"),
    [
        ("Vlaams", "", "Vlaams"),
        ("Ensors", "gen", "Ensor"),
        ("Rita's", "gen", "Rita"),
        ("Laurus", "genus", "Laurus"),
        ("Italianen", "mv", "Italiaan"),
        ("Almeloërs", "mv", "Almeloër"),
        ("Duitsers", "mv", "Duitser"),
        ("Ardennen", "mv", "Ardennen"),
    ],
)
def test_names_are_their_own_lemmas(form: str, features: str, found: str) -> None:
    assert lemma(form, "PROPN", {}, features=frozenset({features})) == found


def test_marks_are_their_own_lemmas() -> None:
    assert lemma("«", "PUNCT", {}) == "«"


def test_what_a_treebank_says_goes_before_the_tables() -> None:
    known = {"NOUN": {"jongeren": "jong"}}
    assert lemma("jongeren", "NOUN", known, features=MANY) == "jong"
    assert lemma("jongeren", "NOUN", {}, features=MANY) == "jongere"


def test_a_compound_follows_what_the_treebank_says_of_its_last_part() -> None:
    known = {"NOUN": {"kosten": "kosten"}}
    assert lemma("zorgkosten", "NOUN", known, features=MANY) == "zorgkosten"


@pytest.mark.parametrize(
    ("form", "features", "found"),
    [
        ("inkte", "pv verl ev", "inken"),
        ("whatsappten", "pv verl mv", "whatsappen"),
        ("googelde", "pv verl ev", "googelen"),
        ("streamt", "pv tgw met-t", "streamen"),
        ("vlogt", "pv tgw met-t", "vloggen"),
        ("gevlogd", "vd vrij zonder", "vloggen"),
        ("gehackte", "vd prenom met-e", "hacken"),
        ("vloggend", "od vrij zonder", "vloggen"),
        ("zwabberdeflap", "inf", "zwabberdeflap"),
    ],
)
def test_unknown_verbs_are_regular(form: str, features: str, found: str) -> None:
    assert lemma(form, "VERB", {}, features=frozenset(features.split())) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("maak", "maken"),
        ("geef", "geven"),
        ("lees", "lezen"),
        ("duik", "duiken"),
        ("stop", "stoppen"),
        ("wandel", "wandelen"),
        ("ski", "skien"),
    ],
)
def test_regular_infinitives(stem: str, found: str) -> None:
    assert regular_infinitive(stem, frozenset({"pv", "tgw", "ev"})) == found


def test_what_no_tag_tells_is_no_infinitive() -> None:
    assert regular_infinitive("geloof", frozenset({"vd"})) is None
    assert regular_infinitive("t", frozenset({"pv", "tgw", "met-t"})) is None


def test_unknown_words_stay_as_they_are() -> None:
    assert lemma("Daarmee", "ADV", {}) == "daarmee"
    assert lemma("bauxietrijke", "ADJ", {}, features=frozenset({"met-e"})) == "bauxietrijk"
    assert lemma("bauxietrijk", "ADJ", {}) == "bauxietrijk"


def test_only_known_verbs_are_joined() -> None:
    assert with_particle("komen", "terug") == "terugkomen"
    assert with_particle("laten", "weten") == "laten"


def came_back() -> Doc:
    """Hij kwam gisteren terug, and as a second sentence Het is laat."""
    return Doc(
        spacy.blank("nl").vocab,
        words=["Hij", "kwam", "gisteren", "terug", "Het", "is", "laat"],
        pos=["PRON", "VERB", "ADV", "ADP", "PRON", "VERB", "ADJ"],
        tags=["VNW", "WW|pv|verl|ev", "BW", "VZ|fin", "VNW", "WW|pv|tgw|ev", "ADJ|vrij"],
        lemmas=["hij", "komen", "gisteren", "terug", "het", "zijn", "laat"],
        heads=[1, 1, 1, 1, 6, 6, 6],
        deps=["nsubj", "ROOT", "advmod", "compound:prt", "nsubj", "cop", "ROOT"],
    )


def test_the_syntax_settles_verbs() -> None:
    doc = Settler()(came_back())
    assert (doc[1].lemma_, doc[5].lemma_) == ("terugkomen", "zijn")


@pytest.mark.parametrize(
    ("form", "lemma_", "relation", "pos"),
    [
        ("is", "zijn", "cop", "AUX"),
        ("kan", "kunnen", "aux", "AUX"),
        ("gaat", "gaan", "aux", "VERB"),
        ("werd", "worden", "aux:pass", "AUX"),
        ("werd", "worden", "cop", "VERB"),
    ],
)
def test_which_verbs_may_be_auxiliaries(form: str, lemma_: str, relation: str, pos: str) -> None:
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["Zij", form, "burgemeester"],
        pos=["PRON", "AUX", "NOUN"],
        tags=["VNW", "WW|pv|tgw|ev", "N|soort|ev"],
        heads=[2, 2, 2],
        deps=["nsubj", relation, "ROOT"],
    )
    settled = Settler()(doc)[1]
    assert (settled.lemma_, settled.pos_) == (lemma_, pos)


def test_without_syntax_nothing_is_settled_by_it() -> None:
    doc = came_back()
    words = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
    )
    assert Settler()(words)[1].lemma_ == "komen"


def test_nouns_have_the_gender_of_their_last_part() -> None:
    neuter, common = "N|soort|ev|basis|onz|stan", "N|soort|ev|basis|zijd|stan"

    def nouns(*tags: str) -> Doc:
        words = ["plein", "kindertijd", "punt", "punt", "Schouwburgplein", "tijd"]
        return Doc(
            spacy.blank("nl").vocab,
            words=words[: len(tags)],
            pos=["NOUN"] * len(tags),
            tags=list(tags),
            morphs=["Gender=Com|Number=Sing"] * len(tags),
            lemmas=[word.lower() for word in words[: len(tags)]],
        )

    component = Settler()
    component.learn([nouns(neuter, common, neuter, common)])
    settled = component(nouns(*[common] * 6))
    found = [(token.tag_ == neuter, token.morph.get("Gender")) for token in settled]
    assert found[0] == found[4] == (True, ["Neut"])
    assert found[1] == found[2] == found[5] == (False, ["Com"])


def test_learns_nothing_that_is_no_word() -> None:
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["gemeenteraadslid", "dorp"],
        pos=["NOUN", "NOUN"],
        lemmas=["gemeenteraadlid", "dorp"],
    )
    component = Settler()
    component.learn([doc])
    assert component.known == {"NOUN": {"dorp": "dorp"}}


def test_learns_bare_verbs_and_survives_the_disk(tmp_path: Path) -> None:
    doc = came_back()
    doc[1].lemma_ = "terugkomen"
    nlp = spacy.blank("nl")
    component = nlp.add_pipe(FACTORY)
    assert isinstance(component, Settler)
    component.learn([doc])
    assert component.known["VERB"]["kwam"] == "komen"
    nlp.to_disk(str(tmp_path))
    again = spacy.load(str(tmp_path)).get_pipe(FACTORY)
    assert isinstance(again, Settler)
    assert again.known == component.known
    assert Settler().from_bytes(component.to_bytes()).known == component.known
