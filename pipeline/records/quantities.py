"""Numbers that count or measure something, and numbers that do not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something, as it was said (view offsets).

    ``low``/``high`` are the core interval, ``outer_low``/``outer_high`` the outer one, as in
    ``hedges.toml``; None is unbounded. ``unit`` is as said: percent, percentage_point, EUR,
    per_1000, year, week …, or for a count the lemma of the counted noun (None if it has none).
    """

    start: int
    end: int
    surface: str
    kind: str  # share percentage_point change money count ratio duration age rate …
    unit: str | None
    value: float | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    outer_low: float | None
    outer_high: float | None
    hedge: str  # none above below about at_least at_most range
    direction: str | None = None  # up, down: changes only
    stance: str | None = None  # a stance word: slechts, maar liefst
    part: str | None = None  # base | target: the two levels in 'van 2,2 naar 1,9 procent'
    group: int | None = None  # quantities that were said together share a number
    noun_start: int | None = None  # the counted noun, where it is adjacent
    noun_end: int | None = None
    per: str | None = None  # 'per maand', 'per 1.000 inwoners', as said
    negated: bool = False  # 'geen 2,5 maar 1,5 procent': the 2,5
    comparative: bool = False  # 'meer', 'hoger', 'minder': a difference, not a level
    number_start: int = 0  # the bare number within the surface
    number_end: int = 0


@dataclass(frozen=True, slots=True)
class NonQuantity:
    """A number-like token that is something else (view offsets).

    ``kind``: date, time, phone, postcode, law_article, list_marker, page_number, house_number,
    score, road, name, reference, ordinal, article_word …
    """

    start: int
    end: int
    surface: str
    kind: str
