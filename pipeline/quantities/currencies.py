"""Money that several countries have: 'kroon' is Swedish in an article about Sweden."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import lexicon


def name_currencies(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the unit of the country named last, or else first, in the text.

    'Het Zweedse bedrijf boekte 2 miljoen kroon winst' is about SEK; without a country the unit
    stays what the text says.
    """
    countries = lexicon().units.countries
    shared = {draft.unit.id for draft in drafts if draft.unit is not None} & countries.keys()
    if not shared:
        return list(drafts)
    named = {unit: list(_named(scene, countries[unit])) for unit in shared}
    return [_of_country(draft, named) for draft in drafts]


def _named(scene: Scene, units: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield where a country, its people or what is of it is named, and its unit."""
    for place, piece in enumerate(scene.pieces):
        code = units.get(piece.low) if piece.capital else None
        if code is not None:
            yield place, code


def _of_country(draft: Draft, named: Mapping[str, Sequence[tuple[int, str]]]) -> Draft:
    unit = draft.unit
    countries = named.get(unit.id) if unit is not None else None
    if unit is None or not countries:
        return draft
    before = bisect_left(countries, (draft.first, ""))
    return replace(draft, unit=replace(unit, id=countries[max(before - 1, 0)][1]))
