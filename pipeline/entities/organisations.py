"""Finding organisations and parties that no list has.

'Stichting Present', 'woningcorporatie Lefier', 'Leefbaar Rotterdam', a full name with its
abbreviation in parentheses, names listed between known organisations, and what the model labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.entities.employers import employer_at
from pipeline.entities.gazetteer import PLACES, Gazetteer
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, by_word, hit_at, surface
from pipeline.entities.words import Line, fold, slug
from pipeline.records import Alias, Entity

_WHERE = frozenset({"in", "op", "te", "aan", "en"})
_SEPARATORS = frozenset({",", "en", "&"})


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations and parties that a document itself shows to be ones."""

    hits: tuple[Hit, ...]
    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]


def find_organisations(
    lines: Sequence[Line],
    known: Sequence[Hit],
    gazetteer: Gazetteer,
    rules: Rules,
    taken: Taken,
) -> Organisations:
    """Find what is an organisation by its form or company, and its abbreviation."""
    finder = _Finder(lines, known, gazetteer, rules, taken)
    for line in lines:
        if line.shouting:
            continue
        finder.by_pattern(line)
        finder.by_model(line)
        finder.by_company(line)
    finder.abbreviations()
    return Organisations(tuple(finder.hits), tuple(finder.entities.values()), tuple(finder.aliases))


