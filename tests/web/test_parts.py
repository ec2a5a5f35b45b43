from __future__ import annotations

from xml.etree import ElementTree

import pytest

pytest.importorskip("markupsafe")

from pipeline.web.cells import mark_words, render
from pipeline.web.chart import Point, draw, legend, ordinal


@pytest.mark.parametrize(
    ("value", "column", "table", "expected"),
    [
        (1642.0, "value", "figures", "1.642"),
        (19.7, "low", "figure_overview", "19,7"),
        (3, "position", "sentences", None),
        (None, "value", "figures", None),
        ("", "verdict", None, None),
        ("f0123456789abcdef", "figure", "figure_overview", 'href="/feit/f0123456789abcdef"'),
        ("d0123456789abcdef", "copy_of", "figure_overview", 'href="/document/d0123456789abcdef"'),
        ("contested", "verdict", "figure_overview", ">omstreden<"),
        ("<script>", "verdict", "figure_overview", "&lt;script&gt;"),
        ('["intervals"]', "reasons", "comparisons", "gezien de marges"),
        ("geen json", "reasons", "comparisons", None),
        ("gewone tekst", "text", "sentences", None),
    ],
)
def test_cells(value: object, column: str, table: str | None, expected: str | None) -> None:
    shown = render({"id": "x"}, value, column, table)
    if expected is None:
        assert shown is None
    else:
        assert expected in str(shown)


@pytest.mark.parametrize(
    ("sentence", "said", "expected"),
    [
        ("Dat is 12 procent.", "12 procent", "Dat is <mark>12 procent</mark>."),
        ("Dat is 12 procent.", "12\nprocent", "Dat is <mark>12 procent</mark>."),
        ("Dat is 12 procent.", "12 pro-\ncent", "Dat is <mark>12 procent</mark>."),
        ("A & B: 12%", "12%", "A &amp; B: <mark>12%</mark>"),
        ("Iets <b>anders</b>", "12%", "Iets &lt;b&gt;anders&lt;/b&gt;"),
    ],
)
def test_words_are_marked(sentence: str, said: str, expected: str) -> None:
    assert str(mark_words(sentence, said)) == expected


def point(year: int, low: float, high: float, said: str = "x", label: str = "jeugd") -> Point:
    first, last = ordinal(f"{year}-01-01"), ordinal(f"{year}-12-31")
    return Point(first, last, low, high, low, high, said, "/feit/f1", label)


@pytest.mark.parametrize(
    "points",
    [
        [point(2019, 12, 12.5), point(2021, 9.4, 9.4)],
        [point(2020, 5, 5), point(2020, 5, 5)],
        [point(2020, 0, 0), point(2020, 0, 0)],
        [point(1900, -3, 2), point(2100, 1e12, 2e12)],
        [point(2020, 1e-6, 2e-6), point(2021, 1, 1)],
    ],
)
def test_picture_is_well_formed_and_within_its_frame(points: list[Point]) -> None:
    drawn = draw(points)
    assert drawn is not None
    root = ElementTree.fromstring(str(drawn))
    boxes = root.findall(".//rect")
    assert len(boxes) == 2 * len(points)
    for box in boxes:
        assert 0 <= float(box.attrib["x"]) <= 720
        assert -5 <= float(box.attrib["y"]) <= 260


def test_one_figure_makes_no_picture() -> None:
    assert draw([point(2020, 1, 2)]) is None


def test_words_in_a_picture_are_escaped() -> None:
    drawn = draw([point(2020, 1, 2, "<b>&"), point(2021, 1, 2)])
    assert "<b>" not in str(drawn)
    ElementTree.fromstring(str(drawn))


def test_what_is_not_the_same_gets_another_colour() -> None:
    points = [point(2020, 1, 2, label="zorg"), point(2021, 1, 2, label="hulp")]
    assert legend(points) == [("kleur0", "hulp"), ("kleur1", "zorg")]
    drawn = str(draw(points))
    assert 'class="kleur0"' in drawn
    assert 'class="kleur1"' in drawn
