"""A mixed treebank in the conventions of one release.

    python release.py ud-filled.spacy --trusted ud-train-gold.spacy --output ud-even.spacy

Releases of UD Dutch differ in more than their labels. The one that is trained for (LassySmall 2.8)
tags every word of a name of several words as a part of it (*Tweede* in *Tweede Golfoorlog*), calls
words that belong together `flat` when a name is among them and `fixed` otherwise, gives foreign
words and halves of words the part of speech SYM, ordinals that of an adjective, and knows inherent
reflexives. Others do not, and a model that learns from both learns to waver. What follows from the
rest of the tree is made even here; of 525 such phrases in the development set, not one is changed.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from treebank import Sentence, read_sentences, to_doc

from pipeline.conventions.names import PART
from pipeline.conventions.relations import NAMES, PHRASE

# What may be a part of a name beside words that are tagged so; common nouns and verbs are not, for
# they stand in titles (*Het Geheim van het Gulden Vlies*), whose words keep their own tags.
MAY_BE_NAME = (*NAMES, "ADJ", "TW|rang", "VG|neven", "VZ", "LID")
MARKS = ("LET", "SPEC|symb")
SYMBOLS = frozenset({"SPEC|vreemd", "SPEC|afgebr"})


@dataclass(frozen=True, slots=True)
class Usage:
    """How the trusted sentences use verbs: which relation their *zich* and infinitives have."""

    reflexive: Mapping[str, str]
    infinitive: Mapping[str, str]

    @classmethod
    def count(cls, sentences: Iterable[Sentence]) -> Usage:
        """The commonest relation for each verb, by its lemma."""
        counts: tuple[dict[str, Counter[str]], ...] = (defaultdict(Counter), defaultdict(Counter))
        for sentence in sentences:
            for place, head in enumerate(sentence.heads):
                relation = sentence.deps[place]
                if sentence.tags[place].startswith("VNW|refl"):
                    counts[0][sentence.lemmas[head]][relation] += 1
                elif relation in ("ccomp", "xcomp") and _with_te(sentence, place):
                    counts[1][sentence.lemmas[head]][relation] += 1
        reflexive, infinitive = (
            {lemma: found.most_common(1)[0][0] for lemma, found in each.items()} for each in counts
        )
        return cls(reflexive, infinitive)


def _with_te(sentence: Sentence, place: int) -> bool:
    """Whether a word is an infinitive with *te* and without a subject of its own."""
    if not sentence.tags[place].startswith("WW|inf"):
        return False
    own = [i for i, head in enumerate(sentence.heads) if head == place and i != place]
    has_subject = any(sentence.deps[i].startswith("nsubj") for i in own)
    return not has_subject and any(sentence.words[i].lower() == "te" for i in own)


def phrases(sentence: Sentence) -> Iterator[list[int]]:
    """The words that belong together, each phrase with its head."""
    found: dict[int, list[int]] = {}
    for place, (head, relation) in enumerate(zip(sentence.heads, sentence.deps, strict=True)):
        if relation in PHRASE:
            found.setdefault(head, [head]).append(place)
    for words in found.values():
        yield sorted(words)


def even(sentence: Sentence, usage: Usage) -> Sentence:
    """The sentence in the conventions of release 2.8."""
    tags, pos, deps = list(sentence.tags), list(sentence.pos), list(sentence.deps)
    for words in phrases(sentence):
        if _is_name(sentence, words):
            for place in words:
                if not tags[place].startswith(MARKS):
                    tags[place], pos[place] = PART, "PROPN"
        relation = "flat" if any(tags[place].startswith(NAMES) for place in words) else "fixed"
        unknown = any(not tags[place] for place in words)
        for place in words:
            if deps[place] in PHRASE and not (unknown and relation == "fixed"):
                deps[place] = relation
    for place, tag in enumerate(tags):
        lemma = sentence.lemmas[sentence.heads[place]]
        if tag in SYMBOLS and pos[place] == "X":
            pos[place] = "SYM"
        elif tag.startswith("TW|rang"):
            pos[place] = "ADJ" if pos[place] == "NUM" else pos[place]
            deps[place] = "amod" if deps[place] == "nummod" else deps[place]
        elif tag.startswith("TW|hoofd") and deps[place] == "det":
            deps[place] = "nummod"
        elif tag.startswith("VNW|refl") and deps[place] == "obj":
            deps[place] = usage.reflexive.get(lemma, "expl:pv")
        elif deps[place] == "ccomp" and _with_te(sentence, place):
            deps[place] = usage.infinitive.get(lemma, "xcomp")
    return replace(sentence, tags=tuple(tags), pos=tuple(pos), deps=tuple(deps))


def _is_name(sentence: Sentence, words: list[int]) -> bool:
    tags = [sentence.tags[place] for place in words]
    kinds = [tag for tag in tags if not tag.startswith(MARKS)]
    return PART in tags and all(not tag or tag.startswith(MAY_BE_NAME) for tag in kinds)


def features(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The commonest features of each tag and part of speech."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for tag, pos, morph in zip(sentence.tags, sentence.pos, sentence.morphs, strict=True):
            if tag and pos and morph is not None:
                counts[tag, pos][morph] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


def with_features(
    sentence: Sentence, old: Sentence, known: Mapping[tuple[str, str], str]
) -> Sentence:
    """The sentence with the features of its tags where tag or part of speech were changed."""
    morphs = [
        morph if (tag, pos) == before else known.get((tag, pos))
        for tag, pos, morph, before in zip(
            sentence.tags,
            sentence.pos,
            sentence.morphs,
            zip(old.tags, old.pos, strict=True),
            strict=True,
        )
    ]
    return replace(sentence, morphs=tuple(morphs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--trusted", type=Path, required=True, help="whose verbs are counted")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    vocab = spacy.blank("nl").vocab
    trusted = read_sentences([options.trusted], vocab)
    usage, known = Usage.count(trusted), features(trusted)
    docs, changed = DocBin(), Counter[str]()
    for sentence in read_sentences(options.treebank, vocab):
        made = with_features(even(sentence, usage), sentence, known)
        for column in ("tags", "pos", "morphs", "deps"):
            pairs = zip(getattr(sentence, column), getattr(made, column), strict=True)
            changed[column] += sum(one != other for one, other in pairs)
        docs.add(to_doc([made], vocab))
    docs.to_disk(options.output)
    print(dict(changed), "words changed")


if __name__ == "__main__":
    main()
