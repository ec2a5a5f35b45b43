"""Figures of different texts that may be about the same thing under different names.

A group holds what has one topic; here meet the figures that groups keep apart ('bijdrage' and
'exploitatiebijdrage'), or that a group did not dare to compare, of two texts on one matter. That
they are about the same thing is likely and not certain: what clashes is never called a
contradiction, but another definition, and a finding tells a person to look.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.reconcile.cited import cites, instead
from pipeline.reconcile.matters import Matter, Shared, is_telling, near_in_time, shared
from pipeline.reconcile.names import kinship, turned
from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Comparison, Finding, Stated
from pipeline.reconcile.relations import overlap, relate, unit_doubts
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.wording import Lang, listing, period, said, source

_CITED = "cited"
_WEAK = frozenset({"same_counted", "shared_topic"})
# Doubts of a group that a shared matter takes away far enough to let a person look.
_MENDED = frozenset(
    {
        "place_of_document",
        "uncertain_reading",
        "indicator_carried_over",
        "population_unstated",
    }
)
_MOST_QUOTED = 240  # characters of a sentence
_MOST_SHARED = 3  # that an explanation names


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two figures that may be about the same thing, how they relate and why they were compared."""

    a: Stated
    b: Stated
    comparison: Comparison
    kin: str
    shared: Shared

    @property
    def clashes(self) -> bool:
        """Whether the numbers are apart, so that a person should look."""
        return self.comparison.relation not in {"agree", "compatible"}


def meetings(
    figures: Sequence[Stated], others: Sequence[Stated], about: tuple[Matter, Matter]
) -> Iterator[Meeting]:
    """Yield the figures of two documents that may be about the same thing.

    The outcome does not depend on which of the two documents comes first.
    """
    if not near_in_time(*about):
        return
    common = shared(*about)
    if common.points < sameness().least:
        return
    met: set[tuple[str, str]] = set()
    for a in figures:
        for b in others:
            found = _meeting(a, b, common)
            if found is not None:
                met.add((found.a.id, found.b.id))
                yield found
    for each in (*_cited(figures, others, common), *_cited(others, figures, common)):
        pair = (each.a.id, each.b.id)
        if pair not in met:
            met.add(pair)
            yield each


def _cited(
    figures: Sequence[Stated], others: Sequence[Stated], common: Shared
) -> Iterator[Meeting]:
    """What others cite of the figures of one text, and what they give instead."""
    for cited in others:
        for figure in figures:
            if not (figure.counts and figure.is_level and cites(cited, figure)):
                continue
            found = list(instead(cited, figure, others))
            if not found:
                continue
            yield _pair(figure, cited, "agree", common)
            for other in found:
                yield _pair(figure, other, "different_definition", common)


def _pair(a: Stated, b: Stated, relation: str, common: Shared) -> Meeting:
    a, b = sorted((a, b), key=lambda figure: figure.id)
    return Meeting(a, b, Comparison(a.id, b.id, relation, (_CITED, "same_matter")), _CITED, common)


