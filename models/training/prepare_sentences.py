"""Sentence borders in plain articles, found by rule where they are beyond doubt.

Treebanks of encyclopaedia text teach a sentence recogniser that a capital may start a sentence
without any full stop before it (headings stand in a row there). In articles that habit cuts names
off ('de Belg | Tiesj Benoot'). Here paragraphs of articles are split by rule, those with a doubtful
place are left out, and the rest shows that within a paragraph a sentence ends with its mark.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

# An end mark, closing quotes or brackets; then a space and something that can begin a sentence.
BORDER = re.compile(r"[.!?…]+[”\"’')\]]*(?P<gap>\s+)(?=[„“\"‘'’(\[]*[A-ZÀ-Þ0-9])")
# 'dr. Smit', 'mr. B. Fok': a full stop that ends nothing.
TITLE = re.compile(
    r"(?<![^\s„“(])(?:[Dd]rs?|[Mm]r|[Pp]rof|[Ii]r|[Dd]s|[Ss]t|[Nn]r|[Aa]rt|[Mm]w|[Dd]hr|ca)\.$"
)
INITIAL = re.compile(r"(?:^|[\s„“(.])[A-Z]\.$")
SHORT = re.compile(r"(?:^|[\s„“(])\w{1,3}\.$")
# Short words that end many sentences ('valt dat af.'); other short ones may be abbreviations.
ORDINARY = frozenset(
    re.findall(
        r"\w+",
        "aan af al ben dan dat die dit doe een eens er ga ging had heb hem het hij ik in is ja jij "
        "kan mee men mij mis moe na nee niet niks nog nu om ons ook op rij toe tot uit uur van vol "
        "voor vrij was wat weg wel wie wij wil zag zal ze zei zij zin zit zo",
    )
)
DOTTED = re.compile(r"\w\.\w")


class DoubtfulError(ValueError):
    """A full stop of which a rule cannot tell whether it ends a sentence."""


def borders(paragraph: str) -> list[int]:
    """Where the second and later sentences begin.

    Raises:
        DoubtfulError: an initial, a short word or a dotted abbreviation before a capital.
    """
    starts = []
    for match in BORDER.finditer(paragraph):
        before = paragraph[: match.start("gap")]
        word = before.split()[-1]
        if TITLE.search(before):
            continue
        if INITIAL.search(before) or DOTTED.search(word) or _may_be_short_for(word):
            raise DoubtfulError(before[-20:])
        starts.append(match.end("gap"))
    return starts


def _may_be_short_for(word: str) -> bool:
    """Whether a short word with its full stop may be an abbreviation ('blz.'; not 'GGD.')."""
    if not SHORT.search(word):
        return False
    bare = word.strip("„“(.")
    return not (bare.isupper() or bare.isdigit() or bare.lower() in ORDINARY)


def to_doc(text: str, starts: list[int], nlp: Language) -> Doc:
    """A document with nothing but sentence starts.

    Raises:
        DoubtfulError: a border that lies inside a token.
    """
    doc = nlp.make_doc(text)
    wanted = {0, *starts}
    found = {token.idx for token in doc} & wanted
    if found != wanted:
        raise DoubtfulError(text[:20])
    for token in doc:
        token.is_sent_start = token.idx in wanted
    return doc


def documents(path: Path, nlp: Language, rng: random.Random) -> Iterator[Doc]:
    """Paragraphs; some stand behind the title of their article, some are titles alone."""
    rows = path.read_text(encoding="utf-8").splitlines()
    rng.shuffle(rows)
    for row in rows:
        article = json.loads(row)
        title = article["title"].strip()
        for line in article["text"].split("\n"):
            paragraph = line.strip()
            ended = paragraph.rstrip("”\"’')").endswith((".", "!", "?", "…"))
            if len(paragraph) < 60 or not ended:
                continue
            draw = rng.random()
            try:
                starts = borders(paragraph)
                if draw < 0.12 and title:
                    shift = len(title) + 2
                    text = f"{title}\n\n{paragraph}"
                    yield to_doc(text, [shift, *(start + shift for start in starts)], nlp)
                elif draw < 0.20 and title and not borders(title):
                    yield to_doc(title, [], nlp)
                else:
                    yield to_doc(paragraph, starts, nlp)
            except DoubtfulError:
                continue


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    docs, words = DocBin(), 0
    nlp = spacy.blank("nl")
    for doc in documents(options.articles, nlp, random.Random(options.seed)):
        docs.add(doc)
        words += len(doc)
        if words >= options.words:
            break
    docs.to_disk(options.output)
    print(f"{len(docs)} documents, {words} words in {options.output}")


if __name__ == "__main__":
    main()
