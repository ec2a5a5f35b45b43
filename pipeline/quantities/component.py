"""The finder as a component of a spaCy pipeline.

Importing this module registers the factory ``feitenbank_quantities``. It is the only module here
that needs spaCy::

    import spacy
    import pipeline.quantities.component

    nlp = spacy.blank("nl")
    nlp.add_pipe("feitenbank_quantities")
    doc = nlp("Ruim 1.600 jongeren kregen hulp.")
    [(q.surface, q.low, q.high) for q in doc._.quantities]
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.quantities.find import find
from pipeline.records import Token

SPAN_GROUP = "quantities"


@Language.factory(
    "feitenbank_quantities",
    assigns=["doc._.quantities", "doc._.other_numbers", "doc.spans"],
)
def make_component(nlp: Language, name: str) -> QuantityFinder:
    """Return the component; ``nlp`` and ``name`` are what spaCy hands to every factory."""
    del nlp, name
    return QuantityFinder()


class QuantityFinder:
    """Sets ``doc._.quantities``, ``doc._.other_numbers`` and the span group ``quantities``.

    Tagged and lemmatised documents give better nouns; a blank pipeline works too.
    """

    def __init__(self) -> None:
        for extension in ("quantities", "other_numbers"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=())

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the document and return it."""
        tokens = _tokens(doc) if doc.has_annotation("POS") else None
        found = find(doc.text, tokens=tokens)
        doc._.quantities = found.quantities
        doc._.other_numbers = found.others
        spans = [
            doc.char_span(q.start, q.end, label=q.kind, alignment_mode="expand")
            for q in found.quantities
        ]
        doc.spans[SPAN_GROUP] = [span for span in spans if span is not None]
        return doc


def _tokens(doc: Doc) -> list[Token]:
    return [
        Token(
            text=token.text,
            start=token.idx,
            end=token.idx + len(token.text),
            lemma=token.lemma_,
            pos=token.pos_,
            dep=token.dep_,
            head=token.head.i,
        )
        for token in doc
    ]
