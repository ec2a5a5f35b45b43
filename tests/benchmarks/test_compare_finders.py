"""The comparison of finders counts what is right, and skips the tools that are absent."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import compare_finders
import news
import pytest
from finder_scores import score_quantities, score_times
from finds import Finds, Number, Time, measure
from patterns import digits
from timeml import read_timeml, timex_days

TEXT = "Ruim 40 scholen kregen in mei 2019 vijf tot zes procent meer, 3 miljoen euro in totaal."
PUBLISHED = date(2019, 6, 20)


def _span(surface: str) -> tuple[int, int]:
    start = TEXT.index(surface)
    return start, start + len(surface)


def _label(surface: str, **fields: Any) -> dict[str, Any]:
    start, end = _span(surface)
    return {"start": start, "end": end, "hedge": "none", "unit": None, "iso8601": None, **fields}


QUANTITIES = [
    _label("Ruim 40 scholen", kind="count", value=40, unit="school"),
    _label("vijf tot zes procent meer", kind="change", value=None, low=5, high=6, unit="percent"),
    _label("3 miljoen euro", kind="money", value=3_000_000, unit="EUR"),
]
DATES = [_label("in mei 2019", type="date", edtf="2019-05")]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], {}),
        ([Number(*_span("40"), 40)], {"found": 1, "value": 1, "given": 1}),
        ([Number(*_span("40"), 4)], {"found": 1, "given": 1}),
        (
            [Number(*_span("3 miljoen euro"), 3e6, "EUR")],
            {"found": 1, "value": 1, "unit": 1, "given": 1},
        ),
        ([Number(*_span("3 miljoen"), 3e6, "USD")], {"found": 1, "value": 1, "given": 1}),
        # A range in one piece, and in two: the second number is no second error.
        (
            [Number(*_span("vijf tot zes procent"), None, "percent", 5, 6)],
            {"found": 1, "value": 1, "unit": 1, "given": 1},
        ),
        (
            [Number(*_span("vijf"), 5), Number(*_span("zes procent"), 6, "percent")],
            {"found": 1, "unit": 1, "given": 1},
        ),
        ([Number(*_span("2019"), 2019)], {"given": 1, "extra": 1}),
    ],
)
def test_quantities_are_counted_by_field(found: list[Number], expected: dict[str, int]) -> None:
    counts = score_quantities(QUANTITIES, found)
    assert (counts.pop("wanted"), counts.pop("measured")) == (3, 2)
    assert +counts == expected


def test_the_sign_of_a_change_is_not_its_value() -> None:
    labels = [_label("3 miljoen euro", kind="change", value=3_000_000, unit="EUR")]
    assert score_quantities(labels, [Number(*_span("3 miljoen"), -3e6)])["value"] == 1


def test_doubtful_labels_count_neither_for_nor_against() -> None:
    labels = [{**label, "optional": True} for label in QUANTITIES]
    counts = score_quantities(labels, [Number(*_span("40"), 7), Number(*_span("2019"), 2019)])
    assert +counts == {"extra": 1, "given": 1}


@pytest.mark.parametrize(
    ("time", "right"),
    [
        (Time(*_span("mei 2019"), "2019-05-01", "2019-05-31"), 1),
        (Time(*_span("mei"), "2019-05-01", "2019-05-31"), 1),
        (Time(*_span("2019"), "2019-01-01", "2019-12-31"), 0),
        (Time(*_span("mei 2019"), "2019-05-01", None), 0),
        (Time(*_span("mei 2019"), resolved=False), 0),
        (Time(*_span("mei 2019"), iso8601="P1M", kind="duration", resolved=False), 0),
    ],
)
def test_a_time_is_right_when_its_days_are(time: Time, right: int) -> None:
    counts = score_times(DATES, [time])
    assert (counts["found"], counts["right"], counts["dated_right"]) == (1, right, right)


def test_a_duration_is_right_when_its_length_is() -> None:
    labels = [_label("in totaal", type="duration", edtf=None, iso8601="P2W")]
    for length, right in (("P2W", 1), ("P14D", 0)):
        time = Time(*_span("totaal"), iso8601=length, kind="duration", resolved=False)
        counts = score_times(labels, [time])
        assert (counts["right"], counts["dated"]) == (right, 0)


def test_a_time_away_from_all_labels_is_false() -> None:
    counts = score_times(DATES, [Time(*_span("zes"), "2019-06-06", "2019-06-06")])
    assert +counts == {"wanted": 1, "dated": 1, "extra": 1, "given": 1}


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2018-02", ("2018-02-01", "2018-02-28")),
        ("2018-02-29", None),
        ("2018-05-04TEV", ("2018-05-04", "2018-05-04")),
        ("2018-H2", ("2018-07-01", "2018-12-31")),
        ("2018-Q2", ("2018-04-01", "2018-06-30")),
        ("2018-WI", ("2018-12-01", "2019-02-28")),
        ("2018-W01", ("2018-01-01", "2018-01-07")),
        ("2018-W01-WE", ("2018-01-06", "2018-01-07")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("PRESENT_REF", ("2019-06-20", "2019-06-20")),
        ("PAST_REF", (None, "2019-06-20")),
        ("FUTURE_REF", ("2019-06-20", None)),
        ("XXXX-XX", None),
    ],
)
def test_timex_values_become_days(value: str, days: tuple[str | None, str | None] | None) -> None:
    read = timex_days(value, PUBLISHED)
    assert (read and tuple(day and day.isoformat() for day in read)) == days


def test_timeml_keeps_the_offsets_of_the_text() -> None:
    body = TEXT.replace(
        "mei 2019", '<TIMEX3 tid="t1" type="DATE" value="2019-05">mei 2019</TIMEX3>'
    )
    marked = f"<?xml?>\n<TimeML>\n{body}\n</TimeML>\n"
    assert list(read_timeml(marked, TEXT, PUBLISHED)) == [
        Time(*_span("mei 2019"), "2019-05-01", "2019-05-31")
    ]
    with pytest.raises(ValueError, match="changed the text"):
        list(read_timeml(marked, "Iets anders.", PUBLISHED))


def test_digits_are_read_with_their_scale() -> None:
    found = [(number.value, number.start) for number in digits("1.200 huizen, 2,5 miljoen euro")]
    assert found == [(1200, 0), (2.5e6, 14)]


def test_a_crash_of_a_tool_is_counted_and_its_text_is_empty() -> None:
    def find(text: str, _published: date) -> Finds:
        if "!" in text:
            raise RuntimeError("too loud")
        return Finds([Number(0, 1, 1)])

    timed = measure(find, [("1 boek", "2019-06-20"), ("Hoera!", "2019-06-20")])
    assert ([len(one.quantities) for one in timed.found], timed.failed) == ([1, 0], 1)


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with one article, and its labels in the place of those of the news."""
    row = {"sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "published": PUBLISHED.isoformat()}
    row |= {"quantities": QUANTITIES, "dates": DATES}
    other = {**row, "sha256": "0" * 64}
    for part, kept in (("dev", row), ("sealed", other)):
        (tmp_path / part).mkdir()
        (tmp_path / part / "labels.jsonl").write_text(json.dumps(kept), encoding="utf-8")
    monkeypatch.setattr(news, "GOLD", tmp_path)
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + '\n{"text": "Iets anders."}\n', encoding="utf-8")
    return path


