"""Which ministry somebody is of: 'minister Wouda van Landbouw', 'staatssecretaris (Asiel)'.

What a minister is *of* is written as the name of a ministry without that word, in full or in part
(Landbouw, Natuur en Voedselkwaliteit). The names of the ministries tell which one is meant.
"""

from __future__ import annotations

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.words import Line

_MINISTRY = ("ministerie", "van")
_BEFORE = frozenset({"van", "voor", "("})
_LONGEST = 8  # words: Onderwijs , Cultuur en Wetenschap


def ministry_after(line: Line, index: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the ministry that the words from ``index`` on name, and where they end.

    With or without 'van', 'voor' or a bracket before them; the longest name counts.
    """
    first = index + 1 if line.key(index) in _BEFORE else index
    for last in range(min(len(line.words), first + _LONGEST), first, -1):
        if not line.words[first].capital:
            return None
        keys = tuple(line.key(at) for at in range(first, last))
        names = gazetteer.index.get((*_MINISTRY, *keys), ())
        ministries = [name.entity for name in names if name.sort == "organisation"]
        if ministries:
            return ministries[0], last
    return None
