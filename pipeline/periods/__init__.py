"""Time expressions: from Dutch words to EDTF, with the first and the last day they can mean."""

from __future__ import annotations

from pipeline.periods.find import find

__all__ = ["find"]
