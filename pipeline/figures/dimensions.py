"""Where, when and for whom: binding a quantity to the place, period and group around it.

Each binder looks in the clause of the quantity, then in the rest of the sentence, and leaves out
what stands in a comparison ('dan landelijk', 'ten opzichte van 2019'). What the sentence does not
give is the caller's to carry over; nothing is invented here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.figures.against import group_of_contrast, held_against
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import denominator_phrase, joined
from pipeline.figures.elsewhere import BESIDE, is_of_other
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.makeup import whole_of
from pipeline.figures.phrases import lemma
from pipeline.figures.words import has_verb_of
from pipeline.periods.edtf import bounds
from pipeline.records import Evidence, Quantity, TimeExpression

_NOW = frozenset({"nu", "thans", "momenteel", "op dit moment", "inmiddels", "vandaag"})
_FROM_NOW_ON = ("per ", "vanaf ", "met ingang van ", "ingaande ")
_PARTS_OF_YEAR = frozenset({"day", "week", "month"})
# What is dated by the day on which it was written or held: 'het besluit van 23 november'.
_PAPERS = (
    *("besluit", "besluiten", "brief", "brieven", "vergadering", "motie", "moties", "voorstel"),
    *("nota", "notitie", "bijeenkomst", "overleg", "artikel", "bericht", "uitspraak", "vonnis"),
)
_TELL = frozenset({"spreken", "noemen", "uitgaan", "rekenen"})  # beside the verbs of saying


@dataclass(frozen=True, slots=True)
class Bound:
    """The value of a dimension and the words it rests on."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class BoundPeriod:
    """The time expression that a quantity belongs to, and the evidence for it."""

    time: TimeExpression
    evidence: Evidence


def latest(bound: BoundPeriod | None) -> str:
    """Return the last day of a period, else its first; empty where it has none."""
    return "" if bound is None else bound.time.latest or bound.time.earliest or ""


def known_by(evidence: Evidence, method: str) -> Evidence:
    """Return the same evidence as known by ``method``; what the document or its title says stays.

    Example: Emmen, ``stated`` in one sentence, is ``carried_over`` for the next.
    """
    kept = evidence.method if evidence.method in {"document", "title"} else method
    return Evidence(evidence.dimension, kept, evidence.start, evidence.end)


def bind_period(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    compared: Sequence[tuple[int, int]],
) -> BoundPeriod | None:
    """Return the time expression that a quantity belongs to, or None.

    In the clause the nearest one wins; else the last one before the clause, then the first after.
    Durations and sets are no periods.

    Example: 'In 2019 was dat 8 procent en voor 2020 is dit 6 procent' → 2019 and 2020.
    """
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    beside = _in_brackets_after(context, first)
    if beside is not None:
        return BoundPeriod(beside, Evidence("period", "stated", beside.start, beside.end))
    options: list[tuple[tuple[int, int, int], TimeExpression]] = []
    for time in context.times:
        if time.kind in {"duration", "set"} or (time.edtf is None and time.earliest is None):
            continue
        if time.start < quantity.end and quantity.start < time.end:
            continue
        start, end = context.span(time.start, time.end)
        if inside(start, compared):
            # 'ten opzichte van dezelfde periode in 2019, toen er 378 duizend waren'
            continue
        if is_of_other(context, quantity, start, end, lexicon):
            # '143 tegen 145 in 2021': the time belongs to the other number.
            continue
        if _dates_a_paper(context, start, time) or _dates_the_telling(
            context, quantity, time, lexicon
        ):
            continue
        # 'Over de eerste helft van 2023 staat de teller nu op …': now says least.
        in_clause, distance = nearness(start, end, clause, first, last)
        weak = time.kind == "vague" or time.surface.lower() in _NOW
        # '… naar 39 procent nu': but not right behind its number.
        vague = 1 if weak and start != last else 0
        options.append(((in_clause, vague, distance), time))
    if not options:
        return _after_comparison(context, quantity, compared)
    (in_clause, _, _), time = min(options, key=lambda option: option[0])
    if in_clause:
        fallback = _after_comparison(context, quantity, compared)
        if fallback is not None:
            return fallback
    return BoundPeriod(time, Evidence("period", "stated", time.start, time.end))


