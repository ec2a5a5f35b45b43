"""What to do where one source of labels is silent, or two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token
from windows import JOINT, Labels

from pipeline.conventions.parts import part_of_verb

if TYPE_CHECKING:
    from teacher import Read


def withhold_doubtful(token: Token, other: Token) -> None:
    """Withhold the tag, or the part of speech and features, of which a second reader doubts.

    The two agree on far more than nineteen words of twenty, and are right there more often than
    either is alone. Whether a verb is auxiliary depends on its relation, and is not asked.
    """
    if token.tag_ != other.tag_:
        token.tag_ = ""
    verbs = {token.pos_, other.pos_} <= {"AUX", "VERB"}
    if (token.pos_ != other.pos_ and not verbs) or str(token.morph) != str(other.morph):
        token.pos_ = ""
        token.set_morph(None)


def fill(doc: Doc, said: Read, labels: Labels) -> int:
    """Fill in words of which nothing is known; how many they were."""
    filled = 0
    for token, tag, morph in zip(doc, said.tag, said.morph, strict=True):
        if token.tag_ or token.pos_:
            continue
        token.tag_ = labels.tags[tag]
        pos, features = labels.morphs[morph].split(JOINT, 1)
        token.pos_ = part_of_verb(token.dep_) if token.tag_.startswith("WW") else pos
        token.set_morph(features)
        filled += 1
    return filled
