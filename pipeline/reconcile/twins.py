"""Numbers of two texts that are about one thing, as the numbers themselves say.

Whatever it is called: where both have exactly 368 for 2021, what they have beside it for 2022
should be one number too (``same_series``). And two numbers on one period with the same digits, of
which two changed places (412 and 421, 31,5 and 35,1), are rather one number that somebody wrote
down wrongly (``transposed``). Neither proves anything: a person is told to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.reconcile.matters import is_telling
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import STRETCHES, Stated
from pipeline.reconcile.relations import overlap
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.units import compare_counted

Twins = tuple[Stated, Stated, str]
"""Two figures that are apart, and why they may be about the same thing."""

_BESIDE = 2  # sentences between the numbers of one series that have no common name
_DIGITS = 3  # of a number of which two that changed places are no chance


def twins(figures: Sequence[Stated], others: Sequence[Stated]) -> Iterator[Twins]:
    """Yield the figures of two texts that are apart though they look like one number.

    The figures must be of one place. Each pair comes once, a series before a transposition.
    """
    ones, twos = list(_usable(figures)), list(_usable(others))
    found: set[tuple[str, str]] = set()
    for how, pairs in (("same_series", _series(ones, twos)), ("transposed", _swapped(ones, twos))):
        for a, b in pairs:
            if (a.id, b.id) not in found:
                found.add((a.id, b.id))
                yield a, b, how


def transposed(a: float, b: float) -> bool:
    """Whether two numbers differ in nothing but two digits beside each other that changed places.

    >>> transposed(412, 421), transposed(31.5e6, 35.1e6), transposed(412, 241), transposed(14, 41)
    (True, True, False, False)
    """
    first, second = (f"{value:.2f}".replace(".", "") for value in (a, b))
    apart = [i for i, (x, y) in enumerate(zip(first, second, strict=False)) if x != y]
    if len(first) != len(second) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    i, j = apart
    enough = min(len(each.strip("0")) for each in (first, second)) >= _DIGITS
    return enough and first[i] == second[j] and first[j] == second[i]


def _usable(figures: Iterable[Stated]) -> Iterator[Stated]:
    for figure in figures:
        if figure.counts and figure.is_level and figure.value and figure.kind != "age":
            yield figure


def _swapped(ones: Sequence[Stated], twos: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    by_digits: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for b in twos:
        by_digits[_digits(b)].append(b)
    for a in ones:
        for b in by_digits.get(_digits(a), ()):
            if not (transposed(a.value or 0, b.value or 0) and _comparable(a, b) and _near(a, b)):
                continue
            on_one_time = compare_periods(a, b).sameness in {"same", "within"}
            if a.hedge == b.hedge == "none" and on_one_time and overlap(a, b) == "conflict":
                yield a, b


def _digits(figure: Stated) -> tuple[str, ...]:
    return tuple(sorted(f"{figure.value or 0:.2f}"))


def _series(ones: Sequence[Stated], twos: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The numbers that two texts have beside one that is the same, on another period."""
    same: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for b in twos:
        same[b.value, b.earliest, b.latest, b.family].append(b)
    texts = _Text(ones), _Text(twos)
    for a in ones:
        if a.period_kind not in STRETCHES or a.hedge != "none" or not is_telling(a.value or 0):
            continue
        for b in same.get((a.value, a.earliest, a.latest, a.family), ()):
            if b.hedge != "none" or not _comparable(a, b):
                continue
            beside = texts[0].beside(a), texts[1].beside(b)
            for period in sorted(beside[0].keys() & beside[1].keys()):
                pairs = [
                    (one, two)
                    for one in beside[0][period]
                    for two in beside[1][period]
                    if _comparable(one, two) and _near(one, two)
                ]
                agreed = {f.id for each in pairs if overlap(*each) != "conflict" for f in each}
                apart = [each for each in pairs if not agreed.intersection(f.id for f in each)]
                # Of several the texts do not say which continues the series.
                if len(apart) == 1:
                    yield apart[0]


class _Text:
    """The figures of one text by name and by sentence, so that each is found without a search."""

    def __init__(self, figures: Sequence[Stated]) -> None:
        self._near = Nearby(figures)
        self._named: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
        for figure in figures:
            self._named[figure.indicator, figure.population].append(figure)

    def beside(self, figure: Stated) -> dict[tuple[str, str], list[Stated]]:
        """What it has for other periods: under the same name, or else a sentence or two away."""
        name = figure.indicator, figure.population
        near = (
            f for f in self._near.around(figure, _BESIDE) if name != (f.indicator, f.population)
        )
        return _other_periods(figure, near) | _other_periods(figure, self._named[name])


def _other_periods(
    figure: Stated, figures: Iterable[Stated]
) -> dict[tuple[str, str], list[Stated]]:
    found: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for each in figures:
        other = each.period_kind == figure.period_kind and each.earliest != figure.earliest
        alike = (each.family, each.per) == (figure.family, figure.per)
        if other and alike and not _runs_on(each):
            found[each.earliest or "", each.latest or ""].append(each)
    return found


def _comparable(a: Stated, b: Stated) -> bool:
    if (a.place, a.family, a.per) != (b.place, b.family, b.per) or a.document == b.document:
        return False
    if a.known and b.known and a.indicator != b.indicator:
        return False  # their definitions say that they differ
    if compare_populations(a.population, b.population) == "population":
        return False
    if a.family == "count":
        return compare_counted(a.unit, b.unit) != "counted"
    return a.unit == b.unit


def _runs_on(figure: Stated) -> bool:
    """Whether its period was not over when the text appeared, so that the number grows on."""
    return (figure.latest or "") > (figure.published_latest or "9999")


def _near(a: Stated, b: Stated) -> bool:
    return a.is_near(b, sameness().most_apart)
