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
from functools import lru_cache
from typing import Final

from pipeline.clean.sentences import cut_overlong, split_sentences
from pipeline.describe.rules import describe_rules
from pipeline.describe.years import budget_year, pinned_year
from pipeline.periods import find
from pipeline.periods.edtf import bounds, render
from pipeline.records import Clean, Published, TimeExpression

_FIRST_YEAR: Final = 1945
_WORD = re.compile(r"[^\W\d_]+")
_PARTICIPLE = re.compile(r"\b(?:is|zijn)\b.{1,120}?\bge[^\W\d_]{3,}(?:d|t|en)\b", re.I)
_CLAUSE = re.compile(r"[^;]+")
_INFINITIVE = re.compile(r"\bte\s+[^\W\d_]+n\b", re.I)
_HEADINGS: Final = 6  # passages from the top in which a budget's year is looked for …
_HEADING_WORDS: Final = 16  # … and how long such a heading may be
_ANNOUNCING: Final = ("title", "heading", "body")
# 'voorlopige cijfers over 2020': the figures are there, so the period is past.
_FIGURES_OUT = re.compile(
    r"\b(?:voorlopige?|definitie(?:f|ve))\b[^.;]{0,30}\b(?:over|van|:)\s+(?:de\s+|het\s+)?$",
    re.I,
)
# 'in 2019 gemaakte afspraken': what comes behind the year is over, whatever the verb says.
_DONE = re.compile(r"\s+(?:\w+\s+)?(?:ge|be|ver|ont|her|aan|uit|af|op)\w*[dt]e\b", re.I)
_MAX_SPAN: Final = 6  # years; a longer period dates nothing
_COMPLETE: Final = ("quarter", "half_year")  # periods whose figures come out when they are over
_RUNNING: Final = ("body", "lead", "answer", "question", "quote", "list", "title", "heading")
_REACH: Final = 400  # characters before a period in which words can bear on it
_BESIDE: Final = 4  # words between a verb and the period that it places in the future
_DATED: Final = ("day", "month", "quarter", "half_year", "year", "school_year")
_AHEAD = re.compile(r"(?:in|per|vanaf|eind|begin|medio|uiterlijk|voor|met ingang van)\b", re.I)
_FORWARD_WORD = re.compile(r"\b(?:in|per|vanaf|eind|uiterlijk|voor)\s+$", re.I)
_SINCE = re.compile(r"\b(?:sinds|na|tijdens|vanwege|door)\b", re.I)
# Words in front of a period that may point forward: '… met ingang van 2020', 'voor 2021'.
_FORWARD = re.compile(r"(?:\b(?:in|voor|per|eind|uiterlijk|over)\s+|^)$", re.I)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A day before (or after) which the text was not written, and why."""

    day: date
    why: str
    start: int | None
    end: int | None


def infer_published(clean: Clean, *, made: str | None = None) -> Published | None:
    """Return bounds on the date of publication, or None where the text gives no evidence.

    ``made`` is what the file says about itself, as an open EDTF interval (made on, last changed
    on): a weak bound that gives way to anything the text says.
    """
    lower: list[_Evidence] = []
    present: list[_Evidence] = []
    upper: list[_Evidence] = []
    for sentence, expression, at in _expressions(clean):
        tense = _tense(sentence, expression)
        if tense in ("past", "present") and (day := _not_before(expression)):
            kind = lower if tense == "past" else present
            kind.append(_evidence(clean, day, expression, at, "is spoken of as past"))
        elif tense == "firm_future" and (day := _not_after(expression)):
            upper.append(_evidence(clean, day, expression, at, "is still expected"))
    # The Dutch present also speaks of what is to come: it counts only next to a dated past.
    latest_past = max((evidence.day.year for evidence in lower), default=0)
    lower += [evidence for evidence in present if evidence.day.year <= latest_past + 1]
    _add_years(clean, lower, upper)
    first = max(lower, key=lambda evidence: evidence.day, default=None)
    possible = [evidence for evidence in upper if first is None or evidence.day >= first.day]
    # One look ahead that contradicts the evidence of the past shows that the cues misled.
    consistent = possible if len(possible) == len(upper) else []
    last = min(consistent, key=lambda evidence: evidence.day, default=None)
    return _published(*_with_weak(first, last, made))


def _with_weak(
    first: _Evidence | None, last: _Evidence | None, made: str | None
) -> tuple[_Evidence | None, _Evidence | None]:
    """Let what the file says about itself fill a side that the text leaves open."""
    if made is None or "/" not in made:
        return first, last
    start, end = bounds(made)
    if start and first is None:
        weak = _Evidence(date.fromisoformat(start), "the file was made then", None, None)
        first = weak if last is None or weak.day <= last.day else None
    if end and last is None:
        weak = _Evidence(date.fromisoformat(end), "the page was last changed then", None, None)
        last = weak if first is None or weak.day >= first.day else None
    return first, last


def _add_years(clean: Clean, lower: list[_Evidence], upper: list[_Evidence]) -> None:
    """Add what a named year of publication and the budget in a heading say."""
    text = clean.view.text
    if pinned := pinned_year(text):
        year, match = pinned
        place = clean.view.to_original(match.start(), match.end())
        lower.append(_Evidence(date(year, 1, 1), _as_said(match[0]), *place))
        upper.append(_Evidence(date(year, 12, 31), _as_said(match[0]), *place))
        return
    for passage in clean.passages[:_HEADINGS]:
        heading = text[passage.start : passage.end]
        if passage.kind not in _ANNOUNCING or len(heading.split()) > _HEADING_WORDS:
            continue
        if budget := budget_year(heading):
            year, match = budget
            place = clean.view.to_original(
                passage.start + match.start(), passage.start + match.end()
            )
            quote = _as_said(match[0])
            lower.append(_Evidence(date(year - 1, 1, 1), quote, *place))
            upper.append(_Evidence(date(year, 12, 31), quote, *place))
            return


def _as_said(words: str) -> str:
    return f"'{' '.join(words.split())}' gives the year"


def _expressions(clean: Clean) -> Iterator[tuple[str, TimeExpression, int]]:
    """Yield (clause, expression in it, view offset of the clause) for dated expressions."""
    text = clean.view.text
    for passage in clean.passages:
        if passage.kind not in _RUNNING:
            continue
        paragraph = text[passage.start : passage.end]
        for start, end in _clauses(paragraph):
            clause = paragraph[start:end]
            for expression in find(clause):
                if expression.anchored == "absolute" and expression.earliest:
                    yield clause, expression, passage.start + start


def _clauses(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the clauses of a paragraph whose sentences have a digit."""
    for start, end in split_sentences(paragraph):
        if not any(character.isdigit() for character in paragraph[start:end]):
            continue
        for clause in _CLAUSE.finditer(paragraph, start, end):
            yield from cut_overlong(paragraph, *clause.span())


