from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import fingerprints
from pipeline.fingerprints import (
    document_fingerprint,
    model_fingerprint,
    sha256,
    tools_fingerprint,
)
from pipeline.store.decisions import Decision

DATE = Decision("D1", "published", None, "", "2020-11", None, "archivaris", "2024-01-01T00:00:00Z")


def test_sha256_is_that_of_the_bytes() -> None:
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_same_input_has_the_same_fingerprint() -> None:
    first = document_fingerprint("a", None, (DATE,), tools="t")
    assert first == document_fingerprint("a", None, [replace(DATE)], tools="t")
    assert len(first) == 16


def test_whatever_an_analysis_rests_on_changes_its_fingerprint() -> None:
    other = replace(DATE, value="2020-12")
    found = [
        document_fingerprint("a", None, (), tools="t"),
        document_fingerprint("b", None, (), tools="t"),
        document_fingerprint("a", "m", (), tools="t"),
        document_fingerprint("a", None, (DATE,), tools="t"),
        document_fingerprint("a", None, (other,), tools="t"),
        document_fingerprint("a", None, (DATE, other), tools="t"),
        document_fingerprint("a", None, (), tools="u"),
    ]
    assert len(set(found)) == len(found)


def test_what_stands_in_one_field_does_not_flow_into_the_next() -> None:
    assert document_fingerprint("ab", None, (), tools="c") != document_fingerprint(
        "a", "b", (), tools="c"
    )


def make_model(folder: Path, version: str = "1.0", vocabulary: str = "aap noot") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "meta.json").write_text(f'{{"version": "{version}"}}', encoding="utf-8")
    (folder / "vocab").write_text(vocabulary, encoding="utf-8")
    return folder


def test_a_model_is_known_by_its_files(tmp_path: Path) -> None:
    model = make_model(tmp_path / "model")
    first = model_fingerprint(model)
    assert model_fingerprint(str(model)) == first
    assert model_fingerprint(make_model(tmp_path / "elsewhere")) == first
    assert model_fingerprint(make_model(model, version="1.1")) != first
    assert model_fingerprint(make_model(model, vocabulary="aap noot mies")) != first
    assert model_fingerprint(make_model(model, vocabulary="aap mies")) != first, "of equal size"
    make_model(model)
    (model / "extra").touch()
    assert model_fingerprint(model) != first


def test_a_package_is_known_by_its_version() -> None:
    found = model_fingerprint("pytest")
    assert found == f"pytest-{pytest.__version__}"


def test_a_model_that_is_nowhere_has_no_fingerprint() -> None:
    assert model_fingerprint("nl_bestaat_niet") == ""


def test_tools_are_code_knowledge_and_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = make_model(tmp_path / "model")
    first = tools_fingerprint(model)
    assert tools_fingerprint(model) == first
    for name, value in (("_code", lambda: "c"), ("__version__", "9.9")):
        with monkeypatch.context() as patched:
            patched.setattr(fingerprints, name, value)
            assert tools_fingerprint(model) != first, name
    with monkeypatch.context() as patched:
        patched.setattr(fingerprints.knowledge, "fingerprint", lambda: "k")
        assert tools_fingerprint(model) != first
    assert tools_fingerprint(make_model(model, version="2")) != first
    assert tools_fingerprint(model) != tools_fingerprint("nl_bestaat_niet")
