"""Where, when and for whom: binding a quantity to the place, period and group around it.

Each binder looks in the clause of the quantity, then in the rest of the sentence, and leaves out
what stands in a comparison ('dan landelijk', 'ten opzichte van 2019'). What the sentence does not
give is the caller's to carry over; nothing is invented here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.indicators import denominator_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.phrases import lemma
from pipeline.periods.edtf import bounds
from pipeline.records import Evidence, Quantity, TimeExpression

_NOW = frozenset({"nu", "thans", "momenteel", "op dit moment", "inmiddels", "vandaag"})
_ENUMERATION = 40  # characters over which places are one enumeration
_BESIDE = 6  # characters between a number and the time or place that is its own
PLACES = ("municipality", "province", "region", "country")


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


def bind_place(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    compared: Sequence[tuple[int, int]],
    *,
    main_place: str | None = None,
) -> Bound | None:
    """Return the place of a quantity as its sentence states it.

    Nearest in the clause wins, then an earlier clause, then a later one; of places that are about
    equally near the one that the document is about (``main_place``). 'Landelijk' and its like
    are places too (``figures.toml``, table ``scope``).

    Example: 'Landelijk is dit percentage slechts acht procent' → ``NL``.
    """
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    options: list[tuple[tuple[int, int, bool, int], Bound]] = []
    for mention in context.mentions:
        if mention.kind not in PLACES or mention.entity is None:
            continue
        start, end = context.span(mention.start, mention.end)
        if _inside(start, compared) or context.inside_name(mention.start, mention.end):
            continue
        if mention.start >= quantity.end and _owned_by_other(context, quantity, mention.start):
            # 'Drenthe telt twaalf huizen, waarvan drie in Emmen': the place is that of the three.
            continue
        if mention.method == "adjective" and not _before_noun(context, end):
            # 'Duitse huishoudens' are in Germany; what is 'Chinees' to somebody is not in China.
            continue
        entity = mention.entity
        if mention.method == "adjective" and main_place and _calls_municipality(context, end):
            entity = main_place
        bound = Bound(
            entity, Evidence("place", _stated(mention.method), mention.start, mention.end)
        )
        rank = _rank(start, end, clause, first, last, mention.kind)
        options.append(((rank[0], rank[1], entity != main_place, rank[2]), bound))
    for phrase, place in lexicon.scope:
        for match in context.find(phrase):
            start, end = match.tokens[0], match.tokens[-1] + 1
            if _inside(start, compared):
                continue
            tokens = context.tokens
            evidence = Evidence("place", "stated", tokens[start].start, tokens[end - 1].end)
            rank = _rank(start, end, clause, first, last, "country")
            # An adverb such as 'landelijk' in another clause says nothing about this one.
            if rank[0] == 0:
                options.append(((rank[0], rank[1], True, rank[2]), Bound(place, evidence)))
    if not options:
        return None
    best = min(options, key=lambda option: option[0])[1]
    return _main_of_enumeration(best, options, main_place)


def bind_period(
    context: Context, quantity: Quantity, compared: Sequence[tuple[int, int]]
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
        if _inside(start, compared):
            # 'ten opzichte van dezelfde periode in 2019, toen er 378 duizend waren'
            continue
        if time.start >= quantity.end and _owned_by_other(context, quantity, time.start):
            # '143 tegen 145 in 2021': the time belongs to the other number.
            continue
        # 'Over de eerste helft van 2023 staat de teller nu op …': now says least.
        weak = time.kind == "vague" or time.surface.lower() in _NOW
        vague = 1 if weak else 0
        in_clause, distance = _nearness(start, end, clause, first, last)
        options.append(((in_clause, vague, distance), time))
    if not options:
        return _after_comparison(context, quantity, compared)
    (in_clause, _, _), time = min(options, key=lambda option: option[0])
    if in_clause:
        fallback = _after_comparison(context, quantity, compared)
        if fallback is not None:
            return fallback
    return BoundPeriod(time, Evidence("period", "stated", time.start, time.end))


def end_of_span(period: BoundPeriod | None, quantity: Quantity) -> BoundPeriod | None:
    """Give the two levels of 'van 398 naar 421 tussen 2020 en 2022' each its end of the span."""
    if period is None or quantity.part not in {"base", "target"}:
        return period
    time = period.time
    if time.kind != "span" or time.edtf is None or time.edtf.count("/") != 1:
        # 'Vorig jaar steeg het van 612 naar 658': when it was 612 is not said, unless the time
        # stands with the number ('van 612 in 2022 naar 658').
        beside = 0 <= time.start - quantity.end <= _BESIDE and period.evidence.method == "stated"
        return period if quantity.part == "target" or beside else None
    begin, end = time.edtf.split("/")
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
    if phrase is not None and _is_group(context, phrase.head, lexicon):
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
            ]
            if people:
                found = min(people, key=lambda i: abs(i - first))
                break
    if found is None:
        return None
    token = context.tokens[found]
    age = next(
        (
            q
            for _, q in context.quantities
            if q.kind == "age" and 0 <= q.start - token.end <= 24 and q.start >= token.end
        ),
        None,
    )
    words = token.text.lower()
    end = token.end
    if age is not None:
        words = f"{words} {_age(age)}"
        end = age.end
    return Bound(words, Evidence("population", "stated", token.start, end))


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
        and _inside(context.span(time.start, time.end)[0], compared)
        and any(t.text.lower() == "toen" for t in context.tokens[:first])
    ]
    if not before:
        return None
    time = before[-1]
    return BoundPeriod(time, Evidence("period", "stated", time.start, time.end))


def _rank(
    start: int, end: int, clause: Clause, first: int, last: int, kind: str
) -> tuple[int, int, int]:
    in_clause, distance = _nearness(start, end, clause, first, last)
    # Right beside the number wins ('Zwolle 380'); of a municipality and a wider place at about the
    # same distance the municipality is meant.
    step = 0 if distance == 0 else 1 + distance // 6
    return in_clause, step, PLACES.index(kind) if kind in PLACES else len(PLACES)


def _nearness(start: int, end: int, clause: Clause, first: int, last: int) -> tuple[int, int]:
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


def _main_of_enumeration(
    best: Bound, options: Sequence[tuple[tuple[int, int, bool, int], Bound]], main: str | None
) -> Bound:
    """'in Terneuzen, Axel en Sas van Gent': of places named together the document's own."""
    for rank, bound in options:
        if bound.value == main and rank[0] == 0:
            apart = abs((bound.evidence.start or 0) - (best.evidence.start or 0))
            return bound if apart <= _ENUMERATION else best
    return best


