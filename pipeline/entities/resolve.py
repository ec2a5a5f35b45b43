"""Deciding what a known name stands for, if it is that name at all.

'Best', 'Buren' and 'Putten' are words, surnames and municipalities; Groningen and Utrecht are
municipalities and provinces; an abbreviation may need its full name in the same document. What is
certain is accepted first; the rest is decided by the words around it and by what was accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.entities.gazetteer import PLACES, Gazetteer, Name
from pipeline.entities.matcher import Match
from pipeline.entities.obstacles import Obstacles, is_dateline, is_governed, neighbours
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, hit_at
from pipeline.entities.words import Line

_NESTED = 0.7  # a place within another name says less about the text


@dataclass(slots=True)
class _Context:
    """What a document has said so far about which names it means."""

    entities: Counter[str] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)

    def accept(self, entity: str, gazetteer: Gazetteer) -> None:
        self.entities[entity] += 1
        self.areas.update(gazetteer.areas.get(entity, ()))


def resolve(
    lines: Sequence[Line],
    matches: Sequence[Match],
    gazetteer: Gazetteer,
    rules: Rules,
    taken: Taken,
) -> tuple[Hit, ...]:
    """Return the known names of a document, each linked to one entity."""
    judge = _Judge(lines, matches, gazetteer, rules)
    hits: dict[int, Hit] = {}
    open_ones: list[int] = []
    for number, match in enumerate(matches):
        if not taken.free(match.line, match.first, match.last):
            continue
        if judge.certain(match):
            hits[number] = judge.decide(match, match.names[0], 0.95)
        else:
            open_ones.append(number)
    # A second look, for what the first one accepted may be the evidence that was missing.
    for _ in range(2):
        still_open = []
        for number in open_ones:
            hit = judge.weigh(matches[number])
            if hit is None:
                still_open.append(number)
            else:
                hits[number] = hit
        open_ones = still_open
    return tuple(_settled(hits[number] for number in sorted(hits)))


def _settled(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Let a place stand on its own where the name around it was not accepted."""
    outer: Hit | None = None
    for hit in hits:
        if not hit.inside:
            outer = hit
        elif outer is None or outer.line != hit.line or outer.last < hit.last:
            hit = replace(hit, inside=False, score=round(hit.score / _NESTED, 2))
        yield hit


