from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

from pipeline.reconcile.meetings import _KIN
from pipeline.reconcile.phrases import WHY
from pipeline.resources import knowledge_folder
from pipeline.store.words import all_words, word

PACKAGE = Path(__file__).parents[2] / "pipeline"


def known(family: str) -> set[str]:
    return set(all_words()[family])


def test_every_remark_has_dutch_words() -> None:
    code = re.compile(r'(?:Issue\(\s*"[a-z]+",\s*|code=|_issue\(\s*)"([a-z_]+)"')
    found = {
        each
        for stage in ("load", "clean", "describe", "entities", "document.py")
        for path in ([PACKAGE / stage] if stage.endswith(".py") else (PACKAGE / stage).glob("*.py"))
        for each in code.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 10
    assert found <= known("issue"), "give it words in pipeline/store/words.py"


def test_every_reason_of_a_comparison_has_dutch_words() -> None:
    """Reasons are strings of lower case in the modules that compare, or two kinds of statement."""
    kinds = ("level", "change", "norm", "target", "forecast")
    claims = {f"{a}_versus_{b}" for a, b in combinations(kinds, 2)}
    told = set(WHY["nl"]) | set(_KIN["nl"]) - {"one_name", "other_day"} | claims
    assert told <= known("reason"), "give it words in pipeline/store/words.py"


def test_every_reason_to_set_something_aside_has_dutch_words() -> None:
    text = (knowledge_folder() / "furniture.toml").read_text(encoding="utf-8")
    rules = [
        rule
        for value in tomllib.loads(text).values()
        if isinstance(value, list)
        for rule in value
        if isinstance(rule, dict)
    ]
    reasons = {rule["reason"] for rule in rules if "reason" in rule}
    assert len(reasons) > 5
    assert reasons <= known("furniture"), "give it words in pipeline/store/words.py"


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert word("issue", "heel_nieuw", "nl") == "heel nieuw"
