"""Results of a vote: shares of the votes, votes and seats belong to the party that got them.

'De VVD haalde 18 procent van de stemmen, het CDA 14 procent': by 'stemmen' alone the two would
measure the same.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_phrase
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.figures.words import place_before, place_tokens
from pipeline.records import Mention, Quantity

_VOTE, _SEAT = "stem", "zetel"
_SIDES = frozenset({"party", "organisation"})
_REACH = 8  # shares back to one that says that it is of the votes
_PARTY = "partij"
_THEY = frozenset({"zij", "ze", "die", "hij", "deze", _PARTY})
# What has seats itself is no party.
_ASSEMBLIES = ("kamer", "parlement", "raad", "staten", "senaat", "congres")
_GOT = frozenset({"door", "naar", "voor", "aan", "bij"})  # 'gevolgd door de SP', 'ging naar D66'
_OUTSIDE = frozenset({"DET", "ADJ", "NUM"})


def name_result(context: Context, quantity: Quantity, before: Context | None) -> Naming | None:
    """Return the votes or seats of the party that a sentence says to have got them, or None.

    ``before`` is the sentence before, of which 'zij' or 'de partij' may speak.

    Example: in 'D66 kreeg 12 procent van de stemmen, Volt 9' → ``stem-d66``, ``stem-volt``.
    """
    what = _what(context, quantity)
    if what is None:
        return None
    first, last = context.span(quantity.start, quantity.end)
    clause = context.clause_at(quantity.start)
    begin = max(
        (context.span(q.start, q.end)[1] for _, q in context.quantities if q.end <= quantity.start),
        default=0,
    )
    own = _sides(context)
    sides = [m for m in own if begin <= context.span(m.start, m.end)[0] < first]
    subject = _subject(context, clause, first, last)
    named: tuple[Context, Mention] | None
    if subject in _THEY and not _within(context, clause, sides):
        earlier = [m for m in own if m.start < quantity.start]
        found = earlier or [m for m in (_sides(before) if before else ()) if m.kind == "party"]
        named = (context if earlier else before or context, found[-1]) if found else None
    elif subject is not None:
        return _nobodys(context, quantity, what)  # 'de raad telt 31 zetels'
    elif sides:
        if len(sides) > 1 and _are_joined(context, *sides[-2:]):
            return _nobodys(context, quantity, what)
        named = (context, sides[-1])
    else:
        behind = [m for m in own if _follows(context, m, last, clause)]
        named = (context, behind[0]) if behind else None
    if named is None:
        return None
    whose, side = named
    if whose is context:
        where = evidence(context, *context.span(side.start, side.end))
    else:
        where = evidence(context, first, last)
    words = side.surface
    return Naming(derive(Label(f"{what} {words}", what), base=what), where, 0.75)


def _nobodys(context: Context, quantity: Quantity, what: str) -> Naming | None:
    """A bare number that is of no party alone must not be carried to the one before it."""
    if quantity.kind in SHARES or quantity.noun_start is not None:
        return None
    where = evidence(context, *context.span(quantity.start, quantity.end))
    return Naming(derive(Label(what, what)), where, 0.7)


def _what(context: Context, quantity: Quantity) -> str | None:
    """'stem' for votes and a share of them, 'zetel' for seats; not for the whole of them."""
    if quantity.kind in SHARES:
        if not any(_VOTE in forms for forms in context.forms):
            return None
        shares = [q for _, q in context.quantities if q.kind in SHARES and q.end <= quantity.start]
        nearest = (quantity, *reversed(shares[-_REACH:]))
        own = next((group for q in nearest if (group := _group(context, q))), None)
        return _VOTE if own == _VOTE else None
    if quantity.kind not in {"count", "change"} or quantity.unit is None:
        return None
    first, _ = context.span(quantity.start, quantity.end)
    before = [token.text.lower() for token in context.tokens[max(0, first - 2) : first]]
    if before[:1] == ["van"] or before[-1:] == ["van"]:
        return None  # '179 van de 751 zetels'
    return quantity.unit if quantity.unit == _VOTE or quantity.unit.endswith(_SEAT) else None


def _group(context: Context, quantity: Quantity) -> str | None:
    phrase = denominator_phrase(context, quantity, context.clause_at(quantity.start))
    return None if phrase is None else lemma(context.tokens[phrase.head])


def _sides(context: Context) -> list[Mention]:
    """The parties that a sentence names as those who have or get something."""
    found: list[Mention] = []
    for mention in context.mentions:
        words = mention.surface.lower().split()
        if mention.kind not in _SIDES or any(word.endswith(_ASSEMBLIES) for word in words):
            continue
        begin, end = context.span(mention.start, mention.end)
        if context.tokens[end - 1].end > mention.end:
            continue  # 'de CDA-leden'
        before = place_before(context, begin, _OUTSIDE)
        led = before is not None and context.tokens[before].pos == "ADP"
        if not led or _is_got(context, before):
            found.append(mention)
    return found


def _subject(context: Context, clause: Clause, first: int, last: int) -> str | None:
    """The subject of a clause where it is no name: a pronoun, 'partij', or 'other' for any noun."""
    skip = place_tokens(context)
    named = {
        index
        for mention in context.mentions
        for index in range(*context.span(mention.start, mention.end))
    }
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if not token.dep.startswith("nsubj") or first <= index <= last or index in skip | named:
            continue
        if token.pos == "NOUN" and not _has_name_behind(context, index):
            return _PARTY if _is_the_party(context, index) else "other"
        if token.pos == "PRON" and token.text.lower() in _THEY:
            return token.text.lower()
    return None


def _is_the_party(context: Context, index: int) -> bool:
    """'de partij', for one that was named; not 'de partij van Jansen', 'de grote partij'."""
    before, behind = context.tokens[max(0, index - 1)], context.tokens[index + 1 : index + 2]
    alone = before.pos in {"DET", "PRON"} and all(token.text.lower() != "van" for token in behind)
    return alone and lemma(context.tokens[index]) == _PARTY


def _has_name_behind(context: Context, index: int) -> bool:
    """'de partij Nieuw Meppel'."""
    following = context.tokens[index + 1 : index + 2]
    return bool(following) and following[0].pos == "PROPN"


def _within(context: Context, clause: Clause, sides: list[Mention]) -> bool:
    return any(context.span(side.start, side.end)[0] in clause for side in sides)


def _are_joined(context: Context, one: Mention, other: Mention) -> bool:
    """'VVD en CDA hebben 40 zetels': the two together."""
    begin, end = context.span(one.start, one.end)[1], context.span(other.start, other.end)[0]
    words = context.tokens[begin:end]
    return any(word.text.lower() in {"en", ","} for word in words) and all(
        word.pos in _OUTSIDE | {"CCONJ", "PUNCT"} for word in words
    )


def _follows(context: Context, side: Mention, last: int, clause: Clause) -> bool:
    """'51 procent van de stemmen ging naar D66'."""
    place, _ = context.span(side.start, side.end)
    if place not in clause or place < last:
        return False
    before = place_before(context, place, _OUTSIDE)
    return before is not None and before >= last and _is_got(context, before)


def _is_got(context: Context, index: int | None) -> bool:
    return index is not None and context.tokens[index].text.lower() in _GOT
