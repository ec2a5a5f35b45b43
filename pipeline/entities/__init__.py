"""Who and where: names in the text, linked to places, parties, organisations, persons and laws."""

from __future__ import annotations

from pipeline.entities.decided import renamed
from pipeline.entities.find import find_entities
from pipeline.entities.gazetteer import Gazetteer, load_gazetteer
from pipeline.entities.main_place import main_place

__all__ = ["Gazetteer", "find_entities", "load_gazetteer", "main_place", "renamed"]
