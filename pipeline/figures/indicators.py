"""What a quantity measures: a known indicator, or the noun phrase that it belongs to.

The order of the search follows how Dutch says it, surest first: what stands before a colon
('inhuur van personeel: 0,9 miljoen'); a known indicator in the clause; the noun that governs the
number ('een tekort van 4,4 miljoen'); what is counted ('zes praktijkondersteuners'); the
denominator of a share ('45 procent van het budget'); the subject ('de leegstand bedroeg 8
procent'); what else the clause says. What none of these gives is carried over by the caller.
"""

from __future__ import annotations

from pipeline.figures.bearers import name_bearer, name_index
from pipeline.figures.brackets import name_in_brackets
from pipeline.figures.claims import name_claim
from pipeline.figures.condensed import bare_words, condensed
from pipeline.figures.context import Clause, Context
from pipeline.figures.contrasts import front_of
from pipeline.figures.counted import number_named
from pipeline.figures.counting import (
    name_cases,
    name_counted,
    name_happened,
    name_number,
    name_times,
)
from pipeline.figures.denominators import (
    SHARES,
    counts_group,
    denominator_phrase,
    denominator_tokens,
    group_tokens,
    joined,
    said_of_group,
)
from pipeline.figures.durations import name_length
from pipeline.figures.governing import name_governing, name_more_of, name_partitive
from pipeline.figures.known import find_known
from pipeline.figures.labelled import name_labelled, name_spelt_out
from pipeline.figures.labels import agreement, content_verb, label_of, predicate, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.makeup import name_made_of, name_occurring
from pipeline.figures.money import label_undergone, name_described
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.own_parts import name_own_part
from pipeline.figures.phrases import (
    NounPhrase,
    evidence,
    extend,
    lemma,
    nouns,
)
from pipeline.figures.shares import name_share_of
from pipeline.figures.states import name_state
from pipeline.figures.words import (
    is_circumstance,
    is_source,
    own_tokens,
    place_before,
    place_tokens,
    taken_tokens,
    verb_noun,
)
from pipeline.records import Quantity

_MODIFYING = frozenset({"DET", "ADJ", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})


def name_quantity(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, blocked: frozenset[int] = frozenset()
) -> Naming | None:
    """Return what ``quantity`` measures as far as its own sentence says so, or None.

    ``blocked`` holds token indexes that belong to another quantity or to a comparison.

    Example: in 'De uitgaven jeugd bedroegen 24,1 miljoen euro' → ``uitgaven-jeugd``.
    """
    clause = context.clause_at(quantity.number_start or quantity.start)
    claimed = name_claim(context, quantity, lexicon)
    if claimed is not None:
        return claimed
    labelled = name_labelled(context, quantity, lexicon)
    if labelled is not None and not labelled.indicator.known:
        # 'In de motie stond: 20 procent minder auto's': the motion only says so
        labelled = name_more_of(context, quantity, lexicon, clause, people=True) or labelled
    if labelled is not None:
        return labelled
    if quantity.unit == "keer":
        times = name_times(context, quantity, lexicon, clause)
        if times is not None:
            return times
    own = name_own_part(context, quantity, lexicon, clause)
    if own is not None:
        return own
    whole = denominator_tokens(context, quantity, clause)
    known = find_known(context, quantity, lexicon, clause, blocked=blocked, whole=whole)
    governed = (
        name_made_of(context, quantity, lexicon, clause)
        or name_occurring(context, quantity, lexicon, clause)
        or name_governing(context, quantity, lexicon, clause)
        or name_partitive(context, quantity, lexicon, clause)
        or name_more_of(context, quantity, lexicon, clause)
    )
    if known is not None and _overrules(known, governed):
        return known
    if governed is not None:
        return governed
    happened = None if known is not None else name_happened(context, quantity, lexicon, clause)
    if happened is not None:
        return happened
    counted = quantity.kind == "count" or (
        quantity.kind == "change"
        and quantity.unit != "percent"
        and quantity.unit not in lexicon.measures
    )
    if counted and not _is_bare(quantity, lexicon):
        return known or name_counted(context, quantity, lexicon, blocked)
    cases = name_cases(context, quantity, lexicon, clause) if counted and known is None else None
    if cases is not None:
        return cases
    named = number_named(context, quantity) if quantity.unit is not None else None
    filled = quantity.noun_start is None and quantity.unit is not None and named is None
    indexed = name_index(context, quantity, lexicon, clause)
    if indexed is not None:
        return indexed
    if quantity.kind == "count" and (known is not None or filled):
        # A bare number with a unit got it from the count before, which says what it measures.
        return known
    if quantity.kind == "duration":
        derived = name_length(context, lexicon, clause)
    else:
        derived = (
            name_state(context, quantity, lexicon, clause)
            or _name_number_of_empty(context, quantity, lexicon, named)
            or name_share_of(context, quantity, lexicon)
            or name_in_brackets(context, quantity, lexicon)
            or _agreed(context, quantity, clause)
            or _linked_subject(context, quantity, lexicon, clause, blocked)
            or _denominator(context, quantity, lexicon, clause, blocked)
            or _subject(context, quantity, lexicon, clause, blocked)
            or name_spelt_out(context, quantity, lexicon)
            or _shared_subject(context, quantity, lexicon, clause, blocked)
            or (name_number(context, quantity, lexicon, named) if _counts(quantity) else None)
            or name_bearer(context, quantity, lexicon, clause)
            or _besides(context, quantity, lexicon, clause, blocked)
        )
    if derived is not None:
        return derived
    numbered = name_number(context, quantity, lexicon, named)
    if numbered is not None:
        return numbered
    behind = name_described(context, quantity, lexicon)
    if behind is not None:
        return behind
    # Nothing in the own clause: a known indicator elsewhere in the sentence.
    sentence = Clause(0, len(context.tokens))
    return find_known(
        context, quantity, lexicon, sentence, blocked=blocked, whole=whole, certainty=0.8
    )


