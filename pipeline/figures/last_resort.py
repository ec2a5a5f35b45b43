"""What a quantity is called when nothing names it: its noun, the verb, the bare words around it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.carry import said_before
from pipeline.figures.condensed import bare_words
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_phrase
from pipeline.figures.labels import (
    adjective,
    content_verb,
    label_of,
    predicate,
    subject_phrase,
)
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence
from pipeline.figures.words import own_tokens, taken_tokens
from pipeline.records import Quantity

_FAR = 12  # sentences
_LEVELS = frozenset({"op", "bij", "naar", "tot", "onder", "boven", "rond"})
_SHORT = 4  # tokens of a relative clause that only says what people do: 'die roken.'
# Adjectives that tell how a number was made, and not of what.
_HOW_MUCH = frozenset({"gemiddeld", "totaal", "netto", "bruto", "vaak", "ongeveer"})


def name_people(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return the counted noun itself as indicator, when nothing else says what is counted."""
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    doing = _what_they_do(context, last, lexicon)
    text = f"{quantity.unit} {doing}" if doing else quantity.unit
    return Naming(derive(Label(text, quantity.unit)), evidence(context, first, last), 0.5)


def _what_they_do(context: Context, last: int, lexicon: Lexicon) -> str | None:
    """'1.300 mensen die roken': the verb of a short clause right behind those who are counted."""
    if last >= len(context.tokens) or "PronType=Rel" not in context.tokens[last].morph:
        return None
    clause = context.clause_at(context.tokens[last].start)
    if clause.first != last or clause.last - last > _SHORT:
        return None
    return content_verb(context, lexicon, clause)


def name_level(
    contexts: Sequence[Context], index: int, quantity: Quantity, memory: Memory, lexicon: Lexicon
) -> Naming | None:
    """Return what the text measures in the unit of a level that only a verb would name.

    What it measured so last, else the subject of the sentence, or of the title.

    Example: in 'De minister werkt aan plannen om onder de 9 miljard liter te komen' → what a
    sentence before gave in litres.
    """
    context = contexts[index]
    if quantity.kind != "measure" or quantity.unit is None or not _is_reached(context, quantity):
        return None
    first, _ = context.span(quantity.start, quantity.end)
    said = memory.of_unit(quantity.unit, context.sentence.position, _FAR)
    if said is not None:
        return said_before(said, 0.45)
    own = _first_subject(context, first, lexicon, "stated")
    if own is not None:
        return own
    title = contexts[0]
    if index == 0 or title.sentence.passage_kind != "title":
        return None
    return _first_subject(title, len(title.tokens), lexicon, "carried_over")


def _first_subject(context: Context, end: int, lexicon: Lexicon, method: str) -> Naming | None:
    """The first subject before a token that is nobody: no group of people, and not who acts."""
    taken = taken_tokens(context)
    for place, token in enumerate(context.tokens[:end]):
        subject = token.dep.startswith("nsubj") or token.dep == "ROOT"
        if token.pos != "NOUN" or not subject or place in taken:
            continue
        phrase = subject_phrase(context, place, Clause(0, end))
        label = None if phrase is None else label_of(context, phrase, lexicon)
        if phrase is not None and label is not None and label.head not in lexicon.population:
            found = evidence(context, phrase.first, phrase.last, method)
            return Naming(derive(label), found, 0.4)
    return None


def _is_reached(context: Context, quantity: Quantity) -> bool:
    """'bij 12 miljard liter', 'dicht onder de 3 ton': where something is, comes or should be."""
    if quantity.part is not None:
        return True
    place, _ = context.span(quantity.start, quantity.end)
    within = [token.text.lower() for token in context.tokens[place : place + 2]]
    while place > 0 and context.tokens[place - 1].pos in {"DET", "ADV", "ADJ"}:
        place -= 1
    led = place > 0 and context.tokens[place - 1].text.lower() in _LEVELS
    return led or not _LEVELS.isdisjoint(within)


def name_anyhow(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return the verb of the clause, so that no share or amount is lost."""
    clause = context.clause_at(quantity.start)
    own = own_tokens(context, quantity) | blocked
    label = predicate(context, lexicon, clause, own, with_verb=True)
    return None if label is None else _said(context, quantity, label)


def name_vaguely(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return an adjective that says little ('is 12 procent hoger'), or the bare words around."""
    clause = context.clause_at(quantity.start)
    own = own_tokens(context, quantity) | blocked
    word = adjective(context, lexicon, clause, own | taken_tokens(context), generic=True)
    label = Label(word, word) if word is not None and word not in _HOW_MUCH else None
    if label is None and quantity.kind in SHARES | {"money"}:
        phrase = denominator_phrase(context, quantity, clause)
        group = frozenset(range(phrase.first, phrase.last) if phrase is not None else ())
        label = bare_words(context, clause, lexicon, own | group)
    return None if label is None else _said(context, quantity, label)


def _said(context: Context, quantity: Quantity, label: Label) -> Naming:
    """A name that the whole clause of the quantity gives, with little certainty."""
    clause = context.clause_at(quantity.start)
    return Naming(derive(label), evidence(context, clause.first, clause.last), 0.4)
