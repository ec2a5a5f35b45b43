"""Whose a place or a time is: what stands in a clause with a number of its own belongs to that.

'Het tekort liep op tot 2,4 miljoen, terwijl dat in Emmen 1,1 miljoen is': Emmen is not the place of
the first number. Places and times are asked the same questions, here.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Quantity

BESIDE = 6  # characters between a number and the time or place that is its own
_PAIRED = 2  # tokens over which a place or time leads to the number behind it
DESCRIBE = frozenset({"age", "duration"})


def is_of_other(
    context: Context, quantity: Quantity, token: int, last: int, lexicon: Lexicon
) -> bool:
    """Whether the place or time at ``token``-``last`` is that of another number of the sentence.

    Example: Emmen and 2019 in '12 procent, terwijl het in Emmen 8 procent is (2019: 7 procent)'.
    """
    start = context.tokens[token].start
    return (
        (start >= quantity.end and _follows_other(context, quantity, start))
        or (start >= quantity.end and _follows_compared(context, quantity, token, lexicon))
        or (start >= quantity.end and _leads_to_other(context, quantity, token, last))
        or _is_in_other_clause(context, quantity, token, lexicon)
        or _is_in_other_brackets(context, quantity, token)
    )


def own_comparisons(
    context: Context, quantity: Quantity, compared: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Leave out the comparison that ``quantity`` itself closes.

    In '4,4 procent, tegen een landelijk gemiddelde van 3,6' what is said of the second number
    stands in the comparison; for the first one it is what it is compared with.
    """
    if quantity.kind == "change":
        # 'hoger dan landelijk (6 procent meer)': how much higher it is, not what is compared with.
        return tuple(compared)
    return tuple(span for span in compared if not _closes(context, quantity, span))


def is_in_brackets_of(
    context: Context, quantity: Quantity, compared: Sequence[tuple[int, int]]
) -> bool:
    """Whether a number stands in brackets behind what is compared with.

    Example: the 2,6 in 'hoger dan het gemiddelde van de afgelopen tien jaar (2,6 procent)'.
    """
    first, _ = context.span(quantity.start, quantity.end)
    opened = first > 0 and context.tokens[first - 1].text == "("
    return opened and any(_closes(context, quantity, span) for span in compared)


def _closes(context: Context, quantity: Quantity, span: tuple[int, int]) -> bool:
    """Whether a comparison leads to a number, with at most a bracket between the two."""
    first, _ = context.span(quantity.start, quantity.end)
    between = [token.text for token in context.tokens[span[1] : first]]
    return span[1] <= first and between in ([], ["("])


def _follows_other(context: Context, quantity: Quantity, start: int) -> bool:
    """'Drenthe telt twaalf huizen, waarvan drie in Emmen': the place is that of the three."""
    return any(
        quantity.end <= other.start
        and other.end <= start <= other.end + BESIDE
        and other.kind not in DESCRIBE
        for _, other in context.quantities
    )


def _follows_compared(context: Context, quantity: Quantity, token: int, lexicon: Lexicon) -> bool:
    """'11,8 miljoen, tegen 10,9 miljoen in de begroting van 2021': the year of the second."""
    _, end = context.span(quantity.start, quantity.end)
    for _, other in context.quantities:
        first, last = context.span(other.start, other.end)
        if not (end <= first and last <= token) or other.kind in DESCRIBE:
            continue
        clause = context.clause_at(other.start)
        if token not in clause or any(t.text == "," for t in context.tokens[last:token]):
            continue
        for phrase in lexicon.comparison:
            before = Clause(max(end, first - len(phrase) - 1), first)
            if any(match.tokens[-1] >= first - 2 for match in context.find(phrase, before)):
                return True
    return False


def _leads_to_other(context: Context, quantity: Quantity, token: int, last: int) -> bool:
    """'acht maanden, in heel Drenthe zes': behind a comma, with a number of its own behind it."""
    _, end = context.span(quantity.start, quantity.end)
    if not any(word.text in {",", "en", "maar"} for word in context.tokens[end:token]):
        return False
    firsts = [context.span(q.start, q.end)[0] for _, q in context.quantities if q.kind != "age"]
    return any(last <= first < last + _PAIRED for first in firsts)


def _is_in_other_clause(context: Context, quantity: Quantity, token: int, lexicon: Lexicon) -> bool:
    """A later clause that has a number, or sets something against what is said before it."""
    own = context.clause_at(quantity.start)
    other = next((clause for clause in context.clauses if token in clause), own)
    if other.first != own.first and _describes_time(context, other):
        return True
    if other.first <= own.first:
        return False
    counts = _has_number(context, other)
    if _is_relative(context, other) and any(
        quantity.end <= number.start and number.end <= context.tokens[other.first].start
        for _, number in context.quantities
    ):
        # 'lager dan de norm van 85 procent die de raad in 2019 vaststelde': the year of the norm.
        return True
    if counts and quantity.kind == "change" and context.tokens[other.first - 1].text == ":":
        # What follows spells the change out: 'tussen 2019 en 2021 ging het van 400 naar 352'.
        return False
    return counts or _opposes(context, other, lexicon)


def _has_number(context: Context, clause: Clause) -> bool:
    return any(
        context.span(q.start, q.end)[0] in clause for _, q in context.quantities if q.kind != "age"
    )


def _opposes(context: Context, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause sets something against the one before it: 'terwijl', 'maar'."""
    first = context.opening(clause)
    return first < clause.last and context.tokens[first].text.lower() in lexicon.contrast


def _describes_time(context: Context, clause: Clause) -> bool:
    """'meer dan in 2021, toen het bad tot mei dicht was': more about the time that was named."""
    first = context.opening(clause)
    if first >= clause.last or context.tokens[first].text.lower() != "toen":
        return False
    before = context.tokens[clause.first - 1] if clause.first else None
    if before is not None and before.text == ",":
        before = context.tokens[clause.first - 2] if clause.first > 1 else None
    return before is not None and any(t.start <= before.start < t.end for t in context.times)


def _is_relative(context: Context, clause: Clause) -> bool:
    first = context.tokens[clause.first]
    return first.pos == "PRON" and "PronType=Rel" in first.morph


def _is_in_other_brackets(context: Context, quantity: Quantity, token: int) -> bool:
    """'12 procent (2019: 9 procent)': the brackets hold a time and a number that go together."""
    first = token
    while first >= 0 and context.tokens[first].text not in {"(", ")"}:
        first -= 1
    if first < 0 or context.tokens[first].text == ")":
        return False
    last = token
    while last < len(context.tokens) and context.tokens[last].text != ")":
        last += 1
    number, _ = context.span(quantity.start, quantity.end)
    return not first < number < last and _has_number(context, Clause(first, last))
