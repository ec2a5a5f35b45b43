"""The number that another one is held against: 'zes op de tien …, tegen 48 procent vorig jaar'.

Whom the second is of may stand behind it: 'mannen krijgen 13.000 euro, tegen 9.000 voor vrouwen'.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES
from pipeline.figures.labels import label_of
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import NounPhrase, extend, lemma, phrase_at
from pipeline.figures.words import place_tokens
from pipeline.records import Quantity

_AGAINST = frozenset({"tegen", "tegenover", "versus"})
_BEARING = frozenset({"voor", "bij", "onder", "van"})  # not 'in', which says where


def held_against(context: Context, quantity: Quantity) -> tuple[int, Quantity] | None:
    """Return the share of the sentence that ``quantity``, another share, is held against.

    With its number in the document. Only right behind 'tegen' or its like: in 'tegen een inflatie
    van 2 procent' the second number is of something else.

    Example: for '48 procent' in 'Zestig procent is tevreden, tegen 48 procent vorig jaar' → sixty.
    """
    return None if quantity.kind not in SHARES else _held_against(context, quantity)


def _held_against(context: Context, quantity: Quantity) -> tuple[int, Quantity] | None:
    if context.word_before(quantity.start) not in _AGAINST:
        return None
    kinds = SHARES if quantity.kind in SHARES else {quantity.kind}
    return next(
        (
            (number, earlier)
            for number, earlier in reversed(context.quantities)
            if earlier.end <= quantity.start and earlier.kind in kinds
        ),
        None,
    )


def group_of_contrast(context: Context, quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the noun of the people that one of two numbers is of that are held together, or None.

    Example: in 'Mannen verdienen 30 euro, tegen 20 euro voor vrouwen' → 'vrouwen' for the second
    number and 'Mannen' for the first.
    """
    bearer = _bearer(context, quantity)
    share = quantity.kind in SHARES
    if bearer is not None:
        return bearer.head if _is_group(context, bearer.head, lexicon, any_plural=share) else None
    later = next(
        (
            q
            for _, q in context.quantities
            if q.start >= quantity.end and (q.kind == quantity.kind or (share and q.kind in SHARES))
        ),
        None,
    )
    against = None if later is None else _bearer(context, later)
    if against is None or not _is_group(context, against.head, lexicon, any_plural=share):
        return None
    first, last = context.span(quantity.start, quantity.end)
    own = _phrase_behind(context, last)
    if own is not None:
        return own.head if _is_group(context, own.head, lexicon, any_plural=share) else None
    clause = context.clause_at(quantity.start)
    people = [i for i in range(clause.first, first) if _is_group(context, i, lexicon)]
    return people[-1] if people else None


def of_contrast(context: Context, quantity: Quantity, naming: Naming, lexicon: Lexicon) -> Naming:
    """Return a name without the people that only one of two numbers is of, or with what it is of.

    Example: for the second number in 'Een huis kost 400.000 euro, tegen 300.000 euro voor een boot'
    → ``kosten-boot``.
    """
    if naming.indicator.known:
        return naming
    topic, words = naming.indicator.topic, naming.indicator.label.split()
    if group_of_contrast(context, quantity, lexicon) is not None:
        led = len(words) > 2 and words[-2] in _BEARING
        if not led or words[-1].lower() not in lexicon.population_forms:
            return naming
        return replace(naming, indicator=derive(Label(" ".join(words[:-2]), topic)))
    bearer = _bearer(context, quantity)
    if bearer is None or context.tokens[bearer.first - 1].text.lower() != "voor":
        return naming
    label = label_of(context, extend(context, bearer, _whole(context), limit=1), lexicon)
    if label is None or label.head == topic or label.head in words:
        return naming
    return replace(naming, indicator=derive(Label(f"{topic} {label.text}", topic)))


def _bearer(context: Context, quantity: Quantity) -> NounPhrase | None:
    """What a number that is held against another one is of, right behind it."""
    if quantity.kind == "count" or _held_against(context, quantity) is None:
        return None
    return _phrase_behind(context, context.span(quantity.start, quantity.end)[1])


def _phrase_behind(context: Context, last: int) -> NounPhrase | None:
    """'(per jaar) voor vrouwen': the phrase behind a number that is no time, place or number."""
    tokens = context.tokens
    if last + 2 < len(tokens) and tokens[last].text.lower() == "per":
        last += 2
    if last + 1 >= len(tokens) or tokens[last].text.lower() not in _BEARING:
        return None
    phrase = phrase_at(context, last + 1, _whole(context))
    if phrase is None or tokens[phrase.head].pos != "NOUN":
        return None
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    spans = [(t.start, t.end) for t in context.times]
    spans += [(q.start, q.end) for _, q in context.quantities if q.kind != "age"]
    other = any(one < end and start < two for one, two in spans)
    return None if other or phrase.head in place_tokens(context) else phrase


def _is_group(context: Context, index: int, lexicon: Lexicon, *, any_plural: bool = False) -> bool:
    token = context.tokens[index]
    word = lemma(token)
    if token.pos != "NOUN" or word in lexicon.generic | lexicon.actors:
        return False
    return word in lexicon.population or (any_plural and "Number=Plur" in token.morph)


def _whole(context: Context) -> Clause:
    return Clause(0, len(context.tokens))
