from __future__ import annotations

import random
import sys
from types import FrameType
from typing import Any

from factory import stated, told

from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.nearby import Nearby
from pipeline.reconcile.records import Stated

COUNT: dict[str, Any] = {"kind": "count", "unit": "brand", "indicator": "brand", "known": False}


def test_what_stands_near_is_what_a_look_at_all_figures_finds() -> None:
    order = random.Random(1)
    figures = [stated(n, position=order.randint(0, 12)) for n in range(60)]
    text = Nearby(figures)
    for first in range(-1, 14):
        assert text.at(first) == [f for f in figures if f.position == first]
        for last in range(first - 1, 15):
            assert text.between(first, last) == [f for f in figures if first <= f.position <= last]
    assert text.around(figures[0], 2) == [
        f for f in figures if abs(f.position - figures[0].position) <= 2
    ]


def report(paragraphs: int) -> list[Stated]:
    """Say of as many things how they grew, what they cost, and of how many they are a part."""
    figures: list[Stated] = []
    for n in range(paragraphs):
        about = {"indicator": f"brand {n % 7}", "topic": "brand", "year": 2022}
        figures += told(
            "Het aantal steeg van 500 naar 550, een stijging van 10 procent.",
            ("500", {"value": 500, "part": "base", "together": n, **COUNT}),
            ("550", {"value": 550, "part": "target", "together": n, **COUNT}),
            ("10 procent", {"value": 10, "kind": "change", "statement": "change", **about}),
            position=4 * n,
        )
        figures += told(
            "De uitgaven waren 24 euro en de inkomsten 20 euro, een tekort van 4 euro.",
            ("24 euro", {"value": 24, "kind": "money", "label": "uitgave", **about}),
            ("20 euro", {"value": 20, "kind": "money", "label": "inkomst", **about}),
            ("4 euro", {"value": 4, "kind": "money", "label": "tekort", **about}),
            position=4 * n + 1,
        )
        figures += told(
            "Van de 400 branden waren er 40 binnen, 10 procent, samen met de rest 440.",
            ("400", {"value": 400, **COUNT}),
            ("40", {"value": 40, **COUNT}),
            ("10 procent", {"value": 10, **about}),
            ("440", {"value": 440, **COUNT}),
            position=4 * n + 2,
        )
    return figures


def work(figures: list[Stated]) -> int:
    """Count the steps that the interpreter takes for the findings on a text."""
    steps = 0

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        document_findings(figures)
    finally:
        sys.settrace(before)
    return steps


def test_four_times_the_text_is_four_times_the_work() -> None:
    assert document_findings(report(3)), "there is something to find"
    work(report(2))  # fills what is kept of the knowledge files
    assert work(report(40)) < 5 * work(report(10))
