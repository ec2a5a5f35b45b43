"""Documents without a language model: tagged by hand, with the project's own finders on top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from tagged_words import tag

from pipeline.figures import BoundFigures, bind, load_lexicon
from pipeline.figures.context import Context, build_contexts
from pipeline.figures.ellipsis import fill_nouns
from pipeline.periods import find as find_periods
from pipeline.quantities import find as find_quantities
from pipeline.records import (
    Anchor,
    Description,
    Figure,
    Mention,
    Published,
    Quantity,
    Sentence,
    TimeExpression,
)

NAMES = {
    "Emmen": ("municipality", "GM0114"),
    "Assen": ("municipality", "GM0106"),
    "Zwolle": ("municipality", "GM0193"),
    "Drenthe": ("province", "PV22"),
    "Overijssel": ("province", "PV23"),
    "Nederland": ("country", "NL"),
    "België": ("country", "BE"),
    "CBS": ("organisation", "org:cbs"),
    "UWV": ("organisation", "org:uwv"),
    "Nibud": ("organisation", "org:nibud"),
    "Brandsma": ("person", "person:lotte-brandsma"),
    "Kuipers": ("person", "person:sjoerd-kuipers"),
    "GGZ Drenthe": ("organisation", "org:ggz-drenthe"),
    "Drentse": ("province", "PV22"),
    "die stad": ("municipality", "GM0114"),
}
METHODS = {"Drentse": "adjective", "die stad": "coreference"}
_PASSAGE = re.compile(r"\[(?P<kind>\w+)\] (?P<text>.*)")
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”’\"]?(?=\s+[A-Z“„])|$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read and bound."""

    text: str
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    contexts: tuple[Context, ...]
    bound: BoundFigures

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.bound.figures

    @property
    def said(self) -> list[str]:
        """The words of each figure, in the order of the text."""
        return [self.quantities[figure.quantity].surface for figure in self.figures]

    def figure(self, said: str) -> Figure:
        """Return the only figure whose words contain ``said``."""
        found = [f for f in self.figures if said in self.quantities[f.quantity].surface]
        assert len(found) == 1, f"{said!r} is in {len(found)} of {self.said}"
        return found[0]

    def quantity(self, said: str) -> Quantity:
        """Return the first quantity whose words contain ``said``."""
        return next(q for q in self.quantities if said in q.surface)

    def context_of(self, quantity: Quantity) -> Context:
        """Return the sentence in which a quantity stands."""
        return next(c for c in self.contexts if c.sentence.start <= quantity.start < c.sentence.end)

    def why(self, figure: Figure, dimension: str) -> tuple[str, str] | None:
        """Return how a dimension is known, and the words that say so ('' when not in the text).

        Of two pieces of evidence the later one decided: an answer over a question.
        """
        for evidence in reversed(figure.evidence):
            if evidence.dimension == dimension:
                if evidence.start is None or evidence.end is None:
                    return evidence.method, ""
                return evidence.method, self.text[evidence.start : evidence.end]
        return None

    def bound_to(self, said: str, dimension: str) -> tuple[object, str, str] | None:
        """Return what a figure is bound to in a dimension, how that is known, and from what."""
        figure = self.figure(said)
        why = self.why(figure, dimension)
        value = getattr(figure, dimension)
        if why is None:
            assert value in {None, "level", "asserts"} or value == (), f"{value!r} has no evidence"
            return None
        return (value, *why)


class Reader:
    """Reads a text in which each line is a passage: ``[question] Klopt dit?``, body by default.

    Lines of a table that follow each other are the rows of one passage. The words must be in
    ``words.toml``, names in ``NAMES``. A dateline above the text names the place it is about.
    """

    def __call__(
        self,
        marked: str,
        *,
        published: str | None = "2024-03-05",
        main_place: str | None = "GM0114",
    ) -> Reading:
        names = [n for n, (_, id) in NAMES.items() if id == main_place and n not in METHODS]
        text, sentences = _sentences("\n".join([*(f"[dateline] {n}" for n in names), marked]))
        tokens = tuple(token for sentence in sentences for token in sentence.tokens)
        anchor = Anchor(published, published) if published else None
        quantities = find_quantities(text, tokens=tokens).quantities
        times = find_periods(text, anchor, tokens=tokens)
        # Name by name, so that 'GGZ Drenthe' holds a mention of Drenthe too.
        mentions = sorted(
            (
                Mention(*found.span(), name, *NAMES[name], METHODS.get(name, "exact"), 1.0)
                for name in NAMES
                for found in re.finditer(rf"\b{name}\b", text)
            ),
            key=lambda mention: (mention.start, mention.end),
        )
        lexicon = load_lexicon()
        contexts = fill_nouns(
            tuple(build_contexts(sentences, quantities, times, mentions, lexicon)), lexicon
        )
        date = Published(published, published, published, "metadata") if published else Published()
        bound = bind(
            sentences,
            quantities,
            times,
            mentions,
            Description(None, None, date, "nl"),
            main_place=main_place,
        )
        return Reading(text, sentences, quantities, times, tuple(mentions), contexts, bound)


def _sentences(marked: str) -> tuple[str, tuple[Sentence, ...]]:
    passages: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, marked.splitlines())):
        found = _PASSAGE.fullmatch(line)
        kind, words = (found["kind"], found["text"]) if found else ("body", line)
        passages.append((kind, [words] if kind == "table" else _SENTENCE.findall(words)))
    text = ""
    sentences: list[Sentence] = []
    # The rows of a table share a passage; every other line is a passage of its own.
    grouped = groupby(
        enumerate(passages), lambda item: item[1][0] if item[1][0] == "table" else item[0]
    )
    for passage, (_, members) in enumerate(grouped):
        for _, (kind, parts) in members:
            for part in parts:
                plain, tokens = tag(part, len(text))
                start, end = len(text), len(text) + len(plain)
                sentences.append(Sentence(len(sentences), start, end, plain, passage, kind, tokens))
                text += plain + ("\n" if part is parts[-1] else " ")
        text += "" if kind == "table" else "\n"
    return text, tuple(sentences)
