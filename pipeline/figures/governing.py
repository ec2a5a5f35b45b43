"""The noun that a number belongs to by grammar: 'een tekort van 16 procent', '2 miljoen loon'."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import NounPhrase, evidence, extend, lemma, phrase_at, phrase_ending
from pipeline.figures.words import place_tokens
from pipeline.records import Quantity


def name_governing(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'een tekort (op jeugd) van 4,4 miljoen', 'een wachttijd van zes weken'."""
    if quantity.kind == "count" and quantity.noun_start is not None:
        return None
    first, last = context.span(quantity.start, quantity.end)
    place = first - 1
    while place > clause.first and context.tokens[place].pos in {"DET", "ADV", "ADJ"}:
        place -= 1
    if place <= clause.first or context.tokens[place].text.lower() not in {"van", "à", "ad"}:
        return None
    phrase = phrase_ending(context, place, clause)
    label = None if phrase is None else label_of(context, phrase, lexicon)
    if phrase is None or label is None:
        return None
    if label.head != lemma(context.tokens[phrase.head]).lower() and not _sums_up(context, phrase):
        return None
    after = _qualifier_after(context, last, clause)
    if after is not None and quantity.kind in {"money", "duration", "share"}:
        more = label_of(context, after, lexicon)
        if more is not None:
            label = Label(
                f"{label.text} {context.tokens[last].text.lower()} {more.text}", label.head
            )
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.9)


def _sums_up(context: Context, phrase: NounPhrase) -> bool:
    """'een totaal aan lasten van 214 miljoen', 'een bedrag aan subsidies': of what is behind."""
    return [t.text.lower() for t in context.tokens[phrase.head + 1 : phrase.head + 2]] == ["aan"]


def name_partitive(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'26,1 miljoen aan uitgaven', '2 miljoen euro subsidie': what the money is."""
    if quantity.kind != "money":
        return None
    _, last = context.span(quantity.start, quantity.end)
    if last >= clause.last:
        return None
    start = last + 1 if context.tokens[last].text.lower() == "aan" else last
    if start == last and context.tokens[last].pos != "NOUN":
        return None
    phrase = phrase_at(context, start, clause)
    if phrase is None:
        return None
    phrase = extend(context, phrase, clause, limit=1)
    label = label_of(context, phrase, lexicon)
    if label is None:
        return None
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.85)


def _qualifier_after(context: Context, last: int, clause: Clause) -> NounPhrase | None:
    """'een tekort van 16 procent op jeugd': what follows the number qualifies the noun before."""
    if last >= clause.last or context.tokens[last].text.lower() not in {"op", "voor", "aan", "bij"}:
        return None
    phrase = phrase_at(context, last + 1, clause)
    if phrase is None:
        return None
    behind = phrase.last
    if behind < len(context.tokens) and context.tokens[behind].text.lower() == "van":
        starts = {context.span(q.start, q.end)[0] for _, q in context.quantities}
        if behind + 1 in starts:
            return None  # 'een verlies van 1 miljard op een omzet van 12 miljard'
    inner = context.tokens[phrase.head]
    in_time = any(t.start <= inner.start < t.end for t in context.times)
    return None if phrase.head in place_tokens(context) or in_time else phrase
