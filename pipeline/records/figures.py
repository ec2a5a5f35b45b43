"""What is measured, and the quantities that measure it, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a dimension of a figure is what it is (view offsets, None when not in the text)."""

    dimension: str  # indicator population place period speaker status unit statement …
    method: str  # stated carried_over document publication table_head question …
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures. ``known`` comes from the knowledge files, else from the text."""

    id: str
    label: str
    topic: str
    unit: str | None = None
    population: str | None = None
    parent: str | None = None
    definition: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity bound to what, for whom, where, when, by whom and how firmly.

    ``quantity``, ``base`` are indexes in ``DocumentAnalysis.quantities`` and ``figures``;
    ``sentence`` an index in ``sentences``.
    """

    quantity: int
    sentence: int
    indicator: str
    place: str | None
    population: str | None
    period: str | None
    period_earliest: str | None
    period_latest: str | None
    period_kind: str | None
    value: float | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    outer_low: float | None
    outer_high: float | None
    unit: str | None  # as meant
    hedge: str
    statement: str  # level change norm forecast target
    direction: str | None = None
    base: int | None = None
    status: tuple[str, ...] = ()  # provisional revised definitive estimate
    speaker: str | None = None
    stance: str = "asserts"  # asserts endorses asks denies hypothetical
    derived_from: str | None = None
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
