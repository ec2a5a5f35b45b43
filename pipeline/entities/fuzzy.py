"""Recognising a misspelt organisation or municipality: Accara for Accare, Hogeveen for Hoogeveen.

Only where the text announces such a name: in an enumeration with known organisations, after
'organisaties zoals', after 'stichting', after 'gemeente'; or where the rest of the name or its
sound leaves no doubt. Ordinary words and persons never turn into organisations. A weaker likeness
passes only for an organisation that works where the document is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from pipeline.entities.gazetteer import PLACES, Gazetteer, key_of
from pipeline.entities.likeness import KnownNames, known_names, sound
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, hit_at, surface
from pipeline.entities.words import Line, fold
from pipeline.records import Alias

# How alike two names must be, from 0 to 100 (rapidfuzz's ratio): at all, for an organisation that
# works nearby, and for a word that only the model takes for an organisation's name.
_STRICT, _NEARBY, _LABELLED = 86.0, 78.0, 88.0
_SAME_SOUND = 90.0  # what counts as likeness where two names are spelled apart and sound the same
_SHORTEST = 5  # letters of a name that another may be a misspelling of
_UNANNOUNCED = 6  # letters that a name needs if nothing announces it
_LONGEST = 10  # words of a name
_INNER = frozenset({"van", "voor", "de", "het", "en", "der", "des", "den", "op", "in", "aan"})
_JOINERS = frozenset({",", "en", "of", "&"})


def find_misspelt(
    lines: Sequence[Line],
    known: Sequence[Hit],
    gazetteer: Gazetteer,
    rules: Rules,
    taken: Taken,
) -> tuple[tuple[Hit, ...], tuple[Alias, ...]]:
    """Return the misspelt names and, for each, the alias that was learnt."""
    here = {
        area
        for hit in known
        if hit.entity and hit.kind in {"municipality", "province"}
        for area in gazetteer.areas.get(hit.entity, ())
    } - {"NL"}
    candidates = _Candidates(gazetteer, here)
    names = known_names(gazetteer)
    by_line: dict[int, list[Hit]] = {}
    for hit in known:
        by_line.setdefault(hit.line, []).append(hit)
    hits: list[Hit] = []
    aliases: dict[tuple[str, str], Alias] = {}

    def add(line: Line, first: int, last: int, sort: str, entity: str, likeness: float) -> None:
        score = round(likeness / 100 * 0.85, 2)
        hit = hit_at(line, first, last, kind=sort, entity=entity, method="fuzzy", score=score)
        hits.append(hit)
        taken.add([hit])
        text = surface(line, first, last)
        aliases[entity, text] = Alias(entity, text, "misspelling", "document")

    for line in lines:
        if line.shouting:
            continue
        mine = by_line.get(line.number, [])
        for first, last, entity, likeness in list(_phrases(line, mine, names, rules)):
            add(line, first, last, "organisation", entity, likeness)
        for first, last, sort, announced in list(_suspects(line, mine, rules, taken)):
            text = surface(line, first, last)
            if announced:
                found = candidates.nearest(text, sort)
            else:
                found = candidates.alone(text, labelled=line.words[first].label == "ORG")
            if found is not None:
                add(line, first, last, sort, *found)
    return tuple(hits), tuple(aliases.values())


def _phrases(
    line: Line, known: Iterable[Hit], names: KnownNames, rules: Rules
) -> Iterator[tuple[int, int, str, float]]:
    """Yield the names of several words that are nearly those of a known organisation."""
    taken = {
        index
        for hit in known
        if hit.kind not in PLACES and not hit.inside
        for index in range(hit.first, hit.last)
    }
    index = 0
    while index < len(line.words) - 1:
        found = None
        word = line.words[index]
        # 'Minister van Financiën' is not the ministry.
        role = rules.role_of(word.key) is not None
        if word.capital and word.letters and index not in taken and not role:
            found = _phrase_at(line, index, taken, names)
        if found is None:
            index += 1
            continue
        last, entity, likeness = found
        yield index, last, entity, likeness
        index = last


def _phrase_at(
    line: Line, first: int, taken: set[int], names: KnownNames
) -> tuple[int, str, float] | None:
    ends = []
    telling = False
    for at in range(first, min(first + _LONGEST, len(line.words))):
        word = line.words[at]
        if at in taken or not (word.letters or word.text in "&-"):
            break
        telling = telling or word.key in names.by_word
        if word.capital:
            ends.append(at + 1)
        elif word.letters and word.key not in _INNER:
            break
    for last in reversed(ends[1:] if telling else ()):
        found = names.nearest([word.key for word in line.words[first:last]])
        if found is not None:
            return last, *found
    return None


class _Candidates:
    """The names that a misspelt one is compared with."""

    def __init__(self, gazetteer: Gazetteer, here: set[str]) -> None:
        self.entities: dict[str, list[str]] = {"organisation": [], "municipality": []}
        self.sounds: dict[str, list[str]] = {"organisation": [], "municipality": []}
        for entity in gazetteer.entities:
            if entity.kind in self.sounds and len(entity.name) >= _SHORTEST:
                self.entities[entity.kind].append(entity.id)
                self.sounds[entity.kind].append(sound(entity.name))
        # Names of one word by their sound; one that needs more evidence is never guessed.
        self.plain = {
            sound(entity.name): (entity.id, fold(entity.name))
            for entity in gazetteer.entities
            if entity.kind == "organisation"
            and len(entity.name) >= _UNANNOUNCED
            and len(key_of(entity.name)) == 1
            and not any(name.needs for name in gazetteer.index.get(key_of(entity.name), ()))
        }
        self.written = dict(self.plain.values())
        self.local = {
            entity.id for entity in gazetteer.entities if gazetteer.areas[entity.id] & here
        }

    def alone(self, text: str, *, labelled: bool) -> tuple[str, float] | None:
        """Return the organisation that a word must be which nothing announces, if any.

        It must sound the same (Acarre, Accare), or be very like one where the model says that it
        is an organisation's name (``labelled``).
        """
        if len(text) < _UNANNOUNCED:
            return None
        same = self.plain.get(sound(text))
        if same is not None:
            return same[0], _SAME_SOUND
        if not labelled:
            return None
        best = process.extractOne(
            fold(text), self.written, scorer=fuzz.ratio, score_cutoff=_LABELLED
        )
        return (best[2], best[1]) if best else None

    def nearest(self, text: str, sort: str) -> tuple[str, float] | None:
        """Return the entity whose name sounds most alike, or None where none is near enough."""
        said = sound(text)
        if len(said) < _SHORTEST - 1:
            return None
        best = process.extract(said, self.sounds[sort], scorer=fuzz.ratio, limit=3)
        for _, likeness, place in best:
            entity = self.entities[sort][place]
            bar = _NEARBY if sort == "organisation" and entity in self.local else _STRICT
            if likeness >= bar:
                return entity, likeness
        return None


def _suspects(
    line: Line, known: Iterable[Hit], rules: Rules, taken: Taken
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the unknown capital names, what sort is expected there, and whether one is."""
    mine = [hit for hit in known if not hit.inside]
    organisations = {hit.first for hit in mine if hit.kind == "organisation"}
    ends = {hit.last for hit in mine if hit.kind == "organisation"}
    index = 0
    while index < len(line.words):
        last = _run(line, index, rules, taken)
        if not last:
            index += 1
            continue
        if line.key(index - 1) == "gemeente":
            yield index, last, "municipality", True
        elif _announced(line, index, rules) or _listed(line, index, last, organisations, ends):
            yield index, last, "organisation", True
        elif last - index == 1 and _stands_alone(line, index):
            yield index, last, "organisation", False
        index = last


