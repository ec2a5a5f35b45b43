"""Which lengths of time measure something: a wait, a term, a course; others only place something.

'De wachttijd is zes weken' is a figure, 'binnen zes weken na de melding' is none. What a length of
time measures may have been said just before it: in a question, in the sentence that a pronoun
points at, or in the clause of which the next has no subject of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context
from pipeline.figures.known import matches
from pipeline.figures.labels import predicate
from pipeline.figures.lexicon import Lexicon, phrase
from pipeline.figures.memory import Memory
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.parallels import stands_at
from pipeline.figures.phrases import evidence, lemma
from pipeline.figures.pointers import is_anaphoric, points_back, question_before
from pipeline.figures.tenses import has_verb
from pipeline.records import Quantity

TIMES = frozenset({"minute", "hour", "day", "week", "month", "quarter", "year"})
_REACH = 2  # sentences after a length of time that was a figure
_HOW_LONG = phrase("hoe lang")
_PLACING = frozenset(
    {"binnen", "na", "over", "sinds", "voor", "gedurende", "tijdens", "al", "iedere", "elke", "per"}
)
_AVERAGE = frozenset({"gemiddeld", "gemiddelde"})
_NO_SUBJECT = 5  # tokens of a sentence that only answers: 'Gemiddeld drie weken.'


def measures_duration(
    quantity: Quantity, context: Context, lexicon: Lexicon, before: Context | None = None
) -> bool:
    """Whether a length of time measures something, by its own sentence or by what it leans on.

    ``before`` is the question above, or the sentence just before.

    Example: 'De cursus duurt twintig weken', 'Hoe lang duurt de cursus? Twintig weken.'
    """
    if _is_in_time(quantity, context):
        return False
    clause = context.clause_at(quantity.start)
    if _is_average(context, clause, quantity) or _is_bound(context, quantity):
        return True
    compared = _compared_with(context, quantity)
    if compared is not None:
        return measures_duration(compared, context, lexicon, before)
    if _speaks_of_duration(context, clause, lexicon):
        return True
    shared = _clause_before(context, clause) or _label_before(context, quantity)
    if shared is not None and _speaks_of_duration(context, shared, lexicon):
        return not _is_placed(context, quantity)
    return (
        before is not None
        and not _is_placed(context, quantity)
        and _leans(context, clause)
        and lasting(before, lexicon) is not None
    )


def continues_duration(
    quantity: Quantity, context: Context, lexicon: Lexicon, memory: Memory
) -> bool:
    """'In 2020 was dat nog 7,1 jaar', 'het moet binnen zes weken': after a duration figure."""
    if quantity.kind != "duration" or _is_in_time(quantity, context):
        return False
    position = context.sentence.position
    clause = context.clause_at(quantity.start)
    plans = (*lexicon.statement["norm"], *lexicon.statement["target"])
    plan = context.has((*plans, phrase("moeten"), phrase("mogen")))
    answers = context.sentence.passage_kind == "answer"
    said = memory.last(position, context.scope, {"duration"})
    if said is not None and quantity.unit == said.unit and stands_at(context, quantity, lexicon):
        return True
    if said is not None and position - said.position <= _REACH:
        return plan is not None or is_anaphoric(context) or points_back(context, clause)
    recent = memory.said and memory.said[-1].kind == "duration"
    return bool(answers and recent and plan is not None)


def leaned_on(contexts: Sequence[Context], index: int) -> Context | None:
    """Return what a sentence leans on: the question it answers, else the sentence before it.

    A question in running text is the sentence before; one of the council stands above the answer.
    """
    context = contexts[index]
    before = contexts[index - 1] if index else None
    if context.sentence.passage_kind == "answer":
        opening = before is None or before.sentence.passage_kind == "question" or before.quantities
        short = before is not None and len(before.tokens) <= _NO_SUBJECT
        return question_before(contexts, index) if opening or short else before
    if before is None or before.sentence.passage_kind in {"table", "caption", "title"}:
        return None
    return before


def name_lasting(context: Context, before: Context | None, lexicon: Lexicon) -> Naming | None:
    """Return what the clause, the question or the sentence before says that lasts.

    Example: 'De looptijd wordt ingekort. Die gaat van tien jaar naar vijf' → ``looptijd``.
    """
    for source, method in ((context, "stated"), (before, "carried_over")):
        found = lasting(source, lexicon) if source is not None else None
        if source is not None and found is not None:
            index, name = found
            label = derive(Label(name, name))
            return Naming(label, evidence(source, index, index + 1, method), 0.7)
    return None


def name_length(context: Context, lexicon: Lexicon, clause: Clause) -> Naming | None:
    """Return what lasts so long by the verb of the clause, or None.

    Example: in 'De cursus duurt twintig weken' → ``duur-cursus``; in 'Het duurt elf maanden voor
    een kind op zwemles mag' → ``wachttijd-zwemles``.
    """
    for verb, name in lexicon.duration_verbs:
        if context.has((verb,), clause) is None:
            continue
        name = "wachttijd" if name == "duur" and _is_until(context, clause) else name
        rest = predicate(context, lexicon, clause, frozenset(), with_verb=False)
        label = Label(f"{name} {rest.text}" if rest else name, name)
        return Naming(derive(label), evidence(context, clause.first, clause.last), 0.75)
    return None


def lasting(context: Context, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return the word of a sentence that has a length, with the noun for it, or None."""
    whole = Clause(0, len(context.tokens))
    for index, forms in enumerate(context.forms):
        if context.tokens[index].pos == "NOUN" and any(lexicon.lasts(form) for form in forms):
            return index, lemma(context.tokens[index])
    for verb, name in lexicon.duration_verbs:
        if name == "duur" and verb == (("kosten", "~kost"),):
            continue  # what costs much need not take long
        match = context.has((verb,), whole)
        if match is not None:
            return match.tokens[0], name
    match = context.has((_HOW_LONG,), whole)
    return None if match is None else (match.tokens[0], "duur")


