"""Reading numbers that are written as one word: tweeëntwintig, zeventienhonderd, tweeënhalf.

The words themselves are data (``number_words.toml``); the way they are joined is grammar:
units before tens with *en* between, hundreds up to 99 hundred, thousands, millions.

Why not text2num, which the tests agree with on whole number words: it rewrites running text, while
here the words must keep their offsets and their precision, and stand in mixed forms (*378 duizend*,
*2,5 miljoen*, *drie en een half*, *twee ton*) beside scales, fractions and units.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

from pipeline.quantities.lexicon import lexicon

_LONGEST = 90


def plain(word: str) -> str:
    """Return ``word`` without diacritics: vóór → voor, tweeëntwintig → tweeentwintig."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=20_000)
def read_word(word: str) -> Decimal | None:
    """Return the value of a number word in lower case, or None when it is none.

    >>> read_word("drieënveertigduizend"), read_word("tweeënhalf"), read_word("zevenslaper")
    (Decimal('43000'), Decimal('2.5'), None)
    """
    if len(word) > _LONGEST:
        return None
    fixed = lexicon().numbers.words.get(word)
    if fixed is not None:
        return fixed
    body = plain(word).replace("-", "")
    if not body.isalpha():
        return None
    fixed = lexicon().numbers.words.get(body)
    if fixed is not None:
        return fixed
    for suffix in ("enhalf", "eneenhalf"):
        if body.endswith(suffix):
            whole = _cardinal(body.removesuffix(suffix))
            if whole is not None and whole < 100:
                return whole + Decimal("0.5")
    return _cardinal(body)


def _cardinal(body: str) -> Decimal | None:
    for scale, factor in lexicon().numbers.glued_scales:
        left, found, right = body.partition(scale)
        if not found:
            continue
        times = Decimal(1) if not left else _cardinal_below(left, factor)
        if times is None and left.endswith("enhalf"):
            whole = _cardinal_below(left.removesuffix("enhalf"), factor)
            times = None if whole is None else whole + Decimal("0.5")
        rest = Decimal(0) if not right else _cardinal_below(right, factor)
        if rest is None and right.startswith("en"):
            rest = _cardinal_below(right.removeprefix("en"), factor)
        if times is None or rest is None or (factor == 100 and times >= 100):
            return None
        return times * factor + rest
    return lexicon().numbers.small.get(body)


def _cardinal_below(body: str, limit: int) -> Decimal | None:
    value = _cardinal(body)
    # 'zeventienhonderd' multiplies a hundred by more than nine; larger scales do not do so.
    ceiling = Decimal(100) if limit == 100 else Decimal(limit)
    if limit == 1000:
        ceiling = Decimal(1000)
    return value if value is not None and value < ceiling else None
