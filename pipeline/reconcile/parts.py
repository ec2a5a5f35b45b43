"""Parts and wholes across documents, and what a stated revision would make of a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.markers import says_revised
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import PERCENT, Finding, Stated
from pipeline.reconcile.relations import core, outer
from pipeline.reconcile.units import compare_counted
from pipeline.reconcile.wording import Lang, amount, between, notes, period, said, unit_of

_MOST_WHOLES = 50  # that one part is held against
REVISION = "bijstelling-voorlopig"


def part_findings(figures: Sequence[Stated], parents: Mapping[str, str]) -> Iterator[Finding]:
    """Yield where a part is larger than the whole it belongs to.

    ``parents`` gives for each indicator the one that it is part of. Figures of periods that are
    known to be different are not compared; where a period is missing the explanation says so.
    """
    levels: dict[str, list[Stated]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: f.id):
        if figure.counts and figure.is_level:
            levels[figure.indicator].append(figure)
    for indicator in sorted(levels):
        for ancestor in _ancestors(indicator, parents):
            for part, whole in _larger(levels[indicator], levels.get(ancestor, ())):
                found = _exceeds(part, whole)
                if found is not None:
                    yield found


def _larger(parts: Sequence[Stated], wholes: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The pairs in which the part may be the larger one; of many wholes only the smallest."""
    ordered = sorted(wholes, key=lambda whole: (core(whole).high, whole.id))
    highs = [core(whole).high for whole in ordered]
    for part in parts:
        smaller = bisect_right(highs, core(part).low)
        for whole in ordered[: min(smaller, _MOST_WHOLES)]:
            yield part, whole


def _exceeds(part: Stated, whole: Stated) -> Finding | None:
    if part.family != whole.family or part.per != whole.per:
        return None
    if part.family == "count" and compare_counted(part.unit, whole.unit) == "counted":
        return None
    if compare_populations(part.population, whole.population) == "population":
        return None
    together = _same_period(part, whole)
    if together is False or not core(whole).below(core(part)):
        return None
    # A share says nothing certain while the group that it is a share of is not named.
    denominators_known = part.family != PERCENT or (
        part.population is not None
        and compare_populations(part.population, whole.population) is None
    )
    certain = together is True and denominators_known and outer(whole).below(outer(part))
    return Finding(
        kind="part_exceeds_whole",
        severity="error" if certain else "warning",
        place=part.place,
        explanation_nl=_explain_nl(part, whole, certain=certain),
        explanation_en=_explain_en(part, whole, certain=certain),
        members=((part.id, "part"), (whole.id, "whole")),
    )