def _name_number_of_empty(
    context: Context, quantity: Quantity, lexicon: Lexicon, named: str | None
) -> Naming | None:
    """'Het aantal deelnemende landen bij de proef': a noun that else would give way."""
    if named not in lexicon.generic or not _counts(quantity):
        return None
    return name_number(context, quantity, lexicon, named)


def _counts(quantity: Quantity) -> bool:
    return quantity.kind in {"count", "change"}


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


def _linked_subject(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    blocked: frozenset[int],
) -> Naming | None:
    """'De schuld bedraagt 80 procent van de omzet': a subject with a share of something else."""
    if quantity.kind not in SHARES or content_verb(context, lexicon, clause) is not None:
        return None
    _, last = context.span(quantity.start, quantity.end)
    if last >= clause.last or context.tokens[last].text.lower() != "van":
        return None
    taken = taken_tokens(context) | blocked | place_tokens(context)
    nobody = lexicon.actors | lexicon.population | lexicon.generic
    for index in range(clause.first, min(last, clause.last)):
        token = context.tokens[index]
        if token.dep not in _SUBJECTS or token.pos != "NOUN" or index in taken:
            continue
        phrase = subject_phrase(context, index, clause)
        label = None if phrase is None else label_of(context, phrase, lexicon)
        if phrase is not None and label is not None and lemma(token) not in nobody:
            return Naming(derive(label), evidence(context, phrase.first, phrase.last), 0.8)
    return None


def _agreed(context: Context, quantity: Quantity, clause: Clause) -> Naming | None:
    """'Met de stelling is 65 procent het eens': with what, and not what stands before it."""
    if quantity.kind not in SHARES:
        return None
    own = own_tokens(context, quantity)
    label = agreement(context, clause, own)
    return None if label is None else Naming(derive(label), evidence(context, *_ends(own)), 0.75)


def _ends(tokens: frozenset[int]) -> tuple[int, int]:
    return min(tokens), max(tokens) + 1


def _denominator(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    blocked: frozenset[int],
) -> Naming | None:
    """'45 procent van het budget': a share of something that is no group of people."""
    if quantity.kind not in SHARES:
        return None
    phrase = denominator_phrase(context, quantity, clause)
    if phrase is None:
        return None
    own = own_tokens(context, quantity) | group_tokens(context, quantity, clause) | blocked
    several = joined(context, phrase, clause)[0] > phrase.last
    clause = said_of_group(context, phrase, clause)
    head = lemma(context.tokens[phrase.head])
    first, last = context.span(quantity.start, quantity.end)
    if head in lexicon.population or head in lexicon.generic or several:
        rest = predicate(context, lexicon, clause, own, with_verb=True)
        rest = (
            rest
            or bare_words(context, clause, lexicon, own)
            or _described_group(context, phrase, lexicon, last=last)
        )
        if rest is None:
            return None
        return Naming(derive(rest), evidence(context, min(first, phrase.first), phrase.last), 0.75)
    base = label_of(context, extend(context, phrase, clause, limit=1), lexicon)
    rest = predicate(context, lexicon, clause, own, with_verb=True)
    rest = rest or bare_words(context, clause, lexicon, own)
    if base is None and rest is not None and counts_group(context, phrase):
        base, rest = rest, None  # 'van de 31.000 migranten die kwamen, is 60 procent vertrokken'
    if base is None:
        return None
    extra = rest.text if rest else ""
    label = Label(f"{base.text} {extra}".strip(), base.head)
    return Naming(derive(label, base=base.head), evidence(context, phrase.first, phrase.last), 0.8)


