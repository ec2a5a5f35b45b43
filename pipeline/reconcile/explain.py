"""The explanation of a verdict: what was said, for when, and why it does or does not clash.

Written for a member of a municipal council: no codes, the quoted words, one reason a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.reconcile.best import Best
from pipeline.reconcile.phrases import (
    CLASH,
    CLASH_CHANGES,
    COPIES,
    COPY,
    DEPRECATED,
    LISTED,
    MORE,
    MORE_CLASHES,
    NOTE,
    OPENING,
    PER_PERIOD,
    SOURCES,
    UNITS,
    WHY,
)
from pipeline.reconcile.records import Comparison, Member, Stated
from pipeline.reconcile.wording import (
    Lang,
    amount,
    interval,
    line,
    listing,
    notes,
    period,
    said,
    unit_of,
)

_MOST_LINES = 12
_MOST_CLASHES = 3
Relations = Mapping[tuple[str, str], Comparison]


def explain_group(
    verdict: str,
    figures: Sequence[Stated],
    relations: Relations,
    members: Sequence[Member],
    periods: Sequence[Best],
    lang: Lang,
) -> str:
    """Explain the verdict on a group in Dutch or English.

    ``periods`` are the best intervals per period; they are listed where they say more than the
    quoted words do.
    """
    head = figures[0]
    vouched = [figure for figure in figures if figure.counts]
    levels = [figure for figure in vouched if figure.is_level]
    weighed = levels or vouched
    shown = sorted(
        (figure for figure in figures if figure.copy_of is None),
        key=lambda f: (f.earliest or f.latest or "", f.latest or "", f.label, f.start, f.id),
    )
    unit = UNITS[lang].get(head.family)
    sentences = [f"{head.place_name}, {head.topic}{', ' + unit if unit else ''}."]
    sentences.append(OPENING[lang][_opening(verdict, weighed, levels)])
    sentences += _clashes(vouched, relations, lang)
    if shown:
        sentences.append(_listed(shown, lang))
    sentences += _per_period(periods, len({f.label for f in shown}) > 1, lang)
    reasons = list(_reasons(weighed, relations, lang))
    if reasons:
        sentences.append(NOTE[lang].format("; ".join(reasons)))
    sentences += _deprecations(figures, members, lang)
    copies = len({f.document for f in figures if f.copy_of is not None})
    if copies:
        sentences.append((COPY if copies == 1 else COPIES)[lang].format(copies))
    return " ".join(sentences)


def _opening(verdict: str, weighed: Sequence[Stated], levels: Sequence[Stated]) -> str:
    """Choose the sentence that says what the verdict comes to in this group."""
    if not weighed:
        return "nothing_vouched"
    if verdict != "single_source":
        return verdict
    if not levels:
        only_changes = all(figure.claim == "change" for figure in weighed)
        return "only_changes" if only_changes else "only_plans"
    if len(weighed) == 1:
        return "one_figure"
    if len({figure.document for figure in weighed}) == 1:
        return "one_text"
    if len({figure.voice for figure in weighed}) == 1:
        return "one_voice"
    return "apart"


def _listed(shown: Sequence[Stated], lang: Lang) -> str:
    with_label = len({figure.label for figure in shown}) > 1
    lines = [line(figure, lang, with_label=with_label) for figure in shown[:_MOST_LINES]]
    left = len(shown) - _MOST_LINES
    if left > 0:
        lines.append(MORE[lang][0 if left == 1 else 1].format(left))
    return f"{LISTED[lang]} {'; '.join(lines)}."


def _per_period(periods: Sequence[Best], with_label: bool, lang: Lang) -> Iterator[str]:
    """List the best interval of each period, unless the quoted words already are that."""
    if all(best.exact and best.voices == 1 for best in periods):
        return
    lines = []
    for best in periods[:_MOST_LINES]:
        figure = best.figure
        unit = unit_of(figure)
        exact = best.exact and figure.value is not None
        words = (
            amount(figure.value or 0, unit, lang) if exact else interval(best.interval, unit, lang)
        )
        label = f"{figure.label}, " if with_label else ""
        sources = SOURCES[lang].format(best.voices) if best.voices > 1 else ""
        lines.append(f"{label}{period(figure, lang)}: {words}{sources}")
    yield f"{PER_PERIOD[lang]} {'; '.join(lines)}."


def _clashes(vouched: Sequence[Stated], relations: Relations, lang: Lang) -> Iterator[str]:
    found = [
        (a, b)
        for a, b, comparison in _related(vouched, relations)
        if comparison.relation == "conflict"
    ]
    for a, b in found[:_MOST_CLASHES]:
        template = CLASH_CHANGES if a.is_difference else CLASH
        named = a if a.period_method != "publication" else b
        yield template[lang].format(
            period=period(named, lang), a=said(a) + notes(a, lang), b=said(b) + notes(b, lang)
        )
    left = len(found) - _MOST_CLASHES
    if left > 0:
        yield MORE_CLASHES[lang][0 if left == 1 else 1].format(left)


def _reasons(weighed: Sequence[Stated], relations: Relations, lang: Lang) -> Iterator[str]:
    """Yield each reason once, with all that it holds for, in a fixed order."""
    pairs: dict[str, list[tuple[Stated, Stated]]] = {}
    for a, b, comparison in _related(weighed, relations):
        for reason in comparison.reasons:
            pairs.setdefault(reason, []).append((a, b))
    for reason, template in WHY[lang].items():
        if reason not in pairs:
            continue
        if reason == "part_of":
            yield from _parts(pairs[reason], template)
            continue
        words = _differing(reason, pairs[reason])
        if "{}" in template and len(words) < 2:
            continue
        yield template.format(listing(words, lang))


def _parts(pairs: Sequence[tuple[Stated, Stated]], template: str) -> list[str]:
    """Word for each part what it is part of."""
    found = set()
    for a, b in pairs:
        part, whole = (a, b) if a.parent == b.indicator else (b, a)
        found.add(template.format(part=part.label, whole=whole.label))
    return sorted(found)


def _differing(reason: str, pairs: Sequence[tuple[Stated, Stated]]) -> list[str]:
    figures = {figure.id: figure for pair in pairs for figure in pair}.values()
    if reason == "population":
        return sorted({figure.population for figure in figures if figure.population})
    return sorted({figure.label for figure in figures})


def _deprecations(figures: Sequence[Stated], members: Sequence[Member], lang: Lang) -> list[str]:
    by_id = {figure.id: figure for figure in figures}
    found: dict[str, list[str]] = {}
    for member in members:
        if member.rank == "deprecated" and member.reason in DEPRECATED[lang]:
            found.setdefault(member.reason, []).append(said(by_id[member.figure]))
    one, more = ("is", "zijn") if lang == "nl" else ("was", "were")
    return [
        f"{listing(quoted, lang)} {one if len(quoted) == 1 else more} {DEPRECATED[lang][reason]}."
        for reason, quoted in sorted(found.items())
    ]


def _related(
    figures: Sequence[Stated], relations: Relations
) -> Iterator[tuple[Stated, Stated, Comparison]]:
    by_id = {figure.id: figure for figure in figures}
    for (a, b), comparison in sorted(relations.items()):
        if a in by_id and b in by_id:
            yield by_id[a], by_id[b], comparison
