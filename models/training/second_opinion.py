"""Tags and lemmas settled with a second opinion: that of Frog, the established Dutch tagger.

    python second_opinion.py ud-train.spacy --trusted ud-gold.spacy --fill --output filled.spacy
    python second_opinion.py silver5.spacy --trusted ud-gold.spacy --output settled.spacy

Frog (`frog.py`) has the same tag set, CGN, and knows many more words than the treebank holds; of
the structure of a sentence it sees less than the teacher, and about names it follows another
convention. So with ``--fill`` only what a treebank leaves unknown is filled in. Otherwise Frog's
tag replaces one that the treebank never gives the word, if it does give the word Frog's; and the
gender of a noun that the treebank lacks is Frog's. Where the trusted sentences show a difference of
convention (`om` before an infinitive is a conjunction here, a preposition there) all stays as it
is. Part of speech and morphology follow a tag that changed. Lemmas are the treebank's for words
that it has, else Frog's.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import frog
import spacy
from frog import Opinion
from spacy.tokens import Doc, DocBin, Token

from pipeline.conventions.parts import Counts
from pipeline.lemmas.component import GENDERS
from pipeline.lemmas.nouns import with_capitals

NAMES = ("N|eigen", "SPEC|deeleigen", "SPEC|vreemd")
# A Frog tag is believed when the trusted sentences have the same one at least so often,
RELIABLE = 0.7
# and a pair of tags is a difference of convention when that many words of the one have the other.
CONVENTION = 0.1
# A part of speech is possible for a tag and relation when that many of such words have it.
POSSIBLE = 0.1
# A part of speech fits a tag when at least that many words of the tag have it.
FITTING = 0.02


def opinions_of(docs: Sequence[Doc]) -> Iterator[list[Opinion]]:
    """Frog's opinion of each word of each document."""
    sentences = [[token.text for token in span] for doc in docs for span in doc.sents]
    told = frog.read(sentences)
    for doc in docs:
        yield [opinion for _ in doc.sents for opinion in next(told)]


def shape(token: Token) -> str:
    """The word in small letters, all digits alike: 2017 and 1998 are the same kind of word."""
    return re.sub(r"[0-9]", "0", token.lower_)


def by_share(counts: Counter[str], share: float) -> frozenset[str]:
    """What makes up at least that share of what was counted."""
    total = counts.total()
    return frozenset(each for each, number in counts.items() if number >= share * total)


