"""Grades, which have no unit behind them: 'de sfeer krijgt een 7,1', 'een 8 als rapportcijfer'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.lexicon import Unit, lexicon

GRADE = Unit("grade", "measure")
_LOWEST, _HIGHEST = Decimal(1), Decimal(10)
_REACH = 12  # pieces around a number in which a word for a grade is looked for


def mark_grades(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, of which bare numbers from 1 to 10 that are grades have that unit.

    With the article a number with a decimal is a grade by itself ('een 7,1'); a whole one, and any
    without the article, only where the sentence speaks of grades ('rapportcijfer').
    """
    return [
        replace(draft, unit=GRADE) if draft.bare and _is_grade(scene, draft) else draft
        for draft in drafts
    ]


def _is_grade(scene: Scene, draft: Draft) -> bool:
    value = draft.reading.value
    if value is None or not _LOWEST <= value <= _HIGHEST or draft.reading.scale is not None:
        return False
    if any(scene.low(draft.last + place) in lexicon().units.scales for place in range(3)):
        return False  # 'een 5,9 op de schaal van Richter'
    article = scene.low(draft.first - 1) == "een"
    exact = draft.reading.step < 1
    if article and exact:
        return True
    return (article or exact) and _speaks_of_grades(scene, draft)


def _speaks_of_grades(scene: Scene, draft: Draft) -> bool:
    words = lexicon().units.grades
    for position in range(draft.first - 1, max(draft.first - 1 - _REACH, -1), -1):
        if scene.ends_sentence(position):
            break
        if scene.low(position) in words:
            return True
    for position in range(draft.last, min(draft.last + _REACH, len(scene.pieces))):
        if scene.ends_sentence(position - 1):
            break
        if scene.low(position) in words:
            return True
    return False
