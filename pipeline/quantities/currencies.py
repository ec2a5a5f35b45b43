"""Money that several countries have: 'kroon' is Swedish in an article about Sweden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import lexicon


def name_currencies(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the unit of the country named last, or else first, in the text.

    'Het Zweedse bedrijf boekte 2 miljoen kroon winst' is about SEK; without a country the unit
    stays what the text says.
    """
    countries = lexicon().units.countries
    if not any(draft.unit is not None and draft.unit.id in countries for draft in drafts):
        return list(drafts)
    named: list[Draft] = []
    for draft in drafts:
        unit = draft.unit
        code = None
        if unit is not None and unit.id in countries:
            code = _country(scene, draft.first, countries[unit.id])
        if unit is not None and code is not None:
            draft = replace(draft, unit=replace(unit, id=code))
        named.append(draft)
    return named


def _country(scene: Scene, index: int, stems: Mapping[str, str]) -> str | None:
    before = range(index - 1, -1, -1)
    behind = range(index, len(scene.pieces))
    for places in (before, behind):
        for place in places:
            piece = scene.pieces[place]
            if piece.capital:
                code = next((stems[stem] for stem in stems if piece.low.startswith(stem)), None)
                if code is not None:
                    return code
    return None
