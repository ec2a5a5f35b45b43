"""What a number alone in brackets measures: 'ouderen (38 procent)', 'de huren (4 procent)'."""

from __future__ import annotations

from pipeline.figures.bearers import name_before_bracket
from pipeline.figures.context import Clause, Context
from pipeline.figures.known import find_known
from pipeline.figures.labels import label_of, predicate
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Naming, derive
from pipeline.figures.phrases import evidence, lemma, phrase_ending
from pipeline.records import Quantity


def name_in_brackets(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """Return what stands right before the brackets, or what is said of the group that does.

    Example: 'De meerderheid van de inwoners (68 procent) is tevreden' → ``tevreden``.
    """
    first, last = context.span(quantity.start, quantity.end)
    clause = context.clause_at(quantity.start)
    alone = clause.first >= first and clause.last <= last
    if not alone or first < 2 or context.tokens[first - 1].text != "(":
        return None
    before = next((c for c in context.clauses if c.last == first - 1), None)
    if before is None:
        return None
    phrase = phrase_ending(context, first - 1, before)
    if phrase is None:
        return None
    known = find_known(context, quantity, lexicon, Clause(phrase.first, phrase.last))
    if known is not None:
        return known
    if lemma(context.tokens[phrase.head]) in lexicon.population | lexicon.generic:
        return _said_after(context, last + 1, lexicon)
    label = label_of(context, phrase, lexicon)
    if label is None:
        return name_before_bracket(context, first - 1)
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.7)


def _said_after(context: Context, first: int, lexicon: Lexicon) -> Naming | None:
    """What the clause says that goes on behind the brackets."""
    after = next((c for c in context.clauses if c.first == first), None)
    if after is None or context.tokens[after.first].pos in {"PUNCT", "CCONJ"}:
        return None
    label = predicate(context, lexicon, after, frozenset(), with_verb=True)
    if label is None:
        return None
    return Naming(derive(label), evidence(context, after.first, after.last), 0.7)
