"""Reading numbers that are written in digits.

Dutch writes 1.642 for a thousand and 19,7 for a fraction, but texts are sloppy: 12.5, 29 115,
41.250,- and 1,234,567.00 all occur. The reading keeps, beside the value, the place of the last
digit, because that is what the precision of a figure is derived from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MAX_DIGITS = 18

_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")
_POINT_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits: its value, the place of its last digit, and whether it has decimals.

    >>> read_digits("19,7")
    Digits(value=Decimal('19.7'), step=Decimal('0.1'), decimals=1, grouped=False)
    """

    value: Decimal
    step: Decimal
    decimals: int
    grouped: bool  # written with separators between thousands: never a year or a house number


@lru_cache(maxsize=20_000)
def read_digits(text: str) -> Digits | None:
    """Return what ``text`` (digits with separators) stands for, or None when it is no number.

    A point followed by exactly three digits separates thousands (1.500), any other point is a
    decimal sign (1.5, 12.50). A comma is a decimal sign, unless it occurs more than once or a
    point follows it (1,234,567 and 1,500.00, the English way).
    """
    if sum(character.isdecimal() for character in text) > MAX_DIGITS:
        return None
    body = _SPACES.sub("", text)
    grouped = body != text
    points, commas = body.count("."), body.count(",")
    if points and commas:
        # The separator that comes last is the decimal sign.
        if body.rfind(",") > body.rfind("."):
            if commas > 1:
                return None
            whole, fraction = body.split(",")
            return _from_parts(whole, fraction, _POINT_GROUPS)
        if points > 1:
            return None
        whole, fraction = body.split(".")
        english = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
        return _from_parts(whole, fraction, english)
    if points:
        if _POINT_GROUPS.fullmatch(body):
            return _whole(body.replace(".", ""), grouped=True)
        if points > 1:
            return None
        whole, fraction = body.split(".")
        return _decimal(whole, fraction)
    if commas:
        if _COMMA_GROUPS.fullmatch(body):
            return _whole(body.replace(",", ""), grouped=True)
        if commas > 1:
            return None
        whole, fraction = body.split(",")
        return _decimal(whole, fraction, grouped=grouped)
    return _whole(body, grouped=grouped)


def _from_parts(whole: str, fraction: str, groups: re.Pattern[str]) -> Digits | None:
    if not groups.fullmatch(whole):
        return None
    return _decimal(whole.replace(".", "").replace(",", ""), fraction, grouped=True)


def _whole(body: str, *, grouped: bool) -> Digits:
    return Digits(Decimal(body), Decimal(1), 0, grouped)


def _decimal(whole: str, fraction: str, *, grouped: bool = False) -> Digits:
    places = len(fraction)
    return Digits(Decimal(f"{whole}.{fraction}"), Decimal(1).scaleb(-places), places, grouped)


def round_step(value: Decimal, cap: Decimal) -> Decimal:
    """Return the place of the last digit of a whole ``value`` that is not zero, capped.

    The cap is the share of the value that the step may be at most: 300 million is not rounded to
    hundreds of millions, but to 60 million (a fifth).

    >>> round_step(Decimal(1600), Decimal("0.2"))
    Decimal('100')
    """
    if value == 0:
        return Decimal(1)
    step = last_place(int(value))
    return min(Decimal(step), value * cap) if step > 1 else Decimal(1)


def last_place(whole: int) -> int:
    """Return the place of the last digit of ``whole`` that is not zero; it is not zero itself.

    >>> last_place(1600)
    100
    """
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return place