def telling(found: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield a finding for each clash of two documents that a person should look at.

    Where a text names the number of the other as well ('de 2,1 miljoen die in de krant stond'),
    what it writes there is quoted: it often says what tells the two apart. Where both texts give
    both numbers there is nothing to look at.
    """
    agreed: dict[str, Stated] = {}
    for each in found:
        if not each.clashes:
            agreed[each.a.id], agreed[each.b.id] = each.b, each.a
    for each in found:
        taken_up = [agreed[f.id] for f in (each.a, each.b) if f.id in agreed]
        if each.clashes and len(taken_up) < 2:
            yield finding(each, *taken_up)


def finding(meeting: Meeting, taken_up: Stated | None = None) -> Finding:
    """Tell a person about two figures that are apart; ``taken_up`` is the number of the one text
    as the other names it.
    """
    a, b = sorted((meeting.a, meeting.b), key=lambda f: (f.published_earliest or "", f.id))
    return Finding(
        kind="possible_conflict",
        severity="warning",
        place=a.place,
        explanation_nl=_told(a, b, meeting, taken_up, "nl"),
        explanation_en=_told(a, b, meeting, taken_up, "en"),
        members=tuple((f.id, "stated") for f in (a, b, taken_up) if f is not None),
    )


def _meeting(a: Stated, b: Stated, common: Shared) -> Meeting | None:
    a, b = sorted((a, b), key=lambda figure: figure.id)
    if not _comparable(a, b):
        return None
    periods = compare_periods(a, b)
    if periods.sameness not in {"same", "same_if_agree"}:
        return None
    if a.indicator == b.indicator:
        return _one_name(a, b, common)
    opposite = turned(a, b)
    other = opposite or b
    kin = "opposite" if opposite else kinship(a, b, shared=frozenset(common.words))
    relation = overlap(a, other)
    if relation == "agree" and _one_number(a, other):
        kin = kin or "same_number"
    if kin is None or not _near(a, other, kin, common, periods.sameness):
        return None
    reasons = (kin, "same_matter", *periods.reasons)
    if relation == "conflict" and _of_a_moment(a):
        return None
    if relation == "conflict":
        relation = "different_definition" if periods.sameness == "same" else "undetermined"
    return Meeting(a, b, Comparison(a.id, b.id, relation, reasons), kin, common)


def _one_name(a: Stated, b: Stated, common: Shared) -> Meeting | None:
    """What one group compares already, unless it is certain: a clash is then told there."""
    comparison = relate(a, b)
    doubted = comparison.relation == "undetermined" and set(comparison.reasons) <= _MENDED
    if doubted and _of_a_moment(a):
        return None
    if not doubted and comparison.relation not in {"agree", "compatible"}:
        return None
    return Meeting(a, b, comparison, "one_name", common)


def _of_a_moment(figure: Stated) -> bool:
    """Whether it holds for one day, in the course of which prices and counts move.

    A waiting time does not.
    """
    return figure.earliest == figure.latest and figure.family != "duration"


def _comparable(a: Stated, b: Stated) -> bool:
    if a.voice == b.voice or not (a.counts and b.counts) or a.place != b.place:
        return False
    if a.is_difference or b.is_difference or a.value is None or b.value is None:
        return False
    if not (_states(a, b) and _states(b, a)) or a.family != b.family:
        return False
    if a.kind == "age" or unit_doubts(a, b) is None:
        return False
    return compare_populations(a.population, b.population) != "population"


def _states(figure: Stated, other: Stated) -> bool:
    """Whether it says how things are, or how both texts expect them to be in the running period."""
    if figure.claim == "level":
        return True
    return (
        figure.claim == "forecast"
        and figure.latest is not None
        and all(
            each.published_latest is not None and figure.latest > each.published_latest
            for each in (figure, other)
        )
    )


def _one_number(a: Stated, b: Stated) -> bool:
    return a.value == b.value and a.value is not None and is_telling(a.value)


def _near(a: Stated, b: Stated, kin: str, common: Shared, sameness_of_period: str) -> bool:
    """Whether the numbers lie near enough for the kind of kinship, and the texts share enough."""
    rules = sameness()
    if kin == "same_number":
        # The number itself is part of what the texts share.
        return common.points - rules.points["number"] >= rules.least
    low, high = sorted((abs(a.value or 0), abs(b.value or 0)))
    if kin in _WEAK:
        near = low > 0 and high / low <= rules.most_counted
        named = "publication" not in (a.period_method, b.period_method)
        return near and named and sameness_of_period == "same" and common.points >= rules.strong
    # How many there are 'now' changes from day to day; a price or a waiting time less so.
    if sameness_of_period != "same" and (a.family == "count" or common.points < rules.strong):
        return False
    return kin == "opposite" or (low > 0 and high / low <= rules.most_apart)


def _told(a: Stated, b: Stated, meeting: Meeting, taken_up: Stated | None, lang: Lang) -> str:
    quoted = [
        f"{source(figure, lang)}: {said(figure)} ({figure.label}; {period(figure, lang)})."
        for figure in (a, b)
    ]
    if taken_up is not None:
        sentence = textwrap.shorten(taken_up.sentence, _MOST_QUOTED, placeholder=" …")
        quoted.append(_TAKEN_UP[lang].format(said(taken_up), sentence))
    return " ".join([_OPENING[lang], *quoted, _KIN[lang][meeting.kin], _why(meeting, lang)])


def _why(meeting: Meeting, lang: Lang) -> str:
    """Say what the two texts share."""
    common = meeting.shared
    named = [*common.names, *common.persons][:_MOST_SHARED]
    words = list(common.words)[:_MOST_SHARED]
    parts = [listing(named, lang)] if named else []
    parts += [_NUMBERS[lang]] if common.numbers else []
    parts += [_WORDS[lang].format(listing(words, lang))] if words else []
    return f"{_SIDE_BY_SIDE[lang]} {'; '.join(parts)}."


_OPENING = {
    "nl": "Twee teksten noemen verschillende cijfers die over hetzelfde kunnen gaan; zeker is dat "
    "niet.",
    "en": "Two texts give different figures that may be about the same thing; that is not certain.",
}
_TAKEN_UP = {
    "nl": "Daar staat ook {}: ‘{}’",
    "en": "It also has {}: ‘{}’",
}
_SIDE_BY_SIDE = {
    "nl": "Ze zijn naast elkaar gelegd om wat de teksten gemeen hebben:",
    "en": "They were put side by side for what the texts have in common:",
}
_NUMBERS = {"nl": "een of meer precieze getallen", "en": "one or more exact numbers"}
_WORDS = {"nl": "het onderwerp ({})", "en": "the subject ({})"}
_KIN = {
    "nl": {
        "one_name": "De naam is dezelfde; hoe de teksten zijn gelezen laat twijfel.",
        "narrower_name": "De ene naam is een nauwere vorm van de andere.",
        "shared_head": "De namen hebben hetzelfde kernwoord.",
        "other_words": "De namen staan vaak voor hetzelfde.",
        "same_counted": "Ze tellen hetzelfde, maar misschien niet op dezelfde manier.",
        "shared_topic": "De namen hebben hetzelfde kernwoord; de rest van de namen verschilt.",
        "cited": "De ene tekst haalt het getal van de andere aan en noemt zelf een ander.",
        "opposite": "Het zijn tegenhangers: wat de een niet telt, telt de ander.",
    },
    "en": {
        "one_name": "The name is the same; how the texts were read leaves doubt.",
        "narrower_name": "One name is a narrower form of the other.",
        "shared_head": "The names have the same head noun.",
        "other_words": "The names often stand for the same thing.",
        "same_counted": "They count the same thing, but perhaps not in the same way.",
        "shared_topic": "The names have the same head noun; the rest of them differs.",
        "cited": "One text cites the number of the other and gives another itself.",
        "opposite": "They are opposites: what one leaves out the other counts.",
    },
}
