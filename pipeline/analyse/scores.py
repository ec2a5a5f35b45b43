"""How good is a language model? Its scores on annotated sentences, by kind of text.

The gold is CoNLL-U (:mod:`pipeline.analyse.treebank`) or a DocBin of spaCy. What it does not say
(tags, features, names) is not scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.analyse.treebank import (
    Tree,
    TreebankError,
    documents,
    has_names,
    read_conllu,
    set_names,
    to_doc,
)
from pipeline.resources import models_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ALL: Final = "all"
_TOGETHER: Final = 10  # sentences of a document, as spaCy's own treebanks are cut
# What spaCy's scorer calls it, and what readers do.
MEASURES: Final = {
    "token_f": "tokens",
    "tag_acc": "tag",
    "pos_acc": "pos",
    "morph_acc": "morph",
    "lemma_acc": "lemma",
    "dep_uas": "uas",
    "dep_las": "las",
    "sents_f": "sentences",
    "ents_p": "names_p",
    "ents_r": "names_r",
    "ents_f": "names_f",
}


@dataclass(frozen=True, slots=True)
class Score:
    """One measure on one kind of text: ``quotes.lemma`` is 0.95."""

    name: str
    score: float | None


def own_sentences() -> Path:
    """Return the test sentences that come with Feitenbank: invented, hard cases included."""
    return models_folder() / "evaluation" / "sentences.conllu"


def evaluate_model(nlp: Language, gold: Path) -> list[Score]:
    """Return the scores of a pipeline on a gold file: for all of it, then by slice.

    Sentences are joined into documents of at most ten; the pipeline finds their borders itself.

    Raises:
        TreebankError: the file is neither CoNLL-U nor a DocBin.
    """
    return [
        Score(f"{kind}.{name}", value)
        for kind, docs in _by_slice(nlp, gold).items()
        for name, value in score(nlp, docs).items()
    ]


def score(nlp: Language, docs: Sequence[Doc]) -> dict[str, float]:
    """Return the measures that the documents have gold for, each between 0 and 1."""
    from spacy.training import Example

    found: Mapping[str, Any] = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    scores = {
        name: float(found[key]) for key, name in MEASURES.items() if found.get(key) is not None
    }
    annotated = {
        "tag": any(token.tag_ for doc in docs for token in doc),
        "morph": any(token.has_morph() for doc in docs for token in doc),
        **dict.fromkeys(
            ("names_p", "names_r", "names_f"), any(doc.has_annotation("ENT_IOB") for doc in docs)
        ),
    }
    per_label: Mapping[str, Mapping[str, float]] = found.get("ents_per_type") or {}
    if annotated["names_f"]:
        scores |= {f"names_f_{label}": each["f"] for label, each in sorted(per_label.items())}
    return {name: value for name, value in scores.items() if annotated.get(name, True)}


def _by_slice(nlp: Language, gold: Path) -> dict[str, list[Doc]]:
    if gold.suffix == ".spacy":
        return {ALL: _docbin(nlp, gold)}
    trees = list(read_conllu(gold))
    if not trees:
        raise TreebankError(f"{gold} has no sentences in CoNLL-U")
    named = has_names(trees)
    slices: dict[str, list[Doc]] = {ALL: []}
    for run in documents(trees, most=_TOGETHER):
        doc = _doc(nlp, run, named=named)
        slices[ALL].append(doc)
        if run[0].slice:
            slices.setdefault(run[0].slice, []).append(doc)
    return slices


def _doc(nlp: Language, run: Sequence[Tree], *, named: bool) -> Doc:
    doc = to_doc(run, nlp.vocab)
    if named:
        set_names(doc, run)
    return doc


def _docbin(nlp: Language, gold: Path) -> list[Doc]:
    from spacy.tokens import DocBin

    try:
        return list(DocBin().from_disk(gold).get_docs(nlp.vocab))
    except Exception as error:  # zlib, msgpack and spaCy have errors of their own
        raise TreebankError(f"{gold} is no DocBin of spaCy: {error}") from error


def table(scores: Iterable[Score]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the kinds of text with their measures, in the order of the scores.

    >>> list(table([Score("all.pos", 0.9), Score("quotes.pos", 0.8)]))
    [('all', {'pos': 0.9}), ('quotes', {'pos': 0.8})]
    """
    rows: dict[str, dict[str, float]] = {}
    for each in scores:
        kind, _, name = each.name.partition(".")
        if each.score is not None:
            rows.setdefault(kind, {})[name] = each.score
    yield from rows.items()