def revision_findings(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Yield what a stated revision factor makes of the provisional figures of the same text.

    'Eerder waren de definitieve cijfers 5 tot 6 procent hoger' says what 6,36 percent may become,
    and whether a fall from 8,78 survives it.
    """
    factors = [f for f in figures if f.indicator == REVISION and f.counts]
    provisional = [
        f for f in figures if "provisional" in f.status and f.is_level and f.value is not None
    ]
    for factor in factors:
        for figure in provisional:
            if figure.document != factor.document or figure.family not in {PERCENT, "count"}:
                continue
            bounds = _bounds(factor, figure)
            if bounds is None:
                continue
            earlier = _earlier(figure, figures)
            yield Finding(
                kind="revision",
                severity="info",
                place=figure.place,
                explanation_nl=_revision_nl(factor, figure, bounds, earlier),
                explanation_en=_revision_en(factor, figure, bounds, earlier),
                members=(
                    (factor.id, "factor"),
                    (figure.id, "provisional"),
                    *(((earlier.id, "base"),) if earlier else ()),
                ),
            )


def _ancestors(indicator: str, parents: Mapping[str, str]) -> list[str]:
    """What an indicator is part of, directly or through another."""
    found: list[str] = []
    current = parents.get(indicator)
    while current is not None and current not in (indicator, *found):
        found.append(current)
        current = parents.get(current)
    return found


def _same_period(a: Stated, b: Stated) -> bool | None:
    """True when the periods are equal, False when they are apart, None when that is unknown."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    if "vague" in {a.period_kind, b.period_kind}:
        return None
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return True
    if a.latest < b.earliest or b.latest < a.earliest:
        return False
    return None


def _bounds(factor: Stated, figure: Stated) -> tuple[float, float] | None:
    """What a figure becomes when it is revised by a factor; None where that is not said.

    The factor is taken as said (5 to 6 percent), not widened by rounding.
    """
    if factor.hedge == "range":
        said_low, said_high = factor.low, factor.high
    else:
        said_low = said_high = factor.value
    sign = _sign(factor)
    if said_low is None or said_high is None or sign is None or figure.value is None:
        return None
    ends = sorted(figure.value * (1 + sign * bound / 100) for bound in (said_low, said_high))
    return ends[0], ends[1]


def _sign(factor: Stated) -> int | None:
    if factor.direction is not None:
        return -1 if factor.direction == "down" else 1
    up, down = says_revised(factor, "up"), says_revised(factor, "down")
    if up == down:
        return None
    return 1 if up else -1


def _earlier(figure: Stated, figures: Sequence[Stated]) -> Stated | None:
    """The figure of an earlier period that the provisional one is held against in its text."""
    options = [
        f
        for f in figures
        if f.document == figure.document
        and f.indicator == figure.indicator
        and f.place == figure.place
        and f.family == figure.family
        and f.is_level
        and f.latest is not None
        and figure.earliest is not None
        and f.latest < figure.earliest
    ]
    return max(options, key=lambda f: f.latest or "") if options else None


def _explain_nl(part: Stated, whole: Stated, *, certain: bool) -> str:
    apart = part.source != whole.source or part.title != whole.title
    start = (
        f"‘{part.label}’ is een deel van ‘{whole.label}’, maar het deel is groter dan het geheel: "
        f"{said(part)} ({period(part, 'nl')}){notes(part, 'nl', with_source=apart)} "
        f"tegenover {said(whole)} ({period(whole, 'nl')}){notes(whole, 'nl')}."
    )
    if certain:
        return f"{start} Een van de twee klopt niet, of ze zijn anders geteld."
    return (
        f"{start} Dat kan alleen kloppen als de cijfers over een ander jaar of een andere groep "
        "gaan, of anders zijn geteld."
    )


def _explain_en(part: Stated, whole: Stated, *, certain: bool) -> str:
    apart = part.source != whole.source or part.title != whole.title
    start = (
        f"‘{part.label}’ is part of ‘{whole.label}’, but the part is larger than the whole: "
        f"{said(part)} ({period(part, 'en')}){notes(part, 'en', with_source=apart)} "
        f"against {said(whole)} ({period(whole, 'en')}){notes(whole, 'en')}."
    )
    if certain:
        return f"{start} One of the two is wrong, or they were counted differently."
    return (
        f"{start} Both can be right only if they are about another year or another group, or were "
        "counted differently."
    )


def _revision_nl(
    factor: Stated, figure: Stated, bounds: tuple[float, float], earlier: Stated | None
) -> str:
    move = "lager" if _sign(factor) == -1 else "hoger"
    text = (
        f"{said(figure)} ({figure.label}, {period(figure, 'nl')}) is een voorlopig cijfer. Volgens "
        f"de tekst vielen definitieve cijfers {move} uit dan voorlopige ({said(factor)}). Geldt "
        f"dat hier ook, dan wordt het {_range(bounds, figure, 'nl')}."
    )
    survival = _survives(figure, bounds, earlier)
    if survival is None or earlier is None:
        return text
    fell, holds = survival
    move = "daling" if fell else "stijging"
    ending = "blijft het ook dan een" if holds else "is het dan niet meer zeker een"
    return f"{text} Vergeleken met {said(earlier)} ({period(earlier, 'nl')}) {ending} {move}."


def _revision_en(
    factor: Stated, figure: Stated, bounds: tuple[float, float], earlier: Stated | None
) -> str:
    move = "lower" if _sign(factor) == -1 else "higher"
    text = (
        f"{said(figure)} ({figure.label}, {period(figure, 'en')}) is a provisional figure. The "
        f"text says that definitive figures came out {move} than provisional ones "
        f"({said(factor)}). If that holds here too, it becomes {_range(bounds, figure, 'en')}."
    )
    survival = _survives(figure, bounds, earlier)
    if survival is None or earlier is None:
        return text
    fell, holds = survival
    move = "fall" if fell else "rise"
    ending = "is still a" if holds else "is then no longer certainly a"
    return f"{text} Compared with {said(earlier)} ({period(earlier, 'en')}) it {ending} {move}."


def _survives(
    figure: Stated, bounds: tuple[float, float], earlier: Stated | None
) -> tuple[bool, bool] | None:
    """Whether a figure fell, and whether that still holds after revision; None if it did not move.

    Held against the whole interval of the earlier figure, so that rounding decides nothing.
    """
    if earlier is None or earlier.value is None or figure.value in {None, earlier.value}:
        return None
    revised, before = Interval(*bounds), core(earlier)
    fell = (figure.value or 0.0) < earlier.value
    return fell, revised.below(before) if fell else before.below(revised)


def _range(bounds: tuple[float, float], figure: Stated, lang: Lang) -> str:
    unit = unit_of(figure)
    if figure.family == "count":
        bounds = (float(round(bounds[0])), float(round(bounds[1])))
    if bounds[1] - bounds[0] < 1e-9:
        return amount(bounds[0], unit, lang)
    return between(bounds[0], bounds[1], unit, lang)