class _Finder:
    def __init__(
        self,
        lines: Sequence[Line],
        known: Sequence[Hit],
        gazetteer: Gazetteer,
        rules: Rules,
        taken: Taken,
    ) -> None:
        self.lines = lines
        self.gazetteer = gazetteer
        self.cues = rules.cues
        self.rules = rules
        self.taken = taken
        self.hits: list[Hit] = []
        self.entities: dict[str, Entity] = {}
        self.aliases: list[Alias] = []
        self.at = by_word(known)
        self.surnames = frozenset(
            lines[hit.line].key(hit.last - 1) for hit in known if hit.kind == "person"
        )

    # ── by form ───────────────────────────────────────────────────────────────────────────────

    def by_pattern(self, line: Line) -> None:
        """'Stichting X', 'woningcorporatie X', 'Leefbaar X'."""
        for index, word in enumerate(line.words):
            if not word.letters or not self.taken.free(line.number, index, index + 1):
                continue
            party = self._party_prefix(line, index)
            if party:
                last = self._extent(line, index + party, places=True)
                if last > index + party:
                    self._add(line, index, last, "party", "exact", 0.75)
                continue
            if word.key in self.cues["organisation.part_of_name"] and word.capital:
                last = self._extent(line, index + 1, places=True)
                if last > index + 1 and not (
                    line.opens(index)
                    and last == index + 2
                    and (line.words[index + 1].key in self.cues["person.never"])
                ):
                    first = self._opener(line, index)
                    self._add(line, first, last, "organisation", "exact", 0.75)
            elif (not word.capital or line.opens(index)) and self.rules.heads_organisation(
                word.key
            ):
                self._headed(line, index + 1)
            elif word.key in self.cues["organisation.reports"]:
                self._publisher(line, index + 1)
            else:
                begin = employer_at(line, index, self.rules, self.surnames)
                if begin is not None:
                    self._add(line, begin, index + 1, "organisation", "exact", 0.65)

    def _opener(self, line: Line, index: int) -> int:
        """Step back to 'Nederlandse' in 'Nederlandse Vereniging van Bakkers'."""
        first = index
        while first > 0 and line.words[first - 1].capital:
            if line.key(first - 1) not in self.cues["organisation.openers"]:
                break
            first -= 1
        return first

    def _headed(self, line: Line, first: int) -> None:
        """The name after 'huurdersvereniging': 'De Schakel', 'Thuis' but not 'Thuis in Best'."""
        last = self._extent(line, first, places=self._place_begins(line, first))
        if last == first or line.opens(first):
            return
        if last == first + 1 and line.key(first) in self.cues["person.never"]:
            return
        self._add(line, first, last, "organisation", "exact", 0.7)

    def _place_begins(self, line: Line, first: int) -> bool:
        """'Noord-Holland Noord', but not the place alone in 'vereniging Drenthe'."""
        hit = self.at.get((line.number, first))
        if hit is None or hit.kind not in PLACES or hit.last >= len(line.words):
            return False
        after = line.words[hit.last]
        return after.letters and after.capital and (line.number, hit.last) not in self.at

    def _publisher(self, line: Line, first: int) -> None:
        """'meldt De Kanaalstreek': an article and one or two capital words, no surname."""
        last = self._extent(line, first, places=True)
        if line.key(first) not in {"de", "het"} or not first + 2 <= last <= first + 3:
            return
        if line.words[last - 1].key.endswith(tuple(self.cues["organisation.paper_endings"])):
            self._add(line, first, last, "organisation", "exact", 0.65)

    def _party_prefix(self, line: Line, index: int) -> int:
        if not line.words[index].capital:
            return 0
        prefixes = self.cues["party.prefixes"]
        if f"{line.key(index)} {line.key(index + 1)}" in prefixes:
            return 2
        return 1 if line.key(index) in prefixes else 0

    def _extent(self, line: Line, first: int, *, places: bool) -> int:
        """Return where a run of capital words ends; links count only between capitals."""
        last = at = first
        while at < len(line.words) and at - first < 9:
            word = line.words[at]
            hit = self.at.get((line.number, at))
            if hit is not None:
                # 'Wonen Fryslân' and 'Vrienden van Assen' are names, 'Thuis in Best' tells where.
                beside = last == at and (places or at > first)
                usable = beside or (places and line.key(at - 1) not in _WHERE)
                if not usable or hit.kind not in PLACES or hit.method == "inhabitant":
                    break
                at = last = hit.last
                continue
            if word.letters and word.capital and self._in_name(line, at, first):
                at += 1
                last = at
                continue
            links = word.key in self.cues["organisation.links"] and (at > first or places)
            if not links or (word.key == "en" and not places):
                break
            at += 1
        return last

    def _in_name(self, line: Line, index: int, first: int) -> bool:
        """Whether a capital word may belong to a name: any word, but no month or new sentence."""
        key = line.key(index)
        if key in self.cues["organisation.stops"] or line.opens(index):
            return False
        if line.key(index - 1) == "'" and index > first:
            return False
        return key not in self.cues["person.titles"] and self.rules.role_of(key) is None

    # ── by the model ──────────────────────────────────────────────────────────────────────────

    def by_model(self, line: Line) -> None:
        """Runs of words that the model labels ORG."""
        index = 0
        while index < len(line.words):
            if line.words[index].label != "ORG":
                index += 1
                continue
            last = index
            while last < len(line.words) and line.words[last].label == "ORG":
                last += 1
            index = self._past_country(line, index, last)
            if self._worthy(line, index, last) and not self._no_body(line, index, last):
                self._add(line, index, last, "organisation", "model", 0.6)
            index = last

    def _past_country(self, line: Line, first: int, last: int) -> int:
        """Leave out the country where a correspondent is: 'Italië Anna Bos'."""
        hit = self.at.get((line.number, first))
        abroad = hit is not None and hit.kind == "country" and hit.entity != "NL"
        if hit is None or not abroad or hit.method not in {"exact", "alias"}:
            return first
        return hit.last if last - hit.last >= 2 else first

    def _worthy(self, line: Line, first: int, last: int) -> bool:
        words = line.words[first:last]
        if not words[0].letters or not words[0].capital or not words[-1].letters:
            return False
        if len(words) == 1 and (line.opens(first) or words[0].key in self.cues["person.never"]):
            return words[0].acronym
        return last - first <= 8 and len(surface(line, first, last)) > 2

    # ── by the company it keeps ───────────────────────────────────────────────────────────────

    def by_company(self, line: Line) -> None:
        """Unknown names in an enumeration that has a known organisation, or that one announces."""
        for items, announced in self._enumerations(line):
            organisations = sum(
                self.at[(line.number, first)].kind == "organisation"
                for first, _ in items
                if (line.number, first) in self.at
            )
            others = sum(
                self.at[(line.number, first)].kind in {"person", "municipality", "country", "party"}
                for first, _ in items
                if (line.number, first) in self.at
            )
            if others or not (organisations >= 2 or announced):
                continue
            for first, last in items:
                if (line.number, first) not in self.at:
                    score = 0.7 if organisations >= 2 else 0.6
                    self._add(line, first, last, "organisation", "exact", score)

    def _enumerations(self, line: Line) -> Iterator[tuple[list[tuple[int, int]], bool]]:
        items: list[tuple[int, int]] = []
        index = 0
        while index < len(line.words):
            last = self._item(line, index)
            if last:
                items.append((index, last))
                index = last
                if line.key(index) in _SEPARATORS:
                    index += 1
                    if line.key(index) in _SEPARATORS:
                        index += 1
                    if self._item(line, index):
                        continue
            if len(items) >= 2:
                yield items, self._announced(line, items[0][0])
            items = []
            index += 1
        if len(items) >= 2:
            yield items, self._announced(line, items[0][0])

    def _item(self, line: Line, index: int) -> int:
        """Return where an item of an enumeration ends, or 0 where none begins."""
        hit = self.at.get((line.number, index))
        if hit is not None:
            return hit.last if hit.first == index else 0
        if index >= len(line.words):
            return 0
        word = line.words[index]
        if not word.letters or not word.capital or word.key in self.cues["person.never"]:
            return 0
        if line.opens(index) and not word.acronym:
            return 0
        last = index
        while last < len(line.words) and last - index < 4:
            part = line.words[last]
            if (line.number, last) in self.at or not (part.letters and part.capital):
                break
            last += 1
        return last

    def _announced(self, line: Line, index: int) -> bool:
        """'aanbieders zoals X en Y', 'de partners X, Y en Z', 'de aanbieders: X en Y'."""
        before = [line.key(at) for at in (index - 1, index - 2, index - 3)]
        lists = self.cues["organisation.lists"]
        linking = self.cues["organisation.such_as"] | {"als", ":", "-", ","}
        return (
            before[0] in lists
            or (before[0] in linking and before[1] in lists)
            or (before[0] in linking and before[1] in linking and before[2] in lists)
        )

    # ── abbreviations ─────────────────────────────────────────────────────────────────────────

    def abbreviations(self) -> None:
        """'Werkplein Fivelingo (WF)' makes WF a name of it, here and later in the document."""
        learnt: dict[str, str] = {}
        for line in self.lines:
            for index, word in enumerate(line.words):
                if word.text != "(" or line.key(index + 2) != ")":
                    continue
                short = line.words[index + 1]
                if not short.acronym or not 2 <= len(short.text) <= 8:
                    continue
                full = self.at.get((line.number, index - 1))
                if full is None or full.entity is None or full.last != index:
                    full = self._spelled_out(line, index, short.text)
                if full is None or full.kind != "organisation" or full.entity is None:
                    continue
                if not _abbreviates(short.text, surface(line, full.first, full.last)):
                    continue
                learnt[short.text] = full.entity
                self.aliases.append(Alias(full.entity, short.text, "abbreviation", "document"))
        for line in self.lines:
            for index, word in enumerate(line.words):
                entity = learnt.get(word.text)
                if entity and self.taken.free(line.number, index, index + 1):
                    hit = hit_at(
                        line,
                        index,
                        index + 1,
                        kind="organisation",
                        entity=entity,
                        method="alias",
                        score=0.8,
                    )
                    self._take(hit)

    def _spelled_out(self, line: Line, before: int, short: str) -> Hit | None:
        """Find the capital words before '(WF)' whose initials give the abbreviation."""
        letters = [mark for mark in short.casefold() if mark.isalpha()]
        at, left = before - 1, len(letters)
        first = before
        while at >= 0 and left > 0 and before - at < 12:
            word = line.words[at]
            if word.key[:1] == letters[left - 1]:
                left -= 1
                first = at
            elif (word.capital and word.letters) or (not word.letters and word.text not in "-&"):
                return None
            at -= 1
        if left or not line.words[first].capital or before - first < 2:
            return None
        if not self.taken.free(line.number, first, before):
            return None
        if self._no_body(line, first, before):
            return None
        self._add(line, first, before, "organisation", "exact", 0.8)
        return self.at.get((line.number, first))

    def _no_body(self, line: Line, first: int, last: int) -> bool:
        """A law, plan or agreement has a name and an abbreviation too, but is no organisation."""
        endings = tuple(self.cues["organisation.not_endings"])
        return any(word.key.endswith(endings) for word in line.words[first:last])

    # ── bookkeeping ───────────────────────────────────────────────────────────────────────────

    def _add(self, line: Line, first: int, last: int, kind: str, method: str, score: float) -> None:
        outer = [self.at.get((line.number, index)) for index in range(first, last)]
        if any(hit is not None and hit.kind not in PLACES for hit in outer):
            return
        if all(hit is not None for hit in outer):
            return
        if (
            last - first == 1
            and line.words[first].key in self.cues["organisation.not_abbreviations"]
        ):
            return
        if line.words[last - 1].key in self.cues["organisation.bodies"]:
            # 'Raad van Bestuur': every organisation has one.
            return
        name = surface(line, first, last)
        identifier = f"{'party' if kind == 'party' else 'org'}:{slug(name)}"
        if identifier not in self.gazetteer.by_id:
            self.entities.setdefault(identifier, Entity(identifier, kind, name))
        self._take(
            hit_at(line, first, last, kind=kind, entity=identifier, method=method, score=score)
        )

    def _take(self, hit: Hit) -> None:
        self.hits.append(hit)
        self.taken.add([hit])
        for index in range(hit.first, hit.last):
            self.at[(hit.line, index)] = hit


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of an abbreviation occur in the full name, in order (not: G7)."""
    letters = iter(fold(full))
    return all(mark in letters for mark in fold(short))
