"""Quantities in Dutch: every number with its value, unit, hedge, interval and direction.

Usable on its own: :func:`find` works on a plain string and needs no model.
"""

from __future__ import annotations

from pipeline.quantities.find import Found, find

__all__ = ["Found", "find"]
