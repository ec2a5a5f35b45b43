"""What a pronoun stands for: the noun in the clause or the sentence before it.

Only for what the text has said no figure about; a pronoun after a figure points at that figure, and
what it measures is carried over (:mod:`pipeline.figures.carry`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.figures.context import Clause, Context
from pipeline.figures.labels import label_of, predicate, subject_phrase
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import NounPhrase, evidence, lemma, phrase_ending
from pipeline.figures.tenses import has_verb
from pipeline.figures.words import place_tokens, taken_tokens, verb_noun
from pipeline.records import Quantity

# Not 'het' and 'dit', which point at all that was said ('het gaat om').
_STAND_FOR = frozenset({"die", "deze", "ze"})
_OF_IT = frozenset({"ervan", "daarvan", "hiervan"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "ROOT"})


def name_antecedent(
    context: Context, quantity: Quantity, before: Context | None, lexicon: Lexicon
) -> Naming | None:
    """Return what the pronoun that is the subject of the clause stands for, or None.

    ``before`` is the sentence before, if there is one in the passage.

    Example: in 'De bijdrage valt tegen: die daalt naar 207 miljoen' → ``bijdrage``.
    """
    clause = context.clause_at(quantity.start)
    subject = _pronoun(context, clause)
    if subject is None:
        return None
    if "PronType=Rel" in context.tokens[subject].morph and context.tokens[subject - 1].text == ",":
        return _right_before(context, subject - 1, lexicon)
    number = _number(context, clause)
    if clause.first:
        start = context.tokens[clause.first].start
        if any(other.end <= start for _, other in context.quantities):
            return None
        found = _named(context, Clause(0, clause.first), number, lexicon)
        if found is not None:
            return found
    if before is None or clause.first > 1 or before.quantities:
        return None
    return _named(before, Clause(0, len(before.tokens)), number, lexicon)


def name_container(
    context: Context, quantity: Quantity, before: Context | None, lexicon: Lexicon
) -> Naming | None:
    """Return what money is 'daarin': the last noun of the sentence before.

    Example: 'De rest gaat naar de spaarpot. Daar zat vorig jaar 35 miljoen euro in' → ``spaarpot``.
    """
    words = [token.text.lower() for token in context.tokens if token.pos != "PUNCT"]
    apart = words[:1] in (["daar"], ["hier"]) and words[-1:] == ["in"]
    inside = apart or words[:1] in (["daarin"], ["hierin"])
    if before is None or quantity.kind != "money" or not inside:
        return None
    skip = taken_tokens(before) | place_tokens(before)
    for index in reversed(range(len(before.tokens))):
        if before.tokens[index].pos == "NOUN" and index not in skip:
            phrase = subject_phrase(before, index, Clause(0, len(before.tokens)))
            label = None if phrase is None else label_of(before, phrase, lexicon)
            return None if phrase is None or label is None else _naming(before, phrase, label)
    return None


def name_introduced(quantity: Quantity, before: Context | None, lexicon: Lexicon) -> Naming | None:
    """Return the thing that the sentence before speaks of as new, for an amount without a name.

    Example: 'De bond wil een noodfonds oprichten. De voorzitter denkt aan een bedrag van 3 ton' →
    ``noodfonds``.
    """
    if before is None or before.quantities or quantity.kind != "money":
        return None
    skip = taken_tokens(before) | place_tokens(before)
    whole = Clause(0, len(before.tokens))
    for index in reversed(range(1, len(before.tokens))):
        token = before.tokens[index]
        new = before.tokens[index - 1].text.lower() == "een"
        if not new or token.pos != "NOUN" or index in skip or token.dep not in _ARGUMENTS:
            continue
        if lemma(token) in _nobody(lexicon) or lexicon.is_actor(lemma(token)):
            continue
        phrase = subject_phrase(before, index, whole)
        label = None if phrase is None else label_of(before, phrase, lexicon)
        if phrase is not None and label is not None:
            return _naming(before, phrase, label)
    return None


def name_of_it(
    context: Context, naming: Naming, before: Context | None, lexicon: Lexicon
) -> Naming:
    """Return a name with what 'ervan' or 'daarvan' right behind it stands for.

    The subject of the clause before, or of the sentence before.

    Example: 'De uitbreiding van het museum is uitgesteld. De kosten daarvan zijn 4 miljoen' →
    ``kosten-uitbreiding-van-museum``.
    """
    end = naming.evidence.end
    if naming.indicator.known or naming.evidence.method != "stated" or end is None:
        return naming
    _, last = context.span(end - 1, end)
    if last >= len(context.tokens) or context.tokens[last].text.lower() not in _OF_IT:
        return naming
    clause = context.clause_at(context.tokens[last].start)
    topic = _topic(context, Clause(0, clause.first), lexicon)
    if topic is None and before is not None:
        topic = _topic(before, Clause(0, len(before.tokens)), lexicon)
    if topic is None or topic.text == naming.indicator.label:
        return naming
    label = Label(f"{naming.indicator.label} {topic.text}", naming.indicator.topic)
    return replace(naming, indicator=derive(label))


def _topic(context: Context, clause: Clause, lexicon: Lexicon) -> Label | None:
    """The first subject that is something."""
    skip = taken_tokens(context) | place_tokens(context)
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if token.pos != "NOUN" or not token.dep.startswith("nsubj") or index in skip:
            continue
        if lemma(token) in _nobody(lexicon) or lexicon.is_actor(lemma(token)):
            continue
        phrase = subject_phrase(context, index, clause)
        return None if phrase is None else label_of(context, phrase, lexicon)
    return None


def name_asked(
    context: Context, quantity: Quantity, before: Context | None, lexicon: Lexicon
) -> Naming | None:
    """Return the subject of the question just above, for an answer that has no subject itself.

    Example: 'Gaat de huur omhoog? Ja, met 3 procent' → ``huur``.
    """
    if before is None or not before.sentence.text.rstrip().endswith("?"):
        return None
    own = context.clause_at(quantity.start)
    tokens = context.tokens[own.first : own.last]
    if has_verb(context, own) or any(t.dep.startswith("nsubj") for t in tokens):
        return None
    whole = Clause(0, len(before.tokens))
    verb = verb_noun(before, lexicon, whole) if quantity.kind == "money" else None
    for index, token in enumerate(before.tokens):
        if token.pos != "NOUN" or not token.dep.startswith("nsubj"):
            continue
        if lemma(token) in lexicon.generic or lexicon.is_actor(lemma(token)):
            continue
        phrase = subject_phrase(before, index, whole)
        label = None if phrase is None else label_of(before, phrase, lexicon)
        if phrase is not None and label is not None:
            found = evidence(before, phrase.first, phrase.last, "question")
            if verb is not None and verb != label.head:
                label = Label(f"{verb} {label.text}", verb)
            return Naming(derive(label), found, 0.65)
    if verb is not None:
        found = evidence(before, whole.first, whole.last, "question")
        rest = predicate(before, lexicon, whole, frozenset(), with_verb=True)
        text = f"{verb} {rest.text}" if rest is not None else verb
        return Naming(derive(Label(text, verb)), found, 0.6)
    return None


def _pronoun(context: Context, clause: Clause) -> int | None:
    """The pronoun that is subject of the clause, or the relative one that it opens with."""
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        if token.pos != "PRON" or not token.dep.startswith("nsubj"):
            continue
        word = token.text.lower()
        if word in _STAND_FOR or (word == "dat" and "PronType=Rel" in token.morph):
            return index
    return None


def _number(context: Context, clause: Clause) -> str | None:
    """'Number=Plur' or 'Number=Sing', by the finite verb of the clause."""
    for token in context.tokens[clause.first : clause.last]:
        if "VerbForm=Fin" in token.morph:
            parts = token.morph.split("|")
            return next((part for part in parts if part.startswith("Number=")), None)
    return None


def _right_before(context: Context, last: int, lexicon: Lexicon) -> Naming | None:
    """'het areaal zomertarwe, dat met 43 procent afnam': the noun phrase before the comma."""
    phrase = phrase_ending(context, last, Clause(0, last))
    if phrase is None or lemma(context.tokens[phrase.head]) in _nobody(lexicon):
        return None
    label = label_of(context, phrase, lexicon)
    return None if label is None else _naming(context, phrase, label)


def _named(context: Context, clause: Clause, number: str | None, lexicon: Lexicon) -> Naming | None:
    skip = taken_tokens(context) | place_tokens(context)
    for index in reversed(range(clause.first, clause.last)):
        token = context.tokens[index]
        if token.pos != "NOUN" or index in skip or token.dep not in _ARGUMENTS:
            continue
        if lemma(token) in _nobody(lexicon):
            continue
        if number is not None and "Number=" in token.morph and number not in token.morph:
            continue
        if "Number=Plur" not in token.morph and "Gender=Neut" in token.morph:
            continue
        phrase = subject_phrase(context, index, clause)
        label = None if phrase is None else label_of(context, phrase, lexicon)
        if phrase is None or label is None:
            continue
        return _naming(context, phrase, label)
    return None


def _naming(context: Context, phrase: NounPhrase, label: Label) -> Naming:
    return Naming(derive(label), evidence(context, phrase.first, phrase.last, "carried_over"), 0.65)


def _nobody(lexicon: Lexicon) -> frozenset[str]:
    """Heads that name no subject by themselves."""
    return lexicon.population | lexicon.actors | lexicon.generic