def _dates_a_paper(context: Context, start: int, time: TimeExpression) -> bool:
    """'uw besluit van 23 november', 'de brief van 4 mei': the day of what was written or held."""
    if time.granularity != "day" or start < 2 or context.tokens[start - 1].text.lower() != "van":
        return False
    return any(form.endswith(_PAPERS) for form in context.forms[start - 2])


def _dates_the_telling(
    context: Context, quantity: Quantity, time: TimeExpression, lexicon: Lexicon
) -> bool:
    """'Hij sprak in september van 2.980 gezinnen in 2022': when it was said, and when it was so."""
    if time.end > quantity.start or time.granularity not in _PARTS_OF_YEAR:
        return False
    clause = context.clause_at(quantity.start)
    first, _ = context.span(time.start, time.end)
    if first not in clause or not has_verb_of(context, clause, lexicon.speech_verbs | _TELL):
        return False
    end = max(quantity.end, quantity.noun_end or 0)
    _, last = context.span(quantity.start, end)
    while last < clause.last and context.tokens[last].pos in {"ADJ", "NOUN"}:
        last += 1
    after = context.tokens[last : last + 2]
    leads = bool(after) and after[0].text.lower() in {"in", "over"}
    return leads and any(each.start <= after[-1].start < each.end for each in context.times)


def end_of_span(period: BoundPeriod | None, quantity: Quantity) -> BoundPeriod | None:
    """Give the two levels of 'van 398 naar 421 tussen 2020 en 2022' each its end of the span."""
    if period is None or quantity.part not in {"base", "target"}:
        return period
    time = period.time
    if time.kind != "span" or time.edtf is None or time.edtf.count("/") != 1:
        # 'Vorig jaar steeg het van 612 naar 658': when it was 612 is not said, unless the time
        # stands with the number ('van 612 in 2022 naar 658').
        beside = 0 <= time.start - quantity.end <= BESIDE and period.evidence.method == "stated"
        return period if quantity.part == "target" or beside else None
    begin, end = time.edtf.split("/")
    if quantity.part == "base" and time.surface.lower().startswith(_FROM_NOW_ON):
        return _day_before(period)
    chosen = begin if quantity.part == "base" else end
    if not chosen.strip("."):
        return period
    earliest, latest = bounds(chosen)
    kinds = {4: "year", 7: "month", 10: "day"}
    return BoundPeriod(
        replace(
            time,
            edtf=chosen,
            kind="point",
            earliest=earliest,
            latest=latest,
            granularity=kinds.get(len(chosen), "span"),
        ),
        period.evidence,
    )


def _day_before(period: BoundPeriod) -> BoundPeriod | None:
    """'Per 1 januari gaat het van 2,10 naar 2,35': the first holds until then."""
    if not period.time.earliest:
        return None
    before = date.fromisoformat(period.time.earliest) - timedelta(days=1)
    return BoundPeriod(day_of(period.time, before), period.evidence)


def day_of(time: TimeExpression, moment: date) -> TimeExpression:
    """Return the same words as a time that is one day."""
    day = moment.isoformat()
    return replace(time, edtf=day, kind="point", earliest=day, latest=day, granularity="day")


def years_later(time: TimeExpression, years: int) -> TimeExpression:
    """Return the same part of another year: the end of 2023 for the end of 2024, one before."""
    edtf = re.sub(r"\b\d{4}", lambda year: str(int(year[0]) + years), time.edtf or "")
    earliest, latest = bounds(edtf)
    return replace(time, edtf=edtf, earliest=earliest, latest=latest)


