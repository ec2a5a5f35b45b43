"""Which words of a clause say something about a subject, and which belong to something else."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import PLACE_KINDS, Quantity

_SAYS = frozenset({"volgens", "aldus", "blijkens"})
_PLACE_NOUNS = frozenset({"gemeente", "provincie", "stad", "regio", "dorp"})
_AREAS = _PLACE_NOUNS | {"wijk", "buurt", "streek", "land", "gebied", "wereld"}
# What follows one of these tells when, why or thanks to whom, and is never what is measured.
_CIRCUMSTANCES = frozenset(
    {"na", "sinds", "tijdens", "gedurende", "ondanks", "vanwege", "wegens", "dankzij", "sedert"}
)
_FRAMES = frozenset(
    {"opdracht", "behulp", "kader", "aanleiding", "leiding", "basis", "verband", "initiatief"}
)
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DESCRIBING = frozenset({"DET", "ADJ"})
_WITHIN = frozenset({"in", "binnen", "per", "uit", "over"})
_KINDS_OF_SPEAKER = frozenset({"person", "organisation", "party"})


def verb_noun(context: Context, lexicon: Lexicon, clause: Clause) -> str | None:
    """Return the noun for the verb of the clause: 'besparen' → 'besparing'.

    A verb of two words ('beschikbaar stellen') may have others between them.
    """
    for index in range(clause.first, clause.last):
        for form in context.forms[index]:
            verbal = context.tokens[index].pos in {"VERB", "AUX"} or _is_predicate(context, index)
            if verbal and form in lexicon.verb_nouns:
                return lexicon.verb_nouns[form]
    last = context.tokens[clause.last - 1 : clause.last]
    if last and last[0].pos == "PUNCT":
        last = context.tokens[clause.last - 2 : clause.last - 1]
    for index in range(clause.first, clause.last - 1 if last else clause.first):
        # 'trekt er 85.000 euro voor uit': the particle closes the clause
        for form in context.forms[index]:
            joined = last[0].text.lower() + form
            if context.tokens[index].pos == "VERB" and joined in lexicon.verb_nouns:
                return lexicon.verb_nouns[joined]
    said = {form for forms in context.forms[clause.first : clause.last] for form in forms}
    return next(
        (
            noun
            for verb, noun in lexicon.verb_nouns.items()
            if " " in verb and said.issuperset(verb.split())
        ),
        None,
    )


def has_verb_of(context: Context, clause: Clause, verbs: frozenset[str]) -> bool:
    """Whether one of these verbs stands in a clause, in whatever form."""
    return any(
        context.tokens[index].pos in {"VERB", "AUX"} and verbs.intersection(context.forms[index])
        for index in range(clause.first, clause.last)
    )


def own_tokens(context: Context, quantity: Quantity) -> frozenset[int]:
    """Return the tokens of a quantity itself."""
    return frozenset(range(*context.span(quantity.start, quantity.end)))


def _is_predicate(context: Context, index: int) -> bool:
    """'is 356 euro kwijt', 'is 3 miljoen nodig': an adjective that says what the verb would."""
    token = context.tokens[index]
    following = context.tokens[index + 1 : index + 2]
    return token.pos == "ADJ" and not any(t.pos in {"NOUN", "PROPN"} for t in following)


def is_source(context: Context, index: int) -> bool:
    """'volgens de officier van justitie', 'in opdracht van de bond': who says or asks it.

    That is not what it is about.
    """
    tokens = context.tokens
    place = index - 1
    if place >= 0 and tokens[place].pos == "ADP" and tokens[index].text.lower() in _FRAMES:
        return True
    while place >= 0:
        word = context.tokens[place].text.lower()
        if word in _SAYS or (word in _FRAMES and place and tokens[place - 1].pos == "ADP"):
            return True
        if word != "van" and context.tokens[place].pos not in {"DET", "ADJ", "NOUN", "PROPN"}:
            return False
        if tokens[place].pos in _NOMINAL and tokens[place + 1].pos == "DET":
            return False  # 'heeft volgens de bond een schuld': another noun phrase begins
        place -= 1
    return False


def is_circumstance(context: Context, index: int) -> bool:
    """'na de crisis', 'sinds de opening', 'vanwege de hitte': when or why, and not what."""
    return _led_by(context, index, _CIRCUMSTANCES)


def is_area(context: Context, index: int) -> bool:
    """'in de hele regio', 'per wijk': where, and not what."""
    if not _AREAS.intersection(context.forms[index]):
        return False
    return _led_by(context, index, _WITHIN)


def _led_by(context: Context, index: int, words: frozenset[str]) -> bool:
    place = place_before(context, index, _DESCRIBING)
    return place is not None and context.tokens[place].text.lower() in words


def place_before(context: Context, index: int, between: frozenset[str]) -> int | None:
    """Return the token before a noun and the words of these parts of speech right before it.

    Example: 'in' for the noun of 'in de hele regio', with determiners and adjectives between.
    """
    place = index - 1
    while place >= 0 and context.tokens[place].pos in between:
        place -= 1
    return place if place >= 0 else None


def taken_tokens(context: Context) -> frozenset[int]:
    """Return the tokens of a quantity, a time, a turn of speech, or the name of who says or does.

    'Om precies te zijn' and 'per saldo' say nothing of what is measured.
    """
    spans = [(q.start, q.end) for _, q in context.quantities]
    spans += [(t.start, t.end) for t in context.times]
    spans += [(m.start, m.end) for m in context.mentions if m.kind in _KINDS_OF_SPEAKER]
    taken: set[int] = set(context.idle)
    for start, end in spans:
        taken.update(range(*context.span(start, end)))
    return frozenset(taken | _titles(context))


def _titles(context: Context) -> set[int]:
    """'Het bestuurslid Klaas de Wit', 'raadslid Mulder': what stands right before a name."""
    firsts = {context.span(m.start, m.end)[0] for m in context.mentions if m.kind == "person"}
    return {first - 1 for first in firsts if first and context.tokens[first - 1].pos == "NOUN"}


def place_tokens(context: Context) -> frozenset[int]:
    """Return the tokens of names of places, with 'gemeente' or 'provincie' before them."""
    taken: set[int] = set()
    for mention in context.mentions:
        if mention.kind in PLACE_KINDS:
            first, last = context.span(mention.start, mention.end)
            taken.update(range(first, last))
            if first and context.tokens[first - 1].text.lower() in _PLACE_NOUNS:
                taken.add(first - 1)
    return frozenset(taken)
