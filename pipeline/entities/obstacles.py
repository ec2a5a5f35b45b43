"""What shows that the letters of a known name mean something else here.

A surname (Maria van Buren, Van de Beek), a football club (FC Utrecht, and then Utrecht in the same
report), a title in another language (Best Group), another country's constitution.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.entities.gazetteer import PLACES, Gazetteer, Name
from pipeline.entities.matcher import Match
from pipeline.entities.rules import Rules
from pipeline.entities.words import Line

_ARTICLES = frozenset({"de", "den", "der", "ten", "ter", "een", "'n"})
_JOINERS = frozenset({",", "en", "of", "/", "&", "-", "(", "als", "ook"})  # of enumerations
# The kinds of names that are nouns; the others are adjectives and inhabitants.
_NOUNS = frozenset({"name", "official", "usual", "short", "spelling", "former", "abbreviation"})


class Obstacles:
    """Knows the clubs of a document and which words stand before which match."""

    def __init__(
        self,
        lines: Sequence[Line],
        matches: Iterable[Match],
        gazetteer: Gazetteer,
        rules: Rules,
    ) -> None:
        self.lines = lines
        self.gazetteer = gazetteer
        self.rules = rules
        self.clubs: set[str] = set()
        self.ending: dict[tuple[int, int], Match] = {}
        for match in matches:
            if match.inside:
                continue
            self.ending[match.line, match.last] = match
            if self._club(match):
                self.clubs.update(name.text for name in match.names)

    def against(self, match: Match, name: Name, *, confirmed: bool = False) -> bool:
        """Whether something speaks against reading the match as this name.

        ``confirmed``: the document has shown elsewhere that it means the place by this name.
        """
        if match.inside:
            return False
        if name.kind == "adjective" and is_language(
            self.lines[match.line], match, name, self.rules
        ):
            return True
        if name.sort not in PLACES:
            return self._foreign(match, name)
        line = self.lines[match.line]
        before = line.key(match.first - 1)
        if before in self.rules.cues["place.not_before"]:
            return True
        if name.kind == "inhabitant" and self._neighbourhood(match):
            return True
        if name.kind not in _NOUNS:
            return False
        if self._club(match) or (name.text in self.clubs and not self._in_place(match)):
            return True
        if name.sort != "municipality":
            return False
        if self._surname(match) or self._reads_as_word(match):
            return True
        if not is_governed(line, match, self.rules) and not self.is_branch(match):
            if line.words[match.first].label == "PERSON" and self._person(match, name, confirmed):
                return True
            return self._amid_capitals(match, name)
        return self._glued_name(match, name)

    def is_branch(self, match: Match) -> bool:
        """'raadslid CDA Steenwijkerland': a place right behind a party is where its branch is."""
        before = self.ending.get((match.line, match.first))
        return before is not None and any(name.sort == "party" for name in before.names)

    def _person(self, match: Match, name: Name, confirmed: bool) -> bool:
        """Whether to believe the model that a place's name is a person here: 'zegt Stein'."""
        line = self.lines[match.line]
        beside = [
            line.words[index]
            for index in (match.first - 1, match.last)
            if 0 <= index < len(line.words)
        ]
        if any(word.label == "PERSON" and word.letters for word in beside):
            return True
        if confirmed:
            return False
        before = line.key(match.first - 1)
        if before == "van" or before in self.rules.cues["person.says"]:
            return True
        return bool(name.needs) and line.opens(match.first) and not line.alone

    def _reads_as_word(self, match: Match) -> bool:
        """'Best veel mensen', 'Houten huizen': at the start of a sentence, an ordinary word."""
        line = self.lines[match.line]
        if match.last - match.first > 1 or not line.opens(match.first):
            return False
        word = line.words[match.first]
        after = line.words[match.last] if match.last < len(line.words) else None
        if after is None or not after.letters or after.capital:
            return False
        if word.pos in {"ADV", "ADJ"}:
            return after.pos in {"ADJ", "ADV", "NOUN", "DET", "ADP"}
        return word.pos == "NOUN" and after.key in self.rules.cues["place.not_after_opening"]

    def _glued_name(self, match: Match, name: Name) -> bool:
        """'in Best Buy', but 'in Best': another capital behind a name that is also a word."""
        line = self.lines[match.line]
        former = self.gazetteer.by_id[name.entity].valid_to is not None
        if former and self._part_of_longer(match):
            return True
        if name.needs not in {"capital", "cue"} or not self._stranger(line, match.last):
            return False
        # Only the model can tell 'in Best Buy' from 'in Best Jan Bos'.
        return line.words[match.last].label != "" and line.words[match.last - 1].label != "LOC"

    def _neighbourhood(self, match: Match) -> bool:
        """'In de Brabander', 'de wijk Brabander': one inhabitant, and so the name of a quarter.

        Not 'in de Leeuwarder wijken', where it describes what follows.
        """
        line = self.lines[match.line]
        if match.last < len(line.words) and line.words[match.last].pos in {"ADJ", "NOUN"}:
            return False
        before, second = line.key(match.first - 1), line.key(match.first - 2)
        plural = line.key(match.first).endswith(("s", "en"))
        return not plural and (
            before in {"wijk", "buurt"} or (before == "de" and second in {"in", "uit"})
        )

    def _club(self, match: Match) -> bool:
        line = self.lines[match.line]
        before = line.key(match.first - 1)
        return before in self.rules.cues["place.clubs"] and line.words[match.first - 1].capital

    def _in_place(self, match: Match) -> bool:
        before = self.lines[match.line].key(match.first - 1)
        return before in self.rules.cues["place.before"]

    def _foreign(self, match: Match, name: Name) -> bool:
        """'de Noorse Grondwet' is not the Dutch one."""
        if name.sort not in {"law", "organisation"}:
            return False
        before = self.ending.get((match.line, match.first))
        if before is None:
            return False
        return all(
            other.sort == "country" and other.kind == "adjective" and other.entity != "NL"
            for other in before.names
        )

    def _surname(self, match: Match) -> bool:
        """'P. Best', 'Maria van Buren', 'Van de Beek'."""
        line, first = self.lines[match.line], match.first
        article = line.key(first - 1) in _ARTICLES and match.last - first == 1
        if article and line.key(first) not in self.rules.cues["place.articled"]:
            return True
        at = first - 1
        while at >= 0 and line.key(at) in {"van", "de", "den", "der", "'t"} and at > first - 4:
            at -= 1
        if at < 0:
            return False
        word = line.words[at]
        if word.text == "." and at > 0 and len(line.words[at - 1].text) == 1:
            return line.words[at - 1].capital
        if word.capital and word.key in self.rules.given_names and not word.acronym:
            return not line.opens(at) or at < first - 1
        return False

    def _amid_capitals(self, match: Match, name: Name) -> bool:
        """A village or an ordinary word beside other capitals: 'Gideon Maasland', 'Best Group'."""
        former = self.gazetteer.by_id[name.entity].valid_to is not None
        if not former and not name.needs:
            return False
        line = self.lines[match.line]
        if self._stranger(line, match.first - 1) or (former and self._part_of_longer(match)):
            return True
        if not name.needs or line.key(match.first - 1) == "van" or self._in_place(match):
            return False
        return self._stranger(line, match.last)

    def _part_of_longer(self, match: Match) -> bool:
        """'Ouderkerk aan de Amstel' is another place than Ouderkerk; 'Broek op Langedijk' too."""
        line = self.lines[match.line]
        if line.key(match.last) == "aan" and line.key(match.last + 1) in _ARTICLES:
            return True
        before = line.words[match.first - 2] if match.first > 1 else None
        return before is not None and before.capital and line.key(match.first - 1) == "op"

    def _stranger(self, line: Line, index: int) -> bool:
        """Whether a word with a capital stands there that is neither cue nor known place."""
        if not 0 <= index < len(line.words) or line.shouting:
            return False
        word = line.words[index]
        if not word.letters or not word.capital:
            return False
        if word.key in self.rules.cues["place.before"] | self.rules.cues["municipality.before"]:
            return False
        if line.opens(index) and word.key in self.rules.cues["person.never"]:
            return False
        return (line.number, index + 1) not in self.ending


