"""What became of those that are counted: 'bij de brand raakten dertig mensen gewond'.

It tells more of them than where it was so, or at what.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Quantity

# Nouns that tell of a fate themselves.
_TELLING = frozenset({"dode", "gewonde", "slachtoffer", "vermiste", "overledene", "geval"})
_GONE = ("dode", "gewonde", "slachtoffer")  # 'verkeersdode', 'zwaargewonde'
_LIFE = ("om", "het", "leven")
_NOUNS = frozenset({"NOUN", "PROPN"})


def fate(context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause) -> str | None:
    """Return what became of what a number counts, or None where its clause does not say.

    A number has what stands between it and the next one; of what stands before it, the verb.

    Example: in 'Bij de brand raakten dertig mensen gewond' → 'gewond'.
    """
    first, _ = context.span(quantity.start, quantity.end)
    _, last = context.span(quantity.start, quantity.noun_end or quantity.end)
    if quantity.unit in _TELLING or (quantity.unit or "").endswith(_GONE):
        return None
    spans = [
        context.span(q.start, q.end)
        for _, q in context.quantities
        if q.kind != "age" and not _is_among(context, q)
    ]
    begin = max((end for _, end in spans if end <= first), default=clause.first)
    end = min((start for start, _ in spans if start >= last), default=clause.last)
    behind = range(first, min(end, clause.last))
    for index in behind:
        found = _named(context, index, lexicon)
        if found is not None and not _describes_other(context, index, last):
            return found
    words = [context.tokens[index].text.lower() for index in behind]
    if any(tuple(words[place : place + 3]) == _LIFE for place in range(len(words))):
        return lexicon.fates["omgekomen"]
    for index in reversed(range(max(begin, clause.first), first)):
        if "VerbForm=Fin" in context.tokens[index].morph:
            return _named(context, index, lexicon)
    return None


def _named(context: Context, index: int, lexicon: Lexicon) -> str | None:
    """The fate that a verb, a participle or an adjective tells of."""
    if context.tokens[index].pos not in {"VERB", "AUX", "ADJ"}:
        return None
    for form in context.forms[index]:
        found = lexicon.fates.get(form) or lexicon.fates.get(form.removesuffix("e"))
        if found is not None or form in lexicon.fates.values():
            return found or form
    return None


def _is_among(context: Context, quantity: Quantity) -> bool:
    """'drie mensen, onder wie twee kinderen, kwamen om': what is said of the three goes on."""
    first, _ = context.span(quantity.start, quantity.end)
    before = [token.text.lower() for token in context.tokens[max(0, first - 2) : first]]
    return before == ["onder", "wie"] or before[-1:] == ["waaronder"]


def _describes_other(context: Context, index: int, last: int) -> bool:
    """'300 mensen met gewonde dieren': it is said of the animals."""
    following = context.tokens[index + 1 : index + 2]
    return index >= last and any(token.pos in _NOUNS for token in following)
