"""A recogniser of sentence borders for spaCy that weighs whole sentences.

The factory is ``feitenbank_borders``. It is spaCy's ``senter`` in all but how it decides: it can
take the place of a trained one, and weigh what two of them say (:mod:`.network`). With Feitenbank
installed spaCy finds it by itself (an entry point); importing this module registers it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from spacy.language import Language
from spacy.pipeline import SentenceRecognizer
from spacy.pipeline.senter import DEFAULT_SENTER_MODEL
from spacy.tokens import Doc

import pipeline.borders.network  # noqa: F401  # registers the architecture
from pipeline.borders.divide import divide
from pipeline.borders.features import Text

FACTORY: Final = "feitenbank_borders"
_WEIGHTS: Final = "weights"


@Language.factory(
    FACTORY,
    requires=["token.tag"],
    assigns=["token.is_sent_start"],
    default_config={
        "model": DEFAULT_SENTER_MODEL,
        "overwrite": False,
        "scorer": {"@scorers": "spacy.senter_scorer.v1"},
    },
    default_score_weights={"sents_f": 1.0, "sents_p": 0.0, "sents_r": 0.0},
)
def make_component(nlp: Language, name: str, model: Any, overwrite: bool, scorer: Any) -> Borders:
    """Return the component; the arguments are those of spaCy's ``senter``."""
    return Borders(nlp.vocab, model, name, overwrite=overwrite, scorer=scorer)


class Borders(SentenceRecognizer):  # type: ignore[misc]  # spaCy has no stub for it
    """Finds the beginnings of sentences: *Zie ook* / *Lijst van gemeenten* / *Externe link*."""

    @property
    def weights(self) -> Mapping[str, float]:
        """The weights of the features; none until they are learned."""
        found: Mapping[str, float] = self.cfg.get(_WEIGHTS, {})
        return found

    @weights.setter
    def weights(self, weights: Mapping[str, float]) -> None:
        self.cfg[_WEIGHTS] = dict(weights)

    def predict(self, docs: Iterable[Doc]) -> Sequence[Any]:
        """Return for each document which words begin a sentence (1) and which do not (0)."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [np.zeros(len(doc), dtype="i") for doc in docs]
        scores = self.model.predict(docs)
        return [self._starts(doc, each) for doc, each in zip(docs, scores, strict=True)]

    def texts(self, docs: Sequence[Doc]) -> list[Text]:
        """Return what is weighed: words and tags of the documents, with the network's odds."""
        scores = self.model.predict(docs)
        return [_text(doc, each) for doc, each in zip(docs, scores, strict=True)]

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Borders:
        """Read the network and the weights.

        Raises:
            OSError: the weights are not there; spaCy would go on without them.
        """
        (Path(path) / "cfg").stat()
        super().from_disk(path, exclude=exclude)
        return self

    def _starts(self, doc: Doc, scores: Any) -> Any:
        starts = np.zeros(len(doc), dtype="i")
        # Borders that are all known (a text that was divided beforehand) stay as they are.
        if len(doc) and not doc.has_annotation("SENT_START", require_complete=True):
            starts[divide(_text(doc, scores), self.weights)] = 1
        return starts


def _text(doc: Doc, scores: Any) -> Text:
    odds = scores[:, 1] - scores[:, 0]
    return Text([token.text for token in doc], [token.tag_ for token in doc], odds.tolist())
