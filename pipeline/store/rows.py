"""From the analysis of a document to rows: original offsets, surfaces and ids.

A pure function of the analysis. View offsets end here: every span is mapped to the original text
and its surface is cut out of that text again, so that the invariant of the base holds by
construction and not by trust.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from pipeline.records import (
    DocumentAnalysis,
    Entity,
    Evidence,
    Figure,
    Indicator,
    Issue,
    Quantity,
)
from pipeline.store.ids import FactIds, document_id
from pipeline.store.stems import stem_text

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one document, by table, in an order in which they can be inserted."""

    document: Row
    facts: dict[str, list[Row]] = field(default_factory=dict)
    entities: tuple[Entity, ...] = ()
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a fact stands: original span, its words, and the sentence around it."""

    start: int
    end: int
    surface: str
    sentence: str | None

    def row(self) -> Row:
        return {
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
        }


class _Mapper:
    """Maps the view spans of one document to places in its original text."""

    def __init__(self, analysis: DocumentAnalysis, sentence_ids: list[str]) -> None:
        self._text = analysis.loaded.text
        self._view = analysis.clean.view
        self._sentences = analysis.sentences
        self._starts = [sentence.start for sentence in analysis.sentences]
        self._ids = sentence_ids

    def place(self, start: int, end: int) -> _Place:
        """Return where view span ``start``-``end`` stands in the original."""
        first, last = self._view.to_original(start, end)
        return _Place(first, last, self._text[first:last], self._sentence(start))

    def _sentence(self, start: int) -> str | None:
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._sentences[index].end:
            return None
        return self._ids[index]


def document_rows(analysis: DocumentAnalysis) -> DocumentRows:
    """Return every row that the analysis of a document becomes.

    Raises:
        ValueError: a stage gave a span that is empty or outside the view.
    """
    document = document_id(analysis.loaded.sha256)
    ids = FactIds(document)
    sentences = _sentence_rows(analysis, document, ids)
    mapper = _Mapper(analysis, [row["id"] for row in sentences])
    quantities = _quantity_rows(analysis, document, ids, mapper)
    figures, evidence = _figure_rows(analysis, document, ids, mapper, sentences, quantities)
    facts = {
        "zones": _zone_rows(analysis, document),
        "sentences": sentences,
        "aliases": _alias_rows(analysis, document),
        "mentions": _mention_rows(analysis, document, ids, mapper),
        "roles": _role_rows(analysis, document, ids, mapper),
        "quantities": quantities,
        "non_quantities": _other_rows(analysis, document, ids, mapper),
        "time_expressions": _time_rows(analysis, document, ids, mapper),
        "figures": figures,
        "figure_evidence": evidence,
        "issues": _issue_rows(analysis, document),
    }
    return DocumentRows(
        document=_document_row(analysis, document),
        facts=facts,
        entities=analysis.entities.found,
        indicators=analysis.indicators,
    )


def _document_row(analysis: DocumentAnalysis, document: str) -> Row:
    loaded, described = analysis.loaded, analysis.description
    published = described.published
    return {
        "id": document,
        "path": loaded.path,
        "sha256": loaded.sha256,
        "media_type": loaded.media_type,
        "source": described.source,
        "title": described.title,
        "url": described.url,
        "published": published.edtf,
        "published_earliest": published.earliest,
        "published_latest": published.latest,
        "published_method": published.method,
        "published_reason": published.reason,
        "published_start": published.start,
        "published_end": published.end,
        "language": described.language,
        "text": loaded.text,
    }


def _zone_rows(analysis: DocumentAnalysis, document: str) -> list[Row]:
    return [
        {
            "document": document,
            "kind": zone.kind,
            "start": zone.start,
            "end": zone.end,
            "reason": zone.reason,
        }
        for zone in analysis.clean.zones
    ]


def _sentence_rows(analysis: DocumentAnalysis, document: str, ids: FactIds) -> list[Row]:
    rows = []
    for sentence in analysis.sentences:
        start, end = analysis.clean.view.to_original(sentence.start, sentence.end)
        rows.append(
            {
                "id": ids.next("s", start, end, "sentence"),
                "document": document,
                "position": sentence.position,
                "kind": sentence.passage_kind,
                "start": start,
                "end": end,
                "text": sentence.text,
                "stems": stem_text(sentence.text),
            }
        )
    return rows


def _alias_rows(analysis: DocumentAnalysis, document: str) -> list[Row]:
    return [
        {
            "entity": alias.entity,
            "alias": alias.alias,
            "kind": alias.kind,
            "origin": alias.origin,
            "document": document,
        }
        for alias in dict.fromkeys(analysis.entities.aliases)
    ]


def _mention_rows(
    analysis: DocumentAnalysis, document: str, ids: FactIds, mapper: _Mapper
) -> list[Row]:
    rows = []
    for mention in analysis.entities.mentions:
        place = mapper.place(mention.start, mention.end)
        rows.append(
            {
                "id": ids.next("m", place.start, place.end, mention.kind),
                "document": document,
                **place.row(),
                "kind": mention.kind,
                "entity": mention.entity,
                "method": mention.method,
                "score": mention.score,
            }
        )
    return rows


def _role_rows(
    analysis: DocumentAnalysis, document: str, ids: FactIds, mapper: _Mapper
) -> list[Row]:
    rows = []
    for role in analysis.entities.roles:
        place = mapper.place(role.start, role.end)
        rows.append(
            {
                "id": ids.next("r", place.start, place.end, f"{role.role} {role.person}"),
                "person": role.person,
                "role": role.role,
                "party": role.party,
                "place": role.place,
                "organisation": role.organisation,
                "document": document,
                **place.row(),
            }
        )
    return rows


def _interval_row(thing: Quantity | Figure) -> Row:
    return {
        "value": thing.value,
        "low": thing.low,
        "high": thing.high,
        "low_open": int(thing.low_open),
        "high_open": int(thing.high_open),
        "outer_low": thing.outer_low,
        "outer_high": thing.outer_high,
        "hedge": thing.hedge,
        "direction": thing.direction,
    }


def _quantity_rows(
    analysis: DocumentAnalysis, document: str, ids: FactIds, mapper: _Mapper
) -> list[Row]:
    rows = []
    for quantity in analysis.quantities:
        place = mapper.place(quantity.start, quantity.end)
        noun = None
        if quantity.noun_start is not None and quantity.noun_end is not None:
            noun = mapper.place(quantity.noun_start, quantity.noun_end).surface
        rows.append(
            {
                "id": ids.next("q", place.start, place.end, quantity.kind),
                "document": document,
                **place.row(),
                "kind": quantity.kind,
                "unit": quantity.unit,
                **_interval_row(quantity),
                "stance_word": quantity.stance,
                "part": quantity.part,
                "said_together": quantity.group,
                "noun": noun,
                "per": quantity.per,
                "negated": int(quantity.negated),
                "comparative": int(quantity.comparative),
            }
        )
    return rows


def _other_rows(
    analysis: DocumentAnalysis, document: str, ids: FactIds, mapper: _Mapper
) -> list[Row]:
    rows = []
    for other in analysis.others:
        place = mapper.place(other.start, other.end)
        rows.append(
            {
                "id": ids.next("x", place.start, place.end, other.kind),
                "document": document,
                **place.row(),
                "kind": other.kind,
            }
        )
    return rows


def _time_rows(
    analysis: DocumentAnalysis, document: str, ids: FactIds, mapper: _Mapper
) -> list[Row]:
    rows = []
    for time in analysis.times:
        place = mapper.place(time.start, time.end)
        rows.append(
            {
                "id": ids.next("t", place.start, place.end, time.kind),
                "document": document,
                **place.row(),
                "kind": time.kind,
                "edtf": time.edtf,
                "iso8601": time.iso8601,
                "earliest": time.earliest,
                "latest": time.latest,
                "anchored": time.anchored,
                "granularity": time.granularity,
            }
        )
    return rows


def _figure_rows(
    analysis: DocumentAnalysis,
    document: str,
    ids: FactIds,
    mapper: _Mapper,
    sentences: list[Row],
    quantities: list[Row],
) -> tuple[list[Row], list[Row]]:
    figure_ids = [
        ids.next(
            "f",
            quantities[figure.quantity]["start"],
            quantities[figure.quantity]["end"],
            figure.statement,
        )
        for figure in analysis.figures
    ]
    rows: list[Row] = []
    evidence: list[Row] = []
    for figure_id, figure in zip(figure_ids, analysis.figures, strict=True):
        rows.append(
            {
                "id": figure_id,
                "document": document,
                "sentence": sentences[figure.sentence]["id"],
                "quantity": quantities[figure.quantity]["id"],
                "indicator": figure.indicator,
                "place": figure.place,
                "population": figure.population,
                "period": figure.period,
                "period_earliest": figure.period_earliest,
                "period_latest": figure.period_latest,
                "period_kind": figure.period_kind,
                **_interval_row(figure),
                "unit": figure.unit,
                "statement": figure.statement,
                "base_figure": None if figure.base is None else figure_ids[figure.base],
                "status": json.dumps(list(figure.status)),
                "speaker": figure.speaker,
                "stance": figure.stance,
                "derived_from": figure.derived_from,
                "confidence": figure.confidence,
            }
        )
        evidence += [
            _evidence_row(figure_id, position, item, mapper)
            for position, item in enumerate(figure.evidence)
        ]
    return rows, evidence


def _evidence_row(figure: str, position: int, item: Evidence, mapper: _Mapper) -> Row:
    row: Row = {
        "figure": figure,
        "position": position,
        "dimension": item.dimension,
        "method": item.method,
        "start": None,
        "end": None,
        "surface": None,
    }
    if item.start is not None and item.end is not None:
        place = mapper.place(item.start, item.end)
        row |= {"start": place.start, "end": place.end, "surface": place.surface}
    return row


def _issue_rows(analysis: DocumentAnalysis, document: str) -> list[Row]:
    # A stage's issues may also have been gathered in the analysis: each is stored once.
    issues = dict.fromkeys(
        (
            *analysis.loaded.issues,
            *analysis.clean.issues,
            *analysis.description.issues,
            *analysis.entities.issues,
            *analysis.issues,
        )
    )
    return [_issue_row(analysis, document, issue) for issue in issues]


def _issue_row(analysis: DocumentAnalysis, document: str, issue: Issue) -> Row:
    surface = None
    if issue.start is not None and issue.end is not None:
        surface = analysis.loaded.text[issue.start : issue.end]
    return {
        "document": document,
        "path": analysis.loaded.path,
        "stage": issue.stage,
        "code": issue.code,
        "severity": issue.severity,
        "message": issue.message,
        "start": issue.start,
        "end": issue.end,
        "surface": surface,
    }
