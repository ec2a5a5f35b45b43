"""By whom a figure is said, whom the text names as its source, and how firmly it is said."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context
from pipeline.figures.dimensions import Bound
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Evidence, Quantity

_SPEAKERS = frozenset({"person", "organisation", "party"})
_OPEN = "“„‘«\"'"
_NEAR = 6  # tokens between a speech verb or 'volgens' and the name


def bind_speaker(contexts: Sequence[Context], index: int, lexicon: Lexicon) -> Bound | None:
    """Return who says the quantity: 'volgens het CBS', 'zegt wethouder De Wit', 'De Wit: “…'.

    A sentence inside a quotation takes the speaker of the sentence that opens or closes it.
    """
    context = contexts[index]
    said = _attributed(context, lexicon)
    if said is not None:
        return said
    if not in_quotation(contexts, index):
        return None
    for step in (1, -1, 2, -2, 3, -3):
        other = index + step
        if not 0 <= other < len(contexts):
            continue
        if contexts[other].sentence.passage != context.sentence.passage:
            continue
        said = _attributed(contexts[other], lexicon)
        if said is not None:
            return Bound(
                said.value,
                Evidence("speaker", "quotation", said.evidence.start, said.evidence.end),
            )
    return None


def bind_source(context: Context, lexicon: Lexicon) -> Bound | None:
    """Return the source that the sentence names: 'dit meldt X', '(bron X)', 'cijfers van X'."""
    for phrase in lexicon.derived:
        for match in context.find(phrase):
            after = match.tokens[-1] + 1
            for mention in context.mentions:
                if mention.kind != "organisation" or mention.entity is None:
                    continue
                first, _ = context.span(mention.start, mention.end)
                if after <= first <= after + 3:
                    evidence = Evidence("derived_from", "stated", mention.start, mention.end)
                    return Bound(mention.entity, evidence)
    return None


def reports_all(context: Context) -> bool:
    """Whether a sentence such as 'Dit meldt het Dagblad' speaks of the whole text before it."""
    words = [token.text.lower() for token in context.tokens[:2]]
    return len(context.tokens) <= 14 and bool(words) and words[0] in {"dit", "dat", "zo"}


def bind_stance(
    context: Context, quantity: Quantity, lexicon: Lexicon, *, question: bool
) -> tuple[str, Evidence | None]:
    """Return the stance towards a quantity: asserts, asks, denies, hypothetical."""
    clause = context.clause_at(quantity.start)
    if quantity.negated or _denied_number(context, quantity):
        return "denies", Evidence("stance", "stated", quantity.start, quantity.end)
    denial = context.has(lexicon.stance["denies"])
    if denial is not None:
        return "denies", _evidence(context, denial.tokens)
    if question or context.sentence.text.rstrip(" ”’\"')").endswith("?"):
        sentence = context.sentence
        return "asks", Evidence("stance", "question", sentence.start, sentence.end)
    hypothesis = _hypothesis(context, clause, lexicon)
    if hypothesis is not None:
        return "hypothetical", _evidence(context, hypothesis)
    return "asserts", None


def _denied_number(context: Context, quantity: Quantity) -> bool:
    """'Er staan geen 200 laadpalen'; 'nog geen 200' is a hedge and no denial."""
    first, _ = context.span(quantity.start, quantity.end)
    words = [token.text.lower() for token in context.tokens[max(0, first - 2) : first]]
    return words[-1:] == ["geen"] and words[:1] not in (["nog"], ["bijna"])


def affirms(context: Context, lexicon: Lexicon) -> bool:
    """Whether a sentence answers yes: 'Dat klopt.', 'Ja, dat is juist.'"""
    if context.has(lexicon.stance["denies"]) is not None or len(context.tokens) > 8:
        return False
    return context.has(lexicon.stance["endorses"]) is not None


def refuses(context: Context, lexicon: Lexicon) -> bool:
    """Whether a sentence answers no: 'Dat klopt niet.', 'Nee, …'"""
    opening = context.tokens[0].text.lower() if context.tokens else ""
    return opening == "nee" or context.has(lexicon.stance["denies"]) is not None


def in_quotation(contexts: Sequence[Context], index: int) -> bool:
    """Whether the sentence opens, closes or lies inside a quotation of its passage."""
    sentence = contexts[index].sentence
    if sentence.passage_kind == "quote":
        return True
    depth = 0
    for context in contexts:
        other = context.sentence
        if other.passage != sentence.passage or other.position > sentence.position:
            continue
        for char in other.text:
            if char in "“„":
                depth = 1
            elif char == "”":
                depth = 0 if other.position < sentence.position else depth
        if other.position < sentence.position and other.text.count('"') % 2:
            depth = 1 - depth
    return depth > 0 or any(mark in sentence.text for mark in '“”„"')


def _attributed(context: Context, lexicon: Lexicon) -> Bound | None:
    tokens = context.tokens
    names = []
    for mention in context.mentions:
        if mention.kind in _SPEAKERS and mention.entity is not None:
            names.append((context.span(mention.start, mention.end), mention))
    for phrase in lexicon.according_to:
        for match in context.find(phrase):
            after = match.tokens[-1] + 1
            for (first, _), mention in names:
                if after <= first <= after + _NEAR:
                    return Bound(
                        mention.entity or "",
                        Evidence("speaker", "stated", mention.start, mention.end),
                    )
    verbs = [
        index
        for index in range(len(tokens))
        if tokens[index].pos in {"VERB", "AUX", "ADP"}
        and any(form in lexicon.speech_verbs for form in context.forms[index])
    ]
    best: tuple[int, Bound] | None = None
    for index in verbs:
        for (first, last), mention in names:
            distance = first - index if first > index else index - last + 1
            if 0 < distance <= _NEAR and (best is None or distance < best[0]):
                evidence = Evidence("speaker", "stated", mention.start, mention.end)
                best = (distance, Bound(mention.entity or "", evidence))
    if best is not None:
        return best[1]
    # A name, a colon and an opening quotation mark: 'De Wit: “Het aantal …'.
    for (_, last), mention in names:
        if (
            mention.kind == "person"
            and last + 1 < len(tokens)
            and tokens[last].text == ":"
            and tokens[last + 1].text[:1] in _OPEN
        ):
            return Bound(
                mention.entity or "", Evidence("speaker", "stated", mention.start, mention.end)
            )
    return None


def _hypothesis(context: Context, clause: Clause, lexicon: Lexicon) -> tuple[int, ...] | None:
    match = context.has(lexicon.stance["hypothetical"], clause)
    if match is not None:
        return match.tokens
    for index in range(clause.first, clause.last):
        if context.tokens[index].text.lower() == "zou":
            return (index,)
    opening = context.tokens[clause.first].text.lower() if clause.first < clause.last else ""
    return (clause.first,) if opening == "als" else None


def _evidence(context: Context, tokens: tuple[int, ...]) -> Evidence:
    return Evidence(
        "stance", "stated", context.tokens[tokens[0]].start, context.tokens[tokens[-1]].end
    )
