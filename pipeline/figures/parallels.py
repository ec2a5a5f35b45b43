"""Bare numbers that say by their build that they measure what the number before them measured.

'De prijs was 96 euro; nu zitten we op 148': the verb says where the same thing stands. 'in 14
procent van de gevallen, in Venlo in 12': the same preposition stands before both.
"""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.words import has_verb_of
from pipeline.records import PLACE_KINDS, Quantity

_AT = frozenset({"op", "rond", "boven", "onder", "bij"})
_JOINTS = frozenset({",", "en", "maar"})
_APART = 20  # how many times as large the one may be as the other


def stands_at(
    context: Context, quantity: Quantity, lexicon: Lexicon, before: Quantity | None = None
) -> bool:
    """Whether a number is where something stands: 'nu zitten we op 148', 'ligt rond de 340'.

    ``before`` is the measure that it goes on with, if that is known: of one size with it.
    """
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    if last < len(tokens) and tokens[last].pos not in {"PUNCT", "CCONJ"}:
        return False
    if not {tokens[first].text.lower(), context.word_before(quantity.start)} & _AT:
        return False
    stands = has_verb_of(context, context.clause_at(quantity.start), lexicon.standing_verbs)
    return stands and (before is None or _of_one_size(before, quantity))


def is_parallel(context: Context, earlier: Quantity, quantity: Quantity) -> bool:
    """Whether a number stands as ``earlier`` did, behind the same preposition, and closes.

    Example: in 'De omzet steeg met 4 procent en de winst met 12.' the 12.
    """
    if earlier.unit is None:
        return False
    begin, end = context.span(earlier.start, earlier.end)
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    if begin == 0 or first == 0 or tokens[begin - 1].pos != "ADP":
        return False
    same = tokens[begin - 1].text.lower() == tokens[first - 1].text.lower()
    closes = last >= len(tokens) or tokens[last].pos == "PUNCT"
    joined = any(token.text.lower() in _JOINTS for token in tokens[end:first])
    return same and closes and joined and _of_one_size(earlier, quantity)


def stands_in_brackets(context: Context, quantity: Quantity) -> bool:
    """'Daarna volgen Rotterdam (188.000) en Utrecht': right behind the name of a place."""
    first, _ = context.span(quantity.start, quantity.end)
    if first < 2 or context.tokens[first - 1].text != "(":
        return False
    named = context.tokens[first - 2]
    return any(
        mention.start <= named.start < mention.end
        for mention in context.mentions
        if mention.kind in PLACE_KINDS
    )


def has_scale(quantity: Quantity) -> bool:
    """Whether a number is told in millions or more: '1,1 miljoen ton'."""
    return any(word in quantity.surface.lower() for word in ("miljoen", "miljard", "mln", "mld"))


def _of_one_size(earlier: Quantity, quantity: Quantity) -> bool:
    one, other = (q.value or q.low or q.high for q in (earlier, quantity))
    if not one or not other:
        return False
    return 1 / _APART <= other / one <= _APART
