"""Figures of different texts that may be about the same thing under different names.

A group holds what has one topic; here meet the figures that groups keep apart ('bijdrage' and
'exploitatiebijdrage'), or that a group did not dare to compare, of two texts on one matter. That
they are about the same thing is likely and not certain: what clashes is never called a
contradiction, but another definition, and a finding tells a person to look.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.reconcile.cited import cites, instead
from pipeline.reconcile.matters import Matter, Shared, is_telling, near_in_time, shared
from pipeline.reconcile.names import kinship, turned
from pipeline.reconcile.periods import compare_periods
from pipeline.reconcile.populations import compare_populations
from pipeline.reconcile.records import Comparison, Finding, Stated
from pipeline.reconcile.relations import one_subject, overlap, relate, unit_doubts
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.scope import counts_in
from pipeline.reconcile.told_apart import gives_both
from pipeline.reconcile.twins import twins
from pipeline.reconcile.wording import Lang, byline, listing, period, said, source

_WEAK = frozenset({"same_counted", "shared_topic"})
# Doubts of a group that a shared matter takes away far enough to let a person look.
_MENDED = frozenset(
    {
        "place_of_document",
        "uncertain_reading",
        "indicator_carried_over",
        "population_unstated",
        "scope_unstated",
    }
)
_NAMED_ALIKE = frozenset({"one_name", "scope_unstated", "other_day"})
_PROJECT = 10_000  # euros from which on an amount is of a plan or a year, and no price of the day
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
    met: set[tuple[str, str]] = set()
    on_one_matter = common.points >= sameness().least
    for a, b, how in twins(figures, others) if on_one_matter else ():
        if not _contradicts(a, b):
            twin = _pair(a, b, "different_definition", how, common)
            met.add((twin.a.id, twin.b.id))
            yield twin
    for a in figures if on_one_matter else ():
        for b in others:
            found = _meeting(a, b, common)
            if found is not None and (found.a.id, found.b.id) not in met:
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
            how = cites(cited, figure) if figure.counts and figure.is_level else None
            # Who asks whether a number is right says what matter the question is about.
            asked = how is not None and how != "cited" and one_subject(cited, figure)
            if not asked and common.points < sameness().least:
                continue
            found = list(instead(cited, figure, others)) if how else []
            # What a group calls a contradiction already is told there.
            found = [f for f in found if f.voice != figure.voice and not _contradicts(figure, f)]
            if how is None or not found:
                continue
            yield _pair(figure, cited, "agree", how, common)
            for other in found:
                yield _pair(figure, other, "different_definition", how, common)


def _contradicts(a: Stated, b: Stated) -> bool:
    return (a.topic, a.group) == (b.topic, b.group) and relate(a, b).relation == "conflict"


def _pair(a: Stated, b: Stated, relation: str, how: str, common: Shared) -> Meeting:
    a, b = sorted((a, b), key=lambda figure: figure.id)
    return Meeting(a, b, Comparison(a.id, b.id, relation, (how, "same_matter")), how, common)


def telling(found: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield a finding for each clash of two documents that a person should look at.

    Where a text names the number of the other as well ('de 2,1 miljoen die in de krant stond'),
    what it writes there is quoted: it often says what tells the two apart. Where both texts give
    both numbers there is nothing to look at, and neither where one has both under one name and
    does not say in what they differ: it tells two things apart.
    """
    agreed: dict[str, Stated] = {}
    for each in found:
        if not each.clashes:
            agreed[each.a.id], agreed[each.b.id] = each.b, each.a
    for each in found:
        taken_up = [agreed[f.id] for f in (each.a, each.b) if f.id in agreed]
        if each.clashes and len(taken_up) < 2 and not _tells_apart(each, *taken_up):
            yield finding(each, *taken_up)


def _tells_apart(meeting: Meeting, *taken_up: Stated) -> bool:
    if not taken_up or meeting.kin not in _NAMED_ALIKE:
        return False
    echo = taken_up[0]
    own = next(f for f in (meeting.a, meeting.b) if f.document == echo.document)
    said_why = (counts_in(own) or counts_in(echo)) and own.is_near(echo, sameness().most_counted)
    return gives_both(own, echo) and not said_why


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
    if (a.topic, a.group) == (b.topic, b.group) and one_subject(a, b):
        return _one_name(a, b, common)
    periods = compare_periods(a, b)
    if periods.sameness not in {"same", "same_if_agree"}:
        return None
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
    if comparison.relation == "different_period" and _of_other_days(a, b, common):
        undetermined = replace(
            comparison, relation="undetermined", reasons=("period_of_publication",)
        )
        return Meeting(a, b, undetermined, "other_day", common)
    doubted = comparison.relation == "undetermined" and set(comparison.reasons) <= _MENDED
    if doubted and _of_a_moment(a):
        return None
    if not doubted and comparison.relation not in {"agree", "compatible"}:
        return None
    kin = "scope_unstated" if "scope_unstated" in comparison.reasons else "one_name"
    return Meeting(a, b, comparison, kin, common)


