"""The folder of the training tools on the path, for every test of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "models" / "training"


@pytest.fixture(scope="module", autouse=True)
def training_on_path() -> Iterator[None]:
    """The tools are scripts: they import each other from their own folder."""
    sys.path.insert(0, str(TRAINING))
    yield
    sys.path.remove(str(TRAINING))
