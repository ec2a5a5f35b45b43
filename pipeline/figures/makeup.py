"""What a share of a whole is, or is found to have: 'een kwart van de lading bestaat uit kolen'.

The verb or its noun ('bestaan uit', 'voor rekening van', 'sprake van') says nothing of itself; what
follows names the share, and the whole is the group that it is a share of.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_phrase, group_tokens
from pipeline.figures.labels import label_of, name_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import NounPhrase, evidence, extend, lemma, phrase_at
from pipeline.figures.words import own_tokens, place_tokens, taken_tokens
from pipeline.records import Quantity

_FROM = frozenset({"uit", "van"})
_WHERE = frozenset({"bij", "in", "op", "voor"})  # before a share of the cases: 'in 8 procent'
_SPRAKE = 3  # words from 'sprake' to its 'van': 'sprake is geweest van'


def name_made_of(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return what a share of a whole consists of, comes from or is borne by, or None.

    Example: in 'Een kwart van de lading bestond uit kolen' → ``kool``; in 'Van de winst is 10
    procent afkomstig uit verhuur' → ``afkomstig-uit-verhuur``.
    """
    part = _part(context, quantity, clause)
    if part is None:
        return None
    lead, phrase = part
    label = label_of(context, extend(context, phrase, clause, limit=1), lexicon)
    if label is None and phrase.head in taken_tokens(context) | place_tokens(context):
        label = None if lead else _as_named(context, phrase)
    elif label is None:
        head = lemma(context.tokens[phrase.head])  # 'voor rekening van de overheid'
        label = None if head in lexicon.generic else Label(head, head)
    if label is None:
        return None
    text = f"{lead} {label.text}" if lead else label.text
    found = evidence(context, phrase.first, phrase.last)
    return Naming(derive(Label(text, label.head)), found, 0.85)


def name_occurring(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """Return what there is in a share of the cases, or None.

    Example: in 'Bij 31 procent van de branden was er sprake van opzet' → ``opzet``.
    """
    if quantity.kind not in SHARES or context.word_before(quantity.start) not in _WHERE:
        return None
    tokens = context.tokens
    for index in range(clause.first, clause.last):
        if tokens[index].text.lower() != "sprake":
            continue
        reach = range(index + 1, min(index + 1 + _SPRAKE, clause.last))
        place = next((i for i in reach if tokens[i].text.lower() == "van"), None)
        phrase = None if place is None else phrase_at(context, place + 1, clause)
        if phrase is None or not own_tokens(context, quantity).isdisjoint(
            range(phrase.first, phrase.last)
        ):
            return None
        named = name_phrase(context, extend(context, phrase, clause, limit=1), lexicon, 0.85)
        if named is not None:
            return named
    return None


def whole_of(context: Context, quantity: Quantity, clause: Clause) -> int | None:
    """Return the noun of the whole of which a clause says what a share of it is made of.

    Example: 'lading' in 'De lading bestond voor 30 procent uit kolen', also without a plural.
    """
    if _part(context, quantity, clause) is None:
        return None
    group = denominator_phrase(context, quantity, clause)
    if group is not None:
        return group.head
    if context.word_before(quantity.start) != "voor":
        return None
    skip = taken_tokens(context) | place_tokens(context)
    return next(
        (
            index
            for index in range(clause.first, clause.last)
            if context.tokens[index].dep.startswith("nsubj")
            and context.tokens[index].pos == "NOUN"
            and index not in skip
        ),
        None,
    )


def _part(context: Context, quantity: Quantity, clause: Clause) -> tuple[str, NounPhrase] | None:
    """What the whole is made of, with the words that belong before its name."""
    if quantity.kind not in SHARES:
        return None
    tokens = context.tokens
    own = own_tokens(context, quantity) | group_tokens(context, quantity, clause)
    for index in range(clause.first, clause.last):
        if tokens[index].text.lower() not in _FROM or index in own:
            continue
        before = [token.text.lower() for token in tokens[max(0, index - 2) : index]]
        consists = tokens[index].text.lower() == "uit" and _consists(context, clause)
        comes = before[-1:] == ["afkomstig"] and before[:1] != [","]  # 'wijn, afkomstig uit'
        if not (consists or comes or before == ["voor", "rekening"]):
            continue
        phrase = phrase_at(context, index + 1, clause)
        if phrase is not None and own.isdisjoint(range(phrase.first, phrase.last)):
            return (f"afkomstig {tokens[index].text.lower()}" if comes else ""), phrase
    return None


def _consists(context: Context, clause: Clause) -> bool:
    return any(
        context.tokens[index].pos == "VERB" and "bestaan" in context.forms[index]
        for index in range(clause.first, clause.last)
    )


def _as_named(context: Context, phrase: NounPhrase) -> Label:
    words = " ".join(token.text for token in context.tokens[phrase.head : phrase.last])
    return Label(words, words.lower())
