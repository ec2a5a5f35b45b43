"""The five documents for which Feitenbank was commissioned come out whole.

They are not part of the project; where they are absent the test is skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest import ingest
from pipeline.resources import default_model
from pipeline.store.connect import open_to_read
from pipeline.store.evaluation import evaluate

DOCUMENTS = Path(__file__).parents[2] / "shared" / "seeds"
EXPECTED = DOCUMENTS / "expected.json"


@pytest.mark.skipif(not EXPECTED.is_file(), reason="the commissioned documents are not here")
def test_all_that_is_expected_comes_out(tmp_path: Path) -> None:
    base = tmp_path / "base.db"
    ingest([DOCUMENTS], base, model=str(default_model()))
    with open_to_read(base) as db:
        measures = {measure.name: measure for measure in evaluate(db, EXPECTED)}
    for name in ("published", "figures.all", "entities", "roles", "verdicts"):
        assert measures[name].misses == ()
        assert measures[name].of > 0
