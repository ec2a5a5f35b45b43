"""Where a figure holds: the place that its sentence gives a quantity, among the places it names.

Of the places of a sentence most are somebody else's: of the other number, of what is compared with,
of a clause that sets something against it. What remains is ranked by nearness.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.against import held_against
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import denominator_tokens
from pipeline.figures.dimensions import Bound, inside, nearness
from pipeline.figures.elsewhere import DESCRIBE, is_of_other
from pipeline.figures.home import (
    NATIONAL,
    home_of,
    is_abroad,
    is_country,
    is_of_person,
    is_somebody,
)
from pipeline.figures.lexicon import Lexicon, Phrase
from pipeline.figures.passing import is_among, is_example, is_origin
from pipeline.records import PLACE_KINDS, Evidence, Mention, Quantity

_GOVERNING = 2  # tokens between 'landelijk' and the number of 'een landelijk gemiddelde van 8'
_JOINTS = frozenset({",", "en", "of"})
_UNKNOWN = ""  # a name that is no entity

# In the clause or outside it, about how near, not the document's own, how wide, how near.
_Option = tuple[tuple[int, int, bool, int, int], Bound]


def bind_place(
    context: Context,
    quantity: Quantity,
    lexicon: Lexicon,
    compared: Sequence[tuple[int, int]],
    *,
    main_place: str | None = None,
) -> Bound | None:
    """Return the place of a quantity as its sentence states it.

    Nearest in the clause wins, then an earlier clause, then a later one; of places that are about
    equally near the one that the document is about (``main_place``). 'Landelijk' and its like
    are places too (``figures.toml``, table ``scope``).

    Example: 'Landelijk is dit percentage slechts acht procent' → ``NL``.
    """
    clause = context.clause_at(quantity.start)
    first, last = context.span(quantity.start, quantity.end)
    home = home_of(main_place)
    where = _place_of_relative(context, clause)
    if where is not None:
        return Bound(
            where.entity or "", Evidence("place", _stated(where.method), where.start, where.end)
        )
    wide = _wide_beside(context, clause, first, lexicon, home)
    if wide is not None:
        return wide
    behind = _place_behind(context, quantity)
    is_paired = behind is not None
    group = denominator_tokens(context, quantity, clause)
    # 'tegenover 28 procent van de Haagse scholieren' is about Den Haag.
    opposed = held_against(context, quantity) is not None
    options: list[_Option] = []
    for mention in context.mentions:
        if mention.entity is None or not (
            mention.kind in PLACE_KINDS or mention.entity == main_place
        ):
            continue
        start, end = context.span(mention.start, mention.end)
        if inside(start, compared) or context.inside_name(mention.start, mention.end):
            continue
        if is_of_exchange(context, mention, lexicon) or is_among(context, last, start):
            continue
        if start >= last and is_example(context, start):
            continue
        if is_of_person(context, mention, lexicon):
            continue
        if main_place and mention.entity != main_place and is_somebody(context, mention):
            continue
        if main_place and is_abroad(mention.entity, home) and is_origin(context, start):
            continue
        if is_of_other(context, quantity, start, end, lexicon):
            continue
        if is_paired and start < first and _is_paired_with_other(context, quantity, mention):
            continue
        if mention.method == "inhabitant" and main_place and is_abroad(mention.entity, home):
            # 'Het aandeel Duitsers' in a text about Zeeland: a group, and no place.
            continue
        if mention.method == "adjective" and not _before_noun(context, end):
            # 'Duitse huishoudens' are in Germany; what is 'Chinees' to somebody is not in China.
            continue
        entity = mention.entity
        if (
            mention.method == "adjective"
            and main_place
            and _calls_municipality(context, end, mention)
        ):
            entity = main_place
        bound = Bound(
            entity, Evidence("place", _stated(mention.method), mention.start, mention.end)
        )
        rank = _rank(context, start, end, clause, first, last, mention.kind)
        # 'Veere is goed voor een derde van de Zeeuwse nachten' is about Veere.
        whole = start in group and not opposed
        # A neighbourhood is of the document's own place.
        foreign = entity != main_place and mention.kind != "place"
        options.append(((rank[0] + whole, rank[1], foreign, *rank[2:]), bound))
    for phrase, place in lexicon.scope:
        if _is_wide(main_place) and any(w.startswith("gemeent") for w in phrase[0]):
            # 'De gemeenten hebben …' in a text about a region: those of the region.
            continue
        for match in context.find(phrase):
            start, end = match.tokens[0], match.tokens[-1] + 1
            if inside(start, compared) or not _is_as_written(context, start, phrase):
                continue
            if _stands_by_other(context, quantity, start):
                continue
            tokens = context.tokens
            evidence = Evidence("place", "stated", tokens[start].start, tokens[end - 1].end)
            rank = _rank(context, start, end, clause, first, last, "country")
            # An adverb such as 'landelijk' in another clause says nothing about this one, unless
            # it opens what a clause interrupts: 'landelijk wordt van wie er woont 8 procent ziek'.
            if rank[0] == 0 or _opens_before(context, start, clause):
                bound = Bound(_in_home(place, phrase, home), evidence)
                options.append(((*rank[:2], True, *rank[2:]), bound))
    if not options:
        if behind == _UNKNOWN and main_place is not None:
            return Bound(main_place, Evidence("place", "document"))
        return None
    best = min(options, key=lambda option: option[0])[1]
    return _main_of_enumeration(context, best, options, main_place)


def is_of_exchange(context: Context, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a place is where shares are traded, and no place of figures.

    Example: 'de aandelenbeurs in Amsterdam', 'het in Amsterdam genoteerde bedrijf'.
    """
    if mention.kind != "municipality":
        return False  # 'de Amerikaanse beurzen' are those of that country
    first, last = context.span(mention.start, mention.end)
    beside = context.tokens[max(0, first - 2) : last + 1]
    return any(token.text.lower() in lexicon.exchange for token in beside)


