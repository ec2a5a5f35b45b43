"""The verdict on a group of figures: what they come to together, and which stand in front.

Nothing is averaged across periods or definitions. A group holds the figures of one topic, place
and unit; inside it only figures of the same indicator, population and period are weighed against
each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.reconcile.explain import explain_group
from pipeline.reconcile.intervals import Interval
from pipeline.reconcile.records import Comparison, Member, Stated, Verdict
from pipeline.reconcile.relations import core, outer
from pipeline.store.ids import reconciliation_id

Relations = Mapping[tuple[str, str], Comparison]


def judge(figures: Sequence[Stated], comparisons: Sequence[Comparison]) -> Verdict:
    """Return the verdict on the figures of one topic, place and unit.

    The verdict is the gravest of what holds: ``contested`` (two voices, or one, contradict each
    other on the same thing), ``revised`` (a provisional figure was replaced), ``series`` (several
    periods), ``range`` (loosely worded figures that only their outer intervals reconcile),
    ``consensus`` (several voices, one value), ``single_source``.

    Raises:
        ValueError: there are no figures, or they have no place.
    """
    if not figures or figures[0].place is None or figures[0].place_name is None:
        raise ValueError("a verdict needs figures with a place")
    relations = {(c.figure_a, c.figure_b): c for c in comparisons}
    weighed = [figure for figure in figures if figure.counts and figure.is_level]
    verdict = _verdict(weighed, relations)
    members = _ranked(figures, weighed, relations)
    best = _best(weighed, members)
    interval = _interval(best, weighed, relations) if best else None
    head = figures[0]
    nl, en = (explain_group(verdict, figures, relations, members, lang) for lang in ("nl", "en"))
    return Verdict(
        id=reconciliation_id(head.topic, head.place, head.family),
        topic=head.topic,
        place=head.place or "",
        unit=head.family,
        verdict=verdict,
        value=best.value if best else None,
        low=_finite(interval.low) if interval else None,
        high=_finite(interval.high) if interval else None,
        earliest=min((f.earliest for f in weighed if f.earliest), default=None),
        latest=max((f.latest for f in weighed if f.latest), default=None),
        explanation_nl=nl,
        explanation_en=en,
        members=members,
    )


def _verdict(weighed: Sequence[Stated], relations: Relations) -> str:
    found: dict[str, int] = defaultdict(int)
    voices: set[str] = set()
    for a, b, comparison in _pairs(weighed, relations):
        found[comparison.relation] += 1
        if comparison.relation == "agree" and a.voice != b.voice:
            voices.update((a.voice, b.voice))
    if found["conflict"]:
        return "contested"
    if found["revised"]:
        return "revised"
    if found["different_period"] or _periods_differ(weighed, relations):
        return "series"
    if found["compatible"]:
        return "range"
    if len(voices) > 1:
        return "consensus"
    return "single_source"


def _periods_differ(weighed: Sequence[Stated], relations: Relations) -> bool:
    """Whether figures that also differ in definition or group speak of different periods."""
    return any(
        {"period", "period_vague", "period_length", "from_to"} & set(comparison.reasons)
        for _, _, comparison in _pairs(weighed, relations)
    )


def _ranked(
    figures: Sequence[Stated], weighed: Sequence[Stated], relations: Relations
) -> tuple[Member, ...]:
    """Rank as Wikidata does: preferred, normal, deprecated; an old figure is not deprecated."""
    weighed_ids = {figure.id for figure in weighed}
    replaced = {
        (a if "provisional" in a.status else b).id
        for a, b, comparison in _pairs(weighed, relations)
        if comparison.relation == "revised"
    }
    contested = {
        figure.id
        for a, b, comparison in _pairs(weighed, relations)
        if comparison.relation == "conflict"
        for figure in (a, b)
    }
    latest = _latest([f for f in weighed if f.id not in replaced | contested])
    members = []
    for figure in figures:
        if figure.copy_of is not None:
            rank, reason = "normal", "copy"
        elif figure.stance == "denies":
            rank, reason = "deprecated", "denied"
        elif figure.stance in {"asks", "hypothetical"}:
            rank, reason = "normal", figure.stance
        elif figure.id not in weighed_ids:
            rank, reason = "normal", figure.statement if figure.statement != "level" else "change"
        elif figure.id in replaced:
            rank, reason = "deprecated", "revised"
        elif figure.id in contested:
            rank, reason = "normal", "contested"
        elif {"definitive", "revised"} & set(figure.status):
            rank, reason = "preferred", "definitive"
        elif figure.id in latest:
            rank, reason = "preferred", "latest"
        else:
            rank, reason = "normal", "earlier"
        members.append(Member(figure.id, rank, reason))
    return tuple(members)


def _latest(figures: Sequence[Stated]) -> set[str]:
    """The figures of the latest period of each indicator and population."""
    newest: dict[tuple[str, str | None], str] = {}
    for figure in figures:
        subject = figure.indicator, figure.population
        newest[subject] = max(newest.get(subject, ""), figure.latest or "")
    return {
        figure.id
        for figure in figures
        if (figure.latest or "") == newest[figure.indicator, figure.population]
    }


def _best(weighed: Sequence[Stated], members: Sequence[Member]) -> Stated | None:
    """The figure that answers first: preferred, of the latest period, most precise."""
    preferred = {member.figure for member in members if member.rank == "preferred"}
    options = [figure for figure in weighed if figure.id in preferred]
    if not options:
        return None

    def order(figure: Stated) -> tuple[str, float, str]:
        width = core(figure).high - core(figure).low
        return figure.latest or "", -width, figure.id

    return max(options, key=order)


def _interval(best: Stated, weighed: Sequence[Stated], relations: Relations) -> Interval:
    """What the best figure and those that agree with it leave possible."""
    interval = core(best)
    for figure in weighed:
        if figure.id == best.id:
            continue
        pair = min(best.id, figure.id), max(best.id, figure.id)
        relation = relations[pair].relation if pair in relations else None
        if relation == "agree":
            interval = interval.intersect(core(figure)) or interval
        elif relation == "compatible":
            interval = outer(best).intersect(outer(figure)) or interval
    return interval


def _pairs(
    figures: Sequence[Stated], relations: Relations
) -> list[tuple[Stated, Stated, Comparison]]:
    """The pairs of these figures that were compared, with the outcome."""
    by_id = {figure.id: figure for figure in figures}
    return [
        (by_id[a], by_id[b], comparison)
        for (a, b), comparison in sorted(relations.items())
        if a in by_id and b in by_id
    ]


def _finite(value: float) -> float | None:
    return value if abs(value) != float("inf") else None
