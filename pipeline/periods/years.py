"""Years as the calendar names them (in 2017, '19, het jaar 2020), and what only looks like one."""

from __future__ import annotations

from pipeline.periods.context import Context
from pipeline.periods.scan import Scan
from pipeline.periods.values import Match, year

DASHES = frozenset("-–—")
QUOTES = frozenset("'’‘`´")
YEARS = range(1000, 2101)
_NO_YEAR_BEFORE = frozenset("/-–—.:,€$£#+=@_")
_BARE_YEARS = range(1900, 2061)
# Years before this one are rare enough to be doubted: 'over 1200 meter'.
_OLD = 1800
_OLD_CUES = frozenset(("in", "anno", "jaar", "sinds", "uit"))
# After these prepositions a number is as likely as a year: 'van 2000 leden'.
_WEAK_CUES = frozenset(["van", "voor", "over", "tot", "per", "rond", "tegen", "uit", "na", "door"])
_LAW_REACH = 6
_OR = frozenset(("of", "tot", "à", "a", "-", "–"))


def year_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read four digits, or an apostrophe and two, as a year; return where it ends and the year.

    Nothing around it is asked: this is for places where only a year can stand ('maart 2019').
    """
    if scan.word(i) in QUOTES and scan.glued(i + 1) and len(scan.word(i + 1)) == 2:
        short = scan.number(i + 1)
        if short is not None and not runs_on(scan, i + 2):
            return i + 2, short + (2000 if short < 50 else 1900)
        return None
    number = scan.number(i)
    if number is None or len(scan.word(i)) != 4 or number not in YEARS or runs_on(scan, i + 1):
        return None
    return i + 1, number


def runs_on(scan: Scan, i: int) -> bool:
    """Whether the token at ``i`` continues the number before it (2.000, 2017%, 2000m, 020-2019)."""
    if not scan.glued(i):
        return False
    word = scan.word(i)
    if word.isalnum() or word in ("%", "‰", "°", "@", "_"):
        return True
    return word in (".", ",", ":") and scan.glued(i + 1) and scan.word(i + 1).isdecimal()


def counts(c: Context, i: int, *, weak: bool) -> bool:
    """Whether the token after the number at ``i`` is what it counts ('1984 woningen')."""
    scan, following = c.scan, c.scan.word(i + 1)
    if following in c.words.years["counted"]:
        return True
    paired = following in _OR or (following == "en" and scan.word(i - 1) == "tussen")
    if paired and scan.number(i + 2) is not None:
        # '2018 of 3000 duizend kuub', 'van 2016 tot 2500 woningen'
        return _unit_behind(c, i + 2)
    if not weak or len(following) < 4 or not following.isalpha():
        return False
    plural = following.endswith(("en", "s")) and following not in c.words.years["not_counted"]
    return plural and scan.original(i + 1).islower() and following not in c.words.months


def _unit_behind(c: Context, i: int) -> bool:
    """Whether the second number of a pair is clearly counted, and so the first one too."""
    if c.scan.word(i + 1) in c.words.years["counted"]:
        return True
    number = c.scan.number(i)
    return number not in _BARE_YEARS and counts(c, i, weak=True)


def _in_a_name(c: Context, i: int) -> bool:
    """Whether the number belongs to a name: Wmo 2015, ISO 9001, a postcode, a law."""
    scan, before = c.scan, c.scan.word(i - 1)
    if before == "." and scan.glued(i - 1):
        before = scan.word(i - 2)
    if before in c.words.years["names"] or before.endswith(tuple(c.words.years["name_endings"])):
        return True
    following = scan.original(i + 1)
    if len(following) == 2 and following.isupper() and following.isascii():
        return True
    for k in range(i - 1, max(i - 1 - _LAW_REACH, -1), -1):
        word = scan.word(k)
        if not word.isalpha():
            return False
        if word == "wet" and scan.original(k) == "Wet":
            return True
    return False


def bare_year(c: Context, i: int) -> Match | None:
    """Read a year that stands alone, where the words around it make it one.

    ``in 2017``, ``de begroting 2018`` and ``cijfers over 2020`` are years; ``1984 woningen``,
    ``2.000 euro``, ``ISO 9001``, ``Wmo 2015`` and ``1999 AB`` are not.
    """
    scan = c.scan
    before = scan.word(i - 1)
    cue = before in c.words.years["cues"] or before in c.words.months
    if scan.word(i) in QUOTES and not cue:
        return None
    if scan.glued(i) and before in _NO_YEAR_BEFORE and scan.word(i - 2).isalnum():
        return None
    found = year_number(scan, i)
    if found is None:
        return None
    end, number = found
    if scan.word(end) in DASHES and scan.glued(end) and scan.glued(end + 1):
        if scan.word(end + 1).isdecimal():
            return None
        if scan.word(end + 1) in QUOTES:
            return None  # '16-'18
    elif scan.word(end) == "/" and scan.glued(end) and scan.word(end + 1).isdecimal():
        return None
    if _in_a_name(c, i) or before_christ(scan, end):
        return None
    if cue:
        opens = scan.sentence[i - 2] != scan.sentence[i - 1] if i > 1 else i == 1
        told = opens and scan.word(end + 1) in c.words.years["subjects"]
        weak = before in _WEAK_CUES and (number % 100 == 0 or number < _BARE_YEARS.start)
        if counts(c, end - 1, weak=weak and not told):
            return None
        # 'Rond 1410 kwam er rust': at the head of a sentence, and nothing counted
        if number < _OLD and before not in _OLD_CUES and not opens:
            return None
    elif number not in _BARE_YEARS or number % 100 == 0 or counts(c, end - 1, weak=True):
        return None
    return Match(end, year(number))


def before_christ(scan: Scan, i: int) -> bool:
    """Whether ``voor Christus`` or ``v.Chr.`` stands at a token; such years are left alone."""
    if scan.word(i) == "voor":
        return scan.word(i + 1) == "christus"
    return scan.word(i) == "v" and "chr" in (scan.word(i + 1), scan.word(i + 2))


def year_words(c: Context, i: int) -> Match | None:
    """Read ``het jaar 2019``, ``begrotingsjaar 2020``, ``heel 2019``, ``het hele jaar 2019``."""
    scan = c.scan
    k = i + 1 if scan.word(i) == "het" else i
    if scan.word(k) in c.words.whole and scan.word(k + 1) in c.words.calendar_years:
        k += 1
    if scan.word(k) not in c.words.calendar_years and scan.word(k) not in c.words.whole:
        return None
    found = year_number(scan, k + 1)
    if found is None or counts(c, found[0] - 1, weak=True):
        return None
    return Match(found[0], year(found[1]))
