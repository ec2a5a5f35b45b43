"""From the clean view to sentences with words: lemma, part of speech, syntax, names.

spaCy is imported when a model is loaded, not when this package is: commands that only read a
knowledge base stay quick.
"""

from __future__ import annotations

from pipeline.analyse.model import ModelError, load_model, missing_parts
from pipeline.analyse.sentences import analyse, sentence_spans

__all__ = ["ModelError", "analyse", "load_model", "missing_parts", "sentence_spans"]
