"""What the conventions of a treebank settle, on invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.conventions import names, parts, relations
from pipeline.conventions.component import FACTORY, Conventions

COMMON, PART = "N|soort|ev|basis|zijd|stan", "SPEC|deeleigen"


@pytest.mark.parametrize(
    ("tags", "old", "new"),
    [
        (["VZ|init", "VG|neven", "VZ|fin"], "flat", "fixed"),  # af en toe
        ([PART, "VG|neven", PART], "fixed", "flat"),  # Piet en Puk
        ([COMMON, "VG|neven", "N|eigen|ev|basis|onz|stan"], "fixed", "flat"),  # Bakkerij en Zo
        ([PART, "VG|neven", COMMON], "fixed", "flat"),  # Jansen en zonen
    ],
)
def test_words_belong_together_as_a_name_or_not(tags: list[str], old: str, new: str) -> None:
    assert relations.settled(tags, [0, 0, 0], ["ROOT", old, old]) == {1: new, 2: new}
    assert relations.settled(tags, [0, 0, 0], ["ROOT", new, new]) == {}


def test_a_name_elsewhere_makes_no_phrase_a_name() -> None:
    # Utrecht telt af en toe
    tags = ["N|eigen|ev|basis|onz|stan", "WW|pv|tgw|met-t", "VZ|init", "VG|neven", "VZ|fin"]
    heads = [1, 1, 1, 2, 2]
    found = ["nsubj", "ROOT", "advmod", "fixed", "fixed"]
    assert relations.settled(tags, heads, found) == {}


def test_a_participle_with_and_without_dependents() -> None:
    # de (vorig jaar) gesloten brug
    tags = ["LID|bep|stan|rest", "WW|vd|prenom|zonder", COMMON]
    assert relations.settled(tags, [2, 2, 2], ["det", "acl", "ROOT"]) == {1: "amod"}
    longer = ["LID|bep|stan|rest", COMMON, *tags[1:]]
    assert relations.settled(longer, [3, 2, 3, 3], ["det", "obl", "amod", "ROOT"]) == {2: "acl"}
    # A comma is no dependent that counts, and a clause after the noun no participle before it.
    marked = ["LET", *tags[1:]]
    assert relations.settled(marked, [1, 2, 2], ["punct", "amod", "ROOT"]) == {}
    after = [COMMON, "WW|pv|tgw|ev"]
    assert relations.settled(after, [0, 0], ["ROOT", "acl"]) == {}


@pytest.mark.parametrize(
    ("words", "tags", "label", "found"),
    [
        ("Piet en Puk", [PART, "VG|neven", PART], "PERSON", {1: PART}),
        (
            "Jan van der Meer",
            [PART, "VZ|init", "LID|bep|stan|rest", PART],
            "PERSON",
            {1: PART, 2: PART},
        ),
        ("Kasteel Rozenlust", [COMMON, COMMON], "LOC", {0: PART, 1: PART}),
        ("Vilvoorde", [COMMON], "LOC", {0: "N|eigen|ev|basis|onz|stan"}),
        ("Wietske", [COMMON], "PERSON", {0: "N|eigen|ev|basis|zijd|stan"}),
        # What is small in a lone name, or a noun in a longer one, is what it was.
        ("gemeente", [COMMON], "LOC", {}),
        ("Bert bakker", [PART, COMMON], "PERSON", {}),
        ("de Bilt", ["LID|bep|stan|rest", PART], "LOC", {}),
        ("Zeeuws Archief", ["ADJ|prenom|basis|zonder", COMMON], "ORG", {0: PART, 1: PART}),
        ("Zeeuwse Bank", ["ADJ|prenom|basis|met-e|stan", COMMON], "ORG", {}),
        ("Zeeuws archief", ["ADJ|prenom|basis|zonder", COMMON], "ORG", {}),
        ("Archief", [COMMON], "ORG", {}),
    ],
)
def test_what_stands_inside_a_name(
    words: str, tags: list[str], label: str, found: dict[int, str]
) -> None:
    assert names.settled(words.split(), tags, label) == found


@pytest.mark.parametrize(
    ("tag", "relation", "pos"),
    [
        ("WW|pv|tgw|ev", "cop", "AUX"),
        ("WW|vd|vrij|zonder", "aux:pass", "AUX"),
        ("WW|pv|tgw|ev", "ROOT", "VERB"),
        ("BW", "advmod", None),
    ],
)
def test_a_verb_is_auxiliary_by_its_relation(tag: str, relation: str, pos: str | None) -> None:
    assert parts.part_of_speech({}, tag, relation) == pos


def list_of_names() -> Doc:
    """Piet en Puk wonen in Vilvoorde, as a tagger may misread it."""
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["Piet", "en", "Puk", "wonen", "in", "Vilvoorde"],
        pos=["PROPN", "CCONJ", "PROPN", "VERB", "ADP", "NOUN"],
        tags=[PART, "VG|neven", PART, "WW|pv|tgw|mv", "VZ|init", COMMON],
        morphs=["", "", "", "", "", "Gender=Com|Number=Sing"],
        heads=[3, 0, 0, 3, 5, 3],
        deps=["nsubj", "fixed", "fixed", "ROOT", "case", "obl"],
    )
    doc.ents = (Span(doc, 0, 3, "PERSON"), Span(doc, 5, 6, "LOC"))
    return doc


def test_tags_relations_and_parts_follow_one_another() -> None:
    nlp = spacy.blank("nl")
    component = nlp.add_pipe(FACTORY)
    assert isinstance(component, Conventions)
    component.parts = {PART: {"": "PROPN"}, "N|eigen|ev|basis|onz|stan": {"": "PROPN"}}
    component.features = {
        PART: {"PROPN": ""},
        "N|eigen|ev|basis|onz|stan": {"PROPN": "Gender=Neut|Number=Sing"},
    }
    doc = component(list_of_names())
    assert [token.tag_ for token in doc][:3] == [PART] * 3
    assert [token.pos_ for token in doc] == ["PROPN", "PROPN", "PROPN", "VERB", "ADP", "PROPN"]
    assert [token.dep_ for token in doc][1:3] == ["flat", "flat"]
    assert str(doc[5].morph) == "Gender=Neut|Number=Sing"


def test_a_document_without_a_parse_is_left_alone() -> None:
    doc = list_of_names()
    bare = Doc(doc.vocab, [token.text for token in doc], tags=[token.tag_ for token in doc])
    bare.ents = (Span(bare, 0, 3, "PERSON"),)
    assert [token.tag_ for token in Conventions()(bare)] == [token.tag_ for token in doc]


def test_what_was_learned_survives_the_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    component = nlp.add_pipe(FACTORY)
    assert isinstance(component, Conventions)
    component.learn([more("BW", "advmod", "ADV", "")] * 4)
    nlp.to_disk(str(tmp_path))
    again = spacy.load(str(tmp_path)).get_pipe(FACTORY)
    assert isinstance(again, Conventions)
    assert again.parts == component.parts != {}
    assert again.features == component.features != {}


def more(tag: str, relation: str, pos: str, morph: str) -> Doc:
    """*Meer* with its head, as a treebank or a network has it."""
    return Doc(
        spacy.blank("nl").vocab,
        words=["meer", "stemmen"],
        tags=[tag, "N|soort|mv|basis"],
        pos=[pos, "NOUN"],
        morphs=[morph, "Number=Plur"],
        heads=[1, 1],
        deps=[relation, "ROOT"],
    )


def test_what_follows_from_tag_and_relation() -> None:
    tag = "VNW|onbep|grad|stan|vrij|zonder|comp"
    component = Conventions()
    treebank = [more(tag, "det", "DET", "Degree=Cmp"), more(tag, "advmod", "ADV", "")]
    component.learn(treebank * 5)
    settled = component(more(tag, "advmod", "PRON", "Degree=Cmp"))[0]
    assert (settled.pos_, str(settled.morph)) == ("ADV", "")
    settled = component(more(tag, "det", "PRON", ""))[0]
    assert (settled.pos_, str(settled.morph)) == ("DET", "Degree=Cmp")
    # Neither the treebank's words of this tag nor those of this relation agree.
    assert component(more(tag, "nmod", "PRON", ""))[0].pos_ == "PRON"
    again = Conventions().from_bytes(component.to_bytes())
    assert again(more(tag, "advmod", "PRON", "Degree=Cmp"))[0].pos_ == "ADV"


def test_what_is_seldom_or_divided_does_not_follow() -> None:
    component = Conventions()
    component.learn([more("BW", "advmod", "ADV", "")])
    assert component(more("BW", "advmod", "NOUN", ""))[0].pos_ == "NOUN"
    component.learn([more("BW", "advmod", "ADV", "")] * 4 + [more("BW", "advmod", "X", "")] * 2)
    assert component(more("BW", "advmod", "NOUN", ""))[0].pos_ == "NOUN"
