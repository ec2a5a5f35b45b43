"""The finder: reads a text from left to right and takes the longest expression at each place.

What belongs to an expression: the preposition that makes a span of it (sinds 2017, voor 2015, met
ingang van 2020, tussen 2015 en 2019), ``in`` directly before a bare year, month or quarter (in
2017, in Q3), and the article of a phrase that has one (het afgelopen jaar, de eerste helft van
2020). Other prepositions (over 2020, op 3 mei) stay outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.periods import grammar
from pipeline.periods.context import Context
from pipeline.periods.edtf import render
from pipeline.periods.scan import Scan
from pipeline.periods.values import Value
from pipeline.records import Anchor, TimeExpression, Token

# A text without a date is read as of two days, of different centuries and far from any year it
# may name; both are Wednesdays in June, so that nothing but the year tells them apart.
_STAND_INS = (Anchor("2450-06-15", "2450-06-15"), Anchor("2957-06-15", "2957-06-15"))


def _expression(scan: Scan, start: int, end: int, value: Value) -> TimeExpression:
    """Write a value as the record, with the place in the text it was read from."""
    first, last = value.first, value.last
    edtf = None if value.iso8601 else render(first, last, precision=value.precision)
    if edtf and value.time:
        edtf = f"{edtf}T{value.time}"
    return TimeExpression(
        start=start,
        end=end,
        surface=scan.text[start:end],
        kind=value.kind,
        edtf=edtf,
        iso8601=value.iso8601,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        anchored=value.anchored,
        granularity=value.unit,
    )


def find(
    text: str, anchor: Anchor | None = None, *, tokens: Sequence[Token] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a Dutch text, in order, without overlap.

    ``anchor`` is the day (or the first and last possible day) the text was published; without it
    relative expressions are found but keep ``edtf`` None and ``anchored`` open. ``tokens`` may
    give the words' analysis; then the tense of verbs helps to place a date without a year.

    >>> [(t.surface, t.edtf) for t in find("Sinds 2017 daalt het, in maart 2019 met 3 procent.")]
    [('Sinds 2017', '2017/..'), ('in maart 2019', '2019-03')]

    Raises:
        ValueError: the anchor is no pair of ISO dates in order, of the years 1000 to 2999.
    """
    scan = Scan(text)
    if anchor is not None:
        return _read(scan, anchor, tokens)
    first, second = (_read(scan, stand_in, tokens, dated=False) for stand_in in _STAND_INS)
    return _undated(first, second)


def _undated(
    found: Sequence[TimeExpression], again: Sequence[TimeExpression]
) -> tuple[TimeExpression, ...]:
    """Open what depends on the date of a text that has none: what two dates read differently.

    The kind and the granularity are what they would be if the date were known.
    """
    others = {(time.start, time.end): time for time in again}

    def opened(time: TimeExpression) -> TimeExpression:
        fixed = time.anchored != "publication" and others.get((time.start, time.end)) == time
        if fixed or time.edtf is None:
            return time
        return replace(time, edtf=None, earliest=None, latest=None, anchored="open")

    return tuple(opened(time) for time in found)


def _read(
    scan: Scan, anchor: Anchor, tokens: Sequence[Token] | None, *, dated: bool = True
) -> tuple[TimeExpression, ...]:
    c = Context(scan, anchor, tokens, dated=dated)
    found: list[TimeExpression] = []
    i = 0
    while i < scan.count:
        match = grammar.read(c, i)
        if match is None:
            i += 1
            continue
        value = c.settle(match, i).value
        # 'voor het vierde kwartaal op rij' counts quarters and names none.
        if value is not None and not scan.phrase(match.end, ("op", "rij")):
            found.append(_expression(scan, scan.start[i], scan.end[match.end - 1], value))
            c.remember(value, i)
        i = match.end
    return tuple(found)
