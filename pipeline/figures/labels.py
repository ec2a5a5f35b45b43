"""How an indicator that the text names is labelled: its noun phrase, with the head as lemma.

'van de forse tekorten op de jeugdhulp' becomes 'tekort op jeugdhulp': articles, places, times and
names of speakers fall away, the head is a lemma, the rest stays as written.
"""

from __future__ import annotations

from pipeline.figures.context import Clause, Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.naming import Label, Naming, derive
from pipeline.figures.phrases import (
    NounPhrase,
    evidence,
    extend,
    first_joint,
    is_paired,
    is_participle,
    join,
    lemma,
    phrase_at,
)
from pipeline.figures.words import is_area, is_circumstance, is_source, place_tokens, taken_tokens
from pipeline.records import Token

_KEPT = frozenset({"NOUN", "PROPN", "ADJ", "ADP"})
_OBJECTS = frozenset({"obj", "iobj"})
_PREDICATES = frozenset({"ROOT", "xcomp", "ccomp", "conj", "advcl", "acl:relcl"})
_MOTION = frozenset({"komen", "gaan", "lopen", "rijden", "fietsen", "varen", "reizen", "passeren"})
_WAYS = frozenset({"door", "over", "langs", "via", "rond", "voorbij", "vanaf"})
_AGREED = frozenset({"eens", "oneens"})
_JUDGES = frozenset({"vinden", "voelen"})
_MOST_WORDS = 6


def label_of(context: Context, phrase: NounPhrase, lexicon: Lexicon) -> Label | None:
    """Return the label of a noun phrase, or None when nothing in it names a subject.

    A head that says nothing by itself ('percentage', 'aantal') gives way to the noun after it.
    """
    skip = place_tokens(context) | taken_tokens(context)
    heads = [
        index
        for index in range(phrase.head, phrase.last)
        if index not in skip
        and context.tokens[index].pos in {"NOUN", "PROPN"}
        and not _is_empty(lemma(context.tokens[index]), lexicon)
    ]
    if not heads or not context.tokens[heads[0]].text[:1].isalpha():
        return None
    head = heads[0]
    first = phrase.first if head == phrase.head else _described(context, phrase.head, head)
    words: list[str] = []
    for index in range(first, phrase.last):
        token = context.tokens[index]
        done = phrase.head < index < head and is_participle(context, index)
        kept = done or token.pos in _KEPT or is_paired(context, index, phrase.last)
        if index in skip or not kept:
            continue
        words.append(lemma(token) if index == head else _as_written(context, index))
    words = _without_loose_ends(words, context, first, phrase.last)
    if len(words) > _MOST_WORDS:
        joint = first_joint(context, head + 1, phrase.last)
        if joint is not None:  # of a list that is too long its first stands for all
            return label_of(context, NounPhrase(phrase.first, joint, phrase.head), lexicon)
    return Label(" ".join(_shortened(words, context)), lemma(context.tokens[head]).lower())


def _shortened(words: list[str], context: Context) -> list[str]:
    """The first words of a label; what still waits for its noun goes with that noun."""
    if len(words) <= _MOST_WORDS:
        return words
    named = {t.text.lower() for t in context.tokens if t.pos in {"NOUN", "PROPN"}}
    kept = words[:_MOST_WORDS]
    while len(kept) > 1 and kept[-1].lower() not in named:
        kept.pop()
    return kept


def _described(context: Context, empty: int, head: int) -> int:
    """Where the adjectives begin between a noun that says nothing and the one that does.

    Example: 'nieuwe' in 'het aantal nieuwe leden'.
    """
    first = head
    while first - 1 > empty and context.tokens[first - 1].pos in {"ADJ", "VERB"}:
        first -= 1
    return first if context.tokens[first - 1].pos == "NOUN" else head


def _is_object(token: Token) -> bool:
    return token.pos == "NOUN" and token.dep in _OBJECTS


def _is_empty(word: str, lexicon: Lexicon) -> bool:
    """A word that names nothing that is measured."""
    return word.lower() in lexicon.generic or lexicon.is_actor(word)


def name_phrase(
    context: Context, phrase: NounPhrase | None, lexicon: Lexicon, certainty: float
) -> Naming | None:
    """Return the name that a noun phrase is by itself; None for one that says nothing, or none."""
    label = None if phrase is None else label_of(context, phrase, lexicon)
    if phrase is None or label is None:
        return None
    return Naming(derive(label), evidence(context, phrase.first, phrase.last), certainty)


