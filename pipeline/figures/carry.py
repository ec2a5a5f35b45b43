"""What a text leaves out because it said it before: carrying dimensions over, with the evidence.

Dutch news repeats a subject as 'dit percentage', 'het gaat om' or nothing at all. A dimension is
carried over from the nearest place that gives it: an earlier figure of the passage, a sentence of
the passage, the question above an answer, earlier passages, the title, at last the document.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context, Match, comparison_spans
from pipeline.figures.dimensions import PLACES, Bound, BoundPeriod
from pipeline.figures.known import Mentioned
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory, Said
from pipeline.figures.naming import Naming
from pipeline.figures.whereabouts import Whereabouts
from pipeline.records import Evidence, Quantity

_SHARED_KINDS = {
    "share": {"share", "ratio", "change", "percentage_point", "rate", "count"},
    "ratio": {"share", "ratio", "change"},
    "change": {"share", "ratio", "change", "count", "money", "rate", "percentage_point"},
    "percentage_point": {"share", "ratio", "change", "percentage_point"},
    "count": {"count", "change"},
    "money": {"money", "change"},
    "duration": {"duration"},
}
ANAPHORS = frozenset({"dit", "dat", "het", "die", "deze", "daarvan", "daarmee", "er"})
_OPENING = 3  # tokens in which a pronoun that points back stands
_CLOSE = 2  # sentences over which 'dat' points at the last figure
_LOOK_BACK = 3  # sentences above that may state the period
_PERIOD_REACH = 4  # sentences over which a stated period still holds


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
    kinds = _SHARED_KINDS.get(quantity.kind, {quantity.kind})
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
        return _said_before(before, 0.6)
    dominant = _dominant(contexts, index, quantity, memory, mentioned, kinds)
    return dominant if dominant is not None else _said_before(before, 0.5)


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
    said = memory.last(context.sentence.position, context.scope, kinds, firm=True)
    for other in range(index - 1, -1, -1):
        before = contexts[other]
        if said is not None and said.position >= before.sentence.position:
            break
        outside = before.scope != context.scope
        question = outside and before.sentence.passage_kind == "question"
        if outside and not question and not _points_up(contexts, index, other):
            break
        found = mentioned.at(other, quantity.kind)
        if found is not None:
            method = "question" if question else "carried_over"
            return Naming(found[0].record, _at(before, found[1], method), 0.75)
        if outside:
            break
    return _said_before(said, 0.75)


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
        found = mentioned.at(other, quantity.kind)
        if found is not None:
            vote(Naming(found[0].record, _at(before, found[1], "carried_over"), 0.6), 1)
    for said in memory.said:
        naming = _said_before(said if said.kind in kinds and said.firm else None, 0.6)
        if naming is not None:
            vote(naming, 1)
    if not votes:
        return None
    return max(votes.values(), key=lambda entry: (entry[0], entry[1]))[2]


def _said_before(said: Said | None, certainty: float) -> Naming | None:
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


def specialise(naming: Naming, memory: Memory, position: int) -> Naming:
    """Return the fuller indicator when a bare head repeats it.

    'Het tekort' after 'een tekort op jeugd' is that same shortage.

    A derived indicator that is only a head noun takes the last indicator with that head as topic
    or as first word of its label.
    """
    indicator = naming.indicator
    if indicator.known or indicator.label != indicator.topic:
        return naming
    for said in reversed(memory.said):
        if position - said.position > 12:
            break
        other = said.indicator
        if other.id != indicator.id and other.topic == indicator.topic:
            evidence = said.indicator_evidence
            return Naming(
                other, Evidence("indicator", "carried_over", evidence.start, evidence.end), 0.85
            )
    return naming


def carry_place(
    contexts: Sequence[Context],
    index: int,
    memory: Memory,
    whereabouts: Whereabouts | None,
    lexicon: Lexicon,
) -> Bound | None:
    """Return the place that the passage speaks of, else the one that the document is about.

    A passage that names the document's main place, however often it names others, is about it.
    """
    main_place = whereabouts.place if whereabouts else None
    own = Bound(whereabouts.place, Evidence("place", whereabouts.method)) if whereabouts else None
    context = contexts[index]
    sentence = context.sentence
    if own is not None and memory.told_of(own.value, context.scope):
        # 'In Hulst 8 procent. In heel Zeeland is dat 6. De wachttijd is vier weken': back to Hulst.
        return own
    said = memory.last(sentence.position, context.scope)
    named: list[Bound] = []
    for other in range(index - 1, -1, -1):
        before = contexts[other]
        if before.scope != context.scope:
            break
        if (
            said is not None
            and said.position >= before.sentence.position
            and said.place is not None
            and not _is_abroad(said.place.value)
        ):
            return _carried(said.place)
        found = (
            []
            if sentence.passage_kind == "table"
            else _places_in(before, comparison_spans(before, lexicon))
        )
        if any(bound.value == main_place for bound in found):
            return _carried(next(bound for bound in found if bound.value == main_place))
        named.extend(found)
    if own is not None and _speaks_of_itself(context):
        return own
    if said is not None and said.place is not None and not _is_abroad(said.place.value):
        return _carried(said.place)
    if named and _may_lend(named[0].value, main_place) and _is_near(named[0], contexts, index):
        return _carried(named[0])
    if sentence.passage_kind == "answer":
        question = _question_before(contexts, index)
        asked = (
            [] if question is None else _places_in(question, comparison_spans(question, lexicon))
        )
        if asked:
            return Bound(asked[0].value, _redone(asked[0].evidence, "question"))
    return own


def carry_period(
    contexts: Sequence[Context], index: int, memory: Memory, lexicon: Lexicon
) -> BoundPeriod | None:
    """Return the newest period of the passage just before, or of the sentence or question above."""
    context = contexts[index]
    sentence = context.sentence
    newest = memory.newest(sentence.position, context.scope, _PERIOD_REACH)
    if newest is not None:
        return _carried_period(newest)
    if sentence.passage_kind == "answer":
        question = _question_before(contexts, index)
        asked = memory.last(sentence.position, question.scope) if question is not None else None
        if asked is not None and asked.period is not None:
            return BoundPeriod(asked.period.time, _redone(asked.period.evidence, "question"))
    return _period_above(contexts, index, lexicon)


def _period_above(contexts: Sequence[Context], index: int, lexicon: Lexicon) -> BoundPeriod | None:
    """The period that a sentence just above states, for a sentence that points back to it.

    'In de eerste helft van 2023 kregen minder kinderen hulp. Het gaat om 9,41 procent.'
    """
    context = contexts[index]
    answer = context.sentence.passage_kind == "answer"
    introduced = context.sentence.passage_kind == "list"
    if not answer and not introduced and not is_anaphoric(context):
        return None
    for other in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        before = contexts[other]
        question = answer and before.sentence.passage_kind == "question"
        if before.scope != context.scope and not question:
            break
        compared = comparison_spans(before, lexicon)
        for time in before.times:
            first, _ = before.span(time.start, time.end)
            if time.kind not in {"point", "part", "span"} or time.edtf is None:
                continue
            if any(start <= first < end for start, end in compared):
                continue
            method = "question" if question else "carried_over"
            return BoundPeriod(time, Evidence("period", method, time.start, time.end))
    return None


def is_anaphoric(context: Context) -> bool:
    """Whether a sentence opens with a pronoun that points back: 'het gaat om', 'dat is'."""
    return points_back(context, Clause(0, min(_OPENING + 1, len(context.tokens))))


def points_back(context: Context, clause: Clause) -> bool:
    """Whether a word of the clause points back: 'het gaat om', not 'het autobezit'."""
    tokens = context.tokens
    for index in range(clause.first, clause.last):
        if tokens[index].text.lower() not in ANAPHORS:
            continue
        following = tokens[index + 1].pos if index + 1 < len(tokens) else ""
        if tokens[index].pos in {"PRON", "ADV"} or following not in {"NOUN", "ADJ", "PROPN"}:
            return True
    return False


def newest_period(
    place: str | None, memory: Memory, *, until: str | None, indicator: str | None = None
) -> BoundPeriod | None:
    """Return the newest period for which figures were given for this place (and indicator).

    A text that comes back to its subject in a later passage ('In aantallen gaat het om 2.215
    kinderen') speaks of the newest period that it named, not of plans after its own date
    (``until``).
    """
    options = [
        said.period
        for said in memory.said
        if indicator in {None, said.indicator.id}
        and said.period is not None
        and said.period.time.kind != "vague"
        and said.period.time.latest is not None
        and said.period.time.earliest is not None
        and said.period.time.latest <= (until or "9999")
        and said.period.evidence.method != "publication"
        and (said.place.value if said.place else None) == place
    ]
    if not options:
        return None
    return _carried_period(max(options, key=lambda bound: bound.time.latest or ""))


def is_present(context: Context, clause: Clause) -> bool:
    """Whether the finite verb of the clause is in the present tense.

    A sentence without any ('Geen vierhonderd plekken dus, maar 250') speaks of now.
    """
    for part in (clause, Clause(0, len(context.tokens))):
        tenses = [
            token.morph
            for token in context.tokens[part.first : part.last]
            if token.pos in {"VERB", "AUX"} and "VerbForm=Fin" in token.morph
        ]
        if tenses:
            return "Tense=Pres" in tenses[0] and not _is_perfect(context, part)
    return True


def _is_perfect(context: Context, clause: Clause) -> bool:
    """'heeft ontvangen': a present form of what is over. 'Is afgerond' describes what is."""
    tokens = context.tokens[clause.first : clause.last]
    helper = any(
        token.pos == "AUX" and token.lemma == "hebben" and "VerbForm=Fin" in token.morph
        for token in tokens
    )
    return helper and any("VerbForm=Part" in t.morph and t.pos == "VERB" for t in tokens)


def _speaks_of_itself(context: Context) -> bool:
    """'Wij zitten boven het gemiddelde': who speaks in a document of the place is the place."""
    return any(token.text.lower() in {"wij", "we", "ons", "onze"} for token in context.tokens)


def _may_lend(place: str, main_place: str | None) -> bool:
    """A region named in passing does not take the place of the document's own municipality."""
    if _is_abroad(place):
        return False
    return main_place is None or place.startswith(("GM", "PV")) or place == "NL"


def _is_abroad(place: str) -> bool:
    """Another country holds for its own sentence only: countries have codes of two letters."""
    return len(place) == 2 and place != "NL"


def _is_near(bound: Bound, contexts: Sequence[Context], index: int) -> bool:
    """A place that is not the document's own holds for the next sentence, not for the passage."""
    before = contexts[index - 1].sentence
    return bound.evidence.start is not None and before.start <= bound.evidence.start < before.end


def _places_in(context: Context, spans: Sequence[tuple[int, int]] = ()) -> list[Bound]:
    """The places that a sentence names outside the token spans of its comparisons."""
    return [
        Bound(m.entity, Evidence("place", "stated", m.start, m.end))
        for m in context.mentions
        if m.kind in PLACES
        and m.entity is not None
        and not context.inside_name(m.start, m.end)
        and not any(first <= context.span(m.start, m.end)[0] < last for first, last in spans)
    ]


def _question_before(contexts: Sequence[Context], index: int) -> Context | None:
    for other in range(index - 1, -1, -1):
        if contexts[other].sentence.passage_kind == "question":
            return contexts[other]
    return None


def _carried(bound: Bound) -> Bound:
    return Bound(bound.value, _redone(bound.evidence, "carried_over"))


def _carried_period(bound: BoundPeriod) -> BoundPeriod:
    return BoundPeriod(bound.time, _redone(bound.evidence, "carried_over"))


def _redone(evidence: Evidence, method: str) -> Evidence:
    kept = evidence.method if evidence.method in {"document", "title"} else method
    return Evidence(evidence.dimension, kept, evidence.start, evidence.end)


def _at(context: Context, match: Match, method: str) -> Evidence:
    tokens = context.tokens
    return Evidence(
        "indicator", method, tokens[match.tokens[0]].start, tokens[match.tokens[-1]].end
    )
