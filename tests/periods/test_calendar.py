from __future__ import annotations

from datetime import date

import pytest

from pipeline.periods.calendar import add_months, easter, iso_week, kings_day, nth_weekday


@pytest.mark.parametrize(
    "day",
    [
        "1961-04-02",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2038-04-25",
    ],
)
def test_easter(day: str) -> None:
    expected = date.fromisoformat(day)
    assert easter(expected.year) == expected


def test_easter_is_always_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(1600, 2600):
        day = easter(year)
        assert day.isoweekday() == 7
        assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2019-03-31", -1, "2019-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2019-12-15", 1, "2020-01-15"),
        ("2019-01-15", -13, "2017-12-15"),
    ],
)
def test_add_months(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == expected


def test_a_shift_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(OverflowError):
        add_months(date(2019, 1, 1), -12 * 3000)


def test_feasts_by_rule() -> None:
    assert kings_day(2014) == date(2014, 4, 26)
    assert kings_day(2019) == date(2019, 4, 27)
    assert nth_weekday(2020, 9, 2, 3) == date(2020, 9, 15)
    assert iso_week(2019, 1) == date(2018, 12, 31)
    assert iso_week(2019, 53) is None