def predicate(
    context: Context,
    lexicon: Lexicon,
    clause: Clause,
    outside: frozenset[int],
    *,
    with_verb: bool,
    with_adjective: bool | None = None,
) -> Label | None:
    """Return what a clause says besides the tokens ``outside``: its first noun phrase and verb.

    Without a verb ('is tevreden met het werk') an adjective leads, unless neither is asked for.

    'Tien procent van de patiënten verliest zijn baan' → 'baan verliezen'; where there is no noun
    the adjective or the verb itself ('is tevreden' → 'tevreden', 'rookt' → 'roken').
    """
    if with_adjective is None:
        with_adjective = with_verb
    verb = content_verb(context, lexicon, clause) if with_verb else None
    if with_verb and (verb is None or verb in _JUDGES):
        verb = _judged(context, clause) or verb
    agreed = agreement(context, clause, outside) if with_adjective and verb is None else None
    if agreed is not None:
        return agreed
    taken = outside | taken_tokens(context) | place_tokens(context)
    places = sorted(
        range(clause.first, clause.last), key=lambda i: not _is_object(context.tokens[i])
    )
    for index in places:
        token = context.tokens[index]
        if index in taken or token.pos not in {"NOUN", "PROPN"}:
            continue
        word = lemma(token)
        if word.lower() in lexicon.population or _is_empty(word, lexicon):
            alone = with_adjective and not verb and word.lower() not in lexicon.generic
            leads = _leading(context, index, clause, taken) if alone else None
            if leads is not None:  # 'is tevreden over de wethouder', 'is bang voor jongeren'
                return Label(f"{leads} {word}", word.lower())
            continue
        if is_source(context, index) or is_area(context, index) or is_circumstance(context, index):
            continue
        if verb is None and _is_way(context, index, clause):
            continue
        start = index
        while start > clause.first and _qualifies(context, start - 1) and start - 1 not in taken:
            start -= 1
        phrase = join(context, NounPhrase(start, index + 1, index), clause)
        phrase = extend(context, phrase, clause, limit=1)
        label = label_of(context, phrase, lexicon)
        if label is not None:
            text = f"{label.text} {verb}" if verb else label.text
            alone = with_adjective and not verb
            leads = _leading(context, phrase.first, clause, taken) if alone else None
            return Label(f"{leads} {text}" if leads else text, label.head)
    if not with_verb:
        return None
    if verb is None:
        verb = adjective(context, lexicon, clause, taken)
    return Label(verb, verb) if verb else None


def _leading(context: Context, first: int, clause: Clause, taken: frozenset[int]) -> str | None:
    """'is tevreden met het werk', 'is afkomstig van de landbouw': the noun says what it is with."""
    tokens = context.tokens
    place = first - 1
    while place > clause.first and tokens[place].pos in {"DET", "PRON"}:
        place -= 1
    if place <= clause.first or tokens[place].pos != "ADP" or tokens[place - 1].pos != "ADJ":
        return None
    word = tokens[place - 1]
    degree = "Degree=Cmp" in word.morph or "Degree=Sup" in word.morph
    if place - 1 in taken or word.dep in {"amod", "advmod"} or degree:
        return None
    return f"{word.text.lower()} {tokens[place].text.lower()}"


def agreement(context: Context, clause: Clause, outside: frozenset[int]) -> Label | None:
    """'is het niet eens met de raad', 'het met hem oneens'; not 'wel eens', now and then.

    Of more than one in a clause the first behind the number: it is the one that it says.
    """
    tokens = context.tokens
    places = range(clause.first, clause.last)
    found = [i for i in places if tokens[i].text.lower() in _AGREED]
    if not found or not any("zijn" in context.forms[i] for i in places):
        return None
    begin = min(outside & set(places), default=clause.first)
    eens = next((i for i in found if i > begin), found[-1])
    before = [token.text.lower() for token in tokens[min(begin, eens) : eens]]
    if "het" not in before:
        return None
    word = f"{'niet ' if 'niet' in before else ''}{tokens[eens].text.lower()}"
    led = (i for i in (eens + 1, *reversed(range(clause.first, eens))) if i < clause.last)
    of = next((i for i in led if tokens[i].text.lower() == "met"), None)
    phrase = None if of is None else phrase_at(context, of + 1, clause)
    if phrase is None:
        return Label(word, word)
    person = any(m.start <= tokens[phrase.head].start < m.end for m in context.mentions)
    last = phrase.last if person else phrase.head + 1
    whom = " ".join(lemma(token) for token in tokens[phrase.head : last])
    return Label(f"{word} met {whom}", word)


def _is_way(context: Context, index: int, clause: Clause) -> bool:
    """'kwamen door de draaihekjes': the way that somebody goes, where no verb tells of more."""
    place = index - 1
    while place > 0 and context.tokens[place].pos in {"DET", "ADJ", "NUM"}:
        place -= 1
    way = place >= 0 and context.tokens[place].text.lower() in _WAYS
    return way and any(
        _MOTION.intersection(forms) for forms in context.forms[clause.first : clause.last]
    )


