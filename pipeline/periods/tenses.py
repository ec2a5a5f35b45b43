"""Whether the words around a date tell of what was or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.periods.lexicon import Lexicon
from pipeline.periods.scan import Scan
from pipeline.records import Token

# How far a verb may stand from the expression whose year it decides (words).
_REACH = 12
_VERBS = frozenset(("VERB", "AUX"))
_BREAKS = frozenset(",;:()“”„\"")
# A participle is told by its form: gewonnen, besloten, verkocht. Nouns look like it, hence the
# auxiliary that must stand in the same clause.
_OPENINGS = ("ge", "be", "ver", "ont", "her", "aange", "afge", "inge", "opge", "uitge", "overge")
_ENDINGS = ("d", "t", "en")
_SHORTEST = 6


class Tenses:
    """The tenses of one text, from the analysis of its words where there is one."""

    def __init__(self, scan: Scan, words: Lexicon, tokens: Sequence[Token] | None) -> None:
        self._scan = scan
        self._words = words
        self._morphs = {token.start: token.morph for token in tokens or () if token.pos in _VERBS}

    def around(self, i: int) -> int:
        """Return -1 or 1 for the past or future tense of the nearest telling verb, else 0."""
        scan = self._scan
        for distance in range(1, _REACH):
            for k in (i - distance, i + distance):
                if not 0 <= k < scan.count or scan.sentence[k] != scan.sentence[i]:
                    continue
                if self._past(k):
                    return -1
                if scan.low[k] in self._words.future:
                    return 1
        return 0

    def of_clause(self, i: int) -> int:
        """Return -1 for a clause in the past, 1 for one in the present or future, else 0.

        Verbs of saying do not count: 'zei hij op 3 mei te vertrekken'.
        """
        scan, words = self._scan, self._words
        clause = [k for k in self._clause(i) if scan.low[k] not in words.saying]
        if any(self._past(k) for k in clause):
            return -1
        lows = {scan.low[k] for k in clause}
        if lows & (words.perfect["have"] | words.perfect["be"]) and any(
            self._participle(low) for low in lows
        ):
            return -1
        ahead = lows & (words.future | words.present)
        return int(bool(ahead) or any(self._has(k, "Tense=Pres") for k in clause))

    def _clause(self, i: int) -> list[int]:
        scan = self._scan
        found: list[int] = []
        for step in (-1, 1):
            k = i if step == 1 else i - 1
            while 0 <= k < scan.count and abs(k - i) <= _REACH:
                if scan.sentence[k] != scan.sentence[i] or scan.low[k] in _BREAKS:
                    break
                if scan.low[k] in self._words.clause and (step == -1 or k > i + 1):
                    break
                found.append(k)
                k += step
        return found

    def _past(self, k: int) -> bool:
        return self._has(k, "Tense=Past") or self._scan.low[k] in self._words.past

    def _has(self, k: int, feature: str) -> bool:
        return feature in self._morphs.get(self._scan.start[k], "")

    def _participle(self, low: str) -> bool:
        return (
            len(low) >= _SHORTEST
            and low.startswith(_OPENINGS)
            and low.endswith(_ENDINGS)
            and low not in self._words.perfect["no_participle"]
        )
