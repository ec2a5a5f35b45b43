"""Whether a quantity says how much something rose or fell: the words of its clause tell."""

from __future__ import annotations

from pipeline.lemmas import nouns
from pipeline.quantities.change_words import change_noun
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.scan import NUMBER, WORD

_REACH = 12  # pieces between the verb and its number
_LOST = 4  # pieces behind a number in which it is told to be lost
_CLOSING = frozenset(
    {"en", "aan", "door", "gegaan", "gaan", "gaat", "ging", "gingen", "heeft", "hebben", "had"}
    | {"hadden", "is", "zijn", "was", "waren", "zal", "zou", "zouden", "kan", "kunnen", "moet"}
)
_CLAUSES = frozenset({"maar", "terwijl", "waar", "omdat", "doordat", "want", "waarbij", "nadat"})
_ELSEWHERE = _CLAUSES | {",", "en", "van"}  # behind one of these it is said of something else
_TOWARDS = frozenset({"vooruit", "voorwaarts", "achteruit", "omhoog", "omlaag"})
_ON_TOP = frozenset({"daarbovenop", "hierbovenop"})
_COMING = frozenset({"komt", "kwam", "komen", "kwamen", "ging", "gaat"})
_COPULAS = frozenset({"is", "was", "bedraagt", "bedroeg", "bedroegen", "waren", "zijn"})
_LINKS = frozenset({"dat", "die", "is", "bij", "voor", "aan", "in", "door"})


def direction_of(scene: Scene, draft: Draft) -> str | None:
    """Return up or down where the clause says that something changed by this quantity."""
    return (
        _on_top(scene, draft)
        or _of_held(scene, draft)
        or _before(scene, draft)
        or _after(scene, draft)
    )


def _of_held(scene: Scene, draft: Draft) -> str | None:
    """Return the direction of 'verloor bijna dertig zetels', 'kreeg er 300 klanten bij'."""
    changes = lexicon().changes
    if draft.unit is not None or draft.noun is None or draft.noun.lemma not in changes.held:
        return None
    for position in range(draft.first - 1, max(draft.first - 7, -1), -1):
        low = scene.low(position)
        if stops(scene, position) or low in _ELSEWHERE:
            break
        direction = "down" if low in changes.lost else _split(scene, draft, position)
        if direction is not None:
            return direction
    for position in range(draft.last, min(draft.last + _LOST, len(scene.pieces))):
        low = scene.low(position)
        if low in changes.lost:
            # 'dat er 300 leden verloren gingen', but not 'waar 300 leden verloren van de trainer'
            return "down" if _closes(scene, position + 1) else None
        if stops(scene, position) or low in _ELSEWHERE:
            break
    return None


def _closes(scene: Scene, index: int) -> bool:
    """Tell whether a clause ends before a piece, but for the verbs that may close it."""
    piece = scene.pieces[index] if index < len(scene.pieces) else None
    return piece is None or piece.kind != WORD or piece.low in _CLOSING | _CLAUSES


def _on_top(scene: Scene, draft: Draft) -> str | None:
    """Return up for 'Daarbovenop komt nog eens 3 miljoen': it is added to what was said."""
    coming = False
    for position in range(draft.first - 1, max(draft.first - 1 - _REACH, -1), -1):
        low = scene.low(position)
        if stops(scene, position) or scene.pieces[position].kind == NUMBER:
            return None
        coming = coming or low in _COMING
        if low in _ON_TOP:
            return "up" if coming else None
    return None


def is_percent(draft: Draft) -> bool:
    """Tell whether a quantity is in percent, percentage points or per mille."""
    return draft.unit is not None and draft.unit.id in {"percent", "percentage_point", "promille"}


def is_verb(low: str) -> bool:
    """Tell whether a word can only be meant as a verb; 'in' and 'op' are forms of verbs too."""
    return low in _COPULAS or (len(low) > 3 and nouns.is_verb(low))


def _before(scene: Scene, draft: Draft) -> str | None:
    """Look to the left: 'daalde met 6 procent', 'een stijging van 12 procent', 'zakte 3%'."""
    if scene.low(draft.first - 1) == "%":
        return None  # a row of percentages, no clause
    changes = lexicon().changes
    link = _past_fillers(scene, draft.first - 1)
    low = scene.low(link)
    first = scene.low(draft.first)
    if draft.upper is not None and first in changes.source:
        return changes.nouns.get(change_noun(low))
    if low in changes.target or first in changes.target:
        return _reduced(scene, draft) if low not in changes.target else None
    if low in changes.source:
        return _noun_of(scene, draft, link)
    if low in changes.measure:
        return _verb_around(scene, draft, link)
    # Without a link: 'daalde 6 procent', 'steeg vorig jaar licht, 2 procent'.
    if not is_percent(draft):
        return changes.verbs.get(low) if _finite(low) and draft.unit is not None else None
    if low in _COPULAS:
        return _subject(scene, link)
    for position in range(link, max(link - 6, -1), -1):
        if scene.pieces[position].kind == NUMBER or scene.low(position) == "%":
            continue  # no word: lists of percentages are long
        word = word_at(scene, position)
        if stops(scene, position) or word in _CLAUSES or word == "en":
            return None
        if word == "," and position != link:
            return None
        direction = changes.verbs.get(word)
        if direction is None and word in changes.percent_only:
            # 'zag de winst 5 procent dalen': the verb says more than the noun
            direction = changes.verbs.get(scene.low(draft.last)) or changes.percent_only[word]
        if direction is None and position == link:
            direction = changes.nouns.get(change_noun(word))  # 'dat de omzetgroei 3 procent was'
        if direction is not None:
            return direction
        split = _split(scene, draft, position)
        if split is not None:
            return split
        if word in changes.target or word in changes.source or word in _LINKS:
            return None
    return None


