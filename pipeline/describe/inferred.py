"""Bounds on the date of an undated document, from the periods that it speaks of.

A text that tells how things *were* in 2017 was not published before 2017; one that expects
something *for* 2020 was not published after it. That gives bounds, never a date: the result is an
interval, and the reason quotes the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.clean.sentences import split_sentences
from pipeline.describe.rules import describe_rules
from pipeline.periods import find
from pipeline.periods.edtf import render
from pipeline.records import Clean, Published, TimeExpression

_FIRST_YEAR: Final = 1945
_WORD = re.compile(r"[^\W\d_]+")
_PARTICIPLE = re.compile(r"\b(?:is|zijn|wordt|worden)\b.{1,120}?\bge[^\W\d_]{3,}(?:d|t|en)\b", re.I)
_COMPLETE: Final = ("quarter", "half_year")  # periods whose figures come out when they are over
_RUNNING: Final = ("body", "lead", "answer", "question", "quote", "list", "title", "heading")
# Words in front of a period that may point forward: '… met ingang van 2020', 'voor 2021'.
_FORWARD = re.compile(r"(?:\b(?:in|voor|per|eind|uiterlijk|over)\s+|^)$", re.I)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A day before (or after) which the text was not written, and the words that say so."""

    day: date
    quote: str
    start: int
    end: int


def infer_published(clean: Clean) -> Published | None:
    """Return bounds on the date of publication, or None where the text gives no evidence."""
    lower: list[_Evidence] = []
    upper: list[_Evidence] = []
    for sentence, expression, at in _expressions(clean):
        tense = _tense(sentence, expression)
        if tense == "past" and (day := _not_before(expression)):
            lower.append(_evidence(clean, day, expression, at))
        elif tense == "firm_future" and (day := _not_after(expression)):
            upper.append(_evidence(clean, day, expression, at))
    first = max(lower, key=lambda evidence: evidence.day, default=None)
    possible = [evidence for evidence in upper if first is None or evidence.day > first.day]
    # One look ahead that contradicts the evidence of the past shows that the cues misled.
    consistent = possible if len(possible) == len(upper) else []
    last = min(consistent, key=lambda evidence: evidence.day, default=None)
    return _published(first, last)


def _expressions(clean: Clean) -> Iterator[tuple[str, TimeExpression, int]]:
    """Yield (sentence, expression in it, view offset of the sentence) for dated expressions."""
    text = clean.view.text
    for passage in clean.passages:
        if passage.kind not in _RUNNING:
            continue
        paragraph = text[passage.start : passage.end]
        for start, end in split_sentences(paragraph):
            sentence = paragraph[start:end]
            if not any(character.isdigit() for character in sentence):
                continue
            for expression in find(sentence):
                if expression.anchored == "absolute" and expression.earliest:
                    yield sentence, expression, passage.start + start


def _tense(sentence: str, expression: TimeExpression) -> str:
    """Return past, firm_future, or nothing where the sentence leaves it open."""
    rules = describe_rules()
    if expression.latest is None and expression.surface.lower().startswith("sinds"):
        return "past"
    before = sentence[: expression.start].rstrip()
    last = before.rsplit(None, 1)[-1].lower() if before else ""
    if last.endswith(rules.past_before):
        return "past"
    if last.endswith(rules.future_before):
        return ""
    words = {word.lower() for word in _WORD.findall(sentence)}
    past = bool(words & rules.past) or _PARTICIPLE.search(sentence[:1000]) is not None
    if words & rules.future:
        if past or not words & rules.future_firm:
            return ""
        forward = _open(expression) or _FORWARD.search(sentence[: expression.start])
        return "firm_future" if forward else ""
    if past or (words & rules.present and not _open(expression)):
        return "past"
    return ""


def _open(expression: TimeExpression) -> bool:
    return expression.latest is None or expression.earliest is None


def _not_before(expression: TimeExpression) -> date | None:
    if expression.earliest is None:
        return None
    first = date.fromisoformat(expression.earliest)
    last = date.fromisoformat(expression.latest) if expression.latest else None
    if first.year < _FIRST_YEAR:
        return None
    if last is not None and expression.granularity in _COMPLETE:
        return last + timedelta(days=1)
    if last is not None and expression.kind == "span" and last.year > first.year:
        return date(last.year, 1, 1)
    return first


def _not_after(expression: TimeExpression) -> date | None:
    """Return the end of the period that is still expected ('met ingang van 2020': that year)."""
    if expression.latest is not None:
        return date.fromisoformat(expression.latest)
    if expression.earliest is not None:
        return date(date.fromisoformat(expression.earliest).year, 12, 31)
    return None


def _evidence(clean: Clean, day: date, expression: TimeExpression, at: int) -> _Evidence:
    start, end = clean.view.to_original(at + expression.start, at + expression.end)
    return _Evidence(day, expression.surface, start, end)


def _published(first: _Evidence | None, last: _Evidence | None) -> Published | None:
    if first is None and last is None:
        return None
    reasons = []
    if first is not None:
        reasons.append(f"not before {first.day.isoformat()}: '{first.quote}' is spoken of as past")
    if last is not None:
        reasons.append(f"not after {last.day.isoformat()}: '{last.quote}' is still expected")
    evidence = first or last
    single = evidence if evidence is not None and (first is None or last is None) else None
    return Published(
        edtf=_interval(first.day if first else None, last.day if last else None),
        earliest=first.day.isoformat() if first else None,
        latest=last.day.isoformat() if last else None,
        method="inferred",
        start=single.start if single else None,
        end=single.end if single else None,
        reason="; ".join(reasons),
    )


def _interval(first: date | None, last: date | None) -> str | None:
    """Write bounds as an EDTF interval, never as a single date.

    >>> _interval(date(2018, 1, 1), date(2018, 12, 31))
    '2018-01/2018-12'
    """
    for precision in ("year", "month", "day"):
        written = render(first, last, precision=precision)
        if written is None or "/" in written:
            return written
    return None
