"""Times of which only the end is said: 'tot 1 mei', 'uiterlijk eind 2025', 'in plaats van 2,90'."""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.figures.dimensions import BoundPeriod
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.publication import date_of_text, is_date
from pipeline.figures.statements import bind_statement
from pipeline.periods.edtf import bounds
from pipeline.records import Published, Quantity


def end_given(
    stated: BoundPeriod,
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    published: Published,
) -> BoundPeriod:
    """Give a time without a beginning ('voor eind 2021', 'tot en met juni') one, or only its end.

    'Voor eind 2021 terug naar vier weken': what is to be reached by then is so then. 'Tot 1 mei
    kwamen er 40 aanvragen': as many were counted when that day came. 'Tot en met 2025 trekt zij
    een ton uit', in a text of 2022: from now on until then.
    """
    edtf = stated.time.edtf or ""
    if stated.time.kind != "span" or not edtf.startswith("../"):
        return stated
    end = edtf.removeprefix("../")
    ahead = (stated.time.latest or "9999") > (published.latest or "9999")
    lasts = stated.time.surface.lower().startswith("tot") and (
        bind_statement(context, quantity, lexicon)[0] != "target"
    )
    if lasts and ahead and is_date(published):
        return BoundPeriod(
            replace(
                stated.time,
                edtf=f"{published.edtf}/{end}",
                earliest=published.earliest,
            ),
            stated.evidence,
        )
    if lasts and ahead:
        return stated
    earliest, latest = bounds(end)
    time = replace(
        stated.time,
        edtf=end,
        kind="point",
        earliest=earliest,
        latest=latest,
        granularity={4: "year", 7: "month"}.get(len(end), "day"),
    )
    return BoundPeriod(time, stated.evidence)


def until_then(
    context: Context, quantity: Quantity, stated: BoundPeriod, published: Published
) -> BoundPeriod | None:
    """'Vanaf januari kost het 3,40 in plaats van 2,90': what is to be replaced holds till then."""
    first, _ = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[max(0, first - 3) : first]]
    ahead = (stated.time.earliest or "") > (published.latest or "9999")
    return date_of_text(published) if words == ["in", "plaats", "van"] and ahead else None
