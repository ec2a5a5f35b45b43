"""Places that no list has: neighbourhoods, villages, hamlets, towns abroad.

A text shows that a name is one in three ways. A word says so ('de wijk Kalsdonk'); a table has it
under such a word; or it stands behind a preposition without an article ('in Kalsdonk'), as names of
settlements do and names of streets, waters and organisations in Dutch do not, and the model takes
it for a place. From then on the name is that place wherever the text has it.

The same name may be a neighbourhood in many towns. So the id of what is one for certain has the
municipality that the document is about: 'de wijk Kalsdonk' of two towns never meet. What only
stands behind 'in' may lie anywhere, and Frankfurt is the same in a text about Amsterdam; but 'in
Noord' is in the town that the text is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.entities.gazetteer import PLACES, Gazetteer, key_of
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, Taken, by_word, hit_at, surface
from pipeline.entities.words import Line, slug
from pipeline.records import Clean, Entity

_KIND = "place"
_SHORTEST = 3  # letters
_LONGEST = 4  # words
_SEPARATORS = frozenset({",", "en", "of"})
_LAST = frozenset({"en", "of"})
_ARTICLES = frozenset({"de", "het"})

Span = tuple[int, int]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """Words of a line that name a place; ``within`` the municipality for certain."""

    line: Line
    first: int
    last: int
    within: bool = False

    @property
    def key(self) -> Key:
        return tuple(self.line.key(index) for index in range(self.first, self.last))

    @property
    def name(self) -> str:
        return " ".join(surface(self.line, self.first, self.last).split())


@dataclass(frozen=True, slots=True)
class Localities:
    """The places that a document itself shows to be ones."""

    hits: tuple[Hit, ...]
    entities: tuple[Entity, ...]


def find_localities(
    lines: Sequence[Line],
    known: Sequence[Hit],
    clean: Clean,
    gazetteer: Gazetteer,
    rules: Rules,
    taken: Taken,
    main: str | None,
) -> Localities:
    """Find what is a place by its form; ``main`` is the municipality the document is about."""
    finder = _Finder(lines, known, clean, rules, taken)
    scope = main if main and gazetteer.by_id[main].kind == "municipality" else None
    shown = tuple(place for place in finder.shown() if not _is_listed(place, gazetteer))
    entities: dict[Key, Entity] = {}
    for place in sorted(shown, key=lambda place: not place.within):
        key = place.key
        here = place.within or key[0] in rules.cues["locality.common"]
        identity = "place:" + slug("-".join(key))
        if scope and here:
            identity = f"{identity}-{scope.lower()}"
        parent = scope if place.within else None
        entities.setdefault(key, Entity(identity, _KIND, place.name, parent=parent))
    found = {
        (place.line.number, place.first): hit_at(
            place.line,
            place.first,
            place.last,
            kind=_KIND,
            entity=entities[place.key].id,
            method="exact",
            score=0.7,
        )
        for place in (*shown, *finder.again(entities.keys()))
    }
    return Localities(tuple(found.values()), tuple(entities.values()))


def _is_listed(place: _Named, gazetteer: Gazetteer) -> bool:
    """Whether the lists have a place of that name, or one of which it is a part: Noord-Ierland."""
    whole, last = key_of(place.name), key_of(place.name)[-1:]
    listed = (*gazetteer.index.get(whole, ()), *gazetteer.index.get(last, ()))
    return any(
        name.method in {"exact", "alias"}
        and name.sort in PLACES
        and (key_of(name.text) == whole or name.sort != "municipality")
        for name in listed
    )


class _Finder:
    def __init__(
        self,
        lines: Sequence[Line],
        known: Sequence[Hit],
        clean: Clean,
        rules: Rules,
        taken: Taken,
    ) -> None:
        self.lines = lines
        self.cues = rules.cues
        self.streets = tuple(rules.cues["place.street_endings"])
        self.taken = taken
        self.tables = [(p.start, p.end) for p in clean.passages if p.kind == "table"]
        self.at = by_word(known)

    def shown(self) -> Iterator[_Named]:
        """Yield the names that their surroundings show to be places."""
        heads: dict[Span, bool] = {}
        for line in self.lines:
            table = self._table(line)
            if table is not None:
                yield from self._rows(line, table, heads)
            elif not line.shouting:
                yield from self._behind_words(line)

    def again(self, named: Collection[Key]) -> Iterator[_Named]:
        """Yield where else the text has the names; 'Centrum' must be shown to be one each time."""
        by_first: dict[str, list[Key]] = {}
        for key in named:
            if key[0] not in self.cues["locality.common"]:
                by_first.setdefault(key[0], []).append(key)
        for line in self.lines:
            in_table = self._table(line) is not None
            for index, word in enumerate(line.words):
                if not word.capital or (line.number, index) in self.at:
                    continue
                if line.opens(index) and word.label != "LOC" and not in_table:
                    continue
                for key in by_first.get(word.key, ()):
                    place = _Named(line, index, index + len(key))
                    if place.key == key and self.taken.free(line.number, index, place.last):
                        yield place

    # ── in running text ───────────────────────────────────────────────────────────────────────

    def _behind_words(self, line: Line) -> Iterator[_Named]:
        """'de wijken Krakeel en Wolfsbos', 'in Kalsdonk', 'in Assen, Loon en Balloo'."""
        for index, word in enumerate(line.words):
            if line.key(index - 1).endswith(self.streets):
                continue  # 'de Laan naar Emé'
            headed = not word.capital and self._is_head(word.key)
            if headed or word.key in self.cues["locality.before"]:
                yield from self._enumeration(line, index + 1, headed)

    def _enumeration(self, line: Line, index: int, headed: bool) -> Iterator[_Named]:
        """The names behind a word: the first one, and those that stand in a row with it."""
        before = ""
        while True:
            hit = self.at.get((line.number, index))
            if hit is not None:
                if hit.kind not in PLACES or hit.method != "exact" or headed:
                    return
                last = hit.last
            else:
                last = self._end(line, index, shown=headed or before in _LAST)
                if last == index:
                    return
                yield _Named(line, index, last, within=headed)
            before = line.key(last)
            if before not in _SEPARATORS:
                return
            index = last + 1

    def _end(self, line: Line, first: int, *, shown: bool) -> int:
        """Where the name of a place that begins here ends; ``first`` where none does.

        What is not ``shown`` by the words around it must be one for the model too.
        """
        last = first
        while last - first < _LONGEST and self._may_be(line, last):
            if line.words[last].label != "LOC" and not (shown and line.words[last].label != "PER"):
                break
            last += 1
            if line.key(last) == "-" and line.glued(last) and self._may_be(line, last + 1):
                last += 2  # 'Nieuw-Weerdinge'
        return last if self._is_name(line, first, last, shown=shown) else first

    def _may_be(self, line: Line, index: int) -> bool:
        if index >= len(line.words) or (line.number, index) in self.at or line.opens(index):
            return False
        word = line.words[index]
        capital = word.letters and word.capital
        return capital and self.taken.free(line.number, index, index + 1)

    def _is_name(self, line: Line, first: int, last: int, *, shown: bool) -> bool:
        if last == first:
            return False
        begin, end = line.words[first], line.words[last - 1]
        if last - first == 1 and (begin.acronym or len(begin.text) < _SHORTEST):
            return False
        if begin.key in _ARTICLES and not shown:
            return False  # 'in De Waalbocht' may be any house
        if line.key(last) == "-" and line.glued(last):
            return False  # 'Zuid' in 'Zuid-China'
        if end.key in self.cues["locality.never"] or begin.key in self.cues["organisation.stops"]:
            return False
        return not end.key.endswith(self.streets)

    def _is_head(self, word: str) -> bool:
        endings = tuple(self.cues["locality.head_endings"])
        return word in self.cues["locality.heads"] or word.endswith(endings)

    # ── in tables ─────────────────────────────────────────────────────────────────────────────

    def _table(self, line: Line) -> Span | None:
        return next(((a, b) for a, b in self.tables if a <= line.start < b), None)

    def _rows(self, line: Line, table: Span, heads: dict[Span, bool]) -> Iterator[_Named]:
        """The first cells of the rows of a table whose head begins with 'Wijk', 'Kern'."""
        for index in sorted({0, *line.openings}):
            if table not in heads:
                heads[table] = self._is_head(line.key(index))
                continue
            last = index
            while last - index < _LONGEST and self._continues(line, last, index):
                last += 1
            known = any((line.number, at) in self.at for at in range(index, last))
            # What the row tells stands in the cells behind the name.
            if not heads[table] or known or last == index or last >= len(line.words):
                continue
            if line.words[index].capital and line.key(index) not in self.cues["locality.not_rows"]:
                yield _Named(line, index, last, within=True)

    def _continues(self, line: Line, index: int, first: int) -> bool:
        if index >= len(line.words):
            return False
        word = line.words[index]
        return word.letters or (index > first and word.text in "-'" and line.glued(index))
