"""Numbers whose noun was said before: 'In 2022 waren dat er 187', '61 op provinciale wegen'."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from pipeline.figures.amounts import number_meant
from pipeline.figures.context import Context
from pipeline.figures.counted import (
    asked_for,
    counted_before,
    counted_group,
    number_named,
    number_of_such,
    says_how_many,
    with_age_group,
)
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.parallels import has_scale, is_parallel, stands_at, stands_in_brackets
from pipeline.records import Quantity

_POINTERS = frozenset(
    {
        "er",
        "dat",
        "dit",
        "die",
        "het",
        "nog",
        "tegen",
        "volgt",
        "volgen",
        "teller",
        "deze",
        "bedraagt",
        "bedroeg",
    }
)
_THEM = frozenset({"hen", "hun", "die", "deze", "dezen"})
_OF_THEM = frozenset({"daarvan", "hiervan", "ervan"})
_PLACING = frozenset({"in", "binnen", "na", "over", "sinds", "voor", "om", "tijdens", "al"})
_MEASURES = frozenset({"share", "money", "duration", "rate", "measure"})
_IS = frozenset({"zijn", "worden", "bedragen", "liggen"})
_REACH = 2  # sentences
_ANSWERED = 4  # sentences in which an answer gives the number that was asked for
_WHOLE = 100  # percent
_LEVELS = 5  # tokens from the bracket of '(van 4 zetels naar 11)' to its last number


def fill_nouns(contexts: Sequence[Context], lexicon: Lexicon) -> tuple[Context, ...]:
    """Give bare numbers the noun, currency or unit of time of the number that they continue.

    Within a sentence a second bare number continues the first ('121 gewonden …, 61 op … en 32 op
    …', '31,6 miljoen euro …, twee jaar later 38,4 miljoen', 'acht maanden, in Drenthe zes'), or is
    counted out of the next ('7.900 van de 56.400 huishoudens'); across sentences a word must point
    back ('dat waren er 187'). What the words around a number name goes before
    (:mod:`pipeline.figures.counted`).
    """
    filled: list[Context] = []
    noun: str | None = None
    where = -10
    passage = -1
    kind = ""
    stood: tuple[int, Quantity] | None = None  # the last measure, and where it stood
    asked: str | None = None  # the noun of 'Hoeveel leden heeft de club?'
    asked_at = -10
    for context in contexts:
        sentence = context.sentence
        answered = sentence.passage_kind == "answer" and kind == "question"
        moved = sentence.passage != passage and not answered
        if moved or sentence.position - where > _REACH:
            noun = None
        here = False
        if sentence.text.rstrip().endswith("?"):
            asked, asked_at = asked_for(context), sentence.position
        before = filled[-1] if filled and not moved else None
        if noun is None and before is not None and not before.quantities:
            said = counted_before(before)
            if said is not None and any(
                _is_bare(q) and says_how_many(context, q) for _, q in context.quantities
            ):
                noun, where, here = said, sentence.position, True
        answers = noun is None and sentence.position - asked_at <= _ANSWERED
        if answers and any(
            _is_bare(q) and says_how_many(context, q) for _, q in context.quantities
        ):
            noun, where, here = asked, sentence.position, asked is not None
        passage, kind = sentence.passage, sentence.passage_kind
        money: Quantity | None = None
        lasted: Quantity | None = None
        weighed: Quantity | None = None
        quantities: list[tuple[int, Quantity]] = []
        for place, (number, quantity) in enumerate(context.quantities):
            if stood is not None and sentence.position - stood[0] <= 1:
                quantity = _same_measure(context, quantity, stood[1], lexicon)
            if quantity.kind in _MEASURES and not _in_time(context, quantity):
                stood = (sentence.position, quantity)
            elif quantity.kind == "count" and quantity.unit is not None:
                stood = None
            whole = _counted_out_of(context, place) if _is_bare(quantity) else None
            if _is_bare(quantity) and quantity.kind == "count":
                quantity = with_age_group(context, quantity)
            named = None
            if _counts_nothing(quantity):
                named = (
                    number_of_such(context, quantity)
                    or number_named(context, quantity)
                    or number_meant(filled, context, quantity)
                )
            if quantity.kind == "money":
                money = quantity
            if quantity.kind == "duration":
                lasted = quantity
            if quantity.kind in {"measure", "share", "money"} or (
                quantity.kind == "change" and quantity.unit is not None
            ):
                weighed = quantity
            group = counted_group(context, quantity)
            if group is not None:
                noun, where = group, sentence.position
            if quantity.kind == "count" and quantity.unit is not None:
                noun, where, here = quantity.unit, sentence.position, True
            elif whole is not None:
                quantity = replace(quantity, unit=whole.unit)
            elif (
                money is not None
                and _is_bare(quantity)
                and (has_scale(quantity) or _closes(context, money, quantity))
            ):
                quantity = replace(quantity, kind="money", unit=money.unit)
            elif weighed is not None and _goes_on(context, weighed, quantity):
                quantity = replace(quantity, kind=weighed.kind, unit=weighed.unit, per=weighed.per)
            elif lasted is not None and _lasts(context, lasted, quantity):
                quantity = replace(quantity, kind="duration", unit=lasted.unit)
            elif _is_bare(quantity) and (
                _is_percentage(context, quantity) or _is_another_share(weighed, quantity)
            ):
                quantity = replace(quantity, kind="share", unit="percent")
            elif named is not None:
                quantity = replace(quantity, unit=named)
                noun, where = named, sentence.position
            elif (
                noun is not None
                and _is_bare(quantity)
                and (
                    here or _points_back(context, quantity) or stands_at(context, quantity, lexicon)
                )
            ):
                quantity = replace(quantity, unit=noun)
                where, here = sentence.position, True
            quantities.append((number, quantity))
        filled.append(replace(context, quantities=tuple(quantities)))
    return tuple(filled)


def _same_measure(
    context: Context, quantity: Quantity, before: Quantity, lexicon: Lexicon
) -> Quantity:
    """Give a bare number the unit of what 'dat' stands for: '8 procent; in Drenthe is dat 7'.

    With 'er' it counts: 'dat waren er 7'.
    """
    if not _is_bare(quantity) or quantity.kind != "count":
        return quantity
    if before.part is None and stands_at(context, quantity, lexicon, before):
        return replace(quantity, kind=before.kind, unit=before.unit, per=before.per)
    clause = context.clause_at(quantity.start)
    words = {token.text.lower() for token in context.tokens[clause.first : clause.last]}
    _, last = context.span(quantity.start, quantity.end)
    closes = last >= clause.last or context.tokens[last].pos in {"PUNCT", "ADP", "CCONJ"}
    copula = any(
        context.tokens[index].lemma.lower() in _IS for index in range(clause.first, clause.last)
    )
    pointed = any(
        context.tokens[index].text.lower() in {"dat", "dit", "het"}
        and not _is_article(context, index)
        for index in range(clause.first, clause.last)
    )
    if not (closes and copula and pointed) or "er" in words or before.part is not None:
        return quantity
    return replace(quantity, kind=before.kind, unit=before.unit, per=before.per)


def _goes_on(context: Context, earlier: Quantity, quantity: Quantity) -> bool:
    """'in 2018 nog 1,1 miljoen ton, vorig jaar 0,6 miljoen'; 'in 14 procent, in Venlo in 12'."""
    alike = quantity.kind in {"count", earlier.kind}
    if not _is_bare(quantity) or not alike or earlier.part is not None:
        return False
    if is_parallel(context, earlier, quantity):
        return True
    scaled = has_scale(quantity) and has_scale(earlier)
    return earlier.kind == "measure" and scaled and _closes(context, earlier, quantity)


def _is_another_share(weighed: Quantity | None, quantity: Quantity) -> bool:
    """'onder de 8,8 procent, en Assen doet het met 9,3 slechter': a part of one counts nothing."""
    if weighed is None or weighed.kind != "share" or has_scale(quantity):
        return False
    return quantity.value is not None and quantity.value % 1 != 0


def _in_time(context: Context, quantity: Quantity) -> bool:
    """'twee jaar' in 'twee jaar terug'."""
    return any(
        time.start < quantity.end and quantity.start < time.end and time.kind != "duration"
        for time in context.times
    )


def _counts_nothing(quantity: Quantity) -> bool:
    """A number without a noun; also as a level of 'het aantal steeg van 21 naar 34'."""
    return quantity.kind in {"count", "change"} and quantity.unit is None


def _lasts(context: Context, lasted: Quantity, quantity: Quantity) -> bool:
    """'De wachttijd is acht maanden, in Drenthe zes.': behind a comma, at the end of its clause.

    A length of time that only places something ('binnen twee jaar') goes on in no number.
    """
    if not _is_bare(quantity) or quantity.kind != "count":
        return False
    begin, _ = context.span(lasted.start, lasted.end)
    placed = begin > 0 and context.tokens[begin - 1].text.lower() in _PLACING
    return not placed and _closes(context, lasted, quantity, {","})


def _closes(
    context: Context,
    earlier: Quantity,
    quantity: Quantity,
    joints: Set[str] = frozenset({",", "en", "maar"}),
) -> bool:
    """'in Altena betaal je 5,50 euro en in Leerdam nog geen vijf.': at the end of its clause."""
    first, last = context.span(quantity.start, quantity.end)
    _, end = context.span(earlier.start, earlier.end)
    closes = last >= len(context.tokens) or context.tokens[last].pos == "PUNCT"
    between = [token.text.lower() for token in context.tokens[end:first]]
    return closes and bool(joints & set(between)) and bool({"in", "bij", ","} & set(between))


def _is_percentage(context: Context, quantity: Quantity) -> bool:
    """'Eerder lagen die percentages nog op 7 en 12.'"""
    clause = context.clause_at(quantity.start)
    first, _ = context.span(quantity.start, quantity.end)
    value = quantity.value if quantity.value is not None else quantity.high
    return (value is not None and 0 <= value <= _WHOLE) and any(
        "percentage" in context.forms[index] for index in range(clause.first, first)
    )


def _counted_out_of(context: Context, place: int) -> Quantity | None:
    """The count that follows as 'van de 56.400 huishoudens'."""
    if place + 1 >= len(context.quantities):
        return None
    quantity, following = context.quantities[place][1], context.quantities[place + 1][1]
    if following.kind != "count" or following.unit is None:
        return None
    _, end = context.span(quantity.start, quantity.end)
    start, _ = context.span(following.start, following.end)
    between = [token.text.lower() for token in context.tokens[end:start]]
    return following if between[:1] == ["van"] and len(between) <= 2 else None


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind in {"count", "change"} and quantity.unit is None and quantity.value != 1


def _points_back(context: Context, quantity: Quantity) -> bool:
    clause = context.clause_at(quantity.start)
    if _is_out_of_them(context, quantity) or stands_in_brackets(context, quantity):
        return True
    if _is_level_in_brackets(context, quantity):
        return True
    return any(
        context.tokens[index].text.lower() in _POINTERS and not _is_article(context, index)
        for index in range(clause.first, clause.last)
    )


def _is_level_in_brackets(context: Context, quantity: Quantity) -> bool:
    """'De lijst won (van 4 naar 11)': two levels, alone in brackets, of what was just counted."""
    first, _ = context.span(quantity.start, quantity.end)
    before = [token.text.lower() for token in context.tokens[max(0, first - _LEVELS) : first + 1]]
    opened = len(before) - 1 - before[::-1].index("(") if "(" in before else len(before)
    return before[opened + 1 : opened + 2] == ["van"] and ")" not in before[opened:]


def _is_out_of_them(context: Context, quantity: Quantity) -> bool:
    """'Twaalf van hen reizen naar Zwolle', 'tien daarvan'."""
    _, last = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[last : last + 2]]
    if words[:1] and words[0] in _OF_THEM:
        return True
    return len(words) == 2 and words[0] == "van" and words[1] in _THEM


def _is_article(context: Context, index: int) -> bool:
    """'het aantal dossiers' points at nothing said before."""
    following = context.tokens[index + 1].pos if index + 1 < len(context.tokens) else ""
    return following in {"NOUN", "ADJ", "PROPN"} and context.tokens[index].pos in {"DET", "PRON"}
