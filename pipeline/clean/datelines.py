"""Datelines: lines, and beginnings of lines, that say when (and where) a text was published.

A dateline is recognised by what is left when its dates, clock times and customary words (labels,
'door', 'min lezen': ``zones.toml``) are taken away: nothing, or a few names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.clean.dateforms import WEEKDAY, DateForm, find_dates
from pipeline.clean.rules import first_match, zone_rules
from pipeline.knowledge import read_tsv

_CLOCK: Final = (
    r"(?:om[ ]+)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?![\d%])(?:[ ]*(?:uur|u)\b\.?)?"
)
_TIME = re.compile(_CLOCK, re.I)
_TODAY = re.compile(rf"(?:vandaag|gisteren|eergisteren|zojuist)\b,?[ ]*(?:{_CLOCK})?", re.I)
_AGO = re.compile(r"\d{1,2} (?:minuten|uur|uren|dagen|dag|weken) geleden", re.I)
_COUNTED = re.compile(
    r"(?:jaargang|jrg\.?|nummer|nr\.?|editie|uitgave|leestijd:?|week)[ ]*(?:ca\.?[ ]*)?\d{1,3}"
    r"(?:[ ]*min(?:uut|uten)?\b\.?)?"
    r"|[<>±]?[ ]?\d{1,3}[ ]*(?:min(?:uut|uten)?\b\.?(?:[ ]+(?:lezen|leestijd|lees))?|reacties?\b"
    r"|keer gelezen)",
    re.I,
)
_WEEKDAY = re.compile(WEEKDAY, re.I)
_WORD = re.compile(r"[^\W_]+(?:[’'./&-][^\W_]+)*")
_SEPARATED_LEFT = re.compile(r"[,|•·()\[\]/:–—-]\s*$")
_SEPARATED_RIGHT = re.compile(r"\s*[,|•·()\[\]/–—-]")
_BEHIND = re.compile(
    rf"(?P<clock>[\s,|•·–-]{{0,4}}{_CLOCK}\b)?"
    r"(?:\s*\((?P<agency>[A-Za-z /]{2,20})\))?"
    r"(?:\s*[|•·,]\s*(?:leestijd:?\s*)?[<>±]?\d{1,3}\s*min\w*\.?(?:\s+(?:lezen|leestijd))?)?"
    r"\s*(?P<sign>(?:[)\]]|\.?[-–—|•·:]+)*)\s+",
    re.I,
)
_FIRST_LETTER = re.compile(r"[\"'“‘„‚«‹’”(\[]*(?:[A-ZÀ-Þ€]|\d|['’][nst]\b)")
# 'Op 12 maart 2023 De Hoop bezoeken …', 'Tussen 3 mei 2021 – …'
_IN_SENTENCE = re.compile(
    r"\b(?:op|sinds|tot|t/m|vanaf|na|per|tussen|in|van|uiterlijk|rond|voor)\s+$", re.I
)
_MAX_NAMES: Final = 5  # words of a place, a paper or an author beside the date
_REACH: Final = 70  # characters before the date of a prefix
_SENTENCE: Final = 40  # characters that must follow a place without a date
_MIN_REST: Final = 12  # characters that must follow it


def is_dateline(text: str, *, early: bool) -> bool:
    """Whether a whole line is a dateline; ``early`` says that it stands at the top or the bottom.

    >>> is_dateline("Nieuws | 12-03-2023 | 3 min", early=False)
    True
    >>> is_dateline("Het plan werd op 12 maart 2023 vastgesteld.", early=True)
    False
    """
    if len(text.split()) > zone_rules().dateline_words:
        return False
    forms = find_dates(text)
    if not forms:
        found = _TODAY.match(text)
        if found is None or not _TIME.search(found[0]):
            return False
        return not _left_over(text[found.end() :])
    clock = _TIME.search(_blank(text, forms)) is not None
    labelled = any(label_before(text, form) for form in forms)
    if not labelled and not any(_is_precise(form, clock=clock, early=early) for form in forms):
        return False
    left = _left_over(_blank(text, forms))
    if not left or (labelled and not text.rstrip().endswith((".", "?", "!"))):
        return True
    if len(left) > _MAX_NAMES or not _are_names(left):
        return False
    if forms[0].kind == "month":
        # 'Venlo, april 2023' dates a report; 'Armoedemonitor, april 2023' is its title.
        return text[: forms[0].start].strip(" ,").lower() in _municipalities()
    return forms[0].kind in ("day", "partial") and (clock or _stands_apart(text, forms))


def dateline_prefix(text: str) -> int:
    """Return how much of ``text`` is a dateline before its first sentence; 0 for none.

    >>> dateline_prefix("12-03-2023 08:15 Emmen telt minder leegstand dan een jaar eerder.")
    17
    """
    if dated := _dated_prefix(text):
        return dated
    found = first_match(zone_rules().dateline_prefixes, text)
    return found.end() if found and len(text) - found.end() >= _SENTENCE else 0


def _dated_prefix(text: str) -> int:
    form = next(iter(find_dates(text[: _REACH * 2])), None)
    if form is not None and form.start > _REACH:
        form = None
    today = _TODAY.match(text)
    if today and _TIME.search(today[0]) and (form is None or form.start > today.end() + 3):
        form = DateForm(0, today.end(), "today", None)
    if form is None:
        return 0
    behind = _BEHIND.match(text, form.end)
    if behind is None or len(text) - behind.end() < _MIN_REST:
        return 0
    if not _FIRST_LETTER.match(text, behind.end()):
        return 0
    head = text[: form.start]
    left = _left_over(head)
    labelled = label_before(text, form)
    marked = bool(behind["clock"] or behind["sign"])
    if not _may_stand_in_front(left) or (form.kind in ("season", "year") and not labelled):
        return 0
    if left and not (marked or labelled or _is_capitals(left)):
        return 0
    if not labelled and _IN_SENTENCE.search(head):
        return 0
    if form.kind in ("month", "week", "partial") and not (marked or labelled):
        return 0
    if form.kind == "partial" and not left and form.weekday is None and not behind["clock"]:
        return 0
    return behind.end()


def _may_stand_in_front(left: Sequence[str]) -> bool:
    return not left or (len(left) <= _MAX_NAMES and _are_names(left))


def _is_precise(form: DateForm, *, clock: bool, early: bool) -> bool:
    """Whether a date without a label is one that a dateline gives."""
    if form.kind == "partial":
        return early and (clock or form.weekday is not None)
    return form.kind == "day" or early


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(
        row["name"].lower() for row in read_tsv("municipalities.tsv", columns=("name",))
    )


def _blank(text: str, forms: Sequence[DateForm]) -> str:
    for form in forms:
        text = text[: form.start] + " " * (form.end - form.start) + text[form.end :]
    return text


def _left_over(text: str) -> list[str]:
    """Return the words that remain when all that belongs in a dateline is taken away."""
    for pattern in (_TODAY, _AGO, _COUNTED, _TIME, _WEEKDAY):
        text = pattern.sub(" ", text)
    known = zone_rules().dateline_fillers
    return [word for word in _WORD.findall(text) if word.lower().rstrip(".") not in known]


def label_before(text: str, form: DateForm) -> bool:
    """Whether a label ('Geplaatst op', 'Datum:') stands right before a date of ``text``."""
    before = text[: form.start][-60:]
    return any(pattern.search(before) for pattern in zone_rules().dateline_labels)


def _are_names(words: Sequence[str]) -> bool:
    rules = zone_rules()
    if words[0].lower() in rules.dateline_never:
        return False
    return all(word[0].isupper() or word.lower() in rules.dateline_linking for word in words)


def _is_capitals(words: Sequence[str]) -> bool:
    return all(word.isupper() for word in words) and any(len(word) > 3 for word in words)


def _stands_apart(text: str, forms: Sequence[DateForm]) -> bool:
    """Whether punctuation divides the dates from the names beside them."""
    first, last = forms[0].start, forms[-1].end
    left = text[:first].strip()
    right = text[last:].strip()
    if left and not _SEPARATED_LEFT.search(text[:first].rstrip() + " "):
        return False
    return not (right and any(map(str.isalpha, right)) and not _SEPARATED_RIGHT.match(text[last:]))
