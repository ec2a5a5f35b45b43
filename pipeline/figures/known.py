"""Known indicators: where a synonym of ``indicators.toml`` stands near a quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.figures.context import Clause, Context, Match
from pipeline.figures.lexicon import KnownIndicator, Lexicon, Pattern
from pipeline.figures.naming import Naming
from pipeline.records import Evidence, Quantity


def find_known(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    *,
    blocked: frozenset[int] = frozenset(),
    whole: frozenset[int] = frozenset(),
    certainty: float = 1.0,
) -> Naming | None:
    """Return the known indicator of which a synonym stands in the clause, nearest first.

    A pattern that contains another ('zeer zware jeugdzorg' contains 'jeugdzorg') wins from it. A
    synonym that lies wholly in ``whole``, the group a share is taken of, names the group and not
    the measure: in '70 procent van de jongeren met jeugdhulp is tevreden' jeugdhulp is no answer.
    """
    first, last = context.span(quantity.start, quantity.end)
    found: list[tuple[KnownIndicator, Match]] = []
    for known in lexicon.indicators:
        if not _measures(known, quantity, lexicon):
            continue
        for pattern in known.patterns:
            for match in matches(context, pattern, clause):
                inside = whole.issuperset(match.tokens)
                if not inside and not blocked.intersection(match.tokens):
                    found.append((known, match))
    best = maximal(found)
    if not best:
        return None
    best.sort(key=lambda e: (e[1].distance(first, last), -len(e[1].tokens), e[0].record.id))
    known, match = best[0]
    tokens = context.tokens
    evidence = Evidence(
        "indicator", "stated", tokens[match.tokens[0]].start, tokens[match.tokens[-1]].end
    )
    return Naming(known.record, evidence, certainty)


class Mentioned:
    """Which known indicator each sentence of a document names, whatever it measures there.

    Carrying over asks this of all sentences before a figure that names no subject itself, so that
    every sentence is searched once.
    """

    def __init__(self, contexts: Sequence[Context], lexicon: Lexicon) -> None:
        self._contexts = contexts
        self._indicators = lexicon.indicators
        self._found: dict[int, list[tuple[KnownIndicator, Match]]] = {}

    def at(self, index: int, kind: str) -> tuple[KnownIndicator, Match] | None:
        """Return the known indicator that a sentence names most fully, of equals the last.

        Only an indicator that can measure a quantity of this kind.
        """
        kind = "share" if kind == "percentage_point" else kind
        if index not in self._found:
            self._found[index] = self._search(self._contexts[index])
        best = maximal(
            [
                (known, match)
                for known, match in self._found[index]
                if kind in known.kinds or (kind == "ratio" and "share" in known.kinds)
            ]
        )
        if not best:
            return None
        return max(best, key=lambda entry: (len(entry[1].tokens), entry[1].tokens[-1]))

    def _search(self, context: Context) -> list[tuple[KnownIndicator, Match]]:
        whole = Clause(0, len(context.tokens))
        return [
            (known, match)
            for known in self._indicators
            for pattern in known.patterns
            for match in matches(context, pattern, whole)
        ]


def maximal(
    found: list[tuple[KnownIndicator, Match]],
) -> list[tuple[KnownIndicator, Match]]:
    """Leave out matches whose words all belong to another, longer match."""
    tokens = [frozenset(match.tokens) for _, match in found]
    return [
        entry
        for position, entry in enumerate(found)
        if not any(tokens[position] < other for other in tokens)
    ]


def matches(context: Context, pattern: Pattern, clause: Clause) -> Iterator[Match]:
    """Yield where all phrases of a pattern stand in the clause (one match for '&' patterns)."""
    if len(pattern.phrases) == 1:
        yield from context.find(pattern.phrases[0], clause)
        return
    tokens: set[int] = set()
    for phrase in pattern.phrases:
        match = next(
            (m for m in context.find(phrase, clause) if not tokens.intersection(m.tokens)), None
        )
        if match is None:
            return
        tokens.update(match.tokens)
    yield Match(tuple(sorted(tokens)))


def _measures(known: KnownIndicator, quantity: Quantity, lexicon: Lexicon) -> bool:
    kind = "share" if quantity.kind == "percentage_point" else quantity.kind
    if kind == "change" and quantity.unit in {"EUR", "USD"} and "money" not in known.kinds:
        return False
    if kind == "ratio" and "ratio" not in known.kinds:
        kind = "share"
    if kind not in known.kinds:
        return False
    if kind != "count":
        return True
    noun = (quantity.unit or "").lower()
    if not noun or noun == "keer":  # '214 keer ingebroken'
        return True
    if noun in known.counted:
        return True
    # 'zes aanbieders van jeugdhulp' counts providers; 'zes kinderen met jeugdhulp' counts care.
    return noun in lexicon.population and known.record.id != "inwonertal"
