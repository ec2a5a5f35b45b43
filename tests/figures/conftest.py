"""The reader of hand-tagged documents, for all tests of this room."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `tagged_documents`, `articles`

from tagged_documents import Reader

from pipeline.analyse.model import default_model
from pipeline.document import Tools, load_tools
from pipeline.figures import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def read() -> Reader:
    """Return the reader of hand-tagged documents."""
    return Reader()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the knowledge of the figures stage."""
    return load_lexicon()


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Return the shipped language model and the knowledge, for tests of whole articles."""
    model = os.environ.get("FEITENBANK_MODEL")
    if not model and not (default_model() / "meta.json").is_file():
        pytest.skip(f"no language model in {default_model()}, and FEITENBANK_MODEL is not set")
    return load_tools(model)
