"""Recognisers of numbers in digits that count nothing: telephone numbers, articles, scores, names.

Each looks at the number at ``index`` and its neighbours, and names the span or passes. Their order
in :data:`RECOGNISERS` matters: the surer ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.quantities import nouns
from pipeline.quantities.calendar import date, time_of_day, year
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.neighbours import (
    DASHES,
    Other,
    Recogniser,
    glued_at,
    is_sum,
    low_at,
    measured,
    number_at,
)
from pipeline.quantities.number_words import read_word
from pipeline.quantities.numerals import read_digits
from pipeline.quantities.scan import BREAK, NUMBER, WORD, Piece, ends_sentence

_POSTCODE = re.compile(r"[A-Z]{2}")
_ZEROS = re.compile(r"0[0-9]+$")
_MAX_AGE = 120


def _dated(pieces: Sequence[Piece], index: int) -> Other | None:
    if is_sum(pieces, index):
        return None
    end = date(pieces, index)
    if end is not None:
        return Other(index, end, "date")
    end = time_of_day(pieces, index)
    return None if end is None else Other(index, end, "time")


def _phone(pieces: Sequence[Piece], index: int) -> Other | None:
    piece = pieces[index]
    text = piece.text
    plus = low_at(pieces, index - 1) == "+" and piece.glued
    if not plus and not (text.startswith("0") and text.isdecimal() and len(text) >= 2):
        return None
    digits, end = len(text), index + 1
    while end < len(pieces) and digits < 16:
        if pieces[end].kind == NUMBER and pieces[end].text.replace(" ", "").isdecimal():
            digits += len(pieces[end].text.replace(" ", ""))
            end += 1
        elif (
            (pieces[end].low in DASHES or pieces[end].low in {"(", ")", "/"})
            and number_at(pieces, end + 1)
            and not pieces[end].opens_line
        ):
            end += 1
        else:
            break
    service = text in {"0800", "0900", "0906", "0909"}
    if digits >= (7 if service else 9):
        return Other(index, end, "phone")
    return None


def _postcode(pieces: Sequence[Piece], index: int) -> Other | None:
    text = pieces[index].text
    if len(text) != 4 or not text.isdecimal() or text.startswith("0") or index + 1 >= len(pieces):
        return None
    letters = pieces[index + 1]
    if not _POSTCODE.fullmatch(letters.text) or letters.text in {"EU", "VS", "PK", "KM"}:
        return None
    return Other(index, index + 2, "postcode")


def _list_marker(pieces: Sequence[Piece], index: int) -> Other | None:
    piece = pieces[index]
    if not piece.text.isdecimal() or len(piece.text) > 2:
        return None
    after = low_at(pieces, index + 1)
    if after not in {".", ")"} or not glued_at(pieces, index + 1):
        return None
    starts_line = piece.opens_line or (
        low_at(pieces, index - 1) == "(" and pieces[index - 1].opens_line
    )
    if starts_line:
        return Other(index, index + 2, "list_marker")
    following = index + 2
    closes = index > 0 and ends_sentence(pieces, index - 1)
    if closes and after == "." and following < len(pieces) and pieces[following].capital:
        return Other(index, index + 2, "list_marker")
    if after == ")" and low_at(pieces, index - 1) in {";", ":", ",", "en", "of"}:
        return Other(index, index + 2, "list_marker")
    return None


def _reference(pieces: Sequence[Piece], index: int) -> Other | None:
    piece = pieces[index]
    if piece.text.count(".") >= 2 and read_digits(piece.text) is None:
        return Other(index, index + 1, "reference")
    before = low_at(pieces, index - 1)
    if (before == "#" and piece.glued) or _ZEROS.match(piece.text):
        return Other(index, index + 1, "reference")
    end = index + 1
    parts = 1
    while low_at(pieces, end) == "/" and glued_at(pieces, end) and number_at(pieces, end + 1):
        if not pieces[end + 1].glued:
            break
        end, parts = end + 2, parts + 1
    if parts == 1:
        return None
    first, second = piece.text, pieces[index + 2].text
    if first == "24" and second == "7":
        return Other(index, end, "name")
    fraction = (
        parts == 2 and len(first) <= 2 and len(second) <= 2 and int_of(first) < int_of(second)
    )
    if fraction or (parts == 2 and measured(pieces, end)):
        return None
    return Other(index, end, "reference")


def int_of(text: str) -> int:
    """Return the digits of ``text`` as a number, at most nine of them."""
    return int("".join(character for character in text[:9] if character.isdecimal()) or "0")


def _score(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 2-1, 6–4 and 4-4-2, but not '2-3 weken' or '10-15 procent'."""
    end = index + 1
    parts = 1
    while (
        low_at(pieces, end) in DASHES
        and glued_at(pieces, end)
        and number_at(pieces, end + 1)
        and glued_at(pieces, end + 1)
    ):
        end, parts = end + 2, parts + 1
    if parts == 1 or is_sum(pieces, index):
        return None
    texts = [pieces[position].text for position in range(index, end, 2)]
    if any(not text.isdecimal() for text in texts):
        return Other(index, end, "reference") if parts > 2 else None
    if any(len(text) > 3 for text in texts) or parts > 3:
        return Other(index, end, "reference") if parts > 2 else None
    if parts == 2:
        rising = int_of(texts[0]) < int_of(texts[1])
        if rising and (measured(pieces, end) or low_at(pieces, end) in DASHES):
            return None
        if measured(pieces, end) and lexicon().units.after.at(pieces, end) is not None:
            return None
    return Other(index, end, "score")


