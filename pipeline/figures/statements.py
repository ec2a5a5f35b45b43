"""What kind of statement a figure is (level, change, norm, forecast, target) and its status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.figures.claims import is_of_somebody_else, is_told_of
from pipeline.figures.context import Clause, Context
from pipeline.figures.denominators import SHARES, denominator_tokens
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.words import own_tokens
from pipeline.records import Evidence, Quantity, TimeExpression

_STATUSES = ("provisional", "definitive", "revised")


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """'De cijfers over 2020 zijn nog voorlopig': a status for the figures of a period.

    ``earliest``/``latest`` are None when the claim holds for all figures of the document.
    """

    status: str
    earliest: str | None
    latest: str | None
    evidence: Evidence


def bind_statement(
    context: Context, quantity: Quantity, lexicon: Lexicon
) -> tuple[str, Evidence | None]:
    """Return the kind of statement, and the words that make it other than a plain level.

    Example: 'De gemeente verwacht een tekort van 2 miljoen euro' → ``forecast``.
    """
    clause = _with_main_clause(context, context.clause_at(quantity.start))
    tokens = context.tokens
    for statement in ("norm", "target", "forecast"):
        for phrase in lexicon.statement[statement]:
            for match in context.find(phrase, clause):
                # 'Zou gaan om' passes on what others say; 'zal' looks ahead.
                if tokens[match.tokens[0]].text.lower() in {"zou", "zouden"}:
                    continue
                if tokens[match.tokens[0] - 1].text.lower() in {"goede", "goed"}:
                    continue  # 'goede doelen' are charities
                if _asked(context, quantity, match.tokens[0], lexicon):
                    continue
                if statement == "norm" and _beside_norm(context, match.tokens[0]):
                    continue
                start, end = tokens[match.tokens[0]].start, tokens[match.tokens[-1]].end
                return statement, Evidence("statement", "stated", start, end)
    if quantity.part is None and (
        quantity.kind == "change"
        or quantity.comparative
        or is_difference(context, quantity, lexicon)
    ):
        return "change", Evidence("statement", "stated", quantity.start, quantity.end)
    return "level", None


def _asked(context: Context, quantity: Quantity, index: int, lexicon: Lexicon) -> bool:
    """'Een kwart van de kiezers verwacht …', 'wil …': so many do so now; it is no plan itself."""
    clause = context.clause_at(quantity.start)
    if quantity.kind not in SHARES or index not in clause:
        return False
    verb = context.tokens[index].pos in {"VERB", "AUX"}
    if not verb or not lexicon.claims.intersection(context.forms[index]):
        return False
    if is_told_of(context, quantity, index):
        return False
    group = denominator_tokens(context, quantity, clause)
    own = own_tokens(context, quantity) | group
    subject = any(context.tokens[place].dep.startswith("nsubj") for place in own)
    return (subject or index == max(own) + 1) and not is_of_somebody_else(context, quantity, clause)


def _beside_norm(context: Context, index: int) -> bool:
    """'85 procent zit boven de norm': a level that is held against a norm."""
    before = {token.text.lower() for token in context.tokens[max(0, index - 3) : index]}
    return bool(before & {"boven", "onder", "binnen", "aan", "buiten", "volgens", "haalt", "halen"})


def _stands_above(context: Context, index: int, lexicon: Lexicon) -> bool:
    """'4,5 procent boven het landelijk gemiddelde', not '1.400 meter onder de grond'."""
    words = [token.text.lower() for token in context.tokens[index : index + 4]]
    return (
        bool(words)
        and words[0] in lexicon.change_after
        and any(word in lexicon.compared_levels for word in words[1:])
    )


def _with_main_clause(context: Context, clause: Clause) -> Clause:
    """'De stichting wil | dat het daalt naar 5 procent': the main clause says what it is."""
    if clause.first < len(context.tokens) and context.tokens[clause.first].pos == "SCONJ":
        before = [other for other in context.clauses if other.last <= clause.first]
        if before:
            return Clause(before[-1].first, clause.last)
    return clause


def is_difference(context: Context, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the words around a quantity make it a difference between two levels.

    Example: 'een verbetering van 5 procent', '4,5 procent boven het gemiddelde'.
    """
    first, last = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    if quantity.unit == "percent" and _stands_above(context, last, lexicon):
        return True
    before = first - 1
    while before > 0 and tokens[before].pos in {"DET", "ADV", "ADJ"}:
        before -= 1
    return (
        before > 0
        and tokens[before].text.lower() == "van"
        and any(form in lexicon.change_nouns for form in context.forms[before - 1])
    )


