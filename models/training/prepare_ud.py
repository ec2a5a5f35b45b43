"""Turn treebank sentences into training documents that look like the texts to be parsed.

Treebanks come as loose sentences with straight quotes. Articles do not: a document holds several
sentences, headings without a full stop stand in a row, quotes are typographic and place lines are
in capitals. Each *copy* of the treebank made here groups the sentences anew and varies some of
them, so that the sentence recogniser sees many different borders.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

FINAL_MARKS = frozenset({".", "?", "!", "…", '"', "'", "”", "’", "..."})
QUOTE_STYLES = (("“", "”"), ("„", "”"), ("„", "“"), ("‘", "’"), ("'", "'"), ("«", "»"), ("’", "’"))
NAME_RELATIONS = frozenset({"flat", "fixed"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
DASHES = frozenset({"-", "--", "–", "—"})


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
        if all(token.head in span for token in span):
            yield to_sentence(span)


def read_sentences(paths: Sequence[Path], vocab: Vocab) -> list[Sentence]:
    """All sentences of the DocBins, but for those whose heads lie outside them."""
    return [
        sentence
        for path in paths
        for doc in DocBin().from_disk(path).get_docs(vocab)
        for sentence in sentences_of(doc)
    ]


def pos_of_verb(relation: str) -> str:
    """The part of speech of a verb, which UD makes depend on its relation: 'is' may be either."""
    return "AUX" if relation in AUXILIARY else "VERB"


def without_doubtful_tags(sentence: Sentence) -> Sentence:
    """The sentence with the tag of a lone name withheld where it says 'part of a name'.

    `SPEC|deeleigen` is for words of a name of several words. Where releases of a treebank were
    mixed it also marks lone names, which the newest release calls `N|eigen`.
    """
    tags = list(sentence.tags)
    for position, (tag, pos) in enumerate(zip(sentence.tags, sentence.pos, strict=True)):
        around = {*sentence.pos[max(0, position - 1) : position], *sentence.pos[position + 1 :][:1]}
        related = sentence.deps[position] in NAME_RELATIONS or any(
            head == position and dep in NAME_RELATIONS
            for head, dep in zip(sentence.heads, sentence.deps, strict=True)
        )
        if tag == "SPEC|deeleigen" and pos == "PROPN" and "PROPN" not in around and not related:
            tags[position] = ""
    return replace(sentence, tags=tuple(tags))


def requote(sentence: Sentence, rng: random.Random) -> Sentence:
    """Straight quotes become one of the styles that Dutch papers use; dashes vary too."""
    opening, closing = rng.choice(QUOTE_STYLES)
    dash = rng.choice(sorted(DASHES))
    words, is_open = [], False
    for word in sentence.words:
        if word == '"':
            words.append(closing if is_open else opening)
            is_open = not is_open
        else:
            words.append(dash if word in DASHES else word)
    return replace(sentence, words=tuple(words))


def lower(sentence: Sentence) -> Sentence:
    """As in a headline or a text message: 'den haag wil meer geld'."""
    return replace(
        sentence,
        words=tuple(word.lower() for word in sentence.words),
        lemmas=tuple(lemma.lower() for lemma in sentence.lemmas),
    )


def upper(sentence: Sentence) -> Sentence:
    """All capitals. Lemmas are withheld: no edit tree should learn to undo capitals letter by
    letter."""
    words = tuple(word.upper() for word in sentence.words)
    if any(len(old) != len(new) for old, new in zip(sentence.words, words, strict=True)):
        return sentence
    return replace(sentence, words=words, lemmas=("",) * len(words))


def without_full_stop(sentence: Sentence) -> Sentence:
    """A caption or a headline: the same sentence, its full stop left out."""
    last = len(sentence.words) - 1
    if sentence.words[last] != "." or last < 2 or last in sentence.heads[:last]:
        return sentence
    return Sentence(
        words=sentence.words[:last],
        spaces=(*sentence.spaces[: last - 1], True),
        tags=sentence.tags[:last],
        pos=sentence.pos[:last],
        morphs=sentence.morphs[:last],
        lemmas=sentence.lemmas[:last],
        heads=sentence.heads[:last],
        deps=sentence.deps[:last],
    )


def vary(sentence: Sentence, rng: random.Random) -> Sentence:
    """A varied sentence; most stay as they are."""
    draw = rng.random()
    if draw < 0.04:
        return lower(sentence)
    if draw < 0.06:
        return upper(sentence)
    if draw < 0.09:
        return without_full_stop(sentence)
    if draw < 0.35:
        return requote(sentence, rng)
    return sentence


def group(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Documents of 1 to 14 sentences, in random order, fragments mostly beside fragments.

    Real headings and list items come in runs; shuffled treebanks have lost that.
    """
    fragments = [item for item in sentences if item.is_fragment]
    full = [item for item in sentences if not item.is_fragment]
    rng.shuffle(fragments)
    rng.shuffle(full)
    while fragments or full:
        size = rng.randint(1, 14)
        document: list[Sentence] = []
        from_fragments = rng.random() < len(fragments) / (len(fragments) + len(full))
        while len(document) < size and (fragments or full):
            if document and rng.random() < 0.3:
                from_fragments = not from_fragments
            pool = fragments if (from_fragments and fragments) or not full else full
            document.append(pool.pop())
        yield document


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


def prepare(paths: Sequence[Path], *, copies: int, seed: int) -> DocBin:
    """`copies` differently grouped and varied copies of the treebank, in one DocBin."""
    rng = random.Random(seed)
    vocab = spacy.blank("nl").vocab
    sentences = [without_doubtful_tags(sentence) for sentence in read_sentences(paths, vocab)]
    docs = DocBin()
    for _ in range(copies):
        varied = [vary(sentence, rng) for sentence in sentences]
        for document in group(varied, rng):
            docs.add(to_doc(document, vocab))
    return docs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, nargs="+", help="DocBins made by convert_ud.py")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    docs = prepare(options.treebank, copies=options.copies, seed=options.seed)
    docs.to_disk(options.output)
    print(f"{len(docs)} documents in {options.output}")


if __name__ == "__main__":
    main()
