"""One figure that two texts tell, whatever each of them calls it.

Two newspapers write about one report: '61 inbraakpogingen' in the one, '61 incidenten' in the
other. Names that are made from the words of a text seldom meet, and numbers do. How much that
proves depends on the number: that two texts have 437 or 8,2 is no chance, where 3 and a quarter
are everywhere. So the number, the words, the place and the period beside it, and what the texts
share as a whole are weighed together: the rarer the number, the less the words must agree.

Only agreement is concluded from this, never a contradiction: numbers that differ are rather two
figures than one. A figure of the one text is that of one figure of the other, the likeliest.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.reconcile.cited import speaks_of_news
from pipeline.reconcile.corrections import corrected
from pipeline.reconcile.labels import label_words, sentence_words
from pipeline.reconcile.matters import (
    RARE_DIGITS,
    Matter,
    appeared_near,
    days_apart,
    is_said,
    near_in_time,
    shared,
    significant_digits,
)
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import PERCENT, Comparison, Stated
from pipeline.reconcile.relations import overlap, unit_doubts
from pipeline.reconcile.sameness import sameness

_TWO = 2  # digits from which on a number that two texts have is something that they share
_ROUND = 5  # shares that are a multiple of it are everywhere: a quarter, half, 70 percent
_CORRECTED = 3  # sentences between a number and the one that takes its place
_NAMED = frozenset({"stated", "table_head", "question"})
_MOVES = frozenset({"level", "change"})  # '8,2 procent' of a text, '8,2 procent hoger' of another

Pairs = dict[tuple[str, str], Comparison]


@dataclass(frozen=True, slots=True)
class Country:
    """Where places lie: ``parents`` by the id of a place, and the ids of what is a country."""

    parents: Mapping[str, str]
    wide: frozenset[str]

    def holds(self, place: str, other: str) -> bool:
        """Whether the one place lies in the other, or is it."""
        reached: str | None = other
        while reached is not None and reached != place:
            reached = self.parents.get(reached)
        return reached == place


@dataclass(frozen=True, slots=True)
class _Echo:
    """Two figures that may be one, what speaks for that, and how much it weighs."""

    a: Stated
    b: Stated
    weight: float
    reasons: tuple[str, ...]


def retold(
    figures: Sequence[Stated],
    others: Sequence[Stated],
    about: tuple[Matter, Matter],
    country: Country,
) -> Pairs:
    """Return the figures that two documents both tell, as comparisons that ``agree``.

    The reasons say what they were recognised by: ``same_number`` or ``intervals``,
    ``shared_words``, ``same_place``, ``same_period``. The outcome does not depend on which of the
    two documents comes first.
    """
    if not near_in_time(*about) or about[0].earliest is None or about[1].earliest is None:
        return {}
    texts = [_told(each) for each in (figures, others)]
    both = _numbers(texts[0]) & _numbers(texts[1])
    common = shared(*about)
    fresh = days_apart(*about) <= sameness().news_days
    found = []
    for a, b in _near(*texts):
        a, b = sorted((a, b), key=lambda figure: figure.id)
        own = _number(a) if a.value == b.value else None
        telling = sameness().points["number"] if own in common.numbers else 0
        matter = common.points - telling + len(both) - (own in both)
        if matter >= sameness().least:
            echo = _echo(a, b, matter, country, fresh=fresh)
            if echo is not None:
                found.append(echo)
    return _likeliest(found)


def may_be_retold(a: Stated, b: Stated) -> bool:
    """Whether two figures have one number and appeared near in time: what costs little to see."""
    published = [(f.published_earliest, f.published_latest) for f in (a, b)]
    return _rarity(a, b) is not None and appeared_near(*published)


def rare_numbers(figures: Sequence[Stated]) -> frozenset[tuple[float, str | None]]:
    """Return the numbers by which another text on the same matter is found, with their units.

    None is any unit: of a number with three digits it does not matter what is counted.
    """
    units = {"percent": ("percent", "percentage_point")}
    return frozenset(
        (figure.value or 0.0, unit if digits(figure) < RARE_DIGITS else None)
        for figure in figures
        if digits(figure) >= _TWO
        for unit in units.get(figure.family, (figure.unit,))
    )


def _likeliest(echoes: Sequence[_Echo]) -> Pairs:
    """Give each figure the likeliest of its echoes; another that is equal is of something else."""
    taken: set[str] = set()
    pairs: Pairs = {}
    for each in sorted(echoes, key=lambda e: (-e.weight, e.a.id, e.b.id)):
        a, b = each.a, each.b
        if not taken.intersection((a.id, b.id)):
            taken |= {a.id, b.id}
            pairs[a.id, b.id] = Comparison(a.id, b.id, "agree", each.reasons)
    return pairs


def _told(figures: Sequence[Stated]) -> list[Stated]:
    """The figures for which a text stands: not those that it takes back itself."""
    near = Nearby(figures)
    pairs = ((a, b) for a in figures for b in near.around(a, _CORRECTED) if a.family == b.family)
    wrong = {taken[0].id for a, b in pairs if (taken := corrected(a, b)) is not None}
    return [figure for figure in figures if _is_told(figure) and figure.id not in wrong]


def _is_told(figure: Stated) -> bool:
    """Whether somebody vouches for the number, and the text itself has it.

    'Van 16,2 naar 19,6 miljoen' says 16,2 and 19,6; the difference is ours.
    """
    ours = figure.kind == "change" and figure.together is not None and figure.part is None
    return bool(figure.counts and figure.value and figure.kind != "age" and not ours)


def _number(figure: Stated) -> tuple[float, str]:
    return figure.value or 0.0, figure.family


def _numbers(figures: Sequence[Stated]) -> frozenset[tuple[float, str]]:
    return frozenset(_number(f) for f in figures if digits(f) >= _TWO)


def digits(figure: Stated) -> int:
    """Return how rare a number is: its digits but for closing zeros, at most three.

    Shares that everybody says (a third, 25 percent) have one.

    >>> # 437: 3; 8,2 percent: 2; 34.000 euros: 2; 'een op de zes', 40 percent: 1
    """
    value = abs(figure.value or 0.0)
    if figure.family == PERCENT and (value % _ROUND == 0 or not is_said(value)):
        return 1
    return min(significant_digits(value), RARE_DIGITS)


def _near(ones: Sequence[Stated], twos: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The pairs of one family whose numbers may be one, found without trying all."""
    families: dict[str, list[Stated]] = defaultdict(list)
    for figure in sorted(twos, key=lambda f: abs(f.value or 0)):
        families[figure.family].append(figure)
    values = {name: [abs(f.value or 0) for f in each] for name, each in families.items()}
    most = sameness().most_counted
    for a in ones:
        value, ordered = abs(a.value or 0), values.get(a.family, [])
        reach = bisect_left(ordered, value / most), bisect_right(ordered, value * most)
        for b in families[a.family][slice(*reach)] if ordered else ():
            if a.value == b.value or _touch(a, b):
                yield a, b


