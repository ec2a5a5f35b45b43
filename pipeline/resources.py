"""Where the model and the knowledge files are, and how many threads read them.

A wheel carries the folder ``models/`` inside the package (as ``pipeline/_models``), so that an
installed ``feitenbank`` needs no checkout; in a checkout the same files lie beside the package.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

MODEL_NAME: Final = "nl_feitenbank"
MODEL_VARIABLE: Final = "FEITENBANK_MODEL"
"""The environment variable that names another pipeline than the one that is shipped."""


@cache
def models_folder() -> Path:
    """Return the folder that holds ``knowledge/`` and the shipped spaCy pipeline.

    Raises:
        FileNotFoundError: the installation is incomplete; the message says what to do.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_models", package.parent / "models"):
        if (folder / "knowledge").is_dir():
            return folder
    raise FileNotFoundError(
        f"no knowledge files beside {package}: the installation is incomplete; "
        "install feitenbank again"
    )


def knowledge_folder() -> Path:
    """Return the folder with the facts and rules that are data (TSV and TOML)."""
    return models_folder() / "knowledge"


def default_model() -> Path:
    """Return the folder of the spaCy pipeline that is shipped."""
    return models_folder() / MODEL_NAME


def keep_to_one_thread() -> None:
    """Ask numpy for one thread a process, unless the environment says otherwise.

    The matrices here are small: more threads gain nothing (with two the model reads at two thirds
    of its speed), and cost where several processes work side by side. Heeded when numpy is not yet
    loaded; processes that are started later inherit it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
