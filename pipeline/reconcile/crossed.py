"""What one text says in percent and another in numbers: do the two go together?

'18 procent meer fietsdiefstallen' in the newspaper, 'van 1.360 naar 1.534' in the letter to the
council: that is 13 percent. '8 procent van de huurwoningen' and '612 van de 4.820' are 8 and 13.
No group holds such figures together, because their units differ. Only what does not go together
is told, and as something to look at: the two texts may mean different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from pipeline.reconcile import markers
from pipeline.reconcile.growth import explained, goes, moved
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.labels import label_words, sentence_words
from pipeline.reconcile.matters import Matter, Shared, near_in_time, shared
from pipeline.reconcile.meetings import why
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.recomputed import Sum, outcome
from pipeline.reconcile.records import PERCENT, STRETCHES, Finding, Stated
from pipeline.reconcile.relations import core, outer
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.wording import Lang, number, period, remarks, said, source
from pipeline.store.stems import stem

_SLACK = 1.0  # points between a share and the numbers it may be rounded from
_Key = tuple[str | None, str | None, str]  # first and last day, stem of a word of the name


def crossed(
    figures: Sequence[Stated], others: Sequence[Stated], about: tuple[Matter, Matter]
) -> Iterator[Finding]:
    """Yield what two texts on one matter say in percent and in numbers that do not go together.

    The outcome does not depend on which of the two comes first.
    """
    if not near_in_time(*about):
        return
    common = shared(*about)
    if common.points < sameness().least:
        return
    for one, other in ((figures, others), (others, figures)):
        yield from _changes(one, other, common)
        yield from _shares(one, other, common)


def _changes(
    figures: Sequence[Stated], others: Sequence[Stated], common: Shared
) -> Iterator[Finding]:
    """A change in percent of the one text that the levels of the other do not make."""
    moves: dict[_Key, list[tuple[Stated, Stated]]] = defaultdict(list)
    for base, target in _movements(others):
        for word in _telling(target):
            moves[target.earliest, target.latest, word].append((base, target))
    text = Nearby(figures)
    for change in figures:
        if not (change.counts and change.claim == "change" and change.unit == PERCENT):
            continue
        if change.value is None or change.period_kind not in STRETCHES or change.base is not None:
            continue
        found = {
            (base.id, target.id): (base, target)
            for word in _telling(change)
            for base, target in moves.get((change.earliest, change.latest, word), ())
            if _alike(change, target)
        }
        # Of several movements the text does not say which one it means.
        if len(found) != 1 or explained(change, text):
            continue
        base, target = next(iter(found.values()))
        total = moved(change, base, target)
        if total is not None and not (total.fits(change) and goes(change, base, target)):
            yield _told(change, total, common)


def _movements(figures: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The levels of a text on one thing in two periods of which the one follows the other."""
    levels = [
        f
        for f in figures
        if f.counts and f.is_level and f.value and f.kind in {"count", "money"} and f.latest
    ]
    ends: dict[tuple[str | None, ...], list[Stated]] = defaultdict(list)
    for f in levels:
        ends[*_series(f), f.latest].append(f)
    for target in levels:
        if target.period_kind not in STRETCHES or target.earliest is None:
            continue
        before = (date.fromisoformat(target.earliest) - timedelta(days=1)).isoformat()
        bases = {f.value: f for f in ends.get((*_series(target), before), ())}
        if len(bases) == 1:
            yield next(iter(bases.values())), target


def _series(figure: Stated) -> tuple[str | None, ...]:
    """What the levels of one thing have in common from period to period."""
    return figure.indicator, figure.population, figure.per, figure.unit, figure.period_kind


def _shares(
    figures: Sequence[Stated], others: Sequence[Stated], common: Shared
) -> Iterator[Finding]:
    """A share of the one text that '612 van de 4.820' of the other does not make."""
    counted: dict[tuple[str | None, str | None], list[tuple[Stated, float]]] = defaultdict(list)
    for part in others:
        if part.kind != "count" or not part.counts or not part.is_level or part.hedge != "none":
            continue
        whole = markers.counted_of(part)
        if whole is not None and part.value and whole > part.value:
            counted[part.earliest, part.latest].append((part, whole))
    for share in figures:
        if share.kind != "share" or not (share.counts and share.is_level and share.earliest):
            continue
        found = [
            (part, whole)
            for part, whole in counted.get((share.earliest, share.latest), ())
            if share.voice != part.voice and _names(share) <= sentence_words(part.sentence)
        ]
        if len(found) != 1:
            continue
        part, whole = found[0]
        value = 100 * (part.value or 0) / whole
        loose = Interval(value - _SLACK, value + _SLACK)
        if not (loose.overlaps(core(share)) or loose.overlaps(outer(share))):
            words = f"{said(part)} van de {number(whole, 'nl')}"
            english = f"{said(part)} of the {number(whole, 'en')}"
            total = Sum(Interval(value, value), ((part, "part"),), words, english)
            yield _told(share, total, common)


def _names(figure: Stated) -> frozenset[str]:
    """The stems of what a share is about and of its group, of which there must be two."""
    words = label_words(figure.label) | label_words(figure.population or "")
    return words if len(words) > 1 else frozenset({""})


def _telling(figure: Stated) -> frozenset[str]:
    """The stems of a name that say what it is about: not 'aantal', not 'inwoner'."""
    return label_words(figure.label) - _empty()


@cache
def _empty() -> frozenset[str]:
    rules = sameness()
    return frozenset(stem(word) for word in (*rules.empty, *rules.common))


def _alike(change: Stated, target: Stated) -> bool:
    return (
        change.place == target.place
        and change.voice != target.voice
        and compare_populations(change.population, target.population) != "population"
    )


def _told(stated: Stated, total: Sum, common: Shared) -> Finding:
    nl, en = (_explain(stated, total, common, lang) for lang in ("nl", "en"))
    parts = tuple((figure.id, part) for figure, part in total.parts)
    return Finding(
        kind="possible_conflict",
        severity="warning",
        place=stated.place,
        explanation_nl=nl,
        explanation_en=en,
        members=((stated.id, "stated"), *parts),
    )


def _explain(stated: Stated, total: Sum, common: Shared, lang: Lang) -> str:
    other = total.parts[-1][0]
    about = "; ".join([stated.label, period(stated, lang), *remarks(stated, lang)])
    words = total.nl if lang == "nl" else total.en
    return _TEMPLATE[lang].format(
        source(stated, lang),
        said(stated),
        about,
        source(other, lang),
        words,
        other.label,
        period(other, lang),
        outcome(total.computed, PERCENT, lang) + _direction(total, lang),
        why(common, lang),
    )


def _direction(total: Sum, lang: Lang) -> str:
    """Which way the numbers go, where they are two levels: ' meer', ' minder'."""
    parts = {part: figure for figure, part in total.parts}
    if "base" not in parts:
        return ""
    up = (parts["target"].value or 0) >= (parts["base"].value or 0)
    return (" meer" if up else " minder") if lang == "nl" else (" more" if up else " less")


_TEMPLATE = {
    "nl": "Een percentage en aantallen uit twee teksten passen niet bij elkaar, als ze over "
    "hetzelfde gaan; zeker is dat niet. {}: {} ({}). {}: {} ({}; {}); dat is {}. {}",
    "en": "A percentage and numbers of two texts do not go together, if they are about the same "
    "thing; that is not certain. {}: {} ({}). {}: {} ({}; {}); that is {}. {}",
}