def _is_wide(place: str | None) -> bool:
    """A region or province, which has municipalities of its own."""
    return place is not None and place.startswith(("PV", "region"))


def _place_of_relative(context: Context, clause: Clause) -> Mention | None:
    """'beter dan Assen, waar inwoners 154 kilo weggooien': the place right before 'waar'."""
    first = clause.first
    tokens = context.tokens
    if first < len(tokens) and tokens[first].text == ",":
        first += 1
    if not 0 < first < len(tokens) or tokens[first].text.lower() != "waar":
        return None
    before = first - 1 if tokens[first - 1].text == "," else first
    return next(
        (
            mention
            for mention in context.mentions
            if mention.kind in PLACE_KINDS
            and mention.entity is not None
            and context.span(mention.start, mention.end)[1] == before
        ),
        None,
    )


def _in_home(place: str, words: Phrase, home: str) -> str:
    """'Landelijk' in a text about France is all of France; 'ons land' is the Netherlands."""
    own = any("ons" in alternatives for alternatives in words)
    named = any(a.startswith(("gemeent", "nederland")) for word in words for a in word)
    return home if place == NATIONAL and not own and not named else place


def _wide_beside(
    context: Context, clause: Clause, first: int, lexicon: Lexicon, home: str
) -> Bound | None:
    """'beter dan landelijk, waar het 8 is', 'het landelijk gemiddelde van 8,8': right there."""
    tokens = context.tokens
    opening = context.opening(clause)
    relative = opening < len(tokens) and tokens[opening].text.lower() == "waar"
    for phrase, place in lexicon.scope:
        for match in context.find(phrase):
            start, end = match.tokens[0], match.tokens[-1] + 1
            between = [token.text.lower() for token in tokens[end:first]]
            governs = between[-1:] == ["van"] and len(between) <= _GOVERNING
            # 'het landelijk gemiddelde (7,4%)', but not 'meer dan landelijk (6 procent meer)'.
            governs = governs or (between[-1:] == ["("] and len(between) == _GOVERNING)
            led_to = relative and 0 <= opening - end <= 1
            if (governs or led_to) and _is_as_written(context, start, phrase):
                found = Evidence("place", "stated", tokens[start].start, tokens[end - 1].end)
                return Bound(_in_home(place, phrase, home), found)
    return None


def _stands_by_other(context: Context, quantity: Quantity, start: int) -> bool:
    """'47 procent, tegen 49 procent landelijk': right behind the other number."""
    return any(
        quantity.end <= other.start and context.span(other.start, other.end)[1] == start
        for _, other in context.quantities
    )


