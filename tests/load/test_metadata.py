from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.load import load
from pipeline.load.metadata import read_metadata
from pipeline.records import Metadata, SourceFile


def test_all_keys() -> None:
    data = b"""title = "Brug weer open"
published = 2021-06-03
source = "De Veenbode"
url = "https://veenbode.example/brug"
language = "nl"
"""
    metadata, issues = read_metadata(data, name="brug.toml")
    assert metadata == Metadata(
        "Brug weer open", "2021-06-03", "De Veenbode", "https://veenbode.example/brug", "nl"
    )
    assert issues == ()


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ('"2021"', "2021"),
        ("2021", "2021"),
        ('"2021-06"', "2021-06"),
        ('"2018/2019"', "2018/2019"),
        ('"2018/.."', "2018/.."),
        ("2021-06-03T10:00:00", "2021-06-03"),
        ('"3 juni 2021"', "2021-06-03"),
    ],
)
def test_published(value: str, edtf: str) -> None:
    metadata, issues = read_metadata(f"published = {value}".encode(), name="a.toml")
    assert metadata.published == edtf
    assert issues == ()


@pytest.mark.parametrize(
    ("line", "code", "named"),
    [
        ('datum = "2021"', "metadata_unknown_key", "datum"),
        ('published = "ergens in juni"', "metadata_bad_value", "published"),
        ('published = "2021-13-40"', "metadata_bad_value", "published"),
        ("title = 12", "metadata_bad_value", "title"),
        ('source = "  "', "metadata_bad_value", "source"),
        ('url = "veenbode.example"', "metadata_bad_value", "url"),
        ('language = "Nederlands"', "metadata_bad_value", "language"),
    ],
)
def test_mistakes_name_file_line_and_key(line: str, code: str, named: str) -> None:
    metadata, (issue,) = read_metadata(f"# toelichting\n{line}\n".encode(), name="brug.toml")
    assert issue.code == code
    assert f"brug.toml, line 2: {named}" in issue.message
    assert metadata == Metadata()


def test_the_rest_of_the_file_still_counts() -> None:
    metadata, issues = read_metadata(b'titel = "x"\nsource = "De Veenbode"', name="a.toml")
    assert metadata.source == "De Veenbode"
    assert len(issues) == 1


@pytest.mark.parametrize("data", [b"title = ", b"\xff\xfe\x00"])
def test_an_unreadable_file_is_an_issue_not_a_failure(data: bytes) -> None:
    loaded = load(SourceFile("a.txt", b"In Zuidlaren staan drie molens.", data))
    assert "metadata_unreadable" in {issue.code for issue in loaded.issues}


def test_the_example_in_the_corpus_folder_is_valid() -> None:
    folder = Path(__file__).parents[2] / "corpus"
    for path in sorted(folder.glob("**/*.toml")):
        _, issues = read_metadata(path.read_bytes(), name=path.name)
        assert issues == (), path
