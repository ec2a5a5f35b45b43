"""The group that a share is taken of: 'van de jongeren', before the share or behind it."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.phrases import NounPhrase, extend, phrase_at
from pipeline.records import Quantity

SHARES = frozenset({"share", "ratio"})


def denominator_phrase(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that a share is a share of.

    It follows the share ('9 procent van de aangiften') or opens the clause ('Van de aangiften werd
    9 procent opgelost').
    """
    _, last = context.span(quantity.start, quantity.end)
    if last < clause.last and context.tokens[last].text.lower() in {"van", "onder", "der"}:
        return phrase_at(context, last + 1, clause)
    if context.tokens[clause.first].text.lower() in {"van", "onder"}:
        phrase = phrase_at(context, clause.first + 1, clause)
        if phrase is not None and phrase.last <= last:
            return phrase
    return _group_before_relative(context, clause)


def _group_before_relative(context: Context, clause: Clause) -> NounPhrase | None:
    """'Van de plannen die in 2021 begonnen, is 17 procent gestopt': the sentence opens with it.

    The clause of the number then begins with its verb. What stands in brackets behind the group
    ('Van de plannen (28 miljoen) is 17 procent gestopt') is no other clause.
    """
    first = context.opening(clause)
    verb = first < clause.last and "VerbForm=Fin" in context.tokens[first].morph
    if not verb or context.tokens[0].text.lower() not in {"van", "onder"}:
        return None
    phrase = phrase_at(context, 1, Clause(0, clause.first))
    if phrase is None or phrase.last >= clause.first:
        return None
    behind = context.tokens[phrase.last]
    return phrase if "PronType=Rel" in behind.morph or behind.text == "(" else None


def denominator_tokens(context: Context, quantity: Quantity, clause: Clause) -> frozenset[int]:
    """The tokens of the denominator with what hangs on it: a group, not what is measured."""
    if quantity.kind not in SHARES:
        return frozenset()
    phrase = denominator_phrase(context, quantity, clause)
    if phrase is None:
        return frozenset()
    phrase = extend(context, phrase, clause)
    return frozenset(range(phrase.first, phrase.last))
