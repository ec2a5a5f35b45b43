"""What a share of people thinks, says or expects: 'zestig procent vindt dat de norm omlaag moet'.

The verb of such a clause says only that they were asked; what was measured is told in what they
think, in a clause of its own ('dat …', 'of …') or with 'te' and an infinitive.
"""

from __future__ import annotations

from pipeline.figures.condensed import condensed
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, group_tokens
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import evidence
from pipeline.figures.tenses import has_verb
from pipeline.figures.words import own_tokens
from pipeline.records import Quantity

_THAT = frozenset({"dat", "of"})
_QUOTES = frozenset("„”“\"'‘’«»")
_NAMES = frozenset({"NOUN", "PROPN"})
_GAP = 3  # tokens between the clause and its 'dat': a comma, 'ervan', 'het'


def name_claim(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what the people of a share think, or None where the clause tells of no thinking.

    Example: in 'Zestig procent vindt dat de school te laat begint' → ``school-laat-beginnen``.
    """
    if quantity.kind not in SHARES:
        return None
    clause = context.clause_at(quantity.start)
    _, last = context.span(quantity.start, quantity.end)
    verb = find_claim(context, clause, lexicon)
    if verb is None or is_told_of(context, quantity, verb):
        return None
    if is_of_somebody_else(context, quantity, clause):
        return None
    begin = _behind(context, quantity, clause, verb)
    said = claimed_that(context, clause, max(verb + 1, last)) or _infinitive(context, clause, begin)
    judged = None
    if said is None and "vinden" in context.forms[verb]:
        said = _found(context, clause, begin)
        judged = "" if said is not None else None
    if said is None:
        said = _quoted_before(context, quantity, clause, verb, begin)
    label = None if said is None else condensed(context, said, lexicon)
    if said is None or label is None:
        return None
    if judged is None:
        judged = _judgement(context, clause, verb, said)
    if judged is not None:
        label = Label(f"{label.text} {judged} vinden".replace("  ", " "), label.head)
    return Naming(derive(label), evidence(context, said.first, said.last), 0.8)


def find_claim(context: Context, clause: Clause, lexicon: Lexicon) -> int | None:
    """Where the clause says that somebody thinks or says something: 'vindt', 'is overtuigd'."""
    return next(
        (
            index
            for index in range(clause.first, clause.last)
            if context.tokens[index].pos in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}
            and (
                lexicon.claims.intersection(context.forms[index])
                or _gives_to_know(context, index, clause)
            )
        ),
        None,
    )


def _gives_to_know(context: Context, index: int, clause: Clause) -> bool:
    """'geeft 17 procent aan soms …': 'aan' that leads to no noun is part of the verb."""
    tokens = context.tokens
    return "geven" in context.forms[index] and any(
        tokens[place].text.lower() == "aan"
        and (place + 1 == clause.last or tokens[place + 1].pos in {"ADV", "SCONJ", "PUNCT", "PRON"})
        for place in range(index + 1, clause.last)
    )


def _behind(context: Context, quantity: Quantity, clause: Clause, verb: int) -> int:
    """The first token behind the verb, the number and the group that it is a share of."""
    group = group_tokens(context, quantity, clause)
    within = (index for index in group if index < clause.last)
    return max([verb, *own_tokens(context, quantity), *within]) + 1


def is_told_of(context: Context, quantity: Quantity, verb: int) -> bool:
    """Whether a number stands in what somebody says: 'wil dat een derde sociale huur wordt'."""
    first, _ = context.span(quantity.start, quantity.end)
    between = context.tokens[verb + 1 : first]
    return any(token.pos == "SCONJ" or token.text.lower() == "dat" for token in between)


def is_of_somebody_else(context: Context, quantity: Quantity, clause: Clause) -> bool:
    """Whether a clause with a share has another subject, who does or thinks what it says.

    Example: 'De bond denkt in 60 procent van de gevallen dat …': it is the union that thinks.
    """
    own = own_tokens(context, quantity) | group_tokens(context, quantity, clause)
    last = max(own) + 1
    while last < clause.last and context.tokens[last].pos in {"ADJ", "NOUN"}:
        own |= {last}  # 'twee op de drie respondenten'
        last += 1
    told = (i for i in range(last, clause.last) if context.tokens[i].pos == "SCONJ")
    subjects = [
        index
        for index in range(clause.first, next(told, clause.last))
        if context.tokens[index].dep.startswith("nsubj") and context.tokens[index].pos in _NAMES
    ]
    return bool(subjects) and own.isdisjoint(subjects)


def claimed_that(context: Context, clause: Clause, begin: int) -> Clause | None:
    """The clause with 'dat' or 'of' behind the own one, or within it."""
    tokens = context.tokens
    for index in range(begin, min(clause.last + _GAP, len(tokens))):
        token = tokens[index]
        if token.pos == "SCONJ" and token.text.lower() in _THAT:
            return _up_to_aside(context, index + 1)
        if index >= clause.last and token.pos not in {"PUNCT", "ADV", "PRON"}:
            return None
    return None


def _infinitive(context: Context, clause: Clause, begin: int) -> Clause | None:
    """'zegt soms berichten te lezen': the infinitive behind 'te', with what stands around it."""
    tokens = context.tokens
    if begin < clause.last and tokens[begin].text.lower() == "aan":
        begin += 1  # of 'geeft … aan'
    for index in range(begin, clause.last - 1):
        if tokens[index].text.lower() != "te" or tokens[index + 1].pos not in {"VERB", "AUX"}:
            continue
        said = Clause(begin, clause.last)
        return None if has_verb(context, said) else said
    return None


def _found(context: Context, clause: Clause, begin: int) -> Clause | None:
    """'vindt de buurt veilig': what is found, if an adjective says how."""
    tokens = context.tokens
    last = next((i for i in range(begin, clause.last) if tokens[i].pos == "PUNCT"), clause.last)
    closing = tokens[last - 1] if last > begin else None
    return Clause(begin, last) if closing is not None and closing.pos == "ADJ" else None


def _quoted_before(
    context: Context, quantity: Quantity, clause: Clause, verb: int, begin: int
) -> Clause | None:
    """'De brug moet open, vindt 60 procent van de bewoners': what stands before the verb."""
    tokens = context.tokens
    closed = all(token.pos == "PUNCT" for token in tokens[begin : clause.last])
    first, _ = context.span(quantity.start, quantity.end)
    comma = verb - 1
    if not closed or first < verb or comma < 1 or tokens[comma].text not in {",", "”", "’", '"'}:
        return None
    before = [c for c in context.clauses if c.first < comma and c.last <= clause.first]
    if not before:
        return Clause(clause.first, comma) if comma > clause.first else None
    return claimed_that(context, before[0], before[0].first) or before[-1]


def _up_to_aside(context: Context, first: int) -> Clause | None:
    """The words up to a comma, a mark, another conjunction, or the next number."""
    tokens = context.tokens
    numbers = {context.span(q.start, q.end)[0] for _, q in context.quantities if q.kind in SHARES}
    last = first
    while last < len(tokens):
        mark = tokens[last].pos in {"PUNCT", "SYM"} and tokens[last].text not in _QUOTES
        stops = mark or tokens[last].pos == "SCONJ"
        if stops or last in numbers:
            break
        last += 1
    return Clause(first, last) if last > first else None


def _judgement(context: Context, clause: Clause, verb: int, said: Clause) -> str | None:
    """'vindt het terecht dat …': what is thought of it."""
    if "vinden" not in context.forms[verb]:
        return None
    return next(
        (
            context.tokens[index].text.lower()
            for index in range(verb + 1, min(said.first, clause.last))
            if context.tokens[index].pos == "ADJ" and context.tokens[index].dep != "amod"
        ),
        None,
    )
