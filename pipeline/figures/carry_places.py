"""Where a figure holds if its sentence does not say: the place that the text speaks of.

Nearest first, but a text comes back to the place that it is about: what it is held against
('landelijk'), several places together and a place named in passing lend themselves no further.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.figures.context import Clause, Context, comparison_spans
from pipeline.figures.dimensions import Bound, known_by
from pipeline.figures.home import home_of, is_abroad, is_of_person, is_somebody
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.memory import Memory, Said
from pipeline.figures.passing import stands_behind
from pipeline.figures.places import is_of_exchange
from pipeline.figures.pointers import is_anaphoric, opens_with_all, question_before, refers
from pipeline.figures.whereabouts import Whereabouts, calls_region
from pipeline.records import PLACE_KINDS, Evidence

_AMONG = frozenset({"waaronder"})
_QUOTES = frozenset({'"', "“", "„", "‘", ",,", "”", "'"})
_PREPOSITIONS = frozenset(
    {"aan", "af", "bij", "door", "in", "mee", "naar", "naast", "om", "onder", "op", "over", "tegen"}
    | {"tegenover", "toe", "uit", "van", "voor"}
)

_AFTER_STRANDED = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"})


def carry_place(
    contexts: Sequence[Context],
    index: int,
    memory: Memory,
    whereabouts: Whereabouts | None,
    lexicon: Lexicon,
) -> Bound | None:
    """Return the place that the passage speaks of, else the one that the document is about.

    A passage that names the document's main place, however often it names others, is about it.
    """
    main_place = whereabouts.place if whereabouts else None
    own = Bound(whereabouts.place, Evidence("place", whereabouts.method)) if whereabouts else None
    home = home_of(main_place)
    context = contexts[index]
    sentence = context.sentence
    if own is not None and sentence.passage_kind == "table":
        # 'Overig | 14.150', 'Gemeente | 35.500': the row above is of its own place.
        return own
    there = _there(contexts, index, lexicon)
    if there is not None:
        return there
    abroad = _just_abroad(context, memory, own, home)
    if abroad is not None:
        return abroad
    if own is not None and own.value.startswith("region") and calls_region(context):
        # 'In Winterswijk is dat 11 procent. In de hele regio 8': the region of the text.
        return own
    held = memory.last(sentence.position, context.scope)
    if (
        own is not None
        and held is not None
        and held.place is not None
        and held.place.value == "NL"
        and _is_held_against(contexts, held)
        and not is_anaphoric(context)
        and not refers(context, Clause(0, len(context.tokens)))
    ):
        # 'Het landelijk gemiddelde is 13 euro. De kosten …': held against it, and back again.
        return own
    if own is not None and opens_with_all(context):
        return own
    if own is not None and memory.told_of(own.value, context.scope):
        # 'In Hulst 8 procent. In heel Zeeland is dat 6. De wachttijd is vier weken': back to Hulst.
        return own
    said = memory.last(sentence.position, context.scope)
    if own is not None and said is not None and len(memory.places_at(said.position)) > 1:
        # 'In Sluis 4,1 miljoen, in Veere 6. Het aandeel ouderen daalt': of neither, but of both.
        return own
    if own is not None and _speaks_of_itself(context) and not _quotes(contexts, index):
        # 'En Het Hogeland? Dat telt 47.900 zielen. Van onze lezers …': who writes is at home.
        return own
    named: list[Bound] = []
    for other in range(index - 1, -1, -1):
        before = contexts[other]
        if before.scope != context.scope:
            break
        if (
            said is not None
            and said.position >= before.sentence.position
            and said.place is not None
            and not is_abroad(said.place.value, home)
        ):
            return _carried(said.place)
        found = (
            []
            if sentence.passage_kind == "table"
            else _places_in(before, lexicon, comparison_spans(before, lexicon), main_place)
        )
        found = [bound for bound in found if not _is_actor(bound, before, main_place)]
        found = _without_measure(found, before)
        if any(bound.value == main_place for bound in found):
            return _carried(next(bound for bound in found if bound.value == main_place))
        named.extend(found)
    unsaid = said is None or said.place is None
    setting = _setting(contexts, index, lexicon, home) if unsaid else None
    if setting is not None:
        return setting
    if own is not None and _speaks_of_itself(context):
        return own
    if said is not None and said.place is not None and not is_abroad(said.place.value, home):
        return _carried(said.place)
    seat = lexicon.seat if main_place == "NL" else None  # where the country is governed
    if (
        named
        and named[0].value != seat
        and _may_lend(named[0].value, main_place)
        and _is_near(named[0], contexts, index)
    ):
        return _carried(named[0])
    if sentence.passage_kind == "answer":
        question = question_before(contexts, index)
        asked = (
            []
            if question is None
            else _places_in(question, lexicon, comparison_spans(question, lexicon))
        )
        if asked:
            return Bound(asked[0].value, known_by(asked[0].evidence, "question"))
    return own


def _just_abroad(context: Context, memory: Memory, own: Bound | None, home: str) -> Bound | None:
    """'In België is 8 procent werkloos. Van de jongeren is dat 20 procent': still of België.

    For the sentence right behind it, in a passage that has given no number of the text's own place.
    """
    before = context.sentence.position - 1
    said = memory.last(before, context.scope)
    if said is None or said.position != before or said.place is None:
        return None
    if not is_abroad(said.place.value, home) or len(memory.places_at(before)) > 1:
        return None
    if _speaks_of_itself(context) or (own and memory.told_of(own.value, context.scope)):
        return None
    return _carried(said.place)


def _setting(contexts: Sequence[Context], index: int, lexicon: Lexicon, home: str) -> Bound | None:
    """'In Hulst moet het beter. De teller staat op 174': the passage is set in what it opens with.

    Where it names no other place; so is a quote of who was just said to be of one.
    """
    above = _above(contexts, index)
    named = [bound for context in above for bound in _places_in(context, lexicon)]
    if not named or len({b.value for b in named}) != 1 or is_abroad(named[0].value, home):
        return None
    first, _ = above[0].span(named[0].evidence.start or 0, named[0].evidence.end or 0)
    opens = first == 1 and above[0].tokens[0].text.lower() in {"in", "te"}
    spoken = contexts[index].tokens[0].text in _QUOTES and _speaks_of_itself(contexts[index])
    return _carried(named[0]) if opens or spoken else None


def _quotes(contexts: Sequence[Context], index: int) -> bool:
    """Whether the passage so far has a quote, in which 'wij' may be anybody."""
    passage = (*_above(contexts, index), contexts[index])
    return any(token.text in _QUOTES for context in passage for token in context.tokens)


def _above(contexts: Sequence[Context], index: int) -> list[Context]:
    """The sentences of the same passage above a sentence, in their order."""
    scope = contexts[index].scope
    found = takewhile(
        lambda context: context.scope == scope,
        (contexts[other] for other in range(index - 1, -1, -1)),
    )
    return list(found)[::-1]


def _is_held_against(contexts: Sequence[Context], said: Said) -> bool:
    """Whether a figure was given as the national one beside another: 'landelijk'."""
    return any(
        form.startswith("landelijk")
        for context in contexts
        if context.sentence.position == said.position
        for forms in context.forms
        for form in forms
    )


def _there(contexts: Sequence[Context], index: int, lexicon: Lexicon) -> Bound | None:
    """'Ze wil weten wat er in Warnsveld gebeurt. Klopt het dat daar 30 boeken zijn?': Warnsveld.

    Not in 'daar staat 2 miljoen euro tegenover', where 'daar' belongs to the preposition.
    """
    context = contexts[index]
    daar = next((n for n, t in enumerate(context.tokens) if t.text.lower() == "daar"), None)
    if daar is None or _has_stranded_preposition(context):
        return None
    start = context.tokens[daar].start
    for source in (context, *contexts[max(0, index - 1) : index]):
        named = [b for b in _places_in(source, lexicon) if (b.evidence.end or 0) <= start]
        if named:
            return _carried(named[-1])
    return None


def _has_stranded_preposition(context: Context) -> bool:
    """A preposition with no noun behind it, at the end of a clause."""
    tokens = context.tokens
    return any(
        token.pos in {"ADP", "ADV"}
        and token.text.lower() in _PREPOSITIONS
        and (n + 1 == len(tokens) or tokens[n + 1].pos in _AFTER_STRANDED)
        for n, token in enumerate(tokens)
    )


def _speaks_of_itself(context: Context) -> bool:
    """'Wij zitten boven het gemiddelde': who speaks in a document of the place is the place."""
    return any(token.text.lower() in {"wij", "we", "ons", "onze"} for token in context.tokens)


def _may_lend(place: str, main_place: str | None) -> bool:
    """A region named in passing does not take the place of the document's own municipality."""
    if is_abroad(place, home_of(main_place)):
        return False
    return main_place is None or place.startswith(("GM", "PV", "place")) or place == "NL"


