"""How well quantities are found and understood in real news articles.

The labels (``tests/gold/news``) hold offsets and values but no articles; the texts come from JSONL
files (plain or gzip, one object a line with a field ``text``) and are joined on their SHA-256::

    python benchmarks/quantities_news.py articles.jsonl.gz [--part dev] [--errors]

A quantity is found when its span overlaps a label, one to one, the closest spans first. Of those
found, each field is then compared strictly:

* **value**: equal within 1e-5 of its size (the labels round two thirds to 66.6667); for ranges
  both ends, for vague numbers (*tientallen*) that there is no value;
* **unit**, **hedge** and **kind**: one of the right answers of the label, and for a change the
  direction;
* **all**: every field at once.

Recall is over the labels, precision over what was found; ``optional`` labels count neither for
nor against, nor does the length inside a labelled time expression.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from news import Label, around, counted, overlaps, pair, parse, read_part

from pipeline.quantities import find
from pipeline.records import Quantity

FIELDS = ("value", "unit", "hedge", "kind")
_CLOSE = 1e-5
_NO_UNIT = (None, "times")  # the labels give a ratio no unit; the finder calls it "times"


def right_fields(label: Label, quantity: Quantity) -> set[str]:
    """Return the fields in which a quantity is what the label says."""
    right = {
        field
        for field in ("unit", "hedge", "kind")
        if getattr(quantity, field) in (label[field], *label.get(f"{field}_also", ()))
    }
    if label["kind"] == "ratio" and label["unit"] is None and quantity.unit in _NO_UNIT:
        right.add("unit")
    if quantity.kind == "change" and label.get("direction") not in (None, quantity.direction):
        right.discard("kind")
    if _same_value(label, quantity):
        right.add("value")
    return right


def _same_value(label: Label, quantity: Quantity) -> bool:
    if label["value"] is not None:
        return _equal(label["value"], quantity.value)
    if label.get("low") is None:
        return quantity.value is None
    return _equal(label["low"], quantity.low) and _equal(label["high"], quantity.high)


def _equal(wanted: float, given: float | None) -> bool:
    return given is not None and math.isclose(wanted, given, rel_tol=_CLOSE)


def score(
    row: Mapping[str, Any], text: str, found: Sequence[Quantity], counts: Counter[str]
) -> list[str]:
    """Add one article to the counts; return its errors as lines of text.

    ``counts`` has the labels (``wanted``), the quantities (``given``), the pairs (``found``) and,
    by name, the fields that are right.
    """
    pairs = pair(row["quantities"], found)
    errors: list[str] = []
    for n, label in enumerate(row["quantities"]):
        if label.get("optional"):
            continue
        counts["wanted"] += 1
        if n not in pairs:
            errors.append(f"missed {around(text, label['start'], label['end'])}")
            continue
        quantity = found[pairs[n]]
        right = right_fields(label, quantity)
        counts["found"] += 1
        counts["given"] += 1
        counts.update(right)
        counts["all"] += len(right) == len(FIELDS)
        for field in sorted(set(FIELDS) - right):
            place = around(text, label["start"], label["end"])
            given = getattr(quantity, field)
            errors.append(f"{field:<6} {place}  wanted {label[field]}  got {given}")
    paired = set(pairs.values())
    for k, quantity in enumerate(found):
        if k in paired or _overlaps_optional(row["quantities"], quantity):
            continue
        if quantity.kind == "duration" and any(overlaps(time, quantity) for time in row["dates"]):
            continue  # 'de komende twee tot drie weken': a period, its length is optional
        counts["given"] += 1
        errors.append(f"extra  {around(text, quantity.start, quantity.end)}")
    return errors


def _overlaps_optional(labels: Sequence[Label], quantity: Quantity) -> bool:
    touched = [n for n in labels if n["start"] < quantity.end and quantity.start < n["end"]]
    return bool(touched) and any(label.get("optional") for label in touched)


def report(counts: Counter[str]) -> Iterator[str]:
    """Yield a line with recall and precision for the spans, each field, and all of them."""
    for name in ("found", *FIELDS, "all"):
        hits, wanted, given = counts[name], max(counts["wanted"], 1), max(counts["given"], 1)
        yield (
            f"{name:<6} recall {hits / wanted:.3f} ({hits}/{counts['wanted']})"
            f"  precision {hits / given:.3f} ({hits}/{counts['given']})"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns 1 when none of the labelled texts is among the articles."""
    options = parse(__doc__, arguments)
    articles, absent = read_part(options.articles, options.part)
    counts: Counter[str] = Counter()
    for row, text in articles:
        errors = score(row, text, find(text).quantities, counts)
        if options.errors and errors:
            print(row["url"], *errors, sep="\n  ")
    print(counted(articles, absent))
    print(*report(counts), sep="\n")
    return 0 if articles else 1


if __name__ == "__main__":
    sys.exit(main())
