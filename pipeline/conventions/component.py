"""The conventions as a component for spaCy; the factory is ``feitenbank_conventions``.

It stands behind tagger, parser and recogniser of names. With Feitenbank installed spaCy finds it by
itself (an entry point); importing this module registers it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.analyse.learned import LearnedTables
from pipeline.conventions import names, parts, relations

FACTORY: Final = "feitenbank_conventions"


@Language.factory(
    FACTORY,
    requires=["token.tag", "token.pos", "token.dep", "token.head"],
    assigns=["token.tag", "token.pos", "token.morph", "token.dep"],
)
def make_component(nlp: Language, name: str) -> Conventions:
    """Return the component; ``nlp`` and ``name`` are what spaCy hands to every factory."""
    del nlp, name
    return Conventions()


class Conventions(LearnedTables):
    """Settles tags inside names, relations, and parts of speech and features that follow.

    *meer* is an adverb in *meer bepaald* and a determiner in *meer stemmen*, and that follows from
    its tag and its relation. A document without a parse is left alone.
    """

    file = "conventions.msgpack"

    def __init__(self) -> None:
        self.parts: parts.ByRelation = {}
        self.features: parts.ByPart = {}
        # By tag, relation, part of speech and features, as spaCy numbers them: the right two.
        self._fitting: dict[tuple[int, ...], tuple[str, str] | None] = {}

    def learn(self, docs: Sequence[Doc]) -> None:
        """Take from annotated documents which parts of speech and features follow from a tag."""
        self.parts, self.features = parts.learn(token for doc in docs for token in doc)
        self._fitting = {}

    def __call__(self, doc: Doc) -> Doc:
        """Settle the document and return it."""
        if doc.has_annotation("DEP"):
            _settle_names(doc)
            _settle_relations(doc)
            self._settle_parts(doc)
        return doc

    def _settle_parts(self, doc: Doc) -> None:
        fitting = self._fitting
        rows = doc.to_array(["TAG", "DEP", "POS", "MORPH"]).tolist()
        for place, row in enumerate(rows):
            numbers = tuple(row)
            if numbers not in fitting:
                fitting[numbers] = self._fits(doc[place])
            better = fitting[numbers]
            if better is not None:
                doc[place].pos_ = better[0]
                doc[place].set_morph(better[1])  # type: ignore[attr-defined]  # not in the stub

    def _fits(self, token: Token) -> tuple[str, str] | None:
        """The part of speech and features of a word, or none if it has them."""
        old = token.pos_, str(token.morph)
        pos = parts.part_of_speech(self.parts, token.tag_, token.dep_) or old[0]
        new = pos, self.features.get(token.tag_, {}).get(pos, old[1])
        return None if new == old else new

    @property
    def tables(self) -> dict[str, Any]:
        """Parts of speech by tag and relation, features by tag and part of speech."""
        return {"parts": self.parts, "features": self.features}

    def set_tables(self, tables: dict[str, Any]) -> None:
        """Take over what :attr:`tables` gave."""
        self.parts, self.features = tables["parts"], tables["features"]
        self._fitting = {}


def _settle_names(doc: Doc) -> None:
    for span in doc.ents:
        words, tags = [token.text for token in span], [token.tag_ for token in span]
        for place, tag in names.settled(words, tags, span.label_).items():
            span[place].tag_ = tag


def _settle_relations(doc: Doc) -> None:
    tags, found = [token.tag_ for token in doc], [token.dep_ for token in doc]
    heads = [token.head.i for token in doc]
    for place, relation in relations.settled(tags, heads, found).items():
        doc[place].dep_ = relation
