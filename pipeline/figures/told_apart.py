"""What sets counted things apart from others of their kind: afgezegde operaties, blanco stemmen.

Of 9.450 operations 312 were called off; of 1.284 votes 168 were blank; 58 places are for nurses. By
the noun alone they would measure the same.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.fates import fate
from pipeline.figures.labels import label_of
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label
from pipeline.figures.phrases import NounPhrase, extend, lemma, phrase_at, phrase_ending
from pipeline.figures.words import place_tokens, taken_tokens
from pipeline.records import Quantity

_FOR = frozenset({"voor", "met", "zonder", "tegen"})  # not 'in' and 'op', which say where
_MARKS = frozenset({",", ".", ";", "en", ")"})
_ABOUT = ("het", "om")


def told_apart(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Label | None:
    """Return the label of what is counted with what sets it apart, or None where nothing does.

    Example: in 'Vorig jaar werden 312 operaties afgezegd' → 'operatie afzeggen'; in 'Chirurgie is
    met 1.140 wachtenden de grootste' → 'wachtende chirurgie'.
    """
    unit = quantity.unit
    if unit is None or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    more = (
        fate(context, quantity, lexicon, clause)
        or _undone(context, quantity, lexicon, clause, first)
        or _whose(context, quantity, lexicon, clause)
        or _about(context, last, lexicon, clause)
        or _meant_for(context, NounPhrase(first, last, last - 1), lexicon, clause)
    )
    return None if more is None else Label(f"{unit} {more}", unit)


def part_named(context: Context, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """Return what a number without a noun says of those that it counts, or None.

    Example: 'Daarvan waren er 168 blanco' → 'blanco'; 'gevolgd door longziekten (905)' →
    'longziekte'.
    """
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    if first > 1 and tokens[first - 1].text == "(" and _closes(context, last):
        if any(t.start <= tokens[first - 2].start < t.end for t in context.times):
            return None
        phrase = phrase_ending(context, first - 1, Clause(0, first - 1))
        if phrase is None or phrase.head in place_tokens(context):
            return None
        label = label_of(context, phrase, lexicon)
        return None if label is None or label.head == quantity.unit else label.text
    became = fate(context, quantity, lexicon, context.clause_at(quantity.start))
    if became is not None:
        return became
    there = any(token.text.lower() == "er" for token in tokens[max(0, first - 3) : first])
    more = not there and first > 1 and tokens[first - 1].text.lower() in {"en", ","}
    if not (there or more) or last >= len(tokens) or tokens[last].pos not in {"ADJ", "NOUN"}:
        return None
    closed = last + 1 >= len(tokens) or tokens[last + 1].text in _MARKS
    word = lemma(tokens[last])
    if not closed or word in lexicon.generic or "Degree=Cmp" in tokens[last].morph:
        return None
    if word == quantity.unit or last in taken_tokens(context):
        return None
    return word if there or _says_there(context, first) else None


def _says_there(context: Context, first: int) -> bool:
    """'waren er 168 blanco en 121 ongeldig': what stands before the 'en' was said so."""
    tokens = context.tokens[:first]
    return any(
        token.text.lower() == "er" and tokens[place - 1].lemma in {"zijn", "worden"}
        for place, token in enumerate(tokens)
        if place
    )


def _closes(context: Context, last: int) -> bool:
    return last < len(context.tokens) and context.tokens[last].text == ")"


def _undone(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause, noun: int
) -> str | None:
    """'312 operaties afgezegd', '40 bomen kappen': what does not come about, or is over."""
    first, _ = context.span(quantity.start, quantity.end)
    others = [context.span(q.start, q.end)[0] for _, q in context.quantities]
    end = min((o for o in others if o > noun), default=clause.last)
    for index in range(first, min(end, clause.last)):
        token = context.tokens[index]
        if token.pos not in {"VERB", "ADJ"} or "VerbForm=Fin" in token.morph:
            continue
        for form in context.forms[index]:
            found = lexicon.undone.get(form) or lexicon.undone.get(form.removesuffix("e"))
            if found is not None:
                return found
            if form in lexicon.undone.values():
                return form
    return None


def _whose(context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause) -> str | None:
    """'Chirurgie is met 1.140 wachtenden de grootste': of which group they are."""
    first, last = context.span(quantity.start, quantity.noun_end or quantity.end)
    tokens = context.tokens
    if first < clause.first + 2 or tokens[first - 1].text.lower() != "met":
        return None
    most = any(
        "Degree=Sup" in token.morph or token.text.lower() in {"grootste", "meeste", "koploper"}
        for token in tokens[last : clause.last]
    )
    if not most:
        return None
    opening = context.opening(clause)
    token = tokens[opening]
    skip = taken_tokens(context) | place_tokens(context)
    alone = token.dep.startswith("nsubj") and token.pos in {"NOUN", "PROPN"}
    if not alone or opening in skip or lexicon.is_actor(lemma(token)):
        return None
    return lemma(token).lower()


def _about(context: Context, last: int, lexicon: Lexicon, clause: Clause) -> str | None:
    """'Bij 3.740 stemmen ging het om een volmacht': what they are."""
    words = [token.text.lower() for token in context.tokens[last : last + 3]]
    going = last < clause.last and context.tokens[last].lemma == "gaan"
    if not going or tuple(words[1:]) != _ABOUT:
        return None
    phrase = phrase_at(context, last + 3, clause)
    label = None if phrase is None else label_of(context, phrase, lexicon)
    return None if label is None else label.text


def _meant_for(
    context: Context, phrase: NounPhrase, lexicon: Lexicon, clause: Clause
) -> str | None:
    """'58 plekken voor verplegers', '640 woningen met een slecht label'."""
    last = phrase.last
    if lemma(context.tokens[phrase.head]) in lexicon.population:
        return None  # people are counted for a property: 'lid abonnement'
    if last >= clause.last or context.tokens[last].text.lower() not in _FOR:
        return None
    longer = extend(context, phrase, clause, limit=1)
    if longer.last == last:
        return None
    inner = phrase_at(context, last + 1, clause)
    label = None if inner is None else label_of(context, inner, lexicon)
    return None if label is None else f"{context.tokens[last].text.lower()} {label.text}"
