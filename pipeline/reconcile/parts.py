"""Parts and wholes across documents, and what a stated revision would make of a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import PERCENT, Finding, Stated
from pipeline.reconcile.relations import core, outer
from pipeline.reconcile.wording import Lang, amount, between, notes, period, said

REVISION = "bijstelling-voorlopig"


def part_findings(figures: Sequence[Stated], parents: Mapping[str, str]) -> Iterator[Finding]:
    """Yield where a part is larger than the whole it belongs to.

    ``parents`` gives for each indicator the one that it is part of. Figures of periods that are
    known to be different are not compared; where a period is missing the explanation says so.
    """
    vouched = [f for f in figures if f.counts and f.is_level]
    for part in vouched:
        for whole in vouched:
            if (
                not _is_part(part.indicator, whole.indicator, parents)
                or part.family != whole.family
            ):
                continue
            if compare_populations(part.population, whole.population) == "population":
                continue
            together = _same_period(part, whole)
            if together is False or not core(whole).below(core(part)):
                continue
            certain = together is True and outer(whole).below(outer(part))
            yield Finding(
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
    factors = [f for f in figures if f.indicator == REVISION and f.low is not None]
    provisional = [
        f for f in figures if "provisional" in f.status and f.is_level and f.value is not None
    ]
    for factor in factors:
        for figure in provisional:
            if figure.document != factor.document or figure.family not in {PERCENT, "count"}:
                continue
            sign = -1 if factor.direction == "down" else 1
            bounds = sorted(
                (figure.value or 0) * (1 + sign * (bound or 0) / 100)
                for bound in _said_bounds(factor)
            )
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


def _is_part(part: str, whole: str, parents: Mapping[str, str]) -> bool:
    seen = {part}
    current = parents.get(part)
    while current is not None and current not in seen:
        if current == whole:
            return True
        seen.add(current)
        current = parents.get(current)
    return False


def _same_period(a: Stated, b: Stated) -> bool | None:
    """True when the periods are equal, False when they are apart, None when that is unknown."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return True
    if a.latest < b.earliest or b.latest < a.earliest:
        return False
    return None


def _said_bounds(factor: Stated) -> tuple[float | None, float | None]:
    return (factor.low, factor.high) if factor.hedge == "range" else (factor.value, factor.value)


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
    start = (
        f"{part.label} is een deel van {whole.label}, maar {said(part)} "
        f"({period(part, 'nl')}{notes(part, 'nl')}) is meer dan {said(whole)} "
        f"({period(whole, 'nl')}{notes(whole, 'nl')})."
    )
    if certain:
        return f"{start} Een van de twee kan niet kloppen, of ze zijn anders geteld."
    return (
        f"{start} Dat kan alleen als het jaar of de groep waarvan het aandeel is genomen verschilt."
    )


def _explain_en(part: Stated, whole: Stated, *, certain: bool) -> str:
    start = (
        f"{part.label} is part of {whole.label}, but {said(part)} "
        f"({period(part, 'en')}{notes(part, 'en')}) is more than {said(whole)} "
        f"({period(whole, 'en')}{notes(whole, 'en')})."
    )
    if certain:
        return f"{start} One of the two cannot be right, or they were counted differently."
    return f"{start} That is possible only if the year or the denominator differs."


def _revision_nl(
    factor: Stated, figure: Stated, bounds: Sequence[float], earlier: Stated | None
) -> str:
    text = (
        f"{said(figure)} ({figure.label}, {period(figure, 'nl')}) is voorlopig. Volgens de tekst "
        f"vielen definitieve cijfers {said(factor)} uit. Als dat ook hier geldt, wordt het "
        f"{_range(bounds, figure, 'nl')}."
    )
    if earlier is None or earlier.value is None or figure.value is None:
        return text
    fell = figure.value < earlier.value
    holds = bounds[1] < earlier.value if fell else bounds[0] > earlier.value
    move = "daling" if fell else "stijging"
    ending = "blijft dan overeind" if holds else "verdwijnt dan"
    return f"{text} De {move} ten opzichte van {said(earlier)} {ending}."


def _revision_en(
    factor: Stated, figure: Stated, bounds: Sequence[float], earlier: Stated | None
) -> str:
    text = (
        f"{said(figure)} ({figure.label}, {period(figure, 'en')}) is provisional. The text says "
        f"that definitive figures came out {said(factor)}. If that holds here too, it becomes "
        f"{_range(bounds, figure, 'en')}."
    )
    if earlier is None or earlier.value is None or figure.value is None:
        return text
    fell = figure.value < earlier.value
    holds = bounds[1] < earlier.value if fell else bounds[0] > earlier.value
    move = "fall" if fell else "rise"
    ending = "then survives" if holds else "then disappears"
    return f"{text} The {move} from {said(earlier)} {ending}."


def _range(bounds: Sequence[float], figure: Stated, lang: Lang) -> str:
    if bounds[1] - bounds[0] < 1e-9:
        return amount(bounds[0], figure.family, lang)
    return between(bounds[0], bounds[1], figure.family, lang)
