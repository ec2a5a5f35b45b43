"""Reading one number from the pieces: digits, words, scales, fractions, ratios, vague counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.quantities.lexicon import Scale, Vague, lexicon
from pipeline.quantities.money import ton_is_money
from pipeline.quantities.number_words import plain, read_word
from pipeline.quantities.numerals import last_place, read_digits, round_step
from pipeline.quantities.scan import NUMBER, WORD, Piece, ends_sentence, percentage_at

_HALF = Decimal("0.5")
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_SMALLEST_RATE = 1000
_ALONE = frozenset({"een", "één", "éen", "eén", "1"})
_OFTEN = frozenset({"keer", "gevallen"})
_LARGEST = Decimal(10) ** 24


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as it was read: its pieces, value and precision.

    ``shape``: number, fraction (driekwart), ratio (1 op 24), rate (3 op de 100.000), vague
    (tientallen), collective (een twintigtal), multiple (verdubbeld). Fractions and ratios have
    their value in percent.
    """

    start: int
    end: int
    value: Decimal | None
    step: Decimal
    shape: str = "number"
    whole: bool = True  # a whole number without a scale: exact when it counts things
    scale: Scale | None = None
    mantissa: Decimal | None = None
    vague: Vague | None = None
    article: bool = False  # a bare 'een', which may be no number at all
    bare_half: bool = False  # 'half' without anything it could be half of
    denominator: int | None = None
    in_words: bool = False


def read_number(pieces: Sequence[Piece], index: int, blocked: Sequence[bool]) -> Reading | None:
    """Return the number that begins at piece ``index``, or None.

    ``blocked`` marks the pieces that are known to be something else (a date, an article).
    """
    if index >= len(pieces) or blocked[index]:
        return None
    piece = pieces[index]
    if piece.kind not in {NUMBER, WORD}:
        return None
    if percentage_at(pieces, index):
        return _plain_number(pieces, index, blocked)  # neither a fraction nor a ratio
    vague = lexicon().numbers.vague.at(pieces, index)
    if vague is not None:
        return Reading(index, vague[0], None, _ONE, "vague", vague=vague[1], in_words=True)
    first = _fraction(pieces, index) or _plain_number(pieces, index, blocked)
    if first is None:
        return None
    return _ratio(pieces, first, blocked) or first


# ── plain numbers ─────────────────────────────────────────────────────────────────────────────


def _plain_number(pieces: Sequence[Piece], index: int, blocked: Sequence[bool]) -> Reading | None:
    mantissa = _mantissa(pieces, index)
    if mantissa is None:
        return None
    reading = _scaled(pieces, mantissa)
    # 'twee miljoen driehonderdduizend', 'duizend vierhonderd': smaller parts are added.
    while reading.in_words and reading.end < len(pieces) and not blocked[reading.end]:
        following = pieces[reading.end]
        if following.kind != WORD or following.low in {"een", "half", "halve", "eentje"}:
            break
        value = read_word(following.low)
        if value is None or reading.value is None or value >= _room(reading.value):
            break
        rest = _scaled(pieces, _words(reading.end, reading.end + 1, value))
        if rest.value is None or rest.value >= _room(reading.value):
            break
        total = reading.value + rest.value
        reading = replace(
            reading, end=rest.end, value=total, step=rest.step, whole=True, scale=None
        )
    return reading


def _room(value: Decimal) -> Decimal:
    """Return the place below which another number word can be added: 3 million → 1 million."""
    if value != value.to_integral_value() or value < 100:
        return Decimal(0)
    place = last_place(int(value))
    return Decimal(place) if place >= 100 else Decimal(0)


def _mantissa(pieces: Sequence[Piece], index: int) -> Reading | None:
    piece = pieces[index]
    if piece.kind == NUMBER:
        digits = read_digits(piece.text)
        if digits is None:
            return None
        step = digits.step
        if digits.decimals == 0 and digits.value % 10 == 0:
            step = round_step(digits.value, lexicon().hedges.round_cap)
        whole = digits.value == digits.value.to_integral_value() and digits.decimals == 0
        reading = Reading(index, index + 1, digits.value, step, whole=whole, mantissa=digits.value)
        return _vulgar(pieces, reading) or _and_a_half(pieces, reading)
    if piece.low in {"een", "één"} and index + 1 < len(pieces):
        following = pieces[index + 1].low
        if following in {"half", "halve"}:
            return replace(_words(index, index + 2, _HALF), bare_half=True)
    collective = lexicon().numbers.collectives.get(piece.low)
    if collective is not None:
        return None
    if index + 1 < len(pieces) and piece.low in {"een", "het"}:
        collective = lexicon().numbers.collectives.get(pieces[index + 1].low)
        if collective is not None:
            step = round_step(collective, lexicon().hedges.round_cap)
            return Reading(index, index + 2, collective, step, "collective", in_words=True)
    value = read_word(piece.low)
    scale = lexicon().numbers.scales.get(piece.low)
    if value is None and scale is not None and not scale.digits_only and not scale.money:
        value = scale.factor
    if value is None:
        return None
    reading = _words(index, index + 1, value)
    if piece.text.lower() == "een":
        reading = replace(reading, article=True)
    if piece.low in {"half", "halve"}:
        reading = replace(reading, bare_half=True)
    return _and_a_half(pieces, reading)


