"""What each number of an enumeration has for itself: 'voor zorg 2 miljoen', '12 procent per bus'.

The clause around it speaks of the first ('47 procent komt met de fiets'); of the others only what
stands with them is theirs.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES
from pipeline.figures.labels import label_of, name_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, phrase_at, phrase_ending
from pipeline.figures.tenses import has_verb
from pipeline.figures.words import verb_noun
from pipeline.records import Quantity

_JOINTS = frozenset({",", "en"})
_MEANS = frozenset({"met", "per", "via"})


def name_own_part(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return what stands with a later number of an enumeration, or None.

    Example: in 'Voor de haven is 1,3 miljoen bestemd en voor wegen 2,5 miljoen' → ``weg``; in '40
    procent komt met de fiets en 12 procent met de bus' → ``bus``.
    """
    first, last = context.span(quantity.start, quantity.end)
    earlier = [
        q
        for _, q in context.quantities
        if q.end <= quantity.start and (q.kind, q.unit) == (quantity.kind, quantity.unit)
    ]
    if not earlier:
        return None
    tokens = context.tokens
    gapped = _name_gapped(context, quantity, earlier[-1], lexicon, clause)
    if gapped is not None:
        return gapped
    if quantity.kind == "money":
        phrase = phrase_ending(context, first, clause)
        if phrase is None or phrase.first < clause.first + 2:
            return None
        opens = tokens[phrase.first - 1].text.lower() == "voor"
        if not opens or tokens[phrase.first - 2].text.lower() not in _JOINTS:
            return None
    elif quantity.kind in SHARES:
        joined = first > clause.first and tokens[first - 1].text.lower() in _JOINTS
        if not joined or last >= clause.last or tokens[last].text.lower() not in _MEANS:
            return None
        phrase = phrase_at(context, last + 1, clause)
    else:
        return None
    return name_phrase(context, phrase, lexicon, 0.75)


def _name_gapped(
    context: Context, quantity: Quantity, earlier: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'Een kaartje kost 4 euro, een dagkaart 9 euro': the verb is left out, the subject is not.

    A preposition stands before both numbers or before neither: 'de huur stijgt met 4 procent, de
    premie met 9 procent'.
    """
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    closed = last >= len(tokens) or tokens[last].pos in {"PUNCT", "CCONJ"}
    between = Clause(context.span(earlier.start, earlier.end)[1], first)
    if not closed or quantity.kind == "count" or has_verb(context, between):
        return None
    before, _ = context.span(earlier.start, earlier.end)
    if tokens[first - 1].pos == "ADP" and before:
        same = tokens[first - 1].text.lower() == tokens[before - 1].text.lower()
        first -= same
    phrase = phrase_ending(context, first, clause)
    if phrase is None or phrase.first < 1 or tokens[phrase.first - 1].text.lower() not in _JOINTS:
        return None
    label = label_of(context, phrase, lexicon)
    if label is None or label.head in lexicon.population | lexicon.generic:
        return None
    verb = verb_noun(context, lexicon, clause) if quantity.kind == "money" else None
    if verb is not None and verb != label.head:
        label = Label(f"{verb} {label.text}", verb)
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.75)
