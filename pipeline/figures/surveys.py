"""The period of a survey on which a text reports: what its shares say was so when it was asked.

A report tells the outcomes in the present tense ('12 procent is eenzaam'), months after people
filled in their lists.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Context
from pipeline.figures.denominators import SHARES
from pipeline.figures.dimensions import BoundPeriod
from pipeline.figures.headings import SETTINGS
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.tenses import is_done, is_present
from pipeline.records import Evidence, Published, Quantity

_PERIODS = SETTINGS | {"span"}  # seasons are spans of months
_OPENING = 8  # sentences in which a report says when it asked
_NEWS = 2  # years after which an older survey is history, and not what is reported on


def period_of_survey(
    contexts: Sequence[Context], quantity: Quantity, lexicon: Lexicon, published: Published
) -> BoundPeriod | None:
    """Return when the survey was held of which a share is an outcome, or None.

    Only shares are outcomes. Of several surveys that a text opens with, all of the last years, it
    is the last one.

    Example: 'Aan de monitor deden in het najaar van 2022 ruim 900 inwoners mee. Van hen voelt 12
    procent zich eenzaam' → the autumn of 2022.
    """
    if quantity.kind not in SHARES or published.earliest is None:
        return None
    found: list[BoundPeriod] = []
    for context in contexts[:_OPENING]:
        if not _tells_of_asking(context, lexicon):
            continue
        for time in context.times:
            clause = context.clause_at(time.start)
            past = not is_present(context, clause) or is_done(context, clause)
            dated = time.kind in {"point", "part", "span"} and time.granularity in _PERIODS
            if not past or not dated or not time.edtf or not time.latest:
                continue
            recent = int(published.earliest[:4]) - int(time.latest[:4]) <= _NEWS
            if recent and time.latest < published.earliest:
                evidence = Evidence("period", "carried_over", time.start, time.end)
                found.append(BoundPeriod(time, evidence))
    return max(found, key=lambda bound: bound.time.latest or "", default=None)


def _tells_of_asking(context: Context, lexicon: Lexicon) -> bool:
    """'De enquête werd ingevuld', 'aan het onderzoek deden 900 mensen mee'."""
    asked = any(token.text.lower().endswith(lexicon.surveys) for token in context.tokens)
    return asked and any(set(forms) & lexicon.asking for forms in context.forms)
