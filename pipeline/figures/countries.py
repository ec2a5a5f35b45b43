"""Which country a text is about, if it is about one: where its events are, not who is in it.

'In Spanje' and 'de Spaanse politie' say where something happens, 'een Nederlander', 'de Nederlandse
zanger' and 'Jan uit Nederland' who is there. Only the Dutch in the plural stand for their country:
'Nederlanders eten minder vlees'.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.figures.context import Context
from pipeline.figures.home import DEMONYMS, NATIONAL, is_country, is_of_people, is_of_person
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.nation import HEADS, OPENING, cites_nation, named
from pipeline.figures.passing import is_origin, stands_behind
from pipeline.records import Mention

_WITHIN = frozenset({"in", "op"})
_TOWARDS = frozenset({"naar"})
_EXAMPLES = frozenset({"waaronder", "zoals", "ook"})
_ALSO_HERE = frozenset({"waaronder", "zoals"})  # 'ook in Nederland' comes back to it
# How much a name says about where a text is set.
_SETTING, _NAMED, _PEOPLE = 3, 2, 1
_UNION = "org:europese-unie"
_EVERYWHERE = frozenset({"org:politie", "org:openbaar-ministerie", "org:douane"})
_INSTITUTION = 3  # 'het kabinet', in the opening of a text that also names the Netherlands
# How many times the runner-up, for a country that only the rest of the text names; the Netherlands.
_CLEARLY = (2.0, 1.6)
_AGAIN = 2  # passages that name it
_KEEPS_TO = 4  # passages in which it does


@dataclass(slots=True)
class _Countries:
    """What a text says of countries: how much of each, and where it names them."""

    weights: Counter[str] = field(default_factory=Counter)
    around: int = 0  # the weight of the continent that the text opens with
    early: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    passages: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    towns: bool = False  # of the Netherlands

    def leading(self, *, cited: bool) -> str | None:
        """The one named most; of several the Netherlands if ``cited``, else that of the title."""
        most = max(self.weights.values(), default=0)
        if most <= self.around:
            return None
        leading = [place for place, weight in self.weights.items() if weight == most]
        if NATIONAL in leading and (cited or len(leading) == 1):
            return NATIONAL
        if len(leading) > 1:
            leading = [place for place in leading if place in self.titled]
        return leading[0] if len(leading) == 1 else None


def country_of(
    contexts: Sequence[Context], lexicon: Lexicon, *, alone: bool, within: str | None = None
) -> str | None:
    """Return the country that a text is about: named most, in its opening or more than once.

    Of those that it names as often the Netherlands, if it cites an institution of theirs. Its
    towns may be named too, as examples ('De helft van Nederland … In Haarlem …'); unless it is
    named ``alone``, once is not enough. Of a text that opens with a continent (``within``) only if
    it says more of the country than of that.
    """
    found = _countries(contexts, lexicon, within)
    cited = cites_nation(contexts, lexicon)
    country = found.leading(cited=cited)
    if country is None:
        return None
    most = found.weights[country]
    second = max((weight for place, weight in found.weights.items() if place != country), default=0)
    clear = country in found.early or most >= _CLEARLY[country == NATIONAL] * second
    again = len(found.passages[country])
    if country == NATIONAL:
        examples = found.towns or not alone
        return country if (again >= _AGAIN or not examples) and (clear or cited) else None
    if not second and country in found.settings:
        return country  # the only one, and something happens in it
    enough = _AGAIN if country in found.early or not second else _KEEPS_TO
    return country if clear and again >= enough else None


def _countries(contexts: Sequence[Context], lexicon: Lexicon, within: str | None) -> _Countries:
    found = _Countries()
    around: Counter[str] = Counter()
    opening = contexts[:OPENING]
    shown = {id(context) for context in opening}
    for context, mention in named(contexts):
        place, kind = mention.entity, context.sentence.passage_kind
        if place is None or mention.method == "coreference":
            continue
        if stands_behind(context, mention, _ALSO_HERE if place == NATIONAL else _EXAMPLES):
            continue
        if place in {within, _UNION}:
            around[place] += _weight(context, mention, lexicon)
        if not is_country(place):
            found.towns = found.towns or mention.kind in {"municipality", "province"}
            continue
        found.weights[place] += _weight(context, mention, lexicon)
        found.passages[place].add(context.sentence.passage)
        if id(context) in shown or kind in HEADS:
            found.early.add(place)
        if kind in HEADS and _is_setting(context, mention, _WITHIN):
            found.settings.add(place)
        if kind == "title":
            found.titled.add(place)
    if found.weights[NATIONAL] and cites_nation(opening, lexicon, _EVERYWHERE):
        found.weights[NATIONAL] += _INSTITUTION
    found.around = max(around.values(), default=0) if within is not None else 0
    return found


def _is_setting(context: Context, mention: Mention, words: frozenset[str]) -> bool:
    """'Brand in Portugal', but not 'de brand in de Portugese haven'."""
    return mention.method not in DEMONYMS and context.word_before(mention.start) in words


def _weight(context: Context, mention: Mention, lexicon: Lexicon) -> int:
    first, _ = context.span(mention.start, mention.end)
    if is_of_person(context, mention, lexicon) or is_origin(context, first):
        return 0
    if is_of_people(context, mention, lexicon):
        # 'Nederlandse toeristen' are somewhere else, 'Amerikaanse tieners' and 'Nederlanders' not.
        at_home = (mention.entity == NATIONAL) == (mention.method == "inhabitant")
        return _NAMED if at_home else _PEOPLE
    return _SETTING if _is_setting(context, mention, _WITHIN | _TOWARDS) else _NAMED
