"""Sums done again: totals after their terms, before them, over a table and over a year.

A total that is claimed in words ('samen', 'als volgt') and does not come out is an error. What is
only found to fit is reported as such, and where it does not fit nothing is said: the text may not
have meant it as a sum.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, islice

from pipeline.reconcile import markers
from pipeline.reconcile.matters import is_telling
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.recomputed import Sum, finding
from pipeline.reconcile.records import Finding, Stated
from pipeline.reconcile.relations import core
from pipeline.reconcile.units import compare_counted
from pipeline.reconcile.wording import said

_TERMS = 2  # sentences between a total and the first of its terms
_CLAIMED = 1  # sentences between a total that claims its terms and the first of them
_BEFORE_PARTS = 6  # sentences between a total and a sentence that lists its parts
_LEAST_TOTAL = 20  # smaller numbers are the sum of others by chance
_ADDED = frozenset({"level", "forecast", "target"})
_TABLE = "table"
_LIST = "list"
_MOST_ROWS = 60
_MOST_PARTS = 20


def totals(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Recompute the totals that stand before their parts, in a table, or over a whole year."""
    adding = [f for f in figures if f.kind in {"count", "money"} and f.claim in _ADDED and f.value]
    sentences = {
        position: list(group) for position, group in groupby(adding, key=lambda f: f.position)
    }
    yield from _in_sentence(sentences)
    yield from _listed_below(sentences)
    yield from _enumerated(sentences)
    yield from _with_rest(figures)
    yield from _rows(sentences)
    yield from _over_time(adding)


def _in_sentence(sentences: dict[int, list[Stated]]) -> Iterator[Finding]:
    """'214 gewonden: 121 binnen de kom, 61 erbuiten en 32 op de snelweg'."""
    for figures in sentences.values():
        for index, total in enumerate(figures):
            terms = _alike(total, figures[index + 1 :])
            if len(terms) < 2 or not markers.opens_parts(total, terms[0]):
                continue
            fitting = [
                found
                for last in range(len(terms), 1, -1)
                if (found := _total(terms[:last])).fits(total)
            ]
            if fitting:
                yield finding(fitting[0], total)
                break


def _listed_below(sentences: dict[int, list[Stated]]) -> Iterator[Finding]:
    """'€ 2,8 miljoen te besparen, als volgt:' and the items of the list below it."""
    for position, figures in sentences.items():
        total = figures[-1]
        if not total.sentence.rstrip().endswith(":") or total.zone == _LIST:
            continue
        terms: list[Stated] = []
        below = position + 1
        while below in sentences and sentences[below][0].zone == _LIST:
            item = [f for f in sentences[below] if _same_kind(total, f)]
            if len(item) != 1:
                break
            terms += item
            below += 1
        if len(terms) < 2:
            continue
        found = _total(terms)
        # A list of which the end was not read claims nothing.
        whole = terms[-1].sentence.rstrip().endswith(".") and below not in sentences
        if found.fits(total) or (whole and markers.announces(total)):
            yield finding(found, total)


def _enumerated(sentences: dict[int, list[Stated]]) -> Iterator[Finding]:
    """Three or more counts of one sentence that make up exactly a total given a little before.

    Two where the total stands in the sentence before and is a number that nobody hits on by
    chance: '318 ongevallen. Binnen de kom 251, erbuiten 67.'
    """
    for position, figures in sentences.items():
        for total in (
            f for near in range(position - _BEFORE_PARTS, position) for f in sentences.get(near, ())
        ):
            if (total.value or 0) < _LEAST_TOTAL or total.hedge != "none":
                continue
            terms = [f for f in figures if _same_total(total, f)]
            if len(terms) != len(figures):
                terms = _of_places(total, figures)
            pair = total.position == position - 1 and is_telling(total.value or 0)
            if len(terms) < (2 if pair else 3) or len(terms) != len(figures):
                continue
            found = _total(terms)
            if abs(sum(term.value or 0 for term in terms) - (total.value or 0)) < 1e-6:
                yield finding(found, total)
                break


def _with_rest(figures: Sequence[Stated]) -> Iterator[Finding]:
    """'Een verschil van 8,0 miljoen. Hiervan is 3,4 …, 1,9 … en 2,7 van de overige posten'.

    The numbers between a total and what is left of it, none left out, that make it up exactly.
    """
    for index, last in enumerate(figures):
        if last.kind not in {"count", "money"} or not last.value or not markers.closes_parts(last):
            continue
        before = [f for f in figures[max(0, index - _MOST_PARTS) : index] if _is_added(f, last)]
        terms = [last]
        for figure in reversed(before):
            total = sum(term.value or 0 for term in terms)
            exact = abs(total - (figure.value or 0)) < 1e-6 * total
            if exact and (len(terms) > 2 or (len(terms) == 2 and is_telling(total))):
                yield finding(_total(terms[::-1]), figure)
                break
            terms.append(figure)


def _is_added(figure: Stated, last: Stated) -> bool:
    """Whether a number before what is left may be the total or a part of it."""
    near = last.position - figure.position <= _BEFORE_PARTS
    alike = (figure.family, figure.place, figure.per) == (last.family, last.place, last.per)
    return near and alike and figure.part is None and bool(figure.value)


