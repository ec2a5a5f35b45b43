"""Hedging words, and the intervals they make of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.lemmas import nouns
from pipeline.quantities.change_words import change_noun
from pipeline.quantities.lexicon import HedgeWord, Rule, Vague, lexicon
from pipeline.quantities.scan import BREAK, NUMBER, WORD, Piece, ends_sentence

_HUNDRED = Decimal(100)
_MOST_HEDGES = 5
_COMPARED = 3  # pieces back from 'meer dan' to the number that is more
_BEFORE_NOW = frozenset({"geleden", "eerder", "terug"})
_AGO = 6  # pieces from 'meer' to the 'geleden' of what is compared with
_CLAUSE = 14  # pieces back from 'tot' in which its verb is looked for


@dataclass(frozen=True, slots=True)
class Hedge:
    """What stands before a number: the hedge that counts, a stance word, and where they begin."""

    id: str = "none"
    open: bool = False
    stance: str | None = None
    start: int | None = None  # first piece that belongs to the quantity's words
    phrase: str | None = None

    def begins(self, number: int) -> int:
        """Return the first piece of a quantity of which the number begins at ``number``."""
        return number if self.start is None else self.start


NO_HEDGE = Hedge()

# When hedges are stacked ('naar schatting ruim 300') the one that gives a direction wins.
_WEIGHT = {"none": 0, "about": 1, "above": 2, "below": 2, "at_least": 3, "at_most": 3, "range": 4}


def stronger(first: Hedge, second: Hedge) -> Hedge:
    """Return the two hedges as one; the later word wins among equals."""
    winner = second if _WEIGHT[second.id] >= _WEIGHT[first.id] else first
    return replace(winner, stance=second.stance or first.stance)


def read_hedges(pieces: Sequence[Piece], index: int) -> tuple[int, Hedge]:
    """Read the stacked hedges that begin at ``index``; return where they end and what they say.

    >>> from pipeline.quantities.scan import scan
    >>> read_hedges(scan("naar schatting zo'n 1.150"), 0)[1].id
    'about'
    """
    table = lexicon().hedges
    total = NO_HEDGE
    position = index
    start: int | None = None
    # Nobody stacks more than a few; without the limit a page of hedges would be read over and over.
    for _ in range(_MOST_HEDGES):
        found = table.before.at(pieces, position)
        if found is None or not _is_hedge(pieces, position, found[1]):
            break
        end, word = found
        if word.aside:
            start = None
        elif start is None:
            start = position
        step = Hedge(word.id, word.open, word.phrase if word.stance else None, phrase=word.phrase)
        total = stronger(total, step)
        position = end
    if position == index:
        return index, NO_HEDGE
    return position, replace(total, start=start)


def read_hedge_after(pieces: Sequence[Piece], index: int) -> tuple[int, Hedge] | None:
    """Read a hedge behind a number ('of meer', 'en ouder')."""
    found = lexicon().hedges.after.at(pieces, index)
    if found is None:
        return None
    end, word = found
    return None if _opens_second(pieces, index, end) else (end, Hedge(word.id, word.open))


def _opens_second(pieces: Sequence[Piece], index: int, end: int) -> bool:
    """Tell 'drie huizen en meer | dan tien schuren' and 'drie huizen en | meer ruimte'.

    'Vijf of meer huizen' is a bound, with the noun that it counts behind it.
    """
    if end >= len(pieces) or pieces[index].low not in {"en", "of"}:
        return False
    following = pieces[end].low
    if following == "dan":
        return True
    noun = nouns.noun(following, plural=True) if pieces[index].low == "en" else None
    return noun is not None and noun.known and not nouns.is_verb(following)


def _is_hedge(pieces: Sequence[Piece], index: int, word: HedgeWord) -> bool:
    previous = pieces[index - 1] if index else None
    if previous is not None and previous.kind == BREAK:
        previous = None
    if word.phrase == "maar":
        # As a conjunction it opens a clause: at the start of a sentence or behind a comma.
        # Behind a number or a unit it corrects ('geen 2,5 maar 1,5 procent').
        if previous is None or previous.kind != WORD:
            return False
        return all(
            pieces[position].kind != NUMBER and pieces[position].low not in {"geen", "niet"}
            for position in range(max(0, index - 4), index)
        )
    if word.id in {"at_least", "at_most"} and compares_with_ago(pieces, index):
        return False
    first_word = word.phrase.split()[0]
    verbs = lexicon().hedges.linking.get(first_word)
    if verbs is None or previous is None:
        return True
    if previous.low in verbs or (first_word == "tot" and _after_change(pieces, index)):
        return False
    if first_word == "tot" and word.phrase == "tot" and _leads_to(pieces, index):
        return False
    # 'zijn tot drie jaar cel veroordeeld': the verb closes the sentence.
    for position in range(index + 1, min(index + 10, len(pieces))):
        if pieces[position].low in {"veroordeeld", "veroordeelde", "veroordelen"}:
            return False
        if ends_sentence(pieces, position):
            break
    return True


def compares_with_ago(pieces: Sequence[Piece], index: int) -> bool:
    """Tell '260 plekken meer | dan tien jaar geleden' (or 'eerder') from '260 | meer dan tien'."""
    ahead = [piece.low for piece in pieces[index : index + _AGO]]
    at = next((place for place, word in enumerate(ahead) if word in _BEFORE_NOW), None)
    if at is None:
        return False
    ago = index + at
    before = pieces[max(0, index - _COMPARED) : index]
    return any(piece.kind == NUMBER for piece in before) and not any(
        ends_sentence(pieces, position) for position in range(index, ago)
    )


def _leads_to(pieces: Sequence[Piece], index: int) -> bool:
    """Tell the level of 'duurder tot $62' and 'omzetgroei tot 3 miljoen' from a bound.

    'verloor tot 3 procent' is a bound: a level is not reached by losing a share.
    """
    changes = lexicon().changes
    before = pieces[index - 1].low
    if before in changes.comparatives or change_noun(before):
        return True
    percent = any(piece.low in {"%", "procent"} for piece in pieces[index + 1 : index + 3])
    return before in changes.percent_only and not percent


def _after_change(pieces: Sequence[Piece], index: int) -> bool:
    """Tell the target of a change ('steeg vorig jaar tot 300') from a bound."""
    verbs = lexicon().changes.verbs
    for position in range(index - 1, max(index - 1 - _CLAUSE, -1), -1):
        if ends_sentence(pieces, position) or pieces[position].low in {",", "("}:
            return False
        if pieces[position].low in verbs:
            return True
    return False


# ── intervals ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Interval:
    """The core and the outer interval of a number; None is unbounded."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    outer_low: Decimal | None
    outer_high: Decimal | None


