"""Figures: quantities bound to what they measure, for whom, where, when, by whom and how firmly."""

from __future__ import annotations

from pipeline.figures.bind import BoundFigures, bind
from pipeline.figures.lexicon import Lexicon, load_lexicon

__all__ = ["BoundFigures", "Lexicon", "bind", "load_lexicon"]
