"""The finder as a spaCy component: ``nlp.add_pipe("feitenbank_periods")``.

The expressions stand in ``doc._.time_expressions`` (offsets of characters) and, as spans of whole
tokens labelled with their kind, in ``doc.spans["time_expressions"]``. The date of the text is read
from ``doc._.published``, an EDTF value; without it relative expressions stay open.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from pipeline.periods.edtf import bounds
from pipeline.periods.find import find
from pipeline.records import Anchor

SPANS = "time_expressions"


def anchor_of(published: str | None) -> Anchor | None:
    """Return the anchor of a date of publication, None where it is unknown or open.

    >>> anchor_of("2023-11")
    Anchor(earliest='2023-11-01', latest='2023-11-30')
    """
    if published is None:
        return None
    earliest, latest = bounds(published)
    return Anchor(earliest, latest) if earliest and latest else None


class PeriodFinder:
    """Sets the time expressions of a document."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of ``doc`` and return it."""
        found = find(doc.text, anchor_of(doc._.published))
        doc._.time_expressions = found
        spans = [
            doc.char_span(time.start, time.end, label=time.kind, alignment_mode="expand")
            for time in found
        ]
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=[span for span in spans if span])
        return doc


@Language.factory(
    "feitenbank_periods", assigns=["doc._.time_expressions"], requires=["doc._.published"]
)
def create_periods(nlp: Language, name: str) -> PeriodFinder:  # noqa: ARG001 - spaCy's signature
    """Make the component; spaCy calls it for ``nlp.add_pipe("feitenbank_periods")``."""
    for extension in ("time_expressions", "published"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=() if extension == "time_expressions" else None)
    return PeriodFinder()
