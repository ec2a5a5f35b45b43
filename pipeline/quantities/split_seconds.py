"""Parts of a second, as races are told: 'zes honderdste sneller', 'een voorsprong van een tiende'.

The second itself is left out; that somebody was so much sooner, or so far ahead, says it.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import Unit, lexicon

_SECOND = "second"
_PARTS = frozenset({10, 100, 1000})


def second_of(scene: Scene, draft: Draft) -> tuple[int, Unit] | None:
    """Return where the words of a part of a second end, and its unit; None for any other part.

    Example: 'drie tiende van een seconde', 'drie tiende sneller', but not 'drie tiende van hen'.
    """
    units = lexicon().units
    bottom = lexicon().numbers.denominators.get(scene.low(draft.reading.end - 1))
    if bottom not in _PARTS:
        return None
    if [scene.low(draft.last), scene.low(draft.last + 1)] == ["van", "een"]:
        found = units.after.at(scene.pieces, draft.last + 2)
        return found if found is not None and found[1].id == _SECOND else None
    ahead = scene.low(draft.first - 1) == "van" and scene.low(draft.first - 2) in units.leads
    if ahead or scene.low(draft.last) in units.sooner:
        return draft.last, Unit(_SECOND, "duration", Decimal(1))
    return None
