"""Tokens of a tagger help, but are not needed; a spaCy component is at hand."""

from __future__ import annotations

import pytest

from pipeline.quantities import find
from pipeline.records import Token


def tokens(text: str, analysis: list[tuple[str, str, str]]) -> list[Token]:
    found: list[Token] = []
    position = 0
    for word, lemma, pos in analysis:
        start = text.index(word, position)
        position = start + len(word)
        found.append(Token(word, start, position, lemma, pos, "dep", len(found)))
    return found


def test_tag_makes_a_number_of_een() -> None:
    text = "Er is maar een leraar over."
    tagged = tokens(text, [("een", "een", "NUM"), ("leraar", "leraar", "NOUN")])
    assert find(text).quantities == ()
    (quantity,) = find(text, tokens=tagged).quantities
    assert (quantity.value, quantity.unit) == (1, "leraar")


def test_lemma_of_an_unknown_noun_comes_from_the_tagger() -> None:
    text = "Er staan 12 flurpels."
    tagged = tokens(text, [("12", "12", "NUM"), ("flurpels", "flurpel", "NOUN")])
    (quantity,) = find(text, tokens=tagged).quantities
    assert quantity.unit == "flurpel"


def test_component() -> None:
    spacy = pytest.importorskip("spacy")
    from pipeline.quantities import component

    nlp = spacy.blank("nl")
    nlp.add_pipe("feitenbank_quantities")
    doc = nlp("Op 3 mei kregen ruim 1.600 jongeren hulp.")
    assert [q.surface for q in doc._.quantities] == ["ruim 1.600 jongeren"]
    assert [o.surface for o in doc._.other_numbers] == ["3 mei"]
    assert [span.text for span in doc.spans[component.SPAN_GROUP]] == ["ruim 1.600 jongeren"]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("gewonden", "gewonde"),
        ("gedupeerden", "gedupeerde"),
        ("jongeren", "jongere"),
        ("doden", "dode"),
        ("werklozen", "werkloze"),
        ("zieken", "zieke"),
        ("overledenen", "overledene"),
        ("werkenden", "werkende"),
    ],
)
@pytest.mark.parametrize("pos", ["VERB", "ADJ", "NOUN", ""])
def test_tags_do_not_veto_people_named_by_a_participle(word: str, lemma: str, pos: str) -> None:
    text = f"Er waren 14 {word} in de wijk."
    analysis = [("14", "14", "NUM"), (word, word, pos), ("in", "in", "ADP")]
    tagged = tokens(text, analysis) if pos else None
    if pos == "NOUN":
        tagged = tokens(text, [("14", "14", "NUM"), (word, lemma, pos)])
    (quantity,) = find(text, tokens=tagged).quantities
    assert (quantity.unit, quantity.surface) == (lemma, f"14 {word}")


def test_a_participle_before_a_noun_is_no_counted_noun() -> None:
    text = "Er waren 14 gewonden bewoners."
    tagged = tokens(text, [("gewonden", "gewond", "ADJ"), ("bewoners", "bewoner", "NOUN")])
    (quantity,) = find(text, tokens=tagged).quantities
    assert quantity.unit == "bewoner"


def test_a_singular_noun_behind_it_is_not_what_is_counted() -> None:
    text = "Vorig jaar kregen 378 duizend jongeren hulp."
    tagged = tokens(text, [("jongeren", "jong", "ADJ"), ("hulp", "hulp", "NOUN")])
    (quantity,) = find(text, tokens=tagged).quantities
    assert (quantity.unit, quantity.surface) == ("jongere", "378 duizend jongeren")


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        # a verb between: of the people, and not how much it rose
        (Token("treft", 11, 16, "treffen", "VERB", "ROOT", 0, "Tense=Pres|VerbForm=Fin"), "share"),
        (Token("treft", 11, 16, "treft", "NOUN", "dep", 0), "change"),
    ],
)
def test_percentage_in_brackets_behind_what_a_rise_does(verb: Token, kind: str) -> None:
    text = "De toename treft vooral ouderen (55 procent)."
    (quantity,) = find(text, tokens=[verb]).quantities
    assert quantity.kind == kind