def around(value: Decimal, step: Decimal, hedge: Hedge, *, exact: bool = False) -> Interval:
    """Return the interval of ``value`` under ``hedge``; ``step`` is its unit of precision.

    >>> around(Decimal(12), Decimal(1), Hedge("above")).high
    Decimal('12.5')
    """
    key = "exact" if exact and hedge.id == "none" else hedge.id
    rule = lexicon().hedges.rules[key]
    low_open, high_open = _sides(rule, hedge)
    return Interval(
        _below(value, rule.core_below, step),
        _above(value, rule.core_above, step),
        low_open,
        high_open,
        _below(value, rule.outer_below, step),
        _above(value, rule.outer_above, step),
    )


def range_interval(bounds: tuple[Decimal, Decimal], steps: tuple[Decimal, Decimal]) -> Interval:
    """Return the interval of '5 tot 6 procent': as said, and a little wider outside."""
    rule = lexicon().hedges.rules["range"]
    (low, high), (low_step, high_step) = bounds, steps
    return Interval(
        _below(low, rule.core_below, low_step),
        _above(high, rule.core_above, high_step),
        False,
        False,
        _below(low, rule.outer_below, low_step),
        _above(high, rule.outer_above, high_step),
    )


def fraction_interval(value: Decimal, hedge: Hedge, *, unit_fraction: int | None) -> Interval:
    """Return the interval of a share such as driekwart (``value`` in percent).

    Without a hedge the core is the value; with one it reaches half-way to the neighbouring
    fraction. For 'één op de zeven' (``unit_fraction`` 7) the neighbours are 1/6 and 1/8.
    """
    table = lexicon().hedges
    outer_low = max(value - table.fraction_outer, Decimal(0))
    outer_high = min(value + table.fraction_outer, max(_HUNDRED, value))
    if hedge.id == "none":
        return Interval(value, value, False, False, outer_low, outer_high)
    if hedge.id in {"at_least", "at_most"}:
        return around(value, Decimal(0), hedge)
    lower, upper = _neighbours(value, unit_fraction)
    below, above = (value + lower) / 2, (value + upper) / 2
    low_open, high_open = _sides(table.rules[hedge.id], hedge)
    if hedge.id == "above":
        return Interval(value, above, low_open, high_open, value, max(above, outer_high))
    if hedge.id == "below":
        return Interval(below, value, low_open, high_open, min(below, outer_low), value)
    return Interval(below, above, False, False, min(below, outer_low), max(above, outer_high))


def vague_interval(vague: Vague, factor: Decimal) -> Interval:
    """Return the interval of 'tientallen', times a unit's factor."""
    return Interval(
        vague.low * factor,
        vague.high * factor,
        False,
        True,
        vague.outer_low * factor,
        vague.outer_high * factor,
    )


def _sides(rule: Rule, hedge: Hedge) -> tuple[bool, bool]:
    low_open, high_open = rule.low_open, rule.high_open
    if hedge.open:
        low_open = low_open or hedge.id == "at_least"
        high_open = high_open or hedge.id == "at_most"
    return low_open, high_open


def _below(value: Decimal, factor: Decimal | None, step: Decimal) -> Decimal | None:
    return None if factor is None else value - factor * step


def _above(value: Decimal, factor: Decimal | None, step: Decimal) -> Decimal | None:
    return None if factor is None else value + factor * step


def _neighbours(value: Decimal, unit_fraction: int | None) -> tuple[Decimal, Decimal]:
    if unit_fraction is not None and unit_fraction > 2:
        return _HUNDRED / (unit_fraction + 1), _HUNDRED / (unit_fraction - 1)
    slack = Decimal("0.01")
    points = (Decimal(0), *lexicon().hedges.fractions, _HUNDRED)
    lower = max((point for point in points if point < value - slack), default=Decimal(0))
    upper = min((point for point in points if point > value + slack), default=value)
    return lower, upper