def _label(pieces: Sequence[Piece], index: int) -> Other | None:
    piece = pieces[index]
    position = index - 1
    if low_at(pieces, position) in {".", ":"} and index >= 2 and not piece.opens_line:
        if low_at(pieces, position) == ":" and not glued_at(pieces, position):
            return None
        position -= 1
    elif low_at(pieces, position) == "(":
        return None
    before = low_at(pieces, position)
    kind = lexicon().others.labels.get(before)
    if kind is None or pieces[position].kind == BREAK or piece.opens_line:
        return None
    if position < index - 1 and low_at(pieces, index - 1) == "." and len(before) > 5:
        return None  # the point closes a sentence: 'in de zaak. 12 mensen'
    if (
        position < index - 1
        and low_at(pieces, index - 1) == ":"
        and kind not in {"phone", "reference"}
    ):
        return None
    end = _label_end(pieces, index)
    if kind != "law_article" and measured(pieces, end):
        return None
    if kind in {"name", "date", "road", "question_number"} and "," in piece.text:
        return None
    if kind == "road" and not pieces[position].capital and len(before) == 1:
        return None
    if before in {"top", "sub"} and kind == "law_article":
        return None
    return Other(index, end, kind)


def _firm_label(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise articles of law and references before '7:658' is taken for a time."""
    other = _label(pieces, index)
    return other if other is not None and other.kind in {"law_article", "reference"} else None


def _label_end(pieces: Sequence[Piece], index: int) -> int:
    """Return where 'artikelen 2.3, 2.4 en 3:1a' ends."""
    end = index + 1
    while True:
        if (
            low_at(pieces, end) in {":", ".", "/"}
            and glued_at(pieces, end)
            and number_at(pieces, end + 1)
            and glued_at(pieces, end + 1)
        ):
            end += 2
        elif end < len(pieces) and pieces[end].kind == WORD and pieces[end].glued:
            if len(pieces[end].text) > 3:
                return end
            end += 1
        elif (
            (
                low_at(pieces, end) in {"en", "tot", "t/m", "of", ","}
                or low_at(pieces, end) in DASHES
            )
            and number_at(pieces, end + 1)
            and not measured(pieces, end + 2)
        ):
            end += 2
        else:
            return end


def _ordinal(pieces: Sequence[Piece], index: int) -> Other | None:
    if not glued_at(pieces, index + 1):
        return None
    suffix = low_at(pieces, index + 1) in lexicon().others.ordinal_suffixes
    return Other(index, index + 2, "ordinal") if suffix and pieces[index].text.isdecimal() else None


def _compound(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 4-daagse, 50PLUS, 3D and 12A; ages (12-jarige, 65-plussers) are quantities."""
    after = index + 1
    if low_at(pieces, after) in DASHES and glued_at(pieces, after):
        word = after + 1
        if not (glued_at(pieces, word) and pieces[word].kind == WORD):
            return None
        low = pieces[word].low
        if low.startswith(("jarig", "pluss", "plus", "min")) and len(low) > 3:
            return None
        if lexicon().units.after.at(pieces, word) is not None and not low.startswith(
            ("uur", "dag")
        ):
            return None
        return Other(index, word + 1, "name")
    if glued_at(pieces, after) and pieces[after].kind == WORD:
        low = pieces[after].low
        if low in lexicon().numbers.words:
            return None
        known = low in lexicon().numbers.scales or low in {"x", "plus", "plussers", "plusser"}
        if known and (pieces[after].text.islower() or not low.startswith("plus")):
            return None
        if lexicon().units.after.at(pieces, after) is not None:
            return None
        counted = nouns.counted_noun(pieces, after, plural=True)
        if counted is not None and len(low) > 4 and pieces[after].text.islower():
            return None
        return Other(index, after + 1, "name")
    return None


def _bracketed_age(pieces: Sequence[Piece], index: int) -> Other | None:
    text = pieces[index].text
    if low_at(pieces, index - 1) != "(" or index < 2 or not text.isdecimal():
        return None
    if low_at(pieces, index + 1) not in {")", ","} or int_of(text) > _MAX_AGE:
        return None
    if pieces[index - 2].kind != WORD:
        return Other(index, index + 1, "reference")
    if pieces[index - 2].low in lexicon().others.unaged and not _named(pieces, index - 3):
        return None  # 'Syrië (11), Jemen (8)', 'VVD (33)'
    return Other(index, index + 1, "age_in_name")


def _named(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a given name stands here: 'Jan Bergen (43)' is a person."""
    return low_at(pieces, index) in lexicon().others.given_names and pieces[index].capital


def _multiplier(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise '(x 1.000)' in a heading and '4x4'."""
    before, after = low_at(pieces, index - 1), low_at(pieces, index + 1)
    if before in {"x", "×", "*"} and low_at(pieces, index - 2) in {"(", "", "\n", "|", ",", "in"}:
        return Other(index, index + 1, "multiplier")
    if after in {"x", "×"} and number_at(pieces, index + 2):
        glued = glued_at(pieces, index + 1) and glued_at(pieces, index + 2)
        if glued and not measured(pieces, index + 3):
            return Other(index, index + 3, "name")
    if before == "=" and year(pieces, index - 2) is not None:
        return Other(index, index + 1, "reference")
    return None


def _house(pieces: Sequence[Piece], index: int) -> Other | None:
    if index == 0 or pieces[index - 1].kind != WORD or pieces[index].opens_line:
        return None
    before = pieces[index - 1]
    capital = before.capital or (index >= 2 and pieces[index - 2].capital)
    if not capital or not before.low.endswith(lexicon().others.street_endings):
        return None
    if before.low in lexicon().others.street_endings and not before.capital:
        return None
    if lexicon().hedges.before.at(pieces, index - 1) is not None:
        return None  # 'Pakweg 2 tot 3 procent'
    if not pieces[index].text.isdecimal() or len(pieces[index].text) > 4:
        return None
    if measured(pieces, index + 1):
        return None
    end = index + 1
    if end < len(pieces) and len(pieces[end].text) == 1 and pieces[end].kind == WORD:
        if pieces[end].glued or pieces[end].capital:
            end += 1
    elif low_at(pieces, end) in DASHES and number_at(pieces, end + 1):
        end += 2
    return Other(index, end, "house_number")


def _name(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 'Windows 10' and 'Rutte 3': a name, a bare whole number, nothing counted."""
    piece = pieces[index]
    if piece.text in lexicon().others.emergency and _is_called(pieces, index):
        return Other(index, index + 1, "name")
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is not None and following.glued and following.text == "G" and len(piece.text) == 1:
        return Other(index, index + 2, "name")  # 5G, no five grams
    if index == 0 or not piece.text.isdecimal() or len(piece.text) > 4 or piece.opens_line:
        return None
    before = pieces[index - 1]
    hyphened = before.low in DASHES and piece.glued and before.glued
    if hyphened and index >= 2 and pieces[index - 2].kind == WORD:
        return Other(index, index + 1, "name")
    if before.kind != WORD or not before.capital or before.low in lexicon().others.stops:
        return None
    opens_sentence = index == 1 or ends_sentence(pieces, index - 2) or before.opens_line
    known = lexicon().hedges.before.at(pieces, index - 1) or read_word(before.low) is not None
    if known or (opens_sentence and before.text[1:].islower() and not _known_brand(before.low)):
        return None
    if measured(pieces, index + 1) or low_at(pieces, index + 1) in {"%", "of", "tot", "à", "op"}:
        return None
    return Other(index, index + 1, "name")


def _is_called(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether 112 stands near a word about calling, and counts nothing."""
    if measured(pieces, index + 1):
        return False
    others = lexicon().others
    if low_at(pieces, index - 1) in others.emergency_before:
        return True
    near = {low_at(pieces, position) for position in range(index - 4, index + 5)}
    return not near.isdisjoint(others.emergency_near)


def _known_brand(word: str) -> bool:
    return lexicon().others.labels.get(word) == "name"


def _titled(pieces: Sequence[Piece], index: int) -> Other | None:
    """Recognise 'Top 2000' and 'Agenda 2030' before their number is taken for a year."""
    before = pieces[index - 1] if index else None
    if before is None or before.low not in lexicon().others.titles or not before.capital:
        return None
    return None if measured(pieces, index + 1) else Other(index, index + 1, "name")


RECOGNISERS: tuple[Recogniser, ...] = (
    _multiplier,
    _phone,
    _list_marker,
    _firm_label,
    _titled,
    _dated,
    _postcode,
    _bracketed_age,
    _label,
    _reference,
    _score,
    _ordinal,
    _house,
    _compound,
    _name,
)
