"""The year of publication where a text names it in passing: 'volgend jaar (2025)'.

Also the years that a budget allows: 'Programmabegroting 2025' is drawn up in 2024 and spoken of
until it has run.
"""

from __future__ import annotations

import re
from typing import Final

_OFFSETS: Final = {"vorig": 1, "afgelopen": 1, "dit": 0, "lopende": 0, "volgend": -1, "komend": -1}
_NAMED: Final = r"(?P<which>vorig|afgelopen|dit|lopende|volgend|komend)e?\s+(?:kalender)?jaar"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
# Only a year right behind, in brackets or set apart: 'in 2022, vorig jaar nog 12' is not one.
_PINNED: Final = (
    re.compile(rf"\b{_NAMED}\s*\({_YEAR}\)", re.I),
    re.compile(rf"\b{_YEAR}\s*\((?:(?:het|in het)\s+)?{_NAMED}\)", re.I),
    re.compile(rf"\b{_NAMED},\s+(?:in\s+)?{_YEAR},", re.I),
)
_BUDGET = re.compile(
    r"\b(?:programma|ontwerp|primitieve |concept|meerjaren|gemeente|kern)?begroting\s+(?:voor\s+)?"
    rf"{_YEAR}(?!\s?[%\d])",
    re.I,
)
_LOOKING_BACK = re.compile(
    r"jaarrekening|jaarverslag|jaarstukken|realisatie|terugblik|evaluatie|tekort op", re.I
)


def pinned_year(text: str) -> tuple[int, re.Match[str]] | None:
    """Return the year of publication and the words that give it; None if they contradict.

    >>> pinned = pinned_year("Het tarief gaat volgend jaar (2025) omhoog.")
    >>> pinned[0], pinned[1][0]
    (2024, 'volgend jaar (2025)')
    """
    found = [
        (int(match["year"]) + _OFFSETS[match["which"].lower()], match)
        for pattern in _PINNED
        for match in pattern.finditer(text)
    ]
    return found[0] if len({year for year, _ in found}) == 1 else None


def budget_year(heading: str) -> tuple[int, re.Match[str]] | None:
    """Return the year of the budget that a title or heading announces.

    >>> budget_year("Vragen over de programmabegroting 2025")[0]
    2025
    """
    found = _BUDGET.search(heading)
    if found is None or _LOOKING_BACK.search(heading):
        return None
    return int(found["year"]), found