def _opens_before(context: Context, start: int, clause: Clause) -> bool:
    """Whether a token opens the clause right before, which has no number of its own."""
    before = context.clause_before(clause)
    opening = context.opening(clause)
    if before is None or opening >= clause.last:
        return False
    relative = "PronType=Rel" in context.tokens[opening].morph
    counted = any(context.span(q.start, q.end)[0] in before for _, q in context.quantities)
    return start == context.opening(before) and relative and not counted


def _place_behind(context: Context, quantity: Quantity) -> str | None:
    """The place right behind a number and its noun: '27 (boetes) in Vries'.

    A village that is no entity counts as a place that is not known.
    """
    _, last = context.span(quantity.start, quantity.noun_end or quantity.end)
    tokens = context.tokens
    if last + 1 >= len(tokens) or tokens[last].text.lower() not in {"in", "te"}:
        return None
    name = tokens[last + 1]
    if name.pos != "PROPN" or any(t.start <= name.start < t.end for t in context.times):
        return None
    for mention in context.mentions:
        if mention.start <= name.start < mention.end:
            return mention.entity if mention.kind in PLACE_KINDS else None
    return _UNKNOWN


def _is_paired_with_other(context: Context, quantity: Quantity, mention: Mention) -> bool:
    """'29 in Emmen, 27 in Assen': a place between two numbers that each have theirs behind."""
    return any(
        other.end <= mention.start and mention.end <= quantity.start
        for _, other in context.quantities
        if other.kind not in DESCRIBE
    )


def _is_as_written(context: Context, start: int, words: Phrase) -> bool:
    """'De gemeente had' is one municipality, 'gemeenten hadden' are all: the number must agree."""
    return all(
        context.tokens[start + place].text.lower() in alternatives
        for place, alternatives in enumerate(words)
        if any(word.startswith("gemeent") for word in alternatives)
    )


def _rank(
    context: Context, start: int, end: int, clause: Clause, first: int, last: int, kind: str
) -> tuple[int, int, int, int]:
    in_clause, distance = nearness(start, end, clause, first, last)
    # Right beside the number wins ('Zwolle 380', '380 (Zwolle)'); of a municipality and a wider
    # place at about the same distance the municipality is meant.
    in_brackets = start == last + 1 and context.tokens[last].text == "("
    step = 0 if distance == 0 or in_brackets else 1 + distance // 6
    wide = PLACE_KINDS.index(kind) if kind in PLACE_KINDS else len(PLACE_KINDS)
    return in_clause, step, wide, distance


def _main_of_enumeration(
    context: Context, best: Bound, options: Sequence[_Option], main: str | None
) -> Bound:
    """'in Terneuzen, Axel en Sas van Gent': of places named together the document's own.

    What holds for several neighbourhoods is no figure of one of them.
    """
    beside = [
        bound
        for rank, bound in options
        if rank[0] == 0 and bound.value != best.value and _stand_in_a_row(context, best, bound)
    ]
    if main is not None and beside and _is_locality(context, best):
        return Bound(main, best.evidence)
    return next((bound for bound in beside if bound.value == main), best)


def _is_locality(context: Context, bound: Bound) -> bool:
    return any(
        mention.kind == "place" and mention.start == bound.evidence.start
        for mention in context.mentions
    )


def _stand_in_a_row(context: Context, one: Bound, other: Bound) -> bool:
    """Whether nothing but commas, joints and names stands between two places."""
    first, second = sorted((one.evidence, other.evidence), key=lambda found: found.start or 0)
    between = [t for t in context.tokens if (first.end or 0) <= t.start < (second.start or 0)]
    return bool(between) and all(t.text.lower() in _JOINTS or t.pos == "PROPN" for t in between)


def _calls_municipality(context: Context, index: int, mention: Mention) -> bool:
    """'de Gelderse gemeente' is the municipality that the text is about, not Gelderland.

    'De Poolse stad' is none in a text about Gelderland.
    """
    return (
        not is_country(mention.entity or "")
        and index < len(context.tokens)
        and bool({"gemeente", "stad", "dorp", "plaats"} & set(context.forms[index]))
    )


def _before_noun(context: Context, index: int) -> bool:
    following = context.tokens[index : index + 2]
    return any(token.pos in {"NOUN", "PROPN", "ADJ"} for token in following)


def _stated(method: str) -> str:
    return "stated" if method != "coreference" else "coreference"
