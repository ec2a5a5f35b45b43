"""What is known while a text is read: its date, the period mentioned last, the tense around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.periods.calendar import month_end
from pipeline.periods.edtf import Precision
from pipeline.periods.lexicon import Lexicon, lexicon
from pipeline.periods.scan import Scan
from pipeline.periods.tenses import Tenses
from pipeline.periods.values import (
    Match,
    Value,
    containing,
    move,
    precision_of,
    unknown,
)
from pipeline.records import Anchor, Token

# A date without a year that lies this near (days) is taken unless its own clause is in the past:
# 'zei dat hij op 3 mei vertrekt' is about next week, not about last year.
_NEAR = 92
_BRACKET = 4  # words of a time in brackets, its colon included
# How many sentences a mention stays in mind for 'dat jaar'; what a passage speaks of stays in
# mind for 'een jaar eerder' until the passage ends, or for as many sentences.
_MEMORY = 3
# How many sentences 'dezelfde periode' may look back for a part of a year.
_PART_MEMORY = 10
# How many words may stand between 'vergeleken met' and the period: 'het derde kwartaal van'.
_COMPARISON_REACH = 6
_A_WEEK = 7  # days
# Units of what is measured; a day or week beside them is when it was made known.
_MEASURED = frozenset(("month", "quarter", "half_year", "year", "school_year", "span"))
_HALF_YEAR = 183
_NEWS = 20  # days: what is shorter than a month
# 'Een kaart uit 1622' says how old the map is, not when the rest took place.
_OF = frozenset(("uit", "van"))
# How many words a year said as 'vorig jaar' reaches on to a month without one.
_YEAR_REACH = 8
# A text of another time than these years is no text this is made for.
_ANCHORS = range(1000, 3000)


def _precision(first: date, last: date) -> Precision:
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return "year"
    if first.day == 1 and last == month_end(last.year, last.month):
        return "month"
    return "day"


def _anchor_value(anchor: Anchor) -> Value:
    first, last = date.fromisoformat(anchor.earliest[:10]), date.fromisoformat(anchor.latest[:10])
    if first.year not in _ANCHORS or last.year not in _ANCHORS:
        raise ValueError(f"the anchor {anchor.earliest} lies outside the years 1000 to 2999")
    if first > last:
        raise ValueError(f"the anchor ends ({anchor.latest}) before it begins ({anchor.earliest})")
    precision = _precision(first, last)
    units = {"day": "day", "month": "month", "year": "year"}
    unit = units[precision] if containing(precision, first).last == last else "span"
    return Value(first, last, unit, "point", precision, "publication")


def _days(value: Value) -> tuple[date, date]:
    assert value.first
    assert value.last
    return value.first, value.last


class Context:
    """The state of one reading, from left to right.

    ``previous`` is the last bounded period (or the last beginning of an open one) and ``part``
    the last one that is smaller than a year: 'dezelfde periode in 2019' after 'de eerste helft
    van 2020'.
    """

    def __init__(
        self,
        scan: Scan,
        anchor: Anchor,
        tokens: Sequence[Token] | None = None,
        *,
        dated: bool = True,
    ) -> None:
        self.scan = scan
        self.words: Lexicon = lexicon()
        self.anchor = _anchor_value(anchor)
        self.first, self.last = _days(self.anchor)  # the date of the text, or what it may be
        self.dated = dated  # whether that is its date, or one to try
        self.previous: Value | None = None
        self.previous_at = 0
        self.previous_token = 0
        self._subject: Value | None = None  # what the passage speaks of: no comparison
        self._subject_at = (0, 0)  # sentence and passage
        self.part: Value | None = None
        self.part_at = 0
        self.periods: dict[int, Match | None] = {}  # what was read where, until something is found
        self._tenses = Tenses(scan, self.words, tokens)

    def remember(self, value: Value, i: int) -> None:
        """Keep a value that was found at token ``i`` for what refers back to it."""
        if value.first is None or value.kind == "vague" or value.iso8601:
            return
        self.periods.clear()
        self._keep_subject(value, i)
        self.previous, self.previous_at = value, self.scan.sentence[i]
        self.previous_token = i
        if value.unit in ("day", "month", "quarter", "half_year") or value.kind == "part":
            self.part, self.part_at = value, self.scan.sentence[i]

    def recent(self, i: int, *, memory: int = _MEMORY) -> Value | None:
        """Return the period mentioned last, unless that is too long ago."""
        at_end = not 0 <= i < self.scan.count  # a phrase that the text breaks off in
        if self.previous and not at_end and self.scan.sentence[i] - self.previous_at <= memory:
            return self.previous
        return None

    def _keep_subject(self, value: Value, i: int) -> None:
        """Keep what is spoken of, so that 'een jaar eerder' never counts from a comparison."""
        if value.compared or self.compared(i) or self._set_beside(i):
            return
        known = self.subject(i)
        # A day or week by the text's own date is when a figure was reported, not what it is about.
        first, last = value.first, value.last
        short = first is not None and last is not None and (last - first).days < _A_WEEK
        made_known = short and value.anchored == "publication"
        if known and made_known and known.unit in _MEASURED:
            return
        self._subject = value
        self._subject_at = self.scan.sentence[i], self.scan.passage[i]

    def _set_beside(self, i: int) -> bool:
        """'21.340 gasten (2022: 20.870)': a year in brackets whose number is set beside another."""
        words = self.scan.low
        return i > 0 and words[i - 1] == "(" and ":" in words[i + 1 : i + _BRACKET]

    def subject(self, i: int) -> Value | None:
        """Return the period that the passage speaks of: the one 'een jaar eerder' counts from."""
        sentence, passage = self._subject_at
        i = min(i, self.scan.count - 1)
        near = self.scan.sentence[i] - sentence <= _MEMORY or self.scan.passage[i] == passage
        return self._subject if near else None

    def compared(self, i: int) -> bool:
        """Whether what begins at ``i`` is what something is compared with (ten opzichte van)."""
        scan = self.scan
        for k in range(i - 1, max(i - 1 - _COMPARISON_REACH, -1), -1):
            word = scan.low[k]
            if scan.sentence[k] != scan.sentence[i] or word in (",", ";", ":"):
                return False
            if word in self.words.comparing:
                return True
            if word in self.words.comparing_with_number:
                return scan.low[k + 1].isdecimal()
        return False

    def recent_part(self, i: int) -> Value | None:
        """Return what 'dezelfde periode' at ``i`` refers to."""
        recent = self.recent(i)
        if recent is None or recent.compared or recent.unit == "day":
            recent = self.subject(i) or recent
        if recent is None and self.part and self.scan.sentence[i] - self.part_at <= _PART_MEMORY:
            recent = self.part
        if recent and recent.unit == "day" and recent.anchored == "publication":
            return None  # the day it was made known
        if recent and recent.unit == "year" and self.part and self.part_at == self.scan.sentence[i]:
            return self.part
        return recent

    def back_then(self, i: int, *, memory: int = _MEMORY) -> Value | None:
        """Return what 'destijds' and 'toen' mean: the past period mentioned last.

        A day or a week counted from the date of the text is when the news was told, and is not
        what they point to.
        """
        recent = self.recent(i, memory=memory)
        if recent is None or recent.first is None:
            return None
        if recent.last is None:  # 'sinds 1995': the year it began
            recent = containing(recent.precision, recent.first)
        if recent.first is None or recent.last is None or recent.first >= self.first:
            return None
        if recent.anchored == "publication" and (recent.last - recent.first).days < _NEWS:
            return None
        return replace(recent, anchored="previous")

    def here(self, i: int) -> Value | None:
        """Return the period mentioned last in the same sentence."""
        if self.previous and self.scan.sentence[i] == self.previous_at:
            return self.previous
        return None

    def tense(self, i: int) -> int:
        """Return -1 or 1 for the past or future tense around a token, else 0."""
        return self._tenses.around(i)

    def told_in_past(self, i: int) -> bool:
        """Whether the clause of a token tells what has happened."""
        return self._tenses.of_clause(i) == -1

    def told_in_present(self, i: int) -> bool:
        """Whether the clause of a token tells what is or will be."""
        return self._tenses.of_clause(i) == 1

    # ── relative to the document's date ───────────────────────────────────────────────────────

    def shifted(self, unit: str, count: int, *, back: int = 0) -> Value:
        """Return the unit that lies ``count`` units from the date of the text.

        An anchor of several days gives the stretch that is certain to hold it: with an anchor
        from September to November 'vorig jaar' is one year, with one from December to January
        it is two. ``back`` begins that many units earlier.
        """
        first, last = self.first, self.last
        start, end = move(first, unit, count - back), move(last, unit, count)
        days = unit in ("day", "week", "weekend")
        if days and first != last:
            low: date | None = start
            high: date | None = end
            same = False
        else:
            low, high = containing(unit, start).first, containing(unit, end).last
            same = containing(unit, start) == containing(unit, end)
        base = containing(unit, start)
        if same:
            return replace(base, anchored="publication")
        precision = self.anchor.precision if days else precision_of(unit)
        return Value(low, high, "span", "span", precision, "publication")

    def now(self) -> Value:
        """Return the moment of writing."""
        return self.anchor

    # ── the year that was left out ────────────────────────────────────────────────────────────

    def settle(self, match: Match, i: int, *, bias: int = 0, soft: int = 0) -> Match:
        """Give a value that lacks its year the likeliest one.

        The year of a date in the same sentence goes first. Else it is the year that brings the
        value nearest to the date of the text; where that is more than three months away, the
        tense of the verb decides, or ``soft`` when it is not 0; ``bias`` decides in any case.
        """
        value = match.value
        if value is None or value.of_year is None:
            return match
        near = self._dated_near(i)
        if near and near.first:
            options = self._options(value, near.first.year)
            if near.unit == "year":
                options = [o for o in options if o.first and o.first.year == near.first.year]
            best = min(options, key=lambda option: _distance(option, near), default=None)
            if best and _distance(best, near) < _HALF_YEAR:
                return Match(match.end, replace(best, anchored="previous"))
        anchor = self.anchor
        options = self._options(value, self.first.year)
        if not options:
            return Match(match.end, unknown(value.unit, kind=value.kind))
        best = min(options, key=lambda option: _distance(option, anchor))
        direction = bias
        if not bias:
            if _distance(best, anchor) > _NEAR:
                direction = soft or self.tense(i)
            elif not soft and self.told_in_past(i):
                direction = -1
        if direction:
            fitting = [o for o in options if _side(o, anchor) in (0, direction)]
            if fitting:
                best = min(fitting, key=lambda option: _distance(option, anchor))
        return Match(match.end, replace(best, anchored="publication"))

    def _dated_near(self, i: int) -> Value | None:
        """Return the date in the same sentence whose year a date without one takes over."""
        near = self.here(i)
        if near is None or near.last is None or self.scan.word(self.previous_token - 1) in _OF:
            return None
        if near.compared and self.compared(self.previous_token):
            return None  # 'in vergelijking met een jaar eerder werd het in mei duurder'
        if near.anchored != "publication":
            return near
        # 'vorig jaar werd eind mei …', but not 'dit jaar' or 'vrijdag'
        close = i - self.previous_token <= _YEAR_REACH
        return near if near.unit == "year" and close and near.kind == "point" else None

    @staticmethod
    def _options(value: Value, number: int) -> list[Value]:
        of_year = value.of_year
        assert of_year is not None
        found = [of_year(n) for n in range(number - 1, number + 2)]
        return [option for option in found if option and option.first and option.last]


def _side(option: Value, anchor: Value) -> int:
    """Whether a value lies before (-1), after (1) or across (0) the anchor."""
    assert option.first
    assert option.last
    assert anchor.first
    assert anchor.last
    if option.last < anchor.first:
        return -1
    return 1 if option.first > anchor.last else 0


def _distance(option: Value, anchor: Value) -> int:
    """Return the days between two values, 0 when they touch; a centre far off counts a little."""
    assert option.first
    assert anchor.first
    last = option.last or option.first
    end = anchor.last or anchor.first
    if last < anchor.first:
        return (anchor.first - last).days
    if option.first > end:
        return (option.first - end).days
    return 0
