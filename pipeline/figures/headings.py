"""The period that a heading names for all that stands below it: 'Tarieven 2025'.

A heading with a verb tells something itself ('Assen wil in 2030 van het gas af'); one without names
the matter of its section.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context, comparison_spans
from pipeline.figures.dimensions import BoundPeriod, inside
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.tenses import has_verb, is_done, is_future, is_present
from pipeline.records import Evidence, TimeExpression

_NEWS = 2  # years over which something is still told as news
_TOP = 4  # sentences
_LINE = 12  # tokens
_OPENING = 6  # sentences of a text, its title among them, that are its lead
_NUMBERS = ("cijfers", "gegevens", "data", "resultaten", "uitkomsten")
_BASED = frozenset({"gebaseerd", "baseren", "stammen", "dateren"})
SETTINGS = frozenset({"year", "school_year", "half_year", "quarter", "month"})


def period_of_section(contexts: Sequence[Context], index: int) -> BoundPeriod | None:
    """Return the period in the nearest heading above a sentence, if it names one and tells nothing.

    Example: below 'Begroting 2025' the sentence 'De lasten zijn 24 miljoen euro' is about 2025.
    """
    for other in range(index - 1, -1, -1):
        if contexts[other].sentence.passage_kind == "heading":
            return _named(contexts[other])
        if contexts[other].sentence.passage_kind == "title":
            return None
    return None


def period_of_title(
    contexts: Sequence[Context], index: int, lexicon: Lexicon, *, label: bool
) -> BoundPeriod | None:
    """Return the period that the title names; as a ``label`` only in 'Begroting 2025'.

    Example: 'Minder inbraken in Emmen in 2023' dates what is told in the past tense without a time.
    """
    for context in contexts[:index]:
        if context.sentence.passage_kind == "title":
            found = _named(context)
            if found is None or (label and not _is_label(context, found.time)):
                break
            return found
    return _period_of_report(contexts[: min(index, _TOP)], lexicon)


def period_of_lead(
    contexts: Sequence[Context], index: int, lexicon: Lexicon, until: str | None
) -> BoundPeriod | None:
    """Return the one period of which the lead tells its news, in the past tense, without a figure.

    Example: 'Het gebruik is in 2018 voor het eerst gedaald' dates what stands below it.
    """
    found: dict[str, BoundPeriod] = {}
    for context in contexts[:index]:
        if context.sentence.passage_kind != "lead" or context.quantities:
            continue
        compared = comparison_spans(context, lexicon)
        for time in context.times:
            clause = context.clause_at(time.start)
            past = not is_present(context, clause) or is_done(context, clause)
            if time.kind not in {"point", "part"} or time.granularity not in SETTINGS:
                continue
            if past and time.edtf and not inside(context.span(time.start, time.end)[0], compared):
                evidence = Evidence("period", "carried_over", time.start, time.end)
                found[time.edtf] = BoundPeriod(time, evidence)
    if len(found) != 1 or until is None:
        return None
    (bound,) = found.values()
    year = int((bound.time.latest or "0000")[:4])
    return bound if int(until[:4]) - _NEWS <= year <= int(until[:4]) else None


def period_of_source(contexts: Sequence[Context], index: int) -> BoundPeriod | None:
    """Return the period of the numbers on which a lead rests, as a sentence just below it says.

    Example: 'Je wacht nu 27 weken op een heup. Dat blijkt uit cijfers over december 2023' → that
    month: the news is told in the present, and is of then.
    """
    for context in contexts[index + 1 : index + 1 + _TOP]:
        words = [token.text.lower() for token in context.tokens]
        shown = words[:1] in (["dat"], ["dit"]) and {"blijkt", "blijken"} & set(words[:3])
        if not shown or index >= _OPENING:
            continue
        found = _period_of_numbers(context, frozenset({"over", "van"}))
        if found is not None:
            return found
    return None


def period_of_basis(contexts: Sequence[Context]) -> BoundPeriod | None:
    """Return the period of the numbers on which a whole text rests, if its opening says so.

    Example: 'De conclusies zijn gebaseerd op cijfers uit 2015', 'De cijfers stammen uit 2015'.
    """
    for context in contexts[:_OPENING]:
        if any(_BASED.intersection(forms) for forms in context.forms):
            found = _period_of_numbers(context, frozenset({"over", "van", "uit"}))
            if found is not None:
                return found
    return None


def _period_of_numbers(context: Context, links: frozenset[str]) -> BoundPeriod | None:
    """The time of 'cijfers over 2018', 'de cijfers stammen uit 2015', behind one of ``links``."""
    words = [token.text.lower() for token in context.tokens]
    for time in context.times:
        first, _ = context.span(time.start, time.end)
        about = bool(links & set(words[max(0, first - 1) : first + 1]))
        told = any(word.endswith(_NUMBERS) for word in words[max(0, first - 3) : first + 1])
        if about and told and time.granularity in SETTINGS and time.edtf is not None:
            return BoundPeriod(time, Evidence("period", "carried_over", time.start, time.end))
    return None


def _period_of_report(top: Sequence[Context], lexicon: Lexicon) -> BoundPeriod | None:
    """The year of a report that one of the first lines names: 'Samenvatting Jaarverslag 2022'."""
    for context in top:
        found = _named(context)
        words = {token.text.lower() for token in context.tokens}
        if found is None or len(context.tokens) > _LINE or not _is_label(context, found.time):
            continue
        if any(word.endswith(lexicon.reports) for word in words):
            return found
    return None


def _named(heading: Context) -> BoundPeriod | None:
    times = [
        time
        for time in heading.times
        if time.granularity in SETTINGS and time.kind in {"point", "part"} and time.edtf is not None
    ]
    if len(times) != 1 or (has_verb(heading) and not _looks_back(heading)):
        return None
    return BoundPeriod(times[0], Evidence("period", "heading", times[0].start, times[0].end))


def _looks_back(heading: Context) -> bool:
    """'Zo deden we het in 2023': a title in the past tense names the year of what is told."""
    whole = Clause(0, len(heading.tokens))
    told = heading.sentence.passage_kind == "title" and not is_present(heading, whole)
    return told and not is_future(heading, whole)


def _is_label(heading: Context, time: TimeExpression) -> bool:
    """'Begroting 2025', the year right behind what it is the year of; not 'branden in 2022'."""
    first, _ = heading.span(time.start, time.end)
    tokens = heading.tokens
    return first > 0 and tokens[first].pos != "ADP" and tokens[first - 1].pos in {"NOUN", "PROPN"}
