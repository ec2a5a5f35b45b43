"""Units that the sentence leaves out: '12 procent in Assen, 9 in Emmen'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.quantities.draft import Draft, Scene

_PLACES = frozenset({"in", "bij", "voor", "onder", "uit", "op"})


def share_gapped(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the unit of the number before to those that leave it out."""
    shared: list[Draft] = []
    for draft in drafts:
        before = shared[-1] if shared else None
        if before is not None and draft.bare and _gapped(scene, before, draft):
            draft = replace(draft, unit=before.unit, noun=before.noun)
        shared.append(draft)
    return shared


def _gapped(scene: Scene, before: Draft, draft: Draft) -> bool:
    if before.bare or before.part is not None or draft.part is not None:
        return False
    if before.reading.scale != draft.reading.scale or not 0 < draft.first - before.last < 8:
        return False
    if any(scene.ends_sentence(place) for place in range(before.last, draft.first)):
        return False
    link = scene.low(draft.first - 1)
    if link in {"tegen", "tegenover"}:
        return before.unit is not None and before.unit.kind == "share"
    place = scene.low(draft.last)
    return link in {",", "en"} and place in _PLACES and place == scene.low(before.last)
