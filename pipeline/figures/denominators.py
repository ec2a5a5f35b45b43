"""The group that a share is taken of: 'van de jongeren', before the share or behind it."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.phrases import NounPhrase, extend, phrase_at
from pipeline.records import Quantity, Token

_TOLD = frozenset({"dat", "of"})
_JOINTS = frozenset({",", "en", "of"})
SHARES = frozenset({"share", "ratio"})


def denominator_phrase(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that a share is a share of.

    It follows the share ('9 procent van de aangiften') or opens the clause ('Van de aangiften werd
    9 procent opgelost').
    """
    last = behind_share(context, quantity)
    if last < clause.last and context.tokens[last].text.lower() in {"van", "onder", "der"}:
        return phrase_at(context, last + 1, clause)
    beside = _group_right_before(context, quantity, clause)
    if beside is not None:
        return beside
    if context.tokens[clause.first].text.lower() in {"van", "onder"}:
        phrase = phrase_at(context, clause.first + 1, clause)
        if phrase is not None and phrase.last <= last:
            return phrase
    return _group_before_relative(context, clause) or _group_behind(context, quantity, clause)


def _group_right_before(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """'…, van de ouderen 44 procent': a later number with its own group before it."""
    first, _ = context.span(quantity.start, quantity.end)
    tokens = context.tokens
    place = first - 1
    while place > clause.first and tokens[place].pos in {"NOUN", "DET", "ADJ"}:
        place -= 1
    opens = place > clause.first and tokens[place - 1].text.lower() in _JOINTS
    if not opens or tokens[place].text.lower() not in {"van", "onder"}:
        return None
    phrase = phrase_at(context, place + 1, clause)
    return phrase if phrase is not None and phrase.last == first else None


def behind_share(context: Context, quantity: Quantity) -> int:
    """The first token behind a share and what says it again: 'de helft (48 procent) van'."""
    _, last = context.span(quantity.start, quantity.end)
    if last >= len(context.tokens) or context.tokens[last].text != "(":
        return last
    ends = (i for i in range(last, len(context.tokens)) if context.tokens[i].text == ")")
    end = next(ends, None)
    inside = context.clause_at(quantity.start)
    return last if end is None or end not in inside else end + 1


def _group_behind(context: Context, quantity: Quantity, clause: Clause) -> NounPhrase | None:
    """'Een op de tien auto's is elektrisch'."""
    last = behind_share(context, quantity)
    if quantity.kind != "ratio" or last >= clause.last:
        return None
    phrase = phrase_at(context, last, clause)
    plural = phrase is not None and "Number=Plur" in context.tokens[phrase.head].morph
    return phrase if plural else None


def _group_before_relative(context: Context, clause: Clause) -> NounPhrase | None:
    """'Van de plannen die in 2021 begonnen, is 17 procent gestopt': the sentence opens with it.

    The clause of the number then begins with its verb. What stands in brackets behind the group
    ('Van de plannen (28 miljoen) is 17 procent gestopt') is no other clause.
    """
    first = context.opening(clause)
    verb = first < clause.last and "VerbForm=Fin" in context.tokens[first].morph
    if not verb or context.tokens[0].text.lower() not in {"van", "onder"}:
        return None
    phrase = phrase_at(context, 1, Clause(0, clause.first))
    if phrase is None or phrase.last >= clause.first:
        return None
    behind = context.tokens[phrase.last]
    return phrase if "PronType=Rel" in behind.morph or behind.text == "(" else None


def group_tokens(context: Context, quantity: Quantity, clause: Clause) -> frozenset[int]:
    """The tokens of the group of a share with what hangs on it."""
    phrase = denominator_phrase(context, quantity, clause)
    if quantity.kind not in SHARES or phrase is None:
        return frozenset()
    last, _ = joined(context, phrase, clause)
    phrase = extend(context, NounPhrase(phrase.first, last, phrase.head), clause)
    return frozenset(range(phrase.first, phrase.last))


def joined(context: Context, phrase: NounPhrase, clause: Clause) -> tuple[int, str]:
    """Where a group ends that several nouns name together, and its words.

    Example: for 'de smeden' in '12 procent van de smeden en bakkers' → 'smeden en bakkers'.
    """
    tokens = context.tokens
    words = alone = tokens[phrase.head].text.lower()
    place = phrase.last
    numbers = {context.span(q.start, q.end)[0] for _, q in context.quantities}
    while place + 1 < clause.last and tokens[place].text.lower() in _JOINTS:
        mark = tokens[place].text.lower()
        other = phrase_at(context, place + 1, clause)
        if other is None or not numbers.isdisjoint(range(other.first, other.last)):
            break
        if tokens[other.head].pos != "NOUN" or "Number=Sing" in tokens[other.head].morph:
            break
        words += f"{'' if mark == ',' else ' '}{mark} {tokens[other.head].text.lower()}"
        place = other.last
        if mark != ",":
            return place, words
    return phrase.last, alone


def denominator_tokens(context: Context, quantity: Quantity, clause: Clause) -> frozenset[int]:
    """The tokens of a denominator, which is a group, and not what is measured.

    The group right behind a ratio may be both: 'een op de tien nieuwe huizen is leeg'.
    """
    if quantity.kind == "rate":
        first, last = context.span(quantity.start, quantity.end)
        per = (i for i in range(first, last) if context.tokens[i].text.lower() == "per")
        return frozenset(range(next(per, last), last))  # '88 vacatures per 100 werklozen'
    if _group_behind(context, quantity, clause) is not None:
        return frozenset()
    return group_tokens(context, quantity, clause)


def said_of_group(context: Context, phrase: NounPhrase, clause: Clause) -> Clause:
    """Return the words that say something of a group, past a clause that only describes it.

    Example: in 'Een derde van de dossiers waarin een boete is opgelegd, wordt vernietigd' →
    'wordt vernietigd'.
    """
    tokens = context.tokens
    told = next(
        (i for i in range(clause.first, phrase.first) if tokens[i].text.lower() in _TOLD), None
    )
    if told is not None and tokens[told].pos == "SCONJ":
        clause = Clause(told + 1, clause.last)  # 'de politie vermoedt dat een op de tien …'
    group = extend(context, phrase, clause)
    if group.last >= len(tokens) or not _is_relative(tokens[group.last]):
        return clause
    verb = _verb_from(context, group.last + 1)
    if verb is None:
        return clause
    behind = verb + 1
    while (
        behind < len(tokens)
        and tokens[behind].pos in {"VERB", "AUX"}
        and not _finite(context, behind)
    ):
        behind += 1
    main = _verb_from(context, behind, finite=True)
    if main is None or tokens[main - 1].pos == "CCONJ":
        return clause
    last = next((c.last for c in context.clauses if main in c), len(tokens))
    return Clause(main, last)


def counts_group(context: Context, phrase: NounPhrase) -> bool:
    """Whether the group of a share is itself counted: 'van de 31.000 migranten'."""
    head = context.tokens[phrase.head]
    return any(
        q.kind == "count" and q.start <= head.start < (q.noun_end or q.end)
        for _, q in context.quantities
    )


def _is_relative(token: Token) -> bool:
    """'die', 'dat'; 'waarin', 'waarvan', 'wiens'."""
    return "PronType=Rel" in token.morph or token.text.lower().startswith("waar")


def _finite(context: Context, index: int) -> bool:
    return "VerbForm=Fin" in context.tokens[index].morph


def _verb_from(context: Context, first: int, *, finite: bool = False) -> int | None:
    """The next verb, up to a mark that ends the sentence's part."""
    for index in range(first, len(context.tokens)):
        if context.tokens[index].text in {";", ":", "(", ")"}:
            return None
        if _finite(context, index) or (not finite and context.tokens[index].pos in {"VERB", "AUX"}):
            return index
    return None
