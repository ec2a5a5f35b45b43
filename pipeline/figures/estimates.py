"""Somebody's number for what was spoken of: 'de gemeente houdt het op 190 euro', 'gaat uit van 8'.

Such a clause names no subject: it sets another number beside the one that was told, or gives one
for the matter that the sentence before opened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.carry import carried_kind, carry_recent
from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence, extend, lemma, nouns, phrase_at
from pipeline.figures.tenses import has_verb
from pipeline.records import Evidence, Quantity

_VAN = frozenset({"uitgaan", "gaan", "spreken"})
_AMOUNTS = frozenset({"bedrag", "aantal", "percentage", "getal"})
_BARE = frozenset({"money", "share", "ratio", "percentage_point", "rate"})
# What is done with money whatever it is for; 'overschot' and 'tekort' say more.
_PLAIN = frozenset({"kosten", "betaling", "uitgave", "ontvangst", "begroting"})
_WRONG = re.compile(r"\b(?:klopt|kloppen|klopte|klopten) niet\b|\bonjuist\b|\bfout\b")
_PUT_RIGHT = 3  # sentences in which a number is called wrong, and the right one given
_OPENING = 3  # tokens within which 'over …' says what a sentence is about


def name_estimate(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    before: Context | None,
    memory: Memory,
    lexicon: Lexicon,
) -> Naming | None:
    """Return what somebody's number is of: what was spoken of just before; None for other numbers.

    ``before`` is the sentence before, in the same passage.

    Example: 'Over de opbrengst lopen de meningen uiteen. De gemeente houdt het op 190 euro' →
    ``opbrengst``.
    """
    context = contexts[index]
    wrong = _put_right(contexts, index, quantity, memory)
    if wrong is not None:
        return wrong
    if not _is_estimate(context, quantity):
        return None
    return (
        _name_matter(before, lexicon)
        or carry_recent(context, quantity, memory)
        or _name_section(contexts, index, lexicon)
    )


def goes_on_about(
    context: Context,
    quantity: Quantity,
    naming: Naming,
    before: Context | None,
    memory: Memory,
    lexicon: Lexicon,
) -> Naming:
    """Return what money is of which ``naming`` knows only that it was paid, or spent.

    'In 2020 betaalden wij nog 71 euro' is the same at another time, 'Daarvan is 3 ton besteed' a
    part of it; of 'De grootste post is energie. Wij hadden 6 miljoen begroot' it is the energy.
    """
    label = naming.indicator.label
    if quantity.kind != "money" or label not in _PLAIN:
        return naming
    single = _name_singled_out(before, lexicon)
    if single is not None:
        return _with(naming, single)
    clause = context.clause_at(quantity.start)
    words = [token.text.lower() for token in context.tokens[clause.first : clause.last]]
    part = words[:1] in (["daarvan"], ["hiervan"])
    if not part and not ("nog" in words and context.times):
        return naming
    said = memory.recent(context.sentence.position, 1, {carried_kind(quantity)})
    last = carry_recent(context, quantity, memory)
    if last is None or said is None or said.unit != quantity.unit:
        return naming
    return _with(naming, last) if part else last


def _put_right(
    contexts: Sequence[Context], index: int, quantity: Quantity, memory: Memory
) -> Naming | None:
    """'Wij meldden 312 afzeggingen. Dat cijfer klopt niet. Het juiste aantal is 268': of those."""
    context = contexts[index]
    first, _ = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[max(0, first - 4) : first]]
    right = len(words) == 4 and words[1] in {"juiste", "correcte"} and words[3] in {"is", "was"}
    if not right or (quantity.unit is not None and quantity.kind == "count"):
        return None
    for before in reversed(contexts[max(0, index - _PUT_RIGHT) : index]):
        opening = before.tokens[0].text.lower() if before.tokens else ""
        if opening not in {"dat", "dit", "die"} or not _WRONG.search(before.sentence.text):
            continue
        said = memory.last(before.sentence.position - 1, context.scope)
        if said is None:
            return None
        found = said.indicator_evidence
        at = Evidence("indicator", "carried_over", found.start, found.end)
        return Naming(said.indicator, at, 0.75)
    return None


def _with(naming: Naming, other: Naming) -> Naming:
    label = naming.indicator.label
    longer = Label(f"{label} {other.indicator.label}", label)
    return replace(naming, indicator=derive(longer))


def _is_estimate(context: Context, quantity: Quantity) -> bool:
    """Whether a clause gives somebody's number for what was spoken of, and names nothing itself.

    Example: 'De wethouder houdt het op 190 euro', 'Hij noemde een bedrag van 71 miljoen'.
    """
    if _takes_out(context, quantity):
        return True
    bare = quantity.kind in _BARE or (quantity.noun_start is None and quantity.unit is None)
    if not bare or quantity.part is not None:
        return False
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    if last < len(tokens) and tokens[last].text.lower() in {"van", "aan"}:
        return False  # 'gaat uit van 190 euro aan kosten'
    place = first - 1
    while place > clause.first and tokens[place].pos in {"ADV", "ADJ"}:
        place -= 1
    if place <= clause.first:
        return False
    leads = tokens[place].text.lower()
    verbs = {lemma(t) for t in tokens[clause.first : clause.last] if t.pos in {"VERB", "AUX"}}
    words = [token.text.lower() for token in tokens[clause.first : place]]
    if leads == "op":
        return "houden" in verbs and "het" in words
    if leads != "van":
        return False
    if lemma(tokens[place - 1]) in _AMOUNTS:
        return "noemen" in verbs
    going = "uit" in words[-1:] and bool(verbs & _VAN)
    return going or ("spreken" in verbs and words[-1:] != [] and tokens[place - 1].pos != "NOUN")


def _takes_out(context: Context, quantity: Quantity) -> bool:
    """'om 1,5 miljoen daarvan te gebruiken': money out of what was just told."""
    _, last = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[last : last + 1]]
    return quantity.kind == "money" and words in (["daarvan"], ["hiervan"], ["ervan"])


def _name_matter(before: Context | None, lexicon: Lexicon) -> Naming | None:
    """Return what the sentence before says that people differ about, if it gives no number.

    Example: 'Over de opbrengst van de acties lopen de meningen uiteen' → ``opbrengst-van-acties``.
    """
    if before is None or before.quantities:
        return None
    for index in range(min(_OPENING, len(before.tokens))):
        if before.tokens[index].text.lower() != "over":
            continue
        whole = Clause(0, len(before.tokens))
        phrase = phrase_at(before, index + 1, whole)
        label = None
        if phrase is not None:
            phrase = extend(before, phrase, whole)
            label = label_of(before, phrase, lexicon)
        if phrase is not None and label is not None:
            found = evidence(before, phrase.first, phrase.last, "carried_over")
            return Naming(derive(label), found, 0.75)
    return None


def _name_section(contexts: Sequence[Context], index: int, lexicon: Lexicon) -> Naming | None:
    """Return the noun of the heading above, where that names its matter: 'De dijk'."""
    for other in range(index - 1, -1, -1):
        heading = contexts[other]
        if heading.sentence.passage_kind == "title":
            return None
        if heading.sentence.passage_kind != "heading":
            continue
        whole = Clause(0, len(heading.tokens))
        if has_verb(heading):
            return None
        for place in nouns(heading, whole.first, whole.last):
            phrase = subject_phrase(heading, place, whole)
            label = None if phrase is None else label_of(heading, phrase, lexicon)
            if phrase is not None and label is not None:
                found = evidence(heading, phrase.first, phrase.last, "carried_over")
                return Naming(derive(label), found, 0.6)
        return None
    return None


def _name_singled_out(before: Context | None, lexicon: Lexicon) -> Naming | None:
    """Return what the sentence before calls the biggest: 'De grootste tegenvaller is energie.'"""
    if before is None or before.quantities:
        return None
    tokens = before.tokens
    most = next((i for i, t in enumerate(tokens) if "Degree=Sup" in t.morph), None)
    copula = next((i for i, t in enumerate(tokens) if t.lemma == "zijn"), None)
    if most is None or copula is None or not most < copula:
        return None
    phrase = phrase_at(before, copula + 1, Clause(0, len(tokens)))
    label = None if phrase is None else label_of(before, phrase, lexicon)
    if phrase is None or label is None or any(t.pos != "PUNCT" for t in tokens[phrase.last :]):
        return None
    found = evidence(before, phrase.first, phrase.last, "carried_over")
    return Naming(derive(label), found, 0.7)
