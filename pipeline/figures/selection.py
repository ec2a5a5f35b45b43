"""Which quantities are figures: not an age, not 'één', not what was only mentioned again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.figures.durations import measures_duration
from pipeline.figures.known import matches
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Figure, Quantity

_FEW = 12
_KINDS = frozenset(
    {"share", "percentage_point", "change", "money", "count", "ratio", "rate", "measure", "index"}
)
_HEADLINES = frozenset({"title", "heading", "caption"})


def is_candidate(
    quantity: Quantity, context: Context, lexicon: Lexicon, before: Context | None = None
) -> bool:
    """Whether a quantity can state something about the world that an analyst would look up.

    Ages describe groups. A duration counts only where it measures something ('de wachttijd is zes
    weken', 'de cursus duurt twintig weken'); 'één', 'drie stappen', bare numbers without a noun,
    and multiples without a base ('twee keer zoveel') are no figures. ``before`` is what the
    sentence leans on.
    """
    if quantity.unit == "times":
        return False
    if quantity.kind == "duration":
        return measures_duration(quantity, context, lexicon, before)
    if _multiplies(quantity, context):
        return False
    if quantity.kind not in _KINDS or _is_degree(quantity, context, lexicon):
        return False
    if quantity.kind == "count":
        if _is_bare_age(quantity, context):
            return False
        return not _is_manner(quantity, lexicon) and (
            quantity.value != 1
            and (quantity.unit is not None or _is_named_number(quantity, context, lexicon))
        )
    return True


def _multiplies(quantity: Quantity, context: Context) -> bool:
    """'(x € 1.000)' above a table: in what its numbers are, and no amount."""
    round_number = quantity.value in {100, 1_000, 1_000_000}
    times = context.word_before(quantity.start) in {"x", "×"}
    return quantity.kind == "money" and round_number and times


def _is_bare_age(quantity: Quantity, context: Context) -> bool:
    """'wie ouder is dan 65'."""
    first, _ = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[max(0, first - 4) : first]]
    return words[-1:] == ["dan"] and bool({"ouder", "jonger"} & set(words))


def _is_degree(quantity: Quantity, context: Context, lexicon: Lexicon) -> bool:
    """'wordt voor de helft bepaald door het inkomen': how much it matters, and of nothing."""
    if quantity.kind != "share" or any(sign.isdigit() for sign in quantity.surface):
        return False
    clause = context.clause_at(quantity.start)
    return context.word_before(quantity.start) == "voor" and any(
        lexicon.degree_verbs.intersection(forms)
        for forms in context.forms[clause.first : clause.last]
    )


def _is_manner(quantity: Quantity, lexicon: Lexicon) -> bool:
    """'in drie stappen', 'twee scenario's': how something goes, and no amount of anything."""
    small = quantity.value is not None and quantity.value <= _FEW
    return small and quantity.surface[:1].isalpha() and quantity.unit in lexicon.uncounted


def drop_repeats(
    figures: Sequence[Figure], contexts: Sequence[Context], quantities: Sequence[Quantity]
) -> tuple[Figure, ...]:
    """Leave out what only points back: a headline that the text repeats, 'de zes ondersteuners'.

    ``Figure.base`` is renumbered accordingly.
    """
    sentences = {context.sentence.position: context for context in contexts}
    keep: list[int] = []
    for position, figure in enumerate(figures):
        context = sentences[figure.sentence]
        quantity = quantities[figure.quantity]
        if _is_headline(context) and _stands_below(figure, figures, sentences):
            continue
        if (
            quantity.kind == "count"
            and _is_given(context, quantity)
            and _stood_above(position, figures, quantities)
        ):
            continue
        keep.append(position)
    renumbered = {old: new for new, old in enumerate(keep)}
    return tuple(
        replace(
            figures[old],
            base=renumbered.get(base) if (base := figures[old].base) is not None else None,
        )
        for old in keep
    )


def _is_named_number(quantity: Quantity, context: Context, lexicon: Lexicon) -> bool:
    """A bare number that the clause names all the same: 'het aantal aanvragen steeg naar 658'."""
    clause = context.clause_at(quantity.start)
    if quantity.group is not None or quantity.noun_start is not None:
        return True
    if _is_reached(context, quantity, lexicon):
        return True
    if _is_labelled(context, quantity) or any("aantal" in forms for forms in context.forms):
        return True
    return any(
        known.counted or known.record.population
        for known in lexicon.indicators
        if "count" in known.kinds
        for pattern in known.patterns
        for _ in matches(context, pattern, clause)
    )


def _is_reached(context: Context, quantity: Quantity, lexicon: Lexicon) -> bool:
    """'Het tekort stijgt naar 585.000', 'het bezoek steeg met 8 procent tot 92.000': a level.

    Behind a verb of measuring, or behind the change that led to it.
    """
    if context.word_before(quantity.start) not in {"tot", "naar", "op"}:
        return False
    first, _ = context.span(quantity.start, quantity.end)
    clause = context.clause_at(quantity.start)
    if context.has([(verb,) for verb in lexicon.level_verbs], clause) is not None:
        return True
    return any(
        other.kind == "change" and context.span(other.start, other.end)[1] == first - 1
        for _, other in context.quantities
    )


def _is_labelled(context: Context, quantity: Quantity) -> bool:
    """'verhuizing: 27', 'eind 2022 (790)'."""
    first, _ = context.span(quantity.start, quantity.end)
    if first < 2:
        return False
    before = context.tokens[first - 1].text
    if before == ":":
        return True
    named = context.tokens[first - 2]
    return before == "(" and any(t.start <= named.start < t.end for t in context.times)


def _is_headline(context: Context) -> bool:
    return context.sentence.passage_kind in _HEADLINES


def _stands_below(figure: Figure, figures: Sequence[Figure], sentences: dict[int, Context]) -> bool:
    return any(
        other.sentence > figure.sentence
        and other.unit == figure.unit
        and other.value == figure.value
        and other.value is not None
        and not _is_headline(sentences[other.sentence])
        for other in figures
    )


def _is_given(context: Context, quantity: Quantity) -> bool:
    """'de zes ondersteuners', 'deze vijf gemeenten': known to the reader already."""
    return context.word_before(quantity.start) in {"de", "deze", "die", "het", "alle"}


def _stood_above(position: int, figures: Sequence[Figure], quantities: Sequence[Quantity]) -> bool:
    value = figures[position].value
    return any(
        quantities[other.quantity].kind == "count" and other.value == value
        for other in figures[:position]
    )
