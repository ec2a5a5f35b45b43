"""Phrases that are looked up whole: nu, op dit moment, van oudsher, binnenkort, tot nu toe."""

from __future__ import annotations

from pipeline.periods.context import Context
from pipeline.periods.relative import vague
from pipeline.periods.values import Match, Value, unknown


def phrase(c: Context, i: int) -> Match | None:
    """Read the longest known phrase at a token."""
    for words, meaning in c.words.phrases.get(c.scan.word(i), ()):
        if c.scan.phrase(i, words):
            return _meant(c, i, i + len(words), meaning, words)
    return None


def _meant(c: Context, i: int, end: int, meaning: str, words: tuple[str, ...]) -> Match | None:
    scan = c.scan
    if scan.glued(end) and scan.word(end) in ("-", ".") and scan.glued(end + 1):
        return None  # nu.nl, nu-cijfers
    if meaning == "nothing":
        return Match(end, None)
    if meaning == "present":
        return Match(end, c.now())
    if meaning == "vague_past":
        if words == ("vroeger",) and scan.word(end) in ("dan", "of"):
            return None
        return Match(end, vague(c, "past"))
    if meaning == "vague_future":
        return Match(end, vague(c, "coming"))
    if meaning == "previous":
        return Match(end, c.back_then(i, memory=1) or unknown("vague", kind="vague"))
    now = c.now()
    if meaning == "present_until":
        return Match(end, Value(None, now.last, "open", "span", now.precision, "publication"))
    return Match(end, Value(now.first, None, "open", "span", now.precision, "publication"))
