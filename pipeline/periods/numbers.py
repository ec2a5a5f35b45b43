"""Numbers as words, as far as time needs them: zero to 999, halves, and ranks to 21."""

from __future__ import annotations

from functools import cache

_ONES = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_RANKS = [
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
    "dertiende",
    "veertiende",
    "vijftiende",
    "zestiende",
    "zeventiende",
    "achttiende",
    "negentiende",
    "twintigste",
    "eenentwintigste",
]
RANK_SUFFIXES = frozenset(("e", "de", "ste"))


@cache
def cardinals() -> dict[str, int]:
    """Return the words for 1 to 999 (drieëntwintig, honderdtwintig) with their values."""
    words = {word: value for value, word in enumerate(_ONES) if value} | {"één": 1, "eén": 1}
    for tens, word in enumerate(_TENS, start=2):
        words[word] = tens * 10
        for one in range(1, 10):
            joint = "ën" if _ONES[one].endswith("e") else "en"
            words[f"{_ONES[one]}{joint}{word}"] = tens * 10 + one
    words["éénentwintig"] = 21
    small = dict(words)
    for hundreds, word in [(1, "honderd")] + [(n, f"{_ONES[n]}honderd") for n in range(2, 10)]:
        words[word] = hundreds * 100
        words |= {f"{word}{rest}": hundreds * 100 + value for rest, value in small.items()}
    return words


@cache
def halves() -> dict[str, float]:
    """Return the words that carry a half: anderhalf, tweeënhalf, tweeëneenhalf, half, driekwart."""
    words = {
        "anderhalf": 1.5,
        "anderhalve": 1.5,
        "half": 0.5,
        "halve": 0.5,
        "kwart": 0.25,
        "driekwart": 0.75,
    }
    for value in range(1, 20):
        joint = "ën" if _ONES[value].endswith("e") else "en"
        for ending in ("half", "eenhalf", "halve", "eenhalve"):
            words[f"{_ONES[value]}{joint}{ending}"] = value + 0.5
    return words


@cache
def ranks() -> dict[str, int]:
    """Return the words eerste to eenentwintigste with their values, and laatste as -1."""
    return {word: value for value, word in enumerate(_RANKS, start=1)} | {"laatste": -1}
