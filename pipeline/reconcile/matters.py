"""What a text is about, beside its place, and what two texts share of that.

Two texts on one swimming pool share its name, its director or the exact number of its visitors.
Bodies that work in the whole country (CBS, UWV) and words that stand in every council paper tell
nothing. What is shared is a fact about two texts alone: it does not change when a base grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.reconcile.records import Stated
from pipeline.reconcile.sameness import sameness

RARE_DIGITS = 3  # up to its closing zeros, of a number that nobody hits on by chance
_DECIMALS = 2  # of a number as people say it; a third has more

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a document names and counts.

    ``names`` are those of buildings, organisations and the like, ``words`` the nouns that its
    figures are about and the long ones of its title, ``text`` all its long words.
    """

    document: str
    earliest: str | None
    latest: str | None
    names: frozenset[str]
    persons: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[tuple[float, str]]
    text: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common, and how much that weighs."""

    names: tuple[str, ...]
    persons: tuple[str, ...]
    numbers: tuple[tuple[float, str], ...]
    words: tuple[str, ...]

    @property
    def points(self) -> int:
        """The weight of it; ``sameness.toml`` says how much is needed."""
        points = sameness().points
        return (
            points["name"] * len(self.names)
            + points["person"] * len(self.persons)
            + points["number"] * len(self.numbers)
            + points["word"] * min(len(self.words), sameness().most_words)
        )


def shared(a: Matter, b: Matter) -> Shared:
    """Return what two texts have in common.

    >>> def text(*names: str) -> Matter:
    ...     none: frozenset[str] = frozenset()
    ...     return Matter("d", None, None, frozenset(names), none, none, frozenset(), none)
    >>> shared(text("Lingebad"), text("Lingebad", "De Bries")).names
    ('Lingebad',)
    """
    return Shared(
        tuple(sorted(a.names & b.names)),
        tuple(sorted(a.persons & b.persons)),
        tuple(sorted(a.numbers & b.numbers)),
        tuple(sorted(a.words & b.text | b.words & a.text)),
    )


def near_in_time(a: Matter, b: Matter) -> bool:
    """Whether two texts may have appeared so close together that one matter was in the news."""
    return appeared_near((a.earliest, a.latest), (b.earliest, b.latest))


def appeared_near(a: Days, b: Days) -> bool:
    """The same of the first and the last day on which each of two texts may have appeared."""
    return all(
        (_day(late) - _day(early)).days <= sameness().days
        for late, early in ((a[0], b[1]), (b[0], a[1]))
        if late and early
    )


def days_apart(a: Matter, b: Matter) -> int:
    """The most days that may lie between the appearance of two texts with dates."""
    first, second = sorted((a, b), key=lambda each: (each.earliest or "", each.latest or ""))
    begin, end = first.earliest or "0001-01-01", second.latest or second.earliest or "9999-12-31"
    return (_day(end) - _day(begin)).days


def telling_numbers(figures: Sequence[Stated]) -> frozenset[tuple[float, str]]:
    """The numbers of a text that another text would not have by chance: 268.000, 1.642, 5,75."""
    return frozenset(
        (figure.value, figure.family)
        for figure in figures
        if figure.value is not None and figure.hedge == "none" and is_telling(figure.value)
    )


def is_telling(value: float) -> bool:
    """Whether a number has at least three digits up to its closing zeros.

    >>> is_telling(268_000), is_telling(5.75), is_telling(2_100_000), is_telling(40)
    (True, True, False, False)
    """
    return significant_digits(value) >= RARE_DIGITS and is_said(value)


def significant_digits(value: float) -> int:
    """Return how many digits a number has up to its closing zeros.

    >>> significant_digits(268_000), significant_digits(8.2), significant_digits(40)
    (3, 2, 1)
    """
    return len(f"{value:.4f}".rstrip("0").replace(".", "").strip("0"))


def is_said(value: float) -> bool:
    """Whether a number is one that people say, and not what comes of dividing: a third."""
    return round(value, _DECIMALS) == value


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