def _described_group(
    context: Context, phrase: NounPhrase, lexicon: Lexicon, *, last: int
) -> Label | None:
    """'Negen van de tien nieuwe huizen': of a group right behind its share how it is described."""
    group = Clause(phrase.first, phrase.last)
    label = condensed(context, group, lexicon) if phrase.first == last else None
    return label if label is not None and label.text != label.head else None


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
    ] or sorted(
        nouns(context, clause.first, clause.last), key=lambda index: _is_governed(context, index)
    )
    taken = taken_tokens(context) | blocked | place_tokens(context)
    for index in candidates:
        if index in taken or is_source(context, index) or is_circumstance(context, index):
            continue
        if lexicon.is_actor(lemma(context.tokens[index])):
            continue
        phrase = subject_phrase(context, index, clause)
        label = None if phrase is None else label_of(context, phrase, lexicon)
        if phrase is None or label is None or label.head in lexicon.population:
            continue
        verb = verb_noun(context, lexicon, clause) if quantity.kind == "money" else None
        if verb and verb != label.head:
            label = Label(f"{verb} {label.text}", verb)
        last, words = joined(context, phrase, clause)
        if quantity.kind in SHARES and last > phrase.last and label.text == label.head:
            label = Label(words, label.head)  # 'treinen en bussen hebben 8 procent': both
        return Naming(derive(label), evidence(context, phrase.first, last), 0.7)
    return None


def _shared_subject(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    blocked: frozenset[int],
) -> Naming | None:
    """'De huren zijn gestegen en komen uit op 700 euro': the subject of the clause before."""
    opening = context.opening(clause)
    joined = opening < clause.last and context.tokens[opening].pos == "CCONJ"
    # 'De rekening valt hoger uit: gemiddeld 334 euro': spelt out behind a colon
    joined = joined or (clause.first > 0 and context.tokens[clause.first - 1].text == ":")
    # Of a measure alone: groups and shares are mostly named by what stands beside them.
    resumed = quantity.kind == "measure" and not joined and _is_resumed(context, clause)
    if not (joined or resumed) or any(
        token.dep in _SUBJECTS for token in context.tokens[clause.first : clause.last]
    ):
        return None
    before = [other for other in context.clauses if other.last <= clause.first]
    if before and _is_relative(context, before[-1]):
        before.pop()
    if resumed and before and _is_fronted(context, before[-1]):
        return None
    found = _subject(context, quantity, lexicon, before[-1], blocked) if before else None
    if found is None or not resumed:
        return found
    places = range(before[-1].first, before[-1].last)
    subject = next((i for i in places if context.tokens[i].dep in _SUBJECTS), None)
    start, end = found.evidence.start, found.evidence.end
    if subject is None or start is None or end is None:
        return None
    return found if start <= context.tokens[subject].start < end else None


def _is_resumed(context: Context, clause: Clause) -> bool:
    """'De winst, die hoog was, daalde naar 3 ton': the verb of what another clause interrupts."""
    opening = context.opening(clause)
    if not 0 < opening < clause.last or context.tokens[opening - 1].text != ",":
        return False
    return "VerbForm=Fin" in context.tokens[opening].morph


def _is_fronted(context: Context, clause: Clause) -> bool:
    """'Toen het werd gevraagd, was 46 procent voor': a clause that stands first in another."""
    opening = context.opening(clause)
    return opening < clause.last and context.tokens[opening].pos == "SCONJ"


def _is_relative(context: Context, clause: Clause) -> bool:
    """'De winning, die in mei begon, is beperkt tot 3 ton': a clause that interrupts another."""
    opening = context.opening(clause)
    return opening < clause.last and "PronType=Rel" in context.tokens[opening].morph


def _is_governed(context: Context, index: int) -> bool:
    """'Bij de instelling is het verloop 15 procent': behind a preposition stands no subject."""
    before = place_before(context, index, _MODIFYING)
    return before is not None and context.tokens[before].pos == "ADP"


def _besides(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    clause: Clause,
    blocked: frozenset[int],
) -> Naming | None:
    """'2,8 miljoen te besparen op inhuur': what the clause says besides the number."""
    money = quantity.kind == "money"
    verb = verb_noun(context, lexicon, clause) if money else None
    own = own_tokens(context, quantity) | blocked
    share = quantity.kind in SHARES
    rest = predicate(context, lexicon, clause, own, with_verb=False, with_adjective=share)
    front = front_of(context, clause) if money and rest is None else None
    if front is not None:
        rest = predicate(context, lexicon, front, own, with_verb=False)
    if verb is not None:
        label = Label(f"{verb} {rest.text}" if rest else verb, verb)
    elif rest is not None:
        label = rest
    else:
        done = label_undergone(context, lexicon, clause) if money else None
        if done is None:
            return None
        label = done
    return Naming(derive(label), evidence(context, clause.first, clause.last), 0.6)
