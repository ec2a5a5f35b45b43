"""The explanation of a verdict: what was said, for when, and why it does or does not clash.

Written for a member of a municipal council: no codes, the quoted words, one reason a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.reconcile.best import Best
from pipeline.reconcile.phrases import (
    CLASH,
    CLASH_CHANGES,
    COPIES,
    COPY,
    DEPRECATED,
    ELSEWHERE,
    MORE,
    MORE_CLASHES,
    NOTE,
    NOTE_BESIDE,
    OPENING,
    OTHERS,
    SOURCES,
    TOGETHER,
    UNITS,
    WHY,
)
from pipeline.reconcile.records import Member, Stated
from pipeline.reconcile.relations import TOLD_APART, Relations, related
from pipeline.reconcile.wording import (
    Lang,
    amount,
    byline,
    interval,
    line,
    listing,
    period,
    said,
    source,
    unit_of,
)

_MOST_WORDS = 120  # of an explanation, which is read and not studied
_MOST_CLASHES = 2
_MOST_REASONS = 3
_MOST_BESIDE = 2  # under a contradiction
_MOST_ELSEWHERE = 2
_MOST_NAMES = 4  # of what differs


def explain_group(
    verdict: str,
    figures: Sequence[Stated],
    relations: Relations,
    members: Sequence[Member],
    periods: Sequence[Best],
    lang: Lang,
    elsewhere: Sequence[tuple[Stated, Stated]] = (),
) -> str:
    """Explain the verdict on a group in Dutch or English, in about 120 words.

    What was said comes a source at a time, each named once, and a number that a text says again
    is not repeated. ``periods`` are the best intervals per period; those are told that more
    figures than one go into.
    """
    head = figures[0]
    vouched = [figure for figure in figures if figure.counts]
    levels = [figure for figure in vouched if figure.is_level]
    weighed = levels or vouched
    unit = UNITS[lang].get(head.family)
    opening = [
        f"{head.place_name}, {head.topic}{', ' + unit if unit else ''}.",
    ]
    # A contradiction is what matters there: the words are for the figures.
    most = _MOST_BESIDE if verdict == "contested" else _MOST_REASONS
    reasons = list(_reasons(weighed, relations, lang))[:most]
    clean = not reasons and not _by_publication(weighed, relations)
    told = _opening(verdict, vouched, levels, clean=clean)
    opening.append(OPENING[lang][told])
    clashing = _clashing(vouched, relations)
    opening += _clashes(clashing, lang)
    ending = _elsewhere(elsewhere, lang)
    if reasons:
        note = NOTE_BESIDE if verdict == "contested" else NOTE
        ending.append(note[lang].format("; ".join(reasons)))
    ending += _deprecations(figures, members, lang)
    copies = len({f.document for f in figures if f.copy_of is not None})
    if copies:
        ending.append((COPY if copies == 1 else COPIES)[lang].format(copies))
    shown = [figure for figure in figures if figure.copy_of is None and figure.repeats is None]
    left = _MOST_WORDS - _words(*opening, *ending, MORE[lang][1])
    first = {figure.id for pair in clashing for figure in pair} | {
        member.figure for member in members if member.rank == "preferred"
    }
    listed = _listed(shown, first, left, lang)
    left -= _words(*listed)
    apart = _told_apart(weighed, relations)
    one_thing = [best for best in periods if not best.members & apart]
    together = _together(one_thing, len({f.label for f in shown}) > 1, lang)
    if _words(*together) > left:
        together = []
    return " ".join([*opening, *listed, *together, *ending])


def _words(*sentences: str) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _by_publication(weighed: Sequence[Stated], relations: Relations) -> bool:
    """Whether periods differ only because texts appeared on different days.

    What a plan costs is then no series: '4,2 miljoen' in March, '4,6 miljoen' in April.
    """
    return any(
        each.relation == "different_period"
        and a.document != b.document
        and a.of_publication
        and b.of_publication
        for a, b, each in related(weighed, relations)
    )


def _told_apart(weighed: Sequence[Stated], relations: Relations) -> frozenset[str]:
    """The figures beside which a text has another, on something else under the same name."""
    return frozenset(
        figure.id
        for a, b, each in related(weighed, relations)
        if TOLD_APART & set(each.reasons)
        for figure in (a, b)
    )


def _opening(
    verdict: str, vouched: Sequence[Stated], levels: Sequence[Stated], *, clean: bool
) -> str:
    """Choose the sentence that says what the verdict comes to in this group.

    ``clean``: there is nothing for which its figures could not be compared.
    """
    weighed = levels or vouched
    if not weighed:
        return "nothing_vouched"
    if verdict == "series" and not clean:
        return "series_apart"
    if verdict != "single_source":
        return verdict
    if not levels:
        only_changes = all(figure.claim == "change" for figure in weighed)
        return "only_changes" if only_changes else "only_plans"
    alone = len({figure.document for figure in weighed}) == 1
    if alone and len({figure.document for figure in vouched}) > 1:
        return "one_level"
    if len(weighed) == 1:
        return "one_figure"
    if alone:
        return "one_text"
    if len({figure.voice for figure in weighed}) == 1:
        return "one_voice"
    return "apart"


def _listed(shown: Sequence[Stated], first: Set[str], most: int, lang: Lang) -> list[str]:
    """Quote the figures, a source at a time, as many as ``most`` words can hold.

    ``first`` are the ids of those that should not be left out.
    """
    with_label = len({figure.label for figure in shown}) > 1
    in_time = sorted(shown, key=_time)
    chosen: list[Stated] = []
    lines: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    room = most
    for figure in sorted(in_time, key=lambda f: f.id not in first):
        words = line(figure, lang, with_label=with_label)
        known = any(_source(figure) == _source(other) for other in chosen)
        cost = _words(words) + (0 if known else _words(source(figure, lang)))
        if chosen and cost > room:
            break
        if (words, _source(figure)) not in told:
            chosen.append(figure)
            room -= cost
        told.add((words, _source(figure)))
        lines[figure.id] = words
    by_source: dict[str, list[str]] = {}
    for figure in sorted(chosen, key=_time):
        by_source.setdefault(source(figure, lang), []).append(lines[figure.id])
    sentences = [f"{name}: {', '.join(quoted)}." for name, quoted in by_source.items()]
    left = len(shown) - len(lines)
    if left > 0:
        sentences.append(MORE[lang][0 if left == 1 else 1].format(left))
    return sentences


def _elsewhere(pairs: Sequence[tuple[Stated, Stated]], lang: Lang) -> list[str]:
    """Say which text tells the same under a name of its own, a text at a time."""
    told = {byline(other): other for _, other in sorted(pairs, key=lambda pair: _time(pair[1]))}
    return [
        ELSEWHERE[lang].format(name, line(other, lang, with_label=True))
        for name, other in sorted(told.items())[:_MOST_ELSEWHERE]
    ]


def _source(figure: Stated) -> str:
    return figure.source or figure.title or ""


def _time(figure: Stated) -> tuple[str, str, str, int, str]:
    return (
        figure.earliest or figure.latest or "",
        figure.latest or "",
        figure.label,
        figure.start,
        figure.id,
    )


def _together(periods: Sequence[Best], with_label: bool, lang: Lang) -> list[str]:
    """Tell the best intervals of the periods for which several voices give a figure."""
    lines = []
    for best in periods:
        if best.voices < 2:
            continue
        figure = best.figure
        unit = unit_of(figure)
        exact = best.exact and figure.value is not None
        words = (
            amount(figure.value or 0, unit, lang) if exact else interval(best.interval, unit, lang)
        )
        label = f"{figure.label}, " if with_label else ""
        lines.append(f"{label}{period(figure, lang)}: {words}{SOURCES[lang].format(best.voices)}")
    return [f"{TOGETHER[lang]} {'; '.join(lines)}."] if lines else []


def _clashing(vouched: Sequence[Stated], relations: Relations) -> list[tuple[Stated, Stated]]:
    return [
        (a, b)
        for a, b, comparison in related(vouched, relations)
        if comparison.relation == "conflict"
    ]


def _clashes(found: Sequence[tuple[Stated, Stated]], lang: Lang) -> Iterator[str]:
    """Yield the first contradictions, and how many more there are.

    What a text repeats contradicts the same figure each time, and is one contradiction.
    """
    told: dict[tuple[frozenset[str], str], str] = {}
    for a, b in found:
        template = CLASH_CHANGES if a.is_difference else CLASH
        when = period(a if a.period_method != "publication" else b, lang)
        who = [f" ({byline(f)})" if a.document != b.document else "" for f in (a, b)]
        sentence = template[lang].format(period=when, a=said(a) + who[0], b=said(b) + who[1])
        told.setdefault((frozenset((said(a), said(b))), when), sentence)
    yield from list(told.values())[:_MOST_CLASHES]
    left = len(told) - _MOST_CLASHES
    if left > 0:
        yield MORE_CLASHES[lang][0 if left == 1 else 1].format(left)


def _reasons(weighed: Sequence[Stated], relations: Relations, lang: Lang) -> Iterator[str]:
    """Yield each reason once, with all that it holds for, in a fixed order."""
    pairs: dict[str, list[tuple[Stated, Stated]]] = {}
    for a, b, comparison in related(weighed, relations):
        for reason in comparison.reasons:
            pairs.setdefault(reason, []).append((a, b))
    for reason, template in WHY[lang].items():
        if reason not in pairs:
            continue
        if reason == "part_of":
            yield from _parts(pairs[reason], template)
            continue
        if "{}" not in template:
            yield template
            continue
        words = _differing(reason, pairs[reason])
        if len(words) < 2:
            continue
        if len(words) > _MOST_NAMES:
            words = [*words[: _MOST_NAMES - 1], OTHERS[lang][reason]]
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
