"""Quantities in Dutch: every number with its value, unit, hedge, interval and direction.

Usable on its own: :func:`find` works on a plain string and needs no model, :func:`find_tables`
reads the tables in one. :mod:`pipeline.quantities.component` makes a spaCy component of it.
"""

from __future__ import annotations

from pipeline.quantities.find import Found, find
from pipeline.quantities.tables import Cell, Table, find_table, find_tables

__all__ = ["Cell", "Found", "Table", "find", "find_table", "find_tables"]
