"""The noun that a number belongs to by grammar: 'een tekort van 16 procent', '2 miljoen loon'."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of, name_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import (
    NounPhrase,
    evidence,
    extend,
    join,
    lemma,
    phrase_at,
    phrase_ending,
)
from pipeline.figures.words import place_tokens
from pipeline.records import Quantity

_MORE = frozenset({"percent", "EUR", "USD"})  # units of what there may be more of
_SCALES = frozenset({"miljoen", "miljard", "mln", "mld"})


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
    if phrase is not None and lemma(context.tokens[phrase.head]) == "waarde":
        valued = _name_valued(context, phrase.first - 1, lexicon, clause)
        if valued is not None:
            return valued
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


def _name_valued(context: Context, place: int, lexicon: Lexicon, clause: Clause) -> Naming | None:
    """'40 fietsen ter waarde van', 'een vracht wijn van 9 ton met een waarde van': what has it.

    ``place`` is the token of the preposition before 'waarde'.
    """
    tokens = context.tokens
    if place <= clause.first or tokens[place].text.lower() not in {"ter", "met"}:
        return None
    for _, other in context.quantities:
        first, last = context.span(other.start, other.end)
        if last != place:
            continue
        if other.kind == "count" and other.unit is not None:
            label = Label(f"waarde {other.unit}", other.unit)
            return Naming(derive(label), evidence(context, first, last), 0.85)
        place = first - (tokens[first - 1].text.lower() == "van")
        break
    phrase = phrase_ending(context, place, clause)
    named = None if phrase is None else label_of(context, phrase, lexicon)
    if phrase is None or named is None:
        return None
    label = Label(f"waarde {named.text}", named.head)
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.85)


def _sums_up(context: Context, phrase: NounPhrase) -> bool:
    """'een totaal aan lasten van 214 miljoen', 'een partij koper van 9 ton': of what is behind."""
    return any(
        token.text.lower() == "aan" or token.pos == "NOUN"
        for token in context.tokens[phrase.head + 1 : min(phrase.head + 2, phrase.last)]
    )


def name_partitive(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'26,1 miljoen aan uitgaven', '40 ton oud papier': what the money is, or what is measured."""
    if quantity.kind not in {"money", "measure"}:
        return None
    _, last = context.span(quantity.start, quantity.end)
    substance = _substance(context, quantity)
    if substance is not None:
        name = lemma(context.tokens[substance])
        found = evidence(context, substance, substance + 1)
        return Naming(derive(Label(name, name.lower())), found, 0.85)
    if last >= clause.last:
        return None
    token = context.tokens[last]
    start = last + 1 if _is_partitive(context, last) else last
    described = quantity.kind == "measure" and token.pos in {"ADJ", "VERB"}
    if start == last and token.pos != "NOUN" and not described:
        return None
    if described and lemma(token) in lexicon.generic:
        return None  # 'een 3 kilometer lange dijk'
    phrase = phrase_at(context, start, clause)
    if phrase is None:
        return None
    phrase = join(context, phrase, clause)
    return name_phrase(context, extend(context, phrase, clause, limit=1), lexicon, 0.85)


def name_more_of(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    *,
    people: bool = False,
) -> Naming | None:
    """'5 procent minder afval', '2 miljoen meer subsidie': what there is more or less of.

    ``people`` are counted for a property, and name nothing where there may be one.
    """
    if quantity.kind != "change" or quantity.unit not in _MORE or not quantity.comparative:
        return None
    _, last = context.span(quantity.start, quantity.end)
    phrase = phrase_at(context, last, clause) if last < clause.last else None
    if phrase is None:
        return None
    if lemma(context.tokens[phrase.head]) in lexicon.population and not people:
        return None
    return name_phrase(context, extend(context, phrase, clause, limit=1), lexicon, 0.85)


def _is_partitive(context: Context, index: int) -> bool:
    """'26 miljoen aan uitgaven'; not 'betaalt 3 ton aan de gemeente', '9 meter aan het water'."""
    word, behind = context.tokens[index], context.tokens[index + 1 : index + 2]
    return word.text.lower() == "aan" and all(token.pos != "DET" for token in behind)


def _substance(context: Context, quantity: Quantity) -> int | None:
    """'300 ton stikstof': what some units are of belongs to the quantity."""
    first, last = context.span(quantity.start, quantity.end)
    words = context.tokens[max(first, last - 2) : last]
    if quantity.kind != "measure" or len(words) < 2 or words[0].pos != "NOUN":
        return None
    scale = words[0].text.lower() in _SCALES  # '12 miljoen ton'
    return last - 1 if words[1].pos in {"NOUN", "PROPN"} and not scale else None


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
