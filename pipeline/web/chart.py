"""A picture of the figures of a group: when, how much, and how wide the margins are (SVG)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10
from typing import Final

from markupsafe import Markup

from pipeline.store.words import number

_WIDTH: Final = 720
_HEIGHT: Final = 260
_LEFT: Final = 64
_RIGHT: Final = 24
_TOP: Final = 16
_BOTTOM: Final = 34
_TICKS: Final = 4
_COLOURS: Final = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to draw: ordinal days, core and outer interval, what was said, and its page.

    ``label`` says what is measured: what is not the same gets another colour.
    """

    first: int
    last: int
    low: float
    high: float
    outer_low: float
    outer_high: float
    said: str
    href: str
    label: str
    faded: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float
    low: float
    high: float

    def x(self, day: float) -> float:
        return _LEFT + (day - self.first) / (self.last - self.first) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return _HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM)


def ordinal(day: str) -> int:
    """Return the number of an ISO day."""
    return date.fromisoformat(day).toordinal()


def draw(points: Sequence[Point]) -> Markup | None:
    """Return the picture, or None when fewer than two figures can be drawn."""
    if len(points) < 2:
        return None
    scale = _scale(points)
    colours = {label: colour for colour, label in legend(points)}
    ordered = sorted(points, key=lambda point: point.first)
    marks = [_mark(point, scale, colours[point.label]) for point in ordered]
    body = Markup("").join([*_grid(scale), *marks])
    return Markup(
        '<svg class="verloop" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>'
    ).format(_WIDTH, _HEIGHT, "De cijfers in de tijd, met hun marges", body)


def legend(points: Sequence[Point]) -> list[tuple[str, str]]:
    """Return the class of the colour of each label, and the label."""
    labels = sorted({point.label for point in points})
    return [(f"kleur{number % _COLOURS}", label) for number, label in enumerate(labels)]


def _scale(points: Sequence[Point]) -> _Scale:
    first = min(point.first for point in points)
    last = max(point.last for point in points)
    low = min(point.outer_low for point in points)
    high = max(point.outer_high for point in points)
    margin = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    days = max(30, (last - first) * 0.04)
    # Nothing that is counted or measured here lies below zero unless a figure does.
    bottom = max(0.0, low - margin) if low >= 0 else low - margin
    return _Scale(first - days, last + days, bottom, high + margin)


def _grid(scale: _Scale) -> list[Markup]:
    parts = []
    step = _step(scale.high - scale.low)
    value = (floor(scale.low / step) + 1) * step
    while value < scale.high:
        y = round(scale.y(value), 1)
        parts.append(
            Markup(
                '<path class="lijn" d="M{} {}H{}"/><text x="{}" y="{}" class="as y">{}</text>'
            ).format(_LEFT, y, _WIDTH - _RIGHT, _LEFT - 8, y + 4, number(round(value, 8)))
        )
        value += step
    begin = date.fromordinal(max(1, int(scale.first))).year
    end = date.fromordinal(int(scale.last)).year
    every = max(1, -(-(end - begin + 1) // 12))
    for year in range(begin, end + 1, every):
        # In the middle of what is shown of the year: the last year may have only begun.
        shown = (
            max(scale.first, date(year, 1, 1).toordinal()),
            min(scale.last, date(year, 12, 31).toordinal()),
        )
        parts.append(
            Markup('<text x="{}" y="{}" class="as x">{}</text>').format(
                round(scale.x(sum(shown) / 2), 1), _HEIGHT - 10, year
            )
        )
    return parts


def _step(extent: float) -> float:
    rough = extent / _TICKS
    size: float = 10.0 ** floor(log10(rough))
    return next((size * each for each in (1, 2, 5) if size * each >= rough), size * 10)


def _mark(point: Point, scale: _Scale, colour: str) -> Markup:
    left, right = scale.x(point.first), scale.x(point.last + 1)
    width = max(6.0, right - left)
    left = (left + right - width) / 2

    def box(kind: str, low: float, high: float) -> Markup:
        top, bottom = scale.y(high), scale.y(low)
        height = max(3.0, bottom - top)
        return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
            kind,
            round(left, 1),
            round((top + bottom - height) / 2, 1),
            round(width, 1),
            round(height, 1),
        )

    return Markup('<a href="{}" class="{}"><title>{}</title>{}{}</a>').format(
        point.href,
        "oud" if point.faded else colour,
        point.said,
        box("ruim", point.outer_low, point.outer_high),
        box("kern", point.low, point.high),
    )
