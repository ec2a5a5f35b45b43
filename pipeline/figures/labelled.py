"""What stands before a colon names the number behind it: 'inhuur van personeel: 0,9 miljoen'."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.counted import number_named
from pipeline.figures.known import find_known
from pipeline.figures.labels import label_of, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, lemma, nouns
from pipeline.figures.shares import name_share_of
from pipeline.figures.tenses import has_verb
from pipeline.figures.told_before import name_told_before
from pipeline.figures.words import verb_noun
from pipeline.records import Quantity


def name_labelled(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what stands before the colon of a number: a list item, a row, what is spelt out.

    Example: 'minder inhuur van externen: € 0,9 miljoen' → ``inhuur-van-externen``.
    """
    first, _ = context.span(quantity.start, quantity.end)
    if first < 2 or context.tokens[first - 1].text != ":":
        return None
    before = Clause(0, first - 1)
    if _is_told(context, before, apart=_is_told_apart(context, quantity)):
        # 'De politie deelde 74 boetes uit: 29 …': a sentence, and no label.
        return None
    known = find_known(context, quantity, lexicon, before)
    if known is not None:
        return known
    told = name_told_before(context, quantity, lexicon)
    if told is not None:
        return told
    named = number_named(context, quantity)
    if named is not None:
        return Naming(derive(Label(named, named)), evidence(context, 0, before.last), 0.85)
    share = name_share_of(context, quantity, lexicon)
    if share is not None:
        return share
    for index in nouns(context, before.first, before.last):
        phrase = subject_phrase(context, index, before)
        label = None if phrase is None else label_of(context, phrase, lexicon)
        if label is not None:
            return Naming(derive(label), evidence(context, before.first, before.last), 0.85)
    return _name_item(context, before)


def _name_item(context: Context, before: Clause) -> Naming | None:
    """'- Winkelbedrijf met 50 meter: 430 euro': in a list also who pays names what is listed."""
    if context.sentence.passage_kind != "list":
        return None
    for index in nouns(context, before.first, before.last)[:1]:
        head = lemma(context.tokens[index])
        return Naming(derive(Label(head, head)), evidence(context, index, before.last), 0.75)
    return None


def _is_told(context: Context, clause: Clause, *, apart: bool) -> bool:
    """Whether a sentence stands before the colon, and no label.

    One with a number of its own; or any, where what is counted behind it is told ``apart``.
    """
    start, end = context.tokens[clause.first].start, context.tokens[clause.last - 1].end
    numbers = any(start <= q.start < end and q.kind != "age" for _, q in context.quantities)
    return (numbers or apart) and has_verb(context, clause)


def _is_told_apart(context: Context, quantity: Quantity) -> bool:
    """'Meer mensen kwamen helpen: 31 schilders en 12 bakkers': each has a noun of its own."""
    first, _ = context.span(quantity.start, quantity.end)
    colon = context.tokens[first - 1].start
    counted = {
        q.unit
        for _, q in context.quantities
        if q.start > colon and q.kind == "count" and q.noun_start is not None
    }
    return quantity.unit in counted and len(counted) > 1


def name_spelt_out(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what the clause before a colon says, for an amount that only spells it out.

    Example: 'De club houdt geld over: over 2023 bijna 7 miljoen euro' → ``overschot``.
    """
    clause = context.clause_at(quantity.start)
    before = context.clause_before(clause)
    if quantity.kind != "money" or before is None or has_verb(context, clause):
        return None
    if context.tokens[clause.first - 1].text != ":":
        return None
    verb = verb_noun(context, lexicon, before)
    if verb is None:
        return None
    return Naming(derive(Label(verb, verb)), evidence(context, before.first, before.last), 0.7)