def is_governed(line: Line, match: Match, rules: Rules) -> bool:
    """Whether the words before a name ask for a place: 'in Goes', 'inwoners van Goes', 'raad Goes'.

    Only single-word names need this; 'GOES - ' at the head of a text is a place too.
    """
    before, second = line.key(match.first - 1), line.key(match.first - 2)
    if match.first > 0 and line.words[match.first - 1].letters:
        if before in rules.cues["place.before"] or before in rules.cues["place.direct"]:
            return True
        if before == "van":
            return rules.governs_place(second)
    return is_dateline(line, match)


def is_dateline(line: Line, match: Match) -> bool:
    """'GOES - Het aantal …', 'GOES Het aantal …': capitals at the beginning of a line."""
    if match.first != line.first or match.last >= len(line.words) or line.shouting:
        return False
    name, after = line.words[match.first], line.words[match.last]
    if not name.text.isupper() or len(name.text) < 2 or line.glued(match.last):
        return False
    opens = after.capital and len(name.text) > 2 and not after.acronym
    return after.text in "-–—|" or opens


def is_language(line: Line, match: Match, name: Name, rules: Rules) -> bool:
    """Whether an adjective of a country stands alone: 'spreekt Chinees', 'les Nederlands'.

    A bare form ('Chinees', 'Frans') tells of the country only before a noun ('een Frans bedrijf').
    """
    if name.sort == "municipality" or not name.text.endswith("s"):
        return False
    if line.key(match.first - 1) == "de":
        # 'De Portugees scoorde': a person.
        return False
    if match.last >= len(line.words):
        return True
    after = line.words[match.last]
    if line.glued(match.last) and after.text == "-":
        return False
    if not after.letters or after.key in rules.cues["demonym.not_before"]:
        return True
    before = line.words[match.first - 1] if match.first else None
    if before is not None and before.key in rules.cues["demonym.subjects"]:
        return True
    # 'een Nederlands merk' and 'een echt Nederlands merk', even where the noun looks like a verb.
    determined = before is not None and (before.key in _ARTICLES or before.pos == "ADJ")
    return not determined and after.pos not in {"", "NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"}


def neighbours(
    lines: Sequence[Line], matches: Iterable[Match]
) -> Mapping[tuple[int, int], tuple[Name, ...]]:
    """Return for each match (line, first word) the certain names beside it in an enumeration."""
    found: dict[tuple[int, int], list[Name]] = {}
    previous: Match | None = None
    for match in matches:
        if match.inside:
            continue
        if previous is not None and previous.line == match.line:
            between = lines[match.line].words[previous.last : match.first]
            if 0 < len(between) <= 2 and all(word.key in _JOINERS for word in between):
                _note(found, previous, match)
                _note(found, match, previous)
        previous = match
    return {key: tuple(names) for key, names in found.items()}


def _note(found: dict[tuple[int, int], list[Name]], match: Match, other: Match) -> None:
    certain = len({name.entity for name in other.names}) == 1
    if certain and other.names[0].needs in ("", "capital"):
        found.setdefault((match.line, match.first), []).append(other.names[0])