def _judged(context: Context, clause: Clause) -> str | None:
    """'vindt een lift nodig' → nodig vinden, 'voelt zich veilig': how it is thought or felt."""
    places = range(clause.first, clause.last)
    judges = (form for index in places for form in context.forms[index] if form in _JUDGES)
    verb = next(judges, None)
    if verb is None:
        return None
    return next(
        (
            f"{context.tokens[index].text.lower()} {verb}"
            for index in places
            if context.tokens[index].pos == "ADJ"
            and (context.tokens[index].dep == "xcomp" or _closes(context, index, clause))
        ),
        None,
    )


def _closes(context: Context, index: int, clause: Clause) -> bool:
    return all(token.pos == "PUNCT" for token in context.tokens[index + 1 : clause.last])


def content_verb(context: Context, lexicon: Lexicon, clause: Clause) -> str | None:
    """Return the infinitive of the verb that says what happens; 'hebben' says nothing."""
    taken = taken_tokens(context)
    verbs = [
        index
        for index in range(clause.first, clause.last)
        if context.tokens[index].pos == "VERB"
        and index not in taken
        and not _is_light(context, index, lexicon)
        and not _is_attribute(context, index)
    ]
    if not verbs:
        return None
    # A participle or infinitive at the end carries the meaning: 'is … opgelost'.
    chosen = next(
        (i for i in reversed(verbs) if "VerbForm=Fin" not in context.tokens[i].morph), verbs[0]
    )
    joined = [form for form in context.forms[chosen] if form.endswith(context.tokens[chosen].lemma)]
    return max(joined, key=len) if joined else context.tokens[chosen].lemma.lower()


def _is_attribute(context: Context, index: int) -> bool:
    """'de regerende partij', 'het voortgezet onderwijs': a verb by form that describes a noun."""
    token = context.tokens[index]
    if "VerbForm=Fin" in token.morph:
        return False
    following = context.tokens[index + 1 : index + 2]
    describes = token.dep in {"amod", "acl"} or token.text.lower().endswith(("de", "te", "ene"))
    return describes and any(t.pos in {"NOUN", "PROPN", "ADJ"} for t in following)


def _is_light(context: Context, index: int, lexicon: Lexicon) -> bool:
    """'doen' is light, 'meedoen' is not: with its particle it is another verb."""
    for token in context.tokens:
        if token.dep == "compound:prt" and token.head == index:
            particle, verb = token.text.lower(), context.tokens[index].lemma.lower()
            return particle + verb.removeprefix(particle) in lexicon.light_verbs
    return any(form in lexicon.light_verbs for form in context.forms[index])


def subject_phrase(context: Context, index: int, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase around the noun at ``index`` with what hangs on it."""
    start = index
    while start > clause.first and _qualifies(context, start - 1):
        start -= 1
    phrase = phrase_at(context, start, clause)
    return None if phrase is None else extend(context, phrase, clause)


def _qualifies(context: Context, index: int) -> bool:
    return context.tokens[index].pos == "ADJ"


def adjective(
    context: Context,
    lexicon: Lexicon,
    clause: Clause,
    taken: frozenset[int],
    *,
    generic: bool = False,
) -> str | None:
    """Return the adjective that a clause says of its subject; a ``generic`` one only if asked for.

    Example: 'is tevreden' → tevreden; 'is te hoog' → hoog, which says little.
    """
    for index in range(clause.first, clause.last):
        token = context.tokens[index]
        following = context.tokens[index + 1 : index + 2]
        described = {"NOUN", "PROPN", "ADJ"} | (set() if generic else {"NUM"})
        attribute = any(t.pos in described for t in following)
        degree = "Degree=Cmp" in token.morph or "Degree=Sup" in token.morph
        predicative = token.dep in _PREDICATES or not (attribute or degree)
        if index not in taken and token.pos == "ADJ" and predicative and len(token.text) > 3:
            word = token.lemma.lower() or token.text.lower()
            if word == "één":  # 'de eerste'
                continue
            if generic or word not in lexicon.generic:
                return word
    return None


def _as_written(context: Context, index: int) -> str:
    token = context.tokens[index]
    return token.text if token.pos == "PROPN" else token.text.lower()


def _without_loose_ends(words: list[str], context: Context, first: int, last: int) -> list[str]:
    """Drop prepositions whose noun fell away: 'tekort in' for 'tekort in Assen'."""
    prepositions = {
        context.tokens[i].text.lower() for i in range(first, last) if context.tokens[i].pos == "ADP"
    }
    kept: list[str] = []
    while words and words[-1] in {"en", "of"}:
        words = words[:-1]  # 'de architect en schrijver Mulder': a title goes with its name
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else None
        if word in prepositions and (following is None or following in prepositions or not kept):
            continue
        kept.append(word)
    return kept