class _Judge:
    """Weighs the readings of a match against its surroundings."""

    def __init__(
        self,
        lines: Sequence[Line],
        matches: Sequence[Match],
        gazetteer: Gazetteer,
        rules: Rules,
    ) -> None:
        self.lines = lines
        self.gazetteer = gazetteer
        self.rules = rules
        self.context = _Context()
        self.neighbours = neighbours(lines, matches)
        self.obstacles = Obstacles(lines, matches, gazetteer, rules)

    def certain(self, match: Match) -> bool:
        """Whether a match has one reading, needs nothing and is not blocked."""
        if len({name.entity for name in match.names}) > 1 or match.names[0].needs:
            return False
        return not self.obstacles.against(match, match.names[0])

    def decide(self, match: Match, name: Name, score: float) -> Hit:
        """Accept a reading."""
        line = self.lines[match.line]
        entity, method = name.entity, name.method
        if self._is_metonym(match, name):
            entity, method, score = self.rules.metonym.entity, "alias", 0.6
        if not match.inside:
            self.context.accept(entity, self.gazetteer)
        hit = hit_at(
            line,
            match.first,
            match.last,
            kind=self.gazetteer.by_id[entity].kind,
            entity=entity,
            method=method,
            score=round(score * (_NESTED if match.inside else 1.0), 2),
        )
        return replace(hit, inside=match.inside)

    def weigh(self, match: Match) -> Hit | None:
        """Choose the best reading of an uncertain match, or None where none convinces."""
        readings = [
            (self._support(match, name), -place, name)
            for place, name in enumerate(match.names)
            if not self.obstacles.against(
                match, name, confirmed=self.context.entities[name.entity] > 0
            )
            and self._meets_needs(match, name)
        ]
        if not readings:
            return None
        support, _, name = max(readings, key=lambda reading: reading[:2])
        rivals = [other for other, _, entry in readings if entry.entity != name.entity]
        clear = not rivals or support > max(rivals)
        return self.decide(match, name, 0.9 if clear and support > 0 else 0.6)

    # ── what a reading needs ──────────────────────────────────────────────────────────────────

    def _meets_needs(self, match: Match, name: Name) -> bool:
        needs = name.needs
        if not needs:
            return True
        line = self.lines[match.line]
        if needs.startswith("after:"):
            return line.key(match.first - 1) == needs.removeprefix("after:")
        if needs == "document":
            return self.context.entities[name.entity] > 0
        if needs not in ("capital", "cue"):
            return self.context.areas[needs] > 0
        if self.context.entities[name.entity] > 0 or self._cued(match, name):
            return True
        if needs == "cue" or line.shouting:
            return False
        if not line.opens(match.first):
            return True
        return line.words[match.first].pos == "PROPN" or is_dateline(line, match)

    def _cued(self, match: Match, name: Name) -> bool:
        """Whether a word or a name beside it shows what sort of name this is."""
        line = self.lines[match.line]
        if any(other.sort == name.sort for other in self._beside(match)):
            return True
        label = line.words[match.first].label
        before, after = line.key(match.first - 1), line.key(match.last)
        if name.sort in PLACES:
            branch = self.obstacles.is_branch(match)
            return label == "LOC" or branch or is_governed(line, match, self.rules)
        if name.sort == "party":
            near = self.rules.cues["party.near"]
            hyphen = after == "-" and line.key(match.last + 1) in near
            return hyphen or before in near or (before == "(" and after in {")", ","})
        cues = self.rules.cues["organisation.heads"] | self.rules.cues["organisation.lists"]
        return (
            label == "ORG"
            or before in cues
            or (
                before in self.rules.cues["organisation.such_as"]
                and line.key(match.first - 2) in cues
            )
        )

    def _beside(self, match: Match) -> tuple[Name, ...]:
        return self.neighbours.get((match.line, match.first), ())

    # ── what speaks for one reading rather than another ───────────────────────────────────────

    def _support(self, match: Match, name: Name) -> float:
        line = self.lines[match.line]
        support = 0.0
        before = line.key(match.first - 1)
        if before in self.rules.cues.get(f"{name.sort}.before", frozenset()):
            support += 4
        if name.sort == "province" and name.kind == "adjective" and before == "het":
            # 'het Groningse Haren', but 'de Groningse Anna Bos'.
            after = line.words[match.last] if match.last < len(line.words) else None
            support += 2 if after is not None and after.capital else 0
        beside = self._beside(match)
        if beside:
            same = sum(other.sort == name.sort for other in beside)
            support += 2 * same / len(beside)
        near = self.rules.cues.get(f"{name.sort}.near", frozenset())
        around = {word.key for word in line.words[max(0, match.first - 6) : match.last + 6]}
        support += min(2, len(near & around)) * 0.75
        others = self.context.entities
        support += min(1.0, 0.5 * others[name.entity])
        # A place in whose province the document moves is likelier than one far away.
        areas = self.gazetteer.areas.get(name.entity, frozenset())
        support += 0.4 if any(others[area] for area in areas - {name.entity, "NL"}) else 0
        if any(other.entity != name.entity and other.sort == name.sort for other in match.names):
            # 'Venray, Horst aan de Maas en Bergen': the one among the others.
            towns = sum(self.context.areas[area] for area in areas - {name.entity, "NL"})
            support += min(0.3, 0.05 * towns)
        return support

    def _is_metonym(self, match: Match, name: Name) -> bool:
        metonym = self.rules.metonym
        if name.entity != metonym.place or match.inside:
            return False
        line = self.lines[match.line]
        before, after = line.key(match.first - 1), line.key(match.last)
        if name.kind == "adjective":
            return after in metonym.adjectives
        if name.kind == "inhabitant" or before in self.rules.cues["municipality.before"]:
            return False
        return before in metonym.before or (line.opens(match.first) and after in metonym.after)
