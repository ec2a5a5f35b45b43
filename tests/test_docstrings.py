"""The examples in the docstrings of the package are what the program does."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from types import ModuleType

import pytest

import pipeline


def modules() -> list[str]:
    """Return the modules of the package, without the one that runs it."""
    found = pkgutil.walk_packages(pipeline.__path__, "pipeline.")
    return [module.name for module in found if not module.name.endswith("__main__")]


def examples(module: ModuleType) -> list[doctest.DocTest]:
    """Return the docstrings of a module that have examples."""
    return [each for each in doctest.DocTestFinder().find(module) if each.examples]


@pytest.mark.parametrize("name", modules())
def test_examples_of_a_module(name: str) -> None:
    outcome = doctest.testmod(import_module(name))
    assert outcome.failed == 0, "what differs stands above"


def test_there_are_examples() -> None:
    assert sum(len(examples(import_module(name))) for name in modules()) > 60
