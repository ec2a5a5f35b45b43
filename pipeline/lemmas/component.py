"""The lemmatiser as a component of a spaCy pipeline, behind tagger, lemmatizer and parser.

The factory is ``feitenbank_lemmas``. With Feitenbank installed spaCy finds it by itself (an entry
point); importing this module registers it too. It is the only module here that needs spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.lemmas.lemmatise import key, lemma, with_particle
from pipeline.lemmas.nouns import noun
from pipeline.lemmas.tables import tables

FACTORY: Final = "feitenbank_lemmas"
#: The relations of auxiliary verbs.
AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_PARTICLE: Final = "compound:prt"
_TABLE: Final = "known.msgpack"
_REMEMBERED: Final = 50_000  # words, so that memory does not grow with the corpus


@Language.factory(
    FACTORY,
    requires=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head"],
    assigns=["token.lemma", "token.pos"],
)
def make_component(nlp: Language, name: str) -> Lemmatiser:
    """Return the component; ``nlp`` and ``name`` are what spaCy hands to every factory."""
    del nlp, name
    return Lemmatiser()


class Lemmatiser:
    """Settles what the syntax decides: lemmas, separable verbs, and which verbs are auxiliary.

    In *Hij kwam gisteren terug* the lemma of *kwam* becomes *terugkomen*. UD makes *is* an AUX or
    a VERB by its relation, which is known only once the sentence is parsed.
    """

    def __init__(self) -> None:
        self.known: dict[str, dict[str, str]] = {}
        self._remembered: dict[tuple[str, str, str, str, bool], str] = {}

    def learn(self, docs: Iterable[Doc]) -> None:
        """Take the commonest lemma of each word and part of speech from annotated documents.

        The particle of a separable verb that stands apart is taken off its lemma; names are left
        out, since they are their own lemmas. So is what no dictionary would have: treebanks made
        by machine drop the s of *gemeenteraadslid*.
        """
        counts: dict[tuple[str, str], dict[str, int]] = {}
        for doc in docs:
            particles = _particles(doc)
            for token in doc:
                if not token.lemma_ or token.pos_ in ("", "PROPN", "PUNCT", "SYM"):
                    continue
                bare = token.lemma_.removeprefix(particles.get(token.i, "")) or token.lemma_
                if _is_word(bare, token.pos_, key(token.text)):
                    found = counts.setdefault((token.pos_, key(token.text)), {})
                    found[bare] = found.get(bare, 0) + 1
        self.known = {}
        self._remembered = {}
        for (pos, form), found in sorted(counts.items()):
            self.known.setdefault(pos, {})[form] = max(sorted(found), key=lambda each: found[each])

    def __call__(self, doc: Doc) -> Doc:
        """Settle the document and return it."""
        parsed = doc.has_annotation("DEP")
        particles = _particles(doc) if parsed else {}
        for token in doc:
            if parsed and token.tag_.startswith("WW"):
                token.pos_ = "AUX" if token.dep_ in AUXILIARY else "VERB"
            found = self._lemma(token)
            if token.i in particles and token.pos_ == "VERB":
                found = with_particle(found, particles[token.i])
            token.lemma_ = found
        return doc

    def _lemma(self, token: Token) -> str:
        pos, tag, guess, first = token.pos_, token.tag_, token.lemma_, bool(token.is_sent_start)
        key = token.text, pos, tag, guess, first
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = lemma(
                token.text,
                pos,
                guess,
                self.known,
                features=frozenset(tag.split("|")),
                first=first,
            )
        return found

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the known lemmas into the folder ``path``."""
        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        srsly.write_msgpack(Path(path) / _TABLE, self.known)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Lemmatiser:
        """Read what :meth:`to_disk` wrote."""
        del exclude
        self.known = srsly.read_msgpack(Path(path) / _TABLE)
        self._remembered = {}
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the known lemmas as bytes."""
        del exclude
        data: bytes = srsly.msgpack_dumps(self.known)
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Lemmatiser:
        """Read what :meth:`to_bytes` returned."""
        del exclude
        known: Any = srsly.msgpack_loads(data)
        self.known = known
        self._remembered = {}
        return self


def _particles(doc: Doc) -> dict[int, str]:
    """The particles that stand apart, by the number of their verb."""
    found: dict[int, str] = {}
    for token in doc:
        if token.dep_ == _PARTICLE:
            found[token.head.i] = found.get(token.head.i, "") + token.lower_
    return found


def _is_word(lemma_: str, pos: str, form: str) -> bool:
    """Whether a lemma is worth keeping: an infinitive, or a noun that no table contradicts."""
    if pos in ("VERB", "AUX"):
        return lemma_.endswith("n")
    if pos == "NOUN" and lemma_.lower() not in tables().nouns:
        listed = form in tables().nouns or noun(form, plural=True)
        return not listed or lemma_.lower() == form
    return True
