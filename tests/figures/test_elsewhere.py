"""Places and times that belong to another number of the sentence, or to nobody's number."""

from __future__ import annotations

import pytest
from tagged_documents import Reader


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        # a clause that sets something against the number keeps its place to itself
        (
            "Het tekort stijgt naar 2,4 miljoen euro, terwijl/SCONJ het in Assen daalt.",
            "2,4",
            ("GM0114", "document", ""),
        ),
        (
            "Het tekort is 2,4 miljoen euro, maar in Assen is het 1,1 miljoen euro.",
            "2,4",
            ("GM0114", "document", ""),
        ),
        ("De leegstand is 7 procent; in Zwolle is dat 9 procent.", "7", ("GM0114", "document", "")),
        (
            "De leegstand is 7 procent; in Zwolle is dat 9 procent.",
            "9",
            ("GM0193", "stated", "Zwolle"),
        ),
        # behind a comma, with a number of its own behind it
        (
            "De wachttijd duurt acht weken, in heel/ADJ Drenthe zes weken.",
            "acht",
            ("GM0114", "document", ""),
        ),
        # two numbers that each have their place behind them
        (
            "Er zijn 29 bomen in Assen, 27 bomen in Zwolle en 18 bomen in Emmen.",
            "27",
            ("GM0193", "stated", "Zwolle"),
        ),
        (
            "Er zijn 29 bomen in Assen, 27 bomen in Vries/PROPN en 18 bomen in Zwolle.",
            "27",
            ("GM0114", "document", ""),
        ),
        # 'waar' takes up the place before it
        (
            "Dat is hoger dan in Assen, waar/ADV 54 huishoudens bijstand krijgen/VERB.",
            "54",
            ("GM0106", "stated", "Assen"),
        ),
        # what is said of the second number of a comparison
        (
            "De leegstand in Assen is 4,4 procent, tegen/ADP landelijk 3,6 procent.",
            "3,6",
            ("NL", "stated", "landelijk"),
        ),
        (
            "De leegstand in Assen is 4,4 procent, tegen/ADP landelijk 3,6 procent.",
            "4,4",
            ("GM0106", "stated", "Assen"),
        ),
        # one municipality is not all of them
        ("De gemeente had 62 bomen.", "62", ("GM0114", "document", "")),
        (
            "Nederlandse gemeenten hadden/VERB 62 bomen.",
            "62",
            ("NL", "stated", "gemeenten hadden"),
        ),
    ],
)
def test_place(text: str, said: str, place: tuple[str, str, str], read: Reader) -> None:
    assert read(text).bound_to(said, "place") == place


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        ("De leegstand is 7 procent (2019: 9 procent).", "7", "2024-03-05"),
        ("De leegstand is 7 procent (2019: 9 procent).", "9", "2019"),
        (
            "De leegstand is 7 procent, terwijl/SCONJ dat in 2021 nog 9 procent was.",
            "7",
            "2024-03-05",
        ),
        ("De leegstand is 7 procent, terwijl/SCONJ dat in 2021 nog 9 procent was.", "9", "2021"),
        # the year of the norm is not that of the level
        (
            "De leegstand is 7 procent, lager dan de norm van 9 procent "
            "die/PRON/ de raad in 2019 kent.",
            "7",
            "2024-03-05",
        ),
        # the clause after the colon spells the change out
        (
            "De leegstand daalde met 12 procent: tussen 2019 en 2021 ging het naar 352 panden.",
            "12",
            "2019/2021",
        ),
        # each level, and what stands in brackets behind it, has its end of the span
        (
            "Tussen 2019 en 2021 steeg de leegstand van 7 procent naar 9 procent (352 panden).",
            "352",
            "2021",
        ),
        # what stands in brackets behind a comparison is of that, and lends its years no further
        (
            "De leegstand is 7 procent, hoger dan in 2019 (9 procent).",
            "9",
            "2019",
        ),
        (
            "De leegstand is hoger dan tussen 2014 en 2024 (9 procent). In Assen is het 7 procent.",
            "7",
            "2024-03-05",
        ),
        # 'inmiddels' at the head of its clause sets the present against an earlier time
        (
            "In 2019 was de leegstand 9 procent. Inmiddels/ADV is de leegstand 7 procent.",
            "7",
            "2024-03-05",
        ),
        (
            "In 2019 was de leegstand 9 procent. De leegstand is inmiddels/ADV 7 procent hoog/ADJ.",
            "7",
            "2019",
        ),
        # 'onder dat van' compares
        ("De leegstand is 7 procent, onder dat/PRON van 2019.", "7", "2024-03-05"),
    ],
)
def test_period(text: str, said: str, period: str, read: Reader) -> None:
    assert read(text).figure(said).period == period
