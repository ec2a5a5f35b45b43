"""CoNLL-U, the format of Universal Dependencies, to spaCy documents.

Besides the ten columns this reads what our own test sentences have: names in the last column
(``name=B-PERSON``, in the BILUO scheme) and, before a document, ``# slice = quotes``: the kind of
text that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_COLUMNS: Final = 10
# Dutch treebanks join the parts of a compound's lemma: volks_vertegenwoordiger.
_LEMMA_JOINT: Final = re.compile(r"(?<=\w)_(?=\w)")
_SENTENCE_NUMBER: Final = re.compile(r"[-.\\]?(?:p|s)?(?<![.\-\d])[.\-\d]+$")
_NAME: Final = re.compile(r"(?:^|\|)name=([BILU]-[A-Z]+)")


class TreebankError(ValueError):
    """A line that is not CoNLL-U; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` is 0 for the root, else the 1-based number of its head.

    Empty strings are unknown. ``name`` is a BILUO label such as ``B-PERSON``.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space_after: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence, the document that it belongs to and the slice that it stands for."""

    document: str
    words: tuple[Word, ...]
    slice: str = ""


def read_conllu(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file.

    Raises:
        TreebankError: the file is no UTF-8, a token line has not ten columns, or a head is no
            number or lies outside its sentence.
    """
    document, kind, words = "", "", list[Word]()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TreebankError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate([*lines, ""], start=1):
        if line.startswith("# newdoc"):
            document, kind = line, ""
        elif line.startswith("# slice"):
            kind = line.partition("=")[2].strip()
        elif line.startswith("# sent_id") and not document.startswith("# newdoc"):
            document = _SENTENCE_NUMBER.sub("", line.partition("=")[2].strip())
        elif line.startswith("#"):
            continue
        elif line.strip():
            word = _read_word(line, f"{path}:{number}")
            if word is not None:
                words.append(word)
        elif words:
            if max(word.head for word in words) > len(words):
                raise TreebankError(f"{path}:{number}: a head lies outside its sentence")
            yield Tree(document, tuple(words), kind)
            words = []


def _read_word(line: str, where: str) -> Word | None:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise TreebankError(f"{where}: {len(columns)} columns instead of {_COLUMNS}")
    if "-" in columns[0] or "." in columns[0]:
        return None  # a range of words or an empty node
    if not columns[6].isdigit():
        raise TreebankError(f"{where}: head {columns[6]!r} is no number")
    lemma, upos, xpos, feats = ("" if value == "_" else value for value in columns[2:6])
    name = _NAME.search(columns[9])
    return Word(
        form=columns[1],
        lemma=_LEMMA_JOINT.sub("", lemma),
        upos=upos,
        xpos=xpos,
        feats=feats,
        head=int(columns[6]),
        relation=columns[7],
        space_after="SpaceAfter=No" not in columns[9],
        name=name[1] if name else "",
    )


def documents(trees: Iterable[Tree], *, most: int) -> Iterator[list[Tree]]:
    """Yield runs of sentences of the same document, at most ``most`` together."""
    run: list[Tree] = []
    for tree in trees:
        if run and (tree.document != run[-1].document or len(run) >= most):
            yield run
            run = []
        run.append(tree)
    if run:
        yield run


def to_doc(trees: Iterable[Tree], vocab: Vocab) -> Doc:
    """Return one document of several sentences, a space after each.

    Every head is filled: a token without one would hang from itself and look like a sentence of
    its own. Names are left unknown: :func:`set_names` adds them where they were annotated.
    """
    from spacy.tokens import Doc

    words: list[Word] = []
    spaces: list[bool] = []
    heads: list[int] = []
    for tree in trees:
        offset = len(words)
        for position, word in enumerate(tree.words):
            words.append(word)
            heads.append(offset + (word.head - 1 if word.head else position))
            spaces.append(word.space_after or position == len(tree.words) - 1)
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.relation for word in words],
    )
    if not any(word.feats for word in words):
        for token in doc:
            token.set_morph(None)  # type: ignore[attr-defined]  # missing in the stub
    return doc


def has_names(trees: Iterable[Tree]) -> bool:
    """Tell whether names were annotated at all."""
    return any(word.name for tree in trees for word in tree.words)


def set_names(doc: Doc, trees: Iterable[Tree]) -> None:
    """Give the document of :func:`to_doc` the names of its words."""
    from spacy.training import biluo_tags_to_spans

    labels = [word.name or "O" for tree in trees for word in tree.words]
    doc.set_ents(biluo_tags_to_spans(doc, labels))
