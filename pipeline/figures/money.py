"""What an amount of money is, if no noun beside it says so.

What is told of it in a clause behind it ('2 miljoen euro die voor de haven was bestemd'), or what
was done for it ('huizen werden voor 302.000 euro verkocht').
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import content_verb, predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.records import Quantity


def name_described(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """'De 2 miljoen euro die voor de haven was bestemd, is weg': what the amount is, behind it."""
    _, last = context.span(quantity.start, quantity.end)
    follows = next((c for c in context.clauses if context.opening(c) == last), None)
    if quantity.kind != "money" or follows is None:
        return None
    if "PronType=Rel" not in context.tokens[last].morph:
        return None
    label = predicate(context, lexicon, follows, frozenset(), with_verb=False)
    if label is None:
        return None
    return Naming(derive(label), evidence(context, follows.first, follows.last), 0.65)


def label_undergone(context: Context, lexicon: Lexicon, clause: Clause) -> Label | None:
    """'Huizen werden voor 302.000 euro verkocht': groups too may have a price."""
    verb = content_verb(context, lexicon, clause)
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if verb is not None and token.dep == "nsubj:pass" and token.pos == "NOUN":
            head = lemma(token)
            return None if head in lexicon.generic else Label(f"{head} {verb}", head)
    return None
