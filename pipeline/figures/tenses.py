"""In which tense a clause tells what it tells, which says whether it speaks of now."""

from __future__ import annotations

from pipeline.figures.context import Clause, Context

_BY_NOW = frozenset({"inmiddels", "intussen"})
_AHEAD = frozenset({"zullen", "moeten", "willen"})


def is_present(context: Context, clause: Clause) -> bool:
    """Whether the finite verb of the clause is in the present tense.

    A sentence without any ('Geen vierhonderd plekken dus, maar 250') speaks of now.
    """
    for part in (clause, Clause(0, len(context.tokens))):
        tenses = [
            token.morph
            for token in context.tokens[part.first : part.last]
            if token.pos in {"VERB", "AUX"} and "VerbForm=Fin" in token.morph
        ]
        if tenses:
            return "Tense=Pres" in tenses[0] and not _is_perfect(context, part)
    return True


def is_future(context: Context, clause: Clause) -> bool:
    """Whether a clause looks ahead: 'zal kosten', 'gaat 54 euro kosten', 'moet 40 worden'.

    A form of 'gaan' does so only with an infinitive.
    """
    tokens = context.tokens[clause.first : clause.last]
    finite = {t.lemma.lower() for t in tokens if "VerbForm=Fin" in t.morph}
    infinitive = any("VerbForm=Inf" in t.morph and t.pos in {"VERB", "AUX"} for t in tokens)
    return bool(finite & _AHEAD) or (infinitive and "gaan" in finite)


def opens_with_by_now(context: Context, clause: Clause) -> bool:
    """Whether a clause sets the present against an earlier time: 'Inmiddels is de helft klaar'.

    Further on in its clause the word says no more than 'already': 'dat is inmiddels 5 procent'.
    """
    first = context.opening(clause)
    return first < clause.last and context.tokens[first].text.lower() in _BY_NOW


def is_done(context: Context, clause: Clause) -> bool:
    """Whether a clause tells what was done, in the perfect: 'is opgelegd', 'zijn ingetrokken'."""
    tokens = context.tokens[clause.first : clause.last]
    return any(
        t.lemma == "zijn" and t.pos == "AUX" and "VerbForm=Fin" in t.morph for t in tokens
    ) and (any("VerbForm=Part" in t.morph and t.pos == "VERB" for t in tokens))


def has_verb(context: Context, clause: Clause | None = None) -> bool:
    """Whether a sentence, or that part of it, has a finite verb.

    An item of a list or a headline ('Minder inbraken in Emmen') has none, and no tense of its own.
    """
    part = Clause(0, len(context.tokens)) if clause is None else clause
    tokens = context.tokens[part.first : part.last]
    return any("VerbForm=Fin" in token.morph for token in tokens)


def _is_perfect(context: Context, clause: Clause) -> bool:
    """'heeft ontvangen': a present form of what is over. 'Is afgerond' describes what is."""
    tokens = context.tokens[clause.first : clause.last]
    helper = any(
        token.pos == "AUX" and token.lemma == "hebben" and "VerbForm=Fin" in token.morph
        for token in tokens
    )
    return helper and any("VerbForm=Part" in t.morph and t.pos == "VERB" for t in tokens)
