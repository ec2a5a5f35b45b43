"""Numbers of units: vier jaar, anderhalve maand, enkele weken, drie tot vijf jaar."""

from __future__ import annotations

from pipeline.periods.context import Context
from pipeline.periods.numbers import cardinals, halves
from pipeline.periods.scan import Scan

_OR = frozenset(("tot", "à", "a", "of", "-", "–"))
# 'een week of twee weken' is a choice, 'een week of twee' a guess
_COUNTED_NEXT = frozenset(("dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "jaren"))
# Longest stretch a text counts in one breath; more is no time but a sum ('200000 jaar').
_LONGEST = {"day": 40000, "week": 6000, "month": 2000, "year": 1500, "decade": 150, "century": 15}


def counted(scan: Scan, i: int) -> tuple[int, float] | None:
    """Read a number of units (drie, 2,5, anderhalf, een half, twee en een half)."""
    word = scan.word(i)
    number = scan.number(i)
    if number is not None:
        if scan.glued(i) and scan.word(i - 1) in ".,:-/" and scan.word(i - 2).isdecimal():
            return None
        if scan.word(i + 1) == "," and scan.glued(i + 1) and scan.glued(i + 2):
            decimals = scan.word(i + 2)
            if decimals.isdecimal() and decimals.isascii() and len(decimals) <= 3:
                return i + 3, float(f"{number}.{decimals}")
        if scan.word(i + 1) == "." and scan.glued(i + 2) and len(scan.word(i + 2)) == 3:
            thousands = scan.number(i + 2)
            return (i + 3, float(number * 1000 + thousands)) if thousands is not None else None
        return i + 1, float(number)
    if word in ("een", "één") and scan.word(i + 1) == "kwart":
        return i + 2, 0.25
    half = halves().get(word)
    if half is not None:
        return i + 1, half
    value = cardinals().get(word)
    if value is None:
        return None
    if word in ("een", "één") and scan.word(i + 1) in ("half", "halve"):
        return i + 2, 0.5
    if scan.phrase(i + 1, ("en", "een")) and scan.word(i + 3) in ("half", "halve"):
        return i + 4, value + 0.5
    return i + 1, float(value)


def amount(c: Context, i: int) -> tuple[int, float | None, str] | None:
    """Read a counted or uncounted number of units; return end, number (None: enkele) and unit."""
    scan = c.scan
    read = counted(scan, i)
    if read is not None:
        end, number = read
        if scan.word(end) in _OR:  # 'drie tot vijf jaar': the longer one
            end, number = counted(scan, end + 1) or read
        unit = c.words.units.get(scan.word(end))
        if unit:
            end, number = or_so(scan, end + 1, number)
            return end, number, unit
    for phrase in c.words.uncounted.get(scan.word(i), ()):
        if scan.phrase(i, phrase):
            end = i + len(phrase)
            unit = c.words.units.get(scan.word(end))
            if unit:
                return end + 1, None, unit
            return (end, None, "loose") if phrase[-1] in ("tijd", "tijdje", "poos") else None
    word = scan.word(i)
    unit = c.words.units.get(word)
    return (i + 1, None, unit) if unit and word in c.words.plurals else None


def lowest(c: Context, i: int, unit: str) -> int | None:
    """Return the lower number of 'vier tot zes weken', None where there is one number."""
    read = counted(c.scan, i)
    if read is None or c.scan.word(read[0]) not in _OR or counted(c.scan, read[0] + 1) is None:
        return None
    return int(read[1]) if read[1] == int(read[1]) and whole(read[1], unit) else None


def or_so(scan: Scan, i: int, number: float) -> tuple[int, float]:
    """Read what follows 'een week' in 'een week of vijf': about five of them.

    Returns the end and the number, those of 'een week' where nothing follows.
    """
    many = counted(scan, i + 1) if number == 1 and scan.word(i) == "of" else None
    if many is None or many[1] < 2 or many[1] != int(many[1]):
        return i, number
    following = scan.word(many[0])
    return (i, number) if following in _COUNTED_NEXT else many


def whole(number: float, unit: str) -> tuple[int, str] | None:
    """Turn a number of units into whole units that days can be shifted by."""
    if number > _LONGEST.get(unit, 1500):
        return None
    if number == int(number):
        return int(number), unit
    finer = {
        "year": (12, "month"),
        "decade": (10, "year"),
        "century": (100, "year"),
        "month": (30, "day"),
        "week": (7, "day"),
    }
    if unit not in finer:
        return None
    size, smaller = finer[unit]
    return round(number * size), smaller