def _stands_alone(line: Line, index: int) -> bool:
    """Whether a word is not a piece of a longer name, a person's or a place's."""
    word = line.words[index]
    if word.label in {"PERSON", "LOC"} or line.glued(index) or line.glued(index + 1):
        return False
    after = line.words[index + 1] if index + 1 < len(line.words) else None
    return word.label == "" or after is None or after.label != word.label


def _run(line: Line, first: int, rules: Rules, taken: Taken) -> int:
    last = first
    while (
        last < len(line.words)
        and last - first < 4
        and line.words[last].letters
        and line.words[last].capital
        and taken.free(line.number, last, last + 1)
    ):
        last += 1
    if last == first or (line.opens(first) and last - first == 1):
        return 0
    words = line.words[first:last]
    if words[0].key in rules.given_names or words[0].key in rules.cues["person.never"]:
        return 0
    return last


def _announced(line: Line, first: int, rules: Rules) -> bool:
    """'organisaties zoals X', 'stichting X', and the later items of such a list."""
    heads = rules.cues["organisation.heads"]
    lists = rules.cues["organisation.lists"]
    such_as = rules.cues["organisation.such_as"] | {"als", ":"}
    at = first - 1
    if line.key(at) in heads | lists:
        return True
    steps = 0
    while at >= 0 and steps < 16:
        key, word = line.key(at), line.words[at]
        if key in such_as:
            return line.key(at - 1) in lists | heads
        if not (key in _JOINERS or word.capital):
            return False
        at -= 1
        steps += 1
    return False


def _listed(
    line: Line,
    first: int,
    last: int,
    starts: set[int],
    ends: set[int],
) -> bool:
    """Whether a known organisation stands beside the words in an enumeration."""
    return (line.key(first - 1) in _JOINERS and first - 1 in ends) or (
        line.key(last) in _JOINERS and last + 1 in starts
    )
