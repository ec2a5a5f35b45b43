"""Sentences of a treebank apart from their documents, and put together to documents again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

FINAL_MARKS = frozenset({".", "?", "!", "…", '"', "'", "”", "’", "..."})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence; `heads` are positions inside the sentence.

    A morph of None is unknown; an empty one says that the word has no features. Empty tags, parts
    of speech and lemmas are unknown too. Unknown ones are not trained on.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    morphs: tuple[str | None, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    @property
    def is_fragment(self) -> bool:
        """A heading or list item: no closing mark, as in 'Zie ook'."""
        return self.words[-1] not in FINAL_MARKS


def to_sentence(span: Span) -> Sentence:
    """A sentence of a document, apart from it."""
    return Sentence(
        words=tuple(token.text for token in span),
        spaces=tuple(bool(token.whitespace_) for token in span),
        tags=tuple(token.tag_ for token in span),
        pos=tuple(token.pos_ for token in span),
        morphs=tuple(str(token.morph) if token.has_morph() else None for token in span),
        lemmas=tuple(token.lemma_ for token in span),
        heads=tuple(token.head.i - span.start for token in span),
        deps=tuple(token.dep_ for token in span),
    )


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a document, but for those whose heads lie outside them."""
    for span in doc.sents:
        if all(span.start <= token.head.i < span.end for token in span):
            yield to_sentence(span)


def read_sentences(paths: Sequence[Path], vocab: Vocab) -> list[Sentence]:
    """All sentences of the DocBins, but for those whose heads lie outside them."""
    return [
        sentence
        for path in paths
        for doc in DocBin().from_disk(path).get_docs(vocab)
        for sentence in sentences_of(doc)
    ]


def to_doc(sentences: Sequence[Sentence], vocab: Vocab) -> Doc:
    """One document; a space after every sentence."""
    heads, offset = [], 0
    for sentence in sentences:
        heads += [offset + head for head in sentence.heads]
        offset += len(sentence.words)
    morphs = [morph for item in sentences for morph in item.morphs]
    doc = Doc(
        vocab,
        words=[word for item in sentences for word in item.words],
        spaces=[space for item in sentences for space in (*item.spaces[:-1], True)],
        tags=[tag for item in sentences for tag in item.tags],
        pos=[pos for item in sentences for pos in item.pos],
        morphs=[morph or "" for morph in morphs],
        lemmas=[lemma for item in sentences for lemma in item.lemmas],
        heads=heads,
        deps=[dep for item in sentences for dep in item.deps],
    )
    for token, morph in zip(doc, morphs, strict=True):
        if morph is None:
            token.set_morph(None)  # type: ignore[attr-defined]  # missing in spaCy's stub
    return doc