def _past_fillers(scene: Scene, link: int) -> int:
    """Step back over what may stand between a link and its number: 'met op jaarbasis 3,1%'."""
    fillers = lexicon().changes.fillers
    while link > 0 and scene.pieces[link].kind == WORD:
        low = scene.low(link)
        if f"{scene.low(link - 1)} {low}" in fillers:
            link -= 2
        elif low in fillers:
            link -= 1
        else:
            return link
    return link


def _reduced(scene: Scene, draft: Draft) -> str | None:
    """Return the direction of 'neemt tot 90 procent af': at most so much, not a target."""
    if not is_percent(draft):
        return None
    for position in range(draft.first - 1, max(draft.first - 7, -1), -1):
        if stops(scene, position) or scene.low(position) == ",":
            return None
        for split in lexicon().changes.splits:
            measured = split.particle in {"af", "toe"} and scene.low(position) in split.forms
            if measured and scene.low(draft.last) == split.particle:
                return split.direction
    return None


def _noun_of(scene: Scene, draft: Draft, link: int) -> str | None:
    """Return the direction of 'een stijging van 3 procent' and 'de stijging van de huren van'."""
    changes = lexicon().changes
    link -= scene.low(link - 1) in _TOWARDS  # 'een sprong vooruit van 4 procent'
    noun = word_at(scene, link - 1)
    direction = changes.nouns.get(change_noun(noun))
    if direction is not None or not is_percent(draft):
        return direction
    if noun in changes.percent_only:
        return changes.percent_only[noun]
    for position in range(link - 2, max(link - 7, -1), -1):
        piece = scene.pieces[position]
        if piece.kind != WORD or piece.low in changes.measure or stops(scene, position):
            return None
        direction = changes.nouns.get(change_noun(word_at(scene, position)))
        if direction is not None:
            return direction if scene.low(position + 1) in {"van", "in", "te"} else None
    return None


def _subject(scene: Scene, verb: int) -> str | None:
    """Return the direction of 'de groei van de economie bedroeg' before its percentage."""
    changes = lexicon().changes
    for position in range(verb - 1, max(verb - 8, -1), -1):
        piece = scene.pieces[position]
        if piece.kind != WORD or piece.low in _CLAUSES or stops(scene, position):
            return None
        direction = changes.nouns.get(change_noun(word_at(scene, position)))
        if direction is not None:
            near = scene.low(position + 1) in {"van", "in", scene.low(verb)}
            return direction if near and scene.low(position - 1) != "na" else None
    return None


def word_at(scene: Scene, position: int) -> str:
    """Return a word that may tell a direction; a name (supermarkt Plus) is none."""
    if not 0 <= position < len(scene.pieces):
        return ""
    piece = scene.pieces[position]
    if not piece.capital:
        return piece.low
    opens = position == 0 or piece.opens_line or scene.ends_sentence(position - 1)
    named = piece.low in lexicon().changes.percent_only and not _is_linked(scene, position)
    return piece.low if opens and not named else ""


def _is_linked(scene: Scene, position: int) -> bool:
    following = position + 1
    if following >= len(scene.pieces):
        return False
    return scene.low(following) in {"van", "met"} or scene.pieces[following].kind == NUMBER


def _finite(word: str) -> bool:
    return not word.startswith("ge") and not word.endswith("end")


def stops(scene: Scene, position: int) -> bool:
    return scene.ends_sentence(position) or scene.low(position) in {";", ":"}


def _verb_around(scene: Scene, draft: Draft, link: int) -> str | None:
    """Find the verb of 'met 6 procent': in its clause, before it or at the end of the clause.

    A verb wins from a noun ('de groei is met 6 procent afgenomen'), the own clause from the one
    before a comma.
    """
    edge = _clause_start(scene, link)
    verb = _verb_before(scene, draft, link, edge) or _verb_behind(scene, draft)
    if verb is not None:
        return verb
    noun = _noun_before(scene, link, edge)
    if noun is not None or scene.low(edge) != ",":
        return noun
    earlier = max(link - 1 - _REACH, -1)
    for position in range(edge, earlier, -1):
        if stops(scene, position) or word_at(scene, position) in _CLAUSES:
            earlier = position
            break
    return _verb_before(scene, draft, edge, earlier) or _noun_before(scene, edge, earlier)


