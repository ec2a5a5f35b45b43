"""Where, when and for whom: each value with the way it is known and the words it rests on."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

Bound = tuple[str, str, str] | None


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("De werkloosheid in Assen is 4 procent.", "4", ("GM0106", "stated", "Assen")),
        # a scope without a name, in its own clause only
        (
            "In Emmen leeft 12 procent van de huishoudens in energiearmoede. "
            "Landelijk is dit/DET percentage slechts acht procent.",
            "acht",
            ("NL", "stated", "Landelijk"),
        ),
        (
            "Alle gemeenten hebben samen 2.100 vacatures.",
            "2.100",
            ("NL", "stated", "gemeenten hebben"),
        ),
        (
            "Landelijk daalt het, maar de leegstand in Zwolle is 7 procent.",
            "7",
            ("GM0193", "stated", "Zwolle"),
        ),
        (
            "Landelijk daalt het, maar de leegstand hier is 7 procent.",
            "7",
            ("GM0114", "document", ""),
        ),
        # what it is compared with is not where it is
        (
            "De werkloosheid in Assen is 4,2 procent, hoger dan landelijk.",
            "4,2",
            ("GM0106", "stated", "Assen"),
        ),
        ("De werkloosheid is 4,2 procent, lager dan in Zwolle.", "4,2", ("GM0114", "document", "")),
        ("Vergeleken met Zwolle zijn er 45 monumenten.", "45", ("GM0114", "document", "")),
        ("Net als Assen kent de gemeente 45 monumenten.", "45", ("GM0114", "document", "")),
        # each clause has its own
        (
            "In Assen was de werkloosheid 3,4 procent, maar in Zwolle was dat 2,8 procent.",
            "3,4",
            ("GM0106", "stated", "Assen"),
        ),
        (
            "In Assen was de werkloosheid 3,4 procent, maar in Zwolle was dat 2,8 procent.",
            "2,8",
            ("GM0193", "stated", "Zwolle"),
        ),
        # of a municipality and its province the municipality
        ("Assen in Drenthe telt 45 monumenten.", "45", ("GM0106", "stated", "Assen")),
        ("De provincie Drenthe telt 45 monumenten.", "45", ("PV22", "stated", "Drenthe")),
        # of two that are about equally near the one that the document is about
        ("Emmen en Assen hebben 12 bussen.", "12", ("GM0114", "stated", "Emmen")),
        # of places named together it is the document's own, though another stands nearer
        (
            "In Emmen, Assen en Zwolle zijn er samen 12 bussen.",
            "12",
            ("GM0114", "stated", "Emmen"),
        ),
        # places far apart are not named together
        (
            "Voor de bibliotheek in Emmen en voor het onderhoud van de wegen in Assen zijn er "
            "nog 12 begeleiders.",
            "12",
            ("GM0106", "stated", "Assen"),
        ),
        # a place in the name of something else
        ("GGZ Drenthe telt 45 begeleiders.", "45", ("GM0114", "document", "")),
        # the municipality of the text, not the province by which it is called
        ("De Drentse gemeente telt 45 monumenten.", "45", ("GM0114", "stated", "Drentse")),
        ("De Drentse wegen/NOUN tellen/VERB 45 monumenten.", "45", ("PV22", "stated", "Drentse")),
        # a place behind another number belongs to that one
        (
            "In Drenthe zijn er 12 bussen, waarvan/ADV 3 in Assen.",
            "12",
            ("PV22", "stated", "Drenthe"),
        ),
    ],
)
def test_place(read: Reader, text: str, said: str, place: Bound) -> None:
    assert read(text).bound_to(said, "place") == place


def test_place_is_not_invented(read: Reader) -> None:
    reading = read("De werkloosheid is 4 procent.", main_place=None)
    assert reading.bound_to("4 procent", "place") is None


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        ("In 2022 waren er 310 aanvragen.", "310", ("2022", "stated", "In 2022")),
        (
            "In het eerste kwartaal van 2023 waren er 120 meldingen.",
            "120",
            ("2023-01/2023-03", "stated", "het eerste kwartaal van 2023"),
        ),
        (
            "Sinds 2018 daalde het aantal inbraken met 40 procent.",
            "40",
            ("2018/..", "stated", "Sinds 2018"),
        ),
        # the nearest of the clause
        (
            "De uitgaven waren 24 miljoen euro in 2022 en 26 miljoen euro in 2023.",
            "24",
            ("2022", "stated", "in 2022"),
        ),
        (
            "De uitgaven waren 24 miljoen euro in 2022 en 26 miljoen euro in 2023.",
            "26",
            ("2023", "stated", "in 2023"),
        ),
        (
            "In 2019 was de werkloosheid 8 procent en in 2020 was dit/PRON/nsubj 6 procent.",
            "8",
            ("2019", "stated", "In 2019"),
        ),
        (
            "In 2019 was de werkloosheid 8 procent en in 2020 was dit/PRON/nsubj 6 procent.",
            "6",
            ("2020", "stated", "in 2020"),
        ),
        # what it is compared with is not when it is
        (
            "De werkloosheid daalde in 2021 naar 3,1 procent ten opzichte van 2019.",
            "3,1",
            ("2021", "stated", "in 2021"),
        ),
        ("Ten opzichte van 2019 zijn er 40 vacatures.", "40", ("2024-03-05", "publication", "")),
        ("Er zijn 40 vacatures, meer dan in 2019.", "40", ("2024-03-05", "publication", "")),
        # 'toen' takes up the year of the comparison
        (
            "In maart 2023 waren er 412 meldingen, meer dan in 2019, toen er 378 waren.",
            "412",
            ("2023-03", "stated", "In maart 2023"),
        ),
        (
            "Ten opzichte van 2019, toen/SCONJ er 378 meldingen waren, stijgt het.",
            "378",
            ("2019", "stated", "2019"),
        ),
        # a time behind another number belongs to that one
        (
            "In 2023 waren er volgens de raad al 355 bussen, 279 in 2021.",
            "355",
            ("2023", "stated", "In 2023"),
        ),
        # a duration is no period
        ("De wachttijd is zes weken.", "zes weken", ("2024-03-05", "publication", "")),
        # what no time is given for is news on the day of publication, in whatever tense
        ("De werkloosheid is 3,6 procent.", "3,6", ("2024-03-05", "publication", "")),
        ("De werkloosheid was 3,6 procent.", "3,6", ("2024-03-05", "publication", "")),
        ("De gemeente heeft 45 laptops ontvangen.", "45", ("2024-03-05", "publication", "")),
    ],
)
def test_period(read: Reader, text: str, said: str, period: Bound) -> None:
    assert read(text).bound_to(said, "period") == period


def test_an_undated_document_has_no_present(read: Reader) -> None:
    assert read("De werkloosheid is 3,6 procent.", published=None).bound_to("3,6", "period") is None


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (
            "Het personeel groeide van 398 naar 421 fte tussen 1 januari 2020 en 1 januari 2022.",
            {
                "398": "2020-01-01",
                "421 fte": "2022-01-01",
                "van 398 naar 421 fte": "2020-01-01/2022-01-01",
            },
        ),
        (
            "Tussen 2019 en 2022 daalde het aantal woninginbraken van 510 naar 430.",
            {"510": "2019", "430": "2022", "van 510 naar 430": "2019/2022"},
        ),
        # one time is the time of the last level; when the first was so is not said
        (
            "Vorig jaar steeg het aantal aanvragen van 612 naar 658.",
            {"612": None, "658": "2023", "van 612 naar 658": "2023"},
        ),
        (
            "De wachttijd daalde in 2023 van negen naar zeven weken.",
            {"negen": None, "zeven weken": "2023", "van negen naar zeven weken": "2023"},
        ),
        # unless it is compared with a time
        (
            "Vergeleken met 2019 steeg het aantal aanvragen in 2022 van 612 naar 658.",
            {"612": "2019", "658": "2022"},
        ),
        # or each level has its own beside it
        (
            "Het aantal aanvragen steeg van 612 in 2022 naar 658 in 2023.",
            {"612": "2022", "658": "2023"},
        ),
    ],
)
def test_two_levels_share_a_span(read: Reader, text: str, levels: dict[str, str | None]) -> None:
    reading = read(text)
    found = dict(zip(reading.said, (f.period for f in reading.figures), strict=True))
    assert {said: found[said] for said in levels} == levels


def test_two_levels_point_at_each_other(read: Reader) -> None:
    reading = read("Het aantal aanvragen steeg van 612 in 2022 naar 658 in 2023.")
    by_words = dict(zip(reading.said, reading.figures, strict=True))
    base = by_words["658"].base
    assert base is not None
    assert reading.figures[base] is by_words["612"]
    assert by_words["612"].base is None
    assert (by_words["612"].period_earliest, by_words["612"].period_latest) == (
        "2022-01-01",
        "2022-12-31",
    )
    assert by_words["612"].period_kind == "year"


@pytest.mark.parametrize(
    ("text", "said", "population"),
    [
        (
            "In 2022 kregen 310 huishoudens schuldhulp.",
            "310",
            ("huishoudens", "stated", "huishoudens"),
        ),
        (
            "Van de leerlingen kent 4 procent schooluitval.",
            "4 procent",
            ("leerlingen", "stated", "leerlingen"),
        ),
        (
            "In 2022 leefde 9 procent van de kinderen tot 18 jaar in armoede.",
            "9 procent",
            ("kinderen tot 18 jaar", "stated", "kinderen tot 18 jaar"),
        ),
        (
            "Van de ouderen van 75 jaar en ouder/ADJ krijgt 11 procent hulp.",
            "11 procent",
            ("ouderen vanaf 75 jaar", "stated", "ouderen van 75 jaar en ouder"),
        ),
        (
            "Onder jongeren van 15 tot 25 jaar is de werkloosheid 9 procent.",
            "9 procent",
            ("jongeren van 15 tot 25 jaar", "stated", "jongeren van 15 tot 25 jaar"),
        ),
        # a share of something that is no group of people
        ("In 2022 werd 9 procent van de aangiften opgelost.", "9 procent", None),
        # who says or does something is not who is counted
        ("Het college geeft 5 procent uit aan zorg.", "5 procent", None),
        ("In 2022 waren er 45 monumenten voor kinderen.", "45", None),
    ],
)
def test_population(read: Reader, text: str, said: str, population: Bound) -> None:
    assert read(text).bound_to(said, "population") == population