def _rows(sentences: dict[int, list[Stated]]) -> Iterator[Finding]:
    """The last row of a table, 'Totaal': each column added up."""
    for position, figures in sentences.items():
        if figures[0].zone != _TABLE or not markers.is_total_row(figures[0].sentence):
            continue
        columns: dict[int, list[Stated]] = defaultdict(list)
        for above in islice(range(position - 1, -1, -1), _MOST_ROWS):
            row = sentences.get(above)
            if row is None or row[0].zone != _TABLE or markers.is_total_row(row[0].sentence):
                break
            for cell in row:
                columns[_column(cell)].append(cell)
        for total in figures:
            terms = [f for f in columns[_column(total)][::-1] if _same_kind(total, f)]
            found = _total(terms) if len(terms) > 1 else None
            if found is not None and found.fits(total):
                yield finding(found, total)


def _over_time(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Half-years that make up a year: 166 and 189 in the halves, 355 in the whole."""
    subjects: dict[tuple[str | None, ...], list[Stated]] = defaultdict(list)
    for figure in figures:
        if figure.earliest and figure.latest and figure.period_method != "publication":
            key = (figure.indicator, figure.place, figure.population, figure.family, figure.per)
            subjects[key].append(figure)
    for group in subjects.values():
        ordered = sorted(group, key=lambda f: (f.earliest or "", f.latest or "", f.start))
        # Of each period the first figure that the text gives: no other is ever a term.
        firsts: dict[tuple[str | None, str | None], dict[str | None, Stated]] = defaultdict(dict)
        for figure in ordered:
            firsts[figure.earliest, figure.unit].setdefault(figure.latest, figure)
        for total in ordered:
            terms = _tiles(total, firsts)
            found = _total(terms) if len(terms) > 1 else None
            if found is not None and found.fits(total):
                yield finding(found, total)


def _tiles(
    total: Stated, firsts: Mapping[tuple[str | None, str | None], Mapping[str | None, Stated]]
) -> list[Stated]:
    """The figures of periods that follow each other and cover the period of the total.

    ``firsts`` are the figures by begin and unit, then by end, the shortest period first.
    """
    terms: list[Stated] = []
    begin = total.earliest
    while True:
        figure = next(
            (
                f
                for f in firsts.get((begin, total.unit), {}).values()
                if (f.latest or "") <= (total.latest or "")
                and (f.earliest, f.latest) != (total.earliest, total.latest)
            ),
            None,
        )
        if figure is None or (figure.latest or "") < (figure.earliest or ""):
            break
        terms.append(figure)
        begin = (date.fromisoformat(figure.latest or "") + timedelta(days=1)).isoformat()
    covered = bool(terms) and terms[-1].latest == total.latest
    return terms if covered else []


def _column(figure: Stated) -> int:
    """In which column of its row a figure stands; rows are cut by tabs or upright strokes."""
    return len(re.findall(r"[\t|]", figure.sentence[: max(0, figure.offset)]))


def _alike(total: Stated, others: Sequence[Stated]) -> list[Stated]:
    return [figure for figure in others if _same_kind(total, figure)]


def _same_kind(total: Stated, figure: Stated) -> bool:
    """Whether two numbers can be added: both money, or both counts of what may be the same."""
    return (
        figure.kind == total.kind
        and figure.family == total.family
        and figure.per == total.per
        and figure.claim == total.claim
        and figure.part != "base"
    )


def _same_total(total: Stated, figure: Stated) -> bool:
    return (
        _same_kind(total, figure)
        and figure.place == total.place
        and (figure.earliest, figure.latest) == (total.earliest, total.latest)
        and compare_counted(figure.unit, total.unit) != "counted"
    )


def _of_places(total: Stated, figures: Sequence[Stated]) -> list[Stated]:
    """The counts of one sentence for the places that a total is made of, each another one.

    'De nieuwe gemeente telde 45.600 inwoners. Delfzijl bracht er 24.400 in, …': only of a total
    that nobody hits on by chance.
    """
    places = {figure.place for figure in figures}
    if len(places) < len(figures) or None in places or not is_telling(total.value or 0):
        return []
    return [f for f in figures if _same_total(total, replace(f, place=total.place))]


def sums(figures: Sequence[Stated]) -> Iterator[Finding]:
    """Recompute totals that are claimed: 'samen 450', the counts or amounts just before."""
    text = Nearby(figures)
    for total in figures:
        if total.kind not in {"count", "money"} or not total.is_level:
            continue
        claim = markers.sum_claim(total)
        terms = _terms(total, text) if claim else []
        if len(terms) < 2:
            continue
        sums = [_total(terms[first:]) for first in range(len(terms) - 1)]
        fitting = [each for each in sums if each.fits(total)]
        if fitting:
            yield finding(fitting[0], total)
            continue
        claimed = [
            term
            for term in terms
            if total.position - term.position <= _CLAIMED and markers.one_time(total, term)
        ]
        largest = max((core(term).low for term in claimed), default=0.0)
        # A total below one of its terms adds up something else than what stands before it.
        if claim == "strong" and len(claimed) >= 2 and core(total).high > largest:
            yield finding(_total(claimed), total)


def _total(terms: Sequence[Stated]) -> Sum:
    computed = core(terms[0])
    for term in terms[1:]:
        computed = computed.plus(core(term))
    words = " plus ".join(said(term) for term in terms)
    return Sum(computed, tuple((term, "term") for term in terms), words, words)


def _terms(total: Stated, text: Nearby) -> list[Stated]:
    """The figures that a stated total may add up: those before it that count the same."""
    terms: list[Stated] = []
    before = text.between(total.position - _TERMS, total.position)
    for figure in reversed([f for f in before if f.start < total.start]):
        if figure.kind != total.kind or figure.family != total.family or not figure.is_level:
            continue
        if figure.kind == "count" and compare_counted(figure.unit, total.unit) is not None:
            continue
        if figure.per != total.per or figure.part == "base":
            continue
        if markers.sum_claim(figure):
            break
        terms.append(figure)
    return terms[::-1]
