"""What a quantity measures: a known indicator, or the noun phrase that it belongs to.

The order of the search follows how Dutch says it, surest first: a known indicator in the clause;
the noun that governs the number ('een tekort van 4,4 miljoen'); what is counted ('zes
praktijkondersteuners'); the denominator of a share ('45 procent van het budget'); the subject
('de leegstand bedroeg 8 procent'). What none of these gives is carried over by the caller.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.figures.context import Clause, Context, Match
from pipeline.figures.lexicon import KnownIndicator, Lexicon, Pattern
from pipeline.figures.phrases import (
    NounPhrase,
    content_words,
    extend,
    lemma,
    nouns,
    phrase_at,
    phrase_ending,
)
from pipeline.records import Evidence, Indicator, Quantity

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
_KIND_OF_PLACE = frozenset({"municipality", "province", "country", "region"})
_MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """An indicator for a quantity, the words it rests on, and how sure that is (0–1)."""

    indicator: Indicator
    evidence: Evidence
    certainty: float


def name_quantity(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return what ``quantity`` measures as far as its own sentence says so, or None.

    ``blocked`` holds token indexes that belong to another quantity or to a comparison.

    Example: in 'De uitgaven jeugd bedroegen 24,1 miljoen euro' → ``uitgaven-jeugd``.
    """
    clause = context.clause_at(quantity.number_start or quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    known = find_known(context, quantity, lexicon, clause, blocked=blocked)
    governed = _governing(context, quantity, lexicon, clause)
    if known is not None and _overrules(known, governed):
        return known
    if governed is not None:
        return governed
    if quantity.kind == "count":
        return known or _counted(context, quantity, lexicon)
    derived = (
        _denominator(context, quantity, lexicon, clause)
        or _subject(context, quantity, lexicon, clause, blocked)
        or _object(context, lexicon, clause, first, last)
    )
    if derived is not None:
        return derived
    # Nothing in the own clause: a known indicator elsewhere in the sentence.
    whole = Clause(0, len(context.tokens))
    return known or find_known(context, quantity, lexicon, whole, blocked=blocked, certainty=0.8)


def find_known(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    *,
    blocked: frozenset[int] = frozenset(),
    certainty: float = 1.0,
) -> Naming | None:
    """Return the known indicator of which a synonym stands in the clause, nearest first.

    A pattern that contains another ('zeer zware jeugdzorg' contains 'jeugdzorg') wins from it.
    """
    first, last = context.span(quantity.start, quantity.end)
    found: list[tuple[KnownIndicator, Match]] = []
    for known in lexicon.indicators:
        if not _measures(known, quantity, lexicon):
            continue
        for pattern in known.patterns:
            for match in matches(context, pattern, clause):
                if not blocked.intersection(match.tokens):
                    found.append((known, match))
    if not found:
        return None
    tokens = [frozenset(match.tokens) for _, match in found]
    best = [
        entry
        for position, entry in enumerate(found)
        if not any(tokens[position] < other for other in tokens)
    ]
    best.sort(key=lambda e: (e[1].distance(first, last), -len(e[1].tokens), e[0].record.id))
    known, match = best[0]
    return Naming(
        known.record, _evidence(context, match.tokens[0], match.tokens[-1] + 1), certainty
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


def derive(words: tuple[str, ...], *, base: str | None = None) -> Indicator:
    """Make the indicator for a noun phrase: its head and at most four words that qualify it.

    >>> derive(("tekort", "grondexploitatie")).id
    'tekort-grondexploitatie'
    """
    unique = tuple(dict.fromkeys(word for word in words if word))[:_MAX_WORDS]
    label = " ".join(unique)
    return Indicator(
        id=slug(label),
        label=label,
        topic=unique[0].lower(),
        definition=f"deel van: {base}" if base else None,
    )


def slug(label: str) -> str:
    """Return ``label`` in ASCII lower case with hyphens, for use as an id."""
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "onbekend"


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
    if noun in known.counted or not noun:
        return noun in known.counted or bool(known.counted or known.record.population)
    # 'zes aanbieders van jeugdhulp' counts providers; 'zes kinderen met jeugdhulp' counts care.
    return noun in lexicon.population and known.record.id != "inwonertal"


def _overrules(known: Naming, governed: Naming | None) -> bool:
    """A known indicator wins, unless the governing noun is something else altogether."""
    if governed is None:
        return True
    start, end = known.evidence.start, known.evidence.end
    inner, outer = governed.evidence.start, governed.evidence.end
    if start is None or end is None or inner is None or outer is None:
        return True
    return start < outer and inner < end


def _governing(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'een tekort (op jeugd) van 4,4 miljoen', 'een wachttijd van zes weken'."""
    if quantity.kind == "count" and quantity.noun_start is not None:
        return None
    first, last = context.span(quantity.start, quantity.end)
    place = first - 1
    while place > clause.first and context.tokens[place].pos in {"DET", "ADV"}:
        place -= 1
    if place <= clause.first or context.tokens[place].text.lower() not in {"van", "à", "ad"}:
        return None
    phrase = phrase_ending(context, place, clause)
    if phrase is None or lemma(context.tokens[phrase.head]) in lexicon.generic:
        return None
    words = content_words(context, phrase, skip=_places(context))
    after = _qualifier_after(context, last, clause, {"op", "voor", "aan", "bij"})
    if after is not None and quantity.kind in {"money", "duration", "share"}:
        words += content_words(context, after, skip=_places(context))
    return Naming(derive(words), _evidence(context, phrase.first, phrase.last), 0.9)


def _qualifier_after(
    context: Context, last: int, clause: Clause, prepositions: set[str]
) -> NounPhrase | None:
    if last >= clause.last or context.tokens[last].text.lower() not in prepositions:
        return None
    phrase = phrase_at(context, last + 1, clause)
    if phrase is None:
        return None
    inner = context.tokens[phrase.head]
    in_place = any(
        m.start <= inner.start < m.end for m in context.mentions if m.kind in _KIND_OF_PLACE
    )
    in_time = any(t.start <= inner.start < t.end for t in context.times)
    return None if in_place or in_time else phrase


def _counted(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    clause = context.clause_at(quantity.noun_start)
    words: tuple[str, ...] = (quantity.unit,)
    if quantity.unit in lexicon.population:
        # 'twaalfhonderd huishoudens zitten zonder stroom': people are counted for a property.
        rest = _predicate(context, lexicon, clause, first, last)
        words += rest
    else:
        phrase = extend(context, NounPhrase(first, last, last - 1), clause, limit=1)
        qualifiers = content_words(
            context, phrase, skip=_places(context) | frozenset(range(first, last))
        )
        words += tuple(word for word in qualifiers[1:] if word not in lexicon.generic)
    return Naming(derive(words[:3]), _evidence(context, first, last), 0.8)


def _denominator(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'45 procent van het budget': a share of something that is no group of people."""
    if quantity.kind not in {"share", "ratio"}:
        return None
    first, _ = context.span(quantity.start, quantity.end)
    phrase = denominator_phrase(context, quantity, clause)
    if phrase is None:
        return None
    head = lemma(context.tokens[phrase.head])
    rest = _predicate(context, lexicon, clause, first, phrase.last)
    if head in lexicon.population or head in lexicon.generic:
        if not rest:
            return None
        return Naming(derive(rest), _evidence(context, first, phrase.last), 0.7)
    words = content_words(context, phrase, skip=_places(context)) + rest
    return Naming(derive(words, base=head), _evidence(context, phrase.first, phrase.last), 0.8)


def denominator_phrase(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase after 'van' or 'onder' that follows a share directly."""
    _, last = context.span(quantity.start, quantity.end)
    if last >= clause.last or context.tokens[last].text.lower() not in {"van", "onder", "der"}:
        return None
    return phrase_at(context, last + 1, clause)


def _subject(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    blocked: frozenset[int],
) -> Naming | None:
    """The grammatical subject of the clause; by its arc, else the first noun phrase."""
    candidates = [
        index
        for index in range(clause.first, clause.last)
        if context.tokens[index].dep in _SUBJECTS and context.tokens[index].pos in {"NOUN", "PROPN"}
    ] or nouns(context, clause.first, clause.last)
    taken = _taken(context) | blocked | _places(context)
    for index in candidates:
        if index in taken:
            continue
        phrase = phrase_ending(context, index + 1, clause)
        if phrase is None:
            continue
        phrase = extend(
            context, NounPhrase(phrase.first, max(phrase.last, index + 1), phrase.head), clause
        )
        words = tuple(
            word
            for word in content_words(context, phrase, skip=_places(context))
            if word not in lexicon.generic and word not in lexicon.population
        )
        if words:
            verb = _verb_noun(context, lexicon, clause) if quantity.kind == "money" else None
            named = (verb, *words) if verb and verb not in words else words
            return Naming(derive(named), _evidence(context, phrase.first, phrase.last), 0.7)
    return None


def _object(
    context: Context,
    lexicon: Lexicon,
    clause: Clause,
    first: int,
    last: int,
) -> Naming | None:
    """'19,7 miljoen ontvangen aan integratie-uitkering jeugd': what the clause says besides."""
    words = _predicate(context, lexicon, clause, first, last)
    if not words:
        return None
    return Naming(derive(words), _evidence(context, clause.first, clause.last), 0.6)


def _predicate(
    context: Context, lexicon: Lexicon, clause: Clause, first: int, last: int
) -> tuple[str, ...]:
    """Return the content words of the clause outside ``first``-``last``: nouns, else the verb."""
    taken = _taken(context) | _places(context) | frozenset(range(first, last))
    words: list[str] = []
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if index in taken or token.pos not in {"NOUN", "PROPN"}:
            continue
        word = lemma(token)
        if word in lexicon.generic or word in lexicon.population:
            continue
        if index and context.tokens[index - 1].pos == "ADJ" and index - 1 not in taken:
            word = f"{lemma(context.tokens[index - 1])} {word}"
        words.append(word)
    if not words:
        verb = _verb_noun(context, lexicon, clause)
        words = [verb] if verb else []
    return tuple(words[:3])


def _verb_noun(context: Context, lexicon: Lexicon, clause: Clause) -> str | None:
    for index in range(clause.first, clause.last):
        for form in context.forms[index]:
            if context.tokens[index].pos in {"VERB", "AUX"} and form in lexicon.verb_nouns:
                return lexicon.verb_nouns[form]
    return None


def _taken(context: Context) -> frozenset[int]:
    """Tokens that are part of a quantity, a time or a person's name."""
    spans = [(q.start, q.end) for _, q in context.quantities]
    spans += [(t.start, t.end) for t in context.times]
    spans += [(m.start, m.end) for m in context.mentions if m.kind == "person"]
    taken: set[int] = set()
    for start, end in spans:
        taken.update(range(*context.span(start, end)))
    return frozenset(taken)


def _places(context: Context) -> frozenset[int]:
    taken: set[int] = set()
    for mention in context.mentions:
        if mention.kind in _KIND_OF_PLACE:
            first, last = context.span(mention.start, mention.end)
            taken.update(range(first, last))
            # 'gemeente Assen': the kind of place says nothing about what is measured.
            if first and context.tokens[first - 1].text.lower() in {
                "gemeente",
                "provincie",
                "stad",
            }:
                taken.add(first - 1)
    return frozenset(taken)


def _evidence(context: Context, first: int, last: int) -> Evidence:
    tokens = context.tokens
    return Evidence("indicator", "stated", tokens[first].start, tokens[last - 1].end)
