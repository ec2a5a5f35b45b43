"""One document through all stages."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.documents import Clean, Description, Loaded
from pipeline.records.entities import EntityFacts
from pipeline.records.figures import Figure, Indicator
from pipeline.records.issues import Issue
from pipeline.records.periods import TimeExpression
from pipeline.records.quantities import NonQuantity, Quantity
from pipeline.records.sentences import Sentence


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """Everything that is known of one document: what a worker returns and the writer stores."""

    loaded: Loaded
    clean: Clean
    description: Description
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    others: tuple[NonQuantity, ...]
    times: tuple[TimeExpression, ...]
    entities: EntityFacts
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    issues: tuple[Issue, ...] = ()