def test_the_report_has_our_scores_and_names_what_is_absent(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(labelled), "--python", sys.executable, "--tools", "duckling", "baseline"]
    assert compare_finders.main(arguments) == 0
    printed = capsys.readouterr()
    assert "1 labelled texts of sealed are absent" in printed.err
    lines = printed.out.splitlines()
    assert [line for line in lines if "(sealed)" in line] == []
    ours = [line for line in lines if line.startswith("| Feitenbank | ")]
    assert ours[0].split(" | ")[1:4] == ["1.00 (3/3)", "1.00 (3/3)", "1.00 (2/2)"]
    assert ours[1].split(" | ")[1:3] == ["1.00 (1/1)", "1.00 (1/1)"]
    assert any(line.startswith("| baseline") for line in lines)
    named = [line for line in lines if "Duckling" in line and line.startswith(("|", "- "))]
    assert named


def test_an_interpreter_that_fails_is_named(labelled: Path) -> None:
    articles, _ = compare_finders.news_articles([labelled], "dev")
    false = str(labelled.with_name("python"))
    Path(false).write_text("#!/bin/sh\necho no tools here >&2\nexit 3\n", encoding="utf-8")
    Path(false).chmod(0o755)
    answer = compare_finders.run_other("duckling", articles, false)
    assert answer == "Duckling: stopped with code 3: no tools here"


def test_files_without_the_texts_are_an_error(labelled: Path) -> None:
    other = labelled.with_name("other.jsonl")
    other.write_text('{"text": "Iets anders."}\n', encoding="utf-8")
    assert compare_finders.main([str(other)]) == 1


def test_a_folder_brings_its_own_labels(tmp_path: Path) -> None:
    row = {"doc": "a", "start": 5, "end": 7, "furniture": False}
    gold = {
        "publication": {"a": {"date": "2019-06", "why": "stated"}},
        "quantities": [
            {**row, "kind": "count", "value": 40, "unit": "school"},
            {**row, "kind": "change", "value": None, "unit": "percent", "range": [5, 6]},
            {**row, "kind": "change", "value": None, "unit": "percent"},
        ],
        "dates": [{**row, "type": "date", "edtf": "2019", "furniture": True}],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (article,) = compare_finders.folder_articles(tmp_path)
    assert (article.text, article.published) == (TEXT, "2019-06-01")
    assert [label["optional"] for label in article.quantities] == [False, False, True]
    assert (article.quantities[1]["low"], article.quantities[1]["high"]) == (5, 6)
    assert [label["optional"] for label in article.dates] == [True]


def test_errors_of_the_sealed_part_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        news.parse("Scores.", ["articles.jsonl", "--part", news.SEALED, "--errors"])
    assert "its errors are not shown" in capsys.readouterr().err
    assert not news.parse("Scores.", ["articles.jsonl", "--part", news.SEALED]).errors
