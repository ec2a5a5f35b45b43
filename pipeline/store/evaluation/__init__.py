"""How good is a base? Precision and recall against what a person annotated."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from pipeline.store.evaluation.expected import evaluate_expected
from pipeline.store.evaluation.measures import GoldError, Measure, below_floors, read_floors
from pipeline.store.evaluation.spans import evaluate_spans

__all__ = ["GoldError", "Measure", "below_floors", "evaluate", "read_floors"]


def evaluate(db: sqlite3.Connection, gold: Path) -> list[Measure]:
    """Hold a base against a gold file, in either of the two formats of ``tests/gold``.

    Raises:
        GoldError: the file cannot be read or has neither format.
    """
    try:
        content = json.loads(gold.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{gold} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise GoldError(f"{gold} is not JSON: {error}") from error
    if not isinstance(content, dict):
        raise GoldError(f"{gold} has no documents")
    try:
        if "quantities" in content and isinstance(content["quantities"], list):
            return evaluate_spans(db, content)
        return evaluate_expected(db, content)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise GoldError(
            f"{gold} has neither of the formats of tests/gold/README.md: {error!r}"
        ) from error
