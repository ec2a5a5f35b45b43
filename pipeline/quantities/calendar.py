"""Dates, years and times of day, as far as needed to keep them from becoming quantities.

What they mean is the business of :mod:`pipeline.periods`; here only their extent counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lemmas.nouns import is_verb
from pipeline.quantities import nouns
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.neighbours import glued_number_at, low_at, opens_amount
from pipeline.quantities.number_words import read_word
from pipeline.quantities.scan import BREAK, NUMBER, WORD, Piece

_DASHES = frozenset("-–—‑−/")
_DOTTED_DATE = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2}|(?:19|20)[0-9]{2})")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[.][0-5][0-9]")
_LAP = re.compile(r"(?:[0-9]{1,2}\.){1,2}[0-5][0-9],[0-9]{1,3}")
_JOINERS = frozenset({"en", "tot", "t", "of", ",", "-", "–", "/", "m", "t/m", "met", "&", "op"})
# A verb before its subject has one of these behind it.
_SUBJECTS = frozenset(
    {"de", "het", "een", "er", "hij", "zij", "ze", "wij", "we", "deze", "die", "dit", "zijn", "hun"}
)
_DAY_PARTS = frozenset({"'s", "vanavond", "vanochtend", "vanmiddag", "smiddags", "savonds"})


def is_day(text: str) -> bool:
    """Tell whether ``text`` can be a day of a month."""
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def year(pieces: Sequence[Piece], index: int) -> int | None:
    """Return the year that a bare four-digit piece can be (1900 to 2099)."""
    if not 0 <= index < len(pieces):
        return None
    text = pieces[index].text
    if len(text) != 4 or not text.isdecimal() or text[:2] not in {"19", "20"}:
        return None
    return int(text)


def date(pieces: Sequence[Piece], index: int) -> int | None:
    """Return where the date that begins with the number at ``index`` ends, or None."""
    return (
        _day_month(pieces, index)
        or _numeric_date(pieces, index)
        or _years(pieces, index)
        or _short_year(pieces, index)
        or _month_end(pieces, index)
    )


def _day_month(pieces: Sequence[Piece], index: int) -> int | None:
    """Read '3 mei', '23 en 24 mei 2019', '1 tot en met 5 juli', 'maandag 5'."""
    if not is_day(pieces[index].text):
        return None
    end = index + 1
    for _ in range(4):
        if low_at(pieces, end) in lexicon().others.months and pieces[end].kind == WORD:
            if (
                low_at(pieces, end + 1) == "."
                and pieces[end + 1].glued
                and len(low_at(pieces, end)) < 5
            ) and year(pieces, end + 2) is not None:
                return end + 3
            return end + 2 if year(pieces, end + 1) is not None else end + 1
        following = end
        while following - end < 3 and low_at(pieces, following) in _JOINERS:
            following += 1
        if following == end or following >= len(pieces) or not is_day(pieces[following].text):
            break
        end = following + 1
    before = low_at(pieces, index - 1)
    if before not in lexicon().others.weekdays or len(before) <= 2:
        return None
    counted = _measured(pieces, index + 1) or _counts(pieces, index + 1)
    return None if counted or low_at(pieces, index + 1) == "van" else index + 1


def _numeric_date(pieces: Sequence[Piece], index: int) -> int | None:
    """Read 31-12-2019, 31/12/19, 2019-12-31 and 31.12.2019."""
    text = pieces[index].text
    if _DOTTED_DATE.fullmatch(text):
        return index + 1
    if low_at(pieces, index + 1) not in _DASHES or not glued_number_at(pieces, index + 2):
        return None
    if low_at(pieces, index + 3) != low_at(pieces, index + 1) or not glued_number_at(
        pieces, index + 4
    ):
        return None
    second, third = pieces[index + 2].text, pieces[index + 4].text
    forward = is_day(text) and is_day(second) and int(second) <= 12 and len(third) in {2, 4}
    backward = year(pieces, index) is not None and is_day(second) and is_day(third)
    return index + 5 if forward or backward else None


def _years(pieces: Sequence[Piece], index: int) -> int | None:
    """Read a year, 2015-2019 and 2018/'19."""
    if year(pieces, index) is None:
        return _old_year(pieces, index)
    end = index + 1
    if low_at(pieces, end) in _DASHES:
        second = end + 1
        if low_at(pieces, second) in {"'", "’", "‘"}:
            second += 1
        if second < len(pieces) and pieces[second].kind == NUMBER:
            text = pieces[second].text
            if year(pieces, second) is not None or (len(text) == 2 and text.isdecimal()):
                return second + 1
    if low_at(pieces, end) == "*" and pieces[end].glued:
        return end + 1
    before = low_at(pieces, index - 1)
    if low_at(pieces, end) in lexicon().numbers.scales and pieces[end].text != "K":
        return None
    unit = None if opens_amount(pieces, end) else lexicon().units.after.at(pieces, end)
    if unit is not None and not pieces[end].opens_line:
        return None
    if before in lexicon().others.months or before in lexicon().others.years_before:
        if before in {
            "van",
            "over",
            "rond",
            "tegen",
            "om",
            "tot",
            "per",
            "uit",
            "voor",
            "na",
            "dan",
        }:
            planned = before == "voor" and low_at(pieces, end) in lexicon().others.planned
            return None if _counts(pieces, end) and not planned else end
        return end
    if lexicon().hedges.before.at(pieces, index - 1) is not None and _counts(pieces, end):
        return None
    return None if _counts(pieces, end) else end


