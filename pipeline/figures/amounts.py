"""What 'het aantal' alone is the number of: what the text counted, or gave the number of, before.

'In acht wijken nam het aantal klachten toe. In Oost steeg het aantal naar 34': of klachten, and of
no wijken, though those were counted last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.figures.context import Clause, Context
from pipeline.figures.counted import noun_behind
from pipeline.figures.naming import Label
from pipeline.figures.phrases import is_descriptive, is_participle
from pipeline.records import Quantity

_COUNTED = "aantal"
_AMOUNTS = frozenset({_COUNTED, "hoeveelheid"})
_DEFINITE = frozenset({"het", "dat", "dit", "de", "die", "deze"})
_RIGHT = frozenset({"juiste", "correcte", "echte", "werkelijke"})
_PLACING = frozenset({"in", "bij", "op", "uit", "binnen", "over", "van", "na", "met"})
AMOUNT_REACH = 4  # sentences over which 'het aantal' points back


@dataclass(frozen=True, slots=True)
class Amount:
    """The noun of which the text gave an amount, and where."""

    noun: str
    start: int
    end: int


def bare_amount(context: Context, quantity: Quantity) -> int | None:
    """Return the token of 'het aantal' or 'de hoeveelheid' before a number in its clause, or None.

    Only where nothing behind it says of what.
    """
    clause = context.clause_at(quantity.start)
    first, _ = context.span(quantity.start, quantity.end)
    for index in range(clause.first + 1, min(first, clause.last)):
        if context.tokens[index].text.lower() not in _AMOUNTS:
            continue
        place = index - 1
        while place > clause.first and is_descriptive(context, place):
            place -= 1
        if _RIGHT.intersection(t.text.lower() for t in context.tokens[place + 1 : index]):
            continue  # 'het juiste aantal': of what somebody gave a wrong number for
        definite = context.tokens[place].text.lower() in _DEFINITE
        return index if definite and noun_behind(context, index) is None else None
    return None


def number_meant(earlier: Sequence[Context], context: Context, quantity: Quantity) -> str | None:
    """Return the noun that a number counts because 'het aantal' before it points at that."""
    index = bare_amount(context, quantity)
    if index is None or context.tokens[index].text.lower() != _COUNTED:
        return None
    found = amount_before(earlier, context, context.clause_at(quantity.start), _COUNTED)
    return None if found is None else found.noun


def amount_before(
    earlier: Sequence[Context], context: Context, clause: Clause, word: str
) -> Amount | None:
    """Return what the text before a clause gave the amount of, nearest first.

    ``word`` is what points at it: 'aantal' also at what was counted, 'hoeveelheid' does not.
    ``earlier`` are the sentences before, of which the last few count.
    """
    found = _last(context, word, clause.first)
    if found is not None:
        return found
    for before in reversed(earlier[-AMOUNT_REACH:]):
        if context.sentence.position - before.sentence.position > AMOUNT_REACH:
            return None
        found = _last(before, word, len(before.tokens))
        if found is not None:
            return found
    return None


def amount_label(context: Context, index: int, amount: Amount | None) -> Label | None:
    """Return the name of an amount by what it is of and by what is done with it.

    Example: 'de gestolen hoeveelheid', after 'de hoeveelheid koper' → 'gestolen hoeveelheid koper'.
    """
    before = context.tokens[index - 1]
    done = before.text.lower() if is_participle(context, index - 1) else None
    word = context.tokens[index].text.lower()
    if amount is None:
        return None if done is None else Label(f"{done} {word}", word)
    if done is None:
        return Label(amount.noun, amount.noun)
    return Label(f"{done} {word} {amount.noun}", amount.noun)


def _last(context: Context, word: str, end: int) -> Amount | None:
    for index in reversed(range(end)):
        token = context.tokens[index]
        if token.text.lower() != word or index + 1 >= end:
            continue
        noun = noun_behind(context, index)
        if noun is not None:
            return Amount(noun, token.start, context.tokens[min(index + 3, end) - 1].end)
    if word != _COUNTED:
        return None
    for _, quantity in reversed(context.quantities):
        first, last = context.span(quantity.start, quantity.end)
        counts = quantity.kind == "count" and quantity.unit and quantity.noun_start is not None
        if counts and last <= end and not _places(context, first):
            assert quantity.unit is not None
            return Amount(quantity.unit, quantity.start, quantity.end)
    return None


def _places(context: Context, first: int) -> bool:
    """'in acht wijken': where something is counted, and not what."""
    return first > 0 and context.tokens[first - 1].text.lower() in _PLACING