def before_change(
    bound: BoundPeriod | None, whole: BoundPeriod | None, context: Context, quantity: Quantity
) -> BoundPeriod | None:
    """Give the first level of 'in vijf jaar tijd van 38 naar 19' the year that many years back.

    ``bound`` is what it has already, ``whole`` the period of the change.
    """
    if quantity.part != "base" or bound is not None or whole is None or whole.time.edtf is None:
        return bound
    year = re.match(r"\d{4}", whole.time.edtf)
    lasted = next(
        (
            time
            for time in context.times
            if time.kind == "duration"
            and time.end <= quantity.start
            and context.tokens[context.span(time.start, time.end)[0] - 1].text.lower() == "in"
            and re.fullmatch(r"P\d+Y", time.iso8601 or "")
        ),
        None,
    )
    if year is None or lasted is None:
        return None
    edtf = str(int(year[0]) - int((lasted.iso8601 or "")[1:-1]))
    earliest, latest = bounds(edtf)
    time = replace(
        lasted,
        kind="point",
        edtf=edtf,
        iso8601=None,
        earliest=earliest,
        latest=latest,
        granularity="year",
    )
    return BoundPeriod(time, Evidence("period", "stated", lasted.start, lasted.end))


def compared_with(
    context: Context, period: BoundPeriod | None, compared: Sequence[tuple[int, int]]
) -> BoundPeriod | None:
    """'Vergeleken met 2019 steeg het in 2022 van 27 naar 36': the first level is of 2019."""
    times = [
        time
        for time in context.times
        if time.kind in {"point", "part"}
        and time.latest is not None
        and inside(context.span(time.start, time.end)[0], compared)
    ]
    if len(times) != 1 or period is None or (times[0].latest or "") >= (period.time.earliest or ""):
        return None
    return BoundPeriod(times[0], Evidence("period", "stated", times[0].start, times[0].end))


def bind_population(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, known: bool
) -> Bound | None:
    """Return the group that is counted, with its ages, as the sentence words it.

    The noun of a count is a group only for a ``known`` indicator ('378 duizend jongeren met
    jeugdzorg'); otherwise it is the indicator itself.

    Example: 'twaalf procent van de kinderen tot achttien jaar' → 'kinderen tot 18 jaar'.
    """
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    found: int | None = None
    phrase = denominator_phrase(context, quantity, clause)
    contrasted = group_of_contrast(context, quantity, lexicon) if phrase is None else None
    alone = phrase is None and contrasted is None
    other = held_against(context, quantity) if alone else None
    if other is not None:
        # One step back and no further: a row of them would be walked again for each.
        again = held_against(context, other[1]) is not None
        return None if again else bind_population(context, other[1], lexicon, known=known)
    whole = whole_of(context, quantity, clause)
    if whole is not None or contrasted is not None:
        found = whole if whole is not None else contrasted
    elif phrase is not None and _is_group(context, phrase.head, lexicon):
        found = phrase.head
    elif quantity.kind == "count" and quantity.noun_end is not None and known:
        _, end = context.span(quantity.noun_start or quantity.start, quantity.noun_end)
        if (
            lemma(context.tokens[end - 1]) in lexicon.population
            or (quantity.unit or "").lower() in lexicon.population
        ):
            found = end - 1
    elif (
        quantity.kind in {"share", "change", "ratio", "rate", "percentage_point"} and phrase is None
    ):
        # In the clause, else in a clause before it: 'Wie kijkt naar jongeren tot 23 jaar, houdt 9
        # procent over.'
        for begin, end in ((clause.first, clause.last), (0, clause.first)):
            people = [
                index
                for index in range(begin, end)
                if context.tokens[index].pos == "NOUN"
                and lemma(context.tokens[index]) in lexicon.population - lexicon.actors
                and not first <= index < last
                and not _has_own_share(context, index, quantity)
            ]
            if people:
                found = min(people, key=lambda i: abs(i - first))
                break
    if found is None:
        return None
    token = context.tokens[found]
    age = next(
        (q for _, q in context.quantities if q.kind == "age" and 0 <= q.start - token.end <= 24),
        None,
    )
    words = token.text.lower()
    start, end = token.start, token.end
    named = next((q for _, q in context.quantities if q.kind == "age" and q.end == end), None)
    if named is not None:
        words, start = named.surface.lower(), named.start  # '18- tot 25-jarigen'
    elif phrase is not None and found == phrase.head:
        last, words = joined(context, phrase, clause)
        end = context.tokens[last - 1].end if last > phrase.last else end
    if age is not None:
        words = f"{words} {_age(age)}"
        end = age.end
    return Bound(words, Evidence("population", "stated", start, end))


