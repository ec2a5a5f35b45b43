"""The reader of hand-tagged documents, for all tests of this room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `tagged_documents`

from tagged_documents import Reader

from pipeline.figures import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def read() -> Reader:
    """Return the reader of hand-tagged documents."""
    return Reader()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the knowledge of the figures stage."""
    return load_lexicon()
