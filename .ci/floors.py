"""Hold three bases and the language model against gold, and against their lowest scores.

    python .ci/floors.py CORPUS.db HELDOUT.db HELDOUT2.db          exit code 1 when a score fell
    python .ci/floors.py CORPUS.db HELDOUT.db HELDOUT2.db --raise  write those that rose as floors

The floors are in tests/gold/floors.json. They may rise and not fall: with ``--raise`` too, a score
below its floor is an error, and a measure cannot disappear. Lowering a floor takes an editor, and a
commit that says why.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.analyse.model import load_model
from pipeline.analyse.scores import ALL, Score, evaluate_model, own_sentences
from pipeline.store.connect import open_to_read
from pipeline.store.evaluation import Measure, evaluate

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
FLOORS = GOLD / "floors.json"
_DECIMALS = 1000
# Arithmetic in a model differs in the last digit from processor to processor, and may flip a name.
_SLACK = 0.005

Scores = dict[str, dict[str, float]]  # set, measure


def measured(corpus: Path, first: Path, second: Path, third: Path) -> Scores:
    """Return the scores of the four bases and of the shipped model, rounded down."""
    sets = {
        "corpus expected": (corpus, GOLD / "corpus_expected.json"),
        "corpus spans": (corpus, GOLD / "corpus_spans.json"),
        "held-out expected": (first, GOLD / "heldout" / "expected.json"),
        "held-out spans": (first, GOLD / "heldout" / "spans.json"),
        "held-out 2 expected": (second, GOLD / "heldout2" / "expected.json"),
        "held-out 3 expected": (third, GOLD / "heldout3" / "expected.json"),
    }
    scores = {name: _scores(base, gold) for name, (base, gold) in sets.items()}
    # A slice of twenty sentences, or a label of thirty names, jumps by points when one word flips.
    whole = [
        score
        for score in evaluate_model(load_model(), own_sentences())
        if score.name.startswith(f"{ALL}.") and "names_f_" not in score.name
    ]
    return scores | {"model": _rounded(whole)}


def _scores(base: Path, gold: Path) -> dict[str, float]:
    db = open_to_read(base)
    try:
        return _rounded(evaluate(db, gold))
    finally:
        db.close()


def _rounded(measures: Iterable[Measure | Score]) -> dict[str, float]:
    """Three decimals, rounded down; the small term keeps 0.29 * 1000 from becoming 289."""
    return {
        each.name: math.floor(each.score * _DECIMALS + 1e-9) / _DECIMALS
        for each in measures
        if each.score is not None
    }


def fallen(
    scores: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """Return what is below its floor, or no longer measured, in words.

    >>> fallen({"a": {"x": 0.5}}, {"a": {"x": 0.6, "y": 0.1}})
    ['a: x is 0.500, below its floor of 0.600', 'a: y is no longer measured (floor 0.100)']
    """
    found = []
    for name, wanted in floors.items():
        for measure, floor in wanted.items():
            score = scores.get(name, {}).get(measure)
            if score is None:
                found.append(f"{name}: {measure} is no longer measured (floor {floor:.3f})")
            elif score < floor - _SLACK:
                found.append(f"{name}: {measure} is {score:.3f}, below its floor of {floor:.3f}")
    return found


def read() -> Scores:
    """Return the floors; none where there is no file yet."""
    if not FLOORS.is_file():
        return {}
    floors: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def write(scores: Scores) -> None:
    """Write the scores as floors."""
    FLOORS.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


def _highest(scores: Scores, floors: Scores) -> Scores:
    return {
        name: {
            measure: max(score, floors.get(name, {}).get(measure, 0.0))
            for measure, score in found.items()
        }
        for name, found in scores.items()
    }


def _print(scores: Scores, floors: Scores) -> None:
    for name, found in scores.items():
        print(name)
        for measure, score in found.items():
            floor = floors.get(name, {}).get(measure)
            above = "" if floor is None else f"  (floor {floor:.3f})"
            print(f"  {measure:<24} {score:.3f}{above}")


def main(arguments: list[str]) -> int:
    """Compare, report, and with ``--raise`` write; return the exit code."""
    parser = argparse.ArgumentParser(description="Scores against their floors.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("heldout", type=Path, nargs=3, help="the bases of the held-out sets")
    parser.add_argument("--raise", dest="higher", action="store_true")
    given = parser.parse_args(arguments)
    floors = read()
    scores = measured(given.corpus, *given.heldout)
    _print(scores, floors)
    problems = fallen(scores, floors)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    higher = _highest(scores, floors)
    if given.higher and higher != floors:
        write(higher)
        print(f"{FLOORS.name} written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
