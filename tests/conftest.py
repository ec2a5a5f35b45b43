"""What tests of several rooms need: a language model, trained or not."""

from __future__ import annotations

import os

import pytest

from pipeline.document import Tools, load_tools
from pipeline.resources import MODEL_VARIABLE, default_model


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a Dutch pipeline that only tokenises, and loads in no time."""
    spacy = pytest.importorskip("spacy")
    folder = tmp_path_factory.mktemp("model") / "blank"
    spacy.blank("nl").to_disk(folder)
    return str(folder)


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The trained model and the knowledge files, loaded once."""
    model = os.environ.get(MODEL_VARIABLE)
    if not model and not (default_model() / "meta.json").is_file():
        pytest.skip(f"no language model in {default_model()}, and {MODEL_VARIABLE} is not set")
    return load_tools(model)