def _old_year(pieces: Sequence[Piece], index: int) -> int | None:
    """Read a year before 1900, which only its neighbours show: 'uit 1703', 'van 1272 tot 1302'."""
    if not _may_be_old(pieces, index):
        return None
    shown = {"in", "uit", "sinds", "anno", "vanaf", "jaar", "eind", "begin", "circa", "sedert"}
    months = lexicon().others.months
    before = low_at(pieces, index - 1)
    if _SPANNING.get(before) == low_at(pieces, index + 1) and _may_be_old(pieces, index + 2):
        return index + 3 if _historic(pieces, index) else None
    opens = before in _OPENING and _opens(pieces, index - 1)
    if before not in shown and before not in months and not opens:
        return None
    return None if _measured(pieces, index + 1) or _counts(pieces, index + 1) else index + 1


# At the head of a sentence, and nothing counted, these lead to a year: 'Rond 1410 kwam er rust'.
_OPENING = frozenset({"rond", "rondom", "omstreeks", "voor", "na", "tot", "tegen", "vóór"})
# Two bare numbers of four digits behind these words, and nothing counted: years.
_SPANNING = {"van": "tot", "tussen": "en"}


def _historic(pieces: Sequence[Piece], index: int) -> bool:
    """Tell the years of 'leefde van 1272 tot 1302' from 'de huur varieert van 1100 tot 1400'."""
    if int(pieces[index].text) >= int(pieces[index + 2].text):
        return False
    if _measured(pieces, index + 3) or _counts(pieces, index + 3):
        return False
    near = {low_at(pieces, place) for place in range(index - 8, index + 9)}
    return not near.isdisjoint(lexicon().others.history)


def _may_be_old(pieces: Sequence[Piece], index: int) -> bool:
    if not 0 <= index < len(pieces):
        return False
    text = pieces[index].text
    return len(text) == 4 and text.isdecimal() and 1000 <= int(text) < 2100


def _short_year(pieces: Sequence[Piece], index: int) -> int | None:
    """Read '19 (with its apostrophe) and 'jaren 90'."""
    text = pieces[index].text
    if len(text) != 2 or not text.isdecimal():
        return None
    before = low_at(pieces, index - 1)
    if before in {"'", "‘", "’"} and pieces[index].glued and not _measured(pieces, index + 1):
        return index + 1
    if text.endswith("0") and _decade(pieces, index):
        return index + 1
    return None


