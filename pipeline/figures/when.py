"""When a figure holds if its sentence does not say: what the text said before, or its own date.

Nearest first: the newest period of the passage, the sentence or question above, the date of
publication for what is told in the present tense, the newest period of the text for the rest. A
text tells what is new and adds what was before; what follows is about the new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.figures.context import Clause, Context, comparison_spans
from pipeline.figures.dimensions import (
    BoundPeriod,
    before_change,
    bind_period,
    compared_with,
    end_of_span,
    inside,
    known_by,
    latest,
)
from pipeline.figures.endings import end_given, until_then
from pipeline.figures.headings import (
    SETTINGS,
    period_of_basis,
    period_of_lead,
    period_of_section,
    period_of_source,
    period_of_title,
)
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory, Said
from pipeline.figures.naming import Naming
from pipeline.figures.pointers import is_anaphoric, opens_with_all, question_before, refers
from pipeline.figures.publication import date_of_text, is_date, not_ahead
from pipeline.figures.statements import bind_statement
from pipeline.figures.surveys import period_of_survey
from pipeline.figures.tenses import (
    has_verb,
    is_done,
    is_future,
    is_present,
    opens_with_by_now,
)
from pipeline.records import Evidence, Published, Quantity, TimeExpression

_LOOK_BACK = 3  # sentences above that may state the period
_PERIOD_REACH = 4  # sentences over which a stated period still holds
_LOOSE = frozenset({"onlangs", "recent", "recentelijk", "kortgeleden", "vroeger", "eerder"})


def find_period(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    compared: Sequence[tuple[int, int]],
    memory: Memory,
    lexicon: Lexicon,
    published: Published,
    naming: Naming,
    place: str | None,
) -> BoundPeriod | None:
    """Return the period of a quantity, from its sentence or from what surrounds it.

    Example: 'De politie hield drie mannen aan' in a text of 3 May 2021 that names no other time →
    that day, as the date of publication: news is told in the past tense.
    """
    context = contexts[index]
    stated = bind_period(context, quantity, lexicon, compared)
    if stated is not None and not _is_loose(stated, context, quantity):
        stated = not_ahead(stated, context, quantity, published)
        stated = end_given(stated, context, quantity, lexicon, published)
        return until_then(context, quantity, stated, published) or stated
    clause = context.clause_at(quantity.start)
    by_now = date_of_text(published) if opens_with_by_now(context, clause) else None
    if by_now is not None:
        return by_now
    then = _then(contexts, index, clause, published)
    if then is None and quantity.kind == "money":
        then = _for_plan(contexts, index, clause, published)
    if then is not None:
        return then
    present = is_present(context, clause)
    same = _of_same(context, quantity, memory) or (
        period_of_source(contexts, index) if present and not is_future(context, clause) else None
    )
    if same is not None:
        return same
    before = carry_period(contexts, index, quantity, memory, lexicon, published, naming)
    found = before or period_of_section(contexts, index)
    if found is not None:
        return found
    if stated is not None and stated.evidence.start is not None:
        first, _ = context.span(stated.evidence.start, stated.evidence.end or 0)
        if first in clause:
            return stated
    until = published.latest
    if refers(context, clause) or opens_with_all(context):
        # 'Die gemeente is goed voor een derde': goes on about what was told just before.
        beside = memory.beside(context.sentence.position, until)
        if beside is not None and beside.period is not None:
            return carried(beside.period)
    title = period_of_title(contexts, index, lexicon, label=present)
    if present:
        surveyed = period_of_survey(contexts, quantity, lexicon, published)
        surveyed = surveyed or period_of_basis(contexts)
        if surveyed is not None and not is_future(context, clause):
            return surveyed
        same = newest_period(place, memory, until=until, indicator=naming.indicator.id)
        if naming.evidence.method == "carried_over" and refers(context, clause):
            # 'In aantallen gaat het om 2.215 kinderen': of the year that was spoken of.
            return same or title or date_of_text(published)
        return title or date_of_text(published) or same
    over = title is not None and (title.time.latest or "9999") < (published.earliest or "")
    return (
        (title if over else None)
        or newest_period(place, memory, until=until)
        or newest_period(place, memory, until=until, anywhere=True)
        or title
        or period_of_lead(contexts, index, lexicon, until)
        or date_of_text(published)
    )


def period_of_level(
    period: BoundPeriod | None,
    context: Context,
    quantity: Quantity,
    compared: Sequence[tuple[int, int]],
    published: Published,
) -> BoundPeriod | None:
    """Return the period of one level of a change, where ``period`` is that of the change.

    Example: 'De looptijd gaat van tien jaar naar vijf': the ten years are those of now. When the
    first level was so is often not said, and then it has no period.
    """
    bound = before_change(end_of_span(period, quantity), period, context, quantity)
    if bound is None and quantity.part == "base":
        before = compared_with(context, period, compared)
        if before is not None:
            return before
        clause = context.clause_at(quantity.start)
        return date_of_text(published) if is_present(context, clause) else None
    return bound


def _of_same(context: Context, quantity: Quantity, memory: Memory) -> BoundPeriod | None:
    """'Vorig jaar waren het er 312. Dat is een derde meer': the change is that of what was told."""
    if quantity.kind not in {"change", "percentage_point"}:
        return None
    words = [token.text.lower() for token in context.tokens[:2]]
    if words[:1] not in (["dat"], ["dit"]) or words[1:] not in (["is"], ["was"], ["betekent"]):
        return None
    last = memory.last(context.sentence.position - 1, context.scope)
    near = last is not None and last.position == context.sentence.position - 1
    return carried(last.period) if near and last is not None and last.period is not None else None


def _then(
    contexts: Sequence[Context], index: int, clause: Clause, published: Published
) -> BoundPeriod | None:
    """'Vanaf 2022 … Wij verwachten dan 120 trajecten', '… in 2015. Toen waren het er 60'."""
    context = contexts[index]
    before = contexts[index - 1] if index else None
    if before is None or before.scope != context.scope:
        return None
    end = context.tokens[clause.last - 1].end
    opens = context.tokens[0].text.lower() in {"dan", "toen"}
    if opens and not any(time.start < end for time in context.times):
        clause = Clause(0, clause.last)  # 'Dan sluit de school en verdwijnen er 40 banen'
    tokens = context.tokens[clause.first : clause.last]
    compares = any("Degree=Cmp" in token.morph for token in tokens)
    words = {
        token.text.lower()
        for place, token in enumerate(tokens)
        if token.pos == "ADV"
        or (place and not compares and tokens[place - 1].pos in {"VERB", "AUX", "PRON"})
    }
    for time in reversed(before.times):
        if time.kind in {"duration", "set", "vague"} or time.edtf is None:
            continue
        ahead = (time.earliest or "") > (published.latest or "9999")
        over = (time.latest or "9999") < (published.earliest or "")
        if ("dan" in words and ahead) or ("toen" in words and over):
            return BoundPeriod(time, Evidence("period", "carried_over", time.start, time.end))
    return None


def _for_plan(
    contexts: Sequence[Context], index: int, clause: Clause, published: Published
) -> BoundPeriod | None:
    """'Zij wil volgend jaar een proef houden. Daarvoor is 145.000 euro nodig': of that year."""
    context = contexts[index]
    before = contexts[index - 1] if index else None
    if before is None or before.scope != context.scope or not is_present(context, clause):
        return None
    if context.tokens[context.opening(clause)].text.lower() not in {"daarvoor", "hiervoor"}:
        return None
    for time in before.times:
        dated = time.kind not in {"duration", "set", "vague"} and time.edtf is not None
        if dated and (time.earliest or "") > (published.latest or "9999"):
            return BoundPeriod(time, Evidence("period", "carried_over", time.start, time.end))
    return None


def _is_loose(stated: BoundPeriod, context: Context, quantity: Quantity) -> bool:
    """'Onlangs is 141 kilo genoemd', 'papier, dat vroeger geld opbracht, kost nu 45 euro'.

    Such a word says when something was told, or what was so in a clause of its own; the number is
    of the year that the text speaks of, if it speaks of any.
    """
    time = stated.time
    if time.kind != "vague":
        return False
    first, _ = context.span(time.start, time.end)
    outside = first not in context.clause_at(quantity.start)
    return outside or time.surface.lower() in _LOOSE


def carry_period(
    contexts: Sequence[Context],
    index: int,
    quantity: Quantity,
    memory: Memory,
    lexicon: Lexicon,
    published: Published,
    naming: Naming,
) -> BoundPeriod | None:
    """Return the newest period of the passage just before, or of the sentence or question above.

    In the present tense what is over, or still to come, is left alone by another subject: 'De
    zorggroep boekte in 2022 verlies. Het verzuim ligt op 8 procent' speaks of now. What is to be
    ('dat moet naar 12 procent') never was.
    """
    context = contexts[index]
    sentence = context.sentence
    clause = context.clause_at(quantity.start)
    present = is_present(context, clause)
    said = memory.newest(
        sentence.position,
        context.scope,
        _PERIOD_REACH,
        published=present or refers(context, clause),
        until=None if is_future(context, clause) else published.latest,
    )
    told = memory.tells_news(sentence.position, context.scope, _PERIOD_REACH)
    if said is not None and said.is_of_text and not (present or told or refers(context, clause)):
        # The past is not told of the day of the text while the text names another time.
        said = None
    if said is not None and not present and _is_ahead(said, published):
        said = None  # the past is no plan
    setting = _setting(contexts, index, lexicon, published)
    if setting is not None and (said is None or latest(said.period) < latest(setting)):
        if not present or refers(context, clause) or is_done(context, clause):
            return setting
    elif said is not None and said.period is not None:
        ahead = _is_ahead(said, published)
        future = is_future(context, clause) or (
            bind_statement(context, quantity, lexicon)[0] == "target"
        )
        over = _is_over(said, published)
        other = naming.indicator.topic != said.indicator.topic and not refers(context, clause)
        moved = (
            present
            and has_verb(context)
            and not (over and is_done(context, clause))
            and said.position < sentence.position
            and is_date(published)
            and (
                (over and (future or other))
                or (ahead and not future and not refers(context, clause))
            )
        )
        return None if moved else carried(said.period)
    if sentence.passage_kind == "answer":
        question = question_before(contexts, index)
        asked = memory.last(sentence.position, question.scope) if question is not None else None
        if asked is not None and asked.period is not None:
            return BoundPeriod(asked.period.time, known_by(asked.period.evidence, "question"))
    return _period_above(contexts, index, lexicon)


def newest_period(
    place: str | None,
    memory: Memory,
    *,
    until: str | None,
    indicator: str | None = None,
    anywhere: bool = False,
) -> BoundPeriod | None:
    """Return the newest period for which figures were given for this place (and indicator).

    A text that comes back to its subject in a later passage ('In aantallen gaat het om 2.215
    kinderen') speaks of the newest period that it named, not of plans after its own date
    (``until``). ``anywhere``: whatever the place of those figures.
    """
    options = [
        said.period
        for said in memory.said
        if indicator in {None, said.indicator.id}
        and said.period is not None
        and said.lends
        and said.period.time.latest is not None
        and said.period.time.earliest is not None
        and said.period.time.earliest <= (until or "9999")
        and said.period.time.latest[:4] <= (until or "9999")[:4]
        and not said.is_of_text
        and (anywhere or (said.place.value if said.place else None) == place)
    ]
    if not options:
        return None
    return carried(max(options, key=lambda bound: bound.time.latest or ""))


def carried(bound: BoundPeriod) -> BoundPeriod:
    """Return the same period, as carried over."""
    return BoundPeriod(bound.time, known_by(bound.evidence, "carried_over"))


def _setting(
    contexts: Sequence[Context], index: int, lexicon: Lexicon, published: Published
) -> BoundPeriod | None:
    """The period over which the passage speaks before it gives any figure for it.

    'De politie registreerde in 2022 minder inbraken. Het waren er 418.' Days are those of the news
    ('dinsdag'), and what is still to come is a plan: neither is a period of figures.
    """
    context = contexts[index]
    found: list[BoundPeriod] = []
    for other in range(index - 1, max(-1, index - 1 - _PERIOD_REACH), -1):
        before = contexts[other]
        if before.scope != context.scope:
            break
        if before.quantities:
            continue
        for time in _own_times(before, lexicon):
            if (
                time.granularity in SETTINGS
                and time.kind in {"point", "part"}
                and time.edtf is not None
                and time.latest is not None
                and (published.latest is None or time.latest <= published.latest)
            ):
                evidence = Evidence("period", "carried_over", time.start, time.end)
                found.append(BoundPeriod(time, evidence))
    return max(found, key=latest, default=None)


def _is_ahead(said: Said, published: Published) -> bool:
    """Whether what was said is still a plan when the text is published."""
    earliest = said.period.time.earliest if said.period else None
    return earliest is not None and bool(published.latest) and earliest > (published.latest or "")


def _is_over(said: Said, published: Published) -> bool:
    """Whether what was said is over for the text, which told it in the past tense."""
    latest = said.period.time.latest if said.period else None
    return not said.present and latest is not None and latest < (published.earliest or "")


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
        for time in _own_times(before, lexicon):
            if time.kind in {"point", "part", "span"} and time.edtf is not None:
                method = "question" if question else "carried_over"
                return BoundPeriod(time, Evidence("period", method, time.start, time.end))
    return None


def _own_times(context: Context, lexicon: Lexicon) -> Iterator[TimeExpression]:
    """The times of a sentence, less those of what it compares with ('hoger dan in 2019')."""
    compared = comparison_spans(context, lexicon)
    for time in context.times:
        if not inside(context.span(time.start, time.end)[0], compared):
            yield time
