"""Passages to sentences, sentences to words.

The boundaries are ours (:mod:`pipeline.clean.sentences`); each sentence goes through the model as
a document of its own whose boundaries are fixed beforehand, so that no parser can shift them.
That also bounds the memory: it depends on the longest sentence, not on the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from pipeline.clean.sentences import cut_overlong, split_sentences
from pipeline.records import Clean, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

# 'taxi’s' is the word that the model learned as 'taxi's'; as long, so that places stay the same.
_CURLED: Final = re.compile(r"(?<=[^\W\d_])[’‘](?=[^\W\d_])")
_BATCH: Final = 128  # sentences that are in memory together
_WHOLE: Final = frozenset({"title", "heading", "byline", "dateline"})
_LABELS: Final = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
}
# Labels of models (OntoNotes) for what is no name at all: numbers and times have their own rooms.
_NO_NAMES: Final = frozenset(
    {"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME", "LANGUAGE"}
)


def analyse(clean: Clean, nlp: Language) -> tuple[Sentence, ...]:
    """Return the sentences of a document with their words.

    A model without tagger, parser, lemmatizer or names gives words with empty ``pos``, ``dep`` or
    ``entity``, and the lower-cased word for a missing lemma.
    """
    text = clean.view.text
    spans = list(sentence_spans(clean))
    sentences: list[Sentence] = []
    for first in range(0, len(spans), _BATCH):
        batch = spans[first : first + _BATCH]
        # The zone gives back the memory of words that this text brought into the vocabulary.
        with nlp.memory_zone():
            documents = nlp.pipe(
                [_document(nlp, text[start:end]) for start, end, _ in batch], batch_size=_BATCH
            )
            for document, (start, end, passage) in zip(documents, batch, strict=True):
                sentences.append(
                    Sentence(
                        position=len(sentences),
                        start=start,
                        end=end,
                        text=text[start:end],
                        passage=passage,
                        passage_kind=clean.passages[passage].kind,
                        tokens=_tokens(document, start),
                    )
                )
    return tuple(sentences)


def sentence_spans(clean: Clean) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, passage) in view offsets for every sentence, in order.

    Titles, headings, list items without a full stop and table rows are sentences of their own.
    """
    text = clean.view.text
    for number, passage in enumerate(clean.passages):
        for start, end in _divide(text[passage.start : passage.end], passage.kind):
            yield passage.start + start, passage.start + end, number


def _divide(text: str, kind: str) -> Iterator[tuple[int, int]]:
    if kind in _WHOLE:
        spans: Sequence[tuple[int, int]] = [(0, len(text))]
    elif kind == "table":
        spans = _rows(text)
    else:
        spans = split_sentences(text)
    for start, end in spans:
        yield from cut_overlong(text, start, end)


def _rows(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for row in text.split("\n"):
        if row.strip():
            spans.append((at, at + len(row)))
        at += len(row) + 1
    return spans


def _document(nlp: Language, text: str) -> Any:
    document = nlp.make_doc(_CURLED.sub("'", text))
    for token in document:
        token.is_sent_start = token.i == 0
    return document


def _tokens(document: Any, offset: int) -> tuple[Token, ...]:
    words = [token for token in document if not token.is_space]
    place = {token.i: number for number, token in enumerate(words)}
    tokens: list[Token] = []
    for number, token in enumerate(words):
        label = "" if token.ent_type_ in _NO_NAMES else token.ent_type_
        start = offset + token.idx
        tokens.append(
            Token(
                text=token.text,
                start=start,
                end=start + len(token.text),
                lemma=token.lemma_ or token.lower_,
                pos=token.pos_,
                dep=token.dep_,
                head=_head(token, place, number),
                morph=str(token.morph),
                entity=_LABELS.get(label, "MISC") if label else "",
            )
        )
    return tuple(tokens)


def _head(token: Any, place: dict[int, int], own: int) -> int:
    """Return the head's index among the words, passing over white space tokens."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, own)
