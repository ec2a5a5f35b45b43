"""What a quantity measures: a known indicator, or the noun phrase that it belongs to.

The order of the search follows how Dutch says it, surest first: what stands before a colon
('inhuur van personeel: 0,9 miljoen'); a known indicator in the clause; the noun that governs the
number ('een tekort van 4,4 miljoen'); what is counted ('zes praktijkondersteuners'); the
denominator of a share ('45 procent van het budget'); the subject ('de leegstand bedroeg 8
procent'). What none of these gives is carried over by the caller.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.known import find_known
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Naming, derive
from pipeline.figures.phrases import (
    NounPhrase,
    content_words,
    extend,
    lemma,
    nouns,
    phrase_at,
    phrase_ending,
)
from pipeline.figures.words import outside_words, place_tokens, taken_tokens, verb_noun
from pipeline.records import Evidence, Quantity

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
_SHARES = frozenset({"share", "ratio"})


def name_quantity(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return what ``quantity`` measures as far as its own sentence says so, or None.

    ``blocked`` holds token indexes that belong to another quantity or to a comparison.

    Example: in 'De uitgaven jeugd bedroegen 24,1 miljoen euro' → ``uitgaven-jeugd``.
    """
    clause = context.clause_at(quantity.number_start or quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    labelled = _labelled(context, quantity, lexicon)
    if labelled is not None:
        return labelled
    known = find_known(context, quantity, lexicon, clause, blocked=blocked)
    governed = _governing(context, quantity, lexicon, clause) or _partitive(
        context, quantity, lexicon, clause
    )
    if known is not None and _overrules(known, governed):
        return known
    if governed is not None:
        return governed
    if quantity.kind == "count" and not _is_bare(quantity, lexicon):
        return known or _counted(context, quantity, lexicon)
    filled = quantity.noun_start is None and quantity.unit is not None
    if quantity.kind == "count" and (known is not None or filled):
        # A bare number with a unit got it from the count before, which says what it measures.
        return known
    if quantity.kind == "duration":
        derived = _lasting(context, lexicon, clause)
    else:
        derived = (
            _denominator(context, quantity, lexicon, clause)
            or _subject(context, quantity, lexicon, clause, blocked)
            or _besides(context, quantity, lexicon, clause, first, last)
        )
    if derived is not None:
        return derived
    # Nothing in the own clause: a known indicator elsewhere in the sentence.
    whole = Clause(0, len(context.tokens))
    return find_known(context, quantity, lexicon, whole, blocked=blocked, certainty=0.8)


def name_people(context: Context, quantity: Quantity) -> Naming | None:
    """Return the counted noun itself as indicator, when nothing else says what is counted."""
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    return Naming(derive((quantity.unit,)), _evidence(context, first, last), 0.5)


def denominator_phrase(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that a share is a share of.

    It follows the share ('9 procent van de aangiften') or opens the clause ('Van de aangiften werd
    9 procent opgelost').
    """
    _, last = context.span(quantity.start, quantity.end)
    if last < clause.last and context.tokens[last].text.lower() in {"van", "onder", "der"}:
        return phrase_at(context, last + 1, clause)
    if context.tokens[clause.first].text.lower() in {"van", "onder"}:
        phrase = phrase_at(context, clause.first + 1, clause)
        if phrase is not None and phrase.last <= last:
            return phrase
    return None


def _labelled(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    """'minder inhuur van externen: € 0,9 miljoen' — a list item, a row, a heading of a number."""
    first, _ = context.span(quantity.start, quantity.end)
    if first < 2 or context.tokens[first - 1].text != ":":
        return None
    label = Clause(0, first - 1)
    known = find_known(context, quantity, lexicon, label)
    if known is not None:
        return known
    for index in range(label.first, label.last):
        if (
            context.tokens[index].pos == "NOUN"
            and lemma(context.tokens[index]) not in lexicon.generic
        ):
            phrase = extend(context, NounPhrase(index, index + 1, index), label)
            words = content_words(context, phrase, skip=place_tokens(context))
            return Naming(derive(words), _evidence(context, label.first, label.last), 0.85)
    return None


def _is_bare(quantity: Quantity, lexicon: Lexicon) -> bool:
    """'een groei naar 400', '14 keer een uitzondering': the noun of the number names nothing."""
    return quantity.noun_start is None or (quantity.unit or "") in lexicon.generic


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
    while place > clause.first and context.tokens[place].pos in {"DET", "ADV", "ADJ"}:
        place -= 1
    if place <= clause.first or context.tokens[place].text.lower() not in {"van", "à", "ad"}:
        return None
    phrase = phrase_ending(context, place, clause)
    if phrase is None:
        return None
    head = lemma(context.tokens[phrase.head])
    if head in lexicon.generic or head in lexicon.actors:
        return None
    words = content_words(context, phrase, skip=place_tokens(context))
    after = _qualifier_after(context, last, clause)
    if after is not None and quantity.kind in {"money", "duration", "share"}:
        words += content_words(context, after, skip=place_tokens(context))
    return Naming(derive(words), _evidence(context, phrase.first, phrase.last), 0.9)


def _partitive(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'26,1 miljoen aan uitgaven', '2 miljoen euro subsidie': what the money is."""
    if quantity.kind != "money":
        return None
    _, last = context.span(quantity.start, quantity.end)
    if last >= clause.last:
        return None
    start = last + 1 if context.tokens[last].text.lower() == "aan" else last
    if start == last and context.tokens[last].pos != "NOUN":
        return None
    phrase = phrase_at(context, start, clause)
    if phrase is None or lemma(context.tokens[phrase.head]) in lexicon.generic | lexicon.actors:
        return None
    phrase = extend(context, phrase, clause, limit=1)
    words = content_words(context, phrase, skip=place_tokens(context))
    return Naming(derive(words), _evidence(context, phrase.first, phrase.last), 0.85)


def _qualifier_after(context: Context, last: int, clause: Clause) -> NounPhrase | None:
    """'een tekort van 16 procent op jeugd': what follows the number qualifies the noun before."""
    if last >= clause.last or context.tokens[last].text.lower() not in {"op", "voor", "aan", "bij"}:
        return None
    phrase = phrase_at(context, last + 1, clause)
    if phrase is None:
        return None
    inner = context.tokens[phrase.head]
    in_time = any(t.start <= inner.start < t.end for t in context.times)
    return None if phrase.head in place_tokens(context) or in_time else phrase


def _counted(context: Context, quantity: Quantity, lexicon: Lexicon) -> Naming | None:
    if not quantity.unit or quantity.noun_start is None or quantity.noun_end is None:
        return None
    first, last = context.span(quantity.noun_start, quantity.noun_end)
    if first >= last:
        return None
    clause = context.clause_at(quantity.noun_start)
    words: tuple[str, ...] = (quantity.unit,)
    if quantity.unit in lexicon.population or _is_inhabitant(context, first, last):
        # 'twaalfhonderd huishoudens zitten zonder stroom': people are counted for a property,
        # and where the clause gives none it was said before.
        rest = outside_words(context, lexicon, clause, first, last)
        if not rest:
            return None
        words += rest
    else:
        phrase = extend(context, NounPhrase(first, last, last - 1), clause, limit=1)
        skip = place_tokens(context) | frozenset(range(first, last))
        qualifiers = content_words(context, phrase, skip=skip)
        words += tuple(word for word in qualifiers[1:] if word not in lexicon.generic)
    return Naming(derive(words[:3]), _evidence(context, first, last), 0.8)


def _is_inhabitant(context: Context, first: int, last: int) -> bool:
    """'600 Almeloërs' counts inhabitants."""
    start, end = context.tokens[first].start, context.tokens[last - 1].end
    return any(
        m.method == "inhabitant" and m.start < end and start < m.end for m in context.mentions
    )


def _denominator(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause
) -> Naming | None:
    """'45 procent van het budget': a share of something that is no group of people."""
    if quantity.kind not in _SHARES:
        return None
    first, last = context.span(quantity.start, quantity.end)
    phrase = denominator_phrase(context, quantity, clause)
    if phrase is None:
        return None
    head = lemma(context.tokens[phrase.head])
    low, high = min(first, phrase.first), max(last, phrase.last)
    if phrase.last <= first:
        # 'Van de aangiften werd 9 procent opgelost': what lies between belongs to the statement.
        low, high = phrase.first, phrase.last
    rest = outside_words(context, lexicon, clause, low, high)
    if head in lexicon.population or head in lexicon.generic:
        if not rest:
            return None
        return Naming(derive(rest), _evidence(context, min(first, phrase.first), last), 0.7)
    words = content_words(context, phrase, skip=place_tokens(context)) + rest
    return Naming(derive(words, base=head), _evidence(context, phrase.first, phrase.last), 0.8)


def _lasting(context: Context, lexicon: Lexicon, clause: Clause) -> Naming | None:
    """'De cursus duurt twintig weken', 'een gesprek laat negen weken op zich wachten'."""
    for phrase, noun in lexicon.duration_verbs:
        match = context.has((phrase,), clause)
        if match is None:
            continue
        words = tuple(
            lemma(context.tokens[index])
            for index in nouns(context, clause.first, clause.last)
            if index not in taken_tokens(context)
            and lemma(context.tokens[index]) not in lexicon.generic | lexicon.actors
        )
        return Naming(
            derive((noun, *words[:2])), _evidence(context, clause.first, clause.last), 0.7
        )
    return None


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
    taken = taken_tokens(context) | blocked | place_tokens(context)
    empty = lexicon.generic | lexicon.population | lexicon.actors
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
            word for word in content_words(context, phrase, skip=taken) if word not in empty
        )
        if words:
            verb = verb_noun(context, lexicon, clause) if quantity.kind == "money" else None
            named = (verb, *words) if verb and verb not in words else words
            return Naming(derive(named), _evidence(context, phrase.first, phrase.last), 0.7)
    return None


def _besides(
    context: Context, quantity: Quantity, lexicon: Lexicon, clause: Clause, first: int, last: int
) -> Naming | None:
    """'2,8 miljoen te besparen op inhuur': what the clause says besides the number."""
    words = outside_words(context, lexicon, clause, first, last, with_verb=quantity.kind == "money")
    if not words:
        return None
    return Naming(derive(words), _evidence(context, clause.first, clause.last), 0.6)


def _evidence(context: Context, first: int, last: int) -> Evidence:
    tokens = context.tokens
    end = max(first + 1, min(last, len(tokens)))
    return Evidence("indicator", "stated", tokens[first].start, tokens[end - 1].end)
