"""One number with what belongs to it: hedges before, currency, unit, noun, 'per …', hedge after."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.quantities import nouns
from pipeline.quantities.draft import Draft, Per, Scene
from pipeline.quantities.hedging import NO_HEDGE, Hedge, read_hedge_after, read_hedges, stronger
from pipeline.quantities.lexicon import Unit, lexicon
from pipeline.quantities.money import EURO, is_monetary
from pipeline.quantities.neighbours import opens_amount
from pipeline.quantities.numerals import read_digits
from pipeline.quantities.reading import Reading, read_number
from pipeline.quantities.scan import BREAK, NUMBER, WORD, scan
from pipeline.quantities.split_seconds import second_of

STERLING = Unit("GBP", "money")
POND = Unit("pond", "measure")
_NEAR = 8  # pieces around a pond in which a word about money is looked for
TONNE = Unit("tonne", "measure")
TIMES = Unit("times", "ratio")
_ARTICLES = frozenset({"de", "het", "zijn", "haar", "hun"})
_COMPARED = frozenset({"zoveel", "zo", "meer", "minder", "groter", "hoger", "kleiner", "lager"})


def read_term(scene: Scene, index: int, *, lone: bool = True) -> Draft | None:
    """Return the number that begins at piece ``index`` with all that belongs to it, or None.

    With ``lone`` a bare 'een' is only a number where its neighbours show it; as a member of a
    list or range ('een of twee') the list shows it.
    """
    position, start, hedge = index, index, NO_HEDGE
    sign: str | None = None
    currency: tuple[int, Unit] | None = None
    if index >= len(scene.pieces) or scene.pieces[index].kind != NUMBER:
        position, hedge = read_hedges(scene.pieces, index)
        start, sign = _sign(scene, position, position)
        currency = lexicon().units.before.at(scene.pieces, start)
        if currency:
            start, sign = _sign(scene, currency[0], position, sign)
    if start < len(scene.pieces) and scene.pieces[start].kind == BREAK:
        return None
    reading = _number(scene, start, hedge)
    if reading is None:
        return None
    draft = Draft(
        hedge.begins(position), reading.end, start, reading.end, reading, hedge=hedge, sign=sign
    )
    if currency:
        draft = replace(draft, unit=currency[1])
    draft = _unit_of_hedge(_signed(_with_unit(scene, draft)))
    if reading.bare_half and draft.unit is None:
        return None
    if reading.article and lone and not _is_one(scene, draft):
        return None
    return draft


def _number(scene: Scene, start: int, hedge: Hedge) -> Reading | None:
    """Read the number itself; 'tiende' alone is one behind 'een dikke'."""
    reading = read_number(scene.pieces, start, scene.blocked)
    if reading is not None:
        return reading
    bottom = lexicon().numbers.denominators.get(scene.low(start))
    if bottom is None or scene.blocked[start]:
        return None
    if hedge.phrase is None or not hedge.phrase.startswith("een "):
        return None
    percent = Decimal(100) / bottom
    return Reading(
        start, start + 1, percent, Decimal(1), "fraction", in_words=True, denominator=bottom
    )


def _unit_of_hedge(draft: Draft) -> Draft:
    """Take the unit of 'een maand of vier' from the words in front."""
    words = (draft.hedge.phrase or "").split()
    if draft.unit is not None or len(words) != 3 or words[2] != "of":
        return draft
    found = lexicon().units.after.at(scan(words[1]), 0)
    return draft if found is None else replace(draft, unit=found[1])


SIGNS = {"+": "plus", "plus": "plus", "-": "minus", "−": "minus", "–": "minus", "min": "minus"}


def _sign(scene: Scene, index: int, first: int, sign: str | None = None) -> tuple[int, str | None]:
    """Read a sign before a number: '+1,6%', 'min 5 graden', '€ -3 miljoen'."""
    found = SIGNS.get(scene.low(index))
    if found is None or index + 1 >= len(scene.pieces):
        return index, sign
    piece, following = scene.pieces[index], scene.pieces[index + 1]
    if piece.opens_line or following.kind == BREAK:
        return index, sign
    if piece.kind == WORD:
        return (
            (index + 1, found)
            if following.kind == NUMBER and not following.glued
            else (index, sign)
        )
    before = scene.pieces[index - 1] if index else None
    joined = piece.glued and before is not None and before.kind in {NUMBER, WORD}
    if not following.glued or (joined and index == first):
        return index, sign
    return index + 1, found


def complete(scene: Scene, draft: Draft) -> Draft:
    """Add the counted noun, 'per …' and a hedge behind; nothing is added twice."""
    draft = _without_preposition(scene, _with_noun(scene, draft))
    if draft.last == len(scene.pieces) or scene.pieces[draft.last].kind == NUMBER:
        return draft
    draft = _with_per(scene, draft)
    after = read_hedge_after(scene.pieces, draft.last)
    if after is not None:
        end, hedge = after
        draft = replace(draft, last=end, hedge=stronger(draft.hedge, hedge))
    return draft


def _signed(draft: Draft) -> Draft:
    """Negate what is below zero; a percentage with a sign is a change and stays unsigned."""
    value = draft.reading.value
    percent = draft.unit is not None and draft.unit.id in {"percent", "percentage_point"}
    if draft.sign != "minus" or percent or value is None:
        return draft
    return replace(draft, reading=replace(draft.reading, value=-value), sign=None)


# ── units ─────────────────────────────────────────────────────────────────────────────────────


def _with_unit(scene: Scene, draft: Draft) -> Draft:
    reading = draft.reading
    if reading.shape in {"fraction", "ratio"}:
        return _part_of_one(scene, draft)
    if reading.scale is not None and reading.scale.money:
        draft = replace(draft, unit=draft.unit or EURO)
    end = reading.end
    found = lexicon().units.after.at(scene.pieces, end)
    if draft.unit is None and found is None:
        if scene.low(end) == "ton":
            return replace(draft, unit=TONNE, last=end + 1)
        return _with_symbol(scene, draft)
    if found is None or _other_line(scene, end) or opens_amount(scene.pieces, end):
        return draft
    stop, unit = found
    if unit.id == POND.id and _is_sterling(scene, draft):
        unit = STERLING
    if draft.unit is not None and unit.kind != "money":
        return draft
    if _no_unit_here(scene, end, stop):
        return draft
    if unit.id == "keer":
        return _times(scene, replace(draft, unit=unit, last=stop))
    # As `replace` would, in a third of the time: most quantities come by here.
    return Draft(
        draft.first,
        stop,
        draft.number_first,
        draft.number_last,
        reading,
        unit=draft.unit or unit,
        hedge=draft.hedge,
        sign=draft.sign,
    )


# A symbol has its small letters first: mmHg, kPa, mSv; 'iPad' and 'eBook' are names of things.
_SYMBOL = re.compile(r"(?![ie][A-Z])[a-zµμ]{1,3}[A-Z][a-z]?")


def _with_symbol(scene: Scene, draft: Draft) -> Draft:
    """Take the symbol of a unit that the list lacks as it is written: '40 mSv', '12 kBq'."""
    end = draft.reading.end
    piece = scene.pieces[end] if end < len(scene.pieces) else None
    if piece is None or _SYMBOL.fullmatch(piece.text) is None or _other_line(scene, end):
        return draft
    return replace(draft, unit=Unit(piece.text, "measure"), last=end + 1)


def _is_sterling(scene: Scene, draft: Draft) -> bool:
    """Tell the British pound from the pound of five hundred grams."""
    if draft.reading.scale is not None:
        return True
    near = range(max(draft.first - _NEAR, 0), min(draft.last + _NEAR, len(scene.pieces)))
    return any(is_monetary(scene.low(place)) for place in near)


def _part_of_one(scene: Scene, draft: Draft) -> Draft:
    """Read 'een derde van een procentpunt' and 'een tiende procent' as a part of the unit."""
    words = [scene.low(draft.last), scene.low(draft.last + 1)]
    start = draft.last + 2 if words == ["van", "een"] else draft.last
    found = lexicon().units.after.at(scene.pieces, start)
    if found is None or found[1].kind not in {"percentage_point", "share"}:
        found = second_of(scene, draft)
    value = draft.reading.value
    if found is None or value is None:
        return draft
    part = value / 100
    step = part * lexicon().hedges.round_cap
    reading = replace(draft.reading, value=part, step=step, shape="number", whole=False)
    return replace(draft, reading=reading, unit=found[1], last=found[0])


def _no_unit_here(scene: Scene, start: int, stop: int) -> bool:
    """Tell a unit from a single letter that only looks like one: '2 M', '5 k.'"""
    piece = scene.pieces[start]
    if len(piece.text) == 1 and piece.kind == WORD and piece.capital:
        return True
    return piece.text in {"m", "k", "g"} and scene.low(stop) == "." and not piece.glued


def _other_line(scene: Scene, index: int) -> bool:
    piece = scene.pieces[index]
    return piece.opens_line and (piece.capital or piece.kind != WORD)


def _times(scene: Scene, draft: Draft) -> Draft:
    """Make a ratio of 'twee keer zoveel', 'vijf keer meer' and '4,2 keer', no count of turns."""
    following = scene.low(draft.last)
    if following in _ARTICLES and _multiplies(scene, draft.last + 1):
        return replace(draft, unit=TIMES, kind="ratio")
    if not draft.reading.whole and draft.reading.scale is None and following != "per":
        draft = replace(draft, unit=TIMES, kind="ratio")
    if following not in _COMPARED and following not in lexicon().changes.comparatives:
        return draft
    end = draft.last + 1
    if following == "zo":
        if not (end < len(scene.pieces) and scene.pieces[end].kind == WORD):
            return draft
        end += 1
    return replace(draft, unit=TIMES, kind="ratio", last=end, comparative=True)


def _multiplies(scene: Scene, index: int) -> bool:
    """Tell 'twintig keer de toegestane hoeveelheid' from 'vijf keer de norm overschreden'."""
    # Behind an adjective or participle, which ends in -e after an article.
    sized = scene.low(index + 1).endswith(lexicon().units.sizes)
    return sized and scene.low(index).endswith("e")


def _is_one(scene: Scene, draft: Draft) -> bool:
    """Tell the number 'een' from the article."""
    units = lexicon().units
    if draft.reading.shape != "number" or draft.unit is None:
        if draft.reading.shape == "number":
            return _token_says_number(scene, draft)
        return True
    if draft.unit.id in units.one_units or draft.unit.kind == "ratio":
        return True
    if draft.unit.kind != "duration" or scene.low(draft.reading.end) == "min":
        return False  # 'een min van 2 procent'
    before, behind = scene.low(draft.number_first - 1), scene.low(draft.last)
    if draft.unit.factor != 1 or draft.unit.id == "quarter_hour":
        return True
    return before in units.one_before or behind in units.one_behind or draft.hedge.id != "none"


def _token_says_number(scene: Scene, draft: Draft) -> bool:
    if scene.tokens is None:
        return False
    token = scene.tokens.get(scene.pieces[draft.number_first].start)
    return (
        token is not None
        and token.pos == "NUM"
        and nouns.counted_noun(scene.pieces, draft.last, plural=False, tokens=scene.tokens)
        is not None
    )


# ── nouns and rates ───────────────────────────────────────────────────────────────────────────


def _with_noun(scene: Scene, draft: Draft) -> Draft:
    if draft.unit is not None or draft.noun is not None:
        return draft
    if draft.reading.shape in {"fraction", "ratio"}:
        return draft
    last = draft.upper or draft.reading
    plural = last.value != 1
    noun = nouns.counted_noun(scene.pieces, draft.last, plural=plural, tokens=scene.tokens)
    if noun is None:
        return replace(draft, noun=_noun_of_whole(scene, draft.last))
    # The words of the quantity reach up to the noun only where it is adjacent.
    end = noun.index + 1 if noun.index == draft.last else draft.last
    return replace(draft, noun=noun, last=end)


_DETERMINERS = frozenset({"de", "zijn", "haar", "hun", "deze", "die", "onze", "alle", "mijn"})


def _noun_of_whole(scene: Scene, index: int) -> nouns.Counted | None:
    """Return the noun of 'zes van de acht ploegen' and 'vier van zijn kinderen'."""
    if scene.low(index) != "van" or scene.low(index + 1) not in _DETERMINERS:
        return None
    whole = read_number(scene.pieces, index + 2, scene.blocked)
    start = index + 2 if whole is None or whole.shape != "number" else whole.end
    return nouns.counted_noun(scene.pieces, start, plural=True, tokens=scene.tokens)


def _without_preposition(scene: Scene, draft: Draft) -> Draft:
    """Drop the hedge of 'onder de 27 partijen', which is a preposition there."""
    hedges = lexicon().hedges
    value = draft.reading.value
    if draft.hedge.phrase not in hedges.prepositions or value is None:
        return draft
    plain = _inner_hedge(scene, draft)
    if draft.noun is None:
        # 'tegen de twee', 'duidelijkheid over de 737'
        named = draft.bare and draft.hedge.phrase in hedges.articled and draft.reading.step == 1
        return plain if named else draft
    if draft.hedge.phrase == "onder" or _is_survey(scene, draft):
        return plain  # 'een peiling onder 3300 leerlingen'
    if value >= 1000 and draft.reading.step > 1:
        return draft  # 'boven de 10.000 bezoekers' is a bound
    return plain


def _inner_hedge(scene: Scene, draft: Draft) -> Draft:
    """Keep the 'ruim' of 'een enquête onder ruim 5000 leraren'."""
    start = draft.first + len((draft.hedge.phrase or "").split())
    end, hedge = read_hedges(scene.pieces, start)
    if start > draft.number_first or end != draft.number_first or hedge.start is None:
        return replace(draft, hedge=NO_HEDGE, first=draft.number_first)
    return replace(draft, hedge=hedge, first=hedge.start)


def _is_survey(scene: Scene, draft: Draft) -> bool:
    words = lexicon().hedges.surveys
    near = range(draft.first - 1, max(draft.first - 6, -1), -1)
    return draft.hedge.phrase == "onder de" and any(
        scene.low(place).endswith(words) for place in near
    )


def _with_per(scene: Scene, draft: Draft) -> Draft:
    position = draft.last
    if draft.noun is not None and draft.noun.index >= draft.last:
        position = draft.noun.index + 1
    per = read_per(scene, position)
    if per is None:
        return draft
    # 'per 1.000 inwoners' makes another unit and belongs to the words; 'per maand' does not.
    joined = per.size is not None and position == draft.last
    return replace(draft, per=per, last=per.end if joined else draft.last)


def read_per(scene: Scene, index: int) -> Per | None:
    """Read 'per maand', 'per 1.000 inwoners', '/jaar'."""
    found = lexicon().units.per.at(scene.pieces, index)
    if found is None:
        return None
    end, word = found
    size = None
    if end < len(scene.pieces) and not scene.blocked[end]:
        size_reading = _size(scene, end)
        if size_reading is not None and size_reading.value is not None:
            size = int(size_reading.value)
            end = size_reading.end
    noun = lexicon().units.per_nouns.at(scene.pieces, end)
    if noun is not None:
        end = noun[0]
    elif word == "/" and size is not None:
        return None  # '2020/2021' is a school year, '3/100' a number of something
    elif end < len(scene.pieces) and scene.pieces[end].kind == WORD and word != "/":
        piece = scene.pieces[end]
        if piece.low in lexicon().others.stops or piece.capital or piece.low in _PER_EXCLUDED:
            if size is None:
                return None
        else:
            end += 1
    elif size is None:
        return None
    text = scene.text[scene.pieces[index].start : scene.pieces[end - 1].end]
    return Per(text, size if size != 1 else None, end)


_PER_EXCLUDED = frozenset(
    {"direct", "ongeluk", "abuis", "saldo", "definitie", "se", "post", "mail"}
)


def _size(scene: Scene, index: int) -> Reading | None:
    piece = scene.pieces[index]
    if piece.kind == NUMBER and read_digits(piece.text) is None:
        return None
    reading = read_number(scene.pieces, index, scene.blocked)
    if reading is None or reading.article or reading.shape != "number":
        return None
    return reading if reading.value == Decimal(int(reading.value or 0)) else None
