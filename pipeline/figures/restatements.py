"""What a number says of another one beside it: the same in other units, or by how much it changed.

'4,4 miljoen oftewel 22 procent', '(22 procent)'; '223.000, ruim 5 procent meer dan in 2021'.
"""

from __future__ import annotations

from pipeline.figures.against import held_against
from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.statements import is_difference
from pipeline.figures.tenses import has_verb
from pipeline.records import Quantity

_REACH = 4  # tokens between the two
_ROUNDED = 8  # points between a fraction in words and the share in digits
_BESIDE = 14  # tokens between a level and by how much it changed
_REACHED = frozenset({"money", "measure", "count"})
_LEADING_TO = frozenset({"op", "tot", "naar"})
_NO_LEVELS = frozenset({"age", "duration", "change", "percentage_point"})


def said_with(context: Context, number: int, quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the number of the quantity before it that measures the same thing, or None.

    Because ``quantity`` says it again, tells how much it changed, or is what it is held against.
    """
    for find in (restated, level_beside, level_reached):
        found = find(context, number, quantity, lexicon)
        if found is not None:
            return found
    other = held_against(context, quantity)
    return other[0] if other is not None else None


def restated(context: Context, number: int, quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the number of the quantity that ``quantity`` says again in another unit, or None.

    Example: in 'een tekort van 4,4 miljoen euro oftewel 22 procent' the share restates the money.
    """
    first, last = context.span(quantity.start, quantity.end)
    for other, earlier in reversed(context.quantities):
        if other == number or earlier.end > quantity.start:
            continue
        if earlier.kind in {"age", "duration"}:
            continue
        if earlier.unit == quantity.unit and not _is_fraction(earlier, quantity):
            continue
        _, end = context.span(earlier.start, earlier.end)
        words = [token.text.lower() for token in context.tokens[end:first]]
        if _is_together(words):
            # '63 aanvragen voor dit jaar, samen goed voor 402.000 euro'
            return other
        if first - end > _REACH:
            return None
        between = words
        if between[:1] == [","]:  # 'een tekort van 4,4 miljoen, ofwel 22 procent'
            between = between[1:]
        in_brackets = (
            between[:1] == ["("]
            and last < len(context.tokens)
            and (context.tokens[last].text in {")", ",", ";"})
        )
        says_so = any(
            all(word in words for word, words in zip(between, phrase, strict=False))
            and len(between) >= len(phrase)
            for phrase in lexicon.restatement
        )
        return other if in_brackets or says_so else None
    return None


def _is_fraction(earlier: Quantity, quantity: Quantity) -> bool:
    """'minder dan de helft (48 procent)': first in words, then exactly."""
    if quantity.unit != "percent" or any(sign.isdigit() for sign in earlier.surface):
        return False
    bounds = (earlier.value, earlier.low, earlier.high, earlier.outer_low, earlier.outer_high)
    return quantity.value is not None and any(
        bound is not None and abs(bound - quantity.value) <= _ROUNDED for bound in bounds
    )


def in_brackets_behind(
    context: Context, number: int, quantity: Quantity, lexicon: Lexicon
) -> Quantity | None:
    """Return the quantity that ``quantity`` says again in brackets right behind it, or None."""
    first, _ = context.span(quantity.start, quantity.end)
    if first == 0 or context.tokens[first - 1].text != "(":
        return None
    other = restated(context, number, quantity, lexicon)
    return next((each for place, each in context.quantities if place == other), None)


def level_beside(context: Context, number: int, quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the number of the level that ``quantity``, a change, is the change of, or None.

    Behind a comma, in a clause without a verb.

    Example: in 'Er kwamen 223.000 gasten, ruim 5 procent meer dan in 2021' the gasten.
    """
    changes = quantity.kind in {"change", "percentage_point"} or quantity.comparative
    if quantity.part is not None or not (changes or is_difference(context, quantity, lexicon)):
        return None
    first, _ = context.span(quantity.start, quantity.end)
    for other, earlier in reversed(context.quantities):
        if other == number or earlier.end > quantity.start or earlier.kind in _NO_LEVELS:
            continue
        if quantity.noun_start is not None and quantity.unit != earlier.unit:
            return None  # '2 ton erbij, zodat het van zeven naar negen monteurs gaat'
        _, end = context.span(earlier.start, earlier.end)
        between = context.tokens[end:first]
        verb = has_verb(context, Clause(end, first))
        if not verb and len(between) <= _BESIDE and any(t.text == "," for t in between):
            return other
        return None
    return None


def level_reached(
    context: Context, number: int, quantity: Quantity, lexicon: Lexicon
) -> int | None:
    """Return the number of the change that a level is the outcome of, or None.

    Example: in 'De beurs won 0,3 procent tot 412 punten' the 0,3 procent; in 'De koers stond 2
    procent lager op 8,40 euro' the 2 procent.
    """
    bare = quantity.noun_start is None or (quantity.unit or "") in lexicon.generic
    if quantity.part is not None or quantity.kind not in _REACHED or not bare:
        return None
    if context.word_before(quantity.start) not in _LEADING_TO:
        return None
    clause = context.clause_at(quantity.start)
    earlier = [(n, q) for n, q in context.quantities if q.end <= quantity.start and n != number]
    if not earlier:
        return None
    other, change = earlier[-1]
    changed = change.kind == "change" and change.unit == "percent" and change.part is None
    begin, end = context.span(change.start, change.end)
    first, _ = context.span(quantity.start, quantity.end)
    between = context.tokens[end : first - 1]
    if not changed or begin < clause.first or len(between) > _REACH:
        return None
    apart = any(
        (token.pos == "ADP" and token.dep != "compound:prt") or token.dep.startswith("nsubj")
        for token in between
    )
    return None if apart else other


def _is_together(words: list[str]) -> bool:
    """', samen (goed voor)' between two numbers."""
    if "," not in words:
        return False
    behind = words[len(words) - 1 - words[::-1].index(",") + 1 :]
    return behind[:1] == ["samen"] and behind[1:] in ([], ["goed", "voor"], ["voor"])
