"""A base to write to, with a little knowledge in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `handmade`

from handmade import JEUGDHULP, KNOWN, KNOWN_ALIASES

from pipeline.store.writer import Writer


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Where a base may be made."""
    return tmp_path / "feitenbank.db"


@pytest.fixture
def clock() -> Callable[[], str]:
    """A clock that moves a second each time it is read."""
    seconds = iter(range(10_000))
    return lambda: f"2024-01-01T{next(seconds) // 60:02d}:00:00Z"


@pytest.fixture
def writer(base: Path, clock: Callable[[], str]) -> Iterator[Writer]:
    """A writer on a new base with a little knowledge in it."""
    with Writer(base, now=clock) as opened:
        opened.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="kennis-1")
        yield opened
