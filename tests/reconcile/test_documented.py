"""Whoever queries a base finds every code that stands in it in docs/meaning.md."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from pipeline import reconcile
from pipeline.reconcile.phrases import DEPRECATED, OPENING, WHY

MEANING = (Path(__file__).parents[2] / "docs" / "meaning.md").read_text(encoding="utf-8")
VERDICTS = ("contested", "revised", "series", "range", "consensus")


def relations() -> set[str]:
    """Return what ``relations._relation`` may call two figures."""
    source = Path(reconcile.__file__).with_name("relations.py").read_text(encoding="utf-8")
    functions = {
        node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)
    }
    return {
        node.value
        for name in ("_relation", "overlap")
        for made in ast.walk(functions[name])
        if isinstance(made, ast.Return)
        for node in ast.walk(made)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } - {"intervals", "scope", "narrowed", "period"}


@pytest.mark.parametrize(
    "code",
    sorted(
        {*WHY["en"], *DEPRECATED["en"], *VERDICTS, *relations()}
        - {"level_versus_norm", "level_versus_target", "level_versus_forecast"}
    ),
)
def test_every_code_is_explained(code: str) -> None:
    assert f"`{code}`" in MEANING


def test_the_verdicts_are_those_that_have_an_opening() -> None:
    assert set(VERDICTS) <= set(OPENING["en"])
    assert len(relations()) == 9