def status_claims(contexts: Sequence[Context], lexicon: Lexicon) -> tuple[StatusClaim, ...]:
    """Collect what the text says of its own figures: provisional, definitive, revised.

    A claim needs a word for figures in its sentence ('cijfers', 'resultaten', 'uitkomsten'); a
    sentence that contrasts definitive with provisional figures in general ('in eerdere
    jaren waren de definitieve cijfers hoger dan de voorlopige') claims nothing.
    """
    claims: list[StatusClaim] = []
    for context in contexts:
        found = [
            (status, match)
            for status in _STATUSES
            for phrase in lexicon.status[status]
            for match in context.find(phrase)
        ]
        statuses = {status for status, _ in found}
        times = [t for t in context.times if t.earliest or t.latest]
        if len(statuses) > 1 and len(times) < 2:
            continue
        for status, match in found:
            if not _about_figures(context):
                continue
            tokens = context.tokens
            index = match.tokens[0]
            evidence = Evidence("status", "stated", tokens[index].start, tokens[index].end)
            clause = next((c for c in context.clauses if index in c), Clause(0, len(tokens)))
            own = [
                t
                for t in times
                if context.span(t.start, t.end)[0] in clause and _is_about(context, t)
            ]
            linked = [t for t in own if t.kind in {"point", "part", "span"}]
            if linked and _predicative(context, index, clause):
                nearest = min(linked, key=lambda t: abs(t.start - tokens[index].start))
                claims.append(StatusClaim(status, nearest.earliest, nearest.latest, evidence))
            else:
                claims.append(StatusClaim(status, None, None, evidence))
    return tuple(claims)


def bind_status(
    context: Context,
    quantity: Quantity,
    earliest: str | None,
    latest: str | None,
    claims: Sequence[StatusClaim],
    lexicon: Lexicon,
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Return the statuses of a figure with their evidence.

    The most specific claim wins: one about the period of the figure, then one about all figures of
    the document.
    """
    statuses: list[str] = []
    evidence: list[Evidence] = []
    left = context.has(lexicon.status["abandoned"])
    if left is not None:
        return ("provisional",), (_at(context, left.tokens[0]),)
    guess = context.has(lexicon.status["estimate"], context.clause_at(quantity.start))
    if guess is not None:
        statuses.append("estimate")
        evidence.append(_at(context, guess.tokens[0]))
    specific = [c for c in claims if c.earliest is not None and _covers(c, earliest, latest)]
    general = [c for c in claims if c.earliest is None]
    chosen = specific or general
    for claim in chosen:
        if claim.status not in statuses:
            statuses.append(claim.status)
            evidence.append(claim.evidence)
        if not specific:
            break
    return tuple(statuses), tuple(evidence)


def _is_about(context: Context, time: TimeExpression) -> bool:
    """'de cijfers over 2020', not 'de cijfers zijn in maart bijgesteld'."""
    before = context.word_before(time.start)
    return before in {"over", "van", "voor", "uit"} or time.surface.lower().startswith("over ")


def _covers(claim: StatusClaim, earliest: str | None, latest: str | None) -> bool:
    if earliest is None or latest is None:
        return False
    begin = claim.earliest or "0000"
    end = claim.latest or "9999"
    return begin <= earliest and latest <= end


def _about_figures(context: Context) -> bool:
    return any(
        form
        in {
            "cijfer",
            "cijfers",
            "resultaat",
            "resultaten",
            "uitkomst",
            "uitkomsten",
            "gegevens",
            "gegeven",
            "aantal",
            "percentage",
            "die",
            "jaarrekening",
            "raming",
        }
        for forms in context.forms
        for form in forms
    )


def _predicative(context: Context, index: int, clause: Clause) -> bool:
    """'De cijfers over 2020 zijn nog voorlopig' claims; 'voorlopige cijfers geven aan' frames."""
    following = index + 1
    return following >= clause.last or context.tokens[following].pos not in {"NOUN", "ADJ"}


def _at(context: Context, index: int) -> Evidence:
    token = context.tokens[index]
    return Evidence("status", "stated", token.start, token.end)
