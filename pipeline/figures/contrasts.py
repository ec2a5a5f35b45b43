"""What a phrase at the front sets apart: 'Aan wegen ging 4 miljoen, aan bruggen was dat 3 miljoen'.

'Dat' carries over what was measured; the phrase before the verb says of what it is this time.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import extend, phrase_at
from pipeline.figures.pointers import is_inverted
from pipeline.figures.tenses import has_verb
from pipeline.figures.words import place_tokens
from pipeline.records import Quantity

_FRONTS = frozenset({"aan", "voor", "bij", "van", "op"})  # not 'in', which says where


def set_apart(context: Context, quantity: Quantity, naming: Naming, lexicon: Lexicon) -> Naming:
    """Return a name that was carried over, with what the clause of a number sets apart.

    People are no part of a name, nor are places; a known indicator stays what it is.

    Example: 'Een kamer kost 500 euro. Voor een appartement is dat 900 euro' →
    ``kosten-appartement``.
    """
    own = context.clause_at(quantity.start)
    clause = front_of(context, own) or own
    opening = context.opening(clause)
    tokens = context.tokens
    if naming.indicator.known or opening >= clause.last:
        return naming
    inverted = any(is_inverted(context, i) for i in range(own.first + 1, own.last))
    if not inverted or tokens[opening].text.lower() not in _FRONTS:
        return naming
    phrase = phrase_at(context, opening + 1, clause)
    if phrase is None or phrase.head in place_tokens(context):
        return naming
    label = label_of(context, extend(context, phrase, clause, limit=1), lexicon)
    if label is None or label.head in lexicon.population or label.head == naming.indicator.topic:
        return naming
    topic = naming.indicator.topic
    return replace(naming, indicator=derive(Label(f"{topic} {label.text}", topic)))


def front_of(context: Context, clause: Clause) -> Clause | None:
    """Return what a clause opens with that another one interrupts, or None.

    Example: in 'Voor het station, dat in 2030 opengaat, is 4 miljoen nodig' → 'Voor het station'.
    """
    tokens = context.tokens
    before, opening = context.clause_before(clause), context.opening(clause)
    if before is None or opening >= clause.last or "VerbForm=Fin" not in tokens[opening].morph:
        return None
    comma = next((i for i in range(before.first, before.last) if tokens[i].text == ","), None)
    if comma is None or comma + 1 >= before.last or has_verb(context, Clause(before.first, comma)):
        return None
    behind = tokens[comma + 1]
    relative = "PronType=Rel" in behind.morph or behind.text.lower().startswith("waar")
    return Clause(before.first, comma) if relative else None
