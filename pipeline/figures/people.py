"""Which words of a clause say nothing of the people that it counts.

'Ooggetuigen zagen twee studenten springen': who sees it is no property of the two. Better no
addition than one that belongs to somebody else.
"""

from __future__ import annotations

from functools import cache

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import content_verb
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.phrases import lemma
from pipeline.figures.words import place_before, taken_tokens
from pipeline.knowledge import read_tsv

_NOMINAL = frozenset({"NOUN", "PROPN"})
_MODIFYING = frozenset({"DET", "ADJ", "NUM", "PRON"})
_OF = "van"
_BY = "door"
_WITNESSES = frozenset({"getuige", "ooggetuige", "toeschouwer", "omstander"})


def is_one_of(context: Context, first: int) -> bool:
    """'een van de veertig leerlingen': what is said is of the one, and not of all of them."""
    words = [token.text.lower() for token in context.tokens[max(0, first - 3) : first]]
    return len(words) == 3 and words[0] in {"een", "één"} and words[1] == _OF


def said_of_others(
    context: Context, people: tuple[int, int], first: int, clause: Clause, lexicon: Lexicon
) -> frozenset[int]:
    """Return the nouns of a clause that are no property of the people that it counts.

    ``people`` are the tokens of their noun, ``first`` is the first token of their number.
    """
    tokens = context.tokens
    led = first > clause.first and tokens[first - 1].pos == "ADP"
    by = led and tokens[first - 1].text.lower() == _BY  # 'door vier mannen': those who do it
    predicate = _predicate(context, clause) if led else None
    whole = _whole(context, people[1] - 1, first, clause) if led and predicate is None else None
    empty = whole is not None and lemma(tokens[whole]) in lexicon.generic
    if empty or whole in taken_tokens(context):
        whole, led = None, False  # 'een groep van zes bewoners': they themselves
    doing = content_verb(context, lexicon, clause)
    return frozenset(
        index
        for index in range(clause.first, clause.last)
        if tokens[index].pos in _NOMINAL
        and index not in range(*people)
        and index != whole
        and (
            whole is not None
            or (tokens[index].pos == "PROPN" and _is_person(context, index))
            or (tokens[index].dep == "conj" and tokens[index].head in range(*people))
            or (tokens[index].dep == "nsubj" and _does_other(context, index, doing))
            or (predicate is not None and predicate in (index, tokens[index].head))
            or (led and not by and tokens[index].dep == "obl" and _is_led(context, index, clause))
        )
    )


def _whole(context: Context, people: int, first: int, clause: Clause) -> int | None:
    """The noun of which the people are: 'klas' in 'een klas van tien leerlingen'."""
    tokens = context.tokens
    before = first - 2
    if before >= clause.first and tokens[before].pos == "NOUN":
        return before
    head = tokens[people].head
    above = tokens[people].dep == "nmod" and clause.first <= head < before
    return head if above and tokens[head].pos == "NOUN" else None


def _does_other(context: Context, subject: int, doing: str | None) -> bool:
    """'Ooggetuigen zagen twee studenten springen': the subject of another verb than that of them.

    A name that does something to them is nothing of theirs either.
    """
    token = context.tokens[subject]
    if lemma(token) in _WITNESSES or (token.pos == "PROPN" and doing is not None):
        return True
    verb = context.tokens[token.head].pos == "VERB"
    return verb and doing is not None and doing not in context.forms[token.head]


def _predicate(context: Context, clause: Clause) -> int | None:
    """'is een klap voor tien gezinnen': the noun that is said of the subject."""
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if token.dep == "cop" and context.tokens[token.head].pos == "NOUN":
            return token.head
    return None


def _is_led(context: Context, index: int, clause: Clause) -> bool:
    """'via internet': a noun behind a preposition of its own, beside that of the people."""
    place = place_before(context, index, _MODIFYING)
    return place is not None and place in clause and context.tokens[place].pos == "ADP"


def _is_person(context: Context, index: int) -> bool:
    token = context.tokens[index]
    return token.text.lower() in _given_names() or token.dep == "flat"


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in read_tsv("given_names.tsv", columns=("name",)))
