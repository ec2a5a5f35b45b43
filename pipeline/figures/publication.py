"""What the date of a text says of its times: its own day, and what cannot be later than that."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.figures.context import Clause, Context
from pipeline.figures.dimensions import BoundPeriod, day_of, years_later
from pipeline.figures.tenses import has_verb, is_future, is_present
from pipeline.periods.lexicon import lexicon
from pipeline.records import Evidence, Published, Quantity, TimeExpression

_KNOWN = frozenset({"stated", "metadata", "person"})
_COMING = frozenset({"dit", "deze", "over", "komend", "komende", "volgend", "volgende", "binnen"})


def date_of_text(published: Published) -> BoundPeriod | None:
    """Return the date of publication as a period, if it is known and not only bounded."""
    if not is_date(published):
        return None
    edtf = published.edtf or ""
    time = TimeExpression(
        start=0,
        end=0,
        surface="",
        kind="point",
        edtf=edtf,
        iso8601=None,
        earliest=published.earliest or "",
        latest=published.latest or "",
        anchored="publication",
        granularity={4: "year", 7: "month"}.get(len(edtf), "day"),
    )
    return BoundPeriod(time, Evidence("period", "publication"))


def is_date(published: Published) -> bool:
    """Whether the day on which a text appeared is known, and not only bounded."""
    return published.edtf is not None and published.method in _KNOWN


def not_ahead(
    stated: BoundPeriod, context: Context, quantity: Quantity, published: Published
) -> BoundPeriod:
    """'Een half jaar later zijn het er nog 19': what is so already is not after the text.

    Such a time is counted from another and as loose as that.
    """
    if (stated.time.earliest or "") <= (published.latest or "9999"):
        return stated
    clause = context.clause_at(quantity.start)
    if stated.time.anchored == "previous":
        later = not is_future(context, clause)
        return (date_of_text(published) or stated) if later else stated
    if _told_as_over(context, clause, stated.time):
        if not _is_weekday(stated.time):
            return BoundPeriod(years_later(stated.time, -1), stated.evidence)
        first, _ = context.span(stated.time.start, stated.time.end)
        if first not in clause:
            # 'Zij, die vrijdag meeloopt, heeft 300 euro opgehaald': until the day of the text
            return date_of_text(published) or stated
        return BoundPeriod(_a_week_back(stated.time), stated.evidence)
    return stated


def _is_weekday(time: TimeExpression) -> bool:
    return bool(time.earliest) and time.surface.lower().split()[0] in lexicon().weekdays


def _a_week_back(time: TimeExpression) -> TimeExpression:
    return day_of(time, date.fromisoformat(time.earliest or "") - timedelta(weeks=1))


def _told_as_over(context: Context, clause: Clause, time: TimeExpression) -> bool:
    """'Eind van het jaar resteerde 48.500 euro', in a text of March: of the year before."""
    surface = time.surface.lower()
    names_year = any(c.isdigit() for c in surface) or bool(set(surface.split()) & _COMING)
    infinitive = any(t.text.lower() == "te" for t in context.tokens[clause.first : clause.last])
    planned = is_future(context, clause) or infinitive
    return has_verb(context, clause) and not (
        names_year or planned or is_present(context, clause) or time.kind not in {"point", "part"}
    )
