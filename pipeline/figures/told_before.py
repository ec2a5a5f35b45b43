"""What a share behind a colon is of, if the sentence before tells of more or fewer people.

'Minder klanten vinden dat de winkel schoon is: 60 procent': it is what they think, or do, that is
measured; they are the group.
"""

from __future__ import annotations

from pipeline.figures.claims import claimed_that, find_claim
from pipeline.figures.condensed import condensed
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES
from pipeline.figures.labels import predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Naming, derive
from pipeline.figures.phrases import evidence, lemma
from pipeline.records import Quantity

_AMOUNTS = frozenset({"meer", "minder", "evenveel", "veel", "weinig", "aantal"})


def name_told_before(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what more or fewer people think or do, for the share that follows a colon.

    Example: in 'Minder klanten vinden dat de winkel schoon is: 60 procent' → ``winkel-schoon``; in
    'Meer jongens dansen wekelijks: 9 procent' → ``dansen``.
    """
    first, _ = context.span(quantity.start, quantity.end)
    if quantity.kind not in SHARES or first < 2 or context.tokens[first - 1].text != ":":
        return None
    before = Clause(0, first - 1)
    group = _group(context, before, lexicon)
    if group is None:
        return None
    claim = find_claim(context, before, lexicon)
    said = None if claim is None else claimed_that(context, before, max(claim, group) + 1)
    if said is not None:
        label = condensed(context, said, lexicon)
    else:
        said = _about(context, group)
        label = predicate(context, lexicon, said, frozenset({group}), with_verb=True)
    return (
        None if label is None else Naming(derive(label), evidence(context, group, said.last), 0.8)
    )


def _group(context: Context, before: Clause, lexicon: Lexicon) -> int | None:
    """The people of 'minder klanten', 'het aantal jonge ouders'."""
    tokens = context.tokens
    for index in range(before.first + 1, before.last):
        if tokens[index].pos != "NOUN" or lemma(tokens[index]) not in lexicon.population:
            continue
        place = index - 1
        while (
            place > before.first and tokens[place].pos == "ADJ" and not _is_amount(context, place)
        ):
            place -= 1
        if _is_amount(context, place):
            return index
    return None


def _is_amount(context: Context, index: int) -> bool:
    return context.tokens[index].text.lower() in _AMOUNTS


def _about(context: Context, group: int) -> Clause:
    """The clause that tells of a group: one that hangs on it, else the one that it stands in."""
    tokens = context.tokens
    behind = tokens[group + 1 : group + 2]
    hangs = bool(behind) and "PronType=Rel" in behind[0].morph
    return context.clause_at(tokens[group + hangs].start)
