"""Makes ``factory`` importable, and gives tests a base to reconcile."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `factory`
sys.path.insert(0, str(Path(__file__).parent.parent / "store"))  # for `handmade`

from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES

from pipeline.store.writer import Writer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer on a new base with a little knowledge in it."""
    with Writer(tmp_path / "feitenbank.db", now=lambda: "2024-01-01T00:00:00Z") as opened:
        opened.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="kennis-1")
        yield opened
