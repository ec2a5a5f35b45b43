"""How well do the intervals of hedged numbers hold the numbers they stand for?

Reads pairs of prose and exact number (``calibration_pairs.tsv`` beside this file, or files of your
own with the same three columns) and counts, for each hedge, how often the exact number lies in the
core interval, only in the outer one, or outside both. Run it before and after a change of a factor
in ``models/knowledge/hedges.toml``::

    python benchmarks/calibrate.py
    python benchmarks/calibrate.py --origin report
    python benchmarks/calibrate.py own_pairs.tsv --worst 10
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.quantities import find
from pipeline.records import Quantity

PAIRS = Path(__file__).with_name("calibration_pairs.tsv")
CORE, OUTER, MISSED, UNREAD = "core", "outer", "missed", "unread"


@dataclass(frozen=True, slots=True)
class Pair:
    """What was said, the number it stands for, and where the pair comes from."""

    prose: str
    exact: float
    origin: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the exact number of a pair lies, and the hedge that was read."""

    pair: Pair
    hedge: str
    place: str  # core, outer, missed, unread


def read_pairs(paths: Iterable[Path]) -> Iterator[Pair]:
    """Yield the pairs of the files.

    Raises:
        ValueError: a line lacks a column or its number is none; the message names file and line.
    """
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            kept = [(n, line) for n, line in enumerate(lines, 1) if not line.startswith("#")]
        rows = csv.DictReader((line for _, line in kept), delimiter="\t")
        for (number, _), row in zip(kept[1:], rows, strict=False):
            try:
                yield Pair(row["prose"], float(row["exact"]), row["origin"])
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error


def holds(exact: float, low: float | None, high: float | None, quantity: Quantity) -> bool:
    """Tell whether an interval with the open sides of ``quantity`` holds the number."""
    above = low is None or (exact > low if quantity.low_open else exact >= low)
    below = high is None or (exact < high if quantity.high_open else exact <= high)
    return above and below


def judge(pair: Pair) -> Verdict:
    """Read the prose and say where the exact number lies.

    A plain whole count is exact and its rounding is the outer interval, which is what is wanted.
    """
    quantities = find(f"Het gaat om {pair.prose}.").quantities
    if len(quantities) != 1:
        return Verdict(pair, "?", UNREAD)
    (quantity,) = quantities
    if holds(pair.exact, quantity.low, quantity.high, quantity):
        return Verdict(pair, quantity.hedge, CORE)
    if holds(pair.exact, quantity.outer_low, quantity.outer_high, quantity):
        return Verdict(pair, quantity.hedge, OUTER)
    return Verdict(pair, quantity.hedge, MISSED)


def main() -> None:
    """Print a line for each hedge, then the pairs that fit worst."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=[PAIRS])
    parser.add_argument("--origin", help="only pairs of this origin (report, made)")
    parser.add_argument("--worst", type=int, default=20, help="how many misfits to list")
    options = parser.parse_args()
    pairs = [pair for pair in read_pairs(options.files) if options.origin in {None, pair.origin}]
    verdicts = [judge(pair) for pair in pairs]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        counts[verdict.hedge][verdict.place] += 1
        counts["all"][verdict.place] += 1
    print(f"{'hedge':10}{CORE:>7}{OUTER:>7}{MISSED:>8}{UNREAD:>8}")
    for hedge, places in sorted(counts.items()):
        print(f"{hedge:10}{places[CORE]:7}{places[OUTER]:7}{places[MISSED]:8}{places[UNREAD]:8}")
    misfits = [verdict for verdict in verdicts if verdict.place in {MISSED, UNREAD}]
    for verdict in misfits[: options.worst]:
        print(f"{verdict.place}: {verdict.pair.prose} for {verdict.pair.exact:g}")


if __name__ == "__main__":
    main()
