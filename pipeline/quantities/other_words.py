"""Recognisers of words that look like numbers and count nothing: half vier, één van de, A28."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.quantities.calendar import clock_words
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.neighbours import Other, Recogniser, low_at, measured, measured_one
from pipeline.quantities.number_words import read_word
from pipeline.quantities.numerals import read_digits
from pipeline.quantities.scan import NUMBER, Piece

_THOUSAND = 1000
_ROAD = re.compile(r"[ANESans][1-9][0-9]{0,2}")
_HAS_DIGIT = re.compile(r"[0-9]")


def _word_date(pieces: Sequence[Piece], index: int) -> Other | None:
    low = pieces[index].low
    if low in lexicon().others.months or read_word(low) is None:
        return None
    end = clock_words(pieces, index)
    if end is not None:
        return Other(index, end, "time")
    if (low_at(pieces, index - 2), low_at(pieces, index - 1)) == ("klok", "van"):
        return Other(index, index + 1, "time")
    if low_at(pieces, index + 1) in lexicon().others.months and low not in {"een", "half"}:
        return Other(index, index + 2, "date")
    if low == "half" and low_at(pieces, index + 1) in lexicon().others.months:
        return Other(index, index + 2, "date")
    before = low_at(pieces, index - 1)
    if before == "jaren" and not measured(pieces, index + 1):
        return Other(index, index + 1, "date")
    if before == "en" and low_at(pieces, index - 3) == "nummers":
        before = "nummers"
    kind = lexicon().others.labels.get(before)
    worded = kind in {"name", "reference", "question_number", "law_article", "page_number"}
    if kind is None or not worded or low in {"een", "half"} or measured(pieces, index + 1):
        return None
    return Other(index, index + 1, kind)


def _quarter_to(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 'kwart voor drie' and 'kwart over 3'."""
    if pieces[index].low != "kwart" or low_at(pieces, index + 1) not in {"voor", "over", "na"}:
        return None
    hour = index + 2
    if low_at(pieces, hour) == "half":
        hour += 1
    if hour < len(pieces) and (
        pieces[hour].kind == NUMBER or read_word(pieces[hour].low) is not None
    ):
        return Other(index, hour + 1, "time")
    return None


def _verb_acht(pieces: Sequence[Piece], index: int) -> Other | None:
    if pieces[index].low != "acht":
        return None
    others = lexicon().others
    before, after = low_at(pieces, index - 1), low_at(pieces, index + 1)
    if before in others.acht_before or after in others.acht_after:
        if before == "in" and (_out_of(pieces, index + 1) or measured(pieces, index + 1)):
            return None
        if lexicon().units.after.at(pieces, index + 1) is not None:
            return None  # 'Op een afspraak wacht u acht dagen'
        return Other(index, index + 1, "verb")
    return None


def _out_of(pieces: Sequence[Piece], index: int) -> bool:
    """Tell 'in acht van de tien gevallen' from what one takes 'in acht'."""
    place = index + 1 + (low_at(pieces, index + 1) in {"de", "elke", "iedere"})
    if low_at(pieces, index) not in {"van", "op"} or place >= len(pieces):
        return False
    return pieces[place].kind == NUMBER or read_word(pieces[place].low) is not None


def _pronoun(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 'één van de', 'de één … de ander', 'zo één': no count."""
    low = pieces[index].low
    if low not in {"één", "éen", "eén"} and not (low == "een" and _standing_een(pieces, index)):
        return None
    others = lexicon().others
    before, after = low_at(pieces, index - 1), low_at(pieces, index + 1)
    if after in others.pronoun_after_een:
        return Other(index, index + 1, "article_word")
    if before in others.pronoun_before_een and not (
        measured_one(pieces, index + 1) or _one_out_of(pieces, index)
    ):
        return Other(index, index + 1, "article_word")
    if before == "een" and low_at(pieces, index - 2) == "een":
        return Other(index, index + 1, "article_word")
    return None


def _one_out_of(pieces: Sequence[Piece], index: int) -> bool:
    """Tell 'minder dan één op de tien', a share, from 'meer dan één'."""
    behind = index + 2 + (low_at(pieces, index + 2) in {"de", "elke", "iedere"})
    digits = behind < len(pieces) and pieces[behind].kind == NUMBER
    number = digits or low_at(pieces, behind) in lexicon().numbers.small
    return low_at(pieces, index + 1) == "op" and number


def _standing_een(pieces: Sequence[Piece], index: int) -> bool:
    """Tell the pronoun ('de een', 'een van de') from the article, which is not reported."""
    after = low_at(pieces, index + 1)
    if after in lexicon().others.pronoun_after_een:
        return True
    return low_at(pieces, index - 1) == "de" and after not in {"op", "procent"}


def _road_word(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise A28 and N34; any other word with a digit in it is a name, unless a unit."""
    piece = pieces[index]
    if not _HAS_DIGIT.search(piece.text):
        return None
    if _ROAD.fullmatch(piece.text):
        return Other(index, index + 1, "road")
    if lexicon().units.after.at(pieces, index) is not None:
        return None
    return Other(index, index + 1, "name")


def _repeated_scale(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise the 'duizend' of '12.500 duizend', which would say a thousand twice."""
    if pieces[index].low != "duizend" or not index or pieces[index - 1].kind != NUMBER:
        return None
    digits = read_digits(pieces[index - 1].text)
    if digits is None or digits.value < _THOUSAND:
        return None
    return Other(index, index + 1, "repeated_scale")


RECOGNISERS: tuple[Recogniser, ...] = (
    _repeated_scale,
    _quarter_to,
    _word_date,
    _verb_acht,
    _pronoun,
    _road_word,
)
