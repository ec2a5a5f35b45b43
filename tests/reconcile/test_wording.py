from __future__ import annotations

from typing import Any

import pytest
from factory import stated

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.wording import (
    amount,
    between,
    interval,
    line,
    listing,
    notes,
    number,
    period,
    said,
)


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (0, "0", "0"),
        (100, "100", "100"),
        (6.36, "6,36", "6.36"),
        (6.678, "6,68", "6.68"),
        (1642, "1.642", "1,642"),
        (378_000, "378.000", "378,000"),
        (19_700_000, "19,7 miljoen", "19.7 million"),
        (2_000_000_000, "2 miljard", "2 billion"),
        (-4.4, "-4,4", "-4.4"),
        (0.045, "0,045", "0.045"),
        (-0.0001, "-0,0001", "-0.0001"),
    ],
)
def test_number(value: float, nl: str, en: str) -> None:
    assert (number(value, "nl"), number(value, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("value", "unit", "nl", "en"),
    [
        (6.4, "percent", "6,4 procent", "6.4 percent"),
        (6, "percentage_point", "6 procentpunt", "6 percentage points"),
        (1, "percentage_point", "1 procentpunt", "1 percentage point"),
        (4_400_000, "EUR", "€ 4,4 miljoen", "€4.4 million"),
        (1, "week", "1 week", "1 week"),
        (8, "week", "8 weken", "8 weeks"),
        (2, "year", "2 jaar", "2 years"),
        (450, "count", "450", "450"),
        (12, "per_1000", "12", "12"),
    ],
)
def test_amount(value: float, unit: str, nl: str, en: str) -> None:
    assert (amount(value, unit, "nl"), amount(value, unit, "en")) == (nl, en)


def test_between_repeats_the_sign_of_money() -> None:
    assert between(6.68, 6.74, "percent", "nl") == "tussen 6,68 en 6,74 procent"
    assert between(4.3e6, 4.5e6, "EUR", "nl") == "tussen € 4,3 miljoen en € 4,5 miljoen"
    assert between(900, 1100, "EUR", "en") == "between €900 and €1,100"


@pytest.mark.parametrize(
    ("found", "nl", "en"),
    [
        (Interval(11.5, 12.5, high_open=True), "tussen 11,5 en 12,5 procent", None),
        (Interval(12, 12.5, low_open=True), "meer dan 12 en hooguit 12,5 procent", None),
        (Interval(low=12), "minstens 12 procent", "at least 12 percent"),
        (Interval(low=12, low_open=True), "meer dan 12 procent", "more than 12 percent"),
        (Interval(high=12), "hooguit 12 procent", "at most 12 percent"),
        (Interval(high=12, high_open=True), "minder dan 12 procent", "less than 12 percent"),
        (Interval(12, 12), "12 procent", "12 percent"),
        (Interval(), "onbepaald", "not determined"),
    ],
)
def test_interval(found: Interval, nl: str, en: str | None) -> None:
    assert interval(found, "percent", "nl") == nl
    assert en is None or interval(found, "percent", "en") == en


@pytest.mark.parametrize(
    ("span", "kind", "nl", "en"),
    [
        (("2020-01-01", "2020-12-31"), "year", "2020", "2020"),
        (("2015-01-01", "2019-12-31"), "span", "2015–2019", "2015–2019"),
        (("2020-01-01", "2020-06-30"), "half_year", "eerste helft van 2020", "first half of 2020"),
        (("2020-07-01", "2020-12-31"), None, "tweede helft van 2020", "second half of 2020"),
        (("2020-07-01", "2020-09-30"), None, "derde kwartaal van 2020", "third quarter of 2020"),
        (("2024-02-01", "2024-02-29"), "month", "februari 2024", "February 2024"),
        (("2020-02-01", "2020-04-30"), None, "februari 2020 tot en met april 2020", None),
        (("2020-12-01", "2021-01-31"), None, "december 2020 tot en met januari 2021", None),
        (("2020-03-03", "2020-03-03"), "point", "3 maart 2020", "3 March 2020"),
        (("2020-03-03", "2020-03-09"), "span", "3 maart 2020 tot en met 9 maart 2020", None),
        (("2024-02-01", "2024-02-28"), None, "1 februari 2024 tot en met 28 februari 2024", None),
        (("2018-08-01", "2019-07-31"), "school_year", "schooljaar 2018/2019", None),
        (("2017-01-01", None), "open", "sinds 2017", "since 2017"),
        (("2017-04-01", None), "open", "sinds april 2017", "since April 2017"),
        (("2017-04-10", None), "open", "sinds 10 april 2017", "since 10 April 2017"),
        ((None, "2017-12-31"), "open", "tot en met 2017", "up to and including 2017"),
        (
            (None, "2023-11-30"),
            "vague",
            "een niet genoemd moment, uiterlijk november 2023",
            "an unnamed time, November 2023 at the latest",
        ),
        (
            ("2023-11-20", None),
            "vague",
            "een niet genoemd moment, op zijn vroegst 20 november 2023",
            None,
        ),
        (("2020-01-01", "2022-12-31"), "vague", "rond 2020–2022", "around 2020–2022"),
        (
            ("2020-01-01", "2020-06-30"),
            "vague",
            "rond de eerste helft van 2020",
            "around the first half of 2020",
        ),
        (("2020-01-01", "2020-03-31"), "vague", "rond het eerste kwartaal van 2020", None),
        (("2020-01-01", "2020-01-31"), "vague", "rond januari 2020", "around January 2020"),
        ((None, None), None, "geen periode genoemd", "no period named"),
    ],
)
def test_period(span: tuple[Any, Any], kind: str | None, nl: str, en: str | None) -> None:
    figure = stated(12, span=span, period_kind=kind)
    assert period(figure, "nl") == nl
    assert en is None or period(figure, "en") == en


@pytest.mark.parametrize(
    ("span", "words", "nl", "en"),
    [
        (("2023-10-01", "2023-12-31"), "eind 2023", "eind 2023", "late 2023"),
        (("2023-10-01", "2023-12-31"), "eind vorig jaar", "eind 2023", "late 2023"),
        (("2023-03-21", "2023-03-31"), "Eind maart", "eind maart 2023", "late March 2023"),
        (("2023-06-01", "2023-07-31"), "halverwege 2023", "medio 2023", "mid 2023"),
        (("2023-09-01", "2023-11-30"), "in het najaar", "najaar 2023", "autumn 2023"),
        (("2023-10-01", "2023-12-31"), "het laatste kwartaal", "vierde kwartaal van 2023", None),
    ],
)
def test_a_loose_period_is_worded_as_the_text_does(
    span: tuple[str, str], words: str, nl: str, en: str | None
) -> None:
    figure = stated(12, span=span, period_kind="span", period_said=words)
    assert period(figure, "nl") == nl
    assert en is None or period(figure, "en") == en


def test_the_date_of_an_article_that_a_sentence_took_over_stays_one() -> None:
    day = "2019-04-12"
    dates = {"published_earliest": day, "published_latest": day, "span": (day, day)}
    taken = stated(12, period_method="carried_over", **dates)
    assert period(taken, "nl") == "bericht van 12 april 2019"
    said_so = stated(12, period_method="stated", **dates)
    assert period(said_so, "nl") == "12 april 2019"


def test_a_line_names_period_words_group_status_and_source() -> None:
    figure = stated(
        12,
        surface="ruim  twaalf\nprocent",
        year=2020,
        population="jongeren",
        status=("provisional",),
        source="De Bode",
        label="jeugdhulp",
    )
    assert said(figure) == "‘ruim twaalf procent’"
    assert line(figure, "nl", with_label=True) == (
        "‘ruim twaalf procent’ (jeugdhulp; 2020; jongeren; voorlopig)"
    )
    assert line(figure, "en") == "‘ruim twaalf procent’ (2020; jongeren; provisional)"
    assert notes(figure, "en", with_source=False) == " (jongeren; provisional)"


@pytest.mark.parametrize(
    ("span", "nl", "en"),
    [
        (("2019-04-12", "2019-04-12"), "bericht van 12 april 2019", "article of 12 April 2019"),
        (("2019-04-01", "2019-04-30"), "bericht uit april 2019", "article from April 2019"),
        (("2019-01-01", "2019-12-31"), "bericht uit 2019", "article from 2019"),
    ],
)
def test_a_period_that_is_only_the_date_of_publication(
    span: tuple[str, str], nl: str, en: str
) -> None:
    figure = stated(12, span=span, period_method="publication")
    assert (period(figure, "nl"), period(figure, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("given", "nl", "en"),
    [
        ({"statement": "norm"}, "norm", "norm"),
        ({"statement": "forecast"}, "verwachting", "forecast"),
        ({"statement": "change", "direction": "down"}, "daling", "fall"),
        ({"statement": "change"}, "verandering", "change"),
        ({"stance": "asks"}, "alleen gevraagd", "only asked"),
        ({"stance": "denies"}, "ontkend", "denied"),
        ({"status": ("estimate",)}, "schatting", "estimate"),
    ],
)
def test_notes(given: dict[str, Any], nl: str, en: str) -> None:
    figure = stated(12, source="De Bode", **given)
    assert (notes(figure, "nl"), notes(figure, "en")) == (f" ({nl}; De Bode)", f" ({en}; De Bode)")


def test_listing() -> None:
    assert listing([], "nl") == ""
    assert listing(["a"], "nl") == "a"
    assert listing(["a", "b", "c"], "nl") == "a, b en c"
    assert listing(["a", "b"], "en") == "a and b"
