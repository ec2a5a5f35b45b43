"""Figures made by hand: a percentage of Assen in 2020 unless a test says otherwise."""

from __future__ import annotations

from dataclasses import fields
from itertools import count
from typing import Any

from pipeline.reconcile.pairs import pairs_to_compare
from pipeline.reconcile.records import Comparison, Stated, Verdict
from pipeline.reconcile.relations import relate
from pipeline.reconcile.told_apart import settled
from pipeline.reconcile.verdicts import judge

_NUMBERS = count(1)
_DEFAULTS: dict[str, Any] = {
    "known": True,
    "kind": "share",
    "indicator": "jeugdhulp",
    "topic": "jeugdzorg",
    "place": "GM0106",
    "place_name": "Assen",
    "statement": "level",
    "stance": "asserts",
    "hedge": "none",
    "status": (),
    "comparative": False,
    "low_open": False,
    "high_open": True,
    "period_method": "stated",
    "indicator_method": "stated",
    "place_method": "stated",
    "confidence": 0.9,
    "position": 1,
    "zone": "body",
    "start": 0,
    "offset": 0,
}
_UNITS = {"share": "percent", "money": "EUR", "count": "woning", "duration": "week"}
_NAMES = {field.name for field in fields(Stated)}


def stated(value: float | None = 12.0, **given: Any) -> Stated:
    """Return a figure; ``year=2020`` or ``period=("2020-01-01", "2020-06-30")`` sets its period.

    The intervals are those of a plain number of which the last digit is rounded; counts are exact.
    """
    made: dict[str, Any] = dict.fromkeys(_NAMES) | _DEFAULTS
    number = next(_NUMBERS)
    year = given.pop("year", None)
    span = given.pop("span", None) or (year and (f"{year}-01-01", f"{year}-12-31"))
    if span:
        made |= {"earliest": span[0], "latest": span[1], "period": "/".join(map(str, span))}
        made["period_kind"] = "year" if year else "span"
    kind = given.get("kind", "share")
    exact = kind == "count"
    half = given.pop("half", 0 if exact else 0.5)
    made |= {"unit": _UNITS.get(kind), "said_unit": _UNITS.get(kind), "value": value}
    if value is not None:
        made |= {"low": value - half, "high": value + half}
        made |= {"outer_low": value - half, "outer_high": value + half}
    made["high_open"] = not exact
    made["id"] = f"f{number:016d}"
    made["document"] = f"d{number:016d}"
    made["start"] = made["offset"] = number * 10
    made["surface"] = f"{value:g}".replace(".", ",") if value is not None else "een aantal"
    made |= given
    made["label"] = made["label"] or made["indicator"]
    made["source"] = made["source"] or f"Krant {made['document'][-4:].lstrip('0')}"
    made["sentence"] = made["sentence"] or f"Het is {made['surface']}."
    unknown = made.keys() - _NAMES
    assert not unknown, unknown
    return Stated(**made)


def above(value: float, **given: Any) -> Stated:
    """'ruim 12 procent': (12, 12.5], loosely (12, 13]."""
    return stated(
        value,
        **{"hedge": "above", "low": value, "high": value + 0.5, "low_open": True}
        | {"high_open": False, "outer_low": value, "outer_high": value + 1}
        | {"surface": f"ruim {value:g} procent"}
        | given,
    )


def below(value: float, **given: Any) -> Stated:
    """'bijna 15 procent': [14.5, 15), loosely [14, 15)."""
    return stated(
        value,
        **{"hedge": "below", "low": value - 0.5, "high": value, "high_open": True}
        | {"outer_low": value - 1, "outer_high": value, "surface": f"bijna {value:g} procent"}
        | given,
    )


def about(value: float, **given: Any) -> Stated:
    """'zo'n 12 procent': [11.5, 12.5], loosely [11, 13]."""
    return stated(
        value,
        **{"hedge": "about", "high_open": False, "outer_low": value - 1, "outer_high": value + 1}
        | {"surface": f"zo'n {value:g} procent"}
        | given,
    )


def compare(figures: list[Stated] | tuple[Stated, ...]) -> list[Comparison]:
    """Compare figures as a run does."""
    return list(settled(figures, [relate(a, b) for a, b in pairs_to_compare(figures)]))


def verdict_on(*figures: Stated) -> Verdict:
    """Return the verdict on a group."""
    return judge(figures, compare(figures))


def told(sentence: str, *numbers: tuple[str, dict[str, Any]], **given: Any) -> list[Stated]:
    """Return the figures of one sentence; each is found in it by its words, in order."""
    found, reached = [], 0
    position = given.get("position", 1)
    for surface, each in numbers:
        start = sentence.index(surface, reached)
        reached = start + len(surface)
        value = each.pop("value")
        place = {"start": 1000 * position + start, "offset": start, "surface": surface}
        common = {"document": "d1", "sentence": sentence, "source": "De Bode"}
        found.append(stated(value, **common | given | place | each))
    return found
