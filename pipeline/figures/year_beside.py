"""A year in brackets behind a number, with the number of that year: '€ 398 (2022: € 371)'.

So accounts and newsletters set an earlier year beside the one that they tell of. The year in the
brackets is then never that of the number before them, and what follows is not about it either.
"""

from __future__ import annotations

import re

from pipeline.figures.context import Context
from pipeline.figures.dimensions import BoundPeriod, years_later
from pipeline.records import Evidence, Published, Quantity, TimeExpression

_OPENS = re.compile(r"\s*\((?:in )?")
_DATED = frozenset({"point", "part"})
_LEADS = re.compile(r":\s*")


def year_in_brackets(context: Context, quantity: Quantity) -> TimeExpression | None:
    """Return the year, or the month or quarter, of the other number behind ``quantity``, or None.

    Example: in 'Lonen: € 162 (2022: € 151)' for the € 162 → 2022.
    """
    for time in context.times:
        if time.start < quantity.end or not _OPENS.fullmatch(_text(context, quantity.end, time)):
            continue
        if any(_is_of(context, time, other) for _, other in context.quantities):
            return time
    return None


def is_of_year_beside(context: Context, quantity: Quantity) -> bool:
    """Whether a number is that of the year in brackets: the € 151 in '€ 162 (2022: € 151)'."""
    return set_beside(context, quantity) is not None


def set_beside(context: Context, quantity: Quantity) -> int | None:
    """Return the number of the quantity beside which that of another year stands, or None.

    Example: for the 140 in '160 bezoeken (2022: 140)' that of the 160, which counts the same.
    """
    return next(
        (
            number
            for time in context.times
            if _is_of(context, time, quantity)
            for number, other in context.quantities
            if other.end <= time.start and _OPENS.fullmatch(_text(context, other.end, time))
        ),
        None,
    )


def after_year_beside(
    bound: BoundPeriod | None, context: Context, quantity: Quantity, published: Published
) -> BoundPeriod | None:
    """Return the year after the one in brackets, for a number that is not known to be later.

    What the own sentence says goes before.

    Example: '€ 398 (2022: € 371)' in a newsletter of November 2022 → 2023.
    """
    if bound is not None and bound.evidence.method == "stated":
        return bound
    beside = year_in_brackets(context, quantity)
    if beside is None or not beside.edtf or not beside.latest or beside.kind not in _DATED:
        return bound
    of_text = bound is not None and bound.evidence.start is None
    if bound is not None and not of_text and (bound.time.latest or "") > beside.latest:
        return bound
    time = years_later(beside, 1)
    if published.latest and (time.earliest or "")[:4] > str(int(published.latest[:4]) + 1):
        return bound  # '12 procent (2030: 20 procent)'
    if bound is not None and (time.latest or "") < (bound.time.earliest or ""):
        return bound  # 'nu 12 procent (2010: 20 procent)'
    return BoundPeriod(time, Evidence("period", "carried_over", beside.start, beside.end))


def _is_of(context: Context, time: TimeExpression, quantity: Quantity) -> bool:
    """'2022: € 371': a colon leads from the time to its number."""
    if quantity.start < time.end:
        return False
    start = context.sentence.start
    between = context.sentence.text[time.end - start : quantity.start - start]
    return _LEADS.fullmatch(between) is not None


def _text(context: Context, begin: int, time: TimeExpression) -> str:
    start = context.sentence.start
    return context.sentence.text[begin - start : time.start - start]
