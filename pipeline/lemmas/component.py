"""What a treebank, tables and the syntax know better than a network, as a component for spaCy.

It stands behind tagger, parser and conventions; the factory is ``feitenbank_settler``. With
Feitenbank installed spaCy finds it by itself (an entry point); importing this module registers it
too. It is the only module here that needs spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from spacy.language import Language
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.tokens import Doc, Token

from pipeline.analyse.learned import LearnedTables
from pipeline.conventions.parts import may_be_auxiliary
from pipeline.lemmas.lemmatise import key, lemma, with_particle
from pipeline.lemmas.nouns import noun
from pipeline.lemmas.tables import tables

FACTORY: Final = "feitenbank_settler"
#: The gender that UD gives to singular nouns, by their tag.
GENDERS: Final = {
    "N|soort|ev|basis|zijd|stan": "Com",
    "N|soort|ev|basis|onz|stan": "Neut",
}
_SHORTEST_TAIL: Final = 4  # letters of a compound's last part
_PARTICLE: Final = "compound:prt"
_REMEMBERED: Final = 50_000  # words, so that memory does not grow with the corpus


@Language.factory(
    FACTORY,
    requires=["token.pos", "token.tag", "token.dep", "token.head"],
    assigns=["token.lemma", "token.pos", "token.tag", "token.morph"],
    default_score_weights={"lemma_acc": 1.0},
)
def make_component(nlp: Language, name: str) -> Settler:
    """Return the component; ``nlp`` and ``name`` are what spaCy hands to every factory."""
    del nlp, name
    return Settler()


class Settler(LearnedTables):
    """Settles lemmas, genders and separable verbs.

    In *Hij kwam gisteren terug* the lemma of *kwam* becomes *terugkomen*. A noun has the gender
    that it has in the treebank, a compound that of its last part (*kindertijd* that of *tijd*).
    Which verbs may be auxiliaries is known once their lemmas are.
    """

    file = "settled.msgpack"

    def __init__(self) -> None:
        self.known: dict[str, dict[str, str]] = {}
        self.genders: dict[str, str] = {}
        self.scorer = lemmatizer_score
        self._remembered: dict[tuple[str, str, str, bool], str] = {}

    def learn(self, docs: Sequence[Doc]) -> None:
        """Take the commonest lemma of each word and the genders of nouns.

        The particle of a separable verb that stands apart is taken off its lemma; names are left
        out, since they are their own lemmas. So is what no dictionary would have: treebanks made
        by machine drop the s of *gemeenteraadslid*.
        """
        counts: dict[tuple[str, str], dict[str, int]] = {}
        genders: dict[str, set[str]] = {}
        for doc in docs:
            particles = _particles(doc)
            for token in doc:
                if token.tag_ in GENDERS:
                    genders.setdefault(key(token.text), set()).add(token.tag_)
                if not token.lemma_ or token.pos_ in ("", "PROPN", "PUNCT", "SYM"):
                    continue
                bare = token.lemma_.removeprefix(particles.get(token.i, "")) or token.lemma_
                if _is_word(bare, token.pos_, key(token.text)):
                    found = counts.setdefault((token.pos_, key(token.text)), {})
                    found[bare] = found.get(bare, 0) + 1
        # Nouns of two genders (de punt, het punt) are left out.
        self.genders = {noun: tag for noun, (tag, *more) in sorted(genders.items()) if not more}
        self.known = {}
        self._remembered = {}
        for (pos, form), found in sorted(counts.items()):
            self.known.setdefault(pos, {})[form] = max(sorted(found), key=lambda each: found[each])

    def __call__(self, doc: Doc) -> Doc:
        """Settle the document and return it."""
        particles = _particles(doc) if doc.has_annotation("DEP") else {}
        for place, token in enumerate(doc):
            if token.tag_ in GENDERS:
                self._settle_gender(token)
            found = self._lemma(token)
            if place in particles and token.pos_ == "VERB":
                found = with_particle(found, particles[place])
            token.lemma_ = found
            if token.pos_ == "AUX" and not may_be_auxiliary(found, token.dep_):
                token.pos_ = "VERB"
        return doc

    def _settle_gender(self, token: Token) -> None:
        tag = self._gender(key(token.text))
        if tag is not None and tag != token.tag_:
            token.tag_ = tag
            morph: Any = {**token.morph.to_dict(), "Gender": GENDERS[tag]}
            token.set_morph(morph)  # type: ignore[attr-defined]  # missing in spaCy's stub

    def _gender(self, low: str) -> str | None:
        """The tag of a noun, or of the longest last part that is known."""
        tails = (low[cut:] for cut in range(2, len(low) - _SHORTEST_TAIL + 1))
        return next((self.genders[each] for each in (low, *tails) if each in self.genders), None)

    def _lemma(self, token: Token) -> str:
        pos, tag, first = token.pos_, token.tag_, bool(token.is_sent_start)
        asked = token.text, pos, tag, first
        found = self._remembered.get(asked)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[asked] = lemma(
                token.text,
                pos,
                self.known,
                features=frozenset(tag.split("|")),
                first=first,
            )
        return found

    @property
    def tables(self) -> dict[str, Any]:
        """Lemmas by part of speech and word, genders by noun."""
        return {"lemmas": self.known, "genders": self.genders}

    def set_tables(self, tables: dict[str, Any]) -> None:
        """Take over what :attr:`tables` gave."""
        self.known, self.genders = tables["lemmas"], tables["genders"]
        self._remembered = {}


def _particles(doc: Doc) -> dict[int, str]:
    """The particles that stand apart, by the number of their verb."""
    found: dict[int, str] = {}
    relation = doc.vocab.strings.add(_PARTICLE)
    for place in np.flatnonzero(doc.to_array("DEP") == relation):
        token = doc[int(place)]
        found[token.head.i] = found.get(token.head.i, "") + token.lower_
    return found


def _is_word(lemma_: str, pos: str, form: str) -> bool:
    """Whether a lemma is worth keeping: an infinitive, or a word that no table contradicts."""
    if pos in ("VERB", "AUX"):
        return lemma_.endswith("n")
    if pos == "ADJ" and lemma_.lower() not in tables().adjectives:
        return form not in tables().adjectives  # jaarlang, of jarenlang
    if pos == "NOUN" and lemma_.lower() not in tables().nouns:
        listed = form in tables().nouns or noun(form, plural=True)
        return not listed or lemma_.lower() == form
    return True
