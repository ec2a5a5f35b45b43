"""The knowledge files of this room: checked while read, and used as written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tagged_documents import Reader

from pipeline import knowledge
from pipeline.figures import lexicon as module
from pipeline.figures.lexicon import Lexicon, pattern, phrase, with_stem, word_matches
from pipeline.knowledge import KnowledgeError
from pipeline.resources import knowledge_folder

NEW = """
[[indicator]]
id = "zwerfkatten"
label = "zwerfkat"
topic = "dier"
kinds = ["count", "change"]
definition = "Katten zonder baas."
synonyms = ["zwerfkat*"]
counted = ["zwerfkat"]
"""


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the knowledge folder that the reader takes for the real one."""
    folder = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), folder)
    monkeypatch.setattr(knowledge, "knowledge_folder", lambda: folder)
    module.load_lexicon.cache_clear()
    yield folder
    module.load_lexicon.cache_clear()


def change(path: Path, old: str, new: str) -> int:
    """Replace a line's text; return the number of the line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("indicators.toml", 'id = "jeugdhulp"', 'id = "jeugdzorg"', "stands twice"),
        (
            "indicators.toml",
            'parent = "jeugdzorg"',
            'parent = "zorgjeugd"',
            "no indicator zorgjeugd",
        ),
        ("indicators.toml", 'topic = "jeugdzorg"', 'subject = "jeugdzorg"', "needs 'topic'"),
        ("indicators.toml", 'kinds = ["share"', 'kinds = ["percentage"', "unknown kind percentage"),
        (
            "indicators.toml",
            'topic = "jeugdzorg"',
            'topic = "jeugdzorg"\ncolour = 1',
            "unknown key",
        ),
        ("figures.toml", "[comparison]\nmarkers", "[comparison]\nwords", "must be a list of words"),
        ("figures.toml", "[scope]", "[reach]", r"\[scope\] is missing"),
        ("statements.toml", "[stance]", "[stances]", r"\[stance\] is missing"),
        ("statements.toml", "[speech]", "[speech", "line"),
    ],
)
def test_an_error_names_file_and_line(
    altered: Path, file: str, old: str, new: str, message: str
) -> None:
    change(altered / file, old, new)
    with pytest.raises(KnowledgeError, match=message) as caught:
        module.load_lexicon()
    assert f"{file}, line " in str(caught.value)


def test_the_line_is_that_of_the_fault(altered: Path) -> None:
    line = change(altered / "indicators.toml", 'parent = "jeugdzorg"', 'parent = "zorgjeugd"')
    with pytest.raises(KnowledgeError, match=f"indicators.toml, line {line}:"):
        module.load_lexicon()


def test_an_indicator_that_is_added_is_found(altered: Path, read: Reader) -> None:
    sentence = "Er zijn 45 zwerfkatten/NOUN//zwerfkat."
    assert not read(sentence).bound.indicators[0].known
    with (altered / "indicators.toml").open("a", encoding="utf-8") as file:
        file.write(NEW)
    module.load_lexicon.cache_clear()
    reading = read(sentence)
    assert reading.bound_to("45", "indicator") == ("zwerfkatten", "stated", "zwerfkatten")
    assert reading.bound.indicators[0].definition == "Katten zonder baas."


def test_parts_belong_to_wholes_that_measure_alike(lexicon: Lexicon) -> None:
    known = {entry.record.id: entry for entry in lexicon.indicators}
    parts = [entry for entry in lexicon.indicators if entry.record.parent]
    assert parts
    for part in parts:
        whole = known[part.record.parent or ""]
        assert part.kinds & whole.kinds, part.record.id
        assert part.record.topic == whole.record.topic, part.record.id


def test_no_synonym_names_two_indicators(lexicon: Lexicon) -> None:
    owners: dict[object, set[str]] = {}
    for entry in lexicon.indicators:
        for synonym in entry.patterns:
            for kind in entry.kinds:
                owners.setdefault((synonym, kind), set()).add(entry.record.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_plurals_of_groups_are_known(lexicon: Lexicon) -> None:
    forms = lexicon.population_forms
    assert [forms[word] for word in ("jongeren", "kinderen", "inwoners", "mensen")] == [
        "jongere",
        "kind",
        "inwoner",
        "mens",
    ]


@pytest.mark.parametrize(
    ("synonym", "forms", "matches"),
    [
        ("inbraak", ("inbraken", "inbraak"), True),
        ("jeugdzorg*", ("jeugdzorgkosten",), True),
        ("jeugdzorg*", ("zorgkosten",), False),
        ("huur|koop", ("koop",), True),
        ("huur|koop", ("verkoop",), False),
    ],
)
def test_words(synonym: str, forms: tuple[str, ...], matches: bool) -> None:
    assert word_matches(phrase(synonym)[0], forms) == matches


def test_patterns() -> None:
    parts = pattern("uit huis & plaatsen").phrases
    assert [len(part) for part in parts] == [2, 1]
    assert with_stem("huis") == ("huis",), "short stems meet by chance"
    assert len(with_stem("woninginbraken")) == 2