def _words(start: int, end: int, value: Decimal) -> Reading:
    whole = value == value.to_integral_value()
    cap = lexicon().hedges.round_cap
    if whole:
        step = round_step(value, cap)
    else:
        # Words state halves, not tenths: anderhalf is rougher than 1,5.
        step = min(_HALF, value * cap)
    return Reading(start, end, value, step, whole=whole, mantissa=value, in_words=True)


def _vulgar(pieces: Sequence[Piece], reading: Reading) -> Reading | None:
    """Read '2½' and '1/3'."""
    end = reading.end
    if end >= len(pieces) or not pieces[end].glued or reading.value is None or not reading.whole:
        return None
    if pieces[end].text in {"½", "¼", "¾"}:
        part = lexicon().numbers.words[pieces[end].text]
        value = reading.value + part
        return Reading(reading.start, end + 1, value, _HALF, whole=False, mantissa=value)
    return None


def _and_a_half(pieces: Sequence[Piece], reading: Reading) -> Reading:
    """Read 'drie en een half' and 'drie en een halve'."""
    end = reading.end
    if reading.value is None or end + 2 >= len(pieces) or pieces[end].low != "en":
        return reading
    if pieces[end + 1].low in {"een", "één"} and pieces[end + 2].low in {"half", "halve"}:
        value = reading.value + _HALF
        return replace(reading, end=end + 3, value=value, mantissa=value, step=_HALF, whole=False)
    return reading


def _scaled(pieces: Sequence[Piece], reading: Reading) -> Reading:
    """Multiply by the scales that follow: 378 duizend, 2,5 k, 75 mille, twee ton."""
    while reading.end < len(pieces) and reading.value is not None:
        piece = pieces[reading.end]
        scale = lexicon().numbers.scales.get(piece.low)
        if scale is None or (scale.digits_only and (reading.in_words or piece.text == "K")):
            break
        money = not scale.money or piece.low != "ton"
        if not (money or ton_is_money(pieces, reading.start, reading.end, reading.value)):
            break
        if reading.scale is not None and reading.scale.factor > scale.factor and not scale.money:
            break
        if reading.value * scale.factor > _LARGEST:
            break
        if _repeats(reading, scale):
            return replace(reading, end=reading.end + 1)
        step = reading.step
        if reading.value == 1 and reading.whole:
            step = lexicon().hedges.round_cap
        end = reading.end + 1
        # The point of 'mln.' belongs to it unless it also closes the sentence.
        if (
            len(piece.low) <= 5
            and piece.low not in {"ton", "k"}
            and end + 1 < len(pieces)
            and pieces[end].low == "."
            and pieces[end].glued
            and not ends_sentence(pieces, end)
            and pieces[end + 1].kind == WORD
        ):
            end += 1
        reading = replace(
            reading,
            end=end,
            value=reading.value * scale.factor,
            step=step * scale.factor,
            whole=False,
            scale=scale,
            article=False,
            bare_half=False,
        )
        if scale.money:
            break
    return reading


def _repeats(reading: Reading, scale: Scale) -> bool:
    """Tell '12.500 duizend', where the digits already say so, from '378 duizend'."""
    grouped = not reading.in_words and reading.scale is None and reading.value is not None
    return grouped and scale.factor == _THOUSAND and (reading.value or 0) >= _THOUSAND


# ── fractions and ratios ──────────────────────────────────────────────────────────────────────


def _fraction(pieces: Sequence[Piece], index: int) -> Reading | None:
    """Read driekwart, een kwart, twee derde, de helft, 1/3."""
    piece = pieces[index]
    numbers = lexicon().numbers
    start = index
    if piece.low == "de" and index + 1 < len(pieces) and pieces[index + 1].low == "helft":
        index += 1
        piece = pieces[index]
    share = numbers.fractions.get(plain(piece.low))
    if share is not None:
        if piece.low == "helft" and start == index:
            return None
        if piece.low == "helft":
            nested = _half_of_half(pieces, index + 1)
            if nested is not None:
                return Reading(start, nested, Decimal(25), _ONE, "fraction", in_words=True)
        return _share_or_number(pieces, Reading(start, index + 1, share, _ONE, in_words=True))
    top, bottom, end = _numerator(pieces, index)
    if top is None or bottom is None or not 0 < top < bottom:
        return None
    whole = top == 1
    reading = Reading(index, end, top / Decimal(bottom), _ONE, in_words=True)
    if whole and pieces[index].kind == WORD and not _is_part(pieces, index, end):
        return None
    found = _share_or_number(pieces, reading)
    return replace(found, denominator=bottom if whole else None)


def _half_of_half(pieces: Sequence[Piece], index: int) -> int | None:
    words = [piece.low for piece in pieces[index : index + 3]]
    return index + 3 if words == ["van", "de", "helft"] else None


