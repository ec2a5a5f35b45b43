"""The word lists may be edited; a mistake is reported with file and line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import knowledge
from pipeline.knowledge import KnowledgeError
from pipeline.quantities.lexicon import lexicon
from pipeline.resources import knowledge_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the knowledge files that the lexicon is read from."""
    copy = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), copy)
    monkeypatch.setattr(knowledge, "knowledge_folder", lambda: copy)
    lexicon.cache_clear()
    yield copy
    monkeypatch.undo()
    lexicon.cache_clear()


def edit(path: Path, old: str, new: str) -> int:
    """Replace once and return the number of the changed line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("hedges.toml", 'id = "above"', 'id = "abvoe"', "'abvoe' is no hedge"),
        ("hedges.toml", '"1/10"', '"one tenth"', "'one tenth' is no fraction"),
        ("hedges.toml", "core = [0, 0.5]", "core = [0, 3]", "core must lie within outer"),
        ("hedges.toml", "core = [0, 0.5]", "core = [0]", "two factors"),
        ("units.toml", 'kind = "share"', 'kind = "part"', "the kind must be one of"),
        ("units.toml", '"promille", ', '"procent", ', "already stands for percent"),
        ("number_words.toml", "core = [3, 7]", "core = [3, 70]", "core must lie within outer"),
        ("number_words.toml", "factor = 100\n", "factor = 0\n", "more than 1"),
        ("changes.toml", 'direction = "up"', 'direction = "sideways"', "up or down"),
    ],
)
def test_mistakes_are_reported(folder: Path, name: str, old: str, new: str, message: str) -> None:
    edit(folder / name, old, new)
    with pytest.raises(KnowledgeError, match=message) as caught:
        lexicon()
    assert caught.value.path.name == name
    assert f"{name}, line {caught.value.line}" in str(caught.value)


def test_no_toml_at_all(folder: Path) -> None:
    line = edit(folder / "changes.toml", "[up]", "[up")
    with pytest.raises(KnowledgeError) as caught:
        lexicon()
    assert caught.value.line == line


def test_a_new_hedge_is_understood(folder: Path) -> None:
    from pipeline.quantities.hedging import read_hedges
    from pipeline.quantities.scan import scan

    edit(folder / "hedges.toml", '"ruim", ', '"ruim", "een ietsepietsje boven", ')
    assert read_hedges(scan("een ietsepietsje boven 40 procent"), 0)[1].id == "above"