def _has_own_share(context: Context, index: int, quantity: Quantity) -> bool:
    """'52 procent is eenzaam, van de ouderen 44': a group with a number right behind it."""
    return any(
        context.span(q.start, q.end)[0] == index + 1 and q.start > quantity.end
        for _, q in context.quantities
        if q.kind != "age"
    )


def _age(age: Quantity) -> str:
    """Word an age bound the same way however it was written: 'tot 18 jaar', '12 tot 18 jaar'."""
    if age.hedge == "at_most" and age.value is not None:
        return f"tot {age.value:g} jaar"
    if age.hedge == "at_least" and age.value is not None:
        return f"vanaf {age.value:g} jaar"
    if age.low is not None and age.high is not None and age.value is None:
        return f"van {_bound(age, 'low')} tot {_bound(age, 'high')} jaar"
    if age.value is not None:
        return f"van {age.value:g} jaar"
    return re.sub(r"\s+", " ", age.surface.lower())


def _bound(age: Quantity, side: str) -> str:
    numbers = re.findall(r"\d+", age.surface)
    if len(numbers) == 2:
        return str(numbers[0] if side == "low" else numbers[1])
    value = age.low if side == "low" else age.high
    return f"{value:g}"


def _after_comparison(
    context: Context, quantity: Quantity, compared: Sequence[tuple[int, int]]
) -> BoundPeriod | None:
    """A quantity after a comparison takes its time: '… in 2019, toen waren er 378 duizend'."""
    first, _ = context.span(quantity.start, quantity.end)
    before = [
        time
        for time in context.times
        if time.end <= quantity.start
        and time.kind not in {"duration", "set"}
        and inside(context.span(time.start, time.end)[0], compared)
        and any(t.text.lower() == "toen" for t in context.tokens[:first])
    ]
    if not before:
        return None
    time = before[-1]
    return BoundPeriod(time, Evidence("period", "stated", time.start, time.end))


def nearness(start: int, end: int, clause: Clause, first: int, last: int) -> tuple[int, int]:
    """(0 in the clause, 1 before it, 2 after it; distance in tokens)."""
    distance = first - end if end <= first else max(0, start - last)
    if start in clause:
        return 0, distance
    return (1, distance) if end <= clause.first else (2, distance)


def _in_brackets_after(context: Context, first: int) -> TimeExpression | None:
    """'eind 2022 (790)': the number in brackets is that of the time before them."""
    if first < 2 or context.tokens[first - 1].text != "(":
        return None
    before = context.tokens[first - 2]
    return next(
        (t for t in context.times if t.start <= before.start < t.end and t.kind != "duration"), None
    )


def _is_group(context: Context, index: int, lexicon: Lexicon) -> bool:
    """People, or any plural: 'van de jongeren', 'van de aangiften', not 'van het budget'."""
    token = context.tokens[index]
    word = lemma(token)
    if word in lexicon.population:
        return True
    return token.pos == "NOUN" and "Number=Plur" in token.morph and word not in lexicon.generic


def inside(index: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= index < last for first, last in spans)
