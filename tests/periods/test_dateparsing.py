from __future__ import annotations

from datetime import datetime

import pytest

from pipeline.periods.dateparsing import read_day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10 april 2017 om 12:41", datetime(2017, 4, 10, 12, 41)),
        ("2 dec. 2019", datetime(2019, 12, 2)),
        ("03-04-2022", datetime(2022, 4, 3)),
        ("15/3/22", datetime(2022, 3, 15)),
    ],
)
def test_day_comes_first(text: str, moment: datetime) -> None:
    assert read_day(text) == moment


@pytest.mark.parametrize("text", ["bij de", "mei", "2019", "vorig jaar"])
def test_what_is_no_whole_day_is_not_read(text: str) -> None:
    assert read_day(text) is None