def _clause_start(scene: Scene, link: int) -> int:
    """Return the piece before which the clause of ``link`` does not reach."""
    last = max(link - 1 - _REACH, -1)
    for position in range(link - 1, last, -1):
        if stops(scene, position) or scene.low(position) in _CLAUSES | {","}:
            return position
    return last


def _verb_before(scene: Scene, draft: Draft, link: int, edge: int) -> str | None:
    changes = lexicon().changes
    for position in range(link - 1, edge, -1):
        direction = _split(scene, draft, position) or changes.verbs.get(word_at(scene, position))
        if direction is not None:
            return direction
    return None


def _noun_before(scene: Scene, link: int, edge: int) -> str | None:
    changes = lexicon().changes
    for position in range(link - 1, edge, -1):
        direction = changes.nouns.get(change_noun(word_at(scene, position)))
        if direction is not None:
            # 'de daling bij bedrijven met 50 mensen': only what rose or fell by it.
            between = {scene.low(place) for place in range(position, link)}
            return direction if between.isdisjoint({"bij", "voor", "onder"}) else None
    return None


def _verb_behind(scene: Scene, draft: Draft) -> str | None:
    # 'een huis met drie slaapkamers kan oplopen tot': the verb of a bare count stands close.
    reach = _REACH if draft.unit is not None else 2
    for position in range(draft.last, min(draft.last + reach, len(scene.pieces))):
        direction = lexicon().changes.verbs.get(word_at(scene, position))
        if direction is not None:
            return direction
        if stops(scene, position) or scene.low(position) in _CLAUSES | {","}:
            return None
    return None


def _split(scene: Scene, draft: Draft, position: int) -> str | None:
    """Return the direction of 'nam … toe' when its particle stands near the number."""
    word = scene.low(position)
    for split in lexicon().changes.splits:
        if word not in split.forms:
            continue
        if split.close:
            if _closes_clause(scene, draft.last, split.particle):
                return split.direction
            continue
        low, high = position + 1, min(draft.last + 5, len(scene.pieces))
        for other in range(low, high):
            if scene.low(other) == split.particle:
                return split.direction
            if stops(scene, other):
                break
    return None


def _noun_behind(scene: Scene, draft: Draft) -> str | None:
    """Return the direction of '3% groei', '4 procent economische krimp', '0,4% verloor'."""
    position = draft.last
    if nouns.is_inflected_adjective(scene.low(position)):
        position += 1
    piece = scene.pieces[position] if position < len(scene.pieces) else None
    if piece is None or piece.capital or piece.opens_line:
        return None
    changes = lexicon().changes
    noun = changes.nouns.get(change_noun(piece.low))
    # 'terwijl het fonds 0,4% verloor.', but not 'meer dan 30 procent verloor zijn baan'
    closes = scene.low(position + 1) in {".", ",", ";", ")", ""}
    if noun is not None or not closes or scene.low(draft.first - 1) == "met":
        return noun
    return changes.percent_only.get(piece.low)


def _closes_clause(scene: Scene, index: int, particle: str) -> bool:
    """Tell the particle of 'kreeg er 3 procent bij' from a preposition with a noun behind it."""
    if scene.low(index) != particle:
        return False
    following = scene.pieces[index + 1] if index + 1 < len(scene.pieces) else None
    return following is None or following.kind != WORD or following.low in {"en", "op", "of"}


_BOUNDS = frozenset({"boven", "onder", "dan"})


def _after(scene: Scene, draft: Draft) -> str | None:
    """Look to the right: 'is 6 procent gestegen', '3 procent in de plus', '2 procent omhoog'."""
    following = scene.pieces[draft.last] if draft.last < len(scene.pieces) else None
    if following is None or following.kind == NUMBER:
        return None
    changes = lexicon().changes
    noun = _noun_behind(scene, draft) if is_percent(draft) else None
    if noun is not None:
        return noun
    before = scene.low(draft.first - 1)
    if before in changes.target or before in changes.source or before in _BOUNDS:
        return None
    if scene.low(draft.first) in changes.target:
        return None
    phrase = changes.after.at(scene.pieces, draft.last) if is_percent(draft) else None
    if phrase is not None:
        return phrase[1]
    limit = 3 if is_percent(draft) else 1
    position = draft.last
    for _ in range(limit):
        if position >= len(scene.pieces) or scene.pieces[position].kind == NUMBER:
            return None
        low = scene.low(position)
        direction = changes.verbs.get(low)
        participle = "ge" in low[:6]
        if direction is not None and not low.endswith("ende") and (is_percent(draft) or participle):
            return direction
        if scene.pieces[position].kind != WORD or low in {"van", "die", "dat"}:
            return None
        position += 1
    return None
