"""How well time expressions are found and understood in real news articles.

The labels (``tests/gold/news``) hold offsets and values but no articles; the texts come from JSONL
files (plain or gzip, one object a line with a field ``text``) and are joined on their SHA-256::

    python benchmarks/periods_news.py articles.jsonl.gz [--part dev] [--errors]

Printed are recall and precision of

* **spans**: the expression was found (its span overlaps a label, one to one, the closest first);
* **meaning**: found, and it means the same days or the same duration;
* **EDTF**: the same, for dates and periods alone (no durations and sets).

The days are the same when earliest and latest day are, or, where a label is ``approximate``
(eind juni, najaar), when they overlap. ``optional`` labels count neither for nor against.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from news import Label, around, counted, pair, parse, read_part

from pipeline.periods import find
from pipeline.periods.edtf import bounds
from pipeline.records import Anchor, TimeExpression

_TIMELESS = ("duration", "set")


@dataclass(slots=True)
class Tally:
    """Counts over all articles; ``wanted`` are labels, ``given`` what was found."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    right: int = 0

    def line(self, name: str, hits: int) -> str:
        """Return recall and precision of ``hits`` as a line of text."""
        recall, precision = hits / max(self.wanted, 1), hits / max(self.given, 1)
        return (
            f"{name:<8} recall {recall:.3f} ({hits}/{self.wanted})"
            f"  precision {precision:.3f} ({hits}/{self.given})"
        )


def same(label: Label, time: TimeExpression) -> bool:
    """Whether an expression means what the label says, or one of its other right answers."""
    kinds = (label["type"], *label.get("type_also", ()))
    if time.kind in _TIMELESS:
        if time.kind not in kinds:
            return False
        return label.get("iso8601") in (None, time.iso8601)
    values = [label["edtf"], *label.get("edtf_also", ())]
    known = [value for value in values if value is not None]
    if not known:  # only the span counts, unless it is a duration or a set
        return not (label["type"] in _TIMELESS and len(kinds) == 1)
    return any(_same_days(value, time, loose=label.get("approximate", False)) for value in known)


def _same_days(value: str, time: TimeExpression, *, loose: bool) -> bool:
    if time.edtf is None:
        return False
    earliest, latest = bounds(value)
    if not loose:
        return (earliest, latest) == (time.earliest, time.latest)
    starts_in_time = latest is None or time.earliest is None or time.earliest <= latest
    ends_in_time = earliest is None or time.latest is None or earliest <= time.latest
    return starts_in_time and ends_in_time


def score(
    row: Mapping[str, Any], text: str, times: Sequence[TimeExpression], tallies: Mapping[str, Tally]
) -> list[str]:
    """Add one article to the tallies (all, edtf); return its errors as lines of text."""
    labels = [label for label in row["dates"] if not label.get("optional")]
    doubtful = [label for label in row["dates"] if label.get("optional")]
    pairs = pair(labels, times)
    paired = set(pairs.values())
    errors: list[str] = []
    for n, label in enumerate(labels):
        timeless = label["type"] in _TIMELESS
        time = times[pairs[n]] if n in pairs else None
        right = time is not None and same(label, time)
        for tally in _of(tallies, timeless=timeless):
            tally.wanted += 1
            tally.found += time is not None
            tally.right += right
        if not right:
            wanted = label["edtf"] or label.get("iso8601")
            got = time and f"{time.surface!r} {time.edtf or time.iso8601} {time.kind}"
            place = around(text, label["start"], label["end"])
            errors.append(f"{'missed' if time is None else 'wrong '} {place}  "
                          f"wanted {wanted} ({label['type']})  got {got}")  # fmt: skip
    for k, time in enumerate(times):
        if k not in paired and any(pair([other], [time]) for other in doubtful):
            continue
        for tally in _of(tallies, timeless=time.kind in _TIMELESS):
            tally.given += 1
        if k not in paired:
            value = time.edtf or time.iso8601
            errors.append(f"extra  {around(text, time.start, time.end)}  {value} ({time.kind})")
    return errors


def _of(tallies: Mapping[str, Tally], *, timeless: bool) -> list[Tally]:
    return [tally for name, tally in tallies.items() if name == "all" or not timeless]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns 1 when none of the labelled texts is among the articles."""
    options = parse(__doc__, arguments)
    articles, absent = read_part(options.articles, options.part)
    tallies = {"all": Tally(), "edtf": Tally()}
    for row, text in articles:
        times = find(text, Anchor(row["published"], row["published"]))
        errors = score(row, text, times, tallies)
        if options.errors and errors:
            print(row["published"], row["url"], *errors, sep="\n  ")
    print(counted(articles, absent))
    both, dated = tallies["all"], tallies["edtf"]
    print(both.line("spans", both.found), both.line("meaning", both.right), sep="\n")
    print(dated.line("EDTF", dated.right))
    return 0 if articles else 1


if __name__ == "__main__":
    sys.exit(main())