def _is_in_time(quantity: Quantity, context: Context) -> bool:
    """'drie jaar geleden', 'twee weken later': part of a point in time."""
    return any(
        time.start < quantity.end and quantity.start < time.end and time.kind != "duration"
        for time in context.times
    )


def _speaks_of_duration(context: Context, clause: Clause, lexicon: Lexicon) -> bool:
    if context.has([verb for verb, _ in lexicon.duration_verbs], clause) is not None:
        return True
    if any(
        form in lexicon.duration_nouns
        or (context.tokens[index].pos == "NOUN" and lexicon.lasts(form))
        for index in range(clause.first, clause.last)
        for form in context.forms[index]
    ):
        return True
    whole = Clause(0, len(context.tokens))
    return any(
        token in clause
        for known in lexicon.indicators
        if "duration" in known.kinds
        for pattern in known.patterns
        for match in matches(context, pattern, whole)
        for token in match.tokens
    )


def _is_average(context: Context, clause: Clause, quantity: Quantity) -> bool:
    """'gemiddeld na 8,4 minuten ter plaatse', 'een gemiddelde van vijf dagen': it was measured."""
    first, _ = context.span(quantity.start, quantity.end)
    average = [i for i in range(clause.first, first) if _AVERAGE & set(context.forms[i])]
    return bool(average) and not any(
        context.tokens[average[-1]].end <= other.start < quantity.start
        for _, other in context.quantities
    )


def _is_until(context: Context, clause: Clause) -> bool:
    """'Het duurt elf maanden voor een kind op zwemles mag': how long one waits for it."""
    tokens = context.tokens
    impersonal = any(
        token.text.lower() == "het" and token.pos == "PRON"
        for token in tokens[clause.first : clause.last]
    )
    later = next(
        (i for i, t in enumerate(tokens) if t.text.lower() in {"voor", "voordat", "eer"}), None
    )
    return (
        impersonal
        and later is not None
        and has_verb(context, Clause(later, len(tokens)))
        and any("duren" in forms for forms in context.forms[clause.first : clause.last])
    )


def _compared_with(context: Context, quantity: Quantity) -> Quantity | None:
    """'42 uur wachten, tegen 19 uur een jaar eerder': what this is held against."""
    if context.word_before(quantity.start) not in {"tegen", "tegenover"}:
        return None
    earlier = [q for _, q in context.quantities if q.end <= quantity.start]
    same = earlier and earlier[-1].kind == "duration" and earlier[-1].unit == quantity.unit
    return earlier[-1] if same else None


def _is_bound(context: Context, quantity: Quantity) -> bool:
    """'hooguit zestig dagen per jaar': how long something may be done."""
    _, last = context.span(quantity.start, quantity.end)
    bounded = quantity.hedge in {"at_most", "at_least"}
    return bounded and [t.text.lower() for t in context.tokens[last : last + 1]] == ["per"]


def _clause_before(context: Context, clause: Clause) -> Clause | None:
    """The clause of which this one shares the subject: '… verschilt en loopt van acht weken'."""
    before = context.clause_before(clause)
    opening = context.opening(clause)
    if before is None or opening >= clause.last:
        return None
    shares = context.tokens[opening].text.lower() in {"en", "maar", "of"}
    subject = any(t.dep.startswith("nsubj") for t in context.tokens[clause.first : clause.last])
    return before if shares and not subject else None


def _label_before(context: Context, quantity: Quantity) -> Clause | None:
    """'Gemiddelde wachttijd: 6 weken'."""
    first, _ = context.span(quantity.start, quantity.end)
    if first < 2 or context.tokens[first - 1].text != ":":
        return None
    return Clause(0, first - 1)


def _leans(context: Context, clause: Clause) -> bool:
    """Whether a clause says of itself that it is about what was said: a pronoun, or no verb."""
    return not has_verb(context) or is_anaphoric(context) or points_back(context, clause)


def _is_placed(context: Context, quantity: Quantity) -> bool:
    return context.word_before(quantity.start) in _PLACING
