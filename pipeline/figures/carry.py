"""What a text leaves out because it said it before: carrying dimensions over, with the evidence.

Dutch news repeats a subject as 'dit percentage', 'het gaat om' or nothing at all. A dimension is
carried over from the nearest place that gives it: an earlier figure of the passage, a sentence of
the passage, the question above an answer, earlier passages, the title, at last the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.figures.context import Clause, Context, Match
from pipeline.figures.denominators import SHARES
from pipeline.figures.durations import TIMES
from pipeline.figures.known import Mentioned
from pipeline.figures.labels import content_verb
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory, Said
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.pointers import (
    is_anaphoric,
    points_back,
    refers,
)
from pipeline.figures.subjects import has_pronoun_subject
from pipeline.figures.told_apart import part_named
from pipeline.records import Evidence, Indicator, Quantity

_SHARED_KINDS = {
    "share": {"share", "ratio", "change", "percentage_point", "rate", "count"},
    "ratio": {"share", "ratio", "change"},
    "change": {"share", "ratio", "change", "count", "money", "rate", "percentage_point", "measure"},
    "percentage_point": {"share", "ratio", "change", "percentage_point"},
    "count": {"count", "change"},
    "money": {"money", "change"},
    "duration": {"duration"},
    "rate": {"rate", "count", "change"},
    "measure": {"measure", "change"},
}
_WHOLES = frozenset({"count", "measure"})
_SHORTEST_HEAD = 4
_RECENT = 4  # sentences over which the last figure names what nothing else does
_CLOSE = 2  # sentences over which 'dat' points at the last figure
_COUNTED_REACH = 3  # sentences over which a noun goes on being counted
_NOT_COUNTED = frozenset({"percent", "EUR", "USD", "times", "keer"}) | TIMES


def carry_indicator(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    memory: Memory,
    mentioned: Mentioned,
) -> Naming | None:
    """Return the indicator that the text named before this sentence, nearest first.

    A known indicator that was mentioned after the last figure is nearer than that figure.
    """
    kind = carried_kind(quantity)
    kinds = _SHARED_KINDS.get(kind, {kind})
    context = contexts[index]
    before = memory.last(context.sentence.position, context.scope, kinds)
    near = _nearest(contexts, index, quantity, memory, mentioned, kinds)
    if near is not None:
        return near
    names_itself = quantity.kind == "count" and quantity.noun_start is not None
    close = before is not None and context.sentence.position - before.position <= _CLOSE
    goes_on = quantity.kind in {"count", "money", "duration"} or is_anaphoric(context)
    if close and goes_on and not names_itself:
        # 'In 2022 waren dat er 187. Dat is een toename van 14 procent.'
        return said_before(before, 0.6)
    dominant = _dominant(contexts, index, quantity, memory, mentioned, kinds)
    if names_itself:
        # '57 gemeenten' are not what else was counted, '80 mensen' are no houses.
        return dominant if dominant is not None and _counts_people(dominant) else None
    return dominant if dominant is not None else said_before(before, 0.5)


def carry_recent(context: Context, quantity: Quantity, memory: Memory) -> Naming | None:
    """Return what was measured last, for what nothing else names.

    Example: 'Landelijk vapet 22 procent.\\n\\nDronten zit met 20 procent onder het gemiddelde'.
    """
    kind = carried_kind(quantity)
    if kind == "count":
        return None
    kinds = _SHARED_KINDS.get(kind, {kind})
    return said_before(memory.recent(context.sentence.position, _RECENT, kinds), 0.4)


def carried_kind(quantity: Quantity) -> str:
    """Return the kind by which indicators are carried: a change in euros is of money.

    And one in weeks ('een week korter') is of how long something takes.
    """
    if quantity.kind == "change" and quantity.unit in TIMES:
        return "duration"
    return "money" if quantity.unit in {"EUR", "USD"} else quantity.kind


def carry_counted(
    context: Context,
    quantity: Quantity,
    memory: Memory,
    lexicon: Lexicon,
    near: Callable[[], Naming | None],
) -> Naming | None:
    """Return what a number measures that got its noun from the text before, or None.

    The same that was counted before ('De politie telde 121 gewonden, 61 op de snelweg'); where
    nothing was, what the text has just named (``near`` looks for it), or the noun itself: 'De club
    heeft meer leden. Het zijn er 400'.
    """
    unit = quantity.unit
    filled = quantity.kind in {"count", "change"} and quantity.noun_start is None
    if not filled or unit is None or not unit.isalpha():
        return None
    if unit in _NOT_COUNTED or unit in lexicon.measures:
        return None
    said = memory.of_unit(unit, context.sentence.position, _COUNTED_REACH)
    part = part_named(context, quantity, lexicon)
    if part is not None:
        found = Evidence("indicator", "stated", quantity.start, quantity.end)
        return Naming(derive(Label(f"{unit} {part}", unit), base=unit), found, 0.7)
    clause = context.clause_at(quantity.start)
    verb = content_verb(context, lexicon, clause)
    if (
        verb is not None
        and said is not None
        and not said.indicator.known
        and _counts(context, clause)
    ):
        # 'Vorig jaar vertrokken er 64 en kwamen er 41 bij': others than were just counted
        found = Evidence("indicator", "stated", quantity.start, quantity.end)
        return Naming(derive(Label(f"{unit} {verb}", unit)), found, 0.7)
    if said is not None:
        return said_before(said, 0.7)
    named = near()
    if named is not None:
        return named
    evidence = Evidence("indicator", "carried_over", quantity.start, quantity.end)
    return Naming(derive(Label(unit, unit)), evidence, 0.55)


def _counts(context: Context, clause: Clause) -> bool:
    """'er' with a verb of its own."""
    tokens = context.tokens[clause.first : clause.last]
    return any(token.text.lower() == "er" for token in tokens)


def _nearest(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    memory: Memory,
    mentioned: Mentioned,
    kinds: set[str],
) -> Naming | None:
    """What the passage itself names before, or what a demonstrative at its start points at."""
    context = contexts[index]
    kind = carried_kind(quantity)
    said = memory.last(context.sentence.position, context.scope, kinds, firm=True)
    last = memory.last(context.sentence.position, context.scope, kinds)
    changed = quantity.kind in {"change", "percentage_point"} or quantity.comparative
    if context.sentence.passage_kind == "answer" and last is None:
        # 'Klopt het dat 35 procent …? Ja. Bij ons is dat 28 procent': of what was asked.
        last = memory.recent(context.sentence.position, _RECENT, kinds)
    again = (
        last is not None and last.unit == quantity.unit and has_pronoun_subject(context, quantity)
    )
    reach = _RECENT if again and context.sentence.passage_kind == "answer" else 1
    beside = last is not None and context.sentence.position - last.position <= reach
    if (changed or again) and beside and points_back(context, context.clause_at(quantity.start)):
        # 'Vergeleken daarmee is het 4 procent minder': what was just measured, whatever it was.
        return said_before(last, 0.7)
    for other in range(index - 1, -1, -1):
        before = contexts[other]
        if said is not None and said.position >= before.sentence.position:
            counted = said.kind == "count" and kind != "count" and not said.indicator.known
            found = mentioned.at(other, kind) if counted else None
            if found is not None and said.position == before.sentence.position:
                # 'De werkloosheid daalde in twaalf provincies. In Drenthe was het percentage 6'
                return Naming(found[0].record, _at(before, found[1], "carried_over"), 0.75)
            break
        outside = before.scope != context.scope
        question = outside and before.sentence.passage_kind == "question"
        if outside and not question and not _points_up(contexts, index, other):
            break
        found = mentioned.at(other, kind)
        if found is not None:
            method = "question" if question else "carried_over"
            return Naming(found[0].record, _at(before, found[1], method), 0.75)
        if outside:
            break
    names_itself = quantity.kind == "count" and quantity.noun_start is not None
    if names_itself and said is not None and said.unit != quantity.unit:
        # '57 gemeenten' are not the provinces that were counted before.
        lent = said_before(said, 0.75)
        return lent if lent is not None and _counts_people(lent) else None
    return said_before(said, 0.75)


def _dominant(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    memory: Memory,
    mentioned: Mentioned,
    kinds: set[str],
) -> Naming | None:
    """What the text so far is mostly about: the indicator named or measured most often.

    Of equals the one that came first: titles and leads name the subject.
    """
    votes: dict[str, tuple[int, int, Naming]] = {}

    def vote(naming: Naming, weight: int) -> None:
        count, order, first = votes.get(naming.indicator.id, (0, -len(votes), naming))
        votes[naming.indicator.id] = (count + weight, order, first)

    for other, before in enumerate(contexts[:index]):
        found = mentioned.at(other, carried_kind(quantity))
        if found is not None:
            vote(Naming(found[0].record, _at(before, found[1], "carried_over"), 0.6), 1)
    for said in memory.said:
        naming = said_before(said if said.kind in kinds and said.firm else None, 0.6)
        if naming is not None:
            vote(naming, 1)
    if not votes:
        return None
    return max(votes.values(), key=lambda entry: (entry[0], entry[1]))[2]


def _counts_people(naming: Naming) -> bool:
    return naming.indicator.known and naming.indicator.population is not None


def said_before(said: Said | None, certainty: float) -> Naming | None:
    """Return the name of an earlier figure for one that goes on about the same."""
    if said is None:
        return None
    evidence = Evidence(
        "indicator", "carried_over", said.indicator_evidence.start, said.indicator_evidence.end
    )
    return Naming(said.indicator, evidence, certainty)


def _points_up(contexts: Sequence[Context], index: int, other: int) -> bool:
    """'Die daling …' at the start of a passage points at the sentence just above it."""
    if other != index - 1 or not contexts[index].tokens:
        return False
    return contexts[index].tokens[0].text.lower() in {"die", "deze", "dit", "dat"}


def specialise(naming: Naming, context: Context, quantity: Quantity, memory: Memory) -> Naming:
    """Return the fuller indicator when a bare head repeats it.

    'Het tekort' after 'een tekort op jeugd' is that same shortage.

    A derived indicator that is only a head noun takes the last indicator with that head as topic
    or as first word of its label. Where the clause points back the head may be that of a compound:
    'dat zijn 65 doden meer', after 'verkeersdoden'.
    """
    indicator = naming.indicator
    if indicator.known or indicator.label != indicator.topic:
        return naming
    position, kind = context.sentence.position, carried_kind(quantity)
    back = refers(context, context.clause_at(quantity.start))
    for said in reversed(memory.said):
        if position - said.position > 12:
            break
        other = said.indicator
        people = not other.label.lower().startswith(other.topic)  # counted for a property
        if said.kind == "count" and kind != "count" and people:
            continue  # '300 mensen met schulden' are no '43.300 euro schuld'
        if said.kind in SHARES and kind not in SHARES and people:
            continue  # who is 'ontevreden over de huur' is no rent
        shortened = back and position - said.position <= 1 and _ends_in(other, indicator.topic)
        part = (other.definition or "").startswith("deel van")
        if kind in _WHOLES and part and not shortened:
            continue  # what a share of them does is not what all of them are
        if other.id != indicator.id and (other.topic == indicator.topic or shortened):
            evidence = said.indicator_evidence
            return Naming(
                other, Evidence("indicator", "carried_over", evidence.start, evidence.end), 0.85
            )
    return naming


def _ends_in(indicator: Indicator, head: str) -> bool:
    """Whether the first word of an indicator is a compound of a noun: verkeersdode, dode."""
    first = indicator.label.lower().split()[0]
    return len(head) >= _SHORTEST_HEAD and first != head and first.endswith(head)


def _at(context: Context, match: Match, method: str) -> Evidence:
    tokens = context.tokens
    return Evidence(
        "indicator", method, tokens[match.tokens[0]].start, tokens[match.tokens[-1]].end
    )
