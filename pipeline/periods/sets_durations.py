"""What comes back (jaarlijks, per kwartaal) and what lasts (tien minuten, anderhalf jaar)."""

from __future__ import annotations

from pipeline.periods.amounts import counted, or_so
from pipeline.periods.context import Context
from pipeline.periods.numbers import halves, ranks
from pipeline.periods.values import Match, Value

# How a unit is written in ISO 8601: time or date part, letter, and how many of it.
_ISO = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1),
    "week": ("", "W", 1), "month": ("", "M", 1), "quarter": ("", "M", 3),
    "half_year": ("", "M", 6), "year": ("", "Y", 1), "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}  # fmt: skip
_TO = frozenset(("tot", "à", "a", "of", "-", "–"))
_RELATIVE = frozenset(("dat", "die", "waarin", "waarop"))
# The unit a fraction is written in: anderhalf jaar is P18M.
_FINER = {
    "year": ("month", 12), "month": ("day", 30), "week": ("hour", 168), "day": ("hour", 24),
    "hour": ("minute", 60), "minute": ("second", 60), "decade": ("year", 10),
    "century": ("year", 100), "quarter": ("month", 3),
}  # fmt: skip


def iso_duration(number: float, unit: str) -> str | None:
    """Write a number of units as an ISO 8601 duration.

    >>> iso_duration(1.5, "year"), iso_duration(10, "minute")
    ('P18M', 'PT10M')
    """
    if number != int(number):
        if unit not in _FINER:
            return None
        finer, size = _FINER[unit]
        return iso_duration(round(number * size), finer)
    mark, letter, size = _ISO[unit]
    return f"P{mark}{int(number) * size}{letter}"


def _lasting(iso: str | None) -> Value | None:
    return Value(None, None, "span", "duration", iso8601=iso) if iso else None


def _returning(iso: str) -> Value:
    return Value(None, None, "span", "set", iso8601=f"R/{iso}")


def duration(c: Context, i: int) -> Match | None:
    """Read tien minuten, anderhalf jaar, een half jaar, halfjaar, 1 jaar en 6 maanden."""
    scan = c.scan
    word = scan.word(i)
    fixed = c.words.durations.get(word)
    if fixed and not (scan.glued(i + 1) and scan.word(i + 1) == "-"):
        return Match(i + 1, _lasting(fixed))
    if word in ("een", "half", "halve", "één") or word in halves():
        end = i + (word in ("een", "één"))
        if scan.word(end) in c.words.durations and end > i:
            return Match(end + 1, _lasting(c.words.durations[scan.word(end)]))
    read = _one_duration(c, i)
    if read is None:
        return None
    end, iso = read
    if scan.word(end) == "en":
        more = _one_duration(c, end + 1)
        joined = _joined(iso, more[1]) if more else None
        if more and joined:
            return Match(more[0], _lasting(joined))
    return Match(end, _lasting(iso))


def _one_duration(c: Context, i: int) -> tuple[int, str] | None:
    scan = c.scan
    read = counted(scan, i)
    if read is None:
        return None
    end, number = read
    if scan.word(end) in _TO and (upper := counted(scan, end + 1)) is not None:
        end, number = upper  # 'vier tot zes weken': the longer one, as in 'de komende …'
    if scan.word(end) == "kwartier" and number == int(number):
        return end + 1, f"PT{int(number) * 15}M"
    unit = c.words.units.get(scan.word(end))
    if unit not in _ISO or number <= 0:
        return None
    # 'één' counts, 'een half' was read as a half; 'twee jaren' and 'twee jaar' are both said
    if scan.word(end) in ("min", "sec"):
        if scan.number(i) is None:
            return None
        end += scan.word(end + 1) == "." and scan.glued(end + 1) and scan.word(end + 2).islower()
    if scan.glued(end + 1) and scan.word(end + 1) == "-":
        return None
    if (
        unit == "hour"
        and scan.word(i - 1) in ("om", "rond", "vanaf", "tegen", "omstreeks", "sinds")
        and number <= 24
    ):
        return None
    if scan.word(i) in ("een", "één") and scan.word(end + 1) in _RELATIVE:
        return None  # 'een jaar dat goed begon'
    end, number = or_so(scan, end + 1, number)
    iso = iso_duration(number, unit)
    return (end, iso) if iso else None


def _joined(first: str, second: str) -> str | None:
    """Join P1Y and P6M to P1Y6M, PT1H and PT30M to PT1H30M; None where the order forbids it."""
    order = "YMWD"
    if first.startswith("PT") and second.startswith("PT"):
        order, second_part = "HMS", second[2:]
    elif "T" in first or "W" in first or "W" in second:
        return None
    else:
        second_part = second[1:]
    if "T" in second_part:
        return first + second_part
    return first + second_part if order.index(first[-1]) < order.index(second[-1]) else None


def repetition(c: Context, i: int) -> Match | None:
    """Read jaarlijks, elk jaar, elke maandag, per kwartaal, elke vijf jaar, om de twee weken."""
    scan = c.scan
    word = scan.word(i)
    fixed = c.words.sets.get(word)
    if fixed:
        return Match(i + 1, _returning(fixed))
    per = word in c.words.per
    if not per and word not in c.words.every and not scan.phrase(i, ("om", "de")):
        return None
    k = i + 2 if word == "om" else i + 1
    following = scan.word(k)
    if per and following in ("elk", "elke", "half"):
        return None
    if following in c.words.weekdays and word != "om" and not per:
        return Match(k + 1, _returning("P1W"))
    if (following in c.words.months or following in c.words.seasons) and not per and word != "om":
        return Match(k + 1, _returning("P1Y"))
    weekly = scan.word(k + 1) in c.words.weekdays
    if weekly and word != "om" and not per:  # 'elke vrije zaterdag', 'elke eerste maandag van …'
        monthly = following in ranks()
        end = k + 2
        if monthly and scan.phrase(end, ("van", "de", "maand")):
            end += 3
        return Match(end, _returning("P1M" if monthly else "P1W"))
    unit = c.words.units.get(following)
    if unit in ("second", "minute", "hour", "loose") or following in c.words.plurals:
        unit = None
    if unit == "day_part":
        unit = None if per else "day"
    if unit == "weekend":
        unit = "week"
    if unit:
        if word == "om" or (scan.glued(k + 1) and scan.word(k + 1) == "-"):
            return None
        iso = iso_duration(1, unit)
        return Match(k + 1, _returning(iso)) if iso else None
    read = _one_duration(c, k)
    if read and not per and "T" not in read[1]:
        return Match(read[0], _returning(read[1]))
    return None


def once_in(c: Context, i: int) -> Match | None:
    """Read ``eens in de vijf jaar``, ``eens per jaar``, ``een keer per week``."""
    scan = c.scan
    if scan.word(i) != "eens":
        return None
    if scan.word(i + 1) == "per":
        return repetition(c, i + 1)
    if scan.phrase(i + 1, ("in", "de")):
        read = _one_duration(c, i + 3)
        return Match(read[0], _returning(read[1])) if read else None
    return None