def _of_a_moment(figure: Stated) -> bool:
    """Whether it holds for one day, in the course of which prices and counts move.

    A waiting time does not, and neither does what a plan costs.
    """
    if figure.family == "duration" or _of_a_plan(figure):
        return False
    return figure.earliest == figure.latest


def _of_a_plan(figure: Stated) -> bool:
    """Whether an amount is that of a plan: 'de verbouwing kost 4,2 miljoen euro'."""
    return figure.kind == "money" and figure.per is None and abs(figure.value or 0) >= _PROJECT


def _of_other_days(a: Stated, b: Stated, common: Shared) -> bool:
    """Whether two texts say on days that lie apart what a plan costs, and are about one plan."""
    if not (a.of_publication and b.of_publication) or a.statement != b.statement:
        return False
    near = a.is_near(b, sameness().most_apart) and overlap(a, b) == "conflict"
    one_plan = bool(common.names) or common.points >= sameness().strong
    return near and one_plan and _of_a_plan(a) and _of_a_plan(b)


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
    if kin in _WEAK:
        near = a.is_near(b, rules.most_counted)
        named = "publication" not in (a.period_method, b.period_method)
        return near and named and sameness_of_period == "same" and common.points >= rules.strong
    # How many there are 'now' changes from day to day; a price or a waiting time less so.
    if sameness_of_period != "same" and (a.family == "count" or common.points < rules.strong):
        return False
    return kin == "opposite" or a.is_near(b, rules.most_apart)


def _told(a: Stated, b: Stated, meeting: Meeting, taken_up: Stated | None, lang: Lang) -> str:
    quoted = [
        f"{source(figure, lang)}: {said(figure)} ({figure.label}; {period(figure, lang)})."
        for figure in (a, b)
    ]
    if taken_up is not None:
        sentence = textwrap.shorten(taken_up.sentence, _MOST_QUOTED, placeholder=" …")
        quoted.append(_TAKEN_UP[lang].format(byline(taken_up), said(taken_up), sentence))
    told = [_OPENING[lang], *quoted, _KIN[lang][meeting.kin], why(meeting.shared, lang)]
    return " ".join(sentence for sentence in told if sentence)


def why(common: Shared, lang: Lang) -> str:
    """Say what two texts share, for which their figures were put side by side."""
    named = [*common.names, *common.persons][:_MOST_SHARED]
    words = list(common.words)[:_MOST_SHARED]
    parts = [listing(named, lang)] if named else []
    parts += [_NUMBERS[lang]] if common.numbers else []
    parts += [_WORDS[lang].format(listing(words, lang))] if words else []
    return f"{_SIDE_BY_SIDE[lang]} {'; '.join(parts)}." if parts else ""


_OPENING = {
    "nl": "Twee teksten noemen verschillende cijfers die over hetzelfde kunnen gaan; zeker is dat "
    "niet.",
    "en": "Two texts give different figures that may be about the same thing; that is not certain.",
}
_TAKEN_UP = {
    "nl": "Bij {} staat ook {}: ‘{}’",
    "en": "{} also has {}: ‘{}’",
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
        "scope_unstated": "De ene tekst zegt wat er wel of niet is meegeteld, de andere niet.",
        "other_day": "De naam is dezelfde; de teksten verschenen op verschillende dagen.",
        "narrower_name": "De ene naam is een nauwere vorm van de andere.",
        "shared_head": "De namen hebben hetzelfde kernwoord.",
        "other_words": "De namen staan vaak voor hetzelfde.",
        "same_counted": "Ze tellen hetzelfde, maar misschien niet op dezelfde manier.",
        "shared_topic": "De namen hebben hetzelfde kernwoord; de rest van de namen verschilt.",
        "cited": "De ene tekst haalt het getal van de andere aan en noemt zelf een ander.",
        "denied": "De ene tekst spreekt het getal van de andere tegen en noemt zelf een ander.",
        "asked": "De ene tekst legt het getal van de andere voor als vraag; het antwoord noemt een "
        "ander getal.",
        "opposite": "Het zijn tegenhangers: wat de een niet telt, telt de ander.",
        "same_series": "Voor een andere periode geven beide teksten precies hetzelfde getal.",
        "transposed": "In de getallen zijn alleen twee cijfers van plaats gewisseld; misschien is "
        "er een verschreven.",
    },
    "en": {
        "one_name": "The name is the same; how the texts were read leaves doubt.",
        "scope_unstated": "One text says what is counted in or left out, the other does not.",
        "other_day": "The name is the same; the texts appeared on different days.",
        "narrower_name": "One name is a narrower form of the other.",
        "shared_head": "The names have the same head noun.",
        "other_words": "The names often stand for the same thing.",
        "same_counted": "They count the same thing, but perhaps not in the same way.",
        "shared_topic": "The names have the same head noun; the rest of them differs.",
        "cited": "One text cites the number of the other and gives another itself.",
        "denied": "One text denies the number of the other and gives another itself.",
        "asked": "One text asks about the number of the other; the answer gives another number.",
        "opposite": "They are opposites: what one leaves out the other counts.",
        "same_series": "For another period both texts give exactly the same number.",
        "transposed": "Of the numbers only two digits changed places; one of them may be a slip of "
        "the pen.",
    },
}