def _touch(a: Stated, b: Stated) -> bool:
    """Whether two intervals are not plainly apart: of two long tables most numbers are."""
    return not (
        (a.high is not None and b.low is not None and a.high < b.low)
        or (b.high is not None and a.low is not None and b.high < a.low)
    )


def _echo(a: Stated, b: Stated, matter: int, country: Country, *, fresh: bool) -> _Echo | None:
    """Weigh what speaks for it that two figures are one; None where it is not enough."""
    rules = sameness()
    number = _rarity(a, b)
    if number is None or not _may_be_one(a, b, number):
        return None
    place = _one_place(a, b, country, fresh=fresh, certain=number == RARE_DIGITS)
    period = _one_period(a, b)
    if place is None or period is None:
        return None
    words = min(len(_content(a) & _content(b)), rules.most_echoed)
    # 'Twee keer' stands everywhere: there the news and the sentences must be one as well.
    if number < _TWO and not (fresh and words and words + place + period >= rules.most_echoed):
        return None
    beside = number + words + place + period
    weight = beside + min(matter / rules.matter_weight, rules.most_matter)
    if beside < rules.beside or weight < rules.needed:
        return None
    said = (
        "retold",
        "same_number" if a.value == b.value else "intervals",
        *(["shared_words"] if words else []),
        *(["same_place"] if place > 0 else []),
        *(["same_period"] if period > 0 else []),
        *(["same_voice"] if a.voice == b.voice else []),
        *(["cited"] if speaks_of_news(a) or speaks_of_news(b) else []),
    )
    return _Echo(a, b, weight, said)


