"""What a count measures by its own noun, or by what was done so often.

'zes praktijkondersteuners', '325 gevallen van griep', '61 keer aangifte gedaan'.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.counted import number_place
from pipeline.figures.labels import label_of, name_phrase, predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.people import is_one_of, said_of_others
from pipeline.figures.phrases import NounPhrase, evidence, extend, is_participle, phrase_at
from pipeline.figures.told_apart import told_apart
from pipeline.figures.words import own_tokens, place_tokens
from pipeline.records import Quantity


def name_times(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'14 keer een uitzondering', '61 keer aangifte gedaan': what was done so often."""
    _, last = context.span(quantity.start, quantity.noun_end or quantity.end)
    return name_phrase(context, phrase_at(context, last, clause), lexicon, 0.8)


def name_happened(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'Vijf keer kwam het tot een ontruiming', 'de sirene ging 12 keer af': what came about."""
    if quantity.unit != "keer" or "keer" not in quantity.surface.lower():
        return None
    if context.has([(("gaan",),)], clause) and context.has([(("om",),)], clause):
        return None  # '655 keer ging het om brand': of what was told
    done = predicate(context, lexicon, clause, own_tokens(context, quantity), with_verb=True)
    if done is None:
        return None
    return Naming(derive(done), evidence(context, clause.first, clause.last), 0.75)


def name_counted(
    context: Context, quantity: Quantity, lexicon: Lexicon, blocked: frozenset[int]
) -> Naming | None:
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    if first >= last:
        return None
    clause = context.clause_at(quantity.noun_start)
    apart = told_apart(context, quantity, lexicon, clause)
    if apart is not None:
        return Naming(derive(apart, base=apart.head), evidence(context, first, last), 0.8)
    if quantity.unit in lexicon.population or _is_inhabitant(context, first, last):
        # 'twaalfhonderd huishoudens zitten zonder stroom': people are counted for a property,
        # and where the clause gives none it was said before.
        begin, _ = context.span(quantity.start, quantity.end)
        own = own_tokens(context, quantity) | frozenset(range(first, last)) | blocked
        own |= said_of_others(context, (first, last), begin, clause, lexicon)
        rest = predicate(context, lexicon, clause, own, with_verb=True)
        if rest is None or is_one_of(context, begin):
            return None
        return Naming(
            derive(Label(f"{quantity.unit} {rest.text}", rest.head)),
            evidence(context, first, last),
            0.7,
        )
    phrase = extend(context, NounPhrase(first, last, last - 1), clause, limit=1)
    label = label_of(context, phrase, lexicon)
    text = label.text if label is not None and label.head == quantity.unit else quantity.unit
    text = " ".join([*_capitals_before(context, first), text])
    return Naming(derive(Label(text, quantity.unit)), evidence(context, first, last), 0.8)


def name_number(
    context: Context, quantity: Quantity, lexicon: Lexicon, named: str | None
) -> Naming | None:
    """'Het aantal deelnemende scholen aan de proef steeg': what the number is of, as described.

    ``named`` is the noun of which the clause gives the number, if it does.
    """
    place = number_place(context, quantity)
    clause = context.clause_at(quantity.start)
    if named is None or place is None:
        return None
    phrase = phrase_at(context, place, clause)
    full = None if phrase is None else extend(context, phrase, clause, limit=1)
    label = None if full is None else label_of(context, full, lexicon)
    if full is None or label is None or label.head != named:
        noun = place + 1
        while noun < clause.last and is_participle(context, noun):
            noun += 1
        words = [token.text.lower() for token in context.tokens[place + 1 : noun]]
        found = evidence(context, place, min(noun + 1, clause.last))
        return Naming(derive(Label(" ".join([*words, named]), named)), found, 0.7)
    return Naming(derive(label), evidence(context, full.first, full.last), 0.7)


def _capitals_before(context: Context, noun: int) -> list[str]:
    """'17 Duurzame Ontwikkelingsdoelen': the adjectives that are part of a name."""
    words: list[str] = []
    places = place_tokens(context)  # 'dertig Friese Kamerleden'
    while noun and context.tokens[noun].text[:1].isupper():
        noun -= 1
        named = context.tokens[noun].pos == "ADJ" and noun not in places
        if not named or not context.tokens[noun].text[:1].isupper():
            break
        words.insert(0, context.tokens[noun].text)
    return words


def name_cases(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'325 gevallen van griep', 'drie vormen van hulp': a noun that says nothing gives way."""
    if quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    phrase = extend(context, NounPhrase(last, last, last - 1), clause, limit=1)
    inner = None if phrase.last == last else phrase_at(context, last + 1, clause)
    label = None if inner is None else label_of(context, inner, lexicon)
    if inner is None or label is None or context.tokens[last].text.lower() != "van":
        return None
    return Naming(derive(label), evidence(context, first, inner.last), 0.8)


def _is_inhabitant(context: Context, first: int, last: int) -> bool:
    """'600 Almeloërs' counts inhabitants."""
    start, end = context.tokens[first].start, context.tokens[last - 1].end
    return any(
        m.method == "inhabitant" and m.start < end and start < m.end for m in context.mentions
    )
