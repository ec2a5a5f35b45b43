"""Sentences and their words, as any language model gives them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its analysis (view offsets). Universal Dependencies labels, any model.

    ``head`` is the index of the head in the sentence's ``tokens`` (its own index for the root).
    ``entity`` is the model's entity label, normalised: PERSON, ORG, LOC, MISC or "".
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the view. ``passage`` is the index in ``Clean.passages``."""

    position: int  # 0, 1, 2 … in the document
    start: int
    end: int
    text: str
    passage: int
    passage_kind: str
    tokens: tuple[Token, ...] = ()
