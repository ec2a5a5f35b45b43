"""Dates without a year and weekdays, placed by the tense of their clause.

The date of the text is Monday 8 July 2019 unless a sentence has another.
"""

from __future__ import annotations

import pytest

from pipeline.periods import find
from pipeline.records import Anchor, Token

MONDAY = "2019-07-08"
WEDNESDAY = "2019-07-10"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("De raad besloot in september tot nieuwbouw.", "2018-09"),
        ("De raad besluit in september over nieuwbouw.", "2019-09"),
        ("De wethouder zei in september te vertrekken.", "2019-09"),
        ("Zij zei dat hij op 11 augustus vertrekt.", "2019-08-11"),
        ("Hij vroeg haar in augustus ten huwelijk.", "2018-08"),
        ("De man zou op 11 augustus bij de sluis zijn gezien.", "2018-08-11"),
        ("De raad heeft op 11 augustus besloten te bouwen.", "2018-08-11"),
        ("De oogst was in juli klaar.", "2019-07"),
        ("In september werd er altijd geoogst.", "2018-09"),
        ("Het kwam uit op 5 miljoen in het vierde kwartaal.", "2018-10/2018-12"),
    ],
)
def test_dates_without_a_year(text: str, edtf: str) -> None:
    assert [time.edtf for time in find(text, Anchor(MONDAY, MONDAY))] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("De eerste wedstrijd, zondag tegen Oss, is al vol.", "2019-07-14"),
        ("De wedstrijd is dinsdag.", "2019-07-16"),
        ("Hij speelt maandag in Oss.", "2019-07-15"),
        ("Hij won maandag in Oss.", "2019-07-08"),
        ("Hij heeft maandag in Oss gewonnen.", "2019-07-08"),
        ("De storm is maandag weggetrokken.", "2019-07-08"),
        ("De winkel is zondag gesloten.", "2019-07-14"),
        ("De school komt naar aanleiding van de ruzie op vrijdag met regels.", "2019-07-05"),
        ("Bij de verkiezingen van zondag is 46 procent gaan stemmen.", "2019-07-07"),
        ("Honderd gasten zijn zondag blijven slapen.", "2019-07-07"),
        ("Wij gaan zondag stemmen.", "2019-07-14"),
        ("De beurs daalde in aanloop naar het besluit van zondag.", "2019-07-14"),
        ("De bank begint zondag aan zijn vergadering.", "2019-07-14"),
    ],
)
def test_weekdays(text: str, edtf: str) -> None:
    assert [time.edtf for time in find(text, Anchor(WEDNESDAY, WEDNESDAY))] == [edtf]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "De stad houdt maandagavond een wake naar aanleiding van de ramp zondag op zee.",
            ["2019-07-08", "2019-07-07"],
        ),
        (
            "De club speelt zondag, na de wedstrijd zaterdag, nog eens.",
            ["2019-07-14", "2019-07-13"],
        ),
    ],
)
def test_an_event_is_over_before_what_follows_on_it(text: str, days: list[str]) -> None:
    assert [time.edtf for time in find(text, Anchor(MONDAY, MONDAY))] == days


def test_since_a_weekday_is_past_whatever_the_verb_says() -> None:
    (time,) = find("Sinds vrijdag mag dat niet meer.", Anchor(WEDNESDAY, WEDNESDAY))
    assert time.edtf == "2019-07-05/.."


def test_the_analysis_of_words_tells_the_tense_of_verbs_that_no_list_has() -> None:
    text = "De buurt rouwde in augustus om hem."
    verb = Token("rouwde", 9, 15, "rouwen", "VERB", "root", 0, morph="Tense=Past")
    anchor = Anchor(MONDAY, MONDAY)
    assert [time.edtf for time in find(text, anchor)] == ["2019-08"]
    assert [time.edtf for time in find(text, anchor, tokens=[verb])] == ["2018-08"]


def test_the_weekend_is_a_date_only_where_something_happened() -> None:
    anchor = Anchor(MONDAY, MONDAY)
    assert [t.edtf for t in find("In het weekend was er feest.", anchor)] == [
        "2019-07-06/2019-07-07"
    ]
    assert find("In het weekend is het vaak druk.", anchor) == ()
