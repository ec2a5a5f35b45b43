"""Numbers that are said together: ranges, lists with a shared unit, and 'van … naar …'.

The rules are those of a small grammar, read from left to right: a group is *van A naar B*,
*van A tot B*, *tussen A en B*, or a series of terms joined by *tot*, *à*, a dash, *en*, *of*, a
comma. What only the last term says (the unit, the noun, the scale) holds for those before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from pipeline.quantities.change_words import is_change_noun
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.hedging import Hedge
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.phrases import Phrases
from pipeline.quantities.reading import Reading
from pipeline.quantities.scan import NUMBER
from pipeline.quantities.terms import complete, read_term

_RANGE, _LIST, _COMMA, _OR, _TO, _BY = "range", "list", "comma", "or", "to", "by"
_JOINERS: Phrases[str] = Phrases(
    [
        *((word, _RANGE) for word in ("tot", "à", "a", "tot en met", "t/m", "tot wel", "tot de")),
        *((dash, _RANGE) for dash in ("-", "–", "—", "‑", "−")),
        *((word, _LIST) for word in ("en", ", en", "/", "en de", "in plaats van")),
        ("bij", _BY),
        (",", _COMMA),
        *((word, _OR) for word in ("of", "of de")),
        *((word, _TO) for word in ("naar",)),
    ]
)
_SIDES = frozenset({"millimetre", "centimetre", "metre"})
_LONGEST_GAP = 9  # pieces between the two levels of 'van 12 procent in 2015 naar 9 procent'
_MOST_TERMS = 12
_MOST_FELT = 100
_MOST_OF_RANGE = 10  # how many times its lower end the upper end of a range is, at most


def read_group(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    """Return the drafts of the group that begins at piece ``index``, and where it ends."""
    low = scene.low(index)
    found = None
    if low in lexicon().changes.source:
        found = _from_to(scene, index)
    elif low == "tussen":
        found = _between(scene, index)
    return found or _series(scene, index)


# ── series ────────────────────────────────────────────────────────────────────────────────────


def _series(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    first = read_term(scene, index)
    if first is None:
        first = _een_in_series(scene, index)
        if first is None:
            return None
    terms = [first]
    joiners: list[str] = []
    while len(terms) < _MOST_TERMS:
        following = _next_term(scene, terms[-1], joiners)
        if following is None:
            break
        joiner, term = following
        joiners.append(joiner)
        terms.append(term)
        if joiner == _TO:
            break
    if _approximates(terms, joiners):
        joiners = [_LIST if len(joiners) > 1 else _OR for _ in joiners]
    # '12, 13 en 15 procent' is a list; in 'met 123, 9 procent' each number stands alone.
    alone: list[Draft] = []
    while joiners and joiners[-1] == _COMMA:
        joiners.pop()
        alone.insert(0, terms.pop())
    if alone:
        # The last one may begin something new; those before it stand between commas.
        *between, _ = alone
        behind = (between[-1] if between else terms[-1]).last + 1
        terms[-1] = complete(scene, terms[-1])
        return [*_resolve(terms, joiners), *(complete(scene, term) for term in between)], behind
    if len(terms) == 1:
        terms = [_two_units(scene, first)]
    terms[-1] = complete(scene, terms[-1])
    end = max(terms[-1].last, index + 1)
    return _resolve(terms, joiners), end


def _two_units(scene: Scene, first: Draft) -> Draft:
    """Read '4 uur en 57 minuten' as one length of time, in the smaller unit."""
    if first.unit is None or first.unit.kind != "duration" or first.reading.value is None:
        return first
    smaller = lexicon().units.parts.get(first.unit.id)
    position = first.last + (1 if scene.low(first.last) in {"en", ","} else 0)
    if smaller is None or first.unit.factor != 1:
        return first
    second = read_term(scene, position, lone=False)
    if second is None or second.unit is None or second.unit.id != smaller[0]:
        return first
    if second.reading.value is None or second.unit.factor != 1 or second.hedge.id != "none":
        return first
    value = first.reading.value * smaller[1] + second.reading.value
    reading = replace(first.reading, value=value, step=second.reading.step, scale=None)
    return replace(
        first, reading=reading, unit=second.unit, last=second.last, number_last=second.number_last
    )


def _een_in_series(scene: Scene, index: int) -> Draft | None:
    """Return a bare 'een' where a series shows it to be a number: 'een à twee', 'een of twee'."""
    term = read_term(scene, index, lone=False)
    if term is None or not term.reading.article:
        return None
    following = _next_term(scene, term, [])
    if following is None or following[0] not in {_RANGE, _OR}:
        return None
    value = following[1].reading.value
    return term if value is not None and 1 < value <= 10 else None


def _next_term(scene: Scene, last: Draft, joiners: Sequence[str]) -> tuple[str, Draft] | None:
    found = _JOINERS.at(scene.pieces, last.last)
    if found is None:
        return None
    end, joiner = found
    if end >= len(scene.pieces) or scene.pieces[last.last].opens_line:
        return None
    if joiner in {_LIST, _COMMA, _OR} and not _can_share(last):
        return None
    if _letter_a(scene, last):
        return None
    term = read_term(scene, end, lone=False)
    if term is None or (term.reading.article and term.unit is None):
        return None
    if joiner == _COMMA and term.hedge.id != last.hedge.id:
        return None  # 'met 123, ruim 9 procent'
    if joiner == _BY and not (last.bare and term.unit is not None and term.unit.id in _SIDES):
        return None  # 'drie bij vier meter', but not 'tien bij 30 graden'
    instead = scene.low(last.last) == "in"
    if instead and term.unit is not None and term.unit.kind == "duration":
        return None  # 'de trein van 8 in plaats van 9 uur'
    if joiner == _RANGE and not (_rises(last, term) and _same_measure(last, term)):
        return None
    if joiner == _RANGE and _is_step_to_level(scene, last, term):
        return None
    if joiner == _TO and (_RANGE in joiners or not _naked_levels(last, term)):
        return None
    return joiner, term


def _is_step_to_level(scene: Scene, step: Draft, level: Draft) -> bool:
    """Tell 'steeg met 13.000 tot 277.000' from 'steeg met 5 tot 10 procent'.

    By how much, and to what: the level is many times the step, while the ends of a range are near.
    """
    if scene.low(step.first - 1) != "met" or scene.low(step.last) != "tot":
        return False
    low, high = _scaled_pair(step.reading, level.reading)
    return high > low * _MOST_OF_RANGE


def _letter_a(scene: Scene, last: Draft) -> bool:
    """Tell a letter A from the joiner in 'twee a drie'."""
    piece = scene.pieces[last.last]
    return piece.low == "a" and (piece.capital or piece.glued)


def _naked_levels(first: Draft, second: Draft) -> bool:
    """Tell '2,2 naar 1,9 procent' from 'met 11 procent naar 678'."""
    if first.reading.value is None or first.reading.shape != "number":
        return False
    return first.unit is None and first.noun is None and second.unit is not None


def _same_measure(first: Draft, second: Draft) -> bool:
    """Tell whether two terms can be the ends of one range, or two levels of one thing."""
    if first.unit is not None and second.unit is not None:
        return first.unit.id == second.unit.id
    if first.unit is not None and second.unit is None:
        return second.noun is None and not (first.unit.kind == "share" and second.bare)
    # 'van 2500 producten naar 25 procent' is no pair.
    return first.noun is None or second.unit is None


def _can_share(term: Draft) -> bool:
    if term.reading.shape not in {"number", "vague"}:
        return False
    # A currency in front ('€ 5 en 6 miljoen') leaves the rest to the last term.
    if term.unit is not None:
        return term.number_first > term.first and term.last == term.reading.end
    return True


def _rises(first: Draft, second: Draft) -> bool:
    low, high = first.reading.value, second.reading.value
    if low is None or high is None:
        return False
    low, high = _scaled_pair(first.reading, second.reading)
    return low < high


def _scaled_pair(first: Reading, second: Reading) -> tuple[Decimal, Decimal]:
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    if _shares_scale(first, second) and second.scale is not None:
        return low * second.scale.factor, high
    return low, high


def _shares_scale(first: Reading, second: Reading) -> bool:
    if second.scale is None or first.scale is not None or second.mantissa is None:
        return False
    value = first.value
    return value is not None and first.shape == "number" and value < 1000


def _share(first: Draft, last: Draft, *, scale: bool) -> Draft:
    """Give a term what only the last one says."""
    reading = first.reading
    scaled = last.reading.scale
    if scale and _shares_scale(reading, last.reading) and scaled is not None:
        value = (reading.value or Decimal(0)) * scaled.factor
        reading = replace(
            reading, value=value, step=reading.step * scaled.factor, whole=False, scale=scaled
        )
    unit = first.unit
    noun = first.noun
    if unit is None and noun is None:
        unit, noun = last.unit, last.noun
    return replace(first, reading=reading, unit=unit, noun=noun, per=first.per or last.per)


def _resolve(terms: list[Draft], joiners: list[str]) -> list[Draft]:
    if not joiners:
        return terms
    last = terms[-1]
    if last.bare and terms[0].unit is not None:
        # The unit stood with the first: '€ 5 tot 6 miljoen'.
        last = replace(last, unit=terms[0].unit)
        terms = [*terms[:-1], last]
    scaled = last.reading.scale is not None
    shared = [
        _share(term, last, scale=scaled or joiners[place] not in {_LIST, _COMMA})
        for place, term in enumerate(terms[:-1])
    ]
    terms = [*shared, last]
    drafts: list[Draft] = []
    place = 0
    while place < len(terms):
        joiner = joiners[place] if place < len(joiners) else None
        either = joiner == _OR and terms[place].hedge.id not in {"at_most", "at_least"}
        if joiner == _RANGE or (either and _alternatives(terms[place], terms[place + 1])):
            drafts.append(_range(terms[place], terms[place + 1]))
            place += 2
        elif joiner == _TO:
            drafts.extend(_levels(terms[place], terms[place + 1], terms[place].first))
            place += 2
        else:
            drafts.append(terms[place])
            place += 1
    if len(drafts) > 1 and all(draft.group is None for draft in drafts):
        drafts = [replace(draft, group=terms[0].number_first) for draft in drafts]
    return drafts


def _alternatives(first: Draft, second: Draft) -> bool:
    """Tell 'twee of drie' (a range) from a list of alternatives."""
    low, high = first.reading.value, second.reading.value
    if low is None or high is None or first.reading.shape != "number":
        return False
    return 0 < high - low <= max(Decimal(1), low * Decimal("0.5"))


def _approximates(terms: Sequence[Draft], joiners: Sequence[str]) -> bool:
    """Tell 'acht, negen jaar' and 'tien, vijftien, twintig jaar', which feel for a number."""
    last = terms[-1].reading.value
    if not joiners or set(joiners) != {_COMMA} or last is None or last > _MOST_FELT:
        return False
    close = all(_alternatives(low, high) for low, high in pairwise(terms))
    return close and terms[-1].unit is not None and all(term.bare for term in terms[:-1])


def _range(low: Draft, high: Draft, *, first: int | None = None) -> Draft:
    hedge = Hedge("range", stance=low.hedge.stance, start=low.hedge.start)
    return replace(
        high,
        first=low.first if first is None else first,
        number_first=low.number_first,
        reading=low.reading,
        upper=high.reading,
        hedge=hedge,
        unit=high.unit or low.unit,
        noun=high.noun or low.noun,
    )


# ── tussen, van … tot, van … naar ─────────────────────────────────────────────────────────────


def _between(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    start = index + 1
    while scene.low(start) in {"de", "het"}:
        start += 1
    low = read_term(scene, start, lone=False)
    if low is None or scene.low(low.last) not in {"en", "tot"}:
        return None
    position = low.last + 1
    while scene.low(position) in {"de", "het"}:
        position += 1
    high = read_term(scene, position, lone=False)
    if high is None or not _rises(low, high):
        return None
    high = complete(scene, high)
    if high.unit is None and high.noun is None and low.unit is not None:
        high = replace(high, unit=low.unit)
    low = _share(low, high, scale=True)
    return [_range(low, high, first=index)], high.last


def _from_to(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    low = read_term(scene, _past_average(scene, index + 1), lone=False)
    if low is None or low.reading.value is None:
        return None
    source = complete(scene, low)
    rising = _change_before(scene, index)
    aside, behind = _in_brackets(scene, source.last)
    position = _linking_word(scene, behind, far=rising) or _linking_word(
        scene, low.last, far=rising
    )
    if position is None:
        return None
    link = scene.low(position)
    target_start = position + 1
    if link == "tot" and scene.low(target_start) == "en" and scene.low(target_start + 1) == "met":
        target_start += 2
    high = read_term(scene, _past_average(scene, target_start), lone=False)
    if high is None or high.reading.value is None:
        return None
    if high.reading.article and high.unit is None:
        return None
    high = complete(scene, high)
    if source.bare and not low.bare:
        source = low
    if high.bare and not source.bare and _same_measure(source, high):
        high = replace(high, unit=source.unit, noun=source.noun)
    source = _share(source, high, scale=True)
    if not _same_measure(source, high):
        return None
    # 'een afname van 11 tot 22 megaton' is a range; 'de prijs daalde van 22 tot 11' are levels.
    ranged = link == "tot" and is_change_noun(scene.low(index - 1)) and _rises(source, high)
    if link == "naar" or (rising and not ranged):
        return [*aside, *_levels(source, high, index)], high.last
    if position != source.last and position != low.last:
        return None
    if not _rises(source, high):
        return None
    return [_range(source, high, first=index)], high.last


def _in_brackets(scene: Scene, index: int) -> tuple[list[Draft], int]:
    """Read the number in brackets behind the first level, and tell where they end.

    Example: the 292.000 in 'van 4 procent (292.000 mensen) naar 8 procent (546.000)'.
    """
    found = _series(scene, index + 1) if scene.low(index) == "(" else None
    if found is None or scene.low(found[1]) != ")":
        return [], index
    return found[0], found[1] + 1


def _past_average(scene: Scene, index: int) -> int:
    """Skip the word in 'van gemiddeld 7,2 naar 9,8 jaar'."""
    return (
        index + 1
        if scene.low(index) in {"gemiddeld", "de", "een"} and _is_gap(scene, index)
        else index
    )


def _is_gap(scene: Scene, index: int) -> bool:
    following = index + 1
    return following < len(scene.pieces) and scene.pieces[following].kind == NUMBER


def _linking_word(scene: Scene, start: int, *, far: bool) -> int | None:
    """Return the piece that holds 'naar' or 'tot' between two levels.

    'tot' must follow directly, unless a word of change announced the levels (``far``).
    """
    if scene.low(start) in {"tot", "t/m"}:
        return start
    for position in range(start, min(start + _LONGEST_GAP, len(scene.pieces))):
        if scene.low(position) == "naar" or (far and scene.low(position) == "tot"):
            return position
        piece = scene.pieces[position]
        if piece.kind == NUMBER and not scene.blocked[position]:
            return None
        if scene.ends_sentence(position):
            return None
    return None


def _change_before(scene: Scene, index: int) -> bool:
    """Tell whether a word of change stands shortly before: 'steeg van 40 tot 50'."""
    changes = lexicon().changes
    for position in range(index - 1, max(index - 8, -1), -1):
        if scene.ends_sentence(position):
            return False
        low = scene.low(position)
        if low in changes.verbs or low in changes.nouns:
            return True
        for split in changes.splits:
            particles = range(position + 1, min(index + 10, len(scene.pieces)))
            if low in split.forms and any(scene.low(p) == split.particle for p in particles):
                return True
    return False


def _levels(source: Draft, target: Draft, index: int) -> list[Draft]:
    """Return the two levels and the change of 'van 2,2 naar 1,9 procent'."""
    group = source.number_first
    base = replace(source, group=group, part="base")
    goal = replace(target, group=group, part="target")
    before, after = base.reading.value or Decimal(0), goal.reading.value or Decimal(0)
    if before == after:
        return [base, goal]
    change = replace(
        target,
        first=index,
        number_first=source.number_first,
        reading=source.reading,
        upper=target.reading,
        hedge=Hedge(),
        group=group,
        kind="change",
        direction="up" if after > before else "down",
    )
    return [base, goal, change]
