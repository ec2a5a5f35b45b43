"""From the bytes of a file to a :class:`~pipeline.records.Loaded` document.

:func:`load` is pure: the same bytes and the same metadata file give the same document. Finding
files and reading them from disk is :mod:`pipeline.load.discover`'s business.
"""

from __future__ import annotations

from pipeline.load.discover import FoundFile, Skipped, discover, printable, read_source
from pipeline.load.dispatch import load

__all__ = ["FoundFile", "Skipped", "discover", "load", "printable", "read_source"]
