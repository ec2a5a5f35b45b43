"""The frozen dataclasses that pass between the stages.

Two coordinate systems are used, and each record says which is its own:

* **original**: character offsets in ``Loaded.text`` (= ``documents.text``);
* **view**: character offsets in ``View.text``, the cleaned text, in which hyphenated words are
  joined, hard line breaks are spaces and furniture is left out. ``View.to_original`` leads back.

``start`` and ``end`` are half-open. Dates are ISO strings (``2020-06-30``), so that records can be
compared, pickled and written without conversion.
"""

from __future__ import annotations

from pipeline.records.analysis import DocumentAnalysis
from pipeline.records.documents import (
    Block,
    Clean,
    Description,
    Loaded,
    Metadata,
    Passage,
    Published,
    SourceFile,
    View,
    Zone,
)
from pipeline.records.entities import (
    PLACE_KINDS,
    Alias,
    Entity,
    EntityFacts,
    Mention,
    Role,
)
from pipeline.records.figures import (
    Evidence,
    Figure,
    Indicator,
)
from pipeline.records.issues import DocumentRejectedError, Issue
from pipeline.records.periods import Anchor, TimeExpression
from pipeline.records.quantities import NonQuantity, Quantity
from pipeline.records.sentences import Sentence, Token

__all__ = [
    "PLACE_KINDS",
    "Alias",
    "Anchor",
    "Block",
    "Clean",
    "Description",
    "DocumentAnalysis",
    "DocumentRejectedError",
    "Entity",
    "EntityFacts",
    "Evidence",
    "Figure",
    "Indicator",
    "Issue",
    "Loaded",
    "Mention",
    "Metadata",
    "NonQuantity",
    "Passage",
    "Published",
    "Quantity",
    "Role",
    "Sentence",
    "SourceFile",
    "TimeExpression",
    "Token",
    "View",
    "Zone",
]
