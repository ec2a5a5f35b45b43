"""The factors of the hedges fit pairs of prose and exact number."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "calibrate.py"


@pytest.fixture(scope="module")
def calibrate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibrate", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibrate"] = module
    spec.loader.exec_module(module)
    return module


def test_reported_pairs_fit(calibrate: ModuleType) -> None:
    reported = [p for p in calibrate.read_pairs([calibrate.PAIRS]) if p.origin == "report"]
    places = [calibrate.judge(pair).place for pair in reported]
    assert len(places) >= 7
    # 443 duizend for 443.620 was cut off rather than rounded: the one known misfit.
    assert places.count("core") == len(places) - 1


def test_most_pairs_lie_in_the_core_and_nearly_all_in_the_outer_interval(
    calibrate: ModuleType,
) -> None:
    places = [calibrate.judge(pair).place for pair in calibrate.read_pairs([calibrate.PAIRS])]
    assert places.count("unread") == 0
    assert places.count("core") / len(places) >= 0.6
    assert places.count("missed") / len(places) <= 0.05


def test_a_bad_line_is_named(calibrate: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("prose\texact\torigin\nruim 12\ttwelve\tmade\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"pairs\.tsv, line 2"):
        list(calibrate.read_pairs([path]))
