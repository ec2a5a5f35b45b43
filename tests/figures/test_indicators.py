"""What a quantity measures: a known indicator, or the noun phrase that it belongs to."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

from pipeline.figures.naming import derive, slug


@pytest.mark.parametrize(
    ("sentence", "said", "indicator", "words"),
    [
        # known: a synonym in the clause, whatever its form
        ("De werkloosheid daalt naar 3 procent.", "3 procent", "werkloosheid", "werkloosheid"),
        ("In 2022 waren er 81 woninginbraken.", "81", "woninginbraken", "woninginbraken"),
        ("Er zijn 95 openstaande vacatures.", "95", "vacatures", "openstaande vacatures"),
        (
            "In 2022 leefde 9 procent van de kinderen in armoede.",
            "9 procent",
            "kinderarmoede",
            "kinderen in armoede",
        ),
        (
            "Het begrotingstekort/NOUN is 2 miljoen euro.",
            "2 miljoen",
            "begrotingstekort",
            "begrotingstekort",
        ),
        # the longer synonym wins from the one that it contains
        (
            "Het aantal gezinnen met problematische schulden is 310.",
            "310",
            "schulden",
            "problematische schulden",
        ),
        (
            "De sociale huurwoningen/NOUN//huurwoning kosten/VERB 600 euro.",
            "600 euro",
            "kosten-huurwoning-sociaal",
            None,
        ),
        # words that stand apart, in any order
        (
            "De kosten van de jeugdzorg/NOUN zijn 3 miljoen euro.",
            "3 miljoen",
            "uitgaven-jeugd",
            "kosten van de jeugdzorg",
        ),
        # 'zes aanbieders van jeugdhulp' counts providers, not care
        (
            "Er zijn zes aanbieders/NOUN//aanbieder van jeugdhulp/NOUN.",
            "zes",
            "aanbieder-jeugdhulp",
            None,
        ),
        # what it is compared with is not what it measures
        (
            "De leegstand is 4 procent hoger dan de werkloosheid.",
            "4 procent",
            "leegstand",
            "leegstand",
        ),
        # derived: the noun that governs the number
        ("De raad kent een lening van 3 miljoen euro.", "3 miljoen", "lening", "een lening"),
        (
            "Er is een tekort op onderwijs van 3 miljoen euro.",
            "3 miljoen",
            "tekort-onderwijs",
            None,
        ),
        (
            "Er is een tekort van 3 miljoen euro op onderwijs.",
            "3 miljoen",
            "tekort-onderwijs",
            None,
        ),
        # what is counted, with what qualifies it
        ("De gemeente telt 45 monumenten.", "45", "monument", "monumenten"),
        ("De gemeente telt 45 bomen in de wijk.", "45", "boom-wijk", "bomen"),
        ("In Assen zijn er 45 speeltuinen.", "45", "speeltuin", "speeltuinen"),
        # what the money is
        ("De gemeente krijgt 2 miljoen euro subsidie.", "2 miljoen", "subsidie", "subsidie"),
        ("Er is 2 miljoen euro aan uitgaven.", "2 miljoen", "uitgave", "uitgaven"),
        ("De gemeente bespaart 2 miljoen euro op inhuur.", "2 miljoen", "besparing-inhuur", None),
        # the denominator of a share
        (
            "In 2022 werd 9 procent van de aangiften opgelost.",
            "9 procent",
            "aangifte",
            "de aangiften",
        ),
        (
            "Van het budget gaat 9 procent naar onderwijs.",
            "9 procent",
            "budget-onderwijs",
            "het budget",
        ),
        # the subject
        ("Het onderhoud van wegen kost 2 miljoen euro.", "2 miljoen", "kosten-onderhoud-weg", None),
        ("De opbrengst van parkeren was 2 miljoen euro.", "2 miljoen", "opbrengst-parkeren", None),
        ("Het aantal laptops daalde met 40 procent.", "40 procent", "laptop", "aantal laptops"),
        # what stands before a colon
        ("inhuur van externen: 0,9 miljoen euro", "0,9 miljoen", "inhuur-externe", None),
        ("werkloosheid: 4 procent", "4 procent", "werkloosheid", "werkloosheid"),
        # what a duration lasts
        ("De cursus duurt twintig weken.", "twintig weken", "duur-cursus", None),
        ("De doorlooptijd is acht weken.", "acht weken", "doorlooptijd", "doorlooptijd"),
        # people are counted for a property
        ("Er zitten 900 huishoudens zonder stroom.", "900", "huishouden-stroom", "huishoudens"),
        ("Van de leerlingen krijgt 9 procent hulp.", "9 procent", "hulp", None),
    ],
)
def test_indicator(
    read: Reader, sentence: str, said: str, indicator: str, words: str | None
) -> None:
    bound = read(sentence).bound_to(said, "indicator")
    assert bound is not None
    assert bound[:2] == (indicator, "stated")
    assert words is None or bound[2] == words


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
    ("words", "id"),
    [
        (("tekort", "grondexploitatie"), "tekort-grondexploitatie"),
        (("uitgave", "uitgave", "", "zorg"), "uitgave-zorg"),
        (("één", "café's"), "een-cafe-s"),
        (tuple("abcdefg"), "a-b-c-d-e"),
        (("€",), "onbekend"),
    ],
)
def test_ids_are_made_of_words(words: tuple[str, ...], id: str) -> None:
    assert derive(words).id == id
    assert slug(derive(words).label) == id
