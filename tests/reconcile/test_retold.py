"""One figure that two texts tell: by its number first, by what stands around it next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from factory import above, stated
from test_matters import matter

from pipeline.reconcile.matters import Matter
from pipeline.reconcile.records import Stated
from pipeline.reconcile.retold import Country, digits, retold

DAY = "2023-05-01"
HERE = Country({"GM0106": "PV22", "PV22": "NL"}, frozenset({"NL"}))
# Two papers on one report: they share the name of who made it, and a person.
REPORT = matter(
    DAY, names=frozenset({"Stichting Veilig Pad", "Wegenwacht"}), persons=frozenset({"Ada Bos"})
)
LOOSE = matter(DAY, words=frozenset({"fietspad"}), text=frozenset({"fietspad"}))


def figure(value: float, label: str, sentence: str, **given: Any) -> Stated:
    made: dict[str, Any] = {"known": False, "indicator": label, "topic": label.split()[0]}
    dates = {"published_earliest": DAY, "published_latest": DAY}
    return stated(
        value, **made | {"sentence": sentence, "label": label, "year": 2022} | dates | given
    )


def told(one: list[Stated], other: list[Stated], *about: Matter) -> list[tuple[str, ...]]:
    """The reasons for which figures were brought together, of either text first."""
    texts = about or (REPORT, REPORT)
    pair = (texts[0], texts[-1])
    found = retold(one, other, pair, HERE)
    assert found == retold(other, one, (pair[1], pair[0]), HERE)
    assert all(each.relation == "agree" for each in found.values())
    return [each.reasons[1:] for each in found.values()]


def theft(value: float, **given: Any) -> Stated:
    made = {"kind": "count", "unit": "diefstal", **given}
    return figure(value, "diefstal van fietsen", f"Er zijn {value:g} diefstallen gemeld.", **made)


def incident(value: float, **given: Any) -> Stated:
    made = {"kind": "count", "unit": "incident", **given}
    return figure(value, "incident", f"Het bleef bij {value:g} incidenten.", **made)


def test_a_rare_number_needs_no_common_name() -> None:
    assert told([theft(437)], [incident(437)]) == [("same_number", "same_place", "same_period")]
    assert not told([theft(437)], [incident(441)])


def test_a_small_number_needs_words_as_well() -> None:
    day = {"place": "NL", "place_name": "Nederland", "period_method": "publication"}
    assert not told([theft(4, **day)], [incident(4, **day)])
    sentence = "Bij de botsing op de Lindelaan raakten 4 fietsers gewond."
    pair = [
        figure(4, label, sentence, kind="count", unit=unit, **day)
        for label, unit in (("gewonde", "gewonde"), ("botsing fietser", "fietser"))
    ]
    assert told([pair[0]], [pair[1]]) == [("same_number", "shared_words")]


def test_texts_on_different_matters_tell_nothing_twice() -> None:
    assert not told([theft(437)], [incident(437)], LOOSE, matter(DAY))
    assert not told([theft(437)], [incident(437)], matter(None), matter(None))


def test_a_number_is_told_once_by_each_text_by_the_likeliest_figure() -> None:
    rent = "De huur van woningen steeg met 3,3 procent."
    one = [figure(3.3, "huur", rent)]
    other = [
        figure(3.3, "korting", "De korting is dan 3,3 procent."),
        figure(3.3, "woning", "Woningen kregen 3,3 procent meer huur."),
    ]
    assert told(one, other) == [("same_number", "shared_words", "same_place", "same_period")]
    ((pair),) = retold(one, other, (REPORT, REPORT), HERE)
    assert set(pair) == {one[0].id, other[1].id}


def test_a_rounded_number_is_told_by_the_exact_one() -> None:
    sentence = "De verkoop van biologische kaas steeg flink."
    pair = above(10, half=0.5), stated(10.2, half=0.05)
    made = [
        replace(each, label=label, indicator=label, topic=label, known=False, sentence=sentence)
        for each, label in zip(pair, ("verkoop", "bier"), strict=True)
    ]
    dated = [
        replace(f, earliest="2022-01-01", latest="2022-12-31", period_kind="year") for f in made
    ]
    ((how, *_),) = told(dated[:1], dated[1:])
    assert how == "intervals"


def test_more_than_a_number_is_the_next_one() -> None:
    def loot(value: float, **given: Any) -> Stated:
        return figure(value, "buit", "De buit was groot.", kind="money", half=50_000, **given)

    bound = loot(17_500_000, hedge="at_least", high=None, outer_high=None)
    assert told([bound], [loot(17_600_000)])
    assert not told([bound], [loot(19_000_000)])


@pytest.mark.parametrize(
    "other",
    [
        {"place": "GM0114", "place_name": "Emmen"},
        {"place": "NL", "place_name": "Nederland"},
        {"year": 2020},
        {"stance": "asks"},
        {"stance": "denies"},
        {"copy_of": "d1"},
        {"statement": "target"},
        {"kind": "money", "unit": "EUR"},
        {"per": "inwoner"},
        {"kind": "change", "unit": "incident", "together": 0},
    ],
)
def test_what_the_texts_say_to_be_another_figure_is_another(other: dict[str, Any]) -> None:
    assert not told([theft(437)], [incident(437, **other)])


def test_a_place_that_was_only_inferred_may_be_too_wide_in_the_news_of_one_week() -> None:
    wide = incident(437, place="NL", place_name="Nederland", place_method="document")
    assert told([theft(437)], [wide])
    later = matter("2023-06-01", names=REPORT.names, persons=REPORT.persons)
    assert not told([theft(437)], [wide], REPORT, later)
    assert told([theft(437)], [incident(437)], REPORT, later)


def test_of_a_rare_number_it_may_have_been_read_wrongly() -> None:
    elsewhere = {"place": "GM0114", "place_name": "Emmen", "place_method": "carried_over"}
    assert told([theft(437)], [incident(437, **elsewhere)])
    assert not told([theft(43)], [incident(43, **elsewhere)])


def test_a_text_may_tell_in_june_what_happened_in_january() -> None:
    news = {"year": None, "span": (DAY, DAY), "period_method": "publication"}
    assert told([theft(437, **news)], [incident(437, year=None, span=("2023-01-01", "2023-01-31"))])


def test_a_text_does_not_tell_what_it_takes_back() -> None:
    wrong = incident(437, document="d2", position=3)
    right = replace(
        incident(391, document="d2", position=4), sentence="Het juiste aantal is 391.", offset=21
    )
    assert not told([theft(437)], [wrong, right])
    assert told([theft(391)], [wrong, right])


def test_who_takes_up_a_number_from_the_paper_cites_it() -> None:
    sentence = "Het aantal van 437 dat in de krant stond, is inclusief pogingen."
    ((*_, last),) = told([theft(437)], [replace(incident(437), sentence=sentence)])
    assert last == "cited"


def test_what_rises_on_two_days_rises_twice() -> None:
    def index(day: str, **given: Any) -> Stated:
        dates = {"span": (day, day), "published_earliest": day, "published_latest": day}
        sentence = "De index van de Lindese beurs won 0,2 procent."
        made = {"year": None, "period_method": "publication", **dates, **given}
        return figure(1.2, "index", sentence, **made)

    rise: dict[str, Any] = {"kind": "change", "unit": "percent", "direction": "up"}
    assert not told([index(DAY, **rise)], [index("2023-05-02", **rise)])
    assert told([index(DAY, **rise)], [index(DAY, **rise)])
    assert told([index(DAY)], [index("2023-05-02")])


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (437, "count", 3),
        (61, "count", 2),
        (300_000_000, "count", 1),
        (34_000, "money", 2),
        (8.2, "share", 2),
        (40, "share", 1),
        (16.6666667, "share", 1),
    ],
)
def test_digits_say_how_rare_a_number_is(value: float, kind: str, expected: int) -> None:
    assert digits(stated(value, kind=kind)) == expected
