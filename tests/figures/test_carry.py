"""What a text leaves out because it said it before, and how far that reaches."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

Bound = tuple[str, str, str] | None


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        (
            "In 2022 kregen 310 huishoudens schuldhulp. Het gaat om 4 procent van de huishoudens.",
            "4 procent",
            ("schuldhulp", "carried_over", "schuldhulp"),
        ),
        # a pronoun points back past the words of its own clause
        (
            "In Emmen leeft 12 procent van de huishoudens in energiearmoede. "
            "In Assen is dit/DET percentage 9 procent.",
            "9 procent",
            ("energiearmoede", "carried_over", "energiearmoede"),
        ),
        # what was named after the last figure is nearer than that figure
        (
            "De leegstand is 7 procent. De gemeente onderzoekt/VERB ook de werkloosheid. "
            "Het gaat om 4 procent.",
            "4 procent",
            ("werkloosheid", "carried_over", "werkloosheid"),
        ),
        # a question names what its answer measures
        (
            "[question] Wat is de leegstand in 2023?\n[answer] Het gaat om 9 procent.",
            "9 procent",
            ("leegstand", "question", "leegstand"),
        ),
        # 'dat' at the start of a passage points at the sentence just above it
        (
            "De gemeente onderzoekt/VERB de leegstand.\nDat is nu 9 procent.",
            "9 procent",
            ("leegstand", "carried_over", "leegstand"),
        ),
        # a bare head is the fuller noun phrase that it repeats
        (
            "Het tekort op wegen is 2 miljoen euro. Het tekort was in 2021 nog 1 miljoen euro.",
            "1 miljoen",
            ("tekort-op-wegen", "carried_over", "tekort op wegen"),
        ),
    ],
)
def test_indicator(read: Reader, text: str, said: str, indicator: Bound) -> None:
    assert read(text).bound_to(said, "indicator") == indicator


def test_what_the_text_is_mostly_about(read: Reader) -> None:
    reading = read(
        "[title] De leegstand in Emmen\nDe leegstand daalt al jaren.\nDe werkloosheid daalt ook.\n"
        "Inmiddels/ADV gaat het om 9 procent."
    )
    assert reading.bound_to("9 procent", "indicator") == ("leegstand", "carried_over", "leegstand")


def test_a_demonstrative_points_up_whatever_the_text_is_mostly_about(read: Reader) -> None:
    reading = read(
        "[title] De werkloosheid in Emmen\nDe werkloosheid daalt al jaren.\n"
        "De gemeente onderzoekt/VERB de leegstand.\nDat is nu 9 procent."
    )
    assert reading.bound_to("9 procent", "indicator") == ("leegstand", "carried_over", "leegstand")


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        # a named subject and a verb of its own: nothing is carried over
        ("Voor 12 procent klagen/VERB de huishoudens/NOUN/nsubj.", "klagen"),
        # a subject that says nothing by itself
        ("Het percentage/NOUN/nsubj daalde naar 12 procent.", "werkloosheid"),
        # nor does who acts: it is not what is measured
        ("Voor 12 procent klaagt/VERB de gemeente/NOUN/nsubj.", "werkloosheid"),
        # no verb that says what happens
        ("Voor 12 procent zijn de huishoudens/NOUN/nsubj er.", "werkloosheid"),
    ],
)
def test_a_clause_that_speaks_for_itself(read: Reader, sentence: str, indicator: str) -> None:
    reading = read(f"De werkloosheid is 8 procent. {sentence}")
    assert reading.figure("12 procent").indicator == indicator


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        (
            "In Zwolle zijn er 95 vacatures. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0193", "carried_over", "Zwolle"),
        ),
        # another passage is about the document's own place again
        (
            "In Zwolle zijn er 95 vacatures.\nDe werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # the passage named the document's place, however often it named others
        (
            "De raad in Emmen vindt het goed/ADV. Wethouders/NOUN uit Zwolle volgen het. "
            "De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "carried_over", "Emmen"),
        ),
        (
            "[question] Wat is de leegstand in Assen?\n[answer] Het gaat om 9 procent.",
            "9 procent",
            ("GM0106", "question", "Assen"),
        ),
        # a place with which the question compares is not asked about
        (
            "[question] Is de leegstand hoger dan in Assen?\n[answer] Het gaat om 9 procent.",
            "9 procent",
            ("GM0114", "document", ""),
        ),
        # a comparison in the sentence before names no place for this one
        (
            "De leegstand is 7 procent, hoger dan in Assen. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # after an aside about another place the text is back at its own
        (
            "In Emmen is de leegstand 8 procent. In Drenthe is de leegstand 6 procent. "
            "De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # another passage was about its own: here there is nothing to be back at
        (
            "In Emmen is de leegstand 8 procent.\nIn Drenthe is de leegstand 6 procent. "
            "De werkloosheid is 3 procent.",
            "3 procent",
            ("PV22", "carried_over", "Drenthe"),
        ),
        # a place without a figure holds for the next sentence, not for the passage
        (
            "De raad in Assen vindt het goed/ADV. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0106", "carried_over", "Assen"),
        ),
        (
            "De raad in Assen vindt het goed/ADV. De raad volgt het. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # neither a place in another name nor one that was compared with
        (
            "GGZ Drenthe werkt hier. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        (
            "De leegstand is hoger dan in Assen. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # another country holds for the sentence behind it, but for no other passage
        (
            "In België is de leegstand 8 procent. De werkloosheid is 3 procent.",
            "3 procent",
            ("BE", "carried_over", "België"),
        ),
        (
            "In België is de leegstand 8 procent.\nDe werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        (
            "In België is de leegstand 8 procent. De raad volgt het. De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # nor where the passage gave a number of its own place before
        (
            "In Emmen is de leegstand 7 procent. In België is de leegstand 8 procent. "
            "De werkloosheid is 3 procent.",
            "3 procent",
            ("GM0114", "document", ""),
        ),
        # the country of the document does lend itself
        (
            "De raad volgt het. In Nederland is de leegstand 8 procent. "
            "De werkloosheid is 3 procent.",
            "3 procent",
            ("NL", "carried_over", "Nederland"),
        ),
        # 'van Nederland' says what another place is the most of
        (
            "In Drenthe, de provincie van Nederland, is armoede. De werkloosheid is 3 procent.",
            "3 procent",
            ("PV22", "carried_over", "Drenthe"),
        ),
    ],
)
def test_place(read: Reader, text: str, said: str, place: Bound) -> None:
    assert read(text).bound_to(said, "place") == place


@pytest.mark.parametrize(
    "text",
    [
        "In België is de leegstand 8 procent.\nDe werkloosheid is 3 procent.",
        "De raad volgt België. De werkloosheid is 3 procent.",  # no figure stood there
    ],
)
def test_another_country_is_not_lent_to_a_text_without_a_place(read: Reader, text: str) -> None:
    assert read(text, main_place=None).bound_to("3 procent", "place") is None


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        (
            "In 2022 kregen 310 huishoudens schuldhulp. Het gaat om 4 procent van de huishoudens.",
            "4 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        # a text tells what is new and adds what was before: what follows is about the new
        (
            "In 2023 waren er 120 meldingen. In 2021 waren er 90 meldingen. Er waren 14 vacatures.",
            "14",
            ("2023", "carried_over", "In 2023"),
        ),
        # but what is told of now is not of a year that the text has told of as past
        (
            "In 2022 waren er 120 meldingen. Er zijn 14 vacatures.",
            "14",
            ("2024-03-05", "publication", ""),
        ),
        (
            "In 2022 waren er 120 meldingen. Dat is 9 procent van de meldingen.",
            "9 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        (
            "In 2022 was de leegstand 9 procent. De leegstand stijgt naar 12 procent.",
            "12 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        # nor of a year that is still to come
        (
            "In 2030 krijgt 12 procent schuldhulp. De leegstand is 9 procent.",
            "9 procent",
            ("2024-03-05", "publication", ""),
        ),
        # the year of a sentence without figures is that of the figures that follow
        (
            "De leegstand daalde in 2022. De wethouder vroegen/VERB om meer. "
            "In 2021 waren er 507 meldingen. Er waren 418 panden.",
            "418",
            ("2022", "carried_over", "in 2022"),
        ),
        # what is told of the past is not of the date of the text if the text knows another
        (
            "In 2022 waren er 120 meldingen. De leegstand is 9 procent. Er waren 14 vacatures.",
            "14",
            ("2022", "carried_over", "In 2022"),
        ),
        # a later passage that goes on about the same thing
        (
            "In 2022 kreeg 4 procent schuldhulp.\nDe raad volgt het. Het gaat om 3 procent.",
            "3 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        # another place, in the past tense: the newest year of the text
        (
            "In 2022 waren er in Assen 95 meldingen.\nDe leegstand in Zwolle was 9 procent.",
            "9 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        # a period that no figure had, for a sentence that points back
        (
            "In 2021 vroegen meer mensen om hulp. Het gaat om 310 aanvragen.",
            "310",
            ("2021", "carried_over", "In 2021"),
        ),
        # and for one that does not, it says nothing
        (
            "In 2021 vroegen meer mensen om hulp. De gemeente telt 310 winkels.",
            "310",
            ("2024-03-05", "publication", ""),
        ),
        (
            "[question] Wat was de leegstand in 2022?\n[answer] Het ging om 9 procent.",
            "9 procent",
            ("2022", "question", "in 2022"),
        ),
        # what the period of the sentence above was compared with is not carried
        (
            "Meer dan in 2019 vroegen mensen om hulp. Het gaat om 310 aanvragen.",
            "310",
            ("2024-03-05", "publication", ""),
        ),
        # too far above
        (
            "In 2021 waren er 90 meldingen. De raad volgt het. De raad volgt het. "
            "De raad volgt het. De raad volgt het. De gemeente telt 310 winkels.",
            "310",
            ("2024-03-05", "publication", ""),
        ),
        # a later passage in the past tense comes back to the newest period of the text
        (
            "In 2021 waren er 90 meldingen. In 2022 waren er 95 meldingen.\n"
            "De leegstand was 9 procent.",
            "9 procent",
            ("2022", "carried_over", "In 2022"),
        ),
        # but not to plans that lie after its own date
        (
            "In 2021 waren er 90 meldingen.\nIn 2030 zijn er 900 bomen.\n"
            "De leegstand was 9 procent.",
            "9 procent",
            ("2021", "carried_over", "In 2021"),
        ),
    ],
)
def test_period(read: Reader, text: str, said: str, period: Bound) -> None:
    assert read(text).bound_to(said, "period") == period


def test_population_is_carried_with_the_indicator(read: Reader) -> None:
    reading = read("In 2022 kregen 310 huishoudens schuldhulp. Dat waren er in 2021 nog 280.")
    assert reading.bound_to("280", "population") == ("huishoudens", "carried_over", "huishoudens")
    assert reading.bound_to("280", "indicator") == ("schuldhulp", "carried_over", "schuldhulp")
    assert reading.bound_to("280", "period") == ("2021", "stated", "in 2021")
    assert reading.figure("280").unit == "huishouden"


def test_population_is_not_carried_to_another_indicator(read: Reader) -> None:
    reading = read("In 2022 kregen 310 huishoudens schuldhulp. De leegstand is 4 procent.")
    assert reading.bound_to("4 procent", "population") is None


def test_each_dimension_that_was_not_said_costs_confidence(read: Reader) -> None:
    reading = read(
        "In 2022 was de leegstand in Assen 9 procent. In 2021 was de leegstand 8 procent. "
        "De leegstand is 7 procent."
    )
    confidence = [figure.confidence for figure in reading.figures]
    assert confidence[0] == 1.0
    assert confidence == sorted(confidence, reverse=True)
    assert len(set(confidence)) == 3


def test_list_items_stand_under_their_introduction(read: Reader) -> None:
    reading = read(
        "In 2022 ontving Assen 12 miljoen euro subsidie:\n"
        "[list] onderhoud van wegen: 1,2 miljoen euro\n"
        "[list] bibliotheek: 0,9 miljoen euro\n"
        "In de wijk zijn er 40 vacatures."
    )
    assert [f.indicator for f in reading.figures[1:]] == [
        "onderhoud-van-wegen",
        "bibliotheek",
        "vacatures",
    ]
    for said in ("1,2 miljoen", "0,9 miljoen"):
        assert reading.bound_to(said, "period") == ("2022", "carried_over", "In 2022")
        assert reading.bound_to(said, "place") == ("GM0106", "carried_over", "Assen")
    assert reading.bound_to("40", "place") == ("GM0114", "document", "")
    assert reading.bound_to("40", "period") == ("2024-03-05", "publication", "")


def test_an_article_points_at_no_duration_before(read: Reader) -> None:
    reading = read("De wachttijd is zes weken. De cursus voor het/DET college is tien weken.")
    assert reading.said == ["zes weken"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2023 daalde de leegstand in vijf jaar van 38 naar 19 procent.", "2018"),
        ("De leegstand daalde van 38 naar 19 procent.", None),
    ],
)
def test_what_it_was_before_the_change(read: Reader, text: str, period: str | None) -> None:
    first, *_ = [f for f in read(text).figures if f.value == 38]
    assert first.period == period
