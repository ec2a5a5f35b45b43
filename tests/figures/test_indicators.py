"""What a quantity measures: a known indicator, or the noun phrase that it belongs to."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

from pipeline.figures.naming import Label, derive, slug


@pytest.mark.parametrize(
    ("sentence", "said", "indicator", "words"),
    [
        # a synonym in the clause, whatever its form
        ("De werkloosheid daalt naar 3 procent.", "3 procent", "werkloosheid", "werkloosheid"),
        ("In 2022 waren er 81 woninginbraken.", "81", "woninginbraken", "woninginbraken"),
        ("Er zijn 95 openstaande vacatures.", "95", "vacatures", "openstaande vacatures"),
        ("De doorlooptijd is acht weken.", "acht weken", "doorlooptijd", "doorlooptijd"),
        ("werkloosheid: 4 procent", "4 procent", "werkloosheid", "werkloosheid"),
        # the longer synonym wins from the one that it contains
        (
            "Het aantal gezinnen met problematische schulden is 310.",
            "310",
            "schulden",
            "problematische schulden",
        ),
        ("De jeugdwerkloosheid/NOUN is 9 procent.", "9 procent", "werkloosheid", None),
        # words that stand apart, in any order
        (
            "De kosten van de jeugdzorg/NOUN zijn 3 miljoen euro.",
            "3 miljoen",
            "uitgaven-jeugd",
            "kosten van de jeugdzorg",
        ),
        # what it is compared with is not what it measures
        (
            "De leegstand is 4 procent hoger dan de werkloosheid.",
            "4 procent",
            "leegstand",
            "leegstand",
        ),
        # each clause its own
        (
            "De leegstand is 4 procent en de werkloosheid is 3 procent.",
            "3 procent",
            "werkloosheid",
            "werkloosheid",
        ),
    ],
)
def test_known_indicator(
    read: Reader, sentence: str, said: str, indicator: str, words: str | None
) -> None:
    bound = read(sentence).bound_to(said, "indicator")
    assert bound is not None
    assert bound[:2] == (indicator, "stated")
    assert words is None or bound[2] == words


@pytest.mark.parametrize(
    ("sentence", "said", "topic", "words"),
    [
        # the noun that governs the number
        ("De raad kent een lening van 3 miljoen euro.", "3 miljoen", "lening", ()),
        (
            "Er is een tekort op onderwijs van 3 miljoen euro.",
            "3 miljoen",
            "tekort",
            ("onderwijs",),
        ),
        (
            "Er is een tekort van 3 miljoen euro op onderwijs.",
            "3 miljoen",
            "tekort",
            ("onderwijs",),
        ),
        # what is counted
        ("De gemeente telt 45 monumenten.", "45", "monument", ()),
        ("In Assen zijn er 45 speeltuinen.", "45", "speeltuin", ()),
        # 'zes aanbieders van jeugdhulp' counts providers, not care
        ("Er zijn zes aanbieders/NOUN//aanbieder van jeugdhulp/NOUN.", "zes", "aanbieder", ()),
        # what the money is
        ("De gemeente krijgt 2 miljoen euro subsidie.", "2 miljoen", "subsidie", ()),
        ("Er is 2 miljoen euro aan subsidie.", "2 miljoen", "subsidie", ()),
        # ... and not who gets it
        ("De lening is 2 miljoen euro aan de aannemer/NOUN.", "2 miljoen", "lening", ()),
        # a share of something that is no group of people
        ("In 2022 werd 9 procent van de aangiften opgelost.", "9 procent", "aangifte", ()),
        ("Van het budget gaat 9 procent naar onderwijs.", "9 procent", "budget", ("onderwijs",)),
        # the subject
        ("De opbrengst van parkeren was 2 miljoen euro.", "2 miljoen", "opbrengst", ("parkeren",)),
        ("Het aantal laptops daalde met 40 procent.", "40 procent", "laptop", ()),
        # what stands before a colon
        ("inhuur van externen: 0,9 miljoen euro", "0,9 miljoen", "inhuur", ("externen",)),
        # names of places and times are no part of it
        ("De opbrengst in Assen in 2022 was 2 miljoen euro.", "2 miljoen", "opbrengst", ()),
    ],
)
def test_derived_indicator(
    read: Reader, sentence: str, said: str, topic: str, words: tuple[str, ...]
) -> None:
    reading = read(sentence)
    figure = reading.figure(said)
    (found,) = (i for i in reading.bound.indicators if i.id == figure.indicator)
    assert (found.topic, found.known) == (topic, False)
    assert {topic, *words} <= set(found.label.split())
    assert found.id == slug(found.label)
    assert not {"Assen", "2022", "de", "het", "een"} & set(found.label.split())


def test_known_is_surer_than_derived(read: Reader) -> None:
    known = read("In 2022 was de werkloosheid in Assen 4 procent.").figure("4 procent")
    derived = read("In 2022 was de opbrengst in Assen 4 procent.").figure("4 procent")
    assert known.confidence == 1.0
    assert 0 < derived.confidence < 1


def test_every_indicator_of_a_figure_is_described_once(read: Reader) -> None:
    reading = read(
        "De werkloosheid is 4 procent. Er zijn 45 monumenten. Er zijn in Assen 12 monumenten."
    )
    assert [i.id for i in reading.bound.indicators] == ["monument", "werkloosheid"]
    monument, known = reading.bound.indicators
    assert (monument.known, monument.label, monument.topic) == (False, "monument", "monument")
    assert known.known
    assert known.definition


def test_a_share_says_what_it_is_a_share_of(read: Reader) -> None:
    reading = read("In 2022 werd 9 procent van de aangiften opgelost.")
    assert reading.bound.indicators[0].definition == "deel van: aangifte"


@pytest.mark.parametrize(
    ("label", "id"),
    [
        ("tekort op grondexploitatie", "tekort-op-grondexploitatie"),
        ("één café's", "een-cafe-s"),
        ("€", "onbekend"),
    ],
)
def test_ids_are_made_of_labels(label: str, id: str) -> None:
    made = derive(Label(label, "kern"))
    assert (made.id, made.label, made.topic) == (id, label, "kern")
