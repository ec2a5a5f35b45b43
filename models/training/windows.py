"""What the teacher reads: windows of words, with what is known of each word as numbers.

A window comes from a treebank (tags, features, heads, borders), from sentences with names,
or from articles divided by rule (borders). Whatever its source does not say is IGNORE, and nothing
is learned from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span
from treebank import Sentence

IGNORE = -100
MOST_WORDS = 170  # of a window: what the encoder's positions hold, with room for long words
JOINT = "#"
NAMES = ("O", *(f"{part}-{label}" for label in ("PERSON", "ORG", "LOC") for part in "BILU"))
COLUMNS = ("tag", "morph", "head", "dep", "sent", "ner")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a treebank, each list in a fixed order.

    `morphs` join part of speech and features (`NOUN#Number=Plur`), those that occur more than once.
    """

    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    deps: tuple[str, ...]

    @classmethod
    def collect(cls, sentences: Iterable[Sentence]) -> Labels:
        """The labels that occur in the sentences."""
        tags, deps = set[str](), set[str]()
        morphs = Counter[str]()
        for sentence in sentences:
            tags.update(filter(None, sentence.tags))
            deps.update(filter(None, sentence.deps))
            morphs.update(
                f"{pos}{JOINT}{morph}"
                for pos, morph in zip(sentence.pos, sentence.morphs, strict=True)
                if pos and morph is not None
            )
        often = sorted(morph for morph, count in morphs.items() if count > 1)
        return cls(tuple(sorted(tags)), tuple(often), tuple(sorted(deps)))


@dataclass(slots=True)
class Window:
    """Words, and for each of them a number per column; heads are positions in the window.

    `sentence` numbers the sentences: a head is looked for inside its own.
    """

    words: list[str]
    spaces: list[bool]
    weight: float = 1.0
    sentence: list[int] = field(default_factory=list)
    columns: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def blank(cls, words: Sequence[str], spaces: Sequence[bool]) -> Window:
        """A window of which nothing is known."""
        unknown = {name: [IGNORE] * len(words) for name in COLUMNS}
        return cls(list(words), list(spaces), sentence=[0] * len(words), columns=unknown)


class TreebankWindows:
    """Treebank sentences to windows."""

    def __init__(self, labels: Labels) -> None:
        self._tags = {tag: number for number, tag in enumerate(labels.tags)}
        self._morphs = {morph: number for number, morph in enumerate(labels.morphs)}
        self._deps = {dep: number for number, dep in enumerate(labels.deps)}

    def runs(self, sentences: Sequence[Sentence]) -> Iterator[Window]:
        """Windows of as many of the sentences as go into one, in their order."""
        chunk: list[Sentence] = []
        for sentence in sentences:
            if chunk and sum(len(s.words) for s in chunk) + len(sentence.words) > MOST_WORDS:
                yield self.window(chunk)
                chunk = []
            chunk.append(sentence)
        if chunk:
            yield self.window(chunk)

    def window(self, sentences: Sequence[Sentence]) -> Window:
        """One window of these sentences."""
        window = Window([], [], columns={name: [] for name in COLUMNS})
        columns = window.columns
        for number, sentence in enumerate(sentences):
            offset, size = len(window.words), len(sentence.words)
            window.words += sentence.words
            window.spaces += [*sentence.spaces[:-1], True]
            window.sentence += [number] * size
            columns["tag"] += [self._tags.get(tag, IGNORE) for tag in sentence.tags]
            columns["morph"] += [
                IGNORE if morph is None else self._morphs.get(f"{pos}{JOINT}{morph}", IGNORE)
                for pos, morph in zip(sentence.pos, sentence.morphs, strict=True)
            ]
            columns["head"] += [offset + head for head in sentence.heads]
            columns["dep"] += [self._deps.get(dep, IGNORE) for dep in sentence.deps]
            columns["sent"] += [1, *[0] * (size - 1)]
            columns["ner"] += [IGNORE] * size
        columns["sent"][0] = IGNORE
        return window


def without_white_space(doc: Doc) -> Doc:
    """The document without tokens that are nothing but white space."""
    kept = [token for token in doc if not token.is_space]
    spaces = [
        bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space)
        for token in kept
    ]
    shorter = Doc(doc.vocab, [token.text for token in kept], spaces)
    places = {token.i: place for place, token in enumerate(kept)}
    names = []
    for name in doc.ents:
        inside = [places[i] for i in range(name.start, name.end) if i in places]
        if inside:
            names.append(Span(shorter, inside[0], inside[-1] + 1, label=name.label_))
    shorter.set_ents(names)
    return shorter


def name_windows(doc: Doc, *, weight: float = 1.0) -> Iterator[Window]:
    """Windows of a document with names."""
    whole = without_white_space(doc)
    for start in range(0, len(whole), MOST_WORDS):
        part = whole[start : start + MOST_WORDS].as_doc()
        window = Window.blank([t.text for t in part], [bool(t.whitespace_) for t in part])
        window.weight = weight
        labels = [0] * len(part)
        for name in part.ents:
            for i in range(name.start, name.end):
                labels[i] = NAMES.index(f"{_part(name, i)}-{name.label_}")
        window.columns["ner"] = labels
        yield window


def _part(name: Span, i: int) -> str:
    """Where word `i` stands in the name: Unit, Beginning, Last or Inside."""
    if len(name) == 1:
        return "U"
    return "B" if i == name.start else "L" if i == name.end - 1 else "I"


def border_windows(doc: Doc) -> Iterator[Window]:
    """Windows of whole sentences of a document of which only the borders are known."""
    start = 0
    cuts = [0]
    for sentence in doc.sents:
        if sentence.end - start > MOST_WORDS and sentence.start > start:
            cuts.append(sentence.start)
            start = sentence.start
    for first, last in zip(cuts, [*cuts[1:], len(doc)], strict=True):
        part = doc[first:last]
        window = Window.blank([t.text for t in part], [bool(t.whitespace_) for t in part])
        window.columns["sent"] = [IGNORE, *(int(bool(t.is_sent_start)) for t in part[1:])]
        yield window