def _is_actor(bound: Bound, context: Context, main_place: str | None) -> bool:
    """'De rekenmeesters van de provincie zijn somber': in a text about one of its towns it acts."""
    return bound.value != main_place and any(
        m.start == bound.evidence.start and m.method == "coreference" and m.kind == "province"
        for m in context.mentions
    )


def _without_measure(found: list[Bound], context: Context) -> list[Bound]:
    """'Brabant, de provincie met de meeste wegen van Nederland': what it is the most of.

    Where it is the only place that is named, it is the one that is meant.
    """
    local = [
        bound
        for bound in found
        if bound.value != "NL" or context.word_before(bound.evidence.start or 0) != "van"
    ]
    return local or found


def _is_near(bound: Bound, contexts: Sequence[Context], index: int) -> bool:
    """A place that is not the document's own holds for the next sentence, not for the passage."""
    before = contexts[index - 1].sentence
    return bound.evidence.start is not None and before.start <= bound.evidence.start < before.end


def _places_in(
    context: Context,
    lexicon: Lexicon,
    spans: Sequence[tuple[int, int]] = (),
    own: str | None = None,
) -> list[Bound]:
    """The places that a sentence names outside the token spans of its comparisons."""
    return [
        Bound(m.entity, Evidence("place", "stated", m.start, m.end))
        for m in context.mentions
        if m.entity is not None
        and (m.kind in PLACE_KINDS or m.entity == own)
        and not context.inside_name(m.start, m.end)
        and not stands_behind(context, m, _AMONG)
        and not is_of_exchange(context, m, lexicon)
        and not is_of_person(context, m, lexicon)
        and not (own is not None and m.entity != own and is_somebody(context, m))
        and not any(first <= context.span(m.start, m.end)[0] < last for first, last in spans)
    ]


def _carried(bound: Bound) -> Bound:
    return Bound(bound.value, known_by(bound.evidence, "carried_over"))
