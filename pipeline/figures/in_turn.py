"""Numbers told in turn: 'zorg en wegen krijgen respectievelijk 12 en 7 procent'.

The first number is of the first thing that was named, the second of the second; what the clause
says of them is the same for all.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import NounPhrase, evidence, lemma, phrase_at
from pipeline.figures.words import place_tokens
from pipeline.records import Quantity

_IN_TURN = frozenset({"respectievelijk", "resp", "resp."})
_JOINTS = frozenset({",", "en"})
_NEAR = 3  # tokens between the word and the first number


def told_in_turn(context: Context, quantity: Quantity, naming: Naming, lexicon: Lexicon) -> Naming:
    """Return the name of a number with the thing that is its own, where numbers are told in turn.

    Example: in 'Aan zorg en wegen ging respectievelijk 9 en 3 miljoen euro' the 3 is of 'wegen'.
    """
    first, _ = context.span(quantity.start, quantity.end)
    words = (i for i in reversed(range(first)) if context.tokens[i].text.lower() in _IN_TURN)
    begin = next(words, None)
    numbers = [] if begin is None else _numbers_from(context, begin + 1)
    if begin is None or quantity not in numbers or len(numbers) < 2:
        return naming
    row = _row_before(context, begin, len(numbers))
    if not row or any(phrase.head in place_tokens(context) for phrase in row):
        return naming
    heads = {lemma(context.tokens[phrase.head]).lower() for phrase in row}
    if heads & lexicon.population:
        return naming
    own, indicator = row[numbers.index(quantity)], naming.indicator
    named, others = _words(context, own), [_words(context, phrase) for phrase in row]
    together = f"{' '.join(others[:-1])} en {others[-1]}"
    held = next((o for o in (together, *others) if o in indicator.label), None)
    if indicator.topic in heads and indicator.label.startswith(indicator.topic):
        label = label_of(context, own, lexicon) or Label(named, named)
    elif held is not None:
        label = Label(indicator.label.replace(held, named), indicator.topic)
    else:
        label = Label(f"{indicator.label} {named}", indicator.topic)
    return Naming(derive(label), evidence(context, own.first, own.last), naming.certainty)


def _numbers_from(context: Context, begin: int) -> list[Quantity]:
    """The numbers that stand in a row behind a token."""
    row: list[Quantity] = []
    last = begin
    for quantity in sorted((q for _, q in context.quantities), key=lambda q: q.start):
        first, end = context.span(quantity.start, quantity.end)
        if first < begin:
            continue
        between = [token.text.lower() for token in context.tokens[last:first]]
        joined = bool(row) and bool(between) and _JOINTS.issuperset(between)
        if not joined and (row or len(between) > _NEAR):
            break
        row.append(quantity)
        last = end
    return row


def _row_before(context: Context, end: int, length: int) -> list[NounPhrase]:
    """The nearest row of so many noun phrases before a token: 'A, B en C'; empty without one."""
    tokens = context.tokens
    for place in reversed(range(1, end)):
        if tokens[place].text.lower() != "en":
            continue
        begin = place + 1 + (tokens[place + 1].pos == "ADP")
        closing = phrase_at(context, begin, Clause(0, end))
        row = [] if closing is None else [closing]
        joint = place
        while row and len(row) < length:
            phrase = _chunk_ending(context, _without_brackets(context, joint))
            if phrase is None or (row[1:] and tokens[joint].text != ","):
                break
            row.insert(0, phrase)
            joint = phrase.first - 1
        if len(row) == length:
            return row
    return []


def _without_brackets(context: Context, last: int) -> int:
    """Where what stands before brackets ends: 'de Participatiewet (PW) en'."""
    tokens = context.tokens
    if tokens[last - 1].text != ")":
        return last
    return next((i for i in reversed(range(last)) if tokens[i].text == "("), last)


def _chunk_ending(context: Context, last: int) -> NounPhrase | None:
    """The nouns that end before a token with what stands right before them, and no more."""
    tokens = context.tokens
    head = last
    while head and tokens[head - 1].pos in {"NOUN", "PROPN"}:
        head -= 1
    first = head
    while first and tokens[first - 1].pos in {"ADJ", "DET"}:
        first -= 1
    return None if head == last else NounPhrase(first, last, head)


def _words(context: Context, phrase: NounPhrase) -> str:
    """The words of a phrase but for its article, as a label has what is not its head."""
    return " ".join(
        token.text if token.pos == "PROPN" else token.text.lower()
        for token in context.tokens[phrase.first : phrase.last]
        if token.pos != "DET"
    )
