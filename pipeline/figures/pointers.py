"""Words that point back: 'dat', 'het gaat om', 'daarvan', and the question above an answer."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.context import Clause, Context

ANAPHORS = frozenset({"dit", "dat", "het", "die", "deze", "daarvan", "daarmee", "er"})
_DEMONSTRATIVES = frozenset({"dit", "dat", "die", "deze"})
_PURPOSE = frozenset({"daarvoor", "hiervoor"})
_OPENING = 3  # tokens in which a pronoun that points back stands


def is_anaphoric(context: Context) -> bool:
    """Whether a sentence opens with a pronoun that points back: 'het gaat om', 'dat is'."""
    return points_back(context, Clause(0, min(_OPENING + 1, len(context.tokens))))


def points_back(context: Context, clause: Clause) -> bool:
    """Whether a word of the clause points back: 'het gaat om', not 'het autobezit'."""
    return any(_points(context, index) for index in range(clause.first, clause.last))


def refers(context: Context, clause: Clause) -> bool:
    """Whether a clause is about what was said: 'dat is', 'daarvan'; 'er staan' opens a new matter.

    A demonstrative before a noun refers too: 'dat aantal', 'die daling'; and so does what money is
    for: 'daarvoor is 3 miljoen nodig', 'daar is een ton voor uitgetrokken'.
    """
    tokens = context.tokens
    return any(
        (tokens[index].text.lower() in _DEMONSTRATIVES and not _joins(context, index))
        or (tokens[index].text.lower() != "er" and _points(context, index))
        or _is_purpose(context, index, clause)
        for index in range(clause.first, clause.last)
    )


def _is_purpose(context: Context, index: int, clause: Clause) -> bool:
    """'Daarvoor', 'daar … voor uitgetrokken'; 'het jaar daarvoor' and 'vlak daarvoor' are times."""
    tokens = context.tokens
    word = tokens[index].text.lower()
    if word in _PURPOSE:
        return index == 0 or tokens[index - 1].pos in {"VERB", "AUX", "PUNCT", "CCONJ"}
    return word == "daar" and any(
        tokens[n].text.lower() == "voor"
        and (n + 1 == len(tokens) or tokens[n + 1].pos in {"VERB", "AUX", "PUNCT"})
        for n in range(index + 1, clause.last)
    )


def opens_with_all(context: Context) -> bool:
    """Whether a sentence sums up what was told: 'In totaal', 'Totaal', 'Alles bij elkaar'."""
    words = [token.text.lower() for token in context.tokens[:2]]
    return words[:1] == ["totaal"] or words in (["in", "totaal"], ["alles", "bij"])


def question_before(contexts: Sequence[Context], index: int) -> Context | None:
    """Return the nearest question above a sentence."""
    for other in range(index - 1, -1, -1):
        if contexts[other].sentence.passage_kind == "question":
            return contexts[other]
    return None


def is_inverted(context: Context, index: int) -> bool:
    """'Bij ons is dat 28 procent': between the verb and a number 'dat' is what was spoken of."""
    before = context.tokens[index - 1 : index]
    following = context.tokens[index + 1 : index + 3]
    copula = bool(before) and before[0].lemma in {"zijn", "worden"}
    near = bool(following) and following[0].pos in {"NUM", "ADV"}
    return copula and near and any(token.pos == "NUM" for token in following)


def _is_counted_up(context: Context, index: int) -> bool:
    """'310 mensen kwamen, dat is 45 gasten meer': a number behind the verb ends no clause."""
    following = context.tokens[index + 1 : index + 3]
    copula = bool(following) and following[0].lemma in {"zijn", "worden"}
    return copula and following[-1].pos == "NUM"


def _joins(context: Context, index: int) -> bool:
    """'het bedrag dat is genoemd', 'wij schatten dat': it joins clauses and points at nothing.

    What opens a sentence joins nothing, whatever its tag.
    """
    token = context.tokens[index]
    if is_inverted(context, index) or _is_counted_up(context, index):
        return False
    return index > 0 and (
        token.pos == "SCONJ"
        or "PronType=Rel" in token.morph
        or context.tokens[token.head].dep == "acl:relcl"
    )


def _points(context: Context, index: int) -> bool:
    tokens = context.tokens
    if tokens[index].text.lower() not in ANAPHORS or _joins(context, index):
        return False
    following = tokens[index + 1].pos if index + 1 < len(tokens) else ""
    if is_inverted(context, index):
        return True
    return tokens[index].pos in {"PRON", "ADV"} or following not in {"NOUN", "ADJ", "PROPN"}