def _rarity(a: Stated, b: Stated) -> int | None:
    """How rare the number is that two figures have: that of the one that is rounded more."""
    least = min(digits(a), digits(b))
    if a.value == b.value:
        return least
    fits = overlap(a, b) == "agree" or _just_over(a, b) or _just_over(b, a)
    return min(least, _TWO) if fits else None


def _just_over(bound: Stated, figure: Stated) -> bool:
    """Whether a number is the next one over a bound: 17,6 million is 'meer dan 17,5'."""
    if bound.hedge != "at_least" or figure.hedge != "none":
        return False
    over = (figure.value or 0) / (bound.value or 1)
    return 1 < over <= sameness().just_over


def _may_be_one(a: Stated, b: Stated, number: int) -> bool:
    """Whether nothing that the texts say of two figures makes them two."""
    if unit_doubts(a, b) is None or (a.family == "duration" and a.unit != b.unit):
        return False
    # Of a number that stands for little a rise and a level are rather two things.
    moves = number >= _TWO and {a.claim, b.claim} <= _MOVES
    if a.claim != b.claim and not moves:
        return False
    if a.direction and b.direction and a.direction != b.direction:
        return False
    groups = compare_populations(a.population, b.population)
    return groups != "population" or number == RARE_DIGITS


def _one_place(a: Stated, b: Stated, country: Country, *, fresh: bool, certain: bool) -> int | None:
    """1 for one place, 0 where it says little or is not sure, None where there are two.

    Where one text does not name the place with the number, it may have been read too wide or too
    narrow, or (where the number is ``certain`` to be one) wrongly; in the news of one week that is
    likelier than that the number is there twice.
    """
    if a.place == b.place and a.place is not None and a.place not in country.wide:
        return 1
    if not fresh:
        return None
    if a.place is None or b.place is None or a.place == b.place:
        return 0
    nested = country.holds(a.place, b.place) or country.holds(b.place, a.place)
    sure = a.place_method in _NAMED and b.place_method in _NAMED
    return 0 if (nested or certain) and not sure else None


def _one_period(a: Stated, b: Stated) -> int | None:
    """1 for one period that a text names, None where they are two, -1 where that is not sure.

    A text that names no time for what happened in January tells it in the news of June. What rose
    on Tuesday and rises as much on Wednesday rose twice.
    """
    named = [figure.period_method in _NAMED for figure in (a, b)]
    (begin, end), (other_begin, other_end) = (
        (figure.earliest or "0000", figure.latest or "9999") for figure in (a, b)
    )
    if end < other_begin or other_end < begin:
        if all(named):
            return None
        if a.of_publication != b.of_publication:
            return 0
        return None if "change" in {a.claim, b.claim} else -1
    return 1 if any(named) and (begin, end) == (other_begin, other_end) else 0


def _content(figure: Stated) -> frozenset[str]:
    """The words of a figure and its sentence that another sentence with a number need not have."""
    rules = sameness()
    place = label_words(f"{figure.place_name or ''} {figure.unit or ''}")
    words = sentence_words(figure.sentence) | label_words(figure.label)
    return frozenset(w for w in words - rules.everywhere - place if len(w) >= rules.least_letters)
