"""Whether the words around a date tell of what was or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.periods.lexicon import Lexicon
from pipeline.periods.scan import Scan
from pipeline.records import Token

# How far a verb may stand from the expression whose year it decides (words).
_REACH = 12
_CLAUSE_REACH = 18
_VERBS = frozenset(("VERB", "AUX"))
_BREAKS = frozenset(',;:()“”„"')
# A participle is told by its form: gewonnen, besloten, verkocht. Nouns look like it, hence the
# auxiliary that must stand in the same clause.
_SHORTEST = 6
_INSERTION = 4  # words between commas that hold no verb
_PARTICIPLE = re.compile(
    r"(?:(?:aan|achter|af|bij|binnen|dood|door|in|kwijt|los|mee|na|neer|om|op|over|plaats|samen"
    r"|terug|toe|uit|vast|voor|vrij|weg)?ge|(?:aan|uit)?be|ver|ont|her)[a-zë]{2,24}(?:d|t|en)"
)


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
                if self._has_been(k):
                    return -1
                if scan.low[k] in self._words.future:
                    return 1
        return 0

    def of_clause(self, i: int) -> int:
        """Return -1 for a clause in the past, 1 for one in the present or future, else 0.

        Verbs of saying do not count: 'zei hij op 3 mei te vertrekken'.
        """
        clause = self._clause(i, breaks=True)
        told = self._told(clause)
        if (
            told is None and len(clause) <= _INSERTION
        ):  # 'de wedstrijd, zondag in Oss, is uitverkocht'
            told = self._told(self._clause(i, breaks=False))
        return told or 0

    def _told(self, found: list[int]) -> int | None:
        """Return the tense of a row of words, None where it holds no telling verb."""
        scan, words = self._scan, self._words
        clause = [k for k in found if scan.low[k] not in words.saying]
        if any(self._past(k) for k in clause):
            return -1
        # 'aan zijn vergadering' holds no auxiliary
        lows = {scan.low[k] for k in clause if scan.word(k - 1) not in words.perfect["before_noun"]}
        if lows & words.perfect["reported"] and lows & words.perfect["infinitive"]:
            return -1  # 'zou op 3 mei zijn gezien'
        if lows & words.perfect["auxiliary"] and any(self._participle(low) for low in lows):
            return -1
        if any(self._has_been(k) for k in clause):
            return -1
        ahead = lows & (words.future | words.present)
        if ahead or any(self._has(k, "Tense=Pres") for k in clause):
            return 1
        return None if len(clause) == len(found) else 0

    def _clause(self, i: int, *, breaks: bool) -> list[int]:
        scan = self._scan
        found: list[int] = []
        for step in (-1, 1):
            k = i if step == 1 else i - 1
            while 0 <= k < scan.count and abs(k - i) <= _CLAUSE_REACH:
                if scan.sentence[k] != scan.sentence[i]:
                    break
                if breaks and scan.low[k] in _BREAKS:
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

    def _has_been(self, k: int) -> bool:
        """Whether a word stands for a participle: 'is … gaan stemmen', not 'gaan we stemmen'."""
        scan, words = self._scan, self._words
        if scan.low[k] not in words.perfect["replaced"] or not scan.word(k + 1).endswith("en"):
            return False
        clause = {scan.low[place] for place in self._clause(k, breaks=True)}
        return bool(clause & words.perfect["auxiliary"])

    def _participle(self, low: str) -> bool:
        words = self._words
        known = words.perfect["no_participle"] | words.future | words.present
        return len(low) >= _SHORTEST and low not in known and _PARTICIPLE.fullmatch(low) is not None
