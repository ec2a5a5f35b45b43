"""The ways to a name for a quantity, in the order in which they are tried.

What the own sentence says goes first; then what a question, a count or a known indicator just
before it lends, then what the quantity does, then what the text said last; and what only names
somebody or something goes last of all. Each way is a function that finds a name or None; the first
that finds one decides. To change the order, change :data:`_WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.figures.against import of_contrast
from pipeline.figures.amounts import AMOUNT_REACH, amount_before, amount_label, bare_amount
from pipeline.figures.antecedents import (
    name_antecedent,
    name_asked,
    name_container,
    name_introduced,
    name_of_it,
)
from pipeline.figures.bearers import name_share
from pipeline.figures.carry import (
    carried_kind,
    carry_counted,
    carry_indicator,
    carry_recent,
    said_before,
    specialise,
)
from pipeline.figures.context import Context, comparison_spans
from pipeline.figures.contrasts import set_apart
from pipeline.figures.durations import TIMES, leaned_on, name_lasting
from pipeline.figures.estimates import goes_on_about, name_estimate
from pipeline.figures.indicators import name_quantity
from pipeline.figures.known import Mentioned
from pipeline.figures.labels import content_verb
from pipeline.figures.last_resort import name_anyhow, name_level, name_people, name_vaguely
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory
from pipeline.figures.naming import Naming, derive
from pipeline.figures.phrases import evidence
from pipeline.figures.results import name_result
from pipeline.figures.shares import is_subject, name_being, name_doing, name_told, takes_part_of
from pipeline.figures.subjects import has_pronoun_subject, place_is_subject, speaks_for_itself
from pipeline.records import Evidence, Quantity

_AMOUNTS = frozenset({"count", "change", "measure"})  # kinds of numbers of 'het aantal'
_UNSURE = 0.7  # certainty up to which a name gives way to what a pronoun stands for


@dataclass(frozen=True)
class Search:
    """A quantity in search of its name, with the text around it and what was said before."""

    contexts: tuple[Context, ...]
    index: int
    quantity: Quantity
    memory: Memory
    mentioned: Mentioned
    lexicon: Lexicon

    @property
    def context(self) -> Context:
        """The sentence of the quantity."""
        return self.contexts[self.index]

    @property
    def above(self) -> Context | None:
        """The sentence right above, wherever it stands."""
        return self.contexts[self.index - 1] if self.index else None

    @property
    def before(self) -> Context | None:
        """The sentence before, in the same passage."""
        return sentence_before(self.contexts, self.index)

    @cached_property
    def blocked(self) -> frozenset[int]:
        """The tokens of what the quantity is compared with, which name nothing."""
        spans = comparison_spans(self.context, self.lexicon)
        return frozenset(token for first, last in spans for token in range(first, last))

    @cached_property
    def carried(self) -> Naming | None:
        """What the text named before."""
        return carry_indicator(
            self.contexts, self.index, self.quantity, self.memory, self.mentioned
        )

    @property
    def near(self) -> Naming | None:
        """What the text named in this sentence or the one before."""
        begin = (self.before or self.context).sentence.start
        start = None if self.carried is None else self.carried.evidence.start
        return self.carried if start is not None and start >= begin else None


def find_name(search: Search) -> Naming | None:
    """Return the name of what a quantity measures by the first way that finds one, or None."""
    for way in _WAYS:
        naming = way(search)
        if naming is not None:
            naming = specialise(naming, search.context, search.quantity, search.memory)
            return of_contrast(search.context, search.quantity, naming, search.lexicon)
    return None


def sentence_before(contexts: Sequence[Context], index: int) -> Context | None:
    """Return the sentence before another, if it stands in the same passage."""
    before = contexts[index - 1] if index else None
    return before if before is None or before.scope == contexts[index].scope else None


def _by_own_sentence(search: Search) -> Naming | None:
    """What the sentence says; an unsure name gives way to what a pronoun stands for."""
    context, quantity, lexicon = search.context, search.quantity, search.lexicon
    result = name_result(context, quantity, search.before)
    if result is not None:
        return result
    naming = (
        name_estimate(
            search.contexts, search.index, quantity, search.before, search.memory, lexicon
        )
        or _by_amount(search)
        or name_quantity(context, quantity, lexicon, blocked=search.blocked)
    )
    if naming is None:
        return None
    naming = goes_on_about(context, quantity, naming, search.before, search.memory, lexicon)
    naming = name_of_it(context, naming, search.before, lexicon)
    if naming.certainty <= _UNSURE and has_pronoun_subject(context, quantity):
        return _by_what_went_before(search) or naming
    return naming


def _by_amount(search: Search) -> Naming | None:
    """'Het aantal' and 'de gestolen hoeveelheid': of what the text has said before."""
    context, quantity = search.context, search.quantity
    if quantity.kind not in _AMOUNTS:
        return None
    index = bare_amount(context, quantity)
    if index is None or index in search.blocked:
        return None
    clause, word = context.clause_at(quantity.start), context.tokens[index].text.lower()
    earlier = search.contexts[max(0, search.index - AMOUNT_REACH) : search.index]
    amount = amount_before(earlier, context, clause, word)
    said = None if amount is None else search.memory.told_at(amount.start, amount.end)
    if said is not None:
        return said_before(said, 0.75)
    known = None if amount is None else _known_at(search, amount.start, amount.end)
    if known is not None:
        return known
    label = amount_label(context, index, amount)
    if label is None:
        return None
    if amount is None:
        return Naming(derive(label), evidence(context, index, index + 1), 0.7)
    found = Evidence("indicator", "carried_over", amount.start, amount.end)
    return Naming(derive(label), found, 0.75)


def _known_at(search: Search, start: int, end: int) -> Naming | None:
    """The known indicator that these words of the text name, or None."""
    for index in range(max(0, search.index - AMOUNT_REACH), search.index + 1):
        context = search.contexts[index]
        if not context.sentence.start <= start < context.sentence.end:
            continue
        found = search.mentioned.at(index, carried_kind(search.quantity))
        first, last = context.span(start, end)
        if found is not None and any(first <= token < last for token in found[1].tokens):
            return Naming(found[0].record, Evidence("indicator", "carried_over", start, end), 0.75)
    return None


def _by_question(search: Search) -> Naming | None:
    if search.quantity.kind == "duration":
        return None
    return name_asked(search.context, search.quantity, search.above, search.lexicon)


def _by_count(search: Search) -> Naming | None:
    return carry_counted(
        search.context, search.quantity, search.memory, search.lexicon, lambda: search.near
    )


def _by_deed(search: Search) -> Naming | None:
    """What a share does that is the subject.

    A known indicator that was just named is more than a verb: 'een op de vijf zit krap'.
    """
    context, quantity, lexicon = search.context, search.quantity, search.lexicon
    if not is_subject(context, quantity):
        return None
    being = name_being(context, quantity, lexicon)
    if being is not None:
        return being
    known = search.near is not None and search.near.indicator.known
    verb = content_verb(context, lexicon, context.clause_at(quantity.start))
    return search.near if known and verb is None else name_doing(context, quantity)


def _by_what_is_told(search: Search) -> Naming | None:
    return name_told(search.context, search.quantity, search.lexicon)


def _by_passage(search: Search) -> Naming | None:
    if speaks_for_itself(search.context, search.quantity, search.lexicon):
        return None
    return _by_what_went_before(search)


def _by_what_went_before(search: Search) -> Naming | None:
    """What the text named before, with what the clause sets apart from it."""
    naming = _named_before(search)
    if naming is None:
        return None
    return set_apart(search.context, search.quantity, naming, search.lexicon)


def _named_before(search: Search) -> Naming | None:
    """What a pronoun stands for goes before what is further off."""
    context, quantity, lexicon = search.context, search.quantity, search.lexicon
    if takes_part_of(context, quantity):
        last = carry_recent(context, quantity, search.memory)
        if last is not None:
            return last
    share = name_share(context, quantity, search.before)
    if share is not None:
        return share
    inside = name_container(context, quantity, search.before, lexicon)
    if inside is not None:
        return inside
    near = search.near
    if near is not None and near.indicator.known:
        return near
    named = name_antecedent(context, quantity, search.before, lexicon)
    if named is None and near is None:
        named = name_introduced(quantity, search.before, lexicon)
    return named or search.carried


def _by_what_lasts(search: Search) -> Naming | None:
    if search.quantity.unit not in TIMES:
        return None
    return name_lasting(search.context, leaned_on(search.contexts, search.index), search.lexicon)


def _by_place(search: Search) -> Naming | None:
    """'Hoorn haalt 22 procent': what was just spoken of, for another place."""
    if not place_is_subject(search.context, search.quantity):
        return None
    return _by_last_said(search)


def _by_people(search: Search) -> Naming | None:
    return name_people(search.context, search.quantity, search.lexicon)


def _by_anything_named(search: Search) -> Naming | None:
    """What the clause says, if only by its verb; a level is rather of what was measured so."""
    named = name_anyhow(search.context, search.quantity, search.lexicon, blocked=search.blocked)
    if named is None or " " in named.indicator.label:
        return named
    level = name_level(
        search.contexts, search.index, search.quantity, search.memory, search.lexicon
    )
    return level or named


def _by_duration(search: Search) -> Naming | None:
    """A length of time is not what was measured last, and says little itself."""
    return _by_anything(search) if search.quantity.kind == "duration" else None


def _by_last_said(search: Search) -> Naming | None:
    return carry_recent(search.context, search.quantity, search.memory)


def _by_anything(search: Search) -> Naming | None:
    return name_vaguely(search.context, search.quantity, search.lexicon, blocked=search.blocked)


_WAYS: tuple[Callable[[Search], Naming | None], ...] = (
    _by_own_sentence,
    _by_question,
    _by_count,
    _by_deed,
    _by_what_is_told,
    _by_passage,
    _by_what_lasts,
    _by_place,
    _by_people,
    _by_anything_named,
    _by_duration,
    _by_last_said,
    _by_anything,
)
