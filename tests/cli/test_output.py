from __future__ import annotations

import pytest

from pipeline.cli.output import Shown, _widths, visible

COLUMNS = (
    Shown("id", lambda row: row["id"], keep=True),
    Shown("indicator", lambda row: row["indicator"]),
    Shown("verdict", lambda row: row["verdict"]),
)
LINES = (
    ("id", "indicator", "verdict"),
    ("f12345678", "bijstandsuitkeringen van huishoudens", "single source"),
)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (200, [9, 36, 13]),  # all of it on one line
        (58, [9, 32, 13]),  # the longest gives way first
        (43, [9, 20, 10]),  # words stay whole
        (38, [9, 12, 13]),  # until they cannot
        (27, [9, 7, 7]),
        (26, []),
    ],
)
def test_nothing_falls_off(room: int, expected: list[int]) -> None:
    widths = _widths(COLUMNS, LINES, room)
    assert widths == expected
    assert not widths or sum(widths) + 2 * (len(widths) - 1) <= room


def test_control_characters_are_seen_and_not_obeyed() -> None:
    hostile = "rood\x1b[31m\x07\x9b2J\x7f"
    assert visible(hostile) == "rood␛[31m␇\ufffd2J␡"
    assert visible("een\ttwee\ndrie één") == "een\ttwee\ndrie één"