def _tense(sentence: str, expression: TimeExpression) -> str:
    """Return past, present, firm_future, or nothing where the sentence leaves it open."""
    rules = describe_rules()
    if _open(expression) and expression.surface.lower().startswith("sinds"):
        return "past"
    last = _word_before(sentence, expression)
    if last.endswith(rules.past_before) or _FIGURES_OUT.search(_before(sentence, expression)):
        return "past"
    if _DONE.match(sentence, expression.end):
        return ""
    words, past = _verbs(sentence)
    if words & rules.future:
        return "firm_future" if not past and _is_expected(sentence, expression, words) else ""
    if last in rules.future_before or last.endswith(tuple(_compounds(rules.future_before))):
        return ""
    if _open(expression) or _INFINITIVE.search(sentence, expression.end):
        return ""  # 'heeft beloofd in 2030 … te bouwen': what is past is the promise
    if past:
        return "past"
    return "present" if words & rules.present else ""


@lru_cache(maxsize=4)  # a clause may have hundreds of periods
def _verbs(sentence: str) -> tuple[frozenset[str], bool]:
    """Return the words of a clause in lower case, and whether one of them tells of the past."""
    words = frozenset(word.lower() for word in _WORD.findall(sentence))
    told = words & describe_rules().past or _PARTICIPLE.search(sentence[:1000])
    return words, bool(told)


def _before(sentence: str, expression: TimeExpression) -> str:
    """Return what stands before a period, as far as it can bear on it."""
    return sentence[max(0, expression.start - _REACH) : expression.start]


def _is_expected(sentence: str, expression: TimeExpression, words: frozenset[str]) -> bool:
    """Whether a clause firmly places a period in the future.

    'Voor 2020 verwachten we …' does; 'moet' and 'wordt' only right beside the period ('in 2027
    moet de wijk klaar zijn'), for they serve the past as well.
    """
    rules = describe_rules()
    before, after = _before(sentence, expression), sentence[expression.end :]
    if words & rules.future_firm:
        return _open(expression) or _FORWARD.search(before) is not None
    if expression.granularity not in _DATED or not (
        _AHEAD.match(expression.surface) or _FORWARD_WORD.search(before)
    ):
        return False
    if _SINCE.search(before[-60:]):
        return False  # 'sinds de scheiding in 1996 gaan ze …'
    behind = _WORD.match(after.lstrip())
    beside = {word.lower() for word in _WORD.findall(before)[-_BESIDE:]}
    return bool(beside & rules.future_beside) or (
        behind is not None and behind[0].lower() in rules.future_beside
    )


def _word_before(sentence: str, expression: TimeExpression) -> str:
    """Return the last word before the year that says something: 'begroting' in 'begroting voor'."""
    rules = describe_rules()
    before = _before(sentence, expression) + expression.surface
    words: list[str] = [word.lower() for word in _WORD.findall(before)]
    for word in reversed(words[-4:]):
        if word not in rules.linking:
            return word
    return words[-1] if words else ""


def _compounds(words: tuple[str, ...]) -> list[str]:
    """Return the words that may end a compound ('programmabegroting'); short ones may not."""
    return [word for word in words if len(word) > 5]


def _open(expression: TimeExpression) -> bool:
    return expression.latest is None or expression.earliest is None


def _not_before(expression: TimeExpression) -> date | None:
    if expression.earliest is None:
        return None
    first = date.fromisoformat(expression.earliest)
    last = date.fromisoformat(expression.latest) if expression.latest else None
    if first.year < _FIRST_YEAR or (last is not None and last.year - first.year > _MAX_SPAN):
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


def _evidence(clean: Clean, day: date, expression: TimeExpression, at: int, how: str) -> _Evidence:
    start, end = clean.view.to_original(at + expression.start, at + expression.end)
    return _Evidence(day, f"'{expression.surface}' {how}", start, end)


def _published(first: _Evidence | None, last: _Evidence | None) -> Published | None:
    if first is None and last is None:
        return None
    reasons = []
    if first is not None:
        reasons.append(f"not before {first.day.isoformat()}: {first.why}")
    if last is not None:
        reasons.append(f"not after {last.day.isoformat()}: {last.why}")
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
