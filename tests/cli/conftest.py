"""A small base with a verdict in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))  # for `handmade`

from handmade import make_base


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base with two figures that contradict each other."""
    return make_base(tmp_path / "feitenbank.db")
