from __future__ import annotations

import pytest

from pipeline.store.followed import _Candidate, _renamed


@pytest.mark.parametrize(
    ("decided", "now", "expected"),
    [
        # the same words, elsewhere in the text
        ({"f1": "a|1|1|1"}, {"f9": "a|1|1|1"}, {"f9": "a|1|1|1"}),
        # another number about the same thing takes what is left, in whatever order they come
        (
            {"f1": "a|1|1|1", "f2": "a|2|2|2"},
            {"f8": "a|3|3|3", "f9": "a|1|1|1"},
            {"f9": "a|1|1|1", "f8": "a|2|2|2"},
        ),
        # about another thing: gone
        ({"f1": "a|1|1|1"}, {"f9": "b|1|1|1"}, {"f1": "a|1|1|1"}),
        # two that say the same are two
        (
            {"f1": "a|1|1|1", "f2": "a|1|1|1"},
            {"f9": "a|1|1|1"},
            {"f9": "a|1|1|1", "f2": "a|1|1|1"},
        ),
    ],
)
def test_what_was_decided_about_is_named_anew(
    decided: dict[str, str], now: dict[str, str], expected: dict[str, str]
) -> None:
    assert _renamed(decided, now) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"f9": "a|1|1|1", "f8": "b|2|2|2"}, True),
        ({"f9": "a|7|7|7", "f8": "b|8|8|8"}, True),  # other numbers, the same matter
        ({"f9": "a|1|1|1", "f8": "c|2|2|2"}, False),  # half of it is not the greater part
        ({"f9": "a|1|1|1"}, False),
        ({"f9": "a|1|1|1", "f8": "b|2|2|2", "f7": "c|3|3|3"}, True),
        ({"f9": "c|1|1|1", "f8": "d|2|2|2"}, False),
    ],
)
def test_what_asks_the_same(now: dict[str, str], expected: bool) -> None:
    decided = {"f1": "a|1|1|1", "f2": "b|2|2|2"}
    assert _Candidate("N1", now).asks_the_same(decided) is expected
