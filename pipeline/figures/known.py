"""Known indicators: where a synonym of ``indicators.toml`` stands near a quantity.

There are many synonyms and a document may have many figures. So a sentence is searched once for
all of them, and only for those whose first word stands in it.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.figures.context import Clause, Context, Match
from pipeline.figures.lexicon import KnownIndicator, Lexicon, Pattern, Phrase, word_matches
from pipeline.figures.naming import Naming
from pipeline.records import Evidence, Quantity

_KEPT = 8  # sentences of which the places are remembered: those around the one that is read

_Places = dict[int, list[int]]  # for the number of a phrase the first tokens where it stands


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
    best = maximal(
        [
            (known, match)
            for known, match in _found_in(context, lexicon.indicators, clause)
            if not whole.issuperset(match.tokens)
            and not blocked.intersection(match.tokens)
            and _measures(known, quantity, lexicon)
        ]
    )
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
        self._named: dict[tuple[int, str], tuple[KnownIndicator, Match] | None] = {}

    def at(self, index: int, kind: str) -> tuple[KnownIndicator, Match] | None:
        """Return the known indicator that a sentence names most fully, of equals the last.

        Only an indicator that can measure a quantity of this kind.
        """
        kind = "share" if kind == "percentage_point" else kind
        if (index, kind) not in self._named:
            self._named[index, kind] = self._fullest(self._contexts[index], kind)
        return self._named[index, kind]

    def _fullest(self, context: Context, kind: str) -> tuple[KnownIndicator, Match] | None:
        best = maximal(
            [
                (known, match)
                for known, match in _found_in(
                    context, self._indicators, Clause(0, len(context.tokens))
                )
                if kind in known.kinds or (kind == "ratio" and "share" in known.kinds)
            ]
        )
        return max(
            best, key=lambda entry: (len(entry[1].tokens), entry[1].tokens[-1]), default=None
        )


def maximal(
    found: list[tuple[KnownIndicator, Match]],
) -> list[tuple[KnownIndicator, Match]]:
    """Leave out matches whose words all belong to another, longer match."""
    tokens = [frozenset(match.tokens) for _, match in found]
    # What holds all words of a match holds its first one.
    sharing: dict[int, list[frozenset[int]]] = defaultdict(list)
    for words in tokens:
        for token in words:
            sharing[token].append(words)
    return [
        entry
        for entry, words in zip(found, tokens, strict=True)
        if not any(words < other for other in sharing[entry[1].tokens[0]])
    ]


@dataclass(frozen=True, slots=True)
class _Synonyms:
    """The synonyms of all indicators, by what the first word of their phrases may be.

    A pattern is an indicator with the numbers of its phrases. ``exact`` leads from a form to
    phrases, ``begins`` from the begin of one ('woning*'), of which ``lengths`` are the letters.
    """

    patterns: tuple[tuple[KnownIndicator, tuple[int, ...]], ...]  # as in the knowledge file
    phrases: tuple[Phrase, ...]
    patterns_of: tuple[tuple[int, ...], ...]  # for each phrase
    exact: dict[str, tuple[int, ...]]
    begins: dict[str, tuple[int, ...]]
    lengths: tuple[int, ...]

    def opening_with(self, forms: Sequence[str]) -> set[int]:
        """Return the phrases of which the first word may be a token with these forms."""
        found: set[int] = set()
        for form in forms:
            found.update(self.exact.get(form, ()))
            for length in self.lengths:
                found.update(self.begins.get(form[:length], ()))
        return found


class _Memo:
    """The synonyms of a lexicon and the last sentences that were searched for them.

    Kept by identity, for to hash a sentence with all its tokens takes as long as to search it.
    Each holds what it is kept for, so that no other object can have the same identity.
    """

    def __init__(self) -> None:
        self._synonyms: OrderedDict[int, tuple[tuple[KnownIndicator, ...], _Synonyms]]
        self._synonyms = OrderedDict()
        self._places: OrderedDict[tuple[int, int], tuple[Context, _Synonyms, _Places]]
        self._places = OrderedDict()

    def synonyms(self, indicators: tuple[KnownIndicator, ...]) -> _Synonyms:
        """Return the index of the synonyms of these indicators."""
        kept = self._synonyms.get(id(indicators))
        if kept is None:
            kept = self._synonyms[id(indicators)] = indicators, _index(indicators)
            while len(self._synonyms) > _KEPT:
                self._synonyms.popitem(last=False)
        return kept[1]

    def places(self, context: Context, synonyms: _Synonyms) -> _Places:
        """Return the first tokens of each phrase that stands in a sentence."""
        key = id(context), id(synonyms)
        kept = self._places.get(key)
        if kept is None:
            kept = self._places[key] = context, synonyms, _search(context, synonyms)
            while len(self._places) > _KEPT:
                self._places.popitem(last=False)
        return kept[2]


_MEMO = _Memo()


def _found_in(
    context: Context, indicators: tuple[KnownIndicator, ...], clause: Clause
) -> Iterator[tuple[KnownIndicator, Match]]:
    """Yield where a pattern stands in a clause, in the order of the knowledge file."""
    synonyms = _MEMO.synonyms(indicators)
    places = _MEMO.places(context, synonyms)
    for pattern in sorted({each for phrase in places for each in synonyms.patterns_of[phrase]}):
        known, phrases = synonyms.patterns[pattern]
        found = (_inside(places.get(n, ()), synonyms.phrases[n], clause) for n in phrases)
        for match in _joined(found, single=len(phrases) == 1):
            yield known, match


def _inside(starts: Sequence[int], phrase: Phrase, clause: Clause) -> Iterator[Match]:
    for start in starts:
        if clause.first <= start and start + len(phrase) <= clause.last:
            yield Match(tuple(range(start, start + len(phrase))))


def _joined(found: Iterator[Iterator[Match]], *, single: bool) -> Iterator[Match]:
    """Yield all places of a single phrase, else one match of phrases that do not overlap."""
    if single:
        yield from next(found)
        return
    tokens: set[int] = set()
    for places in found:
        match = next((m for m in places if not tokens.intersection(m.tokens)), None)
        if match is None:
            return
        tokens.update(match.tokens)
    yield Match(tuple(sorted(tokens)))


def _search(context: Context, synonyms: _Synonyms) -> _Places:
    found: dict[int, list[int]] = defaultdict(list)
    forms = context.forms
    for start in range(len(forms)):
        for number in synonyms.opening_with(forms[start]):
            phrase = synonyms.phrases[number]
            stands = start + len(phrase) <= len(forms) and all(
                word_matches(word, forms[start + offset]) for offset, word in enumerate(phrase)
            )
            if stands:
                found[number].append(start)
    return dict(found)


def _index(indicators: Sequence[KnownIndicator]) -> _Synonyms:
    numbers: dict[Phrase, int] = {}
    patterns = [
        (known, tuple(numbers.setdefault(each, len(numbers)) for each in pattern.phrases))
        for known in indicators
        for pattern in known.patterns
    ]
    patterns_of: list[list[int]] = [[] for _ in numbers]
    for position, (_, phrases) in enumerate(patterns):
        for number in phrases:
            patterns_of[number].append(position)
    exact: dict[str, list[int]] = defaultdict(list)
    begins: dict[str, list[int]] = defaultdict(list)
    for phrase, number in numbers.items():
        for alternative in phrase[0]:
            if alternative.endswith("*"):
                begins[alternative[:-1]].append(number)
            else:
                exact[alternative].append(number)
    return _Synonyms(
        patterns=tuple(patterns),
        phrases=tuple(numbers),
        patterns_of=tuple(map(tuple, patterns_of)),
        exact={form: tuple(found) for form, found in exact.items()},
        begins={form: tuple(found) for form, found in begins.items()},
        lengths=tuple(sorted({len(form) for form in begins})),
    )


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