def _numerator(pieces: Sequence[Piece], index: int) -> tuple[Decimal | None, int | None, int]:
    """Return numerator, denominator and end of 'twee derde', '1/3', or 'kwart' in 'zo'n kwart'."""
    piece = pieces[index]
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if index and pieces[index - 1].low == "zo'n" and piece.low in lexicon().numbers.denominators:
        return _ONE, lexicon().numbers.denominators[piece.low], index + 1
    if piece.kind == NUMBER and after is not None and after.low == "/" and after.glued:
        bottom = pieces[index + 2] if index + 2 < len(pieces) else None
        if bottom is None or bottom.kind != NUMBER or not bottom.glued:
            return None, None, index
        above, below = read_digits(piece.text), read_digits(bottom.text)
        if above is None or below is None or above.decimals or below.decimals:
            return None, None, index
        small = below.value <= 100
        return (above.value, int(below.value), index + 3) if small else (None, None, index)
    if after is None:
        return None, None, index
    bottom_word = lexicon().numbers.denominators.get(after.low)
    top = read_word(piece.low) if piece.kind == WORD else None
    if piece.kind == NUMBER:
        digits = read_digits(piece.text)
        top = digits.value if digits is not None and not digits.decimals else None
    if bottom_word is None or top is None or after.opens_line:
        return None, None, index
    end = index + 2
    if end < len(pieces) and pieces[end].low in {"deel", "part"}:
        end += 1
    return top, bottom_word, end


def _is_part(pieces: Sequence[Piece], index: int, end: int) -> bool:
    """Tell 'een derde van de jongeren' from 'een derde verdachte'."""
    following = pieces[end] if end < len(pieces) else None
    if any(piece.low == "kwart" for piece in pieces[index:end]):
        return True  # 'kwart voor drie' is known to be a time
    if following is None or pieces[end - 1].low == "deel":
        return True
    if following.kind != WORD:
        return following.kind != NUMBER
    comparatives = lexicon().changes.comparatives
    return following.low in lexicon().others.stops or following.low in comparatives


def _share_or_number(pieces: Sequence[Piece], reading: Reading) -> Reading:
    """Make a share of a fraction, unless a scale or a length of time follows (driekwart jaar)."""
    if reading.value is None:
        return reading
    following = pieces[reading.end].low if reading.end < len(pieces) else ""
    scale = lexicon().numbers.scales.get(following)
    if scale is not None and not scale.digits_only and following != "ton":
        part = replace(
            reading, step=reading.value * lexicon().hedges.round_cap, mantissa=reading.value
        )
        return _scaled(pieces, part)
    unit = lexicon().units.after.at(pieces, reading.end)
    if unit is not None and unit[1].kind in {"duration", "measure"}:
        step = reading.value * lexicon().hedges.round_cap
        return replace(reading, step=step, whole=False)
    percent = reading.value * _HUNDRED
    return replace(reading, value=percent.quantize(Decimal("1e-10")).normalize(), shape="fraction")


def _is_how_often(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Tell 'negen van de tien keer', 'zeven van de tien' from 'zes van de acht ploegen'.

    'Van de tien', in words, is how Dutch says a share; who stands first ('vier van de tien grootste
    havens') or only one of them ('een van de tien') was counted.
    """
    if pieces[start].low in {"elke", "iedere"}:
        return True
    if pieces[start].low == "de" and end == start + 2 and pieces[start + 1].low == "tien":
        following = pieces[end].low if end < len(pieces) else ""
        return not following.endswith("ste") and pieces[start - 2].low not in _ALONE
    return pieces[start].low == "de" and end < len(pieces) and pieces[end].low in _OFTEN


def _ratio(pieces: Sequence[Piece], first: Reading, blocked: Sequence[bool]) -> Reading | None:
    """Read '1 op 24', 'acht op de tien', '3 op de 100.000', 'negen van de tien keer'."""
    if first.shape != "number" or first.value is None or first.scale is not None:
        return None
    if first.end >= len(pieces) or pieces[first.end].low not in {"op", "van"}:
        return None
    out_of = pieces[first.end].low == "van"
    position = first.end + 1
    if position < len(pieces) and pieces[position].low in {"de", "elke", "iedere", "alle"}:
        position += 1
    if position >= len(pieces) or blocked[position]:
        return None
    second = _plain_number(pieces, position, blocked)
    if second is None or second.value is None or second.article or not second.value > first.value:
        return None
    if out_of and not _is_how_often(pieces, first.end + 1, second.end):
        return None
    in_whole = first.whole and second.value == second.value.to_integral_value()
    if first.value <= 0 or (not in_whole and second.value < _SMALLEST_RATE):
        return None
    if second.value >= _SMALLEST_RATE:
        return replace(
            first, end=second.end, shape="rate", denominator=int(second.value), article=False
        )
    percent = (first.value / second.value * _HUNDRED).quantize(Decimal("1e-10")).normalize()
    unit_fraction = int(second.value) if first.value == 1 else None
    return Reading(
        first.start, second.end, percent, _ONE, "ratio", False, denominator=unit_fraction
    )