def _is_group(context: Context, index: int, lexicon: Lexicon) -> bool:
    """People, or any plural: 'van de jongeren', 'van de aangiften', not 'van het budget'."""
    token = context.tokens[index]
    word = lemma(token)
    if word in lexicon.population:
        return True
    return token.pos == "NOUN" and "Number=Plur" in token.morph and word not in lexicon.generic


def _owned_by_other(context: Context, quantity: Quantity, start: int) -> bool:
    """Whether another number stands between a quantity and a time or place, right before it."""
    return any(
        quantity.end <= other.start
        and other.end <= start <= other.end + _BESIDE
        and other.kind not in {"age", "duration"}
        for _, other in context.quantities
    )


def _calls_municipality(context: Context, index: int) -> bool:
    """'de Gelderse gemeente' is the municipality that the text is about, not Gelderland."""
    return index < len(context.tokens) and bool(
        {"gemeente", "stad", "dorp", "plaats"} & set(context.forms[index])
    )


def _before_noun(context: Context, index: int) -> bool:
    following = context.tokens[index : index + 2]
    return any(token.pos in {"NOUN", "PROPN", "ADJ"} for token in following)


def _inside(index: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= index < last for first, last in spans)


def _stated(method: str) -> str:
    return "stated" if method != "coreference" else "coreference"
