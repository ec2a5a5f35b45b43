"""What 'het aandeel' is the share of: 'het aandeel jongeren dat rookt daalde tot 7 procent'."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import behind_share, denominator_phrase, joined
from pipeline.figures.labels import adjective, content_verb, label_of, predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma, phrase_at
from pipeline.figures.words import taken_tokens
from pipeline.records import Evidence, Quantity

_SHARE_OF = frozenset({"aandeel", "percentage"})
_COPULAS = frozenset(
    {"zijn", "worden", "hebben", "bedragen", "blijven", "lijken", "zitten", "staan"}
)
_BEING = frozenset({"zijn", "worden", "raken"})
_RELATIVE = frozenset({"dat", "die"})
_SHARED = frozenset({"share", "ratio", "change", "percentage_point"})


def name_share_of(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what a sentence says that 'het aandeel' of a group does, or is.

    Example: in 'Het aandeel jongeren dat alcohol drinkt, daalt: van 51 procent naar 39 procent' →
    ``alcohol-drinken``; in 'Het aandeel flexwoningen is 8 procent' → ``flexwoning``.
    """
    if quantity.kind not in _SHARED:
        return None
    first, _ = context.span(quantity.start, quantity.end)
    share = next((i for i in reversed(range(first)) if lemma(context.tokens[i]) in _SHARE_OF), None)
    if share is None or _is_given(context, share, first):
        return None
    rest = Clause(share + 1, first)
    place = share + 1 + (context.tokens[share + 1].text.lower() == "van")
    phrase = phrase_at(context, place, rest)
    if phrase is None:
        return None
    relative = _relative(context, phrase.last, first)
    if relative is not None:
        said = predicate(context, lexicon, relative, frozenset(), with_verb=True)
        if said is not None:
            return Naming(derive(said), evidence(context, share, relative.last), 0.8)
    label = label_of(context, phrase, lexicon)
    if label is None and any(
        m.method == "inhabitant" and m.start == context.tokens[phrase.head].start
        for m in context.mentions
    ):
        head = lemma(context.tokens[phrase.head])
        label = Label(head, head.lower())
    if label is None or label.head in lexicon.population:
        return None
    last, words = joined(context, phrase, rest)
    if last > phrase.last:  # 'het aandeel van treinen en bussen': of both
        label = Label(words, label.head)
    return Naming(derive(label), evidence(context, share, last), 0.8)


def group_before(
    context: Context, quantity: Quantity, before: Context | None
) -> tuple[str, Evidence] | None:
    """Return the plural that the sentence before speaks of, for a share that is a subject itself.

    Example: 'Het aantal klachten steeg. Twee op de drie gaan over lawaai' → 'klachten'.
    """
    clause = context.clause_at(quantity.start)
    alone = is_subject(context, quantity)
    if before is None or not alone or denominator_phrase(context, quantity, clause) is not None:
        return None
    tokens = before.tokens
    for index, token in enumerate(tokens):
        plural = token.pos == "NOUN" and "Number=Plur" in token.morph
        amount = index > 0 and lemma(tokens[index - 1]) == "aantal"
        if plural and (amount or token.dep.startswith("nsubj")):
            return token.text.lower(), Evidence(
                "population", "carried_over", token.start, token.end
            )
    return None


def takes_part_of(context: Context, quantity: Quantity) -> bool:
    """'240.000 euro; de helft daarvan is vergoed': a part of what was just measured."""
    _, last = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[last : last + 1]]
    return quantity.kind in {"share", "ratio"} and words in (["daarvan"], ["hiervan"], ["ervan"])


def name_doing(context: Context, quantity: Quantity) -> Naming | None:
    """Return what a share that is the subject itself does, however little the verb says.

    Example: 'Elf procent stopt voortijdig' → ``voortijdig-stoppen``.
    """
    clause = context.clause_at(quantity.start)
    last = behind_share(context, quantity)
    verb = context.tokens[last].lemma.lower()
    if verb in _COPULAS or context.tokens[last].pos == "AUX":
        return None
    manner = [
        token.text.lower()
        for token in context.tokens[last + 1 : clause.last]
        if token.pos == "ADJ" and token.dep == "advmod"
    ]
    text = " ".join([*manner[:1], verb])
    return Naming(derive(Label(text, verb)), evidence(context, last, clause.last), 0.55)


def name_being(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what those are who are the subject themselves, or what was done to them.

    A noun alone says something of the number: '8 procent is een record'.

    Example: 'Een vijfde (19 procent) is zelfs boos als de bus uitvalt' → ``boos``.
    """
    clause = context.clause_at(quantity.start)
    last = behind_share(context, quantity)
    if context.tokens[last].lemma.lower() not in _BEING:
        return None
    rest = Clause(last, clause.last)
    doing = content_verb(context, lexicon, rest)
    if doing is None and adjective(context, lexicon, rest, taken_tokens(context)) is None:
        return None
    said = predicate(context, lexicon, rest, frozenset(), with_verb=True)
    return None if said is None else Naming(derive(said), evidence(context, last, clause.last), 0.6)


def name_told(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what a share does that opens a clause with 'dat' or 'of', or None.

    Example: 'Ik schat dat een op de vijf zich elders heeft ingeschreven' → ``inschrijven``.
    """
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    opening = context.opening(clause)
    tokens = context.tokens
    told = opening < first and tokens[opening].pos == "SCONJ" and opening + 1 == first
    if quantity.kind not in {"share", "ratio"} or not told:
        return None
    said = predicate(context, lexicon, Clause(last, clause.last), frozenset(), with_verb=True)
    return None if said is None else Naming(derive(said), evidence(context, last, clause.last), 0.7)


def is_subject(context: Context, quantity: Quantity) -> bool:
    """'Twee op de drie gaan …', '64 procent vindt …': it opens its clause, the verb behind it."""
    if quantity.kind not in {"share", "ratio"}:
        return False
    clause = context.clause_at(quantity.start)
    first, _ = context.span(quantity.start, quantity.end)
    last = behind_share(context, quantity)
    tokens = context.tokens
    behind = last < clause.last and tokens[last].pos in {"VERB", "AUX"}
    opens = context.opening(clause) == first
    return behind and opens


def _is_given(context: Context, share: int, first: int) -> bool:
    """Whether another number stands between: the share is that one's."""
    start, end = context.tokens[share].end, context.tokens[first].start
    return any(
        start <= q.start < end and q.kind != "age" and q.part is None for _, q in context.quantities
    ) and not any(t.text == ":" for t in context.tokens[share:first])


def _relative(context: Context, start: int, end: int) -> Clause | None:
    """'dat (ooit) rookt', up to its comma or its verb."""
    tokens = context.tokens
    if start >= end or tokens[start].text.lower() not in _RELATIVE:
        return None
    for index in range(start + 1, end):
        if tokens[index].text in {",", ":"}:
            return Clause(start + 1, index)
        finite = "VerbForm=Fin" in tokens[index].morph
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if finite and following is not None and "VerbForm=Fin" in following.morph:
            return Clause(start + 1, index + 1)
    return None
