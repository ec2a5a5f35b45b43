from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.load import discover, load, read_source


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("In Borger staan hunebedden.", encoding="utf-8")


def paths(folder: Path) -> list[str]:
    return [found.path for found in discover([folder])[0]]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b.html", "c.pdf", "A.TXT")
    assert paths(tmp_path) == ["A.TXT", "b.txt", "c.pdf", "a/b.html", "a/z.md"]


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, "a.txt", "a.toml", ".verborgen.txt", ".git/b.txt", "README.md", "readme.txt",
        "foto.jpg", "pagina.html", "pagina_bestanden/reclame.html", "~$brief.docx",
    )  # fmt: skip
    assert paths(tmp_path) == ["a.txt", "pagina.html"]


def test_unknown_kinds_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.wpd", "zonder")
    _, skipped = discover([tmp_path])
    assert [(item.path, item.code) for item in skipped] == [
        ("b.wpd", "unknown_type"),
        ("zonder", "unknown_type"),
    ]


def test_kinds_with_advice_are_found_so_that_load_can_give_it(tmp_path: Path) -> None:
    write(tmp_path, "oud.rtf")
    assert paths(tmp_path) == ["oud.rtf"]


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    found, (skipped,) = discover([tmp_path / "weg.txt"])
    assert found == []
    assert skipped.code == "not_found"


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found, _ = discover([tmp_path, tmp_path / "a.txt", tmp_path])
    assert len(found) == 1
    assert found[0].root == tmp_path


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    write(tmp_path, "map/a.txt")
    (tmp_path / "map" / "terug").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dood.txt").symlink_to(tmp_path / "bestaat-niet.txt")
    found, skipped = discover([tmp_path])
    assert [item.path for item in found] == ["map/a.txt"]
    assert sorted(item.code for item in skipped) == ["loop", "unreadable"]


def test_what_is_no_document_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "a.toml")
    write(tmp_path, "los.toml")
    write(tmp_path, "cijfers.csv")
    found, skipped = discover([tmp_path])
    assert [item.path for item in found] == ["a.txt"]
    assert [(item.path, item.code) for item in skipped] == [
        ("cijfers.csv", "not_a_document"),
        ("los.toml", "not_a_document"),
    ]


def test_file_names_that_are_not_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("In Borger staan hunebedden.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (found,), _ = discover([tmp_path])
    assert found.path == "caf\\xe9.txt"
    assert found.path.encode()
    assert load(read_source(found)).text.startswith("In Borger")


def test_the_metadata_file_is_read_along(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.toml").write_text('source = "De Veenbode"')
    (found,), _ = discover([tmp_path / "a.txt"])
    assert load(read_source(found)).stated.source == "De Veenbode"
