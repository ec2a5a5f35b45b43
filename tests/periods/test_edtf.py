from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from undate import Undate, UndateInterval

from pipeline.periods.edtf import Dated, EdtfError, bounds, parse_published, render


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2017-04-10", "2017-04-10", "2017-04-10"),
        ("2017-04-10T12:41", "2017-04-10", "2017-04-10"),
        ("2020-01/2020-06", "2020-01-01", "2020-06-30"),
        ("2015/2019", "2015-01-01", "2019-12-31"),
        ("2017/..", "2017-01-01", None),
        ("../2014-12-31", None, "2014-12-31"),
        ("2017/", "2017-01-01", None),
        ("/2017", None, "2017-12-31"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2018-11?", "2018-11-01", "2018-11-30"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-11-XX", "2018-11-01", "2018-11-30"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2018-33", "2018-01-01", "2018-03-31"),
        ("2018-41", "2018-07-01", "2018-12-31"),
    ],
)
def test_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "message"),
    [
        ("vorig jaar", "not an EDTF date"),
        ("2018-13", "month 13"),
        ("2018-02-30", "does not exist"),
        ("2019/2018", "ends before it begins"),
        ("2017/2018/2019", "two sides"),
        ("18", "not an EDTF date"),
        ("", "not an EDTF date"),
    ],
)
def test_what_is_no_edtf_is_refused_with_the_value(edtf: str, message: str) -> None:
    with pytest.raises(EdtfError, match=message):
        bounds(edtf)


days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@settings(deadline=None)
@given(days, days, st.sampled_from(["year", "month", "day"]))
def test_what_is_written_is_read_back(one: date, other: date, precision: str) -> None:
    first, last = sorted((one, other))
    for start, end in ((first, last), (first, None), (None, last)):
        edtf = render(start, end, precision=precision)  # type: ignore[arg-type]
        assert edtf is not None
        assert bounds(edtf) == (start and start.isoformat(), end and end.isoformat())


def _undate_bounds(edtf: str) -> tuple[str | None, str | None]:
    """Return the bounds that the library undate sees in a value."""
    parsed = Undate.parse(edtf, "EDTF")
    if isinstance(parsed, UndateInterval):
        start, end = parsed.earliest, parsed.latest
        return (
            str(start.earliest) if start is not None else None,
            str(end.latest) if end is not None else None,
        )
    return str(parsed.earliest), str(parsed.latest)


@settings(deadline=None)
@given(days, days)
def test_undate_reads_the_same_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for start, end in ((first, last), (first, None), (None, last)):
        edtf = render(start, end)
        assert edtf is not None
        assert _undate_bounds(edtf) == bounds(edtf)


@pytest.mark.parametrize("edtf", ["2017", "2020-02", "201X", "2018~", "2015/2019", "2020-01/.."])
def test_undate_agrees_on_what_is_read(edtf: str) -> None:
    assert _undate_bounds(edtf) == bounds(edtf)


@pytest.mark.parametrize(
    ("first", "last", "precision", "edtf"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), "year", "2020"),
        (date(2020, 1, 1), date(2020, 6, 30), "year", "2020-01/2020-06"),
        (date(2020, 1, 1), None, "year", "2020/.."),
        (date(2020, 1, 1), None, "day", "2020-01-01/.."),
        (None, date(2014, 12, 31), "day", "../2014-12-31"),
        (date(2020, 2, 1), date(2020, 2, 29), "month", "2020-02"),
        (date(2020, 2, 3), date(2020, 2, 3), "year", "2020-02-03"),
        (None, None, "year", None),
    ],
)
def test_render(first: date | None, last: date | None, precision: str, edtf: str | None) -> None:
    assert render(first, last, precision=precision) == edtf  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2023-11", "2023-11"),
        ("2023-11-07", "2023-11-07"),
        (" 2023 ", "2023"),
        ("2020-10/2020-12", "2020-10/2020-12"),
        ("2018-21", "2018-21"),
        ("2020~", "2020~"),
        ("2017-04-10T12:41:09+02:00", "2017-04-10T12:41"),
        ("2017-04-10 12:41:09", "2017-04-10"),
        ("Mon, 08 Jul 2019 15:55:56 +0200", "2019-07-08"),
        ("10 april 2017", "2017-04-10"),
        ("maandag 10 april 2017 om 12:41", "2017-04-10"),
        ("2 dec. 2019", "2019-12-02"),
        ("15-03-2022", "2022-03-15"),
        ("3/5/2018", "2018-05-03"),
        ("november 2023", "2023-11"),
    ],
)
def test_parse_published(stated: str, edtf: str) -> None:
    dated = parse_published(stated)
    assert dated == Dated(edtf, *bounds(edtf))


@pytest.mark.parametrize("stated", ["onbekend", "", "../..", "31-02-2019", "30 februari 2019"])
def test_a_date_of_publication_that_is_none_is_refused(stated: str) -> None:
    with pytest.raises(EdtfError):
        parse_published(stated)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        dated = parse_published(text)
    except EdtfError:
        return
    assert bounds(dated.edtf) == (dated.earliest, dated.latest)
