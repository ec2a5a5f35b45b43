"""A name that rises or falls itself: 'ING kreeg er 2 procent bij', 'Unilever (-1,4%)'.

Who does or says something is not what is measured, and is left out everywhere else; but what rises
or falls on a market is the share of the company that is named, and nothing else in the clause.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.figures.words import has_verb_of, own_tokens, place_tokens
from pipeline.records import Mention, Quantity

_GROWTH = frozenset({"stijging", "daling", "groei", "krimp", "toename", "afname", "verhoging"})
_SHARE = "aandeel"
_POINT = "punt"
_STARTS = frozenset({"beginnen", "starten", "schommelen", "koersen"})
_INDEXES = ("index", "graadmeter", "beurs")
_COMPARED = ("hoger", "lager", "duurder", "goedkoper")
_GOES = frozenset({"gaan", "zijn", "worden", "komen"})
_NAMES = frozenset({"organisation", "party"})


def name_bearer(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return the organisation that a clause says to rise or fall, by its name or its noun.

    Only for a change in percent whose clause has no object: 'De bank verhoogt de rente met 2
    procent' is about the rent.

    Example: in 'De bank won 1,4 procent en de verzekeraar verloor 2,8 procent' → ``bank`` and
    ``verzekeraar``.
    """
    if quantity.kind != "change" or quantity.unit != "percent" or _counts_more(quantity):
        return None
    tokens = context.tokens
    places = range(clause.first, clause.last)
    goes = quantity.surface.lower().endswith(_COMPARED) and has_verb_of(context, clause, _GOES)
    moves = goes or has_verb_of(context, clause, lexicon.moving_verbs)
    grown = any(_GROWTH.intersection(context.forms[index]) for index in places)
    if not moves or grown:
        return None
    own = own_tokens(context, quantity)
    for index in places:
        token = tokens[index]
        if token.dep.startswith("obj") and token.pos == "NOUN" and index not in own:
            return None
    subject = next((i for i in places if tokens[i].dep.startswith("nsubj")), None)
    if subject is None or subject in place_tokens(context):
        return None
    named = _mention(context, subject)
    if named is not None:
        return _of_mention(context, named)
    listed = _name_listed(context, subject) or _name_unlisted(context, subject)
    if listed is not None:
        return listed
    word = lemma(tokens[subject])
    if tokens[subject].pos == "NOUN" and word in lexicon.actors and word not in lexicon.population:
        return Naming(derive(Label(word, word)), evidence(context, subject, subject + 1), 0.7)
    return None


def name_share(context: Context, quantity: Quantity, before: Context | None) -> Naming | None:
    """Return the company of 'het aandeel', which the text named last; else the share itself.

    Only where that is the subject of a change in percent, or of an amount of money.

    Example: 'Fugro kwam met cijfers. Het aandeel won 3 procent' → ``aandeel-fugro``.
    """
    clause = context.clause_at(quantity.start)
    moving = quantity.kind == "change" and quantity.unit == "percent"
    if not moving and quantity.kind != "money":
        return None
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if lemma(token) != _SHARE or not token.dep.startswith("nsubj"):
            continue
        behind = context.tokens[index + 1 : index + 2]
        if any(t.text.lower() in {"van", "in"} for t in behind):
            return None  # 'het aandeel van de kantoren': a part of something
        listed = _name_listed(context, index)
        if listed is not None:
            return listed
        start = token.start
        named = [m for m in context.mentions if m.kind in _NAMES and m.end <= start]
        if not named and before is not None:
            context, named = before, [m for m in before.mentions if m.kind in _NAMES]
        if not named:
            return None
        first, last = context.span(named[-1].start, named[-1].end)
        return _of_share(context, first, last, "carried_over")
    return None


def name_index(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return the index or exchange that stands at so many points, None for points of other sorts.

    Example: 'De AEX-index sloot op 512 punten' → ``aex-index``.
    """
    if quantity.unit != _POINT:
        return None
    before = context.clause_before(clause)
    stands = has_verb_of(context, clause, lexicon.moving_verbs | lexicon.standing_verbs | _STARTS)
    tokens = context.tokens[clause.first : clause.last]
    if before is not None and not any(token.dep.startswith("nsubj") for token in tokens):
        clause = before  # 'De index levert 2 procent in en noteert 300 punten'
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if not token.dep.startswith("nsubj") or token.pos not in {"NOUN", "PROPN"}:
            continue
        named = _mention(context, index) if stands else None
        if named is not None:
            return _of_mention(context, named)
        unlisted = _name_unlisted(context, index) if stands else None
        if unlisted is not None:
            return unlisted
        _, last = _proper(context, index + 1)
        word = lemma(token)
        told = last > index + 1 or word.lower() not in _INDEXES  # 'de index' points back
        if word.lower().endswith(_INDEXES) and told:
            text = " ".join([word, *(t.text for t in context.tokens[index + 1 : last])])
            return Naming(derive(Label(text, text.lower())), evidence(context, index, last), 0.7)
    return None


def _name_listed(context: Context, subject: int) -> Naming | None:
    """'Het aandeel Fugro', 'aandelen Fugro': the share of the company that is named behind it."""
    first, last = _proper(context, subject + 1)
    if lemma(context.tokens[subject]) != _SHARE or first == last:
        return None
    return _of_share(context, first, last, "stated")


def _name_unlisted(context: Context, subject: int) -> Naming | None:
    """'De Nikkei ging 2 procent lager': a name that no list has, of no person and no place."""
    start = context.tokens[subject].start
    if any(m.start <= start < m.end for m in context.mentions):
        return None
    first, last = _proper(context, subject)
    if first == last or not context.tokens[first].text[:1].isupper():
        return None
    words = " ".join(token.text for token in context.tokens[first:last])
    return Naming(derive(Label(words, words.lower())), evidence(context, first, last), 0.65)


def _proper(context: Context, first: int) -> tuple[int, int]:
    """Where the name ends that begins at a token; nowhere if there is none."""
    named = _mention(context, first) if first < len(context.tokens) else None
    if named is not None:
        return context.span(named.start, named.end)
    last = first
    while last < len(context.tokens) and context.tokens[last].pos == "PROPN":
        last += 1
    return first, last


def _of_share(context: Context, first: int, last: int, method: str) -> Naming:
    words = " ".join(token.text for token in context.tokens[first:last])
    label = Label(f"{_SHARE} {words}", words.lower())
    return Naming(derive(label), evidence(context, first, last, method), 0.75)


def _counts_more(quantity: Quantity) -> bool:
    """'3 procent meer inwoners', not '0,5 procent lager'."""
    return quantity.comparative and not quantity.surface.lower().endswith(("hoger", "lager"))


def name_before_bracket(context: Context, index: int) -> Naming | None:
    """Return the organisation whose name ends before token ``index``, the bracket, or None.

    Example: 'Zwaargewicht Unilever (+1,4%) won terrein' → ``unilever``.
    """
    named = _mention(context, index - 1)
    return None if named is None else _of_mention(context, named)


def _mention(context: Context, index: int) -> Mention | None:
    token = context.tokens[index]
    return next(
        (m for m in context.mentions if m.kind in _NAMES and m.start <= token.start < m.end), None
    )


def _of_mention(context: Context, mention: Mention) -> Naming:
    first, last = context.span(mention.start, mention.end)
    words = " ".join(token.text for token in context.tokens[first:last])
    return Naming(derive(Label(words, words.lower())), evidence(context, first, last), 0.7)
