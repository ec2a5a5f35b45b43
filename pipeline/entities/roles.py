"""What persons are: 'wethouder Jan Broekema (SP) van de gemeente Assen'.

The role stands before the name or behind it; party, place and organisation are read from the words
around both. A municipal role without a place belongs to the municipality the document is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.entities.gazetteer import PLACES, Gazetteer
from pipeline.entities.portfolios import ministry_after
from pipeline.entities.rules import RoleWord, Rules
from pipeline.entities.spans import Hit, by_word
from pipeline.entities.words import Line
from pipeline.records import Role

_LINKS = frozenset(
    {"(", ")", ",", "-"}
    | {"van", "de", "het", "uit", "in", "namens", "voor", "bij", "aan", "der", "den"}
)
_PREPOSITIONS = frozenset({"van", "voor", "der", "den", "namens", "bij", "met", "aan"})
_SUBJECT = 2  # words before the name: 'De Tielse SP wil'
_SIGNED = 4  # words of a role below a name
_BETWEEN = frozenset({"van", "voor", "de", "het", "en", "der", "den", ",", ".", "(", ")", "-"})


@dataclass(frozen=True, slots=True)
class _Belongings:
    party: str | None = None
    place: str | None = None
    organisation: str | None = None

    def completed_by(self, other: _Belongings) -> _Belongings:
        return _Belongings(
            self.party or other.party,
            self.place or other.place,
            self.organisation or other.organisation,
        )


def find_roles(
    lines: Sequence[Line],
    hits: Sequence[Hit],
    gazetteer: Gazetteer,
    rules: Rules,
    main: str | None,
) -> tuple[Role, ...]:
    """Return the roles that a document gives its persons, each once and as full as it is said.

    ``main`` is the place the document is about: an office without a place is held there.
    """
    at = by_word(hits)
    found: dict[tuple[str, str], Role] = {}
    for hit in hits:
        if hit.kind != "person" or hit.entity is None:
            continue
        role = _role_of(lines[hit.line], hit, at, rules, gazetteer, main)
        role = role or _role_below(lines, hit, rules, gazetteer, main)
        if role is None:
            continue
        if role.party is None and role.role in rules.cues["party.offices"]:
            role = replace(role, party=_party_above(lines, hit, hits))
        for each in (role, *_role_beside(lines[hit.line], role, rules, gazetteer, main)):
            key = (each.person, each.role)
            found[key] = _merge(found[key], each) if key in found else each
    return tuple(found.values())


def _role_beside(
    line: Line, role: Role, rules: Rules, gazetteer: Gazetteer, main: str | None
) -> tuple[Role, ...]:
    """The role before 'en': 'premier en VVD-leider Mark Bos' is both, for one party."""
    index = next((i for i, w in enumerate(line.words) if w.start == role.start), 0)
    if index < 2 or line.key(index - 1) != "en" or line.key(index - 2) not in rules.roles:
        return ()
    word = rules.roles[line.key(index - 2)]
    place = role.place or _usual_place(word, _Belongings(), gazetteer, main)
    start = line.words[index - 2].start
    return (replace(role, role=word.lemma, place=place, start=start),)


def _role_below(
    lines: Sequence[Line], hit: Hit, rules: Rules, gazetteer: Gazetteer, main: str | None
) -> Role | None:
    """Who signs: 'Anneke de Boer' on a line alone, and 'beheerder' on the line below it."""
    own = lines[hit.line].words
    below = lines[hit.line + 1] if hit.line + 1 < len(lines) else None
    alone = hit.first == 0 and all(not word.letters for word in own[hit.last :])
    if below is None or not alone or not 0 < len(below.words) <= _SIGNED:
        return None
    if not below.words[0].letters or below.text.endswith("."):
        return None
    word = rules.role_of(below.words[0].key)
    if word is None:
        return None
    place = _usual_place(word, _Belongings(), gazetteer, main)
    return Role(hit.entity or "", word.lemma, None, place, None, hit.start, hit.end)


def _party_above(lines: Sequence[Line], hit: Hit, hits: Sequence[Hit]) -> str | None:
    """'De VVD vindt dat veel. Raadslid Joris Bos vroeg waarom': he speaks for the VVD.

    The sentence before begins with the party and names no other, nor does his own name any.
    """
    above = lines[hit.line - 1] if hit.line else None
    if above is None or lines[hit.line].start - above.start - len(above.text) > 1:
        return None  # another paragraph
    named = [other for other in hits if other.kind == "party" and other.line == above.number]
    own = any(other.kind == "party" and other.line == hit.line for other in hits)
    parties = {other.entity for other in named}
    if own or len(parties) != 1 or min(other.first for other in named) - above.first > _SUBJECT:
        return None
    return parties.pop()


def _merge(known: Role, new: Role) -> Role:
    return Role(
        person=known.person,
        role=known.role,
        party=known.party or new.party,
        place=known.place or new.place,
        organisation=known.organisation or new.organisation,
        start=known.start,
        end=known.end,
    )


def _role_of(
    line: Line,
    hit: Hit,
    at: Mapping[tuple[int, int], Hit],
    rules: Rules,
    gazetteer: Gazetteer,
    main: str | None,
) -> Role | None:
    before = _role_before(line, hit.first, at, rules)
    after = None if before else _role_after(line, hit.last, at, rules)
    if before is None and after is None:
        return None
    if before is not None:
        word, first, own = before
        last, tail = _tail(line, hit.last, at, rules)
        own = own.completed_by(tail)
        if word.lemma in rules.cues["role.ministers"]:
            last, own = _of_ministry(line, hit, (first, last), own, at, rules, gazetteer)
        start, end = line.words[first].start, line.words[last - 1].end
    else:
        assert after is not None
        word, last, own = after
        start, end = hit.start, line.words[last - 1].end
    place = own.place or _usual_place(word, own, gazetteer, main)
    return Role(hit.entity or "", word.lemma, own.party, place, own.organisation, start, end)


def _of_ministry(
    line: Line,
    hit: Hit,
    span: tuple[int, int],
    own: _Belongings,
    at: Mapping[tuple[int, int], Hit],
    rules: Rules,
    gazetteer: Gazetteer,
) -> tuple[int, _Belongings]:
    """Read 'van Landbouw' behind the name of a minister, or 'van Onderwijs' before it."""
    first, last = span
    if own.place not in {None, "NL"}:  # another country's
        return last, own
    for index in (hit.last, *range(hit.first - 1, first, -1)):
        found = ministry_after(line, index, gazetteer)
        if found is None:
            continue
        ministry, end = found
        own = replace(own, place="NL", organisation=ministry)
        if index < hit.last:
            return last, own
        behind, more = _tail(line, end, at, rules)
        return max(last, behind, end + (line.key(end) == ")")), own.completed_by(more)
    return last, own


def _usual_place(
    word: RoleWord, own: _Belongings, gazetteer: Gazetteer, main: str | None
) -> str | None:
    if word.level == "country":
        return "NL"
    if not word.level or own.organisation or main is None:
        return None
    entity = gazetteer.by_id[main]
    if entity.kind == word.level:
        return main
    if word.level == "province" and entity.kind == "municipality":
        return entity.parent
    return None


def _role_before(
    line: Line, first: int, at: Mapping[tuple[int, int], Hit], rules: Rules
) -> tuple[RoleWord, int, _Belongings] | None:
    """Read back from a name to its role: 'wethouder van Assen', 'minister van Zorg'."""
    own = _Belongings()
    index = first - 1
    if line.key(index) in _PREPOSITIONS:
        # 'de woordvoerder van Kramer' is somebody else.
        return None
    between = _BETWEEN | rules.cues["role.links"] | rules.cues["person.titles"]
    lower = max(-1, first - 10)
    while index > lower:
        found = _role_ending_at(line, index, rules)
        if found is not None:
            word, begin = found
            begin, head = _head(line, begin, at)
            return word, begin, own.completed_by(head)
        hit = at.get((line.number, index))
        if hit is not None and hit.kind == "person":
            return None
        if hit is not None:
            own = own.completed_by(_belonging(hit))
            index = hit.first - 1
            continue
        key = line.key(index)
        if key == "," and index != first - 1:
            return None
        field = _field_ending_at(line, index, rules)
        if field is not None:
            word, begin = field
            begin, head = _head(line, begin, at)
            return word, begin, own.completed_by(head)
        portfolio = line.words[index].capital and not line.opens(index)
        if key not in between and not portfolio:
            return None
        index -= 1
    return None


def _field_ending_at(line: Line, index: int, rules: Rules) -> tuple[RoleWord, int] | None:
    """'hoogleraar bestuurskunde', 'wethouder financiën': a role with the field it is in."""
    found = _role_ending_at(line, index - 1, rules) if index else None
    if found is None or not _is_field(line, index):
        return None
    word, begin = found
    return (word if rules.is_office(word) else _within(word, line, index)), begin


def _is_field(line: Line, index: int) -> bool:
    """A noun in small letters, right behind a role."""
    if index >= len(line.words):
        return False
    word = line.words[index]
    return word.pos == "NOUN" and word.letters and not word.capital


def _within(word: RoleWord, line: Line, index: int) -> RoleWord:
    return RoleWord(f"{word.lemma} {line.words[index].text}", word.level)


def _role_ending_at(line: Line, index: int, rules: Rules) -> tuple[RoleWord, int] | None:
    for length in (4, 3, 2):
        if index - length + 1 >= 0:
            phrase = " ".join(line.key(at) for at in range(index - length + 1, index + 1))
            if phrase in rules.roles:
                return rules.roles[phrase], index - length + 1
    word = line.words[index]
    if not word.letters:
        return None
    role = rules.role_of(word.key)
    # 'minister-president' is cut at its hyphen.
    if role and line.key(index - 1) == "-" and line.glued(index):
        joined = f"{line.key(index - 2)}-{word.key}"
        if joined in rules.roles:
            return rules.roles[joined], index - 2
    return (role, index) if role else None


def _head(line: Line, first: int, at: Mapping[tuple[int, int], Hit]) -> tuple[int, _Belongings]:
    """Read what stands before the role: 'SP-wethouder', 'de Assense wethouder'."""
    own = _Belongings()
    index = first - 1
    if line.key(index) == "-" and line.glued(first):
        index -= 1
    hit = at.get((line.number, index))
    if hit is not None and hit.kind in {"party", *PLACES, "organisation"}:
        return hit.first, own.completed_by(_belonging(hit))
    return first, own


def _role_after(
    line: Line, last: int, at: Mapping[tuple[int, int], Hit], rules: Rules
) -> tuple[RoleWord, int, _Belongings] | None:
    """Read forward: 'Anna Bos (D66), wethouder in Assen', 'Anna Bos, directeur van Yorneo'."""
    own = _Belongings()
    index = last
    comma = False
    while index < min(len(line.words), last + 8):
        hit = at.get((line.number, index))
        if hit is not None:
            if hit.kind == "person":
                return None
            own = own.completed_by(_belonging(hit))
            index = hit.last
            continue
        key = line.key(index)
        found = rules.role_of(key) if line.words[index].letters else None
        if found is not None and comma:
            begin = index + 1
            if _is_field(line, begin):
                found = found if rules.is_office(found) else _within(found, line, begin)
                begin += 1
            end, tail = _tail(line, begin, at, rules)
            return found, max(end, begin), own.completed_by(tail)
        comma = comma or key in {",", "(", "is", "als", "-"}
        if key not in {",", "(", ")", "de", "een", "is", "als", "-"} and not (
            comma and line.words[index].pos in {"ADJ", "ADV"}
        ):
            return None
        index += 1
    return None


def _tail(
    line: Line, first: int, at: Mapping[tuple[int, int], Hit], rules: Rules
) -> tuple[int, _Belongings]:
    """Read '(SP) van de gemeente Assen' and return where it ends."""
    own = _Belongings()
    index = last = first
    while index < min(len(line.words), first + 12):
        hit = at.get((line.number, index))
        if hit is not None:
            added = _belonging(hit)
            clash = (added.party and own.party) or (added.place and own.place)
            told = hit.kind != "person" and hit.method != "adjective" and added != _Belongings()
            if clash or not told:
                break
            own = own.completed_by(added)
            index = last = hit.last
            if line.key(index) == ")":
                last = index + 1
            continue
        key = line.key(index)
        linked = key in _LINKS or key in rules.cues["role.links"]
        if not linked and not rules.heads_organisation(key):
            break
        index += 1
    return last, own


def _belonging(hit: Hit) -> _Belongings:
    if hit.kind == "party":
        return _Belongings(party=hit.entity)
    if hit.kind == "organisation":
        return _Belongings(organisation=hit.entity)
    if hit.kind in PLACES:
        return _Belongings(place=hit.entity)
    return _Belongings()
