"""Ages look like durations: kinderen tot achttien jaar, 65 jaar en ouder, een vrouw van 34 jaar."""

from __future__ import annotations

from pipeline.periods.amounts import counted, or_so
from pipeline.periods.context import Context
from pipeline.periods.values import Match

# How far back the people may stand whose age it is, and the words that make it a penalty.
_REACH = 6
_OLDEST = 120


def age(c: Context, i: int) -> Match | None:
    """Read an age, or two (van 12 tot 18 jaar), as something that is no time expression.

    ``jaar`` counts a life after words for people (kinderen tot 18 jaar), after onder, boven,
    jonger dan and leeftijd, and before oud and en ouder; a bare ``tot 18 jaar`` too, unless
    something that lasts is about (tot tien jaar cel).
    """
    scan = c.scan
    read = counted(scan, i)
    if read is None:
        return None
    end, number = read
    if scan.word(end) in ("tot", "en", "-", "–", "à", "of") or scan.word(end) == "t":
        second = end + (3 if scan.phrase(end, ("t", "/", "m")) else 1)
        if scan.phrase(second, ("en", "met")):
            second += 2
        more = counted(scan, second)
        if more is not None and scan.word(more[0]) in ("jaar", "jr"):
            end, number = more
    if scan.word(end) not in ("jaar", "jr"):
        return None
    end, number = or_so(scan, end + 1, number)  # 'een kind van een jaar of vier'
    words = c.words.ages
    if scan.word(end) in words["after"]:
        return Match(end + 1, None)  # 'de 145 jaar oude brug' too
    if number > _OLDEST:
        return None
    if scan.word(end) in ("en", "of") and scan.word(end + 1) in words["after_en"]:
        return Match(end + 2, None)
    return Match(end, None) if _of_people(c, i, end, number) else None


def _of_people(c: Context, i: int, end: int, number: float) -> bool:
    scan, words = c.scan, c.words.ages
    lasting = words["penalty"]
    for k in range(end, end + 3):
        if not scan.word(k).isalpha():
            break
        if scan.word(k) in lasting:
            return False
    before = scan.word(i - 1)
    if before == "met" and scan.word(i - 2) != "en":
        return False  # 'werknemers met tien jaar ervaring'
    if before == "de" and scan.word(i - 2) in words["before"]:
        return True
    if before in ("dan", "van") and scan.word(i - 2) in words["before"]:
        return True
    if before in words["before"]:
        return True
    if before in words["whose"] and scan.word(i - 2) == "met":
        return True  # 'met zijn 37 jaar'
    k = i - 2 if before in words["by_now"] else i - 1
    if scan.word(k) in words["one"] and scan.word(end) in words["be"]:
        return True
    if k == i - 2 and scan.word(end) in words["be"]:
        return True
    k = i - 1
    crossed = 0
    while k >= 0 and crossed < _REACH and scan.sentence[k] == scan.sentence[i]:
        word = scan.word(k)
        if word in words["people"]:
            return crossed > 0
        if word not in words["between"] and not word.isdecimal():
            break
        k -= 1
        crossed += 1
    nearby = (
        scan.word(n) for n in range(max(i - _REACH, 0), i) if scan.sentence[n] == scan.sentence[i]
    )
    if any(word.endswith("leeftijd") for word in nearby):
        return True
    if before == "(" and scan.word(end) == ")":
        return number > 5
    if before in ("tot", "vanaf") and number >= 4:
        return not any(scan.word(n) in lasting for n in range(max(i - 8, 0), i))
    return False
