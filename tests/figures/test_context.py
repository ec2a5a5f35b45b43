"""Clauses, comparisons and noun phrases: what every binder builds on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tagged_documents import Reader

from pipeline.figures.context import Clause, Context, Match, build_context, comparison_spans
from pipeline.figures.lexicon import Lexicon, phrase
from pipeline.figures.phrases import extend, phrase_at, phrase_ending


def only(read: Reader, sentence: str) -> Context:
    reading = read(sentence, main_place=None)
    assert len(reading.contexts) == 1, "the case must be one sentence"
    return reading.contexts[0]


def words(context: Context, first: int, last: int) -> str:
    return " ".join(token.text for token in context.tokens[first:last])


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("De leegstand daalt.", ["De leegstand daalt ."]),
        (
            "In 2019 kreeg 8 procent bijstand en in 2020 is dat 6 procent.",
            ["In 2019 kreeg 8 procent bijstand", "en in 2020 is dat 6 procent ."],
        ),
        (
            "De wethouder zegt, zonder onderzoek, dat/SCONJ het tekort daalt.",
            ["De wethouder zegt , zonder onderzoek ,", "dat het tekort daalt ."],
        ),
        # a conjunction between two nouns divides nothing
        ("Winkels en woningen staan leeg.", ["Winkels en woningen staan leeg ."]),
        # a participle is no finite verb of its own
        ("De gemeente heeft inbraken, geregistreerd door het UWV.", None),
        (
            "Uitgaven: 3 miljoen euro; inkomsten: 2 miljoen euro",
            ["Uitgaven", "3 miljoen euro", "inkomsten", "2 miljoen euro"],
        ),
        # a bracket with a number is a statement of its own, one with a name is not
        ("Het tekort (22 procent) stijgt.", ["Het tekort", "22 procent", "stijgt ."]),
        ("Wethouder Kuipers (CBS) kent het tekort.", None),
    ],
)
def test_clauses(read: Reader, sentence: str, clauses: list[str] | None) -> None:
    context = only(read, sentence)
    found = [words(context, clause.first, clause.last) for clause in context.clauses]
    assert found == (clauses or [words(context, 0, len(context.tokens))])


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("De leegstand is hoger dan landelijk.", ["dan landelijk ."]),
        ("De leegstand is 4 procent, minder dan in Assen.", ["dan in Assen ."]),
        (
            "Ten opzichte van 2019 daalde de leegstand, zegt de raad.",
            ["Ten opzichte van 2019"],  # the verb ends what is compared with
        ),
        ("De leegstand is anders/ADV dan in 2019 12 procent.", ["anders dan in 2019"]),
        ("De leegstand is 9 procent tegenover/ADP 7 procent in Assen.", ["tegenover"]),
        # 'dan' without a comparative, and before a number, compares nothing
        ("Eerst/ADV daalt het en dan stijgt het weer.", []),
        ("De leegstand is groter dan 16%.", []),
    ],
)
def test_comparisons(read: Reader, lexicon: Lexicon, sentence: str, compared: list[str]) -> None:
    context = only(read, sentence)
    spans = comparison_spans(context, lexicon)
    assert [words(context, *span) for span in spans][: len(compared) or None] == compared


def test_spans_and_distances(read: Reader) -> None:
    context = only(read, "De leegstand was 4 procent in Zwolle.")
    ((_, quantity),) = context.quantities
    assert context.span(quantity.start, quantity.end) == (3, 5)
    assert context.span(50, 60) == (8, 8)
    assert context.clause_at(quantity.start) == Clause(0, 8)
    assert [Match((6,)).distance(3, 5), Match((1,)).distance(3, 5), Match((4,)).distance(3, 5)] == [
        2,
        2,
        0,
    ]
    assert 3 in Clause(3, 5)
    assert 5 not in Clause(3, 5)


@pytest.mark.parametrize(
    ("sentence", "pattern", "found"),
    [
        ("De voorlopige cijfers.", "voorlopig cijfer", "voorlopige cijfers"),
        ("De cijfers, voorlopig.", "voorlopig cijfer", None),
        ("Er zijn woninginbraken.", "inbraak|woninginbraak", "woninginbraken"),
        ("Er is jeugdzorggebruik/NOUN.", "jeugdzorg*", "jeugdzorggebruik"),
        # a rare compound that no lemmatiser knows is met by its stem
        ("Er zijn straatintimidaties/NOUN.", "straatintimidatie", "straatintimidaties"),
        # short words have no stem: 'raden' is not 'raad'
        ("Er zijn raden/NOUN.", "raad", None),
    ],
)
def test_words_are_met_by_form_lemma_start_or_stem(
    read: Reader, sentence: str, pattern: str, found: str | None
) -> None:
    context = only(read, sentence)
    match = context.has([phrase(pattern)])
    assert (match and words(context, match.tokens[0], match.tokens[-1] + 1)) == found


def test_separable_verbs_are_met_whole(read: Reader, lexicon: Lexicon) -> None:
    sentence = read("De gemeente gaf geld/NOUN uit.", main_place=None).sentences[0]
    arcs = tuple(
        replace(token, dep="compound:prt", head=2) if token.text == "uit" else token
        for token in sentence.tokens
    )
    apart, joined = (
        build_context(replace(sentence, tokens=tokens), (), (), (), lexicon, scope=0)
        for tokens in (sentence.tokens, arcs)
    )
    assert apart.has([phrase("uitgeven")]) is None
    assert joined.has([phrase("uitgeven")]) == Match((2,))


def test_a_model_may_have_joined_a_separable_verb_already(read: Reader, lexicon: Lexicon) -> None:
    sentence = read("De gemeente gaf geld/NOUN uit.", main_place=None).sentences[0]
    tokens = tuple(
        replace(token, dep="compound:prt", head=2)
        if token.text == "uit"
        else replace(token, lemma="uitgeven")
        if token.text == "gaf"
        else token
        for token in sentence.tokens
    )
    context = build_context(replace(sentence, tokens=tokens), (), (), (), lexicon, scope=0)
    assert "uituitgeven" not in context.forms[2]
    assert {"gaf", "geven", "uitgeven"} <= set(context.forms[2])


@pytest.mark.parametrize(
    ("sentence", "noun", "head", "phrase"),
    [
        ("De nieuwe bibliotheek daalt.", "bibliotheek", "bibliotheek", "De nieuwe bibliotheek"),
        ("Een tekort op zorg daalt.", "zorg", "tekort", "Een tekort op zorg"),
        ("De uitgaven onderwijs dalen.", "onderwijs", "uitgaven", "De uitgaven onderwijs"),
        ("De raad kent een tekort.", "tekort", "tekort", "een tekort"),
    ],
)
def test_noun_phrases(read: Reader, sentence: str, noun: str, head: str, phrase: str) -> None:
    context = only(read, sentence)
    last = next(i for i, token in enumerate(context.tokens) if token.text == noun) + 1
    found = phrase_ending(context, last, Clause(0, len(context.tokens)))
    assert found is not None
    assert context.tokens[found.head].text == head
    assert words(context, found.first, found.last) == phrase


def test_a_phrase_takes_what_hangs_on_it_but_no_quantity(read: Reader) -> None:
    context = only(read, "Het onderhoud van wegen in wijken/NOUN//wijk met 40 bomen daalt.")
    whole = Clause(0, len(context.tokens))
    start = phrase_at(context, 0, whole)
    assert start is not None
    extended = extend(context, start, whole, limit=3)
    assert words(context, extended.first, extended.last) == "Het onderhoud van wegen in wijken"
    assert phrase_at(context, 2, whole) is None, "no phrase begins at a preposition"


def test_nouns_for_people_are_nouns_whatever_the_tagger_made_of_them(read: Reader) -> None:
    context = only(read, "De jongeren/ADJ en ouderen/ADJ dalen.")
    assert [(token.lemma, token.pos) for token in context.tokens[1:4:2]] == [
        ("jongere", "NOUN"),
        ("oudere", "NOUN"),
    ]
