"""Feitenbank: Dutch articles in, a knowledge base out in which every figure cites its words.

The package is laid out as the way a document goes: :mod:`pipeline.load`, :mod:`pipeline.clean`,
:mod:`pipeline.describe`, :mod:`pipeline.analyse`, :mod:`pipeline.entities`,
:mod:`pipeline.quantities`, :mod:`pipeline.periods`, :mod:`pipeline.figures`, all pure functions of
one document, tied together by :mod:`pipeline.document`; then :mod:`pipeline.store` and
:mod:`pipeline.reconcile`, which work on the database.
"""

from __future__ import annotations

__version__ = "0.1.0"
