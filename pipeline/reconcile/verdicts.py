"""The verdict on a group of figures: what they come to together, and which stand in front.

Nothing is averaged across periods or definitions. A group holds the figures of one topic, place
and unit; inside it only figures of the same indicator, population and period are weighed against
each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.reconcile.best import Best, best_per_period
from pipeline.reconcile.explain import explain_group
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Comparison, Member, Stated, Verdict
from pipeline.reconcile.relations import TOLD_APART, Relations, related, replaced
from pipeline.store.ids import reconciliation_id

_PERIOD_REASONS = frozenset({"period", "period_vague", "period_length", "period_open", "from_to"})
_NO_DATE = ""
_REPLACED = {"status": "revised", "later": "replaced_later", "corrected": "corrected"}


def judge(
    figures: Sequence[Stated],
    comparisons: Sequence[Comparison],
    elsewhere: Sequence[tuple[Stated, Stated]] = (),
) -> Verdict:
    """Return the verdict on the figures of one topic, place and unit, in whatever order they come.

    The verdict is the gravest of what holds: ``contested`` (figures on the same thing exclude each
    other), ``revised`` (a provisional figure was replaced), ``series`` (several periods),
    ``range`` (loosely worded figures that only their outer intervals reconcile), ``consensus``
    (several voices, one value), ``single_source`` (no figure is confirmed or contradicted by a
    second voice). ``value``, ``low`` and ``high`` are those of the preferred level; they are None
    when only changes, norms or plans were given, and when what is latest is contested or uncertain.

    ``elsewhere`` are figures of the group, each with one of another group by which another text
    tells the same; such a text is a second voice.

    Raises:
        ValueError: there are no figures, or they have no place.
    """
    if not figures or figures[0].place is None or figures[0].place_name is None:
        raise ValueError("a verdict needs figures with a place")
    figures = sorted(figures, key=lambda figure: figure.id)
    relations = {(c.figure_a, c.figure_b): c for c in comparisons}
    vouched = [figure for figure in figures if figure.counts]
    levels = [figure for figure in vouched if figure.is_level]
    changes = [figure for figure in vouched if figure.claim == "change"]
    # Where no level was given, the changes (or the norms and plans) are weighed instead.
    weighed = levels or changes or vouched
    confirmed = {own.id for own, other in elsewhere if own.voice != other.voice}
    verdict = _verdict(weighed, changes, relations)
    if verdict == "single_source" and any(figure.id in confirmed for figure in weighed):
        verdict = "consensus"
    old = _replaced(weighed, relations)
    contested = _contested(vouched, relations)
    members = _ranked(figures, levels, old, contested)
    periods = best_per_period(levels, relations, frozenset(old) | contested)
    best = None if _mixed(levels, members, relations) else _answer(periods, levels, members)
    head = figures[0]
    nl, en = (
        explain_group(verdict, figures, relations, members, periods, lang, elsewhere)
        for lang in ("nl", "en")
    )
    interval = best.interval if best else None
    return Verdict(
        id=reconciliation_id(head.topic, head.place, head.group),
        topic=head.topic,
        place=head.place or "",
        unit=_unit(head.group, best),
        verdict=verdict,
        value=best.figure.value if best else None,
        low=_finite(interval.low) if interval else None,
        high=_finite(interval.high) if interval else None,
        earliest=min((f.earliest for f in weighed if f.earliest), default=None),
        latest=max((f.latest for f in weighed if f.latest), default=None),
        explanation_nl=nl,
        explanation_en=en,
        members=members,
        periods=tuple(each.outcome for each in periods),
    )


def _verdict(weighed: Sequence[Stated], changes: Sequence[Stated], relations: Relations) -> str:
    found: dict[str, int] = defaultdict(int)
    confirmed = False
    for a, b, comparison in related(weighed, relations):
        if comparison.relation != "compatible" or a.voice != b.voice:
            found[comparison.relation] += 1
        # Who takes up the number of another text does not come to it by himself.
        cited = "cited" in comparison.reasons
        confirmed |= comparison.relation == "agree" and a.voice != b.voice and not cited
    # A rise against a fall is a contradiction even where the levels themselves are not.
    clashes = any(c.relation == "conflict" for _, _, c in related(changes, relations))
    if found["conflict"] or clashes:
        return "contested"
    if found["revised"]:
        return "revised"
    if found["different_period"] or _periods_differ(weighed, relations):
        return "series"
    if found["compatible"]:
        return "range"
    return "consensus" if confirmed else "single_source"


def _periods_differ(weighed: Sequence[Stated], relations: Relations) -> bool:
    """Whether figures speak of different periods, whatever else differs.

    Pairs of large groups are compared only where their periods meet, hence the second question.
    """
    if any(_PERIOD_REASONS & set(c.reasons) for _, _, c in related(weighed, relations)):
        return True
    spans: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for figure in weighed:
        if figure.earliest and figure.latest and not figure.of_publication:
            spans[figure.indicator].append((figure.earliest, figure.latest))
    return any(
        min(latest for _, latest in group) < max(earliest for earliest, _ in group)
        for group in spans.values()
    )


def _replaced(figures: Sequence[Stated], relations: Relations) -> dict[str, str]:
    """The figures that another one replaces, with the reason."""
    found = {}
    for a, b, comparison in related(figures, relations):
        outcome = replaced(a, b) if comparison.relation == "revised" else None
        if outcome is not None:
            found[outcome[0].id] = _REPLACED[outcome[1]]
    return found


def _contested(figures: Sequence[Stated], relations: Relations) -> frozenset[str]:
    return frozenset(
        figure.id
        for a, b, comparison in related(figures, relations)
        if comparison.relation == "conflict"
        for figure in (a, b)
    )


def _ranked(
    figures: Sequence[Stated],
    levels: Sequence[Stated],
    old: Mapping[str, str],
    contested: frozenset[str],
) -> tuple[Member, ...]:
    """Rank as Wikidata does: preferred, normal, deprecated; an old figure is not deprecated.

    Reasons. Preferred: ``latest``, ``definitive``, ``undated`` (no figure has a date).
    Deprecated: ``revised``, ``replaced_later``, ``denied``, ``corrected``. Normal: ``earlier``,
    ``period_vague``, ``period_missing``, ``contested``, ``copy``, ``asks``, ``hypothetical``, or
    the kind of statement.
    """
    known = {figure.id for figure in levels}
    # What is contested still is the latest: an older figure does not become the answer by it.
    latest = _latest([figure for figure in levels if figure.id not in old])
    members = []
    for figure in figures:
        if figure.copy_of is not None:
            rank, reason = "normal", "copy"
        elif figure.stance == "denies":
            rank, reason = "deprecated", "denied"
        elif figure.stance in {"asks", "hypothetical"}:
            rank, reason = "normal", figure.stance
        elif figure.id in old:
            rank, reason = "deprecated", old[figure.id]
        elif figure.id in contested:
            rank, reason = "normal", "contested"
        elif figure.id not in known:
            rank, reason = "normal", figure.claim
        elif figure.id not in latest:
            rank, reason = "normal", _why_behind(figure)
        elif "definitive" in figure.status:
            rank, reason = "preferred", "definitive"
        elif not _moment(figure):
            rank, reason = "preferred", "undated"
        else:
            rank, reason = "preferred", "latest"
        members.append(Member(figure.id, rank, reason))
    return tuple(members)


def _why_behind(figure: Stated) -> str:
    if figure.is_unnamed_time:
        return "period_vague"
    return "earlier" if _moment(figure) else "period_missing"


def _latest(figures: Sequence[Stated]) -> set[str]:
    """The figures of the latest named period of their subject.

    A subject is an indicator with every population that may be the same: 'jongeren' goes with
    'jongeren tot 18 jaar', which does not go with 'jongeren tot 23 jaar'.
    """
    newest: dict[str, dict[str | None, str]] = defaultdict(dict)
    for figure in figures:
        groups = newest[figure.indicator]
        groups[figure.population] = max(groups.get(figure.population, _NO_DATE), _moment(figure))
    reached = {
        (indicator, population): max(
            moment
            for other, moment in groups.items()
            if compare_populations(population, other) != "population"
        )
        for indicator, groups in newest.items()
        for population in groups
    }
    return {
        figure.id
        for figure in figures
        if _moment(figure) == reached[figure.indicator, figure.population]
    }


def _moment(figure: Stated) -> str:
    """The day up to which a figure speaks; an unnamed or missing period never is the latest.

    A period that is still open ('sinds 2017') reaches to the day of publication.
    """
    if figure.is_unnamed_time or not (figure.earliest or figure.latest):
        return _NO_DATE
    return figure.latest or figure.published_latest or figure.earliest or _NO_DATE


def _answer(
    periods: Sequence[Best], levels: Sequence[Stated], members: Sequence[Member]
) -> Best | None:
    """The interval that answers first: of the main indicator, latest, best confirmed, precise."""
    preferred = {member.figure for member in members if member.rank == "preferred"}
    options = [best for best in periods if best.members & preferred]
    if not options:
        return None
    main = _main_indicator(levels)
    options = [best for best in options if best.figure.indicator == main] or options

    moment = max(_moment(best.figure) for best in options)
    latest = [best for best in options if _moment(best.figure) == moment]
    voices = max(best.voices for best in latest)
    first, *rest = sorted(
        (best for best in latest if best.voices == voices),
        key=lambda best: (best.interval.high - best.interval.low, best.figure.id),
    )
    # Equally good answers that are apart (18 and 23 years, two unnamed periods) are no answer.
    return first if all(first.interval.overlaps(best.interval) for best in rest) else None


def _mixed(levels: Sequence[Stated], members: Sequence[Member], relations: Relations) -> bool:
    """Whether what answers first is of two things that a text tells apart under one name."""
    preferred = {member.figure for member in members if member.rank == "preferred"}
    first = [figure for figure in levels if figure.id in preferred]
    return any(TOLD_APART & set(c.reasons) for _, _, c in related(first, relations))


def _main_indicator(levels: Sequence[Stated]) -> str | None:
    """The indicator with most figures; of equals the whole before its part, then by name."""
    counts: dict[str, int] = defaultdict(int)
    parents = {figure.indicator: figure.parent for figure in levels}
    for figure in levels:
        counts[figure.indicator] += 1
    return min(counts, key=lambda id: (-counts[id], parents[id] in counts, id), default=None)


def _unit(family: str, best: Best | None) -> str:
    """The unit of the value: lengths of time are grouped together but said in weeks or months."""
    if family == "duration" and best is not None and best.figure.unit is not None:
        return best.figure.unit
    return family


def _finite(value: float) -> float | None:
    return value if abs(value) != float("inf") else None