def _decade(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a number is the decade of 'jaren 50, 60 en 70'."""
    position = index - 1
    while index - position < 8 and position >= 0:
        joined = low_at(pieces, position) in {"en", ",", "'", "of", "tot"}
        if not joined and pieces[position].kind != NUMBER:
            break
        position -= 1
    return low_at(pieces, position) == "jaren"


def _month_end(pieces: Sequence[Piece], index: int) -> int | None:
    """Read 'juli 2019' split over 'juli,' or 'mei 27' in listings."""
    if (
        low_at(pieces, index - 1) not in lexicon().others.months
        or len(low_at(pieces, index - 1)) < 3
    ):
        return None
    if pieces[index - 1].kind == BREAK or not is_day(pieces[index].text):
        return None
    return None if _measured(pieces, index + 1) or _counts(pieces, index + 1) else index + 1


def _measured(pieces: Sequence[Piece], end: int) -> bool:
    return end < len(pieces) and lexicon().units.after.at(pieces, end) is not None


def _counts(pieces: Sequence[Piece], end: int) -> bool:
    found = nouns.counted_noun(pieces, end, plural=True)
    if found is None or not found.known:
        return False
    # 'In 1921 werken de zusjes samen': a verb that looks like a noun, before its subject.
    verb = found.index == end and is_verb(pieces[end].low)
    return not (verb and _opens(pieces, end - 2) and low_at(pieces, end + 1) in _SUBJECTS)


def _opens(pieces: Sequence[Piece], index: int) -> bool:
    """Tell a word with which a sentence opens, as far as a capital tells."""
    return index >= 0 and pieces[index].kind == WORD and pieces[index].capital


def time_of_day(pieces: Sequence[Piece], index: int) -> int | None:
    """Return where a time ends: 12:41, 17.25 uur, om 8 uur, 2:04:32, or None."""
    text = pieces[index].text
    if (
        low_at(pieces, index + 1) == ":"
        and pieces[index + 1].glued
        and glued_number_at(pieces, index + 2)
    ):
        end = index + 3
        if low_at(pieces, end) == ":" and pieces[end].glued and glued_number_at(pieces, end + 1):
            end += 2
        return end + 1 if low_at(pieces, end) in {"uur", "u"} else end
    if _LAP.fullmatch(text):
        return index + 1
    before = low_at(pieces, index - 1)
    after = low_at(pieces, index + 1)
    if _CLOCK.fullmatch(text):
        if after in {"uur", "u", "u."}:
            return index + 2
        if after in {"en", "tot", "-", "–"} and _clock_follows(pieces, index + 2):
            return index + 1
        if after == "tijd":
            return index + 2
        if before in {"om", "omstreeks"} or before in lexicon().others.weekdays:
            return index + 1
        if before in {"rond", "tegen", "vanaf"} and not _measured(pieces, index + 1):
            return None if _counts(pieces, index + 1) or after == "%" else index + 1
        return None
    if not text.isdecimal() or len(text) > 2 or int(text) > 24:
        return None
    if before == "half" and 1 <= int(text) <= 12 and not _measured(pieces, index + 1):
        return index + 1
    if after in {"uur", "u"}:
        if before in {"om", "omstreeks"} or low_at(pieces, index + 2) in _DAY_PARTS:
            return index + 2
        if before in {"rond", "vanaf", "tegen"} or low_at(pieces, index - 2) in {
            "tussen",
            "van",
            "vanaf",
        }:
            return index + 2
    if before in {"om", "omstreeks"} and after in {",", ".", ")"}:
        listed = index + 2 < len(pieces) and pieces[index + 2].kind == NUMBER
        return None if listed else index + 1
    if after in {"en", "tot", "-"} and before in {"tussen", "van", "vanaf"}:
        second = index + 2
        numbers = second < len(pieces) and pieces[second].kind == NUMBER
        if numbers and int(text) >= 6 and low_at(pieces, second + 1) == "uur":
            return index + 1
    return None


def _clock_follows(pieces: Sequence[Piece], index: int) -> bool:
    if index + 1 >= len(pieces) or not _CLOCK.fullmatch(pieces[index].text):
        return False
    return low_at(pieces, index + 1) in {"uur", "u"}


def clock_words(pieces: Sequence[Piece], index: int) -> int | None:
    """Return where a time in words ends: half vier, vijf voor twaalf, om acht uur, or None."""
    low = pieces[index].low
    after, before = low_at(pieces, index + 1), low_at(pieces, index - 1)
    hour = _hour(pieces, index + 1)
    if low == "half" and hour and not _measured(pieces, index + 2):
        return index + 2
    if low in {"half", "een"}:
        return None
    if after in {"over", "voor"}:
        second = index + 3 if low_at(pieces, index + 2) == "half" else index + 2
        if (
            _hour(pieces, second)
            and not _measured(pieces, second + 1)
            and not _counts(pieces, second + 1)
        ):
            return second + 1
    value = read_word(low)
    if value is None or value > 24 or after != "uur":
        return None
    if before in {"om", "omstreeks", "rond", "tegen"} and value <= 12:
        return index + 2
    return index + 2 if low_at(pieces, index + 2) in _DAY_PARTS else None


def _hour(pieces: Sequence[Piece], index: int) -> bool:
    if not 0 <= index < len(pieces) or pieces[index].low == "een":
        return False
    if pieces[index].kind == NUMBER:
        return pieces[index].text.isdecimal() and 1 <= int(pieces[index].text[:9]) <= 12
    value = read_word(pieces[index].low) if pieces[index].kind == WORD else None
    return value is not None and 1 <= value <= 12
