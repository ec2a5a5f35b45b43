"""Known indicators: a sentence is searched once, however often it is asked about."""

from __future__ import annotations

from collections import Counter

import pytest
from tagged_documents import Reader

from pipeline.figures.context import Context
from pipeline.figures.known import KnownIndicator, Match, Mentioned


def test_each_sentence_is_searched_once(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[int] = Counter()
    search = Mentioned._search

    def counted(self: Mentioned, context: Context) -> list[tuple[KnownIndicator, Match]]:
        searched[context.sentence.position] += 1
        return search(self, context)

    monkeypatch.setattr(Mentioned, "_search", counted)
    reading = read(
        "[title] De leegstand in Emmen\nDe leegstand daalt al jaren.\nDe werkloosheid daalt ook.\n"
        "Inmiddels/ADV gaat het om 9 procent.\nEerder/ADV ging het om 12 procent."
    )
    for said in ("9 procent", "12 procent"):
        assert reading.bound_to(said, "indicator") == ("leegstand", "carried_over", "leegstand")
    assert {0, 1, 2} <= searched.keys()
    assert set(searched.values()) == {1}
