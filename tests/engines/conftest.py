"""A model that loads in no time, and a few documents."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `deadly`; workers get the same path

TEXTS = {
    "zorg.txt": "In Assen kreeg in 2020 ruim 12 procent van de jongeren jeugdhulp.\n"
    "Een jaar eerder was dat 14 procent.\n",
    "bouw.txt": "De gemeente Emmen bouwt 200 woningen en Assen 250 woningen in 2024.\n"
    "Samen zijn dat 450 woningen.\n",
    "werk.txt": "Volgens het CBS steeg de werkloosheid in Drenthe in 2021 van 3,1 naar 3,4 "
    "procent.\n",
    "leeg.txt": "  \n\n",
}


@pytest.fixture(scope="session")
def model(blank: str) -> str:
    """What a worker loads: it need not read well here."""
    return blank


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small articles, one of which has nothing in it."""
    folder = tmp_path_factory.mktemp("artikelen")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
