from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import knowledge
from pipeline.knowledge import KnowledgeError
from pipeline.periods import lexicon as module
from pipeline.resources import knowledge_folder


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the file of words that the reader takes for the real one."""
    path = tmp_path / module.FILE
    path.write_text(
        (knowledge_folder() / module.FILE).read_text(encoding="utf-8"), encoding="utf-8"
    )
    monkeypatch.setattr(knowledge, "knowledge_folder", lambda: tmp_path)
    module.lexicon.cache_clear()
    yield path
    module.lexicon.cache_clear()


def change(path: Path, old: str, new: str) -> int:
    """Replace a line's text; return the number of the line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("januari = 1", "januari = 13", "not a number from 1 to 12"),
        ("zomer = [6, 8]", "zomer = [6, 8, 9]", "must be two numbers"),
        ("februari = 2", "Februari = 2", "lower case"),
        ("carnaval = [-49, 3]", "carnaval = [-49]", "must be 2 numbers"),
        ('jaarlijks = "P1Y"', 'jaarlijks = "elk jaar"', "not an ISO 8601 duration"),
    ],
)
def test_an_error_names_file_and_line(altered: Path, old: str, new: str, message: str) -> None:
    line = change(altered, old, new)
    with pytest.raises(KnowledgeError, match=message) as caught:
        module.lexicon()
    assert f"{module.FILE}, line {line}:" in str(caught.value)


def test_a_missing_table_is_named(altered: Path) -> None:
    change(altered, "[weekdays]", "[days_of_the_week]")
    with pytest.raises(KnowledgeError, match="weekdays"):
        module.lexicon()


def test_a_word_that_is_added_is_used(altered: Path) -> None:
    change(altered, "kerst = [12, 25, 2]", 'kerst = [12, 25, 2]\n"zalig uiteinde" = [12, 31, 1]')
    assert ("zalig", "uiteinde") in module.lexicon().feasts