@dataclass
class Conventions:
    """How the trusted sentences label words, and where Frog labels them otherwise."""

    told_by_tag: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    tag_by_told: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    counts: Counts = field(default_factory=Counts)
    pos_of_word: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    morph_of_word: dict[tuple[str, str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    tags: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lemmas: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def learn(self, token: Token, told: Opinion) -> None:
        """Count a word of the trusted sentences."""
        tag, pos, low = token.tag_, token.pos_, token.lower_
        if not tag or not pos:
            return
        self.told_by_tag[tag][told.tag] += 1
        self.tag_by_told[told.tag][tag] += 1
        self.counts.add(token)
        self.pos_of_word[tag, low][pos] += 1
        if token.has_morph():
            self.morph_of_word[tag, pos, low][str(token.morph)] += 1

    def learn_word(self, token: Token) -> None:
        """Count the tag and the lemma of a word of the treebank; names have too many lemmas."""
        self.tags[shape(token)].add(token.tag_)
        if token.lemma_ and token.pos_ and token.pos_ != "PROPN":
            self.lemmas[token.lower_, token.pos_][token.lemma_] += 1

    def wins(self, token: Token, told: str) -> bool:
        """Whether Frog's tag is rather to be believed than that of a word."""
        if token.tag_ == told or not self.believed(told) or self.differ(token.tag_, told):
            return False
        seen = self.tags.get(shape(token), set[str]())
        if {token.tag_, told} == set(GENDERS):
            return token.tag_ not in seen
        return told in seen and token.tag_ not in seen

    def believed(self, told: str) -> bool:
        """Whether a tag of Frog's usually is the treebank's too."""
        counts = self.tag_by_told.get(told)
        return counts is not None and counts[told] >= RELIABLE * counts.total()

    def differ(self, tag: str, told: str) -> bool:
        """Whether the two have different conventions about words of this tag."""
        counts = self.told_by_tag.get(tag)
        return counts is not None and counts[told] >= CONVENTION * counts.total()

    def certain(self, tag: str, token: Token) -> bool:
        """Whether words of this tag with this relation nearly always have one part of speech."""
        parts = self.counts.parts
        return len(by_share(parts.get((tag, token.dep_)) or parts[tag, ""], POSSIBLE)) == 1

    def pos_of(self, tag: str, token: Token) -> str:
        """The part of speech that goes with a tag: the word's own where it fits."""
        parts = self.counts.parts
        if token.pos_ and token.pos_ in by_share(parts[tag, ""], FITTING):
            return token.pos_
        known = (
            self.pos_of_word.get((tag, token.lower_))
            or parts.get((tag, token.dep_))
            or parts.get((tag, ""))
        )
        return known.most_common(1)[0][0] if known else token.pos_

    def morph_of(self, tag: str, pos: str, low: str) -> str | None:
        """The features that go with a tag and a part of speech."""
        known = self.morph_of_word.get((tag, pos, low)) or self.counts.features.get((tag, pos))
        return known.most_common(1)[0][0] if known else None


def fill(token: Token, told: Opinion, conventions: Conventions) -> None:
    """Fill in what is unknown of a word, where Frog is believed."""
    if token.tag_ or not conventions.believed(told.tag):
        return
    pos = token.pos_
    relabel(token, told.tag, conventions)
    if not pos and not conventions.certain(told.tag, token):
        token.pos_ = ""
        token.set_morph(None)


def settle(token: Token, told: Opinion, conventions: Conventions) -> None:
    """Let Frog's tag and lemma replace those of a word where they are better; names stay."""
    if token.tag_.startswith(NAMES):
        return
    if conventions.wins(token, told.tag):
        relabel(token, told.tag, conventions)
    lemma = settled_lemma(token, told, conventions)
    if lemma is not None:
        token.lemma_ = lemma


def relabel(token: Token, tag: str, conventions: Conventions) -> None:
    """Give a word another tag, and the part of speech and features that go with it."""
    token.tag_ = tag
    token.pos_ = conventions.pos_of(tag, token)
    morph = conventions.morph_of(tag, token.pos_, token.lower_)
    if morph is not None:
        token.set_morph(morph)


def settled_lemma(token: Token, told: Opinion, conventions: Conventions) -> str | None:
    """The lemma of a word; none where nothing better is known than what it has.

    The treebank keeps the capital of an adjective or compound made of a name: 'Vlaamse' is
    'Vlaams', 'VVD-leden' is 'VVD-lid'; Frog writes all lemmas small. A plural that Frog leaves as
    it is, is one that it does not know.
    """
    known = conventions.lemmas.get((token.lower_, token.pos_))
    if known:
        return known.most_common(1)[0][0]
    form, lemma = token.text, told.lemma
    if not form.isalpha() and "-" not in form:
        return None
    if told.tag.startswith("N|soort|mv") and lemma == form.lower():
        return None
    if told.tag.partition("|")[0] != token.tag_.partition("|")[0] or token.pos_ == "PROPN":
        return None
    capitals = sum(map(str.isupper, form))
    if capitals == 0 or (form.istitle() and not keeps_capital(token)):
        return lemma
    return with_capitals(lemma, form)


def keeps_capital(token: Token) -> bool:
    """Whether a capital belongs to the word: not that of a sentence's first word."""
    return token.pos_ == "ADJ" and not token.is_sent_start


def read_docs(paths: Iterable[Path]) -> list[Doc]:
    vocab = spacy.blank("nl").vocab
    return [doc for path in paths for doc in DocBin().from_disk(path).get_docs(vocab)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", type=Path, help="DocBin to settle")
    parser.add_argument("--trusted", type=Path, required=True, help="treebank, labels unmixed")
    parser.add_argument("--treebank", type=Path, nargs="*", default=[], help="more, for lemmas")
    parser.add_argument("--fill", action="store_true", help="only what is unknown")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    conventions = Conventions()
    trusted = read_docs([options.trusted])
    for doc, told in zip(trusted, opinions_of(trusted), strict=True):
        for token, opinion in zip(doc, told, strict=True):
            conventions.learn(token, opinion)
    for doc in read_docs([options.trusted, *options.treebank]):
        for token in doc:
            conventions.learn_word(token)
    docs = read_docs([options.docs])
    changed: Counter[str] = Counter()
    for doc, told in zip(docs, opinions_of(docs), strict=True):
        for token, opinion in zip(doc, told, strict=True):
            before = {"tag": token.tag_, "pos": token.pos_, "lemma": token.lemma_}
            (fill if options.fill else settle)(token, opinion, conventions)
            after = {"tag": token.tag_, "pos": token.pos_, "lemma": token.lemma_}
            changed["words"] += 1
            changed.update(name for name in before if before[name] != after[name])
    DocBin(docs=docs).to_disk(options.output)
    print(dict(changed))


if __name__ == "__main__":
    main()
