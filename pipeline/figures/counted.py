"""What a bare number counts when no number before it has a noun: the words around it say so.

'Het aantal straatroven steeg naar 34', 'minder inbraken … het waren er 418', '12.600 65-plussers'.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_phrase
from pipeline.figures.phrases import is_descriptive, lemma
from pipeline.records import Quantity

# A noun behind one of these is what is counted: 'meer leden', 'hoeveel klachten', 'geen gebrek'.
_AMOUNTS = frozenset({"aantal", "hoeveel", "meer", "minder", "weinig", "veel", "evenveel", "extra"})
_SUCH = frozenset({"zulke", "dergelijke", "deze", "die", "dit", "dat"})
_BESIDE = 2  # characters between a number and the group of an age that it counts


def number_named(context: Context, quantity: Quantity) -> str | None:
    """Return the noun of 'het aantal straatroven' in the clause of a number, before it."""
    place = number_place(context, quantity)
    return None if place is None else noun_behind(context, place)


def number_place(context: Context, quantity: Quantity) -> int | None:
    """Return the token of 'aantal' in the clause of a number, before it, or None."""
    clause = context.clause_at(quantity.start)
    first, _ = context.span(quantity.start, quantity.end)
    begin, end = _begin(context, clause, quantity), min(first, clause.last)
    if first > 1 and context.tokens[first - 1].text == ":":
        begin, end = 0, first - 1  # 'Aantal verenigingen: 53'
    places = range(begin, end - 1)
    return next((index for index in places if _is_number(context, index)), None)


def _is_number(context: Context, index: int) -> bool:
    """Tell 'het aantal leden' from 'een aantal leden', which are some of them."""
    before = context.tokens[index - 1].text.lower() if index else ""
    return context.tokens[index].text.lower() == "aantal" and before != "een"


def _begin(context: Context, clause: Clause, quantity: Quantity) -> int:
    """Where the words of a clause begin that another one interrupts.

    'Het aantal gezinnen dat schulden heeft, is gedaald tot 40': a clause that opens with its verb
    goes on with what stands before the interruption.
    """
    before = context.clause_before(clause)
    opening = context.opening(clause)
    if before is None or opening >= clause.last:
        return clause.first
    goes_on = "VerbForm=Fin" in context.tokens[opening].morph or says_how_many(context, quantity)
    start, end = context.tokens[before.first].start, quantity.start
    told = any(start <= q.start < end for _, q in context.quantities if q.kind != "age")
    return before.first if goes_on and not told else clause.first


def number_of_such(context: Context, quantity: Quantity) -> str | None:
    """Return the noun of '1.400 van zulke klachten', 'acht van deze bruggen', behind a number."""
    _, last = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[last : last + 2]]
    if len(words) < 2 or words[0] != "van" or words[1] not in _SUCH:
        return None
    place = last + 2 + (context.tokens[last + 2 : last + 3] != () and _is_sort(context, last + 2))
    if place >= len(context.tokens):
        return None
    token = context.tokens[place]
    plural = token.pos == "NOUN" and "Number=Plur" in token.morph
    return lemma(token) if plural else None


def _is_sort(context: Context, index: int) -> bool:
    """'van dit soort klachten'."""
    return context.tokens[index].text.lower() in {"soort", "type"}


def counted_before(context: Context) -> str | None:
    """Return the noun of which a sentence without a count says that there are more, fewer, many.

    Else its only plural: 'Aan plaatsen is geen gebrek. Het zijn er 260'.
    """
    for index in range(len(context.tokens) - 1):
        if context.tokens[index].text.lower() in _AMOUNTS:
            found = noun_behind(context, index)
            if found is not None:
                return found
    plural = [
        lemma(token)
        for token in context.tokens
        if token.pos == "NOUN" and "Number=Plur" in token.morph
    ]
    return plural[0] if len(plural) == 1 else None


def asked_for(context: Context) -> str | None:
    """Return the noun of which a question asks the number: 'Hoeveel leden heeft u?' → lid."""
    for index in range(len(context.tokens) - 1):
        if context.tokens[index].text.lower() == "hoeveel":
            return noun_behind(context, index)
    return None


def counted_group(context: Context, quantity: Quantity) -> str | None:
    """Return the plural of which a share is taken: what follows may count it.

    Example: 'Een derde van alle nachten is in Veere. Daarna volgt Sluis met 4 miljoen' → nacht.
    """
    clause = context.clause_at(quantity.start)
    if quantity.kind not in SHARES:
        return None
    phrase = denominator_phrase(context, quantity, clause)
    if phrase is None:
        return None
    head = context.tokens[phrase.head]
    plural = head.pos == "NOUN" and "Number=Plur" in head.morph
    if any(q.kind == "age" and q.end == head.end for _, q in context.quantities):
        return None  # 'van de 65-plussers 44 procent. Boven de 85 …': an age again
    return lemma(head) if plural else None


def says_how_many(context: Context, quantity: Quantity) -> bool:
    """Whether 'er' with the verb makes a number count what was named: 'het waren er 418'."""
    clause = context.clause_at(quantity.start)
    first, _ = context.span(quantity.start, quantity.end)
    before = context.tokens[clause.first : first]
    near = context.tokens[max(clause.first, first - 3) : first]
    copula = any(token.lemma == "zijn" for token in before)
    return any(token.text.lower() == "er" for token in (before if copula else near))


def with_age_group(context: Context, quantity: Quantity) -> Quantity:
    """Give '12.600' in '12.600 65-plussers' the group that is named by an age."""
    for _, other in context.quantities:
        if other.kind == "age" and 0 < other.start - quantity.end <= _BESIDE:
            first, last = context.span(other.start, other.end)
            if last - first == 1 and context.tokens[first].pos == "NOUN":
                return replace(
                    quantity,
                    unit=lemma(context.tokens[first]),
                    noun_start=other.start,
                    noun_end=other.end,
                )
    return quantity


def noun_behind(context: Context, index: int) -> str | None:
    """Return the noun behind an amount, adjectives apart; after 'aantal' whatever its tag."""
    place = index + 1
    while place < len(context.tokens) and (
        context.tokens[place].pos == "DET" or is_descriptive(context, place)
    ):
        place += 1
    if place >= len(context.tokens):
        return None
    token = context.tokens[place]
    if token.pos == "NOUN":
        return lemma(token)
    # A rare plural may be taken for a verb: 'het aantal straatroven'.
    named = context.tokens[index].text.lower() == "aantal" and token.dep == "nmod"
    return token.lemma.lower() if named and token.text.endswith("en") else None
